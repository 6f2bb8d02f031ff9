"""What goes out of the books for others to follow, read or compute with."""
