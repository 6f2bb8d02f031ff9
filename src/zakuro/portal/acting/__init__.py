"""What the one person at this machine does: add a document, review it, enter acts."""
