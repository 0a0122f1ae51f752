"""Calendar expressions: "Saturday, December 13, 2025", "5-6 April 2016", "since 2017", "the 1980s", "575 B.C."."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from unami_cli import lexicon
from unami_cli.extract import years
from unami_cli.extract.numerals import APOSTROPHES, DASHES, Scan, scan
from unami_cli.extract.years import EARLY_LATE, SEASONS, Moment, Stated
from unami_cli.lexicon import MONTH_NUMBERS, MONTHS, ORDINAL_ENDINGS, ORDINALS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from unami_cli.model import Date, Span, Spans
from unami_cli.patterns import pattern
from unami_cli.values import replace

# As words of their own these are verbs, names or ranks; only "May 2016", "3 March" and the like make them months.
_DOUBTFUL_MONTHS = frozenset("march may april june august jan mar dec".split())
_IN_LOWER_CASE = frozenset(MONTHS) - {"may", "march"}
_DAY_NAMES = WEEKDAYS | SHORT_WEEKDAYS
_DECADE_WORDS = {f"{ten[:-1]}ies": 1900 + n for ten, n in lexicon.TENS.items()}
_DAY_WORDS = ORDINALS | {"thirtieth": 30}
_TENTHS = {word: lexicon.TENS[word] for word in ("twenty", "thirty")}
"""What a day in two words begins with: "twenty-third"."""
_PARTS = SEASONS | frozenset(
    "end close beginning start middle half quarter fall year month course outset turn remainder rest".split()
)
_ONE_OF_SEVERAL = frozenset("first second third fourth last".split())
_APPROXIMATE = frozenset("circa about around approximately roughly ca".split())
_TO = DASHES | frozenset("to until till through thru".split())
_LISTED = frozenset(("and", "or", "&", ","))
_BEFORE_A_MONTH_ALONE = frozenset("in since until till during early mid late last next by of".split())
_BEFORE_A_DOUBTFUL_MONTH_ALONE = _BEFORE_A_MONTH_ALONE - {"during", "by", "of"}
_HALF_A_YEAR = 183
_LONGEST_ASIDE = 120  # characters before a date that tell whether it is one of something besides
_FIRST_OF_1900 = 69  # years in two digits below it are of this century, as POSIX has it
CUES = frozenset(MONTH_NUMBERS.keys() | _DECADE_WORDS.keys())
"""The words without which, and without a digit, there is no date."""
_FIRST_WORDS = CUES | _DAY_WORDS.keys() | _TENTHS.keys()


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


def _collect(tokens: Scan, occupied: Sequence[Span]) -> list[Stated]:
    found: list[Stated] = []
    taken = Spans(occupied) if occupied else None
    floor = 0
    for i in tokens.places(_FIRST_WORDS):
        here = _read(tokens, i, found) if i >= floor else ()
        if not here or here[0].first < floor:
            continue
        if not (taken and taken.touch(tokens.starts[here[0].first], tokens.ends[here[-1].last - 1])):
            found += here
            floor = here[-1].last
    return found


def _is_listed(tokens: Scan, found: list[Stated], i: int) -> bool:
    """Whether a date with a year stands just before token `i`, but for a comma or a joining word."""
    gap = tokens.lows[found[-1].last : i] if found else ()
    return 0 < len(gap) <= 2 and all(low in _LISTED or low in _TO for low in gap)


# ---- joining -------------------------------------------------------------------------------------------------------


def _join(tokens: Scan, found: list[Stated]) -> list[Stated]:
    """Make one range of two dates around "to" or "between … and"; share the year at the end of a list."""
    joined: list[Stated] = found[-1:]
    for left in reversed(found[:-1]):
        right = joined[-1]
        gap = tokens.lows[left.last : _modified(tokens, right)[0]]
        if right.until is None and left.until is None and _spans(tokens, left, gap):
            whole = _range(left, right)
            if whole is not None:
                joined[-1] = whole
                continue
        listed = len(gap) == 1 and gap[0] in _LISTED
        joined[-1:] = _share(left, right)[::-1] if listed else (right, left)
    return joined[::-1]


def _spans(tokens: Scan, left: Stated, gap: Sequence[str]) -> bool:
    """Whether the words between two dates make a range of them."""
    between = gap == ("and",) and tokens.low(_modified(tokens, left)[0] - 1) == "between"
    return between or (len(gap) == 1 and gap[0] in _TO)


def _range(left: Stated, right: Stated) -> Stated | None:
    begin, until = left.begin, right.begin
    later = begin.order <= until.order
    if begin.year is None and until.year is not None and begin.precision > 1 and until.precision > 1:
        begin = begin._replace(year=until.year if later else until.year - 1)
    elif until.year is None and begin.year is not None and begin.precision > 1:
        until = until._replace(year=begin.year if later else begin.year + 1)
    if (begin.year is None) != (until.year is None) or (begin.year or 0, begin.order) >= (until.year or 0, until.order):
        return None
    return Stated(left.first, right.last, begin, until, left.sure or right.sure)


def _share(left: Stated, right: Stated) -> tuple[Stated, Stated]:
    """Two dates of a list: the year at its end holds for all, and a month alone is as sure as its neighbour."""
    if not left.begin.precision == right.begin.precision > 1 or left.begin.order >= right.begin.order:
        return left, right
    if left.begin.year is None and right.begin.year is not None:
        return left._replace(begin=left.begin._replace(year=right.begin.year), sure=True), right
    sure = left.sure or right.sure
    return left._replace(sure=sure), right._replace(sure=sure)


# ---- the words around ----------------------------------------------------------------------------------------------


def _modified(tokens: Scan, found: Stated) -> tuple[int, bool]:
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
    return k - (modified and tokens.low(k - 1) == "the"), approximate


def _weekday(tokens: Scan, found: Stated) -> int:
    k = found.first - 1
    k -= tokens.low(k) == "the"
    k -= tokens.low(k) in (",", ".")
    newspaper = tokens.low(k) == "sun" and tokens.low(k - 1) == "the"  # "The Sun, 3 May 2021"
    return k if tokens.low(k) in _DAY_NAMES and tokens.capital(k) and not newspaper else found.first


def _modifier(tokens: Scan, k: int, bare: bool) -> int:
    """How many tokens before `k` belong to the expression; negative when they make it approximate, 0 for none."""
    before, two = tokens.low(k - 1), tokens.low(k - 2)
    if before in _APPROXIMATE:
        return -1
    if before == "." and two in ("c", "ca"):
        return -2
    if before in EARLY_LATE or (bare and (before in SEASONS or before == "fiscal")):
        return 1
    if before in DASHES and tokens.glued(k - 1) and two == "mid":
        return 2
    if bare and before == "year":
        return 2 if two in ("fiscal", "financial", "calendar") else 1
    return _part_of(tokens, k)


def _part_of(tokens: Scan, k: int) -> int:
    """How many tokens before `k` are "end of", "first half of the" or the like."""
    of = k - 2 if tokens.low(k - 1) == "the" else k - 1
    if tokens.low(of) != "of" or tokens.low(of - 1) not in _PARTS:
        return 0
    return k - of + 1 + (tokens.low(of - 2) in _ONE_OF_SEVERAL)


def _entry(tokens: Scan, found: Stated, floor: int) -> Date:
    """The entry with the words around it taken in, as far back as token `floor`."""
    first, approximate = _modified(tokens, found)
    if first < floor:
        first, approximate = found.first, False
    edtf, last = found.begin._replace(approximate=approximate).edtf, found.last
    before = tokens.low(first - 1)
    if found.until is not None:
        edtf = f"{edtf}/{found.until.edtf}"
        first -= before in ("from", "between")
    elif before == "since" or tokens.lows[max(0, first - 3) : first] == ("since", "at", "least"):
        edtf, first = f"{edtf}/..", first - (1 if before == "since" else 3)
    elif onward := _onward(tokens, before, last):
        edtf, first, last = f"{edtf}/..", first - (before == "from"), onward
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Date(start, end, tokens.text[start:end], edtf, edtf)


def _onward(tokens: Scan, before: str, last: int) -> int:
    """The token after "from 2003 onwards", "2003–present" or "from 2003 to the present day", else 0."""
    after = tokens.low(last)
    if before == "from" and after in ("onward", "onwards"):
        return last + 1
    k = last + 1 + (tokens.low(last + 1) == "the")
    return k + 1 if after in _TO and tokens.low(k) in years.NOW else 0


def _read(tokens: Scan, i: int, found: list[Stated]) -> tuple[Stated, ...]:
    """The dates that begin at token `i`, or nothing, after those that were found before it."""
    low = tokens.lows[i]
    if low.isdigit():
        return (
            years.in_digits(tokens, i)
            or (_day_first(tokens, i) if len(low) < 3 else ())
            or years.with_era(tokens, i)
            or years.decade(tokens, i)
            or years.bare_year(tokens, i, _is_listed(tokens, found, i))
        )
    if low in MONTH_NUMBERS:
        return _month_first(tokens, i)
    if low in _DAY_WORDS or low in _TENTHS:
        day = _day(tokens, i)
        return _day_first(tokens, i) if day and tokens.low(day[1]) == "of" else ()
    if low in _DECADE_WORDS and years.follows_the(tokens, i):
        return (Stated(i, i + 1, Moment(_DECADE_WORDS[low], known=3)),)
    return ()


# ---- days ----------------------------------------------------------------------------------------------------------


def _day(tokens: Scan, i: int) -> tuple[int, int] | None:
    """A day of the month at `i`, "4", "4th", "fourth" or "twenty-fourth", and the token after it."""
    if tokens.low(i) in _DAY_WORDS:
        return _DAY_WORDS[tokens.lows[i]], i + 1
    if tokens.low(i) in _TENTHS:
        tens = _TENTHS[tokens.lows[i]]
        last = i + 2 if tokens.low(i + 1) in DASHES else i + 1
        ones = ORDINALS.get(tokens.low(last), 0)
        return (tens + ones, last + 1) if 0 < ones < 10 else None
    value = tokens.number(i)
    if value is None or not 1 <= value <= 31 or len(tokens.words[i]) > 2:
        return None
    return value, i + 1 + (tokens.low(i + 1) in ORDINAL_ENDINGS and tokens.glued(i + 1))


def _month(tokens: Scan, i: int) -> tuple[int, int] | None:
    """A month at `i`, with the dot of an abbreviation, and the token after it."""
    low = tokens.low(i)
    if low not in MONTH_NUMBERS or not (tokens.capital(i) or low in _IN_LOWER_CASE):
        return None
    return MONTH_NUMBERS[low], i + 2 if tokens.low(i + 1) == "." and low in SHORT_MONTHS else i + 1


def _year_after(tokens: Scan, i: int) -> tuple[int, int] | None:
    """A year that completes a date at `i`, after a comma or "of", and the token after it."""
    k = i + 1 if tokens.low(i) in (",", "of") or tokens.hyphened(i) else i
    if era := years.with_era(tokens, k):
        return era[0].begin.year or 0, era[0].last
    value = tokens.number(k)
    if tokens.hyphened(i) and value is not None and len(tokens.words[k]) == 2 and not tokens.hyphened(k + 1):
        return value + (2000 if value < _FIRST_OF_1900 else 1900), k + 1  # 19-Nov-12
    if value is None or len(tokens.words[k]) != 4 or not 1000 <= value <= 2999:
        return None
    if years.joined_after(tokens, k) and not (tokens.low(k + 1) in DASHES or tokens.low(k + 1) == "/"):
        return None
    return value, k + 1


def _more_days(tokens: Scan, i: int, before_month: bool) -> tuple[list[tuple[int, int]], bool, int]:
    """The further days of "5-6 April" or "November 16, 17 and 18", whether they make a range, and the next token.

    Each day is (number, token). After the month a comma alone would read "June 5, 12 people" as two days.
    """
    days: list[tuple[int, int]] = []
    ranged, listed = False, before_month or _lists_days(tokens, i)
    while not ranged and len(days) < 6:
        sign, following = tokens.low(i), _day(tokens, i + 1)
        spans = sign in _TO or (sign == "/" and tokens.glued(i))
        if following is None or not (spans or sign in _LISTED):
            break
        if not listed and (sign == "," or not (sign in _TO or _ends_a_day(tokens, following[1]))):
            break
        ranged = spans and not days
        days.append((following[0], i + 1))
        i = following[1]
    return days, ranged, i


def _lists_days(tokens: Scan, i: int) -> bool:
    """Whether the days of a list go on at `i` up to an "and" and the year: ", 17 and 18, 2003"."""
    while tokens.low(i) == "," and (day := _day(tokens, i + 1)) is not None:
        i = day[1]
    last = _day(tokens, i + 1) if tokens.low(i) in _LISTED and tokens.low(i) != "," else None
    return last is not None and _year_after(tokens, last[1]) is not None


def _ends_a_day(tokens: Scan, i: int) -> bool:
    """Whether what stands at `i` can follow a day after its month; a lower-case noun is what the number counts."""
    return not tokens.word(i).islower() or tokens.low(i) in years.AFTER_A_DAY


def _day_first(tokens: Scan, i: int) -> tuple[Stated, ...]:
    """A day before its month: "14 August 2003", "the 4th of July", "5-6 April 2016", "14, 16 and 18 June"."""
    timed = tokens.low(i - 1) == ":" and tokens.glued(i)  # "15:02, 21 July"
    if timed or (start := _day(tokens, i)) is None:
        return ()
    more, ranged, k = _more_days(tokens, start[1], before_month=True)
    month = _month(tokens, k + (tokens.low(k) == "of" or (tokens.low(k) in DASHES and tokens.glued(k))))
    if month is None:
        return ()
    return _build(tokens, [(start[0], i), *more], ranged, *month)


def _build(tokens: Scan, days: list[tuple[int, int]], ranged: bool, month: int, last: int) -> tuple[Stated, ...]:
    """One entry for a day or a range of days, several for a list; nothing where the calendar lacks a day.

    Each day is (number, token), the first token that of the month where it leads. A year may stand at the token `last`.
    """
    year, last = _year_after(tokens, last) or (None, last)
    if not all(lexicon.is_day(year, month, day) for day, _ in days):
        return ()
    moments = [Moment(year, month, day) for day, _ in days]
    starts = [token for _, token in days]
    if ranged:
        rises = moments[0].order < moments[1].order
        return (Stated(starts[0], last, moments[0], moments[1]),) if rises else ()
    return tuple(map(Stated, starts, [*[start - 1 for start in starts[1:]], last], moments))


def _month_first(tokens: Scan, i: int) -> tuple[Stated, ...]:
    """A month, with its days or alone: "August 14, 2003", "Aug. 14", "November 16 - 17", "December 2017", "March"."""
    if (month := _month(tokens, i)) is None:
        return ()
    k = month[1] + (tokens.low(month[1]) == "the")
    day = _day(tokens, k) if tokens.low(k)[:1].isdigit() or k > month[1] else None
    if day is not None and not _counted_in_month(tokens, i, day[1]):
        more, ranged, last = _more_days(tokens, day[1], before_month=False)
        return _build(tokens, [(day[0], i), *more], ranged, month[0], last)
    year = _year_after(tokens, month[1])
    if year is not None:
        return (Stated(i, year[1], Moment(year[0], month[0])),)
    return _month_alone(tokens, i, month)


def _counted_in_month(tokens: Scan, i: int, after: int) -> bool:
    """Whether the number after a month counts something: "in March 20 people died", "June 2,500"."""
    if tokens.low(after) in (".", ",", ":") and tokens.inside(after) and tokens.number(after + 1) is not None:
        return True
    return tokens.low(i - 1) == "in" and not _ends_a_day(tokens, after)


def _month_alone(tokens: Scan, i: int, month: tuple[int, int]) -> tuple[Stated, ...]:
    """A month by itself: sure after a word of time, else only in company ("June and July 2014")."""
    if not tokens.capital(i) or (tokens.glued(i) and tokens.low(i - 1) not in DASHES and tokens.low(i - 1) != "("):
        return ()
    k = i - 2 if tokens.low(i - 1) in DASHES else i - 1
    doubtful = tokens.low(i) in _DOUBTFUL_MONTHS
    cues = _BEFORE_A_DOUBTFUL_MONTH_ALONE if doubtful else _BEFORE_A_MONTH_ALONE
    owned = tokens.low(month[1]) in APOSTROPHES and doubtful
    cued = tokens.low(k) in cues or _part_of(tokens, i) > 0
    sure = cued and not owned and not (doubtful and tokens.capital(month[1]))
    return (Stated(i, month[1], Moment(None, month[0]), sure=sure),)


# ---- years left out --------------------------------------------------------------------------------------------------


_ASIDE = pattern(
    r"""(?:\bborn\b[^,;:]*|\b(?:who|which|whose|whom)\b[^,;:]*|(?P<part>,)\s+(?:\w+ly\s+)?\w+ed\b[^,;:]*|[(\[][^)\]]*|\b(?:of|dated|since))
        \s*(?:(?:on|in|at|of|the)\s+)*$""",
    re.VERBOSE,
)
"""What stands before a date of something else than the sentence tells: "born on", "who left on", "the treaty of"."""


def is_aside(before: str) -> bool:
    """Whether a date tells when something besides was, by the words of its sentence before it."""
    found = _ASIDE.search(before[-_LONGEST_ASIDE:])
    return found is not None and not (found["part"] and before.count(",") % 2 == 0)  # "Lee, the mayor, resigned on"


def resolve_dates(dates: Sequence[Date], paragraphs: Sequence[int], asides: Container[int] = ()) -> tuple[Date, ...]:
    """The dates with the years of "December 31st" or "in February" filled in where the article makes them certain.

    `dates` are all dates of one article in text order; `paragraphs` gives the paragraph of each, 0 for the head (title,
    dateline, "Published …"). A year is filled in from an anchor, a full date (year, month and day) that goes before and
    begins at none of the `asides`: the nearest one in the same paragraph, else that of the head. It is certain when all
    of these hold:

    - the last year that the article names before the date is the anchor's, so that the story has not moved on;
    - the full dates of that paragraph and of the head before it agree on the year;
    - in the anchor's year the date lies less than half a year from the anchor, so that no neighbouring year is nearer
      ("January 5" after "December 13, 2025" stays open);
    - it is not worded against another year ("last December", "next May").

    `anchor` becomes the span of the anchor; every other date is returned as it came.
    """
    last_year = ""
    full: dict[int, Date] = {}
    mixed: set[int] = set()
    resolved: list[Date] = []
    for date, place in zip(dates, paragraphs, strict=True):
        at = place if place in full else 0
        anchor = full.get(at)
        # The head's year differs where the paragraph tells of a year other than that of the news.
        agreed = anchor and at not in mixed and _year(anchor) == last_year == _year(full.get(0, anchor))
        resolved.append(_filled(date, anchor) if anchor and agreed else date)
        last_year = _year(date) or last_year
        if len(date.edtf) == 10 and date.edtf.replace("-", "").isdigit():  # a full date
            if _year(full.get(place, date)) != _year(date):
                mixed.add(place)
            if date.start not in asides:
                full[place] = date
    return tuple(resolved)


def _year(date: Date) -> str:
    """The four digits of the year that a date ends in, or ""."""
    last = date.edtf.removesuffix("/..").rpartition("/")[2]
    return last[:4] if last[:4].isdigit() else ""


def _filled(date: Date, anchor: Date) -> Date:
    """The date in the anchor's year, or as it came when it has its own or another year would lie as near."""
    if date.text.lower().startswith(("last ", "next ")):
        return date
    year = anchor.edtf[:4]
    for part in date.edtf.removesuffix("/..").split("/"):
        if not part.startswith("XXXX-") or abs(_day_of_year(part) - _day_of_year(anchor.edtf)) >= _HALF_A_YEAR:
            return date
        if part.endswith("-02-29") and not lexicon.is_leap(int(year)):
            return date
    return replace(date, resolved=date.edtf.replace("XXXX", year), anchor=Span(anchor.start, anchor.end))


def _day_of_year(edtf: str) -> int:
    """The day in the year of "XXXX-12-31" or "2003-08-14"; the middle of the month for "XXXX-12"."""
    month, _, day = edtf[5:].partition("-")
    return lexicon.day_of_year(int(month), int(day[:2] or 15))
