"""A claim in nearly the words of a sentence: whether another name was put into it, or what it denies was turned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from unami_cli import lexicon
from unami_cli.checking.agreement import DAYS, SIDES, exclude, matters, opposites
from unami_cli.checking.matter import NAMED, Matter, Part
from unami_cli.checking.slots import Held, acts_for
from unami_cli.checking.statement import differing, is_mutual, negations, undoes
from unami_cli.lookup.clauses import Token
from unami_cli.lookup.wordforms import GRAMMAR, is_verb

_COPIED = 0.7  # part of the words of a claim, in their order, from which it is a copy of a sentence
_LONGEST = 120  # words of a claim and of a sentence that are compared one by one
_LISTING = frozenset("and or as well the of for".split())
_PLACING = frozenset("in at on near".split())
"""A phrase that one of these begins may stand anywhere in a sentence."""
_MORE = 2  # words that a stretch of the fact may have more than that of the claim


class Copy:
    """A claim and a fact in nearly the same words, and the stretches of each in which they are not the same."""

    def __init__(self, told: Held, tokens: Sequence[Token], changed: Sequence[tuple[int, int, int, int]]) -> None:
        self._told, self._tokens, self._changed = told, tokens, changed

    @property
    def denied(self) -> bool | None:
        """Whether a "not" that the fact lacks was put into the claim; None where the claim has none of its own."""
        tokens, theirs = self._told.tokens, negations(self._told.tokens)
        moved = {tokens[at].word for _, _, c, d in self._changed for at in theirs if c <= at < d}
        mine = [at for at in negations(self._tokens) if self._tokens[at].word not in moved]
        ours = sum(a <= at < b for a, b, _, _ in self._changed for at in mine)
        others = sum(c <= at < d for a, b, c, d in self._changed for at in theirs if b > a)
        return (ours + others) % 2 > 0 if ours else None

    @property
    def cut(self) -> bool:
        """Whether the claim is the fact without a few words that name nobody and tell of no deed."""
        if any(b > a for a, b, _, _ in self._changed):
            return False
        out = [at for _, _, c, d in self._changed if c > 0 and d < len(self._told.tokens) for at in range(c, d)]
        words = ((self._told.tokens[at].word, self._told.said(at)[:1]) for at in out)
        return not any(first.isupper() or is_verb(word) or word in GRAMMAR for word, first in words)

    @property
    def opposed(self) -> bool:
        """Whether a word of the claim stands where the fact has its opposite: "halving" for "doubling"."""
        ends = ((b, d) for a, b, c, d in self._changed if b - a == 1 and d > c)
        pairs = [
            (self._tokens[b - 1].word, self._told.tokens[d - 1].word)
            for b, d in ends
            if b < len(self._tokens) and d < len(self._told.tokens)
        ]
        return any(
            undoes(mine, theirs)
            or not opposites(matters(mine)).isdisjoint(matters(theirs))
            or exclude(SIDES, mine, theirs)
            or exclude(DAYS, mine, theirs)
            for mine, theirs in pairs
        )

    def renamed(self, matter: Matter) -> bool:
        """Whether a name of the claim stands where the fact has another name, or two have changed places."""
        named = [part for part in matter.parts if part.kind == NAMED]
        if any(self._turned(one, other) for one, other in pairwise(named)):
            return True
        return any(
            self._has_another(matter, part, range(c, d))
            for a, b, c, d in self._changed
            for part in named
            if d - c <= b - a + _MORE and any(part.start == token.start for token in self._tokens[a:b])
        )

    def _turned(self, one: Part, other: Part) -> bool:
        """Whether two names that follow each other in the claim stand the other way round beside the same verb."""
        before, behind = self._told.where(other), self._told.where(one)
        if {one.mark, other.mark} & _PLACING or not before or not behind or max(before) > min(behind):
            return False
        between = [token.word for token in self._tokens if one.start < token.start < other.start]
        verbs = {word for word in between if (is_verb(word) or word.endswith("ed")) and not is_mutual(word)}
        return any(token.word in verbs for token in self._told.tokens[max(before) : min(behind)])

    def _has_another(self, matter: Matter, part: Part, places: range) -> bool:
        """Whether the fact names there somebody or something that the part does not."""
        where = self._told.where(part)
        if where and any(is_mutual(token.word) for token in self._tokens):
            return False
        moved = part.mark in _PLACING and any(self._told.tokens[at].mark == part.mark for at in where)
        if moved or not set(where).isdisjoint(places) or acts_for(matter, part, self._told):
            return False
        ids = matter.bearers(part)
        others = {at for at, id in self._mentions(matter) if at in places and id not in ids}
        if not others and matter.kind(part) == "where":
            others = {at for at in places if self._is_place(at)}
        return bool(others) and not any(_are_listed(self._told, at, other) for at in where for other in others)

    def _mentions(self, matter: Matter) -> Iterator[tuple[int, str]]:
        """The words of the fact that name a record, each with its id."""
        for start, end, one in matter.index.discourse.held(self._told.number):
            for at in range(self._told.word_at(start), self._told.word_at(end)):
                yield at, one.id

    def _is_place(self, at: int) -> bool:
        return self._told.said(at)[:1].isupper() and self._told.tokens[at].word in lexicon.words("places")


def _are_listed(told: Held, one: int, other: int) -> bool:
    """Whether two names stand in one list: "Google and Wikipedia"."""
    first, last = sorted((one, other))
    between = told.tokens[first + 1 : last]
    return all(token.word in _LISTING or told.fact.text[token.start].isupper() for token in between)


def copied(matter: Matter, told: Held) -> Copy | None:
    """The claim and the fact, where the claim is nearly a copy of it or of a part of it; else None."""
    tokens = matter.claim.words
    mine, theirs = [token.word for token in tokens], [token.word for token in told.tokens]
    enough = _COPIED * len(mine)
    if max(len(mine), len(theirs)) > _LONGEST or len(set(mine) & set(theirs)) < _COPIED * len(set(mine)):
        return None
    stretches = differing(mine, theirs)
    ordered = len(mine) - sum(b - a for a, b, _, _ in stretches) >= enough
    return Copy(told, tokens, stretches) if ordered or sorted(mine) == sorted(theirs) else None
