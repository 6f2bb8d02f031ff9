"""The commands by which members decide."""
