"""Who does what in a sentence: the subject of a verb, its agent after "by", and whether that is whom a claim names."""

from __future__ import annotations

from collections.abc import Sequence

from unami_cli import lexicon
from unami_cli.checking.agreement import matters
from unami_cli.checking.matter import NAMED, Matter, Part
from unami_cli.checking.slots import Held
from unami_cli.checking.statement import LIGHT, is_mutual
from unami_cli.extract.scene import class_of
from unami_cli.lookup.clauses import DETERMINERS, PREPOSITIONS, Token
from unami_cli.lookup.wordforms import BEING, HELPING, is_verb, stem
from unami_cli.model import Person

_BETWEEN = HELPING | frozenset("not never also already now later recently then still both all been being".split())
_RELATIVE = frozenset("who which that".split())
_NO_ASIDE = _RELATIVE | {"and", "or", "including"}
_THE_ONE, _ANOTHER = "the one", "another"
_AGENT = 8  # words after a verb in which "by" tells by whom
_SHORT = 3  # words of a name that is another's when none of its last ones is met


def done_by_another(matter: Matter, told: Held, deed: Part) -> bool:
    """Whether the fact, wherever it says what the claim says is done, names another as the one who does it.

    For a passive claim that does not say by whom, it is the one to whom it is done.
    """
    claimed, bodies = matter.claim.tokens, lexicon.words("organization_heads")
    passive = is_passive(claimed, matter.deed_at)
    names = [p for p in matter.parts if p.kind == NAMED or p.text.casefold() in bodies]
    meant = [p for p in names if passive and p.start > deed.start and p.mark == "by"]
    by_whom = bool(meant) or not passive
    meant = meant or [p for p in names if p.start < deed.start and p.mark == ""]
    ids = {id for part in meant for id in matter.bearers(part)}
    held = matter.index.discourse.held(told.number)
    spans = [(told.word_at(a), told.word_at(b), one) for a, b, one in held if one.id not in ids]
    others = {i for first, last, _ in spans for i in range(first, last)}
    namesakes = {i for first, last, one in spans if ids and isinstance(one, Person) for i in range(first, last)}
    owners = {i for i in range(len(told.tokens)) if _owns(told, i)}
    mine = {i for part in meant for i in told.where(part)} - namesakes - owners
    nouns = matter.nouns(ids)
    others |= {i for i, token in enumerate(told.tokens) if token.word in bodies and token.word not in nouns}
    verbs = [i for i in told.places[deed.units[0]] or () if is_verb(told.tokens[i].word)] if meant else ()
    heads = [(_doer(told, verb, by_whom), verb) for verb in verbs]
    return (
        not is_mutual(deed.text.casefold())
        and bool(heads)
        and all(head in others and mine.isdisjoint(range(head - _SHORT, max(head + 1, verb))) for head, verb in heads)
    )


def _doer(told: Held, verb: int, by_whom: bool) -> int:
    """The last word of whom a fact names as the one who does it, or to whom it is done; -1 where that is not sure."""
    led = verb + 1 < len(told.tokens) and told.tokens[verb + 1].word == "by"  # "atrocities committed by"
    if not (led or is_passive(told.tokens, verb)):
        return _subject(told, verb) if by_whom else -1
    return _agent(told, verb) if by_whom else _subject(told, verb)


def doers_swapped(matter: Matter, told: Held) -> bool:
    """Whether somebody else that the claim names does in the fact what the claim says of the first."""
    claimed = matter.claim.tokens
    names = [part for part in matter.parts if part.kind == NAMED]
    for at, verb in enumerate(claimed):
        ahead = [p for p in names if p.start < verb.start and p.mark == ""]
        behind = [p for p in names if p.start > verb.start and matter.kind(p) != "where"]
        modifies = at and claimed[at - 1].word in DETERMINERS
        if (
            modifies
            or _is_of_office(claimed, at)
            or not (is_verb(verb.word) and ahead and behind)
            or verb.word in LIGHT | HELPING
            or is_mutual(verb.word)
        ):
            continue
        mine = set(told.where(ahead[-1]))
        others = {i for part in behind for i in told.where(part)}
        if not is_passive(claimed, at) and {
            _nearest(where, mine, others, told) for where in _places_of(matter, told, verb, mine)
        } == {_ANOTHER}:
            return True
    return False


