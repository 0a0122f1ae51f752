"""Roles beside a name: "Iraqi Prime Minister" before it; an apposition, a relative clause, a predicate after it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from unami_cli.extract.phrases import DETERMINERS, LINKS, Phrase, phrases_at, start_of, start_of_whole, tail_head
from unami_cli.extract.scene import ROLES, Class, Scene, class_at, is_function, is_plural_role
from unami_cli.extract.signs import owns
from unami_cli.lexicon import ARTICLES
from unami_cli.model import RoleMention
from unami_cli.tags import Shape

_BEING = frozenset("is was be been become became becomes remains remained".split())
_BECOMING = frozenset(
    """appointed named elected re-elected reelected nominated chosen selected designated made promoted inaugurated
    crowned confirmed hired""".split()
)
_SERVING = frozenset("serve served serves serving worked works working acted acts acting".split())
_FOLLOWING = frozenset("replaced replaces replacing succeeded succeeds succeeding installed followed".split())
_LEAVING = frozenset(
    """step steps stepped stepping resign resigned resigns retire retired retires stand stood quit takes took taken over
    appointed named elected sworn returned joined joins began left hired""".split()
)
_ADVERBS = frozenset(
    "also now previously currently then recently once formerly later himself herself both still already".split()
)
_DANGLING = LINKS | {",", "-", "–"}
_UNSAID = DETERMINERS | {"late"}  # what stands before a role and is no part of it
DIRECT = "a title before the name"
"""The rule of a role that stands right before a name."""
_MOST_ASIDES = 3  # a party, an age and a home: no more is met
_IN_OFFICE = frozenset("of to for".split())
_FURTHER = ARTICLES | {"former", "who"}  # what a second apposition begins with: "…, the mayor, a former teacher, …"


def _mention(scene: Scene, start: int, end: int, text: str, rule: str) -> RoleMention:
    """The role in the words from `start` to `end`, without "the late" before it or a link or sign after it."""
    while scene.line[start].key in _UNSAID:
        start += 1
    while scene.line[end - 1].text in _DANGLING:
        end -= 1
    first, last = scene.line.starts[start], scene.line.end(end - 1)
    return RoleMention(first, last, text[first:last], rule)


# ---- before the name -------------------------------------------------------------------------------------------------


def roles_before(scene: Scene, name: int, end: int, text: str) -> tuple[RoleMention, ...]:
    """The roles that stand before a name from `name` to `end`: direct, with a tail, or after a comma or a colon.

    For a title after a comma, the office of a body before it is another role: "Ambassador to Chad, Justice Ana Costa".
    """
    at = _skips_ranks(scene, name)
    if at == 0:
        return ()
    start = _title_start(scene, at)
    further = None if owns(scene.line, end) else _role_before_comma(scene, at if start is None else start, end, text)
    if start is None:
        role = _role_before_colon(scene, at, text) or further
        return (role,) if role else ()
    title = _mention(scene, start, at, text, DIRECT)
    return (further, title) if further and not _IN_OFFICE.isdisjoint(further.text.split()) else (title,)


def _title_start(scene: Scene, at: int) -> int | None:
    """Where the role begins that ends right before the word at `at`, or None."""
    head = at - 2 if scene.line[at - 1].text == "." else at - 1
    if class_at(scene, head) in ROLES and not is_plural_role(scene, head):
        return start_of(scene, head)
    tail = None if scene.line[at - 1].key in LINKS else tail_head(scene, at)
    if tail is None:
        return None
    start = start_of_whole(scene, tail)
    return None if scene.key_in(start - 1, ("a", "an")) else start


def _skips_ranks(scene: Scene, at: int) -> int:
    """Leftwards past the ranks and honorifics (and their dots) that stand before `at`."""
    while at > 0:
        dot = scene.line[at - 1].text == "."
        title = at - 2 if dot else at - 1
        kind = class_at(scene, title)
        letters = kind is None and scene.line[title].shape is Shape.UPPER and scene.text_is(title - 1, ",")
        if not letters and kind not in (Class.RANK, Class.HONORIFIC):  # letters: "…, DSP Ana Costa"
            break
        at = title
    return at


def _role_before_colon(scene: Scene, at: int, text: str) -> RoleMention | None:
    """A label at the beginning of a line: "Producer: Thomas Morris"."""
    head = at - 2
    if scene.line[at - 1].text != ":" or not 0 <= head <= 3 or class_at(scene, head) not in ROLES:
        return None
    whole = not is_plural_role(scene, head) and start_of(scene, head) == 0
    return _mention(scene, 0, at - 1, text, "a label before the name") if whole else None


def _role_before_comma(scene: Scene, at: int, name_end: int, text: str) -> RoleMention | None:
    """ "The Foreign Secretary, Boris Johnson, …" and "Minister for the Middle East, Tobias Ellwood"."""
    end = at - 1
    if not scene.text_is(end, ","):
        return None
    inner = end - 2 if scene.key_in(end - 1, ("ai",)) and scene.text_is(end - 2, ",") else end  # "…, a.i., …"
    inner -= 3 * scene.closes_acronym(inner - 1)
    own = class_at(scene, inner - 1) in ROLES and inner - 1 not in scene.taken
    head = inner - 1 if own else tail_head(scene, inner)
    if head is None or is_plural_role(scene, head):
        return None
    start = start_of_whole(scene, head)
    start -= scene.key_in(start - 1, ("only",))
    if _tells_of_another(scene, start) or _ends_opening(scene, end, name_end):
        return None
    before = scene.line.word(start - 1)
    opens = (
        before is None
        or any(word.shape is Shape.POSSESSIVE for word in scene.line[start:head])
        or before.key in DETERMINERS
        or before.shape in (Shape.SIGN, Shape.POSSESSIVE)
        or before.key == "as"
    )
    return _mention(scene, start, end, text, "a title before the name and a comma") if opens else None


def _tells_of_another(scene: Scene, start: int) -> bool:
    """Whether the role that begins at `start` is an apposition to the name before it: "Yon, chief of X, Ko, …"."""
    name = scene.line.word(start - 2)
    return scene.text_is(start - 1, ",") and name is not None and name.named and start - 2 not in scene.taken


def _ends_opening(scene: Scene, comma: int, end: int) -> bool:
    """Whether the comma ends what a sentence opens with: "Despite the doubts of the party leader, Ana Costa said …"."""
    first, after = scene.line[0], scene.line.word(end)
    goes_on = after is not None and after.shape is Shape.LOWER and after.key not in LINKS
    opening = first.key.endswith("ing") or (is_function(first) and first.key not in DETERMINERS)
    return goes_on and opening and comma == next(at for at, word in enumerate(scene.line) if word.text == ",")


# ---- after the name --------------------------------------------------------------------------------------------------


def roles_after(scene: Scene, end: int, text: str) -> tuple[RoleMention, ...]:
    """The roles that follow a name which ends before the word `end`."""
    told = _phrases_after(scene, end)
    return tuple([_mention(scene, phrase.start, phrase.end, text, rule) for phrase, rule in told])


def pronoun_at(scene: Scene) -> int | None:
    """Where "he" or "she" begins the line, or what follows its first comma: "Originally from Rome, she …"."""
    after = next((i + 1 for i in scene.near(0) if scene.line[i].text == ","), 0)
    return next((at for at in (0, after) if scene.key_in(at, ("he", "she"))), None)


def roles_of_pronoun(scene: Scene, pronoun: int, text: str) -> tuple[RoleMention, ...]:
    """The roles in a sentence that tells them of the "he" or "she" there: "She was a lawyer"."""
    told = _predicates(scene, _after_verb(scene, pronoun + 1))
    rule = "a predicate of “he” or “she”"
    return tuple([_mention(scene, phrase.start, phrase.end, text, rule) for phrase in told])


def _phrases_after(scene: Scene, end: int) -> Iterator[tuple[Phrase, str]]:
    """The appositions and relative clauses that follow a name, and the predicate after them."""
    at, phrases = end, _appositions(scene, end)
    for _ in range(_MOST_ASIDES):
        if phrases or (past := _past_aside(scene, at)) is None:
            break
        at, phrases = past, _appositions(scene, past)
    rule = "a relative clause after the name" if scene.key_in(at + 1, ("who",)) else "an apposition after the name"
    for phrase in phrases:
        yield phrase, rule
    if phrases:
        at = phrases[-1].end
        opens = scene.key_in(at, ("who",)) or scene.key_in(at + 1, _FURTHER)
        further = _appositions(scene, at) if opens else ()
        for phrase in further:
            yield phrase, "an apposition after the name"
        at = further[-1].end if further else at
    elif scene.text_is(at, ",") and (past := _past_clause(scene, at)) is not None:
        at = past
    at += at > end and scene.text_is(at, ",", "–", "—")
    for phrase in _predicates(scene, _predicate(scene, at, end)):
        yield phrase, "a predicate of the name"


def _predicates(scene: Scene, begins: int | None) -> Iterator[Phrase]:
    """The roles that begin there, and those of the verbs joined to it: "was a nurse and | became mayor"."""
    while begins is not None and (phrases := phrases_at(scene, begins)):
        yield from phrases
        at = phrases[-1].end
        begins = _after_verb(scene, at + 1) if scene.key_in(at, ("and",)) else None


def _past_aside(scene: Scene, at: int) -> int | None:
    """Past what may stand between a name and its apposition: ", 34", "(D-Ohio)", ", of Berlin", ", aka Tom Berg"."""
    if scene.text_is(at, "("):
        return next((i + 1 for i in scene.near(at + 1) if scene.line[i].text == ")"), None)
    first = scene.line.word(at + 1)
    if first is None or not scene.text_is(at, ","):
        return None
    if first.shape is Shape.NUMBER and len(first.text) <= 3:
        return at + 2
    if first.key not in {"of", "from", "aka", "aged", "then"}:
        return None
    past = next((i for i in scene.near(at + 2) if not scene.line[i].named and scene.line[i].key != "the"), at)
    past += scene.line[past].shape is Shape.NUMBER
    return past if past > at and scene.text_is(past, ",") else None


def _past_clause(scene: Scene, at: int) -> int | None:
    """Past a relative clause or a description that is not a role: ", a father of four," and ", who lived in Rome,"."""
    if not scene.key_in(at + 1, DETERMINERS | {"who", "whose", "of", "from"}):
        return None
    return next((i for i in scene.near(at + 1) if scene.line[i].text == ","), None)


def _appositions(scene: Scene, at: int) -> tuple[Phrase, ...]:
    """The roles in the apposition or relative clause that begins at `at` with a sign or with "who"."""
    signed = scene.text_is(at, ",", "–", "—", "(")
    start = at + signed
    if scene.key_in(start, ("who",)):
        return tuple(_predicates(scene, _after_verb(scene, start + 1)))
    if not signed:
        return ()
    start = _past(scene, start, _ADVERBS)
    start += scene.key_in(start, _BECOMING)
    return phrases_at(scene, start + scene.key_in(start, ("as",)))


def _past(scene: Scene, at: int, keys: Container[str]) -> int:
    """Past all words of a kind."""
    while scene.key_in(at, keys):
        at += 1
    return at


def _after_verb(scene: Scene, at: int) -> int | None:
    """Where the noun phrase begins after "is", "was appointed", "has served as" at `at`."""
    at = _past(scene, at, _ADVERBS)
    if scene.key_in(at, ("has", "had")):
        at = _past(scene, at + 1, _ADVERBS)
    if scene.key_in(at, _BEING):
        at = _past(scene, at + 1, _ADVERBS | {"been", "becoming"})
        at += 2 * scene.key_in(at, ("sworn",))
        at += scene.key_in(at, _BECOMING) or scene.key_in(at, _SERVING)
        return at + scene.key_in(at, ("as", "to", "be"))
    return at + 2 if scene.key_in(at, _SERVING) and scene.key_in(at + 1, ("as",)) else None


def _predicate(scene: Scene, at: int, end: int) -> int | None:
    """Where a role begins that is told of the name before `end`: "… became | president", "named … | chairman"."""
    begins = _after_verb(scene, at) or _as_after_leaving(scene, at)
    if begins is not None:
        return begins
    if scene.key_in(at, ("as",)) and _made_or_followed(scene, end, _BECOMING | _FOLLOWING):
        return at + 1
    word = scene.line.word(at)
    titled = at == end and word is not None and word.shape is Shape.LOWER
    return at if titled and _made_or_followed(scene, end, _BECOMING) else None


def _made_or_followed(scene: Scene, end: int, verbs: Container[str]) -> bool:
    """Whether the name before `end` is the one who was made something: "appointed X as …", "replaced by X as …"."""
    begins = next((i for i in range(end - 1, max(end - 7, -1), -1) if not scene.line[i].named), -1)
    return scene.key_in(begins - scene.key_in(begins, ("by",)), verbs)


def _as_after_leaving(scene: Scene, at: int) -> int | None:
    """Where the role begins in "… would step down as chairman"."""
    for i in range(at, min(at + 7, len(scene.line) - 1)):
        word = scene.line[i]
        if word.shape not in (Shape.LOWER, Shape.NUMBER):
            return None
        if word.key == "as":
            return None if _LEAVING.isdisjoint([before.key for before in scene.line[at:i]]) else i + 1
    return None
