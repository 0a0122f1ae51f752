"""What is said on stderr, the exit codes, and how errors become a sentence and one of these codes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import TextIO, TypeVar

import click

from unami_cli.errors import UnamiError, reason
from unami_cli.output.screen import one_line

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds of silence before a terminal, and only a terminal, is shown that work goes on."""

_WIDTH = 24
_REDRAWN = 0.1


class _Doing:
    """What the last line of a terminal says is being done, "" for nothing."""

    line = ""


class ExitCode(IntEnum):
    """What a shell gets back; the last two are 128 plus the number of the signal.

    A comparison answers as `diff` and `cmp` do: 0 when nothing differs, 1 when something does.
    """

    FOUND = SAME = 0
    NOTHING = DIFFERENT = 1
    WRONG = 2
    NOT_STATED = 3
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class Failure(click.ClickException):
    """An error of the core, for click to show."""

    exit_code = ExitCode.WRONG

    def format_message(self) -> str:
        """The sentence on one line, fit for a terminal."""
        return one_line(self.message)


def say(message: str) -> None:
    """A sentence on stderr, wrapped where that is a terminal; lost if stderr takes nothing, unlike answers."""
    line = _Doing.line
    doing("")
    with suppress(OSError):
        click.echo(_fitted(one_line(message)), err=True)
    doing(line)


def show(error: click.ClickException) -> None:
    """What click shows of an error, wrapped where stderr is a terminal."""
    from io import StringIO

    doing("")
    text = StringIO()
    error.show(text)
    click.echo("\n".join(map(_fitted, text.getvalue().splitlines())), err=True)


def _fitted(line: str) -> str:
    """The line, broken up where it is longer than the terminal of stderr is wide."""
    width = columns_of(sys.stderr)
    if not 0 < width < len(line):
        return line
    from textwrap import fill

    return fill(line, width, break_long_words=False, break_on_hyphens=False)


def columns_of(stream: TextIO) -> int:
    """How many columns wide the terminal of a stream is, 0 if it goes to none."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except (OSError, ValueError):
        return 0


@contextmanager
def translated() -> Iterator[None]:
    """Within it, errors of the core and of the streams end the program as a command-line user expects."""
    try:
        yield
    except UnamiError as error:
        raise Failure(str(error)) from error
    except KeyboardInterrupt:
        raise click.exceptions.Exit(ExitCode.INTERRUPTED) from None
    except BrokenPipeError:
        _abandon_stdout()
        raise click.exceptions.Exit(ExitCode.BROKEN_PIPE) from None
    except OSError as error:
        _abandon_stdout()
        where = error.filename or "standard output"
        misnamed = isinstance(error, FileNotFoundError | NotADirectoryError | IsADirectoryError)
        remedy = "; check the path" if misnamed else ""
        raise Failure(f"{where}: {reason(error)}{remedy}") from error


def _abandon_stdout() -> None:
    """Let nothing be flushed into a stream that is gone when the interpreter ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def watched(items: Iterable[T], total: int, noun: str) -> Iterator[T]:
    """The items, `total` of them, one by one; meanwhile, how many are done is drawn, and wiped away at the end."""
    if not _is_shown() or total < 2:
        yield from items
        return
    due = time.monotonic() + PATIENCE
    drawn = False
    try:
        for done, item in enumerate(items):
            if time.monotonic() >= due:
                drawn = True
                due = time.monotonic() + _REDRAWN
                full = _WIDTH * done // total
                _draw(f"[{'#' * full}{'.' * (_WIDTH - full)}] {done} of {total} {noun}")
            yield item
    finally:
        if drawn:
            _draw("")


def doing(what: str) -> None:
    """Say what is being done until an answer or an error takes its place; "" wipes it."""
    if what != _Doing.line and _is_shown():
        _draw(what)
        _Doing.line = what


def wait_for_pipe(descriptor: int, where: str) -> None:
    """Return when a pipe has something to give, or has ended; after a while a message says that this is awaited."""
    import select

    if not select.select([descriptor], [], [], PATIENCE)[0]:
        doing(f"Waiting, until Ctrl-C, for input from {where}")
        select.select([descriptor], [], [])
        doing("")


def _is_shown() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _draw(line: str) -> None:
    """Put a line in place of the one that is there, cut where it would need a second one."""
    room = columns_of(sys.stderr) - 1
    sys.stderr.write(f"\r\x1b[K{line[:room] if room > 0 else line}")
    sys.stderr.flush()
