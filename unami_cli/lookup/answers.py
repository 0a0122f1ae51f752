"""Which words of a sentence answer a question: what finds those of each kind that is asked for, and which are sure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set

from unami_cli import lexicon
from unami_cli.extract.scene import class_of
from unami_cli.folding import fold
from unami_cli.lookup.clauses import LONGEST, scopes, tokens_of
from unami_cli.lookup.discourse import Discourse
from unami_cli.lookup.index import texts_words
from unami_cli.lookup.interpretation import Unit
from unami_cli.lookup.meanings import NO_NOUN, definitions, led, meanings, reasons, stretched, stretches, told_clauses
from unami_cli.lookup.passages import LIGHT, Deeds, MetWord, Passage
from unami_cli.lookup.questions import Question, Wanted
from unami_cli.lookup.ranking import Near
from unami_cli.lookup.timeline import in_turns, same_time
from unami_cli.lookup.wordforms import OTHER_RANKS, is_verb, stem, synonyms
from unami_cli.model import Date, Fact, Figure, Organization, Person, Resolution, Span, Spans, Words, kind_of
from unami_cli.patterns import pattern
from unami_cli.values import replace

ANSWER, STRETCH = 0.6, 0.2
"""What words that answer add to the score of their sentence, at a fit of 1; less where anything new may answer."""
_MOST_MET = 60
"""How many words of a sentence that met the question are looked at; no sentence has more."""
_LOOSE = (Wanted.TEXT, Wanted.REASON, Wanted.SPEECH, Wanted.PHRASE, Wanted.TRUTH)
_SURE, _FITTING, _CAUSED, _TRUE, _DESCRIBED = 0.25, 0.2, 0.5, 0.6, 0.3
"""What an answer is shown from: so much of the question in and around its sentence (less, where the answer fits well;
more, for a cause; more and in the sentence, for yes or no); the fit of a description."""
_REST = 0.5
"""How much of a question must stand in a sentence where no text has its verb."""
_WELL = 0.6
"""The fit of an answer that fits well."""
_DEEDS = (Wanted.DATE, Wanted.WHO, Wanted.PLACE, Wanted.BODY, Wanted.REASON)
"""What is asked of a deed: its day, its doer, its place, its cause."""


_ANOTHER = 0.5
"""What a name is worth beside one who has the office asked for, or that did what was done to the one asked for."""
_TURNED = OTHER_RANKS | {"assistant"}
_MEASURED = 0.5
"""The least fit of a figure in the unit asked for."""


# ---- when, how many, where -----------------------------------------------------------------------------------------

_RELATIVE = pattern(
    r"""\b(?:(?:on|late|early|since|by|until|last|next|this)\s)*
    (?:(?:last|next|this)\s(?:\w+\s)?(?:week|month|year|night|weekend|summer|winter|spring|autumn|fall|decade|century)
      |(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s(?:morning|afternoon|evening|night))?
      |yesterday|today|tomorrow|tonight
      |(?:\w+)\s(?:days|weeks|months|years|decades|centuries|hours)\s(?:ago|later|earlier)
      |within\s\w+\s(?:hours|days|weeks|months|years)
      |[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]\.?m\b\.?|[0-9]{1,2}:[0-9]{2}
      |(?:january|february|march|april|june|july|august|september|october|november|december)(?![\w])
      |(?:spring|summer|autumn|winter)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What says when but is not a calendar date: it answers if no date does better."""


def _dates(s: Passage) -> Iterator[Words]:
    for date in s.fact.dates:
        if not s.covers(date.start, date.end):
            yield s.words(date.start, date.end, "date", 0.5 + 0.5 * s.near(date.start, date.end))
    for _, start, end in s.finds(_RELATIVE):
        dated = any(date.start < end and start < date.end for date in s.fact.dates)
        if not dated and not s.covers(start, end):
            yield s.words(start, end, "date", 0.2 + 0.35 * s.near(start, end))


_RATE = pattern(
    r"""\b(?:at\sleast\s|at\smost\s|up\sto\s|about\s|around\s|roughly\s|nearly\s|almost\s|only\s)?
    (?:(?:once|twice|thrice|[\w-]{1,20}\stimes)\s(?:a|an|per|each|every)\s(?:[\w-]{1,20}\s)?
        (?:second|minute|hour|day|night|week|fortnight|month|quarter|season|year|decade|century)s?
      |(?:every|each)\s(?:[\w-]{1,20}\s)?(?:second|minute|hour|day|night|morning|evening|afternoon|week|weekend|fortnight
        |month|quarter|season|year|decade|century|(?:mon|tues|wednes|thurs|fri|satur|sun)day|summer|winter|spring
        |autumn)s?
      |(?:bi|semi|tri)?-?(?:dai|hour|night|week|fortnight|month|quarter|year|annual)ly
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def _rates(s: Passage) -> Iterator[Words]:
    """How often: "twice a year", "every other week", "daily"."""
    for _, start, end in s.finds(_RATE):
        if not s.covers(start, end):
            yield s.words(start, end, "text", 0.5 + 0.5 * s.near(start, end))


_PEOPLE = frozenset(
    """people person man men woman women child children personnel staff member troop soldier worker civilian victim
    refugee employee resident student official citizen family passenger human life fan patient prisoner migrant
    individual adult officer user participant""".split()
)
_SIGNS = "$£€¥%"


def _figures(s: Passage) -> Iterator[Words]:
    """The figures; those that are not in the unit asked for remain below what is shown."""
    asked = {stem(word) for word in s.question.measure}
    alike = {stem(other[0]) for word in s.question.measure for other in synonyms(word, broader=True) if len(other) == 1}
    people = not asked.isdisjoint({"people", "person"})
    named = any(not asked.isdisjoint(map(stem, texts_words(s.said(one.start, one.end)))) for one in s.met)
    of_the_time = [
        figure
        for date, figure in in_turns(s.fact.dates, s.fact.figures)
        if any(same_time(time.resolved, date.resolved) for time in s.question.times)
    ]
    for figure in of_the_time or s.fact.figures:
        unit, near = _unit(s.fact, figure), s.near(figure.start, figure.end)
        if not asked:
            fit = 0.3 + 0.5 * near
        elif not asked.isdisjoint(unit):
            fit = _MEASURED + 0.5 * near
        elif not alike.isdisjoint(unit) or (people and not unit.isdisjoint(_PEOPLE)):
            fit = _MEASURED + 0.4 * near
        elif figure.unit is None and not any(sign in figure.text for sign in _SIGNS):
            fit = _MEASURED + 0.3 * near if named else 0.1 + 0.35 * near
        else:
            fit = 0.3 * near
        yield s.words(figure.start, figure.end, "figure", fit)


def _unit(fact: Fact, figure: Figure) -> set[str]:
    """The stems of the words of a figure, of its unit and of the two after it; signs of money as they are."""
    behind = fact.text[figure.end - fact.start : figure.end - fact.start + 30]
    said = f"{figure.text} {figure.unit or ''}"
    every = (*texts_words(said), *texts_words(behind)[:2])
    return {stem(word) for word in every} | {sign for sign in _SIGNS if sign in said}


_PLACE = pattern(
    r"""\b(?P<before>in|at|near|from|to|into|outside|inside|across|around|throughout|of|on|off|over|between|towards?
      |via|through)
    \s(?P<place>(?:the\s)?(?:[A-Z][\w’'.-]*)(?:(?:,?\s)(?:(?:of|de|the|and|al)\s)?[A-Z][\w’'.-]*)*)""",
    re.VERBOSE,
)
_PLAIN_PLACE = pattern(
    r"\b(?:in|at|near|outside|inside|from|on|to|into|through)\s((?:the|a|an|its|their|his|her)\s(?:[a-z-]+\s?){1,4})"
)
_SUBJECT = pattern(r"(?:\A|(?<=, )|(?<=and )|(?<=but )|(?<=that ))(?:[A-Z][\w’'-]*\s){0,3}?[A-Z][\w’'-]*(?=\s[a-z])")
_WITHIN = ("in", "at", "near", "outside", "inside")


def _places(s: Passage) -> Iterator[Words]:
    """What stands after a preposition of place, best where a list of places has it."""
    others = [(start, end) for start, end, _ in s.held(Person)]
    others += [(date.start, date.end) for date in s.fact.dates]
    for found, start, _ in s.finds(_PLACE, "place"):
        text = found["place"].rstrip(".,").removesuffix("’s").removesuffix("'s")
        end = start + len(text)
        taken = s.covers(start, end) or any(a < end and start < b for a, b in others)
        name = fold(text).removeprefix("the ")
        people = name in lexicon.words("demonyms") and (name == fold(text) or name not in lexicon.words("places"))
        if not taken and not people and name not in lexicon.DAY_NAMES:
            sure = 0.3 + 0.2 * _is_listed(text) + 0.15 * (found["before"] in _WITHIN)
            yield s.words(start, end, "place", sure + 0.35 * s.near(start, end))
    for found, start, end in s.finds(_SUBJECT) if s.question.first else ():
        if _is_listed(found.group()) and not s.covers(start, end):
            yield s.words(start, end, "place", 0.5 + 0.35 * s.near(start, end, True))
    for start, end, _ in s.held(Organization):
        if not s.covers(start, end):
            yield s.words(start, end, "place", 0.15 + 0.4 * s.near(start, end))
    for found, start, _ in s.finds(_PLAIN_PLACE, 1):
        end = start + len(found[1].rstrip())
        if not s.covers(start, end):
            yield s.words(start, end, "place", 0.15 + 0.3 * s.near(start, end))


def _is_listed(text: str) -> bool:
    """Whether a list of places has the name, its first two words, or its first or last."""
    every = texts_words(text)
    tried = (" ".join(every), " ".join(every[:2]), *every[:1], *every[-1:])
    return any(name in lexicon.words("places") for name in tried)


# ---- who -----------------------------------------------------------------------------------------------------------


def _names(s: Passage) -> Iterator[Words]:
    """The people and bodies of a sentence, each by its longest name in it."""
    longest: dict[str, Words] = {}
    deeds = Deeds(s)
    holders = _holders(s)
    for start, end, record in s.discourse.held(s.number):
        if isinstance(record, Resolution) or s.covers(start, end) or not deeds.have(start, end):
            continue
        fit = (0.45 if isinstance(record, Person) else 0.3) + 0.55 * s.doer(start, end)
        if (holders and record.id not in holders) or (s.question.passive and s.led_by(start)):
            fit *= _ANOTHER
        here = s.words(start, end, kind_of(record).value, fit)
        known = longest.get(record.id, here)
        longer = max(known, here, key=lambda words: len(words.text))
        longest[record.id] = replace(longer, fit=max(known.fit, here.fit))
    yield from longest.values()


def _holders(s: Passage) -> frozenset[str]:
    """The people to whom a fact gives the office that is asked for, those of whom it says most of it."""
    asked = {term.word for term in s.question.terms}
    if not any(class_of(word) for word in asked):
        return frozenset()
    shares: dict[str, int] = {}
    for _, _, one in s.held(Person):
        roles = (role for role in one.roles if any(s.holds(place) for place in role.mentions))
        shares[one.id] = max((_share(asked, role.text) for role in roles), default=0)
    most = max(shares.values(), default=0)
    return frozenset(id for id, share in shares.items() if share == most > 0)


def _share(asked: Set[str], role: str) -> int:
    """How many words of what is asked an office has; 0 where it is another or a deputy's or a former one."""
    words = set(texts_words(role))
    offices = {word for word in asked if class_of(word)}
    return 0 if not offices <= words or not _TURNED.isdisjoint(words - asked) else len(asked & words)


def _described(s: Passage) -> Iterator[Words]:
    """Whom a sentence writes with a capital but does not name as far as we know, or describes ("an attorney")."""
    deeds = Deeds(s)
    named = {start: end for start, end, _ in s.discourse.held(s.number)} if s.question.wanted is Wanted.WHO else {}
    names = [(start, end) for start, end, _ in s.discourse.held(s.number)]
    taken = Spans([*s.fact.dates, *(Span(start, end) for start, end, _ in s.held(Resolution))])
    for start, end, news, capital in stretched(s, ""):
        said = s.said(start, end)
        every = texts_words(said)
        if not NO_NOUN.isdisjoint(every) or (said[0].islower() and is_verb(every[0])):
            continue
        known = end - named.get(start, end + 1)  # a name alone, or with its verb as in headlines, is no description
        if known == 0 or (known > 0 and any(map(is_verb, texts_words(said[-known:])[:1]))):
            continue
        if any(a < start < b or a < end < b for a, b in names):  # half a name
            continue
        if taken.touch(start, end) or s.fact.text.endswith(" as ", 0, start - s.fact.start):  # not who, but what
            continue
        if (capital or _has_agent(said)) and not (s.question.passive and not deeds.have(start, end)):
            yield s.words(start, end, "text", 0.45 * s.doer(start, end) + 0.04 * min(news, 2) + 0.08 * capital)


def _has_agent(text: str) -> bool:
    """Whether a word among these is what a person can be."""
    occupations = lexicon.words("occupations")
    return any(word in occupations or word.removesuffix("s") in occupations for word in texts_words(text))


def _someone(s: Passage) -> Iterator[Words]:
    """People and bodies where rather a description is asked for; a name is not explained by another's."""
    if not any(s.is_asked(one) for _, _, one in s.discourse.held(s.number)):
        yield from (replace(words, fit=words.fit / 2) for words in _names(s))


def _bodies(s: Passage) -> Iterator[Words]:
    """The bodies of a sentence, before all those that are called what is asked for: "which bank"."""
    kind = {stem(word) for word in s.question.measure}
    called = [not kind.isdisjoint(map(stem, texts_words(s.said(start, end)))) for start, end, _ in s.held(Organization)]
    for (start, end, _), is_called in zip(s.held(Organization), called, strict=True):
        fit = 0.4 + 0.6 * s.doer(start, end)
        if not is_called and (any(called) or s.covers(start, end)):
            fit *= 0.6
        yield s.words(start, end, "organization", fit)


def _resolutions(s: Passage) -> Iterator[Words]:
    return (s.words(start, end, "text", s.near(start, end)) for start, end, _ in s.held(Resolution))


def _roles(s: Passage) -> Iterator[Words]:
    for _, _, record in s.held(Person):
        if s.is_asked(record):
            for place in (place for role in record.roles for place in role.mentions):
                if s.holds(place):
                    yield s.words(place.start, place.end, "text", 1.0)


# ---- who said, said what -------------------------------------------------------------------------------------------

_INDIRECT = pattern(
    r"\b(?:told\s(?:[\w’'.-]+\s){1,5}?that|said|says|told|added|stated|claimed|announced|explained|noted|argued|warned|wrote|tweeted|reported|insisted"
    r"|according to|emphasi[sz]ed|stressed|declared|confirmed|denied|believes?|thinks?|commented|remarked)\b"
    r"(?P<rest>\s*,?\s*(?:that\s+)?)"
)


def _speakers(s: Passage) -> Iterator[Words]:
    """Who says what a fact quotes, where the text names them last; else who is beside a verb of saying."""
    for quote in s.discourse.quoted(s.number):
        where = quote.evidence
        if where is not None and quote.speaker:
            named = s.discourse.named_before(quote.speaker, where.article, where.start) or (where.start, where.end)
            text = s.discourse.text_at(where.article, *named)
            yield Words(*named, text, s.discourse.kind_of_name(quote.speaker), 0.9)
    for _, said, _ in s.finds(_INDIRECT):
        for start, end, record in s.discourse.held(s.number):
            gap = abs(said - end)
            if isinstance(record, Person | Organization) and gap < 40:
                yield s.words(start, end, kind_of(record).value, 0.6 - gap / 200)


def _speeches(s: Passage) -> Iterator[Words]:
    """What a fact quotes, whole, best of somebody whom the question names; else what is after a verb of saying."""
    asked = {term.word for term in s.question.terms}
    for quote in s.discourse.quoted(s.number):
        spoken = s.discourse.names_of(quote.speaker) if quote.speaker else frozenset()
        yield Words(quote.start, quote.end, quote.text, "quote", 0.4 if asked.isdisjoint(spoken) else 0.95)
    whole = s.fact.start + len(s.fact.text.rstrip(' ."”'))
    for _, _, start in s.finds(_INDIRECT):
        if whole - start > 12:
            yield s.words(start, whole, "text", 0.55)
    if s.discourse.announced(s.number):
        yield s.words(s.fact.start, s.fact.start + len(s.fact.text.rstrip()), "text", 0.2)


_FINDERS: dict[Wanted, tuple[Callable[[Passage], Iterator[Words]], ...]] = {
    Wanted.DATE: (_dates,),
    Wanted.FIGURE: (_figures,),
    Wanted.OFTEN: (_rates, _figures),
    Wanted.PLACE: (_places,),
    Wanted.WHO: (_names, _described),
    Wanted.BODY: (_bodies, _described),
    Wanted.RESOLUTION: (_resolutions,),
    Wanted.SPEAKER: (_speakers,),
    Wanted.SPEECH: (_speeches,),
    Wanted.ROLE: (_roles, definitions, _someone),
    Wanted.MEANING: (meanings, definitions),
    Wanted.REASON: (reasons,),
    Wanted.TEXT: (stretches, led),
    Wanted.PHRASE: (told_clauses,),
    Wanted.TRUTH: (told_clauses,),
}
"""What finds the words of each kind, by what is asked for."""
_TIED = frozenset((Wanted.DATE, Wanted.FIGURE))
_APART = 0.7
"""What words are worth that stand in another clause."""


# ---- which of them answer ------------------------------------------------------------------------------------------


def answer(discourse: Discourse, question: Question, number: int, met: Sequence[MetWord]) -> Words | None:
    """The words of the fact that answer best, or None where it holds none of the kind that is asked for."""
    sentence = Passage(discourse, number, discourse.told(number), question, met[:_MOST_MET])
    if not all(_of_its_time(sentence, time) for time in question.times):
        return None
    found = [words for find in _FINDERS[question.wanted] for words in find(sentence)]
    if len(found) > 1 and question.wanted in _TIED:
        found = _tied(sentence, found)
    best = max(found, key=lambda words: words.fit, default=None)
    return best and _whole(sentence, best)


def _whole(s: Passage, words: Words) -> Words:
    """The words without a comma at their end, and with both marks of a quotation or with neither."""
    start, end = words.start, words.end
    for quote in s.discourse.quoted(s.number):
        opens = quote.start - 1
        if start == opens and end <= quote.end:
            start = quote.start
        elif start < opens < end <= quote.end:
            end = quote.end + 1
        elif opens < start <= quote.end < end:
            end = quote.end
    text = s.discourse.text_at(s.fact.article, start, end).rstrip(", ")
    return replace(words, start=start, end=start + len(text), text=text)


def _of_its_time(s: Passage, time: Date) -> bool:
    """Whether a fact may tell of a time: by its words or dates, else by the last before it or the first of its text."""
    written_so = time.text.casefold() in s.fact.text.casefold()
    return written_so or any(same_time(time.resolved, date.resolved) for date in s.discourse.dates(s.number))


def _tied(s: Passage, found: list[Words]) -> list[Words]:
    """The words that may answer; those that belong to a verb other than the one asked for are worth less."""
    tokens = tokens_of(s.fact.text)[:LONGEST]
    met = {one.start - s.fact.start for one in s.met}
    verbs = {at for at, token in enumerate(tokens) if token.start in met and is_verb(token.word)}
    if not verbs:
        return found
    clauses = scopes(s.fact.text, tokens, verbs)
    every = [{tokens[at].start + s.fact.start for at in clause} for clause in clauses]
    told = [sum(one.share for one in s.met if one.start in clause) for clause in every]
    most = max(told)
    held = sorted({at for clause, share in zip(every, told, strict=True) if share == most for at in clause})
    inside = [bisect_left(held, words.start) < bisect_left(held, words.end) for words in found]
    if all(inside) or not any(inside):
        return found
    return [
        words if tied else replace(words, fit=words.fit * _APART) for words, tied in zip(found, inside, strict=True)
    ]


def worth(question: Question, answer: Words | None) -> float:
    """What an answer adds to the score of its sentence."""
    return 0.0 if answer is None else answer.fit * (STRETCH if question.wanted in _LOOSE else ANSWER)


_PICKING = frozenset("first second third fourth next youngest oldest biggest largest smallest highest lowest".split())
"""What says which of several is asked for: it must be told."""


def sure(question: Question, near: Near, units: Sequence[Unit], answer: Words) -> bool:
    """Whether an answer is likely enough to be shown.

    Enough of the question must stand in its sentence; what the question asks to have been done must be told somewhere;
    a figure must be in the unit asked for.
    """
    if question.bare or near.told < (_FITTING if answer.fit >= _WELL else _SURE) or not _done(question, near, units):
        return False
    told = zip(units, near.grades, strict=True)
    if any(not grade and not _PICKING.isdisjoint(term.word for term in unit.terms) for unit, grade in told):
        return False
    if question.wanted is Wanted.TRUTH:
        return near.covered >= _TRUE
    if question.wanted is Wanted.REASON:
        return near.told >= _CAUSED
    if question.wanted in (Wanted.FIGURE, Wanted.OFTEN) and question.measure:
        return answer.fit >= _MEASURED
    return question.wanted is not Wanted.WHO or answer.kind != "text" or answer.fit >= _DESCRIBED


def _done(question: Question, near: Near, units: Sequence[Unit]) -> bool:
    """Whether the deed that is asked about is told: somewhere in the texts and, where a deed has a doer, a day, a
    place or a cause, not only elsewhere.
    """
    if question.verb is None or question.verb.word in LIGHT:
        return True
    verbs = [(unit, grade) for unit, grade in zip(units, near.grades, strict=True) if question.verb in unit.terms]
    return all(
        (unit.options or near.covered >= _REST) and (grade or question.wanted not in _DEEDS) for unit, grade in verbs
    )
