"""What one fact says about each thing that a claim says in words: its names, words and quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise, zip_longest

from unami_cli import lexicon
from unami_cli.checking.agreement import (
    matters,
    matters_with,
)
from unami_cli.checking.matter import NAMED, QUOTED, SURE, Matter, Part, capital_of, nation, nations_in
from unami_cli.checking.statement import LIGHT, akin, undoes
from unami_cli.extract.scene import class_of
from unami_cli.lexicon import ORDINAL_ENDINGS, ORDINALS
from unami_cli.lookup.clauses import LONGEST, Token, scopes, tokens_of
from unami_cli.lookup.correction import How
from unami_cli.lookup.index import as_written, texts_words
from unami_cli.lookup.wordforms import BEING, GRAMMAR, is_verb, stem
from unami_cli.model import Date, Fact, Organization, Person, Resolution
from unami_cli.outcomes import Correction, Slot, Verdict
from unami_cli.values import Value, replace

_BESIDE = 2  # words of one name are at most so far apart
_ACTING = ("", "verb", "by")
"""What leads to a name that does something, or to which something is done."""
_LONGEST_OFFICE = 3  # words of an office by which somebody is called
_BEFORE_NOUNS = frozenset("a an the for of this that its his her their last several".split())
_BEARING, _DYING = frozenset(("born", "birth")), frozenset("died dead death dies die".split())
_FOR_PEOPLE = frozenset("he she his her him".split())
_FOR_THINGS = frozenset("it its they them their this these those that we our us".split()) | _FOR_PEOPLE
_CONTESTS = frozenset(("+win", "-win"))
_COMPASS = frozenset("north south east west northeast northwest southeast southwest".split())
_POINTING = ("erly", "bound", "wards", "ward", "ern")
_OPPOSITE = (("north", "south"), ("south", "north"), ("east", "west"), ("west", "east"))
_FIRST_PERSON = frozenset("we our us ours i my".split())


class Held(Value):
    """A fact as a claim is checked against it: its number, its words, where each unit is met, and all places met.

    `scopes` are the clauses that tell what the claim says is done, each as the words that may be tied to it, `tied`
    the words of all of them.
    """

    number: int
    fact: Fact
    tokens: tuple[Token, ...]
    places: tuple[list[int] | None, ...]
    used: frozenset[int]
    nations: dict[str, list[int]]
    scopes: tuple[frozenset[int], ...]
    tied: frozenset[int]

    def said(self, at: int) -> str:
        """A word as the fact writes it."""
        return self.fact.text[self.tokens[at].start : self.tokens[at].end]

    def name_from(self, at: int) -> str:
        """A capitalised word and those that go on from it, as the fact writes them."""
        last = at
        while last + 1 < len(self.tokens) and self.said(last + 1)[:1].isupper() and not self.parted(last + 1):
            last += 1
        return self.fact.text[self.tokens[at].start : self.tokens[last].end]

    def where(self, part: Part) -> list[int]:
        """Where words of a part stand: of a name of several words only side by side, where they stand so at all."""
        met = [(at, i) for at in part.units for i in self.places[at] or ()]
        together = [i for at, i in met if any(other != at and 0 < abs(i - j) <= _BESIDE for other, j in met)]
        return together or [i for _, i in met]

    def far(self, one: int, other: int) -> int:
        """How many words two words are apart, more where marks part them."""
        first, last = sorted((one, other))
        ends = [self.tokens[min(i, len(self.tokens) - 1)] for i in (first, last)]
        between = self.fact.text[ends[0].end : ends[1].start]
        return last - first + 6 * sum(between.count(sign) for sign in ";,–—(")

    def far_from_all(self, at: int) -> int:
        """How far a word is from what is met of each unit, in words, all together."""
        return sum(min(self.far(at, place) for place in places) for places in self.places if places)

    def parted(self, at: int) -> bool:
        """Whether a mark stands before a word."""
        between = self.fact.text[self.tokens[at - 1].end : self.tokens[at].start] if at else ""
        return any(sign in between for sign in ",;:–—(")

    def word_at(self, offset: int) -> int:
        """The number of the word that begins at these characters of the article, or after them."""
        return bisect_left(self.tokens, offset - self.fact.start, key=lambda token: token.start)


def told_of(matter: Matter, number: int) -> Held | None:
    """A fact as the claim is checked against it; None for what is not a fact, or only asks."""
    fact = matter.index.discourse.fact(number)
    if fact is None or matter.index.discourse.asks(number):
        return None
    tokens = tokens_of(fact.text)[:LONGEST]
    nations = nations_in(tokens, fact.text)
    places = tuple(_places(matter, unit, number, tokens, nations) for unit in range(len(matter.units)))
    deed = matter.deed
    done = {at for at in (places[deed.units[0]] or () if deed else ()) if is_verb(tokens[at].word)}
    clauses = scopes(fact.text, tokens, done) if done else ()
    used = frozenset(at for each in places if each for at in each)
    return Held(number, fact, tokens, places, used, nations, clauses, frozenset[int]().union(*clauses))


def _places(
    matter: Matter, at: int, number: int, tokens: Sequence[Token], nations: Mapping[str, list[int]]
) -> list[int] | None:
    """Where the words of a fact stand that meet a unit: none of them where another name of it is met; else None."""
    grade, words = matter.tables[at].get(number), [token.word for token in tokens]
    country = matter.nations[at]
    if (grade is None or grade.how not in SURE) and (at in matter.naming or country is not None):
        return nations.get(country or "")
    if grade is not None and grade.quality >= 0.25 and not GRAMMAR.issuperset(grade.option.words):
        run = grade.option.words
        starts = range(len(words) - len(run) + 1)
        found = [i + k for i in starts if tuple(words[i : i + len(run)]) == run for k in range(len(run))]
        if found or at in matter.naming or ":" in run[0]:
            return found
    sides, word = matter.sides[at], matter.units[at].terms[-1].word
    pairs = enumerate(zip_longest(words, words[1:], fillvalue=""))
    met = [i for i, (w, behind) in pairs if not sides.isdisjoint(matters_with(w, behind)) or akin(word, w)]
    return met or nations.get(country or "")


def is_literal(matter: Matter, part: Part, told: Held) -> bool:
    """Whether a fact holds a part of the claim in its own words, whatever their endings, not in other words for it."""
    if part.kind == NAMED:
        return True
    words = {stem(token.word) for token in told.tokens} | {told.tokens[i].word for i in told.used}
    return any(
        stem(term.word) in words or any(akin(term.word, word) for word in words)
        for term in matter.units[part.units[0]].terms
    )


def slot_of(matter: Matter, part: Part, told: Held) -> Slot | None:
    """What a fact says about one part of the claim; None for a word that need not be met."""
    if part.kind == NAMED:
        return _name(matter, part, told)
    kind, unit, fact = "quote" if part.kind == QUOTED else "what", part.units[0], told.fact.id
    where = told.places[unit]
    if where is not None:
        return Slot(kind, part.text, told.said(where[0]) if where else part.text, Verdict.AGREES, fact)
    if part.kind == QUOTED:
        return Slot(kind, part.text, None, Verdict.ABSENT, fact)
    word = matter.units[unit].terms[-1].word
    if is_modifier(word):
        instead = _modifier(matter, word, told)
        verdict = Verdict.DIFFERS if instead is not None else Verdict.ABSENT
        return Slot(kind, part.text, None if instead is None else told.said(instead), verdict, fact)
    against = matter.against(unit)
    free = [i for i in range(len(told.tokens)) if i not in told.used]
    if matter.is_verb(unit):
        free = [i for i in free if not i or told.tokens[i - 1].word not in _BEFORE_NOUNS]
    turned = next(
        (i for i in free if not against.isdisjoint(matters(told.tokens[i].word)) or undoes(word, told.tokens[i].word)),
        None,
    )
    if turned is not None:
        verdict = Verdict.AGREES if _is_converse(matter, part, told, turned) else Verdict.DIFFERS
        return Slot(kind, part.text, told.said(turned), verdict, fact)
    if (other := stands_for(matter, part, told)) or _goes_on_with(matter, part, told):
        return Slot(kind, part.text, other or part.text, Verdict.AGREES, fact)
    if word in LIGHT or _is_office(matter, word, told.fact):
        return None
    if (title := _other_title(matter, part, told)) is not None:
        return Slot("role", part.text, title, Verdict.DIFFERS, fact)
    return Slot(kind, part.text, None, Verdict.ABSENT, fact)


def is_modifier(word: str) -> bool:
    """Whether a word says which one of several is meant, so that another in its place is another value: "second"."""
    return _is_ordinal(word) or bool(_directions(word)) or word in lexicon.words("demonyms")


def _is_converse(matter: Matter, part: Part, told: Held, at: int) -> bool:
    """Whether a fact tells of the other side who won or lost: "Berg lost to Costa" of "Costa beat Berg"."""
    if matter.sides[part.units[0]].isdisjoint(_CONTESTS) or matters(told.tokens[at].word).isdisjoint(_CONTESTS):
        return False
    words = [token.word for token in told.tokens]
    if not BEING.isdisjoint(words[max(0, at - 2) : at]):
        return True
    subject = [p for p in matter.parts if p.kind == NAMED and p.start < part.start and p.mark == ""]
    places = told.where(subject[-1]) if subject else []
    return bool(places) and min(places) > at


def _modifier(matter: Matter, word: str, told: Held) -> int | None:
    """Which other ordinal or people stands in a fact before the noun that the claim puts after this one."""
    if _directions(word):
        return next((at for at, token in enumerate(told.tokens) if _is_elsewhere(word, token.word)), None)
    words, theirs = ([token.word for token in tokens] for tokens in (matter.claim.tokens, told.tokens))
    beside = {stem(noun) for before, noun in pairwise(words) if before == word}
    beside |= {stem(verb) for verb, after in pairwise(words) if after == word}
    like = _is_ordinal if _is_ordinal(word) else lexicon.words("demonyms").__contains__
    around = enumerate(zip(["", *theirs], theirs, [*theirs[1:], ""], strict=False))
    return next(
        (at for at, (a, one, b) in around if one != word and like(one) and not beside.isdisjoint((stem(a), stem(b)))),
        None,
    )


def _directions(word: str) -> str:
    """The points of the compass in a direction, "" for another word: "southbound", "eastwards", "northwest"."""
    bare = next((word.removesuffix(end) for end in _POINTING if word.endswith(end)), word)
    return bare if bare in _COMPASS else ""


def _is_elsewhere(word: str, other: str) -> bool:
    """Whether two directions lead away from each other: "north" from "southeast", not from "northwest"."""
    mine, theirs = (set(re.findall("north|south|east|west", _directions(one))) for one in (word, other))
    return any(one in mine and turned in theirs for one, turned in _OPPOSITE)


def _is_ordinal(word: str) -> bool:
    return word in ORDINALS or (word[:1].isdigit() and word.lstrip("0123456789") in ORDINAL_ENDINGS)


def _adopted(matter: Matter, unit: int, told: Held) -> str | None:
    """The date that a fact puts after a resolution that the claim says was adopted: "resolution 1590 of 24 March"."""
    claimed = {number for _, _, number in matter.claim.resolutions}
    if not claimed or "+accept" not in matter.sides[unit]:
        return None
    held = matter.index.discourse.held(told.number)
    ends = {end for _, end, one in held if isinstance(one, Resolution) and one.number in claimed}
    pairs = (
        (date, told.fact.text[end - told.fact.start : date.start - told.fact.start])
        for end in ends
        for date in told.fact.dates
        if end <= date.start
    )
    return next(
        (date.text for date, between in pairs if between.strip(" (,") in ("", "of", "from", "dated", "on")), None
    )


def _lived(matter: Matter, unit: int, told: Held) -> str | None:
    """The days in brackets between which somebody lived, for a claim that he was born or died."""
    word = matter.units[unit].terms[-1].word
    return next((date.text for date in told.fact.dates if life_end(date, told, {word}) is not None), None)


def life_end(date: Date, told: Held, words: Set[str]) -> str | None:
    """The day of somebody's birth or death, whichever the words tell of, where a date is the span of a life."""
    ends = date.resolved.split("/")
    before = told.fact.text[: date.start - told.fact.start]
    if len(ends) != 2 or not all(end[:1].isdigit() for end in ends) or before.rfind("(") <= before.rfind(")"):
        return None
    return ends[1] if words & _DYING else ends[0] if words & _BEARING else None


