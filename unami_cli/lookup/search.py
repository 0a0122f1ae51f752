"""One search over people, resolutions, organisations and facts: the best first, each with how it was matched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import nsmallest

from unami_cli import lexicon
from unami_cli.lookup.filters import allowed, corrected_speakers
from unami_cli.lookup.index import Index, index_of
from unami_cli.lookup.marks import Marks, Match, matches, written
from unami_cli.lookup.nearest import suggestions
from unami_cli.lookup.query import Query, Term
from unami_cli.lookup.ranking import Ranked, rank
from unami_cli.lookup.spelling import SIMILAR, How, Option
from unami_cli.lookup.units import Reader, Unit
from unami_cli.model import Fact, Kind, Person, Record, Resolution
from unami_cli.table import FactTable

__all__ = ["Answer", "Correction", "Hit", "How", "Match", "search"]


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was read as another: `typed` by the user, `meant` as the texts write it."""

    typed: str
    meant: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that meets the query: `score` 0-100 as `lookup.ranking` defines it, `matches` what to mark."""

    score: float
    kind: Kind
    record: Record
    how: How
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found, best first; when nothing, `suggestions` are the nearest things that the texts hold."""

    hits: tuple[Hit, ...]
    corrections: tuple[Correction, ...]
    suggestions: tuple[str, ...]


def search(
    table: FactTable,
    query: Query,
    *,
    kinds: frozenset[Kind] | None = None,
    exact: bool = False,
    limit: int | None = None,
) -> Answer:
    """The records of the `kinds` (None: all) that meet all of the query, best first, at most `limit` of them.

    `exact` forbids corrections. A query without words and filters finds nothing; one of filters alone finds all that
    pass them, in reading order, with score 100.
    """
    if not (query.terms or query.phrases or query.filters):
        return Answer((), (), ())
    asked = query if kinds is None else replace(query, kinds=kinds if query.kinds is None else kinds & query.kinds)
    index = index_of(table)
    passing = allowed(index, asked, exact)
    if not (query.terms or query.phrases):
        found = [Ranked(number, 100.0, 1.0, ()) for number in sorted(passing or ())][:limit]
        spoken = _speakers_corrected(index, asked, exact) if found else ()
        return Answer(tuple(_hit(table, index, one, ()) for one in found), spoken, ())
    units, found = _found(index, asked, exact, passing)
    best = nsmallest(limit, found, key=_order) if limit is not None else sorted(found, key=_order)
    if not best:
        return Answer((), (), suggestions(index, asked, exact))
    hits = tuple(_hit(table, index, one, query.terms) for one in best)
    return Answer(hits, _corrections(hits, best, units) + _speakers_corrected(index, asked, exact), ())


def _speakers_corrected(index: Index, query: Query, exact: bool) -> tuple[Correction, ...]:
    return tuple(Correction(typed, meant) for typed, meant in corrected_speakers(index, query, exact))


def _order(one: Ranked) -> tuple[float, int]:
    return -round(one.score, 6), one.number


def _found(
    index: Index, query: Query, exact: bool, passing: frozenset[int] | None
) -> tuple[tuple[Unit, ...], list[Ranked]]:
    """What meets the query as it stands, else what does once words that the texts hold are corrected too."""
    phrases = tuple(_phrase(run) for run in query.phrases)
    for wide in (False, True) if not exact and _may_widen(query) else (False,):
        units = Reader(index, exact, wide).units(query.terms, typing=True) + phrases
        found = rank(index, units, _spelt(query.terms, units), passing) if all(unit.options for unit in units) else []
        if wide:
            found = [one for one in found if one.quality >= SIMILAR]
        if found:
            return units, found
    return (), []


def _may_widen(query: Query) -> bool:
    """Whether a word that the texts hold may be meant as another: others vouch for it, or only a name was asked for."""
    if len(query.terms) + len(query.phrases) > 1:
        return True
    named = query.kinds is not None and Kind.FACT not in query.kinds
    return named and not any(term.word in lexicon.words("english") for term in query.terms)


def _spelt(terms: tuple[Term, ...], units: Iterable[Unit]) -> list[str | None]:
    """The typed words in their order, corrected ones as the likeliest that they mean; None for dates and amounts."""
    meant: dict[Term, tuple[str | None, ...]] = {}
    for unit in units:
        for term in unit.terms:
            best = unit.options[0].words if unit.options else (term.word,)
            meant[term] = best if len(unit.terms) == 1 else (None,)
    return [spelt for term in terms for spelt in meant.get(term, (term.word,))]


def _phrase(run: tuple[Term, ...]) -> Unit:
    return Unit(run, (Option(tuple(term.word for term in run), 1.0, How.EXACT),))


def _hit(table: FactTable, index: Index, one: Ranked, terms: tuple[Term, ...]) -> Hit:
    record = index.records[one.number]
    hows = [grade.how for grade in one.grades]
    runs = [grade.option.words for grade in one.grades]
    marks = Marks(
        words=frozenset(run[0] for run in runs if len(run) == 1 and ":" not in run[0]),
        runs=tuple(run for run in runs if len(run) > 1),
        keys=frozenset(run[0] for run in runs if ":" in run[0]),
    )
    if all(how is How.EXACT for how in hows) and not _letter_for_letter(record, terms):
        hows.append(How.FOLDED)
    how = max(hows, key=lambda how: how.weakness, default=How.EXACT)
    return Hit(round(one.score, 1), index.kind(one.number), record, how, matches(table, record, marks))


def _letter_for_letter(record: Record, terms: tuple[Term, ...]) -> bool:
    """Whether the record writes every word as the user did, but for capitals."""
    shown = _shown(record).casefold()
    return all(term.typed.casefold() in shown for term in terms)


def _shown(record: Record) -> str:
    """What a record says of itself, in the words that are shown."""
    if isinstance(record, Fact):
        return record.text
    if isinstance(record, Resolution):
        return f"{record.body} Resolution {record.number} {record.symbol} {record.year}"
    roles = (role.text for role in record.roles) if isinstance(record, Person) else ()
    return " ".join((record.name, *record.aliases, *roles))


def _corrections(hits: tuple[Hit, ...], ranked: list[Ranked], units: tuple[Unit, ...]) -> tuple[Correction, ...]:
    """The words that no hit holds as they were typed, and what the hits hold instead, the best hit's first."""
    found: dict[Correction, None] = {}
    for at, unit in enumerate(units):
        if any(one.grades[at].option.how is not How.CORRECTED for one in ranked):
            continue
        for hit, one in zip(hits, ranked, strict=True):
            meant = _as_written(hit.record, one.grades[at].option.words)
            found.setdefault(Correction(unit.typed, meant))
    return tuple(found)


def _as_written(record: Record, run: tuple[str, ...]) -> str:
    """The words as the record writes them, else as they are compared."""
    shown = _shown(record)
    spelt = {word: shown[start:end] for word, start, end in reversed(list(written(shown)))}
    return " ".join(spelt.get(word, word) for word in run)
