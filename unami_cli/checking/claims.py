"""Whether a user's sentence is in the texts: each thing that it says, checked against the sentence that tells it.

A claim is read like an article. The sentences nearest to it are asked one by one: do they tell of the same matter, and
do its days, figures, names, words of others and its deed agree? What is not told is never refuted. A claim that only
says which office somebody has is checked against the offices that the texts give to people.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import TypeVar

from unami_cli import lexicon
from unami_cli.checking.agreement import SIGNS
from unami_cli.checking.copies import copied
from unami_cli.checking.doers import does_the_opposite, done_by_another
from unami_cli.checking.matter import NAMED, WORD, Matter, Part, nation
from unami_cli.checking.numbers import dates, figures, resolutions
from unami_cli.checking.otherwise import (
    RANKING,
    denies,
    done_to_another,
    in_part_of_another,
    is_excepted,
    only_alleged,
    only_planned,
    only_supposed,
    told_otherwise,
)
from unami_cli.checking.slots import Held, is_literal, slot_of, stands_for, told_of
from unami_cli.checking.statement import LIGHT, Claim, halves
from unami_cli.extract.scene import class_of
from unami_cli.lookup.correction import How
from unami_cli.lookup.index import as_written, index_of, texts_words
from unami_cli.lookup.ranking import Near, nearest
from unami_cli.lookup.wordforms import BEING, HELPING, is_verb, office, other_names, relatives
from unami_cli.model import Person
from unami_cli.outcomes import Checked, Correction, Slot, Verdict
from unami_cli.table import FactTable
from unami_cli.values import Value, replace

T = TypeVar("T", bound=Hashable)

_NEAREST = 16
"""How many of the nearest sentences are asked."""
_MISSED_AGREES, _MISSED_DIFFERS = 0.15, 0.35
"""How much of a claim's weight (0-1) a sentence may lack that agrees with it, and one that differs from it."""
_A_VALUE = 0.1  # for each day and figure that agrees, up to two, so much more may be missing
_AROUND, _UNLIKE = 0.4, 0.5
"""How much of what is met may stand in the sentences before, and may be put in other words."""
_FEW = 2  # the fewest things that a claim says and a sentence holds
_ANCHORS = 2  # names and values that tie a claim to a sentence so well that it may lack one word more to differ
_SURE = 3.0  # what a day or a figure that agrees counts, beside words that count up to as much
_HERE = 0.1  # what a word counts beside its weight that stands in the sentence itself
_HAVING = BEING | frozenset(
    "serve serves served serving become becomes became remain remains remained work works worked used".split()
)
_OF_WHAT = frozenset("of for at in".split())
_LEADING = frozenset("heads leads chairs runs directs".split())
_LEADERS = frozenset(
    """head leader president chairman chairwoman chairperson chair chief director ceo executive
    secretary-general""".split()
)
"""Who heads a body, whatever he is called."""
_RULERS = frozenset("president premier prime chancellor king queen emperor sultan".split())
_WHOLE = ("denied", "told of")
"""Slots that are of all of a claim."""
_VALUES = ("when", "how many", "resolution")
_ORDER = (Verdict.NOT_STATED, Verdict.DIFFERS, Verdict.AGREES)


def check(table: FactTable, claim: str, *, exact: bool = False, article: str | None = None) -> Checked:
    """What the texts, or the one of this id, say about a claim: agrees, differs or not stated.

    A claim that joins two is checked as both. `exact` forgives no typos in its words.

    >>> from unami_cli import read, build
    >>> table = build([read(b"Ana Costa founded the museum in 1998.")])
    >>> [str(check(table, c).verdict) for c in ("The museum was set up in 1998.", "Costa founded the museum in 2001.")]
    ['agrees', 'differs']
    """
    return _Asked(table, claim, exact).whole(article)


def check_each(table: FactTable, claim: str, *, exact: bool = False) -> tuple[Checked, ...]:
    """What each text that speaks of it says about a claim; where none does, what all of them say."""
    asked = _Asked(table, claim, exact)
    each = (asked.whole(article.id) for article in table.articles) if len(table.articles) > 1 else ()
    return tuple([one for one in each if one.verdict is not Verdict.NOT_STATED]) or (asked.whole(None),)


