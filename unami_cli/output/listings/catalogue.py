"""Which fields each command's listing has, without anything in it."""

from __future__ import annotations

from unami_cli.output.cells import Listing, R
from unami_cli.output.listings import mixed, named, stated
from unami_cli.output.view import View


def fields_of(command: str) -> tuple[tuple[str, str], ...]:
    """The names of the fields of a command's listing, each with what it is; none for a command without one."""
    from unami_cli.table import FactTable

    view = View(FactTable((), (), (), (), ()))
    match command:
        case "people":
            return _told(named.people(view, ()))
        case "organizations":
            return _told(named.organizations(view, ()))
        case "resolutions":
            return _told(named.resolutions(view, ()))
        case "facts":
            return _told(stated.facts(view, ()))
        case "quotes":
            return _told(stated.quotes(view, ()))
        case "timeline":
            return _told(stated.timeline(view, ()))
        case "search":
            return _told(mixed.found(view, ()))
        case "article":
            return _told(mixed.paragraphs(view))
    return ()


def _told(listing: Listing[R]) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, field.about) for field in listing.fields)
