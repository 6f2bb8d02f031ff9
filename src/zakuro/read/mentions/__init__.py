"""Figures, amounts and times found in a text."""
