"""`unami quotes`."""

from __future__ import annotations

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode, say


@command(
    ("unami quotes", "every quotation with its speaker"),
    ("unami quotes guterres", "what Guterres said"),
    ("unami quotes normal country", "quotations with these words"),
    ("unami quotes -f jsonl", "one JSON object per line"),
)
@query("term", "speakers", "Words of the speaker's name, role or description, or of what was said.")
def quotes(settings: Settings, term: str) -> ExitCode:
    """List the quotations of this speaker, else those with these words; without words, all of them."""
    from unami_cli.cli import opening, printing
    from unami_cli.cli.asking import corrected, told
    from unami_cli.lookup.query import parse_query
    from unami_cli.lookup.search import quotations
    from unami_cli.output import stated
    from unami_cli.output.listing import View

    source = opening.opened(settings)
    said = quotations(source.table, parse_query(term), exact=settings.exact)
    corrected(said.corrected)
    if said.silent:
        say(f"The text does not quote {', '.join(said.silent)}.")
    elif said.answer and (said.found or not said.answer.hits):
        told(said.answer, term)
    elif not said.found:
        say(f"Nothing found for “{term}”." if term else "The text quotes nobody.")
    view = View(source.table, said.answer.matches if said.answer else ())
    return printing.listed(stated.quotes(view, said.found), source, settings)
