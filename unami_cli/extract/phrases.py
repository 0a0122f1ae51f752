"""Organisations told by the form of their name: "Ministry of Culture", "Security Council", "Reuters".

A head noun makes a capitalised phrase an organisation. Modifiers stand to its left ("UN Security Council"), a tail of
"of", "for", … to its right ("Organization for Security and Co-operation in Europe").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.calendar import DAY_NAMES, WEEKDAYS
from unami_cli.folding import flat
from unami_cli.tags import Line, Shape, Word
from unami_cli.vocabulary import FUNCTION_WORDS, ORDINAL_ENDINGS

_TAIL_LINKS = {
    "of": "",
    "for": "",
    "on": "committee subcommittee commission council conference center centre panel taskforce board",
    "against": "alliance front coalition campaign league movement",
    "to": "committee coalition campaign alliance mission",
    "in": "mission force operation",
    "without": "",
    **dict.fromkeys("de del du des do da della".split(), ""),
}
_LEGAL = frozenset("inc ltd llc plc gmbh llp co corp".split())
_NEVER_MODIFIERS = frozenset("mr mrs ms dr sir lord lady rev gen sen rep sgt col lt capt maj".split())
_NUMBERED = frozenset(
    """radio channel flotilla squadron wing division battalion brigade company corps force unit district fleet group
    regiment""".split()
)
_ALONE = frozenset("congress senate parliament".split())
_PERSONAL = frozenset(
    """president minister secretary chairman chairwoman director governor mayor senator ambassador spokesman spokeswoman
    envoy colonel lieutenant sergeant""".split()
)
_LOCAL_HEADS = frozenset("police constabulary council hospitals trust chamber".split())
_WITH_OFFICES = frozenset("office bureau department embassy".split())
_GOVERNMENT = frozenset("government governments administration".split())
_SCHOLARLY = frozenset(
    "university bank radio college institute banco banque banca hotel club hospital airlines daily fc ac".split()
)


class Phrase(NamedTuple):
    """Words `start` to `end` (exclusive) of a line that name an organisation, and the rule that says so."""

    start: int
    end: int
    rule: str


def is_local(word: Word) -> bool:
    """Whether the word names a place or its people by itself."""
    return word.key in lexicon.words("demonyms") or word.key in lexicon.words("places")


_STRENGTHS: dict[str, str | None] = {}


def _head_strength(word: Word) -> str | None:
    try:
        return _STRENGTHS[word[2]] if word[4] is not Shape.CAPITAL or not word[2].isupper() else _strength(word)
    except KeyError:
        found = _STRENGTHS[word[2]] = _strength(word)
        return found


def _strength(word: Word) -> str | None:
    if not word.named or (len(word.key) == 2 and word.shape is not Shape.UPPER and word.key != "co"):
        return None
    heads = lexicon.words("organization_heads")
    return heads.get(word.key) or (heads.get(word.key.partition("-")[0]) if "-" in word.key else None)


def _joins_left(line: Line, i: int) -> int:
    """How many words before `i` belong to the name that goes on at `i`: modifiers, "&", "and" between nouns."""
    if i == 0:
        return 0
    before = line[i - 1]
    if before.named:
        return 1 if _modifies(line, i - 1) else 0
    if before.shape is Shape.NUMBER:
        return 1 if before.key.endswith(ORDINAL_ENDINGS) or line[i].key in {"committee", "group"} else 0
    return _joins_over_sign(line, i) if i >= 2 and line[i - 2].named else 0


def _modifies(line: Line, i: int) -> bool:
    """Whether the capitalised word at `i` may be a part of the name after it: no person's title, no sentence opener."""
    word = line[i]
    if word.key == "general":
        return not (i > 0 and line[i - 1].key in {"secretary", "attorney", "director", "inspector", "gen"})
    if word.key in _NEVER_MODIFIERS or word.key in _PERSONAL:
        return False
    opener = word.key in FUNCTION_WORDS or word.key in DAY_NAMES
    return word.shape is Shape.UPPER or not opener


