"""Whole answers at fixed widths: a few on the bundled article, the help of every command."""

from __future__ import annotations

import json
import re
from pathlib import Path

import golden_files
import pytest
from click.testing import CliRunner
from rich.cells import cell_len
from test_diff import NEW, OLD

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
    ("check", 80),
    ("check", 40),
]


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


CLAIMS = [
    ("UNAMI had more than 600 personnel at the end of 2023", 80, 0),
    ("UNAMI was set up in 2004", 80, 1),
    ("UNAMI was set up in 2004", 40, 1),
    ("UNAMI trained the police", 80, 3),
]


@pytest.mark.parametrize(("claim", "width", "code"), CLAIMS)
def test_golden_claims(claim: str, width: int, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    result = CliRunner().invoke(unami, ["check", *claim.split(), "-f", "table"])
    assert result.exit_code == code
    golden_files.check(f"bundled/{name(f'claim {claim}')}-{width}.txt", result.stdout)


WRONG = """Relief Agency Ends 31-Year Mission

The Harbour Relief Agency (HRA) was established on 14 August 2003 under Security Council Resolution 1500 (2004).

On Sunday, 13 December 2025, António Guterres told of the end of HRA. Minister António Gutteres met [bold]40[/bold] envoys of Porto on Monday 3 May. The mission began in the 2003 war, and Ana Costa is 40.
"""


@pytest.mark.parametrize(("width", "color"), [(120, "never"), (80, "never"), (40, "never"), (80, "always")])
def test_golden_contradictions(width: int, color: str, monkeypatch: pytest.MonkeyPatch) -> None:
    golden_files.fresh_styles()
    monkeypatch.setenv("COLUMNS", str(width))
    result = CliRunner().invoke(unami, ["-a", "-", "check", "-f", "table", "--color", color], input=WRONG)
    assert result.exit_code == 1
    golden_files.check(f"check-{width}{'-styled' * (color == 'always')}.txt", result.stdout)


def test_what_a_check_finds_in_every_format() -> None:
    def run(*words: str) -> str:
        result = CliRunner().invoke(unami, ["-a", "-", "check", *words], input=WRONG)
        assert result.exit_code == 1
        return result.stdout

    every = json.loads(run("-f", "json"))
    assert [list(one) for one in every] == [["verdict", "what", "text", "facts", "values"]] * len(every)
    assert [one["verdict"] for one in every] == sorted(
        (one["verdict"] for one in every), key=["contradiction", "cannot tell", "ok"].index
    )
    assert len(run("-f", "jsonl", "-n", "2").splitlines()) == 2
    assert run("-f", "tsv").splitlines()[0].split("\t") == [
        "verdict",
        "paragraphs",
        "what",
        "text",
        "sentences",
        "facts",
    ]
    assert run("-f", "csv", "--fields", "what", "--no-header", "--sort", "what", "-n", "1") == "duration\n"
    assert run("-f", "markdown", "-n", "1").startswith("| Verdict | ¶ | What | Finding |")


def test_a_check_of_nothing_is_no_contradiction() -> None:
    result = CliRunner().invoke(unami, ["-a", "-", "check"], input="It rained.")
    assert (result.exit_code, result.stdout) == (0, "verdict\tparagraphs\twhat\ttext\tsentences\tfacts\n")
    assert "Found nothing that can be checked" in result.stderr


@pytest.mark.parametrize("width", [40, 80, 120])
def test_golden_comparison(width: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.chdir(tmp_path)
    Path("old.txt").write_text(OLD, encoding="utf-8")
    Path("new.txt").write_text(NEW, encoding="utf-8")
    result = CliRunner().invoke(unami, ["diff", "old.txt", "new.txt", "-f", "table"])
    assert result.exit_code == 1
    golden_files.check(f"comparison/diff-{width}.txt", result.stdout)


@pytest.mark.parametrize("command", ["unami", *sorted(ABOUT)])
def test_golden_help(command: str) -> None:
    words = [] if command == "unami" else [command]
    golden_files.check(f"help/{command}.txt", CliRunner().invoke(unami, [*words, "--help"], terminal_width=80).stdout)


LONG = f"a-very-long-file-name-{'of-a-text-' * 4}of-the-third-of-may.txt"


@pytest.fixture
def several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of texts, one of them with a long name."""
    (tmp_path / LONG).write_text(NEW, encoding="utf-8")
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("width", [24, 40, 80])
@pytest.mark.parametrize(
    "line",
    [
        *("people", "organizations", "resolutions", "facts", "quotes", "dates", "figures", "timeline", "articles"),
        *("search costa", "search how many people did the mission employ", "check", "check Costa met 30 envoys"),
        *("coverage", "article", "show p1", "show f1 --why", ""),
    ],
)
def test_no_line_is_too_wide_whatever_a_file_is_called(
    line: str, width: int, several: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    words = line.split()
    prose = not words or words[0] in {"article", "show"}
    shown = CliRunner().invoke(unami, ["-a", ".", *words, *([] if prose else ["-f", "table"])]).stdout
    assert shown
    assert [each for each in shown.splitlines() if cell_len(each) > width] == []
    if line.startswith(("timeline", "search how")):
        assert LONG in "".join(shown.replace("▌", "").split())


def test_sentences_stand_below_their_places_where_there_is_little_room(
    several: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    question = "how many people did the mission employ".split()
    shown = CliRunner().invoke(unami, ["-a", "old.txt", "-a", "wrong.txt", "search", *question, "-f", "table"]).stdout
    assert re.search(r"^ f[0-9]  old\.txt ¶ 1\n   On March 3, 2021, Foreign Minister\n", shown, re.MULTILINE)


@pytest.mark.parametrize(("texts", "greeted", "others"), [(6, 6, ""), (7, 5, "… and 2 more articles")])
def test_the_greeting_names_as_many_texts_as_six_lines_hold(
    texts: int, greeted: int, others: str, tmp_path: Path
) -> None:
    for number in range(texts):
        (tmp_path / f"{number}.txt").write_text(f"Report {number} of the Port\n\n{OLD}", encoding="utf-8")
    shown = CliRunner().invoke(unami, ["-a", str(tmp_path)]).stdout
    assert shown.count("Report ") == greeted
    assert ("more article" in shown) is bool(others)
    assert others in shown


def test_articles_are_listed_by_the_names_of_their_files(several: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = CliRunner().invoke(unami, ["-a", ".", "articles", "--fields", "file,path", "--no-header"]).stdout
    assert rows.splitlines() == [f"{each}\t{each}" for each in (LONG, "old.txt", "wrong.txt")]
    whole = str(several / "old.txt")
    rows = CliRunner().invoke(unami, ["-a", whole, "articles", "--fields", "file,path", "--no-header"]).stdout
    assert rows == f"old.txt\t{whole}\n"
