"""Marks of mail and Markdown, which readers leave out: "> " before a line, emphasis, tags, footnotes, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unami_cli.patterns import pattern

QUOTED_LINE = r"\n(?:[ \t]*>)+"
"""Where a line of a quoted mail begins."""
NOTE = r"\[\^[\w-]{1,24}\]"
"""The mark of a footnote."""
ADDRESS = (
    r"(?:\]\((?:https?:|mailto:|[/\#.])[^\s()]*(?:[ ]\"[^\"\n]{0,200}\")?\)|\]\[[A-Za-z][\w .-]{0,40}\]"
    r"|(?<=[^\W\d_])\]\[\d{0,3}\])"
)
"""What stands after the words of a link; "[1][2]" are two notes."""
LINKED = rf"\[(?=[^\[\]\n]{{1,200}}{ADDRESS})"
"""What stands before them."""

GONE = "\N{WORD JOINER}"
"""Stands for a character of a mark where offsets into the text must stay right; it takes no room and shows nothing."""

_SIGN = pattern(r"(?<!\\)(?:\*{1,3}|_{1,3}|`{1,2})")
_ESCAPE = pattern(r"\\(?=[*_`#>|~\[\]\\])")
_PICTURE = r"!\[[^\]\n]{0,200}\](?:\([^()\n]{0,500}\)|\[[^\]\n]{1,40}\])"
_PICTURED = pattern(rf"{_PICTURE}[ ]?")
STRUCK = r"~~(?=\S)[^~\n]{1,300}~~[ ]?"
"""What its writer crossed out, and the blank that would be one too many."""
_STRUCK = pattern(STRUCK)
_HEADED = (
    r"\*{0,2}(?i:to|b?cc|subject|reply-to|received|return-path|delivered-to|(?:message|content|mime|list|x)-[\w-]+)"
    r":\*{0,2}(?:\s.*)?"
)
_PASSED_ON = r"(?i:[-\s]*(?:(?:begin|end)\s)?(?:forwarded|original)\smessage\b[^\n]*|[-\s]+forwarded\sby\b[^\n]*)"
_MARKUP = pattern(
    rf"""(?: {_HEADED} | {_PASSED_ON} | -{{3,}} | \*(?:[ ]?\*){{2,}} | _{{3,}} | ={{3,}} | (?:```|~~~)[^\n]*
        | (?:{_PICTURE}\s*)+ | \[[^\]\n]{{1,40}}\]:[ ]*\S[^\n]*
        | \|?[ ]*:?-{{2,}}:?[ ]*(?:\|[ ]*:?-{{2,}}:?[ ]*)*\|? )\s*""",
    re.VERBOSE | re.DOTALL,
)
"""A line of this is no text: heads of mails, rules, those of tables, fences, pictures, addresses of links."""
_BRACKET = pattern(rf"{NOTE}(?::[ \t]*)?|{LINKED}|{ADDRESS}")
TAG = pattern(r"<sup>\[?\d{1,3}\]?</sup>|</?(?:a|b|br|del|div|em|i|p|small|span|strong|sub|sup|u)\b[^<>\n]{0,200}>")
_ROW = pattern(r"\A\|\s*+|(?<!\s)\s*+\|\Z|(?<=\S\s)\s++(?=\|)")
"""What stands around a row of a table, and the blanks that fill its cells."""
_LINE = pattern(rf"{QUOTED_LINE}[ \t]*")


def blanked(text: str) -> str:
    r"""The text with `GONE` for each character of a mark, a blank for the first of those between two lines.

    >>> blanked("of *Tern*").replace(GONE, "."), blanked("of\n> Tern").replace(GONE, ".")
    ('of .Tern.', 'of ..Tern')
    """
    if text[:1] == "|":
        text = _ROW.sub(lambda mark: GONE * len(mark[0]), text)
    if ">" in text and "\n" in text:
        text = _LINE.sub(lambda mark: " ".ljust(len(mark[0]), GONE), text)
    if "![" in text:
        text = _PICTURED.sub(lambda mark: GONE * len(mark[0]), text)
    if "[" in text:
        text = _BRACKET.sub(lambda mark: GONE * len(mark[0]), text)
    if "<" in text:
        text = TAG.sub(lambda mark: GONE * len(mark[0]), text)
    if "~~" in text:
        text = _STRUCK.sub(lambda mark: GONE * len(mark[0]), text)
    if "*" in text or "_" in text or "`" in text:
        gone = set(_emphasis(text))
        text = _SIGN.sub(lambda sign: GONE * len(sign[0]) if sign.span() in gone else sign[0], text)
    return _ESCAPE.sub(GONE, text) if "\\" in text else text


def unmarked(text: str) -> str:
    r"""The text without marks, one blank where a line of a quoted mail begins.

    >>> unmarked("**Ana Costa** of\n> > [Tern](https://example.org), [^1] `5*`"), unmarked("~~No~~ ![map](a.png) Yes")
    ('Ana Costa of Tern,  5*', 'Yes')
    """
    return blanked(text).replace(GONE, "")


def is_markup(line: str) -> bool:
    """Whether a line is nothing but a mark: of a mail's head, a rule, that of a table, a fence, a picture, an address.

    >>> is_markup("|---|:--|"), is_markup("[33]: https://example.org"), is_markup("![logo][3] ![](a.png)")
    (True, True, True)
    >>> is_markup("To: Ana Costa"), is_markup("-- Forwarded message --"), is_markup("Photo: Ana Costa")
    (True, True, False)
    """
    return _MARKUP.fullmatch(line) is not None


def _emphasis(text: str) -> Iterator[tuple[int, int]]:
    """Where signs of emphasis and of code stand in pairs.

    Of two and three stars one end is enough, as they may stand around several sentences; a single one is often
    something else ("5*", "*Not his name"), and one after letters may be a part of a word ("f***", "snake_case").
    """
    opened: dict[str, tuple[int, int]] = {}
    for found in _SIGN.finditer(text):
        sign, (start, end) = found[0], found.span()
        before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
        closes = not (before.isspace() or behind.isalnum()) and before != ""
        if closes and sign in opened:
            yield opened.pop(sign)
            yield start, end
        elif behind and not (behind.isspace() or before.isalnum()):
            opened[sign] = start, end
        elif closes and sign in ("**", "***") and not before.isalpha():
            yield start, end
    yield from (place for sign, place in opened.items() if sign in ("**", "***"))
