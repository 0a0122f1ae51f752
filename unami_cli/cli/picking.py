"""Which record the user names: by its id, by a number, or by words of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unami_cli.cli.answering import asked, marks
from unami_cli.cli.exits import say
from unami_cli.cli.opening import Opened
from unami_cli.cli.settings import Settings
from unami_cli.output.safe import flat

if TYPE_CHECKING:
    from unami_cli.lookup.query import Query
    from unami_cli.lookup.search import Hit
    from unami_cli.model import Record
    from unami_cli.output.listing import Highlight
    from unami_cli.table import FactTable


_NEAR = 25  # points of score between a surname alone and the same surname in a full name
_LETTERS = ("p", "o", "r", "f")


def named(source: Opened, text: str, settings: Settings) -> tuple[tuple[Record, ...], tuple[Highlight, ...]]:
    """The records that the text names: one; several when they fit alike, which is said; none, which is said.

    With them the characters that met the words, none for an id.
    """
    from unami_cli.model import Kind

    record = by_id(source.table, text)
    if record:
        return (record,), ()
    if text[:1].lower() in _LETTERS and text[1:].isdecimal():
        say(f"No record {text}.{_neighbours(source.table, text.lower())}")
        return (), ()
    from unami_cli.lookup.query import parse_query

    records = frozenset({Kind.PERSON, Kind.RESOLUTION, Kind.ORGANIZATION})
    hits = asked(source, text, None if _asks_for_facts(parse_query(text)) else records, settings).hits
    best = tuple(hit for hit in hits if _as_good(hit, hits[0]))
    alike = tuple(hit.record for hit in best)
    if len(alike) > 1:
        say(f"“{text}” may be {' or '.join(f'{one.id} ({label(one)})' for one in alike)}: all are shown.")
    return alike, marks(best)


def _asks_for_facts(query: Query) -> bool:
    """Whether filters ask for what names of people and bodies do not have."""
    return bool(query.kinds or query.by or query.since or query.until)


def _as_good(hit: Hit, best: Hit) -> bool:
    """Whether a hit fits as well as the best: alike in all, or one more person whose name holds just these words."""
    from unami_cli.lookup.search import How
    from unami_cli.model import Kind

    if (hit.score, hit.how) == (best.score, best.how):
        return True
    sure = (How.EXACT, How.FOLDED, How.ALIAS)
    people = hit.kind is best.kind is Kind.PERSON
    return people and hit.how in sure and best.how in sure and hit.score >= best.score - _NEAR


def by_id(table: FactTable, text: str) -> Record | None:
    """The record of an id in any case, or the resolution of a bare number."""
    return table.record(text) or table.record(text.lower()) or table.record(f"r{text.replace('/', '-')}")


def label(record: Record) -> str:
    """A record in a few words, on one line."""
    from unami_cli.model import Fact, Organization, Person, Resolution

    match record:
        case Fact():
            return flat(record.text)
        case Resolution():
            return f"Resolution {flat(record.number)}"
        case Person() | Organization():
            return flat(record.name)


def _neighbours(table: FactTable, id: str) -> str:
    """The ids of that kind, the nearest first."""
    from difflib import SequenceMatcher

    records: tuple[Record, ...] = (*table.people, *table.organizations, *table.resolutions, *table.facts)
    same = [record for record in records if record.id[:1] == id[:1]]
    same.sort(key=lambda record: -SequenceMatcher(None, id, record.id).ratio())
    near = ", ".join(f"{record.id} ({_short(label(record))})" for record in same[:3])
    return f" Nearest: {near}." if near else ""


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