def stands_for(matter: Matter, part: Part, told: Held) -> str | None:
    """What a fact says for a word of the claim: a body called "the mission", the day when one was "born"."""
    if day := _adopted(matter, part.units[0], told) or _lived(matter, part.units[0], told):
        return day
    alone = not set(told.fact.organizations) - {matter.topic}
    word = matter.units[part.units[0]].terms[-1].word
    ids = [*told.fact.organizations, *([matter.topic] if alone else [])]
    bodies = [matter.table.record(id) for id in ids if word in matter.nouns([id])]
    return next((body.name for body in bodies if isinstance(body, Organization)), None)


def _goes_on_with(matter: Matter, part: Part, told: Held) -> bool:
    """Whether a fact points back with a pronoun to a sentence shortly before it that holds all of the part."""
    pronouns = _FOR_PEOPLE if part.kind == NAMED and matter.people(part) else _FOR_THINGS
    if not any(token.word in pronouns for token in told.tokens):
        return False
    for back in (told.number - 1, told.number - 2):
        before = matter.index.discourse.fact(back)
        if before is None or before.article != told.fact.article:
            return False
        if all(back in matter.tables[at] for at in part.units):
            return True
    return False


def _is_office(matter: Matter, word: str, fact: Fact) -> bool:
    """Whether a word belongs to an office of a person in the fact."""
    people = [matter.table.record(id) for id in fact.people]
    return any(word in texts_words(role.text) for p in people if isinstance(p, Person) for role in p.roles)


