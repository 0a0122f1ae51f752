from __future__ import annotations

import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from unami_cli.cli import app, completion, unami
from unami_cli.cli.app import ABOUT, Command
from unami_cli.cli.help import TOPICS
from unami_cli.cli.options import Settings

ROOT = click.Context(unami)
COMMANDS = {name: command for name in unami.list_commands(ROOT) if (command := unami.get_command(ROOT, name))}
EXAMPLES = [line for command in (unami, *COMMANDS.values()) for line, _ in getattr(command, "examples", ())]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_before_its_options(name: str) -> None:
    for words in ([name, "--help"], [name, "-h"], ["help", name]):
        result = CliRunner().invoke(unami, words)
        assert result.exit_code == 0
        assert f"unami {name}" in result.stdout.partition("Examples:")[2].partition("\n\n")[0]
        assert result.stdout.index("Examples:") < result.stdout.index("Options:")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    command = COMMANDS[name]
    assert all(param.help for param in command.params if isinstance(param, click.Option | click.Argument))


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_is_a_line_that_the_program_takes(line: str) -> None:
    words = shlex.split(line.partition(" | ")[0].partition(" > ")[0])
    assert words[0] == "unami"
    group = unami.make_context("unami", words[1:], obj=Settings())
    _, command, rest = unami.resolve_command(group, [*group._protected_args, *group.args] or ["help"])
    assert isinstance(command, click.Command)
    command.make_context(command.name, rest, parent=group)


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_topics_fit_a_terminal(topic: str) -> None:
    result = CliRunner().invoke(unami, ["help", topic])
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_every_command_has_its_place_in_the_help() -> None:
    text = CliRunner().invoke(unami, ["--help"]).stdout
    assert list(COMMANDS) == list(ABOUT)
    for name, command in COMMANDS.items():
        assert isinstance(command, Command)
        assert f"\n  {name} " in text


def test_help_ends_with_a_line_feed_alone() -> None:
    assert CliRunner().invoke(unami, ["help"]).stdout == CliRunner().invoke(unami, ["--help"]).stdout


def test_every_command_is_the_file_of_its_name() -> None:
    files = {path.stem for path in Path(app.__file__).parent.glob("*.py")}
    assert set(ABOUT) <= files
    assert all(
        command.callback and command.callback.__module__.endswith(f".{name}") for name, command in COMMANDS.items()
    )


def test_everything_that_is_offered_at_tab_is_known() -> None:
    context = click.Context(unami, resilient_parsing=True)
    own = [param for command in (unami, *COMMANDS.values()) for param in command.params if param._custom_shell_complete]
    assert own
    for param in own:
        param.shell_complete(context, "zzz")
    assert set(completion.OFFERS) >= {"ids", "fields", "sort"}
