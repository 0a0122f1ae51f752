"""A sentence of which something is asked: its words, whom it names, and how near they stand to what was met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import exp
from typing import TypeVar

from unami_cli.lookup.deeds import MetWord
from unami_cli.lookup.discourse import Discourse
from unami_cli.lookup.questions import Question
from unami_cli.model import Fact, Mention, Organization, Person, Resolution, Words
from unami_cli.values import Value

FAR, _OTHER_SIDE = 60, 0.7
"""Over how many characters nearness falls to a third, and what it is worth on the side where nobody looks."""
R = TypeVar("R", Person, Organization, Resolution)


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
