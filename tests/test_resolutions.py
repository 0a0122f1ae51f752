"""Resolutions: the mentions in a text, the year and symbol that the table gives them, and UNAMI’s mandate."""

import json
from pathlib import Path

import pytest
from command import run

from unami_cli import mandate, read, register
from unami_cli.extract.resolutions import find_resolutions
from unami_cli.model import Resolution
from unami_cli.reading import read_text
from unami_cli.table import build

Mentions = list[tuple[str, str | None, int | None, str]]
SC, GA = "Security Council", "General Assembly"

# The text, and the number, body, stated year and words of each resolution in reading order.
RESOLUTIONS: list[tuple[str, Mentions]] = [
    ("UN Security Council Resolution 2732.", [("2732", SC, None, "Security Council Resolution 2732")]),
    ("Security Council resolution 1970 (2011) holds.", [("1970", SC, 2011, "Security Council resolution 1970 (2011)")]),
    ("UNSC Resolution 2254 holds.", [("2254", SC, None, "UNSC Resolution 2254")]),
    ("UNSCR 1325 holds.", [("1325", SC, None, "UNSCR 1325")]),
    ("UNSCRs 1325 and 1820 hold.", [("1325", SC, None, "UNSCRs 1325"), ("1820", SC, None, "1820")]),
    ("S/RES/2732 (2024) holds.", [("2732", SC, 2024, "S/RES/2732 (2024)")]),
    ("S/RES/2732(2024) holds.", [("2732", SC, 2024, "S/RES/2732(2024)")]),
    ("S/RES/1701 holds.", [("1701", SC, None, "S/RES/1701")]),
    ("A/RES/76/123 holds.", [("76/123", GA, None, "A/RES/76/123")]),
    ("A/HRC/RES/31/3 holds.", [("31/3", "Human Rights Council", None, "A/HRC/RES/31/3")]),
    ("A/RES/ES-10/21 holds.", [("ES-10/21", GA, None, "A/RES/ES-10/21")]),
    ("General Assembly resolution 76/123 holds.", [("76/123", GA, None, "General Assembly resolution 76/123")]),
    ("resolution 76/123 holds.", [("76/123", GA, None, "resolution 76/123")]),
    ("General Assembly resolution 1514 (XV) holds.", [("1514", GA, None, "General Assembly resolution 1514 (XV)")]),
    ("resolution 3379 (XXX) holds.", [("3379", GA, None, "resolution 3379 (XXX)")]),
    (
        "Human Rights Council resolution 16/21 holds.",
        [("16/21", "Human Rights Council", None, "Human Rights Council resolution 16/21")],
    ),
    (
        "ECOSOC resolution 1996/31 holds.",
        [("1996/31", "Economic and Social Council", None, "ECOSOC resolution 1996/31")],
    ),
    (
        "resolutions 1500, 1546 and 1770 (2007) hold.",
        [("1500", None, None, "resolutions 1500"), ("1546", None, None, "1546"), ("1770", None, 2007, "1770 (2007)")],
    ),
    (
        "Security Council resolutions 242 (1967) and 338 (1973) hold.",
        [("242", SC, 1967, "Security Council resolutions 242 (1967)"), ("338", SC, 1973, "338 (1973)")],
    ),
    (
        "resolutions 242 and 338 of the Security Council hold.",
        [("242", SC, None, "resolutions 242"), ("338", SC, None, "338")],
    ),
    ("Resolution No. 598 holds.", [("598", None, None, "Resolution No. 598")]),
    ("resolution number 598 holds.", [("598", None, None, "resolution number 598")]),
    ("Resolution #598 holds.", [("598", None, None, "Resolution #598")]),
    ("Resolution 687 of 1991 holds.", [("687", None, 1991, "Resolution 687")]),
    ("Resolution 687 of 3 April 1991 holds.", [("687", None, 1991, "Resolution 687")]),
    ("the Security Council's Resolution 1701 holds.", [("1701", SC, None, "Security Council's Resolution 1701")]),
    (
        "the Security Council, in its resolution 1701, agreed.",
        [("1701", SC, None, "Security Council, in its resolution 1701")],
    ),
    ("RESOLUTION 1701 HOLDS.", [("1701", None, None, "RESOLUTION 1701")]),
    ("Security\nCouncil resolution\n1701 holds.", [("1701", SC, None, "Security\nCouncil resolution\n1701")]),
    ("Resolution\xa01701 holds.", [("1701", None, None, "Resolution\xa01701")]),
    ("Resolution 1701's text holds.", [("1701", None, None, "Resolution 1701")]),
    ("UN Resolution 194 holds.", [("194", None, None, "Resolution 194")]),
    ("Res. 1701 holds.", [("1701", None, None, "Res. 1701")]),
    ("adopted resolution 2719 on 21 December 2023.", [("2719", None, None, "resolution 2719")]),
    ("The Security Council adopted Resolution 1373 in 2002.", [("1373", "Security Council", None, "Resolution 1373")]),
    (
        "It passed resolutions 1696, 1737, 1747 and 1803.",
        [
            ("1696", None, None, "resolutions 1696"),
            ("1737", None, None, "1737"),
            ("1747", None, None, "1747"),
            ("1803", None, None, "1803"),
        ],
    ),
    ("Resolution ES-11/1 holds.", [("ES-11/1", GA, None, "Resolution ES-11/1")]),
    ("U.N. Security Council Resolution 1718.", [("1718", SC, None, "Security Council Resolution 1718")]),
    ("resolution 1973 (17 March 2011) holds.", [("1973", None, 2011, "resolution 1973 (17 March 2011)")]),
]

