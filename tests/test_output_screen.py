"""What is sent to a screen: what of a text is fit for it, what it is found to be able to show, and its pager."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unami_cli.cli import printing
from unami_cli.cli.options import Color, Settings
from unami_cli.output.screen import UNLIMITED, Screen, emit, escaped, lines, one_line, prose, runs_leftward

TALL = tuple(f"line {n}\n" for n in range(30))


def screen(pager: str, stream: io.StringIO) -> Screen:
    return Screen(stream, width=80, height=24, terminal=True, pager=pager)


def script(tmp_path: Path, code: str) -> str:
    path = tmp_path / "pager.py"
    path.write_text(code)
    return f'"{sys.executable}" "{path}"'


def test_what_is_taller_than_the_screen_goes_through_the_pager(tmp_path: Path) -> None:
    out = tmp_path / "out"
    code = f"import sys, os; open({str(out)!r}, 'w').write(os.environ['LESS'] + '|' + sys.stdin.read())"
    stream = io.StringIO()
    emit(screen(script(tmp_path, code), stream), TALL)
    assert stream.getvalue() == ""
    assert out.read_text().split("|")[1] == "".join(TALL)


def test_less_keeps_what_the_user_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    code = f"import sys, os; open({str(out)!r}, 'w').write(os.environ['LESS'])"
    monkeypatch.setenv("LESS", "-i")
    emit(screen(script(tmp_path, code), io.StringIO()), TALL)
    assert out.read_text() == "-i"
    monkeypatch.delenv("LESS")
    emit(screen(script(tmp_path, code), io.StringIO()), TALL)
    assert out.read_text() == "FRX"


def test_what_fits_is_printed_at_once() -> None:
    stream = io.StringIO()
    emit(screen("false", stream), TALL[:20])
    assert stream.getvalue() == "".join(TALL[:20])


@pytest.mark.parametrize("pager", ["no-such-pager-anywhere", "", "'unbalanced"])
def test_without_a_pager_all_is_printed(pager: str) -> None:
    stream = io.StringIO()
    emit(screen(pager, stream), TALL)
    assert stream.getvalue() == "".join(TALL)


def test_quitting_the_pager_early_is_quiet(tmp_path: Path) -> None:
    stream = io.StringIO()
    emit(screen(script(tmp_path, "import sys; sys.exit(0)"), stream), [f"{'x' * 70}\n"] * 50_000)
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x07b\x08c\x00", "a␇b␈c␀"),
        ("\x7f", "␡"),
        ("\x9b31m", "\ufffd31m"),
        ("a\u202eb\u2066c\u2069", "a\ufffdb\ufffdc\ufffd"),
        ("a\tb\nc\r\nd\u2028e\x85f", "a b c  d e f"),
        ("\U000e0041", "\ufffd"),
    ],
)
def test_what_would_steer_a_terminal_is_shown(text: str, shown: str) -> None:
    assert one_line(text) == shown


@pytest.mark.parametrize(
    "text", ["Zoë Ångström", "محمد العلي", "港湾 👩‍👩‍👧 e\u0301", "[sic] [/] :warning:", "a\u200eb\u00a0c"]
)
def test_what_is_harmless_stays(text: str) -> None:
    assert one_line(text) == text


def test_lines_keeps_line_feeds_alone() -> None:
    assert lines("a\nb\rc\x1bd") == "a\nb c␛d"


@pytest.mark.parametrize("fit", [one_line, prose])
@given(text=st.text() | st.text("*_`[]^(#)> \nab"))
def test_offsets_stay_right_and_nothing_raw_is_left(fit: Callable[[str], str], text: str) -> None:
    shown = fit(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in shown)


@given(st.text())
def test_escaped_json_has_the_same_value_and_no_control_characters(text: str) -> None:
    shown = escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(shown) == text
    assert not any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(("text", "leftward"), [("محمد", True), ("a עברית", True), ("Zoë 港湾", False), ("", False)])
def test_right_to_left_text_is_noticed(text: str, leftward: bool) -> None:
    assert runs_leftward(text) is leftward


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def seen(monkeypatch: pytest.MonkeyPatch, terminal: bool, env: dict[str, str], settings: Settings) -> Screen:
    for name in ("TERM", "PAGER", "UNAMI_PAGER"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", _Terminal() if terminal else io.StringIO())
    return printing.screen(settings)


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
