"""Rows of any kind: what a search found, the blocks of a text."""

from __future__ import annotations

from collections.abc import Iterable

from unami_cli.model import Article, Block, Fact, Kind, Organization, Person, Record, Resolution, Span
from unami_cli.output import records
from unami_cli.output.cells import Cell, Field, JsonObject, Listing, Shown
from unami_cli.output.listings import making as make
from unami_cli.output.view import HEAD, Mark, View, signed
from unami_cli.values import Value


class Passage(Value):
    """A block of an article."""

    article: Article
    block: Block

    @property
    def text(self) -> str:
        """Its characters, unchanged."""
        return self.article.text[self.block.start : self.block.end]


class Told(Span):
    """Words that answer a question: `kind` is person, organization, date, figure, quote, place or text."""

    text: str
    kind: str


class Found(Value):
    """A record that met a query; `score` is 0-100, `how` and `met` how and where it met.

    `answer` is what of a fact answers a question: the words, their place, and what they are.
    """

    score: float
    kind: Kind
    record: Record
    how: str = "exact"
    met: tuple[Mark, ...] = ()
    answer: Told | None = None


def found(view: View, rows: Iterable[Found]) -> Listing[Found]:
    """What met a search, best first."""
    return Listing(
        (
            Field("id", "ID", "what `unami show` takes", lambda h: make.text(h.record.id)),
            Field("kind", "Kind", "person, resolution, organization or fact", lambda h: make.text(h.kind.value)),
            Field("score", "Score", "how well it fits, 0-100", _score, Shown.IN_FILES),
            Field("how", "How", "exact, folded, alias, prefix or corrected", lambda h: make.text(h.how), Shown.ASKED),
            Field("text", "Found", "its name or its sentence", lambda h: _headline(view, h.record)),
            Field("paragraphs", make.where(view), "where it stands", lambda h: _places(view, h.record)),
            Field("answer", "Answer", "the words that answer a question", _answer, Shown.IN_FILES),
        ),
        tuple(rows),
        _found_record,
    )


def _answer(row: Found) -> Cell:
    return make.text(row.answer.text if row.answer else None)


def paragraphs(view: View) -> Listing[Passage]:
    """The blocks of the articles: title, byline, paragraphs, sources, page furniture."""
    rows = tuple(Passage(article, block) for article in view.table.articles for block in article.blocks)
    return Listing(
        (
            Field(
                "article",
                "Article",
                "the article's file",
                lambda p: make.text(view.label(p.article.id)),
                make.if_several(view),
            ),
            Field("paragraph", "¶", "its number, 0 for what is no paragraph", lambda p: make.number(p.block.number)),
            Field(
                "kind",
                "Kind",
                "title, byline, paragraph, sources, furniture",
                lambda p: make.text(p.block.kind.value),
            ),
            Field("text", "Text", "the text, verbatim", lambda p: make.text(p.text)),
            Field("start", "Start", "first character, from 0", lambda p: make.number(p.block.start), Shown.ASKED),
            Field("end", "End", "after the last character", lambda p: make.number(p.block.end), Shown.ASKED),
        ),
        rows,
        _passage_record,
    )


def _found_record(row: Found) -> JsonObject:
    return {
        "score": round(row.score, 1),
        "kind": row.kind.value,
        "record": records.record(row.record),
        "answer": _told(row.answer),
        "how": row.how,
        "matches": [{"article": mark.article, "start": mark.start, "end": mark.end} for mark in row.met],
    }


def _told(answer: Told | None) -> JsonObject | None:
    if answer is None:
        return None
    return {"text": answer.text, "start": answer.start, "end": answer.end, "kind": answer.kind}


def _passage_record(row: Passage) -> JsonObject:
    block = row.block
    return {
        "article": row.article.id,
        "paragraph": block.number,
        "kind": block.kind.value,
        "start": block.start,
        "end": block.end,
        "text": row.text,
    }


def _score(row: Found) -> Cell:
    return Cell(f"{row.score:.0f}", round(row.score, 1))


def _headline(view: View, record: Record) -> Cell:
    match record:
        case Fact():
            return make.sentence(view, record)
        case Resolution():
            return view.name(f"{record.body or ''} Resolution {record.number}".strip())
        case Person() | Organization():
            return view.name(record.name)


def _places(view: View, record: Record) -> Cell:
    if not isinstance(record, Fact):
        return view.where(record.mentions)
    place = str(record.paragraph or HEAD)
    text = f"{view.label(record.article)} {signed([record.paragraph])}" if view.several else place
    return Cell(text, [{"article": record.article, "paragraphs": [record.paragraph]}])
