from __future__ import annotations

import errno
import io
import os
import stat
from pathlib import Path
from xml.etree import ElementTree

import pictures
import pytest
from click.testing import CliRunner
from output_sample import table

from unami_cli.cli import opening, unami
from unami_cli.output import columns, ink, stated, tables
from unami_cli.output.formats import Arrangement
from unami_cli.output.listing import View
from unami_cli.output.picture import save
from unami_cli.output.screen import Screen, emit


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 (our own drawing)


def saved(path: Path, title: str = "unami facts") -> str:
    view = View(table())
    screen = Screen(io.StringIO(), width=90, terminal=True, styles=True, colors=256, picture=str(path), title=title)
    emit(screen, (tables.rendered(stated.facts(view, view.table.facts), Arrangement(), screen),))
    assert isinstance(screen.stream, io.StringIO)
    assert screen.stream.getvalue() == ""
    return path.read_text(encoding="utf-8")


def test_a_drawing_is_well_formed_fetches_nothing_and_says_it_all(tmp_path: Path) -> None:
    svg = saved(tmp_path / "a.svg", "unami search <a> & {b}")
    root = parsed(svg)
    assert svg.count("http") == svg.count("http://www.w3.org/2000/svg") == 1
    assert "@import" not in svg
    assert "url(" not in svg.replace("url(#", "")
    words = "".join(root.itertext()).replace("\N{NO-BREAK SPACE}", " ")
    for literal in ("[sic]", "[/]", ":warning:", "港湾", "unami search <a> & {b}"):
        assert literal in words
    assert "\x1b" not in svg


def test_the_same_answer_makes_the_same_picture(tmp_path: Path) -> None:
    assert saved(tmp_path / "a.svg") == saved(tmp_path / "b.svg")


def test_every_clip_that_is_used_is_there(tmp_path: Path) -> None:
    root = parsed(saved(tmp_path / "a.svg"))
    known = {each.get("id") for each in root.iter() if each.tag.endswith("clipPath")}
    used = {each.get("clip-path", "")[5:-1] for each in root.iter() if each.get("clip-path")}
    assert used
    assert used <= known


def test_wide_letters_have_the_room_of_two(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    screen = Screen(io.StringIO(), width=60, terminal=True, styles=True, picture=str(path))
    emit(screen, ("港湾\n",))
    (text,) = [e for e in parsed(path.read_text(encoding="utf-8")).iter() if e.text == "港湾"]
    assert float(text.get("textLength", "0")) == pytest.approx(4 * 20 * 0.602)


def test_a_page_has_links_and_fetches_nothing(tmp_path: Path) -> None:
    view = View(table())
    path = tmp_path / "a.html"
    screen = Screen(io.StringIO(), width=90, terminal=True, styles=True, links=True, picture=str(path))
    emit(screen, (tables.rendered(columns.resolutions(view, view.table.resolutions), Arrangement(), screen),))
    page = path.read_text(encoding="utf-8")
    assert 'href="https://docs.un.org/en/S/RES/1500(2003)"' in page
    assert "<link" not in page
    assert "<script" not in page


@pytest.fixture
def _sample(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = table()
    monkeypatch.setattr(opening, "opened", lambda settings, **_: opening.Opened(whole, bundled=True))


@pytest.mark.usefixtures("_sample")
@pytest.mark.parametrize("words", [["people"], ["timeline"], ["show", "p1"], ["article"], ["help"], ["export"], []])
def test_every_answer_can_be_saved(tmp_path: Path, words: list[str]) -> None:
    path = tmp_path / "a.SVG"
    result = CliRunner().invoke(unami, [*words, "--save", str(path)], catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (0, "")
    assert str(path) in result.stderr
    title = " ".join(["unami", *words]).replace(" ", "\N{NO-BREAK SPACE}")
    assert title in "".join(parsed(path.read_text(encoding="utf-8")).itertext())


@pytest.mark.usefixtures("_sample")
def test_nothing_found_saves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    result = CliRunner().invoke(unami, ["people", "xyzzy", "--save", str(path)], catch_exceptions=False)
    assert result.exit_code == 1
    assert not path.exists()


@pytest.mark.usefixtures("_sample")
@pytest.mark.parametrize("name", ["a.png", "svg", "no/such/folder/a.svg"])
def test_what_cannot_be_saved_is_an_error_and_no_traceback(tmp_path: Path, name: str) -> None:
    result = CliRunner().invoke(unami, ["people", "--save", str(tmp_path / name)], catch_exceptions=False)
    assert result.exit_code == 2
    assert "Error: " in result.stderr


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_the_pictures_of_the_readme_are_current(name: str, tmp_path: Path) -> None:
    assert pictures.words(pictures.draw(name, tmp_path)) == pictures.words(pictures.FOLDER / f"{name}.svg")


def _luminance(number: int) -> float:
    """The relative luminance (WCAG 2) of one of the 216 colours of a terminal's cube."""
    levels = (0, 95, 135, 175, 215, 255)
    parts = (levels[(number - 16) // 36], levels[(number - 16) // 6 % 6], levels[(number - 16) % 6])
    red, green, blue = (c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("style", [ink.PERSON, ink.BODY, ink.RESOLUTION, ink.DATE, ink.MATCH])
def test_colours_can_be_read_on_black_and_on_white(style: str) -> None:
    light = _luminance(int(style.partition("color(")[2].rstrip(")")))
    assert (light + 0.05) / 0.05 >= 4.3
    assert 1.05 / (light + 0.05) >= 4.3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_picture_takes_the_place_of_no_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.svg").symlink_to("pipe")
    with pytest.raises(OSError, match="is not a file that can be replaced"):
        save("", str(tmp_path / "link.svg"), width=80, title="unami")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_picture_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "people.svg"
    path.write_text("old", "utf-8")

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("builtins.open", lambda *words, **named: Full())
    with pytest.raises(OSError, match="No space left") as told:
        save("text\n", str(path), width=20, title="unami")
    monkeypatch.undo()
    assert told.value.filename == str(path)
    assert path.read_text("utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["people.svg"]
