"""Clauses in free order, told by cases."""
