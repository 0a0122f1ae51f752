"""Article text made fit for a screen or a line: what would steer a terminal is shown instead of sent.

Every function here keeps the number of characters, so that offsets into the text stay right.
"""

from __future__ import annotations

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN = "\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb"
_BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"

_VISIBLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT),
    **dict.fromkeys(map(ord, _OVERRIDES + _UNSEEN), _REPLACEMENT),
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),
    **dict.fromkeys(range(0xE0000, 0xE0080), _REPLACEMENT),
}
_FLAT = {**_VISIBLE, **dict.fromkeys(map(ord, _BREAKS), " ")}
_KEPT_BREAKS = {**_FLAT, ord("\n"): "\n"}
_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *map(ord, _OVERRIDES + _UNSEEN + "\u2028\u2029"))}


def flat(text: str) -> str:
    r"""The text on one line: breaks and tabs as spaces, control and direction-override characters as pictures.

    >>> flat("red \x1b[31m\tand\nwhite")
    'red ␛[31m and white'
    """
    return text.translate(_FLAT)


def lines(text: str) -> str:
    """Like `flat`, with line feeds kept."""
    return text.translate(_KEPT_BREAKS)


def escaped(json: str) -> str:
    r"""A JSON document with what JSON allows raw, and a terminal would obey, as `\uXXXX`; its value is the same."""
    return json if json.isascii() and "\x7f" not in json else json.translate(_ESCAPED)


def runs_leftward(text: str) -> bool:
    """Whether some character of the text is written from right to left (Hebrew, Arabic, Syriac, Thaana, N'Ko, …)."""
    return not text.isascii() and any(_leftward(ord(character)) for character in text)


def _leftward(code: int) -> bool:
    return 0x590 <= code <= 0x8FF or 0xFB1D <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFE or 0x10800 <= code <= 0x10FFF
