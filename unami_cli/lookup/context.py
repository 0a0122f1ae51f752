"""How the sentences of a table hang together: what stands in each, who speaks in it, and what it goes on from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from unami_cli.model import Fact, Kind, Organization, Person, Quote, Resolution
from unami_cli.table import FactTable

Named = Person | Resolution | Organization

_ANAPHORIC = frozenset("he she it they his her its their him them this these that those there here we i".split())
"""Words that point back to the sentence before."""
_CLOSING = '"”’ )'


class Context:
    """The facts of a table in reading order, by their numbers; the first of them is `first`. Never changed.

    `called` gives the words of all names of whoever bears one.
    """

    def __init__(self, table: FactTable, first: int, called: Callable[[str], frozenset[str]]) -> None:
        self._facts, self._first, self._called = table.facts, first, called
        self._named: tuple[Named, ...] = (*table.people, *table.resolutions, *table.organizations)
        self._texts = {article.id: article.text for article in table.articles}
        self._words: dict[str, frozenset[str]] = {}

    def fact(self, number: int) -> Fact | None:
        """The fact of a number, or None for what is none."""
        at = number - self._first
        return self._facts[at] if 0 <= at < len(self._facts) else None

    def held(self, number: int) -> Sequence[tuple[int, int, Named]]:
        """The mentions of people, bodies and resolutions in a fact: where in its article, and of which record."""
        return self._held.get(number, ())

    def quoted(self, number: int) -> Sequence[Quote]:
        """The quotations that a fact holds or goes on with."""
        return self._quoted.get(number, ())

    def heard(self, number: int) -> frozenset[str]:
        """The words of the names of those who speak in a fact."""
        names = {quote.speaker for quote in self.quoted(number) if quote.speaker}
        return frozenset().union(*map(self.names_of, names)) if names else frozenset()

    def names_of(self, name: str) -> frozenset[str]:
        """The words of all names of whoever bears this one."""
        if name not in self._words:
            self._words[name] = self._called(name)
        return self._words[name]

    def announced(self, number: int) -> bool:
        """Whether a fact is what somebody says: within a quotation, or behind a colon."""
        return bool(self.quoted(number)) or self._ends(number - 1, ":")

    def asks(self, number: int) -> bool:
        """Whether a fact is a question."""
        return self._ends(number, "?")

    def goes_on(self, number: int) -> bool:
        """Whether a fact goes on from the one before it: by a pronoun at its head, or behind "?" or ":"."""
        fact = self.fact(number)
        if fact is None or self._ends(number - 1, "?:"):
            return fact is not None
        return any(word.strip(".,;“\"'").lower() in _ANAPHORIC for word in fact.text.split(None, 3)[:3])

    def before(self, number: int) -> int | None:
        """The fact before one in its paragraph, or the question that it may answer; None for none."""
        fact, other = self.fact(number), self.fact(number - 1)
        if fact is None or other is None or other.article != fact.article:
            return None
        return number - 1 if other.paragraph == fact.paragraph or self._ends(number - 1, "?:") else None

    def beside(self, number: int) -> Iterator[int]:
        """The facts before and behind a fact in its article: they may go on with what it is about."""
        fact = self.fact(number)
        for at in (number - 1, number + 1):
            other = self.fact(at)
            if fact is not None and other is not None and other.article == fact.article:
                yield at

    def headline(self, number: int) -> int | None:
        """The first fact of the article of a fact, when it is another."""
        fact = self.fact(number)
        head = self._heads[fact.article] if fact else None
        return None if head == number else head

    def leads(self, number: int) -> float:
        """How near the beginning of its article a fact stands: 1 for the first, a half for the second, …"""
        fact = self.fact(number)
        return 1 / (1 + number - self._heads[fact.article]) if fact else 0.0

    def kind_of_name(self, name: str) -> str:
        """Whether it is a person or an organisation who is called so, "text" for neither."""
        bearer = self._bearers.get(name)
        kind = Kind.PERSON if isinstance(bearer, Person) else Kind.ORGANIZATION
        return kind.value if bearer else "text"

    def named_before(self, name: str, article: str, offset: int) -> tuple[int, int] | None:
        """Where an article names whoever bears a name: at the offset, else last before it; None for nowhere."""
        bearer = self._bearers.get(name)
        places = [(m.start, m.end) for m in bearer.mentions if m.article == article] if bearer else []
        return max((place for place in places if place[0] <= offset), default=None)

    def text_at(self, article: str, start: int, end: int) -> str:
        """Characters of an article."""
        return self._texts.get(article, "")[start:end]

    def _ends(self, number: int, marks: str) -> bool:
        fact = self.fact(number)
        return fact is not None and fact.text.rstrip(_CLOSING)[-1:] in tuple(marks)

    @cached_property
    def _held(self) -> dict[int, list[tuple[int, int, Named]]]:
        starts: dict[str, tuple[list[int], list[int]]] = {}
        for number, fact in sorted(enumerate(self._facts, self._first), key=lambda pair: pair[1].start):
            begins, numbers = starts.setdefault(fact.article, ([], []))
            begins.append(fact.start)
            numbers.append(number)
        held: dict[int, list[tuple[int, int, Named]]] = {}
        for record in self._named:
            for mention in record.mentions:
                begins, numbers = starts.get(mention.article, ([], []))
                at = bisect_right(begins, mention.start) - 1
                holder = self.fact(numbers[at]) if at >= 0 else None
                if holder is not None and mention.start < holder.end:
                    held.setdefault(numbers[at], []).append((mention.start, mention.end, record))
        return held

    @cached_property
    def _quoted(self) -> dict[int, list[Quote]]:
        quoted: dict[int, list[Quote]] = {}
        for number, fact in enumerate(self._facts, self._first):
            for quote in fact.quotes:
                at, other = number, self.fact(number)
                while other is not None and other.article == fact.article and other.start < quote.end:
                    quoted.setdefault(at, []).append(quote)
                    at += 1
                    other = self.fact(at)
        return quoted

    @cached_property
    def _heads(self) -> dict[str, int]:
        """The first fact of each article: its headline, where it has one."""
        heads: dict[str, int] = {}
        for number, fact in enumerate(self._facts, self._first):
            heads.setdefault(fact.article, number)
        return heads

    @cached_property
    def _bearers(self) -> dict[str, Person | Organization]:
        return {one.name: one for one in self._named if isinstance(one, Person | Organization)}
