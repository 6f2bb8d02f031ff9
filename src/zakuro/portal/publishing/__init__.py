"""Pages for other programs, and the portal as static files."""
