"""`unami organizations`."""

from __future__ import annotations

import click

from unami_cli.cli import offers, opening
from unami_cli.cli.answering import answer, matching, most
from unami_cli.cli.command import LOOK_UP, command
from unami_cli.cli.exits import ExitCode
from unami_cli.cli.settings import Settings


@command(
    LOOK_UP,
    ("unami organizations", "every organisation that the article names"),
    ("unami organizations who", "by its acronym"),
    is_query=True,
)
@click.argument("query", nargs=-1, shell_complete=offers.organizations, help="Words of a name, or an acronym.")
@click.pass_obj
def organizations(settings: Settings, query: tuple[str, ...]) -> ExitCode:
    """List organisations, their short names and where they are named."""
    from unami_cli.model import Kind
    from unami_cli.output import columns

    source = opening.opened(settings)
    found, view = matching(source, query, Kind.ORGANIZATION, source.table.organizations, settings, most(settings))
    return answer(columns.organizations(view, found), source, settings)
