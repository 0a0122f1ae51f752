"""Two articles in one table: what stands in which, which sentences both have, and what a side says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from unami_cli.folding import fold, words
from unami_cli.model import Article, Date, Fact, Figure, Mention, Organization, Person, Quote, Span
from unami_cli.outcomes import Difference, Told
from unami_cli.table import FactTable

T = TypeVar("T")

FIRST, SECOND = "a1", "a2"
"""The ids of the two articles."""
_DOUBLE = dict.fromkeys(map(ord, "“”„«»‟"), '"')


class Side:
    """One of the two articles: its sentences, and the words of its text."""

    def __init__(self, article: Article, facts: Sequence[Fact]) -> None:
        self.id = article.id
        self.text = article.text
        self.facts = facts
        self.keys = {sentence_key(fact) for fact in facts}

    @cached_property
    def _words(self) -> str:
        return f" {' '.join(words(self.text))} "

    @cached_property
    def _written(self) -> frozenset[str]:
        return frozenset(part.strip("()[],.;:!?’'\"“”‘") for part in self.text.split())

    def writes(self, name: str) -> bool:
        """Whether these words stand in the text; of one word alone the capitals count as well."""
        parts = words(name)
        return name in self._written if len(parts) < 2 else f" {' '.join(parts)} " in self._words

    def within(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Those of the mentions that stand in this article."""
        return [mention for mention in mentions if mention.article == self.id]


class Both:
    """The table of both articles, and which sentences both have."""

    def __init__(self, table: FactTable) -> None:
        self.table = table
        self.sides = (self._side(FIRST), self._side(SECOND))
        shared = self.sides[0].keys & self.sides[1].keys
        self._shared = {fact.id for fact in table.facts if sentence_key(fact) in shared}

    @cached_property
    def named(self) -> frozenset[str]:
        """The names of all people and organisations."""
        named: tuple[Person | Organization, ...] = (*self.table.people, *self.table.organizations)
        return frozenset(one.name for one in named)

    @cached_property
    def borne(self) -> tuple[frozenset[str], ...]:
        """The forms of names that somebody or something bears in each article."""
        named: tuple[Person | Organization, ...] = (*self.table.people, *self.table.organizations)
        every = [[one for one in named if side.within(one.mentions)] for side in self.sides]
        return tuple(frozenset(name for one in held for name in (one.name, *one.aliases)) for held in every)

    def _side(self, id: str) -> Side:
        article = next(each for each in self.table.articles if each.id == id)
        return Side(article, [fact for fact in self.table.facts if fact.article == id])

    def fresh(self, fact: Fact | None) -> bool:
        """Whether the other article lacks this sentence; what stands in no sentence is its own."""
        return fact is None or fact.id not in self._shared

    def all_fresh(self, mentions: Iterable[Mention]) -> bool:
        """Whether none of the mentions stands in a sentence that both have."""
        return all(self.fresh(self.table.fact_with(mention.article, mention)) for mention in mentions)

    def told(self, value: str, mentions: Sequence[Mention]) -> Told:
        """What the first of these mentions that stands in a sentence says."""
        placed = [(self.table.fact_with(mention.article, mention), mention) for mention in mentions]
        fact, mention = next(((fact, mention) for fact, mention in placed if fact), placed[0])
        return Told(value, fact, Span(mention.start, mention.end))


def one_to_one(found: Iterable[tuple[float, T, T]], start: Callable[[T], int]) -> list[tuple[T, T, float]]:
    """Of pairs with their likeness the likest, each thing in one pair at most; of two alike the first in the text."""
    taken: set[int] = set()
    pairs: list[tuple[T, T, float]] = []
    for score, one, other in sorted(found, key=lambda each: (-each[0], start(each[1]), start(each[2]))):
        if taken.isdisjoint((id(one), id(other))):
            taken |= {id(one), id(other)}
            pairs.append((one, other, score))
    return pairs


def sentence_key(fact: Fact) -> str:
    """A sentence as it is compared: however it is wrapped, and whatever marks quote in it."""
    return " ".join(fold(fact.text.translate(_DOUBLE)).split())


def only(kind: str, about: str, told: Told, side: int) -> Difference:
    """What only one side tells, the first (0) or the second (1)."""
    return Difference(kind, about, None if side else told, told if side else None)


def words_of(one: Date | Figure | Quote, fact: Fact) -> Told:
    """What a sentence says in so many words."""
    return Told(one.text, fact, Span(one.start, one.end))