class _Asked:
    """A claim, read and looked for once, however many texts it is checked against."""

    def __init__(self, table: FactTable, claim: str, exact: bool) -> None:
        self._table, self._claim, self._exact = table, claim, exact
        self._matter = Matter(table, index_of(table), Claim(claim), exact)

    @cached_property
    def _halves(self) -> tuple[_Asked, ...]:
        return tuple([_Asked(self._table, half, self._exact) for half in halves(self._claim)])

    @cached_property
    def _near(self) -> list[Near]:
        return nearest(self._matter.index, self._matter.units, (), None)

    @cached_property
    def _near_in(self) -> dict[str, list[Near]]:
        """The same of each article by itself, as far as they are asked."""
        found: dict[str, list[Near]] = {}
        for one in self._near:
            fact = self._matter.index.discourse.fact(one.number)
            mine = found.setdefault(fact.article, []) if fact else []
            if len(mine) < _NEAREST:
                mine.append(one)
        return found

    def _of_resolutions(self, article: str | None) -> list[int]:
        """The facts of the resolutions that the claim names, by number."""
        claimed = {number for _, _, number in self._matter.claim.resolutions}
        ids = {one.id for one in self._table.resolutions if one.number in claimed}
        facts = enumerate(self._table.facts, self._matter.index.first_fact) if ids else ()
        return [n for n, fact in facts if article in (None, fact.article) and not ids.isdisjoint(fact.resolutions)]

    def whole(self, article: str | None) -> Checked:
        """The verdict on the claim; on its halves where it joins two and the whole settles nothing."""
        whole = self.checked(article)
        by_slot = any(slot.verdict is Verdict.DIFFERS for slot in whole.slots if slot.slot not in _WHOLE)
        unsettled = whole.verdict is Verdict.NOT_STATED
        unsettled = unsettled or (whole.verdict is Verdict.DIFFERS and by_slot and self._parts_from(whole))
        checked = [half.checked(article) for half in self._halves] if unsettled else []
        verdicts = {one.verdict for one in checked}
        if not checked or Verdict.NOT_STATED in verdicts:
            return whole
        return Checked(
            self._claim,
            Verdict.DIFFERS if Verdict.DIFFERS in verdicts else Verdict.AGREES,
            tuple([slot for one in checked for slot in one.slots]),
            _once(id for one in checked for id in one.facts),
            _once(correction for one in checked for correction in one.corrections),
        )

    def _parts_from(self, whole: Checked) -> bool:
        """Whether the claim goes beyond what one sentence tells, so that its halves may be told by two."""
        first, matter = self._matter.index.first_fact, self._matter
        numbers = (number for number, fact in enumerate(self._table.facts, first) if fact.id in whole.facts)
        return all((told := told_of(matter, number)) is None or copied(matter, told) is None for number in numbers)

    def checked(self, article: str | None) -> Checked:
        """The verdict on the claim as one statement."""
        matter = self._matter
        near = self._near[:_NEAREST] if article is None else self._near_in.get(article, [])
        numbers = [one.number for one in near if one.told > 0]
        numbers += [n for n in self._of_resolutions(article) if n not in numbers]
        held = [told for number in numbers if (told := told_of(matter, number)) is not None]
        verbatim = any(_is_verbatim(matter, told) for told in held)
        office = None if verbatim else by_office(matter, article) or _by_leading(matter, article)
        if office is not None:
            return office
        judged = [_judged(matter, told) for told in held]
        best = max(judged, key=lambda each: (_ORDER.index(each[0].verdict), each[1]), default=None)
        if best is None:
            return Checked(self._claim, Verdict.NOT_STATED)
        return _borne_out(best, judged) or best[0]


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def _borne_out(best: tuple[Checked, float], judged: Sequence[tuple[Checked, float]]) -> Checked | None:
    """The verdict of a sentence that holds more of the claim than the refuting one, and supports what that one refutes.

    It agrees if it supports all of the claim, else nothing is settled. None if there is no such sentence.
    """
    refuted = {(s.slot, s.claimed) for s in best[0].slots if s.slot in _VALUES and s.verdict is Verdict.DIFFERS}
    for one, score in judged if best[0].verdict is Verdict.DIFFERS else ():
        agreed = {(slot.slot, slot.claimed) for slot in one.slots if slot.verdict is Verdict.AGREES}
        if score > best[1] and not refuted.isdisjoint(agreed):
            whole = all(slot.verdict is Verdict.AGREES for slot in one.slots)
            verdict = Verdict.AGREES if whole else Verdict.NOT_STATED
            return Checked(one.claim, verdict, one.slots, one.facts, one.corrections)
    return None


