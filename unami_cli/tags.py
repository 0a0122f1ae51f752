"""What a word is: its folded key and its shape, looked up once for each distinct word, and the words of a sentence."""

from __future__ import annotations

from array import array
from collections.abc import Container, Sequence
from enum import Enum
from functools import cached_property
from itertools import compress, count
from operator import itemgetter
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.folding import flat, fold
from unami_cli.patterns import pattern

_PARTICLE_WORD = pattern(r"(?:[a-z]{1,3}[-’'‘ʼ])+[^\W\d_a-z]")
_COMPOUND_ENDS = (
    "ed", "ing", "style", "era", "born", "run", "wide", "old", "free", "made", "own", "year", "years", "day", "month",
    "long", "only", "held", "built", "bound", "week", "class", "like", "century", "friendly", "led", "related",
    "language",
)  # fmt: skip
ADDRESSES = frozenset("mr mrs ms miss dr sir".split())
"""What stands before a name and is not part of it."""
_LINKS = frozenset("in of to and the at on for".split())
"""What joins the words of a compound: "Brothers-in-law"."""
_PREFIXES = frozenset("anti inter mid multi neo non pan post pre pro self semi ultra".split())
"""What does not make a name of the word after its hyphen: "Pan-democrat", "Non-league"."""
_SILENT = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\u200e\u200f", None))


class Shape(Enum):
    """What a word looks like; only CAPITAL and UPPER words begin names."""

    __hash__ = object.__hash__  # its members are singletons, and this one is quick

    CAPITAL = "Xx"
    UPPER = "XX"
    LOWER = "x"
    NUMBER = "9"
    POSSESSIVE = "’s"
    SIGN = "."


class Word(NamedTuple):
    """A word, a dotted abbreviation ("U.S."), a possessive ending ("’s") or one sign, wherever it stands.

    `key` is folded, dots gone; `named` says that it could be a part of a name by its first letter,
    `compound` that it is an adjective or the like with a hyphen; `flat` is what names and lists know it by: the key
    without apostrophes and hyphens, "" for a number, a sign and a possessive ending.
    """

    text: str
    key: str
    shape: Shape
    named: bool
    compound: bool
    flat: str


class Line(tuple[Word, ...]):
    """The words of a sentence, where each begins, and what is asked of all of them at once.

    `named` are the indices of the words that may be parts of names; where there are any, `looks` tell each word from
    others by itself: its text, marked where its capitals do not count.
    """

    starts: Sequence[int]
    looks: tuple[str, ...]
    named: Sequence[int]

    def end(self, i: int) -> int:
        """Where the word at `i` ends in the text (exclusive)."""
        return self.starts[i] + len(self[i][0])

    def word(self, i: int) -> Word | None:
        """The word at `i`, or None outside the line."""
        return self[i] if 0 <= i < len(self) else None

    @cached_property
    def headline(self) -> bool:
        """Whether it is set in Title Case or in capitals, so that capitals do not tell where a name ends."""
        named = len(self.named)
        if named > 2 and all(self[at].text.isupper() for at in self.named):
            return True
        if named <= 6 or self[-1].text == ".":
            return False
        return not any(word[2] is Shape.LOWER and len(word[1]) > 3 for word in self)


class _Words(dict[str, Word]):
    """What each distinct word is, looked up once."""

    def __missing__(self, text: str) -> Word:
        key, shape = _look(text)
        named, small = shape in (Shape.CAPITAL, Shape.UPPER), shape is Shape.LOWER
        self[text] = found = Word(text, key, shape, named, small and "-" in text, flat(key) if named or small else "")
        return found


WORDS = _Words()
"""Every distinct word met so far."""
_TEXT, _NAMED = itemgetter(0), itemgetter(3)


def line_of(words: Sequence[Word], starts: Sequence[int]) -> Line:
    """The words that begin at these places."""
    line = Line(words)
    line.starts = array("I", starts)
    line.named = tuple(compress(count(), map(_NAMED, words)))
    line.looks = tuple(map(_TEXT, words)) if line.named else ()
    return line