RULERS = frozenset("president premier prime chancellor king queen emperor sultan".split())
"""Who is at the head of a land."""
_TITLES = RULERS | frozenset(
    "governor mayor senator secretary ambassador prince princess bishop archbishop cardinal pope".split()
)
"""Offices of which nobody has two of the same time."""


def _other_title(matter: Matter, part: Part, told: Held) -> str | None:
    """The office that the texts give to somebody to whom the claim gives another: "President", "Prime Minister"."""
    if part.text.casefold() not in _TITLES:
        return None
    named = [p for p in matter.parts if p.kind == NAMED and p.start == part.start + len(part.text) + 1]
    named += [p for p in matter.parts if matter.claim.text[p.start + len(p.text) : part.start] in (", the ", ", ")]
    people = [one for p in named[:1] for one in matter.people(p) if one.id in told.fact.people]
    roles = [role.text for one in people for role in one.roles]
    words = {word for role in roles for word in texts_words(role)}
    if len(people) != 1 or part.text.casefold() in words:
        return None
    return next((role for role in roles if not _TITLES.isdisjoint(texts_words(role))), None)


def _name(matter: Matter, part: Part, told: Held) -> Slot:
    """Whether a fact names the same, itself or by what goes before it; else whom it names in its place."""
    kind, bearers, fact = matter.kind(part), matter.bearers(part), told.fact
    agrees = Slot(kind, part.text, part.text, Verdict.AGREES, fact.id)
    everything = all(told.places[at] is not None for at in part.units)
    named = bearers & {*fact.people, *fact.organizations}
    if named or _called_by_office(matter, part, told) or acts_for(matter, part, told):
        return agrees
    if everything and not any(id[0] == "p" for id in bearers):
        return agrees
    if (
        not bearers
        and part.mark != "by"
        and matter.at_head(part, fact)
        and (_speaks_of_us(told) or not _names_place(told))
        and not _names_doer(matter, part, told)
    ):
        return agrees
    if matter.people(part) and _speaks_of_us(told) and not fact.people and matter.at_head(part, fact):
        return agrees
    if bearers:
        bodies_too = set(fact.organizations) - matter.claimed
        spoken = matter.index.discourse.heard(told.number)
        said = any(token.word in lexicon.words("speech_verbs") for token in matter.claim.tokens)
        if (
            said
            and matter.people(part)
            and not set(fact.people) - matter.claimed
            and matter.at_head(part, fact)
            and not spoken
        ):
            return agrees
        if (
            (matter.topic in bearers and not bodies_too)
            or any(token.word in matter.nouns(bearers) for token in told.tokens)
            or any(term.word in spoken for at in part.units for term in matter.units[at].terms)
            or (
                not set(fact.people) - matter.claimed
                and (_speaks_of_us(told) or not _names_doer(matter, part, told))
                and _goes_on_with(matter, part, told)
            )
        ):
            return agrees
    other = _other(matter, part, kind, bearers, told)
    shorter = list(texts_words(other or ""))
    if other and matter.words(part)[-len(shorter) :] == shorter:
        return replace(agrees, stated=other)  # "David Cameron" where the text has "Cameron"
    return Slot(kind, part.text, other, Verdict.DIFFERS if other else Verdict.ABSENT, fact.id)


