"""The program: its commands, each in a file of its name that is loaded when it is needed, and what a command is."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

import click

from unami_cli.cli import options
from unami_cli.cli.options import Settings, offered
from unami_cli.cli.talk import ExitCode, columns_of, doing, show, translated

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS: dict[str, dict[str, str]] = {
    "Look up": {
        "people": "List people, their roles and where they are named.",
        "organizations": "List organisations and their short names.",
        "resolutions": "List resolutions with their years, symbols and addresses.",
        "facts": "List facts: sentences, and what they contain.",
        "quotes": "List quotations and who said them.",
        "dates": "List dates as they are worded, and what they mean.",
        "figures": "List figures with their values and units.",
        "timeline": "Show what happened when, earliest first.",
        "search": "Search everything, best match first; or answer a question.",
        "show": "Show one record in full, with each sentence it comes from.",
    },
    "Compare": {
        "check": "Check a claim against the text, or the text against itself.",
        "diff": "Compare two articles, or two versions of one, fact by fact.",
    },
    "Read": {
        "article": "Print the text, with what was found in it marked.",
        "articles": "List the texts read, and how much was found in each.",
        "coverage": "List what was not recognised, for you to read yourself.",
    },
    "Share": {"export": "Print the whole table as JSON, which -a reads back."},
    "Learn": {
        "help": "Explain a command or a topic, such as query or json.",
        "completion": "Print or install the script for TAB completion.",
    },
}
"""What each command does, by section and in the order of the help."""

ABOUT = {name: about for section in COMMANDS.values() for name, about in section.items()}
"""What each command does."""

Example = tuple[str, str]
"""A command line and what it gives."""

_OTHER_NAMES = {
    **dict.fromkeys(("--columns", "--column", "--cols", "--field", "--select"), "--fields"),
    **dict.fromkeys(("--file", "--files", "--input", "--path", "--text", "--articles"), "--article"),
    **dict.fromkeys(("--max", "--top", "--count", "--number", "--head", "--rows"), "--limit"),
    **dict.fromkeys(("--from", "--after", "--start"), "--since"),
    **dict.fromkeys(("--to", "--before", "--end"), "--until"),
    **dict.fromkeys(("--output", "--out", "--export"), "--save"),
    **dict.fromkeys(("--order", "--sort-by", "--order-by"), "--sort"),
    "--colour": "--color",
    "--nopager": "--no-pager",
    "--noheader": "--no-header",
    "--desc": "--reverse",
    "--strict": "--exact",
}
"""What options are called elsewhere."""
_GREETING_TAKES = {"--article", "--color", "--no-links", "--no-pager", "--save"}
_NARROW = 60
"""Below this width in cells the help gives most of the room to the explanations."""


def _show_help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


_HELP = click.Option(
    ["-h", "--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_help,
    help="Show this message and exit.",
)


class _Formatter(click.HelpFormatter):
    """Click's, which never goes below 50 columns; on a narrower terminal, terms stand above what they mean."""

    def __init__(self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None) -> None:
        super().__init__(indent_increment, width, max_width)
        if width is None and 0 < (columns := columns_of(sys.stdout)) < self.width + 2:
            self.width = columns

    def getvalue(self) -> str:
        """All that was written, without blanks at the ends of lines, which a terminal just as wide would wrap."""
        return "\n".join(map(str.rstrip, super().getvalue().split("\n")))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean, on a narrow terminal below each other."""
        if self.width >= _NARROW:
            super().write_dl(rows, col_max, col_spacing)
            return
        from textwrap import fill

        indent = " " * self.current_indent
        below = f"{indent}    "
        for term, meaning in rows:
            self.write(f"{fill(term.rstrip(), self.width, initial_indent=indent, subsequent_indent=f'{indent}  ')}\n")
            self.write(f"{fill(meaning, self.width, initial_indent=below, subsequent_indent=below)}\n")


class _Context(click.Context):
    formatter_class = _Formatter


class _Explained(click.Command):
    """What its help says: usage, what it does, examples, arguments or commands, options by section."""

    context_class = _Context
    examples: tuple[Example, ...] = ()

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Our own: making click's loads the translations, a hundredth of the start-up time."""
        return _HELP

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write all of it."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        with formatter.section("Examples"):
            formatter.write_dl(self.examples, col_max=44)
        self.format_arguments(ctx, formatter)
        self.format_options(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, those of the command first, then the shared ones by section."""
        by_section: dict[str, list[tuple[str, str]]] = {"Options": [], **{each: [] for each in options.SECTIONS}}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
            if record:
                by_section[param.section if isinstance(param, options.Shared) else "Options"].append(record)
        for section, records in by_section.items():
            if records:
                with formatter.section(section):
                    formatter.write_dl(records)


class Command(_Explained):
    """A subcommand. Its callback takes the settings and returns an `ExitCode`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; if they are a query, those that begin with a minus exclude, and are not options."""
        arguments = [param for param in self.params if isinstance(param, click.Argument)]
        is_query = any(param.nargs == -1 for param in arguments)
        first, words = self._options_first(ctx, args, is_query)
        reads = any(isinstance(param, options.Shared) and param.section == options.READ for param in self.params)
        if words and reads and (is_query or not arguments) and not ctx.resilient_parsing:
            from unami_cli.cli import meant

            texts = [word for word in words if meant.text_named(word, alone=not arguments)]
            if texts:
                raise click.UsageError(meant.how_to_read(ctx, texts), ctx)
        return super().parse_args(ctx, first if words is None else [*first, "--", *words])

    def _options_first(self, ctx: click.Context, args: list[str], is_query: bool) -> tuple[list[str], list[str] | None]:
        """The options with their values, and the words, None for click to say what an option lacks.

        An option of one letter gets its long name: click looks for long names that are like a letter first.
        """
        known = {name: param for param in self.params if isinstance(param, click.Option) for name in param.opts}
        first: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for word in rest:
            if word == "--":
                words += rest
            elif word == "-" or word[:1] != "-" or (is_query and _excludes(word)):
                words.append(word)
            else:
                param = known.get(word)
                if param is None and word[:2] == "--" and (format := options.FORMATS.meant(word[2:])):
                    raise click.UsageError(f"No such option {word}. Write -f {format}.", ctx)
                if param is None and (other := _OTHER_NAMES.get(word)) in known:
                    raise click.UsageError(f"No such option {word}. Did you mean {other}?", ctx)
                first.append(param.opts[-1] if param else word)
                if param and not param.is_flag:
                    value = next(rest, None)
                    if value is None:  # which click would take the "--" for
                        return first, None
                    first.append(value)
        return first, [_quoted(word) for word in words] if is_query else words

    def invoke(self, ctx: click.Context) -> None:
        """Run the callback and leave with its exit code."""
        taken = {name for param in self.params for name in param.opts}
        for name in sorted(ctx.ensure_object(Settings).given - taken):  # typed before the name of the command
            raise click.exceptions.NoSuchOption(name, f"{ctx.info_name!r} has no option {name}.", ctx=ctx)
        code = super().invoke(ctx)
        ctx.exit(code if isinstance(code, ExitCode) else ExitCode.FOUND)


def _excludes(word: str) -> bool:
    """Whether a word of a query excludes ("-iraq", '-"a phrase"') and is not an option ("-h", "-n5", "-fjson")."""
    attached = (word[:2] == "-n" and word[2:].isdecimal()) or (word[:2] == "-f" and options.FORMATS.meant(word[2:]))
    return word[:1] == "-" and len(word) > 2 and (word[1].isalpha() or word[1] in '"“„«') and not attached


def _quoted(word: str) -> str:
    """The word; an excluded phrase with the quotation marks that the shell took."""
    return f'-"{word[1:]}"' if _excludes(word) and " " in word and '"' not in word else word


def command(
    *examples: Example, shared: tuple[str, ...] = options.SECTIONS
) -> Callable[[Callable[..., ExitCode]], Command]:
    """Make a function of the settings the command of its name; `shared` are the sections of options that it takes."""

    def decorate(function: Callable[..., ExitCode]) -> Command:
        name = function.__name__
        made = click.command(name, cls=Command, help=ABOUT[name])(click.pass_obj(function))
        made.examples = examples
        made.params.extend(options.shared(shared))
        unami.add_command(made)
        return made

    return decorate


def query(
    name: str, offers: str, help: str, *, required: bool = False, metavar: str | None = None
) -> Callable[[Callable[..., ExitCode]], Callable[..., ExitCode]]:
    """Give a command the words of a query, which reach it as one line; `offers` names what TAB offers for them."""

    def joined(ctx: click.Context, param: click.Parameter, words: tuple[str, ...]) -> str:
        line = " ".join(words).strip()
        if words and not line:
            raise click.UsageError(f"The words are empty: give some, or leave {metavar or name.upper()} out.")
        return line

    return click.argument(
        name, nargs=-1, required=required, metavar=metavar, shell_complete=offered(offers), help=help, callback=joined
    )


class Program(_Explained, click.Group):
    """The group: `unami` itself."""

    examples = (
        ("unami", "what the article is, and what to try"),
        ("unami people", "everyone it names"),
        ("unami search sovereignity", "anything; typos are corrected"),
        ("unami search who said normal", "a question, and the words that answer it"),
        ("unami show p1", "one record in full, with its sentences"),
        ("unami -a report.txt facts -f json", "an article of your own, for a program"),
    )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands in the order of the help."""
        return list(ABOUT)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of a name, which its file adds; None where there is none."""
        if name in ABOUT and name not in self.commands:
            import_module(f"unami_cli.cli.{name}")
        return super().get_command(ctx, name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command and its words; a question needs no command, and other words for one lead to it."""
        name = args[0].lower()
        if name not in ABOUT:
            from unami_cli.cli import meant

            places = [0, *(1 + at for at in meant.places_of_words(args[1:]))]
            words = [args[at] for at in places]
            if asked := meant.command_asked(words, ABOUT):
                args = [asked, *(arg for at, arg in enumerate(args) if at not in places)]
            elif meant.is_question(words):
                args = ["search", *args]
            elif name in meant.MEANT:
                args = [meant.MEANT[name], *args[1:]]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the words as they were typed, then read the options before the command."""
        ctx.meta[options.TYPED] = list(args)
        return super().parse_args(ctx, args)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """Read the options before the command; `--help` into a pipe that is gone ends like any answer."""
        with translated():
            try:
                return super().make_context(info_name, args, parent, **extra)
            finally:
                sys.stdout.flush()

    def invoke(self, ctx: click.Context) -> None:
        """Run the subcommand; errors become a sentence and an exit code."""
        with translated():
            try:
                super().invoke(ctx)
            except click.exceptions.NoSuchCommand as error:
                raise self._unknown(ctx, error.command_name) from None
            finally:
                sys.stdout.flush()

    def _unknown(self, ctx: click.Context, name: str) -> click.UsageError:
        """What to say of a word that is not a command: it may be a text, a mistyped command, or meant for a search."""
        from unami_cli.cli import meant

        if meant.text_named(name, alone=True):
            words = meant.Typed(ctx).words
            texts = [word for word in words if meant.text_named(word, alone=True)]
            return click.UsageError(meant.how_to_read(ctx, texts if name in texts else [name]), ctx)
        from difflib import get_close_matches

        begun = [each for each in ABOUT if each.startswith(name.lower())] if name else []
        near = begun or get_close_matches(name.lower(), ABOUT, n=2)
        instead = f"Did you mean {' or '.join(map(repr, near))}? " if near else ""
        if not begun:
            instead += f"To look for it: {meant.looked_for(ctx)}"
        return click.UsageError(f"No such command {name!r}. {instead.strip()}", ctx)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Commands in the order of the help, with what they do, then options."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=about) for name, about in ABOUT.items() if name.startswith(incomplete)]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by section, where the help of a command has its arguments."""
        wide = max(map(len, ABOUT))
        for section, commands in COMMANDS.items():
            with formatter.section(section):
                formatter.write_dl([(f"{name:<{wide}}", about) for name, about in commands.items()])


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
    """Look up people, quotations, UN resolutions, dates and figures in a news article."""
    if ctx.invoked_subcommand is None:
        ctx.exit(_greet(ctx.ensure_object(Settings)))


unami.params.extend(options.shared(options.SECTIONS))


def main() -> None:
    """Run `unami`, and exit. Errors are wrapped to the terminal."""
    sys.stdout = _sturdy(_buffered(sys.stdout))
    sys.stderr = _sturdy(sys.stderr)
    if "_UNAMI_COMPLETE" in os.environ:
        from unami_cli.cli.completion import register

        register()
    try:
        sys.exit(unami.main(prog_name="unami", standalone_mode=False))
    except click.ClickException as error:
        show(error)
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(ExitCode.INTERRUPTED)
    finally:
        doing("")


def _greet(settings: Settings) -> ExitCode:
    idle = sorted(settings.given - _GREETING_TAKES)
    if idle:
        raise click.UsageError(f"{idle[0]} needs a command, such as people.")
    from unami_cli.cli import opening, printing
    from unami_cli.output import page
    from unami_cli.output.listing import View

    source = opening.opened(settings)
    target = printing.screen(settings)
    given = opening.as_typed(settings)
    bundled, kept = source.bundled, bool(source.kept)
    printing.send(target, (page.greeting(View(source.table), target, given, bundled=bundled, kept=kept),))
    return source.code(True)


def _buffered(stream: TextIO | None) -> TextIO | None:
    """The stream with the buffer that PYTHONUNBUFFERED removes: without it, what a full disk rejects is lost unsaid."""
    raw = getattr(stream, "buffer", None)
    if stream is None or not isinstance(raw, io.RawIOBase):
        return stream
    return io.TextIOWrapper(io.BufferedWriter(raw), stream.encoding, line_buffering=stream.isatty())


def _sturdy(stream: TextIO | None) -> TextIO:
    """The stream with a replacement for what it cannot encode; a stream to nowhere when it is closed."""
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return stream