def _joins_over_sign(line: Line, i: int) -> int:
    """The same over a possessive ending, the dot of "St.", "&" or "and" right before `i`."""
    before, owner = line[i - 1], line[i - 2]
    if before.text == "&" or (before.text == "." and owner.key in {"st", "ste"}):
        return 2
    if before.key == "and":
        local = i + 1 < len(line) and line[i + 1].key in _LOCAL_HEADS and is_local(line[i]) and is_local(owner)
        return 2 if local or (_common(line[i]) and _common(owner)) else 0
    plural = before.text in "’'" and owner.key.endswith("s") and before.end < line[i].start
    if not plural and before.shape is not Shape.POSSESSIVE:
        return 0
    if i > 2 and line[i - 3].key in {"st", "saint"}:
        return 3
    common = owner.key in lexicon.words("english") and not _head_strength(owner)
    return 2 if common and not is_local(owner) and owner.shape is Shape.CAPITAL else 0


def _common(word: Word) -> bool:
    """A capitalised ordinary noun, as the parts of "Food and Agriculture Organization" are, and no head of a name."""
    return _head_strength(word) is None and _ordinary_noun(word)


def _ordinary_noun(word: Word) -> bool:
    if word.shape is not Shape.CAPITAL or is_local(word) or word.key in FUNCTION_WORDS:
        return False
    return all(part in lexicon.words("english") for part in word.key.split("-"))


def _left(line: Line, head: int, floor: int) -> int:
    at = head
    while (step := _joins_left(line, at)) and at - step >= floor:
        at -= step
    return at


def _right_words(line: Line, at: int, offices: bool = False) -> int:
    """The end of the plain capitalised words that begin at `at`; titles end them unless `offices` belong to it."""
    while at < len(line) and line[at].named:
        titled = lexicon.words("occupations").get(flat(line[at].key)) in {"rank", "office"} and not offices
        if line[at].key in _NEVER_MODIFIERS or titled or _begins_person(line, at):
            break
        at += 1
    return at


def _begins_person(line: Line, at: int) -> bool:
    """Whether a given name and a surname begin at `at`, after a name that is whole without them."""
    if (
        at + 1 >= len(line)
        or not line[at + 1].named
        or not (line[at - 1].shape is Shape.UPPER or is_local(line[at - 1]))
    ):
        return False
    first, last = line[at].key, line[at + 1].key
    ordinary = first in lexicon.words("english") or last in lexicon.words("english") or is_local(line[at])
    return not ordinary and first in lexicon.words("given_names") and not _head_strength(line[at + 1])


def _skip_determiner(line: Line, at: int) -> int:
    while at < len(line) and line[at].key in {"the", "former", "a", "an"}:
        at += 1
    return at


def _list_end(line: Line, at: int) -> int:
    """Past a list of common nouns that goes on at `at`: ", Energy and Industrial Strategy"."""
    end = at
    while end + 1 < len(line) and line[end].text == "," and _common(line[end + 1]):
        end = _right_words(line, end + 1)
    if end == at:
        return at
    closing = end + 1 if end < len(line) and line[end].text == "," else end
    if closing + 1 < len(line) and line[closing].key in {"and", "&"} and _common(line[closing + 1]):
        return _right_words(line, closing + 1)
    return at


def _conjoined(line: Line, at: int) -> int:
    """Past an "and Y" that goes on the tail before it: two common nouns, or two places after "of"."""
    if at + 1 >= len(line) or line[at].key not in {"and", "&"}:
        return at
    nxt = _skip_determiner(line, at + 1)
    if nxt >= len(line) or not line[nxt].named:
        return at
    end = _right_words(line, nxt)
    heads = [strength for w in line[nxt:end] if (strength := _head_strength(w))]
    alone = nxt == at + 1 and end == nxt + 1 and "strong" not in heads
    if end == nxt or (heads and not alone):
        return at
    both_common = nxt == at + 1 and _ordinary_noun(line[nxt]) and _ordinary_noun(line[at - 1])
    both_places = is_local(line[at - 1]) and (is_local(line[nxt]) or nxt > at + 1) and line[nxt].shape is Shape.CAPITAL
    return end if both_common or both_places else at


