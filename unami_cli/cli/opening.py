"""From what the user named to the table: files, folders, standard input, a saved table, or the bundled article."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode, doing, say, wait_for_pipe, watched
from unami_cli.errors import BrokenData, UnamiError, UnreadableArticle
from unami_cli.values import Value, replace

if TYPE_CHECKING:
    from unami_cli.model import Article
    from unami_cli.table import FactTable
    from unami_cli.table.found import Found

STDIN = "-"
VARIABLE = "UNAMI_ARTICLE"
MOST_ARTICLES = 20_000
"""The most texts that are answered from at once: their records take some 30 times their length in memory."""
MOST_MEGABYTES = 64
"""The longest that such texts may be together, in millions of bytes."""
WORTH = 20
"""How many texts make it worth starting other processes, which takes as long as reading some of them."""
_AT_ONCE = 8
_MOST_COUNTED, _LONGEST_COUNTED = 50, 1_000_000
"""The most articles, and characters in them, in which a search counts what it does not show."""
_LONG, _LONG_TABLE = 0.2, 1.5
"""From this many megabytes on, a message says that a text or a table is being read: it takes a second or more."""


class Opened(Value):
    """The table, whether the user named no article for it, and how many of those named could not be read.

    `kept` is the path of the table that was read in place of texts, "" where texts were read.
    """

    table: FactTable
    bundled: bool = False
    skipped: int = 0
    kept: str = ""

    def code(self, found: bool) -> ExitCode:
        """The exit code of an answer from this table."""
        if self.skipped:
            return ExitCode.WRONG
        return ExitCode.FOUND if found else ExitCode.NOTHING

    def enough(self, settings: Settings) -> int | None:
        """How many hits of a search are enough to fill the rows and to know that there are more.

        None for all, where they are quickly counted, and where they are sorted before some are left out.
        """
        articles, layout = self.table.articles, settings.layout
        if layout.limit is None or layout.sort or layout.reverse:
            return None
        soon = len(articles) <= _MOST_COUNTED and sum(len(one.text) for one in articles) <= _LONGEST_COUNTED
        return None if soon else layout.limit + 1

    def with_texts(self) -> Opened:
        """The same. Raises `UnreadableArticle` where a table was read in place of the texts."""
        if self.kept:
            what = "a saved table does not hold the texts"
            raise UnreadableArticle(self.kept, what, "name the texts themselves")
        return self


def opened(settings: Settings, *, reads_claims: bool = False) -> Opened:
    """The table of what the settings, else the environment, name. Raises `UnreadableArticle` when all is unreadable.

    If something waits at standard input and is not read, that is said, unless the command `reads_claims` there.
    """
    from unami_cli.table import FactTable, build

    named = sources(settings)
    if not named:
        from unami_cli.reading import read_bytes

        if not reads_claims and _has_input():
            say("Answered from the bundled article; to read what is piped in, add -a -")
        return Opened(build([read_bytes(bundled(), id="a1")]), bundled=True)
    if not (settings.articles or reads_claims or STDIN in named) and _has_input():
        say(f"Answered from {', '.join(named)} ({VARIABLE}); to read what is piped in, add -a -")
    failures: list[UnamiError] = []
    files = _files(named, failures)
    if len(files) == 1 and not failures:
        return _one(files[0])
    table = FactTable.of(tuple(_several(files, failures)))
    if not table.articles and failures:
        raise failures[-1]
    for failure in failures:
        say(f"Skipped: {failure}")
    return Opened(table, skipped=len(failures))


def sources(settings: Settings) -> tuple[str, ...]:
    """The paths, folders and "-" that the settings, else UNAMI_ARTICLE, name; none for the bundled article.

    The variable is split like PATH unless the whole of it is one path.
    """
    value = os.environ.get(VARIABLE, "")
    if settings.articles or not value:
        return settings.articles
    if value == STDIN or os.path.exists(value):
        return (value,)
    return tuple(part for part in value.split(os.pathsep) if part)


def as_typed(settings: Settings) -> str:
    """The options that name the texts, for use in another command line; a blank after each."""
    from shlex import quote

    return "".join(f"-a {quote(path)} " for path in settings.articles)


def _has_input() -> bool:
    """Whether something waits at standard input, piped in or from a file."""
    try:
        descriptor = sys.stdin.fileno()
        kind = os.fstat(descriptor)
        if stat.S_ISREG(kind.st_mode):
            return kind.st_size > 0 and os.lseek(descriptor, 0, os.SEEK_CUR) == 0  # none of it is read yet
        if not stat.S_ISFIFO(kind.st_mode):
            return False
        import fcntl
        import termios

        waiting = fcntl.ioctl(descriptor, termios.FIONREAD, b"\0" * 4)
    except (AttributeError, ImportError, OSError, ValueError):  # no standard input, or a system that cannot tell
        return False
    return any(waiting)


def bundled() -> bytes:
    """The article that comes with the package: inside it when installed, beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder in (os.path.join(package, "seeds"), os.path.join(os.path.dirname(package), "seeds")):
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
            if name.endswith(".txt"):
                with open(os.path.join(folder, name), "rb") as file:
                    return file.read()
    raise BrokenData("seeds")


