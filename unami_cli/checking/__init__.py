"""Texts held against something else: a claim, another text, the calendar and the register, what no record covers."""