def acts_for(matter: Matter, part: Part, told: Held) -> bool:
    """Whether one side names a country and the other its capital that acts for it: "Moscow said", "Russia denied"."""
    name = " ".join(matter.words(part))
    if part.mark not in _ACTING:
        return False
    if country := capital_of(name):
        return country in told.nations
    country = nation(name)
    return country is not None and any(t.mark in _ACTING and capital_of(t.word) == country for t in told.tokens)


def _called_by_office(matter: Matter, part: Part, told: Held) -> bool:
    """Whether a fact calls the bearer of a name by what nobody else in the article is: "the journalist"."""
    offices = list(_offices(told))
    bearers = matter.people(part) if offices else []
    if not bearers:
        return False
    here = told.fact.article
    ids = {p.id for p in bearers}
    others = [p for p in matter.table.people if p.id not in ids and any(m.article == here for m in p.mentions)]
    mine, theirs = ([set(texts_words(role.text)) for p in some for role in p.roles] for some in (bearers, others))
    called = (called for called in offices if any(called <= role for role in mine))
    return any(not any(called <= role for role in theirs) for called in called)


def _offices(told: Held) -> Iterator[set[str]]:
    """The words after each "the" of a fact up to a noun of an office or a job, where no name goes on after it."""
    for at, token in enumerate(told.tokens):
        for end in range(at + 1, min(at + 1 + _LONGEST_OFFICE, len(told.tokens))) if token.word == "the" else ():
            if class_of(told.tokens[end].word) is None:
                continue
            if end + 1 == len(told.tokens) or not told.said(end + 1)[:1].isupper():
                yield {t.word for t in told.tokens[at + 1 : end + 1]}
            break


