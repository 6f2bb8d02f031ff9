"""The portal: the books as web pages; the only room in which a web framework appears."""
