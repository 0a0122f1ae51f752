"""Two articles in one table: which of their sentences speak of the same thing, and which dates and figures differ.

Sentences speak of the same thing when they share most of their telling words. Rare words weigh more than common ones,
and words that tell of one deed count as one. Numbers and dates are left out: they are what is compared once it is known
that two sentences speak of the same thing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import log
from typing import TypeVar

from unami_cli.checking.agreement import (
    FAR,
    LESS,
    MORE,
    currency,
    is_share,
    is_stretch,
    matters,
    of_dates,
    of_ends,
    of_figures,
    opposites,
    same_unit,
    same_value,
    scaled,
)
from unami_cli.folding import fold, name_words, words
from unami_cli.lexicon import ORDINALS, WEEKDAYS
from unami_cli.lookup.index import written
from unami_cli.lookup.wordforms import GRAMMAR, SPELT, stem
from unami_cli.model import Article, Comparator, Date, Fact, Figure, Mention, Organization, Person, Quote, Span
from unami_cli.outcomes import Difference, Told, Verdict
from unami_cli.table import FactTable
from unami_cli.values import replace

T = TypeVar("T")
V = TypeVar("V", bound=Date | Figure)

FIRST, SECOND = "a1", "a2"
"""The ids of the two articles."""
_DOUBLE = dict.fromkeys(map(ord, "“”„«»‟"), '"')
SAME = 0.6
"""The likeness (0-1) from which two sentences speak of the same thing, so that their values may differ."""
REPEATED, WITHIN = 0.45, 0.75
"""The likeness, or the part of its words in the other, from which a sentence may repeat a value of the other."""
_FEW = 3  # words at least that must be shared, so that "He was 40" is not "She was 30"
_LEAST = 2  # words at least beside the figures of two sentences that share all of them
_MANY = 200  # sentences that are compared with one, those that share its rarest words first
_PAUSES = ' ,;:.–—("“”'
_IDLE = frozenset(
    """which who whom whose what when where while because since until after before during over under between among
    through across against around per according more most less least some many much other another first last
    new""".split()
)
"""Words that join or measure, besides those of `GRAMMAR`."""
_LONG = 50  # characters that say what a sentence speaks of
_WHOLE = 0.95  # likeness from which two sentences tell the same, even if no value of theirs agrees
_SURE = 0.8  # likeness from which values that have no unit, or several of one, are compared in their order


class Side:
    """One of the two articles: its sentences, and the words of its text."""

    def __init__(self, article: Article, facts: Sequence[Fact]) -> None:
        self.id = article.id
        self.text = article.text
        self.facts = facts
        self.keys = {sentence_key(fact) for fact in facts}

    @cached_property
    def _words(self) -> str:
        return f" {' '.join(words(self.text))} "

    @cached_property
    def _written(self) -> frozenset[str]:
        return frozenset(part.strip("()[],.;:!?’'\"“”‘") for part in self.text.split())

    def writes(self, name: str) -> bool:
        """Whether these words stand in the text; for a single word the capitals count as well."""
        parts = words(name)
        return name in self._written if len(parts) < 2 else f" {' '.join(parts)} " in self._words

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return sorted([(fact.start, fact.end) for fact in self.facts])

    def around(self, fact: Fact, quote: Quote) -> Fact:
        """A fact together with the sentences after it in which a quotation of it goes on."""
        if quote.end <= fact.end:
            return fact
        _, end = self._places[bisect_left(self._places, (quote.end, 0)) - 1]
        return replace(fact, end=end, text=self.text[fact.start : end])

    def within(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Those of the mentions that stand in this article."""
        return [mention for mention in mentions if mention.article == self.id]


