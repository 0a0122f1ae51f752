"""What a question asks for: its question words say of what kind the answer is, the rest what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise
from string import capwords
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.lookup.query import Query, Term
from unami_cli.lookup.wordforms import BEING, GRAMMAR, HELPING, is_verb
from unami_cli.model import Date
from unami_cli.patterns import pattern
from unami_cli.values import replace


class Wanted(StrEnum):
    """Of what kind the words are that would answer; `data/asked_for.txt` names nouns that ask for most of them."""

    WHO = "who"
    SPEAKER = "speaker"
    SPEECH = "speech"
    ROLE = "role"
    BODY = "body"
    RESOLUTION = "resolution"
    DATE = "date"
    FIGURE = "figure"
    OFTEN = "often"
    PLACE = "place"
    MEANING = "meaning"
    REASON = "reason"
    TEXT = "text"
    PHRASE = "phrase"
    TRUTH = "truth"


class Question(NamedTuple):
    """A question: `terms` are what a sentence should hold, `measure` what is counted or in what it is measured.

    Of a text that is asked for, `measure` is the noun that it is ("which movement"), or "name". `first` says that the
    answer is likelier to stand before the words of the question than after them: it is the subject of their verb
    ("who closed …" and not "whom did … meet"). `verb` is what is asked to have been done, in the
    `passive` to the one who is asked for; `led` is the preposition that it leaves at the end ("what … for"). Of a
    `bare` noun nothing is said ("which countries"): no words answer that.
    `times` are the dates that the question names.
    """

    wanted: Wanted
    terms: tuple[Term, ...]
    measure: tuple[str, ...] = ()
    first: bool = False
    verb: Term | None = None
    bare: bool = False
    passive: bool = False
    led: str = ""
    times: tuple[Date, ...] = ()


ASKING = frozenset("who whom whose whos what whats when whens where wheres which why whys how hows".split())
"""What asks."""

_ONLY_SAYING = frozenset(
    """say says said saying tell tells told think thinks thought claim claims claimed state states stated comment
    comments commented add adds added remark remarked emphasize emphasized emphasise emphasised argue argued""".split()
)
"""Verbs of saying in a question: the sentence that answers may have any other."""
SAYING = _ONLY_SAYING | frozenset(
    "announce announces announced describe describes described warn warned write wrote call calls called".split()
)
"""These, and those that tell as well what was done."""

_DOING, _BEING = ("do", "does", "did"), ("is", "are", "was", "were")
_TAKING = ("take", "takes", "took", "taken", "taking")
"""With "place" after them, these only say that it happened."""
_NAMES = frozenset(("name", "names", "named", "called"))
_ORDERS = frozenset("tell give show list name find explain describe define".split())
_HAPPENING = frozenset("happen happens happened occurred".split())
_IDLE = frozenset("kind kinds type types sort name names called happen happens happened mean means meant named".split())
_LEADING = _ORDERS | frozenset(
    """in on at by to from for of with until since till about and so but the a me us exactly roughly please""".split()
)
_TEXTS = frozenset("article report story text piece".split())
_LED = frozenset("for about with on of at to from into against over".split())
_BEHIND = frozenset("of for in at on before after when where who that to by from about with left during".split())


def understood(query: Query) -> Question | None:
    """The question that a query is, or None when it is but words."""
    every = _spoken_out(query.terms)
    at = _asks_at(every, query.text)
    every += [term for run in query.phrases for term in run]
    if at is None:
        return None
    if at < 0:
        asked = Question(Wanted.TEXT if every[0].word in _ORDERS else Wanted.TRUTH, _about(every))
    else:
        asked = _asked(every[at].word, every[at + 1 :])
        before = tuple(term for term in every[:at] if term.word not in _LEADING and not is_grammar(term))
        if asked.wanted is Wanted.TEXT and any(term.word in _HAPPENING for term in every[at + 1 :]):
            asked = asked._replace(wanted=Wanted.PHRASE)  # all that a sentence tells
        asked = asked._replace(terms=(*before, *asked.terms))
        asked = asked._replace(first=asked.first or (at > 0 and every[at - 1].word == "by"))
        bare = every[at].word in ("which", "what") and len(every) == at + 2
        led = every[-1].word if every[-1].word in _LED and at + 2 < len(every) else ""
        asked = asked._replace(verb=_verb(every[at + 1 :], asked), bare=bare, led=led)
        if asked.wanted is Wanted.WHO and every[-1].word in _TEXTS and len(asked.terms) > 1:
            asked = asked._replace(terms=asked.terms[:-1])  # "who edited this article"
    return asked._replace(times=_times(query.text))


_BEYOND = pattern(r"\b(before|until|till|by|after|following)\s+\Z", re.IGNORECASE)


def _times(text: str) -> tuple[Date, ...]:
    """The dates that a question names, without regard to capitals; "after 2010" is all that comes after it."""
    from unami_cli.extract.dates import find_dates

    capped = capwords(text)
    return tuple([_beyond(date, _BEYOND.search(capped, 0, date.start)) for date in find_dates(capped, 0, len(capped))])


def _beyond(date: Date, bound: re.Match[str] | None) -> Date:
    """A date as the whole time on one side of it, where a word before it says so."""
    if bound is None or "/" in date.resolved:
        return date
    later = bound[1].lower() in ("after", "following")
    return replace(date, resolved=f"{date.resolved}/.." if later else f"../{date.resolved}")


def noun_asked(query: Query) -> Question | None:
    """The question that a mere noun phrase asks: "date of the ceremony", "owners of the bar", "donations amount"."""
    every = [term for term in query.terms if term.word]
    if len(content(every)) < 2 or query.phrases:
        return None
    cut = _head_ends([term.word for term in every])
    head = every[cut - 1].word
    wanted, measure = _asked_by(head)
    if cut == len(every):
        sure = (Wanted.FIGURE, Wanted.DATE) if len(every) < 3 else tuple(w for w in Wanted if w not in _OF_SOME)
        wanted = wanted if wanted in sure else None
    if wanted is None:
        return Question(Wanted.PHRASE, _about(every), (head,))
    counted = measure or (_counted(every[cut + 1 :]) if wanted is Wanted.FIGURE else ())
    return Question(wanted, _about(every), counted)


_OF_SOME = (Wanted.WHO, Wanted.BODY, Wanted.RESOLUTION)
"""What a noun asks for only with something after it ("owners of the bar"): else it is looked for like any other."""


def content(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms without those of grammar and asking; all of them where nothing else would be left."""
    kept = tuple(t for t in terms if not is_grammar(t) and not _is_asking(t))
    return kept or tuple(terms)


