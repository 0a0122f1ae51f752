"""`unami completion`: the script of a shell, printed, put in its place or taken away."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from unami_cli.cli.command import LEARN, command
from unami_cli.cli.exits import ExitCode, say

if TYPE_CHECKING:
    from unami_cli.cli.shells import Place

SHELLS = ("bash", "zsh", "fish", "powershell")


@command(
    LEARN,
    ("unami completion zsh --install", "put it where zsh looks"),
    ("unami completion bash > unami.bash", "the script, to put elsewhere"),
    ("unami completion fish --uninstall", "take it away again"),
    shared=(),
)
@click.argument("shell", type=click.Choice(SHELLS), required=False, help="Unless named: the one of $SHELL.")
@click.option("--install", is_flag=True, help="Write it where the shell looks, and say where.")
@click.option("--uninstall", is_flag=True, help="Take away what --install wrote.")
@click.pass_context
def completion(ctx: click.Context, shell: str | None, install: bool, uninstall: bool) -> ExitCode:
    """Print the script that lets a shell complete commands, options, ids and names at TAB."""
    from unami_cli.cli import shells

    name = shell or _own_shell(ctx)
    if install and uninstall:
        raise click.UsageError("--install and --uninstall exclude each other.", ctx)
    if not (install or uninstall):
        click.echo(shells.script(name), nl=False)
        return ExitCode.FOUND
    where = shells.place(name)
    if uninstall:
        found = shells.uninstall(where)
        say(f"Removed: {_files(where)}." if found else f"There was nothing to remove at {_files(where)}.")
        return ExitCode.FOUND if found else ExitCode.NOTHING
    shells.install(where, shells.script(name))
    say(f"Installed: {_files(where)}. It works in the next {name} that you open.")
    if where.remark:
        say(where.remark)
    return ExitCode.FOUND


def _files(where: Place) -> str:
    return where.script + (f" and its lines in {where.rc}" if where.rc else "")


def _own_shell(ctx: click.Context) -> str:
    name = os.path.basename(os.environ.get("SHELL", "")).removesuffix(".exe")
    if name == "pwsh":
        return "powershell"
    if name not in SHELLS:
        raise click.UsageError(f"Name the shell: {', '.join(SHELLS)}.", ctx)
    return name
