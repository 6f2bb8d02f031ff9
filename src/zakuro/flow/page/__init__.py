"""A reading as one page to open in a browser."""
