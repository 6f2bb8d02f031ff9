"""The only joints between rooms: they join what is pure and own the transaction."""
