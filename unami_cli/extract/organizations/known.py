"""Organisations told by a list of names, and local councils told by their place."""

from __future__ import annotations

from collections.abc import Iterator

from unami_cli import lexicon
from unami_cli.extract.organizations.phrases import Phrase, is_place
from unami_cli.folding import flat
from unami_cli.tags import Line, Shape
from unami_cli.vocabulary import FUNCTION_WORDS

_LOCAL = frozenset("county city borough district town parish municipal regional".split())


def local_councils(line: Line) -> Iterator[Phrase]:
    """Councils in lower case after their place: "Calderdale council", "Cumbria county council"."""
    if "council" not in line.keys:
        return
    for i, word in enumerate(line):
        if word.key != "council" or word.shape is not Shape.LOWER:
            continue
        at = i - 1 if i and line[i - 1].key in _LOCAL and line[i - 1].shape is Shape.LOWER else i
        start = at
        while start > 0 and line[start - 1].named and line[start - 1].key not in FUNCTION_WORDS:
            start -= 1
        if start < at and (is_place(line[at - 1]) or at < i) and line[at - 1].key not in lexicon.words("demonyms"):
            yield Phrase(start, i + 1, "a place before “council”")


def known_phrases(line: Line) -> Iterator[Phrase]:
    """The phrases of a line that stand in the list of organisations, the longest first."""
    known, floor = lexicon.words("organizations"), 0
    for i in line.named:
        if i < floor:
            continue
        end = _known_end(line, i, known)
        if end:
            if end == i + 1 and line[i].shape is Shape.UPPER and end < len(line) and line[end].text in {"II", "III"}:
                end += 1
            cross = line[i].key == "red" and i > 0 and line[i - 1].named and is_place(line[i - 1])
            yield Phrase(i - cross, end, "a name in the list of organisations")
        floor = end


def _short_and_small(line: Line, i: int, name: str) -> bool:
    """Whether a listed name of a few letters is no acronym by its spelling: it may be a word or a part of a name."""
    if line[i].shape is Shape.UPPER or not name.isalpha():
        return False
    beside = (i > 0 and line[i - 1].named) or (i + 1 < len(line) and line[i + 1].named)
    return len(name) <= 3 or (len(name) == 4 and beside) or (len(name) <= 5 and name in lexicon.words("english"))


_LEADING: dict[str, bool] = {}


def _known_end(line: Line, i: int, known: lexicon.WordFile) -> int:
    first = line[i]
    try:
        if not _LEADING[first[2]]:
            return 0
    except KeyError:
        leads = _LEADING[first[2]] = known.leads(flat(first[3]).strip())
        if not leads:
            return 0
    best, name = 0, ""
    for j in range(i, min(i + 6, len(line))):
        word = line[j]
        if word.shape is Shape.SIGN and word.text not in "&’'-":
            break
        name = f"{name} {flat(word.key)}".strip() if word.shape is not Shape.SIGN else name
        if j == i and not known.leads(name):
            break
        if not name or name not in known or not word.named:
            continue
        if not (j == i and _short_and_small(line, i, name)):
            best = j + 1
    return best
