"""Things and what became of proposals, in open books: entered, listed, offered."""
