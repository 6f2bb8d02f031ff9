"""Commands that look at the books: one account, and the figures of all."""
