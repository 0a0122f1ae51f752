"""Facts, quotations, dates."""

from __future__ import annotations

from collections.abc import Iterable

from unami_cli.model import Date, Fact, Organization, Person, Quote, Span
from unami_cli.output import records, safe
from unami_cli.output.cells import Cell, Field, JsonObject, Listing, Shown
from unami_cli.output.listings import making as make
from unami_cli.output.view import View
from unami_cli.values import Value


class Quoted(Value):
    """A quotation and the sentence it stands in."""

    quote: Quote
    fact: Fact


class Dated(Value):
    """A date, its sentence, and the first and last day that the date may mean ("2003-08-14")."""

    date: Date
    fact: Fact
    earliest: str
    latest: str


def facts(view: View, rows: Iterable[Fact]) -> Listing[Fact]:
    """Facts: sentences, and what stands in them."""
    return Listing(
        (
            Field("id", "ID", "what `unami show` takes", lambda f: make.text(f.id)),
            Field("article", "Article", "the article's file", lambda f: make.article(view, f), make.if_several(view)),
            Field("paragraph", "¶", "the paragraph's number", make.paragraph),
            Field("text", "Sentence", "the sentence, verbatim", lambda f: make.sentence(view, f)),
            Field("dates", "Dates", "dates, resolved", lambda f: make.items(d.resolved for d in f.dates), Shown.ASKED),
            Field(
                "figures",
                "Figures",
                "figures, as worded",
                lambda f: make.items(x.text for x in f.figures),
                Shown.ASKED,
            ),
            Field("quotes", "Quotes", "quotations", lambda f: make.items(q.text for q in f.quotes), Shown.ASKED),
            Field("people", "People", "people in it", lambda f: _named(view, f.people), Shown.ASKED),
            Field("resolutions", "Resolutions", "resolutions in it", lambda f: make.items(f.resolutions), Shown.ASKED),
            Field(
                "organizations", "Organisations", "bodies in it", lambda f: _named(view, f.organizations), Shown.ASKED
            ),
            Field("start", "Start", "first character, from 0", lambda f: make.number(f.start), Shown.ASKED),
            Field("end", "End", "after the last character", lambda f: make.number(f.end), Shown.ASKED),
        ),
        tuple(rows),
        records.fact,
    )


def quotes(view: View, rows: Iterable[Quoted]) -> Listing[Quoted]:
    """Quotations with their speakers."""
    return Listing(
        (
            Field("speaker", "Speaker", "who said it, if the text tells", lambda q: _speaker(view, q.quote)),
            Field("text", "Quotation", "the words between the marks", lambda q: _quotation(view, q)),
            Field(
                "article",
                "Article",
                "the article's file",
                lambda q: make.article(view, q.fact),
                make.if_several(view),
            ),
            Field("paragraph", "¶", "the paragraph's number", lambda q: make.paragraph(q.fact)),
            Field("fact", "Fact", "id of its sentence", lambda q: make.text(q.fact.id)),
            Field("sentence", "Sentence", "the sentence around it", lambda q: make.sentence(view, q.fact), Shown.ASKED),
        ),
        tuple(rows),
        _quoted_record,
    )


def timeline(view: View, rows: Iterable[Dated]) -> Listing[Dated]:
    """Dates with their sentences."""
    return Listing(
        (
            Field("date", "Date", "the date, resolved (EDTF)", _date),
            Field(
                "edtf",
                "Stated",
                "the date as the text states it (EDTF)",
                lambda d: make.text(d.date.edtf),
                Shown.IN_FILES,
            ),
            Field("fact", "Fact", "id of its sentence", lambda d: make.text(d.fact.id)),
            Field(
                "article",
                "Article",
                "the article's file",
                lambda d: make.article(view, d.fact),
                make.if_several(view),
            ),
            Field("paragraph", "¶", "the paragraph's number", lambda d: make.paragraph(d.fact), Shown.IN_FILES),
            Field("sentence", "Sentence", "the sentence, verbatim", _dated_sentence),
            Field("text", "Wording", "the date in the text's words", lambda d: make.text(d.date.text), Shown.ASKED),
            Field("earliest", "Earliest", "first day it may mean", lambda d: make.text(d.earliest), Shown.ASKED),
            Field("latest", "Latest", "last day it may mean", lambda d: make.text(d.latest), Shown.ASKED),
        ),
        tuple(rows),
        _dated_record,
    )


def _named(view: View, ids: tuple[str, ...]) -> Cell:
    known = (view.table.record(id) for id in ids)
    names = [safe.flat(one.name) for one in known if isinstance(one, Person | Organization)]
    return Cell("\n".join(names), list(ids))


def _quotation(view: View, row: Quoted) -> Cell:
    return Cell(safe.flat(row.quote.text), row.quote.text, view.within(row.fact.article, row.quote))


def _speaker(view: View, quote: Quote) -> Cell:
    return view.name(quote.speaker) if quote.speaker is not None else Cell("", None)


def _date(row: Dated) -> Cell:
    date = row.date
    return Cell(date.resolved, date.resolved, note="resolved" if date.resolved != date.edtf else "")


def _dated_sentence(row: Dated) -> Cell:
    """The sentence with the date marked in it."""
    place = Span(row.date.start - row.fact.start, row.date.end - row.fact.start)
    return Cell(safe.flat(row.fact.text), row.fact.text, (place,))


def _quoted_record(row: Quoted) -> JsonObject:
    place: JsonObject = {"fact": row.fact.id, "article": row.fact.article, "paragraph": row.fact.paragraph}
    return {**records.quote(row.quote), **place}


def _dated_record(row: Dated) -> JsonObject:
    return {
        "date": row.date.resolved,
        **records.date(row.date),
        "earliest": row.earliest,
        "latest": row.latest,
        "fact": row.fact.id,
        "article": row.fact.article,
        "paragraph": row.fact.paragraph,
        "sentence": row.fact.text,
    }
