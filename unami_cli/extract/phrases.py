"""The noun phrase of a role, one grammar wherever it stands: "former Kenyan | finance minister | of the coalition".

It is modifiers, a head noun and tails. Before a name the beginning is looked for leftwards from the head; after one
the head and the end are looked for rightwards from the beginning.
"""

from __future__ import annotations

from unami_cli import lexicon
from unami_cli.extract.scene import (
    ROLES,
    Class,
    Scene,
    class_at,
    is_demonym,
    is_function,
    is_given,
    is_plural_role,
    is_verb,
    speaks,
)
from unami_cli.lexicon import ARTICLES, DAY_NAMES, OWNERS
from unami_cli.tags import Shape, Word
from unami_cli.values import Value

LINKS = frozenset("of for to on at in and with from against under by about between into the a an & or".split())
"""What goes on with a role after its head noun."""
DETERMINERS = ARTICLES | (OWNERS - {"your"}) | {"this", "another", "one"}
_TITLE_LINKS = frozenset("of for to on at in and the & with".split())
_RANKING = frozenset("first second former most last only then under very".split())
"""The function words that stand among the modifiers: "the first mayor", "a very young teacher"."""
_IN_TAILS = LINKS | DETERMINERS | frozenset("first second former last under all other several both".split())
_ENDING = frozenset(
    """is was were is are has had have will would can could should may might must does did do said says told who which
    that whom whose when where while after before since until till as because if but versus alongside joined became
    becomes become becoming spoke""".split()
)
"""What no role holds."""
_LEADING = DETERMINERS | frozenset("by of with from for between like including against about former as than".split())
"""What a noun phrase begins with or follows, so that a word after it that may be a verb is a modifier."""
_AGED = ("-year-old", "-month-old")
"""What describes a person, not what one is the head of: "the head of 34-year-old Ana Costa"."""
_LOCATING = frozenset("in at from to near".split())
_TIMES = frozenset(
    "day days week weeks month months year years decade decades night morning evening weekend time times".split()
)

_CLAUSES = frozenset("he she they it i we you who that there".split())
"""After "and" they begin a clause, which is not part of a role."""
_NO_TAIL = _CLAUSES | _ENDING
_OBJECTS = ARTICLES | OWNERS | set("by that how why what it him them me us".split())
"""After a word in "-ed" they say that it is a verb: "a member of the family raised the issue"."""
_BREAKS = frozenset('. ; : ! ? ( ) — – " “ ” […'.split())
_INNER = frozenset("- ’ ' & .".split())
_LONGEST_ROLE = 30  # words of a tail
_LONGEST_TITLE = 24  # words from the head of a role before a name to the name


class Phrase(Value):
    """A noun phrase that is a role: from `start` to before `end`, its head noun at `head`."""

    start: int
    head: int
    end: int


# ---- the words of a noun phrase --------------------------------------------------------------------------------------


def _may_be_verb(key: str) -> bool:
    """Whether the folded word may be a form of a verb: "meet", "asked", "leads", "saw"."""
    return key.endswith(("ed", "ing")) or is_verb(key)


def _modifies(scene: Scene, i: int) -> bool:
    """Whether the word at `i`, before a part of a role, belongs to the role too."""
    word = scene.line[i]
    if word.shape in (Shape.SIGN, Shape.NUMBER) or word.key in DAY_NAMES:
        return False
    if word.shape is Shape.POSSESSIVE:
        return not is_function(scene.line[i - 1])
    if scene.line[i + 1].shape is Shape.POSSESSIVE:
        return not is_function(word)
    if is_function(word):
        return i in scene.taken or (word.named and word.key == "under")
    known = lexicon.words("role_modifiers")
    if word.named:
        stray = class_at(scene, i) in (Class.HONORIFIC, Class.KIN) or (
            i == 0 and word.key.endswith(("ing", "ly")) and word.key not in known
        )
        return not stray and not (word.key in lexicon.words("places") and scene.key_in(i - 1, _LOCATING))
    if word.key in known or class_at(scene, i) in ROLES:
        return not is_plural_role(scene, i)
    return _is_noun_or_adjective(scene, i)


def _is_noun_or_adjective(scene: Scene, i: int) -> bool:
    """Whether the word in small letters at `i` is not a verb or adverb: "radio host", not "thanked president"."""
    word, before = scene.line[i], scene.line.word(i - 1)
    if word.compound:
        return True
    if word.key in _TIMES or word.key in _ENDING or word.key.endswith("ly") or len(word.key) < 4 or speaks(word):
        return False
    if scene.line[i + 1].shape is not Shape.LOWER and class_at(scene, i + 1) is not None:
        return False
    if not _may_be_verb(word.key):
        return True
    if before is None:
        return False
    known, trains = before.key in lexicon.words("role_modifiers"), word.key.endswith("ing")
    described = known and (trains or word.key in lexicon.words("verbs"))  # "assistant hitting coach"
    return described or before.key in (DETERMINERS if word.key.endswith("ing") else _LEADING)


