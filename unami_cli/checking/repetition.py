"""What is told twice: two sentences that speak of one thing, and whether their figures, dates and offices agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, product
from math import log

from unami_cli.checking.agreement import FAR, LESS, MORE, matters, of_dates, of_figures, opposites, same_unit, scaled
from unami_cli.checking.lifetimes import Mark, Named, called, is_point
from unami_cli.checking.statement import negations
from unami_cli.folding import words
from unami_cli.lexicon import DAY_NAMES, FUNCTION_WORDS
from unami_cli.lookup.clauses import tokens_of
from unami_cli.lookup.wordforms import GRAMMAR, SPELT, stem
from unami_cli.model import Comparator, Fact, Figure, Mention, Person
from unami_cli.outcomes import Aspect, Finding, Outcome, Verdict
from unami_cli.patterns import pattern
from unami_cli.table import FactTable

_SILENT = (
    GRAMMAR | FUNCTION_WORDS | SPELT | DAY_NAMES | frozenset("year month week day today yesterday said say".split())
)
_PART = frozenset(
    """another additional more other further remaining rest including among total combined together each per every
    average first second third last next new some only half most least alone both either different separate up
    down""".split()
)
"""Words that make the number beside them a different one: a part, a whole, one of several."""
_WHEN = frozenset(
    stem(word)
    for word in """earlier previous previously initially originally now later then since currently expect expected plan
    planned estimate estimated could would may might if target goal seek sought hope again far already yet still rise
    rose risen increase fall fell fallen drop dropped grew grow grown""".split()
)
"""Words that tell of a number that was, will be, may be or changes."""
_CAPITALS = pattern(r"(?<=\w[\s,])\s?[A-Z][\w’'-]+")
_ALIKE, _COVERED = 0.7, 0.5
"""How much of the shorter sentence the other tells too, and of the longer one, to be sure that they tell the same."""
_NEARLY, _TOUCHED, _WHOLLY = 0.65, 0.4, 0.9
"""The same, to ask whether it is; how much of a short headline, to ask."""
_LEAST = 2  # the fewest telling words of two sentences that have no others
_SHARED, _HEADED = 3, 4  # the fewest telling words that two sentences share, a headline and its story
_MOST = 12  # figures or dates of a sentence; where there are more it is a table in a line
_REACH = 60  # letters in which words beside a figure are looked for
_BESIDE = 3  # words to either side of a figure that make it a different one
_COMMON = 50  # how many facts may hold a word before it leads to no pair of them
_TO_AGE = 2  # letters between a name and an age: ", "
_ROUNDED = 0.05  # how far a round figure may be from the exact one
_ONCE = frozenset(("+exist", "-exist", "+kill"))
"""The sides of deeds that are done once."""
_SOLE = frozenset(
    """president premier chancellor king queen pope emperor sultan emir mayor governor chairman chairwoman chairperson
    chief ceo secretary-general minister""".split()
)
"""Heads of offices that one person holds at a time, where the text says of what."""
_NOT_THE_ONE = frozenset(
    """former ex then acting deputy vice new newly incoming outgoing candidate late assistant interim elect designate
    predecessor successor succeed succeeded replaced replacing replace since until first next previous previously
    appointed elected candidates old co past junior under""".split()
)
"""Words by which two may well have held one office one after the other."""
_OF = frozenset(("of", "for"))


class _Told:
    """What a sentence tells: its telling words, who is named, the sides of its deeds."""

    def __init__(self, fact: Fact, spans: Sequence[tuple[int, int, str]]) -> None:
        bare, at = [], 0
        for start, end, _ in sorted(spans):
            bare.append(fact.text[at : max(at, start)])
            at = max(at, end)
        every = words(" ".join([*bare, fact.text[at:]]))
        self.fact = fact
        self.ids = {id for _, _, id in spans}
        self.every = set(words(fact.text))
        self.words = {stem(word) for word in every if not (word in _SILENT or word[0].isdigit() or len(word) < 2)}
        self.words |= self.ids
        self.when = {stem(word) for word in self.every} & _WHEN
        self.deeds = {stem(word): sides for word in every if (sides := matters(word))}
        self.sides = frozenset[str]().union(*self.deeds.values())
        self.names = (
            {word for found in _CAPITALS.findall(fact.text) for word in words(found)} if fact.paragraph else set()
        )

    def elsewhere(self, other: _Told) -> bool:
        """Whether it names what the other sentence does not; in a headline any word may have a capital."""
        return bool(self.ids - other.ids) or bool(other.fact.paragraph and self.names - other.every)

    def has(self, word: str, sides: frozenset[str]) -> bool:
        """Whether the sentence holds a word, or another one for the same deed."""
        return word in self.words or not sides.isdisjoint(self.sides)


def repetitions(table: FactTable, every: Sequence[Mark], named: Named) -> Iterator[Finding]:
    """Figures, dates, beginnings and ends (`every`) and offices that two sentences tell of the same thing."""
    told = _told(table, named)
    held = Counter(word for one in told.values() for word in one.words)
    weight = {word: log(1 + len(told) / count) for word, count in held.items()}
    begun = list(_begun_twice(table, every))
    told_so = {frozenset(fact.id for fact in one.facts) for one in begun}
    for one, other in _pairs(told, held):
        alike = _alike(one, other, weight)
        if alike is not None:
            yield from _figures(table, one, other, sure=alike)
        if {one.fact.id, other.fact.id} not in told_so and (alike or _in_the_same_words(one, other)):
            dates = _dates(table, one, other)
            yield from (each for each in dates if alike or each.outcome is Outcome.CONTRADICTION)
    yield from begun
    yield from _ages(table)
    yield from _offices(table)


def _told(table: FactTable, named: Named) -> dict[str, _Told]:
    """What the sentences with figures or dates tell, by their ids."""
    return {fact.id: _Told(fact, named.get(fact.id, ())) for fact in table.facts if fact.figures or fact.dates}


def _pairs(told: dict[str, _Told], held: Counter[str]) -> Iterator[tuple[_Told, _Told]]:
    """The sentences that share words enough to speak of one thing, some of them rare."""
    holding: defaultdict[str, list[str]] = defaultdict(list)
    for id, one in told.items():
        for word in one.words:
            if held[word] <= _COMMON:
                holding[word].append(id)
    shared = Counter(pair for same in holding.values() for pair in combinations(same, 2))
    rank = {id: number for number, id in enumerate(told)}
    near = [pair for pair, count in shared.items() if count >= _SHARED - 1]
    for first, second in sorted(near, key=lambda pair: (rank[pair[0]], rank[pair[1]])):
        yield told[first], told[second]


def _alike(one: _Told, other: _Told, weight: dict[str, float]) -> bool | None:
    """Whether two sentences speak of one thing: surely, perhaps, or not (None)."""
    if one.when != other.when or not opposites(one.sides).isdisjoint(other.sides):
        return None
    if one.elsewhere(other) and other.elsewhere(one):  # one in the north and one in the south
        return None
    mine = {word for word in one.words if other.has(word, one.deeds.get(word, frozenset()))}
    theirs = {word for word in other.words if one.has(word, other.deeds.get(word, frozenset()))}
    if min(len(mine), len(theirs)) < _SHARED:
        return None
    (less, more) = sorted(
        (sum(weight[word] for word in shared) / sum(weight[word] for word in whole.words), not whole.fact.paragraph)
        for shared, whole in ((mine, one), (theirs, other))
    )
    heads = more[1] and min(len(mine), len(theirs)) >= _HEADED  # a headline is in all its words what the story tells
    if more[0] >= _ALIKE and (less[0] >= _COVERED or heads):
        return True
    if more[1] and more[0] >= _WHOLLY:
        return False
    perhaps = more[0] >= _NEARLY and less[0] >= _TOUCHED and min(len(mine), len(theirs)) >= _HEADED
    return False if perhaps else None


def _figures(table: FactTable, one: _Told, other: _Told, *, sure: bool) -> Iterator[Finding]:
    """Figures of the same unit that differ, one in each sentence, at the same time."""
    if max(len(one.fact.figures), len(other.fact.figures)) > _MOST:
        return
    for mine, theirs in product(one.fact.figures, other.fact.figures):
        if not _comparable(mine, theirs, one.fact, other.fact):
            continue
        verdicts = of_figures(mine, theirs), of_figures(theirs, mine)
        values = (mine.text, theirs.text)
        facts = (one.fact, other.fact)
        where = _where(table, facts)
        if Verdict.AGREES in verdicts or _is_rounded(mine, theirs):
            if sure and _near(mine, theirs):
                text = f"“{values[0]}”{where[0]} and “{values[1]}”{where[1]} agree."
                yield Finding(Outcome.OK, Aspect.TWICE, text, facts, values)
        elif set(verdicts) == {Verdict.DIFFERS} and (time := _same_time(one.fact, other.fact)) is not None:
            if not sure and where[0]:  # two articles tell of two days
                continue
            text = f"“{values[0]}”{where[0]} and “{values[1]}”{where[1]} are given for the same thing."
            clear = sure and time and (one.fact.article == other.fact.article or bool(one.fact.dates))
            clear = clear and Comparator.ABOUT not in (mine.comparator, theirs.comparator)
            yield Finding(Outcome.CONTRADICTION if clear else Outcome.OPEN, Aspect.TWICE, text, facts, values)


def _in_the_same_words(one: _Told, other: _Told) -> bool:
    """Whether two short sentences have the same telling words: too few to be sure of anything but what is done once."""
    if one.words != other.words or len(one.words) < _LEAST:
        return False
    mine, theirs = (bool(negations(tokens_of(each.fact.text))) for each in (one, other))
    return mine is theirs


def _dates(table: FactTable, one: _Told, other: _Told) -> Iterator[Finding]:
    """Dates that differ, one in each sentence: surely a contradiction where both tell of what is done once."""
    if len(one.fact.dates) != 1 or len(other.fact.dates) != 1:
        return
    if not (one.fact.paragraph and other.fact.paragraph):  # the date of a headline is often that of the article
        return
    mine, theirs = one.fact.dates[0], other.fact.dates[0]
    verdict = of_dates(mine, theirs)
    if verdict is Verdict.ABSENT or not (is_point(mine) and is_point(theirs)):
        return
    values, facts = (mine.text, theirs.text), (one.fact, other.fact)
    where = _where(table, facts)
    if verdict is Verdict.AGREES:
        if one.fact.figures or other.fact.figures:  # the date is only when that was counted
            return
        text = f"“{values[0]}”{where[0]} and “{values[1]}”{where[1]} agree."
        yield Finding(Outcome.OK, Aspect.TWICE, text, facts, values)
        return
    once = not one.sides.isdisjoint(other.sides & _ONCE)
    text = f"“{values[0]}”{where[0]} and “{values[1]}”{where[1]} are given for the same thing."
    yield Finding(Outcome.CONTRADICTION if once else Outcome.OPEN, Aspect.TWICE, text, facts, values)


def _comparable(mine: Figure, theirs: Figure, one: Fact, other: Fact) -> bool:
    """Whether two figures count the same thing, the only ones of their sentences that do."""
    if mine.unit is None or theirs.unit is None or not same_unit(mine.unit, theirs.unit):
        return False
    more = [one in MORE for one in (mine.comparator, theirs.comparator)]
    less = [one in LESS for one in (mine.comparator, theirs.comparator)]
    if any(more) and any(less):  # those who earn more than so much, and those who earn less
        return False
    units = set(map(stem, words(mine.unit))), set(map(stem, words(theirs.unit)))
    if units[0] - units[1] and units[1] - units[0] and units[0] & units[1]:  # "Dutch soldiers", "Belgian soldiers"
        return False
    for figure, fact in ((mine, one), (theirs, other)):
        if sum(same_unit(figure.unit, each.unit) for each in fact.figures if each.unit) != 1:
            return False
    return _beside(mine, one) == _beside(theirs, other)


def _beside(figure: Figure, fact: Fact) -> frozenset[str]:
    """The words beside a figure that make it a different one: "another 40", "40 of them, among"."""
    start, end = figure.start - fact.start, figure.end - fact.start
    before = words(fact.text[max(0, start - _REACH) : start])[-_BESIDE:]
    after = words(fact.text[end : end + _REACH])[:_BESIDE]
    return _PART & {*before, *after}


def _near(mine: Figure, theirs: Figure) -> bool:
    """Whether two figures that do not exclude each other may well be one: "over 700" and "720", not "9,000"."""
    less, more = sorted((abs(scaled(mine)), abs(scaled(theirs))))
    return more <= FAR * less


def _is_rounded(mine: Figure, theirs: Figure) -> bool:
    """Whether one of two figures is the other in round numbers: 14,500 of 14,486, not 79 of 76."""
    one, other = scaled(mine), scaled(theirs)
    near = abs(one - other) <= _ROUNDED * max(abs(one), abs(other))
    return near and (one in _rounded(other) or other in _rounded(one))


def _rounded(value: float) -> tuple[float, ...]:
    """A value in round numbers, of each size from tens on."""
    return tuple([round(value, -size) for size in range(1, len(str(int(abs(value)))))])


def _same_time(one: Fact, other: Fact) -> bool | None:
    """Whether two sentences give the same dates, or none; False where only one has dates, None where they differ."""
    if not one.dates or not other.dates:
        return not (one.dates or other.dates)
    if max(len(one.dates), len(other.dates)) > _MOST:
        return None
    verdicts = {of_dates(mine, theirs) for mine, theirs in product(one.dates, other.dates)}
    return True if verdicts == {Verdict.AGREES} else None


def _where(table: FactTable, facts: Sequence[Fact]) -> list[str]:
    """After each value the file that tells it, where there are two of them."""
    if len({fact.article for fact in facts}) == 1:
        return [""] * len(facts)
    return [f" in {file_of(table, fact.article)}" for fact in facts]


def file_of(table: FactTable, id: str) -> str:
    """The name of the file of an article, its id without one."""
    article = table.article(id)
    return ((article and article.path) or "").replace("\\", "/").rpartition("/")[2] or id


# Dates of what happens once.


def _begun_twice(table: FactTable, every: Iterable[Mark]) -> Iterator[Finding]:
    """Two dates of the same deed of the same body or person, which is done once: founded, born, dissolved, killed."""
    done: defaultdict[tuple[str, bool, str], list[Mark]] = defaultdict(list)
    for mark in every:
        if mark.once:
            done[mark.id, mark.ends, stem(mark.deed)].append(mark)
    for (id, _, _), same in done.items():
        by_date = {mark.date.resolved: mark for mark in reversed(same)}
        for one, other in combinations(reversed(by_date.values()), 2):
            if one.fact.id == other.fact.id or of_dates(one.date, other.date) is not Verdict.DIFFERS:
                continue
            values = one.date.text, other.date.text
            where = _where(table, (one.fact, other.fact))
            text = f"“{values[0]}”{where[0]} and “{values[1]}”{where[1]} are given for {called(table, id)}: {one.deed}."
            # Two of one name, in two files, need not be one person.
            namesakes = id[0] == "p" and one.fact.article != other.fact.article
            yield Finding(
                Outcome.OPEN if namesakes else Outcome.CONTRADICTION, Aspect.TWICE, text, (one.fact, other.fact), values
            )


# Ages and offices.


def _ages(table: FactTable) -> Iterator[Finding]:
    """Two ages of one person in one article: "Ana Costa, 45," and "Ana Costa, 46,"."""
    for person in table.people:
        told: defaultdict[str, dict[float, tuple[str, Fact]]] = defaultdict(dict)
        for mention in person.mentions:
            fact = table.fact_with(mention.article, mention)
            for figure in fact.figures if fact else ():
                if fact and figure.unit == "years" and 0 < figure.start - mention.end <= _TO_AGE:
                    told[mention.article].setdefault(figure.value, (figure.text, fact))
        for ages in told.values():
            for (one, fact), (other, second) in pairwise(ages.values()):
                text = f"{person.name} is “{one}” and “{other}” years old."
                yield Finding(Outcome.CONTRADICTION, Aspect.TWICE, text, (fact, second), (one, other))


def _offices(table: FactTable) -> Iterator[Finding]:
    """Two people who hold one office in one article, without a word of one after the other."""
    holders: defaultdict[tuple[str, tuple[str, ...]], list[tuple[Person, Fact]]] = defaultdict(list)
    for person in table.people:
        for role in person.roles:
            every = words(role.text)
            if not _is_sole(role.text, every):
                continue
            for mention in role.mentions:
                if fact := _plain_fact(table, mention):
                    holders[fact.article, every].append((person, fact))
    for (_, every), held in holders.items():
        found = {person.id: (person, fact) for person, fact in reversed(held)}
        if len(found) == 2:
            (one, fact), (other, second) = reversed(found.values())
            office = next(each.text for each in one.roles if words(each.text) == every)
            text = f"{one.name} and {other.name} are both “{office}”."
            yield Finding(Outcome.OPEN, Aspect.TWICE, text, (fact, second), (one.name, other.name))


def _is_sole(text: str, every: tuple[str, ...]) -> bool:
    """Whether an office is held by one at a time: such a head, and whose it is ("Iraqi Prime Minister")."""
    if len(every) < 2 or not _NOT_THE_ONE.isdisjoint(every):
        return False
    at = next((number for number, word in enumerate(every) if word in _OF), len(every))
    head = every[at - 1] if at else ""
    named = text[:1].isupper() or at < len(every)
    prime = head != "minister" or "prime" in every or "foreign" in every
    return head in _SOLE and named and prime and at < len(every) + (at > 1) and len(every) > 1 + ("prime" in every)


def _plain_fact(table: FactTable, mention: Mention) -> Fact | None:
    """The sentence of a role, unless it tells of one after the other."""
    fact = table.fact_with(mention.article, mention)
    return fact if fact and _NOT_THE_ONE.isdisjoint(words(fact.text)) else None
