"""`unami search`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from unami_cli.cli import offers, opening
from unami_cli.cli.answering import answer, asked, joined, marks, most
from unami_cli.cli.command import LOOK_UP, command
from unami_cli.cli.exits import ExitCode
from unami_cli.cli.settings import Settings

if TYPE_CHECKING:
    from unami_cli.lookup.search import Hit
    from unami_cli.output.columns import Ranked
    from unami_cli.output.formats import Arrangement
    from unami_cli.output.listing import Listing, View
    from unami_cli.output.screen import Screen


@command(
    LOOK_UP,
    ("unami search sovereignity", "everything on it; typing errors are forgiven"),
    ("unami search when was UNAMI established", "a question, and the words that answer it"),
    ('unami search "special representative"', "all of these words"),
    ("unami search mandate kind:fact since:2003", "facts only, with a date since then"),
    is_query=True,
)
@click.argument(
    "term",
    nargs=-1,
    shell_complete=offers.anything,
    required=True,
    help='Words or a question, "a phrase", -without, kind: by: since: until: in:.',
)
@click.pass_obj
def search(settings: Settings, term: tuple[str, ...]) -> ExitCode:
    """Search everything, the best first; answer a question."""
    from unami_cli.output import columns
    from unami_cli.output.listing import View

    source = opening.opened(settings)
    found = asked(source, joined(term), None, settings, most(settings))
    view = View(source.table, marks(found.hits))
    rows = columns.hits(view, map(_row, found.hits))
    return answer(rows, source, settings, partial(_replied, view) if found.question else None)


def _row(hit: Hit) -> Ranked:
    from unami_cli.output.columns import Ranked, Told

    words = hit.answer
    told = Told(words.start, words.end, words.text, words.kind) if words else None
    return Ranked(hit.score, hit.kind, hit.record, hit.how.value, marks((hit,)), told)


def _replied(view: View, listing: Listing[Ranked], layout: Arrangement, target: Screen) -> str:
    from unami_cli.output import reply

    return reply.rendered(view, listing, layout, target)
