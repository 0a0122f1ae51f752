from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from unami_cli.output.screen import Screen, emit

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
