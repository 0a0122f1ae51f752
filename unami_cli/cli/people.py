"""`unami people`."""

from __future__ import annotations

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode


@command(
    ("unami people", "everyone the article names"),
    ("unami people guteres", "one of them; typos are corrected"),
    ("unami people --fields id,name -f csv", "for a spreadsheet"),
)
@query("name", "people", "Words of a name or a role.")
def people(settings: Settings, name: str) -> ExitCode:
    """List the people of that name or role; without one, everybody."""
    from unami_cli.cli import asking, opening, printing
    from unami_cli.model import Kind
    from unami_cli.output import columns

    source = opening.opened(settings)
    enough = source.enough(settings) if name else None
    found, view = asking.matching(source, name, Kind.PERSON, source.table.people, settings, enough)
    return printing.listed(columns.people(view, found), source, settings, enough=enough)
