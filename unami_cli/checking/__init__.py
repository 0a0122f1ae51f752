"""Texts checked against something else: a claim, another text, the calendar, the register; what no record covers."""
