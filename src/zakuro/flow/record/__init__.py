"""The bundled record: digests of what was published, and what a keeper of books did with each."""
