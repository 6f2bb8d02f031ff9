"""Checking: statements, mentions and reference rates in, findings out.  Pure."""
