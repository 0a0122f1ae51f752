"""What a table holds under each word, and where in a record the words stand that a query met.

The index is made as far as the queries reach, and kept as long as the table lives.
"""

from __future__ import annotations

import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from math import log
from string import punctuation

from unami_cli import register
from unami_cli.folding import initials, words
from unami_cli.lookup.correction import How, Vocabulary
from unami_cli.lookup.discourse import Discourse
from unami_cli.lookup.query import bare
from unami_cli.lookup.timeline import interval, stated
from unami_cli.lookup.wordforms import JOINING
from unami_cli.model import Fact, Match, Mention, Organization, Person, Record, Resolution
from unami_cli.patterns import pattern
from unami_cli.table import FactTable

Forms = tuple[tuple[str, ...], ...]
Naming = tuple[Forms, Forms, Forms]
"""The words of the ways to name a record (the fullest first), of lesser handles on it, and of its offices."""
Run = tuple[str, ...]
"""Words that stand side by side, or the key of a date or a figure."""
_RAW = pattern(r"[^\W_](?:[^\W_]|[\u0300-\u036f'’‘ʼ`´ʻʿʾ′.]|,(?=\d))*")


def texts_words(text: str) -> tuple[str, ...]:
    """The words of a text as the index holds them."""
    return words(bare(text))


class _Folded(dict[str, str]):
    """What stands between two blanks of a text, with its words as the index holds them, a blank before each."""

    def __missing__(self, piece: str) -> str:
        core = piece.strip(_AROUND)
        told = core.lower() if core.isascii() and core.isalnum() else " ".join(texts_words(piece))
        self[piece] = folded = told and f" {told}"
        return folded

    def text(self, text: str) -> str:
        """The words of a text with a blank around each: what phrases are looked for in."""
        return "".join(map(self.__getitem__, text.split())) + " "


_AROUND = punctuation.replace("_", "") + "“”‘’–—…"
"""Signs that separate words; `_` is like a letter to regular expressions, and may separate "'s" from its word."""


class Field:
    """Where in a record a word stands, and what a match there is worth (0-1) and called.

    `holding` gives the numbers of the records that hold a word there, rising.
    """

    def __init__(self, quality: float, how: How, holding: Callable[[str], Sequence[int]]) -> None:
        self.quality, self.how, self.holding = quality, how, cache(holding)