class _Met(Value):
    """How much of a claim's weight (0-1) a fact lacks, at most if one word more is spared, and with words unlike it."""

    missed: float
    spared: float
    unlike: float


def _judged(matter: Matter, told: Held) -> tuple[Checked, float]:
    """What a fact says about the claim, and how much of the claim it holds."""
    by_part = [(part, _as_meant(matter, part, told, slot_of(matter, part, told))) for part in matter.parts]
    slots = [slot for _, slot in by_part if slot is not None]
    slots += [*resolutions(matter, told), *dates(matter, told), *figures(matter, told)]
    weights = {part: sum(map(matter.weight, part.units)) for part in matter.parts}
    held = [part for part, slot in by_part if slot is not None and slot.verdict is Verdict.AGREES]
    lacking = [p for p, s in by_part if s is not None and s.verdict is Verdict.ABSENT and s.slot == "what"]
    score = sum(weights[part] for part in held)
    elsewhere = (part for part in held if part.kind == WORD and told.places[part.units[0]] is None)
    around = sum(weights[part] for part in elsewhere if not stands_for(matter, part, told))
    unlike = sum(weights[part] for part in held if not is_literal(matter, part, told))
    missed = sum(weights[part] for part in lacking) + (around if around > _AROUND * score else 0.0)
    anchors = sum(slot.verdict is not Verdict.ABSENT for slot in slots if slot.slot not in ("what", "quote"))
    spared = max((weights[part] for part in lacking), default=0.0) if anchors >= _ANCHORS else 0.0
    whole = (score + missed) or 1.0
    score += _HERE * sum(told.places[at] is not None for part in held for at in part.units) - around / 2
    score += _SURE * sum(s.verdict is Verdict.AGREES for s in slots if s.slot in _VALUES)
    unlike = missed + (unlike if unlike > _UNLIKE * score else 0.0)
    if _is_verbatim(matter, told):
        verdict, slots = Verdict.AGREES, [slot for slot in slots if slot.verdict is Verdict.AGREES]
    else:
        verdict = _verdict(matter, slots, told, _Met(missed / whole, (missed - spared) / whole, unlike / whole))
        if verdict is Verdict.AGREES and 0 < around >= sum(weights[part] for part in held if part.kind == WORD):
            verdict = Verdict.NOT_STATED  # all that happens is told in the sentences before
    if verdict is Verdict.DIFFERS and matter.claim.negated != denies(told):
        said, stated = ("yes", "no") if matter.claim.negated else ("no", "yes")
        slots.append(Slot("denied", said, stated, Verdict.DIFFERS, told.fact.id))
    elif verdict is Verdict.DIFFERS and all(slot.verdict is not Verdict.DIFFERS for slot in slots):
        slots += _told_of(matter, told)
    corrected = _once(one for part in held for one in _corrections(matter, part, told))
    return Checked(matter.claim.text, verdict, tuple(slots), (told.fact.id,), corrected), score


def _told_of(matter: Matter, told: Held) -> Iterator[Slot]:
    """Of whom a fact tells what a claim tells of others: the names of the claim in its order, else other names."""
    named = [part for part in matter.parts if part.kind == NAMED]
    mine, places = [part.text for part in named], [min(told.where(part), default=-1) for part in named]
    theirs = [part.text for _, part in sorted(zip(places, named, strict=True), key=lambda each: each[0])]
    if min(places, default=-1) < 0 or theirs == mine:
        held = ((one.id, start, end) for start, end, one in matter.index.discourse.held(told.number))
        others = {id: (start, end) for id, start, end in held if id not in matter.claimed}
        offset = told.fact.start
        theirs = [told.fact.text[start - offset : end - offset] for start, end in sorted(others.values())]
    if mine and theirs:
        yield Slot("told of", ", ".join(mine), ", ".join(theirs), Verdict.DIFFERS, told.fact.id)


def _as_meant(matter: Matter, part: Part, told: Held, slot: Slot | None) -> Slot | None:
    """The slot; for a name with a typo, the text's own words are stated."""
    if slot is None or slot.verdict is not Verdict.AGREES or slot.stated != part.text:
        return slot
    stated = part.text
    for one in _corrections(matter, part, told):
        stated = stated.replace(one.typed, one.meant)
    return replace(slot, stated=stated)


def _is_verbatim(matter: Matter, told: Held) -> bool:
    """Whether a claim is a fact word for word."""
    claim, fact = matter.claim.text, told.fact.text
    return texts_words(claim) == texts_words(fact) and _signs(claim) == _signs(fact)


