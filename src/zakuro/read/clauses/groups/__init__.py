"""Words of a sentence by their places, and sums that several givers share."""
