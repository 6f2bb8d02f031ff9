"""Clauses whose adjuncts stand between subject and predicate."""
