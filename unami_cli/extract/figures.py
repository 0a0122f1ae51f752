"""Numbers that count or measure: "over 700 personnel", "£1.1bn", "10-15 per cent", "half a million", "34-year-old"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract import amounts, numerals
from unami_cli.extract.amounts import Unit, is_plural
from unami_cli.extract.numerals import APOSTROPHES, CLOCK, DASHES, RANKS, SCALES, STARTERS, Numeral, Scan, scan
from unami_cli.lexicon import SMALL, TIMES_OF_DAY, WEEKDAYS
from unami_cli.marks import unmarked
from unami_cli.model import Comparator, Figure, Span, Spans

_RANGED = [[joint] for joint in (*DASHES, *"to or and through x ×".split())]
_PLAYED = frozenset("win wins winning won lose loses losing lost draw draws drawing drew tie ties tied".split())
_LONGEST_REACH = 15
_NEW_COUNTS = frozenset("; toll rate index score price population speed age sales shares reached".split())
_AFTER_AN_AGE = frozenset((",", ".", ";", ")", "—", "–", "", "who", "of", "from"))
_ENDS_AN_AGE = frozenset((".", ",", ";", "when", "at", "on", "and"))
_AGES = frozenset(("aged", "age", "ages"))
_STREETS = frozenset("street st road rd avenue ave square lane drive boulevard blvd terrace close crescent".split())
_THEM = frozenset("them these those whom which".split())
_THE = frozenset("the all other both".split())
_LISTED = frozenset((",", "and"))


class _Draft(NamedTuple):
    """A number with what stands beside it. `first` and `last` are the tokens that its text runs over."""

    first: int
    last: int
    numeral: Numeral
    unit: str | None
    comparator: Comparator = Comparator.EQUAL
    noun: bool = False
    money: bool = False
    negative: bool = False


def find_figures(
    text: str, start: int, end: int, occupied: Sequence[Span] = (), counted: str | None = None
) -> tuple[Figure, ...]:
    """The numbers in `text[start:end]` that count or measure something, in text order; their spans never overlap.

    `value` is multiplied out, `unit` is in the text's words or None where the sentence does not name it. No figure
    starts inside a span of `occupied` (dates, resolutions, names with digits). `counted` is what the text counted last,
    which "six of them" and "the other two" go on from. Offsets are into `text`.

    >>> [(f.text, f.value, f.unit) for f in find_figures("Over £1.1bn went to 3,000 to 5,000 people.", 0, 42)]
    [('Over £1.1bn', 1100000000, '£'), ('3,000', 3000, 'people'), ('5,000 people', 5000, 'people')]
    """
    tokens = scan(text, start, end)
    drafts = _carried(tokens, _shared(tokens, _drafts(tokens, occupied)), counted)
    return tuple([_figure(tokens, draft) for draft in drafts])


def counted_in(figures: Sequence[Figure]) -> str | None:
    """What the last of the figures counts that counts things, not a measure or money."""
    for unit in [figure.unit for figure in reversed(figures) if figure.unit]:
        if is_plural(unit.split()[-1]) and unit.casefold() not in lexicon.words("units"):
            return unit
    return None


def _figure(tokens: Scan, draft: _Draft) -> Figure:
    start, end = tokens.starts[draft.first], tokens.ends[draft.last - 1]
    value = -draft.numeral.value if draft.negative else draft.numeral.value
    return Figure(start, end, tokens.text[start:end], value, draft.unit, draft.comparator)


# ---- one number after the other ------------------------------------------------------------------------------------


def _drafts(tokens: Scan, occupied: Sequence[Span]) -> list[_Draft]:
    drafts: list[_Draft] = []
    taken = Spans(occupied) if occupied else None
    floor = after = 0
    for i in tokens.places(STARTERS):
        if i < after or (taken and taken.at(tokens.starts[i])):
            continue
        head = amounts.currency_before(tokens, i) if tokens.lows[i].isdigit() else i
        head = head if head >= floor else i
        numeral = numerals.read_numeral(tokens, i, money=head < i)
        if numeral is None:
            continue
        after = numeral.last
        dated = taken is not None and taken.at(tokens.starts[i - 1]) is not None
        if head == i and (
            _is_ordinal(tokens, numeral) or _is_score(tokens, numeral) or _is_designation(tokens, numeral, dated=dated)
        ):
            continue
        draft = _draft(tokens, numeral, head, floor)
        if draft is not None:
            drafts.append(draft)
            after = max(after, floor := draft.last)
    return drafts


def _is_ordinal(tokens: Scan, numeral: Numeral) -> bool:
    """Whether the number goes on into an ordinal: "twenty-first", "one hundred and fifth"."""
    k = numeral.last
    k += tokens.low(k) in DASHES or tokens.low(k) == "and"
    joined = k > numeral.last or tokens.lows[k - 1].endswith(("ty", "hundred", "thousand"))
    return numeral.spelt and joined and tokens.low(k) in RANKS


def _is_score(tokens: Scan, numeral: Numeral) -> bool:
    """Whether the number is a side of a match's score, "3-1", "lost 1-3"; a range rises, and a vote counts votes."""
    first, last = numeral.first, numeral.last
    if tokens.hyphened(last):
        last += 2
    elif tokens.hyphened(first - 1):
        first -= 2
    left, right, lead = tokens.number(first), tokens.number(last - 1), tokens.lows[max(0, first - 9) : first]
    if last - first != 3 or not numeral.plain or left is None or right is None or "vote" in lead:
        return False
    unit = amounts.unit_after(tokens, last)
    if max(left, right) > 200 or (unit is not None and not tokens.capital(unit.first)):
        return False
    named = unit is not None and tokens.capital(first - 1)  # "Arsenal 1-2 Chelsea"
    return named or left >= right or tokens.low(first - 1) in _PLAYED