class Index:
    """The records of a table, numbered people, resolutions, organisations, facts; what each holds.

    `own`, `alias`, `role` and `keys` say which records hold a word in their text or name, in another name of what they
    are about, in an office, and as a date or value. Nothing is made before a query needs it.
    """

    def __init__(self, table: FactTable, resolutions: bool = False) -> None:
        people, organizations = ((), ()) if resolutions else (table.people, table.organizations)
        named: tuple[Record, ...] = (*people, *table.resolutions, *organizations)
        self.first_fact = len(named)
        self.facts: tuple[Fact, ...] = () if resolutions else table.facts
        self.records: tuple[Record, ...] = (*named, *self.facts)
        self.discourse = Discourse(table, self.first_fact, self.called)
        self.own = Field(1.0, How.EXACT, self._with_own)
        self.alias = Field(0.95, How.ALIAS, self._with_alias)
        self.role = Field(0.9, How.EXACT, lambda word: self._posted[2].get(word, ()))
        self.keys = Field(1.0, How.FOLDED, lambda key: self._keyed.get(key, ()) if ":" in key else ())
        self.fields = (self.role, self.keys, self.alias, self.own)
        """Where a word is looked for, the weakest first."""
        self.text = cache(self._text)
        self.weight = cache(self._weight)
        self._registered = resolutions
        self._folded = _Folded()

    def holding(self, field: Field, run: tuple[str, ...]) -> Sequence[int]:
        """The numbers of the records that hold these words side by side in one field."""
        if len(run) == 1:
            return field.holding(run[0])
        every = [field.holding(word) for word in run]
        return self._side_by_side(run, every) if all(every) else ()

    def neighbours(self, run: tuple[str, ...]) -> Sequence[int]:
        """The numbers of the records in which these words stand side by side, wherever that is."""
        return self._side_by_side(run, [{n for field in self.fields for n in field.holding(word)} for word in run])

    def _side_by_side(self, run: tuple[str, ...], every: Sequence[Sequence[int] | set[int]]) -> Sequence[int]:
        first, *rest = sorted(every, key=len)
        phrase = f" {' '.join(run)} "
        return [number for number in set(first).intersection(*rest) if phrase in self.text(number)]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Every word that a query can be corrected to."""
        own, alias, role = self._posted
        every = dict.fromkeys((*own, *self._spelt, *alias, *role))
        people = (forms for forms, record in zip(self._forms, self.records, strict=False) if isinstance(record, Person))
        return Vocabulary(every, {word for forms in people for word in _with_joins(forms)}, self.count)

    def count(self, word: str) -> int:
        """How often records hold a word, in any field."""
        return sum(len(field.holding(word)) for field in (self.own, self.alias, self.role))

    def brevity(self, number: int) -> float:
        """The length part of BM25 (b 0.75, k1 1.2, each word once) of a fact, 0-1: higher for shorter ones."""
        return 1 / (1 + 1.2 * (0.25 + 0.75 * (self.text(number).count(" ") - 1) / self._mean_length))

    @cached_property
    def _mean_length(self) -> float:
        every = sum(self._folded[piece].count(" ") * len(numbers) for piece, numbers in self._pieces.items())
        return every / max(len(self.facts), 1) or 1.0

    def days(self, number: int) -> Iterator[tuple[str, str]]:
        """The ISO days, first and last, that the dates of a record (a resolution's year) cover."""
        return filter(None, map(_days_stated, _dated(self.records[number])))

    @cached_property
    def speakers(self) -> dict[str, list[int]]:
        """Who is quoted, as the facts name them, and in which facts."""
        found: dict[str, list[int]] = {}
        for number, fact in enumerate(self.facts, self.first_fact):
            for quote in fact.quotes:
                if quote.speaker:
                    found.setdefault(quote.speaker, []).append(number)
        return found

    @cached_property
    def spoken(self) -> Vocabulary:
        """The words of the names of those who are quoted: what by: can be corrected to."""
        every = {word: None for speaker in self.speakers for word in self.discourse.names_of(speaker)}
        return Vocabulary(every, every, lambda word: 1)

    def called(self, name: str) -> frozenset[str]:
        """Every word of the names of whoever bears this one."""
        mine = texts_words(name)
        same = [self._forms[number] for number in self._bearers.get(mine, ())]
        return frozenset(_with_joins((mine, *(form for forms in same for form in forms))))

    @cached_property
    def initialled(self) -> dict[str, tuple[str, ...]]:
        """The names of three words and more in the sentences, little ones aside, by their first letters."""
        found: dict[str, tuple[str, ...]] = {}
        for run in dict.fromkeys(_CAPITALS.findall("\n".join([fact.text for fact in self.facts]))):
            every = texts_words(run)
            while every and every[0] in JOINING:
                every = every[1:]
            found.setdefault("".join([word[0] for word in every if word not in JOINING]), every)
        return found

    def forms(self, number: int) -> Forms:
        """The words of each way to name a record (none for facts)."""
        return self._forms[number] if number < self.first_fact else ()

    def _weight(self, count: int) -> float:
        """What a word that `count` records hold tells (BM25's inverse document frequency, above 0)."""
        every = len(self.records)
        return log(1 + (every - count + 0.5) / (count + 0.5)) if count < every else log(1 + 0.5 / (every + 0.5))

    # ---- the facts -------------------------------------------------------------------------------------------------

    @cached_property
    def _pieces(self) -> dict[str, list[int]]:
        """What stands between two blanks of the facts, and in which of them, again for each time that it does.

        Not the words: it is quicker to read each distinct piece once than each sentence.
        """
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, fact in enumerate(self.facts, self.first_fact):
            for piece in fact.text.split():
                found[piece].append(number)
        return found

    @cached_property
    def _spelt(self) -> dict[str, list[str]]:
        """The words of the facts, in the order in which they come, each with the pieces that hold it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        folded = self._folded
        for piece in self._pieces:
            for word in folded[piece].split():
                found[word].append(piece)
        return found

    @cached_property
    def _about(self) -> dict[str, list[int]]:
        """The facts that are about each named record, by its id."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, fact in enumerate(self.facts, self.first_fact):
            for id in (*fact.people, *fact.resolutions, *fact.organizations):
                found[id].append(number)
        return found

    @cached_property
    def _keyed(self) -> dict[str, list[int]]:
        """The facts by the keys of their dates and figures."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, fact in enumerate(self.facts, self.first_fact):
            if fact.dates or fact.figures:
                for key in {key for date in fact.dates for key in date_keys(date.resolved)}:
                    found[key].append(number)
                for key in {value_key(figure.value) for figure in fact.figures}:
                    found[key].append(number)
        return found

    def _with_own(self, word: str) -> Sequence[int]:
        numbers = {number for piece in self._spelt.get(word, ()) for number in self._pieces[piece]}
        return [*self._posted[0].get(word, ()), *sorted(numbers)]

    def _with_alias(self, word: str) -> Sequence[int]:
        """The records that bear the word as another name, and the facts that are about a bearer but lack the word."""
        own, alias = (posted.get(word, ()) for posted in self._posted[:2])
        about = {number for bearer in (*own, *alias) for number in self._about.get(self.records[bearer].id, ())}
        return [*alias, *sorted(about.difference(self.own.holding(word)))] if about else alias

    # ---- people, bodies and resolutions ----------------------------------------------------------------------------

    @cached_property
    def _named(self) -> list[Naming]:
        return [self._naming(record) for record in self.records[: self.first_fact]]

    @cached_property
    def _forms(self) -> list[Forms]:
        return [forms for forms, _, _ in self._named]

    @cached_property
    def _bearers(self) -> dict[tuple[str, ...], list[int]]:
        """The named records by each of their forms."""
        found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, forms in enumerate(self._forms):
            for form in set(forms):
                found[form].append(number)
        return found

    @cached_property
    def _posted(self) -> tuple[dict[str, list[int]], dict[str, list[int]], dict[str, list[int]]]:
        """The named records by the words of their fullest form, of the others, and of their offices."""
        names, others, offices = (defaultdict[str, list[int]](list) for _ in range(3))
        for number, (forms, aliases, roles) in enumerate(self._named):
            for word in _with_joins(forms[:1]):
                names[word].append(number)
            for word in _with_joins((*forms[1:], *aliases)):
                others[word].append(number)
            for word in {word for role in roles for word in role}:
                offices[word].append(number)
        return names, others, offices

    def _text(self, number: int) -> str:
        """The words of a record with a blank around each, for phrases."""
        if number >= self.first_fact:
            return self._folded.text(self.facts[number - self.first_fact].text)
        forms, aliases, roles = self._named[number]
        return f" {' | '.join([' '.join(form) for form in (*forms, *aliases, *roles)])} "

    def _words(self, *texts: str) -> Forms:
        return tuple([tuple(self._folded.text(text).split()) for text in texts])

    def _naming(self, record: Record) -> Naming:
        if isinstance(record, Person):
            return self._words(record.name, *record.aliases), (), self._words(*(role.text for role in record.roles))
        if isinstance(record, Organization):
            forms = self._words(record.name, *record.aliases)
            short = sorted(letters for letters in initials(record.name) if len(letters) > 2)
            return forms, tuple([(letters,) for letters in short]), ()
        if isinstance(record, Resolution):
            body = texts_words(record.body or "")
            year = (str(record.year),) if record.year else ()
            organ = "".join(word[0] for word in body)
            handles = ("resolutions", "res", "un", "united", "nations", f"{organ}r", f"un{organ}", f"un{organ}r")
            form = (*body, "resolution", *texts_words(record.number))
            return (form,), (texts_words(record.symbol or "") + year + handles,), self._effects(record)
        return (), (), ()

    def _effects(self, record: Resolution) -> Forms:
        """What the register of the Security Council's resolutions says that one is about, where it may know it."""
        entry = register.entry_of(record.body or register.COUNCIL, record.number) if self._registered else None
        return (texts_words(entry.effect),) if entry is not None else ()


_CAPITALS = pattern(
    r"[A-Z](?<!\w.)[\w’'-]*(?:[ -](?:(?:of|and|for|the|on|in|to|&)[ ]){0,2}[A-Z][\w’'-]*){2,11}"
)  # `(?<!\w.)` says `\b` where it is not in the way of looking for capitals alone
_indexes: dict[tuple[int, bool], tuple[weakref.ref[FactTable], Index]] = {}


def index_of(table: FactTable, resolutions: bool = False) -> Index:
    """The index of a table, begun at the first call and kept as long as the table lives.

    With `resolutions` it is that of the resolutions only, which are then also found by what the register says they
    are about. Tables are told apart by identity: comparing two by value would read all their records.
    """
    key = (id(table), resolutions)
    if key not in _indexes or _indexes[key][0]() is not table:
        _indexes[key] = (weakref.ref(table, lambda _: _indexes.pop(key, None)), Index(table, resolutions))
    return _indexes[key][1]


@lru_cache(maxsize=4096)
def date_keys(resolved: str) -> frozenset[str]:
    """The keys under which a date is found: its day, its month, its day in any year, at either end of a stretch."""
    found: set[str] = set()
    for point in resolved.split("/"):
        day = point.rstrip("~?%")
        if interval(day) is None and not day.startswith("XXXX-"):
            continue
        if len(day) == 10 and "X" not in day[4:]:
            found.add(f"date:{day[4:]}")
            if "X" not in day:
                found.add(f"date:{day}")
        if "X" not in day[:7] and len(day) >= 7:
            found.add(f"date:{day[:7]}")
        if "X" not in day[:4]:
            found.add(f"date:{day[:4]}")
    return frozenset(found)


_days_stated = lru_cache(maxsize=4096)(stated)


def _dated(record: Record) -> tuple[str, ...]:
    if isinstance(record, Fact):
        return tuple(date.resolved for date in record.dates)
    return (f"{record.year:04}",) if isinstance(record, Resolution) and record.year else ()


def value_key(value: float) -> str:
    """The key under which a figure is found, however it is written."""
    return f"value:{value:.12g}"


def _with_joins(forms: Forms) -> set[str]:
    """The words of the forms, and each two neighbours as one: "dicarlo" for "Di Carlo"."""
    joined = {first + second for form in forms for first, second in pairwise(form)}
    return joined | {word for form in forms for word in form}


# ---- where the words stand ------------------------------------------------------------------------------------------


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
