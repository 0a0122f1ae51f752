"""Words and signs, verbatim."""

import pytest

from unami_cli.reading.words import words_in


def words(text: str) -> list[str]:
    found = words_in(text, 0, len(text))
    assert all(text.startswith(word.text, start) for start, word in zip(found.starts, found, strict=True))
    return [t.text for t in found]


CASES = [
    ("U.S. troops", ["U.S.", "troops"]),
    ("Affaires, a.i.,", ["Affaires", ",", "a.i.", ","]),
    ("575 B.C. when", ["575", "B.C.", "when"]),
    ("U.S.-led", ["U.S.", "-", "led"]),
    ("al-Hilla 22-Year", ["al-Hilla", "22-Year"]),
    ("al- Jaafari", ["al", "-", "Jaafari"]),
    ("Da’esh Shi'ite O'Neill Sana‘a", ["Da’esh", "Shi'ite", "O'Neill", "Sana‘a"]),
    ("Assad’s and Iraq's", ["Assad", "’s", "and", "Iraq", "'s"]),
    ("ASSAD’S", ["ASSAD", "’S"]),
    ("U.S.’s", ["U.S.", "’s"]),
    ("ministers’ Shia’ Al-Sudani", ["ministers", "’", "Shia", "’", "Al-Sudani"]),
    ("O’Shea’s", ["O’Shea", "’s"]),
    ("AT&T, R & D", ["AT&T", ",", "R", "&", "D"]),
    ("“A,” he", ["“", "A", ",", "”", "he"]),
    ("J. Smith", ["J", ".", "Smith"]),
    ("2,000 1.5", ["2", ",", "000", "1", ".", "5"]),
    ("2012–13", ["2012", "–", "13"]),
    ("£1.1bn 30%", ["£", "1", ".", "1bn", "30", "%"]),
    ("António Jose\u0301 López", ["António", "Jose\u0301", "López"]),
    ("Gu\u00adterres Al\u200b-Sudani", ["Gu\u00adterres", "Al", "-", "Sudani"]),
    ("\u200eAhmed\u200f left", ["Ahmed", "left"]),
    ("Ban\u00a0Ki-moon", ["Ban", "Ki-moon"]),
    ("Nama.[1] South[citation needed] x[a]", ["Nama", ".", "South", "x"]),
    ("[sic] [2003]", ["[", "sic", "]", "[", "2003", "]"]),
    ("**Ban** _Ki_", ["Ban", "Ki"]),
    ("[Ban Ki-moon](https://un.org/x) left", ["Ban", "Ki-moon", "left"]),
    ("~~Four of Six~~ five ~40 left", ["five", "~", "40", "left"]),
    ("~~ Four ~~ left", ["~", "~", "Four", "~", "~", "left"]),
    ("of the\n> Security Council > x", ["of", "the", "Security", "Council", ">", "x"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