def _joins(scene: Scene, i: int) -> bool:
    """Whether the "and" at `i` joins two heads or two modifiers: "actor and comedian", "trade and labour minister"."""
    if scene.line[i].key != "and" or i == 0:
        return False
    left, right = scene.line[i - 1], scene.line[i + 1]
    if class_at(scene, i - 1) in ROLES:
        return left.shape is Shape.LOWER or (i == 1 and not right.named)
    known = lexicon.words("role_modifiers")
    return left.key in known and right.key in known


def _is_head(scene: Scene, i: int, kind: Class | None) -> bool:
    """Whether the word at `i` can be the head noun of a role after a name; of ranks, "a retired general" can."""
    if kind is Class.RANK:
        after = scene.line.word(i + 1)
        closes = after is None or after.shape is Shape.SIGN or is_function(after)
        return closes and scene.line[i].shape is Shape.LOWER
    return kind in ROLES and not is_plural_role(scene, i)


def _ends_modifiers(scene: Scene, i: int) -> bool:
    """Whether no role's head noun can follow the word at `i` in the same phrase: a sign or a function word."""
    word = scene.line[i]
    return word.shape is Shape.SIGN or (is_function(word) and word.key not in _RANKING)


def _is_first_name(word: Word) -> bool:
    return is_given(word.key) and word.key not in lexicon.words("english")


# ---- from the head leftwards -----------------------------------------------------------------------------------------


def start_of(scene: Scene, head: int) -> int:
    """Where the role begins whose head noun stands at `head`."""
    at = head
    while at > 0:
        if scene.closes_acronym(at - 1):
            at -= 3
        elif _modifies(scene, at - 1):
            at -= 1
        elif _joins(scene, at - 1):
            at -= 2
        else:
            break
    return at


def start_of_whole(scene: Scene, head: int) -> int:
    """Where the role begins that the one at `head` may be only a part of: "Special Representative of the …"."""
    start = start_of(scene, head)
    before = start - scene.key_in(start - 1, ("the",))
    outer = tail_head(scene, before) if scene.key_in(before - 1, ("of", "to", "for")) else None
    return start if outer is None else start_of_whole(scene, outer)


def tail_head(scene: Scene, end: int) -> int | None:
    """The head noun of a role whose tail ("of State", "for the Middle East") ends before the word `end`, or None."""
    linked = False
    for i in range(end - 1, max(-1, end - _LONGEST_TITLE - 1), -1):
        word = scene.line[i]
        if linked and class_at(scene, i) in ROLES and scene.key_in(i + 1, LINKS) and i not in scene.taken:
            return None if is_plural_role(scene, i) else i
        if word.key in _TITLE_LINKS:
            linked = linked or word.key not in {"the", "a", "an", "and"}
        elif not _in_tail(scene, i):
            return None
    return None


def _in_tail(scene: Scene, i: int) -> bool:
    """Whether the word at `i` can stand in a tail that is read leftwards; a verb after a capital cannot."""
    word, before = scene.line[i], scene.line.word(i - 1)
    if word.key.endswith(_AGED):
        return False
    if word.named or i in scene.taken:
        return True
    if word.text in _INNER:
        return word.text != "."
    tells = word.key in lexicon.words("speech_verbs") and not scene.key_in(i - 1, _TITLE_LINKS)
    if word.shape is Shape.SIGN or word.key in _ENDING or tells:
        return False
    closes = before is not None and before.shape is Shape.CAPITAL
    return not closes or i - 1 in scene.taken or not _may_be_verb(word.key)


# ---- from the beginning rightwards -----------------------------------------------------------------------------------


def phrase_at(scene: Scene, start: int) -> Phrase | None:
    """The role whose noun phrase begins at `start`, with its tail; None where no role's head noun leads it."""
    first = scene.line.word(start)
    head = _head(scene, start)
    if head is None or first is None or _is_verb(first):
        return None
    at = head + 1 + scene.text_is(head + 1, ".")
    after = scene.line.word(at)
    if after is not None and after.shape is Shape.CAPITAL and at not in scene.taken and class_at(scene, at) is None:
        return None
    if first.shape is scene.line[head].shape is Shape.CAPITAL and start not in scene.taken and _is_first_name(first):
        return None
    return Phrase(start, head, _tail_end(scene, head + 1))


def phrases_at(scene: Scene, start: int) -> tuple[Phrase, ...]:
    """The role that begins at `start`, or each of several: "composer, conductor and activist"."""
    first = phrase_at(scene, start)
    if first is None:
        return ()
    found = [first]
    while scene.text_is(found[-1].end, ",") and found[-1].end == found[-1].head + 1:
        at = found[-1].end + 1
        if not scene.key_in(at, ("and",)):
            head = _head(scene, at)
            if head is None:
                break
            found.append(Phrase(at, head, head + 1))
            at = head + 1
        if scene.key_in(at, ("and",)):
            closing = phrase_at(scene, at + 1)
            return (*found, closing) if closing is not None else (first,)
    return (first,)


