"""`unami quotes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from unami_cli.cli import offers, opening
from unami_cli.cli.answering import answer, corrected, joined, marks, told
from unami_cli.cli.command import LOOK_UP, command
from unami_cli.cli.exits import ExitCode, say
from unami_cli.cli.opening import Opened
from unami_cli.cli.settings import Settings

if TYPE_CHECKING:
    from unami_cli.output.columns import Quoted
    from unami_cli.output.listing import View


@command(
    LOOK_UP,
    ("unami quotes", "every quotation with its speaker"),
    ("unami quotes guterres", "what one of them said"),
    ("unami quotes normal country", "those that hold these words"),
    ("unami quotes -f jsonl", "one JSON object a line"),
    is_query=True,
)
@click.argument(
    "term",
    nargs=-1,
    shell_complete=offers.speakers,
    help="Words of the speaker's name, role or description, else of what was said.",
)
@click.pass_obj
def quotes(settings: Settings, term: tuple[str, ...]) -> ExitCode:
    """List quotations and who said them."""
    from unami_cli.output import columns

    source = opening.opened(settings)
    rows, view = _spoken(source, joined(term), settings)
    return answer(columns.quotes(view, rows), source, settings)


def _spoken(source: Opened, text: str, settings: Settings) -> tuple[tuple[Quoted, ...], View]:
    """The quotations that meet the query, by their speaker, else by their words."""
    from unami_cli.lookup.query import parse_query
    from unami_cli.lookup.quotations import quotations
    from unami_cli.output.columns import Quoted
    from unami_cli.output.listing import View

    found = quotations(source.table, parse_query(text), exact=settings.exact)
    rows = tuple(Quoted(one.quote, one.fact) for one in found.found)
    for typed, meant in found.corrected:
        corrected(typed, meant)
    if found.silent:
        say(f"No quotation of {', '.join(found.silent)} in the text.")
    elif found.answer and (rows or not found.answer.hits):
        told(found.answer, text)
    elif not rows:
        say(f"Nothing found for “{text}”." if text else "The text quotes nobody.")
    return rows, View(source.table, marks(found.answer.hits) if found.answer else ())
