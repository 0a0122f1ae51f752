"""Acronyms: those that the text defines, in either order (after Schwartz & Hearst 2003), and those that stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.calendar import MONTH_NUMBERS
from unami_cli.folding import flat
from unami_cli.tags import Line, Shape, Telling, Word
from unami_cli.vocabulary import FUNCTION_WORDS

_ROMAN = frozenset("ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx".split())


class Definition(NamedTuple):
    """A long form (words `start` to `end`) and the acronym at word `short`."""

    start: int
    end: int
    short: int


def looks_short(word: Word) -> bool:
    """Whether the word could be an acronym in brackets: two to ten characters, at least two of them capitals."""
    letters = [c for c in word.text if c.isalpha()]
    return 2 <= len(word.text) <= 10 and sum(c.isupper() for c in letters) >= 2 and word.text[:1].isalnum()


def _long_form_start(line: Line, end: int, acronym: str) -> int | None:
    """Where the words that spell the acronym begin, the last of them before `end`; None when they do not spell it.

    Read from the right: each letter is found in order, the first one at the beginning of a word.
    """
    letters = [c for c in acronym.casefold() if c.isalnum()]
    floor = max(0, end - min(len(letters) + 5, 2 * len(letters)))
    at, i = len(letters) - 1, end - 1
    while i >= floor and line[i].text not in ";:.!?()":
        key = line[i].key
        position = len(key) - 1
        while position >= 0 and at >= 0:
            if key[position] == letters[at] and (at or position == 0 or not key[position - 1].isalnum()):
                at -= 1
            position -= 1
        if at < 0:
            return i
        i -= 1
    return None


def definitions(line: Line) -> Iterator[Definition]:
    """The acronyms that a line defines: "Syria Recovery Trust Fund (SRTF)"."""
    if "(" not in line.texts:
        return
    for i in range(1, len(line) - 2):
        if line[i].text != "(" or line[i + 2].text not in {")", ",", ";"} or not looks_short(line[i + 1]):
            continue
        start = _long_form_start(line, i, line[i + 1].text)
        if start is not None and line[start].shape is not Shape.SIGN:
            yield Definition(start, i, i + 1)


def names_a_thing(line: Line, definition: Definition) -> bool:
    """Whether the long form is no organisation: lower-case words, or a treaty, an act, a war by its head."""
    span = line[definition.start : definition.end]
    named = [w for w in span if w.named]
    if len(named) < 2 and len(span) > 1:
        return True
    for i, word in enumerate(span):
        if i and word.key in {"of", "for", "on", "in", "to", "against"}:
            return span[i - 1].key in lexicon.words("other_heads")
    return span[-1].key in lexicon.words("other_heads")


def is_acronym(line: Line, i: int, known: frozenset[str]) -> bool:
    """Whether the word at `i` stands for an organisation by being an acronym; `known` are those defined as one."""
    word = line[i]
    if word.text in known:
        return True
    if not (word[4] is Shape.UPPER or word[6] is Telling.CAPITALS) or not 2 <= sum(c.isalpha() for c in word.text) <= 8:
        return False
    key = flat(word.key)
    if key in lexicon.words("organizations"):
        return True
    if (
        any(c.isdigit() for c in key)
        or " " in key
        or key in _ROMAN
        or key in MONTH_NUMBERS
        or key in lexicon.words("acronyms_other")
    ):
        return False
    listed = key in lexicon.words("organizations_ambiguous") and _stands_out(line, i)
    if key in lexicon.words("places") or (key in FUNCTION_WORDS and not listed):
        return False
    if (
        key in lexicon.words("currencies")
        or (key in lexicon.words("english") and not _stands_out(line, i))
        or key in lexicon.words("demonyms")
        or "." in word.text
    ):
        return False
    if _in_symbol(line, i) or (
        i + 1 < len(line) and line[i + 1].named and line[i + 1].key in lexicon.words("countries")
    ):
        return False
    return not (_is_initials(line, i) or _is_dateline(line, i) or _is_lead(line, i))


def _stands_out(line: Line, i: int) -> bool:
    """Whether a word in capitals is no shouted word: it stands alone among small ones, where a name would."""
    before, after = line.word(i - 1), line.word(i + 1)
    titled = after is not None and lexicon.words("occupations").get(flat(after.key)) == "office"
    if (
        not 3 <= len(line[i].text) <= 5
        or (after is not None and after.named and not titled)
        or (i > 1 and line[i - 2].text.isupper())
    ):
        return False
    if before is None:
        return titled or (after is not None and after.key in {"has", "had", "is", "was", "said", "says", "will"})
    listed = before.text == "," and after is not None and after.shape is Shape.LOWER
    return before.shape is Shape.LOWER or before.key == "the" or listed


def _is_lead(line: Line, i: int) -> bool:
    """A word set in capitals only because it opens the text: "NOBEL laureate …"."""
    return i == 0 and len(line[i].text) > 4 and len(line) > 1 and line[1].shape is Shape.LOWER


def _in_symbol(line: Line, i: int) -> bool:
    """Letters of a document's symbol: "A/RES/76/123", "GA/12407"."""
    around = line[max(0, i - 4) : i + 5]
    slashed = (i + 1 < len(line) and line[i + 1].text == "/") or (i > 0 and line[i - 1].text == "/")
    glued = i > 0 and line[i - 1].text == "." and line[i - 1].end == line[i].start
    glued = glued or (i + 2 < len(line) and line[i + 1].text == "." and line[i + 2].start == line[i].end + 1)
    return glued or (slashed and any(w.shape is Shape.NUMBER for w in around))


def _is_initials(line: Line, i: int) -> bool:
    """ "JJ Abrams": two letters before a surname."""
    after = line.word(i + 1)
    if len(line[i].text) != 2 or after is None or after.shape is not Shape.CAPITAL:
        return False
    return after.key in lexicon.words("surnames") and after.key not in lexicon.words("english")


def _is_dateline(line: Line, i: int) -> bool:
    """ "LAS VEGAS (AP) —": capitals that begin the line and are a place by the dash that comes."""
    dash = next((j for j in range(1, min(16, len(line))) if line[j].text in {"—", "–", "-"}), 0)
    if not dash or i >= dash or any(w.text == "(" for w in line[:i]) or not line[0].text.isupper():
        return False
    whole = not any(w.text == "." for w in line[:i]) and line[i + 1].text in {",", "(", "—", "–", "-"}
    return whole or line[i + 1].named
