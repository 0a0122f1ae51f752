"""The register of Security Council resolutions: which year a number fell in, and what was resolved on UNAMI.

Compiled from the UN's own lists (`data/SOURCES.md`). Numbers run on through the years, so a number tells its year.
"""

from __future__ import annotations

from functools import cache

from unami_cli.lexicon import data_bytes
from unami_cli.values import Value

COUNCIL = "Security Council"
"""The organ whose resolutions the register holds."""
_ADDRESS = "https://docs.un.org/en/"


def address(symbol: str) -> str:
    """The public address of the document of that symbol.

    >>> address("S/RES/1500 (2003)")
    'https://docs.un.org/en/S/RES/1500(2003)'
    """
    return _ADDRESS + symbol.replace(" ", "")


class Entry(Value):
    """One resolution on UNAMI: `date` is an EDTF day, `effect` a sentence on what it did to the mandate."""

    number: int
    date: str
    symbol: str
    effect: str

    @property
    def url(self) -> str:
        """The document's public address."""
        return address(self.symbol)


@cache
def _years() -> tuple[tuple[int, int, int], ...]:
    rows = data_bytes("resolution-years.csv").decode().splitlines()[1:]
    return tuple((int(year), int(first), int(last)) for year, first, last in (row.split(",")[:3] for row in rows))


@cache
def _entries() -> dict[int, Entry]:
    import csv

    rows = csv.DictReader(data_bytes("unami-resolutions.csv").decode().splitlines())
    return {int(r["number"]): Entry(int(r["number"]), r["date"], r["symbol"], r["effect"]) for r in rows}


def year_of(number: int) -> int | None:
    """The year in which the Security Council adopted its resolution `number`, or None outside the register."""
    return next((year for year, first, last in _years() if first <= number <= last), None)


def last() -> tuple[int, int]:
    """The year and the number of the last resolution that the register holds."""
    year, _, number = max(_years())
    return year, number


def entries() -> tuple[Entry, ...]:
    """All that the register knows of resolutions that concern UNAMI, the earliest first."""
    return tuple(sorted(_entries().values(), key=lambda one: (one.date, one.number)))


def entry(number: int) -> Entry | None:
    """What the register knows of a resolution that concerns UNAMI, else None."""
    return _entries().get(number)


def entry_of(body: str | None, number: str) -> Entry | None:
    """The same of a body's resolution of that number as it is written."""
    return entry(int(number)) if body == COUNCIL and number.isdecimal() else None
