"""Arguments of clauses in free order, told by cases."""
