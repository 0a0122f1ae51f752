"""Whole answers at fixed widths: a few on the bundled article, the help of every command."""

from __future__ import annotations

import golden_files
import pytest
from click.testing import CliRunner

from unami_cli.cli import unami
from unami_cli.cli.app import ABOUT

SCREENS = [
    ("", 80),
    ("people", 80),
    ("timeline", 40),
    ("timeline", 120),
    ("search sovereignity", 80),
    ("show p1 --why", 80),
    ("article", 80),
    ("coverage", 80),
    ("coverage", 40),
    ("resolutions --mandate", 80),
    ("resolutions --mandate", 40),
]


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "LINES", "UNAMI_ARTICLE"):
        monkeypatch.delenv(name, raising=False)


def name(line: str) -> str:
    return line.replace(" --", "-").replace(" ", "-") or "unami"


@pytest.mark.parametrize(("line", "width"), SCREENS)
def test_golden_screens(line: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    words = line.split()
    takes_format = bool(words) and words[0] not in {"article", "show"}
    result = CliRunner().invoke(unami, [*words, "-f", "table"] if takes_format else words)
    assert result.exit_code == 0
    golden_files.check(f"bundled/{name(line)}-{width}.txt", result.stdout)


@pytest.mark.parametrize("command", ["unami", *sorted(ABOUT)])
def test_golden_help(command: str) -> None:
    words = [] if command == "unami" else [command]
    golden_files.check(f"help/{command}.txt", CliRunner().invoke(unami, [*words, "--help"], terminal_width=80).stdout)
