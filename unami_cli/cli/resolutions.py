"""`unami resolutions`."""

from __future__ import annotations

import click

from unami_cli.cli import offers, opening
from unami_cli.cli.answering import answer, matching, most
from unami_cli.cli.command import LOOK_UP, command
from unami_cli.cli.exits import ExitCode
from unami_cli.cli.settings import Settings


@command(
    LOOK_UP,
    ("unami resolutions", "every resolution that the article cites"),
    ("unami resolutions 1500", "one of them; numbers are never guessed"),
    ("unami resolutions establishes", "by what the register says of it"),
    ("unami resolutions -f markdown", "a table for a wiki, with addresses"),
    is_query=True,
)
@click.argument(
    "query",
    nargs=-1,
    shell_complete=offers.numbers,
    help="A number, a year, a symbol, an organ, or what the register says it is about.",
)
@click.pass_obj
def resolutions(settings: Settings, query: tuple[str, ...]) -> ExitCode:
    """List resolutions with their years, symbols and addresses."""
    from unami_cli.model import Kind
    from unami_cli.output import columns

    source = opening.opened(settings)
    found, view = matching(source, query, Kind.RESOLUTION, source.table.resolutions, settings, most(settings))
    return answer(columns.resolutions(view, found), source, settings)