def _signs(text: str) -> list[str]:
    return [character for character in text if character in SIGNS]


def _corrections(matter: Matter, part: Part, told: Held) -> Iterator[Correction]:
    """The words of a name that were read as others of the fact."""
    for at in part.units:
        grade = matter.tables[at].get(told.number)
        if grade is not None and grade.how is How.CORRECTED:
            words = [as_written(told.fact, word) or word for word in grade.option.words]
            yield Correction(matter.units[at].typed, " ".join(words))


def _verdict(matter: Matter, slots: Sequence[Slot], told: Held, met: _Met) -> Verdict:
    """What the slots say together: if one thing is missing, "not stated"; if one is told differently, "differs"."""
    differing = [slot for slot in slots if slot.verdict is Verdict.DIFFERS]
    turned = len({slot.stated for slot in differing if slot.slot == "what"})
    if _is_another_matter(slots, told, met) or turned > 1 or only_supposed(matter, told):
        return Verdict.NOT_STATED
    copy = copied(matter, told)
    turned_round = copy.denied if copy else None
    denied = matter.claim.negated != denies(told) if turned_round is None else turned_round
    others = any(slot.slot != "what" for slot in differing)
    lost = any(slot.verdict is Verdict.ABSENT for slot in slots if slot.slot == "quote")
    deed = matter.deed
    untold = deed is not None and _is_untold(deed, slots)
    otherwise = not untold and (told_otherwise(matter, told) or (not turned and does_the_opposite(matter, told)))
    otherwise = otherwise or (copy is not None and copy.renamed(matter))
    if others or lost or otherwise:
        return Verdict.NOT_STATED if turned != denied else Verdict.DIFFERS
    if turned and denied and sum(slot.verdict is Verdict.AGREES for slot in slots) < _ANCHORS:
        return Verdict.NOT_STATED  # "will not end" and "will maintain" may be of other things
    if turned != denied:
        return Verdict.DIFFERS if met.missed <= _MISSED_AGREES else Verdict.NOT_STATED
    sure = sum(slot.verdict is Verdict.AGREES for slot in slots if slot.slot in ("when", "how many"))
    if (untold and not sure) or _only_names(matter, slots):
        return Verdict.NOT_STATED
    if any(apart(matter, told) for apart in (_is_apart, is_excepted, done_to_another, in_part_of_another)):
        return Verdict.NOT_STATED
    if deed is not None and any(untrue(matter, told, deed) for untrue in (only_planned, only_alleged, done_by_another)):
        return Verdict.NOT_STATED
    return Verdict.NOT_STATED if met.unlike > _MISSED_AGREES + _A_VALUE * min(sure, 2) else Verdict.AGREES


def _only_names(matter: Matter, slots: Sequence[Slot]) -> bool:
    """Whether only names are met, of a claim that says what is done in words that say little: "were tried together"."""
    light = (token.word in LIGHT and is_verb(token.word) for token in matter.claim.tokens)
    return all(slot.slot in ("who", "where") for slot in slots) and any(light)


def _is_apart(matter: Matter, told: Held) -> bool:
    """Whether all clauses that tell what is done lack a name of the claim and have another in its place."""
    if len(matter.verbs) > 1 or not told.scopes:
        return False
    named = [(part, where) for part in matter.parts if part.kind == NAMED and (where := told.where(part))]
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


def _is_untold(deed: Part, slots: Sequence[Slot]) -> bool:
    """Whether the fact lacks what the claim says that is done."""
    return any(s.slot == "what" and s.verdict is Verdict.ABSENT and s.claimed == deed.text for s in slots)


def _is_another_matter(slots: Sequence[Slot], told: Held, met: _Met) -> bool:
    """Whether a fact speaks of something else: it lacks too much of the claim, or tells too much of it differently."""
    absent = [slot.slot for slot in slots if slot.verdict is Verdict.ABSENT]
    others = {slot.slot for slot in slots if slot.verdict is Verdict.DIFFERS and slot.slot != "what"}
    words = [slot.verdict for slot in slots if slot.slot == "what"]
    if any(slot not in ("quote", "what") for slot in absent) or all(s.verdict is not Verdict.AGREES for s in slots):
        return True
    if "quote" in absent and not told.fact.quotes:
        return True
    untold = (others or Verdict.DIFFERS in words) and words and set(words) == {Verdict.ABSENT}
    vague = met.missed > _MISSED_AGREES and not others.isdisjoint(("who", "where"))
    if len(slots) - len(absent) < _FEW:
        return True
    return met.spared > _MISSED_DIFFERS or bool(untold) or vague or len(others) > 1


