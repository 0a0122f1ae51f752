"""Whether a fact puts the words of a claim together differently: by another, from elsewhere, later, as the second."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from itertools import accumulate, combinations, pairwise

from unami_cli import lexicon
from unami_cli.checking.agreement import degrees_against, of_figures
from unami_cli.checking.doers import doers_swapped
from unami_cli.checking.matter import NAMED, WORD, Matter, Part
from unami_cli.checking.numbers import may_be, scores
from unami_cli.checking.slots import Held
from unami_cli.checking.statement import EARLIER, LATER, is_mutual, negations, only_says
from unami_cli.extract.scene import class_of
from unami_cli.lookup.clauses import IN, OUT
from unami_cli.lookup.wordforms import BEING, GRAMMAR, HELPING, OTHER_RANKS, is_verb
from unami_cli.model import Person
from unami_cli.outcomes import Slot, Verdict

RANKING = OTHER_RANKS | frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_NEXT_CLAUSE = frozenset("and but who which whose although though while whereas because".split())
_SIDES = frozenset(("for", "against"))
_WITHIN = frozenset(("in", "at", "of"))
_SUPPOSING = frozenset("if whether unless".split())
_EXCEPTING = frozenset("unlike except excluding barring without".split())
_FALSE = frozenset("false untrue baseless unfounded hoax".split())
_SAYINGS = frozenset(
    "claim claims report reports rumour rumours rumor rumors allegation allegations story that".split()
)
_BEFORE = 6  # how many words before all that is met a denying word may stand
_LEADING = 5  # words before a verb that may say that it is only wanted
_OPENING = 2  # a place in a word up to this one is that of the whole sentence: "In Basra, …"
_FURTHER = 6  # words by which another place must be nearer to what is told


def denies(told: Held) -> bool:
    """Whether the fact denies what the claim met in it, or calls it false."""
    first, last = min(told.used, default=0), max(told.used, default=-1)
    denied = (at for at in negations(told.tokens) if not _denies_another(told, at))
    called = any(
        token.word in _FALSE and at not in told.used and _is_said(told, at) for at, token in enumerate(told.tokens)
    )
    return called or any(first - _BEFORE <= at <= last and _in_scope(told, at) for at in denied)


def _is_said(told: Held, at: int) -> bool:
    """Whether "false" is said of something told, and is not the kind of a thing: not "filing false records"."""
    before, after = (told.tokens[i].word if 0 <= i < len(told.tokens) else "" for i in (at - 1, at + 1))
    return before in BEING or before == "as" or after in _SAYINGS or told.parted(at + 1)


def _denies_another(told: Held, at: int) -> bool:
    """Whether a "not" only sets apart a name that the claim does not mention: "Berg, not Costa, signed"."""
    joined = at > 0 and told.tokens[at - 1].word == "but"  # "Berg and Diaz, but not Costa, signed"
    apart = told.tokens[at].word == "not" and told.parted(at - joined) and at + 1 < len(told.tokens)
    return apart and told.said(at + 1)[:1].isupper() and at + 1 not in told.used


def _in_scope(told: Held, at: int) -> bool:
    """Whether something that is met stands in the clause after a word that denies."""
    elsewhere = {i for places in told.places if places and min(places) < at for i in places}
    for i in range(at, len(told.tokens)):
        if i in told.used - elsewhere:
            return True
        if i > at and (told.tokens[i].word in _NEXT_CLAUSE or (i > at + 2 and told.parted(i))):
            return False
    return False


def only_supposed(matter: Matter, told: Held) -> bool:
    """Whether a verb of the claim stands in the fact only after an "if" or "whether" that the claim lacks."""
    if any(token.word in _SUPPOSING for token in matter.claim.tokens):
        return False
    clause = list(accumulate(told.parted(at) for at in range(len(told.tokens))))
    supposed: dict[int, int] = {}  # where the first "if" of a clause stands
    for at, token in enumerate(told.tokens):
        if token.word in _SUPPOSING:
            supposed.setdefault(clause[at], at)
    verbs = (part.units[0] for part in matter.parts if part.kind == WORD and matter.is_verb(part.units[0]))
    for verb in verbs if supposed else ():
        places = told.places[verb] or ()
        if places and all(supposed.get(clause[place], place) < place for place in places):
            return True
    return False


_POSSIBLE = frozenset("could may might".split())
_MODALS = _POSSIBLE | frozenset("would should must ought will shall wont wouldnt".split())
_ASKED = frozenset(
    """ask asked asking asks avoid call called calling calls consider considering considers demand demanded demands
    encourage encouraged invite invited order ordered persuade prevent stop threaten threatened threatens urge urged
    urges urging""".split()
)
"""After these something is asked for or prevented, whether or not it comes."""
_ASKING = _ASKED | frozenset("refuse refused refuses".split())
_OPEN = _ASKED | frozenset(
    """advise advised agree agreed aim aimed aims attempt attempted attempts bid chance decide decided decision due
    effort efforts encouraging expect expected expects forward goal hope hoped hopes hoping intend intended intends
    invites likely need needed needs offer offered offers persuaded plan planned planning plans pledge pledged pledges
    prepare prepared prepares preparing prevented prevents promise promised promises proposal propose proposed
    proposes ready recommend recommended request requested requests right scheduled seek seeking seeks set sought
    threatening tried tries try trying unlikely vow vowed vows want wanted wanting wants willing wish wishes""".split()
)
"""After these something is wanted, planned, asked for or prevented."""


def only_planned(matter: Matter, told: Held, deed: Part) -> bool:
    """Whether what the claim says is done is only wanted, planned or possible in the fact."""
    said = [token.word for token in matter.claim.tokens]
    if not (_MODALS | _OPEN).isdisjoint(said) or any(a in BEING | {"going"} and b == "to" for a, b in pairwise(said)):
        return _POSSIBLE.isdisjoint(said) and _OPEN.isdisjoint(said) and _everywhere(told, deed, _is_possible)
    return _everywhere(told, deed, _is_open)


def _everywhere(told: Held, deed: Part, holds: Callable[[Sequence[str], int], bool]) -> bool:
    """Whether something holds of all places of a deed in the words of the fact that tells it."""
    places, words = told.places[deed.units[0]] or (), [token.word for token in told.tokens]
    return bool(places) and all(holds(words, at) for at in places)


def _is_possible(words: Sequence[str], at: int) -> bool:
    """Whether a verb stands after "may", "calls to" and the like, which leave open whether it will be."""
    asked = words[at - 1 : at] in (["to"], ["from"]) and not _ASKING.isdisjoint(words[max(0, at - _LEADING) : at])
    return asked or not _POSSIBLE.isdisjoint(words[max(0, at - 3) : at])


_UNDONE = frozenset("attempted planned proposed threatened intended possible potential".split())
"""What is called so has not been done: "attempted murder"."""


def _is_open(words: Sequence[str], at: int) -> bool:
    """Whether a verb stands after a modal, or is what is wanted, planned, prevented: "hopes to", "kept from"."""
    before = words[max(0, at - _LEADING) : at]
    if before[-1:] and before[-1] in _UNDONE:
        return True
    if "to" in before[-2:] or before[-1:] == ["from"]:
        return not _OPEN.isdisjoint(before)
    return not _MODALS.isdisjoint(before[-3:])


_ALLEGING = frozenset(
    """accuse accused accuses accusing allegation allegations allege alleged alleges alleging rumour rumours rumor
    rumors rumoured rumored suspected suspicion""".split()
)
"""After these something is only said by somebody, and not told."""
_CLAIMING = frozenset("claim claimed claiming claims".split())
_CLAIMED = frozenset("that to he she it they".split())
_DOUBTING = frozenset("allegedly supposedly purportedly".split())
_UNDOING = frozenset(
    "avoid avoided avoids avoiding escape escaped escapes overturn overturned quashed annulled".split()
)
"""After these, something does not happen, or no longer holds."""
_REACH = 12  # words after which something alleged may stand


def only_alleged(matter: Matter, told: Held, deed: Part) -> bool:
    """Whether the fact tells what is done only as what somebody alleges, or as what did not come to pass."""
    said = {token.word for token in matter.claim.tokens}
    every = _ALLEGING | _DOUBTING | _UNDOING
    if not every.isdisjoint(said) or any(map(only_says, said)):
        return False
    return _everywhere(told, deed, _is_alleged)


def _is_alleged(words: Sequence[str], at: int) -> bool:
    near = words[max(0, at - _LEADING) : at]
    if not _UNDOING.isdisjoint(near) or any(pair == ("short", "of") for pair in pairwise(near)):
        return True
    if not _DOUBTING.isdisjoint([*near, *words[at + 1 : at + 3]]):
        return True
    before = range(max(0, at - _REACH), at)
    return any(words[i] in _ALLEGING or (words[i] in _CLAIMING and words[i + 1] in _CLAIMED) for i in before)


_ONLY = frozenset("only solely exclusively".split())
_ALONE = _ONLY | frozenset("just sole alone nothing nobody none but except limited".split())


def says_more(matter: Matter, slots: Sequence[Slot], told: Held) -> bool:
    """Whether the claim says what the fact, in the same words, leaves open: "only", another score, of which people."""
    peoples, text = lexicon.words("demonyms"), matter.claim.text
    whose = {one.word for one, thing in pairwise(matter.claim.tokens) if text[thing.start].islower()}
    absent = {slot.claimed.casefold() for slot in slots if slot.verdict is Verdict.ABSENT}
    if any(word in peoples for word in absent & whose):
        return True
    return _limits_it(matter, told) or not scores(text) <= scores(told.fact.text)


def _limits_it(matter: Matter, told: Held) -> bool:
    """Whether the claim says "only" of what is no figure, and the fact does not."""
    figures = {figure.start for figure in matter.claim.figures}
    tokens = matter.claim.tokens
    limits = any(
        token.word in _ONLY and (at + 1 == len(tokens) or tokens[at + 1].start not in figures)
        for at, token in enumerate(tokens)
    )
    return limits and _ALONE.isdisjoint(token.word for token in told.tokens)


_PRONOUNS = frozenset("he she they it who".split())


def is_apart(matter: Matter, told: Held) -> bool:
    """Whether all clauses that tell what is done lack a name of the claim and have another in its place."""
    if len(matter.verbs) > 1 or not told.scopes:
        return False
    named = [(part, where) for part in matter.parts if part.kind == NAMED and (where := told.where(part))]
    if any(told.tokens[at].word in _PRONOUNS for scope in told.scopes for at in scope):
        return False  # which may stand for the name: "France’s captain said they beat England"
    return all(
        any(scope.isdisjoint(where) and _has_another(matter, part, told, scope) for part, where in named)
        for scope in told.scopes
    )


def _has_another(matter: Matter, part: Part, told: Held, scope: frozenset[int]) -> bool:
    """Whether a clause has a name of the same kind that the claim lacks: a place for a place, a body or person else."""
    if matter.kind(part) == "where":
        known = lexicon.words("places")
        places = (i for i in scope - told.used if told.tokens[i].mark == part.mark and told.tokens[i].word in known)
        return any(told.said(i)[:1].isupper() for i in places)
    held = matter.index.discourse.held(told.number)
    others = (told.word_at(start) for start, _, one in held if one.id not in matter.claimed)
    return any(at in scope and at not in told.used for at in others)


def is_excepted(matter: Matter, told: Held) -> bool:
    """Whether the fact makes an exception of somebody whom the claim names: "all but Chad", "unlike Chad"."""
    for part in matter.parts:
        where = told.where(part) if part.kind == NAMED else []
        before = [told.tokens[min(where) - back].word for back in (1, 2) if min(where) >= back] if where else []
        if not _EXCEPTING.isdisjoint(before):
            return True
    return False


def told_otherwise(matter: Matter, told: Held) -> bool:
    """Whether the same words are put together differently in the fact: by whom, from where, when, in which order."""
    return (
        _swapped(matter, told)
        or _ranked_otherwise(matter, told)
        or _told_of_another(matter, told)
        or _of_another_office(matter, told)
        or _titled_otherwise(matter, told)
        or _compared_otherwise(matter, told)
    )


def done_to_another(matter: Matter, told: Held) -> bool:
    """Whether the verb of the claim has another object in the fact: "convicted of fraud", not of the murder told of."""
    deed, tokens = matter.deed, told.tokens
    after = next((part for part in matter.parts if deed and part.start > deed.start), None)
    where = told.where(after) if after else []
    if deed is None or after is None or not where:
        return False
    between = [token for token in matter.claim.tokens[matter.deed_at + 1 :] if token.start < after.start]
    verbs = [i for i in told.places[deed.units[0]] or () if is_verb(tokens[i].word) and i + 1 < len(tokens)]
    if not verbs or any(token.word not in GRAMMAR for token in between):
        return False
    objects = [_object(told, verb) for verb in verbs]
    if not all(o > 0 and o not in told.used and tokens[o].mark == after.mark for o in objects):
        return False
    others = (i for i, token in enumerate(tokens) if i not in told.used and is_verb(token.word))
    return any(_object(told, verb) in where for verb in others)


def in_part_of_another(matter: Matter, told: Held) -> bool:
    """Whether what a claim says that a name is stands only in parts of the fact that begin with another name.

    "Foyle was the warmest, Tern the driest town" tells of Tern nothing warm.
    """
    named = [told.where(part) for part in matter.parts if part.kind == NAMED and part.mark == ""]
    words = {i for part in matter.parts if part.kind == WORD for i in told.places[part.units[0]] or ()}
    if matter.deed or len(named) != 1 or not named[0] or not words:
        return False
    last = max(words) + 1
    if last < len(told.tokens) and not told.parted(last) and last not in told.used and told.said(last)[:1].isupper():
        return True  # "… face reigning premiers Foyle" says nothing of who faces them
    part = list(accumulate(told.parted(at) for at in range(len(told.tokens))))
    begins = {number: at for at, number in reversed([*enumerate(part)])}
    mine = {part[at] for at in named[0]}
    heads = {begins[part[at]] for at in words if part[at] not in mine}
    return (
        bool(heads)
        and mine.isdisjoint(part[at] for at in words)
        and all(head > 0 and head not in told.used and told.said(head)[:1].isupper() for head in heads)
    )


def _object(told: Held, verb: int) -> int:
    """The first word after a verb that is none of the grammar, in its phrase; -1 for none."""
    for at in range(verb + 1, min(verb + _LEADING, len(told.tokens))):
        if told.parted(at):
            return -1
        if told.tokens[at].word not in GRAMMAR and not told.tokens[at].word.endswith("ly"):
            return at
    return -1


def _told_of_another(matter: Matter, told: Held) -> bool:
    """Whether a figure of the fact follows another name as the doer, and the claimed name comes only after it."""
    doers = [part for part in matter.parts if part.kind == NAMED and part.mark == ""]
    figures = [f for mine in matter.claim.figures for f in told.fact.figures if may_be(matter, mine, f, told.fact)]
    if len(doers) != 1 or not figures:
        return False
    places = told.where(doers[0])
    true = [f for mine in matter.claim.figures for f in figures if of_figures(mine, f) is Verdict.AGREES]
    first = told.word_at((true or figures)[0].start)
    held = matter.index.discourse.held(told.number)
    others = [told.word_at(start) for start, _, one in held if one.id not in matter.claimed]
    return bool(places) and min(places) > first and any(told.tokens[i].mark == "" for i in others if i < first)


def _of_another_office(matter: Matter, told: Held) -> bool:
    """Whether the fact tells it of another office of the same noun: the Defence, not the Home Secretary."""
    known = lexicon.words("occupations")
    mine, theirs = (
        {(a.word, b.word) for a, b in pairwise(tokens) if f"{a.word} {b.word}" in known}
        for tokens in (matter.claim.tokens, told.tokens)
    )
    return any(pair not in theirs and any(head == pair[1] for _, head in theirs) for pair in mine)


def _titled_otherwise(matter: Matter, told: Held) -> bool:
    """Whether an office that the claim puts before a name stands in the fact only before another's."""
    held = matter.index.discourse.held(told.number)
    begins = {told.word_at(start): one.id for start, _, one in held if isinstance(one, Person)}
    for part in matter.parts:
        title = next((t for t in reversed(matter.claim.words) if t.start < part.start), None)
        if part.kind != NAMED or title is None or class_of(title.word) is None or title.end + 1 != part.start:
            continue
        mine = matter.bearers(part)
        titled = {begins.get(at + 1) for at, token in enumerate(told.tokens) if token.word == title.word}
        if titled and None not in titled and titled.isdisjoint(mine) and not mine.isdisjoint(begins.values()):
            return True
    return False


