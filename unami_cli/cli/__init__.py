"""The command line: the only home of click, and the only place that exits."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from unami_cli.cli import completion, facts, finding, help, opening, options, records, whole
from unami_cli.cli.commands import Program
from unami_cli.cli.exits import ExitCode
from unami_cli.cli.screens import screen, send
from unami_cli.cli.settings import Settings, settings_of

_CONTEXT: dict[str, object] = {"help_option_names": ["-h", "--help"], "obj": Settings()}

_COMPLETING = "_UNAMI_COMPLETE"
_GREETING_TAKES = {"--article", "--color", "--no-links", "--no-pager", "--save"}


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from unami_cli import __version__

        click.echo(f"unami {__version__}")
        ctx.exit()


@click.group(cls=Program, name="unami", invoke_without_command=True, context_settings=_CONTEXT)
@click.option(
    "-V", "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Print the version."
)
@click.pass_context
def unami(ctx: click.Context) -> None:
    """Answer from a news article: who, what was said, which resolution, when, how many."""
    if ctx.invoked_subcommand is None:
        ctx.exit(_greet(settings_of(ctx)))


unami.examples = (
    ("unami", "what the article is, and what to try"),
    ("unami people", "everyone whom it names"),
    ("unami search sovereignity", "anything; typing errors are forgiven"),
    ("unami search who said normal", "a question, and the words that answer it"),
    ("unami show p1", "one record in full, with its sentences"),
    ("unami -a report.txt facts -f json", "an article of your own, for a program"),
)
unami.params.extend(options.shared((options.READ, options.MATCH, options.ROWS, options.SCREEN)))
for family in (records, facts, finding, whole, help, completion):
    family.add(unami)


def main() -> None:
    """Run `unami`, and exit."""
    sys.stdout = _sturdy(sys.stdout)
    sys.stderr = _sturdy(sys.stderr)
    if _COMPLETING in os.environ:
        from unami_cli.cli.shells import register

        register()
    try:
        unami.main(prog_name="unami")
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)


def _greet(settings: Settings) -> ExitCode:
    from unami_cli.output import greeting
    from unami_cli.output.listing import View

    idle = sorted(settings.given - _GREETING_TAKES)
    if idle:
        raise click.UsageError(f"{idle[0]} needs a command, such as people.", click.get_current_context())
    source = opening.opened(settings)
    target = screen(settings)
    send(target, (greeting.rendered(View(source.table), target, bundled=source.bundled),))
    return source.code(True)


def _sturdy(stream: TextIO | None) -> TextIO:
    """The stream with a replacement for what it cannot encode; a stream to nowhere when it is closed."""
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return stream
