"""Whether four digits that stand alone are a year: "in 2003", "the 2003 invasion", "(2007)", but not "2003 people"."""

from __future__ import annotations

from unami_cli import lexicon
from unami_cli.extract.dates import vocabulary as v
from unami_cli.extract.dates.moment import Found, Moment
from unami_cli.extract.scan import APOSTROPHES, DASHES, Scan

_SIGNS_BEFORE = frozenset("$€£¥₹#№§°%+=*@._:/<>~")
_PREFIXES = frozenset("mid post pre early late end".split())
_ERAS = frozenset("era vintage".split())
_STOPS = frozenset(("", ".", ",", ";", ":", ")", "]", "!", "?", "”", '"', "’", "…"))
_COMPARING = frozenset("than least most about around nearly almost some over under another only".split())
_AS_EARLY = frozenset("early late recently soon far back".split())


def is_year(scan: Scan, i: int, listed: bool) -> bool:
    """Whether the four digits at token `i` are a year; `listed` when a year goes before in the same list."""
    value = scan.number(i)
    if value is None or len(scan.words[i]) != 4 or not 1000 <= value <= 2099 or scan.low(i - 1) == "at":
        return False
    modern = value >= 1900 and value % 100 != 0
    if _joined_before(scan, i) or joined_after(scan, i) or scan.in_address(i):
        return False
    if _is_numbered(scan, i) or _measures(scan, i) or _counts(scan, i, modern):
        return False
    return listed or _stands_as_year(scan, i, value, modern)


def _joined_before(scan: Scan, i: int) -> bool:
    """Whether the number goes on from a letter, a digit or a sign: "$2000", "S/2016", "Covid-2019"."""
    if scan.number(i - 1) is not None:
        return True
    if not scan.glued(i):
        return scan.low(i - 1) in ("$", "€", "£", "¥", "₹", "+", "#")
    before = scan.low(i - 1)
    if before in DASHES:
        # "mid-2003" and " -2003" go on, "Covid-2019" and the second half of a range do not.
        return scan.glued(i - 1) and scan.low(i - 2) not in _PREFIXES
    return before in _SIGNS_BEFORE or (before[-1:].isalnum() and before not in ("fy", "cy"))


def joined_after(scan: Scan, i: int) -> bool:
    """Whether the number goes on into a sign, a letter or a hyphenated measure: "2,016", "2000%", "1500-strong"."""
    if not scan.glued(i + 1):
        return scan.low(i + 1) == "%"
    after, beyond = scan.low(i + 1), scan.low(i + 2)
    if after in DASHES:
        return scan.glued(i + 2) and beyond.isalpha() and beyond not in _ERAS and beyond not in v.NOW
    if after in (".", ",", ":", "/") and scan.glued(i + 2) and beyond.isdigit():
        return True
    return after in "%°@_=/+&" or after[:1].isalnum()


def _is_numbered(scan: Scan, i: int) -> bool:
    """Whether the digits number a thing: "page 2003", "No. 2003", "the 1988 Sanctions Committee"."""
    if scan.low(i + 1) == "committee" or (scan.low(i + 1) == "sanctions" and scan.low(i + 2) == "committee"):
        return True
    designators = lexicon.words("designators")
    if scan.low(i - 1) in designators:
        return True
    return scan.low(i - 1) == "." and scan.glued(i - 1) and scan.low(i - 2) in designators


def _measures(scan: Scan, i: int) -> bool:
    """Whether a unit, a time of day or a scale follows: "2000 km", "1500 GMT", "2000 million"."""
    after = scan.low(i + 1)
    if after in ("per", "percent", "million", "billion") or after in v.TIME_WORDS:
        return not (after == "per" and scan.low(i + 2) != "cent")
    # "in" is inches in a list of units and a preposition everywhere else.
    return after != "in" and after in lexicon.words("units")


def _counts(scan: Scan, i: int, modern: bool) -> bool:
    """Whether a counted noun follows: people always, any plural when the number is round or before 1900."""
    after = scan.word(i + 1)
    if after in lexicon.words("collectives") and not after.endswith("ed"):
        return True
    plural = after.islower() and len(after) > 3 and after.endswith("s") and not after.endswith("ss")
    compared = not modern or scan.low(i - 1) in _COMPARING
    return plural and compared and after not in v.AFTER_A_DAY


