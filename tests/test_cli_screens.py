from __future__ import annotations

import io
import sys

import pytest

from unami_cli.cli.options import Color, Settings
from unami_cli.cli.printing import screen
from unami_cli.output.screen import UNLIMITED, Screen


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def seen(monkeypatch: pytest.MonkeyPatch, terminal: bool, env: dict[str, str], settings: Settings) -> Screen:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "TERM", "COLUMNS", "LINES", "PAGER", "UNAMI_PAGER"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", _Terminal() if terminal else io.StringIO())
    return screen(settings)


@pytest.mark.parametrize(
    ("terminal", "env", "color", "styles"),
    [
        (True, {}, "auto", True),
        (False, {}, "auto", False),
        (True, {"NO_COLOR": "1"}, "auto", False),
        (True, {"NO_COLOR": ""}, "auto", True),
        (True, {"TERM": "dumb"}, "auto", False),
        (True, {"CLICOLOR": "0"}, "auto", False),
        (True, {"CLICOLOR": "1"}, "auto", True),
        (False, {"FORCE_COLOR": "1"}, "auto", True),
        (False, {"FORCE_COLOR": "0"}, "auto", True),
        (False, {"FORCE_COLOR": ""}, "auto", False),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        (True, {"FORCE_COLOR": "1", "TERM": "dumb"}, "auto", True),
        (False, {"NO_COLOR": "1"}, "always", True),
        (True, {"FORCE_COLOR": "1"}, "never", False),
    ],
)
def test_colour(monkeypatch: pytest.MonkeyPatch, terminal: bool, env: dict[str, str], color: str, styles: bool) -> None:
    assert seen(monkeypatch, terminal, env, Settings(color=Color(color))).styles is styles


@pytest.mark.parametrize(
    ("terminal", "env", "settings", "links"),
    [
        (True, {}, Settings(), True),
        (True, {}, Settings(links=False), False),
        (False, {}, Settings(color=Color.ALWAYS), False),
        (True, {"NO_COLOR": "1"}, Settings(), False),
        (True, {"TERM": "dumb"}, Settings(color=Color.ALWAYS), False),
    ],
)
def test_links(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, env: dict[str, str], settings: Settings, links: bool
) -> None:
    assert seen(monkeypatch, terminal, env, settings).links is links


@pytest.mark.parametrize(
    ("terminal", "env", "settings", "pager"),
    [
        (True, {}, Settings(), "less"),
        (True, {"PAGER": "more"}, Settings(), "more"),
        (True, {"PAGER": "more", "UNAMI_PAGER": "most -s"}, Settings(), "most -s"),
        (True, {"PAGER": "more", "UNAMI_PAGER": ""}, Settings(), ""),
        (True, {"PAGER": ""}, Settings(), ""),
        (True, {}, Settings(pager=False), ""),
        (True, {"TERM": "dumb"}, Settings(), ""),
        (False, {"PAGER": "more"}, Settings(), ""),
    ],
)
def test_pager(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, env: dict[str, str], settings: Settings, pager: str
) -> None:
    assert seen(monkeypatch, terminal, env, settings).pager == pager


@pytest.mark.parametrize(
    ("terminal", "env", "size"),
    [
        (False, {}, (UNLIMITED, UNLIMITED)),
        (False, {"COLUMNS": "40"}, (40, UNLIMITED)),
        (True, {}, (80, 24)),
        (True, {"COLUMNS": "100", "LINES": "50"}, (100, 50)),
        (True, {"COLUMNS": "wide", "LINES": "0"}, (80, 24)),
    ],
)
def test_size(monkeypatch: pytest.MonkeyPatch, terminal: bool, env: dict[str, str], size: tuple[int, int]) -> None:
    found = seen(monkeypatch, terminal, env, Settings())
    assert (found.width, found.height) == size
