"""`unami help`: of the program, of a command, and on what holds for all of them."""

from __future__ import annotations

import click

from unami_cli.cli import offers, options
from unami_cli.cli.command import LEARN, command
from unami_cli.cli.exits import ExitCode
from unami_cli.cli.screens import screen, send
from unami_cli.cli.settings import settings_of

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
  --save people.svg   what the screen would show, drawn into a file, .svg or
                      .html; as wide as the terminal, or as COLUMNS says

Control and direction-override characters of a text are shown as pictures, and
escaped in JSON. Offsets in JSON count code points from 0, the end exclusive.
"""

_QUERY = """\
Queries

  guterres               a word: of a name, an alias, an office, a sentence
  special representative both words, in any order
  '"closing ceremony"'   these words side by side; the outer marks are for
                         the shell
  mission -iraq          without a word; -"a phrase" without a phrase
  kind:fact              only people, resolutions, organizations or facts;
                         kind:date, figure or quote: facts that hold one
  by:guterres            only facts in which somebody of that name is quoted
  since:2017 until:2020-06-30
                         only facts (and resolutions) of that time, both ends
                         included: a year, a month or a day; "since 2003" in
                         a text is of 2003
  in:a2                  only what stands in that article: its id, its file's
                         name or the beginning of its title

Accents, capitals, hyphens, apostrophes and "al-" make no difference. A word
finds its other forms (elect, election; labor, labour; leave, left), a beginning
finds the word, "co operation" finds "cooperation", "seven hundred" finds 700,
"14 august 2003", "14.8.2003" and "8/14/2003" find the same day, "end of 2025"
its last months, and "1.1 billion" what is so much. Short offices (PM, CEO) and
other names of a body or country (ISIS, UNO, Burma) find what the text calls
it, which is said on stderr. A word that the text lacks is read as the nearest
one that it has, which is said, too; --exact forbids that. Numbers are never
guessed. If no sentence has all of the words, those with most of them come; a
name is never left out. Without words, filters alone list all that pass them.

Ask a question, and the sentences that come nearest to it are shown, first the
one whose words answer: who, who said, when, how many, how much, how long, how
old, where, which, why, what. Words of asking and of grammar are not looked
for. If the text does not seem to tell, stderr says so.

  unami search when was the mission established
  unami search who said that the country is normal

A key counts only in lower case with its value directly behind it: "re: Iraq",
"10:30" and "S/RES/1500" are words like any other.

  unami search mandate kind:fact since:2003
  unami search conclusion by:hussein
  unami facts mission -ceremony
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
  COLORTERM      set: 256 colours, as where TERM says 256; else 16
  COLUMNS        the width, else the terminal's
  LINES          the height, else the terminal's

`unami completion --install` goes by HOME, ZDOTDIR, XDG_DATA_HOME,
XDG_CONFIG_HOME and BASH_COMPLETION_USER_DIR.

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

TOPICS = {"query": _QUERY, "formatting": _FORMATTING, "environment": _ENVIRONMENT, "exit-codes": _EXIT_CODES}
"""What there is help on besides the commands."""


@command(
    LEARN,
    ("unami help people", "the help of a command"),
    ("unami help query", "what a search understands"),
    ("unami help formatting", "formats, fields, order"),
    ("unami help environment", "variables that are read"),
    ("unami help exit-codes", "what a script gets"),
    shared=(options.SCREEN,),
)
@click.argument("topic", required=False, shell_complete=offers.topics, help=f"A command, or {', '.join(TOPICS)}.")
@click.pass_context
def help(ctx: click.Context, topic: str | None) -> ExitCode:
    """Explain a command, or query, formatting, environment, exit-codes."""
    target = screen(settings_of(ctx))
    send(target, (_text(ctx.find_root(), topic),))
    return ExitCode.FOUND


def _text(root: click.Context, topic: str | None) -> str:
    program = root.command
    if topic is None or not isinstance(program, click.Group):
        return f"{program.get_help(root)}\n"
    if topic in TOPICS:
        return TOPICS[topic]
    chosen = program.get_command(root, topic)
    if chosen is None:
        from difflib import get_close_matches

        known = [*program.list_commands(root), *TOPICS]
        alike = [each for each in known if each.startswith(topic)] or get_close_matches(topic, known, n=1)
        near = "".join(f" Did you mean {each}?" for each in alike[:1])
        message = f"No help on {topic!r}.{near} There is help on {', '.join(known)}."
        raise click.UsageError(message, click.get_current_context())
    return f"{chosen.get_help(click.Context(chosen, info_name=topic, parent=root))}\n"
