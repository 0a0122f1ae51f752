"""What a fact holds: its records, its speakers, and the days that the sentences before it date. All of it is invented."""

import pytest

from unami_cli.model import Date
from unami_cli.reading import read_text
from unami_cli.table import FactTable, build

AGENCY = "The Lake Chad Relief Agency (LCRA) sent tents on Monday."


def table(text: str) -> FactTable:
    return build([read_text(text, "a1")])


def test_facts_of_a_record() -> None:
    found = table("Ana Kovačević won. The rain fell in 2004. Kovačević wept. Peter Lindgren lost.")
    assert [fact.text for fact in found.facts_of("p1")] == ["Ana Kovačević won.", "Kovačević wept."]
    assert found.facts_of("p9") == ()


def test_every_sentence_of_a_paragraph_is_a_fact() -> None:
    found = table("The rain fell. It was cold in 2004. Nobody came.")
    assert [fact.text for fact in found.facts] == ["The rain fell.", "It was cold in 2004.", "Nobody came."]


def test_each_sentence_of_a_quotation_is_a_fact_and_the_first_holds_it() -> None:
    found = table("“I am tired. We start in 2004,” said Mayor Ana Kovačević.")
    assert [fact.text for fact in found.facts] == ["“I am tired.", "We start in 2004,” said Mayor Ana Kovačević."]
    assert [[quote.text for quote in fact.quotes] for fact in found.facts] == [["I am tired. We start in 2004,"], []]
    assert [[date.edtf for date in fact.dates] for fact in found.facts] == [[], ["2004"]]


def test_a_headline_is_a_fact_and_a_byline_a_caption_and_the_sources_are_none() -> None:
    found = table(
        "Mayor opens the bridge\n\nBy Ana Kovačević\n\nThe mayor cut a ribbon in the rain on Sunday.\n\n"
        "Photo: the bridge in 2019 (Agency)\n\nSources: City Courier, Radio Sava"
    )
    assert [(fact.paragraph, fact.text) for fact in found.facts] == [
        (0, "Mayor opens the bridge"),
        (1, "The mayor cut a ribbon in the rain on Sunday."),
    ]
    assert [person.name for person in found.people] == ["Ana Kovačević"]


def test_a_resolution_that_begins_with_its_body_is_in_its_fact() -> None:
    found = table("The truce of 2006 rests on Security Council resolution 1701.")
    assert [fact.resolutions for fact in found.facts] == [("r1701",)]
    assert found.resolutions[0].facts == ("f1",)


# Speakers as the facts give them.
SPEAKERS = [
    ("surname", "Ana Kovačević closed the road. “It was a trap,” Kovačević said.", "Ana Kovačević"),
    ("title and surname", "Ana Kovačević closed the road. “It was a trap,” Mrs Kovačević said.", "Ana Kovačević"),
    ("letters of an honour", "“It was a trap,” Ana Kovačević OBE said.", "Ana Kovačević"),
    ("office", "The mayor, Ana Kovačević, was late. “It was a trap,” the mayor said.", "Ana Kovačević"),
    ("another office", "The mayor, Ana Kovačević, was late. “It was a trap,” the bishop said.", "bishop"),
    ("an office unnamed", "The mayor, Ana Kovačević, was late. “It was a trap,” a mayor said.", "mayor"),
    (
        "an office that two hold",
        "Senator Ana Kovačević met Senator Rosa Delgado. “It was a trap,” the senator said.",
        "senator",
    ),
    ("body by its acronym", f"{AGENCY} “It was a trap,” the LCRA said.", "Lake Chad Relief Agency"),
    (
        "one of two of a surname",
        "Mayor Lucía Ferreyra met Deputy Mayor Tomás Ferreyra. “It was a trap,” Ferreyra said.",
        "Ferreyra",
    ),
]


@pytest.mark.parametrize(("kind", "text", "speaker"), SPEAKERS)
def test_speakers_are_records_where_they_can_be(kind: str, text: str, speaker: str) -> None:
    assert [quote.speaker for fact in table(text).facts for quote in fact.quotes] == [speaker]


def dates(text: str) -> list[Date]:
    return [date for fact in table(text).facts for date in fact.dates]


# The class, the text with a full date first, and what the second date resolves to.
RESOLVED = [
    ("month and day", "It opened on 3 March 2019 and shut on 5 April.", "2019-04-05"),
    ("next sentence", "It opened on March 3, 2019. It shut on June 1st.", "2019-06-01"),
    ("the day before", "It opened on 3 March 2019 after a vote on 28 February.", "2019-02-28"),
]
OPEN = [
    ("as near to the year before", "It opened on 3 March 2019 and shut on 31 December.", "XXXX-12-31"),
    ("no full date before", "It opened in 2019 and shut on 5 April.", "XXXX-04-05"),
    ("another year between", "It opened on 3 March 2019. In 2021 came a vote. It shut on 5 April.", "XXXX-04-05"),
]


@pytest.mark.parametrize(("kind", "text", "resolved"), RESOLVED)
def test_a_day_without_its_year_is_resolved_and_says_from_what(kind: str, text: str, resolved: str) -> None:
    first, *_, last = dates(text)
    assert (last.edtf, last.resolved) == (f"XXXX{resolved[4:]}", resolved)
    assert last.anchor is not None
    assert text[last.anchor.start : last.anchor.end] == first.text


@pytest.mark.parametrize(("kind", "text", "edtf"), OPEN)
def test_a_day_that_is_not_certain_stays_open(kind: str, text: str, edtf: str) -> None:
    last = dates(text)[-1]
    assert (last.edtf, last.resolved, last.anchor) == (edtf, edtf, None)


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("Friday, July 21, 2017", ["2017-07-21"]),
        ("21 July 2017", ["2017-07-21"]),
        ("She left on 21 July 2017.", ["2017-07-21"]),
        ("Updated 15:02, 21 July 2017", ["2017-07-21"]),
        ("By Ana Costa, 21 July 2017", []),
    ],
)
def test_a_line_that_is_a_date_is_a_fact_and_a_byline_is_none(line: str, dates: list[str]) -> None:
    text = f"The Harbour Opens Again\n\n{line}\n\nThe harbour of the old town opened again after a year of works.\n"
    facts = build([read_text(text)]).facts
    assert [date.edtf for fact in facts for date in fact.dates] == dates


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The union met. Its chairwoman, Ana Lindholm, said: “We go.”", "Ana Lindholm"),
        ("Her former teacher, Tom Berg, described the hall as “a ship”.", "Tom Berg"),
        ("A lawyer said: “We go.” Later the lawyer Ana Lindholm left.", "lawyer"),
    ],
)
def test_who_has_the_role_that_is_quoted_speaks(text: str, speaker: str) -> None:
    facts = build([read_text(text)]).facts
    assert [quote.speaker for fact in facts for quote in fact.quotes] == [speaker]