def _compared_otherwise(matter: Matter, told: Held) -> bool:
    """Whether the fact has less where the claim has more, beside the same word: "20 percent less", "matters more"."""
    for at, token in enumerate(matter.claim.tokens):
        against = degrees_against(token.word)
        if not against or any(one.word == token.word for one in told.tokens):
            continue
        beside = {t.start for t in matter.claim.tokens[max(0, at - 1) : at + 2]}
        near = {i for part in matter.parts if part.start in beside for i in told.where(part)}
        near |= {told.word_at(f.end) - 1 for f in told.fact.figures for g in matter.claim.figures if f.value == g.value}
        if any(one.word in against and {i - 1, i + 1} & near for i, one in enumerate(told.tokens)):
            return True
    return False


def _ranked_otherwise(matter: Matter, told: Held) -> bool:
    """Whether the fact tells of the second where the claim tells of the first, of after where it tells of before."""
    mine = {token.word for token in matter.claim.tokens}
    words = [token.word for token in told.tokens]
    theirs = frozenset(words)
    bare = {words[at] for at in told.used if not at or words[at - 1] not in RANKING}  # "wettest and second wettest"
    ranks = {
        word
        for i, word in enumerate(words)
        if word in RANKING
        and i + 1 in told.used
        and (_is_of_office(told, i) if word in OTHER_RANKS else words[i + 1] not in bare)
    }
    if any(not any(word.startswith(rank) for word in mine) for rank in ranks):  # "second" is in "secondary"
        return True
    before, after = bool(mine & EARLIER), bool(mine & LATER)
    if before == after:
        return False
    other, same = (LATER, EARLIER) if before else (EARLIER, LATER)
    return bool(theirs & other) and not theirs & same and _orders_alike(matter, told, same, other)


