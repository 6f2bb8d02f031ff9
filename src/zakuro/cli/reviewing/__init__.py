"""The commands by which documents become pledges: add, review, matches."""
