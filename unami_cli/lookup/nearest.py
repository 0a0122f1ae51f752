"""What to name when a query found nothing: the nearest numbers, words and names that the texts do hold."""

from __future__ import annotations

from collections.abc import Iterator

from unami_cli.lookup.index import Index
from unami_cli.lookup.query import Query, Term
from unami_cli.lookup.ranking import rank
from unami_cli.lookup.units import Reader, Unit
from unami_cli.model import Fact, Kind, Record, Resolution

_MOST = 5


def suggestions(index: Index, query: Query, exact: bool) -> tuple[str, ...]:
    """The nearest things to a query that found nothing, the nearest first, at most five; empty when none is near."""
    terms = (*query.terms, *(term for run in query.phrases for term in run))
    units = Reader(index, exact).units(terms)
    missing = [unit for unit in units if not unit.options]
    numbered = [unit.terms[0] for unit in missing if unit.terms[0].word[0].isdigit()]
    found: list[str] = []
    for term in numbered:
        found += _numbers(index, term, query)
    for unit in missing:
        if unit.terms[0].word.isalpha() and len(unit.terms[0].word) > 2:
            near = (_spelt(index, word) for word in index.vocabulary.near(unit.terms[0].word))
            found += (written for written in near if written is not None)
    if not missing and len(units) > 1:
        found += _all_but_one(index, units)
    return tuple(dict.fromkeys(found))[:_MOST]


def _numbers(index: Index, term: Term, query: Query) -> tuple[str, ...]:
    """The nearest of the resolutions, when this could be one of them and no year; else of the numbers of its length."""
    from rapidfuzz.distance import OSA

    word = term.word
    resolutions = {record.number for record in index.records if isinstance(record, Resolution)}
    digits = {w for w in index.vocabulary.counts if w.isdecimal() and len(w) == len(word)}
    alike = {number for number in resolutions if len(number) == len(word) and word[:2] not in ("19", "20")}
    about = query.kinds == frozenset((Kind.RESOLUTION,)) or any(t.word.startswith("res") for t in query.terms)
    pool = resolutions if resolutions and (about or alike) else digits
    near = (number for number in pool if number.isdecimal() and word.isdecimal())
    return tuple(sorted(near, key=lambda n: (OSA.distance(n, word), abs(int(n) - int(word))))[:_MOST])


def _all_but_one(index: Index, units: tuple[Unit, ...]) -> Iterator[str]:
    """The names that meet all but one of the units."""
    for left_out in range(len(units)):
        rest = units[:left_out] + units[left_out + 1 :]
        ranked = rank(index, rest, (), frozenset(range(index.first_fact)))
        for one in sorted(ranked, key=lambda one: -one.score)[:2]:
            yield _label(index.records[one.number])


def _label(record: Record) -> str:
    if isinstance(record, Fact):
        return record.text
    return record.symbol or record.number if isinstance(record, Resolution) else record.name


def _spelt(index: Index, word: str) -> str | None:
    """A word as some record writes it; None for what is no word of the texts but only a way to look something up."""
    from unami_cli.lookup.marks import shown, written

    for field in (index.own, index.alias, index.role):
        for number in field.postings.get(word, ())[:1]:
            text = shown(index.records[number])
            for other, start, end in written(text):
                if other == word:
                    return text[start:end]
    return None
