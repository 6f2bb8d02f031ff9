"""How members decide: entries in, the state of a decision out.  Pure; time is an argument."""
