"""What the whole of an article says of a name: what it was found to be elsewhere, and that it is that throughout."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache, reduce
from itertools import chain
from math import exp, log
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract.scene import is_surname
from unami_cli.extract.signs import WEIGHTS, Key, Told, Weights, key_of, shifted
from unami_cli.folding import JOINTS
from unami_cli.tags import Line


class NameKind(IntEnum):
    """What a name names; NONE stands for a capitalised word that is not a name."""

    PERSON = 0
    BODY = 1
    PLACE = 2
    THING = 3
    NONE = 4


class Name(NamedTuple):
    """The words `start` to `end` (exclusive) of a line, what they name, and the signs that speak most for it."""

    start: int
    end: int
    kind: NameKind
    why: str


Odds = tuple[float, float, float, float, float]
"""The logarithm of the probability of each kind."""
_TIMES = 3  # so many times as often somebody as a body a name has to be found, to be somebody
_SHORTEST_SURNAME = 3  # letters; less is an initial or a numeral
_LEAST = -4.0  # of the logarithm of a probability: one place does not outvote all others
_EVEN = (0.0, 0.0, 0.0, 0.0, 0.0)
_LABELS = tuple(kind.name.lower() for kind in NameKind)


@lru_cache(maxsize=4096)
def _odds(weights: Weights) -> Odds:
    """How likely each kind is by the signs of one place alone."""
    of = shifted(weights)
    most = max(of)
    whole = most + 100 * log(sum([exp((each - most) / 100) for each in of]))
    least = whole + 100 * _LEAST
    a, b, c, d, e = [(max(each, least) - whole) / 100 for each in of]
    return a, b, c, d, e


def _sum(x: Odds, y: Odds) -> Odds:
    return x[0] + y[0], x[1] + y[1], x[2] + y[2], x[3] + y[3], x[4] + y[4]


class Verdict(NamedTuple):
    """What was found at one place at first: the words of the name, its kind, what speaks for each kind."""

    key: Key
    kind: NameKind
    weights: Weights


class _Heard:
    """What was found of one name at all its places; the sums of the odds are made for those who ask for them."""

    __slots__ = ("odds", "times", "weights")

    def __init__(self) -> None:
        self.times, self.weights = [0, 0, 0, 0, 0], list[Weights]()
        self.odds: Odds | None = None


_told = lru_cache(maxsize=4096)(Told)


class Known:
    """What is found in an article at first, and the signs that it gives at the second time."""

    def __init__(self, verdicts: Iterable[Verdict]) -> None:
        self._heard: dict[Key, _Heard] = {}
        self._last, self._first = Counter[str](), Counter[str]()
        self._heads, self._in_body, self._in_place = set[str](), set[str](), set[str]()
        self._initials: dict[NameKind, set[str]] = {NameKind.BODY: set(), NameKind.THING: set()}
        self._sums: dict[Key, Weights] = {}
        for key, kind, weights in verdicts:
            heard = self._heard.get(key)
            if heard is None:
                heard = self._heard[key] = _Heard()
            heard.weights.append(weights)
            heard.times[kind] += 1
            if len(key) > 1:
                self._take_long(key, kind)
        single = {key[0]: of.times for key, of in self._heard.items() if len(key) == 1}
        self._people = {word for word, times in single.items() if times[NameKind.PERSON]}
        self._places = {word for word, times in single.items() if times[NameKind.PLACE]}
        self._bodies = {word for word, times in single.items() if times[NameKind.BODY] > times[NameKind.PERSON]}
        self._parts = self._people | self._places | self._bodies | self._last.keys()
        self._of_part = (
            ("begins a body named here", self._heads),
            ("in a body named here", self._in_body - self._heads),
            ("the initials of a body named here", self._initials[NameKind.BODY]),
            ("the initials of a thing named here", self._initials[NameKind.THING]),
            ("in a place named here", self._in_place),
        )

    def _take_long(self, key: Key, kind: NameKind) -> None:
        if kind is NameKind.PERSON:
            self._last[key[-1]] += 1
            self._first[key[0]] += 1
        elif kind is NameKind.BODY:
            self._heads.add(key[0])
            self._in_body.update(key)
        elif kind is NameKind.PLACE:
            self._in_place.update(key)
        if kind in self._initials:
            self._initials[kind].add("".join([word[0] for word in key]))
            self._initials[kind].add("".join([word[0] for word in key if word not in JOINTS]))

    def weights(self, keys: Sequence[Key], own: dict[int, Told]) -> list[Weights]:
        """What `signs` say together, for each stretch of a region; `own` is that of what was found there itself."""
        once, heard, parts, sums = WEIGHTS["named once"], self._heard, self._parts, self._sums
        found: list[Weights] = []
        for at, key in enumerate(keys):
            if at in own:
                found.append(own[at].weights)
            elif len(key) > 1 and key not in heard and parts.isdisjoint(key):
                found.append(once)
            else:
                if key not in sums:
                    sums[key] = self.told(key, None).weights
                found.append(sums[key])
        return found

    def told(self, key: Key, own: Verdict | None) -> Told:
        """What `signs` say together."""
        return _told(tuple(self.signs(key, own)))

    def signs(self, key: Key, own: Verdict | None) -> list[str]:
        """What the rest of the article says of these words; `own` is what was found at this place itself."""
        if len(key) > 1:
            return [*self._elsewhere(key, own), *self._of_long(key)]
        word = key[0]
        found = [] if word in self._last else self._elsewhere(key, own)
        if word in self._last:
            found.append("the surname of one named here")
            if self._last[word] > 2:
                found.append("the surname of one often named here")
        elif word in self._first:
            found.append("the first name of one named here")
        return found + [sign for sign, words in self._of_part if word in words]

    def corrected(self, key: Key, kind: NameKind, small: frozenset[str]) -> NameKind:
        """The kind of a name that was found to be of this one, by the names in full here.

        A word that nothing speaks for is a person where it is the surname of somebody named here and none of the
        `small` words of the text. What was taken for a person but is part of nobody's name is a body where one is
        called so or begins so here, a place where it is the capital of a country: "Washington".
        """
        word = key[0]
        if kind is NameKind.NONE:
            surname = word in self._last and word not in small and len(word) >= _SHORTEST_SURNAME
            return NameKind.PERSON if surname else kind
        if kind is not NameKind.PERSON or len(key) > 1 or word in self._last or word in self._first:
            return kind
        if word in self._bodies or (word in self._heads and not is_surname(word)):
            return NameKind.BODY
        return NameKind.PLACE if word in lexicon.words("capitals") else kind

    def _elsewhere(self, key: Key, own: Verdict | None) -> list[str]:
        heard = self._heard.get(key)
        count = len(heard.weights) - (own is not None) if heard else 0
        if heard is None or not count:
            return ["named once"]
        if heard.odds is None:
            heard.odds = reduce(_sum, map(_odds, heard.weights), _EVEN)
        odds, times = heard.odds, heard.times
        if own is not None:
            a, b, c, d, e = _odds(own.weights)
            odds, times = _sum(odds, (-a, -b, -c, -d, -e)), [n - (k == own.kind) for k, n in enumerate(times)]
        second, first = sorted(range(5), key=odds.__getitem__)[3:]
        ahead = odds[first] - odds[second]
        found = [f"elsewhere {'barely' if ahead < 1 else 'rather' if ahead < 3 else 'surely'} {_LABELS[first]}"]
        if count > 1:
            found.append(f"elsewhere perhaps {_LABELS[second]}")
        most = max(times)
        if 2 * most > count:
            found.append(f"elsewhere taken for {_LABELS[times.index(most)]}{' often' if most > 2 else ''}")
        return found

    def _of_long(self, key: Key) -> list[str]:
        first, last = key[0], key[-1]
        holds = (
            ("ends in a surname named here", last in self._last),
            ("begins with a surname named here", first in self._last),
            ("its last word a person elsewhere", last in self._people),
            ("its last word a place elsewhere", last in self._places),
            ("holds a body named elsewhere", not self._bodies.isdisjoint(key)),
        )
        return [sign for sign, true in holds if true]


def of_one_kind(lines: Sequence[Line], names: list[tuple[Name, ...]]) -> list[tuple[Name, ...]]:
    """The names; one that is somebody's here and something else's there is what speaks more often for it.

    A body counts `_TIMES` times as much as a person. A surname of somebody named in full is left as it is found: there
    may be both.
    """
    times: defaultdict[Key, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    full: set[str] = set()
    keys = [[key_of(line, name.start, name.end) for name in of] for line, of in zip(lines, names, strict=True)]
    for key, name in zip(chain.from_iterable(keys), chain.from_iterable(names), strict=True):
        times[key][name.kind] += 1
        if name.kind is NameKind.PERSON and len(key) > 1:
            full.update((key[0], key[-1]))
    mixed = {
        key: _most(*of) for key, of in times.items() if of[0] and any(of[1:]) and not (len(key) == 1 and key[0] in full)
    }
    if not mixed:
        return names

    def settled(key: Key, name: Name) -> Name:
        doubtful = key in mixed and name.kind <= NameKind.BODY
        return name._replace(kind=mixed[key]) if doubtful else name

    return [tuple(map(settled, *of)) for of in zip(keys, names, strict=True)]


def _most(people: int, bodies: int, places: int, things: int) -> NameKind:
    """What a name is that is a person so often, a body, a place, a thing so often."""
    if bodies:
        return NameKind.BODY if _TIMES * bodies >= people else NameKind.PERSON
    if places + things < people:
        return NameKind.PERSON
    return NameKind.PLACE if places >= things else NameKind.THING
