"""Roles that stand before a name: "Iraqi Prime Minister", "Minister for the Middle East,", "the historian"."""

from __future__ import annotations

from unami_cli import lexicon
from unami_cli.calendar import DAY_NAMES
from unami_cli.extract.people.scene import (
    ROLES,
    Class,
    Scene,
    class_at,
    is_demonym,
    is_function,
    is_initial,
    is_place,
    is_plural_role,
)
from unami_cli.model import RoleMention
from unami_cli.tags import Shape

LINKS = frozenset("of for to on at in and with from against under by about between into the a an & or".split())
_TITLE_LINKS = frozenset("of for to on at in and the & with".split())
DETERMINERS = frozenset("the a an his her its their our my this another one".split())
VERBS = frozenset(
    """is was were are has had have will would can could should may might must does did do said says told who which that
    whom whose when where while after before since as because if but joined became spoke""".split()
)
_LOCATING = frozenset("in at from to near".split())


def make_role(scene: Scene, start: int, end: int, text: str, rule: str) -> RoleMention | None:
    """The role in the words from `start` to `end`, without a determiner before it or a sign after it."""
    while start < end and (
        scene.line[start].key in DETERMINERS or scene.line[start].shape in (Shape.SIGN, Shape.POSSESSIVE)
    ):
        start += 1
    while end > start and scene.line[end - 1].text in {",", ".", "and", "-", "–"}:
        if scene.line[end - 1].text == "." and class_at(scene, end - 2) is not None:
            break
        end -= 1
    if start >= end:
        return None
    first, last = scene.line[start], scene.line[end - 1]
    return RoleMention(first.start, last.end, text[first.start : last.end], rule)


def _opens_modifiers(scene: Scene, i: int) -> bool:
    """Whether the word at `i`, before a role, belongs to it: a capital or one of the known modifiers."""
    word = scene.line[i]
    if word.text == "&" and i in scene.taken:
        return True
    if word.shape in (Shape.SIGN, Shape.NUMBER) or word.key in DAY_NAMES:
        return False
    after = scene.word(i + 1)
    if word.shape is Shape.POSSESSIVE:
        return i > 0 and not is_function(scene.line[i - 1])
    if after is not None and after.shape is Shape.POSSESSIVE:
        return not is_function(word)
    if is_function(word):
        return i in scene.taken or (word.named and word.key in {"under", "first", "second"})
    if word.named:
        stray = class_at(scene, i) in (Class.HONORIFIC, Class.KIN) or (i == 0 and word.key.endswith(("ing", "ly")))
        located = is_place(word.key) and word.shape is Shape.CAPITAL and i > 0 and scene.line[i - 1].key in _LOCATING
        return not stray and not located
    if word.key in lexicon.words("role_modifiers") or is_demonym(word.key) or class_at(scene, i) in ROLES:
        return True
    return _qualifies(scene, i)


def _qualifies(scene: Scene, i: int) -> bool:
    """Whether the lower-case noun at `i` is one part of the role with its head: "told debate moderator …"."""
    word, before = scene.line[i], scene.word(i - 1)
    if before is None or class_at(scene, i + 1) not in ROLES or scene.line[i + 1].shape is not Shape.LOWER:
        return False
    if word.key.endswith(("ed", "ing", "ly")) or word.key in lexicon.words("speech_verbs"):
        return False
    opens = before.key in DETERMINERS or before.key in {"by", "with", "of", "from", "for"}
    return opens or lexicon.words("speech_verbs").get(before.key) == "strong"


def _closes_acronym(scene: Scene, i: int) -> bool:
    """Whether the bracket at `i` ends an acronym that stands between a body and its office: "… (PTI) Chairman"."""
    return scene.text_is(i, ")") and i > 2 and scene.text_is(i - 2, "(") and scene.line[i - 1].shape is Shape.UPPER


def role_start(scene: Scene, head: int) -> int:
    """Where the role begins whose head noun stands at `head`."""
    at = head
    while at > 0 and (_opens_modifiers(scene, at - 1) or _closes_acronym(scene, at - 1)):
        at -= 3 if _closes_acronym(scene, at - 1) else 1
    joined = at > 1 and scene.line[at - 1].key == "and" and class_at(scene, at - 2) in ROLES
    lower = joined and scene.line[at - 2].shape is Shape.LOWER and scene.line[head].shape is Shape.LOWER
    return role_start(scene, at - 2) if lower else at


def _skips_ranks(scene: Scene, at: int) -> int:
    """Leftwards past the ranks and honorifics (and their dots) that stand before `at`."""
    while at > 0:
        dot = scene.line[at - 1].text == "."
        title = at - 2 if dot else at - 1
        if class_at(scene, title) not in (Class.RANK, Class.HONORIFIC) and scene.line[title].text not in {"U", "Daw"}:
            break
        at -= 2 if dot else 1
    return at


