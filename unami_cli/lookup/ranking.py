"""Which records meet every unit of a query, and how well: the score that a hit bears.

A score is 100 × quality × place. Quality (0-1) is how surely the words are those that were meant: the mean over the
query's words, each weighed by what it tells (rare words tell more), of 1 for the word itself, less for an alias, an
office, a beginning, a typo. Place says where they stand: 1 when they are the whole of the record's name,
0.85 and up when they are part of it; in a sentence 0.45 when they are scattered, 0.65 when they stand together as
typed, and up to 0.1 more the shorter the sentence. So 100 is "this is its
name", above 75 is a name, 75 and less a mention.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from unami_cli.lookup.correction import How, Option
from unami_cli.lookup.index import Index
from unami_cli.lookup.interpretation import Unit
from unami_cli.lookup.wordforms import JOINING

NAME_WHOLE, NAME_PART = 1.0, 0.85
TOGETHER, SCATTERED, BREVITY = 0.65, 0.45, 0.1
_UNTOLD = JOINING - {"on", "in", "to"} | {"al", "el", "as", "ash", "de"}
"""Words of a name that need not be named."""


class Grade(NamedTuple):
    """How one unit is met by a record."""

    quality: float
    how: How
    option: Option


Met = dict[int, Grade]
"""The records that meet a unit, by number."""


class Ranked(NamedTuple):
    """A record that meets every unit: its number, score (0-100), quality (0-1) and how each unit is met."""

    number: int
    score: float
    quality: float
    grades: tuple[Grade, ...]


class Near(NamedTuple):
    """A fact that meets some of the units: `grades` say how, None where it does not.

    `covered` (0-1) is how much of their weight it holds, `told` adds what the sentences around it hold; `shares` are
    the weights themselves (0-1, together 1).
    """

    number: int
    score: float
    covered: float
    told: float
    grades: tuple[Grade | None, ...]
    shares: tuple[float, ...]


def best_first(one: Ranked | Near) -> tuple[float, int]:
    """What puts the better first, and in reading order what is alike."""
    return -round(one.score, 6), one.number


def met(index: Index, unit: Unit) -> Met:
    """The records that meet a unit, each by the option and field that serve it best."""
    found: list[tuple[Grade, Sequence[int]]] = []
    for option in unit.options:
        for field in index.fields:
            numbers = index.holding(field, option.words)
            if numbers:
                grade = Grade(option.quality * field.quality, How.weakest(option.how, field.how), option)
                found.append((grade, numbers))
    found.sort(key=lambda pair: pair[0].quality)
    every: Met = {}
    for grade, numbers in found:
        every.update(dict.fromkeys(numbers, grade))
    return every


def rank(index: Index, units: Sequence[Unit], typed: Sequence[str | None], allowed: Set[int] | None) -> list[Ranked]:
    """The records that meet every unit and are `allowed` (None: all), in no order.

    `typed` are all words of the query in their order, little ones too, with None for what is
    written differently: what "together" goes by.
    """
    tables = [met(index, unit) for unit in units]
    numbers = _common(tables, allowed)
    shares = _shares(index.weight(len(table)) for table in tables)
    pairs = _pairs(typed)
    ranked = []
    for number in numbers:
        grades = tuple([table[number] for table in tables])
        quality = sum([grade.quality * share for grade, share in zip(grades, shares, strict=True)])
        if number < index.first_fact:
            place = _name_place(index, number, grades)
        else:
            near = _together(pairs, index.text(number)) if pairs else 1.0
            place = SCATTERED + (TOGETHER - SCATTERED) * near + BREVITY * index.brevity(number)
        ranked.append(Ranked(number, 100 * quality * place, quality, grades))
    return ranked


def _common(tables: Sequence[Met], allowed: Set[int] | None) -> Iterable[int]:
    ordered = sorted(tables, key=len)
    numbers = set(ordered[0]) if allowed is None else ordered[0].keys() & allowed
    for table in ordered[1:]:
        numbers &= table.keys()
    return numbers


def _shares(weights: Iterable[float]) -> tuple[float, ...]:
    """The weights as parts of their sum."""
    every = tuple(weights)
    total = sum(every) or 1.0
    return tuple([weight / total for weight in every])


def _name_place(index: Index, number: int, grades: Sequence[Grade]) -> float:
    """How much of one of the record's names the query names: `NAME_PART` to `NAME_WHOLE`."""
    said = {word for grade in grades for word in grade.option.words}
    best = 0.0
    for form in index.forms(number):
        rest = [word for word in form if word not in _UNTOLD]
        shares = [index.weight(index.count(word)) for word in rest]
        joined = {half for pair in pairwise(form) if "".join(pair) in said for half in pair}
        named = sum(share for word, share in zip(rest, shares, strict=True) if word in said or word in joined)
        best = max(best, named / (sum(shares) or 1.0))
    return NAME_PART + (NAME_WHOLE - NAME_PART) * best


