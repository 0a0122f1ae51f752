"""What is told twice: two sentences that speak of one thing, and whether their figures, dates and offices agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from unami_cli.checking.agreement import FAR, LESS, MORE, is_stretch, of_dates, of_ends, of_figures, same_unit, scaled
from unami_cli.checking.lifetimes import Mark, Named, called, is_point
from unami_cli.checking.subjects import Content, Subjects, alike, each_tells_more, in_the_same_words, two_sources
from unami_cli.folding import words
from unami_cli.lookup.timeline import interval, overlaps
from unami_cli.lookup.wordforms import stem
from unami_cli.model import Comparator, Fact, Figure, Mention, Person
from unami_cli.outcomes import Aspect, Finding, Outcome, Verdict
from unami_cli.table import FactTable

_PART = frozenset(
    """another additional more other further remaining rest including among total combined together each per every
    average first second third last next new some only half most least alone both either different separate up
    down""".split()
)
"""Words that make the number beside them a different one: a part, a whole, one of several."""
_MOST = 12  # figures or dates of a sentence; where there are more it is a table in a line
_REACH = 60  # letters in which words beside a figure are looked for
_BESIDE = 3  # words to either side of a figure that make it a different one
_COMMON = 50  # how many facts may hold a word before it leads to no pair of them
_ROUNDED = 0.05  # how far a round figure may be from the exact one
_ONCE = frozenset(("+exist", "-exist", "+kill"))
"""The sides of deeds that are done once."""
_INDEFINITE = frozenset("a an another one".split())
"""Words with which a text begins to speak of something: of the same, or of one more."""
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


def repetitions(table: FactTable, every: Sequence[Mark], named: Named) -> Iterator[Finding]:
    """Figures, dates, beginnings and ends (`every`) and offices that two sentences tell of the same thing."""
    subjects, files = Subjects(table, named), labels(table)
    begun = list(_begun_twice(table, every, files))
    told_so = {frozenset(fact.id for fact in one.facts) for one in begun}
    for one, other in subjects.pairs():
        sure = alike(one, other, subjects.weights(one, other))
        if sure is not None:
            yield from _figures(files, one, other, sure=sure)
        if {one.fact.id, other.fact.id} not in told_so and (sure or in_the_same_words(one, other)):
            dates = _dates(files, one, other)
            yield from (each for each in dates if sure or each.outcome is Outcome.CONTRADICTION)
        if in_the_same_words(one, other):
            yield from _stretches(files, one, other)
    yield from begun
    yield from _offices(table)


def _figures(files: Files, one: Content, other: Content, *, sure: bool) -> Iterator[Finding]:
    """Figures of the same unit that differ, one in each sentence, at the same time."""
    if max(len(one.fact.figures), len(other.fact.figures)) > _MOST:
        return
    time = _same_time(one, other)
    for mine, theirs in product(one.fact.figures, other.fact.figures):
        if not _comparable(mine, theirs, one.fact, other.fact) or time is None:
            continue
        verdicts = of_figures(mine, theirs), of_figures(theirs, mine)
        values = (mine.text, theirs.text)
        facts = (one.fact, other.fact)
        where = _where(files, facts)
        bounds = _are_two_bounds(mine, theirs)
        if (Verdict.AGREES in verdicts and not bounds) or _is_rounded(mine, theirs):
            if sure and _near(mine, theirs):
                text = f"“{values[0]}”{where[0]} and “{values[1]}”{where[1]} agree."
                yield Finding(Outcome.OK, Aspect.TWICE, text, facts, values)
        elif bounds or set(verdicts) == {Verdict.DIFFERS}:
            if not sure and where[0]:  # two articles tell of two days
                continue
            text = f"“{values[0]}”{where[0]} and “{values[1]}”{where[1]} are given for the same thing."
            clear = sure and time and (one.fact.article == other.fact.article or bool(one.fact.dates))
            clear = clear and not bounds and Comparator.ABOUT not in (mine.comparator, theirs.comparator)
            clear = clear and not each_tells_more(one, other) and not two_sources(one, other)
            yield Finding(Outcome.CONTRADICTION if clear else Outcome.OPEN, Aspect.TWICE, text, facts, values)


def _are_two_bounds(mine: Figure, theirs: Figure) -> bool:
    """Whether two figures bound a value differently: "at least 23" and "at least 31" may both be true, or be two."""
    bounds = all(one.comparator in (*MORE, *LESS) for one in (mine, theirs))
    return bounds and scaled(mine) != scaled(theirs)


def _dates(files: Files, one: Content, other: Content) -> Iterator[Finding]:
    """Dates that differ, one in each sentence: surely a contradiction where both tell of what is done once."""
    if len(one.fact.dates) != 1 or len(other.fact.dates) != 1:
        return
    if not (one.fact.paragraph and other.fact.paragraph):  # the date of a headline is often that of the article
        return
    if _PART & one.every != _PART & other.every:  # "another fire"
        return
    mine, theirs = one.fact.dates[0], other.fact.dates[0]
    verdict = of_dates(mine, theirs)
    if verdict is Verdict.ABSENT or not (is_point(mine) and is_point(theirs)):
        return
    values, facts = (mine.text, theirs.text), (one.fact, other.fact)
    where = _where(files, facts)
    if verdict is Verdict.AGREES:
        if one.fact.figures or other.fact.figures:  # the date is only when that was counted
            return
        text = f"“{values[0]}”{where[0]} and “{values[1]}”{where[1]} agree."
        yield Finding(Outcome.OK, Aspect.TWICE, text, facts, values)
        return
    text = f"“{values[0]}”{where[0]} and “{values[1]}”{where[1]} are given for the same thing."
    outcome = Outcome.CONTRADICTION if _is_once(one, other) else Outcome.OPEN
    yield Finding(outcome, Aspect.TWICE, text, facts, values)


def _stretches(files: Files, one: Content, other: Content) -> Iterator[Finding]:
    """Stretches of time that overlap, told in the same words: "mayor from 2014 to 2020", "mayor from 2012 to 2020"."""
    if len(one.fact.dates) != 1 or len(other.fact.dates) != 1:
        return
    mine, theirs = one.fact.dates[0], other.fact.dates[0]
    covered = interval(theirs.resolved)
    if not (is_stretch(mine) and is_stretch(theirs)) or covered is None or of_ends(mine, theirs) is not Verdict.DIFFERS:
        return
    if (own := interval(mine.resolved)) is None or not overlaps(own, *covered):
        return
    facts = one.fact, other.fact
    where = _where(files, facts)
    text = f"“{mine.text}”{where[0]} and “{theirs.text}”{where[1]} are given for the same thing."
    clear = not where[0] and one.every.isdisjoint(_INDEFINITE)
    outcome = Outcome.CONTRADICTION if clear else Outcome.OPEN
    yield Finding(outcome, Aspect.TWICE, text, facts, (mine.text, theirs.text))


def _is_once(one: Content, other: Content) -> bool:
    """Whether two sentences tell of a deed that is done once to one and the same: "the fund", not "a fire" again."""
    if one.sides.isdisjoint(other.sides & _ONCE) or each_tells_more(one, other):
        return False
    met = other.every if one.fact.article == other.fact.article else one.every | other.every
    same = one.fact.article == other.fact.article or not one.ids.isdisjoint(other.ids)
    return same and met.isdisjoint(_INDEFINITE)


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


def _same_time(one: Content, other: Content) -> bool | None:
    """Whether two sentences give the same dates, or none; False where only one has dates, None where they differ."""
    mine, theirs = one.fact.dates, other.fact.dates
    if not mine or not theirs:
        return not (mine or theirs) and one.times == other.times
    if max(len(mine), len(theirs)) > _MOST:
        return None
    verdicts = {of_dates(*pair) for pair in product(mine, theirs)}
    return True if verdicts == {Verdict.AGREES} else None


Files = Mapping[str, str]
"""What each article is called, by its id."""


def labels(table: FactTable) -> Files:
    """What each article is called: its file's name, its path where names repeat, its id without a path."""
    paths = {article.id: (article.path or "").replace("\\", "/") for article in table.articles}
    names = {id: path.rstrip("/").rpartition("/")[2] for id, path in paths.items()}
    times = Counter(names.values())
    return {id: (name if times[name] == 1 else paths[id]) or id for id, name in names.items()}