def _draft(tokens: Scan, numeral: Numeral, head: int, floor: int) -> _Draft | None:
    money = head < numeral.first
    later = amounts.comparator_after(tokens, numeral.last)
    last = later[1] if later else numeral.last
    unit = None if money else (amounts.unit_of_part if numeral.part else amounts.unit_after)(tokens, last)
    name: str | None
    if money:
        name = _words(tokens, head, numeral.first).rstrip(".")
    elif _is_pronoun(tokens, numeral, unit) or _is_stray(tokens, numeral, unit):
        return None
    elif unit is not None:
        name, last = _words(tokens, unit.first, unit.last), unit.stop
    else:
        name = "years" if _is_age(tokens, numeral) else None
    negative = head > floor and _is_negative(tokens, head, unit, money)
    noun = unit is not None and unit.noun
    draft = _Draft(head - negative, last, numeral, name, noun=noun, money=money, negative=negative)
    return _compared(tokens, draft, floor, later[0] if later else None)


def _words(tokens: Scan, first: int, last: int) -> str:
    return " ".join(unmarked(tokens.text[tokens.starts[first] : tokens.ends[last - 1]]).split())


def _is_pronoun(tokens: Scan, numeral: Numeral, unit: Unit | None) -> bool:
    """Whether "one" is a pronoun or an article: it counts only before a measure, and "one day" is some day."""
    one = tokens.lows[numeral.first : numeral.last] == ("one",)
    return one and (unit is None or unit.noun or tokens.low(unit.first) == "day")


def _is_stray(tokens: Scan, numeral: Numeral, unit: Unit | None) -> bool:
    """Whether a lone year is left over from a name ("Rio 2016")."""
    return unit is None and _is_year(numeral) and amounts.comparator_before(tokens, numeral.first) is None


def _is_year(numeral: Numeral) -> bool:
    return numeral.plain and 1900 <= numeral.top <= 2099


def _is_negative(tokens: Scan, at: int, unit: Unit | None, money: bool) -> bool:
    """Whether the number, or the sign of money before it, that begins at a token is below zero."""
    before, measured = tokens.low(at - 1), money or (unit is not None and not unit.noun)
    signed = before in ("-", "−", "–") and tokens.glued(at) and not tokens.glued(at - 1)
    return before == "minus" or (measured and (signed or before == "negative"))


def _is_age(tokens: Scan, numeral: Numeral) -> bool:
    """Whether the number is somebody’s age: "Smith, 34,", "Maria (47)", "aged 34", "at the age of six"."""
    if numeral.part or not 0 < numeral.value <= 120:
        return False
    found = amounts.comparator_before(tokens, numeral.first)
    k = (found[1] if found else numeral.first) - 1
    k -= tokens.low(k) in ("of", "between")
    if tokens.low(k) in _AGES:
        return True
    after = tokens.low(numeral.last)
    if tokens.low(k) in ("was", "is", "turned", "turns") and after in _ENDS_AN_AGE:
        who = tokens.low(k - 1)
        return numeral.plain and (who in ("he", "she", "who") or (tokens.capital(k - 1) and who != "it"))
    if tokens.low(k) == ",":
        somebody = tokens.capital(k - 1) and tokens.low(k - 1) not in WEEKDAYS
        return numeral.plain and somebody and after in _AFTER_AN_AGE
    return tokens.low(k) == "(" and after == ")" and tokens.capital(k - 1)


