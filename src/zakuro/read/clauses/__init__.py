"""Clauses: what each says, and who acts in it."""
