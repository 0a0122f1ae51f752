"""Roles beside a name: "Iraqi Prime Minister" before it; an apposition, a relative clause, a predicate after it."""

from __future__ import annotations

from unami_cli import lexicon
from unami_cli.calendar import DAY_NAMES
from unami_cli.extract.scene import (
    ROLES,
    TITLES,
    Class,
    Scene,
    class_at,
    is_demonym,
    is_function,
    is_given,
    is_initial,
    is_ordinary,
    is_place,
    is_plural_role,
    speaks,
)
from unami_cli.model import RoleMention
from unami_cli.tags import Shape, Word
from unami_cli.vocabulary import ARTICLES, OWNERS

_LINKS = frozenset("of for to on at in and with from against under by about between into the a an & or".split())
_TITLE_LINKS = frozenset("of for to on at in and the & with".split())
_DETERMINERS = ARTICLES | (OWNERS - {"your"}) | {"this", "another", "one"}
_VERBS = frozenset(
    """is was were are has had have will would can could should may might must does did do said says told who which that
    whom whose when where while after before since as because if but joined became spoke""".split()
)
_LEADING = _DETERMINERS | frozenset("by of with from for between like including against about former".split())
_LOCATING = frozenset("in at from to near".split())
_BECOMING = frozenset(
    """appointed named elected re-elected reelected nominated chosen selected designated made promoted inaugurated
    crowned confirmed""".split()
)
_SERVING = frozenset(
    "served serves serving worked works working acted acts acting remains remained became becomes".split()
)
_DID = frozenset("met led left took made went came gave won lost held saw ran joined visited attended".split())
_FOLLOWING = frozenset("replaced replaces replacing succeeded succeeds succeeding installed followed".split())
_LEAVING = frozenset(
    """step steps stepped stepping resign resigned resigns retire retired retires stand stood quit takes took taken over
    appointed named elected sworn returned""".split()
)
_BREAKS = frozenset('. ; : ! ? ( ) — – " “ ” […'.split())
_CLAUSES = frozenset("he she they it i we you who that there".split())
"""Behind "and" they begin a clause, which is no part of a role."""
_OBJECTS = ARTICLES | OWNERS | set("by that how why what it him them me us".split())
"""Behind a word in "-ed" they say that it is a verb: "a member of the family raised the issue"."""
_LONGEST_ROLE = 30


