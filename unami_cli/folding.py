"""The one way in which two strings are compared: accents, case, apostrophes, hyphens and Arabic articles."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from unami_cli.patterns import pattern

_LETTERS = {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´ʻʿʾ′"), "'")
_PLAIN = str.maketrans(_LETTERS)
JOINTS = frozenset("of for the and to in on at against de du des la le & a an".split())
"""The small words of names, which initials may leave out."""
ARABIC_ARTICLES = ("al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "ul")
_SILENT = pattern(r"'|(?<!\d)\.|\.(?!\d)|(?<=\d),(?=\d{3})")
_WORD = pattern(r"\d+\.\d+|[^\W_]+")


def fold(text: str) -> str:
    """The text caseless and without accents, every apostrophe as `'`; hyphens and spaces stay.

    >>> fold("António Şahin-Øster’s")
    "antonio sahin-oster's"
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
        text = "".join(c for c in text if not unicodedata.combining(c) and (c.isprintable() or c.isspace()))
    text = text.casefold()
    return text if text.isascii() else text.translate(_PLAIN)


def flat(key: str) -> str:
    """A folded word as the lists of names and of titles spell it: without apostrophes, hyphens as spaces."""
    return key if key.isalnum() else key.replace("'", "").replace("-", " ")


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text: letters and digits; apostrophes and dots of abbreviations vanish, hyphens separate.

    >>> words("Mohammed Shia’ Al-Sudani of the U.N. spent 1,000.5")
    ('mohammed', 'shia', 'al', 'sudani', 'of', 'the', 'un', 'spent', '1000.5')
    """
    return tuple(_WORD.findall(_SILENT.sub("", fold(text))))


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without a leading "the" and without Arabic articles, unless nothing would be left.

    >>> name_words("Haider Al-Abadi"), name_words("the UN")
    (('haider', 'abadi'), ('un',))
    """
    every = words(name)
    last = len(every) - 1
    kept = tuple(w for i, w in enumerate(every) if i == last or not (w in ARABIC_ARTICLES or (i == 0 and w == "the")))
    return kept or every


def initials(text: str) -> frozenset[str]:
    """The acronyms that a name spells by its first letters, with and without its small words."""
    every, big = "", ""
    for part in text.replace("-", " ").split():
        folded = words(part)
        if not folded:
            continue
        letters = folded[0] if part.isupper() and 1 < len(part) < 6 else folded[0][0]
        every += letters
        big += "" if folded[0] in JOINTS else letters
    return frozenset((every, big))
