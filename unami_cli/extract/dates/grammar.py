"""The shapes that a date takes: each reader looks at one token and answers with what begins or stands there."""

from __future__ import annotations

from unami_cli.extract.dates import vocabulary as v
from unami_cli.extract.dates.moment import Found, Moment, valid
from unami_cli.extract.dates.years import bare_year, decade, follows_the, goes_on, joined_after, with_era
from unami_cli.extract.scan import APOSTROPHES, DASHES, Scan


def read(scan: Scan, i: int, listed: bool) -> tuple[Found, ...]:
    """The dates that begin at token `i`, or nothing; `listed` when a year goes just before in a list."""
    low = scan.lows[i]
    if low[0].isdigit():
        return (
            _numeric(scan, i)
            or _day_first(scan, i)
            or with_era(scan, i)
            or decade(scan, i)
            or bare_year(scan, i, listed)
        )
    if low in v.MONTHS:
        return _month_first(scan, i)
    if low in v.DAY_WORDS and scan.low(i + 1) == "of":
        return _day_first(scan, i)
    if low in v.DECADE_WORDS and follows_the(scan, i):
        return (Found(i, i + 1, Moment(v.DECADE_WORDS[low] * 10, known=3)),)
    return ()


# ---- days ----------------------------------------------------------------------------------------------------------


def _day(scan: Scan, i: int) -> tuple[int, int] | None:
    """A day of the month at `i`, "4", "4th" or "fourth", and the token after it."""
    if scan.low(i) in v.DAY_WORDS:
        return v.DAY_WORDS[scan.lows[i]], i + 1
    value = scan.number(i)
    if value is None or not 1 <= value <= 31 or len(scan.words[i]) > 2:
        return None
    if scan.low(i + 1) in v.ORDINAL_ENDINGS and scan.glued(i + 1):
        return value, i + 2
    return value, i + 1


def _month(scan: Scan, i: int) -> tuple[int, int] | None:
    """A month at `i`, with the dot of an abbreviation, and the token after it."""
    low = scan.low(i)
    if low not in v.MONTHS or not (scan.capital(i) or low in v.LOWER_CASE_MONTHS):
        return None
    return v.MONTHS[low], i + 2 if scan.low(i + 1) == "." and len(low) <= 4 and low != "may" else i + 1


def _year_after(scan: Scan, i: int) -> tuple[int, int] | None:
    """A year that completes a date at `i`, after a comma or "of", and the token after it."""
    hyphened = scan.low(i) in DASHES and scan.glued(i) and scan.glued(i + 1)
    k = i + 1 if scan.low(i) in (",", "of") or hyphened else i
    value = scan.number(k)
    if value is None or len(scan.words[k]) != 4 or not 1000 <= value <= 2999:
        return None
    if joined_after(scan, k) and not (scan.low(k + 1) in DASHES or scan.low(k + 1) == "/"):
        return None
    return value, k + 1


def _more_days(scan: Scan, i: int, before_month: bool) -> tuple[list[tuple[int, int]], bool, int]:
    """The further days of "5-6 April" or "November 16, 17 and 18", whether they make a range, and the next token.

    Each day is (number, token). After the month a comma alone would read "June 5, 12 people" as two days.
    """
    days: list[tuple[int, int]] = []
    ranged = False
    while not ranged and len(days) < 6:
        sign = scan.low(i)
        following = _day(scan, i + 1)
        if following is None or not (sign in v.TO or sign in v.LISTED or (sign == "/" and scan.glued(i))):
            break
        if not before_month and (sign == "," or not _ends_a_day(scan, following[1], ranged=sign in v.TO)):
            break
        ranged = not days and (sign in v.TO or sign == "/")
        days.append((following[0], i + 1))
        i = following[1]
        if sign in v.TO or sign == "/":
            break
    return days, ranged, i


def _ends_a_day(scan: Scan, i: int, ranged: bool = False) -> bool:
    """Whether what stands at `i` can follow a day after its month; a lower-case noun is what the number counts.

    After a range ("the June 5-7 meeting") a noun may follow.
    """
    word, low = scan.word(i), scan.low(i)
    if low in v.MONTHS and scan.capital(i):
        return False
    if low == "%" or (low in (".", ",", ":") and scan.glued(i) and scan.glued(i + 1) and scan.low(i + 1).isdigit()):
        return False
    return ranged or not (word.islower() and word.isalpha()) or low in v.AFTER_A_DAY or low in v.TO or low in v.LISTED


def _day_first(scan: Scan, i: int) -> tuple[Found, ...]:
    """A day before its month: "14 August 2003", "the 4th of July", "5-6 April 2016", "14, 16 and 18 June"."""
    if goes_on(scan, i) or (start := _day(scan, i)) is None:
        return ()
    more, ranged, k = _more_days(scan, start[1], before_month=True)
    if scan.low(k) in ("of", "de") or (scan.low(k) in DASHES and scan.glued(k)):
        k += 1
    month = _month(scan, k)
    if month is None:
        return ()
    year = _year_after(scan, month[1])
    if scan.low(k) in ("may", "march") and not year and not scan.capital(k):
        return ()
    return _build(i, [(start[0], i), *more], ranged, month[0], year or (None, month[1]))


