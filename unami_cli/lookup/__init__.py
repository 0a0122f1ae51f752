"""One kind of question to a fact table per file: search, timeline, and what they need."""
