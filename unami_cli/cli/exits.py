"""Exit codes, and how what goes wrong becomes a sentence on stderr and one of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import click

from unami_cli.errors import UnamiError
from unami_cli.output.safe import flat


class ExitCode(IntEnum):
    """What a shell gets back; the last two are 128 plus the number of the signal."""

    FOUND = 0
    NOTHING = 1
    WRONG = 2
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class Failure(click.ClickException):
    """An error of the core, for click to show."""

    exit_code = ExitCode.WRONG

    def format_message(self) -> str:
        """The sentence on one line, fit for a terminal."""
        return flat(self.message)


def say(message: str) -> None:
    """One line of talk on stderr."""
    click.echo(flat(message), err=True)


@contextmanager
def translated(ctx: click.Context) -> Iterator[None]:
    """Within it, errors of the core and of the streams end the program as a command-line user expects."""
    try:
        yield
    except UnamiError as error:
        raise Failure(str(error)) from error
    except KeyboardInterrupt:
        ctx.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        abandon_stdout()
        ctx.exit(ExitCode.BROKEN_PIPE)
    except OSError as error:
        abandon_stdout()
        raise Failure(f"{error.filename or 'standard output'}: {error.strerror or error}") from error


def abandon_stdout() -> None:
    """Let nothing be flushed into a stream that is gone when the interpreter ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
