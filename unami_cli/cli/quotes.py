"""`unami quotes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode, say

if TYPE_CHECKING:
    from unami_cli.cli.opening import Opened
    from unami_cli.output.columns import Quoted
    from unami_cli.output.listing import View


@command(
    ("unami quotes", "every quotation with its speaker"),
    ("unami quotes guterres", "what one of them said"),
    ("unami quotes normal country", "those that hold these words"),
    ("unami quotes -f jsonl", "one JSON object a line"),
)
@query("term", "speakers", "Words of the speaker's name, role or description, else of what was said.")
def quotes(settings: Settings, term: str) -> ExitCode:
    """List the quotations of such a speaker, else those of such words; without words, all of them."""
    from unami_cli.cli import opening, printing
    from unami_cli.output import columns

    source = opening.opened(settings)
    rows, view = _spoken(source, term, settings)
    return printing.listed(columns.quotes(view, rows), source, settings)


def _spoken(source: Opened, text: str, settings: Settings) -> tuple[tuple[Quoted, ...], View]:
    """The quotations that meet the query, by their speaker, else by their words."""
    from unami_cli.cli.asking import corrected, highlights, told
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
    return rows, View(source.table, highlights(found.answer.hits) if found.answer else ())
