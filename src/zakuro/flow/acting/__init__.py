"""What is entered into the books: documents, reviews, acts of parties, matches."""