def _where(files: Files, facts: Sequence[Fact]) -> list[str]:
    """After each value the file that tells it, where there are two of them."""
    if len({fact.article for fact in facts}) == 1:
        return [""] * len(facts)
    return [f" in {files[fact.article]}" for fact in facts]


# Dates of what happens once.


def _begun_twice(table: FactTable, every: Iterable[Mark], files: Files) -> Iterator[Finding]:
    """Two dates of the same deed of the same body or person, which is done once: founded, born, dissolved, killed."""
    done: defaultdict[tuple[str, bool, str], list[Mark]] = defaultdict(list)
    for mark in every:
        if mark.once:
            done[mark.id, mark.ends, stem(mark.deed)].append(mark)
    for (id, _, _), same in done.items():
        for one, other in _two_dates(same):
            values = one.date.text, other.date.text
            where = _where(files, (one.fact, other.fact))
            text = f"“{values[0]}”{where[0]} and “{values[1]}”{where[1]} are given for {called(table, id)}: {one.deed}."
            # Two of one name, in two files, need not be one person.
            namesakes = id[0] == "p" and one.fact.article != other.fact.article
            yield Finding(
                Outcome.OPEN if namesakes else Outcome.CONTRADICTION, Aspect.TWICE, text, (one.fact, other.fact), values
            )


def _two_dates(same: Sequence[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Pairs of one deed that give two dates: each that one article gives, and once what two articles do."""
    by_date = {(mark.fact.article, mark.date.resolved): mark for mark in reversed(same)}
    told = set[frozenset[str]]()
    pairs = list(combinations(reversed(by_date.values()), 2))
    for one, other in sorted(pairs, key=lambda pair: pair[0].fact.article != pair[1].fact.article):
        dates = frozenset((one.date.resolved, other.date.resolved))
        across = one.fact.article != other.fact.article
        if one.fact.id == other.fact.id or of_dates(one.date, other.date) is not Verdict.DIFFERS:
            continue
        if not across or dates not in told:
            yield one, other
        told.add(dates)


# Offices.


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
