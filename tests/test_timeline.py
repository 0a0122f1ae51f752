"""When things happened: what a date covers, a table's dates in their order, and the drawing of them."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import golden_files
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from output_sample import table
from rich.cells import cell_len

from unami_cli import build, read
from unami_cli.cli import unami
from unami_cli.errors import BadQuery
from unami_cli.lookup.timeline import asked_day, interval, overlaps, timeline
from unami_cli.model import Date, Dated, Fact
from unami_cli.output.listing import View
from unami_cli.output.screen import UNLIMITED, Screen
from unami_cli.output.timeline import axis, ordinal, rendered
from unami_cli.table import FactTable

COVERED = [
    ("2003-08-14", "2003-08-14", "2003-08-14"),
    ("2003-08-14~", "2003-08-14", "2003-08-14"),
    ("2017-12", "2017-12-01", "2017-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("2017", "2017-01-01", "2017-12-31"),
    ("198X", "1980-01-01", "1989-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("2004-06-XX", "2004-06-01", "2004-06-30"),
    ("2004-22", "2004-06-01", "2004-08-31"),
    ("2004-24", "2004-01-01", "2004-12-31"),
    ("1977/1979", "1977-01-01", "1979-12-31"),
    ("2017-11/2018-02-03", "2017-11-01", "2018-02-03"),
    ("2017/..", "2017-01-01", "9999-12-31"),
    ("../2005", "0001-01-01", "2005-12-31"),
    ("-0574~", "-0574-01-01", "-0574-12-31"),
    ("-004X", "-0049-01-01", "-0040-12-31"),
]
NO_YEAR_OR_NO_DAY = [
    "XXXX-12-31",
    "XXXX",
    "2003-02-30",
    "2003-13",
    "2003-00",
    "1979/1977",
    "../..",
    "",
    "soon",
    "20031",
]


@pytest.mark.parametrize(("edtf", "first", "last"), COVERED)
def test_interval_covers(edtf: str, first: str, last: str) -> None:
    assert interval(edtf) == (first, last)


@pytest.mark.parametrize("edtf", NO_YEAR_OR_NO_DAY)
def test_interval_of_no_known_days(edtf: str) -> None:
    assert interval(edtf) is None


@given(st.dates())
def test_every_day_covers_itself(day: object) -> None:
    assert interval(str(day)) == (str(day), str(day))


@given(st.text(alphabet="0123456789X-/.~?%", max_size=14))
def test_interval_is_total(text: str) -> None:
    covered = interval(text)
    assert covered is None or overlaps(covered, covered[0], covered[1])


def table_of(*resolved: str) -> FactTable:
    dates = [Date(0, 1, "x", edtf, edtf) for edtf in resolved]
    facts = [Fact(0, 1, f"f{n}", "a1", 1, "x", (date,), (), (), (), (), ()) for n, date in enumerate(dates, 1)]
    return FactTable((), (), (), (), tuple(facts))


def test_timeline_is_in_order_of_days_and_then_of_reading() -> None:
    dated = table_of("2017/..", "2003-08-14", "XXXX-12-31", "-0044", "-0574~", "2003-08-14", "../2005")
    entries = timeline(dated)
    assert [entry.fact.id for entry in entries] == ["f5", "f4", "f7", "f2", "f6", "f1", "f3"]
    assert (entries[-2].earliest, entries[-2].latest) == ("2017-01-01", "9999-12-31")
    assert (entries[-1].earliest, entries[-1].latest) == ("", "")


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        ("2017", None, ["2017", "2017/.."]),
        (None, "2005", ["../2005", "2003-08-14"]),
        ("2003-08-14", "2003-08", ["2003-08-14"]),
        ("2003-08-15", "2003", []),
        ("2018", "2019", []),
    ],
)
def test_timeline_keeps_what_names_a_day_of_that_time(since: str | None, until: str | None, kept: list[str]) -> None:
    entries = timeline(table_of("2017", "2017/..", "../2005", "2003-08-14"), since, until)
    assert [entry.date.resolved for entry in entries] == kept


@pytest.mark.parametrize("text", ["foo", "17", "2017-13", "2017-02-30", "198X", "2017/..", "", "2017-1-1"])
def test_a_day_that_cannot_be_asked_for_says_how(text: str) -> None:
    with pytest.raises(BadQuery, match="write 2017"):
        asked_day(text, last=False)


SPOKEN = """The end of it

The work began in March 2024 and was done by the end of March 2024. On 9 March 2024 it snowed. In mid-March 2024 it was
warm, and in early March 2024 it rained. It was bought in the spring of 2022, painted in late 2024 and
sold on 3 July 2024. They left after 2023.

The yard closes at the end of June. It is shut from November 20 to December 11.
"""


def test_parts_of_a_time_stand_where_they_are_drawn_and_are_called_as_in_the_text() -> None:
    entries = timeline(build([read(SPOKEN.encode())]))
    assert [entry.wording for entry in entries] == [
        "spring of 2022",
        "after 2023",
        "2024-03",
        "early March 2024",
        "2024-03-09",
        "mid-March 2024",
        "end of March 2024",
        "2024-07-03",
        "late 2024",
        "end of June",
        "November 20 – December 11",
    ]


@pytest.mark.parametrize("width", [24, 40, 80])
def test_a_sentence_with_two_dates_stands_once_and_dates_without_a_year_under_a_heading(width: int) -> None:
    text = "They met in March and in April near the old harbour of Tern."
    lines = shown(text, width).splitlines()
    assert [line.strip() for line in lines[:3]] == ["year not given", "March", "April"]
    assert sum("near" in line for line in lines) == 1


def shown(text: str, columns: int) -> str:
    environment = {"COLUMNS": str(columns)}
    return CliRunner().invoke(unami, ["-a", "-", "timeline", "-f", "table"], input=text, env=environment).stdout


# ---- the drawing ----

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


def test_one_date_needs_no_axis_and_a_small_screen_has_no_room_for_one() -> None:
    two = "Ana Lind came in 1990. Ben Okri left in 2003.\n"
    assert "to scale" in shown(two, 80)
    assert "to scale" not in shown(two, 24)
    assert "to scale" not in shown("Ana Lind came in 1990.\n", 80)