def _spoken_out(terms: Iterable[Term]) -> list[Term]:
    """The terms of a query, "what's" and "whats" as "what is", all capitals as small letters, "whre" as "where"."""
    every = [term for term in terms if term.word]
    if len(every) > 2 and all(term.typed.isupper() for term in every):
        every = [Term(term.typed.lower(), term.word) for term in every]
    places = {at for at, term in enumerate(every) if at and term.word == "place" and every[at - 1].word in _TAKING}
    every = [term for at, term in enumerate(every) if at not in places and at + 1 not in places]
    found: list[Term] = []
    for at, term in enumerate(every):
        word = _mistyped(term.word) if at == 0 and len(every) > 1 else term.word
        short = word.removesuffix("s") if word in ASKING and word != "whose" else word
        found.append(Term(term.typed, short))
        if short in ASKING and (short != word or term.typed.lower().endswith(("'s", "’s"))):
            found.append(Term("is", "is"))
    return found


def _mistyped(word: str) -> str:
    """The question word that a typo turned into what is not a word: "whre", "hwo"."""
    if word in ASKING or word in HELPING or len(word) < 3 or word in lexicon.words("english"):
        return word
    from rapidfuzz.distance import OSA

    near = [asking for asking in sorted(ASKING) if OSA.distance(word, asking) == 1 and len(asking) < 6]
    return near[0] if near and word[0] in "wh" else word


def _is_asking(term: Term) -> bool:
    """Whether a word asks; in capitals among small letters it is a name ("WHO")."""
    return term.word in ASKING and not _in_capitals(term)


def is_grammar(term: Term) -> bool:
    """Whether a word only joins others; in capitals it may be a name ("WHO", "IT")."""
    return term.word in GRAMMAR and not _in_capitals(term)


def _in_capitals(term: Term) -> bool:
    return term.typed.isupper() and len(term.typed) > 1


def _asks_at(every: list[Term], text: str) -> int | None:
    """Where the question word stands, -1 for a question without one, None for no question."""
    if len(every) < 2:
        return None
    for at, term in enumerate(every[:6]):
        if _is_asking(term) and all(t.word in _LEADING for t in every[:at]):
            return at
    if text.rstrip().endswith("?"):
        return next((at for at, term in enumerate(every) if _is_asking(term)), -1)
    helped = every[0].word in HELPING and every[0].typed.islower()
    ordered = every[0].word in _ORDERS - {"show", "name", "find", "list"}
    return -1 if (helped or ordered) and len(every) > 2 else None


