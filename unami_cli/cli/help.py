"""`unami help`: of the program, of a command, and on what holds for all of them."""

from __future__ import annotations

import click

from unami_cli.cli import completing, options
from unami_cli.cli.commands import LEARN, Program, command
from unami_cli.cli.exits import ExitCode
from unami_cli.cli.screens import screen, send

_FORMATTING = """\
Formatting

  -f table       aligned for a screen; one field a line below about 60 columns
  -f tsv         a record a line, tabs between, names of the fields first
  -f csv         the same for a spreadsheet; what it would take for a formula
                 begins with an apostrophe
  -f json        an array of whole records; with --fields, of these fields
  -f jsonl       one such object a line
  -f markdown    a table for a wiki or an issue

Where nothing is found, tsv and csv are the first line alone, json is [].
Unless -f is given, a terminal gets a table and a pipe gets tsv. In a pipe a
record is a line, and nothing is cut, wrapped or coloured. Tabs and line feeds
in a text become spaces there, and several values in a cell are parted by "; ".

  --fields id,name    these fields in this order; --fields help lists them
  --sort NAME         numbers by value, words without regard to accents
  --reverse, -n 5     the other way round; at most five
  --no-header         without the line that names the fields

Control and direction-override characters of a text are shown as pictures, and
escaped in JSON. Offsets in JSON count code points from 0, the end exclusive.
"""

_ENVIRONMENT = """\
Environment

  UNAMI_ARTICLE  what to read when there is no --article: a file, a folder, -,
                 or several paths parted as in PATH
  UNAMI_PAGER    the pager, before PAGER; empty for none
  PAGER          the pager; unless set, less with LESS=FRX
  NO_COLOR       set and not empty: no colour, bold or underline
  FORCE_COLOR    set and not empty: all of them also in a pipe
  CLICOLOR       0: none of them
  TERM           dumb: none of them, no links, no pager
  COLUMNS        the width, else the terminal's
  LINES          the height, else the terminal's

--color beats NO_COLOR, which beats FORCE_COLOR, which beats CLICOLOR and TERM.
"""

_EXIT_CODES = """\
Exit codes

  0    found
  1    nothing found; the nearest things are named on stderr
  2    wrong use, or an unreadable article; the others are answered from
  130  stopped by Ctrl-C
  141  the reader of a pipe went away, as in `unami facts | head -1`

Answers go to standard output, all talk goes to standard error.
"""

TOPICS = {"formatting": _FORMATTING, "environment": _ENVIRONMENT, "exit-codes": _EXIT_CODES}


def add(program: Program) -> None:
    """Put the command into the program."""

    @command(
        program,
        "help",
        LEARN,
        [
            ("unami help people", "the help of a command"),
            ("unami help formatting", "formats, fields, order"),
            ("unami help environment", "variables that are read"),
            ("unami help exit-codes", "what a script gets"),
        ],
        (options.SCREEN,),
    )
    @click.argument(
        "topic", required=False, shell_complete=completing.topics, help=f"A command, or {', '.join(TOPICS)}."
    )
    @click.pass_context
    def help(ctx: click.Context, topic: str | None) -> ExitCode:
        """Explain a command or a topic."""
        target = screen(options.settings_of(ctx))
        send(target, (_text(ctx, program, topic),))
        return ExitCode.FOUND


def _text(ctx: click.Context, program: Program, topic: str | None) -> str:
    parent = ctx.find_root()
    if topic is None:
        return f"{program.get_help(parent)}\n"
    if topic in TOPICS:
        return TOPICS[topic]
    chosen = program.get_command(parent, topic)
    if chosen is None:
        from difflib import get_close_matches

        known = [*program.commands, *TOPICS]
        alike = [each for each in known if each.startswith(topic)] or get_close_matches(topic, known, n=1)
        near = "".join(f" Did you mean {each}?" for each in alike[:1])
        raise click.UsageError(f"No help on {topic!r}.{near} There is help on {', '.join(known)}.", ctx)
    return f"{chosen.get_help(click.Context(chosen, info_name=topic, parent=parent))}\n"
