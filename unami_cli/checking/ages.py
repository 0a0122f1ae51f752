"""How old people are, held against each other and against the days on which they were born and died."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from unami_cli.checking.agreement import matters
from unami_cli.checking.lifetimes import Mark, is_point
from unami_cli.folding import words
from unami_cli.lookup.holdings import summaries
from unami_cli.lookup.timeline import day_key, interval
from unami_cli.model import Comparator, Date, Fact, Figure, Mention, Person
from unami_cli.outcomes import Aspect, Finding, Outcome
from unami_cli.patterns import pattern
from unami_cli.table import FactTable

_TO_AGE = 2  # letters between a name and an age: ", "
_REACH = 40  # letters before an age in which the words that make it one are looked for
_OLDEST = 125
_AT_DEATH = (("aged",), ("at",), ("age", "of"), ("at", "age"))
_DIES = "+kill"
_NEVER = frozenset("not never if".split())
_GOES_ON = pattern(r"\s*[,)]?\s*(?:\([^()\n]{2,40}\)\s*)?(?:[:–—]|--?)\s")
"""What follows the date of a dateline: "OSLO, 3 May 2021 (Reuters) – "."""
_WAS = pattern(r"(?:He|She) was (?:aged )?(?P<age>\d{1,3})(?: years old)?(?:[.]|,? and )")
_LATER = frozenset("will would shall may might until due expected next by from plans planned set aims".split())
"""Words of a sentence whose later year may be still to come."""


def ages(table: FactTable, told: Sequence[Mark]) -> Iterator[Finding]:
    """Ages that do not fit: two at one time, and one that does not fit the years of birth (`told`) and death."""
    marks: defaultdict[tuple[str, str], list[Mark]] = defaultdict(list)
    for mark in told:
        marks[mark.id, mark.fact.article].append(mark)
    days = {one.article.id: one.date for one in summaries(table)}
    datelines = _datelines(table, days)
    after = {one.id: other for one, other in pairwise(table.facts) if one.article == other.article}
    for person in table.people:
        for article, every in _given(table, person).items():
            yield from _twice(person, every, days[article][:4])
            yield from _since_birth(every, marks.get((person.id, article), ()), datelines.get(article))
        found = (table.fact_with(mention.article, mention) for mention in person.mentions)
        for fact in {fact.id: fact for fact in found if fact and fact.people == (person.id,)}.values():
            if figure := _age_at_death(fact):
                yield from _bracketed(fact, figure)
                yield from _and_was(person, fact, figure, after.get(fact.id))
                births = [mark for mark in marks.get((person.id, fact.article), ()) if mark.deed == "born"]
                deaths = [mark for mark in marks.get((person.id, fact.article), ()) if mark.ends and mark.fact is fact]
                yield from _at_death(figure, births, deaths)


def _datelines(table: FactTable, days: Mapping[str, str]) -> dict[str, Date]:
    """The date of each article whose dateline or head gives it."""
    early = (fact for fact in table.facts if fact.paragraph <= 1)
    dated = ((fact, date) for fact in early for date in fact.dates if date.resolved == days[fact.article])
    return {
        fact.article: date
        for fact, date in dated
        if not fact.paragraph or _GOES_ON.match(fact.text, date.end - fact.start)
    }


Given = Mapping[float, tuple[Figure, Mention, Fact]]
"""The ages of one person in one article, each where it is first told."""


def _given(table: FactTable, person: Person) -> dict[str, Given]:
    """By article the ages that stand beside the name: "Ana Costa, 45,"."""
    told: defaultdict[str, dict[float, tuple[Figure, Mention, Fact]]] = defaultdict(dict)
    for mention in person.mentions:
        fact = table.fact_with(mention.article, mention)
        for figure in fact.figures if fact else ():
            if fact and figure.unit == "years" and 0 < figure.start - mention.end <= _TO_AGE:
                told[mention.article].setdefault(figure.value, (figure, mention, fact))
    return dict(told)


def _twice(person: Person, every: Given, this_year: str) -> Iterator[Finding]:
    """Two ages of one person in one article, at one time: "Ana Costa, 45," and "Ana Costa, 46,"."""
    for (one, _, fact), (other, _, second) in pairwise(every.values()):
        if not (_years(fact) ^ _years(second)) - {this_year}:
            text = f"{person.name} is “{one.text}” and “{other.text}” years old."
            yield Finding(Outcome.CONTRADICTION, Aspect.TWICE, text, (fact, second), (one.text, other.text))


def _years(fact: Fact) -> frozenset[str]:
    """The years that a sentence gives; an age is one of that time."""
    return frozenset(date.edtf[:4] for date in fact.dates if date.edtf[:4].isdecimal())


def _since_birth(every: Given, marks: Sequence[Mark], now: Date | None) -> Iterator[Finding]:
    """An age beside a name that does not fit the birth and the day of the article, or what has happened since."""
    births = [mark for mark in marks if mark.deed == "born"]
    if len({mark.date.resolved for mark in births}) != 1 or any(mark.ends for mark in marks):
        return
    born = births[0]
    for age, (figure, mention, fact) in every.items():
        dates = [date for date in fact.dates if date.text not in (born.date.text, now.text if now else "")]
        if any(date.start < mention.start for date in dates):  # "In 2010 Ana Costa, 33, moved"
            continue
        past = fact.id == born.fact.id and _LATER.isdisjoint(words(fact.text))
        since = [date for date in dates if past and is_point(date) and _span(born.date, date)[0] > age]
        until = since[0] if since else None if dates else now
        if until and not _may_be(age, born.date, until):
            yield _misfit(figure, born.date, until, (fact, born.fact))


def _at_death(figure: Figure, births: Sequence[Mark], deaths: Sequence[Mark]) -> Iterator[Finding]:
    """An age at death that does not fit the days of birth and death."""
    if len({mark.date.resolved for mark in births}) != 1 or len(deaths) != 1:
        return
    born, died = births[0], deaths[0]
    if not _may_be(figure.value, born.date, died.date):
        yield _misfit(figure, born.date, died.date, (born.fact, died.fact))


def _age_at_death(fact: Fact) -> Figure | None:
    """The one age in a sentence that tells of a death: "died aged 80", "died at the age of 80"."""
    if not fact.figures or _DIES not in matters(fact.text) or not _NEVER.isdisjoint(words(fact.text)):
        return None
    found = [figure for figure in fact.figures if _is_age(fact, figure)]
    return found[0] if len(found) == 1 else None


def _is_age(fact: Fact, figure: Figure) -> bool:
    start = figure.start - fact.start
    before = words(fact.text[max(0, start - _REACH) : start])
    exact = figure.comparator == Comparator.EQUAL and figure.unit in (None, "years") and figure.value < _OLDEST
    return exact and figure.text.isdecimal() and any(before[-len(told) :] == told for told in _AT_DEATH)


def _bracketed(fact: Fact, figure: Figure) -> Iterator[Finding]:
    """An age at death beside the years in brackets after a name: too few are impossible, too many may be a reign."""
    for date in fact.dates:
        first, _, last = date.resolved.partition("/")
        begin, end = interval(first), interval(last) if last else None
        at, stop = date.start - fact.start, date.end - fact.start
        if begin is None or end is None or fact.text[at - 1 : at] + fact.text[stop : stop + 1] != "()":
            continue
        short, long = _between(begin, end)
        if not short <= figure.value <= long:
            text = f"The age “{figure.text}” does not fit “{date.text}”, {_told(short, long)} years."
            outcome = Outcome.CONTRADICTION if figure.value < short else Outcome.OPEN
            yield Finding(outcome, Aspect.DURATION, text, (fact,), (figure.text, date.text))


def _and_was(person: Person, fact: Fact, figure: Figure, after: Fact | None) -> Iterator[Finding]:
    """An age at death and that of the next sentence: "died aged 66. She was 67."."""
    found = _WAS.match(after.text) if after else None
    if after and found and int(found["age"]) != figure.value:
        text = f"{person.name} is “{figure.text}” and “{found['age']}” years old."
        yield Finding(Outcome.CONTRADICTION, Aspect.TWICE, text, (fact, after), (figure.text, found["age"]))


def _misfit(figure: Figure, born: Date, until: Date, facts: tuple[Fact, Fact]) -> Finding:
    values = (figure.text, born.text, until.text)
    years = _told(*_span(born, until))
    text = f"The age “{figure.text}” does not fit “{born.text}” to “{until.text}”, {years} years."
    return Finding(Outcome.CONTRADICTION, Aspect.DURATION, text, tuple(dict.fromkeys(facts)), values)


def _may_be(age: float, born: Date, until: Date) -> bool:
    """Whether somebody born on a day may be of that age on another."""
    short, long = _span(born, until)
    return short <= age <= long


def _told(short: int, long: int) -> str:
    return str(long) if short == long else f"{short} or {long}"


def _span(born: Date, until: Date) -> tuple[int, int]:
    """The fewest and the most full years between two dates."""
    first, last = interval(born.resolved), interval(until.resolved)
    return _between(first, last) if first and last else (0, _OLDEST)


def _between(first: tuple[str, str], last: tuple[str, str]) -> tuple[int, int]:
    return _full_years(first[1], last[0]), _full_years(first[0], last[1])


def _full_years(day: str, other: str) -> int:
    (year, rest), (last, end) = day_key(day), day_key(other)
    return last - year - (end < rest)