class Both:
    """The table of both articles, and which sentences both have."""

    def __init__(self, table: FactTable) -> None:
        self.table = table
        self.sides = (self._side(FIRST), self._side(SECOND))
        shared = self.sides[0].keys & self.sides[1].keys
        self._shared = {fact.id for fact in table.facts if sentence_key(fact) in shared}

    @cached_property
    def named(self) -> frozenset[str]:
        """The names of all people and organisations."""
        named: tuple[Person | Organization, ...] = (*self.table.people, *self.table.organizations)
        return frozenset(one.name for one in named)

    @cached_property
    def borne(self) -> tuple[frozenset[str], ...]:
        """The forms of names that somebody or something bears in each article."""
        named: tuple[Person | Organization, ...] = (*self.table.people, *self.table.organizations)
        every = [[one for one in named if side.within(one.mentions)] for side in self.sides]
        return tuple(frozenset(name for one in held for name in (one.name, *one.aliases)) for held in every)

    def _side(self, id: str) -> Side:
        article = next(each for each in self.table.articles if each.id == id)
        return Side(article, [fact for fact in self.table.facts if fact.article == id])

    def fresh(self, fact: Fact | None) -> bool:
        """Whether the other article lacks this sentence; what is outside any sentence is its own."""
        return fact is None or fact.id not in self._shared

    def all_fresh(self, mentions: Iterable[Mention]) -> bool:
        """Whether none of the mentions stands in a sentence that both have."""
        return all(self.fresh(self.table.fact_with(mention.article, mention)) for mention in mentions)

    def told(self, value: str, mentions: Sequence[Mention]) -> Told:
        """What the first of these mentions that stands in a sentence says."""
        placed = [(self.table.fact_with(mention.article, mention), mention) for mention in mentions]
        fact, mention = next(((fact, mention) for fact, mention in placed if fact), placed[0])
        return Told(value, fact, Span(mention.start, mention.end))


def one_to_one(found: Iterable[tuple[float, T, T]], start: Callable[[T], int]) -> list[tuple[T, T, float]]:
    """The most alike of these pairs, each thing in one pair at most; of two equally alike, the first in the text."""
    taken: set[int] = set()
    pairs: list[tuple[T, T, float]] = []
    for score, one, other in sorted(found, key=lambda each: (-each[0], start(each[1]), start(each[2]))):
        if taken.isdisjoint((id(one), id(other))):
            taken |= {id(one), id(other)}
            pairs.append((one, other, score))
    return pairs


def sentence_key(fact: Fact) -> str:
    """A sentence as it is compared: however it is wrapped, and whatever marks quote in it."""
    return " ".join(fold(fact.text.translate(_DOUBLE)).split())


def only(kind: str, about: str, told: Told, side: int) -> Difference:
    """What only one side tells, the first (0) or the second (1)."""
    return Difference(kind, about, None if side else told, told if side else None)


def words_of(one: Date | Figure | Quote, fact: Fact) -> Told:
    """What a sentence says in so many words."""
    return Told(one.text, fact, Span(one.start, one.end))


class Topic:
    """What a sentence speaks of: its telling words by their stems, as it writes them, and the deeds that they tell of.

    `names` are those of each kind of record that it names.
    """

    def __init__(self, fact: Fact, names: Sequence[frozenset[str]]) -> None:
        self.fact = fact
        self.names = names
        self._places = _telling(fact)
        self.words = {word: fact.text[start:end] for word, (start, end) in self._places.items()}

    @cached_property
    def deeds(self) -> Mapping[str, frozenset[str]]:
        """The sides of the deeds that each word may tell of, by its stem."""
        return {word: matters(said) for word, said in self.words.items()}

    @cached_property
    def sides(self) -> frozenset[str]:
        """The sides of all deeds that the sentence may tell of."""
        return frozenset[str]().union(*self.deeds.values())

    def about(self, other: Topic | None = None) -> str:
        """What it speaks of, as it stands there: from the first to the last of its words, or of those of both."""
        places = [self._places[word] for word in (tuple(self.shared(other)) if other else ()) or self.words]
        if not places:
            return ""
        said = whole = " ".join(self.fact.text[places[0][0] : places[-1][1]].split())
        if len(said) > _LONG:
            said = said[:_LONG].rpartition(" ")[0]
        marks = said.translate(_DOUBLE)
        if marks.count('"') % 2:  # one of the two that stand around a quotation
            said = said[: marks.rindex('"')]
        return said if said == whole else f"{said.rstrip(_PAUSES)}…"

    @cached_property
    def apart(self) -> tuple[str, ...]:
        """Its telling words that are not part of a figure."""
        counted = {stem(word) for figure in self.fact.figures for word in words(figure.text)}
        return tuple([word for word in self.words if word not in counted])

    def shared(self, other: Topic) -> Iterator[str]:
        """The stems of its words that the other has too, as a word or as a deed."""
        return (word for word in self.words if word in other.words or not self.deeds[word].isdisjoint(other.sides))

    def may_be(self, other: Topic) -> bool:
        """Whether nothing rules out one topic: not that both name others, nor that one says the opposite."""
        if any(
            mine and theirs and mine.isdisjoint(theirs) for mine, theirs in zip(self.names, other.names, strict=True)
        ):
            return False
        mine, theirs = self.sides - other.sides, other.sides - self.sides
        return opposites(mine).isdisjoint(theirs)


