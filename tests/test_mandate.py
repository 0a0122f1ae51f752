from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run

from unami_cli import build, mandate, read, register

CITED = [
    ("Security Council Resolution 1500 set it up.", [1500]),
    ("Under S/RES/2732 (2024), the mission ends.", [2732]),
    ("Security Council resolutions 1500, 1546 and 1770 (2007) say so.", [1500, 1546, 1770]),
    ("Security Council Resolution 2254 is on Syria.", []),
    ("General Assembly resolution 1500 is no mandate.", []),
    ("Some 1500 people left.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "numbers"), CITED)
def test_the_cited_ones_are_marked(text: str, numbers: list[int]) -> None:
    table = build([read(text.encode())])
    rows = mandate(table)
    assert [row.entry for row in rows] == list(register.entries())
    assert [row.entry.number for row in rows if row.cited] == numbers
    assert all(row.facts == (("f1",) if row.cited else ()) for row in rows)


def test_the_register_runs_from_the_first_to_the_last() -> None:
    entries = register.entries()
    assert (entries[0].number, entries[-1].number) == (1500, 2732)
    assert [one.date for one in entries] == sorted(one.date for one in entries)


def test_an_address_is_that_of_the_record() -> None:
    (record,) = build([read(b"Security Council Resolution 1500 set it up.")]).resolutions
    entry = register.entry(1500)
    assert entry is not None
    assert entry.url == record.url == "https://docs.un.org/en/S/RES/1500(2003)"


def test_a_screen_says_where_it_is_from() -> None:
    result = run("resolutions", "--mandate", "-f", "table", "-n", "1")
    told = "UNAMI’s resolutions, from the Security Council’s register, not from the text. The text cites 2 of the 25.\n"
    assert result.stdout.startswith(f" {told}\n No.")
    assert result.stderr == "Showing 1 of 25.\n"


@pytest.mark.parametrize("format", ["tsv", "csv", "json", "jsonl", "markdown"])
def test_beside_files_it_is_said(format: str) -> None:
    result = run("resolutions", "--mandate", "-f", format)
    assert result.exit_code == 0
    assert (
        result.stderr
        == "UNAMI’s resolutions, from the Security Council’s register, not from the text. The text cites 2 of the 25.\n"
    )
    assert "S/RES/2421 (2018)" in result.stdout


def test_json_tells_the_register_from_the_text() -> None:
    rows = json.loads(run("resolutions", "--mandate", "-f", "json").stdout)
    assert [row["number"] for row in rows if row["cited"]] == ["1500", "2732"]
    assert rows[0] == {
        "number": "1500",
        "date": "2003-08-14",
        "effect": register.entries()[0].effect,
        "symbol": "S/RES/1500 (2003)",
        "url": "https://docs.un.org/en/S/RES/1500(2003)",
        "cited": True,
        "facts": ["f5"],
    }
    assert (rows[1]["cited"], rows[1]["facts"]) == (False, [])


def test_it_works_where_nothing_is_cited() -> None:
    result = run(
        "-a", "-", "resolutions", "--mandate", "--fields", "number,cited", "--no-header", input="Nothing here."
    )
    assert result.exit_code == 0
    assert "cites none of the 25" in result.stderr
    assert {line.split("\t")[1] for line in result.stdout.splitlines()} == {"no"}


def test_a_kept_table_answers_as_the_text_does(tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text(run("export").stdout, "utf-8")
    assert run("-a", str(kept), "resolutions", "--mandate").stdout == run("resolutions", "--mandate").stdout


@pytest.mark.parametrize("words", [("1500",), ("--fields", "body"), ("--sort", "year"), ("-n", "0")])
def test_bad_input_is_explained(words: tuple[str, ...]) -> None:
    result = run("resolutions", "--mandate", *words)
    assert result.exit_code == 2
    assert result.stdout == ""
