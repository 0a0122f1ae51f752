"""`unami coverage`."""

from __future__ import annotations

from unami_cli.cli.app import command
from unami_cli.cli.options import READ, ROWS, SCREEN, Settings
from unami_cli.cli.talk import ExitCode, say


@command(
    ("unami coverage", "what to read yourself, and how much was recognised"),
    ("unami coverage --sort kind", "capitals, marks, numbers, resolutions"),
    ("unami coverage -f json", "for a program, with the totals"),
    shared=(READ, ROWS, SCREEN),
)
def coverage(settings: Settings) -> ExitCode:
    """List what did not become a record: capitals, numbers, quotation marks, the word "resolution"."""
    from unami_cli.checking.coverage import coverage
    from unami_cli.cli import opening, printing
    from unami_cli.output import survey
    from unami_cli.output.listing import View

    source = opening.opened(settings).with_texts()
    whole = coverage(source.table)
    if whole.of and not whole.left and settings.layout.fields != ("help",):
        say("Everything was recognised.")
    return printing.listed(survey.coverage(View(source.table), whole), source, settings)