def _speaks_of_us(told: Held) -> bool:
    return any(t.word in _FIRST_PERSON and not told.said(i).startswith("U") for i, t in enumerate(told.tokens))


def _names_doer(matter: Matter, part: Part, told: Held) -> bool:
    """Whether a name that the claim lacks stands in a fact where the claim has this one, before what is done."""
    if part.mark:
        return False
    tokens, saying = told.tokens, lexicon.words("speech_verbs")
    held = matter.index.discourse.held(told.number)
    others = ((told.word_at(a), told.word_at(b)) for a, b, one in held if one.id not in matter.claimed)
    doing = ((tokens[at], tokens[behind]) for at, behind in others if behind < len(tokens))
    return any(not name.mark and verb.word not in saying for name, verb in doing)


def _names_place(told: Held) -> bool:
    places = lexicon.words("places")
    return any(t.word in places and told.said(i)[:1].isupper() for i, t in enumerate(told.tokens))


def _other(matter: Matter, part: Part, kind: str, bearers: set[str], told: Held) -> str | None:
    """What the fact names in place of the name: a place for a place, a doer for a doer."""
    if kind == "where":
        known = lexicon.words("places")
        taken = [(a - told.fact.start, b - told.fact.start) for a, b, _ in matter.index.discourse.held(told.number)]
        marks = ("in", "at") if part.mark in ("in", "at") else (part.mark,)
        untold = (i for i in range(len(told.tokens)) if i not in told.used)
        places = (i for i in untold if told.tokens[i].mark in marks and told.tokens[i].word in known)
        places = (i for i in places if not _may_hold(" ".join(matter.words(part)), told, i))
        free = (i for i in places if not any(a <= told.tokens[i].start < b for a, b in taken))
        return next((said for i in free if (said := told.said(i))[:1].isupper()), None)
    if instead := _in_its_place(matter, part, told):
        return instead
    person = any(id[0] == "p" for id in bearers) or matter.claim.names_person(part.start)
    if person and not matter.exclusive:
        return None
    if part.mark not in (("", "by") if person else ("by",)):
        return None
    if nation(" ".join(matter.words(part))) is not None:
        return None
    ids = set(told.fact.people if person else told.fact.organizations) - matter.claimed
    for start, _, one in matter.index.discourse.held(told.number):
        at = told.word_at(start)
        doer = at < len(told.tokens) and told.tokens[at].mark in (("", "by", "verb") if person else ("by",))
        if doer and one.id in ids and not isinstance(one, Resolution):
            return one.name
    return None


