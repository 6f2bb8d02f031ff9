"""The read API: what a page may be asked, what it gives as data, and the document that says so."""
