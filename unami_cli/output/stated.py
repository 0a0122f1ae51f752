"""The texts, their facts, and what stands in these: quotations, dates and figures, as JSON and as columns."""

from __future__ import annotations

from collections.abc import Iterable

from unami_cli.model import (
    Article,
    Block,
    Comparator,
    Dated,
    Fact,
    Figured,
    Organization,
    Person,
    Quoted,
    Span,
    Summary,
)
from unami_cli.output import columns
from unami_cli.output.columns import (
    ASKED,
    IN_FILES,
    date,
    edges,
    fact_column,
    fields,
    figure,
    filed,
    id_column,
    items_cell,
    number_cell,
    of_article,
    quote,
    record,
    standing,
    text_cell,
)
from unami_cli.output.listing import Cell, Column, JsonObject, Listing, View, in_marks
from unami_cli.output.screen import one_line, prose

_COMPARATORS = {
    Comparator.MORE: "more than",
    Comparator.AT_LEAST: "at least",
    Comparator.LESS: "less than",
    Comparator.AT_MOST: "at most",
    Comparator.ABOUT: "about",
}


def facts(view: View, rows: Iterable[Fact]) -> Listing[Fact]:
    """Facts: sentences, and what stands in them."""
    columns: tuple[Column[Fact], ...] = (
        id_column(lambda f: f.id),
        *standing(view),
        Column("dates", "When", "dates, resolved", lambda f: items_cell(d.resolved for d in f.dates)),
        Column("figures", "How many", "figures, as worded", lambda f: items_cell(x.text for x in f.figures)),
        Column("text", "Sentence", "the sentence, verbatim", view.sentence),
        Column("quotes", "Quotes", "quotations", lambda f: items_cell(q.text for q in f.quotes), ASKED),
        Column("people", "People", "people in it", lambda f: _named(view, f.people), ASKED),
        Column("resolutions", "Resolutions", "resolutions in it", lambda f: items_cell(f.resolutions), ASKED),
        Column("organizations", "Organisations", "bodies in it", lambda f: _named(view, f.organizations), ASKED),
        *edges(),
    )
    return Listing(columns, tuple(rows), filed(view, record, lambda f: (f,)))


def quotes(view: View, rows: Iterable[Quoted]) -> Listing[Quoted]:
    """Quotations with their speakers."""

    def quotation(row: Quoted) -> Cell:
        """In its marks where the text is at hand, without the comma that only the sentence around it needs."""
        before, words, after = in_marks(view.table.article(row.fact.article), row.quote)
        met = view.within(row.fact.article, row.quote)
        moved = tuple(Span(m.start + len(before), m.end + len(before)) for m in met)
        return Cell(f"{before}{words}{after}", row.quote.text, moved)

    columns: tuple[Column[Quoted], ...] = (
        Column("speaker", "Speaker", "who said it, if the text says", lambda q: view.name(q.quote.speaker)),
        *standing(view),
        Column("text", "Quotation", "its words, in their marks", quotation, strong=True),
        fact_column(lambda q: q.fact),
        Column("sentence", "Sentence", "the sentence around it", lambda q: view.sentence(q.fact), ASKED),
    )

    def quoted(row: Quoted) -> JsonObject:
        return {**quote(row.quote), **_place(row.fact)}

    return Listing(columns, tuple(rows), filed(view, quoted, lambda q: (q.fact,)))


def dates(view: View, rows: Iterable[Dated]) -> Listing[Dated]:
    """Dates as they are worded, with what they mean and their sentences."""
    columns: tuple[Column[Dated], ...] = (
        Column("text", "Date", "the date in the text's words", lambda d: text_cell(d.date.text)),
        *standing(view),
        *_meaning(view, "Means"),
        *_days(),
    )
    return Listing(columns, tuple(rows), filed(view, dated, lambda d: (d.fact,)))


def figures(view: View, rows: Iterable[Figured]) -> Listing[Figured]:
    """Figures as they are worded, with their values, units and sentences."""

    def comparator(row: Figured) -> Cell:
        """The sign; nothing where the figure is exact, which a spreadsheet would take for a formula."""
        sign = row.figure.comparator.value
        return Cell("" if sign == "=" else sign, sign)

    def value(row: Figured) -> Cell:
        note = _COMPARATORS.get(row.figure.comparator, "")
        return Cell(f"{row.figure.value:,}", row.figure.value, note=note)

    columns: tuple[Column[Figured], ...] = (
        Column("text", "Figure", "the figure in the text's words", lambda f: text_cell(f.figure.text)),
        *standing(view),
        Column("value", "Value", "the number, multiplied out", value),
        Column("comparator", "Is", "how it relates: > >= < <= ~ (about); empty: exact", comparator, IN_FILES),
        Column("unit", "Unit", "what is counted or measured", lambda f: text_cell(f.figure.unit)),
        fact_column(lambda f: f.fact),
        Column("sentence", "Sentence", "the sentence, verbatim", lambda f: view.sentence(f.fact, f.figure)),
    )

    def figured(row: Figured) -> JsonObject:
        return {**figure(row.figure), **_place(row.fact), "sentence": row.fact.text}

    return Listing(columns, tuple(rows), filed(view, figured, lambda f: (f.fact,)))


