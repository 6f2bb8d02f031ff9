"""Errors put into texts by program, one each, to measure how many of them checking finds."""
