"""Words and signs: what a sentence is made of for those who look for names, dates and figures in it."""

from __future__ import annotations

import re
import unicodedata

from unami_cli.model import Token
from unami_cli.patterns import pattern

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


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`, verbatim and in order.

    Left out: footnote marks ("[3]"), Markdown's signs and addresses, hidden characters outside words.
    """
    found = _TOKEN.finditer(text, start, end)
    return tuple(
        Token(m.start(), m.end(), m.group())
        for m in found
        if m.lastgroup and not (m.lastgroup == "sign" and _hidden(m))
    )


def _hidden(sign: re.Match[str]) -> bool:
    return not sign[0].isprintable() and unicodedata.category(sign[0]) == "Cf"
