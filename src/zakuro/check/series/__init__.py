"""Series of figures: how files give them, and what they say of claims."""
