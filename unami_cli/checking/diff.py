"""What two articles tell differently, or only one tells, compared by what they speak of, not by wording or order.

A sentence that both have says the same in both, whatever stands around it: nothing in it is told by only one article.
Where it is doubtful whether two values speak of the same thing, each is told by its own article only; none "differs".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from unami_cli.checking.alignment import FIRST, SECOND, Both, Topic, one_to_one, only, values, words_of
from unami_cli.checking.edits import revised
from unami_cli.checking.statement import negations
from unami_cli.checking.wording import has_opposite, standard, turns
from unami_cli.folding import name_words, words
from unami_cli.lexicon import WEEKDAYS
from unami_cli.lookup.clauses import Token, tokens_of
from unami_cli.lookup.correction import likeness
from unami_cli.lookup.wordforms import BEING, HELPING, LITTLE, OTHER_RANKS, office, stem
from unami_cli.model import Article, Fact, Mention, Organization, Person, Quote, Resolution, Span
from unami_cli.outcomes import Difference, Told
from unami_cli.table import build
from unami_cli.table.resolutions import years_cited
from unami_cli.values import replace

KINDS = (
    "person",
    "role",
    "organization",
    "name",
    "resolution",
    "date",
    "figure",
    "denial",
    "doubt",
    "quote",
    "sentence",
)
"""What is compared, in the order in which it is told."""

Named = Person | Organization | Resolution

_BEARERS = 12  # of one surname, beyond which it joins nobody
_EDITED = 80.0  # likeness from which two quotations are one, reworded
_RESPELT = 88.0  # likeness from which on two names are one that was spelt otherwise
_MOST_ALONE = 100  # people of one article among whom such a name is sought
_LONG = 3  # words from which a quotation can be repeated in other words, or within a longer one
_OFTEN = 50  # quotations that hold a word, beyond which it finds no others
_UNTELLING = HELPING | BEING | WEEKDAYS | frozenset("to one someone somebody anyone anybody yet".split())
"""Words that two sentences need not share if only a "not" or a day tells them apart."""
_SHORT = 60  # words of a sentence that is compared with others word by word
_TURNS = OTHER_RANKS | frozenset("interim late designate elect assistant honorary retired".split())
"""Words that turn an office into another office."""


def compare(first: Article, second: Article) -> tuple[Difference, ...]:
    """What only one of two articles tells, and what both tell with different values.

    By kind: people, roles, organisations, resolutions, dates, figures, denials, quotations; within a kind what differs
    comes first, then what only the first has, then what only the second has, each in reading order.

    >>> from unami_cli import read
    >>> old = read(b"The council met 40 envoys in the old harbour of Oslo.")
    >>> new = read(b"In the old harbour of Oslo, the council met 50 envoys.")
    >>> [(one.kind, one.change, one.a.value, one.b.value) for one in compare(old, new)]
    [('figure', 'differs', '40 envoys', '50 envoys')]
    """
    table = build([replace(first, id=FIRST), replace(second, id=SECOND)])
    both = Both(table)
    found = [*_people(both), *_bodies(both), *_resolutions(both), *values(both), *_turned(both), *_quotes(both)]
    return tuple(sorted(revised(both, found), key=_place))


def _place(one: Difference) -> tuple[int, bool, bool, int]:
    told = one.a or one.b
    start = told.span.start if told and told.span else 0
    return KINDS.index(one.kind), not (one.a and one.b), one.a is None, start


# ---- people, roles, organisations, resolutions -----------------------------------------------------------------------


def _people(both: Both) -> Iterator[Difference]:
    """The people whom one article names, and the roles of those whom both name."""
    named = [[person for person in both.table.people if side.within(person.mentions)] for side in both.sides]
    ids = {person.id for person in named[0]} & {person.id for person in named[1]}
    left = [[person for person in mine if person.id not in ids] for mine in named]
    same = [(person, person) for person in named[0] if person.id in ids] + list(_joined(*left))
    ids |= {person.id for pair in same for person in pair}
    alone = [[p for p in mine if p.id not in ids and _is_alone(both, p, number)] for number, mine in enumerate(left)]
    respelt = list(_respelt(*alone))
    for pair in respelt:
        sides = zip(pair, both.sides, strict=True)
        yield Difference(
            "person", pair[0].name, *(both.told(one.name, side.within(one.mentions)) for one, side in sides)
        )
    ids |= {person.id for pair in respelt for person in pair}
    for number, mine in enumerate(alone):
        for person in mine:
            if person.id not in ids:
                told = both.told(person.name, both.sides[number].within(person.mentions))
                yield only("person", person.name, told, number)
    for first, second in same:
        yield from _roles(both, first, second)


def _joined(mine: Iterable[Person], theirs: Iterable[Person]) -> Iterator[tuple[Person, Person]]:
    """Records of two articles that may be one person, and neither of them another."""
    bearers: list[defaultdict[str, dict[str, Person]]] = [defaultdict(dict), defaultdict(dict)]
    for side, people in zip(bearers, (mine, theirs), strict=True):
        for person in people:
            for name in _names(person):
                side[name[-1]][person.id] = person
    for surname, here in bearers[0].items():
        there = bearers[1][surname]
        if max(len(here), len(there)) > _BEARERS:
            continue
        for person in here.values():
            fits = [other for other in there.values() if _may_be(person, other)]
            if len(fits) == 1 and sum(_may_be(each, fits[0]) for each in here.values()) == 1:
                yield person, fits[0]


def _respelt(mine: Iterable[Person], theirs: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """People of two articles whose names hardly differ: "Bernard Schwartz", "Bernard Schwarz"."""
    found = ((likeness(a.name.casefold(), b.name.casefold()), a, b) for a in mine for b in theirs[:_MOST_ALONE])
    for one, other, _ in one_to_one((each for each in found if each[0] >= _RESPELT), lambda p: p.mentions[0].start):
        yield one, other


def _may_be(first: Person, second: Person) -> bool:
    """Whether two records may be one person: one by surname alone, or with more or less in the middle of the name."""
    return any(_extends(a, b) or _extends(b, a) for a in _names(first) for b in _names(second))


def _names(person: Person) -> list[tuple[str, ...]]:
    """The words of the names in full; of one word where the text has no other."""
    return [key for name in (person.name, *person.aliases) if len(key := name_words(name)) > 1 or name is person.name]


def _extends(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    if len(shorter) < 2 or len(longer) < 2:
        return shorter[-1:] == longer[-1:]
    return (shorter[0], shorter[-1]) == (longer[0], longer[-1]) and set(shorter) <= set(longer)


def _is_alone(both: Both, one: Named, number: int) -> bool:
    """Whether only that article names a record: the other writes none of its names, and has none of its sentences."""
    mine, other = both.sides[number], both.sides[1 - number]
    mentions = mine.within(one.mentions)
    full = [place for place in mentions if len(words(mine.text[place.start : place.end])) > 1]
    if other.within(one.mentions) or not both.all_fresh(full or mentions):  # a surname alone may be another's there
        return False
    names = () if isinstance(one, Resolution) else (one.name, *one.aliases)
    return not any(other.writes(name) for name in names if name not in both.borne[1 - number])


def _roles(both: Both, first: Person, second: Person) -> Iterator[Difference]:
    """The roles that the articles give to one person; two that share a word are one that differs, if no others do."""
    given = [
        {role.text: found for role in person.roles if (found := side.within(role.mentions))}
        for person, side in zip((first, second), both.sides, strict=True)
    ]
    left = [
        [
            role
            for role, mentions in given[number].items()
            if both.all_fresh(mentions) and not any(_one_role(role, other) for other in given[1 - number])
        ]
        for number in (0, 1)
    ]
    told = [{role: both.told(role, given[number][role]) for role in left[number]} for number in (0, 1)]
    if len(left[0]) == len(left[1]) == 1 and _content(left[0][0]) & _content(left[1][0]):
        yield Difference("role", first.name, told[0][left[0][0]], told[1][left[1][0]])
        return
    for number, person in enumerate((first, second)):
        for each in told[number].values():
            yield only("role", person.name, each, number)


def _content(role: str) -> frozenset[str]:
    """The telling words of an office, an abbreviated one in full, countries in one form: "PM" as "prime minister"."""
    spoken = (next((full for full in office((word,)) if len(full) > 1), (word,)) for word in standard(words(role)))
    return frozenset(chain.from_iterable(spoken)) - LITTLE - {"the"}


def _one_role(first: str, second: str) -> bool:
    """Whether two wordings give one office: one may leave out words, but not those that make it another office."""
    mine, theirs = _content(first), _content(second)
    return (mine <= theirs or theirs <= mine) and (mine ^ theirs).isdisjoint(_TURNS)


def _bodies(both: Both) -> Iterator[Difference]:
    """The organisations that one article names."""
    for number, side in enumerate(both.sides):
        for body in both.table.organizations:
            if (mentions := side.within(body.mentions)) and _is_alone(both, body, number):
                yield only("organization", body.name, both.told(body.name, mentions), number)


def _resolutions(both: Both) -> Iterator[Difference]:
    """The resolutions that one article cites, and those that both cite with different years."""
    cited = [[(one, side.within(one.mentions)) for one in both.table.resolutions] for side in both.sides]
    numbers = [{one.number: one.body for one, mentions in mine if mentions} for mine in cited]
    for number, mine in enumerate(cited):
        for one, mentions in mine:
            name = f"{one.body or ''} Resolution {one.number}".strip()
            other = numbers[1 - number]
            doubtful = one.number in other and None in (one.body, other[one.number])
            if mentions and not doubtful and _is_alone(both, one, number):
                yield only("resolution", name, both.told(name, mentions), number)
    for (one, mine), (_, theirs) in zip(*cited, strict=True):
        years = [
            _years(side.text, one.number, mentions) for side, mentions in zip(both.sides, (mine, theirs), strict=True)
        ]
        if years[0] and years[1] and years[0].keys().isdisjoint(years[1]):
            told = [both.told(*next((year, [place]) for year, place in each.items())) for each in years]
            yield Difference("resolution", f"{one.body or ''} Resolution {one.number}".strip(), *told)


def _years(text: str, number: str, mentions: Iterable[Mention]) -> dict[str, Mention]:
    """The years that mentions of a resolution state after its number, each where it is first stated."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        stated = years_cited(text[mention.start : mention.end], number)
        if stated:
            found.setdefault(stated[-1], mention)
    return found


