"""The book of original entry: append, prove, look up.  The only room that touches storage."""
