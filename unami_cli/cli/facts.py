"""`unami facts`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings, offered
from unami_cli.cli.talk import ExitCode, say

if TYPE_CHECKING:
    from unami_cli.model import Fact, Kind
    from unami_cli.table import FactTable


def _kinds(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[Kind, ...]:
    """The kinds that the words name, singular or plural; raises `BadParameter` for what names none."""
    if not value:
        return ()
    from unami_cli.lookup.query import kind_named
    from unami_cli.model import Kind

    found = []
    for word in value:
        kind = kind_named(word)
        if kind is None:
            raise click.BadParameter(f"{word!r} is no kind; there are {', '.join(Kind)}.", ctx, param)
        found.append(kind)
    return tuple(found)


@command(
    ("unami facts", "every sentence of the headline and the paragraphs"),
    ("unami facts sovereignty", "those that hold a word"),
    ("unami facts --kind figure --since 2017", "those with a figure, and a date since then"),
)
@query("term", "anything", "Words of the sentence, or of who and what stands in it.")
@click.option(
    "--kind",
    multiple=True,
    metavar="KIND",
    callback=_kinds,
    shell_complete=offered("kinds"),
    help="That hold such a thing: date, figure, quote, person, resolution, organization; repeatable.",
)
@click.option("--since", metavar="DATE", help="With a date not before this year, month or day.")
@click.option("--until", metavar="DATE", help="With a date not after this year, month or day.")
def facts(settings: Settings, term: str, kind: tuple[Kind, ...], since: str | None, until: str | None) -> ExitCode:
    """List the sentences that meet the words, hold such a thing, and have a date of that time."""
    from unami_cli.cli import asking, opening, printing
    from unami_cli.model import Kind
    from unami_cli.output import columns

    source = opening.opened(settings)
    enough = None if kind or since or until else settings.enough
    found, view = asking.matching(source, term, Kind.FACT, source.table.facts, settings, enough)
    rows = _dated(_holding(found, kind), source.table, since, until)
    if found and not rows:
        say(f"None of {len(found)} facts is of that kind and time.")
    return printing.listed(columns.facts(view, rows), source, settings)


def _holding(facts: Sequence[Fact], kinds: Sequence[Kind]) -> tuple[Fact, ...]:
    """The facts that hold a thing of any of these kinds; all of them when none is named."""
    if not kinds:
        return tuple(facts)
    from unami_cli.lookup.filters import holds

    return tuple(fact for fact in facts if any(holds(fact, kind) for kind in kinds))


def _dated(facts: Sequence[Fact], table: FactTable, since: str | None, until: str | None) -> tuple[Fact, ...]:
    """The facts with a date in that time; all of them when none is asked for."""
    if since is None and until is None:
        return tuple(facts)
    from unami_cli.lookup.timeline import timeline

    inside = {entry.fact.id for entry in timeline(table, since, until)}
    return tuple(fact for fact in facts if fact.id in inside)
