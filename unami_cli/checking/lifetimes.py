"""When bodies and people began and ended, as sentences tell it, and whether the spans that are told fit those days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from unami_cli.checking.agreement import LESS, MORE, is_stretch, matters, scaled
from unami_cli.folding import fold, words
from unami_cli.lexicon import ORDINALS, TENS, day_of_year
from unami_cli.lookup.timeline import FIRST_DAY, LAST_DAY, day_key, interval
from unami_cli.model import Comparator, Date, Fact, Figure, Organization, Person, Span
from unami_cli.outcomes import Aspect, Finding, Outcome
from unami_cli.patterns import pattern
from unami_cli.table import FactTable
from unami_cli.values import Value

_WORD = pattern(r"[^\W_]+(?:[’'-][^\W_]+)*|[^\w\s]")
_BEGINS, _ENDS = frozenset(("+exist", "+go")), frozenset(("-exist", "-go"))
_EXISTS, _GONE, _DIES = "+exist", "-exist", "+kill"
_HELPERS = frozenset("was were been is are be being".split())
_LEADING = _HELPERS | frozenset("which that who has had have will would to itself then first and also is".split())
"""What may stand between a subject and its deed, besides adverbs."""
_TOWARDS = frozenset("in on at by from of the a its during around about early late mid since".split())
"""What may stand between a deed and its date, besides names of places."""
_DEPENDING = frozenset("of in at by with for from to and or on under within as than".split())
"""Words after which a name is not the subject."""
_DIRECT = frozenset("in on at".split())
_OF = frozenset("of the its a".split())
_NOT = frozenset("not never no again re anew".split())
"""What makes a deed another one, or none: "was not dissolved", "was founded again"."""
_UNITS = {"year": 365.2425, "month": 30.436875, "day": 1.0}
_LIFE = frozenset("operation operations existence life presence service history mission chapter".split())
"""What a span of years may be of when it is all of the time for which something was there."""
_OWNS = (("its",), ("their",), ("his",), ("her",))
_NEAR = 4  # words between a deed and its date, a span and what it is of
_MOST = 12  # dates or names of a sentence; where there are more it is a list
_REACH = 100  # letters in which words near a date or a span are looked for
_EDGE = 4  # letters before a date that begins a sentence: "On "
_BETWEEN = pattern(r"\W*(?:of\s+)?(?:[^\W\d_]+\s+){0,2}\W{0,2}(?:from|between)?\s*\(?")
_OTHERS = frozenset("every each per and years months weeks one two three four five six".split())
"""Words just before a span that make it a rate, or the rest of another one."""
_PRECISION = {"year": 4, "month": 7, "day": 10}
"""How long the EDTF of a date is that is as precise as a unit."""
_APART = frozenset("after before ago later earlier since until old and but or since".split())
_ANNIVERSARY = pattern(
    r"(?P<count>[0-9]{1,3})(?:st|nd|rd|th)\s+anniversary\s+of\s+(?:[^\W\d_]+[\s-]+){0,3}$|"
    r"(?P<word>[a-z]+(?:-[a-z]+)?)\s+anniversary\s+of\s+(?:[^\W\d_]+[\s-]+){0,3}$",
    re.IGNORECASE,
)
_TO_ANNIVERSARY = pattern(
    r"\W*(?:[^\W\d_]+\s+){0,4}?(?:is|was|marks|marked|marking|celebrates|celebrated|observed)\s+(?:the|its|their)\s+|"
    r"\W*(?:on\s+)?(?:the|its|their)\s+"
)


Named = Mapping[str, Sequence[tuple[int, int, str]]]
"""By the id of a fact whom it names: where in its sentence, and the id of the record."""


class Mark(Value):
    """That somebody or something (`id`) began, or ended, on a date, as the word `deed` tells.

    `exists` says that it came to be, and did not only go on; `once` that it can happen only once.
    """

    id: str
    ends: bool
    exists: bool
    once: bool
    deed: str
    date: Date
    fact: Fact


class _Reading:
    """The words of a fact, where they stand in it, and whom it names where."""

    def __init__(self, fact: Fact, named: Sequence[tuple[int, int, str]]) -> None:
        self.fact = fact
        spans = [(found.start(), found.end()) for found in _WORD.finditer(fact.text)]
        self.starts, self.ends = [start for start, _ in spans], [end for _, end in spans]
        self.raw = [fact.text[start:end] for start, end in spans]
        self.low = [fold(word) for word in self.raw]
        self.named = named

    def at(self, offset: int) -> int:
        """The number of the first word that begins at this place of the fact or after it."""
        return next((number for number, start in enumerate(self.starts) if start >= offset), len(self.starts))

    def inside(self, number: int) -> bool:
        """Whether a word belongs to a name or a date."""
        start = self.starts[number]
        dates = ((date.start - self.fact.start, date.end - self.fact.start) for date in self.fact.dates)
        return any(a <= start < b for a, b in (*dates, *((a, b) for a, b, _ in self.named)))

    def before(self, number: int) -> tuple[str, int] | None:
        """Who stands before a word with nothing but helpers and adverbs between, and the number of the word after."""
        at = number - 1
        while at >= 0 and self._leads(at):
            found = self._ending(at + 1)
            if found:
                return found, at + 1
            at -= 1
        found = self._ending(at + 1)
        return (found, at + 1) if found else None

    def _leads(self, at: int) -> bool:
        """Whether a word may stand between a subject and its deed: a helper, an adverb, a mark, an age in commas."""
        if self.low[at] in _LEADING or self.low[at].endswith("ly") or self.raw[at] in ",()":
            return True
        return self.low[at].isdecimal() and self.raw[at - 1 : at + 2 : 2] == [",", ","]

    def _ending(self, number: int) -> str | None:
        """Whose name ends just before a word."""
        end = self.ends[number - 1] if number else -1
        return next((id for _, stop, id in self.named if stop == end), None)

    def depends(self, number: int) -> bool:
        """Whether the name before a word is only part of what is spoken of: "an office of the agency was founded"."""
        start = next((start for start, stop, _ in self.named if stop == self.ends[number - 1]), 0)
        before = [word for word in self.low[max(0, self.at(start) - 2) : self.at(start)] if word != "the"]
        return before[-1:] != [] and before[-1] in _DEPENDING

    def behind(self, number: int) -> tuple[str, int] | None:
        """Whose name follows a word and "of the", and the number of the word after it."""
        at = number + 1
        if at >= len(self.low) or self.low[at] != "of":
            return None
        while at < len(self.low) and self.low[at] in _OF:
            at += 1
        if at == len(self.low):
            return None
        found = next(((id, stop) for start, stop, id in self.named if start == self.starts[at]), None)
        return (found[0], self.at(found[1])) if found else None

    def dated(self, number: int, direct: bool = False) -> Date | None:
        """The date that stands soon after a word, else the one that begins the sentence when there is no other."""
        every = [date for date in self.fact.dates if is_point(date)]
        near = range(number, min(number + _NEAR + 1, len(self.low) + 1))
        for at in near:
            place = self.starts[at] + self.fact.start if at < len(self.low) else -1
            for date in every:
                if date.start == place:
                    return date
            if at == len(self.low) or (direct and self.low[at] not in _DIRECT):
                break
            if self.low[at] not in _TOWARDS and not self.raw[at][0].isupper() and self.raw[at] not in "()":
                break
        first = every[0] if len(self.fact.dates) == 1 and every and not direct else None
        return first if first and first.start - self.fact.start <= _EDGE else None


def is_point(date: Date) -> bool:
    """Whether a date is a day, a month or a year, and neither a stretch nor an "about"."""
    return "/" not in date.resolved and "X" not in date.resolved and interval(date.resolved) is not None


def names_in(table: FactTable) -> Named:
    """Whom each sentence with a date or a figure names."""
    named: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    bearers: tuple[Person | Organization, ...] = (*table.people, *table.organizations)
    for one in bearers:
        for mention in one.mentions:
            fact = table.fact_with(mention.article, mention)
            if fact and (fact.dates or fact.figures):
                named[fact.id].append((mention.start - fact.start, mention.end - fact.start, one.id))
    return named


def marks(table: FactTable, named: Named) -> tuple[Mark, ...]:
    """Every beginning and end of a body or a person that a sentence of a paragraph tells with its date."""
    dated = (fact for fact in table.facts if fact.paragraph and 0 < len(fact.dates) <= _MOST)
    facts = (fact for fact in dated if 0 < len(named.get(fact.id, ())) <= _MOST)
    every = (mark for fact in facts for mark in _told(_Reading(fact, named[fact.id])))
    return tuple(mark for mark in every if not any(q.start <= mark.date.start < q.end for q in mark.fact.quotes))


def _told(reading: _Reading) -> Iterator[Mark]:
    if not _NOT.isdisjoint(reading.low):
        return
    last: str | None = None
    for number, word in enumerate(reading.low):
        sides = matters(word)
        ends = not sides.isdisjoint(_ENDS)
        if sides.isdisjoint(_BEGINS | _ENDS | {_DIES}) or reading.inside(number):
            continue
        found = _subject(reading, number)
        before = reading.low[number - 1]
        # "was born in 1950 and died in 1990", "who was born in 1950, died in 1990"
        if found is None and last and (before == "and" or (before == "," and word == "died")):
            found = last, reading.dated(number + 1, direct=True)
        if found is None:
            continue
        id, date = found
        last = id
        if (_DIES in sides or word == "born") and id[0] != "p":
            continue
        if date is not None and (id[0] != "p" or _DIES in sides or word == "born"):
            once = not sides.isdisjoint((_EXISTS, _GONE, _DIES))
            yield Mark(id, ends or _DIES in sides, _EXISTS in sides, once, word, date, reading.fact)


def _subject(reading: _Reading, number: int) -> tuple[str, Date | None] | None:
    """Who began or ended by the deed of a word, and when: it was founded, it ended in 2003, the end of it."""
    behind = reading.behind(number)
    if behind:
        return behind[0], reading.dated(behind[1])
    before = reading.before(number)
    if before is None or not reading.low[number].endswith(("ed", "an", "un", "rn", "ut", "lt")):
        return None
    between = reading.low[before[1] : number]
    beside = between[:1] in ([","], ["("])
    if not beside and reading.depends(before[1]):
        return None
    passive = beside or not _HELPERS.isdisjoint(between)
    return before[0], reading.dated(number + 1, direct=not passive)


Lives = dict[str, list[Mark]]
"""By the id of a record its beginnings and ends, where both are told."""


def lifetimes(table: FactTable, told: Sequence[Mark]) -> Iterator[Finding]:
    """Findings on the beginnings and ends (`told`): those in the wrong order, and how they fit the spans given.

    What one article tells is held against itself first; bodies, whose names are theirs alone, also against others.
    """
    by_article: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in told:
        by_article[mark.fact.article].append(mark)
    alone = {id: _lives(every) for id, every in by_article.items()}
    # Two people of one name, in two articles, need not be one.
    shared = _lives(mark for mark in told if mark.id[0] != "p") if len(by_article) > 1 else {}
    for lives in alone.values():
        for id, every in lives.items():
            yield from _order(called(table, id), every)
    for id, every in shared.items():
        yield from filter(_is_across, _order(called(table, id), every))
    for fact in table.facts:
        if len(fact.figures) <= _MOST:
            for figure in fact.figures:
                yield from _spanned(table, fact, figure, alone.get(fact.article, {}), shared)
        yield from _anniversaries(fact)


def _lives(every: Iterable[Mark]) -> Lives:
    by_id: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in every:
        by_id[mark.id].append(mark)
    return {id: same for id, same in by_id.items() if len({mark.ends for mark in same}) == 2}


def _is_across(finding: Finding) -> bool:
    """Whether a finding holds two articles against each other."""
    return len({fact.article for fact in finding.facts}) > 1


def _spanned(table: FactTable, fact: Fact, figure: Figure, alone: Lives, shared: Lives) -> Iterator[Finding]:
    """Whether a span of time fits the stretch beside it, else the life of whom it is told of."""
    if (unit := unit_of(figure)) is None:
        return
    if (stretch := _stretch(fact, figure, unit)) is not None:
        yield measured(figure, unit, [(stretch, stretch, fact, fact)], fact)
    elif alone and (whose := _whose(table, fact, figure, alone)):
        yield from _lived(figure, unit, alone[whose], fact)
    elif shared and (whose := _whose(table, fact, figure, shared)):
        yield from filter(_is_across, _lived(figure, unit, shared[whose], fact))


def _lived(figure: Figure, unit: str, every: Sequence[Mark], fact: Fact) -> Iterator[Finding]:
    """Whether a span of time is that between a beginning and an end."""
    days = {(mark.ends, mark.date.resolved): mark for mark in reversed(every)}
    pairs = [
        (begin.date, end.date, begin.fact, end.fact)
        for begin, end in product(reversed(days.values()), repeat=2)
        if not begin.ends and end.ends and begin.exists
    ]
    if pairs:
        yield measured(figure, unit, pairs, fact)


def called(table: FactTable, id: str) -> str:
    """The name of the record of an id."""
    return getattr(table.record(id), "name", id)


def _order(name: str, every: Sequence[Mark]) -> Iterator[Finding]:
    """That somebody ended before they began: one beginning, and all ends before it."""
    begins = [mark for mark in every if not mark.ends and mark.exists]
    ends = [mark for mark in every if mark.ends]
    if not begins or not ends:
        return
    first = min(_covered(mark.date)[0] for mark in begins)
    last = max(ends, key=lambda mark: day_key(_covered(mark.date)[1]))
    begin = min(begins, key=lambda mark: day_key(_covered(mark.date)[0]))
    told = (begin.date.text, last.date.text)
    sure = len({mark.date.resolved[:4] for mark in begins}) == 1
    if day_key(_covered(last.date)[1]) >= day_key(first):
        return
    text = f"{name} ends (“{told[1]}”) before it begins (“{told[0]}”)."
    yield Finding(Outcome.CONTRADICTION if sure else Outcome.OPEN, Aspect.ORDER, text, (begin.fact, last.fact), told)


def _covered(date: Date) -> tuple[str, str]:
    return interval(date.resolved) or (FIRST_DAY, LAST_DAY)


def unit_of(figure: Figure) -> str | None:
    """The unit of time of a figure, decades and weeks made years and days; None for no span, such as an age."""
    if "old" in words(figure.text):
        return None
    unit = words(figure.unit or "")[:1]
    name = unit[0].removesuffix("s") if unit else ""
    name = {"decade": "year", "century": "year", "week": "day", "fortnight": "day"}.get(name, name)
    return name if name in _UNITS else None


def _stretch(fact: Fact, figure: Figure, unit: str) -> Date | None:
    """The stretch ("from 2003 to 2025") that a span of time is told with: "the 22-year war (2003-2025)"."""
    known = (date for date in fact.dates if date.resolved[:1].isdigit() and "X" not in date.resolved)
    stretches = [date for date in known if is_stretch(date)]
    for date in stretches if len(stretches) == 1 else ():  # "12 years, from 2003 to 2010 and from 2012 to 2017"
        if not 0 <= date.start - figure.end <= _REACH:
            continue
        first, _, last = date.resolved.partition("/")
        between = fact.text[figure.end - fact.start : date.start - fact.start]
        # "the 71-year-old served from 1981 to 1987", "one every four days", "seven years and 43 days between"
        before = words(fact.text[max(0, figure.start - fact.start - _REACH) : figure.start - fact.start])
        other = not _OTHERS.isdisjoint(before[-3:]) or not _APART.isdisjoint(words(between))
        if not other and _BETWEEN.fullmatch(between) and len(first) >= _PRECISION[unit] <= len(last):
            return date
    return None


def _whose(table: FactTable, fact: Fact, figure: Figure, both: Lives) -> str | None:
    """Whose whole time a span is: the one whom the sentence names, else the one whom it calls "the mission"."""
    start, end = figure.start - fact.start, figure.end - fact.start
    after = words(fact.text[end : end + _REACH])[:_NEAR]
    before = words(fact.text[max(0, start - _REACH) : start])[-1:]
    whole = not _LIFE.isdisjoint(after) and (after[0] == "of" or not figure.text.endswith("s"))
    if not whole or not (before in _OWNS or _is_end(fact)):  # "after two years of operation it grew" tells of a part
        return None
    here = [id for id in (*fact.organizations, *fact.people) if id in both]
    if here:
        return here[0] if len(here) == 1 else None
    told = set(words(fact.text))
    mine = [id for id in both if any(mark.fact.article == fact.article for mark in both[id])]
    known = [id for id in mine if told & set(words(called(table, id))[1:]) & (_LIFE if fact.paragraph else told)]
    return known[0] if len(known) == 1 else None


def _is_end(fact: Fact) -> bool:
    """Whether a sentence tells of an end."""
    return not matters(fact.text).isdisjoint(_ENDS)


def measured(figure: Figure, unit: str, pairs: Sequence[tuple[Date, Date, Fact, Fact]], fact: Fact) -> Finding:
    """Whether a span of time fits the dates that it spans, one unit more or less; of several the nearest."""
    told, least, most = scaled(figure), _UNITS[unit], _UNITS[unit]
    coarse = scaled(figure) / (figure.value or 1)
    slack = max(1.0, coarse / 2)

    def length(pair: tuple[Date, Date, Fact, Fact]) -> tuple[float, float]:
        (first, latest), (earliest, last) = _covered(pair[0]), _covered(pair[1])
        if pair[0] is pair[1]:  # a stretch: from the year or day that begins it to that which ends it
            begin, _, end = pair[0].resolved.partition("/")
            (first, latest), (earliest, last) = interval(begin) or (first, last), interval(end) or (first, last)
        return (_days(earliest) - _days(latest)) / least, (_days(last) - _days(first)) / most

    def off(pair: tuple[Date, Date, Fact, Fact]) -> float:
        short, long = length(pair)
        if figure.comparator in MORE:
            return max(0.0, told - long)
        if figure.comparator in LESS:
            return max(0.0, short - told)
        return max(0.0, short - told, told - long)

    best = min(pairs, key=off)
    short, long = length(best)
    begin, end, *facts = best
    words_of = f"“{begin.text}”" if begin is end else f"“{begin.text}” to “{end.text}”"
    values = (figure.text, begin.text) if begin is end else (figure.text, begin.text, end.text)
    every = (fact, *facts)
    slack *= 2 if figure.comparator is Comparator.ABOUT else 1
    if off(best) <= slack:
        return Finding(Outcome.OK, Aspect.DURATION, f"“{figure.text}” fits {words_of}.", every, values)
    real = round((short + long) / 2)
    within = begin is end and begin.text.lower().startswith("between")  # "two years in jail between 1990 and 1995"
    part = (
        told < short and (within or not figure.text.endswith("s")) and not _is_end(fact)
    )  # "its two-year presence in the north"
    outcome = Outcome.OPEN if part else Outcome.CONTRADICTION
    text = f"“{figure.text}” does not fit {words_of}, {real} {unit}{'s' * (real != 1)}."
    return Finding(outcome, Aspect.DURATION, text, every, values)


def _days(day: str) -> float:
    year, rest = day_key(day)
    return year * _UNITS["year"] + day_of_year(int(rest[:2]), int(rest[3:]))


def _anniversaries(fact: Fact) -> Iterator[Finding]:
    """Anniversaries against the year of what is remembered and the year of the sentence: both must be stated."""
    if "anniversary" not in fact.text or not 2 <= len(fact.dates) <= _MOST:
        return
    for date in fact.dates:
        found = _ANNIVERSARY.search(fact.text[: date.start - fact.start])
        count = _count(found["count"] or found["word"]) if found else None
        others = [one for one in fact.dates if one is not date and is_point(one)]
        if found is None or count is None or not others or not is_point(date):
            continue
        near = [one for one in others if _touches(fact, one, Span(found.start(), date.end - fact.start))]
        then = int(date.resolved[:4])
        fits = [one for one in others if abs(int(one.resolved[:4]) - then - count) <= 1]
        told = fits[0] if fits else near[0] if near else None
        if told is None:
            continue
        values = (fact.text[found.start() : date.end - fact.start], told.text)
        if fits:
            yield Finding(Outcome.OK, Aspect.DURATION, f"“{values[0]}” fits “{told.text}”.", (fact,), values)
        else:
            years = int(told.resolved[:4]) - then
            text = f"“{values[0]}” does not fit “{told.text}”, {years} years after it."
            yield Finding(Outcome.CONTRADICTION, Aspect.DURATION, text, (fact,), values)


def _touches(fact: Fact, date: Date, told: Span) -> bool:
    """Whether a date stands just before or after the words that tell of an anniversary."""
    start, end = date.start - fact.start, date.end - fact.start
    if end <= told.start:
        return bool(_TO_ANNIVERSARY.fullmatch(fact.text[end : told.start]))
    return start >= told.end and fact.text[told.end : start].split() in ([], ["in"], ["on"])


def _count(word: str) -> int | None:
    """The number of an ordinal: "20", "twentieth", "fiftieth"."""
    low = word.lower()
    tens = {f"{name[:-1]}ieth": number for name, number in TENS.items()}
    if low.isdecimal():
        return int(low)
    first, _, last = low.partition("-")
    if last:
        return TENS[first] + ORDINALS[last] if first in TENS and last in ORDINALS else None
    return ORDINALS.get(low) or tens.get(low)
