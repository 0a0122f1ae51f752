"""When things happened: what an EDTF expression covers, and a table's dated facts in the order of their days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from unami_cli.errors import BadQuery
from unami_cli.lexicon import month_length
from unami_cli.marks import unmarked
from unami_cli.model import Date, Dated, Fact, Figure
from unami_cli.patterns import pattern
from unami_cli.table import FactTable

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
"""What stands for the open ends of a date."""

_POINT = pattern(
    r"""
    (?P<year> -? (?= [0-9X]{4} (?![0-9X]) ) [0-9]{1,4} X{0,3})
    (?: - (?P<month> [0-9]{2} | XX)
        (?: - (?P<day> [0-9]{2} | XX) )?
    )?
    [~?%]?
    """,
    re.VERBOSE,
)
_DOTTED = pattern(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_ASKED = pattern(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_PLAIN_DATE = pattern(r"[1-9][0-9]{3}(?:-[0-9]{2}){0,2}")
_LEADING = pattern(r"\A(?:(?:the|in|on|by|of|at)\s+)+", re.IGNORECASE)
_PARTS = {
    **dict.fromkeys(("early", "start", "beginning", "dawn"), "early"),
    **dict.fromkeys(("mid", "middle"), "mid"),
    **dict.fromkeys(("late", "end", "close"), "late"),
}
_BOUNDS = {"before": "before", "until": "until", "till": "until", "after": "after"}
_RANGE = pattern(r"\A(?:from |between )?(.+?) (?:to|and|until|till|through|-|–|—) (.+)\Z", re.IGNORECASE)
_SHARES = frozenset("half quarter spring summer autumn fall winter".split())
"""Words for a part of a year that its date does not state."""
_LONGEST_WORDING = 22
# A winter may be that of January or of December: all of the year is the only stretch that is sure to hold it.
_SEASONS = {21: ("03", "05"), 22: ("06", "08"), 23: ("09", "11"), 24: ("01", "12")}


def day_key(day: str) -> tuple[int, str]:
    """What orders ISO days rightly, also those of negative years.

    >>> day_key("-0574-12-31") < day_key("-0044-03-15") < day_key("0001-01-01")
    True
    """
    return int(day[:-6]), day[-5:]


def interval(edtf: str) -> tuple[str, str] | None:
    """The first and last day that an EDTF (level 1) expression covers, or None when it names no year or no real day.

    >>> interval("2017-12"), interval("198X"), interval("2017/.."), interval("XXXX-12-31")
    (('2017-12-01', '2017-12-31'), ('1980-01-01', '1989-12-31'), ('2017-01-01', '9999-12-31'), None)
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    begins = (FIRST_DAY, FIRST_DAY) if first in ("", "..") else _point(first)
    ends = (LAST_DAY, LAST_DAY) if last in ("", "..") else _point(last)
    if begins is None or ends is None or (begins[0] == FIRST_DAY and ends[1] == LAST_DAY):
        return None
    return (begins[0], ends[1]) if day_key(begins[0]) <= day_key(ends[1]) else None


def stated(edtf: str) -> tuple[str, str] | None:
    """The first and last day that an expression names: of an open stretch those of its one end, else `interval`.

    >>> stated("2017/.."), stated("1977/1979")
    (('2017-01-01', '2017-12-31'), ('1977-01-01', '1979-12-31'))
    """
    first, slash, last = edtf.partition("/")
    if slash and ("" in (first, last) or ".." in (first, last)):
        return _point(first if last in ("", "..") else last)
    return interval(edtf)


def overlaps(covered: tuple[str, str], since: str | None, until: str | None) -> bool:
    """Whether an interval shares a day with the one from `since` to `until` (ISO days; None is open)."""
    return (since is None or day_key(covered[1]) >= day_key(since)) and (
        until is None or day_key(covered[0]) <= day_key(until)
    )


def in_turns(dates: Sequence[Date], figures: Sequence[Figure]) -> list[tuple[Date, Figure]]:
    """Days and figures of one sentence that take turns, each with its own: "300 trucks in 2021 and 450 in 2022"."""
    every = sorted([*dates, *figures], key=lambda one: one.start)
    turns = all(isinstance(one, Date) != isinstance(other, Date) for one, other in pairwise(every))
    several = len(dates) == len(figures) > 1
    return list(zip(dates, figures, strict=True)) if several and turns else []


def same_time(one: str, other: str) -> bool:
    """Whether two expressions share a day or, where only one of them has a year, a day or month of any year.

    >>> same_time("2017", "2017-12-31"), same_time("2019", "2017/.."), same_time("XXXX-12", "2017-12-31")
    (True, True, True)
    >>> same_time("2018", "2017-12"), same_time("XXXX-12-30", "2017-12-31")
    (False, False)
    """
    mine, theirs = interval(one), interval(other)
    if mine and theirs:
        return overlaps(mine, *theirs)
    days = [expression.partition("/")[0][5:] for expression in (one, other)]
    return days[0].startswith(days[1]) or days[1].startswith(days[0])