def _look(text: str) -> tuple[str, Shape]:
    plain = text.translate(_SILENT) if not text.isascii() else text
    key = fold(plain)
    first = plain[:1]
    if first in "'’‘" and len(plain) > 1:
        return key, Shape.POSSESSIVE
    if first.isdigit():
        return key, Shape.NUMBER
    if not first.isalpha():
        return key, Shape.SIGN
    if "." in key:
        key = key.replace(".", "")
    if "-" in plain and _is_compound(plain):
        return key, Shape.LOWER
    if first.isupper():
        letters = [c for c in plain if c.isalpha()]
        upper = len(letters) > 1 and all(c.isupper() for c in letters)
        return key, Shape.UPPER if upper else Shape.CAPITAL
    if plain.islower():
        return key, Shape.LOWER
    particle = _PARTICLE_WORD.match(plain) or (len(plain) > 2 and plain[1].isupper())
    return key, Shape.CAPITAL if particle else Shape.LOWER


def _is_compound(plain: str) -> bool:
    """Whether a hyphened word is an adjective made from a name: "UN-backed", "Pan-democrat", not "Jong-un"."""
    first, *inner, last = plain.split("-")
    if last.islower() and (first.lower() in _PREFIXES or not _LINKS.isdisjoint(inner)):
        return True
    syllable = last.endswith("ing") and len(last) < 6  # "Cheuk-ting"
    return len(last) > 2 and last.islower() and last.endswith(_COMPOUND_ENDS) and not syllable


def _lowered(line: Line, at: Container[int]) -> Line:
    """The line with capitals that only shout in the words at these places."""
    shouted = {i for i in line.named if line[i].shape is Shape.UPPER and i in at}
    lowered = Line([word._replace(shape=Shape.CAPITAL) if i in shouted else word for i, word in enumerate(line)])
    lowered.starts, lowered.named = line.starts, line.named
    lowered.looks = tuple([f"{look}*" if i in shouted else look for i, look in enumerate(line.looks)])
    return lowered


def _label_length(line: Line) -> int:
    """How many words of a speaker's label in capitals ("SECRETARY KERRY:") begin the sentence."""
    for i, word in enumerate(line[:6]):
        if word.key == ":" and i:
            return i
        if word.shape is not Shape.UPPER and word.key != ".":
            break
    return 0


def _named_in_capitals(line: Line) -> frozenset[int]:
    """The words of personal names that records set in capitals: "NICOLAS DE RIVIÈRE (France)", "Mr. KUBIŠ"."""
    found: set[int] = set()
    floor = 0
    names = lexicon.words("given_names")
    for start, word in enumerate(line):
        if word[2] is not Shape.UPPER or start < floor:
            continue
        end = start + 1
        while end < len(line) and line[end].shape is Shape.UPPER:
            end += 1
        floor = end
        before = [w.key for w in line[max(0, start - 2) : start] if w.key != "."]
        if (before and before[-1] in ADDRESSES) or (
            end > start + 1 and any(len(w.key) > 3 and w.key in names for w in line[start:end])
        ):
            found.update(range(start, end))
    return frozenset(found)


def unshouted(line: Line) -> Line:
    """The words of a sentence for those who look for names: capitals that only shout count as CAPITAL.

    Such are those of a headline, of a speaker's label ("SECRETARY KERRY:") and of a name in a record of a meeting.
    """
    upper = [line[at][2] for at in line.named].count(Shape.UPPER)
    if not upper:
        return line
    spelled = len(line.named) + [w[2] for w in line].count(Shape.LOWER)
    if (spelled >= 4 and upper >= 0.7 * spelled) or (spelled == upper == 3):
        return _lowered(line, range(len(line)))
    shouted = _named_in_capitals(line).union(range(_label_length(line)))
    return _lowered(line, shouted) if shouted else line
