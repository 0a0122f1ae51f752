"""What something is or means, why it is so, and what is new of it: the phrases of a sentence that may answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unami_cli.lookup.index import texts_words, written
from unami_cli.lookup.passages import FAR, Deeds, Passage
from unami_cli.lookup.wordforms import GRAMMAR, HELPING, is_verb, stem
from unami_cli.model import Fact, Organization, Span, Spans, Words
from unami_cli.patterns import pattern

_CLAUSE = pattern(r"[,;:()\[\]–—]|\s-\s|[.!?…]+[\"'”’)\]]*$|[\"“”]")
_PAUSE = pattern(r"[;:()]\s*|,\s+(?=(?:and|but|which|who|where|while|although)\b)|\s[–—-]\s|[.!?…]+[\"'”’)\]]*$")
_IS_SOME = pattern(
    r"^\s*(?:[^\s,]+\s){0,2}?(?:is|are|was|were|means|refers to|stands for|,|–|—|-)\s+(?=(?:an?|the|one|any|that)\b)"
)
_IS = pattern(r"^\s*(?:is|are|means?|refers? to|stands? for)\s+")
_BRACKETS = pattern(r"([\w’' -]{4,80}?)\s\(([^()]+)\)")
_REASON = pattern(
    r"""\b(?:(?P<strong>because(?:\sof)?|due\sto|owing\sto|thanks\sto|(?P<purpose>in\sorder\sto|so\sas\sto|for\sfear)
        |so\sthat|in\sresponse\sto|as\sa\sresult\sof|on\saccount\sof|on\sthe\sgrounds\s(?:of|that)
        |citing|since(?!\s(?:\w+\s)?[0-9]))
      |(?P<asked>at\sthe\srequest\sof)|after(?!\s(?:\w+\s)?(?:[0-9]|hours|days|weeks|months|years))|amid|following|for(?=\s\w{2,}ing\b)
      |(?P<to>to)(?=\s(?P<deed>[a-z]+)))\b\s+""",
    re.IGNORECASE | re.VERBOSE,
)
"""What leads to a cause or a purpose; "to" only before a verb."""
_NO_PURPOSE = frozenset(
    """able unable likely unlikely ready willing set due going used supposed expected want wants wanted wish wished hope
    hopes hoped agree agrees agreed refuse refuses refused decide decides decided plan plans planned begin begins began
    start starts started continue continues continued try tries tried trying attempt attempted fail fails failed need
    needs needed have has had ought seem seems seemed appear appears appeared tend tends promise promised like likes
    intend intends intended allow allowed ask asked tell told urge urged force forced order ordered what how where
    people up""".split()
)
"""After these, "to" and a verb tell what and not what for."""
_TURNING = frozenset("who which that when where while because after before since until although though also".split())
NO_NOUN = _TURNING | HELPING | {"to"}
"""What stands in no description of a person."""


def meanings(s: Passage) -> Iterator[Words]:
    """The long name of a short one, and what stands before a pair of brackets that holds it."""
    asked = tuple(term.word for term in s.question.terms)
    for start, end, record in s.held(Organization):
        if not s.covers(start, end):
            named = asked in {texts_words(name) for name in (record.name, *record.aliases)}
            if named and " " in s.said(start, end):
                yield s.words(start, end, "organization", 0.9)
    for found, _, end in s.finds(_BRACKETS, 1) if len(asked) == 1 else ():
        if texts_words(found[2])[:1] == asked:
            yield s.words(end - len(_long_form(found[1], asked[0])), end, "text", 0.85)


def _long_form(before: str, initials: str) -> str:
    """The words before a bracket that its letters stand for."""
    every = before.split()
    for size in range(2, min(len(every), 2 * len(initials) + 1) + 1):
        tail = every[-size:]
        telling = [word for word in tail if word.lower() not in GRAMMAR]
        if tail[0][:1].lower() == initials[:1] and len(telling) >= len(initials):
            return " ".join(tail)
    return " ".join(every[-len(initials) :])


def definitions(s: Passage) -> Iterator[Words]:
    """What stands after the last met word and "is a", or after a comma as an apposition."""
    last = max((one.end for one in s.met), default=s.fact.start) - s.fact.start
    found = _IS_SOME.match(s.fact.text[last:]) or (_IS.match(s.fact.text[last:]) if last < FAR else None)
    if found and s.met:
        start = last + found.end()
        begin, end = s.fact.start + start, s.fact.start + _clause_end(s.fact.text, start)
        if not (_APPOSING.search(found.group()) and _names_another(s, begin, end)):
            yield s.words(begin, end, "text", 0.75)


_APPOSING = pattern(r"[,–—-]\s+\Z")
_ALL_NAME = pattern(r"(?:the\s)?", re.IGNORECASE)
_LISTED = pattern(r"\s*(?:(?:and|or)\b.*)?", re.DOTALL)


def _names_another(s: Passage, begin: int, end: int) -> bool:
    """Whether these words are another's name, and thus the next of a list: "the Bank, the Fund and the Agency"."""
    return any(
        begin <= first
        and last <= end
        and not s.is_asked(one)
        and _ALL_NAME.fullmatch(s.said(begin, first))
        and _LISTED.fullmatch(s.said(last, end))
        for first, last, one in s.discourse.held(s.number)
    )


