"""Bylines, and lines that only begin like one."""

import pytest

from unami_cli.reading.byline import credits

HITS = [
    ("By Jane Doe", [("Jane Doe", None)]),
    ("BY JANE DOE", [("JANE DOE", None)]),
    ("By Jane Doe and John Roe", [("Jane Doe", None), ("John Roe", None)]),
    ("By Jane Doe, John Roe and Ana Ruiz", [("Jane Doe", None), ("John Roe", None), ("Ana Ruiz", None)]),
    ("Edited by: Jane Doe", [("Jane Doe", "Editor")]),
    ("Editor: Jane Doe", [("Jane Doe", "Editor")]),
    ("Written by Jane Doe", [("Jane Doe", None)]),
    ("Author: Jane Doe", [("Jane Doe", None)]),
    ("Photo by Jane Doe", [("Jane Doe", "Photographer")]),
    ("Photograph: Jane Doe/AFP", [("Jane Doe", "Photographer")]),
    ("Translated from Arabic by Jane Doe", [("Jane Doe", "Translator")]),
    ("By Jane Doe, Diplomatic Correspondent", [("Jane Doe", "Diplomatic Correspondent")]),
    ("By Jane Doe, chief foreign correspondent", [("Jane Doe", "chief foreign correspondent")]),
    ("Jane Doe, Health correspondent", [("Jane Doe", "Health correspondent")]),
    ("By Jane Doe in Baghdad", [("Jane Doe", None)]),
    ("By Jane Doe, BBC News", [("Jane Doe", None)]),
    ("By Jane Doe, New York", [("Jane Doe", None)]),
    ("By Jane Doe | Reuters | March 3, 2018", [("Jane Doe", None)]),
    ("By Jane Doe 5 June 2019", [("Jane Doe", None)]),
    ("By Jane Doe, June 5, 2019", [("Jane Doe", None)]),
    ("By Jane Doe for Reuters", [("Jane Doe", None)]),
    ("By Tech. Sgt. Jane Q. Doe, 9th Group Public Affairs / Published March 14, 2019", [("Jane Q. Doe", None)]),
    ("By Sgt. 1st Class Jane Doe", [("Jane Doe", None)]),
    ("By Louise van Aken and Faisal al-Edroos", [("Louise van Aken", None), ("Faisal al-Edroos", None)]),
    ("By Martin Roe Jr.", [("Martin Roe Jr.", None)]),
    ("From Jane Doe in Kampala", [("Jane Doe", None)]),
    (
        "(Additional reporting by Jane Doe in Kinshasa; Writing by John Roe; Editing by Ana Ruiz)",
        [("Jane Doe", "Reporter"), ("John Roe", None), ("Ana Ruiz", "Editor")],
    ),
    (
        "Reporting by Jane Doe and John Roe, editing by Ana Ruiz.",
        [("Jane Doe", "Reporter"), ("John Roe", "Reporter"), ("Ana Ruiz", "Editor")],
    ),
    ("**Radio 4, weekdays** | Words: Jane Doe", [("Jane Doe", None)]),
    ("—Jane Doe", [("Jane Doe", None)]),
    ("By Reuters", []),
    ("By Associated Press", []),
    ("By Staff Reporter", []),
]
MISSES = [
    "By Monday the troops had left.",
    "By Monday",
    "By 2025, Iraq will have held six elections.",
    "By contrast, Iran voted against.",
    "By Kofi Annan, who was leading the talks, the plan was called fair.",
    "By the end of the year",
    "By Air and Sea",
    "Photo: Reuters",
    "Note: Iraq is a member state",
    "QUESTION: Did you meet?",
    "Jane Doe, director of the centre",
    "From Russia with love",
    "— Let us begin, he said.",
    "",
]


@pytest.mark.parametrize(("line", "expected"), HITS)
def test_hits(line: str, expected: list[tuple[str, str | None]]) -> None:
    text = f"¶ {line} ¶"
    found = credits(text, 2, len(text) - 2)
    assert found is not None
    assert [(c.text, c.role) for c in found] == expected
    assert all(text[c.start : c.end] == c.text for c in found)


@pytest.mark.parametrize("line", MISSES)
def test_misses(line: str) -> None:
    assert credits(line, 0, len(line)) is None
