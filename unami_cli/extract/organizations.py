"""Organisations named in a text: the names that are told as a body's, and the acronyms that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unami_cli.extract.names import Name, NameKind, whole
from unami_cli.model import OrganizationMention
from unami_cli.patterns import pattern
from unami_cli.tags import Line, Shape, Word

_MADE_FROM = "an acronym in an adjective"
_PARTY = pattern(r"[DRI]-[A-Z]")
"""How an American politician's party and state begin: "D-N.Y."."""
_LISTING = (",", "and", "&")
"""What parts words of a name that lists something: "Educational, Scientific and Cultural"."""


def looks_short(word: Word) -> bool:
    """Whether the word could be an acronym in brackets: two to ten characters, at least two of them capitals."""
    return 2 <= len(word.text) <= 10 and sum(map(str.isupper, word.text)) >= 2 and word.text[:1].isalnum()


def _acronym_beside(line: Line, start: int, end: int) -> str | None:
    """The acronym in brackets after a name, or the one whose bracket it fills: "PKK (Kurdistan Workers' Party)"."""
    if end + 2 < len(line) and line[end].text == "(" and line[end + 2].text in {")", ",", ";"}:
        return line[end + 1].text if looks_short(line[end + 1]) else None
    bracketed = start >= 2 and end < len(line) and line[end].text == ")" and line[start - 1].text == "("
    if bracketed and end - start > 1 and line[start - 2].shape is Shape.UPPER and looks_short(line[start - 2]):
        return line[start - 2].text
    return None


def _spelt_from(line: Line, start: int, end: int, acronym: str) -> int:
    """Where a name begins whose words the acronym spells: further left where commas part what the body sees to."""
    at, letters = start, "".join([word.text[0] for word in line[start:end] if word.named])
    while len(letters) < len(acronym) and at and (line[at - 1].named or line[at - 1].text in _LISTING):
        at -= 1
        letters = line[at].text[0] + letters if line[at].named else letters
    return at if letters == acronym and line[at].named else start


def _in_adjectives(text: str, line: Line) -> Iterator[OrganizationMention]:
    """The acronyms from which adjectives are made: "NATO-led"."""
    for at in [at for at, word in enumerate(line) if word[4]]:
        start, head = line.starts[at], line[at].text.partition("-")[0]
        if 2 < len(head) < 7 and head.isupper():
            yield OrganizationMention(start, start + len(head), text[start : start + len(head)], _MADE_FROM)


def find_organizations(
    text: str, lines: Sequence[Line], names: Sequence[Sequence[Name]]
) -> tuple[OrganizationMention, ...]:
    """The mentions of organisations in the lines of one article, in reading order, none overlapping another.

    A mention says how it was recognised and which acronym the text gives beside it; who is who is not decided here.
    """
    found: list[OrganizationMention] = []
    for line, of_line in zip(lines, names, strict=True):
        for begin, end, kind, why in of_line:
            if kind is NameKind.BODY and not _PARTY.match(line[begin].text):
                start = begin + (line[begin].key == "the" and end - begin > 1)
                acronym = _acronym_beside(line, start, end)
                if acronym and (first := _spelt_from(line, start, end, acronym)) < start:
                    start = first
                    while found and found[-1].end > line.starts[first]:
                        found.pop()
                span, bare = whole(line, start, end, text)
                found.append(OrganizationMention(span.start, span.end, bare, why, acronym))
        found += _in_adjectives(text, line)
    return tuple(sorted(found, key=lambda m: m.start))
