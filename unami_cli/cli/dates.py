"""`unami dates`."""

from __future__ import annotations

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode


@command(
    ("unami dates", "every date, in reading order"),
    ("unami dates established", "dates in sentences with this word"),
    ("unami dates --fields text,date -f csv", "for a spreadsheet"),
)
@query("term", "anything", "Words in the date, or else in its sentence or in a name there.")
def dates(settings: Settings, term: str) -> ExitCode:
    """List the dates that meet the words, else those of sentences that do; without words, all of them."""
    from unami_cli.cli import asking, opening, printing
    from unami_cli.lookup.timeline import dates_of
    from unami_cli.output import stated

    source = opening.opened(settings)
    facts, view = asking.sentences(source, term, settings)
    rows = asking.own(asking.of_time(source, term, dates_of(facts)), view, lambda row: (row.fact, row.date))
    asking.tell_none(rows, facts, "date", asked=bool(term))
    return printing.listed(stated.dates(view, rows), source, settings)
