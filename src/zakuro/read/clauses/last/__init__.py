"""Clauses whose predicate stands last."""
