from __future__ import annotations

import io

import golden_files
import pytest
from output_sample import mention, table

from unami_cli import read
from unami_cli.model import Organization
from unami_cli.output import dossier, page
from unami_cli.output.listing import View, places
from unami_cli.output.screen import UNLIMITED, Screen, verbatim
from unami_cli.table import FactTable, build


def screen(width: int = 80, *, styles: bool = False, terminal: bool = False) -> Screen:
    return Screen(io.StringIO(), width=width, styles=styles, terminal=terminal)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_golden_reading_view(width: int) -> None:
    golden_files.check(f"article-{width}.txt", page.rendered(View(table()), screen(width)))


def test_golden_reading_view_with_styles() -> None:
    golden_files.fresh_styles()
    golden_files.check("article-styled.txt", page.rendered(View(table()), screen(styles=True)))


@pytest.mark.parametrize("id", ["p1", "f3", "r1500", "p2"])
def test_golden_paragraphs_around_a_record(id: str) -> None:
    view = View(table())
    record = view.table.record(id)
    assert record is not None
    golden_files.check(f"around-{id}.txt", page.rendered(view, screen(), page.Around(places(record), id)))


@pytest.mark.parametrize("id", ["p1", "p2", "o1", "r1500", "f1", "f2", "f3"])
def test_golden_dossiers(id: str) -> None:
    view = View(table())
    record = view.table.record(id)
    assert record is not None
    golden_files.check(f"show-{id}.txt", dossier.rendered(view, [record], screen(), why=True))


@pytest.mark.parametrize("width", [40, 80])
def test_golden_greeting(width: int) -> None:
    golden_files.check(f"greeting-{width}.txt", page.greeting(View(table()), screen(width), bundled=True))


def test_where_there_is_no_screen_nothing_is_wrapped() -> None:
    view = View(table())
    text = page.rendered(view, screen(UNLIMITED))
    assert any(len(line) > 120 for line in text.splitlines())
    assert len([line for line in text.splitlines() if line]) == 1 + len(view.table.articles[0].blocks)


def test_the_bare_text_is_unchanged_unless_a_terminal_would_obey_it() -> None:
    text = table().articles[0].text
    assert verbatim(text, screen()) == text
    shown = verbatim(text, screen(terminal=True))
    assert "\x1b" not in shown
    assert len(shown) == len(text)


def test_several_articles_are_told_apart() -> None:
    text = page.rendered(View(table("one.txt", "two.txt")), screen())
    assert text.index("one.txt") < text.index("two.txt")


def _view_with(*organizations: Organization) -> View:
    whole = table()
    return View(FactTable(whole.articles, whole.people, whole.resolutions, organizations, whole.facts))


def test_of_two_finds_that_cross_a_resolution_stays() -> None:
    crossing = Organization("o9", "under Security", (), (mention("under Security", 1),))
    text = page.rendered(_view_with(crossing), screen(UNLIMITED))
    assert "(o9)" not in text
    assert "[Security Council Resolution 1500](r1500)" in text


def test_finds_within_each_other_are_both_marked() -> None:
    inner = Organization("o9", "Security Council", (), (mention("Security Council", 1),))
    text = page.rendered(_view_with(inner), screen(UNLIMITED))
    assert "[[Security Council](o9) Resolution 1500](r1500)" in text


def _read(text: str, *, ids: bool = False) -> str:
    return page.rendered(View(build([read(text.encode())])), screen(UNLIMITED), ids=ids)


TOLD = "Ana Costa met Ben Okri on 3 May 2021. Costa said: “Ben Okri is tired.” Ben Okri left on 5 May.\n"


def test_a_thing_is_labelled_where_it_is_first_met() -> None:
    assert "[Ana Costa](p1) met [Ben Okri](p2) on 3 May 2021. Costa said: " in _read(TOLD)
    assert "Ben Okri left on [5 May](2021-05-05)." in _read(TOLD)


def test_nothing_is_labelled_within_quotation_marks() -> None:
    assert "[“Ben Okri is tired.”](p1)" in _read(TOLD)
    first_there = "“Zoe Lind is here,” said Ana Costa. Zoe Lind left.\n"
    assert "[“Zoe Lind is here,”](p2) said [Ana Costa](p2). [Zoe Lind](p1) left." in _read(first_there)


def test_with_ids_everything_is_labelled() -> None:
    every = _read(TOLD, ids=True)
    assert (
        "on [3 May 2021](2021-05-03). [Costa](p1) said: [“[Ben Okri](p2) is tired.”](p1) [Ben Okri](p2) left" in every
    )
