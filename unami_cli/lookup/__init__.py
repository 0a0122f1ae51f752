"""One question to a fact table a file: search, timeline, and what they need."""