def reasons(s: Passage) -> Iterator[Words]:
    """What leads to the deed that is asked about: causes and purposes."""
    deeds = Deeds(s)
    for found, first, last in s.finds(_REASON):
        before = s.fact.text[max(found.start() - 20, 0) : found.start()].split()[-1:]
        if found["to"] and not (is_verb(found["deed"]) and _NO_PURPOSE.isdisjoint(before)):
            continue
        start = first if found["to"] or found["purpose"] or found["asked"] else last
        end = s.fact.start + _clause_end(s.fact.text, start - s.fact.start)
        if deeds.caused(start, end, sure=found["strong"] is not None):
            yield s.words(start, end, "text", 0.6 if found["strong"] else 0.35)


def told_clauses(s: Passage) -> Iterator[Words]:
    """How many there are of what a noun phrase names, else the clauses that tell of it."""
    noun = s.question.measure[0] if s.question.measure else ""
    for figure in s.fact.figures if noun.endswith("s") else ():
        if stem(noun) in {stem(word) for word in texts_words(figure.unit or "")}:
            yield s.words(figure.start, figure.end, "figure", 0.8)
    if s.met:
        first = min(one.start for one in s.met) - s.fact.start
        last = max(one.end for one in s.met) - s.fact.start
        stops = [(stop.start(), stop.end()) for stop in _PAUSE.finditer(s.fact.text)]
        start = max((end for _, end in stops if end <= first), default=0)
        end = min((begin for begin, _ in stops if begin >= last), default=len(s.fact.text))
        yield s.words(s.fact.start + start, s.fact.start + end, "text", 0.6)


def led(s: Passage) -> Iterator[Words]:
    """What stands after the verb of a question and the preposition at its end: "thanked her for …"."""
    for deed in (one for one in s.met if one.deed and s.question.led):
        begin = deed.end - s.fact.start
        found = re.compile(rf"[^.;:]*?\b{s.question.led}\s+(?=\w)").match(s.fact.text, begin)
        if found:
            start = s.fact.start + found.end()
            yield s.words(start, s.fact.start + _clause_end(s.fact.text, found.end()), "text", 0.9)


def stretches(s: Passage) -> Iterator[Words]:
    """What is new in a sentence: the stretches of words that the question did not say, within a clause."""
    head = s.question.measure[0] if s.question.measure else ""
    for start, end, news, capital in stretched(s, head) if s.met else ():
        called = _CALLED.search(s.said(start, end))
        if head == "name" and not (capital or called):
            continue
        begin, stop = (start + called.end(), end) if called else (start, end)
        if head == "name" and capital:
            begin, stop = _name_in(s.fact, begin, stop, 2 if called else 1)
        named = 0.1 * max(capital, called is not None) + _APPOSED * (head == "name" and s.apposed(begin, stop))
        fit = 0.75 * s.near(begin, stop, s.question.first) + 0.05 * min(news, 3) + named
        yield s.words(begin, stop, "text", min(fit, 1.0))


_APPOSED = 0.2
"""What a name gains that stands between commas."""
_CALLED = pattern(r"\b(?:called|named|known as|dubbed|nicknamed|titled|entitled)\s+(?=\w)")
_CAPITALS = pattern(
    r"(?<![\w’'-])(?:[a-z]{1,3}[-’'])?[A-Z][\w’'.-]*(?:\s(?:(?:of|the|for|and|de|la)\s){0,2}(?:[a-z]{1,3}[-’'])?[A-Z][\w’'.-]*)*"
)


def _name_in(fact: Fact, start: int, end: int, least: int) -> tuple[int, int]:
    """The longest run of at least so many words with capitals among these; all of them where there is none."""
    found = _CAPITALS.finditer(fact.text, max(start - fact.start, 1), end - fact.start)
    runs = [(fact.start + run.start(), fact.start + run.end()) for run in found if run.group().count(" ") + 1 >= least]
    return max(runs, key=lambda run: run[1] - run[0], default=(start, end))


def stretched(s: Passage, head: str) -> Iterator[tuple[int, int, int, bool]]:
    """The stretches between met words and marks: start, end, how many words of content, whether one is a name.

    One that stands before the noun asked for ("which movement") takes it in.
    """
    fact = s.fact
    stops = [Span(stop.start(), stop.end()) for stop in _CLAUSE.finditer(fact.text)]
    marks = Spans([*stops, *(Span(date.start - fact.start, date.end - fact.start) for date in fact.dates)])
    run: list[tuple[int, int, str]] = []
    last = 0
    for word, start, end in [*written(fact.text), ("", len(fact.text), len(fact.text))]:
        met = s.covers(fact.start + start, fact.start + end)
        broken = marks.touch(last, start + 1)
        if run and (broken or met or not word):
            noun = met and not broken and bool(head) and stem(word) == stem(head)
            yield from _trimmed(fact, run, end if noun else 0)
            run = []
        if word and not met:
            run.append((start, end, word))
        last = end


def _trimmed(fact: Fact, run: list[tuple[int, int, str]], beyond: int) -> Iterator[tuple[int, int, int, bool]]:
    """A run of words without those of grammar at its ends; `beyond` is where a noun after it ends."""
    while run and run[0][2] in GRAMMAR | _TURNING:
        run = run[1:]
    while run and run[-1][2] in GRAMMAR | _TURNING and not beyond:
        run = run[:-1]
    news = sum(word not in GRAMMAR for _, _, word in run)
    if news:
        capital = any(start > 0 and fact.text[start].isupper() for start, _, _ in run)
        yield fact.start + run[0][0], fact.start + (beyond or run[-1][1]), news, capital


def _clause_end(text: str, start: int) -> int:
    """Where the clause ends that begins at `start`."""
    stop = _CLAUSE.search(text, start + 3)
    return max(len(text[: stop.start()].rstrip()), start + 1) if stop else len(text.rstrip(' .!?"”'))
