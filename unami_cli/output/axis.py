"""An axis of time for a screen: which cell a day falls into, to scale or a step a year, and what to write along it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from unami_cli.values import Value

_STEPS_OF_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_STEPS_OF_MONTHS = (1, 2, 3, 6)
_STEPS_OF_DAYS = (1, 2, 7, 14, 28)
_MONTHS_BELOW, _DAYS_BELOW = 731, 62
_GAP = 2


class Tick(Value):
    """A place on the axis, by its cell from 0, and what is written there from the cell `at` on."""

    cell: int
    label: str
    at: int = 0


class Axis(Value):
    """`width` cells for `stretches` of days (ordinals, the end exclusive), each as wide as the others when by step."""

    width: int
    stretches: tuple[tuple[int, int], ...]
    ticks: tuple[Tick, ...]
    by_step: bool = False

    def cell(self, day: str) -> int:
        """The cell (0 to `width` - 1) of an ISO day; that of the nearest end for a day beyond the axis."""
        at, share = ordinal(day), self.width / len(self.stretches)
        for number, (first, end) in enumerate(self.stretches):
            if at < end:
                within = max(at - first, 0) / (end - first)
                return min(int((number + within) * share), self.width - 1)
        return self.width - 1


def axis(days: Iterable[str], width: int) -> Axis:
    """The axis on which these ISO days stand: to scale, unless that leaves years less than half a cell.

    `days` are at least one, `width` at least 1 cell. Short times are told by months or by days instead of years.
    """
    known = sorted(set(days), key=ordinal)
    years = sorted({_parts(day)[0] for day in known})
    if years[-1] - years[0] >= 2 * width and len(years) <= width:
        stretches = tuple((_day(year), _day(year + 1)) for year in years)
        places = (Tick(int(number * width / len(years)), _name(year)) for number, year in enumerate(years))
        return Axis(width, stretches, _legible(places, width), by_step=True)
    first, end = _bounds(known[0], known[-1])
    bare = Axis(width, ((first, end),), ())
    return Axis(width, bare.stretches, _ticks(bare))


def ordinal(day: str) -> int:
    """The number of a day in the Gregorian calendar run on both ways, year 0 and before included.

    >>> ordinal("2024-03-01") - ordinal("2024-02-28"), ordinal("0000-03-01"), ordinal("-0001-12-31") < 0
    (2, 0, True)
    """
    return _day(*_parts(day))


def _parts(day: str) -> tuple[int, int, int]:
    return int(day[:-6]), int(day[-5:-3]), int(day[-2:])


def _day(year: int, month: int = 1, day: int = 1) -> int:
    """Days since 0000-03-01: years begin in March, so that a leap day is the last of its year."""
    year, month = year - (month < 3), (month + 9) % 12
    return year * 365 + year // 4 - year // 100 + year // 400 + (month * 306 + 5) // 10 + day - 1


def _bounds(earliest: str, latest: str) -> tuple[int, int]:
    """The axis' ends: whole years, whole months in a short time, days in a very short one."""
    span = ordinal(latest) - ordinal(earliest)
    first, last = _parts(earliest), _parts(latest)
    if span >= _MONTHS_BELOW:
        return _day(first[0]), _day(last[0] + 1)
    if span >= _DAYS_BELOW:
        return _day(first[0], first[1]), _day(last[0] + last[1] // 12, last[1] % 12 + 1)
    return _day(*first), _day(*last) + 1


def _ticks(bare: Axis) -> tuple[Tick, ...]:
    """The closest ticks whose labels all have room; at least the first label."""
    chosen: tuple[Tick, ...] = ()
    for days in _candidates(*bare.stretches[0]):
        ticks = tuple(Tick(bare.cell(day), label) for day, label in days)
        if not ticks:
            continue
        chosen = ticks
        if all(after.cell - tick.cell >= len(tick.label) + _GAP for tick, after in pairwise(ticks)):
            break
    return _legible(chosen, bare.width)


def _candidates(first: int, end: int) -> Iterator[Sequence[tuple[str, str]]]:
    """Days with their labels, from close to far apart."""
    span = end - first
    years = range(_year(first), _year(end - 1) + 1)
    if span <= _DAYS_BELOW:
        every = [day for year in years for day in _days_of(year) if first <= ordinal(day) < end]
        yield from ([(day, day) for day in every[::step]] for step in _STEPS_OF_DAYS)
    elif span <= _MONTHS_BELOW + 366:
        months = [f"{_name(year)}-{month:02}" for year in years for month in range(1, 13)]
        inside = [month for month in months if first <= ordinal(f"{month}-01") < end]
        yield from ([(f"{month}-01", month) for month in inside[::step]] for step in _STEPS_OF_MONTHS)
    for step in _STEPS_OF_YEARS:
        whole = [year for year in years if _day(year) >= first and (year % step == 0 or year == years[0])]
        yield [(f"{_name(year)}-01-01", _name(year)) for year in _without_neighbour(whole, step)]


def _without_neighbour(years: list[int], step: int) -> list[int]:
    """The round years and the first of all, without the round one that comes too soon after it."""
    return years[:1] + years[2:] if len(years) > 1 and 2 * (years[1] - years[0]) < step else years


def _year(day: int) -> int:
    """The year of an ordinal."""
    year = day * 400 // 146097
    while _day(year + 1) <= day:
        year += 1
    while _day(year) > day:
        year -= 1
    return year


def _days_of(year: int) -> Iterator[str]:
    lengths = (31, 29 if _day(year, 3) - _day(year, 2) == 29 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return (f"{_name(year)}-{month:02}-{day:02}" for month, last in enumerate(lengths, 1) for day in range(1, last + 1))


def _name(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _legible(ticks: Iterable[Tick], width: int) -> tuple[Tick, ...]:
    """The ticks; a label that would run over the end is moved, one that would run into the one before is left out."""
    kept: list[Tick] = []
    free = 0
    for tick in ticks:
        at = max(min(tick.cell, width - len(tick.label)), 0)
        kept.append(Tick(tick.cell, tick.label, at) if at >= free else Tick(tick.cell, "", at))
        free = at + len(tick.label) + _GAP if at >= free else free
    return tuple(kept)
