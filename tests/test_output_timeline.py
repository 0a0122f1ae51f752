from __future__ import annotations

import io
import re
from itertools import pairwise
from pathlib import Path

import golden_files
import pytest
from click.testing import CliRunner
from output_sample import table
from rich.cells import cell_len

from unami_cli import build, read
from unami_cli.cli import unami
from unami_cli.lookup.timeline import interval, timeline
from unami_cli.model import Date, Dated, Fact
from unami_cli.output.listing import View
from unami_cli.output.screen import UNLIMITED, Screen
from unami_cli.output.timeline import axis, ordinal, rendered

WIDTHS = (40, 60, 80, 120, 200)
DATES = ("1991", "1998-12-16", "2003-08", "2004/2006", "2009/..", "../2011-06-30", "201X", "2012~")


def row(resolved: str, edtf: str | None = None) -> Dated:
    text = f"Something of [{resolved}] happened then, [/] and there is more to be said of it than fits a line or two."
    start = text.index(resolved)
    date = Date(start, start + len(resolved), resolved, edtf or resolved, resolved)
    fact = Fact(0, len(text), "f1", "a1", 1, text, (date,), (), (), (), (), ())
    covered = interval(resolved)
    assert covered is not None
    return Dated(date, fact, *covered)


def drawn(*rows: Dated, width: int = 80, encoding: str = "utf-8", styles: bool = False) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    return rendered(View(table()), rows, Screen(stream, width=width, styles=styles))


def signs(text: str) -> list[str]:
    """What is drawn on the axis, a date a line."""
    lines = re.findall(r"^ [0-9.…][-0-9X~…]* +(.*?)(?: {2}f1  |$)", text, re.MULTILINE)
    return ["".join(sign for sign in line if sign not in " ┊") for line in lines]


@pytest.mark.parametrize("width", WIDTHS)
def test_golden_drawing(width: int) -> None:
    rows = [row(each) for each in DATES]
    golden_files.check(f"timeline-{width}.txt", drawn(*rows, row("2010-05-04", "XXXX-05-04"), width=width))


@pytest.mark.parametrize("width", [20, *WIDTHS])
def test_no_line_is_too_wide(width: int) -> None:
    text = drawn(*(row(each) for each in DATES), width=width)
    assert max(map(cell_len, text.splitlines())) <= max(width, 30)


@pytest.mark.parametrize(
    ("resolved", "edtf", "drawing"),
    [
        ("2003-08-14", None, "●"),
        ("2003-08-14", "XXXX-08-14", "○"),
        ("2003-08", None, "◆"),
        ("2003-08", "XXXX-08", "◇"),
        ("2003", None, "■"),
        ("2003~", None, "■"),
    ],
)
def test_a_short_time_is_a_sign_that_says_how_exact_it_is(resolved: str, edtf: str | None, drawing: str) -> None:
    text = drawn(row("1990-01-01"), row(resolved, edtf), row("2040-01-01"))
    assert set(signs(text)[1]) == {drawing}


def test_a_long_time_is_a_line_that_says_whether_all_of_it_is_meant() -> None:
    text = drawn(row("2000"), row("2000/2002"), row("2001/.."), row("../2001"), row("2003-01-05"), width=120)
    year, stretch, later, before, day = signs(text)
    assert re.fullmatch("■┄+■", year)
    assert re.fullmatch("■━+■", stretch)
    assert re.fullmatch("■━+▶", later)
    assert re.fullmatch("◀━+■", before)
    assert day == "●"


def test_only_used_signs_are_explained() -> None:
    head = drawn(row("2003-08-14"), row("2010-08-14")).partition("to scale")[0]
    assert "● a day" in head
    assert "◆" not in head
    assert "▶" not in head


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_stream_without_these_signs_gets_plain_ones(encoding: str) -> None:
    text = drawn(row("2003-08-14"), row("2004/.."), row("2010-08-14", "XXXX-08-14"), encoding=encoding)
    assert not set(text) & set("●○◆◇■□┄━▶◀─┬┊")
    assert "* a day" in text
    assert "o a day, resolved" in text


def test_what_is_left_out_of_a_sentence_is_marked_and_the_date_stays() -> None:
    text = drawn(row("2003"), row("2010"), width=80)
    assert text.count("…") == 2
    assert "[2003]" in text
    assert "…" not in drawn(row("2003"), width=UNLIMITED)


def test_what_is_far_apart_stands_by_step_instead_of_to_scale() -> None:
    assert "to scale" in drawn(row("1990"), row("2020"))
    far = drawn(row("1648-10-24"), row("2003"), row("2004"))
    assert "in steps" in far
    assert all(label in far.splitlines()[2] for label in ("1648", "2003", "2004"))


