"""What others keep, entered in the books as attributed."""
