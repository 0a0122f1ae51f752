"""`unami people`."""

from __future__ import annotations

import click

from unami_cli.cli import offers, opening
from unami_cli.cli.answering import answer, matching, most
from unami_cli.cli.command import LOOK_UP, command
from unami_cli.cli.exits import ExitCode
from unami_cli.cli.settings import Settings


@command(
    LOOK_UP,
    ("unami people", "everyone whom the article names"),
    ("unami people guteres", "one of them; typing errors are forgiven"),
    ("unami people --fields id,name -f csv", "a file for a spreadsheet"),
    is_query=True,
)
@click.argument("name", nargs=-1, shell_complete=offers.people, help="Words of a name or a role.")
@click.pass_obj
def people(settings: Settings, name: tuple[str, ...]) -> ExitCode:
    """List people, their roles and where they are named."""
    from unami_cli.model import Kind
    from unami_cli.output import columns

    source = opening.opened(settings)
    found, view = matching(source, name, Kind.PERSON, source.table.people, settings, most(settings))
    return answer(columns.people(view, found), source, settings)
