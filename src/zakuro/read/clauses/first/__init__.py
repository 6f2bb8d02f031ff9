"""Clauses whose predicate stands behind its subject."""
