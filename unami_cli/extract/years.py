"""Dates in digits alone: a year, a decade or a day, and whether four digits that stand alone are a year.

They are in "in 2003", "the 2003 invasion" and "(2007)", but not in "2003 people".
"""

from __future__ import annotations

from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract.numerals import APOSTROPHES, CLOCK, DASHES, Scan, is_designated
from unami_cli.lexicon import ARTICLES, OWNERS, TIMES_OF_DAY, is_day

SEASONS = frozenset("summer autumn winter spring".split())
EARLY_LATE = frozenset("early mid late".split())
NOW = frozenset("present today now date".split())
# The words that may follow "in March 20" when 20 is the day; any other lower-case word is what 20 counts.
AFTER_A_DAY = frozenset(
    """a after all also an and are as at because before but by during for from had has have he her his if in into is it
    its of on or our over said she since so some that the their there they this to until was we were when where which
    while who will with would you""".split()
)
_AFTER_WHICH_A_YEAR_IS_CERTAIN = SEASONS.union(
    EARLY_LATE,
    """in since until till during before after between by through throughout fiscal circa fy cy ca ad copyright ©
    published updated dated established founded est born died elected""".split(),
)
_AFTER_WHICH_A_YEAR_IS_LIKELY = frozenset(
    "of from to for about around with than over fall year back like vs versus as".split()
)
_DETERMINERS = ARTICLES | OWNERS | {"this", "that"}
_AFTER_A_YEAR_AS_SUBJECT = frozenset("was is has saw will marked brought began ended would had became".split())
_TIME_WORDS = TIMES_OF_DAY | CLOCK
_PREFIXES = frozenset("mid post pre early late end".split())
_STOPS = frozenset(("", ".", ",", ";", ":", ")", "]", "!", "?", "”", '"', "’", "…"))
_COMPARING = frozenset("than least most about around nearly almost some over under another only".split())
_BEFORE_A_CLAUSE = frozenset(("", *"“ \" , : that ‘ ' while — –".split()))
_BEFORE_DIGITS = frozenset('([{"“,;:|=')  # what may touch a date in digits from the left, in tables too
_AS_EARLY = frozenset("early late recently soon far back".split())


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
        parts = ["XXXX"]
        if self.year is not None:
            sign = "-" * (self.year < 0)
            parts = [sign + f"{abs(self.year):04d}"[: self.known] + "X" * (4 - self.known)]
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


class Stated(NamedTuple):
    """A moment, or a range of two, over the tokens `first` to `last` (exclusive).

    `sure` is False for what is a date only in company: a month alone, which joins with a neighbour or falls away.
    """

    first: int
    last: int
    begin: Moment
    until: Moment | None = None
    sure: bool = True


def _is_year(tokens: Scan, i: int, listed: bool) -> bool:
    """Whether the four digits at token `i` are a year; `listed` when a year goes before in the same list."""
    value = tokens.number(i)
    if value is None or not 1000 <= value <= 2099 or joined_after(tokens, i) or tokens.in_address(i):
        return False
    modern = value >= 1900 and value % 100 != 0
    if is_designated(tokens, i, i + 1) or _measures(tokens, i) or _counts(tokens, i, modern):
        return False
    return listed or _stands_as_year(tokens, i, value, modern)


def joined_after(tokens: Scan, i: int) -> bool:
    """Whether the number goes on into a sign, a letter or a hyphenated measure: "2,016", "2000%", "1500-strong"."""
    if not tokens.glued(i + 1):
        return tokens.low(i + 1) == "%"
    after, beyond = tokens.low(i + 1), tokens.low(i + 2)
    if after in DASHES:
        return tokens.glued(i + 2) and beyond.isalpha() and beyond not in NOW
    goes_on = after in (".", ",", ":") and tokens.glued(i + 2) and beyond.isdigit()
    return goes_on or after in "%°@_=/+&" or after[:1].isalnum()


def _measures(tokens: Scan, i: int) -> bool:
    """Whether a unit or a time of day follows: "2000 km", "1500 GMT"."""
    after = tokens.low(i + 1)
    # "in" is inches in a list of units and a preposition everywhere else.
    return after in _TIME_WORDS or (after not in ("in", "second") and after in lexicon.words("units"))


def _counts(tokens: Scan, i: int, modern: bool) -> bool:
    """Whether a counted noun follows: people, but after "in"; any plural of a round number."""
    after = tokens.word(i + 1)
    if after in lexicon.words("collectives") and not after.endswith("ed"):
        return tokens.low(i - 1) not in _AFTER_WHICH_A_YEAR_IS_CERTAIN
    plural = after.islower() and len(after) > 3 and after.endswith("s")
    return plural and (not modern or tokens.low(i - 1) in _COMPARING)


