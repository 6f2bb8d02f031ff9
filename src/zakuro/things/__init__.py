"""Things that outlive statements, and what became of proposals: entries in, state out (pure)."""