class Likeness:
    """How like each other the sentences of two articles are."""

    def __init__(self, mine: Sequence[Topic], theirs: Sequence[Topic]) -> None:
        self._holding: defaultdict[str, list[Topic]] = defaultdict(list)
        for topic in theirs:
            for key in _keys(topic):
                self._holding[key].append(topic)
        every = [*mine, *theirs]
        counted = Counter(word for topic in every for word in topic.words)
        self._weights = {word: log(1 + len(every) / count) for word, count in counted.items()}

    def near(self, topic: Topic) -> Iterator[Topic]:
        """Those of the other article that share words with it, each once; many of them only by its rarest words."""
        held = sorted([self._holding[key] for key in _keys(topic) if key in self._holding], key=len)
        counted: Counter[int] = Counter()
        by_id: dict[int, Topic] = {}
        for found in held:
            if by_id and len(by_id) + len(found) > _MANY:
                break
            by_id |= {id(other): other for other in found[:_MANY]}
            counted.update(map(id, found[:_MANY]))
        return (other for number, other in by_id.items() if counted[number] > 1)

    def of(self, mine: Topic, theirs: Topic) -> float:
        """How much of the weight of their words two sentences share, 0-1; 0 where they share only a word or two."""
        ours, others = tuple(mine.shared(theirs)), tuple(theirs.shared(mine))
        whole = len(ours) == len(mine.words) and len(others) == len(theirs.words) and len(mine.apart) >= _LEAST
        if min(len(ours), len(others)) < _FEW and not whole:
            return 0.0
        return (self._sum(ours) + self._sum(others)) / (self._sum(mine.words) + self._sum(theirs.words))

    def repeats(self, mine: Topic, theirs: Topic) -> bool:
        """Whether one sentence may say again what the other says, perhaps beside other things."""
        if not mine.may_be(theirs):  # of others, or turned round: only as good as in the same words
            return self.of(mine, theirs) >= SAME
        ours = tuple(mine.shared(theirs))
        least = min(self._sum(mine.words), self._sum(theirs.words)) or 1.0
        inside = len(ours) >= _FEW and self._sum(ours) / least >= WITHIN
        return inside or self.of(mine, theirs) >= REPEATED

    def _sum(self, words: Iterable[str]) -> float:
        return sum([self._weights[word] for word in words])


def _keys(topic: Topic) -> Iterator[str]:
    """What a sentence is looked for under: its words and the sides of its deeds."""
    yield from topic.words
    yield from topic.sides


