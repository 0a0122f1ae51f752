"""`unami search`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode

if TYPE_CHECKING:
    from unami_cli.model import Hit
    from unami_cli.output.screen import Screen


@command(
    ("unami search sovereignity", "everything about it; typos are corrected"),
    ("unami search when was UNAMI established", "a question, and the words that answer it"),
    ('unami search "special representative"', "all of these words"),
    ("unami search mandate kind:fact since:2003", "facts only, with a date since then"),
)
@query("term", "anything", 'Words or a question, "a phrase", -without, kind: by: since: until: in:.', required=True)
def search(settings: Settings, term: str) -> ExitCode:
    """List the records that meet the words; of a question, on a screen, the answer before what comes nearest."""
    from unami_cli.cli import asking, opening, printing
    from unami_cli.output import columns
    from unami_cli.output.listing import View

    def replied(rows: Sequence[Hit], target: Screen) -> str:
        from unami_cli.output import tables

        return tables.replied(view, rows, target, as_many=settings.layout.limit is not None)

    source = opening.opened(settings)
    enough = source.enough(settings)
    found = asking.asked(source, term, None, settings, enough)
    view = View(source.table, found.matches)
    rows = columns.hits(view, found.hits[: settings.layout.limit] if found.question else found.hits)
    return printing.listed(rows, source, settings, replied if found.question else None, enough=enough)
