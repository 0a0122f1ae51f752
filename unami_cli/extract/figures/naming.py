"""Numbers that count nothing: designations, times of day, list and note numbers, telephone numbers, addresses."""

from __future__ import annotations

from unami_cli import lexicon
from unami_cli.extract.figures.numerals import SCALES, Numeral
from unami_cli.extract.figures.words import STOPS, is_plural
from unami_cli.extract.scan import APOSTROPHES, DASHES, Scan
from unami_cli.vocabulary import SMALL, TENS

_TIMES = frozenset("am pm gmt utc est edt cet bst".split())
_CLOCK = frozenset("hours hrs hour local z".split())
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday""".split()
)
_STREETS = frozenset("street st road rd avenue ave square lane drive boulevard blvd terrace close crescent".split())
_PLACES = frozenset("in at on near from of across around outside inside".split())
_SHAPES = frozenset("star faced edged timer wheel wheeled legged dimensional ply way pronged".split())
_BEFORE_A_NAME = frozenset("group gang big class club league coalition council".split())
_EMERGENCIES = frozenset(("911", "999", "112"))
_CALLS = frozenset("call calls caller callers operator operators dispatcher dispatchers emergency".split())
_JOINTS = frozenset((",", "and", "or", "to", "of", "&", "-", "–"))
_LONGEST_LIST = 12
_DEGREES = frozenset("°º′″")


def names(tokens: Scan, numeral: Numeral) -> bool:
    """Whether the number belongs to a name, a time, a list or an address and so is no figure."""
    last = numeral.last
    if tokens.low(last) in DASHES and tokens.glued(last) and tokens.low(last + 1) in _SHAPES:
        return True
    if numeral.spelt:
        return _spelt_name(tokens, numeral)
    return (
        _joined(tokens, numeral)
        or _continues(tokens, numeral)
        or _is_time(tokens, numeral)
        or _is_mark(tokens, numeral)
        or _is_designated(tokens, numeral)
        or (numeral.plain and (_after_a_name(tokens, numeral) or _is_address(tokens, numeral)))
        or (tokens.words[numeral.first] in _EMERGENCIES and tokens.low(numeral.last) in _CALLS)
        or tokens.in_address(numeral.first)
    )


def _spelt_name(tokens: Scan, numeral: Numeral) -> bool:
    """Whether a number in words is part of a name: "Group of Seven", "the Big Five", "Chapter Seven"."""
    first, last = numeral.first, numeral.last
    if tokens.low(first - 1) in DASHES and tokens.glued(first) and tokens.glued(first - 1):
        return tokens.low(first - 2) not in SMALL and tokens.low(first - 2) not in TENS
    capital = tokens.capital(first) and tokens.low(first) not in ("a", "an")
    if not capital or first == 0 or not tokens.low(first - 1).isalpha() or is_title(tokens):
        return False
    grouped = tokens.low(first - 1) == "of" and tokens.low(first - 2) in _BEFORE_A_NAME
    return grouped or tokens.capital(last) or tokens.capital(first - 1) or tokens.low(first - 1) == "the"


def _joined(tokens: Scan, numeral: Numeral) -> bool:
    """Whether letters or signs run into the digits: "M23", "F-16", "7th", "130J", "#5", "S/2016", "-30-"."""
    first, last = numeral.first, numeral.last
    if tokens.glued(first) and _joined_before(tokens, numeral):
        return True
    after, beyond = tokens.low(last), tokens.word(last + 1)
    if not tokens.glued(last):
        return False
    if after in DASHES:
        return len(beyond) <= 2 and beyond.isupper()
    measures = after in lexicon.words("units") or after in ("p", "c")
    return after.isalpha() and (not measures or tokens.word(last) == "G")


def _joined_before(tokens: Scan, numeral: Numeral) -> bool:
    """Whether the sign or the word that touches the digits from the left makes one word with them."""
    first, last = numeral.first, numeral.last
    before = tokens.low(first - 1)
    if before in DASHES:
        enclosed = tokens.low(last) in DASHES and tokens.glued(last)
        return not _ends_number(tokens, first - 2) if tokens.glued(first - 1) else enclosed
    if before.isalpha():
        return before not in lexicon.words("currencies")
    return before in "/#№§@_*.:\\" or (before in APOSTROPHES and tokens.low(last) == "s")


def _ends_number(tokens: Scan, k: int) -> bool:
    """Whether token `k` ends a number, so that a hyphen after it makes a range."""
    low = tokens.low(k)
    scaled = low in SCALES and (len(low) > 1 or tokens.low(k - 1).isdigit())
    if low == "to" and tokens.low(k - 2).isdigit():
        return True
    return scaled or low.isdigit() or low in SMALL or low in TENS or low in ("%", ")")


def _continues(tokens: Scan, numeral: Numeral) -> bool:
    """Whether the number is one piece of a longer one: a version, a ratio, a telephone number, a leading zero."""
    first, last = numeral.first, numeral.last
    word = tokens.words[first]
    if len(word) > 1 and word[0] == "0":
        return True
    if tokens.glued(last) and tokens.low(last) in (".", ":", "/", "_") and tokens.glued(last + 1):
        return tokens.low(last + 1).isalnum() or tokens.low(last + 1) == "/"
    if tokens.number(last) is not None and tokens.adjoins(last):
        return True
    if tokens.low(first - 1).isdigit() and tokens.adjoins(first):
        return True
    if _is_chain(tokens, first, last):
        return True
    return tokens.low(first - 1) == "+" or (tokens.low(last) in _DEGREES and tokens.low(last + 1) in "nsew′'’")


def _is_chain(tokens: Scan, first: int, last: int) -> bool:
    """Whether the digits are a link of "1-800-555-1234": three or more groups joined by hyphens."""
    # A hyphen and the digits on its other side: two links before, one before, one after, two after.
    places = ((first - 3, first - 4), (first - 1, first - 2), (last, last + 1), (last + 2, last + 3))
    far, near, following, beyond = (
        tokens.low(hyphen) in DASHES
        and tokens.glued(hyphen)
        and tokens.glued(hyphen + 1)
        and tokens.low(digits).isdigit()
        for hyphen, digits in places
    )
    area = tokens.low(first - 1) == ")" or (near and tokens.low(first - 3) == ")")
    if area and tokens.low(first - (4 if near else 2)).isdigit():
        return following or near
    return (far and near) or (near and following) or (following and beyond)


def _is_time(tokens: Scan, numeral: Numeral) -> bool:
    """Whether the number is a time of day: "6 p.m.", "2.15pm", "1500 hours", "1030 GMT", "9 o’clock"."""
    last = numeral.last
    after = tokens.low(last)
    if after in _TIMES or (after in ("a", "p") and tokens.low(last + 1) == "." and tokens.low(last + 2) == "m"):
        return True
    if after == "o" and tokens.low(last + 1) in APOSTROPHES:
        return True
    return after in _CLOCK and numeral.plain and len(tokens.words[numeral.first]) == 4


def _is_mark(tokens: Scan, numeral: Numeral) -> bool:
    """A number of a list at the start of a line ("1.", "2)"), of a note ("[3]") or of a clause ("(1) …")."""
    first, last = numeral.first, numeral.last
    if not numeral.plain:
        return False
    before, after = tokens.low(first - 1), tokens.low(last)
    if before == "[" and after in ("]", ","):
        return True
    length = len(tokens.words[first])
    if before == "(" and after == ")":
        return not (length <= 3 and numeral.top >= 10 and tokens.capital(first - 2))
    if not (length <= 2 and after in (".", ")") and tokens.glued(last)):
        return False
    start = tokens.starts[first]
    line = tokens.text.rfind("\n", max(0, start - 20), start) + 1
    opens = line > 0 or start <= 20
    return opens and not tokens.text[line:start].strip(" \t*•-")


def _is_designated(tokens: Scan, numeral: Numeral) -> bool:
    """Whether a word that numbers things goes before: "Article 51", "No. 10", "items 3, 4 and 5"."""
    designators = lexicon.words("designators")
    after = tokens.word(numeral.last)
    k = numeral.first - 1
    if after == "Committee" or (after == "Sanctions" and tokens.word(numeral.last + 1) == "Committee"):
        return numeral.plain
    if tokens.low(k) == "of" and tokens.word(k - 1) in ("Group", "Gang"):
        return True
    while numeral.first - k < _LONGEST_LIST and tokens.low(k) in _JOINTS and tokens.low(k - 1).isdigit():
        k -= 2
    if k < numeral.first - 1 and is_plural(after):
        return False
    if (tokens.low(k) in (".", "°") and tokens.glued(k)) or (tokens.low(k) == "," and after == ","):
        k -= 1
    if tokens.low(k) not in designators and tokens.word(k) not in designators:
        return False
    # "no" before a counted noun is "not any more than"; "No 10" is a house.
    return not (tokens.words[k] == "no" and k == numeral.first - 1)


def _after_a_name(tokens: Scan, numeral: Numeral) -> bool:
    """Whether a capitalised word inside the sentence goes before ("Air Base 201"), unless a counted noun follows."""
    k = numeral.first - 1
    dotted = tokens.low(k) == "." and len(tokens.word(k - 1)) == 1 and tokens.glued(k)
    bracketed = tokens.low(k) == ")" and len(tokens.word(k - 1)) > 1
    if (dotted or bracketed) and tokens.word(k - 1).isupper():
        return not is_plural(tokens.word(numeral.last))
    if k < 1 or not tokens.capital(k) or not tokens.words[k].isalpha():
        return False
    low = tokens.lows[k]
    if low in STOPS or low in _CALENDAR or not (tokens.low(k - 1)[-1:].isalnum() or tokens.low(k - 1) in ",-)("):
        return False
    if is_title(tokens) or _unit_follows(tokens, numeral.last):
        return False
    while tokens.capital(k):
        k -= 1
    return not (is_plural(tokens.word(numeral.last)) and (tokens.low(k) in _PLACES or k < 0))


def _unit_follows(tokens: Scan, i: int) -> bool:
    k = i + 1 if tokens.low(i) in DASHES else i
    return tokens.low(k) in ("%", "per", "percent") or tokens.low(k) in lexicon.words("units")


def is_title(tokens: Scan) -> bool:
    """Whether the sentence is set like a headline: no full stop, and nearly every long word with a capital."""
    if tokens.low(len(tokens.words) - 1) in (".", "”", '"'):
        return False
    long = [word for word in tokens.words if len(word) > 3 and word.isalpha()]
    return bool(long) and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _is_address(tokens: Scan, numeral: Numeral) -> bool:
    """Whether the number is a house number: "10 Downing Street", "3 Moor Park Avenue"."""
    k = numeral.last
    while k < numeral.last + 4 and tokens.capital(k):
        if tokens.low(k) in _STREETS and k > numeral.last:
            return True
        k += 1
    return False
