"""Numbers that count or measure: "over 700 personnel", "£1.1bn", "10-15 per cent", "half a million", "34-year-old"."""

from unami_cli.extract.figures.finding import find_figures

__all__ = ["find_figures"]
