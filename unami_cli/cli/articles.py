"""`unami articles`."""

from __future__ import annotations

from unami_cli.cli.app import command
from unami_cli.cli.options import MATCH, SECTIONS, Settings
from unami_cli.cli.talk import ExitCode


@command(
    ("unami articles -a reports", "the texts of a folder"),
    ("unami articles -a reports --sort date", "the oldest first"),
    ("unami articles -a reports -f csv", "for a spreadsheet"),
    shared=tuple(section for section in SECTIONS if section != MATCH),
)
def articles(settings: Settings) -> ExitCode:
    """List the texts, each with its title, its date and how much was found in it."""
    from unami_cli.cli import opening, printing
    from unami_cli.lookup.holdings import summaries
    from unami_cli.output import stated
    from unami_cli.output.listing import View

    source = opening.opened(settings)
    rows = stated.articles(View(source.table), summaries(source.table))
    return printing.listed(rows, source, settings)
