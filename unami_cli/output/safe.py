"""Article text made fit for a screen or a line: what would steer a terminal is shown instead of sent.

Every function here keeps the number of characters, so that offsets into the text stay right.
"""

from __future__ import annotations

from unami_cli.marks import blanked

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN = "\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb"
_BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"


class _Shown(dict[int, str]):
    """What a screen shows for each character, found when it is first met: itself unless it would steer a terminal."""

    def __missing__(self, code: int) -> str:
        if code < 0x20:
            shown = chr(0x2400 + code)
        elif code == 0x7F:
            shown = "\N{SYMBOL FOR DELETE}"
        else:
            hidden = 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000 or 0xE0000 <= code < 0xE0080
            shown = _REPLACEMENT if hidden or chr(code) in _OVERRIDES + _UNSEEN else chr(code)
        self[code] = shown
        return shown


_ONE_LINE = _Shown(dict.fromkeys(map(ord, _BREAKS), " "))
_KEPT_BREAKS = _Shown({**_ONE_LINE, ord("\n"): "\n"})
_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *map(ord, _OVERRIDES + _UNSEEN + "\u2028\u2029"))}


def one_line(text: str) -> str:
    r"""The text on one line: breaks and tabs as spaces, control and direction-override characters as pictures.

    >>> one_line("red \x1b[31m\tand\nwhite")
    'red ␛[31m and white'
    """
    return text.translate(_ONE_LINE)


def prose(text: str) -> str:
    """Like `one_line`, for the words of an article: the marks of mail and Markdown are gone (`marks.GONE`)."""
    return blanked(text).translate(_ONE_LINE)


def lines(text: str) -> str:
    """Like `one_line`, with line feeds kept."""
    return text.translate(_KEPT_BREAKS)


def escaped(json: str) -> str:
    r"""A JSON document with what JSON allows raw, and a terminal would obey, as `\uXXXX`; its value is the same."""
    return json if json.isascii() and "\x7f" not in json else json.translate(_ESCAPED)


def runs_leftward(text: str) -> bool:
    """Whether some character of the text is written from right to left (Hebrew, Arabic, Syriac, Thaana, N'Ko, …)."""
    return not text.isascii() and any(
        0x590 <= code <= 0x8FF or 0xFB1D <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFE or 0x10800 <= code <= 0x10FFF
        for code in map(ord, text)
    )
