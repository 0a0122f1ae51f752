"""Asking the table by words, picking the records that a name may mean, and saying what was not read as typed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from unami_cli.cli.talk import say
from unami_cli.output.screen import one_line

if TYPE_CHECKING:
    from unami_cli.cli.opening import Opened
    from unami_cli.cli.options import Settings
    from unami_cli.lookup.search import Answer
    from unami_cli.model import Dated, Fact, Hit, Kind, Match, Organization, Person, Record, Span
    from unami_cli.outcomes import Correction
    from unami_cli.output.listing import View
    from unami_cli.table import FactTable

A = TypeVar("A", bound="Record")
T = TypeVar("T")

_NEAR = 25  # points of score between a surname alone and the same surname in a full name
_MOST_OTHERS = 3  # records that fit less well and are named
_IS_A_TEXT = "{0} is a text: `unami articles` lists it, `unami article` prints it, and in:{0} searches only it."
_LETTERS = ("p", "o", "r", "f")
_PLURALS = {"person": "people", "resolution": "resolutions", "organization": "organisations", "fact": "facts"}


def asked(
    source: Opened, text: str, kinds: frozenset[Kind] | None, settings: Settings, limit: int | None = None
) -> Answer:
    """The answer to a query, `limit` hits at most; what was not read as typed, and misses, go to stderr."""
    from unami_cli.lookup.query import parse_query
    from unami_cli.lookup.search import search

    found = search(source.table, parse_query(text), kinds=kinds, exact=settings.exact, limit=limit)
    told(found, text)
    return found


def told(found: Answer, text: str) -> None:
    """Say on stderr what was not read as typed, what no sentence has, and the nearest things on a miss."""
    corrected(found.corrections)
    for other in found.aliases:
        say(f"“{other.typed}” is “{other.meant}” in the text.")
    if not found.hits:
        from shlex import quote

        near = f" Nearest: {', '.join(found.suggestions)}." if found.suggestions else ""
        there = f" To read the folder of that name: -a {quote(text)}" if os.path.isdir(text) else ""
        say(f"Nothing found for “{text}”.{near}{there}")
    elif found.question and not found.hits[0].answer:
        say(f"The text does not seem to say. These sentences come closest{_without(found.missing)}.")
    elif found.missing and not found.question:
        say(f"No sentence has all of these words. These have the most{_without(found.missing)}.")


def corrected(every: Iterable[Correction]) -> None:
    """Say of each word that was read as others which they are."""
    meant: dict[str, list[str]] = {}
    for one in every:
        meant.setdefault(one.typed, []).append(f"“{one.meant}”")
    for typed, others in meant.items():
        say(f"“{typed}”: no exact match; showing {' and '.join(others)} (--exact turns corrections off).")


def _without(missing: Sequence[str]) -> str:
    """The words that the closest sentence lacks, in brackets."""
    return f" (not in the first: {', '.join(f'“{word}”' for word in missing)})" if missing else ""


def matching(
    source: Opened, text: str, kind: Kind, every: Sequence[A], settings: Settings, limit: int | None = None
) -> tuple[tuple[A, ...], View]:
    """Those of the records `every`, all of the `kind`, that meet the words, best first; without words all of them.

    `limit` is how many are enough, None for all that meet the words.
    """
    from unami_cli.output.listing import View

    if not text:
        if not every:
            say(f"The text names no {_PLURALS[kind.value]}.")
        return tuple(every), View(source.table)
    by_id = {record.id: record for record in every}
    if len(ids := text.lower().split()) > 1 and all(
        (is_id(id) and id[:1] == kind.value[:1]) or ((one := _of_id(source.table, id)) and one.id in by_id)
        for id in ids
    ):
        chosen, _ = picked(source, text, settings)
        return tuple([by_id[record.id] for record in chosen]), View(source.table)
    if source.table.article(text.lower()):
        say(_IS_A_TEXT.format(text))
        return (), View(source.table)
    found = asked(source, text, frozenset({kind}), settings, limit)
    met = tuple(by_id[hit.record.id] for hit in found.hits if hit.record.id in by_id)
    return met, View(source.table, found.matches)


def sentences(source: Opened, text: str, settings: Settings) -> tuple[tuple[Fact, ...], View]:
    """The facts that meet the words; without words all of them."""
    from unami_cli.model import Kind
    from unami_cli.output.listing import View

    if not text:
        return source.table.facts, View(source.table)
    return matching(source, text, Kind.FACT, source.table.facts, settings)


def own(rows: Sequence[T], view: View, place: Callable[[T], tuple[Fact, Span]]) -> tuple[T, ...]:
    """The rows that met the query themselves, where some did; else all: it was met in their sentences.

    `place` is the fact and the stretch of a row.
    """
    met = tuple(row for row in rows for fact, span in (place(row),) if view.within(fact.article, span))
    return met or tuple(rows)


def of_time(source: Opened, text: str, rows: Iterable[Dated]) -> tuple[Dated, ...]:
    """The dates of the time that the filters of a query give; without such filters all of them."""
    from unami_cli.lookup.query import parse_query
    from unami_cli.lookup.timeline import timeline

    query = parse_query(text)
    if not (query.since or query.until):
        return tuple(rows)
    inside = set(timeline(source.table, query.since, query.until))
    return tuple(row for row in rows if row in inside)


def tell_none(rows: Sequence[object], facts: Sequence[Fact], noun: str, *, asked: bool) -> None:
    """Say that the facts hold no such thing; if none of them met the words, that has been said already."""
    if not rows and not asked:
        say(f"The text gives no {noun}s.")
    elif not rows and facts:
        say(f"None of the sentences found has a {noun}.")


def _of_id(table: FactTable, text: str) -> Record | None:
    """The record of an id, or the resolution of a number."""
    return table.record(text) or table.record(text.lower()) or table.record(f"r{text.replace('/', '-')}")


def is_id(text: str) -> bool:
    """Whether a text has the form of a record's id: "p9"."""
    return text[:1].lower() in _LETTERS and text[1:].isdecimal()


