"""Two readings side by side: versions of one document, or two summits."""