def _tail(line: Line, head: int, at: int) -> int:
    """The end of a name whose head stands at `head` and whose words reach to `at`: its "of …", "for …" and so on."""
    key = line[head].key
    while at + 1 < len(line):
        allowed = _TAIL_LINKS.get(line[at].key)
        if allowed is None or (allowed and key not in allowed.split()):
            break
        nxt = _skip_determiner(line, at + 1)
        if nxt >= len(line) or not line[nxt].named or line[nxt].key in DAY_NAMES:
            break
        if len(line[nxt].key) == 1:
            break
        end = _right_words(line, nxt, offices=key in _WITH_OFFICES)
        if end == nxt:
            break
        at = _conjoined(line, _list_end(line, end))
    return at


def _is_government(line: Line, start: int, head: int, end: int) -> bool:
    """A country's own "Government of X" or "X administration": no organisation of its own name."""
    if line[head].key not in _GOVERNMENT:
        return False
    modifiers = [w for w in line[start:head] if not is_local(w) and w.key not in {"federal", "central"}]
    tail = [w for w in line[head + 1 : end] if w.named and not is_local(w)]
    return not modifiers and not tail


def _accepts(line: Line, start: int, head: int, end: int) -> bool:
    """Whether the phrase says enough to be a name: a bare head ("the Council") is none, a weak one wants support."""
    if _is_government(line, start, head, end) or " ".join(w.key for w in line[start:end]) in lexicon.words("places"):
        return False
    modifiers = [w for w in line[start:head] if w.named or w.shape is Shape.NUMBER]
    tail = end > head + 1
    if line[head].key == "sons":
        return head > start and line[head - 1].text == "&"
    if _head_strength(line[head]) == "strong":
        return bool(modifiers) or tail or (line[head].key in _ALONE and head > 0)
    telling = any(w.shape is Shape.UPPER or is_local(w) or w.key not in lexicon.words("english") for w in modifiers)
    return len(modifiers) >= 2 or (telling and bool(modifiers)) or tail


def _last_head(line: Line, head: int) -> tuple[int, int]:
    """The last head noun among the plain capitalised words from `head` on, and where the name's words end."""
    last, limit = head, _right_words(line, head + 1)
    for i in range(head + 1, limit):
        if _head_strength(line[i]):
            last = i
    task_force = head > 0 and line[head].key == "force" and line[head - 1].key == "task"
    whole = (task_force or line[head].key in _SCHOLARLY) and not any(
        lexicon.words("occupations").get(flat(w.key)) for w in line[head:limit]
    )
    return last, _numbered_end(line, last, _legal_end(line, limit if whole else last + 1))


def _numbered_end(line: Line, head: int, end: int) -> int:
    """Past the number of a unit or a station, and a word after it: "Radio 4 Extra", "Task Flotilla 7"."""
    if end != head + 1 or end >= len(line) or line[head].key not in _NUMBERED:
        return end
    if line[end].shape is not Shape.NUMBER or not line[end].text.isdigit() or len(line[end].text) > 3:
        return end
    after = line.word(end + 1)
    return end + 2 if after is not None and after.key in {"extra", "live", "plus"} and after.named else end + 1


def _legal_end(line: Line, end: int) -> int:
    """Past ", Ltd." or ", Inc" after a company's name."""
    if end + 1 < len(line) and line[end].text == "." and line[end - 1].key == "co" and line[end + 1].text == ",":
        end += 1
    if end + 1 < len(line) and line[end].text == "," and line[end + 1].key in _LEGAL:
        return end + 2
    return end


def _before_weekday(line: Line, head: int, end: int) -> int:
    """Where a name ends that a weekday is glued to: "told the Harbour Union | Monday"."""
    return next((i for i in range(head + 1, end) if line[i].key in WEEKDAYS), end)


def head_phrases(line: Line) -> Iterator[Phrase]:
    """The phrases of a line that an organisation's head noun makes, left to right, none inside another."""
    floor, at = 0, 0
    others = lexicon.words("other_heads")
    for i in line.named:
        if i < at or _head_strength(line[i]) is None:
            continue
        start = _left(line, i, floor)
        head, end = _last_head(line, i)
        end = _before_weekday(line, head, _tail(line, head, end))
        thing = end < len(line) and line[end].named and line[end].key in others and end == head + 1
        if not thing and _accepts(line, start, head, end):
            yield Phrase(start, end, f"a name with “{line[head].text}” as its head")
            floor = at = end
        else:
            at = max(head + 1, i + 1)
