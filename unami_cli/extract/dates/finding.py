"""From the dates that stand in a sentence to entries: ranges joined, shared years filled in, words around taken in."""

from __future__ import annotations

from collections.abc import Sequence

from unami_cli.extract.dates import vocabulary as v
from unami_cli.extract.dates.grammar import read
from unami_cli.extract.dates.moment import Found, Moment
from unami_cli.extract.scan import DASHES, Scan, scan
from unami_cli.model import Date, Span
from unami_cli.spans import Spans

TRIGGERS = v.MONTHS.keys() | v.DAY_WORDS.keys() | v.DECADE_WORDS.keys()
_ORDINALS = frozenset("first second third fourth last".split())


def find_dates(text: str, start: int, end: int, occupied: Sequence[Span] = ()) -> tuple[Date, ...]:
    """The calendar expressions in `text[start:end]`, in text order: a year, a decade, a month, or a day of a month.

    `edtf` is what the words state ("XXXX-12-31" for a day without a year, "2003-XX-XX" for 05/06/2003); `resolved`
    equals it, `anchor` is None. Nothing that touches a span of `occupied` is a date. Offsets are into `text`.

    >>> [(d.text, d.edtf) for d in find_dates("Since 2017, as on 5-6 April 2016, they may march.", 0, 50)]
    [('Since 2017', '2017/..'), ('5-6 April 2016', '2016-04-05/2016-04-06')]
    """
    tokens = scan(text, start, end)
    found = _join(tokens, _collect(tokens, occupied))
    entries: list[Date] = []
    floor = 0
    for each in found:
        if each.sure:
            entries.append(_entry(tokens, each, floor))
            floor = each.last
    return tuple(entries)


def _collect(tokens: Scan, occupied: Sequence[Span]) -> list[Found]:
    found: list[Found] = []
    taken = Spans(occupied)
    i, count = 0, len(tokens.lows)
    while i < count:
        low = tokens.lows[i]
        i += 1
        if not (low[0].isdigit() or low in TRIGGERS):
            continue
        here = read(tokens, i - 1, _is_listed(tokens, found, i - 1))
        floor = found[-1].last if found else 0
        if here and here[0].first >= floor and not taken.touch(*_places(tokens, here)):
            found += here
            i = here[-1].last
    return found


def _places(tokens: Scan, here: Sequence[Found]) -> tuple[int, int]:
    """The characters from the first to the last of these dates."""
    return tokens.starts[here[0].first], tokens.ends[here[-1].last - 1]


def _is_listed(tokens: Scan, found: list[Found], i: int) -> bool:
    """Whether a date with a year stands just before token `i`, but for a comma or a joining word."""
    if not found or found[-1].begin.year is None or i - found[-1].last > 2:
        return False
    gap = tokens.lows[found[-1].last : i]
    return bool(gap) and all(low in v.LISTED or low in v.TO for low in gap)


# ---- joining -------------------------------------------------------------------------------------------------------


def _join(tokens: Scan, found: list[Found]) -> list[Found]:
    """Make one range of two dates around "to" or "between … and"; share the year at the end of a list."""
    joined: list[Found] = found[-1:]
    for left in reversed(found[:-1]):
        right = joined[-1]
        gap = tokens.lows[left.last : _modified(tokens, right)[0]]
        if right.until is None and left.until is None and _spans(tokens, left, gap):
            whole = _range(left, right)
            if whole is not None:
                joined[-1] = whole
                continue
        listed = len(gap) == 1 and gap[0] in v.LISTED
        joined[-1:] = _share(left, right)[::-1] if listed else (right, left)
    return joined[::-1]


def _spans(tokens: Scan, left: Found, gap: Sequence[str]) -> bool:
    """Whether the words between two dates make a range of them."""
    if len(gap) == 1 and gap[0] in v.TO:
        return True
    between = tokens.low(_modified(tokens, left)[0] - 1) == "between"
    return gap == ("up", "to") or (gap == ("and",) and between)


def _range(left: Found, right: Found) -> Found | None:
    begin, until = left.begin, right.begin
    later = begin.order <= until.order
    if begin.year is None and until.year is not None and begin.precision > 1 and until.precision > 1:
        begin = begin._replace(year=until.year if later else until.year - 1)
    elif until.year is None and begin.year is not None and begin.precision > 1:
        until = until._replace(year=begin.year if later else begin.year + 1)
    if (begin.year is None) != (until.year is None) or _key(begin) >= _key(until):
        return None
    sure = left.sure or right.sure or begin.year is not None
    return Found(left.first, right.last, begin, until, sure)


def _key(moment: Moment) -> tuple[int, int, int]:
    return moment.year or 0, *moment.order


