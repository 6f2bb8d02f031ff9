"""What a reader of the pages sees: how far things are, documents, words found, the log."""
