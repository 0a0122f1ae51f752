"""A sentence as words with shapes: what people and organisations are both read from.

A run of capitalised words is where names hide. This module says what a word looks like ("Iraq" is CAPITAL, "UNAMI" is
UPPER, "of" is LOWER); which runs are names of what is decided by the extractors.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.folding import fold
from unami_cli.model import Sentence, Token
from unami_cli.patterns import pattern

FUNCTION_WORDS = frozenset(
    """a about above according across after again against ahead all along also although always amid among an and
    another any are around as at away back be because been before behind being below beneath beside besides
    between beyond both but by can could despite did do does down due during each earlier either else
    elsewhere even ever every few following for from further furthermore had has have having he hence her here
    him his how however i if in including indeed instead into is it its itself just last later least less like
    many may me meanwhile might more moreover most much must my near nearly neither never nevertheless next no
    none nor not nothing now of off often on once one only onto or other others our out outside over own per
    perhaps quite rather same several shall she should since so some soon still such than that the their them
    then there thereby therefore these they this those though through throughout thus to today together
    tomorrow too toward towards under unless unlike until up upon us very was we were what when where whereas
    whether which while who whom whose why will with within without would yes yesterday yet you your""".split()
)
PARTICLES = frozenset(
    """al el ul bin ibn bint ben bani abu umm de del della di da das do dos du des la le las los lo van von der den het
    ter ten te zu zum zur af av y e ould ag wa ap ferch binti""".split()
)
MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec""".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ADDRESSES = frozenset("mr mrs ms miss dr sir".split())
_PARTICLE_WORD = pattern(r"(?:[a-z]{1,3}[-’'‘ʼ])+[^\W\d_a-z]")
_COMPOUND_ENDS = (
    "ed", "ing", "style", "era", "born", "run", "wide", "old", "free", "made", "own", "year", "years", "day", "month",
    "long", "only", "held", "built", "bound", "week", "class", "like", "century", "friendly", "led", "related",
    "language",
)  # fmt: skip
_SILENT = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\u200e\u200f", None))


class Shape(Enum):
    """What a word looks like; only CAPITAL and UPPER words begin names."""

    CAPITAL = "Xx"
    UPPER = "XX"
    LOWER = "x"
    NUMBER = "9"
    POSSESSIVE = "’s"
    SIGN = "."


class Word(NamedTuple):
    """A token with what is asked of it all the time: its folded key (dots gone) and its shape."""

    start: int
    end: int
    text: str
    key: str
    shape: Shape

    @property
    def named(self) -> bool:
        """Whether the word could be a part of a name by its first letter."""
        return self.shape is Shape.CAPITAL or self.shape is Shape.UPPER


Line = tuple[Word, ...]


@lru_cache(maxsize=65536)
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
    if _PARTICLE_WORD.match(plain) or (len(plain) > 2 and plain[1].isupper()):
        return key, Shape.CAPITAL
    return key, Shape.LOWER


def _is_compound(plain: str) -> bool:
    """Whether a hyphened word is an adjective made from a name: "UN-backed", "Iran-led", not "Jong-un"."""
    last = plain.rpartition("-")[2]
    return len(last) > 2 and last.islower() and last.endswith(_COMPOUND_ENDS)


def _word(token: Token, shouted: bool) -> Word:
    key, shape = _look(token.text)
    if shouted and shape is Shape.UPPER:
        shape = Shape.CAPITAL
    return Word(token.start, token.end, token.text, key, shape)


def flat(key: str) -> str:
    """A folded key as the lists of names and of titles spell it: without apostrophes, hyphens as spaces."""
    return key.replace("'", "").replace("-", " ")


def is_headline(line: Line) -> bool:
    """Whether a line is set in Title Case or in capitals, so that capitals do not tell where a name ends."""
    named = sum(word.named for word in line)
    if not named:
        return False
    shouted = named > 2 and all(word.text.isupper() for word in line if word.named)
    prose = any(word.shape is Shape.LOWER and len(word.key) > 3 for word in line) or line[-1].text == "."
    return shouted or (named > 6 and not prose)


def _label_length(shapes: Sequence[tuple[str, Shape]]) -> int:
    """How many words of a speaker's label in capitals ("SECRETARY KERRY:") begin the sentence."""
    for i, (key, shape) in enumerate(shapes[:6]):
        if key == ":" and i:
            return i
        if shape is not Shape.UPPER and key != ".":
            break
    return 0


def _named_in_capitals(looks: Sequence[tuple[str, Shape]]) -> frozenset[int]:
    """The words of personal names that records set in capitals: "NICOLAS DE RIVIÈRE (France)", "Mr. KUBIŠ"."""
    found: set[int] = set()
    start = 0
    while start < len(looks):
        end = start
        while end < len(looks) and looks[end][1] is Shape.UPPER:
            end += 1
        run = [key for key, _ in looks[start:end]]
        before = [key for key, _ in looks[max(0, start - 2) : start] if key != "."]
        given = len(run) > 1 and any(len(key) > 3 and key in lexicon.words("given_names") for key in run)
        if given or (run and before[-1:] and before[-1] in _ADDRESSES):
            found.update(range(start, end))
        start = end + 1
    return frozenset(found)


def words_of(sentence: Sentence) -> Line:
    """The words of a sentence; capitals that only shout (a headline, a speaker's label) count as CAPITAL."""
    looks = [_look(token.text) for token in sentence.tokens]
    spelled = [shape for _, shape in looks if shape in (Shape.UPPER, Shape.CAPITAL, Shape.LOWER)]
    upper = sum(shape is Shape.UPPER for shape in spelled)
    shouted = (len(spelled) >= 4 and upper >= 0.7 * len(spelled)) or (len(spelled) == upper == 3)
    label = _label_length(looks)
    capitals = _named_in_capitals(looks)
    return tuple(_word(token, shouted or i < label or i in capitals) for i, token in enumerate(sentence.tokens))
