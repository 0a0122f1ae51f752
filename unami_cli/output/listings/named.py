"""People, organisations, resolutions."""

from __future__ import annotations

from collections.abc import Iterable

from unami_cli.model import Organization, Person, Resolution
from unami_cli.output import records
from unami_cli.output.cells import Cell, Field, Listing, Shown
from unami_cli.output.listings import making as make
from unami_cli.output.view import View


def people(view: View, rows: Iterable[Person]) -> Listing[Person]:
    """People, their roles and where they are named."""
    return Listing(
        (
            Field("id", "ID", "what `unami show` takes", lambda p: make.text(p.id)),
            Field("name", "Name", "the fullest form of the name", lambda p: view.name(p.name)),
            Field("aliases", "Also", "other forms that the text uses", lambda p: view.names(p.aliases), Shown.IN_FILES),
            Field("roles", "Role", "offices and jobs, as worded", lambda p: view.names(r.text for r in p.roles)),
            Field("paragraphs", make.where(view), "paragraphs that name them", lambda p: view.where(p.mentions)),
        ),
        tuple(rows),
        records.person,
    )


def organizations(view: View, rows: Iterable[Organization]) -> Listing[Organization]:
    """Organisations, their short names and where they are named."""
    return Listing(
        (
            Field("id", "ID", "what `unami show` takes", lambda o: make.text(o.id)),
            Field("name", "Name", "the fullest form of the name", lambda o: view.name(o.name)),
            Field("aliases", "Also", "acronyms and short forms", lambda o: view.names(o.aliases)),
            Field("paragraphs", make.where(view), "paragraphs that name it", lambda o: view.where(o.mentions)),
        ),
        tuple(rows),
        records.organization,
    )


def resolutions(view: View, rows: Iterable[Resolution]) -> Listing[Resolution]:
    """Resolutions, with their symbols and addresses."""
    return Listing(
        (
            Field("id", "ID", "what `unami show` takes", lambda r: make.text(r.id)),
            Field("number", "No.", "the number", lambda r: view.name(r.number)),
            Field("body", "Body", "the organ that adopted it", lambda r: make.text(r.body)),
            Field("year", "Year", "the year of adoption", _year),
            Field("year_from", "From", "where the year is from: text, register", _year_from, Shown.IN_FILES),
            Field("symbol", "Symbol", "the document's symbol", lambda r: Cell(r.symbol or "", r.symbol, link=r.url)),
            Field("url", "Address", "the document's public address", lambda r: make.text(r.url), Shown.IN_FILES),
            Field("paragraphs", make.where(view), "paragraphs that cite it", lambda r: view.where(r.mentions)),
            Field("facts", "Facts", "ids of the facts that cite it", lambda r: make.items(r.facts), Shown.ASKED),
        ),
        tuple(rows),
        records.resolution,
    )


def _year(one: Resolution) -> Cell:
    note = "register" if one.year_from == "register" else ""
    return Cell("" if one.year is None else str(one.year), one.year, note=note)


def _year_from(one: Resolution) -> Cell:
    return make.text(one.year_from)
