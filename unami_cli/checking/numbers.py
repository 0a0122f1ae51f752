"""What one fact says about the resolutions, days and figures that a claim names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from unami_cli import lexicon
from unami_cli.checking.agreement import (
    currency,
    is_narrower,
    is_share,
    of_dates,
    of_figures,
    same_unit,
    weekday,
)
from unami_cli.checking.doers import is_passive
from unami_cli.checking.matter import NAMED, Matter, nation
from unami_cli.checking.slots import Held, life_end
from unami_cli.checking.statement import EARLIER, LATER, LIGHT
from unami_cli.lexicon import WEEKDAYS
from unami_cli.lookup.clauses import PREPOSITIONS
from unami_cli.lookup.index import texts_words
from unami_cli.lookup.timeline import day_key, in_turns, stated
from unami_cli.lookup.wordforms import BEING, GRAMMAR, HELPING, is_verb, stem
from unami_cli.model import Comparator, Date, Fact, Figure, Resolution
from unami_cli.outcomes import Slot, Verdict
from unami_cli.patterns import pattern
from unami_cli.values import replace

_BESIDE_A_RESOLUTION = pattern(
    r"\b(?:(?:line|alignment|accordance|keeping|compliance|conformity)\s+with|pursuant\s+to|recalling|despite)"
    r"\s(?:[\w’'-]+\s){0,6}resolution\s+(?P<number>[\d/]+)",
    re.IGNORECASE,
)
"""What is in line with a resolution, or in spite of it, is not done by it."""
_OF_A_WHOLE = pattern(r"\s+(?:out\s+)?of\s+(?:(?:its|the|their|his|her|our|all|some|about|those|these)\s+){0,2}")
_DAY = pattern(r"\d{4}-\d\d-\d\d")  # whose weekday is known
_TIMES = frozenset("year month week day hour minut second decad century time percent".split())
_TELLING = 12  # a value above this that is repeated is rarely about something else
_DATING = PREPOSITIONS | frozenset("since until during and early late mid after before".split())
_ENDS, _FEWEST_ENDS = ("from", "to", "by"), 2
_BEFORE = 20  # characters that the word before a figure may have
_EXACTLY, _KNOWN = ("exactly", "precisely"), ("the", "these", "those")
_DIMENSIONS = frozenset("long high wide deep tall thick away ago later earlier".split())


def resolutions(matter: Matter, told: Held) -> Iterator[Slot]:
    """What a fact says about the resolutions that the claim names; "the resolution" is that of the fact before."""
    before = matter.index.discourse.fact(told.number - 1)
    goes_on = before is not None and "resolution" in told.fact.text.lower()
    ids = told.fact.resolutions or (before.resolutions if before is not None and goes_on else ())
    numbers = [one.number for id in ids if isinstance(one := matter.table.record(id), Resolution)]
    beside = {found["number"] for found in _BESIDE_A_RESOLUTION.finditer(told.fact.text)}
    for start, end, number in matter.claim.resolutions:
        verdict = Verdict.AGREES if number in numbers else Verdict.DIFFERS if numbers else Verdict.ABSENT
        if number in beside and _does_it(matter, start):
            verdict = Verdict.ABSENT
        said = number if number in numbers else numbers[0] if numbers else None
        yield Slot("resolution", matter.claim.text[start:end], said, verdict, told.fact.id)


def _does_it(matter: Matter, start: int) -> bool:
    """Whether the claim says that the resolution there does something: "by resolution 9", "Resolution 9 ended"."""
    if matter.claim.text[max(0, start - 4) : start].split()[-1:] == ["by"]:
        return True
    deed = matter.deed
    return deed is not None and start < deed.start and not is_passive(matter.claim.tokens, matter.deed_at)


def dates(matter: Matter, told: Held) -> Iterator[Slot]:
    """What a fact says about the days that the claim names: the one nearest to what it tells, where it has several."""
    dates = [date for date in told.fact.dates if not _modifies(date, told)]
    dates = [date for date in dates if told.word_at(date.start) in told.tied] or dates
    if len(matter.claim.dates) == 1 and len(dates) > 1:
        day = matter.claim.dates[0].resolved
        behind = matter.claim.text[matter.claim.dates[0].end :].lstrip("-")[:2]
        exact = len(day) == 10 or (behind[:1] == " " and behind[1:].isupper())
        paired = [other for other, _ in in_pairs(matter, told)]
        dates = (
            [date for date in paired if of_dates(matter.claim.dates[0], date) is Verdict.AGREES]
            or [date for date in dates if exact and date.resolved == day]
            or [min(dates, key=lambda date: _distance(matter, told.word_at(date.start), told))]
        )
    named = {token.word: token.word.capitalize() for token in told.tokens if token.word in WEEKDAYS}
    refutes = bool(named)
    if matter.claim.weekdays and not named:  # a day that the calendar gives refutes only if it is that of the deed
        full = [date for date in dates if _DAY.fullmatch(date.resolved)]
        refutes = bool(full) and all(told.word_at(date.start) in told.tied for date in full)
        days = [(weekday(date.resolved), date.text) for date in full]
        named = {day.casefold(): f"{said}, a {day}" for day, said in days}
    for token in matter.claim.weekdays:
        verdict = Verdict.AGREES if token.word in named else Verdict.DIFFERS if refutes else Verdict.ABSENT
        said = named.get(token.word) or next(iter(named.values()), None)
        shown = None if verdict is Verdict.ABSENT else said
        yield Slot("when", token.word.capitalize(), shown, verdict, told.fact.id)
    words = {token.word for token in matter.claim.tokens}
    ends = ((date, life_end(date, told, words)) for date in dates)
    dates = [date if end is None else replace(date, resolved=end) for date, end in ends]
    for date in matter.claim.dates:
        verdicts = ((_bounded(matter, date, other, _on_its_weekday(date, other)), other.text) for other in dates)
        yield _best(verdicts, "when", date.text, told.fact.id)


def _on_its_weekday(date: Date, other: Date) -> Verdict:
    """Whether two dates agree, the weekday before a claimed day too: "Friday, May 4, 2019" was no Friday."""
    named = WEEKDAYS.intersection(texts_words(date.text))
    if named and _DAY.fullmatch(other.resolved) and weekday(other.resolved).casefold() not in named:
        return Verdict.DIFFERS if named.isdisjoint(texts_words(other.text)) else of_dates(date, other)
    return of_dates(date, other)


_SCORE = pattern(r"(?<![\w-])\d{1,3}[-–]\d{1,3}(?![\w-])")


def scores(text: str) -> set[str]:
    """The scores that a text tells: "6-2", which is not "2-6".

    >>> sorted(scores("They won 6-2 and lost 2–6 in 2019-20."))
    ['2-6', '6-2']
    """
    return {score.replace("–", "-") for score in _SCORE.findall(text)}


def in_pairs(matter: Matter, told: Held) -> list[tuple[Date, Figure]]:
    """The days and figures of a fact that take turns, "300 trucks in 2021 and 450 in 2022", where a claim has one."""
    if len(matter.claim.dates) != 1 or len(matter.claim.figures) != 1:
        return []
    like = [f for f, whole in _counted(told) if may_be(matter, matter.claim.figures[0], whole, told.fact)]
    return in_turns(told.fact.dates, like)


def _bounded(matter: Matter, date: Date, other: Date, verdict: Verdict) -> Verdict:
    """The verdict on a date, where the claim says "before" or "after" it: that of the order of the two.

    "After the 2003 invasion" is after what happened in 2003.
    """
    ahead = [token.word for token in matter.claim.tokens if date.start - 14 <= token.start < date.start]
    led = set() if date.text.isdecimal() and ahead[-1:] == ["the"] else set(ahead)
    mine, theirs = stated(date.resolved), stated(other.resolved)
    if mine is None or theirs is None or not led & (EARLIER | LATER):
        return verdict
    if led & EARLIER:
        return Verdict.AGREES if day_key(theirs[1]) < day_key(mine[0]) else Verdict.DIFFERS
    later = day_key(theirs[0]) > day_key(mine[1])
    return Verdict.AGREES if later else Verdict.ABSENT if verdict is Verdict.AGREES else Verdict.DIFFERS


def _modifies(date: Date, told: Held) -> bool:
    """Whether a year belongs to the noun after it, which the claim does not mention: "the 2003 invasion"."""
    at = told.word_at(date.start)
    if not date.text.isdecimal() or at + 1 >= len(told.tokens) or (at and told.tokens[at - 1].word in _DATING):
        return False
    return told.tokens[at + 1].word not in GRAMMAR and at + 1 not in told.used


def _distance(matter: Matter, at: int, told: Held) -> int:
    """How far a place of a fact is from a figure that counts what the claim does; else from verbs met, or all met."""
    like = [f for mine in matter.claim.figures for f in told.fact.figures if may_be(matter, mine, f, told.fact)]
    if like:
        return min(told.far(at, told.word_at(figure.start)) for figure in like)
    mine = {stem(t.word) for t in matter.claim.tokens if is_verb(t.word) and t.word not in HELPING | LIGHT}
    verbs = {i for i in told.used if is_verb(told.tokens[i].word)}
    verbs |= {i for i, token in enumerate(told.tokens) if stem(token.word) in mine}
    return min((abs(at - i) for i in verbs or told.used), default=0)


def figures(matter: Matter, told: Held) -> Iterator[Slot]:
    """What a fact says about the figures of the claim: those that count the same, else one that is repeated.

    Of several that count the same, the nearest to the names decides; it refutes nothing that another of them supports,
    and none that supports one figure of the claim refutes another.
    """
    beside = set(_beside_the_point(matter, told)) if len(matter.claim.figures) == 1 else set()
    like = {figure: _like(matter, figure, told) for figure in matter.claim.figures}
    days = {f for date, f in in_pairs(matter, told) if of_dates(matter.claim.dates[0], date) is Verdict.AGREES}
    for figure, every in like.items():
        fit = [other for other in every if other in days] or [o for o in every if o not in beside] or every
        fit = _of_the_same_end(matter, figure, fit, told)
        before = _word_before(matter, figure)
        exact = before in _EXACTLY  # "exactly 700" is not "over 700"
        verdicts = {
            other: Verdict.DIFFERS
            if (exact and other.comparator is not Comparator.EQUAL) or _lasts_otherwise(figure, other)
            else of_figures(figure, other)
            for other in fit
        }
        taken = {
            o
            for mine, those in like.items()
            if mine is not figure
            for o in those
            if of_figures(mine, o) is Verdict.AGREES
        }
        free = [other for other in fit if other not in taken or verdicts[other] is Verdict.AGREES]
        near = _nearest_to_names(matter, free, told) if len(like) == 1 and len(free) > 1 else free
        near.sort(key=lambda other: told.far_from_all(told.word_at(other.start)))
        slot = _best(((verdicts[other], other.text) for other in near), "how many", figure.text, told.fact.id)
        if slot.verdict is Verdict.DIFFERS and Verdict.AGREES in verdicts.values():
            slot = Slot("how many", figure.text, None, Verdict.ABSENT, told.fact.id)
        known = before in _KNOWN and figure.unit is not None  # "the two officers" are counted only to say who is meant
        if slot.verdict is not Verdict.ABSENT or not known:
            yield slot


def _of_the_same_end(matter: Matter, figure: Figure, fit: list[Figure], told: Held) -> list[Figure]:
    """Of the ends of a change those that the claim means: "from 3 to 5", where it says "to 5"."""
    lead = _led_by(matter.claim.text, figure.start)
    leads = {other: _led_by(told.fact.text, other.start - told.fact.start) for other in fit}
    if lead not in _ENDS or sum(each in _ENDS for each in leads.values()) < _FEWEST_ENDS:
        return fit
    return [other for other in fit if leads[other] == lead] or fit


def _led_by(text: str, start: int) -> str:
    """The word before a place."""
    return next(reversed(text[max(0, start - _BEFORE) : start].split()), "")


def _like(matter: Matter, figure: Figure, told: Held) -> list[Figure]:
    """The figures of a fact that count the same as one of the claim, else those that tell it again."""
    every = list(_counted(told))
    fit = [other for other, whole in every if may_be(matter, figure, whole, told.fact)]
    again = (other for other in told.fact.figures if _tells_as_much(figure, other))
    again = (other for other in again if not _is_set_apart(figure, other, told.fact))
    return fit or [*again] or [other for other in told.fact.figures if _lasts_otherwise(figure, other)]


_LASTING = frozenset(map(stem, "second minute hour day week month year decade".split()))


def _lasts_otherwise(figure: Figure, other: Figure) -> bool:
    """Whether two figures are the same number of other stretches of time: three weeks, three months."""
    mine, theirs = ({stem(word) for word in texts_words(one.unit or "")} & _LASTING for one in (figure, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs) and figure.value == other.value


def _counted(told: Held) -> Iterator[tuple[Figure, Figure]]:
    """Each figure of a fact, and what it counts: "54 nations have signed, 27 have ratified" counts nations twice."""
    unit = None
    for figure in told.fact.figures:
        at = told.word_at(figure.end)
        bare = figure.unit is None and at < len(told.tokens) and told.tokens[at].word in HELPING
        yield figure, replace(figure, unit=unit) if bare else figure
        unit = figure.unit or unit


def _beside_the_point(matter: Matter, told: Held) -> Iterator[Figure]:
    """Of "1,240 of its 1,900 members" what is not meant: the whole where something is done, else the part."""
    done = any(matter.is_verb(part.units[0]) for part in matter.parts if part.kind != NAMED)
    done = done or any(token.word in BEING for token in matter.claim.tokens)
    for part, whole in pairwise(told.fact.figures):
        if _OF_A_WHOLE.fullmatch(told.fact.text, part.end - told.fact.start, whole.start - told.fact.start):
            yield whole if done else part


def _word_before(matter: Matter, figure: Figure) -> str:
    """The word of the claim before a figure, "" for none."""
    return next((token.word for token in reversed(matter.claim.tokens) if token.start < figure.start), "")


def _nearest_to_names(matter: Matter, like: list[Figure], told: Held) -> list[Figure]:
    """Of like figures of a fact the one nearest to what the claim names there, else to all that is met."""
    named = [i for part in matter.parts if part.kind == NAMED for i in told.where(part)]
    if not named:
        return [min(like, key=lambda figure: told.far_from_all(told.word_at(figure.start)))]
    return [min(like, key=lambda figure: min(told.far(told.word_at(figure.start), at) for at in named))]


def may_be(matter: Matter, figure: Figure, other: Figure, fact: Fact) -> bool:
    """Whether two figures count or measure the same."""
    mine, theirs = _dimension(matter.claim.text, figure.end), _dimension(fact.text, other.end - fact.start)
    age, theirs_too = _is_age(figure, matter.claim.text, 0), _is_age(other, fact.text, fact.start)
    if age != theirs_too or (mine and theirs and mine != theirs) or _is_set_apart(figure, other, fact):
        return False
    if is_share(figure) != is_share(other) and figure.unit is not None:
        return False
    shares, money = is_share(figure) and is_share(other), currency(figure.unit) and currency(other.unit)
    return same_unit(figure.unit, other.unit) or age or shares or bool(money)


def _is_set_apart(figure: Figure, other: Figure, fact: Fact) -> bool:
    """Whether a claim counts what has a name that the fact lacks: "155 Malaysians", not "155 Indonesians"."""
    if currency(figure.unit):
        return False
    mine, theirs = ([w for w in (one.unit or "").split() if w[:1].isupper()] for one in (figure, other))
    if not mine:
        return False
    told = _called(" ".join(theirs) or fact.text)
    return any(told.isdisjoint(_called(word)) for word in mine if texts_words(word))


@lru_cache(maxsize=64)
def _called(text: str) -> frozenset[str]:
    """The words of a text without their endings, and the countries that they name."""
    stems = {stem(word) for word in texts_words(text)}
    return frozenset(stems | {country for word in (*texts_words(text), *stems) if (country := nation(word))})


def _is_age(figure: Figure, text: str, offset: int) -> bool:
    """Whether a figure is somebody's age, or could be one that only stands after a name: ", 34,"."""
    bare = figure.unit in (None, "years") and figure.value < 120 and figure.text.isalnum()
    around = text[max(0, figure.start - offset - 5) : figure.end - offset + 5]
    return bare or not {"old", "aged"}.isdisjoint(texts_words(around.replace("-", " ")))