def by_office(matter: Matter, article: str | None = None) -> Checked | None:
    """The verdict on a claim that only says which office somebody has; None for any other claim."""
    read = _person_and_office(matter)
    if read is None:
        return None
    person, beside, offices, now = read
    claim, mine = matter.claim, matter.people(person) or _surnamed(matter, person)
    if not mine and not now:
        return Checked(claim.text, Verdict.NOT_STATED)
    holder = _holder(matter, mine, beside, now=now)
    if now and holder is not None and _was(matter, holder):
        return _unsaid(matter, holder, article)
    verdict = Verdict.DIFFERS if claim.negated or holder is None else Verdict.AGREES
    one_of_many = any(token.word in ("a", "an") for token in claim.tokens)
    if holder is None and not claim.negated and not one_of_many:
        holder = _other_holder(matter, mine, beside, offices)
    if holder is None:
        return _unsaid(matter, mine[0], article) if mine and one_of_many else None
    facts = enumerate(matter.table.facts, matter.index.first_fact)
    named = (number for number, fact in facts if holder.id in fact.people and article in (None, fact.article))
    told = next((told for number in named if (told := told_of(matter, number)) is not None), None)
    if told is None:
        return Checked(claim.text, Verdict.NOT_STATED)
    fact, said = told.fact.id, f"{holder.name}, {', '.join(role.text for role in holder.roles)}"
    slots = (Slot("role", claim.text, said, verdict, fact),)
    return Checked(claim.text, verdict, slots, (fact,), _once(_corrections(matter, person, told)))


def _by_leading(matter: Matter, article: str | None) -> Checked | None:
    """That somebody heads what the texts make them the president, the director or the like of; else None."""
    claim = matter.claim
    deed = next((token for token in claim.tokens if token.word in _LEADING), None)
    if deed is None or claim.negated or claim.dates or claim.figures:
        return None
    led = [part for part in matter.parts if part.start > deed.start]
    body = [word for part in led for word in matter.words(part)]
    people = (one for part in matter.parts if part.start < deed.start for one in matter.people(part))
    for person, role in ((one, role) for one in people for role in one.roles if body):
        office = texts_words(role.text)
        plain = RANKING.isdisjoint(office) and not _LEADERS.isdisjoint(office)
        facts = (matter.table.fact_with(m.article, m) for m in role.mentions if article in (None, m.article))
        fact = next(filter(None, facts), None)
        if fact and plain and _holds([role.text], body):
            slots = (Slot("role", claim.text, f"{person.name}, {role.text}", Verdict.AGREES, fact.id),)
            return Checked(claim.text, Verdict.AGREES, slots, (fact.id,))
    return None


def _surnamed(matter: Matter, part: Part) -> list[Person]:
    """The people whom the texts only call by the last word of a name: "Lavrov" of "Sergei Lavrov"."""
    last = matter.words(part)[-1:]
    return [one for one in matter.table.people if list(texts_words(one.name)) == last]


def _unsaid(matter: Matter, person: Person, article: str | None) -> Checked:
    """That the texts do not give an office to somebody, with the sentence that gives another, or the name."""
    claim, table = matter.claim.text, matter.table
    given = (table.fact_with(place.article, place) for role in person.roles for place in role.mentions)
    named = (fact for fact in chain(given, table.facts_of(person.id)) if fact and article in (None, fact.article))
    ids = tuple([fact.id for fact in islice(named, 1)])
    return Checked(claim, Verdict.NOT_STATED, tuple([Slot("role", claim, None, Verdict.ABSENT, id) for id in ids]), ids)


def _person_and_office(matter: Matter) -> tuple[Part, list[Part], list[str], bool] | None:
    """Whom a claim names, what else it says, the nouns of offices in that, and whether it is said of today."""
    claim = matter.claim
    being = next((token for token in claim.tokens if token.word in _HAVING), None)
    named = [part for part in matter.parts if part.kind == NAMED]
    spans = [(part.start, part.start + len(part.text)) for part in named]
    small = (token for token in claim.tokens if claim.text[token.start].islower())
    plain = (token.word for token in small if not any(a <= token.start < b for a, b in spans))
    doing = any(is_verb(word) and word not in _HAVING | HELPING and class_of(word) is None for word in plain)
    if being is None or doing or claim.dates or claim.figures or claim.quotes or claim.resolutions:
        return None
    now = being.word in ("is", "are")
    people = [part for part in named if matter.people(part) or claim.names_person(part.start)]
    beside = [part for part in matter.parts if part not in people and part.text not in _HAVING]
    offices = [word for part in beside for word in matter.words(part) if class_of(word) is not None]
    return (people[0], beside, offices, now) if len(people) == 1 and offices else None


