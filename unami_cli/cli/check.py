"""`unami check`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from unami_cli.cli.app import command, query
from unami_cli.cli.options import READ, ROWS, SCREEN, Settings
from unami_cli.cli.talk import ExitCode, say

if TYPE_CHECKING:
    from unami_cli.model import Finding
    from unami_cli.output.formats import Arrangement
    from unami_cli.output.listing import Listing, View
    from unami_cli.output.screen import Screen


@command(
    ("unami check", "the text against itself, the calendar, the register"),
    ("unami -a a.txt -a b.txt check", "two texts, also against each other"),
    ("unami check -f json", "the findings, for a program"),
    shared=(READ, ROWS, SCREEN),
)
@query("claim", "anything", "A claim to hold against the text; without one, the text is held against itself.")
def check(settings: Settings, claim: str) -> ExitCode:
    """Hold the text against itself, the calendar and the register: contradictions first; they make the exit code 1."""
    if claim:  # the command with a claim goes here
        raise click.UsageError("not yet", click.get_current_context())
    from unami_cli.cli import opening, printing
    from unami_cli.lookup.consistency import findings
    from unami_cli.model import Outcome
    from unami_cli.output import survey
    from unami_cli.output.listing import View

    source = opening.opened(settings)
    found = findings(source.table)
    if not found:
        say("The text tells nothing twice, and nothing that the calendar or the register knows.")
    view = View(source.table)
    code = printing.listed(survey.findings(view, found), source, settings, partial(_drawn, view))
    if code is ExitCode.WRONG or settings.layout.fields == ("help",):
        return code
    return source.code(not any(one.outcome is Outcome.CONTRADICTION for one in found))


def _drawn(view: View, listing: Listing[Finding], layout: Arrangement, target: Screen) -> str:
    from unami_cli.output.findings import rendered

    return rendered(view, listing.rows, target)
