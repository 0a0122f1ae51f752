"""The calendar: what months and weekdays are called, how long a month is, and the marks of a time of day."""

from __future__ import annotations

MONTHS = tuple("january february march april may june july august september october november december".split())
MONTH_NUMBERS = {name[:size]: n for size in (None, 3) for n, name in enumerate(MONTHS, 1)} | {"sept": 9}
"""Every name of a month, also cut short, with its number, 1 to 12."""
SHORT_MONTHS = frozenset(MONTH_NUMBERS.keys() - set(MONTHS))
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
SHORT_WEEKDAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
DAY_NAMES = WEEKDAYS | MONTH_NUMBERS.keys()
"""What a day may be called by: the months, also cut short, and the weekdays."""
TIMES_OF_DAY = frozenset("am pm gmt utc est edt cet bst".split())
"""What stands behind a time of day."""
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether an astronomical year of the Gregorian calendar has 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The days of the month, 1 to 12, in that year."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has this day; 29 February without a year counts as one.

    >>> is_day(None, 2, 29), is_day(1900, 2, 29), is_day(2000, 2, 29), is_day(2001, 13, 1)
    (True, False, True, False)
    """
    return 1 <= month <= 12 and 1 <= day <= month_length(4 if year is None else year, month)


def day_of_year(month: int, day: int) -> int:
    """Which day of a common year it is, 1 for 1 January."""
    return sum(_LENGTHS[: month - 1]) + day
