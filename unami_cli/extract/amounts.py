"""What stands beside a number: the unit or the things that it counts, and how it relates to the true one."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category

from unami_cli import lexicon
from unami_cli.extract.numerals import APOSTROPHES, DASHES, Scan
from unami_cli.lexicon import BIG, FUNCTION_WORDS, MONTHS, OWNERS, SMALL, WEEKDAYS
from unami_cli.model import Comparator

_OPENERS = frozenset("more other further additional extra such most least earlier later previous".split())
_DETERMINERS = OWNERS | {"the", "these", "those"}
_PART_OPENERS = _DETERMINERS | {"of", "all", "a", "an"}
_GROUPINGS = frozenset("groups pairs teams lines rows batches bands columns".split())
_CHANGES = frozenset(
    """double doubled triple tripled rise rose risen fall fell fallen grow grew grown drop dropped increase increased
    decrease decreased climb climbed jump jumped shrink shrank halve halved went gone reduced cut raised""".split()
)
_PLACED = frozenset("in at to from of for by with on".split())
_AFTER_OF = _DETERMINERS | {"them", "us", "whom", "which", "you"}
_KINDS = frozenset("square sq cubic nautical metric statute light long short calendar working consecutive".split())
_SCALES = frozenset("celsius centigrade fahrenheit kelvin c f".split())
_PER = frozenset("h s second".split())
_DOLLARS = frozenset("US NZ HK AU CA NT SG TT".split())
"""Before a "$" that a blank may part from them."""
_LONGEST = 8
_LONGEST_COMPARATOR = 4
STOPS = FUNCTION_WORDS.difference(
    """again few following further furthermore having hence indeed least meanwhile moreover none often one other others
    thereby therefore yes""".split()
).union(
    WEEKDAYS,
    set(MONTHS) - {"march"},
    """ago am apart apiece except inside minus overall plus respectively said till via abroad afterwards alone already
    everywhere nationwide worldwide overnight seriously annually daily monthly weekly yearly excluding versus vs
    compared say says tell tells told go goes went come came take took make made get got give gave fall fell rise rose
    leave left lose lost die died live lived remain work survive flee fled begin began become became seem need show
    found kill killed belong voted abstained want x""".split(),
)
"""The words that end the phrase which a number counts."""
_SINGULAR_ENDINGS = ("ss", "us", "is", "ous")


class Unit(NamedTuple):
    """The tokens `first` to `last` (exclusive) that name what is counted; `stop` is where the figure's text ends.

    `noun` tells things that are counted from measures, money and per cent: only things carry over to a later number.
    """

    first: int
    last: int
    stop: int
    noun: bool = False


def currency_before(tokens: Scan, i: int) -> int:
    """The token at which the currency before the number at `i` begins ("$", "US$", "EUR", "Rs."), or `i` for none."""
    k = i - 1
    if k >= 0 and category(tokens.words[k][0]) == "Sc":
        land = tokens.word(k - 1)
        return k - 1 if land in _DOLLARS or (tokens.glued(k) and land.isupper() and len(land) <= 3) else k
    if tokens.low(k) == "." and tokens.glued(k) and tokens.low(k - 1) in ("rs", "sh", "shs", "tk", "fr", "kr"):
        k -= 1
    if tokens.low(k) in lexicon.words("currencies") and tokens.capital(k) and not tokens.word(k).isdigit():
        return k
    return k if tokens.word(k) == "R" and tokens.glued(i) else i


def unit_after(tokens: Scan, k: int) -> Unit | None:
    """The unit that begins at token `k`, just after the number, or None."""
    return _percent(tokens, k) or _compound(tokens, k) or _measure(tokens, k) or _things(tokens, k)


def _percent(tokens: Scan, k: int) -> Unit | None:
    """Hundredths, or money after the number: "%", "per cent", "percentage points", "€"."""
    low = tokens.low(k)
    if low == "%" or (low and category(low[0]) == "Sc"):
        return Unit(k, k + 1, k + 1)
    in_two = low == "per" and tokens.low(k + 1) == "cent"
    if not in_two and low not in ("percent", "percentage", "pc"):
        return None
    last = k + 1 + in_two
    last += tokens.low(last) in ("point", "points")
    return Unit(k, last, last)


def _compound(tokens: Scan, k: int) -> Unit | None:
    """The word hung on by a hyphen: "22-year", "7.8-magnitude", "15-square-mile", "34-year-old"."""
    loose = tokens.low(k) == "-" and not tokens.glued(k + 1) and tokens.low(k + 2).isalpha()  # "a six - member team"
    first, last = k + 1, k + 2
    hung = tokens.low(first)
    if not (tokens.hyphened(k) or loose) or not hung.isalpha() or hung in STOPS or hung in SMALL:
        return None
    last += 2 * (hung in _KINDS and tokens.hyphened(last))
    stop = last
    while tokens.hyphened(stop):
        stop += 2
    if hung == "strong":
        return _things(tokens, stop)
    return Unit(first, last, stop, noun=hung not in lexicon.words("units"))


def _measure(tokens: Scan, k: int) -> Unit | None:
    """A measure: "km", "square metres", "nautical miles", "degrees Celsius", "°C", "10C", "km/h", "miles per hour"."""
    low, measures = tokens.low(k), lexicon.words("units")
    if low == "°":
        last = k + 2 if tokens.low(k + 1) in _SCALES else k + 1
        return Unit(k, last, last)
    if low in _KINDS:
        dotted = tokens.low(k + 1) == "."
        if tokens.low(k + 1 + dotted) in measures:
            return Unit(k, k + 2 + dotted, k + 2 + dotted)
    if tokens.glued(k) and (low == "p" or tokens.word(k) == "C"):
        return Unit(k, k + 1, k + 1)
    if low not in measures or low in ("in", "second"):
        return None
    last = k + 1
    last += low in ("degree", "degrees") and tokens.low(last) in _SCALES
    divided = tokens.low(last) in ("/", "per") and (tokens.low(last + 1) in measures or tokens.low(last + 1) in _PER)
    last += 2 * divided
    return Unit(k, last, last)


def _things(tokens: Scan, k: int) -> Unit | None:
    """The noun phrase after a number, without "more", "other", "of the" and the like."""
    first = _opened(tokens, k)
    last = _phrase(tokens, first)
    if last == first:
        return None
    if tokens.low(last) in ("and", "or") and not is_plural(tokens.word(last - 1)):  # "false or misleading claims"
        end = _phrase(tokens, last + 1)
        last = end if is_plural(tokens.word(end - 1)) else last
    return Unit(first, last, last, noun=True)


def _opened(tokens: Scan, k: int) -> int:
    """Where the noun phrase begins: after "more", "other", "of the", "of them"."""
    if tokens.low(k) == "of" and tokens.low(k + 1) in _AFTER_OF:
        k += 2
    while tokens.low(k) in _OPENERS and tokens.low(k + 1) != "than":
        k += 1
    return k


def unit_of_part(tokens: Scan, k: int) -> Unit | None:
    """What a fraction is a part of, from token `k` after it: "of all women", "an hour", "the population"."""
    while tokens.low(k) in _PART_OPENERS:
        k += 1
    sign = tokens.low(k)[:1]
    return None if sign and category(sign) == "Sc" else unit_after(tokens, k)


def things_before(tokens: Scan, i: int) -> Unit | None:
    """What a number counts whose things stand before it: "the number of … at 25", "flights rose from 12 to 24"."""
    return _numbered_before(tokens, i) or _subject_before(tokens, i)


def _subject_before(tokens: Scan, i: int) -> Unit | None:
    """The plural that "rose from 12 to 24" or "came in groups of 12" is told of, in the clause of token `i`."""
    verb = 0
    if tokens.lows[max(0, i - 3) : i : 2] == ("in", "of") and tokens.low(i - 2) in _GROUPINGS:
        verb = i - 3
    elif tokens.low(i - 1) in ("from", "to", "by"):
        verb = next((k for k in range(i - 1, max(0, i - 6), -1) if tokens.low(k) in _CHANGES), 0)
    for k in range(verb - 1, max(-1, i - 20), -1):
        if tokens.low(k) in (",", ";", ":") or tokens.low(k).isdigit():
            return None
        if is_plural(tokens.word(k)) and _PLACED.isdisjoint((tokens.low(k - 1), tokens.low(k - 2))):
            first = k - (tokens.word(k - 1).islower() and tokens.low(k - 1) not in STOPS)
            return Unit(first, k + 1, i, noun=True)
    return None


def _numbered_before(tokens: Scan, i: int) -> Unit | None:
    """What "the number of … at 25" or "a total of … to 25" counts, looked up before token `i`."""
    for k in range(i - 2, max(0, i - 15), -1):
        if tokens.lows[k] in ("number", "numbers") and tokens.low(k + 1) == "of":
            last = _phrase(tokens, k + 2)
            return Unit(k + 2, last, i, noun=True) if k + 2 < last <= i else None
    return None


def _phrase(tokens: Scan, first: int) -> int:
    """The end of the noun phrase from token `first`: its plural head, else its first word; `first` for none."""
    k = first
    while k < min(len(tokens.words), first + _LONGEST):
        end = _word_end(tokens, k)
        if end == k and k > first and tokens.low(k) == "," and tokens.word(k + 1).islower():
            end = _word_end(tokens, k + 1)  # "two small, old boats"
        if end == k:
            break
        if _is_head(tokens, end):
            return end
        k = end
    return _singular(tokens, first, k)


def _word_end(tokens: Scan, k: int) -> int:
    """The token after the word at `k` with its hyphens, dots and possessive; `k` when no word of a phrase is there."""
    word, low = tokens.word(k), tokens.low(k)
    if not word[:1].isalpha() or (low in STOPS and word != "US") or low in SMALL:
        return k
    end = k + 1
    end += len(word) == 1 and word.isupper() and tokens.low(end) == "."
    while tokens.hyphened(end) and tokens.low(end + 1).isalnum():
        end += 2
    owns = tokens.low(end) in APOSTROPHES and tokens.low(end + 1) == "s" and tokens.glued(end + 1)
    return end + 2 * owns


def _is_head(tokens: Scan, end: int) -> bool:
    """Whether the word before token `end` is the plural head, which no further plural follows."""
    head, after = tokens.word(end - 1), tokens.word(end)
    land = f"{tokens.low(end - 2)} {tokens.low(end - 1)}"
    if not is_plural(head) or (land in lexicon.words("countries") and after.isalpha()):
        return False
    told = after.endswith("ed") or after in ("dead", "hurt", "missing")  # of the people before it
    return told or not is_plural(after) or tokens.low(end)[:-1] in lexicon.words("verbs")


def _singular(tokens: Scan, first: int, last: int) -> int:
    """The end of a phrase without a plural: its capitalised run or its first word; `first` when that is not a noun."""
    word = tokens.word(first)
    past = lexicon.is_irregular_verb(word) and tokens.low(first - 1) not in BIG  # "1.3 trillion won" is money
    if last == first or (word.islower() and (past or word.endswith(("ed", "ing", "ly")))):
        return first
    end = _word_end(tokens, first)
    if tokens.low(end - 2) in APOSTROPHES:
        return first
    while word[:1].isupper() and end < last and tokens.capital(end):
        end = _word_end(tokens, end)
    return end


def is_plural(word: str) -> bool:
    """Whether a word is a noun in the plural by its ending or by the list of irregular ones."""
    low = word.lower()
    if low in lexicon.words("collectives") or low.endswith("men"):
        return True
    return len(low) > 2 and low.endswith("s") and low not in STOPS and not low.endswith(_SINGULAR_ENDINGS)


# ---- how it relates to the true one ----------------------------------------------------------------------------------


_BRIDGED = "; a; an; another; a further; an additional; additional; the age of; aged"
_BRIDGES = tuple(tuple(bridge.split()) for bridge in _BRIDGED.split(";"))
"""What may stand between a comparator and the number, if anything: "at least another 30", "under the age of 5"."""
_OR = {
    **dict.fromkeys("more over older above higher greater longer".split(), Comparator.AT_LEAST),
    **dict.fromkeys("fewer less under younger below lower".split(), Comparator.AT_MOST),
    **dict.fromkeys("so thereabouts".split(), Comparator.ABOUT),
}
_HUNG = {"plus": Comparator.AT_LEAST, "odd": Comparator.ABOUT}


def comparator_before(tokens: Scan, i: int) -> tuple[Comparator, int] | None:
    """The comparator that ends before token `i`, and the token at which it begins."""
    for bridge in _BRIDGES:
        k = i - len(bridge)
        if tokens.lows[k:i] != bridge:
            continue
        for first in range(max(0, k - _LONGEST_COMPARATOR), k):
            sign = lexicon.entries("comparators").get(" ".join(tokens.lows[first:k]).replace(" .", "."))
            if sign is not None:
                return Comparator(sign), first
    return None


def comparator_after(tokens: Scan, i: int) -> tuple[Comparator, int] | None:
    """The comparator that begins at token `i` ("or more", "-plus", "+", "-odd"), and the token after it."""
    low = tokens.low(i)
    if low == "+" and (tokens.glued(i) or tokens.low(i + 1).isalpha()):
        return Comparator.AT_LEAST, i + 1
    if low in ("or", "and") and tokens.low(i + 1) in _OR and not (low == "and" and tokens.low(i + 1) in ("so", "more")):
        return _OR[tokens.lows[i + 1]], i + 2
    hung = _HUNG.get(tokens.low(i + 1)) if low in DASHES and tokens.glued(i) else None
    return (hung, i + 2) if hung else None