def _is_of_office(told: Held, at: int) -> bool:
    """Whether a rank is that of an office, and not of a thing or a longer office: "former minister", not "engines"."""
    words = [token.word for token in told.tokens[at + 1 : at + 4]]
    longer = " ".join(words[:2]) in lexicon.words("occupations") and at + 2 not in told.used
    return any(class_of(word) is not None for word in words) and not longer


def _orders_alike(matter: Matter, told: Held, mine: Set[str], theirs: Set[str]) -> bool:
    """Whether what stands after a word of the claim also stands after one of the fact: "before" and "after" it."""
    start = next(token.start for token in matter.claim.tokens if token.word in mine)
    behind = [where for part in matter.parts if part.start > start and (where := told.where(part))]
    at = next(i for i, token in enumerate(told.tokens) if token.word in theirs)
    first = min((i for i in told.used if i > at), default=None)
    if not behind or first is None or first in behind[0]:
        return True
    end = next((i for i in range(at + 1, len(told.tokens)) if told.parted(i)), len(told.tokens))
    named = {i for part in matter.parts if part.kind == NAMED and part.start > start for i in told.where(part)}
    return not named.isdisjoint(range(at, end))


def _swapped(matter: Matter, told: Held) -> bool:
    """Whether what moves from one thing to another, or who does it to whom, is told the other way round."""
    for part in matter.parts:
        for at in part.units:
            marks = {told.tokens[i].mark for i in told.places[at] or ()}
            if (part.mark in OUT and marks and marks <= IN) or (part.mark in IN and marks and marks <= OUT):
                return True
            if marks and marks | {part.mark} == _SIDES and part.mark not in marks:
                return True
    named = [part for part in matter.parts if part.kind == NAMED]
    for one, other in combinations(named, 2):
        mine, theirs = ({_mark(told, i) for i in told.where(part)} for part in (one, other))
        turned = (
            matter.deed
            and not is_mutual(matter.deed.text.casefold())
            and one.mark != other.mark
            and not {one.mark, other.mark} <= _WITHIN
        )
        if turned and mine == {other.mark} and theirs == {one.mark}:
            return True
        if turned and one.mark == "" and other.mark == "to" and mine == {"to"} and _before_deed(matter, told, other):
            return True
        if one.mark in ("in", "at") and other.mark in IN and mine and mine <= IN and theirs and theirs.isdisjoint(IN):
            return True
    return doers_swapped(matter, told) or _told_of_another_place(matter, told)


