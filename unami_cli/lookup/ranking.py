"""Which records meet every unit of a query, and how well: the score that a hit bears.

A score is 100 × quality × place. Quality (0-1) is how surely the words are those that were meant: the mean over the
query's words, each weighed by what it tells (rare words tell more), of 1 for the word itself, less for an alias, an
office, a beginning, a slip of the keys. Place says where they stand: 1 when they are the whole of the record's name,
0.85 and up when they are part of it; in a sentence 0.45 when they are scattered, 0.65 when they stand together as
typed, and up to 0.1 more the shorter the sentence. So 100 is "this is its
name", above 75 is a name, 75 and less a mention.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from unami_cli.lookup.index import Index
from unami_cli.lookup.spelling import How, Option
from unami_cli.lookup.units import Unit
from unami_cli.values import Value

NAME_WHOLE, NAME_PART = 1.0, 0.85
TOGETHER, SCATTERED, BREVITY = 0.65, 0.45, 0.1


class Grade(Value):
    """How one unit is met by a record."""

    quality: float
    how: How
    option: Option


Met = dict[int, Grade]
"""The records that meet a unit, by number."""


class Ranked(Value):
    """A record that meets every unit: its number, score (0-100), quality (0-1) and how each unit is met."""

    number: int
    score: float
    quality: float
    grades: tuple[Grade, ...]


def met(index: Index, unit: Unit) -> Met:
    """The records that meet a unit, each by the option and field that serve it best."""
    found: list[tuple[Grade, Iterable[int]]] = []
    for option in unit.options:
        for field in index.fields:
            how = max(option.how, field.how, key=lambda how: how.weakness)
            grade = Grade(option.quality * field.quality, how, option)
            numbers = holding(index, field.postings, option.words)
            if numbers:
                found.append((grade, numbers))
    found.sort(key=lambda pair: pair[0].quality)
    every: Met = {}
    for grade, numbers in found:
        every.update(dict.fromkeys(numbers, grade))
    return every


def rank(index: Index, units: Sequence[Unit], typed: Sequence[str | None], allowed: Set[int] | None) -> list[Ranked]:
    """The records that meet every unit and are `allowed` (None: all), in no order.

    `typed` are all words of the query in their order, little ones too, with None for what is
    written otherwise: what "together" goes by.
    """
    tables = [met(index, unit) for unit in units]
    numbers = _common(tables, allowed)
    weights = [index.weight(len(table)) for table in tables]
    total = sum(weights) or 1.0
    shares = [weight / total for weight in weights]
    sentences = _Sentences(index, tuple(typed))
    ranked = []
    for number in numbers:
        grades = tuple([table[number] for table in tables])
        quality = (
            grades[0].quality if len(grades) == 1 else sum(g.quality * s for g, s in zip(grades, shares, strict=True))
        )
        place = _name_place(index, number, grades) if number < index.first_fact else sentences.place(number, grades)
        ranked.append(Ranked(number, 100 * quality * place, quality, grades))
    return ranked


def holding(index: Index, postings: dict[str, list[int]], run: tuple[str, ...]) -> Iterable[int]:
    """The numbers of the records that hold these words side by side in one field."""
    if len(run) == 1:
        return postings.get(run[0], ())
    if any(word not in postings for word in run):
        return ()
    phrase, texts = f" {' '.join(run)} ", index.texts
    rarest = sorted((postings[word] for word in run), key=len)
    inside = set(rarest[0]).intersection(*rarest[1:])
    return [number for number in inside if phrase in texts[number]]


def _common(tables: Sequence[Met], allowed: Set[int] | None) -> Iterable[int]:
    if not tables:
        return allowed or ()
    ordered = sorted(tables, key=len)
    numbers = set(ordered[0]) if allowed is None else ordered[0].keys() & allowed
    for table in ordered[1:]:
        numbers &= table.keys()
    return numbers


def _name_place(index: Index, number: int, grades: Sequence[Grade]) -> float:
    """How much of one of the record's names the query names: `NAME_PART` to `NAME_WHOLE`."""
    said = {word for grade in grades for word in grade.option.words}
    best = 0.0
    for form in index.forms[number]:
        rest = [word for word in form if word not in _LITTLE]
        shares = [index.weight(index.vocabulary.counts.get(word, 0)) for word in rest]
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


class _Sentences:
    """Places facts: how near together the words of the query stand in them."""

    def __init__(self, index: Index, typed: tuple[str | None, ...]) -> None:
        self._texts, self._brevity = index.texts, index.brevity
        self._pairs = _pairs(typed)

    def place(self, number: int, grades: Sequence[Grade]) -> float:
        near = _together(self._pairs, self._texts[number]) if self._pairs else 1.0
        return SCATTERED + (TOGETHER - SCATTERED) * near + BREVITY * self._brevity[number]


_LITTLE = frozenset(("the", "of", "and", "for", "al", "el", "as", "ash", "de"))


PREVIOUS, FOLLOWING, HEADLINE, SPOKEN = 0.1, 0.8, 0.04, 0.9
"""What a word is worth (0-1) that not the sentence holds but the one before it (FOLLOWING: where that is a question, or
this one goes on from it with a pronoun), the headline, or the name of whoever speaks in it."""
QUESTION = 0.35
"""What is taken from sentences that are questions themselves."""
PAIR, LEAD, SHORT = 0.3, 0.08, 0.2
"""What is added (0-1) for neighbours that stand together, for standing early in the article, for being short."""
NEAREST = 45.0
"""The score of a sentence that holds all that was asked: what is added may lift it to 75."""


class Near(Value):
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


def nearest(index: Index, units: Sequence[Unit], typed: Sequence[str | None], allowed: Set[int] | None) -> list[Near]:
    """The facts that hold any word of the units, in no order; rare words count more.

    A word that a fact lacks but the sentence before it, its paragraph or its headline holds counts in part: what they
    are about, the fact goes on with.
    """
    context = index.context
    tables = [met(index, unit) for unit in units]
    weights = [min(index.weight(len(table)), index.weight(1)) for table in tables]
    total = sum(weights) or 1.0
    pairs = _pairs(typed)
    numbers = {n for table in tables for n in table if n >= index.first_fact}
    numbers |= {other for number in numbers for other in context.beside(number)}
    if allowed is not None:
        numbers &= allowed
    shares = tuple(weight / total for weight in weights)
    found = []
    for number in numbers:
        grades = tuple(table.get(number) for table in tables)
        before, head = context.before(number), context.headline(number)
        goes_on = FOLLOWING if context.goes_on(number) else PREVIOUS
        speakers = context.heard(number)
        score = covered = 0.0
        for unit, table, grade, share in zip(units, tables, grades, shares, strict=True):
            if grade:
                covered += share * grade.quality
            elif speakers and any(option.words[0] in speakers for option in unit.options):
                score += share * SPOKEN
            elif before in table:
                score += share * goes_on
            elif head in table:
                score += share * HEADLINE
        near = _together(pairs, index.texts[number]) if pairs else 0.0
        told = covered + score
        score = told + PAIR * near + SHORT * index.brevity[number] + LEAD * context.leads(number)
        found.append(Near(number, score - QUESTION * context.asks(number), covered, told, grades, shares))
    return found