def timeline(view: View, rows: Iterable[Dated]) -> Listing[Dated]:
    """Dates with their sentences."""
    date, *others = _meaning(view, "Date")
    columns: tuple[Column[Dated], ...] = (
        date,
        *standing(view, IN_FILES),
        *others,
        Column("text", "Wording", "the date in the text's words", lambda d: text_cell(d.date.text), ASKED),
        *_days(),
    )
    return Listing(columns, tuple(rows), filed(view, dated, lambda d: (d.fact,)))


def dated(one: Dated) -> JsonObject:
    """A date and its sentence."""
    return {
        "date": one.date.resolved,
        **date(one.date),
        "earliest": one.earliest or None,
        "latest": one.latest or None,
        **_place(one.fact),
        "sentence": one.fact.text,
    }


def _place(one: Fact) -> JsonObject:
    return {"fact": one.id, "article": one.article, "paragraph": one.paragraph}


def _meaning(view: View, title: str) -> tuple[Column[Dated], ...]:
    """What a date means, what is stated of that, and where."""

    def resolved(row: Dated) -> Cell:
        date = row.date
        return Cell(date.resolved, date.resolved, note="resolved" if date.resolved != date.edtf else "")

    return (
        Column("date", title, "the date, resolved (EDTF)", resolved),
        Column("edtf", "Stated", "the date as the text states it (EDTF)", lambda d: text_cell(d.date.edtf), IN_FILES),
        fact_column(lambda d: d.fact),
        Column("sentence", "Sentence", "the sentence, verbatim", lambda d: view.sentence(d.fact, d.date)),
    )


def _days() -> tuple[Column[Dated], ...]:
    return (
        Column("earliest", "Earliest", "first day it may mean", lambda d: text_cell(d.earliest or None), ASKED),
        Column("latest", "Latest", "last day it may mean", lambda d: text_cell(d.latest or None), ASKED),
    )


def _named(view: View, ids: tuple[str, ...]) -> Cell:
    known = (view.table.record(id) for id in ids)
    names = [prose(one.name) for one in known if isinstance(one, Person | Organization)]
    return Cell("\n".join(names), list(ids))


class Passage(Span):
    """A block of an article, and where it stands in it."""

    article: Article
    block: Block

    @property
    def text(self) -> str:
        """Its characters, unchanged."""
        return self.article.text[self.start : self.end]


def articles(view: View, rows: Iterable[Summary]) -> Listing[Summary]:
    """The articles, with what was found in each; a screen has room for a title and the most telling counts."""

    def file(row: Summary) -> Cell:
        name = view.label(row.article.id) if row.article.path else None
        return Cell(name or "", name)

    columns: tuple[Column[Summary], ...] = (
        Column("id", "ID", "its id, in JSON and after in:", lambda s: text_cell(s.article.id)),
        Column("file", "File", "its name, or its path where names repeat", file),
        Column("path", "Path", "its path", lambda s: Cell(one_line(s.article.path or ""), s.article.path), IN_FILES),
        Column("title", "Title", "the headline", lambda s: text_cell(s.article.headline)),
        Column("date", "Date", "the first full date in its head or first paragraph", lambda s: text_cell(s.date)),
        Column("people", "People", "people that it names", lambda s: number_cell(s.people)),
        Column(
            "organizations", "Orgs", "organisations that it names", lambda s: number_cell(s.organizations), IN_FILES
        ),
        Column("resolutions", "Res.", "resolutions that it cites", lambda s: number_cell(s.resolutions), IN_FILES),
        Column("facts", "Facts", "sentences that it has", lambda s: number_cell(s.facts)),
        Column("characters", "Characters", "how long it is", lambda s: number_cell(len(s.article.text)), ASKED),
    )
    return Listing(columns, tuple(rows), _summary)


def blocks(view: View) -> Listing[Passage]:
    """The blocks of the articles: title, byline, paragraphs, sources, page furniture."""
    columns: tuple[Column[Passage], ...] = (
        of_article(view, lambda p: text_cell(view.label(p.article.id))),
        Column("paragraph", "¶", "its number, 0 if it is not a paragraph", lambda p: number_cell(p.block.number)),
        Column("kind", "Kind", "title, byline, paragraph, sources, furniture", lambda p: text_cell(p.block.kind.value)),
        Column("text", "Text", "the text, verbatim", lambda p: text_cell(p.text)),
        *edges(),
    )
    rows = tuple(Passage(b.start, b.end, article, b) for article in view.table.articles for b in article.blocks)

    def record(one: Passage) -> JsonObject:
        """A block of an article and its text; where there are several, also its file."""
        return {
            "article": one.article.id,
            "paragraph": one.block.number,
            "kind": one.block.kind.value,
            **fields(one, "start", "end", "text"),
            **({"path": one.article.path} if view.several else {}),
        }

    return Listing(columns, rows, record)


def _summary(one: Summary) -> JsonObject:
    counts = fields(one, "people", "organizations", "resolutions", "facts")
    return {**columns.article(one.article), "date": one.date or None, "records": counts}
