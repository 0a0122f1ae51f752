"""`unami help`: of the program, of a command, and on what holds for all of them."""

from __future__ import annotations

import click

from unami_cli.cli import completing, options
from unami_cli.cli.commands import LEARN, Program, command
from unami_cli.cli.exits import ExitCode
from unami_cli.cli.screens import screen, send
from unami_cli.cli.settings import settings_of
from unami_cli.cli.topics import TOPICS


def add(program: Program) -> None:
    """Put the command into the program."""

    @command(
        program,
        "help",
        LEARN,
        [
            ("unami help people", "the help of a command"),
            ("unami help query", "what a search understands"),
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
        """Explain a command, or query, formatting, environment, exit-codes."""
        target = screen(settings_of(ctx))
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
