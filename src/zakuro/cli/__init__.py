"""The command line: one file for each family of commands, loaded when one is called."""

from zakuro.cli.main import main

__all__ = ["main"]
