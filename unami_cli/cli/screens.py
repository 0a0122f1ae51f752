"""What standard output is: a terminal or not, how wide and high, and whether it wants colour, links and a pager."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from unami_cli.cli.exits import say
from unami_cli.cli.settings import Color, Settings
from unami_cli.output.safe import flat
from unami_cli.output.screen import UNLIMITED, Screen, emit

WORDS = "unami_cli.words"
"""Under which the context keeps what was typed."""

PICTURE_WIDTH = 100
"""The width of a picture in cells where neither a terminal nor COLUMNS gives one."""


def send(target: Screen, pieces: Iterable[str]) -> None:
    """Print the pieces, each of whole lines, or draw them where `--save` says, and say so."""
    if not target.picture:
        emit(target, pieces)
    elif text := "".join(pieces):
        emit(target, (text,))
        say(f"Saved in {target.picture}.")


def screen(settings: Settings) -> Screen:
    """The screen that standard output is, by the settings and the environment."""
    stream = sys.stdout
    if settings.save:
        return _picture(settings)
    terminal = stream.isatty()
    dumb = os.environ.get("TERM") == "dumb"
    styles = _styles(settings.color, terminal, dumb)
    width, height = _size(terminal)
    return Screen(
        stream=stream,
        width=width,
        height=height,
        terminal=terminal,
        styles=styles,
        colors=_colors(),
        links=terminal and styles and settings.links and not dumb,
        pager=_pager() if terminal and settings.pager and not dumb else "",
    )


def _picture(settings: Settings) -> Screen:
    """A screen as wide as the terminal, or as COLUMNS says, that takes all and has no end below."""
    width, _ = _size(sys.stdout.isatty())
    return Screen(
        stream=sys.stdout,
        width=width if width < UNLIMITED else PICTURE_WIDTH,
        terminal=True,
        styles=settings.color is not Color.NEVER,
        colors=256,
        links=settings.links,
        picture=settings.save,
        title=_line(),
    )


def _line() -> str:
    """The command as it was typed, without what names the picture."""
    import click

    context = click.get_current_context(silent=True)
    words: list[str] = context.find_root().meta.get(WORDS, []) if context else []
    kept: list[str] = []
    for before, word in zip(["", *words], words, strict=False):
        if before != "--save" and word != "--save" and not word.startswith("--save="):
            kept.append(f'"{word}"' if " " in word else word)
    return flat(" ".join(["unami", *kept]))


def _styles(color: Color, terminal: bool, dumb: bool) -> bool:
    """The option, then NO_COLOR, then FORCE_COLOR, then CLICOLOR=0, then the terminal."""
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and not dumb and os.environ.get("CLICOLOR") != "0"


def _colors() -> int:
    return 256 if os.environ.get("COLORTERM") or "256" in os.environ.get("TERM", "") else 16


def _size(terminal: bool) -> tuple[int, int]:
    """Columns and lines: COLUMNS and LINES where set, else the terminal's; without bounds where there is none."""
    width, height = (UNLIMITED, UNLIMITED)
    if terminal:
        try:
            width, height = os.get_terminal_size(sys.stdout.fileno())
        except (OSError, ValueError):
            width, height = 0, 0
        width, height = width or 80, height or 24
    return _positive("COLUMNS") or width, _positive("LINES") or height


def _positive(name: str) -> int:
    value = os.environ.get(name, "")
    return int(value) if value.isdecimal() else 0


def _pager() -> str:
    """UNAMI_PAGER, then PAGER, then less; one that is set and empty is none."""
    for name in ("UNAMI_PAGER", "PAGER"):
        if name in os.environ:
            return os.environ[name].strip()
    return "less"
