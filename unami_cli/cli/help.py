"""`unami help`: on the program, on a command, and on what holds for all of them, a text in `topics/` each."""

from __future__ import annotations

import os
import re

import click

from unami_cli.cli.app import ABOUT, command, unami
from unami_cli.cli.meant import MEANT
from unami_cli.cli.options import SCREEN, Settings, offered
from unami_cli.cli.talk import ExitCode

TOPICS = ("query", "texts", "formatting", "json", "environment", "exit-codes")
"""What there is help on besides the commands."""


@command(
    ("unami help people", "the help of a command"),
    ("unami help query", "how to search"),
    ("unami help texts", "what can be read"),
    ("unami help formatting", "formats, fields, order"),
    ("unami help json", "what the fields of JSON mean"),
    ("unami help environment", "environment variables"),
    ("unami help exit-codes", "exit codes, for scripts"),
    shared=(SCREEN,),
)
@click.argument("topic", required=False, shell_complete=offered("topics"), help=f"A command, or {', '.join(TOPICS)}.")
def help(settings: Settings, topic: str | None) -> ExitCode:
    """Print the help of a command or on a topic; without one, of the program."""
    from unami_cli.cli import printing

    target = printing.screen(settings)
    printing.send(target, (_text(click.get_current_context(), topic, target.width),))
    return ExitCode.FOUND


def _text(ctx: click.Context, topic: str | None, width: int) -> str:
    if topic in TOPICS:
        with open(os.path.join(os.path.dirname(__file__), "topics", f"{topic}.txt"), encoding="utf-8") as file:
            return _narrowed(file.read(), width)
    root = ctx.find_root()
    if topic is None:
        return f"{unami.get_help(root)}\n"
    topic = MEANT.get(topic.lower(), topic)
    chosen = unami.get_command(root, topic)
    if chosen is None:
        from difflib import get_close_matches

        known = [*ABOUT, *TOPICS]
        alike = [each for each in known if each.startswith(topic)] or get_close_matches(topic, known, n=1)
        near = "".join(f" Did you mean {each}?" for each in alike[:1])
        raise click.UsageError(f"No help on {topic!r}.{near} There is help on {', '.join(known)}.")
    return f"{chosen.get_help(chosen.context_class(chosen, info_name=topic, parent=root))}\n"


def _narrowed(text: str, width: int) -> str:
    """A text of 80 columns for a screen of fewer: paragraphs wrapped, what explains a term below it."""
    if width >= max(map(len, text.splitlines())):
        return text
    lines: list[str] = []
    for part in re.sub(r"\n {6,}(?=\S)", " ", text).splitlines():  # what goes on below itself
        indent = len(part) - len(part.lstrip())
        if not indent and part and lines and lines[-1] and not lines[-1].startswith(" "):
            lines[-1] += f" {part}"  # the same paragraph
            continue
        term, _, about = part.strip().partition("  ")
        lines.append(" " * indent + (term if about else part.strip()))
        lines += [f"{' ' * (indent + 2)}{about.strip()}"] if about else []
    return "".join(f"{_filled(line, width)}\n" for line in lines)


def _filled(line: str, width: int) -> str:
    from textwrap import fill

    indent = line[: len(line) - len(line.lstrip())]
    if any(len(indent) + len(word) > width for word in line.split()):
        line = line.replace("|", "| ")  # of which one may be chosen
    return fill(line, width, subsequent_indent=indent, break_on_hyphens=False)
