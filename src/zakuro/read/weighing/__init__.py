"""The second reader: a small model that weighs what the rules found, and what they passed over."""
