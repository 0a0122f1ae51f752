"""A point on the calendar as a text states it, and how the Extended Date/Time Format (ISO 8601-2) writes it."""

from __future__ import annotations

from typing import NamedTuple

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Moment(NamedTuple):
    """A year, a month or a day; what the text leaves out is None.

    `year` is astronomical: 1 BC is 0, 500 BC is -499. `known` is how many of the four digits of the year are stated
    (3 for "the 1980s"). `undecided` marks "05/06/2003", where the order of day and month is open.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    known: int = 4
    approximate: bool = False
    undecided: bool = False

    @property
    def precision(self) -> int:
        """1 for a year, 2 for a month, 3 for a day."""
        return 3 if self.day is not None else 2 if self.month is not None else 1

    @property
    def edtf(self) -> str:
        """The value in EDTF level 1: "2003-08-14", "198X", "XXXX-12-31", "-0574~"."""
        parts = ["XXXX" if self.year is None else _digits(self.year, self.known)]
        if self.undecided:
            parts += ["XX", "XX"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts) + "~" * self.approximate

    @property
    def order(self) -> tuple[int, int]:
        """Month and day, to see which of two moments of one year comes first."""
        return self.month or 0, self.day or 0


class Found(NamedTuple):
    """A moment, or a range of two, over the tokens `first` to `last` (exclusive).

    `sure` is False for what is a date only in company: a month alone, which joins with a neighbour or falls away.
    """

    first: int
    last: int
    begin: Moment
    until: Moment | None = None
    sure: bool = True


def _digits(year: int, known: int) -> str:
    written = f"{abs(year):04d}"
    return "-" * (year < 0) + written[:known] + "X" * (4 - known)


def valid(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has this day; 29 February without a year counts as valid."""
    if not (1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]):
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)
