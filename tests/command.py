"""The program with the words of a command line, in this process."""

from __future__ import annotations

from click.testing import CliRunner, Result

from unami_cli.cli import unami


def run(*words: str, input: str | bytes | None = None) -> Result:
    return CliRunner().invoke(unami, words, input=input, catch_exceptions=False)