def _compared(tokens: Scan, draft: _Draft, floor: int, later: Comparator | None) -> _Draft:
    """The draft with the comparator before it or after it, and that comparator's words in its span.

    `later` is the one that stood between the number and its unit: "5 or more people".
    """
    found = amounts.comparator_before(tokens, draft.first)
    if found is not None and found[1] >= floor:
        return draft._replace(first=found[1], comparator=found[0])
    if later is not None:
        return draft._replace(comparator=later)
    after = amounts.comparator_after(tokens, draft.last)
    return draft if after is None else draft._replace(comparator=after[0], last=after[1])


# ---- numbers that share --------------------------------------------------------------------------------------------


def _shared(tokens: Scan, drafts: list[_Draft]) -> list[_Draft]:
    """Gives the first number of a range or a list the unit and the scale of the next: "$5-7 million"."""
    for n in range(len(drafts) - 2, -1, -1):
        left, right = drafts[n], drafts[n + 1]
        gap = tokens.lows[left.last : right.first]
        joints = [low for low in gap if low not in DASHES] or [*gap]  # of "five- and six-year terms" the "and"
        if _of_which(gap) and left.unit is None:
            drafts[n] = left._replace(unit=right.unit, noun=right.noun)
        elif (joints in _RANGED and not (left.noun and tokens.low(left.last) in DASHES)) or (
            joints == [","] and right.unit is not None and left.unit is None
        ):
            drafts[n], drafts[n + 1] = _ranged(left, right)
    return drafts


def _of_which(gap: Sequence[str]) -> bool:
    """Whether the words between two numbers are "of the", "of her", "of the country’s": both count the same."""
    return gap[:1] == ("of",) and len(gap) <= (5 if gap[-1] == "s" else 3)


def _ranged(left: _Draft, right: _Draft) -> tuple[_Draft, _Draft]:
    if left.unit is None and not left.numeral.part:
        left = left._replace(unit=right.unit, noun=right.noun, money=right.money)
    elif right.unit is None and left.money:
        right = right._replace(unit=left.unit, money=True)
    scaled = left.numeral.scale == 1 < right.numeral.scale and left.unit == right.unit
    if scaled and left.numeral.value < right.numeral.top / right.numeral.bottom:
        left = left._replace(numeral=left.numeral._replace(scale=right.numeral.scale))
    if left.comparator is Comparator.ABOUT and right.comparator is Comparator.EQUAL:
        right = right._replace(comparator=Comparator.ABOUT)
    return left, right


def _carried(tokens: Scan, drafts: list[_Draft], counted: str | None) -> list[_Draft]:
    """Gives a number without a noun of its own what the sentence counted before it: "28 people died, 40 in Mosul"."""
    carried: list[_Draft] = []
    last: _Draft | None = None
    for draft in drafts:
        unit = draft.unit
        if unit is None and not draft.numeral.part:
            told = amounts.things_before(tokens, draft.numeral.first)
            if told is not None:
                unit = _words(tokens, told.first, told.last)
            elif last is not None and _goes_on_counting(tokens.lows[last.last : draft.first]):
                unit = last.unit
            elif (last or counted) and _refers_back(tokens, draft):
                unit = last.unit if last else counted
        carried.append(draft._replace(unit=unit))
        last = carried[-1] if draft.noun or (draft.unit is None and unit is not None) else last
    return carried


def _refers_back(tokens: Scan, draft: _Draft) -> bool:
    """Whether a number counts again what was counted before: "six of them", "all five left", "the other two"."""
    if tokens.low(draft.last) == "of":
        return tokens.low(draft.last + 1) in _THEM
    return tokens.low(draft.first - 1) in _THE


def _goes_on_counting(gap: Sequence[str]) -> bool:
    """Whether the words between two numbers start nothing new to count: no new clause, no toll, rate or index."""
    return len(gap) <= _LONGEST_REACH and _NEW_COUNTS.isdisjoint(gap)


