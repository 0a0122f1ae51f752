"""What answers are printed on: a stream, how capable it is, a pager for what is taller; and text made fit for it.

What would steer a terminal is shown instead of sent. The functions that do so keep the number of characters, so that
offsets into the text stay right.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TextIO

from unami_cli.marks import blanked
from unami_cli.values import Value

PICTURES = (".svg", ".html")
"""What the name of a picture may end in."""

UNLIMITED = 1_000_000
"""The width of what is not a screen: nothing is wrapped there."""


class Screen(Value):
    """A stream and what may be sent to it. `width` is in cells, `height` in lines.

    `styles` allows colour, bold and underline, of 16 or 256 `colors`; `links` allows OSC 8; `pager` is a command
    line, "" for none.
    `picture` is the path of a file to draw instead of sending anything, "" for none; `title` stands above it.
    """

    stream: TextIO
    width: int = UNLIMITED
    height: int = UNLIMITED
    terminal: bool = False
    styles: bool = False
    colors: int = 16
    links: bool = False
    pager: str = ""
    picture: str = ""
    title: str = ""

    @property
    def unicode(self) -> bool:
        """Whether every character can be sent."""
        return (self.stream.encoding or "utf-8").lower().replace("-", "").startswith("utf")


def emit(screen: Screen, pieces: Iterable[str]) -> None:
    """Print the pieces, each of whole lines; through the pager when they are taller than the terminal.

    A screen that is a picture is drawn into its file instead. Raises `OSError` when that cannot be written.
    """
    if screen.picture:
        from unami_cli.output.picture import save

        save("".join(pieces), screen.picture, width=screen.width, title=screen.title)
        return
    if not (screen.terminal and screen.pager):
        screen.stream.writelines(pieces)
        return
    text = "".join(pieces)
    if _height(text, screen.width) < screen.height or not _paged(screen, text):
        screen.stream.write(text)


def verbatim(text: str, screen: Screen) -> str:
    """A text as it was given, unless a terminal would obey a character of it; ends with a line feed."""
    shown = lines(text) if screen.terminal else text
    return shown if shown.endswith("\n") else f"{shown}\n"


def _height(text: str, width: int) -> int:
    # Escape codes make styled lines look longer than they are; those were wrapped to the width already.
    return sum(1 if "\x1b" in line else max(1, -(-len(line) // width)) for line in text.split("\n")[:-1])


def _paged(screen: Screen, text: str) -> bool:
    """Hand the text to the pager; False when none can be started. Quitting it early is not an error."""
    import shlex
    import subprocess

    try:
        command = shlex.split(screen.pager)
        environment = {"LESS": "FRX", "LV": "-c", **os.environ}
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except (OSError, ValueError, IndexError):
        return False
    try:
        pager.communicate(text.encode(screen.stream.encoding or "utf-8", "replace"))
    except BrokenPipeError:
        pass
    except KeyboardInterrupt:
        # The pager has its own meaning for Ctrl-C; leave when it does.
        pager.wait()
    return True


# ---- text that is fit to be shown ----

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
