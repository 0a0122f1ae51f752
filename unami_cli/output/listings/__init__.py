"""The listings: which fields the rows of each command have."""