def _telling(fact: Fact) -> dict[str, tuple[int, int]]:
    """Where the words of a sentence first stand in it, by their stems; none of grammar, of numbers and of dates."""
    dates = [(date.start - fact.start, date.end - fact.start) for date in fact.dates]
    found: dict[str, tuple[int, int]] = {}
    for word, start, end in written(fact.text):
        idle = (
            len(word) < 2 or word in GRAMMAR or word in _IDLE or word in SPELT or any(sign.isdigit() for sign in word)
        )
        if not idle and not any(first <= start < last for first, last in dates):
            found.setdefault(stem(word), (start, end))
    return found


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
        """Sentences that speak of the same thing, one to one, the most alike first, each with its likeness."""
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
                    if score >= SAME and _of_one_time(mine.fact, theirs.fact, score):
                        found.append((score, mine, theirs))
        return one_to_one(found, lambda topic: topic.fact.start)


def _topic(both: Both, fact: Fact) -> Topic:
    """What a sentence speaks of; people are told apart by the last words of their names."""
    known = (both.table.record(id) for id in fact.people)
    people = frozenset(name_words(one.name)[-1] for one in known if isinstance(one, Person))
    return Topic(fact, (people, frozenset(fact.organizations)))


def _of_one_time(mine: Fact, theirs: Fact, likeness: float) -> bool:
    """Whether two like sentences tell of one time: a value of theirs agrees, or they are the same words of two days."""
    return not _speak_of_others(mine, theirs) or (likeness >= _WHOLE and _of_days(mine, theirs))


def _of_days(mine: Fact, theirs: Fact) -> bool:
    """Whether all dates of two sentences are days: counts are repeated each year, but rarely on another day."""
    return all(len(date.resolved) == 10 for date in (*mine.dates, *theirs.dates))


def _speak_of_others(mine: Fact, theirs: Fact) -> bool:
    """Whether two sentences have dates and figures of which none agree: they tell of other times."""
    if not (mine.dates and theirs.dates and mine.figures and theirs.figures):
        return False
    dates = any(dates_agree(a, b) is Verdict.AGREES for a in mine.dates for b in theirs.dates)
    return not dates and not any(figures_agree(a, b) is Verdict.AGREES for a in mine.figures for b in theirs.figures)


def values(both: Both) -> Iterator[Difference]:
    """The dates and figures of sentences that one article lacks."""
    pairs = Pairs(both)
    yield from _compared("date", pairs, lambda fact: fact.dates, dates_agree)
    yield from _compared("figure", pairs, lambda fact: fact.figures, figures_agree)


def _compared(
    kind: str, pairs: Pairs, of: Callable[[Fact], Sequence[V]], verdict: Callable[[V, V], Verdict]
) -> Iterator[Difference]:
    """What sentences that one article lacks say of one kind of value."""
    settled: set[tuple[int, int, int]] = set()
    for mine, theirs, score in pairs.same:
        for one, other, differ in _matched(of(mine.fact), of(theirs.fact), verdict, score):
            settled |= {(0, *_ends(one)), (1, *_ends(other))}
            if differ:
                about = _unit(one) or mine.about(theirs)
                yield Difference(kind, about, words_of(one, mine.fact), words_of(other, theirs.fact))
    for number, topics in enumerate(pairs.fresh):
        for topic in topics:
            again = [other for fact in pairs.repeated[topic.fact.id] for other in of(fact)]
            for value in of(topic.fact):
                repeated = any(verdict(value, other) is Verdict.AGREES for other in again)
                if (number, *_ends(value)) not in settled and not repeated:
                    about = _unit(value) or topic.about()
                    yield only(kind, about, words_of(value, topic.fact), number)