def _tells_as_much(figure: Figure, other: Figure) -> bool:
    """Whether a figure of another unit is likely the same, told again of the same things: 277 holes, 277 flaws."""
    measured = any(
        word in _TIMES or word in lexicon.words("units") or stem(word) in _TIMES
        for unit in (figure.unit or "", other.unit or "")
        for word in texts_words(unit) or ("",)
    )
    same = figure.value == other.value > _TELLING
    return (
        same
        and not (measured or currency(figure.unit) or currency(other.unit))
        and not is_narrower(figure.unit, other.unit)
    )


def _dimension(text: str, end: int) -> str | None:
    """What a figure that ends there measures: "96 m | high"."""
    word = text[end : end + 16].split()[:1]
    return next((w.strip(".,;") for w in word if w.strip(".,;") in _DIMENSIONS), None)


def _best(verdicts: Iterable[tuple[Verdict, str]], slot: str, claimed: str, fact: str) -> Slot:
    """The slot by the verdict that speaks most for the claim: agrees, else differs, else absent."""
    order = (Verdict.AGREES, Verdict.DIFFERS, Verdict.ABSENT)
    verdict, said = min(verdicts, key=lambda each: order.index(each[0]), default=(Verdict.ABSENT, None))
    return Slot(slot, claimed, said, verdict, fact)
