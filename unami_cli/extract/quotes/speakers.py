"""Who said it: the words that name a quotation's speaker, found by where the verb of saying stands."""

from __future__ import annotations

from unami_cli.extract.quotes.marks import Marked
from unami_cli.extract.quotes.subjects import Passage, Saying, Side, noun_phrase, says, subject_left, subject_right

_FARTHEST_VERB = 40
_FARTHEST_BEFORE = 120  # words of a sentence before a quotation in which its verb is looked for
_SPACE = 3  # characters between two words that have no quotation between them, at the most
_NEAR = 4


def after_quote(p: Passage, m: Marked, ceiling: int) -> Saying | None:
    """The speaker that a clause right after the quotation names: "… he said", "… said Lopez"."""
    first = p.from_offset(m.outer_end)
    end = first
    while end < len(p.words) and p.words[end].start < ceiling and p.words[end].text not in {".", ";", "?", "!"}:
        end += 1
    at = first + 1 if first < end and p.words[first].text in {",", "—", "–", "-"} else first
    if at + 1 < end and p.words[at].key == "by" and any(p.name_at(j) for j in range(at + 1, min(at + 4, end))):
        return subject_right(p, at, end, Side.BY)
    if at > first and (source := _source(p, at, end)):
        return source
    if at + 2 < end and p.words[at].key == "according" and p.words[at + 1].key == "to":
        return subject_right(p, at + 1, end, Side.ACCORDING)
    for i in range(at, min(end, at + _FARTHEST_VERB)):
        strength = says(p, i)
        if strength is None:
            continue
        if p.words[i].key == "quoted":
            return subject_right(p, i, min(end, _as_saying(p, i, end)), Side.AFTER)
        if i == at:
            return subject_right(p, i, end, Side.AFTER)
        if strength == "strong" or i - at <= 3:
            return subject_left(p, i, at, Side.AFTER)
    return None


def _source(p: Passage, at: int, end: int) -> Saying | None:
    """The name after a dash that ends the line: “The best film of the year” – Daily Mail."""
    if p.words[at - 1].text not in {"-", "—", "–"} or not 0 < end - at <= 5:
        return None
    if end < len(p.words) or not all(w.named or w.key in {"the", "of"} for w in p.words[at:end]):
        return None
    description = noun_phrase(p.words, at, end)
    return Saying(description, Side.AFTER) if description else None


def _as_saying(p: Passage, verb: int, end: int) -> int:
    """Where "as saying" stands after "quoted X"."""
    return next((i for i in range(verb, end) if p.words[i].key == "as"), end)


def before_quote(p: Passage, m: Marked, floor: int, own_verb: bool = False) -> Saying | None:
    """The speaker that the words before the quotation name, in the sentence that begins at the offset `floor`.

    `own_verb` tells that the quotation begins with a verb of saying itself: The Council “strongly condemned” it.
    """
    first, last = p.from_offset(floor), p.from_offset(m.outer_start) - 1
    while last >= first and p.words[last].end > m.outer_start:
        last -= 1
    if last < first:
        return None
    first = max(first, last - _FARTHEST_BEFORE)
    verbs = _verbs_before(p, first, last)
    strong_or_near = [i for i in verbs if last - i <= _NEAR or says(p, i) != "weak"]
    for i in (*strong_or_near, *(i for i in verbs if i not in strong_or_near)):
        if said := _by_verb(p, i, first, last):
            return said
    if p.words[last].text == ":":
        return _label(p, first, last)
    return subject_left(p, last + 1, first, Side.OWN) if own_verb else None


def _verbs_before(p: Passage, first: int, last: int) -> list[int]:
    """The verbs of saying (and "according to") of the clause that ends at the word `last`, the nearest first."""
    verbs = []
    for i in range(last, first - 1, -1):
        if p.words[i].text == ";" or (p.words[i].text == "." and i < last):
            break
        if (says(p, i) and p.words[i].key != "quoted") or _according(p, i, last):
            verbs.append(i)
    return verbs


def _according(p: Passage, i: int, last: int) -> bool:
    return p.words[i].key == "according" and i < last and p.words[i + 1].key == "to"


def _by_verb(p: Passage, i: int, first: int, last: int) -> Saying | None:
    """The subject of the verb at `i`, which stands before it or, inverted, after it."""
    if _according(p, i, last):
        return subject_right(p, i + 1, last + 1, Side.ACCORDING)
    after_quotation = i > first and p.words[i].start - p.words[i - 1].end > _SPACE
    inverted = i == first or after_quotation or _comma_inverted(p, i, last)
    return subject_right(p, i, last + 1, Side.BEFORE) if inverted else subject_left(p, i, first, Side.BEFORE)


def _comma_inverted(p: Passage, i: int, last: int) -> bool:
    """Whether the subject follows a verb that a comma sets off: "enough, says the glaciologist Ana Ruiz, “to …"."""
    if p.words[i - 1].text not in {",", "—", "–"} or p.words[min(i + 1, last)].key in {"that", "the", "there"}:
        return False
    return any(p.name_at(j) for j in range(i + 1, min(i + 4, last + 1)))


def _label(p: Passage, first: int, colon: int) -> Saying | None:
    names = [n for j in range(first, colon) if (n := p.name_at(j))]
    if names:
        return Saying(names[0], Side.LABEL)
    if colon - first <= 4 and all(w.named for w in p.words[first:colon]):
        description = noun_phrase(p.words, first, colon)
        return Saying(description, Side.LABEL) if description else None
    return None


def next_sentence(p: Passage, m: Marked, ceiling: int) -> Saying | None:
    """The speaker that the sentence after the quotation names at its beginning: "Smith was speaking after …"."""
    first, end = p.from_offset(m.outer_end), p.from_offset(ceiling)
    if first >= end or not p.words[first].named:
        return None
    for i in range(first, min(end, first + 20)):
        if p.words[i].text in {".", ":", ";"}:
            return None
        if says(p, i) == "strong" or p.words[i].key in {"speaking", "talking"}:
            said = subject_left(p, i, first, Side.NEXT)
            return said if said and said.speaker in p.names.every else None
    return None
