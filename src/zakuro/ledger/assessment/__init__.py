"""How accounts stand, and how that scores."""
