"""`unami organizations`."""

from __future__ import annotations

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode


@command(("unami organizations", "every organisation the article names"), ("unami organizations who", "by its acronym"))
@query("query", "organizations", "Words of a name, or an acronym.")
def organizations(settings: Settings, query: str) -> ExitCode:
    """List the organisations of that name or acronym; without one, all of them."""
    from unami_cli.cli import asking, opening, printing
    from unami_cli.model import Kind
    from unami_cli.output import columns

    source = opening.opened(settings)
    enough = source.enough(settings) if query else None
    found, view = asking.matching(source, query, Kind.ORGANIZATION, source.table.organizations, settings, enough)
    return printing.listed(columns.organizations(view, found), source, settings, enough=enough)