NONE = [
    "The Kenyan Parliament resolution 2004 was read.",
    "The Senate adopted Senate Resolution 44.",
    "House Resolution 2670 passed.",
    "Joint Resolution 12 passed.",
    "The council passed city resolution 14.",
    "a screen resolution 1080 lines",
    "a display resolution 2160 px",
    "The resolution of 12 May fell.",
    "a New Year's resolution 5 times broken",
    "The camera has a resolution of 300 dpi.",
    "The resolution passed 14 votes to one.",
    "It was a resolution in 1991.",
    "The resolution, 3 pages long, passed.",
    "resolution 50% higher",
    "resolutions 5,000 pages long",
    "resolution 1.5 metres",
    "S/2024/117 is a letter.",
    "Chapter 7 and Article 51.",
    "A/76/123 is a report.",
    "A conflict resolution 101 course.",
]


def _check(text: str, mentions: Mentions) -> None:
    found = find_resolutions(text, 0, len(text))
    assert [(m.number, m.body, m.year, m.text) for m in found] == mentions
    assert all(text[m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize(("text", "mentions"), RESOLUTIONS)
def test_numbers_bodies_and_years(text: str, mentions: Mentions) -> None:
    _check(text, mentions)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_resolution(text: str) -> None:
    _check(text, [])


def test_only_the_asked_stretch_is_read() -> None:
    text = "Resolution 1441 came first. Resolution 1483 came next."
    assert [m.number for m in find_resolutions(text, 28, len(text))] == ["1483"]


def resolution(text: str, id: str) -> Resolution:
    found = build([read_text(text)]).resolutions
    assert id in [one.id for one in found]
    return next(one for one in found if one.id == id)


_DOCS = "https://docs.un.org/en/"
# The text, the id, and body, year, where the year is from, symbol and address.
RECORDS = [
    ("Security Council resolution 1701 holds.", "r1701", SC, (2006, "register"), "S/RES/1701 (2006)", "S/RES/1701(2006)"),
    ("S/RES/1701 holds.", "r1701", SC, (2006, "register"), "S/RES/1701 (2006)", "S/RES/1701(2006)"),
    ("S/RES/1701 (2006) holds.", "r1701", SC, (2006, "text"), "S/RES/1701 (2006)", "S/RES/1701(2006)"),
    ("The Security Council met. It recalled resolution 242.", "r242", SC, (1967, "register"), "S/RES/242 (1967)", "S/RES/242(1967)"),
    ("UN Security Council (UNSC) Resolution 1718 holds.", "r1718", SC, (2006, "register"), "S/RES/1718 (2006)", "S/RES/1718(2006)"),
    ("A/RES/76/123 holds.", "r76/123", GA, (None, None), "A/RES/76/123", "A/RES/76/123"),
    ("General Assembly resolution 1514 (XV) holds.", "r1514", GA, (None, None), None, None),
    ("Resolution 1701 holds.", "r1701", None, (None, None), None, None),
    ("Security Council resolution 9999 holds.", "r9999", SC, (None, None), "S/RES/9999", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "id", "body", "year", "symbol", "address"), RECORDS)
def test_year_symbol_and_address(
    text: str, id: str, body: str | None, year: tuple[int | None, str | None], symbol: str | None, address: str | None
) -> None:
    one = resolution(text, id)
    assert (one.body, (one.year, one.year_from), one.symbol) == (body, year, symbol)
    assert one.url == (address and _DOCS + address)


def test_register_year_says_where_it_comes_from() -> None:
    one = resolution("Security Council resolution 1701 holds.", "r1701")
    assert [("register" in e.rule, "2006" in e.rule) for e in one.evidence] == [(True, True)]


def test_wrong_year_is_kept_and_doubted() -> None:
    one = resolution("Security Council resolution 1701 (2009) holds.", "r1701")
    assert (one.year, one.year_from) == (2009, "text")
    assert ["2006" in e.rule for e in one.evidence] == [False, True]


def test_right_year_is_not_doubted() -> None:
    one = resolution("Security Council resolution 1701 (2006) holds.", "r1701")
    assert len(one.evidence) == 1


def test_a_bare_number_is_the_one_named_in_full() -> None:
    text = "General Assembly resolution 1514 (XV) was read out. Many cited resolution 1514 again."
    found = build([read_text(text)]).resolutions
    assert [(one.number, one.body, len(one.mentions)) for one in found] == [("1514", GA, 2)]


def test_one_number_of_two_bodies_is_two() -> None:
    text = "General Assembly resolution 1514 (XV) was read out. So was Security Council resolution 1514."
    found = build([read_text(text)]).resolutions
    assert [(one.id, one.body, one.year) for one in found] == [("r1514", GA, None), ("r1514-s", SC, 2003)]


def test_a_resolution_knows_its_facts() -> None:
    text = "Nothing happened. Resolution 1441 passed. The rain fell in 2004. Resolution 1441 was cited in 2005."
    table = build([read_text(text)])
    (one,) = table.resolutions
    assert [fact.text for fact in table.facts if fact.id in one.facts] == [
        "Resolution 1441 passed.",
        "Resolution 1441 was cited in 2005.",
    ]


def test_a_number_with_the_year_of_the_register_is_the_security_councils() -> None:
    table = build([read_text("Adopting resolution 2731 (2024) by 14 votes, the Council extended the mandate.")])
    assert [(one.number, one.body, one.year) for one in table.resolutions] == [("2731", "Security Council", 2024)]
    other = build([read_text("Adopting resolution 2731 (2021) by 14 votes, the city extended the mandate.")])
    assert [one.body for one in other.resolutions] == [None]


# ---- the mandate ----

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


FROM_THE_REGISTER = (
    "UNAMI’s resolutions, from the Security Council’s register, not from the text. The text cites 2 of the 25.\n"
)


def test_a_screen_says_where_it_is_from() -> None:
    result = run("resolutions", "--mandate", "-f", "table", "-n", "1")
    assert result.stdout.startswith(f" {FROM_THE_REGISTER}\n No.")
    assert result.stderr == "Showing 1 of 25.\n"


@pytest.mark.parametrize("format", ["tsv", "csv", "json", "jsonl", "markdown"])
def test_beside_files_it_is_said(format: str) -> None:
    result = run("resolutions", "--mandate", "-f", format)
    assert result.exit_code == 0
    assert result.stderr == FROM_THE_REGISTER
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
