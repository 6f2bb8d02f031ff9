"""What is seen in the books: lists and scores."""
