"""The evidence for one run of capitalised words: its own look and the words around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract.people.likeness import is_ship, likeness, split_after_tail
from unami_cli.extract.people.names import after_titles, name_words, without_letters
from unami_cli.extract.people.roles import has_age, roles_after
from unami_cli.extract.people.scene import (
    TITLES,
    Class,
    Scene,
    class_at,
    is_kin,
    is_ordinary,
    is_place,
    is_surname,
)
from unami_cli.extract.people.titles import role_before, tail_head
from unami_cli.folding import name_words as folded_words
from unami_cli.model import RoleMention, Span
from unami_cli.tags import Line, Shape, Word

PLACE_LINKS = frozenset("in at near around outside across throughout inside toward towards via".split())
_AGAINST = {"the": -2.5, "a": -2.5, "an": -2.5, **dict.fromkeys(PLACE_LINKS, -1.5)}
_WHO = frozenset({"who", "whose"})
_SAINTS = frozenset({"st", "saint", "ste", "sainte"})
_DID = frozenset(
    """met quit gave won lost led left flew went came took made ran spoke wrote saw held sent got became began kept beat
    sat sang fought taught bought sold chose drove thought brought felt found heard knew laid lent paid rode slept spent
    swam swore threw wore""".split()
)
_WIDE = frozenset("europe africa asia america pacific".split())
_RENAMED = frozenset("president speaker chairman secretary minister ambassador justice judge mayor governor".split())
HUMAN_VERBS = frozenset("has had is was will would must can could did does".split())


class Candidate(NamedTuple):
    """A run that may name a person: its bare words, the roles beside it, the evidence so far, and the folded words."""

    scene: Scene
    start: int
    end: int
    score: float
    rule: str
    roles: tuple[RoleMention, ...]
    key: tuple[str, ...]


def scenes_of(lines: Sequence[Line], taken: Sequence[Span]) -> Iterator[Scene]:
    """The lines of an article with what is taken in each."""
    spans = sorted(taken, key=lambda span: span.start)
    starts = [span.start for span in spans]
    for line in lines:
        if line:
            near = spans[bisect_left(starts, line[0].start) : bisect_left(starts, line[-1].end)]
            yield Scene(line, _covered(line, near), line.headline)


def _covered(line: Line, spans: Sequence[Span]) -> frozenset[int]:
    """The indices of the words that begin inside one of the spans."""
    if not spans:
        return frozenset()
    word_starts = [word[0] for word in line]
    inside: set[int] = set()
    for span in spans:
        inside.update(range(bisect_left(word_starts, span.start), bisect_left(word_starts, span.end)))
    return frozenset(inside)


def _titled(scene: Scene, start: int, end: int, at: int) -> tuple[float, str]:
    """The evidence of what stands before the bare name at `at`."""
    before = at - 1
    if before >= 0 and scene.line[before].text == ".":
        before -= 1
    kind = class_at(scene, before) if before >= 0 else None
    if kind in (Class.HONORIFIC, Class.RANK) and scene.line[before].named:
        return 4.0, f"“{scene.line[before].text}” before the name"
    if kind in TITLES and scene.line[before].key not in {"member", "members"}:
        return 3.0, f"“{scene.line[before].text}” before the name"
    return 0.0, ""


def _context(scene: Scene, start: int, end: int) -> tuple[float, str]:
    """The evidence of the words around a bare name: its weight, and the first rule that speaks for it."""
    signs = list(_signs(scene, start, end))
    return sum(weight for weight, _ in signs), next((rule for _, rule in signs if rule), "")


def _signs(scene: Scene, start: int, end: int) -> Iterator[tuple[float, str]]:
    """What speaks for and against a name, each with its weight; a rule in words where it speaks for it."""
    verbs = lexicon.words("speech_verbs")
    before, after = scene.word(start - 1), scene.word(end)
    if kin := _kin_before(scene, start):
        yield 3.0, kin
    if has_age(scene, end):
        yield 2.0, "an age after the name"
    if scene.text_is(end, ",") and scene.key_in(end + 1, _WHO):
        yield 1.5, "“who” after the name"
    if after is not None and verbs.get(after.key) == "strong":
        yield 1.5, f"subject of “{after.text}”"
    elif before is not None and verbs.get(before.key) == "strong":
        yield 1.0, f"named after “{before.text}”"
    elif _speaks_later(scene, end):
        yield 1.5, "subject of a verb of saying"
    elif after is not None and start == 0 and (after.key in HUMAN_VERBS or does(after)):
        yield 1.0, f"subject of “{after.text}”"
    if after is not None and after.shape is Shape.POSSESSIVE and end - start > 1:
        yield 0.5, ""
    if before is not None and before.key in _AGAINST:
        owner = after is not None and after.shape is Shape.POSSESSIVE and end - start > 1
        yield 0.0 if owner and before.key in PLACE_LINKS else _AGAINST[before.key], ""


def does(word: Word) -> bool:
    """Whether a word looks like the past tense of a verb of doing."""
    return word.shape is Shape.LOWER and (word.key.endswith("ed") or word.key in _DID)


def _is_a_body(scene: Scene, start: int, at: int) -> bool:
    """Whether a title leads to no person: "the General Staff", "Mr. President", "Supreme Allied Commander Europe"."""
    key = scene.line[at].key
    if class_at(scene, at) is Class.OFFICE and not is_surname(key):
        return True
    if at == start:
        return False
    officed = class_at(scene, at - 1) in (Class.OFFICE, Class.JOB)
    ordinary = scene.key_in(start - 1, frozenset({"the"})) and is_ordinary(key)
    return key in _RENAMED or ordinary or (officed and is_place(key) and (key in _WIDE or not is_surname(key)))


def _kin_before(scene: Scene, start: int) -> str:
    """ "her son Liam", "his nephew, Vishnu": the rule in words, or nothing."""
    at = start - 2 if scene.text_is(start - 1, ",") else start - 1
    if at >= 0 and is_kin(scene.line[at].key) and scene.line[at].shape is Shape.LOWER:
        return f"“{scene.line[at].text}” before the name"
    return ""


def _speaks_later(scene: Scene, end: int) -> bool:
    """Whether a verb of saying follows after a clause between commas: "Zhang Wenhao, of China, said"."""
    if not scene.text_is(end, ","):
        return False
    for i in range(end + 1, min(end + 24, len(scene.line) - 1)):
        if scene.line[i].text in {".", ";", ":"}:
            return False
        if scene.line[i].text == "," and lexicon.words("speech_verbs").get(scene.line[i + 1].key) == "strong":
            return scene.line[i + 1].shape is Shape.LOWER
    return False


def _bare_start(scene: Scene, start: int, end: int) -> int:
    """Where the bare name begins in a run; `end` where the run is but the tail of an office."""
    at = after_titles(scene, start, end)
    if at > start or start == 0:
        return at
    before = scene.line[start - 1]
    in_tail = (
        before.key in {"of", "for", "the", "to", "in", "and", "at", "on"} and tail_head(scene, start + 1) is not None
    )
    return split_after_tail(scene, start, end) if in_tail else at


def candidate_at(scene: Scene, start: int, end: int, text: str) -> Candidate | None:
    """The candidate that the run from `start` to `end` holds; None where it is but the tail of an office."""
    at = start if is_ship(scene, start) else _bare_start(scene, start, end)
    if at >= end or (end - start > 1 and is_place(" ".join(w.key for w in scene.line[start:end]))):
        return None
    if scene.key_in(at - 1, _SAINTS) or (scene.text_is(at - 1, ".") and scene.key_in(at - 2, _SAINTS)):
        return None
    if end - at == 1 and _is_a_body(scene, start, at):
        return None
    titled, title_rule = _titled(scene, start, end, at)
    if titled and title_rule and end - at == 1 and class_at(scene, at) in TITLES and not is_surname(scene.line[at].key):
        return None
    end = without_letters(scene, at, end)
    key = folded_words(" ".join(w.text for w in name_words(scene, at, end)))
    if not key:
        return None
    around, around_rule = _context(scene, at, end)
    likely = likeness(scene, at, end)
    role = role_before(scene, at, text)
    roles = (*((role,) if role else ()), *roles_after(scene, end, text))
    office = 0.0 if titled or not roles else 3.0 if role and role.end >= scene.line[at].start - 2 else 2.0
    score = likely + titled + around + office
    if titled and likely < 0 and titled < 4:
        score += 1.5 if end - at == 1 and is_surname(scene.line[at].key) else -1.5
    rule = (
        title_rule
        or (f"{roles[0].rule}: “{roles[0].text}”" if roles else "")
        or around_rule
        or "a given name and a surname"
    )
    return Candidate(scene, at, end, score, rule, roles, key)
