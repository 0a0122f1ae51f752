"""Where in an article the words stand that a query met, and how they are written there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from unami_cli.lookup.discourse import Discourse
from unami_cli.lookup.index import date_keys, texts_words, value_key
from unami_cli.model import Fact, Mention, Person, Record, Resolution
from unami_cli.patterns import pattern
from unami_cli.values import Value

Run = tuple[str, ...]
"""Words that stand side by side, or the key of a date or a figure."""
_RAW = pattern(r"[^\W_](?:[^\W_]|[\u0300-\u036f'’‘ʼ`´ʻʿʾ′.]|,(?=\d))*")


class Match(Value):
    """Characters of an article that a query met: 0-based code points, end exclusive; `article` is its id."""

    start: int
    end: int
    article: str


def written(text: str) -> Iterator[tuple[str, int, int]]:
    """The compared words of a text, each with where its letters stand in it.

    >>> list(written("Shia’ Al-Sudani’s"))
    [('shia', 0, 4), ('al', 6, 8), ('sudani', 9, 15)]
    """
    for found in _RAW.finditer(text):
        raw = found.group()
        if raw.isascii() and raw.isalnum():
            yield raw.lower(), found.start(), found.end()
            continue
        raw = raw.rstrip("'’‘ʼ`´ʻʿʾ′.")
        every = texts_words(raw)
        end = found.start() + len(raw)
        if raw[-1] in "sS" and raw[-2:-1] in tuple("'’ʼ"):
            end -= 2
        for word in every:
            yield word, found.start(), end


@lru_cache(maxsize=256)
def _written(text: str) -> tuple[tuple[str, int, int], ...]:
    """The same as a tuple, kept for the texts of late: each is marked several times."""
    return tuple(written(text))


def as_written(record: Record, word: str, *, parted: bool = False) -> str | None:
    """A compared word as a record writes it, also as two words where it may be `parted`; None for what it lacks."""
    text = shown(record)
    every = _written(text)
    halves = (((a + b), start, end) for (a, start, _), (b, _, end) in pairwise(every)) if parted else ()
    last = [(start, end) for joined, start, end in halves if joined == word][-1:]
    return next((text[start:end] for start, end in (*((s, e) for w, s, e in every if w == word), *last)), None)


def matches(discourse: Discourse, record: Record, runs: Iterable[Run]) -> tuple[Match, ...]:
    """The characters of the record that the runs meet, in reading order: in a fact's sentence, or in the mentions."""
    told = tuple(runs)
    if isinstance(record, Fact):
        keys = {run[0] for run in told if ":" in run[0]}
        found = _outermost({*_spans(record.text, told), *_keyed(record, keys)})
        return tuple([Match(record.start + start, record.start + end, record.article) for start, end in found])
    every: list[Mention] = [*record.mentions]
    if isinstance(record, Person):
        every += [mention for role in record.roles for mention in role.mentions]
    return tuple(
        [
            Match(mention.start + start, mention.start + end, mention.article)
            for mention in every
            for start, end in _spans(discourse.text_at(mention.article, mention.start, mention.end), told)
        ]
    )


def shown(record: Record) -> str:
    """What a record says of itself, in the words that are shown."""
    if isinstance(record, Fact):
        return record.text
    if isinstance(record, Resolution):
        return f"{record.body} Resolution {record.number} {record.symbol} {record.year}"
    roles = (role.text for role in record.roles) if isinstance(record, Person) else ()
    return " ".join((record.name, *record.aliases, *roles))


def _spans(text: str, runs: Sequence[Run]) -> list[tuple[int, int]]:
    every = _written(text)
    single = {run[0] for run in runs if len(run) == 1}
    found = {(start, end) for word, start, end in every if word in single}
    for (first, start, _), (second, _, end) in pairwise(every):
        if first + second in single:
            found.add((start, end))
    for run in runs:
        for at in range(len(every) - len(run) + 1) if len(run) > 1 else ():
            stretch = every[at : at + len(run)]
            if tuple([word for word, _, _ in stretch]) == run:
                found |= {(start, end) for _, start, end in stretch}
    return _outermost(found)


def _outermost(spans: Set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in reading order, those within another left out."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept


def _keyed(fact: Fact, keys: Set[str]) -> Iterator[tuple[int, int]]:
    if not keys:
        return
    for date in fact.dates:
        if not keys.isdisjoint(date_keys(date.resolved)):
            yield date.start - fact.start, date.end - fact.start
    for figure in fact.figures:
        if value_key(figure.value) in keys:
            yield figure.start - fact.start, figure.end - fact.start
