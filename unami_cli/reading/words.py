"""Words and signs: what a sentence is made of for those who look for names, dates and figures in it."""

from __future__ import annotations

import re
from itertools import accumulate
from unicodedata import category

from unami_cli.patterns import pattern
from unami_cli.tags import Line, line_of

HIDDEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Characters that show nothing (soft hyphen, zero width, direction), as a range for a regex class."""

# Combining accents belong to the letter before them; Python counts them as no word characters.
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
  | \n (?:[ \t]*>)+                                             # "> " of a quoted mail, where lines were joined
  | [*_]+                                                       # Markdown: **bold**, _italic_
  | \[ (?: \d{{1,3}} | [a-z] | (?:note|nb|n)[ ]?\d{{1,3}} | [a-z ]{{2,24}}[ ]needed | edit | (?:who|when|which)\? ) \]
  | \[ (?=[^\[\]\n]{{1,200}}\]\()                               # Markdown: [text](address)
  | \]\( (?:https?:|mailto:|[/\#.]) [^\s()]* \)
  | (?P<sign> \S )
    """,
    re.VERBOSE,
)


# The same without what a text seldom holds: footnotes, Markdown, hidden characters, quoted mail, accents by themselves.
_ODD = frozenset("[]*_>\u00ad\u061c\u0670\u06dd\u070f\u0890\u0891\u08e2\u180e\ufeff\U000110bd\U000110cd\U000e0001") | {
    chr(code)
    for first, last in (
        (0x300, 0x36F), (0x591, 0x5C7), (0x600, 0x605), (0x64B, 0x65F), (0x200B, 0x200F), (0x202A, 0x202E),
        (0x2060, 0x206F), (0xFFF9, 0xFFFB), (0x13430, 0x1343F), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),
        (0xE0020, 0xE007F),
    )
    for code in range(first, last + 1)
}  # fmt: skip
_PLAIN = pattern(
    r"((?:[^\W\d]\.){2,}|\w+(?:(?:[-‐‑&](?=\w)|['’‘ʼ`´′](?![sS](?!\w))(?=\w))\w+)*|(?<=\S)['’ʼ`´][sS](?!\w)|\S)"
)


def words_in(text: str, start: int, end: int) -> Line:
    """The words and signs of `text[start:end]`, verbatim and in order.

    Left out: footnote marks ("[3]"), Markdown's signs and addresses, hidden characters outside words.
    """
    part = text[start:end]
    if not _ODD.isdisjoint(part) or part[:1] in tuple("'’ʼ`´"):
        return _odd_words(text, start, end)
    parts = _PLAIN.split(part)
    places = list(accumulate(map(len, parts), initial=start))
    return line_of(places[1::2], places[2::2], parts[1::2])


def _odd_words(text: str, start: int, end: int) -> Line:
    found = [
        m
        for m in _TOKEN.finditer(text, start, end)
        if m.lastgroup == "token" or (m.lastgroup == "sign" and (m[0].isprintable() or category(m[0]) != "Cf"))
    ]
    return line_of([m.start() for m in found], [m.end() for m in found], [m[0] for m in found])