def role_before(scene: Scene, name: int, text: str) -> RoleMention | None:
    """The role that stands before a name that begins at the word `name`: direct, with a tail, or parted by a comma."""
    at = _skips_ranks(scene, name)
    if at == 0:
        return None
    head = at - 2 if scene.line[at - 1].text == "." and class_at(scene, at - 2) in ROLES else at - 1
    if class_at(scene, head) in ROLES and not is_plural_role(scene, head):
        return make_role(scene, role_start(scene, head), at, text, "a title before the name")
    tail = None if scene.line[at - 1].key in LINKS else tail_head(scene, at)
    if tail is not None:
        start = role_start(scene, _outermost(scene, tail))
        if not scene.key_in(start - 1, frozenset({"a", "an"})):
            return make_role(scene, start, at, text, "a title before the name")
    return _role_before_colon(scene, at, text) or _role_before_comma(scene, at, text)


def _outermost(scene: Scene, head: int) -> int:
    """The head of the whole role that the one at `head` is but a part of: "Special Representative of the …"."""
    start = role_start(scene, head)
    if scene.key_in(start - 1, frozenset({"the"})):
        start -= 1
    linked = scene.key_in(start - 1, frozenset({"of", "to", "for"}))
    outer = tail_head(scene, start) if linked else None
    return head if outer is None else _outermost(scene, outer)


def _tells_of_another(scene: Scene, start: int) -> bool:
    """Whether the role that begins at `start` is an apposition to the name before it: "Yon, chief of X, Ko, …"."""
    name = scene.word(start - 2)
    return scene.text_is(start - 1, ",") and name is not None and name.named and start - 2 not in scene.taken


def _role_before_colon(scene: Scene, at: int, text: str) -> RoleMention | None:
    """A label at the beginning of a line: "Producer: Thomas Morris"."""
    if scene.line[at - 1].text != ":" or not 2 <= at <= 5 or class_at(scene, at - 2) not in ROLES:
        return None
    if is_plural_role(scene, at - 2) or role_start(scene, at - 2) != 0:
        return None
    return make_role(scene, 0, at - 1, text, "a label before the name")


def _role_before_comma(scene: Scene, at: int, text: str) -> RoleMention | None:
    """ "The Foreign Secretary, Boris Johnson, …" and "Minister for the Middle East, Tobias Ellwood"."""
    if scene.line[at - 1].text != ",":
        return None
    end = at - 1
    inner = end - 2 if end > 2 and scene.line[end - 1].key == "ai" and scene.line[end - 2].text == "," else end
    if _closes_acronym(scene, inner - 1):
        inner -= 3
    own = class_at(scene, inner - 1) in ROLES and inner - 1 not in scene.taken
    head = inner - 1 if own else tail_head(scene, inner)
    if head is None or is_plural_role(scene, head):
        return None
    start = role_start(scene, _outermost(scene, head))
    before = scene.word(start - 1)
    if _tells_of_another(scene, start):
        return None
    if before is not None and before.key in {"a", "an"} and scene.key_in(start - 2, frozenset({"by"})):
        return None
    owned = scene.word(start + 1)
    opens = (
        before is None
        or (owned is not None and owned.shape is Shape.POSSESSIVE)
        or before.key in DETERMINERS
        or before.shape in (Shape.SIGN, Shape.POSSESSIVE)
        or before.key == "as"
    )
    return make_role(scene, start, end, text, "a title before the name and a comma") if opens else None


def tail_head(scene: Scene, end: int) -> int | None:
    """The head noun of a role whose tail ("of State", "for the Middle East") ends before the word `end`, or None."""
    i, linked = end - 1, False
    while i >= 0 and end - i <= 24:
        word = scene.line[i]
        if linked and class_at(scene, i) in ROLES and scene.key_in(i + 1, LINKS) and i not in scene.taken:
            return None if is_plural_role(scene, i) else i
        if word.key in _TITLE_LINKS:
            linked = linked or word.key not in {"the", "a", "an", "and"}
        elif not _tail_word(scene, i):
            return None
        i -= 1
    return None


def _tail_word(scene: Scene, i: int) -> bool:
    word = scene.line[i]
    if word.named or i in scene.taken or word.shape in (Shape.POSSESSIVE, Shape.NUMBER):
        return True
    if word.text in {"&", "-", "’", "'", "."}:
        return word.text != "." or (i > 0 and (is_initial(scene.line[i - 1]) or class_at(scene, i - 1) is not None))
    if word.shape is Shape.SIGN:
        return False
    if word.key in VERBS or word.key in lexicon.words("speech_verbs"):
        return False
    before = scene.word(i - 1)
    closes = before is not None and before.shape is Shape.CAPITAL and not is_demonym(before.key)
    return not closes or i - 1 in scene.taken
