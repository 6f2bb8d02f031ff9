"""From bytes to frozen text with blocks."""
