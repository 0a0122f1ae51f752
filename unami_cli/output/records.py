"""The records as JSON objects: the public form that `export` and `--format json` print.

Offsets are 0-based code points into the article's decoded text, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from unami_cli.model import (
    Article,
    BlockKind,
    Date,
    Fact,
    Figure,
    Mention,
    Organization,
    Person,
    Quote,
    Record,
    Resolution,
)
from unami_cli.output.cells import Json, JsonObject

if TYPE_CHECKING:
    from unami_cli.table import FactTable


def table(whole: FactTable) -> JsonObject:
    """The whole table, with what it takes to read it back."""
    from unami_cli import __version__
    from unami_cli.table.kept import SCHEMA, traces

    return {
        "schema": SCHEMA,
        "version": __version__,
        "articles": [article(each) for each in whole.articles],
        "people": [person(each) for each in whole.people],
        "resolutions": [resolution(each) for each in whole.resolutions],
        "organizations": [organization(each) for each in whole.organizations],
        "facts": [fact(each) for each in whole.facts],
        "traces": cast("JsonObject", traces(whole)),
    }


def record(one: Record) -> JsonObject:
    """Any record of the table."""
    match one:
        case Person():
            return person(one)
        case Resolution():
            return resolution(one)
        case Organization():
            return organization(one)
        case Fact():
            return fact(one)


def article(one: Article) -> JsonObject:
    """An article without its text; `characters` counts code points."""
    return {
        "id": one.id,
        "title": one.text[one.title.start : one.title.end] if one.title else None,
        "path": one.path,
        "sha256": one.sha256,
        "characters": len(one.text),
        "paragraphs": sum(block.kind is BlockKind.PARAGRAPH for block in one.blocks),
        "byline": [credit.text for credit in one.byline],
        "sources": [one.text[source.start : source.end] for source in one.sources],
    }


def person(one: Person) -> JsonObject:
    """A person; the places of the roles stay behind."""
    return {
        "id": one.id,
        "name": one.name,
        "aliases": list(one.aliases),
        "roles": [role.text for role in one.roles],
        "mentions": _mentions(one.mentions),
    }


def resolution(one: Resolution) -> JsonObject:
    """A resolution; `year_from` is "text", "register" or null."""
    return {
        "id": one.id,
        "number": one.number,
        "body": one.body,
        "year": one.year,
        "year_from": one.year_from,
        "symbol": one.symbol,
        "url": one.url,
        "mentions": _mentions(one.mentions),
        "facts": list(one.facts),
    }


def organization(one: Organization) -> JsonObject:
    """An organisation."""
    return {"id": one.id, "name": one.name, "aliases": list(one.aliases), "mentions": _mentions(one.mentions)}


def fact(one: Fact) -> JsonObject:
    """A fact with all that stands in its sentence."""
    return {
        "id": one.id,
        "article": one.article,
        "paragraph": one.paragraph,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "dates": [date(each) for each in one.dates],
        "figures": [_figure(each) for each in one.figures],
        "quotes": [quote(each) for each in one.quotes],
        "people": list(one.people),
        "resolutions": list(one.resolutions),
        "organizations": list(one.organizations),
    }


def proof(one: Record) -> list[Json]:
    """Why a record stands in the table: rules and where they went by; of a fact, those that found its speakers."""
    every = one.evidence if not isinstance(one, Fact) else tuple(q.evidence for q in one.quotes if q.evidence)
    return [{"article": e.article, "start": e.start, "end": e.end, "rule": e.rule} for e in every]


def date(one: Date) -> JsonObject:
    """A date as stated and as resolved."""
    return {"text": one.text, "start": one.start, "end": one.end, "edtf": one.edtf, "resolved": one.resolved}


def quote(one: Quote) -> JsonObject:
    """A quotation; `speaker` is null for nobody."""
    return {"text": one.text, "start": one.start, "end": one.end, "speaker": one.speaker}


def _figure(one: Figure) -> JsonObject:
    return {
        "text": one.text,
        "start": one.start,
        "end": one.end,
        "value": one.value,
        "unit": one.unit,
        "comparator": one.comparator.value,
    }


def _mentions(mentions: tuple[Mention, ...]) -> list[JsonObject]:
    return [{"article": m.article, "start": m.start, "end": m.end, "paragraph": m.paragraph} for m in mentions]
