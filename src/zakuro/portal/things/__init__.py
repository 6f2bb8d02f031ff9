"""Pages of things, of proposals and of positions."""
