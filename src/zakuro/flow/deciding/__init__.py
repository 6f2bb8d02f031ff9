"""The joint of deciding: acts of the members checked by the rules and entered, and looked at."""
