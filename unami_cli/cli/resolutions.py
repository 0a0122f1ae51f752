"""`unami resolutions`."""

from __future__ import annotations

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode


@command(
    ("unami resolutions", "every resolution that the article cites"),
    ("unami resolutions 1500", "one of them; numbers are never guessed"),
    ("unami resolutions establishes", "by what the register says of it"),
    ("unami resolutions -f markdown", "a table for a wiki, with addresses"),
)
@query("query", "numbers", "A number, a year, a symbol, an organ, or what the register says it is about.")
def resolutions(settings: Settings, query: str) -> ExitCode:
    """List the resolutions that the words name; without words, all of them."""
    from unami_cli.cli import asking, opening, printing
    from unami_cli.model import Kind
    from unami_cli.output import columns

    source = opening.opened(settings)
    found, view = asking.matching(source, query, Kind.RESOLUTION, source.table.resolutions, settings, settings.enough)
    return printing.listed(columns.resolutions(view, found), source, settings)
