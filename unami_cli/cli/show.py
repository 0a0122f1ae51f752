"""`unami show`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode

if TYPE_CHECKING:
    from unami_cli.cli.opening import Opened
    from unami_cli.model import Record
    from unami_cli.output.listing import Listing

A = TypeVar("A", bound="Record")


@command(
    ("unami show p1", "by its id in the listings"),
    ("unami show guterres", "by name"),
    ("unami show 1500 --why", "with the rules and words used"),
    ("unami people | fzf --header-lines=1 --preview 'unami show {1}'", "browse them"),
)
@query("id", "ids", "An id (p1, r1500, o2, f7) or several, or a name.", required=True, metavar="ID|NAME")
@click.option("--why", is_flag=True, help="Say which rules and which words led to the record.")
def show(settings: Settings, id: str, why: bool) -> ExitCode:
    """Print all that is known of the records of that id or name; as rows when a format asks for them."""
    from unami_cli.cli import asking, opening, printing

    rows = printing.as_rows(settings)
    source = opening.opened(settings)
    chosen, met = asking.picked(source, id, settings)
    if rows:
        return _as_rows(source, chosen, settings, why=why)
    if chosen:
        from unami_cli.output import dossier
        from unami_cli.output.listing import View

        target = printing.screen(settings)
        again = not (source.kept or opening.STDIN in settings.articles)
        article = f"unami {opening.as_typed(settings)}article" if again else ""
        printing.send(target, (dossier.rendered(View(source.table, met), chosen, target, article, why=why),))
    return source.code(bool(chosen))


def _as_rows(source: Opened, chosen: Sequence[Record], settings: Settings, *, why: bool) -> ExitCode:
    """The records in the form that the listing of their kind has, in JSON with their evidence when that is asked."""
    from unami_cli.cli.printing import listed
    from unami_cli.model import Fact, Organization, Person, Resolution
    from unami_cli.output import columns, stated
    from unami_cli.output.formats import Arrangement
    from unami_cli.output.listing import View
    from unami_cli.values import replace

    def proven(rows: Listing[A]) -> ExitCode:
        if why:
            record = rows.record
            rows = replace(rows, record=lambda one: {**record(one), "evidence": columns.proof(one)})
        return listed(rows, source, settings)

    if len({type(one) for one in chosen}) > 1:
        message = f"{', '.join(one.id for one in chosen)} are of several kinds, whose fields differ: ask for one kind."
        raise click.UsageError(message)
    view = View(source.table)
    if not chosen:
        settings = replace(settings, layout=Arrangement(header=False))
    if people := [one for one in chosen if isinstance(one, Person)]:
        return proven(columns.people(view, people))
    if resolutions := [one for one in chosen if isinstance(one, Resolution)]:
        return proven(columns.resolutions(view, resolutions))
    if organizations := [one for one in chosen if isinstance(one, Organization)]:
        return proven(columns.organizations(view, organizations))
    return proven(stated.facts(view, [one for one in chosen if isinstance(one, Fact)]))
