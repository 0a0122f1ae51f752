"""The dates and figures of two articles that are not alike, by the sentences that hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from unami_cli.checking.agreement import FAR, LESS, MORE, is_stretch, of_dates, of_ends, of_figures, same_unit, scaled
from unami_cli.checking.likeness import SAME, Likeness, Topic
from unami_cli.checking.sides import Both, one_to_one, only, words_of
from unami_cli.folding import name_words, words
from unami_cli.model import Date, Fact, Figure, Person, Span
from unami_cli.outcomes import Difference, Verdict

V = TypeVar("V", bound=Date | Figure)

_SURE = 0.8  # likeness from which on values that have no unit, or several of one, are compared in their order


class Pairs:
    """The sentences with dates and figures: which two speak of the same thing, and which may repeat which."""

    def __init__(self, both: Both) -> None:
        self.topics = tuple([_topic(both, f) for f in side.facts if f.dates or f.figures] for side in both.sides)
        self.fresh = tuple([topic for topic in topics if both.fresh(topic.fact)] for topics in self.topics)
        self.likeness = Likeness(*self.topics)
        self.repeated: defaultdict[str, list[Fact]] = defaultdict(list)
        """The sentences of the other article that may repeat a sentence, by its id."""
        self.same = self._paired(both)

    def _paired(self, both: Both) -> list[tuple[Topic, Topic, float]]:
        """Sentences that speak of the same thing, one to one, the likest first, each with its likeness."""
        found: list[tuple[float, Topic, Topic]] = []
        for mine in self.topics[0]:
            fresh = both.fresh(mine.fact)
            for theirs in self.likeness.near(mine):
                if not (fresh or both.fresh(theirs.fact)):
                    continue
                if self.likeness.repeats(mine, theirs):
                    self.repeated[mine.fact.id].append(theirs.fact)
                    self.repeated[theirs.fact.id].append(mine.fact)
                if fresh and both.fresh(theirs.fact) and mine.may_be(theirs):
                    score = self.likeness.of(mine, theirs)
                    if score >= SAME and not _speak_of_others(mine.fact, theirs.fact):
                        found.append((score, mine, theirs))
        return one_to_one(found, lambda topic: topic.fact.start)


def _topic(both: Both, fact: Fact) -> Topic:
    """What a sentence speaks of; people are told apart by the last words of their names."""
    known = (both.table.record(id) for id in fact.people)
    people = frozenset(name_words(one.name)[-1] for one in known if isinstance(one, Person))
    return Topic(fact, (people, frozenset(fact.organizations)))


def _speak_of_others(mine: Fact, theirs: Fact) -> bool:
    """Whether no date and no figure of two sentences agrees though both have both: they tell of other times."""
    if not (mine.dates and theirs.dates and mine.figures and theirs.figures):
        return False
    dates = any(_dates(a, b) is Verdict.AGREES for a in mine.dates for b in theirs.dates)
    return not dates and not any(_figures(a, b) is Verdict.AGREES for a in mine.figures for b in theirs.figures)


def values(both: Both) -> Iterator[Difference]:
    """The dates and figures of sentences that one article lacks."""
    pairs = Pairs(both)
    yield from _compared("date", pairs, lambda fact: fact.dates, _dates)
    yield from _compared("figure", pairs, lambda fact: fact.figures, _figures)


def _compared(
    kind: str, pairs: Pairs, of: Callable[[Fact], Sequence[V]], verdict: Callable[[V, V], Verdict]
) -> Iterator[Difference]:
    """What sentences that one article lacks say of one kind of value."""
    settled: set[tuple[int, int, int]] = set()
    likeness = pairs.likeness
    for mine, theirs, score in pairs.same:
        for one, other, differ in _matched(of(mine.fact), of(theirs.fact), verdict, score):
            settled |= {(0, *_ends(one)), (1, *_ends(other))}
            if differ:
                about = _unit(one) or likeness.about(mine, theirs)
                yield Difference(kind, about, words_of(one, mine.fact), words_of(other, theirs.fact))
    for number, topics in enumerate(pairs.fresh):
        for topic in topics:
            again = [other for fact in pairs.repeated[topic.fact.id] for other in of(fact)]
            for value in of(topic.fact):
                repeated = any(verdict(value, other) is Verdict.AGREES for other in again)
                if (number, *_ends(value)) not in settled and not repeated:
                    about = _unit(value) or likeness.about(topic)
                    yield only(kind, about, words_of(value, topic.fact), number)


def _matched(
    mine: Sequence[V], theirs: Sequence[V], verdict: Callable[[V, V], Verdict], likeness: float
) -> Iterator[tuple[V, V, bool]]:
    """The values of two sentences that speak of one thing, each value in one pair at most, and whether they differ.

    Of what agrees with nothing those are paired that have one counterpart alone; if the sentences are surely of one
    thing, also as many as there are counterparts, in their order.
    """
    left, right = list(mine), list(theirs)
    for fits in (_alike, verdict):
        for one in list(left):
            other = next((each for each in right if fits(one, each) is Verdict.AGREES), None)
            if other is not None:
                left.remove(one)
                right.remove(other)
                yield one, other, False
    against = [[each for each in right if verdict(one, each) is Verdict.DIFFERS] for one in left]
    for one, others in zip(left, against, strict=True):
        rivals = [each for each, known in zip(left, against, strict=True) if any(other in known for other in others)]
        alone = len(rivals) == len(others) == 1 and (isinstance(one, Date) or bool(_unit(one)))
        if alone or (likeness >= _SURE and others and len(rivals) == len(others)):
            yield one, others[rivals.index(one)], True


def _alike(one: Date | Figure, other: Date | Figure) -> Verdict:
    """Whether two values are worded alike: what is surely a pair is taken before what only agrees."""
    return Verdict.AGREES if words(one.text) == words(other.text) else Verdict.ABSENT


def _dates(one: Date, other: Date) -> Verdict:
    """Whether two dates agree; what both texts word alike does, whatever year the text around makes it."""
    if one.edtf == other.edtf:
        return Verdict.AGREES
    return of_ends(one, other) if is_stretch(one) and is_stretch(other) else of_dates(one, other)


def _figures(one: Figure, other: Figure) -> Verdict:
    """Whether two figures agree, whichever is taken for the claim.

    Two bounds of one kind are compared as they are stated: "over 600" does not refute "over 700", but is another value.
    A bound that is true of a value from afar does not agree with it either: "over 700" of 7,000.
    """
    if not (same_unit(one.unit, other.unit) or same_unit(other.unit, one.unit)):
        return Verdict.ABSENT
    for bounds in (MORE, LESS):
        if one.comparator in bounds and other.comparator in bounds:
            return Verdict.AGREES if scaled(one) == scaled(other) else Verdict.DIFFERS
    verdicts = {of_figures(one, other), of_figures(other, one)}
    if Verdict.AGREES in verdicts:
        low, high = sorted(abs(scaled(each)) for each in (one, other))
        return Verdict.AGREES if high <= FAR * low else Verdict.ABSENT
    return Verdict.ABSENT if Verdict.ABSENT in verdicts else Verdict.DIFFERS


def _unit(one: Date | Figure) -> str:
    return (one.unit or "") if isinstance(one, Figure) else ""


def _ends(one: Span) -> tuple[int, int]:
    return one.start, one.end