def _matched(
    mine: Sequence[V], theirs: Sequence[V], verdict: Callable[[V, V], Verdict], likeness: float
) -> Iterator[tuple[V, V, bool]]:
    """The values of two sentences that speak of one thing, each value in one pair at most, and whether they differ.

    Of the values that agree with nothing, those with only one counterpart are paired; if the sentences surely are of
    one thing, so are as many as there are counterparts, in their order.
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
    """Whether two values are worded alike: sure pairs are taken before those that only agree."""
    alike = words(one.text) == words(other.text) and currency(_unit(one)) == currency(_unit(other))
    return Verdict.AGREES if alike else Verdict.ABSENT


def dates_agree(one: Date, other: Date) -> Verdict:
    """Whether two dates agree; those that both texts word alike do, whatever year the text around gives them."""
    if one.edtf == other.edtf:
        return Verdict.AGREES
    return of_ends(one, other) if is_stretch(one) and is_stretch(other) else of_dates(one, other)


def figures_agree(one: Figure, other: Figure) -> Verdict:
    """Whether two figures agree, whichever is taken for the claim.

    Two bounds of one kind are compared as they are stated: "over 600" does not refute "over 700", but is another value.
    A bound that is true of a value but far from it does not agree with it either: "over 700" of 7,000.
    """
    if not _of_one_kind(one, other):
        return Verdict.ABSENT
    for bounds in (MORE, LESS):
        if one.comparator in bounds and other.comparator in bounds:
            return Verdict.AGREES if scaled(one) == scaled(other) else Verdict.DIFFERS
    verdicts = {of_figures(one, other), of_figures(other, one)}
    if Verdict.AGREES in verdicts:
        low, high = sorted(abs(scaled(each)) for each in (one, other))
        return Verdict.AGREES if same_value(one, other) or high <= FAR * low else Verdict.ABSENT
    return Verdict.ABSENT if Verdict.ABSENT in verdicts else Verdict.DIFFERS


_BOUNDS = (MORE, LESS, (Comparator.ABOUT,), (Comparator.EQUAL,))
_PART_OF_TIME = {
    word: "autumn" if word == "fall" else word
    for word in "early mid late spring summer autumn fall winter half quarter start beginning middle end".split()
}
"""Words in a date that name a part of its time."""


def of_one_bound(one: Figure, other: Figure) -> bool:
    """Whether two figures are bounds of one kind: "more than 200" and "at least 200"."""
    return any(one.comparator in bound and other.comparator in bound for bound in _BOUNDS)


def same_figure(one: Figure, other: Figure) -> Verdict:
    """Whether two versions of a sentence give one figure: another value or bound is another, however near it is."""
    agree = figures_agree(one, other)
    if agree is Verdict.ABSENT and not _of_one_kind(one, other):
        return agree
    alike = agree is Verdict.AGREES and one.comparator is other.comparator and same_value(one, other)
    return Verdict.AGREES if alike else Verdict.DIFFERS


def _of_one_kind(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same, or both are money, or one part of a whole: "half of the land", "50%"."""
    money = currency(one.unit) and currency(other.unit)
    share = is_share(one) and is_share(other) and same_value(one, other)
    return bool(money) or share or same_unit(one.unit, other.unit) or same_unit(other.unit, one.unit)


def same_date(one: Date, other: Date) -> Verdict:
    """Whether two versions of a sentence give one date: the part of a year, or the month beside the day, counts."""
    agree = dates_agree(one, other)
    days = [WEEKDAYS.intersection(words(date.text)) for date in (one, other)]
    another = (days[0] != days[1] and all(days)) or _part(one) != _part(other)
    if agree is Verdict.AGREES and (another or len(one.resolved) != len(other.resolved)):
        return Verdict.DIFFERS
    return agree


def _part(date: Date) -> frozenset[str]:
    """The words that say which part of a time is meant: "the third quarter of 2026", "late 2026"."""
    parts = {_PART_OF_TIME[word] for word in words(date.text) if word in _PART_OF_TIME}
    ordinals = {str(ORDINALS[word]) for word in words(date.text) if word in ORDINALS}
    ordinals |= {word[:-2] for word in words(date.text) if word[:-2].isdigit() and word[-2:].isalpha()}
    return frozenset(parts | ordinals) if parts else frozenset()


def _unit(one: Date | Figure) -> str:
    return (one.unit or "") if isinstance(one, Figure) else ""


def _ends(one: Span) -> tuple[int, int]:
    return one.start, one.end
