"""The program: its commands, each in a module of its name that is loaded when it is needed, and how it ends."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

import click

from unami_cli.cli import command, opening, options
from unami_cli.cli.exits import ExitCode, abandon_stdout, translated
from unami_cli.cli.screens import WORDS, screen, send
from unami_cli.cli.settings import Settings, settings_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = (
    *("people", "organizations", "resolutions", "facts", "quotes", "timeline", "search", "show"),
    *("article", "export", "help", "completion"),
)
"""In the order of the help."""

_EXAMPLES = (
    ("unami", "what the article is, and what to try"),
    ("unami people", "everyone whom it names"),
    ("unami search sovereignity", "anything; typing errors are forgiven"),
    ("unami search who said normal", "a question, and the words that answer it"),
    ("unami show p1", "one record in full, with its sentences"),
    ("unami -a report.txt facts -f json", "an article of your own, for a program"),
)
_COMPLETING = "_UNAMI_COMPLETE"
_GREETING_TAKES = {"--article", "--color", "--no-links", "--no-pager", "--save"}
_SHORT = 72


class Program(click.Group):
    """The group: `unami` itself."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> command.Command | None:
        """The command of a name, None where there is none."""
        if name not in COMMANDS:
            return None
        found: command.Command = getattr(import_module(f"unami_cli.cli.{name}"), name)
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the words as they were typed, then read the options before the command."""
        ctx.meta[WORDS] = list(args)
        return super().parse_args(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """Read the options before the command; `--help` into a pipe that is gone ends like any answer."""
        try:
            try:
                return super().make_context(info_name, args, parent, **extra)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            abandon_stdout()
            raise click.exceptions.Exit(ExitCode.BROKEN_PIPE) from None

    def invoke(self, ctx: click.Context) -> None:
        """Run the subcommand; errors become a sentence and an exit code."""
        with translated(ctx):
            try:
                super().invoke(ctx)
            except click.exceptions.NoSuchCommand as error:
                name = error.command_name
                instead = (
                    f"To read it: unami -a {name}" if os.path.exists(name) else f"To look for it: unami search {name}"
                )
                message = f"No such command {name!r}. {instead}."
                raise click.exceptions.NoSuchCommand(name, message, list(COMMANDS), ctx=ctx) from None
            finally:
                sys.stdout.flush()

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Commands in the order of the help, with what they do, then options."""
        from click.shell_completion import CompletionItem

        begun = (one for name in COMMANDS if name.startswith(incomplete) and (one := self.get_command(ctx, name)))
        found = [CompletionItem(one.name or "", help=one.get_short_help_str(_SHORT)) for one in begun]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, examples, commands by section, options by section."""
        command.write_head(self, _EXAMPLES, ctx, formatter)
        every = [one for name in COMMANDS if (one := self.get_command(ctx, name))]
        for section in (command.LOOK_UP, command.READ, command.SHARE, command.LEARN):
            with formatter.section(section):
                rows = ((one.name or "", one.get_short_help_str(2 * formatter.width)) for one in every)
                formatter.write_dl([row for row, one in zip(rows, every, strict=True) if one.section == section])
        command.write_options(self, ctx, formatter)


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from unami_cli import __version__

        click.echo(f"unami {__version__}")
        ctx.exit()


@click.group(
    cls=Program,
    name="unami",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "obj": Settings()},
)
@click.option(
    "-V", "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Print the version."
)
@click.pass_context
def unami(ctx: click.Context) -> None:
    """Answer from a news article: who, what was said, which resolution, when, how many."""
    if ctx.invoked_subcommand is None:
        ctx.exit(_greet(settings_of(ctx)))


unami.params.extend(options.shared(options.SECTIONS))


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
