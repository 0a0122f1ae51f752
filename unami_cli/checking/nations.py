"""Countries by whatever they are called: their names, their people, and the capital that acts for the government."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unami_cli import lexicon
from unami_cli.checking.statement import Token

_LONGEST = 4  # words of the name of a country


def nation(name: str) -> str | None:
    """The country that a folded name or people is.

    >>> nation("dutch"), nation("united states"), nation("us"), nation("basra")
    ('Netherlands', 'United States', 'United States', None)
    """
    if name == "us":
        return "United States"
    return lexicon.words("countries").get(name) or lexicon.words("peoples").get(name)


def capital_of(name: str) -> str | None:
    """The country whose capital has this folded name."""
    return lexicon.words("capitals").get(name)


def nations_in(tokens: Sequence[Token], text: str) -> dict[str, list[int]]:
    """The countries that the words of a text name, each with where their names and peoples stand."""
    found: dict[str, list[int]] = {}
    for country, places in _named(tokens, text):
        found.setdefault(country, []).extend(places)
    return found


def _named(tokens: Sequence[Token], text: str) -> Iterator[tuple[str, range]]:
    words, known = [token.word for token in tokens], lexicon.words("countries")
    for at, token in enumerate(tokens):
        said = text[token.start : token.end]
        if not said[:1].isupper() or (token.word == "us" and not said.isupper()):
            continue
        sizes = range(_LONGEST, 0, -1) if known.leads(token.word) else (1,)
        for size in (size for size in sizes if at + size <= len(words)):
            if country := nation(" ".join(words[at : at + size])):
                yield country, range(at, at + size)
                break
