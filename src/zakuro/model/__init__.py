"""What can be said: statements, mentions, quantities, periods, parties, entries."""
