"""Printing answers as the settings say and as suits standard output: a terminal or not, how large, how capable."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from unami_cli.cli.options import TYPED, Color, Settings
from unami_cli.cli.talk import ExitCode, doing, say
from unami_cli.output.formats import Arrangement, Format
from unami_cli.output.screen import UNLIMITED, Screen, emit, one_line

if TYPE_CHECKING:
    from unami_cli.cli.opening import Opened
    from unami_cli.output.listing import Listing

R = TypeVar("R")

_OF_ROWS = frozenset(("--sort", "--reverse", "--limit", "--no-header"))

PICTURE_WIDTH = 100
"""The width of a picture in cells where neither a terminal nor COLUMNS gives one."""


def as_rows(settings: Settings) -> bool:
    """Whether rows are asked for of what is otherwise shown as prose.

    Raises `UsageError` for an option that only rows obey.
    """
    rows = settings.format not in (None, Format.TABLE) or settings.layout.fields is not None
    if not rows and (idle := sorted(settings.given & _OF_ROWS)):
        raise click.UsageError(
            f"{idle[0]} is for rows, and this is prose: add -f tsv for rows, or leave {idle[0]} out."
        )
    return rows


def listed(
    listing: Listing[R],
    source: Opened,
    settings: Settings,
    drawn: Callable[[Sequence[R], Screen], str] | None = None,
    *,
    enough: int | None = None,
) -> ExitCode:
    """Print the listing as the settings say; `drawn` makes of the rows what replaces a table of all fields.

    Where the listing has as many rows as were `enough`, there may be more.
    """
    layout = settings.layout
    if layout.fields == ("help",):
        wide = max(len(field.name) for field in listing.columns)
        doing("")
        click.echo("\n".join(f"{field.name:<{wide}}  {field.about}" for field in listing.columns))
        click.get_current_context().exit(ExitCode.FOUND)
    _check_names(listing, layout)
    target = screen(settings)
    rows = listing.arranged(layout)
    if len(rows.rows) < len(listing.rows):
        more = " or more" if len(listing.rows) == enough else ""
        say(f"Showing {len(rows.rows)} of {len(listing.rows)}{more}.")
    format = settings.format or (Format.TABLE if target.terminal else Format.TSV)
    if format is not Format.TABLE:
        from unami_cli.output import formats

        if rows.preface and not (format is Format.JSON and rows.preface.rows):
            say(rows.preface.text)
        send(target, formats.rendered(rows, format, layout, pretty=target.terminal, ascii=not target.unicode))
    elif drawn and layout.fields is None:
        send(target, (drawn(rows.rows, target),))
    else:
        from unami_cli.output import tables

        send(target, (tables.rendered(rows, layout, target),))
    return source.code(bool(listing.rows or listing.preface))


def _check_names(listing: Listing[R], layout: Arrangement) -> None:
    wanted = [("--fields", name) for name in layout.fields or ()]
    wanted += [("--sort", layout.sort)] if layout.sort is not None else []
    known = [field.name for field in listing.columns]
    if layout.fields == ():
        raise click.UsageError(f"--fields names no field; the fields are {', '.join(known)}.")
    for option, name in wanted:
        if name not in known:
            from difflib import get_close_matches

            titled = [field.name for field in listing.columns if name.casefold() == field.title.casefold()]
            near = "".join(f" Did you mean {each}?" for each in titled[:1] or get_close_matches(name, known, n=1))
            raise click.UsageError(f"{option}: no field {name!r}.{near} The fields are {', '.join(known)}.")


def send(target: Screen, pieces: Iterable[str]) -> None:
    """Print the pieces, each of whole lines, or draw them where `--save` says, and say so."""
    doing("")
    if not target.picture:
        emit(target, pieces)
    elif text := "".join(pieces):
        emit(target, (text,))
        say(f"Saved in {target.picture}.")


def screen(settings: Settings) -> Screen:
    """The screen that standard output is, by the settings and the environment; a picture is as wide, and endless."""
    terminal = sys.stdout.isatty()
    width, height = _size(terminal)
    if settings.save:
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
    dumb = os.environ.get("TERM") == "dumb"
    styles = _styles(settings.color, terminal, dumb)
    return Screen(
        stream=sys.stdout,
        width=width,
        height=height,
        terminal=terminal,
        styles=styles,
        colors=256 if os.environ.get("COLORTERM") or "256" in os.environ.get("TERM", "") else 16,
        links=terminal and styles and settings.links and not dumb,
        pager=_pager() if terminal and settings.pager and not dumb else "",
    )


def _line() -> str:
    """The command as it was typed, without what names the picture."""
    context = click.get_current_context(silent=True)
    words: list[str] = context.find_root().meta.get(TYPED, []) if context else []
    kept: list[str] = []
    for before, word in zip(["", *words], words, strict=False):
        if before != "--save" and word != "--save" and not word.startswith("--save="):
            kept.append(f'"{word}"' if " " in word else word)
    return one_line(" ".join(["unami", *kept]))


def _styles(color: Color, terminal: bool, dumb: bool) -> bool:
    """The option, then NO_COLOR, then FORCE_COLOR, then CLICOLOR=0, then the terminal."""
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and not dumb and os.environ.get("CLICOLOR") != "0"


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
    """UNAMI_PAGER, then PAGER, then less; one that is set but empty means no pager."""
    for name in ("UNAMI_PAGER", "PAGER"):
        if name in os.environ:
            return os.environ[name].strip()
    return "less"