def picked(source: Opened, text: str, settings: Settings) -> tuple[tuple[Record, ...], tuple[Match, ...]]:
    """The records that the text names: one, or those of several ids; several that fit alike, or none, which is said.

    With them the characters that met the words, none for an id.
    """
    table = source.table
    if len(ids := text.split()) > 1 and all(is_id(id) or _of_id(table, id) for id in ids):
        return tuple(dict.fromkeys(one for id in ids for one in picked(source, id, settings)[0])), ()
    if record := _of_id(table, text):
        return (record,), ()
    if table.article(text.lower()):
        say(_IS_A_TEXT.format(text))
        return (), ()
    if is_id(text):
        say(f"No record {text}.{_neighbours(table, text.lower())}")
        return (), ()
    from unami_cli.lookup.query import parse_query
    from unami_cli.model import Kind

    query = parse_query(text)
    facts_too = query.kinds or query.by or query.since or query.until  # what names of people and bodies do not have
    kinds = None if facts_too else frozenset({Kind.PERSON, Kind.RESOLUTION, Kind.ORGANIZATION})
    hits = asked(source, text, kinds, settings).hits
    best = tuple(hit for hit in hits if _as_good(hit, hits[0]))
    alike = tuple(hit.record for hit in best)
    if len(alike) > 1:
        each = [f"{one.id} ({label(one)})" for one in alike]
        shown = "both" if len(each) == 2 else f"all {len(each)}"
        say(f"“{text}” matches {', '.join(each[:-1])} and {each[-1]}; showing {shown}.")
    elif alike and (others := _others(text, alike[0], [hit.record for hit in hits if hit not in best])):
        say(f"“{text}” also matches {', '.join(f'{one.id} ({label(one)})' for one in others)}.")
    return alike, tuple(match for hit in best for match in hit.matches)


def _as_good(hit: Hit, best: Hit) -> bool:
    """Whether a hit fits as well as the best: alike in all, or one more person whose name holds just these words."""
    from unami_cli.lookup.correction import How
    from unami_cli.model import Kind

    if (hit.score, hit.how) == (best.score, best.how):
        return True
    sure = (How.EXACT, How.FOLDED, How.ALIAS)
    people = hit.kind is best.kind is Kind.PERSON
    alike = hit.how is best.how or (hit.how in sure and best.how in sure)
    return people and alike and hit.score >= best.score - _NEAR


def _others(text: str, best: Record, found: Iterable[Record]) -> list[Person | Organization]:
    """Those found that are of the same kind, unless the words are all of a name of the best."""
    from unami_cli.folding import fold
    from unami_cli.model import Organization, Person

    if not isinstance(best, Person | Organization) or fold(text) in map(fold, (best.name, *best.aliases)):
        return []
    return [one for one in found if isinstance(one, Person | Organization) and type(one) is type(best)][:_MOST_OTHERS]


def label(record: Record) -> str:
    """A record in a few words, on one line."""
    from unami_cli.model import Fact, Organization, Person, Resolution

    match record:
        case Fact():
            return one_line(record.text)
        case Resolution():
            return f"Resolution {one_line(record.number)}"
        case Person() | Organization():
            return one_line(record.name)


def _neighbours(table: FactTable, id: str) -> str:
    """The ids of that kind, the nearest first."""
    from difflib import SequenceMatcher

    records: tuple[Record, ...] = (*table.people, *table.organizations, *table.resolutions, *table.facts)
    same = [record for record in records if record.id[:1] == id[:1]]
    same.sort(key=lambda record: -SequenceMatcher(None, id, record.id).ratio())
    told = ((record.id, label(record)) for record in same[:3])
    near = ", ".join(f"{id} ({text if len(text) <= 40 else f'{text[:39]}…'})" for id, text in told)
    return f" Nearest: {near}." if near else ""