def test_nothing_is_drawn_of_no_dates() -> None:
    assert drawn() == ""


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (["2003-01-01", "2025-12-31"], ["2003", "2010", "2020"]),
        (["2024-11-05", "2025-03-01"], ["2024-11", "2025-01", "2025-03"]),
        (["2025-12-01", "2025-12-14"], ["2025-12-01", "2025-12-08"]),
        (["2025-12-13", "2025-12-13"], ["2025-12-13"]),
        (["-0044-03-15", "0014-08-19"], ["45 BC", "20 BC"]),
    ],
)
def test_ticks_are_round_and_their_labels_apart(days: list[str], labels: list[str]) -> None:
    ticks = axis(days, 30).ticks
    assert set(labels[1:]) <= {tick.label for tick in ticks} or len(labels) == 1
    shown = [tick for tick in ticks if tick.label]
    assert shown
    assert all(one.at + len(one.label) < after.at for one, after in pairwise(shown))
    assert all(tick.at + len(tick.label) <= 30 for tick in shown)


@pytest.mark.parametrize("width", [1, 7, 30, 60])
def test_days_keep_their_order_on_the_axis_and_stay_within(width: int) -> None:
    days = ["-0044-03-15", "0014-08-19", "1648-10-24", "2003-08-14", "2003-08-15", "2025-12-31"]
    for chosen in (days, days[3:], days[3:5]):
        on = axis(chosen, width)
        cells = [on.cell(day) for day in chosen]
        assert cells == sorted(cells)
        assert 0 <= cells[0] <= cells[-1] < width


def test_years_are_as_long_as_they_are() -> None:
    assert ordinal("2025-01-01") - ordinal("2024-01-01") == 366
    assert ordinal("2101-01-01") - ordinal("2100-01-01") == 365


def _drawn(text: str) -> list[str]:
    whole = build([read(text.encode())])
    screen = Screen(io.StringIO(), width=80)
    return rendered(View(whole), timeline(whole), screen).splitlines()


def test_the_same_day_is_labelled_once() -> None:
    lines = _drawn("Ana Lind came in 1990. Ben Okri came in 1990. Both left in 2001.\n")
    assert [line[:6].strip() for line in lines[4:] if line[:6].strip()] == ["1990", "2001"]


def test_many_dates_stand_close() -> None:
    few = _drawn("".join(f"Ana Lind came in {1990 + at}. " for at in range(4)))
    many = _drawn("".join(f"Ana Lind came in {1990 + at}. " for at in range(12)))
    assert len(few[4:]) == 2 * 4
    assert len(many[4:]) == 12


def test_rules_stand_only_at_what_is_labelled() -> None:
    years = (1841, 1872, 1873, 1874, 1876, 1877, 1878, 1880, 1883, 1890, 1891, 1995)
    head, ruler, *rows = _drawn("".join(f"Ana Lind came in {year}. " for year in years))[2:]
    labelled = sum(word.isdigit() for word in head.split())
    assert ruler.count("┬") > labelled
    assert max(row.count("┊") for row in rows) <= labelled


def test_what_has_no_year_stands_last_without_a_sign() -> None:
    heading, last = _drawn("Ana Lind came in 1990. Ben Okri left on 9 March.\n")[-2:]
    assert heading == " year not given"
    assert last.startswith(" 9 March ")
    assert not set(last) & set("●○◆◇■□")


@pytest.mark.parametrize(
    ("sentence", "label", "sign"),
    [
        ("At the end of 2003 it closed.", "end of 2003", "■"),
        ("It closed by mid-2003.", "mid-2003", "■"),
        ("It closed in early May 2003.", "early May 2003", "◆"),
        ("It was built before 2003.", "before 2003", "◀"),
        ("It was closed until 3 May 2003.", "until 2003-05-03", "◀"),
        ("It opened after 2003.", "after 2003", "▶"),
        ("It was founded in 44 BC.", "44 BC", "■"),
        ("It was founded in AD 64.", "AD 64", "■"),
        ("It was founded in the 1950s.", "1950s", "■┄"),
        ("It was founded on 3 May 2003.", "2003-05-03", "●"),
    ],
)
def test_a_date_is_called_what_its_words_say(sentence: str, label: str, sign: str) -> None:
    line = next(row for row in _drawn(f"{sentence} Ben Okri left in 2010.\n") if sentence.rstrip(".") in row)
    assert line.startswith(f" {label} ")
    assert set(line[: line.index(" f1 ")].removeprefix(f" {label}")) - set(" ┊┄") == set(sign) - {"┄"}


def test_one_date_needs_no_axis_and_a_small_screen_has_no_room_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown(text: str, columns: int) -> str:
        path = tmp_path / "a.txt"
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv("COLUMNS", str(columns))
        return CliRunner().invoke(unami, ["timeline", "-a", str(path), "-f", "table"]).stdout

    two = "Ana Lind came in 1990. Ben Okri left in 2003.\n"
    assert "to scale" in shown(two, 80)
    assert "to scale" not in shown(two, 24)
    assert "to scale" not in shown("Ana Lind came in 1990.\n", 80)
