"""From what the user named to the table: files, folders, standard input, or the bundled article."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from unami_cli.cli.exits import ExitCode, say
from unami_cli.cli.progress import watched
from unami_cli.cli.settings import Settings
from unami_cli.errors import BrokenData, UnamiError, UnreadableArticle
from unami_cli.values import Value

if TYPE_CHECKING:
    from unami_cli.model import Article
    from unami_cli.table import FactTable

STDIN = "-"
VARIABLE = "UNAMI_ARTICLE"


class Opened(Value):
    """The table, whether the user named no article for it, and how many of those named could not be read."""

    table: FactTable
    bundled: bool = False
    skipped: int = 0

    def code(self, found: bool) -> ExitCode:
        """The exit code of an answer from this table."""
        if self.skipped:
            return ExitCode.WRONG
        return ExitCode.FOUND if found else ExitCode.NOTHING


def opened(settings: Settings) -> Opened:
    """The table of what the settings, else the environment, name. Raises `UnreadableArticle` when all is unreadable."""
    from unami_cli.table import build

    sources = named(settings)
    if not sources:
        from unami_cli.reading import read_bytes

        return Opened(build([read_bytes(bundled(), id="a1")]), bundled=True)
    reader = _Reader()
    table = build(reader.articles(reader.sources(sources)))
    if not table.articles and reader.failures:
        raise reader.failures[-1]
    reader.report(reader.failures)
    return Opened(table, skipped=len(reader.failures))


def named(settings: Settings) -> tuple[str, ...]:
    """The paths, folders and "-" that the settings, else the environment, name; none for the bundled article."""
    return settings.articles or _from_environment()


def bundled() -> bytes:
    """The article that comes with the package: inside it when installed, beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder in (os.path.join(package, "seeds"), os.path.join(os.path.dirname(package), "seeds")):
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
            if name.endswith(".txt"):
                with open(os.path.join(folder, name), "rb") as file:
                    return file.read()
    raise BrokenData("seeds")


class _Reader:
    """Reads one source after the other and keeps the failures for the end."""

    def __init__(self) -> None:
        self.failures: list[UnamiError] = []

    def sources(self, named: Sequence[str]) -> list[str]:
        """Files and "-", each once, folders opened."""
        found: dict[str, None] = {}
        for name in named:
            try:
                found |= dict.fromkeys(_expanded(name))
            except UnreadableArticle as error:
                self.failures.append(error)
        return list(found)

    def articles(self, sources: Sequence[str]) -> Iterator[Article]:
        """The readable ones, numbered a1, a2, …; their notes are said."""
        number = 1
        for source in watched(sources, "articles"):
            try:
                article = _article(source, f"a{number}")
            except UnreadableArticle as error:
                self.failures.append(error)
                continue
            number += 1
            yield article

    def report(self, failures: Sequence[UnamiError]) -> None:
        """Say what was skipped."""
        for failure in failures:
            say(f"Skipped: {failure}")


def _expanded(name: str) -> list[str]:
    from unami_cli.reading import text_files

    return [str(path) for path in text_files(name)] if name != STDIN and os.path.isdir(name) else [name]


def _article(source: str, id: str) -> Article:
    from unami_cli.reading import read_path, read_stream

    if source == STDIN:
        if sys.stdin.isatty():
            say("Reading the article from the terminal; end it with Ctrl-D.")
        article = read_stream(sys.stdin.buffer, id=id)
    else:
        article = read_path(source, id=id)
    where = "standard input" if source == STDIN else source
    for note in article.notes:
        say(f"{where}: {note}")
    if not article.text.strip():
        say(f"{where}: the text is empty")
    return article


def _from_environment() -> tuple[str, ...]:
    """The paths in UNAMI_ARTICLE, parted like those of PATH unless the whole is one path."""
    value = os.environ.get(VARIABLE, "")
    if not value or value == STDIN or os.path.exists(value):
        return (value,) if value else ()
    return tuple(part for part in value.split(os.pathsep) if part)
