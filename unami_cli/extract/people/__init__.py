"""People named in a text. The evidence for a name adds up over the whole article before it is believed.

A run of capitalised words is judged by itself (known names, initials, particles), by its neighbours (a title or a verb
of saying, an office or an age after it, "in" or "the" before it), and by what the article says of it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract.people.names import (
    after_titles,
    is_ship,
    likeness,
    name_runs,
    name_words,
    split_after_tail,
    without_letters,
)
from unami_cli.extract.people.roles import has_age, roles_after
from unami_cli.extract.people.scene import (
    TITLES,
    Class,
    Scene,
    class_at,
    is_demonym,
    is_given,
    is_ordinary,
    is_place,
    is_surname,
)
from unami_cli.extract.people.titles import role_before, tail_head
from unami_cli.folding import name_words as folded_words
from unami_cli.model import PersonMention, RoleMention, Span
from unami_cli.runs import Line, Shape

_ENOUGH = 2.0
_PLACE_LINKS = frozenset("in at near around outside across throughout inside toward towards via".split())
_RULING = frozenset(
    "regime government administration dictatorship presidency era loyalists family supporters cabinet camp".split()
)
_HUMAN = frozenset("has had is was will would must can could".split())


class Candidate(NamedTuple):
    """A run that may name a person: its bare words, the roles beside it, and the evidence so far."""

    scene: Scene
    start: int
    end: int
    score: float
    rule: str
    roles: tuple[RoleMention, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The folded words of the name, for comparing candidates of one article."""
        return folded_words(" ".join(w.text for w in name_words(self.scene, self.start, self.end)))


def _scenes(lines: Sequence[Line], taken: Sequence[Span]) -> Iterator[Scene]:
    for line in lines:
        if not line:
            continue
        spans = [s for s in taken if s.start < line[-1].end and s.end > line[0].start]
        covered = frozenset(i for i, w in enumerate(line) if any(s.start <= w.start < s.end for s in spans))
        spelled = [w for w in line if w.shape in (Shape.CAPITAL, Shape.UPPER, Shape.LOWER)]
        small = sum(w.shape is Shape.LOWER and len(w.key) > 3 for w in spelled)
        yield Scene(line, covered, len(spelled) > 4 and small == 0)


def _titled(scene: Scene, start: int, end: int, at: int) -> tuple[float, str]:
    """The evidence of what stands before the bare name at `at`."""
    before = at - 1
    if before >= 0 and scene.line[before].text == ".":
        before -= 1
    kind = class_at(scene, before) if before >= 0 else None
    if kind in (Class.HONORIFIC, Class.RANK) and scene.line[before].named:
        return 4.0, f"“{scene.line[before].text}” before the name"
    if kind in TITLES:
        return 3.0, f"“{scene.line[before].text}” before the name"
    return 0.0, ""


def _context(scene: Scene, start: int, end: int) -> tuple[float, str]:
    """The evidence of the words around a bare name."""
    verbs = lexicon.words("speech_verbs")
    before, after = scene.word(start - 1), scene.word(end)
    score, rule = 0.0, ""
    if kin := _kin_before(scene, start):
        score, rule = 3.0, kin
    if after is not None and verbs.get(after.key) == "strong":
        score, rule = score + 1.5, f"subject of “{after.text}”"
    elif before is not None and verbs.get(before.key) == "strong":
        score, rule = score + 1.0, f"named after “{before.text}”"
    elif _speaks_later(scene, end):
        score, rule = score + 1.5, rule or "subject of a verb of saying"
    if has_age(scene, end):
        score, rule = score + 2.0, "an age after the name"
    if scene.text_is(end, ",") and scene.key_in(end + 1, frozenset({"who", "whose"})):
        score, rule = score + 1.5, "“who” after the name"
    if before is not None and before.key in {"the", "a", "an"}:
        score -= 2.5
    if before is not None and before.key in _PLACE_LINKS:
        score -= 1.5
    return score, rule


def _kin_before(scene: Scene, start: int) -> str:
    """ "her son Liam", "his nephew, Vishnu": the rule in words, or nothing."""
    at = start - 2 if scene.text_is(start - 1, ",") else start - 1
    if class_at(scene, at) is Class.KIN and scene.line[at].shape is Shape.LOWER:
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


def _candidate(scene: Scene, start: int, end: int, text: str) -> Candidate | None:
    at = _bare_start(scene, start, end)
    if at >= end:
        return None
    titled, title_rule = _titled(scene, start, end, at)
    if titled and title_rule and end - at == 1 and class_at(scene, at) in TITLES and not is_surname(scene.line[at].key):
        return None
    end = without_letters(scene, at, end)
    around, around_rule = _context(scene, at, end)
    likely = likeness(scene, at, end)
    role = role_before(scene, at, text)
    roles = (*((role,) if role else ()), *roles_after(scene, end, text))
    office = 0.0 if titled or not roles else 2.0
    score = likely + titled + around + office
    if titled and likely < 0 and titled < 4:
        score -= 1.5
    rule = (
        title_rule
        or (f"{roles[0].rule}: “{roles[0].text}”" if roles else "")
        or around_rule
        or "a given name and a surname"
    )
    return Candidate(scene, at, end, score, rule, roles)


