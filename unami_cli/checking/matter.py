"""What a statement speaks of, matched with an index: its words as units, its names, and whom they mean in the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from unami_cli import lexicon
from unami_cli.checking.agreement import matters_with, opposites
from unami_cli.checking.statement import LIGHT, Claim
from unami_cli.extract.scene import class_of
from unami_cli.folding import name_words
from unami_cli.lexicon import MONTH_NUMBERS
from unami_cli.lookup.clauses import DETERMINERS, PREPOSITIONS, Token
from unami_cli.lookup.correction import How, Option
from unami_cli.lookup.index import Index, texts_words
from unami_cli.lookup.interpretation import Reader, Unit
from unami_cli.lookup.ranking import Met, met
from unami_cli.lookup.wordforms import BEING, JOINING, SYNONYM, is_verb
from unami_cli.model import Fact, Organization, Person
from unami_cli.table import FactTable
from unami_cli.values import Value, replace

_PLACING = PREPOSITIONS - frozenset("by against with for as about over under among during".split())
"""What leads to where something is."""
_LONGEST = 4  # words of the name of a country


def nation(name: str) -> str | None:
    """The country that a folded name or people is.

    >>> nation("dutch"), nation("united states"), nation("us"), nation("basra")
    ('Netherlands', 'United States', 'United States', None)
    """
    if name == "us":
        return "United States"
    return lexicon.words("countries").get(name) or lexicon.words("peoples").get(name)


def capital_of(name: str) -> str | None:
    """The country whose capital has this folded name."""
    return lexicon.words("capitals").get(name)


def nations_in(tokens: Sequence[Token], text: str) -> dict[str, list[int]]:
    """The countries that the words of a text name, each with where their names and peoples stand."""
    found: dict[str, list[int]] = {}
    for country, places in _named(tokens, text):
        found.setdefault(country, []).extend(places)
    return found


def _named(tokens: Sequence[Token], text: str) -> Iterator[tuple[str, range]]:
    words, known = [token.word for token in tokens], lexicon.words("countries")
    for at, token in enumerate(tokens):
        said = text[token.start : token.end]
        if not said[:1].isupper() or (token.word == "us" and not said.isupper()):
            continue
        sizes = range(_LONGEST, 0, -1) if known.leads(token.word) else (1,)
        for size in (size for size in sizes if at + size <= len(words)):
            if country := nation(" ".join(words[at : at + size])):
                yield country, range(at, at + size)
                break


SURE = (How.EXACT, How.FOLDED, How.ALIAS, How.CORRECTED)
_OF_ONE = frozenset("+exist -exist +go -go +lead +win +kill +write +mark +office -office +sign".split())
"""Deeds that two people rarely do."""
_HEAD = 3  # sentences that say what an article is about
NAMED, QUOTED, WORD = "name", "quote", "word"


class Part(Value):
    """One thing that the claim says: its kind, its units by number, its words, where it begins, what leads to it."""

    kind: str
    units: tuple[int, ...]
    text: str
    start: int
    mark: str


def _spelt_out(unit: Unit) -> Unit:
    """The unit; "US" in capitals, which in small letters is another word, with the name that it stands for."""
    if unit.terms[0].typed not in ("US", "U.S", "U.S."):
        return unit
    return replace(unit, options=(*unit.options, Option(("united", "states"), 0.9, How.ALIAS)))


def _itself(unit: Unit) -> Unit:
    """The unit; of a word that says too little only its own forms: "place" in "took place" is no "set"."""
    if unit.terms[-1].word not in LIGHT:
        return unit
    return replace(unit, options=tuple([option for option in unit.options if option.quality > SYNONYM]))


class Matter:
    """One claim against an index: its units, the records that meet each, its parts, and the bearers of its names."""

    def __init__(self, table: FactTable, index: Index, claim: Claim, exact: bool) -> None:
        self.table, self.index, self.claim = table, index, claim
        units = Reader(index, exact, loose=True).units(claim.terms, typing=False) if claim.terms else ()
        self.units = tuple([_itself(_spelt_out(unit)) for unit in units])
        self.tables: list[Met] = [met(index, unit) for unit in self.units]
        self.sides = [self._sides(unit) for unit in self.units]
        self.nations = [nation(" ".join([term.word for term in unit.terms])) for unit in self.units]
        self._bearers: dict[Part, set[str]] = {}
        self.parts = tuple(self._parts())
        self.naming = frozenset(at for part in self.parts if part.kind == NAMED for at in part.units)

    def is_verb(self, at: int) -> bool:
        """Whether the unit of that number ends in a verb."""
        word = self.units[at].terms[-1].word
        return is_verb(word) or (word.endswith("ed") and word in self._done_to)

    @cached_property
    def _done_to(self) -> frozenset[str]:
        """The words right after a form of "be": "was murdered"."""
        return frozenset(after.word for token, after in pairwise(self.claim.tokens) if token.word in BEING)

    def _sides(self, unit: Unit) -> frozenset[str]:
        """The deeds that a unit tells of, with the particle that follows a verb in the claim: "carried out"."""
        word, known = " ".join([term.word for term in unit.terms]), lexicon.words("deeds")
        words = [token.word for token in self.claim.tokens]
        behind = next((b for a, b in pairwise(words) if a == word), "")
        if word in known and f"{word} {behind}" not in known:
            return frozenset((known.get(word) or "").split())
        return matters_with(word, behind)

    def against(self, unit: int) -> frozenset[str]:
        """The sides of the deeds that are the opposite of what a unit tells of; who denies still speaks."""
        return opposites(self.sides[unit]) - {"+say", "-say"}

    def _parts(self) -> Iterator[Part]:
        """The units, names of several words as one."""
        places, at, kept = [], 0, self.claim.kept
        for unit in self.units:
            while at < len(kept) and self.claim.terms[at] is not unit.terms[0]:
                at += 1
            places.append((kept[at].start, kept[min(at + len(unit.terms), len(kept)) - 1].end, kept[at].mark))
            at += len(unit.terms)
        run: list[int] = []
        for number, (start, end, mark) in enumerate(places):
            name = self._is_name(number, start)
            if run and (not name or self._parted(places[run[-1]][1], start)):
                yield self._named(run, places)
                run = []
            if name:
                run.append(number)
            else:
                quoted = any(a <= start and end <= b for a, b in self.claim.quotes)
                yield Part(QUOTED if quoted else WORD, (number,), self.claim.text[start:end], start, mark)
        if run:
            yield self._named(run, places)

    def _named(self, run: list[int], places: Sequence[tuple[int, int, str]]) -> Part:
        start, end = places[run[0]][0], places[run[-1]][1]
        return Part(NAMED, tuple(run), self.claim.text[start:end], start, places[run[0]][2])

    def _parted(self, end: int, start: int) -> bool:
        """Whether two words of the claim do not stand side by side in one name."""
        between = self.claim.text[end:start].strip(" -’'").lower()
        return between not in ("", "al", "of", "de", "bin", "al-", ".", "s")

    def _is_name(self, number: int, start: int) -> bool:
        unit = self.units[number]
        typed, word = unit.terms[0].typed, unit.terms[0].word
        if self.claim.names_body(start):
            return True
        sure = (n for n, grade in self.tables[number].items() if n < self.index.first_fact and grade.how in SURE)
        met = [self.index.records[n] for n in sure]
        if typed[:1].isupper() and any(isinstance(one, Person) and word in name_words(one.name) for one in met):
            return True
        place = word in lexicon.words("places")
        if self._in_office(word) or (self.claim.names_office(start) and not place):
            return False
        if word in lexicon.words("demonyms") or word in MONTH_NUMBERS:
            return self.claim.names(start)
        ordinary = word in lexicon.words("english") and not (typed.isupper() and len(typed) > 1)
        if self.claim.names(start) or (typed[:1].isupper() and (start > 0 or not ordinary)):
            return True
        return bool(met) and (not ordinary or typed[:1].isupper())

    def _in_office(self, word: str) -> bool:
        """Whether the word belongs to the name of an office: "Prime" before "Minister"."""
        words = [token.word for token in self.claim.tokens]
        at = words.index(word) if word in words else -1
        pairs = [" ".join(words[i : i + 2]) for i in (at - 1, at) if i >= 0]
        known = lexicon.words("occupations")
        return at >= 0 and (class_of(word) is not None or any(pair in known for pair in pairs))

    @cached_property
    def topic(self) -> str:
        """The id of the body that the texts are most about."""
        count: dict[str, int] = {}
        for fact in self.table.facts:
            for id in fact.organizations:
                count[id] = count.get(id, 0) + 1 + (fact.paragraph == 0)
        return max(count, key=lambda id: count[id], default="")

    @cached_property
    def claimed(self) -> set[str]:
        """The ids of all whom the claim names."""
        return {id for part in self.parts if part.kind == NAMED for id in self.bearers(part)}

    @cached_property
    def deed(self) -> Part | None:
        """What the claim says that is done: its first verb not after a "to"."""
        return next((part for part in self.verbs if part.mark != "to"), None)

    @cached_property
    def deed_at(self) -> int:
        """Which word of the claim its deed is, by number; 0 where it has none."""
        starts = enumerate(self.claim.tokens) if self.deed else ()
        return next((at for at, token in starts if self.deed and token.start == self.deed.start), 0)

    @cached_property
    def verbs(self) -> tuple[Part, ...]:
        """The verbs of the claim."""
        nouns = {b.start for a, b in pairwise(self.claim.tokens) if a.word in DETERMINERS}
        words = (part for part in self.parts if part.kind == WORD and part.start not in nouns)
        return tuple([part for part in words if self.is_verb(part.units[0])])

    @cached_property
    def exclusive(self) -> bool:
        """Whether the claim tells of something that two rarely do: of words that one said, of a founder or a head."""
        said = any(token.word in lexicon.words("speech_verbs") for token in self.claim.tokens)
        return said or bool(self.claim.quotes) or any(not sides.isdisjoint(_OF_ONE) for sides in self.sides)

    def bearers(self, part: Part) -> set[str]:
        """The ids of the people and bodies that bear a name."""
        if part not in self._bearers:
            self._bearers[part] = self._found_bearers(part)
        return self._bearers[part]

    def _found_bearers(self, part: Part) -> set[str]:
        first, forms = self.index.first_fact, self.index.forms
        each = [
            {
                self.index.records[n].id
                for n, grade in self.tables[at].items()
                if n < first and any(set(grade.option.words) <= set(form) for form in forms(n))
            }
            for at in part.units
        ]
        found = set.intersection(*each) if each else set()
        return {id for id in found if id[0] == "p" or self._calls_all_of(part, id)}

    def _calls_all_of(self, part: Part, id: str) -> bool:
        """Whether the words of a name are all of some name of a body, not a part of a longer one."""
        said = {w for at in part.units for option in self.units[at].options for w in option.words}
        one = self.table.record(id)
        names = (one.name, *one.aliases) if isinstance(one, Organization) else ()
        return any(set(texts_words(name)) - JOINING <= said for name in names)

    def nouns(self, ids: Iterable[str]) -> set[str]:
        """The nouns of the names of bodies, by which they are called again: "the mission"."""
        heads, bodies = lexicon.words("organization_heads"), [self.table.record(id) for id in ids]
        names = [name for one in bodies if isinstance(one, Organization) for name in (one.name, *one.aliases)]
        return {word for name in names for word in texts_words(name) if word in heads}

    def people(self, part: Part) -> list[Person]:
        """The people of the texts who bear a name."""
        found = (self.table.record(id) for id in sorted(self.bearers(part), key=lambda id: (len(id), id)))
        return [one for one in found if isinstance(one, Person)]

    def words(self, part: Part) -> list[str]:
        """The words of a part as they are compared."""
        return [term.word for at in part.units for term in self.units[at].terms]

    def kind(self, part: Part) -> str:
        """What a name is a slot of: a place after a preposition, else whoever is meant."""
        words, known = self.words(part), lexicon.words("places")
        place = " ".join(words) in known or any(word in known for word in words)
        named = self.claim.names(part.start) or self.bearers(part)
        return "where" if place and part.mark in _PLACING and not named else "who"

    def at_head(self, part: Part, fact: Fact) -> bool:
        """Whether the headline or the first sentences of the article hold the name: all of it is about that."""
        numbers = self.index.discourse.first_of(fact.article, _HEAD)
        return any(all(number in self.tables[at] for at in part.units) for number in numbers)

    def weight(self, at: int) -> float:
        """What a unit tells: more where fewer records hold it, nothing for a word that says too little."""
        if self.units[at].terms[0].word in LIGHT:
            return 0.0
        return min(self.index.weight(len(self.tables[at])), self.index.weight(1))
