from __future__ import annotations

import io
import re

import golden_files
import pytest
from output_sample import TEXT, span, table
from rich.cells import cell_len

from unami_cli.model import Match
from unami_cli.output import columns, stated, tables
from unami_cli.output.formats import Arrangement
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
