"""Word documents (Office Open XML) as text with blocks."""
