"""Words and signs: what a sentence is made of for those who look for names, dates and figures in it."""

from __future__ import annotations

import re
from unicodedata import category

from unami_cli.marks import ADDRESS, LINKED, NOTE, QUOTED_LINE, STRUCK
from unami_cli.patterns import pattern
from unami_cli.tags import WORDS, Line, Word, line_of

HIDDEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Characters that show nothing (soft hyphen, zero width, direction), as a range for a regex class."""

# Combining accents belong to the letter before them; Python does not count them as word characters.
_ACCENTS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"

_TOKEN = pattern(
    rf"""
    (?P<token>
        (?:[^\W\d_]\.){{2,}}                                    # U.S.  a.i.  B.C.
      | [^\W_] (?:
            [^\W_]
          | [{_ACCENTS}]
          | [{HIDDEN}]+ (?=[^\W_])
          | [-‐‑&] (?=[^\W_])                                   # al-Hilla, 22-Year, AT&T
          | ['’‘ʼ`´′] (?! [sS](?![^\W_]) ) (?=[^\W_])           # Da’esh, Shi'ite, O'Neill; not the ’s of "Assad’s"
        )*
      | (?<=\S) ['’ʼ`´] [sS] (?![^\W_])                         # the ’s of "Assad’s"
    )
  | {QUOTED_LINE}                                               # "> " of a quoted mail, where lines were joined
  | [*_]+                                                       # Markdown: **bold**, _italic_
  | {NOTE} | \[ (?: \d{{1,3}} | [a-z] | (?:note|nb|n)[ ]?\d{{1,3}} | [a-z ]{{2,24}}[ ]needed | edit
         | (?:who|when|which)\? ) \]
  | {LINKED} | {ADDRESS} | {STRUCK}                             # Markdown: [text](address), ~~crossed out~~
  | (?P<sign> \S )
    """,
    re.VERBOSE,
)


def _characters(ranges: str) -> frozenset[str]:
    """The characters of a class as a pattern has it: "a-z_"."""
    found = set(ranges.replace("-", ""))
    for at in range(1, len(ranges) - 1):
        if ranges[at] == "-":
            found.update(map(chr, range(ord(ranges[at - 1]), ord(ranges[at + 1]))))
    return frozenset(found)


# The same without what a text seldom holds: footnotes, Markdown, hidden characters, quoted mail, accents by themselves.
_ODD = _characters(
    f"[]*_>~{_ACCENTS}\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001"
    "\U000e0020-\U000e007f"
)
_OPENING = tuple("'’ʼ`´")  # what begins a sentence as a quotation mark and joins words elsewhere
# Signs of ASCII stand apart from others, since a class of both takes long to compile.
_PLAIN = pattern(
    r"(?:(?:[^\W\d]\.){2,}"
    r"|\w+(?:(?:[-&](?=\w)|[‐‑](?=\w)"
    r"|(?:['`´](?![sS](?!\w))|[‘’](?![sS](?!\w))|[ʼ′](?![sS](?!\w)))(?=\w))\w+)*"
    r"|(?<=\S)['`´][sS](?!\w)|(?<=\S)[’ʼ][sS](?!\w)|\S)"
)
_MOST_PIECES, _LONGEST_PIECE = 1 << 14, 40  # that are kept, and in characters


class _Pieces(dict[str, tuple[tuple[Word, ...], tuple[int, ...]] | None]):
    """The words of what stands between two spaces, and where in it each begins; None where it holds what is odd.

    No word goes on past a space.
    """

    def __missing__(self, piece: str) -> tuple[tuple[Word, ...], tuple[int, ...]] | None:
        if len(self) >= _MOST_PIECES:
            self.clear()
        told = None
        if _ODD.isdisjoint(piece):
            found = list(_PLAIN.finditer(piece))
            told = tuple([WORDS[m[0]] for m in found]), tuple([m.start() for m in found])
        return self.setdefault(piece, told) if len(piece) <= _LONGEST_PIECE else told


_PIECES = _Pieces()


def words_in(text: str, start: int, end: int) -> Line:
    """The words and signs of `text[start:end]`, verbatim and in order.

    Left out: footnote marks ("[3]"), Markdown's signs, addresses and what it crosses out, hidden characters outside
    words.
    """
    part = text[start:end]
    if part.startswith(_OPENING):
        return _odd_words(text, start, end)
    at, told, starts = start, list[Word](), list[int]()
    for piece in part.split(" "):
        if (held := _PIECES[piece]) is None:
            return _odd_words(text, start, end)
        told += held[0]
        for place in held[1]:
            starts.append(at + place)
        at += len(piece) + 1
    return line_of(told, starts)


def _odd_words(text: str, start: int, end: int) -> Line:
    found = [
        m
        for m in _TOKEN.finditer(text, start, end)
        if m.lastgroup == "token" or (m.lastgroup == "sign" and (m[0].isprintable() or category(m[0]) != "Cf"))
    ]
    return line_of([WORDS[m[0]] for m in found], [m.start() for m in found])
