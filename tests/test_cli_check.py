"""`unami check` with claims: exit codes, formats, a claim a line, several articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run


@pytest.mark.parametrize(
    ("claim", "code", "verdict"),
    [
        ("UNAMI was created by Resolution 1500 in 2003.", 0, "agrees"),
        ("UNAMI was created by Resolution 1500 in 2005.", 1, "differs"),
        ("UNAMI planted trees.", 3, "not stated"),
    ],
)
def test_the_exit_code_is_the_verdict(claim: str, code: int, verdict: str) -> None:
    result = run("check", "-f", "json", claim)
    told = json.loads(result.stdout)
    assert result.exit_code == code
    assert list(told) == ["claim", "verdict", "slots", "facts"]
    assert (told["claim"], told["verdict"]) == (claim, verdict)
    assert all(list(slot) == ["slot", "claimed", "stated", "verdict", "fact"] for slot in told["slots"])


def test_words_of_a_claim_need_no_quotation_marks() -> None:
    assert run("check", "UNAMI", "was", "set", "up", "in", "2003").exit_code == 0


def test_a_claim_a_line_is_answered_a_line() -> None:
    claims = "UNAMI was set up in 2003\n\nUNAMI was set up in 2004\nUNAMI planted trees\n"
    result = run("check", "-", input=claims)
    verdicts = ["agrees", "differs", "not stated"]
    assert [line.split("\t")[0] for line in result.stdout.splitlines()] == ["verdict", *verdicts]
    assert result.exit_code == 1
    for format, mark in (("tsv", "\t"), ("csv", ",")):
        bare = run("check", "-", "-f", format, "--no-header", input=claims).stdout.splitlines()
        assert [line.split(mark)[0] for line in bare] == verdicts
    rows = [json.loads(line) for line in run("check", "-", "-f", "jsonl", input=claims).stdout.splitlines()]
    assert [row["verdict"] for row in rows] == ["agrees", "differs", "not stated"]
    assert run("check", "-", input="UNAMI was set up in 2003\nUNAMI planted trees\n").exit_code == 3
    slip = run("check", "-", input="Gutteres marked the end of the mission\n")
    assert (slip.exit_code, "showing “Guterres”" in slip.stderr) == (0, True)
    nothing = run("check", "-", input="\n")
    assert (nothing.exit_code, nothing.stdout) == (2, "")
    assert "there is no claim in it" in nothing.stderr


def test_the_json_is_a_record_for_one_claim_about_one_text_and_else_a_list(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The port of Tern was opened.\n", encoding="utf-8")
    third = tmp_path / "third.txt"
    third.write_text("It snowed in Oslo.\n", encoding="utf-8")
    claim = "The port of Tern was opened"
    several = ("-a", str(other), "-a", str(third))
    assert json.loads(run("-a", str(other), "check", claim, "-f", "json").stdout)["verdict"] == "agrees"
    assert [one["verdict"] for one in json.loads(run(*several, "check", claim, "-f", "json").stdout)] == ["agrees"]
    assert len(json.loads(run("-a", str(other), "check", "-", "-f", "json", input=claim).stdout)) == 1


def test_text_and_claims_cannot_both_come_from_standard_input() -> None:
    result = run("-a", "-", "check", "-", input="Ana Costa said no.")
    assert result.exit_code == 2
    assert "both the text and the claims" in result.stderr


def test_a_question_is_for_search() -> None:
    result = run("check", "who said it?", "-a", "may be.txt", "--exact")
    assert result.exit_code == 2
    assert "unami search 'who said it?' --exact -a 'may be.txt'\n" in result.stderr
    assert "unami search did they check 'it?'\n" in run("check", "did", "they", "check", "it?").stderr


@pytest.mark.parametrize("claim", [(), ("UNAMI was set up in 2004",), ("UNAMI planted trees.",), ("-",)])
def test_the_fields_are_told_whatever_the_verdict(claim: tuple[str, ...]) -> None:
    result = run("check", *claim, "--fields", "help", input="UNAMI planted trees.\n")
    assert result.exit_code == 0
    assert result.stdout.startswith("verdict ")


def test_each_text_that_speaks_of_the_claim_answers(tmp_path: Path) -> None:
    for name, year in (("a", 1998), ("b", 1999)):
        (tmp_path / f"{name}.txt").write_text(f"Ana Costa founded the Harbour Museum in {year}.", encoding="utf-8")
    (tmp_path / "c.txt").write_text("It rained in Oslo.", encoding="utf-8")
    words = [word for name in "abc" for word in ("-a", str(tmp_path / f"{name}.txt"))]
    result = run(*words, "check", "-f", "json", "Ana Costa founded the Harbour Museum in 1998.")
    assert result.exit_code == 1
    assert [row["verdict"] for row in json.loads(result.stdout)] == ["agrees", "differs"]


def test_a_slip_in_a_name_is_told_on_standard_error() -> None:
    result = run("check", "Antonio Gutteres marked the conclusion of UNAMI in Baghdad.")
    assert result.exit_code == 0
    assert "Gutteres" in result.stderr
    assert "Guterres" in result.stderr
