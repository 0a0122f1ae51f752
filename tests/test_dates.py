"""Calendar expressions: what is one, what is none, and which year the article makes certain."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unami_cli import build, read
from unami_cli.extract.dates import find_dates, is_aside, resolve_dates
from unami_cli.model import Date, Span

# Each text, and every date in it: its words and its EDTF.
HITS: tuple[tuple[str, dict[str, str]], ...] = (
    ("14 August 2003", {"14 August 2003": "2003-08-14"}),
    ("19-Nov-12", {"19-Nov-12": "2012-11-19"}),
    ("19-Nov-84", {"19-Nov-84": "1984-11-19"}),
    ("is due next July.", {"next July": "XXXX-07"}),
    ("on the twenty-third of June 2021", {"twenty-third of June 2021": "2021-06-23"}),
    ("on the thirtieth of June", {"thirtieth of June": "XXXX-06-30"}),
    ("29 February 2015", {"February 2015": "2015-02"}),
    ("dated 31 November 2018", {"November 2018": "2018-11"}),
    ("2012 map takes shape", {"2012": "2012"}),
    ("stood from 1598 to 1722", {"from 1598 to 1722": "1598/1722"}),
    ("on November 16, 17 and 18, 2003", {"November 16": "2003-11-16", "17": "2003-11-17", "18, 2003": "2003-11-18"}),
    ("since at least 2003", {"since at least 2003": "2003/.."}),
    ("burned around 1875.", {"around 1875": "1875~"}),
    ("in both 1990 and 1991", {"1990": "1990", "1991": "1991"}),
    ("the 2011 and 2017 censuses", {"2011": "2011", "2017": "2017"}),
    ("the 1988 second quarter", {"1988": "1988"}),
    ("Aug. 14", {"Aug. 14": "XXXX-08-14"}),
    ("the 14th of August was", {"14th of August": "XXXX-08-14"}),
    ("on 14/08/2003", {"14/08/2003": "2003-08-14"}),
    ("on 08/14/2003 he", {"08/14/2003": "2003-08-14"}),
    ("on 05/06/2003 he", {"05/06/2003": "2003-XX-XX"}),
    ("14.08.2003", {"14.08.2003": "2003-08-14"}),
    ("2003-08-14", {"2003-08-14": "2003-08-14"}),
    ("2003-08-14T10:00Z", {"2003-08-14": "2003-08-14"}),
    ("Dec 2017", {"Dec 2017": "2017-12"}),
    ("early 2003", {"early 2003": "2003"}),
    ("until 2005", {"2005": "2005"}),
    ("from 3 March to 5 April 2011", {"from 3 March to 5 April 2011": "2011-03-03/2011-04-05"}),
    ("the years 1977-1979 were", {"1977-1979": "1977/1979"}),
    ("in 1977–79", {"1977–79": "1977/1979"}),
    ("between 1992 and 1995", {"between 1992 and 1995": "1992/1995"}),
    ("from 2003 to 2025", {"from 2003 to 2025": "2003/2025"}),
    ("the 2012/13 season", {"2012/13": "2012/2013"}),
    ("the '80s", {"the '80s": "198X"}),
    ("the ’80s", {"the ’80s": "198X"}),
    ("the mid-1990s", {"the mid-1990s": "199X"}),
    ("in the seventies", {"the seventies": "197X"}),
    ("AD 70", {"AD 70": "0070"}),
    ("about 500 BC", {"about 500 BC": "-0499~"}),
    ("circa 1500", {"circa 1500": "1500~"}),
    ("c. 1500", {"c. 1500": "1500~"}),
    ("in winter 2010", {"winter 2010": "2010"}),
    ("Iraq’s 2005 Constitution", {"2005": "2005"}),
    ("the report (2007) said", {"2007": "2007"}),
    ("In 2004, it", {"2004": "2004"}),
    ("Sept. 11, 2001", {"Sept. 11, 2001": "2001-09-11"}),
    ("12/13 June", {"12/13 June": "XXXX-06-12/XXXX-06-13"}),
    ("Nov 13th, 2015", {"Nov 13th, 2015": "2015-11-13"}),
    ("the 4th of July", {"4th of July": "XXXX-07-04"}),
    ("DECEMBER 13, 2025", {"DECEMBER 13, 2025": "2025-12-13"}),
    ("13\u00a0December 2025", {"13\u00a0December 2025": "2025-12-13"}),
    ("13\nDecember 2025", {"13\nDecember 2025": "2025-12-13"}),
    ("the first of May", {"first of May": "XXXX-05-01"}),
    ("In March 20 people died", {"March": "XXXX-03"}),
    ("In March, 20 people died", {"March": "XXXX-03"}),
    ("on March 20 people died", {"March 20": "XXXX-03-20"}),
    ("from 2010 onwards", {"from 2010 onwards": "2010/.."}),
    ("2003–present", {"2003–present": "2003/.."}),
    ("from December 28 to January 3, 2016", {"from December 28 to January 3, 2016": "2015-12-28/2016-01-03"}),
    ("on 5 and 6 April 2016", {"5": "2016-04-05", "6 April 2016": "2016-04-06"}),
    ("on 14, 16 and 18 June", {"14": "XXXX-06-14", "16": "XXXX-06-16", "18 June": "XXXX-06-18"}),
    ("in June and July 2014", {"June": "2014-06", "July 2014": "2014-07"}),
    ("in 2003, 2005 and 2010", {"2003": "2003", "2005": "2005", "2010": "2010"}),
    ("between June and August 2014", {"between June and August 2014": "2014-06/2014-08"}),
    ("in Washington in 2000 as", {"2000": "2000"}),
    ("the 2000 election", {"2000": "2000"}),
    ("the late 1980s", {"the late 1980s": "198X"}),
    ("in the 1800s", {"the 1800s": "18XX"}),
    ("on 5 June 2015, 300 people", {"5 June 2015": "2015-06-05"}),
    ("on June 5, 12 people died", {"June 5": "XXXX-06-05"}),
    ("On June 5, 2,500 people", {"June 5": "XXXX-06-05"}),
    ("the June 5-7 meeting", {"June 5-7": "XXXX-06-05/XXXX-06-07"}),
    ("on Tuesday, 3 May", {"Tuesday, 3 May": "XXXX-05-03"}),
    ("Sat. 13 Dec 2014", {"Sat. 13 Dec 2014": "2014-12-13"}),
    ("fiscal year 2016", {"fiscal year 2016": "2016"}),
    ("FY2016", {"FY2016": "2016"}),
    ("the end of fiscal 2016", {"the end of fiscal 2016": "2016"}),
    ("post-2003 Iraq", {"2003": "2003"}),
    ("the post-2015 agenda", {"2015": "2015"}),
    ("2016 was a year", {"2016": "2016"}),
    ("as early as 1998", {"1998": "1998"}),
    ("the landmark 2015 deal", {"2015": "2015"}),
    ("Kenya's disputed 2007 elections", {"2007": "2007"}),
    ("Mosul, 2017.", {"2017": "2017"}),
    ("a drop over 2016.", {"2016": "2016"}),
    ("on 14-Feb.-2024", {"14-Feb.-2024": "2024-02-14"}),
    ("by last July", {"last July": "XXXX-07"}),
    ("in May said", {"May": "XXXX-05"}),
    ("July 2016's attack", {"July 2016": "2016-07"}),
    ("3 March 2011 - 5 April 2011", {"3 March 2011 - 5 April 2011": "2011-03-03/2011-04-05"}),
    ("Dec. 1, 2003-Jan. 4, 2004", {"Dec. 1, 2003-Jan. 4, 2004": "2003-12-01/2004-01-04"}),
    ("7 to 9 May", {"7 to 9 May": "XXXX-05-07/XXXX-05-09"}),
    ("in 2015-16", {"2015-16": "2015/2016"}),
    ("1914-18", {"1914-18": "1914/1918"}),
    ("for the 1999-2000 season", {"1999-2000": "1999/2000"}),
    ("the class of 2010", {"2010": "2010"}),
    ("the spring of 1945", {"the spring of 1945": "1945"}),
    ("by the end of June", {"the end of June": "XXXX-06"}),
    ("from the beginning of May", {"the beginning of May": "XXXX-05"}),
    ("by the end of March 2015", {"the end of March 2015": "2015-03"}),
    ("since the end of 2012", {"since the end of 2012": "2012/.."}),
    ("since the 1960s", {"since the 1960s": "196X/.."}),
    ("the second half of 2014", {"the second half of 2014": "2014"}),
    ("Sun 5 May", {"Sun 5 May": "XXXX-05-05"}),
    ("5th May 2010", {"5th May 2010": "2010-05-05"}),
    ("in 1990 soldiers", {"1990": "1990"}),
    ("12 May, 2016", {"12 May, 2016": "2016-05-12"}),
    ("May 12 2016", {"May 12 2016": "2016-05-12"}),
    ("12 May 20 people", {"12 May": "XXXX-05-12"}),
    ("In 2021 people fled the town.", {"2021": "2021"}),
    ("By 2030 women will lead.", {"2030": "2030"}),
    ("2024 marks a significant year", {"2024": "2024"}),
    ("Jan. 6", {"Jan. 6": "XXXX-01-06"}),
    ("January 6th attack", {"January 6th": "XXXX-01-06"}),
    ("the January 6 attack", {"January 6": "XXXX-01-06"}),
    ("the 6 January 2021 riot", {"6 January 2021": "2021-01-06"}),
    ("August 2014-March 2015", {"August 2014-March 2015": "2014-08/2015-03"}),
    ("in 2014 or 2015", {"2014": "2014", "2015": "2015"}),
    ("at the 2015, 2016 and 2017 summits", {"2015": "2015", "2016": "2016", "2017": "2017"}),
    ("$1.5 million in 2003 dollars", {"2003": "2003"}),
    ("(1950-2010)", {"1950-2010": "1950/2010"}),
    ("(born 1950)", {"1950": "1950"}),
    ("3000 BC", {"3000 BC": "-2999"}),
    ("44 B.C.", {"44 B.C.": "-0043"}),
    ("between 30 April 1945 and 8 May", {"between 30 April 1945 and 8 May": "1945-04-30/1945-05-08"}),
    ("the 28 Jan 2019 edition", {"28 Jan 2019": "2019-01-28"}),
    ("in mid-December", {"mid-December": "XXXX-12"}),
    ("early in 2010", {"2010": "2010"}),
    ("between 2010-2012", {"between 2010-2012": "2010/2012"}),
    ("2010-2012 saw", {"2010-2012": "2010/2012"}),
)

NEAR_MISSES = (
    "The statement (S/PRST/2007/40) was read.",
    "from 1598 to 1722 men",
    "around 1875 people",
    "the 2100 and 2300 people",
    "2016 people died",
    "2000 troops",
    "a total of 629 men",
    "$2000",
    "at 2015 hours",
    "page 2003",
    "he may march",
    "31 June",
    "April Smith said",
    "may 5 be right",
    "of 1500 personnel",
    "in 1500 villages",
    "by 2000 km",
    "a fleet of 1200.",
    "in her 80s",
    "call +964 2003 1999",
    "www.x.org/2016/05",
    "S/2016/123",
    "A/HRC/2015/3",
    "model 2016-B",
    "Theresa May said",
    "Rio 2016",
    "second of the year",
    "the 1988 Sanctions Committee",
    "on the 15th",
    "March on Washington",
    "more than 1990 soldiers",
    "version 2.0.2016",
    "from 1500 to 2000 people",
    "1500-2000 people",
)

# Open on purpose: no rule short of understanding the sentence tells them.
KNOWN_WRONG: tuple[tuple[str, dict[str, str]], ...] = (
    ("the Long March 5 rocket", {}),
    ("on 11-12 and 14 May 2010", {"11-12": "2010-05-11/2010-05-12", "14 May 2010": "2010-05-14"}),
)


def found(text: str) -> dict[str, str]:
    return {date.text: date.edtf for date in find_dates(text, 0, len(text))}


@pytest.mark.parametrize(("text", "dates"), HITS)
def test_finds(text: str, dates: dict[str, str]) -> None:
    assert found(text) == dates


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(("text", "dates"), KNOWN_WRONG)
@pytest.mark.xfail(strict=True)
def test_known_wrong(text: str, dates: dict[str, str]) -> None:
    assert found(text) == dates


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "In 2001, before. On 5 May 2003, here. Until 2009, after."
    (date,) = find_dates(text, 17, 37)
    assert (date.start, date.end, date.text) == (20, 30, "5 May 2003")
    assert (date.resolved, date.anchor) == ("2003-05-05", None)


def test_nothing_is_found_in_an_occupied_span() -> None:
    text = "Resolution 2254 (2015) of 2015"
    assert [d.start for d in find_dates(text, 0, len(text), [Span(0, 22)])] == [26]
    assert [d.start for d in find_dates(text, 0, len(text))] == [17, 26]


def resolved(*paragraphs: str) -> list[tuple[str, str]]:
    """Words and resolved value of every date that was filled in; the first text is the head of the article."""
    dates: list[Date] = []
    places: list[int] = []
    for number, text in enumerate(paragraphs):
        here = find_dates(text, 0, len(text))
        dates += here
        places += [number] * len(here)
    answer = resolve_dates(dates, places)
    assert [(d.text, d.edtf) for d in answer] == [(d.text, d.edtf) for d in dates]
    for date in answer:
        assert (date.anchor is None) == (date.resolved == date.edtf)
    return [(d.text, d.resolved) for d in answer if d.anchor]


@pytest.mark.parametrize(
    ("paragraphs", "filled"),
    [
        (("", "On December 13, 2025 it ended; all leave by December 31st."), [("December 31st", "2025-12-31")]),
        (("13 August 2023", "", "Fighting began on 15 April."), [("15 April", "2023-04-15")]),
        (("February 13, 2022", "Sanctions hold since January 9."), [("since January 9", "2022-01-09/..")]),
        (
            ("July 1, 2016", "It meets on November 16 - 17 and in May."),
            [("November 16 - 17", "2016-11-16/2016-11-17"), ("May", "2016-05")],
        ),
    ],
)
def test_fills_in_the_year(paragraphs: tuple[str, ...], filled: list[tuple[str, str]]) -> None:
    assert resolved(*paragraphs) == filled


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(("", "On December 31st it ends."), id="no anchor"),
        pytest.param(("", "It ends on December 31st, said he on December 13, 2025."), id="anchor comes later"),
        pytest.param(("", "On December 13, 2025 it ended.", "All leave by December 31st."), id="another paragraph"),
        pytest.param(("", "On December 13, 2025 it ended; all leave by January 5."), id="the next year is nearer"),
        pytest.param(("", "On March 3, 2011 and March 5, 2012 it rained, as on March 7."), id="two years"),
        pytest.param(("April 20, 2013", "The war began in 2003. Baghdad fell on April 9."), id="the story moved on"),
        pytest.param(("", "By December 13, 2025 it was cold, unlike last December."), id="another year by its words"),
        pytest.param(("", "In 2016 it met on May 5."), id="a year is no full date"),
        pytest.param(("", "On March 1, 2015 he spoke of February 29."), id="no such day in that year"),
    ],
)
def test_leaves_the_year_open(paragraphs: tuple[str, ...]) -> None:
    assert resolved(*paragraphs) == []


@pytest.mark.parametrize(
    ("before", "aside"),
    [
        ("Ann Lee, born on ", True),
        ("Ann Lee, who was appointed on ", True),
        ("Ann Lee, appointed by the king on ", True),
        ("The treaty of ", True),
        ("Ann Lee (", True),
        ("On ", False),
        ("The mission in Tern, which they left, closed on ", False),
        ("Ann Lee, the mayor, resigned on ", False),
    ],
)
def test_a_date_of_something_besides(before: str, aside: bool) -> None:
    assert is_aside(before) is aside


def test_a_date_of_something_besides_fills_in_no_year() -> None:
    (article,) = (read(b"Ann Lee, born on 7 April 1965, resigned on 3 February."),)
    assert [date.resolved for fact in build([article]).facts for date in fact.dates] == ["1965-04-07", "XXXX-02-03"]


def test_the_anchor_is_the_date_that_was_gone_by() -> None:
    text = "Formed in 2003, it closed on December 13, 2025 and leaves by December 31st."
    dates = find_dates(text, 0, len(text))
    assert resolve_dates(dates, [1, 1, 1])[2].anchor == Span(dates[1].start, dates[1].end)


PIECES = st.sampled_from(
    "1 5 14 31 80 99 2003 2016 1,000 May March Dec. the of and to from between since until in mid early - – / , . ( ) ’ s "
    "B.C. AD first nineties present Sat. \u00ad \u200b \n".split(" ")
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=25))
def test_is_total_and_its_spans_hold_their_words(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in pieces)
    dates = find_dates(text, 0, len(text))
    for date in dates:
        assert text[date.start : date.end] == date.text != ""
    assert all(a.end <= b.start for a, b in pairwise(dates))
    assert len(resolve_dates(dates, [1] * len(dates))) == len(dates)


@pytest.mark.parametrize(
    ("text", "dates"),
    [("He ruled 1979 to 1989.", [("1979 to 1989", "1979/1989")]), ("It took 1900 to 2000 people.", [])],
)
def test_bare_years_around_to(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(date.text, date.edtf) for date in find_dates(text, 0, len(text))] == dates


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 21 April 753 BC", "-0752-04-21"),
        ("in March 44 B.C.", "-0043-03"),
        ("on March 15, 44 BC", "-0043-03-15"),
        ("on 5 May 64 people came", "XXXX-05-05"),
    ],
)
def test_a_day_with_the_year_of_an_era(text: str, edtf: str) -> None:
    assert [date.edtf for date in find_dates(text, 0, len(text))] == [edtf]
