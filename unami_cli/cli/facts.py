"""`unami facts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings, offered
from unami_cli.cli.talk import ExitCode, say

if TYPE_CHECKING:
    from unami_cli.model import Kind


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
            raise click.BadParameter(f"{word!r} is not a kind; the kinds are {', '.join(Kind)}.")
        found.append(kind)
    return tuple(found)


@command(
    ("unami facts", "every sentence, the headline first"),
    ("unami facts sovereignty", "sentences with this word"),
    ("unami facts --kind figure --since 2017", "with a figure, and a date since 2017"),
)
@query("term", "anything", "Words in the sentence, or in a name there.")
@click.option(
    "--kind",
    multiple=True,
    metavar="KIND",
    callback=_kinds,
    shell_complete=offered("kinds"),
    help="Only sentences with a date, figure, quote, person, resolution or organization; repeatable.",
)
@click.option("--since", metavar="DATE", help="Only with a date in or after this year, month or day.")
@click.option("--until", metavar="DATE", help="Only with a date in or before this year, month or day.")
def facts(settings: Settings, term: str, kind: tuple[Kind, ...], since: str | None, until: str | None) -> ExitCode:
    """List the sentences that meet the words, hold such a thing, and have a date from that time."""
    from unami_cli.cli import asking, opening, printing
    from unami_cli.model import Kind
    from unami_cli.output import stated

    source = opening.opened(settings)
    enough = source.enough(settings) if term and not (kind or since or until) else None
    found, view = asking.matching(source, term, Kind.FACT, source.table.facts, settings, enough)
    rows = found
    if kind:
        from unami_cli.lookup.filters import holds

        rows = tuple(fact for fact in rows if any(holds(fact, each) for each in kind))
    if since is not None or until is not None:
        from unami_cli.lookup.timeline import timeline

        inside = {entry.fact.id for entry in timeline(source.table, since, until)}
        rows = tuple(fact for fact in rows if fact.id in inside)
    if found and not rows:
        every = f"None of the {len(found)} facts found" if len(found) > 1 else "No fact found"
        wanted = [*(["has what was asked for"] if kind else []), *(["is from that time"] if since or until else [])]
        say(f"{every} {' and '.join(wanted)}.")
    return printing.listed(stated.facts(view, rows), source, settings, enough=enough)
