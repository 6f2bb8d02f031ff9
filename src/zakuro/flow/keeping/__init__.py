"""The books as they are kept: opened, their charter, their tables and their log."""