def _head(scene: Scene, start: int) -> int | None:
    """The head noun of the phrase that begins at `start`: the last role noun before a link, a verb or a sign."""
    found = None
    for i in range(start, min(start + 12, len(scene.line))):
        word = scene.line[i]
        if word.text in _INNER:
            continue
        kind = class_at(scene, i)
        if kind is Class.KIN:
            return None
        if _is_head(scene, i, kind):
            found = i
        elif found is not None:
            return found
        if _ends_modifiers(scene, i) and word.key not in (DETERMINERS if i == start else {"and"}):
            return found
    return found


def _is_verb(word: Word) -> bool:
    """Whether a phrase that begins with the word is a clause: "…, met the leader"."""
    if word.shape is not Shape.LOWER or word.key in lexicon.words("role_modifiers"):
        return False
    return word.key.endswith("ing") or lexicon.is_irregular_verb(word.key)


# ---- the tail --------------------------------------------------------------------------------------------------------


def _tail_end(scene: Scene, at: int) -> int:
    """Where a role's tail ends: at a sign, a verb, a relative pronoun, or a lower-case word after capitals."""
    last = min(at + _LONGEST_ROLE + 1, len(scene.line))
    for i in range(at, last):
        word = scene.line[i]
        if word.text in _BREAKS and not _is_inner(scene, i):
            return i
        if word.text == "," and not (_names_body(scene, i + 1) if i == at else _list_goes_on(scene, i)):
            return i
        if word.key in _ENDING or (word.shape is Shape.LOWER and _ends_before(scene, i)):
            return i
    return last


def _ends_before(scene: Scene, i: int) -> bool:
    """Whether the lower-case word at `i` is not part of the role: a verb of saying, or a verb after capitals."""
    word, before = scene.line[i], scene.line[i - 1]
    if scene.key_in(i + 1, _NO_TAIL if word.key in LINKS else _OBJECTS if word.key.endswith("ed") else ()):
        return True
    if word.key in LINKS:
        return i + 1 == len(scene.line) or _begins_time(scene, i) or _leads_to_verb(scene, i)
    if speaks(word) or (is_function(word) and word.key not in _IN_TAILS and before.key not in LINKS):
        return True
    ends = word.key.endswith(("ed", "s")) and (before.named or before.text == ")")
    return ends and not is_demonym(before.key)


def _leads_to_verb(scene: Scene, i: int) -> bool:
    """Whether "to" or "and" at `i` goes on with a verb or clause: "candidate to win", "chairman and Ana Costa left"."""
    link, word, after = scene.line[i], scene.line[i + 1], scene.line.word(i + 2)
    if link.key == "and" and word.named and i + 1 not in scene.taken and not scene.line[i - 1].named:
        return after is not None and (after.key in _ENDING or (after.named and _is_first_name(word)))
    if link.key == "to":
        return word.key in lexicon.words("verbs")
    return link.key == "and" and scene.key_in(i + 2, _CLAUSES | _OBJECTS) and _may_be_verb(word.key)


def _begins_time(scene: Scene, i: int) -> bool:
    """Whether the link at `i` leads to a time and not to a part of the role: "from 1967", "on Friday", "for years"."""
    link, word = scene.line[i], scene.line[i + 1]
    if word.shape is Shape.NUMBER and link.key in {"from", "in", "between", "at"}:
        return True
    timed = any(word.key in _TIMES and word.shape is Shape.LOWER for word in scene.line[i + 1 : i + 4])
    return (timed and link.key in {"for", "in", "at", "from"}) or word.key in DAY_NAMES


def _list_goes_on(scene: Scene, comma: int) -> bool:
    """Whether a comma separates the members of one tail: "for Foreign Affairs, Defence and Trade"."""
    at = comma + 1
    while at < len(scene.line) and at - comma < 8 and (scene.line[at].named or scene.line[at].text == ","):
        at += 1
    joined = at > comma + 1 and scene.key_in(at, ("and",)) and at + 1 < len(scene.line) and scene.line[at + 1].named
    return joined and not _is_first_name(scene.line[comma + 1])


def _names_body(scene: Scene, at: int) -> bool:
    """Whether a body separated from a role by a comma fills its place: "commander, Central Command, …"."""
    end = next((i for i in scene.near(at) if i not in scene.taken), len(scene.line))
    return end > at and (end == len(scene.line) or scene.text_is(end, ",", ".", ";", ")"))


def _is_inner(scene: Scene, i: int) -> bool:
    """Whether the sign at `i` ends no role: a dot after an initial or a title cut short, a bracket of an acronym."""
    sign, before, after = scene.line[i].text, scene.line[i - 1], scene.line.word(i + 1)
    if sign == ".":
        initial = before.named and len(before.text) == 1
        return after is not None and (initial or (after.named and class_at(scene, i - 1) is not None))
    return scene.closes_acronym(i + 2 if sign == "(" else i)
