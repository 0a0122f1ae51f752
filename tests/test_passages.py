from __future__ import annotations

import pytest

from unami_cli.lookup.passages import passages
from unami_cli.lookup.query import parse_query
from unami_cli.lookup.search import search
from unami_cli.reading import read_text
from unami_cli.table import build

TABLE = build(
    [read_text("Harvest\n\nThe harvest was poor. José Ortíz said so in 2004. Prices of bread went up and up.")]
)


@pytest.mark.parametrize(
    ("query", "stands"),
    [
        ("bread", ["Prices of bread went up and up."]),
        ("BREAD prices", ["Prices of bread went up and up."]),
        ("jose", ["José Ortíz said so in 2004."]),
        ("bread harvest", []),
        ("brea", []),
        ("kind:fact", []),
    ],
)
def test_sentences_that_hold_all_words(query: str, stands: list[str]) -> None:
    found = [article.text[s.start : s.end] for article, s in passages(TABLE, parse_query(query))]
    assert found == stands


@pytest.mark.parametrize(("query", "said"), [("by:ortis", [("ortis", "ortiz")]), ("by:ortiz", []), ("by:zzz", [])])
def test_a_corrected_speaker_is_said(query: str, said: list[tuple[str, str]]) -> None:
    table = build([read_text("“No,” said José Ortíz in 2004.")])
    found = search(table, parse_query(query)).corrections
    assert [(one.typed, one.meant) for one in found] == said