def _asked(word: str, rest: list[Term]) -> Question:
    """The question of a question word and what stands after it."""
    match word:
        case "how":
            return _how(rest)
        case "what" | "which":
            return _what(rest)
        case "when" | "where" | "why":
            return Question(_PLAINLY[word], _about(rest))
    return _who(rest)


_PLAINLY = {"when": Wanted.DATE, "where": Wanted.PLACE, "why": Wanted.REASON}


def _who(rest: list[Term]) -> Question:
    words, about = [term.word for term in rest], _about(rest)
    if any(word in SAYING for word in words[:2]) and words[0] not in _DOING:
        return Question(Wanted.SPEAKER, tuple(t for t in about if t.word not in _ONLY_SAYING) or about, first=True)
    if _is_passive(words):
        return Question(Wanted.WHO, about, first=True, passive=True)
    verbless = not any(word in HELPING or is_verb(word) for word in words)  # "who guterres"
    if (verbless or words[0] in _BEING) and not _modified(rest[1:]) and 0 < len(about) <= 3:
        agent = bool(about) and _asked_by(about[-1].word)[0] is Wanted.WHO
        if not agent and not any(term.word.endswith("est") for term in about):
            return Question(Wanted.ROLE, about)
    return Question(Wanted.WHO, about, first=not _is_turned(words))


def _is_passive(words: list[str]) -> bool:
    """Whether the first verb tells what was done to the one asked for: "who has been robbed"."""
    at = next((at for at, word in enumerate(words) if is_verb(word) and word not in HELPING and word not in BEING), 0)
    return at > 0 and words[at - 1] in BEING and not words[at].endswith("ing")


def _is_turned(words: list[str]) -> bool:
    """Whether somebody else is the subject of the verb: "whom will he support", but not "who was it built by"."""
    if not words or words[0] not in HELPING or words[-1] == "by" or _has_verb(words[:2]):
        return False
    return _has_verb(words)


def _has_verb(words: list[str]) -> bool:
    """Whether one of the words is a verb that no "the", "of" or the like makes a noun."""
    return any(is_verb(word) and before not in _NOMINAL for before, word in pairwise(words))


def _what(rest: list[Term]) -> Question:
    words, about = [term.word for term in rest], _about(rest)
    named = not _NAMES.isdisjoint(words)
    if not words or words[0] not in HELPING:
        return _which(words, rest)
    if words[0] not in _BEING and any(word in SAYING for word in words):
        return Question(Wanted.SPEECH, tuple(t for t in about if t.word not in SAYING) or about)
    if words[-1] in ("cost", "costs"):
        return Question(Wanted.FIGURE, about, measure("money"))
    if words[-1] in ("for", "mean", "stand") and ("stand" in words or "mean" in words):
        return Question(Wanted.MEANING, tuple(t for t in about if t.word not in ("stand", "mean")) or about)
    if words[0] in _BEING:
        nominal = _nominal(words[1:], rest[1:])
        if nominal:
            return nominal
        if words[0] in ("is", "are") and len(about) <= 3 and not named and not _modified(rest[1:]):
            return Question(Wanted.MEANING, about)
    return Question(Wanted.TEXT, about, ("name",) if named else ())


def _which(words: list[str], rest: list[Term]) -> Question:
    """What "which …" and "what …" ask for by the noun after them."""
    about = _about(rest)
    head = next((word for word in words[:3] if word not in GRAMMAR and word not in _IDLE), "")
    subject = not any(word in _DOING for word in words[:5])
    wanted, unit = _asked_by(head)
    if wanted in (Wanted.WHO, Wanted.BODY):
        kind = (head,) if wanted is Wanted.BODY else ()
        return Question(wanted, about, kind, first=subject, passive=_is_passive(words))
    if wanted is Wanted.FIGURE:
        return Question(wanted, _without(rest, head), unit or _counted(rest[1:]))
    if wanted in (Wanted.DATE, Wanted.RESOLUTION) or (wanted is Wanted.PLACE and "kept" not in unit):
        return Question(wanted, _without(rest, head), first=subject and wanted is Wanted.PLACE)
    if wanted is Wanted.PLACE:
        return Question(wanted, about)
    subject = not any(word in HELPING for word in words[:5])
    return Question(Wanted.TEXT, about, (head,) if head else (), first=subject)