def _files(named: Sequence[str], failures: list[UnamiError]) -> list[str]:
    """Files and "-", each once, folders opened. Raises `UnreadableArticle` when they are more than can be answered."""
    from unami_cli.reading import left_out, text_files

    found: dict[str, None] = {}
    for name in named:
        folder = name != STDIN and os.path.isdir(name)
        try:
            found |= dict.fromkeys(map(str, text_files(name)) if folder else [name])
            if folder and (others := left_out(name)):
                say(f"{name}: left out {others}; only .txt, .md, .html, .eml and files without an extension are read.")
        except UnreadableArticle as error:
            failures.append(error)
    size = sum(os.path.getsize(path) for path in found if os.path.isfile(path)) if len(found) > 1 else 0
    if len(found) > MOST_ARTICLES or size > MOST_MEGABYTES * 1_000_000:
        what = f"{len(found):,} texts, {size / 1_000_000:,.0f} MB in all"
        most = f"at most {MOST_ARTICLES:,} texts and {MOST_MEGABYTES} MB in all can be read at once"
        raise UnreadableArticle(", ".join(named[:3]), f"{what}; {most}", "read them in smaller groups")
    return list(found)


def one_article(source: str, id: str) -> Article:
    """The article of one text, or of a saved table of one. Raises `UnreadableArticle` for what holds none or more."""
    from unami_cli.model import Article

    found = _text_or_table(source, id)
    if isinstance(found, Article):
        return found
    if len(found.articles) != 1:
        what = f"a saved table of {len(found.articles):,} articles"
        raise UnreadableArticle(_where(source), what, "name a text, or a table of one article")
    from unami_cli.table.kept import readable

    return replace(readable(found), id=id)


def _one(source: str) -> Opened:
    """The table of one text, or the table that is kept in that file."""
    from unami_cli.model import Article
    from unami_cli.table import build

    found = _text_or_table(source, "a1")
    return Opened(build([found])) if isinstance(found, Article) else Opened(found, kept=_where(source))


def _text_or_table(source: str, id: str) -> Article | FactTable:
    """The article of a text, or the table that is kept in that file; what had to be guessed is said."""
    from unami_cli.reading import is_table

    data, where = _data(source), _where(source)
    size, text = len(data) / 1_000_000, not is_table(data, where)
    if size > (_LONG if text else _LONG_TABLE):
        doing(f"Reading {size:.1f} MB of {where} …")
    if text:
        article = _article(source, data, id)
        _tell(article)
        return article
    from unami_cli.table.kept import read_table

    table, notes = read_table(data, where)
    for note in notes:
        say(f"{where}: {note}")
    return table


def _several(files: Sequence[str], failures: list[UnamiError]) -> Iterator[Found]:
    """What is found in each of the readable ones, numbered a1, a2, …; their notes are said."""
    number = 0
    for found in watched(_on_all_cores(files), len(files), "articles"):
        if isinstance(found, UnreadableArticle):
            failures.append(found)
            continue
        number += 1
        _tell(found.article)
        yield found.called(f"a{number}")


def _on_all_cores(sources: Sequence[str]) -> Iterator[Found | UnreadableArticle]:
    """What is found in each source, in their order; a few are read here, and so is standard input."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if len(sources) < WORTH or cores < 2 or STDIN in sources:
        yield from map(_found, sources)
        return
    from multiprocessing import get_context
    from signal import SIG_IGN, SIGINT, signal

    # Ctrl-C is left to the process that waits for the others.
    with get_context("fork").Pool(min(cores, len(sources) // _AT_ONCE), signal, (SIGINT, SIG_IGN)) as pool:
        yield from pool.imap(_found, sources, chunksize=_AT_ONCE)


def _found(source: str) -> Found | UnreadableArticle:
    """All that is found in one text; what makes it unreadable is handed back, so that it can cross processes."""
    from unami_cli.reading import is_table
    from unami_cli.table.found import find

    try:
        data, where = _data(source), _where(source)
        if is_table(data, where):
            return UnreadableArticle(where, "a saved table cannot be read together with texts", "name it alone")
        return find(_article(source, data, "")).whole()
    except UnreadableArticle as error:
        return error


def _data(source: str) -> bytes:
    from unami_cli.reading import file_bytes, stream_bytes

    if not source:
        raise UnreadableArticle("-a", "the name of the text is empty", "name a file, a folder or -")
    from unami_cli.cli.meant import how_to_fetch, is_address

    if is_address(source):
        remedy = f"fetch it first: {how_to_fetch(click.get_current_context(silent=True), source)}"
        raise UnreadableArticle(source, "this is a web address, but unami uses no network", remedy)
    if source != STDIN:
        if os.path.exists(source) and stat.S_ISFIFO(os.stat(source).st_mode):
            return _from_pipe(source)
        return file_bytes(source)
    if sys.stdin is None:
        raise UnreadableArticle(_where(source), "it is closed", "pipe a text in, or name a file")
    if sys.stdin.isatty():
        say("Reading the article from the terminal; end it with Ctrl-D.")
    return stream_bytes(sys.stdin.buffer, _where(source))


def _from_pipe(path: str) -> bytes:
    """What a named pipe gives; opening it does not wait for a writer, so that the wait can be announced."""
    from unami_cli.reading import stream_bytes

    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with open(descriptor, "rb") as stream:
        wait_for_pipe(descriptor, path)
        os.set_blocking(descriptor, True)
        return stream_bytes(stream, path)


def _article(source: str, data: bytes, id: str) -> Article:
    from unami_cli.reading import read_bytes

    return read_bytes(data, id, None if source == STDIN else source)


def _tell(article: Article) -> None:
    """Say what had to be guessed of a text, and that it is empty."""
    where = article.path or _where(STDIN)
    for note in article.notes:
        say(f"{where}: {note}")
    if not article.text.strip():
        say(f"{where}: the text is empty")


def _where(source: str) -> str:
    return "standard input" if source == STDIN else source