def does_the_opposite(matter: Matter, told: Held) -> bool:
    """Whether the verb right behind the subject of a claim is the opposite of the claim's: "fell after a rise"."""
    deed = matter.deed
    if deed is None or deed.mark:
        return False
    before = [part for part in matter.parts if part.start < deed.start and part.mark in ("", "verb")]
    if not before:
        return False
    words = [token.word for token in told.tokens]
    verbs = [at for at in told.places[deed.units[0]] or () if is_verb(words[at]) and not words[at].endswith("ing")]
    if any(not at or words[at - 1] not in DETERMINERS for at in verbs):  # "opened in 1990 and closed in 2005"
        return False
    against = matter.against(deed.units[0])
    done = {_verb_behind(told, at) for at in told.where(before[-1])} - {-1}
    return bool(done) and all(
        at not in told.used
        and not against.isdisjoint(matters(told.tokens[at].word))
        and not is_passive(told.tokens, at)
        for at in done
    )


def _verb_behind(told: Held, at: int) -> int:
    """The verb right behind a word, past what helps it; -1 where there is none."""
    at += 1
    while at < len(told.tokens) and (told.tokens[at].word in _BETWEEN or told.tokens[at].word.endswith("ly")):
        at += 1
    return at if at < len(told.tokens) and is_verb(told.tokens[at].word) and not told.parted(at) else -1


def _is_of_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that may be a verb belongs to the name of an office: "press secretary", not "met President"."""
    known = lexicon.words("role_modifiers")
    return tokens[at].word in known and at + 1 < len(tokens) and class_of(tokens[at + 1].word) is not None


def _places_of(matter: Matter, told: Held, verb: Token, mine: set[int]) -> list[int]:
    """Where a fact says what a verb of the claim says: in the same word, or another before whom it happens to."""
    met = {i for part in matter.parts if part.start == verb.start for i in told.places[part.units[0]] or ()}
    same = {i for i, token in enumerate(told.tokens) if stem(token.word) == stem(verb.word)}
    titled = {i for i in met if class_of(told.tokens[i].word) is not None}  # "the founder Ana Costa"
    return sorted(same | {i for i in met - titled if i + 1 in mine})


def _nearest(verb: int, mine: set[int], others: set[int], told: Held) -> str:
    """Whether the one or another of the claim's names does what a verb of the fact says: the nearest before it."""
    name = max((i for i in mine | others if i < verb), default=None)
    joined = told.tokens[verb - 1].word in ("and", "but")  # "talked with Costa and urged her": not Costa urged
    if name is None or told.tokens[name].mark not in ("", "verb", *(() if joined else ("with",))):
        return ""
    return _ANOTHER if (name in mine) == is_passive(told.tokens, verb) else _THE_ONE


def is_passive(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a form of "be" helps a verb that is not an "-ing"."""
    at = -1 if tokens[verb].word.endswith("ing") else verb - 1
    while at >= 0 and tokens[at].word in _BETWEEN:
        if tokens[at].word in BEING:
            return True
        at -= 1
    return False


def _subject(told: Held, verb: int) -> int:
    """The last word of what stands before a verb as its subject, without "of" and what is after it."""
    tokens, at = told.tokens, verb - 1
    while at >= 0 and (tokens[at].word in _BETWEEN or tokens[at].word.endswith("ly")):
        at -= 1
    if at >= 0 and told.parted(at + 1):
        at = _before_aside(told, at)
    if at < 0:
        return -1
    if tokens[at].word in _RELATIVE:
        at -= 1
    while at > 0 and (tokens[at].mark == "of" or tokens[at].word == "of"):  # "the Council of Tern approved"
        at -= 1
    return -1 if at < 0 or tokens[at].mark in PREPOSITIONS else at


def _before_aside(told: Held, at: int) -> int:
    """The word before what two commas set apart that end behind `at`: "Jim Berg, Ana's father,"; -1 for none."""
    first = at
    while first > 0 and not told.parted(first):
        first -= 1
    ends = (told.fact.text[told.tokens[i - 1].end : told.tokens[i].start].strip() for i in (first, at + 1) if i)
    aside = [token.word for token in told.tokens[first : at + 1]]
    noun = aside[0] in DETERMINERS or _owns(told, first) or class_of(aside[0]) is not None
    return first - 1 if noun and set(ends) == {","} and _NO_ASIDE.isdisjoint(aside) else -1


def _owns(told: Held, at: int) -> bool:
    return told.fact.text.startswith(("’s", "'s"), told.tokens[at].end)


def _agent(told: Held, verb: int) -> int:
    """The last word of the name after "by" in a passive clause."""
    behind = range(verb + 1, min(verb + _AGENT, len(told.tokens)))
    last = next((i + 1 for i in behind if told.tokens[i].word == "by"), len(told.tokens))
    while last + 1 < len(told.tokens) and not told.parted(last + 1) and told.tokens[last + 1].mark == "by":
        last += 1
    return last if last < len(told.tokens) else -1
