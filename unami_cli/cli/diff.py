"""`unami diff`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from unami_cli.cli.app import command
from unami_cli.cli.options import ROWS, SCREEN, AnyPath, Settings
from unami_cli.cli.talk import ExitCode, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unami_cli.outcomes import Difference
    from unami_cli.output.screen import Screen

_HOW = "Name two articles to compare: unami diff OLD.txt NEW.txt; one of them may be - for standard input."
_STDIN = "-"


@command(
    ("unami diff may.txt june.txt", "what only one of them says, and what differs"),
    ("unami diff may.json -", "a saved table and standard input"),
    ("unami diff may.txt june.txt -f json", "for a program, with both sentences"),
    shared=(ROWS, SCREEN),
)
@click.argument("first", metavar="A", required=False, type=AnyPath(), help="A text, a saved table of one text, or -.")
@click.argument("second", metavar="B", required=False, type=AnyPath(), help="The other one.")
@click.option("-a", "--article", "named", multiple=True, hidden=True, type=AnyPath(), help="The same as A or B.")
def diff(settings: Settings, first: str | None, second: str | None, named: tuple[str, ...]) -> ExitCode:
    """Compare two articles by what they tell: who, which role, body and resolution, when, how many, what was said.

    Wording and order do not count. The exit code is 0 when nothing differs, 1 when something does.
    """
    from unami_cli.cli import opening, printing
    from unami_cli.output import survey
    from unami_cli.table import FactTable

    def drawn(rows: Sequence[Difference], target: Screen) -> str:
        from unami_cli.output.verdicts import differences

        return differences(names, rows, target)

    found: Sequence[Difference] = ()
    names = ("A", "B")
    if settings.layout.fields != ("help",):
        found, names = _compared([*settings.articles, *named, *filter(None, (first, second))])
    printing.listed(survey.differences(names, found), opening.Opened(FactTable()), settings, drawn)
    return ExitCode.DIFFERENT if found else ExitCode.SAME


def _compared(sources: Sequence[str]) -> tuple[Sequence[Difference], tuple[str, str]]:
    """What the two tell differently, or only one tells, and what to call them; if nothing differs, that is said."""
    from unami_cli.checking.alignment import FIRST, SECOND
    from unami_cli.checking.diff import compare
    from unami_cli.cli.opening import one_article

    if len(sources) > 2:
        raise click.UsageError(f"{len(sources)} articles were named, counting those of -a; only two can be compared.")
    if len(sources) != 2:
        raise click.UsageError(_HOW)
    first, second = sources
    if first == second == _STDIN:
        raise click.UsageError("Standard input holds only one article: name a file for the other.")
    articles = one_article(first, FIRST), one_article(second, SECOND)
    found = compare(*articles)
    if not found and articles[0].text == articles[1].text:
        say("The two texts are the same.")
    elif not found:
        say("No name, role, resolution, date, figure, denial or quotation differs; the wording may differ.")
    return found, _names(first, second)


def _names(first: str, second: str) -> tuple[str, str]:
    """What to call two sources: by their files; by their paths where both files have the same name."""
    ends = [path.replace("\\", "/").rstrip("/").rpartition("/")[2] for path in (first, second)]
    one, other = (first, second) if ends[0] == ends[1] else ends
    return "standard input" if first == _STDIN else one, "standard input" if second == _STDIN else other
