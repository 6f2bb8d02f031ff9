"""Amounts: figures with what they count or measure."""
