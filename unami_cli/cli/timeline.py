"""`unami timeline`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode, say

if TYPE_CHECKING:
    from unami_cli.cli.opening import Opened
    from unami_cli.model import Dated
    from unami_cli.output.listing import View
    from unami_cli.output.screen import Screen

_LEAST_DATES = 2
"""An axis needs at least this many dates of a known year."""


@command(
    ("unami timeline", "every date in order"),
    ("unami timeline elections", "dates in sentences with this word"),
    ("unami timeline --since 2005 --until 2017-12", "dates of these years"),
)
@query("term", "anything", "Words in the date, or else in its sentence or in a name there.")
@click.option("--since", metavar="DATE", help="Only in or after this year, month or day.")
@click.option("--until", metavar="DATE", help="Only in or before this year, month or day.")
def timeline(settings: Settings, term: str, since: str | None, until: str | None) -> ExitCode:
    """List the dates from that time that meet the words, else those of sentences that do; a screen draws them."""
    from unami_cli.cli import opening, printing
    from unami_cli.output import stated

    def drawn(rows: Sequence[Dated], target: Screen) -> str:
        from unami_cli.output import timeline

        known = sum(bool(row.earliest) for row in rows)
        if known < _LEAST_DATES or target.width < timeline.LEAST:  # nothing to compare, or no room for an axis
            return timeline.listed(view, rows, target)
        return timeline.rendered(view, rows, target)

    source = opening.opened(settings)
    entries, view = _entries(source, term, since, until, settings)
    return printing.listed(stated.timeline(view, entries), source, settings, drawn)


def _entries(
    source: Opened, text: str, since: str | None, until: str | None, settings: Settings
) -> tuple[Sequence[Dated], View]:
    """The dated facts of that time that meet the query; if there are none, that is said."""
    from unami_cli.cli import asking
    from unami_cli.lookup import timeline as lookup
    from unami_cli.output.listing import View

    entries = lookup.timeline(source.table, since, until)
    if not text:
        if not entries:
            say("The text gives no date from that time." if since or until else "The text gives no dates.")
        return entries, View(source.table)
    within = asking.of_time(source, text, entries)
    facts, view = asking.sentences(source, text, settings)
    ids = {fact.id for fact in facts}
    found = asking.own([entry for entry in within if entry.fact.id in ids], view, lambda row: (row.fact, row.date))
    narrowed = since or until or len(within) < len(entries)
    asking.tell_none(found, facts, "date from that time" if narrowed else "date", asked=True)
    return found, view