def _holder(matter: Matter, mine: list[Person], beside: list[Part], *, now: bool) -> Person | None:
    """Which of those that bear the name has the office; what the article is about need not be named with it."""
    head = next(iter(matter.table.facts), None)
    aside = {part for part in beside if head and part.kind == NAMED and matter.at_head(part, head)}
    said = [word for part in beside for word in matter.words(part)]
    short = [word for part in beside if part not in aside for word in matter.words(part)]
    for one in mine:
        roles = [role.text for role in one.roles if not _is_another_rank(role.text, matter.claim, now=now)]
        if _holds(roles, said) or (
            aside and _holds([role for role in roles if not _names_another(role, matter.claim)], short)
        ):
            return one
    return None


def _was(matter: Matter, holder: Person) -> bool:
    """Whether the texts put all of somebody's offices in the past, until some time: "was mayor until May"."""
    told = [
        (article.text, m)
        for role in holder.roles
        for m in role.mentions
        if (article := matter.table.article(m.article))
    ]
    return bool(told) and all(
        text.endswith("was ", 0, m.start) and text.startswith(" until ", m.end) for text, m in told
    )


def _is_another_rank(role: str, claim: Claim, *, now: bool) -> bool:
    """Whether an office is a deputy's or one of the past, which the claim does not say."""
    ranks = RANKING.intersection(texts_words(role)) - ({"former", "ex"} if not now else set())
    return not ranks <= {token.word for token in claim.tokens}


def _names_another(role: str, claim: Claim) -> bool:
    """Whether an office is given with what it is an office of, which the claim does not say: "mayor of Oslo"."""
    claimed, nouns = {token.word for token in claim.tokens}, lexicon.words("organization_heads")
    said = role.split()
    head = next((word for word, behind in pairwise(said) if behind in _OF_WHAT), said[-1])
    for before, word in pairwise(["", *said]):
        plain = texts_words(word)
        led = before in _OF_WHAT or word[-2:] in ("’s", "'s") or nation(word.casefold()) is not None
        led = led or (word != head and not head[:1].isupper())  # "State Department spokesman"
        if led and word[:1].isupper() and claimed.isdisjoint(plain) and not any(one in nouns for one in plain):
            return True
    return False


def _other_holder(matter: Matter, mine: list[Person], beside: list[Part], offices: list[str]) -> Person | None:
    """Who has the office that the claim gives to another; the same person, if they have it of something else."""
    same = next((one for one in mine if _holds(_roles(one), offices)), None)
    if same is not None:
        bare = all(set(texts_words(role)) <= set(offices) for role in _roles(same) if _holds([role], offices))
        return None if bare else same
    claimed = [word for part in beside for word in matter.words(part)]
    ruling = (one for one in mine for role in _roles(one) if _rule_alike(texts_words(role), claimed))
    another = (one for one in matter.table.people if one not in mine and _holds(_roles(one), offices))
    return next(chain(another, ruling), None)


def _rule_alike(role: Sequence[str], claimed: Sequence[str]) -> bool:
    """Whether two offices are at the head of one land, so that nobody has both: president and prime minister of it."""
    lands = [{land for word in words if (land := nation(word))} for words in (role, claimed)]
    heads = [_RULERS.intersection(words) for words in (role, claimed)]
    return bool(lands[0] & lands[1] and all(heads)) and heads[0] != heads[1] and RANKING.isdisjoint([*role, *claimed])


def _roles(person: Person) -> list[str]:
    return [role.text for role in person.roles]


def _holds(roles: Sequence[str], words: Sequence[str]) -> bool:
    """Whether all the words of an office are those of some offices."""
    told = {form for role in roles for word in texts_words(role) for form in (word, *relatives(word))}
    return bool(told) and all(
        any(form in told for form in relatives(word))
        or any(set(name) <= told for name in (*other_names((word,)), *office((word,))))
        for word in words
    )
