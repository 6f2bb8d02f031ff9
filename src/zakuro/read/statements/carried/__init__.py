"""What one statement takes from those before it, or from the document as a whole."""