def _make_role(scene: Scene, start: int, end: int, text: str, rule: str) -> RoleMention | None:
    """The role in the words from `start` to `end`, without a determiner before it or a sign after it."""
    while start < end and (
        scene.line[start].key in _DETERMINERS or scene.line[start].shape in (Shape.SIGN, Shape.POSSESSIVE)
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
    after = scene.line.word(i + 1)
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
    word, before = scene.line[i], scene.line.word(i - 1)
    if before is None or class_at(scene, i + 1) not in ROLES or scene.line[i + 1].shape is not Shape.LOWER:
        return False
    if word.key.endswith(("ed", "ing", "ly")) or word.key in lexicon.words("speech_verbs"):
        return False
    opens = before.key in _DETERMINERS or before.key in {"by", "with", "of", "from", "for"}
    return opens or speaks(before)


def _closes_acronym(scene: Scene, i: int) -> bool:
    """Whether the bracket at `i` ends an acronym that stands between a body and its office: "… (PTI) Chairman"."""
    return scene.text_is(i, ")") and i > 2 and scene.text_is(i - 2, "(") and scene.line[i - 1].shape is Shape.UPPER


def _role_start(scene: Scene, head: int) -> int:
    """Where the role begins whose head noun stands at `head`."""
    at = head
    while at > 0 and (_opens_modifiers(scene, at - 1) or _closes_acronym(scene, at - 1)):
        at -= 3 if _closes_acronym(scene, at - 1) else 1
    at = _noun_modifiers(scene, at) if at == head and scene.line[head].shape is Shape.LOWER else at
    joined = at > 1 and scene.line[at - 1].key == "and" and class_at(scene, at - 2) in ROLES
    lower = joined and scene.line[at - 2].shape is Shape.LOWER and scene.line[head].shape is Shape.LOWER
    return _role_start(scene, at - 2) if lower else at


def _noun_modifiers(scene: Scene, at: int) -> int:
    """Leftwards past one or two nouns in small letters that a determiner, a preposition or a sign leads to.

    So "by advice columnist Ana Ruiz" has the role "advice columnist"; "asked senator Tom Berg" has a verb there.
    """
    start = at
    while start > 0 and at - start < 2 and _is_noun_modifier(scene, start - 1):
        start -= 1
    before = scene.line.word(start - 1)
    led = before is None or before.shape is Shape.SIGN or before.key in _LEADING
    return start if led and (before is not None or start == at) else at


def _is_noun_modifier(scene: Scene, i: int) -> bool:
    word = scene.line[i]
    plain = word.shape is Shape.LOWER and len(word.key) > 3 and word.key in lexicon.words("english")
    verb = word.key.endswith(("ed", "ing", "ly", "es")) or word.key in lexicon.words("speech_verbs") or word.key in _DID
    return plain and not verb and not is_function(word) and word.key not in _VERBS and class_at(scene, i) is None


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
        return _make_role(scene, _role_start(scene, head), at, text, "a title before the name")
    tail = None if scene.line[at - 1].key in _LINKS else tail_head(scene, at)
    if tail is not None:
        start = _role_start(scene, _outermost(scene, tail))
        if not scene.key_in(start - 1, ("a", "an")):
            return _make_role(scene, start, at, text, "a title before the name")
    return _role_before_colon(scene, at, text) or _role_before_comma(scene, at, text)


def _outermost(scene: Scene, head: int) -> int:
    """The head of the whole role that the one at `head` is but a part of: "Special Representative of the …"."""
    start = _role_start(scene, head)
    if scene.key_in(start - 1, ("the",)):
        start -= 1
    linked = scene.key_in(start - 1, ("of", "to", "for"))
    outer = tail_head(scene, start) if linked else None
    return head if outer is None else _outermost(scene, outer)


def _tells_of_another(scene: Scene, start: int) -> bool:
    """Whether the role that begins at `start` is an apposition to the name before it: "Yon, chief of X, Ko, …"."""
    name = scene.line.word(start - 2)
    return scene.text_is(start - 1, ",") and name is not None and name.named and start - 2 not in scene.taken


def _role_before_colon(scene: Scene, at: int, text: str) -> RoleMention | None:
    """A label at the beginning of a line: "Producer: Thomas Morris"."""
    if scene.line[at - 1].text != ":" or not 2 <= at <= 5 or class_at(scene, at - 2) not in ROLES:
        return None
    if is_plural_role(scene, at - 2) or _role_start(scene, at - 2) != 0:
        return None
    return _make_role(scene, 0, at - 1, text, "a label before the name")


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
    start = _role_start(scene, _outermost(scene, head))
    before = scene.line.word(start - 1)
    if _tells_of_another(scene, start):
        return None
    if before is not None and before.key in {"a", "an"} and scene.key_in(start - 2, ("by",)):
        return None
    owned = scene.line.word(start + 1)
    opens = (
        before is None
        or (owned is not None and owned.shape is Shape.POSSESSIVE)
        or before.key in _DETERMINERS
        or before.shape in (Shape.SIGN, Shape.POSSESSIVE)
        or before.key == "as"
    )
    return _make_role(scene, start, end, text, "a title before the name and a comma") if opens else None


def tail_head(scene: Scene, end: int) -> int | None:
    """The head noun of a role whose tail ("of State", "for the Middle East") ends before the word `end`, or None."""
    i, linked = end - 1, False
    while i >= 0 and end - i <= 24:
        word = scene.line[i]
        if linked and class_at(scene, i) in ROLES and scene.key_in(i + 1, _LINKS) and i not in scene.taken:
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
    if word.key in _VERBS or word.key in lexicon.words("speech_verbs"):
        return False
    before = scene.line.word(i - 1)
    closes = before is not None and before.shape is Shape.CAPITAL and not is_demonym(before.key)
    return not closes or i - 1 in scene.taken


# ---- after the name --------------------------------------------------------------------------------------------------


def _after_age(scene: Scene, at: int) -> int:
    """Past ", 34" after a name."""
    number = scene.line.word(at + 1)
    if scene.text_is(at, ",") and number is not None and number.shape is Shape.NUMBER and len(number.text) <= 3:
        return at + 2
    return at


def roles_after(scene: Scene, end: int, text: str) -> tuple[RoleMention, ...]:
    """The roles that follow a name which ends before the word `end`."""
    at = _after_age(scene, end)
    found = _apposition(scene, at, text) or _predicate(scene, at, text)
    return (found,) if found else ()


def _apposition(scene: Scene, at: int, text: str) -> RoleMention | None:
    if not scene.text_is(at, ",", "–", "—", "("):
        return None
    start = at + 1
    if scene.key_in(start, ("who",)):
        return _relative(scene, start, text)
    if scene.key_in(start, ("then", "now", "formerly", "himself", "herself", "also", "later", "once")):
        start += 1
    if scene.key_in(start, ("as",)):
        start += 1
    return _role_phrase(scene, start, text, "an apposition after the name")


def _relative(scene: Scene, at: int, text: str) -> RoleMention | None:
    """ ", who is the commander of …"."""
    i = at + 1
    while scene.key_in(i, ("also", "now", "previously", "currently", "then", "recently", "once")):
        i += 1
    if scene.key_in(i, ("is", "was")) or scene.key_in(i, _SERVING):
        return _after_copula(scene, i, text, "a relative clause after the name")
    return None


def _after_copula(scene: Scene, i: int, text: str, rule: str) -> RoleMention | None:
    """The role after "is", "was appointed", "served as", "has been" whose first verb stands at `i`."""
    at = i + 1
    while scene.key_in(at, ("been", "then", "also", "now", "currently", "later", "previously", "sworn", "in")):
        at += 1
    if scene.key_in(at, _BECOMING) or scene.key_in(at, _SERVING):
        at += 1
    if scene.key_in(at, ("as", "to", "be")):
        at += 1
    return _role_phrase(scene, at, text, rule)


def _predicate(scene: Scene, at: int, text: str) -> RoleMention | None:
    """ "… was appointed special envoy", "… became president", "… as president"."""
    word = scene.line.word(at)
    if word is None:
        return None
    rule = "a predicate of the name"
    if word.key in {"is", "was", "been", "became", "becomes"}:
        return _after_copula(scene, at, text, rule)
    if word.key in {"has", "had"} and scene.key_in(at + 1, ("been", "become", "served", "worked")):
        return _after_copula(scene, at + 1, text, rule)
    if word.key in {"served", "serves", "serving", "works", "worked"} and scene.key_in(at + 1, ("as",)):
        return _role_phrase(scene, at + 2, text, rule)
    if (left := _as_after_leaving(scene, at)) is not None:
        return _role_phrase(scene, left, text, rule)
    if word.key == "as" and _made_or_followed(scene, at):
        return _role_phrase(scene, at + 1, text, rule)
    return None


def _made_or_followed(scene: Scene, at: int) -> bool:
    """Whether the name before `at` is the one who was made something: "appointed X as …", "replacing X as …"."""
    begins = next(
        (i for i in range(at - 1, max(at - 7, -1), -1) if not scene.line[i].named and scene.line[i].text != "."), -1
    )
    return scene.key_in(begins, _BECOMING) or scene.key_in(begins, _FOLLOWING)


def _as_after_leaving(scene: Scene, at: int) -> int | None:
    """Where the role begins in "… would step down as chairman"."""
    for i in range(at, min(at + 7, len(scene.line) - 1)):
        word = scene.line[i]
        if word.shape not in (Shape.LOWER, Shape.NUMBER):
            return None
        if word.key == "as":
            before = {w.key for w in scene.line[at:i]}
            return i + 1 if before & _LEAVING else None
    return None


def _role_phrase(scene: Scene, start: int, text: str, rule: str) -> RoleMention | None:
    """The role whose noun phrase begins at `start`, with its tail; None where no role's head noun leads it."""
    first = scene.line.word(start)
    head = _leading_head(scene, start)
    if head is None or first is None or _is_verb(first):
        return None
    owner = _owner_end(scene, head + 1)
    if owner is not None and (owned := _leading_head(scene, owner)) is not None:
        head = owned
    after = scene.line.word(head + 1)
    if (
        after is not None
        and after.shape is Shape.CAPITAL
        and head + 1 not in scene.taken
        and class_at(scene, head + 1) is None
    ):
        return None
    end = _phrase_end(scene, head + 1)
    if end == head + 1 and end < len(scene.line) and scene.line[end].named and end not in scene.taken:
        return None
    return _make_role(scene, start, end, text, rule)


def _is_verb(word: Word) -> bool:
    """Whether a phrase that begins with the word is a clause: "…, met the leader"."""
    if word.shape is not Shape.LOWER or word.key in lexicon.words("role_modifiers"):
        return False
    return word.key in _DID or (word.key.endswith("ed") and word.key in lexicon.words("speech_verbs"))


def _owner_end(scene: Scene, at: int) -> int | None:
    """Past a name and its possessive ending that follow a title: "President Donald Trump's | special envoy"."""
    end = at
    while end < len(scene.line) and scene.line[end].named:
        end += 1
    owns = end > at and end < len(scene.line) and scene.line[end].shape is Shape.POSSESSIVE
    return end + 1 if owns else None


def role_line(scene: Scene, text: str) -> RoleMention | None:
    """The role that makes up a whole line, under a name that makes up the line before."""
    found = _role_phrase(scene, 0, text, "a role on the line after the name")
    whole = found is not None and found.end >= scene.line[-1].end - 1
    return found if whole else None


def _leading_head(scene: Scene, start: int) -> int | None:
    """The head noun of the phrase that begins at `start`: the last role noun before a link, a verb or a sign."""
    found = None
    for i in range(start, min(start + 12, len(scene.line))):
        word = scene.line[i]
        if word.text in {"-", "’", "'", "&", "."} or word.shape in (Shape.POSSESSIVE, Shape.NUMBER):
            continue
        kind = class_at(scene, i)
        another = word.shape is Shape.CAPITAL and kind is None and is_given(word.key) and not is_ordinary(word.key)
        if kind is Class.KIN or (another and found is None and i not in scene.taken):
            return None
        free = i not in scene.taken or kind is Class.OFFICE
        if kind in ROLES and free and not is_plural_role(scene, i):
            found = i
        elif found is not None and not _leads_on(scene, i):
            return found
        if _ends_modifiers(scene, i) and not (word.key == "and" and i > start):
            return found
    return found


def _leads_on(scene: Scene, i: int) -> bool:
    """Whether another role's head noun follows in the same phrase: "the chief UN weapons inspector"."""
    for j in range(i, min(i + 4, len(scene.line))):
        if class_at(scene, j) in ROLES and j not in scene.taken and scene.line[j].shape is Shape.LOWER:
            return True
        if _ends_modifiers(scene, j) or (scene.line[j].shape is Shape.CAPITAL and j not in scene.taken):
            return False
    return False


def _ends_modifiers(scene: Scene, i: int) -> bool:
    """Whether no role's head noun can follow the word at `i` in the same phrase: a sign or a function word."""
    word = scene.line[i]
    if word.shape is Shape.SIGN:
        return True
    leads = word.key in _DETERMINERS or word.key in {"first", "second", "former", "most", "last"}
    return is_function(word) and not leads and i not in scene.taken


def _phrase_end(scene: Scene, at: int) -> int:
    """Where a role's tail ends: at a sign, a verb, a relative pronoun, or a lower-case word after capitals."""
    i = at
    while i < len(scene.line) and i - at <= _LONGEST_ROLE:
        word = scene.line[i]
        if word.text == "-" and scene.text_is(i + 1, "-"):
            break
        if word.text in _BREAKS and not _inner_dot(scene, i) and not _inner_bracket(scene, i):
            break
        if word.text == "," and not _list_goes_on(scene, i):
            break
        if word.key in _VERBS and i not in scene.taken and word.shape is not Shape.UPPER:
            break
        if word.shape is Shape.LOWER and _ends_before(scene, i):
            break
        i += 1
    return i


def _inner_dot(scene: Scene, i: int) -> bool:
    return (
        scene.line[i].text == "."
        and i + 1 < len(scene.line)
        and ((class_at(scene, i - 1) is not None and scene.line[i + 1].named) or is_initial(scene.line[i - 1]))
    )


def _inner_bracket(scene: Scene, i: int) -> bool:
    """Whether the bracket at `i` encloses one acronym in the middle of the role."""
    if scene.line[i].text == "(":
        return scene.text_is(i + 2, ")") and scene.line[i + 1].shape is Shape.UPPER
    return scene.line[i].text == ")" and scene.text_is(i - 2, "(")


def _list_goes_on(scene: Scene, i: int) -> bool:
    """Whether a comma parts the members of one tail: "for Foreign Affairs, Defence and Trade"."""
    for j in range(i + 1, min(i + 4, len(scene.line))):
        if scene.line[j].key == "and" and j > i + 1:
            return (
                all(scene.line[k].named for k in range(i + 1, j))
                and j + 1 < len(scene.line)
                and scene.line[j + 1].named
            )
    return False


def _begins_time(word: Word, link: Word) -> bool:
    """Whether a link leads to a time and not to a part of the role: "from 1967", "on Friday", "in May"."""
    if word.shape is Shape.NUMBER:
        return link.key in {"from", "in", "between"}
    return word.key in DAY_NAMES


def _ends_before(scene: Scene, i: int) -> bool:
    """Whether the lower-case word at `i` is no part of the role: a verb of saying, or a verb after capitals."""
    word, nxt = scene.line[i], scene.line.word(i + 1)
    if nxt is not None and nxt.key in (_CLAUSES if word.key in _LINKS else _OBJECTS if word.key.endswith("ed") else ()):
        return True
    if word.key in _LINKS:
        return nxt is None or (nxt.key in _VERBS and nxt.shape is not Shape.UPPER) or _begins_time(nxt, word)
    if speaks(word):
        return True
    before = scene.line[i - 1]
    if before.shape is Shape.UPPER or is_demonym(before.key):
        return False
    capital_tail = before.named or before.text == ")" or (i - 1) in scene.taken
    return (
        capital_tail
        and class_at(scene, i) not in TITLES
        and word.key.endswith(("ed", "es", "s"))
        and not word.key.endswith("ss")
    )
