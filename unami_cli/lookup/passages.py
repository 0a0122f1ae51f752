"""A sentence of which something is asked: its words, whom it names, and who does there what the question asks.

All places are those of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import exp
from typing import NamedTuple, TypeVar

from unami_cli.lookup.clauses import LONGEST, is_head, scopes, tokens_of
from unami_cli.lookup.discourse import Discourse
from unami_cli.lookup.questions import Question
from unami_cli.lookup.wordforms import BEING, HELPING, bases, relatives
from unami_cli.model import Fact, Mention, Organization, Person, Resolution, Words
from unami_cli.patterns import pattern
from unami_cli.values import Value

FAR, _OTHER_SIDE = 60, 0.7
"""Over how many characters nearness falls to a third, and what it is worth on the side where nobody looks."""
R = TypeVar("R", Person, Organization, Resolution)

LIGHT = frozenset(
    """get got gets do did does done make makes made take takes took taken have had go goes went come comes came become
    became give gives gave use used want wanted need needed try tried find put keep kept let seem show""".split()
)
"""Verbs that say little: a sentence answers without them."""
_PRONOUNS = frozenset("i we he she they".split())
_BEFORE_VERBS = HELPING | BEING | _PRONOUNS | {"to", "it", "who", "that"}
_NEAR = 4  # words before a verb among which its pronoun stands
_FAR = 120  # characters between a name and a noun that tells its deed
_JOINED = pattern(r"[,;:()–—’']|\b(?:is|are|was|were|be|been|as|who|has|have|had|gave|made|took|did)\b")
"""What ties a noun to the name before it: "Costa, the winner", "Costa is the winner", "Costa’s win"."""


class MetWord(NamedTuple):
    """A word of a fact that met the question: where it stands in the article, and its share of the question (0-1).

    `deed` says that it met the verb of the question.
    """

    start: int
    end: int
    share: float
    deed: bool


class Passage(Value):
    """A fact that is asked, its number, and what of the question was met in it."""

    discourse: Discourse
    number: int
    fact: Fact
    question: Question
    met: Sequence[MetWord]

    def said(self, start: int, end: int) -> str:
        """These characters of the article, which stand in the fact."""
        return self.fact.text[start - self.fact.start : end - self.fact.start]

    def words(self, start: int, end: int, kind: str, fit: float) -> Words:
        """The same as words that may answer."""
        return Words(start, end, self.said(start, end), kind, fit)

    def finds(self, expression: re.Pattern[str], group: int | str = 0) -> Iterator[tuple[re.Match[str], int, int]]:
        """Each place of an expression in the fact, with where a group of it stands in the article."""
        for found in expression.finditer(self.fact.text):
            yield found, self.fact.start + found.start(group), self.fact.start + found.end(group)

    def held(self, kind: type[R]) -> Iterator[tuple[int, int, R]]:
        """Where records of a kind are named in the fact."""
        return ((start, end, one) for start, end, one in self.discourse.held(self.number) if isinstance(one, kind))

    def near(self, start: int, end: int, first: bool | None = None) -> float:
        """How near the met words stand (0-1); `first` prefers what stands before them, False what stands after."""
        total = sum(one.share for one in self.met) or 1.0
        found = 0.0
        for one in self.met:
            gap = max(one.start - end, start - one.end, 0)
            side = 1.0 if first is None or (end <= one.start) is first else _OTHER_SIDE
            found += one.share * side * exp(-gap / FAR)
        return found / total

    def led_by(self, start: int) -> bool:
        """Whether "by" stands before a name."""
        return self.fact.text[: start - self.fact.start].rstrip().endswith(" by")

    def holds(self, place: Mention) -> bool:
        """Whether a mention stands in the fact."""
        return place.article == self.fact.article and self.fact.start <= place.start and place.end <= self.fact.end

    def doer(self, start: int, end: int) -> float:
        """How near the met words stand, before them or after a "by" where the subject of the verb is asked for.

        What stands after the preposition that the question leaves at its end is as near as can be: "spoke to …".
        """
        led = self.question.led
        if led and self.fact.text[: start - self.fact.start].endswith((f" {led} ", f" {led} the ")):
            return 1.0
        return self.near(start, end, self.question.first and not self.led_by(start))

    def apposed(self, start: int, end: int) -> bool:
        """Whether these characters stand between two commas, as a name does after what it is the name of."""
        text = self.fact.text
        return text[: start - self.fact.start].endswith(", ") and text[end - self.fact.start :].startswith((",", "."))

    def covers(self, start: int, end: int) -> bool:
        """Whether a met word stands in these characters: they are of the question, not of its answer."""
        return any(one.start < end and start < one.end for one in self.met)

    def is_asked(self, one: Person | Organization | Resolution) -> bool:
        """Whether a record bears the name that is asked about."""
        asked = {term.word for term in self.question.terms}
        return not isinstance(one, Resolution) and asked <= self.discourse.names_of(one.name)


class _Deed(NamedTuple):
    """A verb that was met: where it starts, where the words start that may be tied to it, and what leads to it."""

    start: int
    clause: frozenset[int]
    passive: bool
    pronouns: frozenset[str]


class Deeds:
    """The verb of a question in a fact, and the other verbs there.

    A synonym of the verb may be done the other way round, as what is sold is bought, and so tells nothing of who.
    """

    def __init__(self, passage: Passage) -> None:
        self._passage, fact, question = passage, passage.fact, passage.question
        self._met = [one.start for one in passage.met if one.deed]
        tokens = tokens_of(fact.text)[:LONGEST]
        starts = [fact.start + token.start for token in tokens]
        asked, known = {one.start for one in passage.met}, set(self._met)
        heads = {at for at in range(len(tokens)) if is_head(fact.text, tokens, at)}
        self._others = [starts[at] for at in sorted(heads) if starts[at] not in asked and tokens[at].word not in LIGHT]
        self._by = [start for token, start in zip(tokens, starts, strict=True) if token.word == "by"]
        verb = relatives(question.verb.word).keys() if question.verb else frozenset[str]()
        places = [at for at, start in enumerate(starts) if start in known and verb & set(bases(tokens[at].word))]
        self._nouns = [(starts[at], fact.start + tokens[at].end) for at in places]
        deeds = [
            at
            for at in places
            if at > 0 and at in heads and starts[at - 1] not in asked  # "the deal reached" is no deed of the deal
            if tokens[at].word.endswith("ed") or tokens[at - 1].word in _BEFORE_VERBS
        ]
        clauses = scopes(fact.text, tokens, set(deeds)) if deeds else ()
        self._deeds = [
            _Deed(
                starts[at],
                frozenset(starts[i] for i in clause),
                not BEING.isdisjoint([token.word for token in tokens[max(at - 3, 0) : at]]),
                _PRONOUNS.intersection(tokens[i].word for i in range(max(at - _NEAR, 0), at) if i in clause),
            )
            for at in deeds
            for clause in [next(each for each in clauses if at in each)]
        ]

    def have(self, start: int, end: int) -> bool:
        """Whether who is named there may have done what is asked, or had it done to them."""
        if self._deeds:
            return any(self._has(deed, start) for deed in self._deeds)
        return not self._nouns or any(self._are_of(*noun, start, end) for noun in self._nouns)

    def caused(self, start: int, end: int, *, sure: bool) -> bool:
        """Whether a cause may be that of the verb: it does not hold it, and no other verb stands between.

        In a sentence that goes on from one with the verb, what is not `sure` to be a cause has no other before it.
        """
        if any(start <= met < end for met in self._met):
            return False
        before = max((met for met in self._met if met < start), default=None)
        if before is None:
            before = start if sure or not self._passage.question.verb else self._passage.fact.start
        return not _between(self._others, before, start)

    def _has(self, deed: _Deed, start: int) -> bool:
        inside = start in deed.clause
        asks_doer = self._passage.question.first and not self._passage.question.passive
        if asks_doer and _between(self._by, deed.start, start):
            return inside
        if asks_doer is deed.passive:  # not the subject
            return inside and start > deed.start and not deed.passive
        return (start < deed.start and (inside or bool(deed.pronouns))) or not deed.pronouns.isdisjoint(("i", "we"))

    def _are_of(self, first: int, last: int, start: int, end: int) -> bool:
        """Whether a deed that a noun tells is theirs who are named: "Costa, the winner", "the winner is Costa"."""
        if end > first:
            return not _between(self._others, last, start)
        between = self._passage.said(end, first) if first - end < _FAR else "…"
        return _JOINED.search(between) is not None


def _between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the places, which rise, lies from `start` to before `end`."""
    return bisect_left(places, start) < bisect_left(places, end)
