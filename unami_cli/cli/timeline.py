"""`unami timeline`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from unami_cli.cli import offers, opening
from unami_cli.cli.answering import answer, joined, matching
from unami_cli.cli.command import LOOK_UP, command
from unami_cli.cli.exits import ExitCode, say
from unami_cli.cli.opening import Opened
from unami_cli.cli.settings import Settings

if TYPE_CHECKING:
    from unami_cli.lookup.timeline import Entry
    from unami_cli.output.columns import Dated
    from unami_cli.output.formats import Arrangement
    from unami_cli.output.listing import Listing, View
    from unami_cli.output.screen import Screen


@command(
    LOOK_UP,
    ("unami timeline", "every date in order"),
    ("unami timeline elections", "those of sentences that hold a word"),
    ("unami timeline --since 2005 --until 2017-12", "those of a time"),
    is_query=True,
)
@click.argument(
    "term", nargs=-1, shell_complete=offers.anything, help="Words of the sentence, or of who and what stands in it."
)
@click.option("--since", metavar="DATE", help="Not before this year, month or day.")
@click.option("--until", metavar="DATE", help="Not after this year, month or day.")
@click.pass_obj
def timeline(settings: Settings, term: tuple[str, ...], since: str | None, until: str | None) -> ExitCode:
    """List what happened when, the earliest first."""
    from unami_cli.output import columns

    source = opening.opened(settings)
    entries, view = _entries(source, joined(term), since, until, settings)
    rows = (columns.Dated(entry.date, entry.fact, entry.earliest, entry.latest) for entry in entries)
    return answer(columns.timeline(view, rows), source, settings, partial(_drawn, view))


def _entries(
    source: Opened, text: str, since: str | None, until: str | None, settings: Settings
) -> tuple[Sequence[Entry], View]:
    """The dated facts of that time that meet the query; that there are none is said."""
    from unami_cli.lookup import timeline as lookup
    from unami_cli.lookup.query import parse_query
    from unami_cli.model import Kind
    from unami_cli.output.listing import View

    entries = lookup.timeline(source.table, since, until)
    if not text:
        if not entries:
            say("The text gives no date of that time." if since or until else "The text gives no dates.")
        return entries, View(source.table)
    query = parse_query(text)
    if query.since or query.until:
        inside = set(lookup.timeline(source.table, query.since, query.until))
        entries = tuple(entry for entry in entries if entry in inside)
    facts, view = matching(source, (text,), Kind.FACT, source.table.facts, settings)
    ids = {fact.id for fact in facts}
    found = tuple(entry for entry in entries if entry.fact.id in ids)
    if facts and not found:
        say(f"None of the sentences found gives a date{' of that time' if since or until else ''}.")
    return found, view


def _drawn(view: View, listing: Listing[Dated], layout: Arrangement, target: Screen) -> str:
    from unami_cli.output.timeline import rendered

    return rendered(view, listing.rows, target)
