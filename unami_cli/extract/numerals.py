"""A stretch of text as words, digits and signs, and its numbers, in digits or in words: "1,234.5", "twenty-two"."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from unami_cli import lexicon
from unami_cli.lexicon import ARTICLES, BIG, GROUPS, ORDINALS, SMALL, TENS
from unami_cli.marks import blanked
from unami_cli.patterns import pattern

# Soft hyphens and zero-width or direction marks may stand inside a word or between two; they are never tokens, nor are
# the marks of mail and Markdown.
_TOKEN = pattern(
    r"([0-9]+|[^\W\d_]+(?:[\u00ad\u200b-\u200d\u2060]+[^\W\d_]+)*"
    r"|[^\s\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069])"
)
_ASCII_TOKEN = pattern(r"([0-9]+|[A-Za-z]+|\S)")  # the same, where a text has no other characters
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"

DASHES = frozenset("-–—‐‑−")
APOSTROPHES = frozenset("'’‘ʼ`´")
CLOCK = frozenset("hours hrs hour local z".split())
"""What may stand after a time of four digits, as names of zones may."""


class Scan:
    """The tokens of `text[start:end]` in four parallel sequences; `lows` holds them in lower case.

    `starts` and `ends` are 0-based code points into `text`, ends exclusive. An index outside the tokens is answered
    with "" by `low` and `word`, so that a neighbour can be asked for without a bounds check.
    """

    __slots__ = ("end", "ends", "lows", "start", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text: Final = text
        self.start: Final = start
        self.end: Final = end
        part = blanked(text[start:end])
        parts = (_ASCII_TOKEN if part.isascii() else _TOKEN).split(part)
        places = list(accumulate(map(len, parts), initial=start))
        self.starts: Final = places[1:-1:2]
        self.ends: Final = places[2::2]
        self.words: Final = tuple(parts[1::2])
        small = "\n".join(self.words).lower()  # all at once, as no token holds a line break
        for hidden in "" if part.isascii() else _INVISIBLE:
            small = small.replace(hidden, "")
        self.lows: Final = tuple(small.split("\n")) if small else ()

    def places(self, words: Set[str]) -> list[int]:
        """The indices of the digits and of these words."""
        return [i for i, low in enumerate(self.lows) if low in words or low.isdigit()]

    def word(self, i: int) -> str:
        """Token `i` as it is written, or ""."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def low(self, i: int) -> str:
        """Token `i` in lower case, or ""."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def glued(self, i: int) -> bool:
        """Whether token `i` follows the token before it without a gap."""
        return 0 < i < len(self.words) and self.ends[i - 1] == self.starts[i]

    def inside(self, i: int) -> bool:
        """Whether token `i` touches the tokens on both its sides, as the dot of "1.5" does."""
        return self.glued(i) and self.glued(i + 1)

    def hyphened(self, i: int) -> bool:
        """Whether token `i` is a hyphen right between two tokens, or a dash set as one: "22-year", "22–year", "5—7"."""
        if not (0 < i < len(self.lows) and self.lows[i] in DASHES and self.inside(i)):
            return False
        if self.lows[i] not in "–—":
            return True
        counted = self.lows[i - 1].isdigit() or self.lows[i - 1] in SMALL
        return counted and (self.lows[i] == "–" or self.lows[i + 1].isdigit())

    def adjoins(self, i: int) -> bool:
        """Whether token `i` follows the token before it in the same line and cell, with nothing but space between."""
        return 0 < i < len(self.words) and not {"\n", "\t"} & {*self.text[self.ends[i - 1] : self.starts[i]]}

    def number(self, i: int) -> int | None:
        """The run of digits at `i` as an integer, or None."""
        word = self.word(i)
        return int(word) if word.isdecimal() and len(word) < 16 else None

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return self.word(i)[:1].isupper()

    def in_address(self, i: int) -> bool:
        """Whether token `i` is part of a web address, a mail address or a handle."""
        before = self.text[max(self.start, self.starts[i] - 80) : self.starts[i]]
        after = self.text[self.ends[i] : min(self.end, self.ends[i] + 80)]
        head = before.rsplit(maxsplit=1)[-1] if before and not before[-1].isspace() else ""
        tail = after.split(maxsplit=1)[0] if after and not after[0].isspace() else ""
        chunk = (head + self.word(i) + tail).strip("_")
        return "@" in chunk or "://" in chunk or "www." in chunk or "_" in chunk


@lru_cache(maxsize=1)
def scan(text: str, start: int, end: int) -> Scan:
    """The tokens of `text[start:end]`; remembered until another sentence is asked for, as figures come after dates."""
    return Scan(text, start, end)


def letters_of(text: str) -> str:
    """The text, as long as it is: small letters of ASCII, "0" for a digit or a hidden character, blank for all else."""
    parts = (text[at : at + _PART] for at in range(0, len(text), _PART))
    plain = (part if part.isascii() else _ODD.sub("0", part) for part in parts)
    return "".join([part.encode("ascii", "replace").translate(_LETTERS).decode() for part in plain])


def cues_in(letters: str, cues: frozenset[str]) -> frozenset[str]:
    """Which of these words of plain letters a sentence has; a digit or a hidden character may stand for any of them."""
    return cues if "0" in letters else cues.intersection(letters.split())


_PART = 1 << 16  # characters at a time, for the copies on the way take more memory than what comes of them
_ODD = pattern(rf"[\d½⅓⅔¼¾⅕⅛²³¹{_INVISIBLE}]")
_LETTERS = bytes(
    ord(c if "a" <= c <= "z" else "0" if "0" <= c <= "9" else " ") for c in map(str.lower, map(chr, range(256)))
)


_INDIAN = {"lakh": 10**5, "crore": 10**7}
_BIG, _GROUPS = BIG | _INDIAN, GROUPS | _INDIAN
# Short scales; "m", "b", "k" and "t" only where they are glued to the digits.
_SHORT = {"bn": 10**9, "mn": 10**6, "mln": 10**6, "mio": 10**6, "tn": 10**12, "trn": 10**12, "lac": 10**5, "cr": 10**7}
_MULTIPLIED = frozenset("people men euros dollars pounds francs yuan yen".split())
_GLUED = {"m": 10**6, "b": 10**9, "k": 10**3, "t": 10**12}
_FACTORS = _GROUPS | _SHORT
SCALES = _GROUPS.keys() | _SHORT.keys() | _GLUED.keys()
_TOLD_WITH_A_COMMA = SCALES | {"%", "euro", "euros"}
"""What follows a number whose decimals a comma parts: "2,5 million", "21,6%", "2,50 euros"."""
_NAMES_OF_PARTS = "half third quarter fifth sixth seventh eighth ninth tenth".split()
_PARTS = {word: n for n, word in enumerate(_NAMES_OF_PARTS, 2)}
_PLURAL_PARTS = {f"{word}s": n for word, n in _PARTS.items() if n > 2} | {"halves": 2}
_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
RANKS = ORDINALS.keys() | {f"{ten[:-1]}ieth" for ten in TENS} | {"hundredth", "thousandth"}
"""Ordinals: what a number in words goes on into when it counts nothing."""
STARTERS = SMALL.keys() | TENS.keys() | _VULGAR.keys() | {"a", "an", "half"}
"""What may begin a number in words."""
CUES = frozenset(STARTERS | _GROUPS.keys() | _PARTS.keys())
"""The words without which, and without a digit, there is no number; "a" and "an" need another one of them."""

_JOINTS = frozenset((",", "and", "or", "to", "of", "&", "-", "–"))
_LONGEST_LIST = 12
_NUMERAL = pattern(
    r"""(?P<commas>[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])(?:\.[0-9]+)?)
       |(?P<spaces>[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9]))
       |(?P<dots>[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}(?![0-9])|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9]))
       |(?P<comma>[0-9]{1,3},[0-9]{1,2}(?![0-9,.]))
       |(?P<plain>[0-9]+(?:\.[0-9]+)?)""",
    re.VERBOSE,
)


class Numeral(NamedTuple):
    """A number over the tokens `first` to `last` (exclusive): value = top / bottom * scale.

    `plain` is True for a short run of digits without separators, decimals and scale: what names are numbered with.
    `part` is True for a fraction of a whole ("two-thirds"), whose unit is what it is a part of.
    """

    first: int
    last: int
    top: int
    bottom: int = 1
    scale: int = 1
    spelt: bool = False
    plain: bool = False
    part: bool = False

    @property
    def value(self) -> int | float:
        """The number multiplied out; an integer wherever it is one."""
        whole, rest = divmod(self.top * self.scale, self.bottom)
        return whole if rest == 0 else self.top * self.scale / self.bottom


def read_numeral(tokens: Scan, i: int, money: bool) -> Numeral | None:
    """The number that begins at token `i`, or None; `money` makes "5m" five millions and not five metres."""
    if tokens.lows[i] in ARTICLES and tokens.low(_hyphen(tokens, i + 1)) not in CUES:
        return None
    ratio = None if money else _ratio(tokens, i)
    if ratio is not None:
        return ratio
    return _digits(tokens, i, money) if tokens.lows[i].isdigit() else _part(tokens, i) or _words(tokens, i)


# ---- digits --------------------------------------------------------------------------------------------------------


def _digits(tokens: Scan, i: int, money: bool) -> Numeral | None:
    match = _NUMERAL.match(tokens.text, tokens.starts[i], tokens.end)
    if match is None or match.end() - match.start() > 24:
        return None
    written, kind = match[0], match.lastgroup
    last = i + 1
    while last < len(tokens.starts) and tokens.starts[last] < match.end():
        last += 1
    if kind == "spaces" and " " in written and tokens.capital(last):  # 400 737 Max jets
        written, kind, last = written.partition(" ")[0], "plain", i + 1
    if kind == "comma" and not (money or tokens.low(last) in _TOLD_WITH_A_COMMA):  # "1,5" may be two numbers
        written, kind, last = written.partition(",")[0], "plain", i + 1
    if kind in ("comma", "dots") or (kind == "plain" and _is_in_thousands(tokens, i, last, written)):
        written = written.replace(".", "").replace(",", ".")
    whole, _, decimals = "".join(written.replace(",", "").split()).partition(".")
    top, bottom = int(whole + decimals), 10 ** len(decimals)
    if tokens.low(last) in _VULGAR:
        above, below = _VULGAR[tokens.low(last)]
        top, bottom, last = top * below + above, below, last + 1
    scale, end = _scale(tokens, last, money)
    plain = kind == "plain" and not decimals and scale == 1 and last == i + 1
    return Numeral(i, end, top, bottom, scale, plain=plain)


def _is_in_thousands(tokens: Scan, i: int, last: int, written: str) -> bool:
    """Whether a dot parts the thousands of money that has no cents and is written so at home: "300.000 VND"."""
    whole, _, rest = written.partition(".")
    if len(rest) != 3 or len(whole) > 3 or whole == "0" or tokens.low(last) in SCALES:
        return False
    return "whole" in (lexicon.words("currencies").get(beside) for beside in (tokens.low(i - 1), tokens.low(last)))


def _scale(tokens: Scan, i: int, money: bool) -> tuple[int, int]:
    """The scale that begins at token `i` (1 where there is none) and the token after it."""
    scale = 1
    while True:
        k = _hyphen(tokens, i)
        low = tokens.low(k)
        factor = _FACTORS.get(low, 0)
        if not factor and low in _GLUED and tokens.glued(k) and k == i and scale == 1:
            factor = _GLUED[low] if money or low == "k" or _multiplies(tokens, k) else 0
        if not factor:
            return scale, i
        scale, i = scale * factor, k + 1


def _multiplies(tokens: Scan, k: int) -> bool:
    """Whether a glued "m", "b" or "t" is a scale although no money goes before: "5m people", "2M"."""
    word, after = tokens.word(k), tokens.word(k + 1)
    return word == "M" or (word == "m" and (after.lower() in _MULTIPLIED or (after.islower() and after.endswith("s"))))


def _ratio(tokens: Scan, i: int) -> Numeral | None:
    """A ratio: "one in five", "nine out of ten", "1/3 of"."""
    joint = i + 1
    out_of = tokens.low(joint) == "out" and tokens.low(joint + 1) == "of"
    slashed = tokens.low(joint) == "/" and tokens.inside(joint)
    if not (out_of or slashed or tokens.low(joint) == "in"):
        return None
    k = joint + 1 + out_of
    top = SMALL.get(tokens.lows[i]) or tokens.number(i)
    bottom = SMALL.get(tokens.low(k)) or TENS.get(tokens.low(k)) or tokens.number(k)
    if not top or not bottom or top >= bottom or (slashed and tokens.low(k + 1) != "of"):
        return None
    if (bottom > 10 and bottom % 10) or bottom > 1000 or not (out_of or slashed or top == 1 or bottom in (10, 100)):
        return None
    return Numeral(i, k + 1, top, bottom, spelt=not slashed, part=True)


def is_designated(tokens: Scan, first: int, last: int) -> bool:
    """Whether a word that numbers things stands beside: "Article 51", "items 3, 4 and 5", "the 1718 Committee"."""
    designators, after = lexicon.words("designators"), tokens.word(last)
    if after == "Committee" or (after == "Sanctions" and tokens.word(last + 1) == "Committee"):
        return True
    k = first - 1
    if tokens.low(k) == "of" and tokens.word(k - 1) == "Group":
        return True
    joined = len(tokens.words[first]) < 4  # in "Law No. 127 of 2022" that is a year
    while joined and first - k < _LONGEST_LIST and tokens.low(k) in _JOINTS and tokens.low(k - 1).isdigit():
        k -= 2
    k -= tokens.low(k) == "."
    # "no" before a counted noun is "not any more than"; "No 10" is a house.
    numbers = tokens.low(k) in designators or tokens.word(k) in designators
    return numbers and not (tokens.word(k) == "no" and k == first - 1)


# ---- words ---------------------------------------------------------------------------------------------------------


def _hyphen(tokens: Scan, i: int) -> int:
    """The token after an optional hyphen at `i`."""
    return i + 1 if tokens.hyphened(i) else i


def _words(tokens: Scan, i: int) -> Numeral | None:
    """A cardinal in words: "twenty-two", "one hundred and five", "a million", "two and a half thousand"."""
    one = tokens.lows[i] in ("a", "an") and tokens.low(i + 1) in _GROUPS
    begun = (1, i + 1) if one else _below_hundred(tokens, i)
    if begun is None:
        return None
    top, scale, last = _grouped(tokens, *begun)
    halves, last = _and_a_half(tokens, last)
    if halves:
        more, last = _scale(tokens, last, money=False)
        return Numeral(i, last, 2 * top + (scale if more == 1 and scale > 1 else 1), 2, more, spelt=True)
    return Numeral(i, last, top, spelt=True)


def _below_hundred(tokens: Scan, i: int) -> tuple[int, int] | None:
    """A number from 1 to 99 at token `i`, and the token after it."""
    low = tokens.low(i)
    if low in SMALL:
        return SMALL[low], i + 1
    if low not in TENS:
        return None
    k = _hyphen(tokens, i + 1)
    ones = SMALL.get(tokens.low(k), 0)
    return (TENS[low] + ones, k + 1) if 0 < ones < 10 else (TENS[low], i + 1)


def _grouped(tokens: Scan, group: int, i: int) -> tuple[int, int, int]:
    """Goes on from `group` at token `i` through "hundred", "thousand" and so on: the sum, its last scale, the next."""
    total, scale = 0, 1
    while True:
        k = _hyphen(tokens, i)
        low = tokens.low(k)
        if low in ("hundred", "dozen"):
            group, scale, i = group * _GROUPS[low], _GROUPS[low], k + 1
        elif low in _BIG:
            total, group, scale, i = total + group * _BIG[low], 0, _BIG[low], k + 1
        else:
            joint = k + 1 if low == "and" else k
            below = _below_hundred(tokens, joint) if scale > 12 and joint != i + 2 else None
            if below is None or group % 100:
                return total + group, scale, i
            group, i = group + below[0], below[1]


def _and_a_half(tokens: Scan, i: int) -> tuple[bool, int]:
    """Whether "and a half" (or "-and-a-half") stands at token `i`, and the token after it."""
    k = i
    for word in ("and", "a", "half"):
        k = _hyphen(tokens, k)
        if tokens.low(k) != word:
            return False, i
        k += 1
    return True, k


# ---- parts ---------------------------------------------------------------------------------------------------------


def _part(tokens: Scan, i: int) -> Numeral | None:
    """A part of a whole or of a scale: "two-thirds", "a quarter of a million", "half a million", "half of", "½"."""
    vulgar = _VULGAR.get(tokens.lows[i])
    fraction = (*vulgar, i + 1) if vulgar else _half(tokens, i) or _named_part(tokens, i)
    if fraction is None:
        return None
    above, below, last = fraction
    scale, end = _part_of_scale(tokens, last)
    return Numeral(i, end, above, below, scale, spelt=True, part=scale == 1)


def _part_of_scale(tokens: Scan, i: int) -> tuple[int, int]:
    """The scale after "of a", "a" or a hyphen at token `i`: the million of "half a million"."""
    k = _hyphen(tokens, i)
    k += tokens.low(k) == "of"
    k += tokens.low(k) in ("a", "one")
    factor = _GROUPS.get(tokens.low(k), 1)
    return (factor, k + 1) if factor > 1 else (1, i)


def _half(tokens: Scan, i: int) -> tuple[int, int, int] | None:
    """The word "half" where it measures: before "of", "the", "a", a possessive or a scale, or after a comparison."""
    if tokens.lows[i] != "half" or tokens.low(i - 1) in RANKS or tokens.low(i - 1) in DASHES:
        return None
    leads = tokens.low(_hyphen(tokens, i + 1)) in (
        "a",
        "an",
        "of",
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        *_GROUPS,
    )
    compared = tokens.low(i - 1) in ("than", "nearly", "almost", "about", "over", "least")
    return (1, 2, i + 1) if leads or compared else None


def _named_part(tokens: Scan, i: int) -> tuple[int, int, int] | None:
    """A named part: "two-thirds", "one fifth of", "a third of"; an ordinal ("a third soldier") is none."""
    low = tokens.lows[i]
    k = _hyphen(tokens, i + 1)
    name = tokens.low(k)
    if low in SMALL and name in _PLURAL_PARTS:
        return SMALL[low], _PLURAL_PARTS[name], k + 1
    whole = low in ("a", "one") and name in _PARTS and tokens.low(k + 1) == "of"
    return (1, _PARTS[name], k + 1) if whole else None
