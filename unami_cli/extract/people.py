"""People named in a text. The evidence for a name adds up over the whole article before it is believed.

A run of capitalised words is judged by itself (known names, initials, particles), by its neighbours (a title or a verb
of saying, an office or an age after it, "in" or "the" before it), and by what the article says of it elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract.names import (
    after_titles,
    bare_words,
    is_ship,
    likeness,
    name_runs,
    split_after_tail,
    without_letters,
)
from unami_cli.extract.roles import has_age, role_before, role_line, roles_after, tail_head
from unami_cli.extract.scene import (
    TITLES,
    Class,
    Scene,
    class_at,
    is_demonym,
    is_given,
    is_kin,
    is_ordinary,
    is_place,
    is_surname,
    speaks,
)
from unami_cli.folding import name_words
from unami_cli.model import PersonMention, RoleMention, Span
from unami_cli.spans import Spans
from unami_cli.tags import Line, Shape, Word
from unami_cli.vocabulary import ARTICLES

_ENOUGH = 2.0
_IMPOSSIBLE = -3.0
_MEETING = frozenset(
    """met see told urged thanked accused praised succeeded beat backed joined with between against beside replaced
    called visited defeated welcomed""".split()
)
_RULING = frozenset(
    "regime government administration dictatorship presidency era loyalists family supporters cabinet camp".split()
)
_PLACE_LINKS = frozenset("in at near around outside across throughout inside toward towards via".split())
_AGAINST = {"the": -2.5, "a": -2.5, "an": -2.5, **dict.fromkeys(_PLACE_LINKS, -1.5)}
_SAINTS = frozenset({"st", "saint", "ste", "sainte"})
_DID = frozenset(
    """met quit gave won lost led left flew went came took made ran spoke wrote saw held sent got became began kept beat
    sat sang fought taught bought sold chose drove thought brought felt found heard knew laid lent paid rode slept spent
    swam swore threw wore""".split()
)
_WIDE = frozenset("europe africa asia america pacific".split())
_RENAMED = frozenset("president speaker chairman secretary minister ambassador justice judge mayor governor".split())
_HUMAN_VERBS = frozenset("has had is was will would must can could did does".split())


class _Candidate(NamedTuple):
    """A run that may name a person: its bare words, the roles beside it, the evidence so far, and the folded words."""

    scene: Scene
    start: int
    end: int
    score: float
    rule: str
    roles: tuple[RoleMention, ...]
    key: tuple[str, ...]


def _scenes_of(lines: Sequence[Line], taken: Sequence[Span]) -> Iterator[Scene]:
    """The lines of an article, each with the indices of the words that begin inside what is taken."""
    spans = Spans(taken)
    for line in filter(None, lines):
        near = spans.every[spans.before(line[0].start) : spans.before(line[-1].end)]
        starts = [word[0] for word in line] if near else []
        inside = [range(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in near]
        yield Scene(line, frozenset(chain.from_iterable(inside)))


def _titled(scene: Scene, at: int) -> tuple[float, str]:
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
    before, after = scene.line.word(start - 1), scene.line.word(end)
    if kin := _kin_before(scene, start):
        yield 3.0, kin
    if has_age(scene, end):
        yield 2.0, "an age after the name"
    if scene.text_is(end, ",") and scene.key_in(end + 1, ("who", "whose")):
        yield 1.5, "“who” after the name"
    if speaks(after):
        yield 1.5, f"subject of “{after.text}”"
    elif speaks(before):
        yield 1.0, f"named after “{before.text}”"
    elif _speaks_later(scene, end):
        yield 1.5, "subject of a verb of saying"
    elif after is not None and start == 0 and (after.key in _HUMAN_VERBS or _does(after)):
        yield 1.0, f"subject of “{after.text}”"
    if after is not None and after.shape is Shape.POSSESSIVE and end - start > 1:
        yield 0.5, ""
    if before is not None and before.key in _AGAINST:
        owner = after is not None and after.shape is Shape.POSSESSIVE and end - start > 1
        yield 0.0 if owner and before.key in _PLACE_LINKS else _AGAINST[before.key], ""


def _does(word: Word) -> bool:
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
    ordinary = scene.key_in(start - 1, ("the",)) and is_ordinary(key)
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
        if scene.line[i].text == "," and speaks(scene.line[i + 1]):
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


def _candidate_at(scene: Scene, start: int, end: int, text: str) -> _Candidate | None:
    """The candidate that the run from `start` to `end` holds; None where it is but the tail of an office."""
    at = start if is_ship(scene, start) else _bare_start(scene, start, end)
    if at >= end or (end - start > 1 and is_place(" ".join(w.key for w in scene.line[start:end]))):
        return None
    if scene.key_in(at - 1, _SAINTS) or (scene.text_is(at - 1, ".") and scene.key_in(at - 2, _SAINTS)):
        return None
    if end - at == 1 and _is_a_body(scene, start, at):
        return None
    titled, title_rule = _titled(scene, at)
    if titled and title_rule and end - at == 1 and class_at(scene, at) in TITLES and not is_surname(scene.line[at].key):
        return None
    end = without_letters(scene, at, end)
    key = name_words(" ".join(w.text for w in bare_words(scene, at, end)))
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
    return _Candidate(scene, at, end, score, rule, roles, key)


# ---- what the whole article says -------------------------------------------------------------------------------------


def _accepted(candidate: _Candidate) -> bool:
    if candidate.scene.line.headline and len(candidate.key) > 3:
        return False
    if len(candidate.key) == 1:
        word = candidate.scene.line[candidate.start].key
        titled = candidate.rule.endswith("before the name")
        if (is_ordinary(word) and not is_surname(word)) or (not titled and (is_place(word) or is_demonym(word))):
            return False
        apposed = "apposition" in candidate.rule
        return candidate.score >= (_ENOUGH if titled or apposed else _ENOUGH + 0.5)
    return candidate.score >= _ENOUGH


def _mention(candidate: _Candidate, text: str, rule: str | None = None) -> PersonMention:
    line = candidate.scene.line
    start, end = line[candidate.start].start, line[candidate.end - 1].end
    return PersonMention(start, end, text[start:end], rule or candidate.rule, candidate.roles)


def _told_again(candidates: Sequence[_Candidate]) -> list[_Candidate]:
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


def _standing(candidates: Sequence[_Candidate]) -> float:
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


def _place_says(c: _Candidate) -> float:
    """What one place of a single name says: a verb of saying, a possessive, "regime" after it; "in" or "the" before."""
    before, after = c.scene.line.word(c.start - 1), c.scene.line.word(c.end)
    if after is not None and after.key in _RULING:
        return 1.5 if after.shape is Shape.LOWER else 0.0
    said = -2.0 if c.scene.text_is(c.end, "&") or c.scene.text_is(c.start - 1, "&") else 0.0
    if speaks(after):
        said += 1.5
    elif after is not None and (after.key in _HUMAN_VERBS or _does(after)) and not c.scene.key_in(c.start - 1, ("of",)):
        said += 0.75
    if after is not None and after.shape is Shape.POSSESSIVE:
        said += 0.75
    if _in_pair(c):
        said += 0.75
    if before is not None and before.key in _PLACE_LINKS:
        said -= 1.75
    elif before is not None and before.key in _MEETING:
        said += 0.75
    determined = before is not None and before.key in ARTICLES
    if is_ordinary(c.key[0]) and c.start and not determined:
        return said
    return said + min(c.score, 0.0)


def _in_pair(c: _Candidate) -> bool:
    """Whether another single capitalised word stands beside "and" with the name: "Modi and Xi shook hands"."""
    line = c.scene.line
    for link, other in ((c.end, c.end + 1), (c.start - 1, c.start - 2)):
        if c.scene.key_in(link, ("and",)) and 0 <= other < len(line) and line[other].shape is Shape.CAPITAL:
            return other not in c.scene.taken and is_surname(line[other].key) and not is_place(line[other].key)
    return False


def _single_names(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """The single names without a title that the article as a whole makes a person."""
    groups: dict[tuple[str, ...], list[_Candidate]] = {}
    for c in candidates:
        if len(c.key) == 1:
            groups.setdefault(c.key, []).append(c)
    for group in groups.values():
        if _standing(group) >= _ENOUGH:
            yield from (c._replace(rule="what the article says of the name") for c in group)


def _every_candidate(scenes: Sequence[Scene], text: str) -> list[_Candidate]:
    """The runs of all lines; a name that fills its line takes the role that fills the next one."""
    found: list[_Candidate] = []
    for scene, below in zip_longest(scenes, scenes[1:]):
        for start, end in name_runs(scene):
            candidate = _candidate_at(scene, start, end, text)
            if candidate is None:
                continue
            fills = candidate.start == 0 and candidate.end == len(scene.line) and below is not None
            if fills and (role := role_line(below, text)):
                candidate = candidate._replace(
                    score=candidate.score + 2.0, roles=(*candidate.roles, role), rule=f"{role.rule}: “{role.text}”"
                )
            found.append(candidate)
    return found


def _listed(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates, those the surer that stand in a list beside a sure one: "Wayne Rooney and Frank Lampard"."""
    raised = []
    for i, c in enumerate(candidates):
        neighbours = (*candidates[max(0, i - 1) : i], *candidates[i + 1 : i + 2])
        beside = any(_accepted(a) and _parted_by_list(a, c) for a in neighbours)
        named = len(c.key) > 1 or (is_given(c.key[0]) and not is_ordinary(c.key[0]) and not is_place(c.key[0]))
        doubtful = named and c.score > -0.6 and not _accepted(c)
        raised.append(c._replace(score=c.score + 1.5, rule="a list with other names") if beside and doubtful else c)
    return raised


def _parted_by_list(a: _Candidate, b: _Candidate) -> bool:
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
    scenes = tuple(_scenes_of(lines, taken))
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
