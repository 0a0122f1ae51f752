"""What a table holds under each word: built once for a table, when the first query asks."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from math import log
from typing import TypeGuard

from unami_cli import register
from unami_cli.folding import words
from unami_cli.lookup.context import Context
from unami_cli.lookup.query import bare
from unami_cli.lookup.spelling import How, Vocabulary
from unami_cli.lookup.timeline import interval, stated
from unami_cli.model import Fact, Kind, Organization, Person, Record, Resolution
from unami_cli.patterns import pattern
from unami_cli.table import FactTable
from unami_cli.values import Value

Postings = dict[str, list[int]]
"""The numbers of the records that hold each word, rising."""


class Field(Value):
    """Where in a record a word stands, and what a match there is worth (0-1) and called."""

    postings: Postings
    quality: float
    how: How


def texts_words(text: str) -> tuple[str, ...]:
    """The words of a text as the index holds them."""
    return words(bare(text))


class Index:
    """The records of a table, numbered people, resolutions, organisations, facts; what each holds. Never changed.

    `texts` are the records' words with a blank around each, for phrases; `forms` the words of each way to name a
    record (none for facts); `own`, `alias`, `role` and `keys` say which records hold a word in their text or name, in
    another name of what they are about, in an office, and as a date or value.
    """

    def __init__(self, table: FactTable, resolutions: bool = False) -> None:
        if resolutions:
            self.records: tuple[Record, ...] = table.resolutions
            self.first_fact = len(self.records)
        else:
            self.records = (*table.people, *table.resolutions, *table.organizations, *table.facts)
            self.first_fact = len(self.records) - len(table.facts)
        self.context = Context(table, self.first_fact, self.called)
        self.texts: list[str] = []
        self.lengths: list[int] = []
        self.forms: list[tuple[tuple[str, ...], ...]] = []
        self.own, self.alias, self.role = (Field({}, q, how) for q, how in _FIELDS)
        self.keys = Field({}, 1.0, How.FOLDED)
        for number, record in enumerate(self.records[: self.first_fact]):
            self._add_named(number, record)
        named = {record.id: number for number, record in enumerate(self.records[: self.first_fact])}
        if resolutions:
            self._add_register()
            return
        for number, fact in enumerate(table.facts, self.first_fact):
            self._add_fact(number, fact, named)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Where a word is looked for, the weakest first."""
        return self.role, self.keys, self.alias, self.own

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Every word that a query can be corrected to."""
        counts: dict[str, int] = {}
        for field in (self.own, self.alias, self.role):
            for word, numbers in field.postings.items():
                counts[word] = counts.get(word, 0) + len(numbers)
        people = (forms for forms, record in zip(self.forms, self.records, strict=False) if isinstance(record, Person))
        return Vocabulary(counts, {word for forms in people for word in _with_joins(forms)})

    @cached_property
    def brevity(self) -> list[float]:
        """For each record the length part of BM25 (b 0.75, k1 1.2, each word once), 0-1: higher for shorter ones."""
        facts = self.lengths[self.first_fact :]
        mean = (sum(facts) / len(facts) if facts else 1.0) or 1.0
        return [1 / (1 + 1.2 * (0.25 + 0.75 * length / mean)) for length in self.lengths]

    @cached_property
    def days(self) -> list[tuple[tuple[str, str], ...]]:
        """For each record the ISO days, first and last, that its dates (a resolution's year) cover."""
        return [tuple(filter(None, map(stated, _dated(record)))) for record in self.records]

    @cached_property
    def speakers(self) -> dict[str, list[int]]:
        """Who is quoted, as the facts name them, and in which facts."""
        found: dict[str, list[int]] = {}
        for number, record in enumerate(self.records[self.first_fact :], self.first_fact):
            for quote in record.quotes if isinstance(record, Fact) else ():
                if quote.speaker:
                    found.setdefault(quote.speaker, []).append(number)
        return found

    @cached_property
    def spoken(self) -> Vocabulary:
        """The words of the names of those who are quoted: what by: can be corrected to."""
        counts = {word: 1 for speaker in self.speakers for word in self.context.names_of(speaker)}
        return Vocabulary(counts, counts)

    def called(self, name: str) -> frozenset[str]:
        """Every word of the names of whoever bears this one."""
        mine = texts_words(name)
        same = [forms for forms in self.forms if mine in forms]
        return frozenset(_with_joins((mine, *(form for forms in same for form in forms))))

    @cached_property
    def initialled(self) -> dict[str, tuple[str, ...]]:
        """The names of three words and more in the sentences, little ones aside, by their first letters."""
        found: dict[str, tuple[str, ...]] = {}
        for record in self.records[self.first_fact :]:
            for run in _CAPITALS.finditer(record.text if isinstance(record, Fact) else ""):
                every = texts_words(run.group())
                while every and every[0] in _JOINING:
                    every = every[1:]
                letters = "".join(word[0] for word in every if word not in _JOINING)
                found.setdefault(letters, every)
        return found

    def weight(self, count: int) -> float:
        """What a word that `count` records hold tells (BM25's inverse document frequency, above 0)."""
        every = len(self.records)
        return log(1 + (every - count + 0.5) / (count + 0.5)) if count < every else log(1 + 0.5 / (every + 0.5))

    def kind(self, number: int) -> Kind:
        """The kind of the record of that number."""
        return kind_of(self.records[number])

    def _add_named(self, number: int, record: Record) -> None:
        forms, aliases, roles = _naming(record)
        self.forms.append(forms)
        self._post(self.own, number, _with_joins(forms[:1]))
        self._post(self.alias, number, _with_joins((*forms[1:], *aliases)))
        self._post(self.role, number, {word for role in roles for word in role})
        self._text(" | ".join(" ".join(form) for form in (*forms, *aliases, *roles)), len(forms[0]))

    def _add_register(self) -> None:
        """What the register says that the resolutions are about."""
        for number, record in enumerate(self.records):
            entry = register.entry(int(record.number)) if _registered(record) else None
            if entry is not None:
                self._post(self.role, number, set(texts_words(entry.effect)))
                self.texts[number] += f"| {' '.join(texts_words(entry.effect))} "

    def _add_fact(self, number: int, fact: Fact, named: dict[str, int]) -> None:
        stated = texts_words(fact.text)
        own = set(stated)
        about = [named[id] for id in (*fact.people, *fact.resolutions, *fact.organizations) if id in named]
        others: set[str] = set()
        for other in about:
            forms, aliases, _ = _naming(self.records[other])
            others |= _with_joins((*forms, *aliases))
        self._post(self.own, number, own)
        self._post(self.alias, number, others - own)
        self._post(self.keys, number, set(fact_keys(fact)))
        self._text(" ".join(stated), len(stated))

    def _post(self, field: Field, number: int, every: Iterable[str]) -> None:
        postings = field.postings
        for word in every:
            if word in postings:
                postings[word].append(number)
            else:
                postings[word] = [number]

    def _text(self, text: str, length: int) -> None:
        self.texts.append(f" {text} ")
        self.lengths.append(length)


_CAPITALS = pattern(r"\b[A-Z][\w’'-]*(?:[ -](?:(?:of|and|for|the|on|in|to|&)[ ]){0,2}[A-Z][\w’'-]*){2,11}")
_JOINING = frozenset(("of", "and", "for", "the", "on", "in", "to"))
_FIELDS = ((1.0, How.EXACT), (0.95, How.ALIAS), (0.9, How.EXACT))
_indexes: dict[tuple[int, bool], tuple[weakref.ref[FactTable], Index]] = {}


def index_of(table: FactTable, resolutions: bool = False) -> Index:
    """The index of a table, built at the first call and kept as long as the table lives.

    With `resolutions` it is that of the resolutions alone, which are then also found by what the register says they
    are about. Tables are told apart by identity: comparing two by value would read all their records.
    """
    key = (id(table), resolutions)
    if key not in _indexes or _indexes[key][0]() is not table:
        _indexes[key] = (weakref.ref(table, lambda _: _indexes.pop(key, None)), Index(table, resolutions))
    return _indexes[key][1]


def _registered(record: Record) -> TypeGuard[Resolution]:
    """Whether the register of the Security Council's resolutions may know it."""
    council = isinstance(record, Resolution) and record.body in (None, "Security Council")
    return council and isinstance(record, Resolution) and record.number.isdecimal()


def kind_of(record: Record) -> Kind:
    """What a record is."""
    if isinstance(record, Person):
        return Kind.PERSON
    if isinstance(record, Resolution):
        return Kind.RESOLUTION
    return Kind.ORGANIZATION if isinstance(record, Organization) else Kind.FACT


def date_keys(resolved: str) -> Iterator[str]:
    """The keys under which a date is found: its day, its month, its day in any year, at either end of a stretch."""
    for point in resolved.split("/"):
        day = point.rstrip("~?%")
        if interval(day) is None and not day.startswith("XXXX-"):
            continue
        if len(day) == 10 and "X" not in day[4:]:
            yield f"date:{day[4:]}"
            if "X" not in day:
                yield f"date:{day}"
        if "X" not in day[:7] and len(day) >= 7:
            yield f"date:{day[:7]}"
        if "X" not in day[:4]:
            yield f"date:{day[:4]}"


def _dated(record: Record) -> tuple[str, ...]:
    if isinstance(record, Fact):
        return tuple(date.resolved for date in record.dates)
    return (f"{record.year:04}",) if isinstance(record, Resolution) and record.year else ()


def value_key(value: float) -> str:
    """The key under which a figure is found, however it is written."""
    return f"value:{value:.12g}"


def fact_keys(fact: Fact) -> Iterator[str]:
    """The keys of every date and figure of a fact."""
    for date in fact.dates:
        yield from date_keys(date.resolved)
    for figure in fact.figures:
        yield value_key(figure.value)


Forms = tuple[tuple[str, ...], ...]


def _naming(record: Record) -> tuple[Forms, Forms, Forms]:
    """The words of the ways to name a record (the fullest first), of lesser handles on it, and of its offices."""
    if isinstance(record, Person):
        return _forms(record.name, *record.aliases), (), _forms(*(role.text for role in record.roles))
    if isinstance(record, Organization):
        forms = _forms(record.name, *record.aliases)
        capitals = "".join(word[0] for word in record.name.split() if word[0].isupper())
        return forms, ((capitals.lower(),),) if len(capitals) > 2 else (), ()
    if isinstance(record, Resolution):
        body = texts_words(record.body or "")
        year = (str(record.year),) if record.year else ()
        organ = "".join(word[0] for word in body)
        handles = ("resolutions", "res", "un", "united", "nations", f"{organ}r", f"un{organ}", f"un{organ}r")
        number = texts_words(record.number)
        return ((*body, "resolution", *number),), (texts_words(record.symbol or "") + year + handles,), ()
    return (), (), ()


def _forms(*names: str) -> Forms:
    return tuple(texts_words(name) for name in names)


def _with_joins(forms: Forms) -> set[str]:
    """The words of the forms, and each two neighbours as one: "dicarlo" for "Di Carlo"."""
    joined = {first + second for form in forms for first, second in pairwise(form)}
    return joined | {word for form in forms for word in form}
