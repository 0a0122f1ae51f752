"""A stretch of text as words, runs of digits and single signs: what dates and figures are read from."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache
from itertools import accumulate
from typing import Final

from unami_cli.marks import blanked
from unami_cli.patterns import pattern

# Soft hyphens and zero-width or direction marks may stand inside a word or between two; they are never tokens, nor are
# the marks of mail and Markdown.
_TOKEN = pattern(
    r"([0-9]+|[^\W\d_]+(?:[\u00ad\u200b-\u200d\u2060]+[^\W\d_]+)*"
    r"|[^\s\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069])"
)
_ASCII_TOKEN = pattern(r"([0-9]+|[A-Za-z]+|\S)")
"""The same, where a text has no other characters."""
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"

DASHES = frozenset("-–—‐‑−")
APOSTROPHES = frozenset("'’‘ʼ`´")


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
        """Whether token `i` is a hyphen, or some dash, right between two tokens: "22-year"."""
        return 0 < i < len(self.lows) and self.lows[i] in DASHES and self.inside(i)

    def adjoins(self, i: int) -> bool:
        """Whether token `i` follows the token before it on the same line, with nothing but space between."""
        return 0 < i < len(self.words) and "\n" not in self.text[self.ends[i - 1] : self.starts[i]]

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
    plain = text if text.isascii() else _ODD.sub("0", text)
    return plain.encode("ascii", "replace").translate(_LETTERS).decode()


def cues_in(letters: str, cues: frozenset[str]) -> frozenset[str]:
    """Which of these words of plain letters a sentence has; a digit or a hidden character may stand for any of them."""
    return cues if "0" in letters else cues.intersection(letters.split())


_ODD = pattern(rf"[\d½⅓⅔¼¾⅕⅛²³¹{_INVISIBLE}]")
_LETTERS = bytes(
    ord(c if "a" <= c <= "z" else "0" if "0" <= c <= "9" else " ") for c in map(str.lower, map(chr, range(256)))
)