def asked_day(text: str, last: bool) -> str:
    """The first (or `last`) day of a YYYY, YYYY-MM, YYYY-MM-DD or DD.MM.YYYY that a user typed.

    Raises `BadQuery` on all else.

    >>> asked_day("2005", last=True), asked_day("2003-08", last=False), asked_day("31.1.2003", last=False)
    ('2005-12-31', '2003-08-01', '2003-01-31')
    """
    dotted = _DOTTED.fullmatch(text)
    iso = f"{dotted[3]}-{int(dotted[2]):02}-{int(dotted[1]):02}" if dotted else text
    covered = interval(iso) if _ASKED.fullmatch(iso) else None
    if covered is None:
        raise BadQuery(text, "is not a date", "write 2017, 2017-12 or 2017-12-31")
    return covered[1] if last else covered[0]


def timeline(table: FactTable, since: str | None = None, until: str | None = None) -> tuple[Dated, ...]:
    """Every date of every fact, by earliest day, those whose year is not known last; ties keep the reading order.

    "The end of May" comes as its last day does.

    `since` and `until` are YYYY, YYYY-MM or YYYY-MM-DD, both included: an entry stays when what it names shares a day
    with them; "since 2017" names 2017 and nothing later.
    Raises `BadQuery` for anything else.
    """
    first = None if since is None else asked_day(since, last=False)
    last = None if until is None else asked_day(until, last=True)
    if first and last and day_key(first) > day_key(last):
        raise BadQuery(str(since), f"is later than {until}", "swap the two")
    known, open = list[Dated](), list[Dated]()
    for entry in dates_of(table.facts):
        if not entry.earliest:
            open.append(entry)
        elif overlaps(stated(entry.date.resolved) or (entry.earliest, entry.latest), first, last):
            known.append(entry)
    known.sort(key=lambda entry: day_key(_meant(entry)))
    return tuple(known) if since or until else (*known, *open)


def _meant(entry: Dated) -> str:
    """The day by which an entry is sorted: its first; of the middle or the end of a time that, as it is drawn."""
    if "/" in entry.date.resolved or entry.part in ("", "early") or entry.bound in ("before", "until"):
        return entry.earliest
    if entry.part == "late":
        return entry.latest
    return f"{entry.earliest[:-2]}15" if entry.earliest[:-3] == entry.latest[:-3] else f"{entry.earliest[:-5]}07-01"


def dates_of(facts: Iterable[Fact]) -> Iterator[Dated]:
    """The dates of these facts, in their order, each with the days that it may mean."""
    for fact in facts:
        for date in fact.dates:
            covered = interval(date.resolved)
            yield Dated(date, fact, *(covered or ("", "")), *_worded(date, fact, known=covered is not None))


def _worded(date: Date, fact: Fact, *, known: bool) -> tuple[str, str, str]:
    """What a reader would call a date, which part of it is meant, and whether it bounds a time.

    `known` says that its days are.
    """
    ranged = "/" in date.resolved
    words = date.text.casefold().replace("-", " ").split()
    part = next((_PARTS[word] for word in words if word in _PARTS), "")
    before = fact.text[max(0, date.start - fact.start - 12) : date.start - fact.start].casefold().split()
    bound = _BOUNDS.get(before[-1], "") if before and not ranged else ""
    share = date.resolved in words and not _SHARES.isdisjoint(words)
    plain = _PLAIN_DATE.fullmatch(date.resolved) and not part and not share
    wording = date.resolved if plain or (ranged and known and not part) else " ".join(unmarked(date.text).split())
    wording = _LEADING.sub("", wording)
    if ranged and not known:
        wording = _RANGE.sub(r"\1 – \2", wording)
    elif len(wording) > _LONGEST_WORDING:
        wording = f"{part} {date.resolved}".lstrip()
    return f"{bound} {wording}".lstrip(), part, bound


def _point(text: str) -> tuple[str, str] | None:
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    low, high = _years(found["year"])
    months = _months(found["month"])
    if months is None:
        return None
    day = found["day"]
    if day is None or day == "XX":
        return f"{low}-{months[0]}-01", f"{high}-{months[1]}-{month_length(int(high), int(months[1])):02}"
    if not 1 <= int(day) <= month_length(int(high), int(months[0])) or months[0] != months[1]:
        return None
    return f"{low}-{months[0]}-{day}", f"{high}-{months[1]}-{day}"


def _years(text: str) -> tuple[str, str]:
    near, far = text.replace("X", "0"), text.replace("X", "9")
    return (far, near) if text[0] == "-" else (near, far)


def _months(text: str | None) -> tuple[str, str] | None:
    if text is None or text == "XX":
        return "01", "12"
    if int(text) in _SEASONS:
        return _SEASONS[int(text)]
    return (text, text) if 1 <= int(text) <= 12 else None