# ---- sentences that only a "not" or a weekday tells apart ------------------------------------------------------------


_Frame: TypeAlias = tuple[int, tuple[str, ...], tuple[str, ...]]
"""A place in a sentence, the numbers in digits, and the words beside the one at that place."""


class _Turn:
    """A sentence as it is compared with another of the same words: their stems, whether it is denied, its weekday.

    What helps or denies a verb, the weekday and numbers in digits are not among the words.
    """

    def __init__(self, fact: Fact) -> None:
        tokens = tokens_of(fact.text)
        denying = negations(tokens)
        days = [token for token in tokens if token.word in WEEKDAYS]
        self.fact = fact
        self.kept = [
            token
            for at, token in enumerate(tokens)
            if at not in denying and token.word not in _UNTELLING and not token.word[:1].isdigit()
        ]
        self.words = tuple([stem(token.word) for token in self.kept])
        self.digits = tuple([token.word for token in tokens if token.word[:1].isdigit()])
        self.denied = (
            Told("denied", fact, _place_of(tokens[denying[0]], fact)) if denying else Told("not denied", fact, None)
        )
        said = fact.text[days[0].start : days[0].end] if len(days) == 1 else ""
        self.day = Told(said, fact, _place_of(days[0], fact)) if said else None

    def told(self, token: Token) -> Told:
        """A word of the sentence."""
        return Told(self.fact.text[token.start : token.end], self.fact, _place_of(token, self.fact))

    def sided(self) -> Iterator[tuple[int, Token]]:
        """Its words that tell of a deed which another word turns round, each with its place."""
        short = self.kept if len(self.kept) <= _SHORT else ()
        return ((at, token) for at, token in enumerate(short) if has_opposite(token.word))

    def but(self, at: int) -> _Frame:
        """What it shares with a sentence that has another word at that place."""
        return at, self.digits, self.words[:at] + self.words[at + 1 :]


