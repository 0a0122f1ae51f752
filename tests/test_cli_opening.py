from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click
import pytest
from command import run

from unami_cli.cli import opening, talk
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode

ONE = "Foreign Minister Ana Costa signed on 3 May 2020.\n"
TWO = "Foreign Minister Ana Costa and Defence Minister Ben Okri left on 4 May 2020.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TWO, encoding="utf-8")
    return tmp_path


def paths(*named: str) -> list[str | None]:
    return [article.path for article in opening.opened(Settings(articles=named)).table.articles]


def test_without_a_name_the_bundled_article_is_opened(folder: Path) -> None:
    source = opening.opened(Settings())
    assert source.bundled
    assert source.table.articles[0].path is None
    assert source.table.people


@pytest.mark.parametrize("noted", ["before the option is taken", "late"])
def test_a_text_that_is_typed_is_read_whenever_click_notes_its_source(
    noted: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Click tells an option's callback where a value is from; in some versions only after it, in which it is empty."""

    def late(
        self: click.Parameter, ctx: click.Context, opts: dict[str, object], args: list[str]
    ) -> tuple[object, list[str]]:
        with click.core.augment_usage_errors(ctx, param=self):
            value, source = self.consume_value(ctx, opts)  # type: ignore[arg-type]
            value = self.process_value(ctx, value)
        ctx.set_parameter_source(self.name, source)
        if self.expose_value:
            ctx.params[self.name] = value
        return value, args

    if noted == "late":
        monkeypatch.setattr(click.Parameter, "handle_parse_result", late)
    one = str(folder / "one.txt")
    for words in (("-a", one, "articles"), ("articles", "--article", one)):
        assert run(*words, "--fields", "path", "--no-header").stdout == f"{one}\n"


def test_options_before_and_after_the_command_add_up(folder: Path) -> None:
    one, two = str(folder / "one.txt"), str(folder / "two.txt")
    before, after = run("-a", one, "-a", two, "people"), run("--article", one, "people", "--article", two)
    assert before.stdout == after.stdout
    assert "two.txt" in after.stdout


def test_a_folder_is_its_text_files_sorted_and_each_is_read_once(folder: Path) -> None:
    one, two = str(folder / "one.txt"), str(folder / "two.txt")
    assert paths(str(folder)) == [one, two]
    assert paths(two, str(folder), two) == [two, one]


def test_standard_input_is_read_when_it_is_named(folder: Path) -> None:
    assert "Ana Costa" in run("people", "-a", "-", input=ONE).stdout
    assert "Ana Costa" not in run("people", input=ONE).stdout


@pytest.mark.parametrize("join", [os.pathsep.join, lambda names: str(Path(names[0]).parent)])
def test_the_environment_names_articles_unless_an_option_does(
    folder: Path, monkeypatch: pytest.MonkeyPatch, join: object
) -> None:
    one, two = str(folder / "one.txt"), str(folder / "two.txt")
    monkeypatch.setenv("UNAMI_ARTICLE", join([one, two]))  # type: ignore[operator]
    assert paths() == [one, two]
    assert paths(two) == [two]


def test_a_path_with_the_separator_in_it_is_one_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = folder / f"a{os.pathsep}b.txt"
    odd.write_text(ONE, encoding="utf-8")
    monkeypatch.setenv("UNAMI_ARTICLE", str(odd))
    assert paths() == [str(odd)]


@pytest.mark.parametrize("command", [("people",), ("export",), ("show", "p1"), ("article",), ()])
def test_one_unreadable_among_many_is_said_and_skipped_with_exit_code_2(folder: Path, command: tuple[str, ...]) -> None:
    (folder / "three.txt").write_bytes(b"%PDF-1.4\x00\x01\x02")
    result = run("-a", str(folder), "-a", str(folder / "no.txt"), *command)
    assert result.exit_code == ExitCode.WRONG
    assert "Ana Costa" in result.stdout or not command
    assert result.stderr.count("Skipped: ") == 2
    assert "three.txt" in result.stderr
    assert "no.txt" in result.stderr


@pytest.mark.parametrize("target", ["link.txt", "nowhere.txt"])
def test_a_link_that_leads_to_itself_or_nowhere_is_left_out(folder: Path, target: str) -> None:
    (folder / "link.txt").symlink_to(target)
    result = run("people", "-a", str(folder))
    assert result.exit_code == 0
    assert "left out 1 broken link;" in result.stderr


def test_bytes_with_a_zero_are_no_text(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"Ana Costa met\0 40 envoys in Oslo yesterday night.")
    result = run("people", "-a", str(folder / "a.txt"))
    assert result.exit_code == 2
    assert "this is binary data, not a text" in result.stderr


@pytest.mark.parametrize("words", [("check", ""), ("people", " "), ("search", "", " ")])
def test_words_that_are_empty_are_told(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: The words are empty" in result.stderr


def test_nothing_readable_is_an_error(folder: Path) -> None:
    result = run("-a", str(folder / "no.txt"), "people")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no.txt" in result.stderr


def test_an_empty_text_says_so(folder: Path) -> None:
    result = run("-a", "-", "people", input="")
    assert result.exit_code == 1
    assert "empty" in result.stderr


def test_a_saved_text_of_another_encoding_notes_the_guess(folder: Path) -> None:
    (folder / "old.txt").write_bytes("Ministre Zoë Costa a dit « non » à l’aube.".encode("cp1252"))
    result = run("-a", str(folder / "old.txt"), "article", "--plain")
    assert "Zoë" in result.stdout
    assert "old.txt" in result.stderr


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("patience", "drawn"), [(0.0, True), (60.0, False)])
def test_long_work_shows_a_bar_on_a_terminal_and_wipes_it(
    monkeypatch: pytest.MonkeyPatch, patience: float, drawn: bool
) -> None:
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(talk, "PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    assert list(talk.watched(["a", "b", "c"], 3, "articles")) == ["a", "b", "c"]
    assert ("0 of 3 articles" in stream.getvalue()) is drawn
    assert stream.getvalue().endswith("\r\x1b[K") is drawn


def test_no_bar_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(talk, "PATIENCE", 0.0)
    assert list(talk.watched(["a", "b"], 2, "articles")) == ["a", "b"]
    assert stream.getvalue() == ""


def test_many_texts_are_read_on_all_cores_to_the_same_answer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        text = f"Minister Ana Costa{number % 7} and 30 envoys left on {1 + number % 28} May 2020. “Stay,” she said.\n"
        (folder / f"{number:02}.txt").write_bytes(b"\x00\x01" if number in (3, 17) else text.encode())
    alone = []
    for worth in (2, 10**9):
        monkeypatch.setattr(opening, "WORTH", worth)
        answers = [run("-a", str(folder), command, "-f", "json") for command in ("people", "facts", "quotes")]
        alone.append([(answer.exit_code, answer.stdout, answer.stderr) for answer in answers])
    assert alone[0] == alone[1]
    assert all(code == 2 and err.count("Skipped: ") == 2 for code, _, err in alone[0])


@pytest.mark.parametrize("many", [True, False])
def test_more_than_can_be_answered_from_is_refused_in_one_sentence(
    many: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_ARTICLES" if many else "MOST_MEGABYTES", 1 if many else 0.0001)
    result = run("-a", str(folder), "people")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"Error: {folder}: 2 texts, 0 MB in all; at most ")
    assert result.stderr.count("\n") == 1
