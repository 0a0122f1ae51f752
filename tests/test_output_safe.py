from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unami_cli.output import safe


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
    assert safe.one_line(text) == shown


@pytest.mark.parametrize(
    "text", ["Zoë Ångström", "محمد العلي", "港湾 👩‍👩‍👧 e\u0301", "[sic] [/] :warning:", "a\u200eb\u00a0c"]
)
def test_what_is_harmless_stays(text: str) -> None:
    assert safe.one_line(text) == text


def test_lines_keeps_line_feeds_alone() -> None:
    assert safe.lines("a\nb\rc\x1bd") == "a\nb c␛d"


@pytest.mark.parametrize("fit", [safe.one_line, safe.prose])
@given(text=st.text() | st.text("*_`[]^(#)> \nab"))
def test_offsets_stay_right_and_nothing_raw_is_left(fit: Callable[[str], str], text: str) -> None:
    shown = fit(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in shown)


@given(st.text())
def test_escaped_json_has_the_same_value_and_no_control_characters(text: str) -> None:
    escaped = safe.escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(escaped) == text
    assert not any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in escaped)
    assert not set(escaped) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(("text", "leftward"), [("محمد", True), ("a עברית", True), ("Zoë 港湾", False), ("", False)])
def test_right_to_left_text_is_noticed(text: str, leftward: bool) -> None:
    assert safe.runs_leftward(text) is leftward
