"""Whether a user's sentence is in the texts: each thing that it says, checked against the sentence that tells it.

A claim is read like an article. The sentences nearest to it are asked one by one: do they tell of the same matter, and
do its days, figures, names, words of others and its deed agree? What is not told is never refuted. A claim that only
says which office somebody has is checked against the offices that the texts give to people.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from unami_cli.checking.agreement import SIGNS
from unami_cli.checking.copies import copied
from unami_cli.checking.doers import does_the_opposite, done_by_another
from unami_cli.checking.matter import NAMED, WORD, Matter, Part
from unami_cli.checking.numbers import dates, figures, resolutions
from unami_cli.checking.offices import by_leading, by_office
from unami_cli.checking.otherwise import (
    denies,
    done_to_another,
    in_part_of_another,
    is_apart,
    is_excepted,
    only_alleged,
    only_planned,
    only_supposed,
    says_more,
    told_otherwise,
)
from unami_cli.checking.slots import Held, corrections, is_literal, is_modifier, slot_of, stands_for, told_of
from unami_cli.checking.statement import LIGHT, Claim, halves
from unami_cli.lookup.index import index_of, texts_words
from unami_cli.lookup.ranking import Near, nearest
from unami_cli.lookup.wordforms import is_verb
from unami_cli.outcomes import Checked, Slot, Verdict
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
        office = None if verbatim else by_office(matter, article) or by_leading(matter, article)
        if office is not None:
            return office
        judged = [_judged(matter, told) for told in held]
        best = max(judged, key=lambda each: (_ORDER.index(each[0].verdict), each[1]), default=None)
        if best is None:
            return Checked(self._claim, Verdict.NOT_STATED)
        if best[0].verdict is Verdict.AGREES:
            more = [each for each in judged if each[0].verdict is Verdict.DIFFERS and each[1] > best[1]]
            if more:
                return max(more, key=lambda e: e[1])[0]
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
    slots = [slot for at, (_, slot) in enumerate(by_part) if slot is not None and not _is_land_of(by_part, at)]
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
    corrected = _once(one for part in held for one in corrections(matter, part, told))
    return Checked(matter.claim.text, verdict, tuple(slots), (told.fact.id,), corrected), score


def _is_land_of(by_part: Sequence[tuple[Part, Slot | None]], at: int) -> bool:
    """Whether a place that is not told only says where the one before it is, told otherwise: "Oslo, Norway"."""
    (before, place), (part, slot) = by_part[at - 1] if at else (None, None), by_part[at]
    if before is None or place is None or slot is None or slot.verdict is not Verdict.ABSENT:
        return False
    differs = place.slot == "where" and place.verdict is Verdict.DIFFERS
    return differs and part.kind == NAMED and part.start == before.start + len(before.text) + 2


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
    for one in corrections(matter, part, told):
        stated = stated.replace(one.typed, one.meant)
    return replace(slot, stated=stated)


def _is_verbatim(matter: Matter, told: Held) -> bool:
    """Whether a claim is a fact word for word."""
    claim, fact = matter.claim.text, told.fact.text
    return texts_words(claim) == texts_words(fact) and _signs(claim) == _signs(fact)


def _signs(text: str) -> list[str]:
    return [character for character in text if character in SIGNS]


def _verdict(matter: Matter, slots: Sequence[Slot], told: Held, met: _Met) -> Verdict:
    """What the slots say together: if one thing is missing, "not stated"; if one is told differently, "differs"."""
    differing = [slot for slot in slots if slot.verdict is Verdict.DIFFERS]
    turned = len({slot.stated for slot in differing if slot.slot == "what" and not is_modifier(slot.claimed)})
    copy = copied(matter, told)
    renamed = copy is not None and copy.renamed(matter)
    if renamed:
        slots = [slot for slot in slots if slot.verdict is not Verdict.ABSENT or slot.slot not in ("who", "where")]
    if _is_another_matter(slots, told, met) or turned > 1 or only_supposed(matter, told):
        return Verdict.NOT_STATED
    denied = copy.denied if copy else None
    denied = matter.claim.negated != denies(told) if denied is None else denied
    others = any(slot.slot != "what" or is_modifier(slot.claimed) for slot in differing)
    lost = any(slot.verdict is Verdict.ABSENT for slot in slots if slot.slot == "quote")
    deed = matter.deed
    untold = deed is not None and _is_untold(deed, slots)
    otherwise = not untold and (told_otherwise(matter, told) or (not turned and does_the_opposite(matter, told)))
    otherwise = (otherwise or renamed or (not turned and copy.opposed)) and not copy.cut if copy else otherwise
    if others or lost or otherwise:
        return Verdict.NOT_STATED if turned != denied else Verdict.DIFFERS
    if turned and denied and sum(slot.verdict is Verdict.AGREES for slot in slots) < _ANCHORS:
        return Verdict.NOT_STATED  # "will not end" and "will maintain" may be of other things
    if turned != denied:
        return Verdict.DIFFERS if met.missed <= _MISSED_AGREES else Verdict.NOT_STATED
    sure = sum(slot.verdict is Verdict.AGREES for slot in slots if slot.slot in ("when", "how many"))
    if (untold and not sure) or _only_names(matter, slots):
        return Verdict.NOT_STATED
    if any(apart(matter, told) for apart in (is_apart, is_excepted, done_to_another, in_part_of_another)):
        return Verdict.NOT_STATED
    if deed is not None and any(untrue(matter, told, deed) for untrue in (only_planned, only_alleged, done_by_another)):
        return Verdict.NOT_STATED
    if says_more(matter, slots, told):
        return Verdict.NOT_STATED
    return Verdict.NOT_STATED if met.unlike > _MISSED_AGREES + _A_VALUE * min(sure, 2) else Verdict.AGREES


def _only_names(matter: Matter, slots: Sequence[Slot]) -> bool:
    """Whether only names are met, of a claim that says what is done in words that say little: "were tried together"."""
    light = (token.word in LIGHT and is_verb(token.word) for token in matter.claim.tokens)
    return all(slot.slot in ("who", "where") for slot in slots) and any(light)


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
