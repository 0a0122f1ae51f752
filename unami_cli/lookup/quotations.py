"""Who said what: the quotations that a query asks for, by their speaker or by their words."""

from __future__ import annotations

from unami_cli.folding import words
from unami_cli.lookup.filters import allowed, corrected_speakers, speakers_named
from unami_cli.lookup.index import Index, index_of
from unami_cli.lookup.query import Query
from unami_cli.lookup.search import Answer, search
from unami_cli.model import Kind, Match, Organization, Person, Quoted
from unami_cli.outcomes import Correction
from unami_cli.table import FactTable
from unami_cli.values import Value, replace

_NAMED = frozenset((Kind.PERSON, Kind.ORGANIZATION))


class Quotations(Value):
    """What was asked for, in reading order; `answer` is that of the search that found the speaker or the words.

    `silent` are the names of those who were meant but are not quoted, `corrected` the words of by: that no speaker is
    called, each with the one that was meant.
    """

    found: tuple[Quoted, ...]
    answer: Answer | None = None
    silent: tuple[str, ...] = ()
    corrected: tuple[Correction, ...] = ()


def quotations(table: FactTable, query: Query, *, exact: bool = False) -> Quotations:
    """The quotations that pass the filters and whose speaker, else whose words, else whose sentence meets the words.

    Raises `BadQuery` as `search` does.
    """
    index = index_of(table)
    every = _passing(table, index, query, exact)
    if not (query.terms or query.phrases):
        return Quotations(every, corrected=corrected_speakers(index, query, exact) if every else ())
    spoken = _described(every, query)
    if spoken:
        return Quotations(spoken)
    asked = replace(query, kinds=None, by=(), since=None, until=None, articles=None, without=())
    speakers = search(table, asked, kinds=_NAMED, exact=exact)
    names = {hit.record.name for hit in speakers.hits if isinstance(hit.record, Person | Organization)}
    spoken = tuple(one for one in every if one.quote.speaker in names)
    if spoken:
        return Quotations(spoken, speakers)
    told = search(table, asked, kinds=frozenset((Kind.FACT,)), exact=exact)
    holding = {hit.record.id: hit.matches for hit in told.hits if not told.missing}
    inside = tuple(one for one in every if _meets(one, holding))
    around = inside or tuple(one for one in every if one.fact.id in holding)
    if around:
        return Quotations(around, told)
    return Quotations((), speakers if names else told, tuple(sorted(names)))


def _passing(table: FactTable, index: Index, query: Query, exact: bool) -> tuple[Quoted, ...]:
    """The quotations that the filters let through."""
    every = tuple(Quoted(quote, fact) for fact in table.facts for quote in fact.quotes)
    if not query.filters:
        return every
    told = allowed(table, index, query, frozenset((Kind.FACT,)), exact) or frozenset()
    facts = {index.records[number].id for number in told}
    every = tuple(one for one in every if one.fact.id in facts)
    if query.by:
        meant = speakers_named(index, query.by, exact)
        every = tuple(one for one in every if one.quote.speaker in meant)
    if query.without:
        kept = allowed(table, index, Query(query.text, without=query.without), _NAMED, exact) or frozenset()
        names = {r.name for r in index.records if isinstance(r, Person | Organization)}
        left = {r.name for n in kept for r in (index.records[n],) if isinstance(r, Person | Organization)}
        every = tuple(one for one in every if one.quote.speaker not in names - left)
    return every


def _described(every: tuple[Quoted, ...], query: Query) -> tuple[Quoted, ...]:
    """The quotations of speakers whom the text does not name but describes, all words of the query in it."""
    wanted = {term.word for run in (query.terms, *query.phrases) for term in run}
    return tuple(one for one in every if wanted and wanted <= set(words(one.quote.speaker or "")))


def _meets(one: Quoted, holding: dict[str, tuple[Match, ...]]) -> bool:
    """Whether a word was met within the quotation, also where it goes on in the next sentences."""
    return any(
        match.article == one.fact.article and one.quote.start <= match.start and match.end <= one.quote.end
        for matches in holding.values()
        for match in matches
    )
