"""Which sentences of two articles speak of the same thing: those that share most of their telling words.

Rare words weigh more than common ones, and words that tell of one deed count as one. Numbers and dates are left out:
they are what is compared once it is known that two sentences speak of the same thing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import log

from unami_cli.checking.agreement import matters, opposite
from unami_cli.lookup.index import written
from unami_cli.lookup.wordforms import GRAMMAR, SPELT, stem
from unami_cli.model import Fact

SAME = 0.6
"""From which likeness (0-1) on two sentences speak of the same thing, so that their values may differ."""
REPEATED, WITHIN = 0.45, 0.75
"""From which likeness on, or with which part of its words in the other, a sentence may repeat a value of the other."""
_FEW = 3  # words at least that must be shared, so that "He was 40" is not "She was 30"
_MANY = 200  # sentences that are compared with one, those that share its rarest words first
_IDLE = frozenset(
    """which who whom whose what when where while because since until after before during over under between among
    through across against around per according more most less least some many much other another first last
    new""".split()
)
"""Words that join or measure, besides those of `GRAMMAR`."""
_NAMED = 4  # words that say what a sentence speaks of


class Topic:
    """What a sentence speaks of: its telling words by their stems, as it writes them, and the deeds that they tell.

    `names` are those of each kind of record that it names.
    """

    def __init__(self, fact: Fact, names: Sequence[frozenset[str]]) -> None:
        self.fact = fact
        self.names = names
        self.words = _telling(fact)

    @cached_property
    def deeds(self) -> Mapping[str, frozenset[str]]:
        """The sides of the deeds of which each word may tell, by its stem."""
        return {word: matters(said) for word, said in self.words.items()}

    @cached_property
    def sides(self) -> frozenset[str]:
        """The sides of all deeds of which the sentence may tell."""
        return frozenset[str]().union(*self.deeds.values())

    def shared(self, other: Topic) -> Iterator[str]:
        """The stems of its words that the other has too, as a word or as a deed."""
        return (word for word in self.words if word in other.words or not self.deeds[word].isdisjoint(other.sides))

    def may_be(self, other: Topic) -> bool:
        """Whether nothing speaks against one topic: that both name others, or that one says the opposite."""
        if any(
            mine and theirs and mine.isdisjoint(theirs) for mine, theirs in zip(self.names, other.names, strict=True)
        ):
            return False
        mine, theirs = self.sides - other.sides, other.sides - self.sides
        return not any(opposite(side) in theirs for side in mine)


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
        """How much of the weight of their words two sentences share, 0-1; 0 where they share but a word or two."""
        ours, others = tuple(mine.shared(theirs)), tuple(theirs.shared(mine))
        if min(len(ours), len(others)) < _FEW:
            return 0.0
        return (self._sum(ours) + self._sum(others)) / (self._sum(mine.words) + self._sum(theirs.words))

    def repeats(self, mine: Topic, theirs: Topic) -> bool:
        """Whether one sentence may say again what the other says, perhaps beside other things."""
        if not mine.may_be(theirs):
            return False
        ours = tuple(mine.shared(theirs))
        least = min(self._sum(mine.words), self._sum(theirs.words)) or 1.0
        inside = len(ours) >= _FEW and self._sum(ours) / least >= WITHIN
        return inside or self.of(mine, theirs) >= REPEATED

    def about(self, topic: Topic, other: Topic | None = None) -> str:
        """The weightiest of its words, those that it shares with the other first, in the order of the sentence."""
        words = (tuple(topic.shared(other)) if other else ()) or tuple(topic.words)
        best = set(sorted(words, key=lambda word: -self._weights[word])[:_NAMED])
        return " ".join(topic.words[word] for word in words if word in best)

    def _sum(self, words: Iterable[str]) -> float:
        return sum([self._weights[word] for word in words])


def _keys(topic: Topic) -> Iterator[str]:
    """What a sentence is looked for under: its words and the sides of its deeds."""
    yield from topic.words
    yield from topic.sides


def _telling(fact: Fact) -> dict[str, str]:
    """The words of a sentence by their stems, without those of grammar, of numbers and of dates."""
    dates = [(date.start - fact.start, date.end - fact.start) for date in fact.dates]
    found: dict[str, str] = {}
    for word, start, end in written(fact.text):
        idle = (
            len(word) < 2 or word in GRAMMAR or word in _IDLE or word in SPELT or any(sign.isdigit() for sign in word)
        )
        if not idle and not any(first <= start < last for first, last in dates):
            found.setdefault(stem(word), fact.text[start:end])
    return found
