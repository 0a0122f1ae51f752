"""Listings: as tables on a screen, and in the formats of files."""

from __future__ import annotations

import csv
import io
import json
import re

import golden_files
import pytest
from output_sample import TEXT, span, table
from rich.cells import cell_len

from unami_cli.model import Match
from unami_cli.output import columns, formats, stated, tables
from unami_cli.output.formats import Arrangement, Format
from unami_cli.output.listing import Cell, Column, Listing, View
from unami_cli.output.screen import Screen

WIDTHS = (40, 60, 80, 120, 200)


def screen(width: int = 80, *, styles: bool = False, links: bool = False, terminal: bool = False) -> Screen:
    return Screen(io.StringIO(), width=width, terminal=terminal, styles=styles, links=links)


def people(width: int, view: View | None = None) -> str:
    view = view or View(table())
    return tables.rendered(columns.people(view, view.table.people), Arrangement(), screen(width))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["people", "organizations", "resolutions", "facts"])
def test_golden_listings(name: str, width: int) -> None:
    view = View(table())
    listing = {
        "people": columns.people(view, view.table.people),
        "organizations": columns.organizations(view, view.table.organizations),
        "resolutions": columns.resolutions(view, view.table.resolutions),
        "facts": stated.facts(view, view.table.facts),
    }[name]
    golden_files.check(f"{name}-{width}.txt", tables.rendered(listing, Arrangement(), screen(width)))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [*range(1, 30), *WIDTHS])
def test_no_column_vanishes_and_no_line_is_too_wide(width: int) -> None:
    view = View(table())
    text = tables.rendered(stated.facts(view, view.table.facts), Arrangement(), screen(width))
    # A label and one word are the least that a line can hold.
    assert all(cell_len(line) <= max(width, 12) for line in text.splitlines())
    squeezed = re.sub(r"\s", "", text)
    for fact in view.table.facts:
        words = re.sub(r"[\x1b\u202e]", "", fact.text).split()[:5]
        assert all(word in squeezed for word in words) or width < 30


@pytest.mark.parametrize("names", [("id",), ("id", "name"), ("id", "name", "aliases", "roles", "paragraphs")])
def test_chosen_fields_all_show(names: tuple[str, ...]) -> None:
    view = View(table())
    how = Arrangement(fields=names)
    text = tables.rendered(columns.people(view, view.table.people), how, screen(30))
    assert all(title in text for title in {"id": ["ID"], "name": ["Name"]}.get(names[-1], ["ID", "Name", "Role", "¶"]))


def test_columns_line_up_whatever_the_script() -> None:
    rows = ("Zoë", "港湾港湾", "محمد", "e\u0301e\u0301", "👩", "plain words")
    listing = Listing(
        (Column("a", "A", "", lambda w: Cell(w, w)), Column("b", "B", "", lambda w: Cell("|", "|"))), rows, lambda w: {}
    )
    lines = tables.rendered(listing, Arrangement(), screen()).splitlines()[1:]
    assert {cell_len(line.partition("|")[0]) for line in lines} == {14}


def test_right_to_left_text_is_isolated_on_a_terminal_alone() -> None:
    view = View(table())
    listing = columns.people(view, view.table.people)
    assert "\u2068محمد العلي\u2069" in tables.rendered(listing, Arrangement(), screen(terminal=True))
    assert "\u2068" not in tables.rendered(listing, Arrangement(), screen())


def test_article_text_is_no_markup_and_steers_nothing() -> None:
    view = View(table())
    text = tables.rendered(stated.facts(view, view.table.facts), Arrangement(), screen(200, styles=True))
    for literal in ("[sic]", "[the quays]", ":warning:", "[/]", "␛[31mred"):
        assert literal in text
    assert "\u202e" not in text
    assert "\x1b[31m" not in text


def test_what_a_query_met_is_bold_and_underlined_as_well_as_coloured() -> None:
    found = span("Ångström", "closed")
    view = View(table(), (Match(found.start, found.end, "a1"),))
    golden_files.fresh_styles()
    text = tables.rendered(columns.people(view, view.table.people), Arrangement(), screen(styles=True))
    assert "\x1b[1mZoë \x1b[0m\x1b[1;4;35mÅngström\x1b[0m" in text
    assert TEXT[found.start : found.end] == "Ångström"


def test_without_styles_there_is_no_escape() -> None:
    assert "\x1b" not in people(80)


@pytest.mark.parametrize(("links", "count"), [(True, 1), (False, 0)])
def test_symbols_are_links_where_the_screen_takes_them(links: bool, count: int) -> None:
    view = View(table())
    listing = columns.resolutions(view, view.table.resolutions)
    text = tables.rendered(listing, Arrangement(), screen(styles=True, links=links, terminal=True))
    assert text.count(";https://docs.un.org/en/S/RES/1500(2003)\x1b\\") == count


def test_nothing_is_printed_of_no_rows() -> None:
    assert tables.rendered(columns.people(View(table()), ()), Arrangement(), screen()) == ""


def test_rows_of_several_articles_say_which() -> None:
    view = View(table("in/one.txt", "in/two.txt"))
    text = people(80, view)
    assert "one.txt ¶ 1" in text
    assert "two.txt ¶ 1" in text
    facts = tables.rendered(stated.facts(view, view.table.facts), Arrangement(), screen())
    assert facts.splitlines()[0].split() == ["ID", "Article", "¶", "When", "How", "many", "Sentence"]


def test_a_field_that_no_row_has_stays_away_unless_it_is_asked_for() -> None:
    view = View(table())
    bare = stated.facts(view, [fact for fact in view.table.facts if not fact.figures and not fact.dates][:1])
    assert tables.rendered(bare, Arrangement(), screen()).splitlines()[0].split() == ["ID", "¶", "Sentence"]
    asked = tables.rendered(bare, Arrangement(fields=("id", "figures")), screen())
    assert asked.splitlines()[0].split() == ["ID", "How", "many"]


@pytest.mark.parametrize(
    ("paths", "labels"),
    [
        (("a/one.txt", "b/two.txt"), ["one.txt", "two.txt"]),
        (("a/one.txt", "b/one.txt"), ["a/one.txt", "b/one.txt"]),
        ((r"a\one.txt", ""), ["one.txt", "a2"]),
    ],
)
def test_articles_are_called_by_their_files(paths: tuple[str, ...], labels: list[str]) -> None:
    assert list(View(table(*paths)).labels.values()) == labels


# ---- in files ----

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
