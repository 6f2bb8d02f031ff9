"""Running sums of all pledges: what balance and scores are printed from, whatever their number."""