def _stands_as_year(tokens: Scan, i: int, value: int, modern: bool) -> bool:
    before, after = tokens.low(i - 1), tokens.low(i + 1)
    if before in _AFTER_WHICH_A_YEAR_IS_CERTAIN or (before in DASHES and tokens.low(i - 2) in _PREFIXES):
        return True
    if (before == "." and tokens.low(i - 2) in ("c", "ca")) or (before == "least" and tokens.low(i - 3) == "since"):
        return True
    if (after in DASHES and tokens.low(i + 2) in NOW) or _is_paired(tokens, i, value):
        return True
    if before in _AFTER_WHICH_A_YEAR_IS_LIKELY:
        return _after_likely(tokens, i, value)
    listed = after == "," and len(tokens.word(i + 2)) == 4 and tokens.low(i + 2).isdigit()  # "the 2015, 2016 summits"
    return (
        (value >= 1800 and before in ("(", "[") and after in (")", "]", ",", ";"))
        or ((after.isalpha() or listed) and _is_owned(tokens, i))
        or (after in _AFTER_A_YEAR_AS_SUBJECT and before in _BEFORE_A_CLAUSE)
        or (modern and (_describes(tokens, i) or (i == 0 and tokens.word(1).islower())))
        or (modern and before == "," and tokens.capital(i - 2) and after in _STOPS)
    )


def _is_paired(tokens: Scan, i: int, value: int) -> bool:
    """Whether another year belongs to it: "from 1598 to 1722", "ruled 1979 to 1989", "the 2011 and 2017 counts"."""
    before, joint, end = tokens.low(i - 1), tokens.low(i + 1), tokens.number(i + 2)
    if end is None or len(tokens.words[i + 2]) != 4 or not value < end <= min(value + 500, 2099):
        return False
    after = tokens.low(i + 3)
    if joint == "to":
        led = before == "from"
        return (after in _STOPS and (led or value >= 1800)) or (led and after in AFTER_A_DAY)
    return joint in ("and", "or") and (before == "both" or _is_owned(tokens, i))


def _after_likely(tokens: Scan, i: int, value: int) -> bool:
    before = tokens.low(i - 1)
    if before == "as":
        return tokens.low(i - 2) in _AS_EARLY
    alone = value >= 1500 and tokens.low(i + 1) in _STOPS
    if before in ("over", "about", "around"):
        return alone
    return alone or (value >= 1900 and (value % 100 != 0 or before in ("of", "from", "year", "fall", "back")))


def _is_owned(tokens: Scan, i: int) -> bool:
    """Whether a determiner or a possessive goes directly before, "the 2003 …", "Iraq’s 2005 …", or one word off."""
    for k in (i - 1, i - 2):
        before, two = tokens.low(k), tokens.low(k - 1)
        singular, plural = before == "s" and two in APOSTROPHES, before in APOSTROPHES and two.endswith("s")
        if before in _DETERMINERS or (tokens.glued(k) and (singular or plural)):
            return True
        if not before.isalpha() or tokens.capital(k):
            return False
    return False


def _describes(tokens: Scan, i: int) -> bool:
    """Whether the year stands between an adjective and a noun in the singular: "landmark 2015 deal"."""
    before, after = tokens.word(i - 1), tokens.word(i + 1)
    return (
        before.islower()
        and after.islower()
        and not after.endswith(("s", "ed", "ing", "ly"))
        and after not in AFTER_A_DAY
        and before not in AFTER_A_DAY
    )


def follows_the(tokens: Scan, i: int) -> bool:
    """Whether "the", or "the early", goes before token `i`."""
    k = i - 1
    k -= tokens.low(k) in DASHES
    k -= tokens.low(k) in EARLY_LATE
    return tokens.low(k) == "the"


# ---- what begins at a number -----------------------------------------------------------------------------------------


def bare_year(tokens: Scan, i: int, listed: bool) -> tuple[Stated, ...]:
    """A year or a range of two: "2003", "1977-79", "2012/13"."""
    if len(tokens.words[i]) != 4:
        return ()
    stated = _year_range(tokens, i)
    if stated is None and _is_year(tokens, i, listed):
        stated = Stated(i - (tokens.low(i - 1) == "fy"), i + 1, Moment(tokens.number(i)))
    return (stated,) if stated else ()


