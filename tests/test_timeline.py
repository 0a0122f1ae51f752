import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from unami_cli import build, read
from unami_cli.cli import unami
from unami_cli.errors import BadQuery
from unami_cli.lookup.timeline import asked_day, interval, overlaps, timeline
from unami_cli.model import Date, Fact
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
    table = table_of("2017/..", "2003-08-14", "XXXX-12-31", "-0044", "-0574~", "2003-08-14", "../2005")
    entries = timeline(table)
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
    lines = drawn(text, width).splitlines()
    assert [line.strip() for line in lines[:3]] == ["year not given", "March", "April"]
    assert sum("near" in line for line in lines) == 1


def drawn(text: str, width: int) -> str:
    environment = {"COLUMNS": str(width)}
    return CliRunner().invoke(unami, ["-a", "-", "timeline", "-f", "table"], input=text, env=environment).stdout
