"""How the sentences of a table hang together: what stands in each, who speaks in it, and what it goes on from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property

from unami_cli.model import Date, Fact, Kind, Mention, Organization, Person, Quote, Resolution
from unami_cli.table import FactTable

Named = Person | Resolution | Organization

_ANAPHORIC = frozenset("he she it they his her its their him them this these that those there here we i".split())
"""Words that point back to the sentence before."""
_CLOSING = '"”’ )'


class Discourse:
    """The facts of a table in reading order, by their numbers; the first of them is `first`.

    `called` gives the words of all names of whoever bears one. An article is looked into when one of its facts is.
    """

    def __init__(self, table: FactTable, first: int, called: Callable[[str], frozenset[str]]) -> None:
        self._table, self._facts, self._first = table, table.facts, first
        self._named: tuple[Named, ...] = (*table.people, *table.resolutions, *table.organizations)
        self.names_of = cache(called)
        """The words of all names of whoever bears this one."""
        self._held = cache(self._held_in)
        self._quoted = cache(self._quoted_in)
        self._mentions = cache(self._mentions_of)

    def fact(self, number: int) -> Fact | None:
        """The fact of a number, or None for what is none."""
        at = number - self._first
        return self._facts[at] if 0 <= at < len(self._facts) else None

    def told(self, number: int) -> Fact:
        """The fact of a number that has one, as those have that all below is asked of."""
        return self._facts[number - self._first]

    def held(self, number: int) -> Sequence[tuple[int, int, Named]]:
        """The mentions of people, bodies and resolutions in a fact: where in its article, and of which record."""
        return self._held(self.told(number).article).get(number, ())

    def quoted(self, number: int) -> Sequence[Quote]:
        """The quotations that a fact holds or goes on with."""
        return self._quoted(self.told(number).article).get(number, ())

    def heard(self, number: int) -> frozenset[str]:
        """The words of the names of those who speak in a fact."""
        names = {quote.speaker for quote in self.quoted(number) if quote.speaker}
        return frozenset().union(*map(self.names_of, names)) if names else frozenset()

    def announced(self, number: int) -> bool:
        """Whether a fact is what somebody says: within a quotation, or after a colon."""
        return bool(self.quoted(number)) or self._ends(number - 1, ":")

    def asks(self, number: int) -> bool:
        """Whether a fact is a question."""
        return self._ends(number, "?")

    def goes_on(self, number: int) -> bool:
        """Whether a fact goes on from the one before it: by a pronoun at its head, or after "?" or ":"."""
        words = self.told(number).text.split(None, 3)[:3]
        return self._ends(number - 1, "?:") or any(word.strip(".,;“\"'").lower() in _ANAPHORIC for word in words)

    def before(self, number: int) -> int | None:
        """The fact before one in its paragraph, or the question that it may answer; None for none."""
        fact, other = self.told(number), self.fact(number - 1)
        if other is None or other.article != fact.article:
            return None
        return number - 1 if other.paragraph == fact.paragraph or self._ends(number - 1, "?:") else None

    def dates(self, number: int) -> Sequence[Date]:
        """The dates of a fact; of one without any, those of the last before it that has some and of the first."""
        fact = self.told(number)
        if fact.dates:
            return fact.dates
        dated = self._dated[fact.article]
        before = bisect_right(dated, number)
        return [date for at in {*dated[:1], *dated[before - 1 : before]} for date in self.told(at).dates]

    def beside(self, number: int) -> Iterator[int]:
        """The facts before and after a fact in its article: they may go on with what it is about."""
        for at in (number - 1, number + 1):
            other = self.fact(at)
            if other is not None and other.article == self.told(number).article:
                yield at

    def headline(self, number: int) -> int | None:
        """The first fact of the article of a fact, when it is another."""
        head = self._numbers[self.told(number).article][0]
        return None if head == number else head

    def first_of(self, article: str, most: int) -> Sequence[int]:
        """The first facts of an article, at most so many."""
        return self._numbers[article][:most]

    def leads(self, number: int) -> float:
        """How near the beginning of its article a fact stands: 1 for the first, a half for the second, …"""
        return 1 / (1 + number - self._numbers[self.told(number).article][0])

    def kind_of_name(self, name: str) -> str:
        """Whether it is a person or an organisation who is called so, "text" for neither."""
        bearer = self._bearers.get(name)
        kind = Kind.PERSON if isinstance(bearer, Person) else Kind.ORGANIZATION
        return kind.value if bearer else "text"

    def named_before(self, name: str, article: str, offset: int) -> tuple[int, int] | None:
        """Where an article names whoever bears a name: at the offset, else last before it; None for nowhere."""
        bearer = self._bearers.get(name)
        places = [(m.start, m.end) for m in self._mentions(bearer.id).get(article, ())] if bearer else []
        return max((place for place in places if place[0] <= offset), default=None)

    def text_at(self, article: str, start: int, end: int) -> str:
        """Characters of an article."""
        known = self._table.article(article)
        return known.text[start:end] if known else ""

    def _ends(self, number: int, marks: str) -> bool:
        fact = self.fact(number)
        return fact is not None and fact.text.rstrip(_CLOSING).endswith(tuple(marks))

    def _held_in(self, article: str) -> dict[int, list[tuple[int, int, Named]]]:
        """What the facts of an article hold, by their numbers."""
        facts = [(self.told(number), number) for number in self._numbers[article]]
        facts.sort(key=lambda pair: pair[0].start)
        starts = [fact.start for fact, _ in facts]
        ids = {id for fact, _ in facts for id in (*fact.people, *fact.resolutions, *fact.organizations)}
        held: dict[int, list[tuple[int, int, Named]]] = {}
        for place in sorted(self._places[id] for id in ids if id in self._places):
            record = self._named[place]
            for mention in self._mentions(record.id).get(article, ()):
                at = bisect_right(starts, mention.start) - 1
                if at >= 0 and mention.start < facts[at][0].end:
                    held.setdefault(facts[at][1], []).append((mention.start, mention.end, record))
        return held

    def _quoted_in(self, article: str) -> dict[int, list[Quote]]:
        """What is quoted in the facts of an article, by their numbers."""
        quoted: dict[int, list[Quote]] = {}
        for number in self._numbers[article]:
            for quote in self.told(number).quotes:
                at, other = number, self.fact(number)
                while other is not None and other.article == article and other.start < quote.end:
                    quoted.setdefault(at, []).append(quote)
                    at += 1
                    other = self.fact(at)
        return quoted

    def _mentions_of(self, id: str) -> dict[str, list[Mention]]:
        """The mentions of a record by their articles."""
        found: dict[str, list[Mention]] = {}
        for mention in self._named[self._places[id]].mentions:
            found.setdefault(mention.article, []).append(mention)
        return found

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        """The facts of each article; the first is its headline, where it has one."""
        numbers: dict[str, list[int]] = {}
        for number, fact in enumerate(self._facts, self._first):
            numbers.setdefault(fact.article, []).append(number)
        return numbers

    @cached_property
    def _dated(self) -> dict[str, list[int]]:
        """The facts of each article that have dates."""
        return {id: [number for number in every if self.told(number).dates] for id, every in self._numbers.items()}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {record.id: place for place, record in enumerate(self._named)}

    @cached_property
    def _bearers(self) -> dict[str, Person | Organization]:
        return {one.name: one for one in self._named if isinstance(one, Person | Organization)}
