"""The commands by which things go out of the books for others to follow and read."""
