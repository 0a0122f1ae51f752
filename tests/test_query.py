import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unami_cli.errors import BadQuery
from unami_cli.lookup.query import Query, parse_query
from unami_cli.model import Kind


def terms(query: Query) -> list[str]:
    return [term.word for term in query.terms]


WORDS = [
    ("al-Sudani", ["al", "sudani"]),
    ("re: Iraq", ["re", "iraq"]),
    ("10:30", ["10", "30"]),
    ("S/RES/1500 (2003)", ["s", "res", "1500", "2003"]),
    ("-5", ["5"]),
    ("- 5 degrees", ["5", "degrees"]),
    ("22-year", ["22", "year"]),
    ('"', []),
    ('say "hello', ["say", "hello"]),
    ('5\'10" tall and 6" wide', ["510", "tall", "and", "6", "wide"]),
    ("in: Baghdad", ["in", "baghdad"]),
    ("13.12.2025", ["13", "12", "2025"]),
    ("13/12/2025 2025-12-13", ["13", "12", "2025", "2025", "12", "13"]),
    ("by: Reuters", ["by", "reuters"]),
    ("by:10", ["by", "10"]),
    ("since: 2017", ["since", "2017"]),
    ("kind: regards", ["kind", "regards"]),
    ("By:Reuters", ["by", "reuters"]),
    ("stand-by:guterres", ["stand", "by", "guterres"]),
    ("http://x", ["http", "x"]),
    ("--", []),
    ("Iraq’s U.N. 1,000", ["iraq", "un", "1000"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_what_a_normal_query_contains_is_words(text: str, expected: list[str]) -> None:
    query = parse_query(text)
    assert terms(query) == expected
    assert (query.phrases, query.without, query.filters) == ((), (), False)


@pytest.mark.parametrize(
    "text", ['"normal country" iraq', "“normal country” iraq", "„normal country“ iraq", "«normal country» iraq"]
)
def test_a_phrase_in_any_marks(text: str) -> None:
    query = parse_query(text)
    assert [[term.word for term in run] for run in query.phrases] == [["normal", "country"]]
    assert terms(query) == ["iraq"]


def test_exclusions() -> None:
    query = parse_query('iraq -war -"drawn down" -«x y»')
    assert terms(query) == ["iraq"]
    assert query.without == (("war",), ("drawn", "down"), ("x", "y"))


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("person", Kind.PERSON),
        ("people", Kind.PERSON),
        ("p", Kind.PERSON),
        ("resolutions", Kind.RESOLUTION),
        ("Res", Kind.RESOLUTION),
        ("organisations", Kind.ORGANIZATION),
        ("org", Kind.ORGANIZATION),
        ("fact", Kind.FACT),
        ("f", Kind.FACT),
        ("figures", Kind.FIGURE),
        ("date", Kind.DATE),
        ("quotations", Kind.QUOTE),
    ],
)
def test_kinds(value: str, kind: Kind) -> None:
    assert parse_query(f"x kind:{value}").kinds == frozenset((kind,))


def test_filters() -> None:
    query = parse_query('mission by:"António Guterres" since:2017 until:2018-02 in:a2 in:a3 kind:f kind:p')
    assert terms(query) == ["mission"]
    assert [term.word for term in query.by] == ["antonio", "guterres"]
    assert (query.since, query.until) == ("2017-01-01", "2018-02-28")
    assert query.articles == frozenset(("a2", "a3"))
    assert query.kinds == frozenset((Kind.FACT, Kind.PERSON))


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("since:foo", "write 2017"),
        ("until:2005-13", "write 2017"),
        ("x since:17", "write 2017"),
        ("kind:zebra", "write kind:"),
        ("mission -kind:fact", "only words and phrases"),
        ("-by:guterres", "only words and phrases"),
    ],
)
def test_a_known_key_with_an_impossible_value_says_what_to_write(text: str, remedy: str) -> None:
    with pytest.raises(BadQuery, match=remedy):
        parse_query(text)


@given(st.text(max_size=40))
def test_parsing_is_total_but_for_bad_queries(text: str) -> None:
    with contextlib.suppress(BadQuery):
        assert parse_query(text).text == text


def test_an_exclusion_alone_takes_from_everything() -> None:
    query = parse_query("-war")
    assert (terms(query), query.without, query.filters) == ([], (("war",),), True)