def _before_deed(matter: Matter, told: Held, part: Part) -> bool:
    """Whether a name stands before all verbs of the fact that tell what the claim says is done."""
    verbs = told.places[matter.deed.units[0]] if matter.deed else None
    return bool(verbs) and max(told.where(part), default=len(told.tokens)) < min(verbs or (0,))


def _mark(told: Held, at: int) -> str:
    """What leads to a word; nothing behind a verb that only helps: "has Congress voted"."""
    helped = at and told.tokens[at].mark == "verb" and told.tokens[at - 1].word in HELPING
    return "" if helped else told.tokens[at].mark


def _told_of_another_place(matter: Matter, told: Held) -> bool:
    """Whether what the claim tells of a place is told of another one in a fact that names both."""
    known = lexicon.words("places")
    named = {at for part in matter.parts if part.kind == NAMED for at in told.where(part)}
    words = [told.places[part.units[0]] for part in matter.parts if part.kind != NAMED]
    met = [places for places in words if places]
    for part in matter.parts:
        mine = told.where(part) if matter.kind(part) == "where" else []
        if mine[:1] and mine[0] <= _OPENING:
            continue
        marks = {told.tokens[i].mark for i in mine}
        others = [
            i for i, t in enumerate(told.tokens) if t.word in known and t.mark in marks and i not in named | told.used
        ]
        cost = {
            at: sum(min(told.far(at, place) for place in places) for places in met)
            for at in [*mine[:1], *(i for i in others if told.said(i)[:1].isupper())]
        }
        if mine and len(cost) > 1 and min(cost.values()) + _FURTHER < cost[mine[0]]:
            return True
    return False
