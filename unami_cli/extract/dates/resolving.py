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
    anchors = _Anchors()
    resolved: list[Date] = []
    for date, place in zip(dates, paragraphs, strict=True):
        anchor = anchors.of(place) if _lacks_year(date) else None
        resolved.append(date if anchor is None else _filled(date, anchor))
        anchors.pass_by(date, place)
    return tuple(resolved)


def _lacks_year(date: Date) -> bool:
    return date.edtf.startswith("XXXX-") and not date.text.lower().startswith(("last ", "next "))


class _Anchors:
    """What the dates so far make certain: the last year named, and of each paragraph the last full date."""

    def __init__(self) -> None:
        self._year = ""
        self._full: dict[int, Date] = {}
        self._mixed: set[int] = set()

    def pass_by(self, date: Date, place: int) -> None:
        """Take the next date in; a paragraph (or head) whose full dates name two years makes nothing certain."""
        self._year = _year(date) or self._year
        if _is_full(date):
            before = self._full.setdefault(place, date)
            if _year(before) != _year(date):
                self._mixed.add(place)
            self._full[place] = date

    def of(self, place: int) -> Date | None:
        """The nearest full date of a paragraph, else of the head, unless years there or since then conflict."""
        at = place if place in self._full else 0
        anchor = self._full.get(at)
        agreed = anchor is not None and at not in self._mixed and _year(anchor) == self._year
        return anchor if agreed else None


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
