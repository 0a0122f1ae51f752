"""Organisations named in a text: by the form of the name, by the list, by an acronym, or by the words beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unami_cli.extract.organizations.acronyms import Definition, definitions, is_acronym, looks_short, names_a_thing
from unami_cli.extract.organizations.cues import cue_phrases
from unami_cli.extract.organizations.doubtful import doubtful_phrases
from unami_cli.extract.organizations.known import known_phrases, local_councils
from unami_cli.extract.organizations.phrases import Phrase, head_phrases
from unami_cli.folding import flat
from unami_cli.model import OrganizationMention
from unami_cli.tags import Line, Shape, Word

_DEFINED = "a name with an acronym in brackets"
_ACRONYM = "an acronym"


def _merged(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The longest of overlapping phrases; of equal ones the first."""
    kept: list[Phrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.start - p.end, p.start)):
        if all(phrase.end <= other.start or other.end <= phrase.start for other in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda p: p.start)


def _widened(phrase: Phrase, line: Line, defined: Sequence[Definition]) -> Phrase:
    """The phrase joined with a definition's long form that overlaps it and goes further."""
    for definition in defined:
        if definition.start < phrase.end <= definition.end and phrase.start < definition.end:
            start = min(phrase.start, definition.start)
            return Phrase(start, definition.end, phrase.rule)
    return phrase


def _phrases(line: Line, defined: Sequence[Definition]) -> list[Phrase]:
    if not line.named:
        return _merged(list(local_councils(line)))
    found = [*head_phrases(line), *known_phrases(line), *local_councils(line)]
    found = [_widened(phrase, line, defined) for phrase in found]
    found += [Phrase(d.start, d.end, _DEFINED) for d in defined if line[d.start].named]
    found += cue_phrases(line)
    found += doubtful_phrases(line)
    return _merged(found)


def _acronym_after(line: Line, end: int) -> str | None:
    """The acronym in brackets right after a name, defined or not by its letters: "(PKK)"."""
    if end + 2 < len(line) and line[end].text == "(" and line[end + 2].text in {")", ",", ";"}:
        word = line[end + 1]
        return word.text if looks_short(word) and is_acronym(line, end + 1, frozenset({word.text})) else None
    return None


def _acronym_before(line: Line, phrase: Phrase) -> str | None:
    """The acronym whose bracket the phrase fills: "PKK (Kurdistan Workers' Party)"."""
    bracketed = phrase.start >= 2 and phrase.end < len(line) and line[phrase.end].text == ")"
    if bracketed and line[phrase.start - 1].text == "(" and is_acronym(line, phrase.start - 2, frozenset()):
        return line[phrase.start - 2].text
    return None


def _mention(text: str, first: Word, last: Word, rule: str, acronym: str | None = None) -> OrganizationMention:
    return OrganizationMention(first.start, last.end, text[first.start : last.end], rule, acronym)


def _line_mentions(
    text: str, line: Line, phrases: Sequence[Phrase], known: frozenset[str], things: frozenset[str]
) -> Iterator[OrganizationMention]:
    covered: set[int] = set()
    for phrase in phrases:
        acronym = _acronym_after(line, phrase.end) or _acronym_before(line, phrase)
        covered.update(range(phrase.start, phrase.end))
        yield _mention(text, line[phrase.start], line[phrase.end - 1], phrase.rule, acronym)
    for i in line.telling if known.isdisjoint(line.texts) else [i for i, w in enumerate(line) if w[6] or w[2] in known]:
        word = line[i]
        if i not in covered and word.text not in things and is_acronym(line, i, known):
            ordinal = i > 0 and line[i - 1].shape is Shape.NUMBER and line[i - 1].key.endswith(("st", "nd", "rd", "th"))
            numbered = i + 1 < len(line) and line[i + 1].key in {"ii", "iii"} and line[i + 1].shape is Shape.UPPER
            yield _mention(text, line[i - 1] if ordinal else word, line[i + 1] if numbered else word, _ACRONYM)
        elif word.shape is Shape.LOWER and "-" in word.text:
            yield from _compound_acronym(text, word, known)


def _compound_acronym(text: str, word: Word, known: frozenset[str]) -> Iterator[OrganizationMention]:
    """The acronym that an adjective is made from: "NATO-led"."""
    head = word.text.partition("-")[0]
    if len(head) > 2 and head.isupper() and (head in known or len(head) < 7):
        yield OrganizationMention(
            word.start, word.start + len(head), text[word.start : word.start + len(head)], _ACRONYM
        )


def find_organizations(text: str, lines: Sequence[Line]) -> tuple[OrganizationMention, ...]:
    """The mentions of organisations in the lines of one article, in reading order, none overlapping another.

    A mention says how it was recognised and which acronym the text gives beside it; who is who is not decided here.
    """
    defined = [tuple(definitions(line)) for line in lines]
    if not any(defined):
        return _found(text, lines, defined, frozenset(), frozenset())
    things = frozenset(
        line[d.short].text
        for line, of_line in zip(lines, defined, strict=True)
        for d in of_line
        if names_a_thing(line, d)
    )
    defined = [
        tuple(d for d in of_line if not names_a_thing(line, d)) for line, of_line in zip(lines, defined, strict=True)
    ]
    known = frozenset(line[d.short].text for line, of_line in zip(lines, defined, strict=True) for d in of_line)
    return _found(text, lines, defined, known, things - known)


def _found(  # type: ignore
    text: str, lines: Sequence[Line], defined, known: frozenset[str], things: frozenset[str]
) -> tuple[OrganizationMention, ...]:
    phrases = [[] if line.headline else _phrases(line, of_line) for line, of_line in zip(lines, defined, strict=True)]
    names = {_flat(line, p) for line, of_line in zip(lines, phrases, strict=True) for p in of_line}
    found: list[OrganizationMention] = []
    for line, of_line in zip(lines, phrases, strict=True):
        told = _headline_phrases(line, names) if line.headline else of_line
        found += _line_mentions(text, line, told, known, things)
    return tuple(sorted(found, key=lambda m: m.start))


def _flat(line: Line, phrase: Phrase) -> tuple[str, ...]:
    return tuple(flat(w.key) for w in line[phrase.start : phrase.end])


def _headline_phrases(line: Line, names: set[tuple[str, ...]]) -> list[Phrase]:
    """In a headline only what the list knows, or what the article names elsewhere, is a name."""
    found = list(known_phrases(line))
    for size in sorted({len(name) for name in names}):
        for i in range(len(line) - size + 1):
            phrase = Phrase(i, i + size, "a name that the article gives elsewhere")
            if line[i].named and _flat(line, phrase) in names:
                found.append(phrase)
    return _merged(found)
