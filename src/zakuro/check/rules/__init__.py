"""The rules: each is one function with one numbered message, and says when it is silent."""
