"""The commands that look into the books, find things in them, and take tables out of them."""
