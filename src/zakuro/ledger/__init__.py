"""Entries become accounts, balances and standing.  Pure: today is an argument."""