def _place_of(token: Token, fact: Fact) -> Span:
    return Span(fact.start + token.start, fact.start + token.end)


def _turned(both: Both) -> Iterator[Difference]:
    """Sentences of the same words, only one of them denied or saying the opposite, or with different weekdays."""
    mine, theirs = ([_Turn(fact) for fact in side.facts if both.fresh(fact)] for side in both.sides)
    again: defaultdict[tuple[str, ...], list[_Turn]] = defaultdict(list)
    for turn in theirs:
        again[turn.words].append(turn)
    for one in mine:
        if len(one.words) < _LONG or not again[one.words]:
            continue
        other = again[one.words].pop(0)
        if one.denied.value != other.denied.value:
            yield Difference("denial", Topic(one.fact, ()).about(), one.denied, other.denied)
        if one.day and other.day and one.day.value.casefold() != other.day.value.casefold():
            yield Difference("date", Topic(one.fact, ()).about(), one.day, other.day)
    yield from _with_opposites(mine, [turn for turns in again.values() for turn in turns])


def _with_opposites(mine: Iterable[_Turn], theirs: Iterable[_Turn]) -> Iterator[Difference]:
    """Sentences that are alike but for one word, which says the opposite in the other."""
    but: defaultdict[_Frame, defaultdict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for turn in theirs:
        for at, token in turn.sided():
            but[turn.but(at)][token.word].append(turn.told(token))
    for one in mine:
        for at, token in one.sided():
            rivals: dict[str, list[Told]] = but.get(one.but(at), {})
            word = next((word for word, left in rivals.items() if left and turns(token.word, word)), None)
            if word is not None:  # each is told once, however often both articles have it
                yield Difference("denial", Topic(one.fact, ()).about(), one.told(token), rivals[word].pop(0))


# ---- quotations ------------------------------------------------------------------------------------------------------


class _Said:
    """A quotation, its sentence with those in which it goes on, and its words."""

    def __init__(self, quote: Quote, fact: Fact) -> None:
        self.quote, self.fact = quote, fact
        self.words = words(quote.text)
        self.line = " ".join(self.words)

    @property
    def about(self) -> str:
        """Who said it, else how it begins."""
        return self.quote.speaker or " ".join(self.quote.text.split()[:4])

    @property
    def told(self) -> Told:
        """Its words and where they stand."""
        return words_of(self.quote, self.fact)


class _Shelf:
    """The longer quotations of an article by their words."""

    def __init__(self, every: Iterable[_Said]) -> None:
        self._holding: defaultdict[str, list[_Said]] = defaultdict(list)
        for said in every:
            for word in set(said.words) if len(said.words) >= _LONG else ():
                self._holding[word].append(said)

    def like(self, one: _Said) -> Iterable[_Said]:
        """Those that share a telling word with a longer quotation."""
        words = one.words if len(one.words) >= _LONG else ()
        held = [found for word in words if len(found := self._holding.get(word, ())) <= _OFTEN]
        return {id(said): said for found in held for said in found}.values()


def _quotes(both: Both) -> Iterator[Difference]:
    """The quotations that one article has, and those that both have with other words or of other speakers."""
    left = [
        [_Said(quote, side.around(fact, quote)) for fact in side.facts for quote in fact.quotes] for side in both.sides
    ]
    again: defaultdict[str, list[_Said]] = defaultdict(list)
    for said in left[1]:
        again[said.line].append(said)
    exact = [(one, again[one.line].pop(0)) for one in left[0] if again[one.line]]
    for one, other in exact:
        if _of_others(both, one, other):
            speakers = [Told(str(said.quote.speaker), said.fact, said.told.span) for said in (one, other)]
            yield Difference("quote", one.quote.text, *speakers)
    paired = {id(said) for pair in exact for said in pair}
    near = [_Shelf(mine) for mine in left]
    lines = [{said.line for said in mine} for mine in left]
    fresh = [[said for said in mine if id(said) not in paired] for mine in left]
    edited = _edited(both, fresh[0], near[1], {id(said) for said in fresh[1]})
    for one, other in edited:
        yield Difference("quote", one.about, one.told, other.told)
    paired |= {id(said) for pair in edited for said in pair}
    for number, mine in enumerate(fresh):
        for said in mine:
            within = any(f" {said.line} " in f" {other.line} " for other in near[1 - number].like(said))
            if id(said) not in paired and said.line not in lines[1 - number] and not within:
                yield only("quote", said.about, said.told, number)


def _of_others(both: Both, one: _Said, other: _Said) -> bool:
    """Whether two names are given for who said it, and not only because the order of the text is another."""
    named = [said.quote.speaker for said in (one, other)]
    if not named[0] or not named[1] or _related(*map(words, map(str, named))):
        return False
    if likeness(named[0].casefold(), named[1].casefold()) >= _RESPELT:  # told as a person who is spelt otherwise
        return False
    if (named[0] in both.named) is not (named[1] in both.named):  # a name and a description may be one
        return False
    grounds = [said.quote.evidence for said in (one, other)]
    return any(ground is None or both.fresh(both.table.fact_with(ground.article, ground)) for ground in grounds)


def _related(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return set(first) <= set(second) or set(second) <= set(first)


def _edited(both: Both, mine: Iterable[_Said], theirs: _Shelf, allowed: set[int]) -> list[tuple[_Said, _Said]]:
    """Quotations that are one with other words, one to one, the most alike first; two speakers are not an edit."""
    found: list[tuple[float, _Said, _Said]] = []
    for one in mine:
        for other in theirs.like(one):
            score = likeness(one.line, other.line) if id(other) in allowed else 0.0
            if score >= _EDITED and not _of_others(both, one, other):
                found.append((score, one, other))
    return [(one, other) for one, other, _ in one_to_one(found, lambda said: said.quote.start)]