def _build(
    first: int, days: list[tuple[int, int]], ranged: bool, month: int, tail: tuple[int | None, int]
) -> tuple[Found, ...]:
    """One entry for a day or a range of days, several for a list; nothing where the calendar lacks a day."""
    year, last = tail
    if not all(valid(year, month, day) for day, _ in days):
        return ()
    moments = [Moment(year, month, day) for day, _ in days]
    if ranged:
        return (Found(first, last, moments[0], moments[1]),) if moments[0].order < moments[1].order else ()
    heads = [Found(token, token + 1, moment) for moment, (_, token) in zip(moments[:-1], days[:-1], strict=True)]
    return (*heads, Found(days[-1][1] if heads else first, last, moments[-1]))


def _month_first(scan: Scan, i: int) -> tuple[Found, ...]:
    """A month, with its days or alone: "August 14, 2003", "Aug. 14", "November 16 - 17", "December 2017", "March"."""
    if (month := _month(scan, i)) is None or _follows_a_number(scan, i):
        return ()
    k = month[1] + 1 if scan.low(month[1]) == "the" else month[1]
    day = _day(scan, k) if scan.low(k)[:1].isdigit() or k > month[1] else None
    if day is not None and not _counted_in_month(scan, i, day[1]):
        more, ranged, last = _more_days(scan, day[1], before_month=False)
        year = _year_after(scan, last)
        return _month_days(i, [(day[0], i), *more], ranged, month[0], year or (None, last))
    year = _year_after(scan, month[1])
    if year is not None:
        return (Found(i, year[1], Moment(year[0], month[0])),)
    return _month_alone(scan, i, month)


def _follows_a_number(scan: Scan, i: int) -> bool:
    """Whether what would be the day of the month at `i` goes before it, but is none: "31 June"."""
    return len(scan.word(i - 1)) < 3 and scan.number(i - 1) is not None and scan.adjoins(i)


def _month_days(
    first: int, days: list[tuple[int, int]], ranged: bool, month: int, tail: tuple[int | None, int]
) -> tuple[Found, ...]:
    """Like `_build`, where the first entry holds the month: "June 5 and 6, 2003"."""
    built = _build(first, days, ranged, month, tail)
    if len(built) < 2:
        return built
    ends = [token for _, token in days[1:]]
    return tuple(
        Found(found.first, ends[n] - 1 if n < len(ends) else found.last, found.begin) for n, found in enumerate(built)
    )


def _counted_in_month(scan: Scan, i: int, after: int) -> bool:
    """Whether the number after a month counts something: "in March 20 people died", "June 2,500"."""
    if scan.low(after) in (".", ",") and scan.glued(after) and scan.glued(after + 1) and scan.number(after + 1):
        return True
    if scan.low(after) == "%" or (scan.low(i - 1) == "in" and not _ends_a_day(scan, after)):
        return True
    return scan.low(after) in (":", "h") and scan.glued(after) and scan.low(after + 1).isdigit()


def _month_alone(scan: Scan, i: int, month: tuple[int, int]) -> tuple[Found, ...]:
    """A month by itself: sure after a word of time, else only in company ("June and July 2014")."""
    if not scan.capital(i) or (scan.glued(i) and scan.low(i - 1) not in DASHES and scan.low(i - 1) != "("):
        return ()
    k = i - 2 if scan.low(i - 1) in DASHES else i - 1
    doubtful = scan.low(i) in v.DOUBTFUL_MONTHS
    cues = v.BEFORE_A_DOUBTFUL_MONTH_ALONE if doubtful else v.BEFORE_A_MONTH_ALONE
    owned = scan.low(month[1]) in APOSTROPHES and doubtful
    sure = scan.low(k) in cues and not owned and not (doubtful and scan.capital(month[1]))
    return (Found(i, month[1], Moment(None, month[0]), sure=sure),)


# ---- numbers only --------------------------------------------------------------------------------------------------


def _numeric(scan: Scan, i: int) -> tuple[Found, ...]:
    """A date in digits alone: "2003-08-14", "2003/08/14", "14/08/2003", "08/14/2003", "14.08.2003"."""
    sign = scan.low(i + 1)
    if sign not in ("-", "/", ".") or scan.low(i + 3) != sign or not all(scan.glued(k) for k in range(i + 1, i + 5)):
        return ()
    numbers = [scan.number(k) for k in (i, i + 2, i + 4)]
    a, b, c = (n if n is not None else -1 for n in numbers)
    if min(a, b, c) < 1 or (scan.glued(i) and scan.low(i - 1) not in ("(", "[", '"', "“")):
        return ()
    if scan.low(i + 5) == sign and scan.glued(i + 5) and scan.glued(i + 6):
        return ()
    moment = _ordered(a, b, c, scan.words[i], scan.words[i + 4], sign)
    return (Found(i, i + 5, moment),) if moment else ()


def _ordered(a: int, b: int, c: int, head: str, tail: str, sign: str) -> Moment | None:
    """Year first, or day and month before a year of four digits; "05/06/2003" leaves the order open."""
    if len(head) == 4 and sign != ".":
        return Moment(a, b, c) if valid(a, b, c) else None
    if len(tail) != 4 or not 1000 <= c <= 2999:
        return None
    day_first, month_first = valid(c, b, a), valid(c, a, b) and sign != "."
    if day_first and month_first and a != b:
        return Moment(c, undecided=True)
    return Moment(c, b, a) if day_first else Moment(c, a, b) if month_first else None
