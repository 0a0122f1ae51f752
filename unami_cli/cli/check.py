"""`unami check`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode, Failure, say

if TYPE_CHECKING:
    from unami_cli.cli.opening import Opened
    from unami_cli.outcomes import Checked, Finding
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
    if not claim:
        return _itself(source, settings)
    from unami_cli.checking import claims

    if claim == "-":
        every = _piped(settings)
        held = tuple(claims.check(source.table, each, exact=settings.exact) for each in every)
    else:
        held = claims.check_each(source.table, claim, exact=settings.exact)
    return _answered(source, held, settings, in_full=claim != "-")


def _piped(settings: Settings) -> list[str]:
    """The claims at standard input, one per line, at least one."""
    if "-" in settings.articles:
        raise click.UsageError("- is both the text and the claims: save one of them as a file.")
    if sys.stdin is None:
        raise Failure("standard input: it is closed; pipe claims in, one per line")
    if sys.stdin.isatty():
        say("Reading the claims from the terminal, one per line; end them with Ctrl-D.")
    claims = [line.strip() for line in sys.stdin if line.strip()]
    if not claims:
        raise Failure("standard input: there is no claim in it; pipe claims in, one per line")
    return claims


def _answered(source: Opened, held: tuple[Checked, ...], settings: Settings, *, in_full: bool) -> ExitCode:
    """Print what the texts say about claims, a screen in full what each text says about one; one line for each of many.

    The exit code is 0 where all agree, 1 where one differs, 3 where none differs and some is not stated.
    """
    from unami_cli.cli import asking, printing
    from unami_cli.outcomes import Verdict
    from unami_cli.output import survey
    from unami_cli.output.listing import View

    def drawn(rows: Sequence[Checked], target: Screen) -> str:
        from unami_cli.output.verdicts import claims

        return claims(view, rows, target)

    asking.corrected(dict.fromkeys(one for each in held for one in each.corrections))
    view = View(source.table)
    listing = survey.claims(view, held, alone=in_full and len(source.table.articles) == 1)
    code = printing.listed(listing, source, settings, drawn if in_full else None)
    if code is ExitCode.WRONG:
        return code
    verdicts = {one.verdict for one in held}
    if Verdict.DIFFERS in verdicts:
        return ExitCode.DIFFERENT
    return ExitCode.NOT_STATED if Verdict.NOT_STATED in verdicts else ExitCode.FOUND


def _itself(source: Opened, settings: Settings) -> ExitCode:
    """Print the results of checking the texts against themselves."""
    from unami_cli.checking import consistency
    from unami_cli.cli import printing
    from unami_cli.outcomes import Outcome
    from unami_cli.output import survey
    from unami_cli.output.listing import View

    def drawn(rows: Sequence[Finding], target: Screen) -> str:
        from unami_cli.output.verdicts import findings

        return findings(view, rows, target)

    found = consistency.findings(source.table)
    if not found:
        say("Found nothing that can be checked against the text itself, the calendar or the register.")
    view = View(source.table)
    printing.listed(survey.findings(view, found), source, settings, drawn)
    return source.code(not any(one.outcome is Outcome.CONTRADICTION for one in found))
