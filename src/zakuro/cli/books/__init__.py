"""The commands that keep books and look into them."""
