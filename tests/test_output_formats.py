from __future__ import annotations

import csv
import io
import json

import pytest
from output_sample import TEXT, table

from unami_cli.output import columns, formats, stated
from unami_cli.output.formats import Arrangement, Format
from unami_cli.output.listing import Cell, Column, Listing, View

PLAIN = Arrangement()


def printed(listing: Listing[str], format: Format, how: Arrangement = PLAIN, *, pretty: bool = False) -> str:
    return "".join(formats.rendered(listing.arranged(how), format, how, pretty=pretty, ascii=False))


def words(*rows: str) -> Listing[str]:
    columns: tuple[Column[str], ...] = (
        Column("word", "Word", "the word", lambda w: Cell(w, w)),
        Column("length", "Length", "its length", lambda w: Cell(str(len(w)) if w else "", len(w) if w else None)),
    )
    return Listing(columns, rows, lambda w: {"word": w, "more": [w]})


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\r=1"])
def test_csv_cells_that_a_spreadsheet_would_run_are_defused(text: str) -> None:
    cell = next(csv.reader(io.StringIO(printed(words(text), Format.CSV, Arrangement(header=False)))))[0]
    assert cell.startswith("'")


@pytest.mark.parametrize("text", ["Zoë", "1-2", "a=b", "e@mail", "'quoted"])
def test_csv_cells_that_are_harmless_stay(text: str) -> None:
    assert next(csv.reader(io.StringIO(printed(words(text), Format.CSV, Arrangement(header=False)))))[0] == text


def test_csv_quotes_commas_and_quotation_marks() -> None:
    assert printed(words('a, "b"'), Format.CSV) == 'word,length\n"a, ""b""",6\n'


@pytest.mark.parametrize("format", [Format.TSV, Format.CSV, Format.JSONL])
def test_a_record_is_a_line_whatever_it_holds(format: Format) -> None:
    how = Arrangement(header=False)
    assert len(printed(words("a\tb\nc\u2028d\re\x0bf", "g"), format, how).splitlines()) == 2


def test_tsv_parts_cells_by_tabs_and_several_values_by_semicolons() -> None:
    assert printed(words("a\nb"), Format.TSV) == "word\tlength\na; b\t3\n"


def test_json_is_an_array_of_whole_records_a_line_each() -> None:
    text = printed(words("a", "b"), Format.JSON)
    assert json.loads(text) == [{"word": "a", "more": ["a"]}, {"word": "b", "more": ["b"]}]
    assert len(text.splitlines()) == 4


def test_json_of_nothing_is_an_empty_array() -> None:
    assert printed(words(), Format.JSON) == "[]\n"
    assert printed(words(), Format.JSONL) == ""


def test_json_of_chosen_fields_holds_these_alone_in_their_order() -> None:
    text = printed(words("ab"), Format.JSON, Arrangement(fields=("length", "word")))
    assert text == '[\n{"length": 2, "word": "ab"}\n]\n'


def test_pretty_json_is_indented() -> None:
    assert printed(words("a"), Format.JSON, pretty=True).startswith('[\n  {\n    "word"')


def test_json_for_a_narrow_encoding_loses_nothing() -> None:
    text = formats.json(["é", "港"], pretty=False, ascii=True)
    assert text.isascii()
    assert json.loads(text) == ["é", "港"]


def test_markdown_escapes_what_would_be_markup() -> None:
    assert printed(words("a|b *c* [d](e) `f` <g>"), Format.MARKDOWN).splitlines()[2] == (
        r"| a\|b \*c\* \[d\](e) \`f\` \<g\> | 22 |"
    )


def test_markdown_links_symbols() -> None:
    view = View(table())
    text = "".join(
        formats.rendered(
            columns.resolutions(view, view.table.resolutions), Format.MARKDOWN, Arrangement(), pretty=False, ascii=False
        )
    )
    assert "[S/RES/1500 (2003)](<https://docs.un.org/en/S/RES/1500(2003)>)" in text
    assert "2003 (register)" in text


@pytest.mark.parametrize(
    ("how", "rows"),
    [
        (Arrangement(), ("p10", "é", "p2", "", "f")),
        (Arrangement(limit=2), ("p10", "é")),
        (Arrangement(reverse=True), ("f", "", "p2", "é", "p10")),
        (Arrangement(sort="word"), ("é", "f", "p2", "p10", "")),
        (Arrangement(sort="word", reverse=True), ("p10", "p2", "f", "é", "")),
        (Arrangement(sort="length", limit=3), ("é", "f", "p2")),
    ],
)
def test_rows_are_sorted_naturally_and_the_empty_come_last(how: Arrangement, rows: tuple[str, ...]) -> None:
    assert words("p10", "é", "p2", "", "f").arranged(how).rows == rows


def test_files_show_more_fields_than_screens() -> None:
    view = View(table())
    listing = columns.people(view, view.table.people)
    assert [column.name for column in listing.chosen(None, in_files=False)] == ["id", "paragraphs", "name", "roles"]
    assert [column.name for column in listing.chosen(None, in_files=True)] == [
        "id",
        "paragraphs",
        "name",
        "aliases",
        "roles",
    ]


def test_field_names_are_the_keys_of_the_records_they_share() -> None:
    """A field and a key of one name carry one value, so that --fields narrows what JSON says and changes nothing."""
    view = View(table())
    for listing in (
        columns.people(view, view.table.people),
        columns.organizations(view, view.table.organizations),
        columns.resolutions(view, view.table.resolutions),
        stated.facts(view, view.table.facts),
    ):
        for row in listing.rows:
            record = listing.record(row)  # type: ignore[arg-type]
            shared = [column for column in listing.columns if column.name in record]
            assert len(shared) >= 3
            for column in shared:
                value = column.cell(row).value  # type: ignore[arg-type]
                if column.name not in {"dates", "figures", "quotes"}:
                    assert value == record[column.name]


def test_every_span_of_the_export_is_where_it_says() -> None:
    whole = json.loads(json.dumps(columns.table(table())))
    for fact in whole["facts"]:
        for item in [fact, *fact["dates"], *fact["figures"], *fact["quotes"]]:
            assert TEXT[item["start"] : item["end"]] == item["text"]
    assert whole["articles"][0]["characters"] == len(TEXT)
    assert whole["articles"][0]["title"] == TEXT.split("\n")[0]
    assert list(whole) == [
        *("schema", "version", "articles", "people", "resolutions", "organizations", "facts", "traces")
    ]
