"""`unami help`: of the program, of a command, and on what holds for all of them, a text of `topics/` each."""

from __future__ import annotations

import os

import click

from unami_cli.cli.app import ABOUT, MEANT, command, unami
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

    printing.send(printing.screen(settings), (_text(click.get_current_context(), topic),))
    return ExitCode.FOUND


def _text(ctx: click.Context, topic: str | None) -> str:
    if topic in TOPICS:
        with open(os.path.join(os.path.dirname(__file__), "topics", f"{topic}.txt"), encoding="utf-8") as file:
            return file.read()
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
        raise click.UsageError(f"No help on {topic!r}.{near} There is help on {', '.join(known)}.", ctx)
    return f"{chosen.get_help(click.Context(chosen, info_name=topic, parent=root))}\n"
