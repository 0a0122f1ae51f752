"""What one sentence says began and ended, whatever it is: whether it ends after it begins, and after so long."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from unami_cli.checking.agreement import matters
from unami_cli.checking.lifetimes import is_point, measured, unit_of
from unami_cli.folding import words
from unami_cli.lookup.timeline import day_key, interval
from unami_cli.model import Date, Fact, Figure
from unami_cli.outcomes import Aspect, Finding, Outcome
from unami_cli.patterns import pattern
from unami_cli.table import FactTable

_BEGINS = frozenset(("+exist", "+go", "+office", "+join"))
_ENDS = frozenset(("-exist", "-go", "-office", "-join", "+kill"))
_HELPERS = frozenset("was were been is are".split())
_TOWARDS = ("in", "on")
_UNTIL = frozenset(("until", "till"))
_AND = pattern(
    r"(?P<sign>,? and|,)\s(?:(?:it|he|she|they)\s)?(?:(?:was|were|then|finally|[a-z]+ly)\s)*(?P<verb>[a-z]+ed|[a-z]+)"
    r"(?:\s(?:down|office|there|in|at|[A-Z][\w’'-]+))*?\s(?P<to>in|on|until|till)\s"
)
"""What leads from the date of a beginning to that of an end of the same: "and was dissolved in", "and served until"."""
_WHICH = frozenset("which who that".split())
_BACK = 6  # words before a date among which the beginning may be told
_REACH = 80  # letters in which they are looked for
_SUBJECT = 4  # words between a span and the beginning: "the 22-year mission in Mali began"
_PRECISION = {"year": 4, "month": 7, "day": 10}
_AFTER = pattern(r"\b(?P<verb>[a-z]+) after (?P<span>[^,.;]{2,30}?),? (?:in|on) $")
_IT = pattern(r"(?:It|The \w+) (?:(?:was|were|had been|first) )*(?P<verb>[a-z]+) (?:in|on) ")


def courses(table: FactTable) -> Iterator[Finding]:
    """Ends before beginnings, and spans of time that do not fit them."""
    for fact, after in pairwise((*table.facts, None)):
        if fact is None or not 1 <= len(fact.dates) <= _BACK:
            continue
        for begin, end in pairwise(fact.dates):
            if is_point(begin) and is_point(end) and _is_course(fact, begin, end):
                yield from _held(fact, begin, end)
        if after and after.article == fact.article:
            yield from _ended_after(fact, after)


def _is_course(fact: Fact, begin: Date, end: Date) -> bool:
    """Whether one date is that of a beginning, and the next that of an end of the same."""
    between = _AND.fullmatch(fact.text, begin.end - fact.start, end.start - fact.start)
    if between is None or (matters(between["verb"]).isdisjoint(_ENDS) and between["to"] not in _UNTIL):
        return False
    at = begin.start - fact.start
    start = fact.text.rfind(".", 0, at) + 1
    before = words(fact.text[max(start, at - _REACH) : at])[-_BACK:]
    verb = _beginning(before)
    if verb is None:
        return False
    return between["sign"] != "," or not _WHICH.isdisjoint(before[:verb])


def _beginning(before: tuple[str, ...]) -> int | None:
    """Which of the words before a date tells a beginning: the last, "began on", or "was appointed mayor in"."""
    if before[-1:] == () or before[-1] not in _TOWARDS:
        return None
    found = [at for at, word in enumerate(before) if not matters(word).isdisjoint(_BEGINS)]
    if not found:
        return None
    at = found[-1]
    passive = at > 0 and before[at - 1] in _HELPERS
    return at if at == len(before) - 2 or passive else None


def _held(fact: Fact, begin: Date, end: Date) -> Iterator[Finding]:
    """What is found of a beginning and an end in one sentence."""
    first, last = interval(begin.edtf), interval(end.edtf)  # as stated: a year that was filled in proves nothing
    if first is None or last is None:
        return
    if day_key(last[1]) < day_key(first[0]):
        text = f"“{end.text}”, when it ends, is before “{begin.text}”, when it begins."
        yield Finding(Outcome.CONTRADICTION, Aspect.ORDER, text, (fact,), (begin.text, end.text))
        return
    for figure in fact.figures:
        unit = unit_of(figure)
        if unit and _is_whole(fact, figure, begin, end) and _are_precise(unit, begin, end):
            yield measured(figure, unit, [(begin, end, fact, fact)], fact)


def _are_precise(unit: str, begin: Date, end: Date) -> bool:
    """Whether two dates are as precise as a unit: a three-day fair may be held each year "from 2010 to 2020"."""
    return min(len(begin.resolved), len(end.resolved)) >= _PRECISION[unit]


def _is_whole(fact: Fact, figure: Figure, begin: Date, end: Date) -> bool:
    """Whether a span is that of all of it: "the 22-year mission began", "ended in 2025 after 22 years"."""
    start, stop = figure.start - fact.start, figure.end - fact.start
    if figure.start >= end.end:
        return fact.text[end.end - fact.start : start].strip(" ,") == "after"
    between = fact.text[stop : begin.start - fact.start]
    return figure.end < begin.start and "," not in between and len(words(between)) <= _SUBJECT and "-" in figure.text


def _ended_after(fact: Fact, after: Fact) -> Iterator[Finding]:
    """An end after so long, and the beginning in the next sentence: "It ended after 22 years, in 2025. It began in"."""
    begun = _IT.match(after.text)
    if len(fact.dates) != 1 or begun is None or matters(begun["verb"]).isdisjoint(_BEGINS):
        return
    end = fact.dates[0]
    found = _AFTER.search(fact.text[: end.start - fact.start])
    begin = next((date for date in after.dates if date.start - after.start == begun.end()), None)
    if found is None or begin is None or not (is_point(begin) and is_point(end)):
        return
    if matters(found["verb"]).isdisjoint(_ENDS):
        return
    for figure in fact.figures:
        unit = unit_of(figure)
        if unit and figure.text == found["span"] and _are_precise(unit, begin, end):
            yield measured(figure, unit, [(begin, end, after, fact)], fact)
