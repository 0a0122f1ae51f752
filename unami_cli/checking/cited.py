"""The years and days that are given for Security Council resolutions, against its register."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unami_cli import register
from unami_cli.folding import words
from unami_cli.lookup.timeline import FIRST_DAY, LAST_DAY, day_key, interval
from unami_cli.model import Date, Fact, Resolution
from unami_cli.outcomes import Aspect, Finding, Outcome
from unami_cli.patterns import pattern
from unami_cli.register import COUNCIL
from unami_cli.table import FactTable
from unami_cli.table.resolutions import years_cited

_NAMES_COUNCIL = frozenset("council unsc unscr scr sc s".split())
_ADOPTED = frozenset("adopted passed".split())
_LISTED = pattern(r"(?:Security Council|UNSC) (?:resolutions [^.;:]*|(?:\w+ly )?adopted )$", re.IGNORECASE)
_DEEDS = frozenset(("established", "created", "founded", "set up", "launched"))
_DONE = pattern(
    r"\b(?P<deed>set up|[a-z]+ed) (?:by|under|through|via) (?:the )?(?:adoption of )?"
    r"(?:(?:UN|U\.N\.|United Nations|its) )?$"
)
"""What is done by a resolution, just before it."""
_ON = pattern(r",?\s(?:on|in)\s")
_BY = pattern(r",?\s+(?:via|by|through)\s+(?:the\s+)?(?:adoption\s+of\s+)?(?:UN\s+|U\.N\.\s+|United\s+Nations\s+)?")
_ADOPTION = pattern(
    r"""(?:,?\s+(?:(?:which|that)\s+)?(?:was\s+)?(?:unanimously\s+)?(?:adopted|passed)(?:\s+unanimously)?
        |\s*\(?\s*(?:of|dated))(?:\s+(?:on|in|by\s+the\s+(?:Security\s+)?Council\s+(?:on|in)))?\s+""",
    re.VERBOSE,
)
_REACH = 160  # letters between a resolution and its date; those in which words near something are looked for
_EDGE = 4  # letters before a date that begins a sentence: "On "


def cited(table: FactTable) -> Iterator[Finding]:
    """The years and days that are given for Security Council resolutions, checked against its register."""
    texts = {article.id: article.text for article in table.articles}
    for one in table.resolutions:
        if one.body != COUNCIL or not one.number.isdecimal():
            continue
        year = register.year_of(int(one.number))
        sure = {
            mention.article
            for mention in one.mentions
            if not _NAMES_COUNCIL.isdisjoint(words(texts[mention.article][mention.start : mention.end]))
        }
        for mention in one.mentions:
            if fact := table.fact_with(mention.article, mention):
                start, end = mention.start - fact.start, mention.end - fact.start
                known = fact.article in sure or _LISTED.search(fact.text[max(0, start - _REACH) : start]) is not None
                if year is None:
                    yield from _unheld(fact.text[start:end], fact, known)
                else:
                    yield from _year(one, year, fact.text[start:end], fact, known)
                    yield from _days(one, year, start, end, fact, known)


def _unheld(told: str, fact: Fact, sure: bool) -> Iterator[Finding]:
    """A number that the register does not hold: there is no such resolution, or it is a later one."""
    if sure:
        year, last = register.last()
        text = f"“{told}” is not in the register, which ends with resolution {last} of {year}."
        yield Finding(Outcome.OPEN, Aspect.REGISTER, text, (fact,), (told,))


def _year(one: Resolution, year: int, told: str, fact: Fact, sure: bool) -> Iterator[Finding]:
    """The year in the words that cite a resolution: "Resolution 1500 (2003)"."""
    stated = years_cited(told, one.number)
    if len(stated) != 1:
        return
    if int(stated[0]) == year:
        yield Finding(Outcome.OK, Aspect.REGISTER, f"“{told}” has the same year as the register.", (fact,), (told,))
        return
    text = f"“{told}”: the register puts {COUNCIL} resolution {one.number} in {year}."
    yield Finding(Outcome.CONTRADICTION if sure else Outcome.OPEN, Aspect.REGISTER, text, (fact,), (told,))


def _days(one: Resolution, year: int, start: int, end: int, fact: Fact, sure: bool) -> Iterator[Finding]:
    """The dates that a resolution was adopted on, or that something was done on by it."""
    for date in fact.dates:
        first, last = date.start - fact.start, date.end - fact.start
        covered = interval(date.resolved)
        if covered is None or "/" in date.resolved or first - end > _REACH or start - last > _REACH:
            continue
        text, place = fact.text, (start, end, first)
        early = int(covered[1][:-6]) < year
        if adopted := _is_adopted(text, *place):
            yield _day(one, date, _told(one, year), fact, sure, adopted=adopted)
        elif _establishes(text, start, first, last) or (deed := _deed_by(text, *place)) in _DEEDS or (deed and early):
            yield _day(one, date, _told(one, year), fact, sure, adopted=False)


def _told(one: Resolution, year: int) -> str:
    """What the register holds of the adoption: for a few the day, else the year."""
    entry = register.entry(int(one.number))
    return entry.date if entry else str(year)


def _day(one: Resolution, date: Date, known: str, fact: Fact, sure: bool, *, adopted: bool) -> Finding:
    """A date of the adoption (`adopted`), or of what the resolution did, against what the register holds (`known`)."""
    (first, last), (begin, end) = (interval(each) or (FIRST_DAY, LAST_DAY) for each in (date.resolved, known))
    values, name = (date.text, known), f"Resolution {one.number}"
    if day_key(first) <= day_key(end) and day_key(begin) <= day_key(last):
        text = f"“{date.text}” is when {name} was adopted, according to the register."
        if len(known) < len(date.resolved):
            text = f"“{date.text}” has the year of {name}, {known}; the register does not hold its day."
        return Finding(Outcome.OK, Aspect.REGISTER, text, (fact,), values)
    early = day_key(last) < day_key(begin) and last[:-6] != begin[:-6]
    # What a resolution establishes may begin later; the same day of another year is meant.
    clear = adopted or early or first[5:] == known[5:]
    if clear and sure:
        outcome, said = Outcome.CONTRADICTION, f"is not when {name} was adopted"
        if early and not adopted:
            said = f"is before {name} was adopted"
    else:
        outcome, said = Outcome.OPEN, f"may not be meant as the date of {name}"
    return Finding(
        outcome, Aspect.REGISTER, f"“{date.text}” {said}: {known}, according to the register.", (fact,), values
    )


def _deed_by(text: str, start: int, end: int, date: int) -> str:
    """What is done by a resolution on a date just after it: "set up" in "set up by Resolution 1500 on", else ""."""
    if date < end or not _ON.fullmatch(text[end:date]):
        return ""
    found = _DONE.search(text[max(0, start - _REACH) : start])
    return found["deed"] if found else ""


def _establishes(text: str, start: int, first: int, last: int) -> bool:
    """Whether a date is given for what a resolution does: "established on August 14, 2003, via Resolution"."""
    before = set(words(text[max(0, first - _REACH) : first])[-3:])
    return (
        bool(_DEEDS & before or {"set", "up"} <= before)
        and last <= start
        and _BY.fullmatch(text[last:start]) is not None
    )


def _is_adopted(text: str, start: int, end: int, date: int) -> bool:
    """Whether a date is given for the adoption: "Resolution 1500, adopted on", "adopted resolution 1500 on"."""
    if date <= _EDGE and words(text[:date]) in (("on",), ("in",)):  # "On Monday the Council adopted resolution 1500"
        before = words(text[:start])[-4:]
        return bool(_ADOPTED & set(before)) and "council" in words(text[:start])
    if date < end:
        return False
    between = text[end:date]
    if _ADOPTION.fullmatch(between):
        return True
    before = words(text[max(0, start - _REACH) : start])[-4:]
    return bool(_ADOPTED & set(before)) and words(between) in (("on",), ("in",), ())
