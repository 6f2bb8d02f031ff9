"""What is followed besides pledges: claims, positions, proposals and calls."""
