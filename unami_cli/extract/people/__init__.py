"""People named in a text. The evidence for a name adds up over the whole article before it is believed.

A run of capitalised words is judged by itself (known names, initials, particles), by its neighbours (a title or a verb
of saying, an office or an age after it, "in" or "the" before it), and by what the article says of it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from unami_cli import lexicon
from unami_cli.extract.people.evidence import HUMAN_VERBS, PLACE_LINKS, Candidate, candidate_at, does, scenes_of
from unami_cli.extract.people.likeness import is_ship
from unami_cli.extract.people.names import name_runs
from unami_cli.extract.people.roles import role_line
from unami_cli.extract.people.scene import Scene, is_demonym, is_given, is_ordinary, is_place, is_surname
from unami_cli.model import PersonMention, Span
from unami_cli.tags import Line, Shape

_ENOUGH = 2.0
_IMPOSSIBLE = -3.0
_AND = frozenset({"and"})
_OF = frozenset({"of"})
_MEETING = frozenset(
    """met see told urged thanked accused praised succeeded beat backed joined with between against beside replaced
    called visited defeated welcomed""".split()
)
_RULING = frozenset(
    "regime government administration dictatorship presidency era loyalists family supporters cabinet camp".split()
)


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


def _parts(names: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Every run of words inside the names, themselves among them."""
    return {name[i:j] for name in names for i in range(len(name)) for j in range(i + 1, len(name) + 1)}


def _standing(candidates: Sequence[Candidate]) -> float:
    """What all the places of one single name in the article say together."""
    word = candidates[0].scene.line[candidates[0].start].key
    opening = all(c.start == 0 for c in candidates)
    if (
        is_place(word)
        or is_demonym(word)
        or word in lexicon.words("other_heads")
        or (is_ordinary(word) and (opening or not is_surname(word)))
    ):
        return -9.0
    named = is_surname(word) or is_given(word)
    known = 1.0 if named and word not in lexicon.words("organizations_ambiguous") else 0.0
    return known + min(0.5, 0.25 * len(candidates)) + sum(_place_says(c) for c in candidates)


def _place_says(c: Candidate) -> float:
    """What one place of a single name says: a verb of saying, a possessive, "regime" after it; "in" or "the" before."""
    before, after = c.scene.word(c.start - 1), c.scene.word(c.end)
    if after is not None and after.key in _RULING:
        return 1.5 if after.shape is Shape.LOWER else 0.0
    said = -2.0 if c.scene.text_is(c.end, "&") or c.scene.text_is(c.start - 1, "&") else 0.0
    if after is not None and lexicon.words("speech_verbs").get(after.key) == "strong":
        said += 1.5
    elif after is not None and (after.key in HUMAN_VERBS or does(after)) and not c.scene.key_in(c.start - 1, _OF):
        said += 0.75
    if after is not None and after.shape is Shape.POSSESSIVE:
        said += 0.75
    if _in_pair(c):
        said += 0.75
    if before is not None and before.key in PLACE_LINKS:
        said -= 1.75
    elif before is not None and before.key in _MEETING:
        said += 0.75
    determined = before is not None and before.key in {"the", "a", "an"}
    if is_ordinary(c.key[0]) and c.start and not determined:
        return said
    return said + min(c.score, 0.0)


def _in_pair(c: Candidate) -> bool:
    """Whether another single capitalised word stands beside "and" with the name: "Modi and Xi shook hands"."""
    line = c.scene.line
    for link, other in ((c.end, c.end + 1), (c.start - 1, c.start - 2)):
        if c.scene.key_in(link, _AND) and 0 <= other < len(line) and line[other].shape is Shape.CAPITAL:
            return other not in c.scene.taken and is_surname(line[other].key) and not is_place(line[other].key)
    return False


def _single_names(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The single names without a title that the article as a whole makes a person."""
    groups: dict[tuple[str, ...], list[Candidate]] = {}
    for c in candidates:
        if len(c.key) == 1:
            groups.setdefault(c.key, []).append(c)
    for group in groups.values():
        if _standing(group) >= _ENOUGH:
            yield from (c._replace(rule="what the article says of the name") for c in group)


def _every_candidate(scenes: Sequence[Scene], text: str) -> list[Candidate]:
    """The runs of all lines; a name that fills its line takes the role that fills the next one."""
    found: list[Candidate] = []
    for scene, below in zip_longest(scenes, scenes[1:]):
        for start, end in name_runs(scene):
            candidate = candidate_at(scene, start, end, text)
            if candidate is None:
                continue
            fills = candidate.start == 0 and candidate.end == len(scene.line) and below is not None
            if fills and (role := role_line(below, text)):
                candidate = candidate._replace(
                    score=candidate.score + 2.0, roles=(*candidate.roles, role), rule=f"{role.rule}: “{role.text}”"
                )
            found.append(candidate)
    return found


def _listed(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those the surer that stand in a list beside a sure one: "Wayne Rooney and Frank Lampard"."""
    raised = []
    for i, c in enumerate(candidates):
        neighbours = (*candidates[max(0, i - 1) : i], *candidates[i + 1 : i + 2])
        beside = any(_accepted(a) and _parted_by_list(a, c) for a in neighbours)
        named = len(c.key) > 1 or (is_given(c.key[0]) and not is_ordinary(c.key[0]) and not is_place(c.key[0]))
        doubtful = named and c.score > -0.6 and not _accepted(c)
        raised.append(c._replace(score=c.score + 1.5, rule="a list with other names") if beside and doubtful else c)
    return raised


def _parted_by_list(a: Candidate, b: Candidate) -> bool:
    """Whether nothing but "and", a comma or both stands between two names of one line."""
    if a.scene is not b.scene:
        return False
    first, second = (a, b) if a.start < b.start else (b, a)
    between = first.scene.line[first.end : second.start]
    return 0 < len(between) <= 2 and all(w.text in {",", "&"} or w.key in {"and", "or"} for w in between)


def find_people(text: str, lines: Sequence[Line], taken: Sequence[Span] = ()) -> tuple[PersonMention, ...]:
    """The mentions of people in the lines of one article, in reading order.

    `taken` are spans that name something else (organisations, dates). A mention is the bare name, with the roles that
    stand beside it and the rule that made it a person; which mentions are one person is not decided here.
    """
    scenes = tuple(scenes_of(lines, taken))
    every = _every_candidate(scenes, text)
    ships = {c.key[1:] for c in every if is_ship(c.scene, c.start)}
    every = [c for c in every if c.key not in ships]
    every = _listed(_told_again(every))
    names = {c.key for c in every if _accepted(c)}
    parts = _parts(names)
    rest = [c for c in every if c.key not in names]
    found = [_mention(c, text, None if _accepted(c) else "named again") for c in every if c.key in names]
    found += [
        _mention(c, text, "a name that the article gives more fully")
        for c in rest
        if c.key in parts and c.score > _IMPOSSIBLE
    ]
    found += [_mention(c, text) for c in _single_names([c for c in rest if c.key not in parts])]
    return tuple(sorted(found, key=lambda m: m.start))