def _in_its_place(matter: Matter, part: Part, told: Held) -> str | None:
    """The name that stands in a fact after the same noun and preposition: "the district of Mueda", not "of Palma"."""
    tokens, claimed = told.tokens, matter.claim.tokens
    at = next((i for i, token in enumerate(claimed) if token.start >= part.start), 0)
    led = [i for i in range(max(0, at - 3), at) if claimed[i].word == part.mark]
    if not led or not led[-1]:
        return None
    noun = claimed[led[-1] - 1].word
    for i, (token, behind) in enumerate(pairwise(tokens)):
        if (stem(token.word) == stem(noun) or akin(token.word, noun)) and behind.word == part.mark:
            first = next((j for j in range(i + 2, min(i + 4, len(tokens))) if told.said(j)[:1].isupper()), None)
            return None if first is None else told.name_from(first)
    return None


def _may_hold(place: str, told: Held, at: int) -> bool:
    """Whether one of the two places may lie in the other: a country, and a town whose country is not known."""
    behind = told.said(at + 1)[:1] if at + 1 < len(told.tokens) and told.fact.paragraph else ""  # a headline has more
    mine, theirs = nation(place), None if behind.isupper() else nation(told.tokens[at].word)
    if (mine is None) == (theirs is None):
        return False
    town = told.tokens[at].word if mine else place
    return capital_of(town) in (None, mine or theirs)


def corrections(matter: Matter, part: Part, told: Held) -> Iterator[Correction]:
    """The words of a name that were read as others of the fact."""
    for at in part.units:
        grade = matter.tables[at].get(told.number)
        if grade is not None and grade.how is How.CORRECTED:
            words = [as_written(told.fact, word) or word for word in grade.option.words]
            yield Correction(matter.units[at].typed, " ".join(words))
