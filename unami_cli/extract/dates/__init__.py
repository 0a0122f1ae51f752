"""Calendar expressions: "Saturday, December 13, 2025", "5-6 April 2016", "since 2017", "the 1980s", "575 B.C."."""

from unami_cli.extract.dates.finding import find_dates
from unami_cli.extract.dates.resolving import resolve_dates

__all__ = ["find_dates", "resolve_dates"]
