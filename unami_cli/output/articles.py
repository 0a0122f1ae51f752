"""The texts that were read: one a row with what was found in it, and the blocks of each."""

from __future__ import annotations

from collections.abc import Iterable

from unami_cli.model import Article, Block, Span, Summary
from unami_cli.output import columns
from unami_cli.output.columns import ASKED, edges, number_cell, of_article, text_cell
from unami_cli.output.listing import Cell, Column, Json, JsonObject, Listing, View
from unami_cli.output.safe import one_line
from unami_cli.values import Value


class Passage(Value):
    """A block of an article."""

    article: Article
    block: Block

    @property
    def text(self) -> str:
        """Its characters, unchanged."""
        return self.article.text[self.block.start : self.block.end]


def articles(rows: Iterable[Summary]) -> Listing[Summary]:
    """The articles, with what was found in each."""
    columns: tuple[Column[Summary], ...] = (
        Column("id", "ID", "what stands for it in JSON and after in:", lambda s: text_cell(s.article.id)),
        Column("file", "File", "its path", lambda s: Cell(one_line(s.article.path or ""), s.article.path)),
        Column("title", "Title", "the headline", lambda s: text_cell(s.article.headline)),
        Column("date", "Date", "the first full date of its head or first paragraph", lambda s: text_cell(s.date)),
        Column("people", "People", "how many people it names", lambda s: number_cell(s.people)),
        Column("organizations", "Orgs", "how many organisations it names", lambda s: number_cell(s.organizations)),
        Column("resolutions", "Res.", "how many resolutions it cites", lambda s: number_cell(s.resolutions)),
        Column("facts", "Facts", "how many sentences it has", lambda s: number_cell(s.facts)),
        Column("characters", "Characters", "how long it is", lambda s: number_cell(len(s.article.text)), ASKED),
    )
    return Listing(columns, tuple(rows), _summary)


def blocks(view: View) -> Listing[Passage]:
    """The blocks of the articles: title, byline, paragraphs, sources, page furniture."""

    def kind(row: Passage) -> Cell:
        return text_cell(row.block.kind.value)

    def span(row: Passage) -> Span:
        return row.block

    columns: tuple[Column[Passage], ...] = (
        of_article(view, lambda p: text_cell(view.label(p.article.id))),
        Column("paragraph", "¶", "its number, 0 for what is no paragraph", lambda p: number_cell(p.block.number)),
        Column("kind", "Kind", "title, byline, paragraph, sources, furniture", kind),
        Column("text", "Text", "the text, verbatim", lambda p: text_cell(p.text)),
        *edges(span),
    )
    rows = tuple(Passage(article, block) for article in view.table.articles for block in article.blocks)
    return Listing(columns, rows, _passage)


def _passage(one: Passage) -> JsonObject:
    """A block of an article and its text."""
    block = one.block
    return {
        "article": one.article.id,
        "paragraph": block.number,
        "kind": block.kind.value,
        "start": block.start,
        "end": block.end,
        "text": one.text,
    }


def _summary(one: Summary) -> JsonObject:
    counts: dict[str, Json] = {
        "people": one.people,
        "organizations": one.organizations,
        "resolutions": one.resolutions,
        "facts": one.facts,
    }
    return {**columns.article(one.article), "date": one.date or None, "records": counts}
