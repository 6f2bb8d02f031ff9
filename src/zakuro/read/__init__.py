"""Text becomes statements and mentions with exact spans."""
