"""The cells that several listings share."""

from __future__ import annotations

from collections.abc import Iterable

from unami_cli.model import Fact
from unami_cli.output import safe
from unami_cli.output.cells import Cell, Shown
from unami_cli.output.view import HEAD, View


def where(view: View) -> str:
    """The title of the column that tells a record's paragraphs."""
    return "Where" if view.several else "¶"


def if_several(view: View) -> Shown:
    """When the column that tells a row's article is shown."""
    return Shown.ALWAYS if view.several else Shown.ASKED


def text(value: str | None) -> Cell:
    """One value, empty for None."""
    return Cell(safe.flat(value or ""), value)


def items(values: Iterable[str]) -> Cell:
    """Several values, one a line."""
    every = tuple(values)
    return Cell("\n".join(map(safe.flat, every)), list(every))


def number(value: int) -> Cell:
    """A whole number."""
    return Cell(str(value), value)


def article(view: View, fact: Fact) -> Cell:
    """What a fact's article is called; its id in JSON."""
    return Cell(view.label(fact.article), fact.article)


def paragraph(fact: Fact) -> Cell:
    """A fact's paragraph."""
    return Cell(str(fact.paragraph or HEAD), fact.paragraph)


def sentence(view: View, fact: Fact) -> Cell:
    """A fact's sentence, marked where it met the query."""
    return Cell(safe.flat(fact.text), fact.text, view.within(fact.article, fact))
