"""Commands on things and on what became of proposals."""
