"""`unami check`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode, Failure, say

if TYPE_CHECKING:
    from unami_cli.cli.opening import Opened
    from unami_cli.outcomes import Checked, Finding
    from unami_cli.output.formats import Arrangement
    from unami_cli.output.listing import Listing, View
    from unami_cli.output.screen import Screen


@command(
    ("unami check UNAMI was set up in 2004", "does the text say so, and if not, what?"),
    ("unami check - < claims.txt", "one claim per line, one answer per line"),
    ("unami check", "the text against itself, the calendar and the register"),
    ("unami -a a.txt -a b.txt check", "two texts, also against each other"),
)
@query(
    "claim", "anything", "A statement to check, or - for one per line; without one, the text is checked against itself."
)
def check(settings: Settings, claim: str) -> ExitCode:
    """Check a statement against the text: agrees (exit code 0), differs (1), not stated (3), with the sentence.

    Without a statement, check the text against itself, the calendar and the register: a contradiction makes the exit
    code 1.
    """
    from unami_cli.cli import opening

    if claim.endswith("?"):
        from unami_cli.cli.meant import looked_for

        line = looked_for(click.get_current_context())
        raise click.UsageError(f"That is a question; to have it answered: {line}")
    source = opening.opened(settings, reads_claims=claim == "-")
    if claim == "-":
        if "-" in settings.articles:
            raise click.UsageError("- is both the text and the claims: save one of them as a file.")
        if sys.stdin is None:
            raise Failure("standard input: it is closed; pipe claims in, one per line")
        if sys.stdin.isatty():
            say("Reading the claims from the terminal, one per line; end them with Ctrl-D.")
        claims = [line.strip() for line in sys.stdin if line.strip()]
        if not claims:
            raise Failure("standard input: there is no claim in it; pipe claims in, one per line")
        return _claims(source, claims, settings)
    return _claim(source, claim, settings) if claim else _itself(source, settings)


def _claim(source: Opened, claim: str, settings: Settings) -> ExitCode:
    """What each text that speaks of it says about a claim, in full."""
    from unami_cli.checking.claims import check_each
    from unami_cli.cli import asking, printing
    from unami_cli.output import survey
    from unami_cli.output.listing import View

    held = check_each(source.table, claim, exact=settings.exact)
    asking.corrected(dict.fromkeys(one for checked in held for one in checked.corrections))
    view = View(source.table)
    listing = survey.claims(view, held, alone=len(source.table.articles) == 1)
    code = printing.listed(listing, source, settings, partial(_card, view))
    return _code(held) if code is not ExitCode.WRONG else code


def _claims(source: Opened, claims: Sequence[str], settings: Settings) -> ExitCode:
    """One answer per line to one claim per line."""
    from unami_cli.checking.claims import check as checked
    from unami_cli.cli import asking, printing
    from unami_cli.output import survey
    from unami_cli.output.listing import View

    held = tuple(checked(source.table, claim, exact=settings.exact) for claim in claims)
    asking.corrected(dict.fromkeys(one for each in held for one in each.corrections))
    code = printing.listed(survey.claims(View(source.table), held, alone=False), source, settings)
    return _code(held) if code is not ExitCode.WRONG else code


def _code(held: tuple[Checked, ...]) -> ExitCode:
    """0 where all agree, 1 where one differs, 3 where none differs and some is not stated."""
    from unami_cli.outcomes import Verdict

    verdicts = {one.verdict for one in held}
    if Verdict.DIFFERS in verdicts:
        return ExitCode.DIFFERENT
    return ExitCode.NOT_STATED if Verdict.NOT_STATED in verdicts else ExitCode.FOUND


def _itself(source: Opened, settings: Settings) -> ExitCode:
    """The results of checking the texts against themselves."""
    from unami_cli.checking.consistency import findings
    from unami_cli.cli import printing
    from unami_cli.outcomes import Outcome
    from unami_cli.output import survey
    from unami_cli.output.listing import View

    found = findings(source.table)
    if not found:
        say("There is nothing to check: nothing is stated twice, and nothing can be checked against the calendar.")
    view = View(source.table)
    code = printing.listed(survey.findings(view, found), source, settings, partial(_drawn, view))
    if code is ExitCode.WRONG:
        return code
    return source.code(not any(one.outcome is Outcome.CONTRADICTION for one in found))


def _card(view: View, listing: Listing[Checked], layout: Arrangement, target: Screen) -> str:
    from unami_cli.output.verdicts import claims

    return claims(view, listing.rows, target)


def _drawn(view: View, listing: Listing[Finding], layout: Arrangement, target: Screen) -> str:
    from unami_cli.output.verdicts import findings

    return findings(view, listing.rows, target)
