"""Where answers are printed: a stream, how large and how capable it is, and a pager for what is taller than it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TextIO

from unami_cli.output.safe import lines
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