# ---- numbers that count nothing --------------------------------------------------------------------------------------


def _is_designation(tokens: Scan, numeral: Numeral, *, dated: bool) -> bool:
    """Whether the number belongs to a name, a time, a list or an address and so is not a figure.

    `dated` tells that a date or a name stands right before it: "In 2020 40 people".
    """
    if numeral.spelt:
        return _spelt_name(tokens, numeral)
    return (
        _joined(tokens, numeral)
        or _continues(tokens, numeral, dated=dated)
        or _is_time(tokens, numeral)
        or _is_mark(tokens, numeral)
        or _is_short_year(tokens, numeral)
        or numerals.is_designated(tokens, numeral.first, numeral.last)
        or (numeral.plain and (_after_a_name(tokens, numeral) or _is_address(tokens, numeral)))
        or tokens.in_address(numeral.first)
    )


def _spelt_name(tokens: Scan, numeral: Numeral) -> bool:
    """Whether a number in words is part of a name: "Group of Seven", "the Big Five", "Chapter Seven"."""
    first, last = numeral.first, numeral.last
    if (tokens.hyphened(first - 1) and tokens.low(first - 2) not in SMALL) or _is_pair(tokens, numeral):
        return True
    capital = tokens.capital(first) and tokens.low(first) != "a"
    if not capital or not tokens.low(first - 1).isalpha() or _is_title(tokens):
        return False
    return tokens.low(first - 1) == "of" or tokens.capital(last) or tokens.capital(first - 1)


def _is_pair(tokens: Scan, numeral: Numeral) -> bool:
    """Whether two numbers in words describe one thing: "a one-two punch", not "two-three days"."""
    first, last = numeral.first, numeral.last
    falls = tokens.hyphened(last) and tokens.low(last + 1) in SMALL
    if not falls and not (tokens.hyphened(first - 1) and tokens.low(first - 2) in SMALL):
        return False
    unit = amounts.unit_after(tokens, last + 2 * falls)
    return unit is not None and unit.noun and not is_plural(tokens.word(unit.last - 1)) and "vote" not in tokens.lows


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
    first = numeral.first
    before = tokens.low(first - 1)
    if before in DASHES:
        return tokens.hyphened(first - 1) and not _ends_number(tokens, first - 2)
    if before.isalpha():
        return before not in lexicon.words("currencies")
    return before in "/#№§@_*.:\\"


def _ends_number(tokens: Scan, k: int) -> bool:
    """Whether token `k` ends a number, so that a hyphen after it makes a range; or is the "to" of "18-to-24"."""
    low = tokens.low(k)
    scaled = (low in SCALES and tokens.low(k - 1).isdigit()) or (low == "to" and tokens.low(k - 2).isdigit())
    return scaled or low.isdigit() or low in SMALL


def _continues(tokens: Scan, numeral: Numeral, *, dated: bool) -> bool:
    """Whether the number is one piece of a longer one: a version, a ratio, a telephone number, a leading zero."""
    first, last = numeral.first, numeral.last
    word = tokens.words[first]
    if len(word) > 1 and word[0] == "0":
        return True
    if tokens.low(last) in (".", ":", "/") and tokens.inside(last):
        return tokens.low(last + 1).isalnum()
    if tokens.number(last) is not None and tokens.adjoins(last):
        return True
    if tokens.low(first - 1).isdigit() and tokens.adjoins(first) and (not dated or _is_year(numeral)):
        return True
    return tokens.low(first - 1) == "+" or _is_chain(tokens, first, last)


def _is_chain(tokens: Scan, first: int, last: int) -> bool:
    """Whether the digits are a link of "1-800-555-1234": three or more groups joined by hyphens."""
    # A hyphen and the digits on its other side: two links before, one before, one after, two after.
    places = ((first - 3, first - 4), (first - 1, first - 2), (last, last + 1), (last + 2, last + 3))
    far, near, following, beyond = (
        tokens.hyphened(hyphen) and tokens.low(digits).isdigit() for hyphen, digits in places
    )
    area = tokens.low(first - 1) == ")" or (near and tokens.low(first - 3) == ")")
    if area and tokens.low(first - (4 if near else 2)).isdigit():
        return following or near
    return (far and near) or (near and following) or (following and beyond)