def _accepted(candidate: Candidate) -> bool:
    if candidate.scene.headline and len(candidate.key) > 3:
        return False
    if len(candidate.key) == 1:
        word = candidate.scene.line[candidate.start].key
        titled = candidate.rule.endswith("before the name")
        if (is_ordinary(word) and not is_surname(word)) or (not titled and (is_place(word) or is_demonym(word))):
            return False
        apposed = "apposition" in candidate.rule
        return candidate.score >= (_ENOUGH if titled or apposed else _ENOUGH + 0.5)
    return candidate.score >= _ENOUGH


def _mention(candidate: Candidate, text: str, rule: str | None = None) -> PersonMention:
    line = candidate.scene.line
    start, end = line[candidate.start].start, line[candidate.end - 1].end
    return PersonMention(start, end, text[start:end], rule or candidate.rule, candidate.roles)


def _told_again(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those of several words the surer whose last word stands alone elsewhere, as surnames do."""
    alone = {c.key[0] for c in candidates if len(c.key) == 1 and c.score >= 0.0}
    return [
        c._replace(score=c.score + 1.0)
        if len(c.key) > 1 and c.score > 0.0 and c.key[-1] in alone and not is_ordinary(c.key[-1])
        else c
        for c in candidates
    ]


def _part_of(key: tuple[str, ...], names: set[tuple[str, ...]]) -> bool:
    """Whether the words are a name that is known, or a run of words inside one."""
    size = len(key)
    return any(key == name[i : i + size] for name in names for i in range(len(name) - size + 1))


def _standing(candidates: Sequence[Candidate]) -> float:
    """What all the places of one single name in the article say together."""
    total = 0.0
    for c in candidates:
        before, after = c.scene.word(c.start - 1), c.scene.word(c.end)
        if before is not None and before.key in _PLACE_LINKS:
            total -= 1.5
        else:
            total += 0.25
        if after is not None and after.key in _RULING and after.shape is Shape.LOWER:
            total += 1.5
        if after is not None and lexicon.words("speech_verbs").get(after.key) == "strong":
            total += 1.5
        elif after is not None and after.key in _HUMAN:
            total += 0.75
        if after is not None and after.shape is Shape.POSSESSIVE:
            total += 0.5
        if after is not None and after.key in _RULING:
            continue
        if before is not None and before.key in {"the", "a", "an"}:
            total -= 1.0
        total += min(c.score, 0.0)
    word = candidates[0].scene.line[candidates[0].start].key
    return (
        total
        + (1.0 if is_surname(word) or is_given(word) else 0.0)
        - (9.0 if is_ordinary(word) or is_place(word) or is_demonym(word) else 0.0)
    )


def _single_names(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The single names without a title that the article as a whole makes a person."""
    groups: dict[tuple[str, ...], list[Candidate]] = {}
    for c in candidates:
        if len(c.key) == 1:
            groups.setdefault(c.key, []).append(c)
    for group in groups.values():
        if _standing(group) >= _ENOUGH:
            yield from (c._replace(rule="what the article says of the name") for c in group)


def find_people(text: str, lines: Sequence[Line], taken: Sequence[Span] = ()) -> tuple[PersonMention, ...]:
    """The mentions of people in the lines of one article, in reading order.

    `taken` are spans that name something else (organisations, dates). A mention is the bare name, with the roles that
    stand beside it and the rule that made it a person; which mentions are one person is not decided here.
    """
    scenes = tuple(_scenes(lines, taken))
    every = [c for s in scenes for start, end in name_runs(s) if (c := _candidate(s, start, end, text)) is not None]
    ships = {c.key[1:] for c in every if is_ship(c.scene, c.start)}
    every = [c for c in every if c.key not in ships]
    every = _told_again(every)
    sure = [c for c in every if _accepted(c)]
    names = {c.key for c in sure}
    rest = [c for c in every if c.key not in names]
    again = [c for c in rest if _part_of(c.key, names) and c.score > -3.0]
    alone = list(_single_names([c for c in rest if not _part_of(c.key, names)]))
    found = [_mention(c, text) for c in sure]
    found += [_mention(c, text, "a name that the article gives more fully") for c in again]
    found += [_mention(c, text, "named again") for c in every if c.key in names and c not in sure]
    found += [_mention(c, text) for c in alone]
    return tuple(sorted(found, key=lambda m: m.start))
