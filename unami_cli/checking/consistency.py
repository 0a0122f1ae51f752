"""A text checked against itself, the calendar and the register: what fits, what contradicts, what cannot be told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from unami_cli import lexicon
from unami_cli.checking.ages import ages
from unami_cli.checking.agreement import weekday
from unami_cli.checking.cited import cited
from unami_cli.checking.courses import courses
from unami_cli.checking.lifetimes import lifetimes, marks, names_in
from unami_cli.checking.repetition import repetitions
from unami_cli.folding import fold, name_words, words
from unami_cli.lexicon import MONTH_NUMBERS, MONTHS, WEEKDAYS, is_day, month_length
from unami_cli.lookup.correction import slips, sound
from unami_cli.lookup.timeline import day_key, interval
from unami_cli.model import Date, Fact, Person
from unami_cli.outcomes import Aspect, Finding, Outcome
from unami_cli.patterns import pattern
from unami_cli.table import FactTable

_SHORT_DAY = {day[:size]: day.capitalize() for day in WEEKDAYS for size in (None, 3, 4, 5)}
_DAY = pattern(r"[^\W\d_]+")
_BEHIND = pattern(r"\s?\((?:a )?([A-Z][a-z]+)\)|, a ([A-Z][a-z]+)(?=[,.;:)]|\s+(?:in|at|when|and)\s|$)")
"""A weekday after a day: "5 March 2024 (Monday)", "5 March 2024, a Monday"."""
_SHORTENED = pattern(r"(?<![\w’'.-])(?<!The )(?<!the )(Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.,?\s+$")
"""A shortened weekday before a day, with its stop: without it, the Sun is a newspaper."""
_DAY_FIRST = pattern(
    r"(?<![\d.,:/-])(?P<day>\d{1,2})(?P<ending>st|nd|rd|th)?(?:\s+of)?\s+(?P<month>[A-Z][a-z]{2,8})\b\.?(?:,?\s+(?P<year>\d{4})\b)?"
)
_NUMBERED = pattern(
    r"(?<![\d./-])(?:(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)|(?P<first>\d\d)(?P<sign>[./])(?P<second>\d\d)(?P=sign)(?P<last>\d{4}))(?![\d/-]|\.\d)"
)
_MONTH_FIRST = pattern(
    r"\b(?P<month>[A-Z][a-z]{2,8})\.?\s+(?P<day>\d{1,2})(?P<ending>st|nd|rd|th)?,\s+(?P<year>\d{4})\b"
)
_WEEKDAY = 12  # letters before a day in which a weekday stands
_LONGEST_MONTH = 31
_LEAP = 2024  # a year whose February is as long as it can be, for a day without a year
_NEW_STYLE = 1923
"""The year from which all of Europe uses the Gregorian calendar."""
_TO, _AND = frozenset("to until till through".split()), "and"
_MOVED = frozenset(
    """moved move moving brought bring forward advanced advance changed change changing shifted shift revised revise
    cut reduced reduce lowered deadline target goal rescheduled difference gap compared comparison contrast choose
    choice fell fall fallen dropped drop decreased decline declined back backwards counted""".split()
)
"""Words by which the later of two years may well come first: "moved from 2030 to 2025", "the gap between the two"."""
_SHORT, _REACH = 12, 160  # letters between two dates of a stretch; those in which words near something are looked for
_NEAR = 12  # words before "from 2010" in which the text may say that something moved
_REVERSED = pattern(r"\((1[5-9]\d\d|20\d\d)\s?[-–—]\s?(1[5-9]\d\d|20\d\d)\)")
_ORDER = tuple(Outcome)
_ALIKE = 40  # people whose names share a key; where there are more it is too common to tell
_SPELT = 5
"""The fewest letters of a word of a name that can be a slip of another: Jon and Jan are two names."""


def findings(table: FactTable) -> tuple[Finding, ...]:
    """The results of checking the texts against themselves, the calendar and the register: contradictions first.

    >>> from unami_cli import build, read
    >>> table = build([read(b"They met on Sunday, December 13, 2025.")])
    >>> [(one.outcome.value, one.text) for one in findings(table)]
    [('contradiction', '“Sunday, December 13, 2025” is a Saturday, not a Sunday.')]
    """
    values: dict[tuple[Outcome, Aspect, str], tuple[str, ...]] = {}
    facts: defaultdict[tuple[Outcome, Aspect, str], dict[str, Fact]] = defaultdict(dict)
    for one in _all(table):
        key = one.outcome, one.aspect, one.text
        values.setdefault(key, one.values)
        facts[key].update((fact.id, fact) for fact in one.facts)
    every = [Finding(*key, tuple(facts[key].values()), told) for key, told in values.items()]
    return tuple(sorted(every, key=lambda one: _ORDER.index(one.outcome)))


def _all(table: FactTable) -> Iterator[Finding]:
    for fact in table.facts:
        yield from _weekdays(fact)
        yield from _lacking(fact)
        yield from _stretches(fact)
    yield from cited(table)
    named = names_in(table)
    told = marks(table, named)
    lived = tuple(lifetimes(table, told))
    yield from lived
    shown = {fact.id for one in lived if one.aspect is Aspect.ORDER for fact in one.facts}
    yield from (one for one in courses(table) if shown.isdisjoint(fact.id for fact in one.facts))
    yield from repetitions(table, told, named)
    yield from ages(table, told)
    yield from _spellings(table)


# The calendar.


def _weekdays(fact: Fact) -> Iterator[Finding]:
    """Every weekday that is given with a day, checked against the calendar."""
    for date in fact.dates:
        start, end = date.start - fact.start, date.end - fact.start
        told = [_SHORT_DAY[word] for word in _DAY.findall(fold(date.text)) if word in _SHORT_DAY and word not in MONTHS]
        behind = _BEHIND.match(fact.text, end)
        if behind and (day := fold(behind[1] or behind[2])) in WEEKDAYS:
            told.append(_SHORT_DAY[day])
            end = behind.end()
        if before := _SHORTENED.search(fact.text, max(0, start - _WEEKDAY), start):
            told.append(_SHORT_DAY[fold(before[1])])
            start = before.start()
        if len(told) == 1 and "/" not in date.edtf:
            yield _weekday(date, told[0], " ".join(fact.text[start:end].split()), fact)


def _weekday(date: Date, told: str, words_of: str, fact: Fact) -> Finding:
    covered = interval(date.resolved)
    values = (words_of,)
    if covered is None or covered[0] != covered[1]:
        text = f"The text leaves the year of “{words_of}” open."
        return Finding(Outcome.OPEN, Aspect.WEEKDAY, text, (fact,), values)
    real = weekday(covered[0])
    year = f" in {covered[0][:-6]}" if date.resolved != date.edtf else ""
    if real == told:
        return Finding(Outcome.OK, Aspect.WEEKDAY, f"“{words_of}” is a {real}{year}.", (fact,), values)
    text = f"“{words_of}” is a {real}{year}, not a {told}."
    old = day_key(covered[0])[0] < _NEW_STYLE
    if old:
        text = f"{text[:-1]}, unless the old calendar is meant."
    return Finding(Outcome.OPEN if old else Outcome.CONTRADICTION, Aspect.WEEKDAY, text, (fact,), values)


def _days(text: str) -> Iterator[tuple[re.Match[str], int | None, int, int]]:
    """The days that a text gives, whether or not they exist: year, month and day."""
    for found in (*_DAY_FIRST.finditer(text), *_MONTH_FIRST.finditer(text)):
        month, day = MONTH_NUMBERS.get(fold(found["month"])), int(found["day"])
        if month and (day <= _LONGEST_MONTH or found["ending"]):  # not "the 45 May bills"
            yield found, int(found["year"]) if found["year"] else None, month, day
    for found in _NUMBERED.finditer(text):
        if found["year"] and int(found["day"]) <= _LONGEST_MONTH:
            yield found, int(found["year"]), int(found["month"]), int(found["day"])
        elif not found["year"] and 12 < int(found["first"]) <= _LONGEST_MONTH:  # else the month may stand first
            yield found, int(found["last"]), int(found["second"]), int(found["first"])


def _lacking(fact: Fact) -> Iterator[Finding]:
    """Days that no calendar has: "31 June 2024", "February 30, 2023"."""
    for found, year, month, day in _days(fact.text):
        if not (1 <= month <= len(MONTHS) and day) or is_day(year, month, day):
            continue
        told = " ".join(found[0].split())
        last = month_length(year if year is not None else _LEAP, month)
        text = f"“{told}” is not a date: that month has {last} days."
        outcome = Outcome.CONTRADICTION if year is None or year >= _NEW_STYLE else Outcome.OPEN
        yield Finding(outcome, Aspect.DAY, text, (fact,), (found[0],))


def _stretches(fact: Fact) -> Iterator[Finding]:
    """Stretches of time whose end comes before their beginning: "from 2010 to 2005", "(1999-1987)"."""
    for first, last in pairwise(fact.dates):
        if last.start - first.end > _SHORT:
            continue
        between = words(fact.text[first.end - fact.start : last.start - fact.start])
        start = first.start - fact.start
        before = words(fact.text[max(0, start - _REACH) : start])[-_NEAR:]
        to = before[-1:] == ("from",) and len(between) == 1 and between[0] in _TO
        if not to and not (before[-1:] == ("between",) and between == (_AND,)):
            continue
        covered = interval(first.edtf), interval(last.edtf)  # as stated: a year that was filled in proves nothing
        if covered[0] is None or covered[1] is None or not _MOVED.isdisjoint(before):
            continue
        if day_key(covered[1][1]) < day_key(covered[0][0]):
            told = fact.text[first.start - fact.start : last.end - fact.start]
            text = f"“{before[-1]} {told}” ends before it begins."
            yield Finding(Outcome.CONTRADICTION, Aspect.ORDER, text, (fact,), (first.text, last.text))
    for found in _REVERSED.finditer(fact.text):
        if int(found[2]) < int(found[1]):
            text = f"“{found[0]}” ends before it begins."
            yield Finding(Outcome.CONTRADICTION, Aspect.ORDER, text, (fact,), (found[1], found[2]))


# Names.


def _spellings(table: FactTable) -> Iterator[Finding]:
    """People whose names are only a typo or a transliteration apart: in each article, then in two of them."""
    homes: defaultdict[str, list[Person]] = defaultdict(list)
    for one in table.people:
        for id in dict.fromkeys(mention.article for mention in one.mentions):
            homes[id].append(one)
    found = {pair: id for id, every in reversed(homes.items()) for pair in _near_names(every)}
    if len(homes) > 1:
        found = {**dict.fromkeys(_near_names(table.people), ""), **found}
    rank = {person.id: number for number, person in enumerate(table.people)}
    for (a, b), home in sorted(found.items(), key=lambda pair: (rank[pair[0][0].id], rank[pair[0][1].id])):
        text = f"“{a.name}” and “{b.name}” may be one person, spelt in two ways."
        facts = [fact for one in (a, b) for fact in _first_facts(table, one, home)]
        yield Finding(Outcome.OPEN, Aspect.SPELLING, text, tuple(facts), (a.name, b.name))


def _near_names(people: Iterable[Person]) -> Iterator[tuple[Person, Person]]:
    """Pairs of these people whose names are spellings of each other."""
    held: defaultdict[tuple[str, ...], list[Person]] = defaultdict(list)
    for one in people:
        for key in _near_keys(name_words(one.name)):
            held[key].append(one)
    near = (same for same in held.values() if len(same) <= _ALIKE)
    pairs = {(a.id, b.id): (a, b) for same in near for a, b in combinations({one.id: one for one in same}.values(), 2)}
    return (pair for pair in pairs.values() if same_name(*(name_words(one.name) for one in pair)))


def _first_facts(table: FactTable, one: Person, home: str) -> tuple[Fact, ...]:
    """The first sentence that names somebody, of one article where it is told, if any does."""
    mentions = (mention for mention in one.mentions if not home or mention.article == home)
    found = (table.fact_with(mention.article, mention) for mention in mentions)
    return tuple(filter(None, [next(filter(None, found), None)]))


def _near_keys(name: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Keys such that two names share one when they may be spellings of each other: all words but one, or the sounds."""
    if len(name) == 1:
        word = name[0]
        return {("", *(word[:at] + word[at + 1 :],)) for at in range(len(word))} | {("", sound(word))}
    keys = {(*name[:at], "", *name[at + 1 :]) for at in range(len(name))}
    return keys | {tuple(map(sound, name))}


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of folded words are spellings of one: as many words, all but one alike or sounding alike.

    >>> same_name(("antonio", "guterres"), ("antonio", "gutteres"))
    True
    >>> same_name(("maria", "costa"), ("mario", "costa")), same_name(("george", "h", "bush"), ("george", "w", "bush"))
    (False, False)
    """
    if len(one) != len(other) or one == other:
        return False
    apart = 0
    for mine, theirs in zip(one, other, strict=True):
        if mine == theirs:
            continue
        if min(len(mine), len(theirs)) < _SPELT or mine[0] != theirs[0]:
            return False
        if sound(mine) != sound(theirs):
            apart += 1
            if not _slipped(mine, theirs):
                return False
    return apart <= (len(one) > 1 or min(len(one[0]), len(other[0])) > _SPELT)


def _slipped(mine: str, theirs: str) -> bool:
    """Whether one word is a typo away from another, and not a name of its own."""
    if f"{mine}s" == theirs or f"{theirs}s" == mine:  # "the Guptas"
        return False
    if slips(mine, theirs) > 1:
        return False
    known = [any(word in lexicon.words(names) for names in ("given_names", "surnames")) for word in (mine, theirs)]
    return not all(known)
