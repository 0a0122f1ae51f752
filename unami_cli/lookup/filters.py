"""Which records a query's filters let through: kind:, in:, since:, until:, by: and -without."""

from __future__ import annotations

from unami_cli.folding import name_words
from unami_cli.lookup.index import Index, kind_of
from unami_cli.lookup.query import Query, Term
from unami_cli.lookup.ranking import holding
from unami_cli.lookup.spelling import Vocabulary
from unami_cli.lookup.timeline import overlaps
from unami_cli.model import Fact, Record


def allowed(index: Index, query: Query, exact: bool) -> frozenset[int] | None:
    """The numbers of the records that pass, or None when nothing is filtered.

    Who said it and when are asked of facts, and of resolutions by their year: names of people and bodies pass neither.
    """
    if not (query.filters or query.without):
        return None
    numbers = set(range(len(index.records)))
    if query.kinds is not None:
        kinds = query.kinds
        numbers = {number for number in numbers if kind_of(index.records[number]) in kinds}
    if query.articles is not None:
        articles = query.articles
        numbers = {number for number in numbers if not articles.isdisjoint(_articles(index.records[number]))}
    if query.since or query.until:
        days, since, until = index.days, query.since, query.until
        numbers = {n for n in numbers if any(overlaps(covered, since, until) for covered in days[n])}
    if query.by:
        numbers &= _said_by(index, query.by, exact)
    for run in query.without:
        numbers -= set(holding(index, index.own.postings, run))
    return frozenset(numbers)


def _articles(record: Record) -> set[str]:
    return {record.article} if isinstance(record, Fact) else {mention.article for mention in record.mentions}


def corrected_speakers(index: Index, query: Query, exact: bool) -> tuple[tuple[str, str], ...]:
    """The words of by: that no speaker is called, as typed, each with the likeliest that one is."""
    counts, vocabulary = _spoken_words(index)
    pairs = ((term, vocabulary.options(term, last=False, exact=exact)) for term in _telling(query.by))
    return tuple((term.typed, options[0].words[0]) for term, options in pairs if options and term.word not in counts)


def _spoken_words(index: Index) -> tuple[dict[str, int], Vocabulary]:
    counts = {word: 1 for speaker in index.speakers for word in index.called(speaker)}
    return counts, Vocabulary(counts, counts)


def _said_by(index: Index, name: tuple[Term, ...], exact: bool) -> set[int]:
    """The facts in which somebody of that name is quoted."""
    speakers = index.speakers
    named = {speaker: index.called(speaker) for speaker in speakers}
    _, vocabulary = _spoken_words(index)
    meant = set(named)
    for term in _telling(name):
        options = {option.words[0] for option in vocabulary.options(term, last=False, exact=exact)}
        meant = {speaker for speaker in meant if not options.isdisjoint(named[speaker])}
    return {number for speaker in meant for number in speakers[speaker]}


def _telling(name: tuple[Term, ...]) -> tuple[Term, ...]:
    kept = name_words(" ".join(term.word for term in name))
    return tuple(term for term in name if term.word in kept)
