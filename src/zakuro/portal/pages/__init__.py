"""The pages: each gives a template and the plain data that it shows."""
