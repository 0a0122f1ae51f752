"""Filling in the year that a date leaves out, where the article makes it certain."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from unami_cli.model import Date, Span
from unami_cli.values import replace

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30)
_BEFORE = tuple(accumulate(_LENGTHS))
_HALF_A_YEAR = 183


def resolve_dates(dates: Sequence[Date], paragraphs: Sequence[int]) -> tuple[Date, ...]:
    """The dates with the years of "December 31st" or "in February" filled in where the article makes them certain.

    `dates` are all dates of one article in text order; `paragraphs` gives the paragraph of each, 0 for the head (title,
    dateline, "Published …"). A year is filled in from an anchor, a full date (year, month and day) that goes before:
    the nearest one in the same paragraph, else that of the head. It is certain when all of these hold:

    - the last year that the article names before the date is the anchor's, so that the story has not moved on;
    - the full dates of that paragraph (or head) before it agree on the year;
    - in the anchor's year the date lies less than half a year from the anchor, so that no neighbouring year is nearer
      ("January 5" after "December 13, 2025" stays open);
    - it is not worded against another year ("last December", "next May").

    `anchor` becomes the span of the anchor; every other date is returned as it came.
    """
    resolved: list[Date] = []
    for n, date in enumerate(dates):
        anchor = _anchor(dates[:n], paragraphs[:n], paragraphs[n]) if _lacks_year(date) else None
        resolved.append(date if anchor is None else _filled(date, anchor))
    return tuple(resolved)


def _lacks_year(date: Date) -> bool:
    return date.edtf.startswith("XXXX-") and not date.text.lower().startswith(("last ", "next "))


def _anchor(before: Sequence[Date], places: Sequence[int], here: int) -> Date | None:
    """The nearest full date of the same paragraph, else of the head, unless years there or since then conflict."""
    year = next((_year(date) for date in reversed(before) if _year(date)), None)
    for place in (here, 0):
        full = [date for date, at in zip(before, places, strict=True) if at == place and _is_full(date)]
        if full:
            agreed = {_year(date) for date in full} == {year}
            return full[-1] if agreed else None
    return None


def _year(date: Date) -> str:
    """The four digits of the year that a date ends in, or ""."""
    last = date.edtf.removesuffix("/..").rpartition("/")[2]
    return last[:4] if last[:4].isdigit() else ""


def _is_full(date: Date) -> bool:
    return len(date.edtf) == 10 and date.edtf.replace("-", "").isdigit()


def _filled(date: Date, anchor: Date) -> Date:
    """The date in the anchor's year, or as it came when another year would lie as near."""
    year = anchor.edtf[:4]
    for part in date.edtf.removesuffix("/..").split("/"):
        if not part.startswith("XXXX-") or abs(_day_of_year(part) - _day_of_year(anchor.edtf)) >= _HALF_A_YEAR:
            return date
        if part.endswith("-02-29") and not _is_leap(int(year)):
            return date
    return replace(date, resolved=date.edtf.replace("XXXX", year), anchor=Span(anchor.start, anchor.end))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day_of_year(edtf: str) -> int:
    """The day in the year of "XXXX-12-31" or "2003-08-14"; the middle of the month for "XXXX-12"."""
    month, _, day = edtf[5:].partition("-")
    return _BEFORE[int(month) - 1] + int(day[:2] or 15)
