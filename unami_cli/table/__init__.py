"""The table of facts: `build` decides who is who once the whole of the articles has been seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from unami_cli.model import Article, Fact, Organization, Person, Record, Resolution, Span

if TYPE_CHECKING:
    from unami_cli.table.found import Found

COLUMNS = ("articles", "people", "resolutions", "organizations", "facts")


class FactTable:
    """What the articles tell, in reading order. Ids are unique in a table and stable for the same input.

    The columns of a built table are filled in when they are first asked for: who is who needs no dates or figures.
    """

    def __init__(
        self,
        articles: tuple[Article, ...] = (),
        people: tuple[Person, ...] = (),
        resolutions: tuple[Resolution, ...] = (),
        organizations: tuple[Organization, ...] = (),
        facts: tuple[Fact, ...] = (),
    ) -> None:
        columns = (articles, people, resolutions, organizations, facts)
        self.__dict__.update(zip(COLUMNS, columns, strict=True))

    _found: tuple[Found, ...]

    @classmethod
    def of(cls, found: tuple[Found, ...]) -> FactTable:
        """The table of what was found in each article."""
        table = cls.__new__(cls)
        table._found = found
        return table

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order in which they were given."""
        return tuple(found.article for found in self._found)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The people, in reading order; those only in bylines come last."""
        from unami_cli.table.people import resolve_people

        return resolve_people(self._found)

    @cached_property
    def organizations(self) -> tuple[Organization, ...]:
        """The organisations, in reading order."""
        from unami_cli.table.organizations import resolve_organizations

        return resolve_organizations(self._found)

    @cached_property
    def _numbered(self) -> tuple[Resolution, ...]:
        from unami_cli.table.resolutions import resolve_resolutions

        return resolve_resolutions(self._found)

    @cached_property
    def resolutions(self) -> tuple[Resolution, ...]:
        """The resolutions, in reading order, with the facts that cite them."""
        from unami_cli.table.resolutions import with_facts

        return with_facts(self._numbered, self.facts)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The sentences, in reading order, with all that stands in them."""
        from unami_cli.table.facts import facts_of

        return facts_of(self._found, self.people, self._numbered, self.organizations)

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        every: tuple[Record, ...] = (*self.people, *self.resolutions, *self.organizations, *self.facts)
        return {record.id: record for record in every}

    def record(self, id: str) -> Record | None:
        """The record of that id ("p1", "r1500", "o2", "f7"), or None."""
        return self._by_id.get(id)

    @cached_property
    def _articles_by_id(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}

    def article(self, id: str) -> Article | None:
        """The article of that id ("a1"), or None."""
        return self._articles_by_id.get(id)

    @cached_property
    def _facts_by_article(self) -> dict[str, list[Fact]]:
        told: dict[str, list[Fact]] = {}
        for fact in self.facts:
            told.setdefault(fact.article, []).append(fact)
        return told

    def fact_with(self, article: str, span: Span) -> Fact | None:
        """The fact of an article in whose sentence a span of it stands, or None."""
        told = self._facts_by_article.get(article, [])
        at = bisect_right(told, span.start, key=lambda fact: fact.start) - 1
        return told[at] if at >= 0 and span.end <= told[at].end else None

    def facts_of(self, id: str) -> tuple[Fact, ...]:
        """The facts in whose sentences the person, resolution or organisation of that id stands, in reading order."""
        return tuple([f for f in self.facts if id in f.people or id in f.resolutions or id in f.organizations])

    @cached_property
    def _passages(self) -> dict[str, tuple[Fact, ...]]:
        passages: list[list[Fact]] = []
        for told in self._facts_by_article.values():
            reach, paragraph = 0, -1
            for fact in told:
                if fact.start >= reach or fact.paragraph != paragraph:
                    passages.append([])
                passages[-1].append(fact)
                reach, paragraph = max([reach, *[quote.end for quote in fact.quotes]]), fact.paragraph
        return {fact.id: whole for whole in map(tuple, passages) for fact in whole}

    def passage(self, fact: Fact) -> tuple[Fact, ...]:
        """The fact and those around it that its quotations go on through, so that none of these is cut."""
        return self._passages[fact.id]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FactTable):
            return NotImplemented
        return self is other or all(getattr(self, name) == getattr(other, name) for name in COLUMNS)

    __hash__ = object.__hash__

    def __repr__(self) -> str:
        return f"<FactTable of {len(self.articles)} articles>"


def build(articles: Iterable[Article]) -> FactTable:
    """The table of these articles, whose ids must differ. Total: no text makes it raise.

    Names are looked for at once, the rest when it is asked for; the table does not tell the difference.
    """
    from unami_cli.table.found import find

    return FactTable.of(tuple(find(article) for article in articles))
