"""Filters over several articles, and what the quotations of a query are. All texts are invented."""

from pathlib import Path

import pytest

from unami_cli import BadQuery, FactTable, build, read
from unami_cli.lookup.query import parse_query
from unami_cli.lookup.search import quotations, search
from unami_cli.model import Kind

MAY = """Ferry sails again

“We have waited for this day,” said Port Minister Rosa Delgado. The ferry sailed since 2017. It cost $12 in 2019.
"""
JUNE = """Harbour master resigns

“Nobody believed it,” harbour master Tomás Ferreyra said of the ferry on 5 June 2020. “It came,” said Delgado.
"""


@pytest.fixture
def table(tmp_path: Path) -> FactTable:
    (tmp_path / "may.txt").write_text(MAY)
    (tmp_path / "june.txt").write_text(JUNE)
    return build([read(tmp_path / "may.txt", "a1"), read(tmp_path / "june.txt", "a2")])


@pytest.mark.parametrize("value", ["a2", "june.txt", "june", "jun", "harbour", '"Harbour master resigns"', "HARBOUR"])
def test_an_article_goes_by_its_id_its_file_or_its_title(table: FactTable, value: str) -> None:
    facts = [hit.record for hit in search(table, parse_query(f"ferry in:{value} kind:fact")).hits]
    assert {fact.article for fact in facts} == {"a2"}  # type: ignore[union-attr]


def test_an_unknown_article_is_an_error_that_lists_them(table: FactTable) -> None:
    with pytest.raises(BadQuery, match=r"a1 \(may.txt\), a2 \(june.txt\)"):
        search(table, parse_query("ferry in:july"))


def test_an_open_date_is_of_its_one_end(table: FactTable) -> None:
    found = search(table, parse_query("since:2018 kind:date"))
    assert [hit.record.text for hit in found.hits] == [  # type: ignore[union-attr]
        "It cost $12 in 2019.",
        "“Nobody believed it,” harbour master Tomás Ferreyra said of the ferry on 5 June 2020.",
    ]


def test_the_minus_leaves_people_out_by_their_role(table: FactTable) -> None:
    people = search(table, parse_query("-minister"), kinds=frozenset((Kind.PERSON,))).hits
    assert [hit.record.name for hit in people] == ["Tomás Ferreyra", "Delgado"]  # type: ignore[union-attr]


QUOTED = [
    ("delgado", ["We have waited for this day,", "It came,"]),
    ("port minister", ["We have waited for this day,"]),
    ("believed", ["Nobody believed it,"]),
    ("delgado in:june", ["It came,"]),
    ("-delgado", ["Nobody believed it,"]),
    ("-minister", ["Nobody believed it,", "It came,"]),
    ("by:ferreira", ["Nobody believed it,"]),
    ("since:2020", ["Nobody believed it,"]),
    ("ferry", ["Nobody believed it,"]),
    ("lindqvist", []),
]


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_quotations_are_found_by_speaker_then_by_words_and_filtered(
    table: FactTable, text: str, quoted: list[str]
) -> None:
    assert [one.quote.text for one in quotations(table, parse_query(text)).found] == quoted
