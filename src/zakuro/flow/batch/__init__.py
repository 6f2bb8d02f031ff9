"""Many documents: where they are, reading them over the cores, and what was read as one table."""
