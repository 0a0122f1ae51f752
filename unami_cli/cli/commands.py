"""Commands and the group as `unami` has them: examples first in the help, options grouped, exit codes returned."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from unami_cli.cli import options
from unami_cli.cli.exits import ExitCode, abandon_stdout, translated
from unami_cli.cli.screens import WORDS
from unami_cli.cli.settings import settings_of
from unami_cli.output.formats import Format
from unami_cli.patterns import pattern

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_SHORT = 72

LOOK_UP, READ, SHARE, LEARN = "Look up", "Read", "Share", "Learn"


class Command(click.Command):
    """A subcommand. Its callback returns an `ExitCode`."""

    section: str = LEARN
    examples: tuple[tuple[str, str], ...] = ()
    excludes: bool = False

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; where they are a query, one that begins with a minus is kept for it."""
        return super().parse_args(ctx, [_kept(word) for word in args] if self.excludes else args)

    def invoke(self, ctx: click.Context) -> None:
        """Run the callback and leave with its exit code."""
        _refuse_foreign_options(self, ctx)
        code = super().invoke(ctx)
        ctx.exit(code if isinstance(code, ExitCode) else ExitCode.FOUND)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, examples, arguments, options by section."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        _write_examples(formatter, self.examples)
        self.format_arguments(ctx, formatter)
        _write_options(self, ctx, formatter)


class Program(click.Group):
    """The group: `unami` itself."""

    examples: tuple[tuple[str, str], ...] = ()

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
                raise click.exceptions.NoSuchCommand(name, message, list(self.commands), ctx=ctx) from None
            finally:
                sys.stdout.flush()

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Commands in the order of the help, with what they do, then options."""
        from click.shell_completion import CompletionItem

        begun = ((name, one) for name, one in self.commands.items() if name.startswith(incomplete))
        found = [CompletionItem(name, help=one.get_short_help_str(_SHORT)) for name, one in begun]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands in the order of the help."""
        return list(self.commands)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, examples, commands by section, options by section."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        _write_examples(formatter, self.examples)
        for section in (LOOK_UP, READ, SHARE, LEARN):
            rows = [
                (name, one.get_short_help_str(2 * formatter.width))
                for name, one in self.commands.items()
                if isinstance(one, Command) and one.section == section and not one.hidden
            ]
            if rows:
                with formatter.section(section):
                    formatter.write_dl(rows)
        _write_options(self, ctx, formatter)


def command(
    group: Program,
    name: str,
    section: str,
    examples: Sequence[tuple[str, str]],
    sections: Sequence[str],
    *,
    excludes: bool = False,
) -> Callable[[Callable[..., ExitCode]], Command]:
    """Make a function a command of the group; `sections` are those of the shared options that it takes.

    `excludes` says that its arguments are a query, in which "-word" excludes a word: `unminus` gives them back.
    """

    def decorate(function: Callable[..., ExitCode]) -> Command:
        made = click.command(name, cls=Command)(function)
        group.add_command(made)
        made.section, made.examples, made.excludes = section, tuple(examples), excludes
        made.params.extend(options.shared(sections))
        return made

    return decorate


_MINUS = "\ue000"
_ATTACHED = pattern(r"-f(?:" + "|".join(Format) + r")|-n[0-9]+")


def _kept(word: str) -> str:
    """A word such as "-iraq" with a sign before it that click takes for no option; options stay as they are."""
    excluding = word[:1] == "-" and len(word) > 2 and (word[1].isalpha() or word[1] in '"“„«')
    return f"{_MINUS}{word[1:]}" if excluding and not _ATTACHED.fullmatch(word) else word


def unminus(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a query as they were typed; of an excluded phrase the quotation marks that the shell took."""
    return tuple(_unminus(word) for word in words)


def _unminus(word: str) -> str:
    if not word.startswith(_MINUS):
        return word
    rest = word[1:]
    return f'-"{rest}"' if " " in rest and '"' not in rest else f"-{rest}"


def _refuse_foreign_options(command: click.Command, ctx: click.Context) -> None:
    """An option before the command's name that the command would not take after it is wrong use."""
    taken = {name for param in command.params for name in param.opts}
    for name in sorted(settings_of(ctx).given - taken):
        raise click.exceptions.NoSuchOption(name, f"{ctx.info_name!r} has no option {name}.", ctx=ctx)


def _write_examples(formatter: click.HelpFormatter, examples: Sequence[tuple[str, str]]) -> None:
    if examples:
        with formatter.section("Examples"):
            formatter.write_dl(examples, col_max=44)


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    by_section: dict[str, list[tuple[str, str]]] = {}
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
        if record:
            by_section.setdefault(options.section_of(param) or "Options", []).append(record)
    for section in ("Options", options.READ, options.MATCH, options.ROWS, options.SCREEN):
        if section in by_section:
            with formatter.section(section):
                formatter.write_dl(by_section[section])
