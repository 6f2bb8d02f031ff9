"""What leaves the books for others: tables as files of their programs."""
