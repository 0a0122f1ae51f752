"""The forms of words: endings, spellings, families, numbers in words, offices, other names."""

import pytest

from unami_cli.lookup.wordforms import numeral, office, other_names, relatives, synonyms

ALIKE = [
    ("leave", "left"),
    ("left", "leave"),
    ("drew", "drawn"),
    ("education", "educate"),
    ("organisation", "organization"),
    ("honorable", "honourable"),
    ("defense", "defence"),
    ("death", "die"),
    ("diplomat", "diplomatic"),
]
UNLIKE = [("office", "official"), ("commit", "committee"), ("four", "for"), ("general", "generation")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_words_of_one_family_are_one_word(one: str, other: str) -> None:
    assert other in relatives(one)


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_words_that_only_look_alike_are_two(one: str, other: str) -> None:
    assert other not in relatives(one)


def test_a_nearer_relative_is_worth_more() -> None:
    found = relatives("organised")
    assert found["organised"] > found["organized"] > found["organisation"]


def test_synonyms_are_words_or_phrases() -> None:
    assert ("set", "up") in synonyms("established")
    assert ("establish",) in synonyms("set up")
    assert synonyms("qwertz") == ()


NUMBERS = [
    ("seven hundred", 700),
    ("twenty two", 22),
    ("two thousand five hundred", 2500),
    ("one hundred twenty thousand", 120_000),
    ("1.1 billion", 1_100_000_000),
    ("a dozen", 12),
    ("zero", 0),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers_in_words(text: str, value: float) -> None:
    assert numeral(text.split()) == (value, len(text.split()))


@pytest.mark.parametrize(("text", "read"), [("three four", (3, 1)), ("six and men", (6, 1)), ("hundred", None)])
def test_numbers_end_where_the_next_begins(text: str, read: tuple[int, int] | None) -> None:
    assert numeral(text.split()) == read


def test_offices_and_other_names_lead_both_ways() -> None:
    assert ("prime", "minister") in office(("pm",))
    assert ("pm",) in office(("prime", "minister"))
    assert ("isil",) in other_names(("isis",))
    assert other_names(("giraffe",)) == ()