def _stands_as_year(scan: Scan, i: int, value: int, modern: bool) -> bool:
    before, after = scan.low(i - 1), scan.low(i + 1)
    if before in v.AFTER_WHICH_A_YEAR_IS_CERTAIN or (before in DASHES and scan.low(i - 2) in _PREFIXES):
        return True
    if (before == "." and scan.low(i - 2) in ("c", "ca")) or (before == "least" and scan.low(i - 3) == "since"):
        return True
    if after in DASHES and scan.low(i + 2) in v.NOW:
        return True
    if before in v.AFTER_WHICH_A_YEAR_IS_LIKELY or before in ("as", "since"):
        return _after_likely(scan, i, value)
    if value < 1500 and not _is_owned(scan, i):
        return False
    return (
        _in_brackets(scan, i, value)
        or ((after.isalpha() or _lists(scan, i)) and _is_owned(scan, i) and after not in v.AFTER_A_DAY)
        or (after in v.AFTER_A_YEAR_AS_SUBJECT and _begins(scan, i))
        or _opens_range(scan, i, value)
        or (modern and _describes(scan, i))
        or (modern and before == "," and scan.capital(i - 2) and after in _STOPS)
    )


def _opens_range(scan: Scan, i: int, value: int) -> bool:
    """Whether a later year follows after "to" and nothing that is counted: "He ruled 1979 to 1989."."""
    end = scan.number(i + 2)
    later = end is not None and len(scan.words[i + 2]) == 4 and value < end <= value + 150
    return later and value >= 1800 and scan.low(i + 1) == "to" and scan.low(i + 3) in _STOPS


def _after_likely(scan: Scan, i: int, value: int) -> bool:
    before = scan.low(i - 1)
    if before == "as":
        return scan.low(i - 2) in _AS_EARLY
    if before == "over":
        return value >= 1900 and scan.low(i + 1) in _STOPS
    if before in ("of", "from", "year", "fall", "back"):
        return value >= 1900 or (value >= 1500 and scan.low(i + 1) in _STOPS and not _sums(scan, i - 1))
    return value >= 1900 and value % 100 != 0


def _sums(scan: Scan, i: int) -> bool:
    return scan.low(i - 1) in ("total", "force", "fleet", "maximum", "minimum", "strength", "height", "average")


def _in_brackets(scan: Scan, i: int, value: int) -> bool:
    before, after = scan.low(i - 1), scan.low(i + 1)
    opened = before in ("(", "[") and after in (")", "]", ",", ";")
    return value >= 1800 and (opened or (before == "," and after == ")"))


def _is_owned(scan: Scan, i: int) -> bool:
    """Whether a determiner or a possessive goes directly before, "the 2003 …", "Iraq’s 2005 …", or one word off."""
    for k in (i - 1, i - 2):
        before = scan.low(k)
        if before in v.DETERMINERS or (before == "s" and scan.low(k - 1) in APOSTROPHES and scan.glued(k)):
            return True
        if before in APOSTROPHES and scan.glued(k) and scan.low(k - 1).endswith("s"):
            return True
        if not before.isalpha() or scan.capital(k):
            return False
    return False


def _lists(scan: Scan, i: int) -> bool:
    """Whether another four digits follow in a list: "the 2015, 2016 and 2017 summits"."""
    return scan.low(i + 1) == "," and scan.number(i + 2) is not None and len(scan.words[i + 2]) == 4


def _begins(scan: Scan, i: int) -> bool:
    return i == 0 or scan.low(i - 1) in ("“", '"', ",", ":", "that", "‘", "'", "while", "—", "–")


def _describes(scan: Scan, i: int) -> bool:
    """Whether the year stands between an adjective and a noun in the singular: "landmark 2015 deal"."""
    before, after = scan.word(i - 1), scan.word(i + 1)
    return (
        before.islower()
        and after.islower()
        and len(after) > 3
        and not after.endswith(("s", "ed", "ing", "ly"))
        and after not in v.AFTER_A_DAY
        and before not in v.AFTER_A_DAY
        and before not in ("some", "nearly", "almost", "over", "under", "least", "more", "most", "only", "just")
    )


def follows_the(scan: Scan, i: int) -> bool:
    """Whether "the", or "the early", goes before token `i`."""
    k = i - 1
    if scan.low(k) in DASHES:
        k -= 1
    if scan.low(k) in v.EARLY_LATE or scan.low(k) == "roaring":
        k -= 1
    return scan.low(k) == "the"


# ---- years ---------------------------------------------------------------------------------------------------------


