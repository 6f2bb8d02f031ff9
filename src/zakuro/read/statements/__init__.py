"""Statements: what the blocks of a document make of its clauses."""
