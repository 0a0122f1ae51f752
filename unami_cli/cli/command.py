"""What a command of `unami` is: examples first in its help, options by section, an exit code in the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from unami_cli.cli import options
from unami_cli.cli.exits import ExitCode
from unami_cli.cli.settings import settings_of
from unami_cli.output.formats import Format
from unami_cli.patterns import pattern

LOOK_UP, READ, SHARE, LEARN = "Look up", "Read", "Share", "Learn"
"""The sections of the commands in the help, in their order."""

Example = tuple[str, str]
"""A command line and what it gives."""

_ATTACHED = pattern(r"-f(?:" + "|".join(Format) + r")|-n[0-9]+")


class Command(click.Command):
    """A subcommand. Its callback returns an `ExitCode`."""

    section: str = LEARN
    examples: tuple[Example, ...] = ()
    is_query: bool = False

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; where they are a query, those that begin with a minus exclude, and are no options."""
        return super().parse_args(ctx, self._options_first(args) if self.is_query else args)

    def _options_first(self, args: list[str]) -> list[str]:
        """The options with their values, then "--" and the words as they stand, which click leaves alone there."""
        options = [param for param in self.params if isinstance(param, click.Option)]
        take_values = {name for option in options if not option.is_flag for name in option.opts}
        first: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for word in rest:
            if word == "--":
                words += rest
            elif word == "-" or word[:1] != "-" or _excludes(word):
                words.append(word)
            else:
                first.append(word)
                if word in take_values:
                    value = next(rest, None)
                    if value is None:  # for click to say so, which would take the "--" for it
                        return first
                    first.append(value)
        return [*first, "--", *map(_quoted, words)]

    def invoke(self, ctx: click.Context) -> None:
        """Run the callback and leave with its exit code."""
        taken = {name for param in self.params for name in param.opts}
        for name in sorted(settings_of(ctx).given - taken):  # typed before the name of the command
            raise click.exceptions.NoSuchOption(name, f"{ctx.info_name!r} has no option {name}.", ctx=ctx)
        code = super().invoke(ctx)
        ctx.exit(code if isinstance(code, ExitCode) else ExitCode.FOUND)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, examples, arguments, options by section."""
        write_head(self, self.examples, ctx, formatter)
        self.format_arguments(ctx, formatter)
        write_options(self, ctx, formatter)


def command(
    section: str, *examples: Example, shared: Sequence[str] = options.SECTIONS, is_query: bool = False
) -> Callable[[Callable[..., ExitCode]], Command]:
    """Make a function a command of its name; `shared` are the sections of the shared options that it takes.

    `is_query` says that its arguments are a query, in which "-word" excludes a word.
    """

    def decorate(function: Callable[..., ExitCode]) -> Command:
        made = click.command(function.__name__, cls=Command)(function)
        made.section, made.examples, made.is_query = section, examples, is_query
        made.params.extend(options.shared(shared))
        return made

    return decorate


def write_head(
    command: click.Command, examples: Sequence[Example], ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    """Usage, what it does, examples."""
    command.format_usage(ctx, formatter)
    command.format_help_text(ctx, formatter)
    if examples:
        with formatter.section("Examples"):
            formatter.write_dl(examples, col_max=44)


def write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """The options, those of the command first, then the shared ones by section."""
    by_section: dict[str, list[tuple[str, str]]] = {}
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
        if record:
            section = param.section if isinstance(param, options.Shared) else "Options"
            by_section.setdefault(section, []).append(record)
    for section in ("Options", *options.SECTIONS):
        if section in by_section:
            with formatter.section(section):
                formatter.write_dl(by_section[section])


def _excludes(word: str) -> bool:
    excludes = word[:1] == "-" and len(word) > 2 and (word[1].isalpha() or word[1] in '"“„«')
    return excludes and not _ATTACHED.fullmatch(word)


def _quoted(word: str) -> str:
    """The word; an excluded phrase with the quotation marks that the shell took."""
    return f'-"{word[1:]}"' if _excludes(word) and " " in word and '"' not in word else word
