"""Numerals, in digits and words."""
