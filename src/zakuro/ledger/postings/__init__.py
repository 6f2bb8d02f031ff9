"""What each act posts to the accounts, and who may."""
