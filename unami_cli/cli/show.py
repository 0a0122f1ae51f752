"""`unami show`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from unami_cli.cli import offers, opening
from unami_cli.cli.answering import answer, joined
from unami_cli.cli.command import LOOK_UP, command
from unami_cli.cli.exits import ExitCode
from unami_cli.cli.opening import Opened
from unami_cli.cli.picking import named
from unami_cli.cli.screens import screen, send
from unami_cli.cli.settings import Settings
from unami_cli.output.formats import Arrangement, Format
from unami_cli.values import replace

if TYPE_CHECKING:
    from unami_cli.model import Record
    from unami_cli.output.listing import Listing

A = TypeVar("A", bound="Record")


@command(
    LOOK_UP,
    ("unami show p1", "by the id that the listings give"),
    ("unami show guterres", "by name"),
    ("unami show 1500 --why", "with the rules and the words that made it"),
    ("unami people | fzf --header-lines=1 --preview 'unami show {1}'", "look through them"),
    is_query=True,
)
@click.argument(
    "id",
    nargs=-1,
    shell_complete=offers.ids,
    required=True,
    metavar="ID|NAME",
    help="An id (p1, r1500, o2, f7) or a name.",
)
@click.option("--why", is_flag=True, help="Tell which rule and which words made the record.")
@click.pass_obj
def show(settings: Settings, id: tuple[str, ...], why: bool) -> ExitCode:
    """Show one record in full, with each sentence it comes from."""
    source = opening.opened(settings)
    chosen, met = named(source, joined(id), settings)
    if settings.format not in (None, Format.TABLE) or settings.layout.fields is not None:
        return _as_rows(source, chosen, settings, why=why)
    if chosen:
        from unami_cli.output import dossier
        from unami_cli.output.listing import View

        target = screen(settings)
        send(target, (dossier.rendered(View(source.table, met), chosen, target, why=why),))
    return source.code(bool(chosen))


def _as_rows(source: Opened, chosen: Sequence[Record], settings: Settings, *, why: bool) -> ExitCode:
    """The records in the form that the listing of their kind has."""
    from unami_cli.model import Fact, Organization, Person, Resolution
    from unami_cli.output import columns
    from unami_cli.output.listing import View

    view = View(source.table)
    if not chosen:
        settings = replace(settings, layout=Arrangement(header=False))
    people = [one for one in chosen if isinstance(one, Person)]
    if people:
        return answer(_proven(columns.people(view, people), why), source, settings)
    resolutions = [one for one in chosen if isinstance(one, Resolution)]
    if resolutions:
        return answer(_proven(columns.resolutions(view, resolutions), why), source, settings)
    organizations = [one for one in chosen if isinstance(one, Organization)]
    if organizations:
        return answer(_proven(columns.organizations(view, organizations), why), source, settings)
    facts = [one for one in chosen if isinstance(one, Fact)]
    return answer(_proven(columns.facts(view, facts), why), source, settings)


def _proven(listing: Listing[A], why: bool) -> Listing[A]:
    """The listing, each record in JSON with its evidence when that is asked for."""
    from unami_cli.output.columns import proof

    return replace(listing, record=lambda one: {**listing.record(one), "evidence": proof(one)}) if why else listing