def _year_range(tokens: Scan, i: int) -> Stated | None:
    """Two years around a dash or a stroke, the second perhaps cut to two digits."""
    first, second = tokens.number(i), tokens.number(i + 2)
    sign = tokens.low(i + 1)
    if first is None or second is None or not (sign in DASHES or sign == "/"):
        return None
    if not 1500 <= first <= 2099 or joined_after(tokens, i + 2) or tokens.in_address(i):
        return None
    if len(tokens.words[i + 2]) == 2 and tokens.glued(i + 1) and tokens.glued(i + 2):
        second += first // 100 * 100
        if sign == "/" and second != first + 1:  # S/PRST/2007/40 is not a stretch of years
            return None
    elif len(tokens.words[i + 2]) != 4 or (first % 100 == 0 and second % 100 == 0):
        return None
    return Stated(i, i + 3, Moment(first), Moment(second)) if first < second <= first + 500 else None


def decade(tokens: Scan, i: int) -> tuple[Stated, ...]:
    """A decade, or a century of the same shape: "1980s", "1990’s", "’80s", "the mid-80s"."""
    after = i + 2 if tokens.low(i + 1) in APOSTROPHES and tokens.glued(i + 1) else i + 1
    if tokens.low(after) != "s" or not tokens.glued(after):
        return ()
    value, word = tokens.number(i), tokens.words[i]
    if value is None or value % 10:
        return ()
    if len(word) == 4 and 1000 <= value <= 2090:
        known = 2 if value % 100 == 0 and value < 2000 else 3
        return (Stated(i, after + 1, Moment(value, known=known)),)
    if len(word) == 2 and value >= 20:
        cut = tokens.low(i - 1) in APOSTROPHES and tokens.glued(i)
        if cut or (follows_the(tokens, i) and tokens.low(i - 1) != "the"):
            return (Stated(i - 1 if cut else i, after + 1, Moment(1900 + value, known=3)),)
    return ()


def _era(tokens: Scan, i: int) -> tuple[str, int] | None:
    """The era, "BC", "B.C.", "AD", "CE", … at `i` in capitals, and the token after it."""
    word, letters = tokens.word(i), ""
    if word in ("BC", "BCE", "AD", "CE"):
        return word, i + 1
    while len(letters) < 3 and len(tokens.word(i)) == 1 and tokens.word(i).isupper() and tokens.word(i + 1) == ".":
        letters, i = letters + tokens.word(i), i + 2
    return (letters, i) if letters in ("BC", "BCE", "AD", "CE") else None


def with_era(tokens: Scan, i: int) -> tuple[Stated, ...]:
    """A year with its era: "575 B.C.", "3,000 BC", "70 AD", "AD 70"."""
    value, last = tokens.number(i), i + 1
    if value is None:
        return ()
    if tokens.low(last) == "," and len(tokens.word(i + 2)) == 3 and tokens.inside(last):
        value, last = value * 1000 + (tokens.number(i + 2) or 0), i + 3
    era = _era(tokens, last)
    if era is not None:
        year = 1 - value if era[0].startswith("B") else value
        return (Stated(i, era[1], Moment(year)),) if 0 < value < 10_000 else ()
    led = 1 if tokens.word(i - 1) == "AD" else 4 if tokens.words[max(0, i - 4) : i] == ("A", ".", "D", ".") else 0
    return (Stated(i - led, last, Moment(value)),) if led and 0 < value < 1000 else ()


def in_digits(tokens: Scan, i: int) -> tuple[Stated, ...]:
    """A date in digits alone: "2003-08-14", "2003/08/14", "14/08/2003", "08/14/2003", "14.08.2003"."""
    sign = tokens.low(i + 1)
    parted = sign in ("-", "/", ".") and tokens.low(i + 3) == sign
    if not parted or not all(tokens.glued(k) for k in range(i + 1, i + 5)):
        return ()
    a, b, c = (tokens.number(k) or 0 for k in (i, i + 2, i + 4))
    if min(a, b, c) < 1 or (tokens.glued(i) and tokens.low(i - 1) not in _BEFORE_DIGITS):
        return ()
    moment = _ordered(a, b, c, tokens.words[i], tokens.words[i + 4], sign)
    return (Stated(i, i + 5, moment),) if moment else ()


def _ordered(a: int, b: int, c: int, head: str, tail: str, sign: str) -> Moment | None:
    """Year first, or day and month before a year of four digits; "05/06/2003" leaves the order open."""
    if len(head) == 4 and sign != ".":
        return Moment(a, b, c) if is_day(a, b, c) else None
    if len(tail) != 4 or not 1000 <= c <= 2999:
        return None
    day_first, month_first = is_day(c, b, a), is_day(c, a, b) and sign != "."
    if day_first and month_first and a != b:
        return Moment(c, undecided=True)
    return Moment(c, b, a) if day_first else Moment(c, a, b) if month_first else None
