from __future__ import annotations

from pathlib import Path

import pytest

import unami_cli
from unami_cli import lexicon
from unami_cli.errors import BrokenData
from unami_cli.lexicon import WordFile

DATA = Path(unami_cli.__file__).parent / "data"
LISTS = sorted(path.stem for path in DATA.glob("*.txt"))


def entries(name: str) -> list[bytes]:
    lines = (DATA / f"{name}.txt").read_bytes().splitlines()
    return [line.partition(b"\t")[0] for line in lines if not line.startswith(b"#")]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_sorted_by_its_bytes_without_doubles(name: str) -> None:
    assert entries(name) == sorted(set(entries(name)))
    assert (DATA / f"{name}.txt").read_bytes().endswith(b"\n")


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_is_found_and_no_part_of_one(name: str) -> None:
    held = {entry.decode() for entry in entries(name)}
    words = lexicon.words(name)
    for entry in sorted(held)[:: max(1, len(held) // 300)]:
        assert entry in words
        assert (entry + "qz" in words) == (entry + "qz" in held)
        assert (entry[:-1] in words) == (entry[:-1] in held)


def test_what_a_list_says_of_a_word() -> None:
    file = WordFile(b"# a remark\nminister\toffice\nministerial\tjob\nnurse\n")
    assert [file.get(word) for word in ("minister", "ministerial", "nurse", "minist", "", "zebra", "a")] == [
        "office",
        "job",
        "",
        None,
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("word", "leads"),
    [
        ("red", True),
        ("red cross", True),
        ("re", False),
        ("cross", False),
        ("redcap", True),
        ("redc", False),
        ("", False),
    ],
)
def test_a_word_that_leads_an_entry(word: str, leads: bool) -> None:
    assert WordFile(b"# red\nred cross\nred-hot\nredcap\tjob\n").leads(word) == leads


def test_a_missing_list_is_a_broken_installation() -> None:
    with pytest.raises(BrokenData, match="missing or damaged"):
        lexicon.data_bytes("no-such-list.txt")


def test_a_list_that_is_read_whole_says_what_its_bytes_said() -> None:
    blob = b"# a remark\nab\nab cd ef\tx; y\nb\tz\n"
    asked, read = WordFile(blob), WordFile(blob)
    for number in range(50):
        assert read.get(f"nothing {number}") is None
    for word in ("ab", "ab cd", "ab cd ef", "b", "a", "cd", "", "# a remark"):
        assert read.leads(word) == asked.leads(word)
        if word[:1] != "#":
            assert read.get(word) == asked.get(word)
            assert (word in read) == (word in asked)


@pytest.mark.parametrize("name", ["comparators", "signs", "voices"])
def test_a_list_that_is_read_by_its_cells_has_one_tab_a_line(name: str) -> None:
    lines = lexicon.data_bytes(f"{name}.txt").decode().splitlines()
    assert all(line.count("\t") == 1 and line[0] != "#" for line in lines)
    assert lexicon.entries(name) == dict(line.split("\t") for line in lines)