def _share(left: Found, right: Found) -> tuple[Found, Found]:
    """Two dates of a list: the year at its end holds for all, and a month alone is as sure as its neighbour."""
    shares = left.begin.precision == right.begin.precision > 1 and left.begin.order < right.begin.order
    if not shares or left.until is not None:
        return left, right
    if left.begin.year is None and right.begin.year is not None:
        return left._replace(begin=left.begin._replace(year=right.begin.year), sure=True), right
    sure = left.sure or right.sure
    return left._replace(sure=sure), right._replace(sure=sure)


# ---- the words around ----------------------------------------------------------------------------------------------


def _modified(tokens: Scan, found: Found) -> tuple[int, bool]:
    """The token at which the expression begins with its modifiers ("the end of", "mid-"), and whether it is vague."""
    k = _weekday(tokens, found) if found.begin.precision == 3 else found.first
    if found.begin.precision == 2 and found.begin.year is None and tokens.low(k - 1) in ("last", "next"):
        return k - 1, False
    approximate = False
    bare = found.begin.precision == 1
    for _ in range(4):
        step = _modifier(tokens, k, bare)
        if not step:
            break
        approximate = approximate or step < 0
        k -= abs(step)
    modified = k < found.first or found.begin.known < 4
    if modified and tokens.low(k - 1) == "the" and tokens.low(k) not in v.WEEKDAYS:
        k -= 1
    return k, approximate


def _weekday(tokens: Scan, found: Found) -> int:
    k = found.first
    before = k - 1
    if tokens.low(before) == "the":
        before -= 1
    if tokens.low(before) in (",", "."):
        before -= 1
    if tokens.low(before) == "." and tokens.low(before + 1) == ",":
        before -= 1
    return before if tokens.low(before) in v.WEEKDAYS and tokens.capital(before) else k


def _modifier(tokens: Scan, k: int, bare: bool) -> int:
    """How many tokens before `k` belong to the expression; negative when they make it approximate, 0 for none."""
    before, two = tokens.low(k - 1), tokens.low(k - 2)
    if before in v.APPROXIMATE:
        return -1
    if before == "." and two in ("c", "ca"):
        return -2
    if before in v.EARLY_LATE or (bare and (before in v.SEASONS or before == "fiscal")):
        return 1
    if before in DASHES and tokens.glued(k - 1) and two in ("mid", "early", "late", "end"):
        return 2
    if bare and before == "year":
        return 2 if two in ("fiscal", "financial", "calendar") else 1
    return _part_of(tokens, k)


def _part_of(tokens: Scan, k: int) -> int:
    """How many tokens before `k` are "end of", "first half of the" or the like."""
    of = k - 2 if tokens.low(k - 1) == "the" else k - 1
    if tokens.low(of) != "of" or tokens.low(of - 1) not in v.PARTS:
        return 0
    return k - of + 1 + (tokens.low(of - 2) in _ORDINALS)


def _entry(tokens: Scan, found: Found, floor: int) -> Date:
    """The entry with the words around it taken in, as far back as token `floor`."""
    first, approximate = _modified(tokens, found)
    if first < floor:
        first, approximate = found.first, False
    begin = found.begin._replace(approximate=True) if approximate else found.begin
    edtf, last = begin.edtf, found.last
    before = tokens.low(first - 1)
    if found.until is not None:
        edtf = f"{edtf}/{found.until.edtf}"
        first -= before in ("from", "between")
    elif since := _since(tokens, first):
        edtf, first = f"{edtf}/..", since - 1
    elif onward := _onward(tokens, before, last):
        edtf, first, last = f"{edtf}/..", first - (before == "from"), onward
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Date(start, end, tokens.text[start:end], edtf, edtf)


def _since(tokens: Scan, first: int) -> int:
    """The token after "since" when it opens the interval that begins at `first`, else 0."""
    if tokens.low(first - 1) == "since":
        return first
    least = tokens.lows[max(0, first - 3) : first] == ("since", "at", "least")
    return first - 2 if least else 0


def _onward(tokens: Scan, before: str, last: int) -> int:
    """The token after "from 2003 onwards", "2003–present" or "from 2003 to the present day", else 0."""
    after = tokens.low(last)
    if before == "from" and (after in ("onward", "onwards") or (after == "on" and not tokens.low(last + 1).isalpha())):
        return last + 1
    if after in v.TO:
        k = last + 2 if tokens.low(last + 1) == "the" else last + 1
        if tokens.low(k) in v.NOW and not (tokens.low(k) == "date" and after != "to"):
            return k + 2 if tokens.low(k + 1) == "day" else k + 1
    return 0
