"""A table together with what a query met in it: what the fields of a listing are made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from unami_cli.model import Mention, Span
from unami_cli.output import safe
from unami_cli.output.cells import Cell, Json

if TYPE_CHECKING:
    from unami_cli.table import FactTable

HEAD = "head"
"""What stands for a paragraph's number where the title or the byline holds a mention."""


class Mark(Span):
    """Characters of one article that a query met."""

    article: str


class View:
    """The table that is asked, and the characters that met the query."""

    def __init__(self, table: FactTable, marks: tuple[Mark, ...] = ()) -> None:
        self.table: Final = table
        self.marks: Final = marks

    @property
    def several(self) -> bool:
        """Whether rows need to say which article they are from."""
        return len(self.table.articles) > 1

    @cached_property
    def labels(self) -> dict[str, str]:
        """What each article is called, by id: its file's name, its path where names repeat, its id without a path."""
        paths = {article.id: (article.path or "").replace("\\", "/") for article in self.table.articles}
        names = {id: path.rstrip("/").rpartition("/")[2] for id, path in paths.items()}
        every = list(names.values())
        return {id: (name if every.count(name) == 1 else paths[id]) or id for id, name in names.items()}

    def label(self, article: str) -> str:
        """What the article of that id is called, on one line."""
        return safe.flat(self.labels.get(article, article))

    @cached_property
    def _met(self) -> frozenset[str]:
        texts = {article.id: article.text for article in self.table.articles}
        return frozenset(texts[m.article][m.start : m.end] for m in self.marks if m.article in texts) - {""}

    def words(self, text: str) -> tuple[Span, ...]:
        """Where the words that met the query stand in a name or a role."""
        return tuple(sorted((span for word in self._met for span in _occurrences(word, text)), key=lambda s: s.start))

    def within(self, article: str, whole: Span) -> tuple[Span, ...]:
        """The marks inside a stretch of an article, counted from its start."""
        inside = (m for m in self.marks if m.article == article and holds(whole, m))
        return tuple(Span(m.start - whole.start, m.end - whole.start) for m in inside)

    def name(self, text: str) -> Cell:
        """A name or a role, marked."""
        return Cell(safe.flat(text), text, self.words(text))

    def names(self, texts: Iterable[str]) -> Cell:
        """Names or roles, one a line, marked."""
        value = tuple(texts)
        joined = "\n".join(map(safe.flat, value))
        return Cell(joined, list(value), self.words(joined))

    def where(self, mentions: tuple[Mention, ...]) -> Cell:
        """The paragraphs of the mentions; with several articles, a line an article."""
        by_article: dict[str, list[int]] = {}
        for mention in mentions:
            numbers = by_article.setdefault(mention.article, [])
            if mention.paragraph not in numbers:
                numbers.append(mention.paragraph)
        lines = [
            f"{self.label(id)} {signed(numbers)}" if self.several else paragraphs(numbers)
            for id, numbers in by_article.items()
        ]
        value: list[Json] = [{"article": id, "paragraphs": sorted(numbers)} for id, numbers in by_article.items()]
        return Cell("\n".join(lines), value)


def paragraphs(numbers: Iterable[int]) -> str:
    """Numbers of paragraphs as a list.

    >>> paragraphs([2, 0, 1])
    'head, 1, 2'
    """
    return ", ".join(str(number) if number else HEAD for number in sorted(numbers))


def signed(numbers: Sequence[int]) -> str:
    """The same behind a paragraph sign.

    >>> signed([2, 0, 1]), signed([0])
    ('head, ¶ 1, 2', 'head')
    """
    return paragraphs(numbers).replace(f"{HEAD}, ", f"{HEAD}, ¶ ") if 0 in numbers else f"¶ {paragraphs(numbers)}"


def holds(outer: Span, inner: Span) -> bool:
    """Whether the inner span lies within the outer one of the same article."""
    return outer.start <= inner.start and inner.end <= outer.end


def _occurrences(word: str, text: str) -> Iterable[Span]:
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield Span(start, end)
        start = text.find(word, end)