def _nominal(words: list[str], rest: list[Term]) -> Question | None:
    """What the noun in "what is the wind speed at …" asks for: the last before a preposition."""
    cut = _head_ends(words)
    kept = [word for word in words[:cut] if word not in GRAMMAR]
    if not kept or (cut == len(words) and len(kept) > 3):
        return None
    wanted, unit = _asked_by(kept[-1])
    if wanted is Wanted.FIGURE:
        return Question(wanted, _without(rest, kept[-1]) if unit else _about(rest), unit)
    told = wanted in (Wanted.DATE, Wanted.PLACE, Wanted.REASON)
    about = _about(rest) if "kept" in unit else _without(rest, kept[-1])
    return Question(wanted, about) if wanted and told else None


def _how(rest: list[Term]) -> Question:
    head, behind = (rest[0].word, rest[1:]) if rest else ("", [])
    about, counted = _about(behind), _counted(behind)
    if head == "many":
        return Question(Wanted.FIGURE, about, counted)
    if head == "much" and counted[:1] == ("time",):
        return Question(Wanted.FIGURE, _without(behind, "time"), measure("long"))
    if head == "much":
        if any(_asked_by(term.word)[1] == measure("money") for term in behind):
            return Question(Wanted.FIGURE, about, measure("money"))
        return Question(Wanted.FIGURE, about, (*counted, *measure("money"), *measure("share")))
    if head == "often":
        return Question(Wanted.OFTEN, about, measure(head))
    if head == "long" and behind and behind[0].word == "ago":
        return Question(Wanted.DATE, _without(behind, "ago"))
    if measure(head):
        return Question(Wanted.FIGURE, about, measure(head))
    return Question(Wanted.TEXT, _about(rest))


def measure(name: str) -> tuple[str, ...]:
    """The units in which something is measured, by what asks for it ("old") or a name of them ("money").

    >>> measure("old")
    ('year', 'age', 'aged')
    """
    return tuple((lexicon.words("measures").get(name) or "").split())


def _asked_by(noun: str) -> tuple[Wanted | None, tuple[str, ...]]:
    """What a noun, or its singular, asks for, and in which units; a noun that people can be asks for one."""
    singular = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    for form in (noun, singular):
        said = lexicon.words("asked_for").get(form)
        if said:
            kind, _, unit = said.partition(" ")
            return Wanted(kind), measure(unit) or ((unit,) if unit else ())
    agent = any(form in lexicon.words("occupations") for form in (noun, singular))
    return (Wanted.WHO if agent else None), ()


def _about(rest: Iterable[Term]) -> tuple[Term, ...]:
    """What is left once grammar and idle words are gone; the idle ones stay where nothing else would."""
    told = tuple(t for t in rest if not is_grammar(t) and not _is_asking(t))
    return tuple(t for t in told if t.word not in _IDLE and t.word not in _ORDERS) or told


def _without(rest: Iterable[Term], head: str) -> tuple[Term, ...]:
    """What is left without the noun that asks, unless nothing would be."""
    about = _about(rest)
    return tuple(term for term in about if term.word != head) or about


def _head_ends(words: list[str]) -> int:
    """After which word the noun ends that others depend on: before the first preposition, else at the end."""
    return next((at for at, word in enumerate(words) if at and word in _BEHIND), len(words))


def _modified(rest: list[Term]) -> bool:
    """Whether more is said of a noun than what stands before it."""
    return any((t.word in _BEHIND and not _in_capitals(t)) or t.word.endswith("ing") for t in rest)


def _verb(rest: list[Term], asked: Question) -> Term | None:
    """The verb of a question: the first after "who", else the last that no "the", "of" or the like makes a noun."""
    verbs = [
        term
        for at, term in enumerate(rest)
        if term in asked.terms and is_verb(term.word) and not (at and rest[at - 1].word in _NOMINAL)
    ]
    return (verbs[0] if asked.first else verbs[-1]) if verbs else None


_NOMINAL = frozenset("the a an of in at on for this that these his her its their no any some with from".split())


def _counted(rest: list[Term]) -> tuple[str, ...]:
    """The words of what is counted: those up to a helping verb or a preposition."""
    counted: list[str] = []
    for term in rest:
        if term.word in HELPING or term.word in GRAMMAR - {"the", "of"} or term.word in ASKING:
            break
        if not counted and is_verb(term.word) and term.word.endswith("ed"):
            break
        if term.word not in GRAMMAR:
            counted.append(term.word)
    return tuple(counted[:3])
