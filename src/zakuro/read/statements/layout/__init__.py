"""How a text is laid out: what a block begins with, its steps, and where sentences stand."""
