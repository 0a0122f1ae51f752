"""Organisations told by the words beside their name: "the charity Shelter", "Hezbollah fighters", "Acme, a company"."""

from __future__ import annotations

from collections.abc import Iterator

from unami_cli import lexicon
from unami_cli.calendar import DAY_NAMES
from unami_cli.extract.organizations.phrases import Phrase, is_place
from unami_cli.folding import flat
from unami_cli.tags import Line, Shape, Word
from unami_cli.vocabulary import FUNCTION_WORDS

_BEFORE = frozenset(
    """group militia newspaper daily weekly tabloid broadsheet magazine agency broadcaster channel company firm giant
    manufacturer maker charity network organisation organization airline retailer startup publisher outlet conglomerate
    insurer carmaker automaker ngo nonprofit faction bank brewer supermarket chain consultancy utility
    broadcaster subsidiary operator developer website""".split()
)
_AFTER = frozenset(
    """militants fighters insurgents gunmen spokesman spokeswoman spokesperson shareholders executives jihadists shares
    militiamen guerrillas terrorists affiliate affiliates commanders operatives hideout newspaper executive""".split()
)
_PRINTED = frozenset("weekly daily newspaper tabloid broadsheet magazine".split())
_LEGAL = frozenset("plc inc ltd llc gmbh".split())
_LEADERS = frozenset("executive ceo cfo shareholders shares employees founder co-founder".split())
_MEDIA = frozenset("channel newspaper television broadcaster magazine airline".split())
_NOUNS = _BEFORE | frozenset(
    "party movement militia union think-tank club museum university foundation institute".split()
)
_ADJECTIVE_LIMIT = 5
_CUES = _LEGAL | _BEFORE | _AFTER | _MEDIA | _NOUNS | _LEADERS | _PRINTED


def _run_end(line: Line, at: int) -> int:
    while at < len(line) and line[at].named:
        at += 1
    return at


def _plain_name(line: Line, start: int, end: int) -> bool:
    """Whether the words may be a proper name at all and are not a place, a people, a person, a month."""
    first = line[start]
    if end - start > 5 or first.key in FUNCTION_WORDS or first.key in DAY_NAMES:
        return False
    if lexicon.words("occupations").get(flat(first.key)):
        return False
    if any(is_place(w) for w in line[start:end]) and end - start == 1:
        return False
    return not (end - start >= 2 and first.key in lexicon.words("given_names"))


def cue_phrases(line: Line) -> Iterator[Phrase]:
    """The names of a line that a neighbouring word makes an organisation, left to right."""
    if _CUES.isdisjoint(line.keys):
        return
    floor = 0
    for i in line.named:
        if i < floor:
            continue
        floor = end = _run_end(line, i)
        phrase = _cued(line, i, end)
        if phrase:
            yield phrase


def _cued(line: Line, start: int, end: int) -> Phrase | None:
    if end < len(line) and line[end].key in _LEGAL and line[end].shape is Shape.LOWER:
        return Phrase(start, end + 1, f"a name with “{line[end].text}” after it")
    printed = start > 0 and line[start - 1].key in _PRINTED and line[start - 1].shape is Shape.LOWER
    if not printed and not _plain_name(line, start, end):
        return None
    if start and line[start - 1].key in _BEFORE and line[start - 1].shape is Shape.LOWER:
        return Phrase(start, _of_tail(line, end), f"named after “{line[start - 1].text}”")
    if _is_called(line, start) or (_is_led(line, start) and end - start == 1 and _no_ordinary(line[start])):
        return Phrase(start, _of_tail(line, end), "named as what a word before it leads or calls")
    if end < len(line) and line[end].key in _AFTER and end - start == 1 and _no_ordinary(line[start]):
        return Phrase(start, end, f"named before “{line[end].text}”")
    if end < len(line) and line[end].key in _MEDIA and line[end].shape is Shape.LOWER and not is_place(line[end - 1]):
        return Phrase(start, end, f"named before “{line[end].text}”")
    noun = _apposed(line, end)
    if noun and (end - start > 1 or _no_ordinary(line[start])):
        return Phrase(start, end, f"told by “{noun}” after it")
    return None


def _is_called(line: Line, start: int) -> bool:
    """ "a group called Dawn of the Valley"."""
    return start > 1 and line[start - 1].key in {"called", "named"} and line[start - 2].key in _NOUNS


def _is_led(line: Line, start: int) -> bool:
    """ "the chief executive of Zephyrix"."""
    return start > 1 and line[start - 1].key in {"of", "at", "for"} and line[start - 2].key in _LEADERS


def _of_tail(line: Line, end: int) -> int:
    """Past an "of X" that goes on the name: "the nonprofit Spirit of America"."""
    if end + 1 < len(line) and line[end].key == "of" and line[end + 1].named:
        return _run_end(line, end + 1)
    return end


def _no_ordinary(word: Word) -> bool:
    """A single word that is neither an ordinary word nor a personal name."""
    ordinary = word.key in lexicon.words("english") or word.key in lexicon.words("surnames")
    return not ordinary and word.key not in lexicon.words("given_names") and not is_place(word)


def _apposed(line: Line, at: int) -> str | None:
    """The noun of ", a Boston-based charity" or ", an armed group," when it is an organisation's."""
    if at + 2 >= len(line) or line[at].text != "," or line[at + 1].key not in {"a", "an", "the"}:
        return None
    for word in line[at + 2 : at + 2 + _ADJECTIVE_LIMIT]:
        if (word.shape is Shape.SIGN and word.text not in "-’'") or word.key in FUNCTION_WORDS:
            return None
        if word.key in _NOUNS and word.shape is Shape.LOWER:
            return word.text
    return None
