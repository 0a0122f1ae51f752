"""What the shells complete: ids with names as help, words of names, fields, topics; nothing here needs rich."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from unami_cli.cli import opening
from unami_cli.cli.settings import settings_of
from unami_cli.errors import UnamiError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from unami_cli.model import Record
    from unami_cli.table import FactTable

_HELP = 60
_KEYS = (
    ("kind:", "person, resolution, organization, fact, date, figure or quote"),
    ("by:", "said by somebody of that name"),
    ("since:", "with a date not before: 2017, 2017-12, 2017-12-31"),
    ("until:", "with a date not after"),
    ("in:", "of one article: its id, file or title"),
)


def ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Ids of any record, the name or the sentence as help; or words of names."""
    table = _table(ctx)
    if table is None:
        return []
    named: tuple[Record, ...] = (*table.people, *table.organizations, *table.resolutions)
    begun = incomplete.lower()
    found = [(one.id, _label(one)) for one in (*named, *table.facts) if one.id.startswith(begun)]
    return _items(found) + (_items(_words(named, incomplete)) if incomplete else [])


def people(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Words of people's names, the whole name as help."""
    table = _table(ctx)
    return _items(_words(table.people, incomplete)) if table else []


def organizations(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Words of organisations' names, the whole name as help."""
    table = _table(ctx)
    return _items(_words(table.organizations, incomplete)) if table else []


def speakers(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Words of the names of those who are quoted."""
    table = _table(ctx)
    if table is None:
        return []
    quoted = {quote.speaker for fact in table.facts for quote in fact.quotes}
    people = [one for one in table.people if one.name in quoted]
    return _items(_words((*people, *(one for one in table.organizations if one.name in quoted)), incomplete))


def numbers(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Numbers of resolutions, the symbol as help."""
    table = _table(ctx)
    found = [(one.number, _label(one)) for one in table.resolutions] if table else []
    return _items((number, about) for number, about in found if number.startswith(incomplete))


def anything(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Words of all names, and the keys of the query language."""
    if incomplete.startswith("kind:"):
        return _items((f"kind:{kind}", "") for kind in _KINDS if f"kind:{kind}".startswith(incomplete))
    keys = [key for key in _KEYS if key[0].startswith(incomplete)]
    table = _table(ctx)
    named: tuple[Record, ...] = (*table.people, *table.organizations) if table and incomplete else ()
    return _items([*keys, *_words(named, incomplete)])


def kinds(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """What a fact may hold."""
    return _items((kind, "") for kind in _KINDS if kind != "fact" and kind.startswith(incomplete))


def topics(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Commands and topics that there is help on."""
    from unami_cli.cli.help import TOPICS

    root, program = ctx.find_root(), ctx.find_root().command
    names = program.list_commands(root) if isinstance(program, click.Group) else []
    commands = (program.get_command(root, name) for name in names) if isinstance(program, click.Group) else ()
    known = [(one.name or "", one.get_short_help_str(_HELP)) for one in commands if one]
    return _items((n, about) for n, about in (*known, *((t, "") for t in TOPICS)) if n.startswith(incomplete))


def fields(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Names of the command's fields; behind a comma those that are not there yet."""
    from unami_cli.output.columns import fields_of

    before, comma, begun = incomplete.rpartition(",")
    used = before.split(",")
    known = fields_of(ctx.command.name or "")
    if not comma and param.name == "fields":
        known = (*known, ("help", "list them"))
    fitting = ((name, about) for name, about in known if name.startswith(begun) and name not in used)
    return _items((f"{before}{comma}{name}", about) for name, about in fitting)


_KINDS = ("person", "resolution", "organization", "fact", "date", "figure", "quote")


def _table(ctx: click.Context) -> FactTable | None:
    """The table of the articles that the line names so far; None when there is none to be had without asking."""
    settings = settings_of(ctx)
    if opening.STDIN in opening.named(settings):
        return None
    try:
        return opening.opened(settings).table
    except (UnamiError, OSError):
        return None


def _words(records: Iterable[Record], incomplete: str) -> Iterator[tuple[str, str]]:
    """The words of names that begin so, accents or not, each with the names that hold it.

    Only words of letters: a shell would take some other signs for its own.
    """
    from unami_cli.folding import fold

    begun = fold(incomplete)
    holders: dict[str, list[str]] = {}
    for record in records:
        name = _label(record)
        for word in {*name.split(), *(word for alias in getattr(record, "aliases", ()) for word in alias.split())}:
            bare = word.strip("()[],.;:’'\"“”")
            if len(bare) > 1 and _plain(bare) and fold(bare).startswith(begun):
                as_typed = bare.casefold().startswith(incomplete.casefold())
                holders.setdefault(bare if as_typed else fold(bare), []).append(f"{record.id} {name}")
    for word in sorted(holders):
        yield word, ", ".join(dict.fromkeys(holders[word]))


def _plain(word: str) -> bool:
    """Whether a word is safe in any shell and no little one ("of", "and")."""
    return (
        (len(word) > 3 or not word.islower())
        and all(sign.isalnum() or sign in "-’." for sign in word)
        and word[0].isalnum()
    )


def _label(record: Record) -> str:
    from unami_cli.cli.picking import label

    return label(record)


def _items(pairs: Iterable[tuple[str, str]]) -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(value, help=_short(about) or None) for value, about in pairs]


def _short(text: str) -> str:
    return text if len(text) <= _HELP else f"{text[: _HELP - 1].rstrip()}…"