def _is_time(tokens: Scan, numeral: Numeral) -> bool:
    """Whether the number is a time of day: "6 p.m.", "2.15pm", "1500 hours", "1030 GMT", "9 o’clock"."""
    last = numeral.last
    after = tokens.low(last)
    if after in TIMES_OF_DAY or (after in ("a", "p") and tokens.low(last + 1) == "." and tokens.low(last + 2) == "m"):
        return True
    if after == "o" and tokens.low(last + 1) in APOSTROPHES:
        return True
    return after in CLOCK and numeral.plain and len(tokens.words[numeral.first]) == 4


def _is_mark(tokens: Scan, numeral: Numeral) -> bool:
    """A number of a list at the start of a line ("1.", "2)"), of a note ("[3]") or of a clause ("(1) …")."""
    first, last = numeral.first, numeral.last
    if not numeral.plain:
        return False
    before, after = tokens.low(first - 1), tokens.low(last)
    if before in ("[", "^") and after in ("]", ","):
        return True
    length = len(tokens.words[first])
    if before == "(" and after == ")":
        return not (length <= 3 and numeral.top >= 10 and tokens.capital(first - 2))
    if not (length <= 2 and after in (".", ")") and tokens.glued(last)):
        return False
    start = tokens.starts[first]
    line = tokens.text.rfind("\n", max(0, start - 20), start) + 1
    return (line > 0 or start <= 20) and not tokens.text[line:start].strip(" \t*•-")


def _is_short_year(tokens: Scan, numeral: Numeral) -> bool:
    """Whether the number is a year in two digits: "in 80 and 84", "in ’91", "the class of ’69"."""
    first, last = numeral.first, numeral.last
    if not numeral.plain or not _is_of_two_digits(tokens, first):
        return False
    if tokens.low(first - 1) in APOSTROPHES and tokens.glued(first):
        return True
    while tokens.low(first - 1) in _LISTED and _is_of_two_digits(tokens, first - 2):
        first -= 2
    while tokens.low(last) in _LISTED and _is_of_two_digits(tokens, last + 1):
        last += 2
    listed = tokens.low(first - 1) in ("in", "since") and tokens.low(last) not in ("to", "or", *DASHES)
    return listed and amounts.unit_after(tokens, last) is None


def _is_of_two_digits(tokens: Scan, k: int) -> bool:
    return len(tokens.low(k)) == 2 and tokens.low(k).isdigit()


def _after_a_name(tokens: Scan, numeral: Numeral) -> bool:
    """Whether a capitalised word inside the sentence goes before ("Air Base 201"), unless a counted noun follows."""
    k = numeral.first - 1
    dotted = tokens.low(k) == "." and len(tokens.word(k - 1)) == 1 and tokens.glued(k)
    bracketed = tokens.low(k) == ")" and len(tokens.word(k - 1)) > 1
    if (dotted or bracketed) and tokens.word(k - 1).isupper():
        return not is_plural(tokens.word(numeral.last))
    if k < 1 or not tokens.capital(k) or not tokens.words[k].isalpha():
        return False
    if tokens.lows[k] in amounts.STOPS or not (tokens.low(k - 1)[-1:].isalnum() or tokens.low(k - 1) in ",-)("):
        return False
    placed = tokens.low(k - 1) in ("in", "at", "near", "from") and is_plural(tokens.word(numeral.last))
    return not (placed or _is_title(tokens) or _unit_follows(tokens, numeral.last))


def _unit_follows(tokens: Scan, i: int) -> bool:
    k = i + 1 if tokens.low(i) in DASHES else i
    return tokens.low(k) in ("%", "per", "percent") or tokens.low(k) in lexicon.words("units")


def _is_title(tokens: Scan) -> bool:
    """Whether the sentence is set like a headline: no full stop, and nearly every long word with a capital."""
    if tokens.low(len(tokens.words) - 1) in (".", "”", '"'):
        return False
    long = [word for word in tokens.words if len(word) > 3 and word.isalpha()]
    return len([word for word in long if word[0].isupper()]) > 0.7 * len(long)


def _is_address(tokens: Scan, numeral: Numeral) -> bool:
    """Whether the number is a house number: "10 Downing Street", "3 Moor Park Avenue"."""
    name = takewhile(tokens.capital, range(numeral.last, numeral.last + 4))
    return any(tokens.low(k) in _STREETS for k in name)
