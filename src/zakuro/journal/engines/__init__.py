"""Where the journal lies: SQLite or PostgreSQL."""