def goes_on(scan: Scan, i: int) -> bool:
    """Whether the number at `i` is the tail of something longer: "1.14", "$5", "A38"."""
    if not scan.glued(i):
        return False
    before = scan.low(i - 1)
    if before in DASHES or before == "/":
        return scan.glued(i - 1) and scan.low(i - 2)[-1:].isdigit()
    return before not in ("(", "[", "“", "‘", '"', "'", "—", "–", ",", "’") or (
        before == "," and scan.low(i - 2)[-1:].isdigit()
    )


def bare_year(scan: Scan, i: int, listed: bool) -> tuple[Found, ...]:
    """A year or a range of two: "2003", "1977-79", "2012/13"."""
    span = _year_range(scan, i)
    if span is not None:
        return (span,)
    if len(scan.words[i]) == 4 and is_year(scan, i, listed):
        first = i - 1 if scan.low(i - 1) in ("ad", "fy", "cy") else i
        return (Found(first, i + 1, Moment(scan.number(i))),)
    return ()


def _year_range(scan: Scan, i: int) -> Found | None:
    """Two years around a dash or a stroke, the second perhaps cut to two digits."""
    first, second = scan.number(i), scan.number(i + 2)
    sign = scan.low(i + 1)
    if first is None or second is None or len(scan.words[i]) != 4 or not (sign in DASHES or sign == "/"):
        return None
    if goes_on(scan, i) or not 1500 <= first <= 2099 or joined_after(scan, i + 2) or scan.in_address(i):
        return None
    if len(scan.words[i + 2]) == 2 and scan.glued(i + 1) and scan.glued(i + 2):
        second += first // 100 * 100
        if second <= first:
            second += 100
            if second - first > 10:
                return None
    elif len(scan.words[i + 2]) != 4 or (first % 100 == 0 and second % 100 == 0 and scan.low(i - 1) != "("):
        return None
    return Found(i, i + 3, Moment(first), Moment(second)) if first < second <= first + 500 else None


def decade(scan: Scan, i: int) -> tuple[Found, ...]:
    """A decade, or a century of the same shape: "1980s", "1990’s", "’80s", "the mid-80s"."""
    value, word = scan.number(i), scan.words[i]
    after = i + 1
    if scan.low(after) in APOSTROPHES and scan.glued(after):
        after += 1
    if value is None or value % 10 or scan.low(after) != "s" or not scan.glued(after) or _goes_on_word(scan, i):
        return ()
    if len(word) == 4 and 1000 <= value <= 2090 and not (after > i + 1 and scan.low(i - 1) == "in" and value % 100):
        known = 2 if value % 100 == 0 and value < 2000 else 3
        return (Found(i, after + 1, Moment(value, known=known)),)
    if len(word) == 2 and value >= 20:
        cut = scan.low(i - 1) in APOSTROPHES and scan.glued(i)
        if cut or (follows_the(scan, i) and scan.low(i - 1) != "the"):
            return (Found(i - 1 if cut else i, after + 1, Moment(1900 + value, known=3)),)
    return ()


def _goes_on_word(scan: Scan, i: int) -> bool:
    return scan.glued(i) and scan.low(i - 1)[-1:].isalnum()


def _era(scan: Scan, i: int) -> tuple[str, int] | None:
    """The era, "BC", "B.C.", "AD", "CE", … at `i` in capitals, and the token after it."""
    word = scan.word(i)
    if word in ("BC", "BCE", "AD", "CE"):
        return word, i + 1
    letters = ""
    while len(letters) < 3 and len(scan.word(i)) == 1 and scan.word(i).isupper() and scan.word(i + 1) == ".":
        letters, i = letters + scan.word(i), i + 2
    return (letters, i) if letters in ("BC", "BCE", "AD", "CE") else None


def with_era(scan: Scan, i: int) -> tuple[Found, ...]:
    """A year with its era: "575 B.C.", "3,000 BC", "70 AD", "AD 70"."""
    value, last = scan.number(i), i + 1
    if value is None or goes_on(scan, i):
        return ()
    if scan.low(i + 1) == "," and len(scan.word(i + 2)) == 3 and scan.glued(i + 1) and scan.glued(i + 2):
        value, last = value * 1000 + (scan.number(i + 2) or 0), i + 3
    era = _era(scan, last)
    if era is not None:
        year = 1 - value if era[0].startswith("B") else value
        return (Found(i, era[1], Moment(year)),) if 0 < value < 10_000 else ()
    if scan.word(i - 1) == "AD" and 0 < value < 1000 and not scan.glued(i):
        return (Found(i - 1, last, Moment(value)),)
    if scan.word(i - 1) == "." and scan.word(i - 4) == "A" and scan.word(i - 2) == "D" and 0 < value < 1000:
        return (Found(i - 4, last, Moment(value)),)
    return ()