def _pairs(typed: Sequence[str | None]) -> list[str]:
    """Each two neighbours of a query, as the texts of an index hold them."""
    return [f" {first} {second} " for first, second in pairwise(typed) if first and second]


def _together(pairs: Sequence[str], text: str) -> float:
    """How many of the neighbours stand together in a text too, 0-1."""
    return sum([pair in text for pair in pairs]) / len(pairs)


PREVIOUS, FOLLOWING, HEADLINE, SPOKEN = 0.1, 0.8, 0.04, 0.9
"""What a word is worth (0-1) that is not in the sentence but in the one before (FOLLOWING: where that is a question, or
this one goes on from it with a pronoun), the headline, or the name of whoever speaks in it."""
QUESTION = 0.35
"""What is taken from sentences that are questions themselves."""
PAIR, LEAD, SHORT = 0.3, 0.08, 0.2
"""What is added (0-1) for neighbours that stand together, for standing early in the article, for being short."""
NEAREST = 45.0
"""The score of a sentence that holds all that was asked: what is added may lift it to 75."""


def nearest(index: Index, units: Sequence[Unit], typed: Sequence[str | None], allowed: Set[int] | None) -> list[Near]:
    """The facts that hold any word of the units, the nearest first; rare words count more.

    A word that a fact lacks but the sentence before it, its paragraph or its headline holds counts in part: what they
    are about, the fact goes on with.
    """
    discourse = index.discourse
    tables = [met(index, unit) for unit in units]
    shares = _shares(min(index.weight(len(table)), index.weight(1)) for table in tables)
    pairs = _pairs(typed)
    numbers = {n for table in tables for n in table if n >= index.first_fact}
    numbers |= {other for number in numbers for other in discourse.beside(number)}
    if allowed is not None:
        numbers &= allowed
    found = []
    for number in numbers:
        grades = tuple([table.get(number) for table in tables])
        covered = 0.0
        for grade, share in zip(grades, shares, strict=True):
            covered += share * grade.quality if grade else 0.0
        told = covered + (0.0 if all(grades) else _around(index, number, units, tables, shares))
        near = _together(pairs, index.text(number)) if pairs else 0.0
        score = told + PAIR * near + SHORT * index.brevity(number) + LEAD * discourse.leads(number)
        if discourse.asks(number):
            score -= QUESTION
        found.append(Near(number, score, covered, told, grades, shares))
    found.sort(key=best_first)
    return found


def _around(index: Index, number: int, units: Sequence[Unit], tables: Sequence[Met], shares: Sequence[float]) -> float:
    """What the units count that a fact lacks, but who speaks in it or what it goes on from holds."""
    discourse = index.discourse
    before, head, speakers = discourse.before(number), discourse.headline(number), discourse.heard(number)
    found = 0.0
    for unit, table, share in zip(units, tables, shares, strict=True):
        if number in table:
            continue
        if speakers and any(option.words[0] in speakers for option in unit.options):
            found += share * SPOKEN
        elif before in table:
            found += share * (FOLLOWING if discourse.goes_on(number) else PREVIOUS)
        elif head in table:
            found += share * HEADLINE
    return found
