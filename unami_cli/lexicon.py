"""Word lists about the world, read once from `data/` and never changed; `data/SOURCES.md` says where each is from.

A list is a file of folded entries, one a line, sorted by their UTF-8 bytes; a tab parts an entry from what is said of
it ("minister⇥office"), and lines that begin with "#" are remarks. A `WordFile` bisects some of the file's lines and
searches the bytes between two, so that a list of a hundred thousand names costs next to nothing until it is asked.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from functools import cache

from unami_cli.errors import BrokenData

_SHORT = 1 << 17  # bytes of a list that takes little to read and to keep
_BYTES_A_QUESTION = 100  # of a list that are read in the time that one question to its bytes takes
_STRETCH = 2048  # bytes that are searched from end to end
_LONGEST = 128  # bytes of a line that tell it from all others
_DATA = os.path.join(os.path.dirname(__file__), "data")


def data_bytes(name: str) -> bytes:
    """The bytes of one data file. Raises `BrokenData` when the installation lacks it."""
    try:
        with open(os.path.join(_DATA, name), "rb") as file:
            return file.read()
    except OSError:
        raise BrokenData(name) from None


class WordFile:
    """Folded words, each with what the list says of it ("" where it only holds the word).

    Words are looked for in the bytes; a short list that is asked so often that reading it would have been quicker is
    read then.
    """

    __slots__ = ("_blob", "_fences", "_known", "_leading", "_patience", "_starts")

    def __init__(self, blob: bytes) -> None:
        self._blob = blob
        self._starts: list[int] = []
        self._fences: list[bytes] = []
        self._known: dict[str, str | None] = {}
        self._leading: dict[str, bool] = {}
        self._patience = 1 + len(blob) // _BYTES_A_QUESTION if len(blob) <= _SHORT else -1

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def get(self, word: str) -> str | None:
        """What the list says of the folded word, or None where it does not hold it."""
        known = self._known
        if word in known:
            return known[word]
        if self._patience and not self._is_read() and (end := self._after(word)):
            blob = self._blob
            held = blob[end : end + 1] in (b"\n", b"\t")
            known[word] = said = blob[end + 1 : blob.find(b"\n", end)].decode() if held else None
            return said
        return self._known.setdefault(word, None)

    def leads(self, word: str) -> bool:
        """Whether an entry is this folded word or begins with it and a space, so that more words are worth a look."""
        leading = self._leading
        if word in leading:
            return leading[word]
        if self._patience and not self._is_read() and (end := self._after(word)):
            leading[word] = leads = self._blob[end : end + 1] in (b"\n", b"\t", b" ")
            return leads
        return self._leading.setdefault(word, False)

    def _is_read(self) -> bool:
        """Whether all entries are known; they are read when the patience for single questions ends."""
        if self._patience > 0:
            self._patience -= 1
            if not self._patience:
                self._read()
        return not self._patience

    def _read(self) -> None:
        lines = self._blob.decode().split("\n")
        if b"\t" in self._blob:
            self._known = {word: said for word, _, said in [line.partition("\t") for line in lines if line]}
        else:
            self._known = dict.fromkeys(filter(None, lines), "")
        self._leading = dict.fromkeys(self._known, True)
        for word in self._known if b" " in self._blob else ():
            at = word.find(" ")
            while at > 0:
                self._leading[word[:at]] = True
                at = word.find(" ", at + 1)

    def _after(self, word: str) -> int:
        """Where the first line that begins with the word goes on behind it; 0 where none does."""
        wanted, blob = word.encode("utf-8", "surrogatepass"), self._blob
        size = len(wanted)
        if not wanted or blob.startswith(wanted):
            return size
        if not self._fences:
            self._fence()
        at = bisect_left(self._fences, wanted)
        at = blob.find(b"\n" + wanted, self._starts[at - 1 if at else 0], self._starts[at] + size + 1)
        return at + 1 + size if at >= 0 else 0

    def _fence(self) -> None:
        """Note where the first line break of each stretch is, and how the line behind it begins."""
        blob = self._blob
        breaks = [blob.find(b"\n", at) for at in range(_STRETCH, len(blob), _STRETCH)]
        self._starts = [0, *filter(lambda at: 0 <= at < len(blob) - 1, breaks)]
        self._fences = [b"", *[blob[at + 1 : at + _LONGEST] for at in self._starts[1:]]]
        self._starts.append(len(blob))


def is_irregular_verb(form: str) -> bool:
    """Whether a folded word is an irregular form of a word that mostly is a verb: "met", "sold"."""
    return any(base in words("verbs") for base in (words("forms").get(form) or "").split())


@cache
def entries(name: str) -> dict[str, str]:
    """All of the list `data/NAME.txt`, whose every line has one tab: what it says of each entry."""
    cells = data_bytes(f"{name}.txt").decode().replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=False))  # the last cell is what follows the last line: nothing


@cache
def words(name: str) -> WordFile:
    """The word list `data/NAME.txt`: english, given_names, surnames, places, occupations, …"""
    return WordFile(data_bytes(f"{name}.txt"))
