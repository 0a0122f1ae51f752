"""Who said it: the candidates for a quotation's speaker, and the signs that tell which of them it is.

Each party near a quotation is a candidate, and so are who spoke last, whom the paragraph before announced or told of,
and nobody. The signs of a candidate say where it stands to the quotation and to the verbs around; the weights of the
signs were counted on annotated news (`tests/benchmarks/voices.py`) and stand in `data/voices.txt`. A pronoun is
followed to whom it stands for before the candidates are weighed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from itertools import repeat
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract.scene import class_of
from unami_cli.extract.telling import Party, Telling
from unami_cli.folding import words
from unami_cli.model import Sentence, Span, Spans
from unami_cli.patterns import pattern

RECENT = 40  # names before a pronoun that it may stand for
FARTHEST = 24  # sentences before a pronoun in which its person is looked for
_WINDOW = 40  # pieces before and after a quotation in which its speaker is looked for
_PREPOSITIONS = frozenset(
    "about after against alongside at before behind by for from in like of on than to with".split()
)
_SPEAKING = ("collectives", "organization_heads")
_PEOPLE = tuple("er ers or ors ist ists ee ees ants ents man men woman women friend friends".split())
"""How words end that are mostly of people."""
_VOICES = ("spokesman", "spokeswoman", "spokesperson", "official", "source", "insider")
"""How words end that are of who speaks without a name."""
_TEXTS = frozenset(
    "report letter statement document textbook book study article paper survey message government".split()
)
"""What is often said to say something."""
_ALONE, _SAME = "a quotation alone", 250
"""The sign that a paragraph is a quotation alone, and its weight: with no tag of its own it goes on as the one before.

It was not counted: whose such a quotation is was left open in the texts that were.
"""
_TELLS = pattern("[SWGT]")
_BEFORE_A_NAME = pattern(r"(?<![^\W\d_])(?P<word>[a-z]+)\s+(?:[A-Z][\w.’'-]*\s+)*\Z")
_TITLES = {"Mr": "m", "Sir": "m", "Lord": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Lady": "f", "Dame": "f"}


class Side(StrEnum):
    """Where the words stand that give a speaker."""

    BEFORE = "said before the quotation"
    AFTER = "said after the quotation"
    ACCORDING = "“according to” beside the quotation"
    PREVIOUS = "the sentence before names the speaker"
    NEXT = "the next sentence names the speaker"
    ANNOUNCED = "the paragraph before announces the speaker"
    SAME = "goes on after a quotation of the same speaker"
    PRONOUN = "a pronoun stands for the one named before"


class Quoted(NamedTuple):
    """What counts of a quotation itself, each as one letter of a sign: how long it is, how it begins and ends."""

    length: str
    begins: str
    ends: str


class Last(NamedTuple):
    """Who spoke before, whether that quotation is still open, and who was announced."""

    speaker: Span | None = None
    open: bool = False
    announced: Span | None = None


class Candidate(NamedTuple):
    """Words that may name the speaker, where they stand, and the signs that speak for or against.

    Nobody has neither words nor side; `speaker` is whom the words mean: they themselves, or whom a pronoun stands for.
    """

    words: Span | None
    side: Side | None
    signs: tuple[str, ...]
    speaker: Span | None


Choose = Callable[[Sequence[Candidate], Span], Candidate]
"""What takes one of the candidates for a quotation."""


@cache
def _weights() -> dict[str, int]:
    """The weight of each sign in hundredths, as it was counted."""
    return {_ALONE: _SAME, **{sign: int(weight) for sign, weight in lexicon.entries("voices").items()}}


def likeliest(of: Sequence[Candidate], quotation: Span) -> Candidate:
    """The candidate that the signs favour most, the first of them where two are level."""
    weight = _weights().get
    return max(of, key=lambda one: sum(map(weight, one.signs, repeat(0))))


# ---- the candidates and their signs ----------------------------------------------------------------------------------


class _Place(NamedTuple):
    """A quotation in its paragraph: its piece, the sentences it begins and ends in, what stands on either side.

    One that goes on after no other counts as ending in the sentence of the next piece. `left` and `right` are the kinds
    of the next pieces, `told` and `tells` the indices of the next verbs of saying (or "according to") within reach, -1
    for none; `around` counts such verbs and the people of its sentence, up to 2 of each.
    """

    at: int
    sentence: int
    ends_in: int
    left: str
    right: str
    told: int
    tells: int
    around: str
    quoted: Quoted


def candidates(
    telling: Telling, at: int, quoted: Quoted, last: Last, before: int | None, behind: Telling | None
) -> list[Candidate]:
    """Whoever may have said the quotation that is the piece `at`; the first of them is nobody.

    `before` is the piece of the quotation before it in the paragraph; `behind` is the paragraph before it where this
    one opens with the quotation.
    """
    kinds, sentences = telling.kinds, telling.sentences
    mine, behind_it = sentences[at], at + 1 < len(kinds)
    alone = before is None and not last.open  # whoever is named next may have said it
    first = max(0, at - _WINDOW, bisect_left(sentences, mine))
    here = kinds[first : min(at + _WINDOW, bisect_right(sentences, mine))]
    place = _Place(
        at,
        mine,
        sentences[at + 1] if alone and behind_it else telling.ends_in(at),
        kinds[at - 1] if at and sentences[at - 1] == mine else "^",
        kinds[at + 1] if behind_it else "$",
        max([kinds.rfind(verb, max(0, at - _WINDOW + 1), at) for verb in "SWGT"]),
        next((verb.start() for verb in _TELLS.finditer(kinds, at + 1, at + _WINDOW)), -1),
        f"{min(_count(here, 'SWG'), 2)}{min(_count(here, 'Nhj'), 2)}",
        quoted,
    )
    found: list[Candidate] = []
    for party in telling.around(at, _WINDOW):
        if party.kind in "DB" and not _may_speak(telling, party):
            continue
        if party.last < at and mine - sentences[party.first] <= 1:
            found.append(_on_the_left(telling, party, place))
        elif at < party.first and sentences[party.first] - place.ends_in <= 1:
            found.append(_on_the_right(telling, party, place))
    if behind is not None:
        found += _told_of(behind, place)
    if last.speaker is not None:
        found.append(_going_on(telling, place, last, before))
    if last.announced is not None:
        signs = ("A", f"A{place.left}{before is not None}")
        found.append(Candidate(last.announced, Side.ANNOUNCED, signs, last.announced))
    return [_nobody(place), *found]


def _may_speak(telling: Telling, party: Party) -> bool:
    """Whether words that are nobody's name are told to say something, or their noun is one of people or of a text."""
    if party.verb >= 0 or party.before[0] in "SWTb":
        return True
    heads = telling.kinds.find("i", party.first, party.last + 1)
    head = telling.keys[party.last if heads <= party.first else heads - 1]
    if not head or head.endswith(_PEOPLE) or head.removesuffix("s") in _TEXTS:  # none: a body of the article
        return True
    forms = (head, head.removesuffix("s"))
    return any(class_of(form) or form in lexicon.words(name) for form in forms for name in _SPEAKING)


def _count(kinds: str, of: str) -> int:
    """How many pieces are of one of some kinds."""
    return sum(map(kinds.count, of))


def _nobody(place: _Place) -> Candidate:
    quoted, around = place.quoted, place.around
    signs = (
        "0",
        f"0{''.join(quoted)}",
        f"0{place.left}{quoted.length}",
        f"0{place.right}{quoted.length}",
        f"0{around}",
        f"0{around}{quoted.length}{place.left}",
        f"0{place.left}{place.right}{quoted.ends}",
    )
    return Candidate(None, None, signs, None)


def _going_on(telling: Telling, place: _Place, last: Last, before: int | None) -> Candidate:
    """Who spoke last, as the speaker of this one too."""
    quoted, around = place.quoted, place.around
    if before is not None:
        where = telling.gap(before + 1, place.at, 4)
    else:
        alone = not telling.kinds.strip("Q.")
        where = f"¶{'o' if last.open else ''}{'=' if alone else ''}{place.left}"
    signs = (
        *((_ALONE,) if where[:2] == "¶=" else ()),
        f"S{where}",
        f"S{place.left}{place.right}{quoted.begins}",
        f"S{around}{place.left}",
        f"S{where[:1]}{''.join(quoted)}{around}",
        f"S{where}{quoted.begins}{around}",
    )
    return Candidate(last.speaker, Side.SAME, signs, last.speaker)


def _told_of(behind: Telling, place: _Place) -> Iterator[Candidate]:
    """Those whom the last sentence of the paragraph before tells of."""
    sentences = behind.sentences
    end = behind.kinds[-1:] + ("Q" if "Q" in behind.kinds else "")
    for party in behind.parties:
        if sentences[party.first] == sentences[-1] and party.kind not in "hj":
            side = f"P{party.kind}{'1' if party.opens else 'n'}"
            signs = (
                f"{side}>{party.after}",
                f"{side}<{party.before}",
                f"{side}{end}{place.right}",
                f"{side}{''.join(place.quoted)}",
                f"{side}{end[0]}>{party.after}<{party.before}",
            )
            yield Candidate(party.words, Side.PREVIOUS, signs, party.words)


def _on_the_left(telling: Telling, party: Party, place: _Place) -> Candidate:
    """A party that stands before the quotation, in its sentence or the one before."""
    kinds, at, verb = telling.kinds, place.at, place.told
    apart = place.sentence - telling.sentences[party.first]
    between = kinds[party.last + 1 : at]
    many, verbs = min(3, _count(between, "NhjB")), min(3, _count(between, "SWv"))
    if verb > party.last:
        kind, key = kinds[verb], telling.keys[verb]
        tie = "=" if party.verb == verb else "-" if party.verb < 0 else "+"
        tail = telling.gap(verb + 1, at, 3)
    else:
        tail = telling.gap(party.last + 1, at, 3)
        if party.first and kinds[party.first - 1] == "T":
            kind, key, tie = "T", "", "<"
        else:
            kind, key, tie = ("0", party.before[0], "i") if party.before[0] in "SW" else ("0", "", "")
    side = f"L{apart}{party.kind}"
    said = f"{side}{tie}{kind}"
    opens = "1" if party.opens else "n"
    signs = (
        f"{side}>{party.after}",
        f"{side}<{party.before}",
        f"{side}#{many}{opens}",
        f"{side}>{party.after}<{party.before}{opens}",
        f"{side}>{party.after}{tie}{kind}{many}",
        f"{said}|{tail}",
        f"{said}:{key}",
        f"{said}{verbs}{opens}",
        f"{said}{place.left}{place.quoted.length}{place.quoted.begins}",
        f"{said}{opens}{party.before}",
    )
    where = Side.ACCORDING if kind == "T" else Side.PREVIOUS if apart else Side.BEFORE
    return _standing(party, where, signs)


def _on_the_right(telling: Telling, party: Party, place: _Place) -> Candidate:
    """A party that stands after the quotation, in its last sentence or the next."""
    kinds, at, quoted = telling.kinds, place.at, place.quoted
    apart = telling.sentences[party.first] - place.ends_in
    gap = telling.gap(at + 1, party.first, 4)
    many = min(2, _count(kinds[at + 1 : party.first], "NhjB"))
    inverted = "i" if at < place.tells < party.first else "="
    verb = place.tells if inverted == "i" else party.verb
    kind, key = (kinds[verb], telling.keys[verb]) if verb >= 0 else ("0", "")
    side = f"R{apart}{party.kind}"
    said = f"{side}{inverted}{kind}"
    signs = (
        f"{side}{gap}",
        f"{side}{gap}>{party.after}{quoted.ends}",
        f"{side}>{party.after}{quoted.ends}",
        f"{side}<{party.before}#{many}",
        f"{side}>{party.after}<{party.before}{many}",
        f"{said}:{key}",
        f"{said}{quoted.ends}{place.right}",
        f"{said}{''.join(quoted)}",
    )
    where = Side.ACCORDING if kind == "T" else Side.NEXT if apart else Side.AFTER
    return _standing(party, where, signs)


def _standing(party: Party, where: Side, signs: tuple[str, ...]) -> Candidate:
    """A party as a candidate; whom a pronoun stands for is still to be found."""
    if party.kind in "hj":
        return Candidate(party.words, Side.PRONOUN, signs, None)
    return Candidate(party.words, where, signs, party.words)


# ---- whom a pronoun stands for ---------------------------------------------------------------------------------------


class Near(NamedTuple):
    """Where a pronoun is looked up: all names, sentences and quotations of the article.

    `start` is where the pronoun's paragraph begins.
    """

    start: int
    names: Spans[Span]
    sentences: Sequence[Sentence]
    quoted: Spans[Span]


def followed(text: str, one: Candidate, near: Near, last: Span | None, tellings: Sequence[Telling]) -> Candidate:
    """The candidate with whom its pronoun stands for.

    "It" and "they" go on from who spoke last, or stand for a body that is told to say something before in the
    `tellings`, those of the pronoun's paragraph and of the one before; "he" and "she" for a spokesman or the like.
    """
    if one.side is not Side.PRONOUN or one.words is None:
        return one
    person = last if last is not None and near.names.at(last.start) == last else None
    plain = text[one.words.start : one.words.end].lower() in ("it", "they")
    sayer = next((found for of in tellings if (found := _sayer(of, one.words.start, plain))), None)
    if plain:
        return one._replace(speaker=sayer if person or last is None else last)
    if sayer and near.names.before(sayer.start) == near.names.before(one.words.start):  # nobody is named since
        return one._replace(speaker=sayer)
    return one._replace(speaker=_antecedent(text, one.words, near, person))


def _sayer(telling: Telling, offset: int, plain: bool) -> Span | None:
    """The last one before an offset who is told to say something: a body, or a person without a name if not `plain`."""
    end = bisect_left(telling.parties, offset, key=lambda party: party.words.start)
    before = reversed(telling.parties[max(0, end - RECENT) : end])
    party = next((party for party in before if party.verb >= 0 and party.kind not in "hj"), None)
    if party is None:
        return None
    head = telling.keys[party.last]
    body = party.kind in "BO" or any(head in lexicon.words(name) for name in _SPEAKING)
    fits = body if plain else head.endswith(_VOICES)
    return party.words if fits else None


def _antecedent(text: str, pronoun: Span, near: Near, last: Span | None) -> Span | None:
    """Whom a "he" or "she" stands for.

    The first person of the nearest sentence before that names a fitting one after the last speaker spoke; else that
    speaker; else the first fitting one of the nearest sentence before, also in another paragraph.
    """
    sex = text[pronoun.start : pronoun.end].lower()
    before = near.names.before(pronoun.start)
    fits = [name for name in near.names.every[max(0, before - RECENT) : before] if _is_of(text, name, sex)]
    floor = near.start
    if last is not None and last.start >= near.start:
        spoken = near.quoted.every[: near.quoted.before(pronoun.start)][-2:]
        floor = max([floor, *(q.end for q in spoken)])
    named = _nearest(text, fits, near, floor, pronoun.start)
    if named is None and last is not None and _is_of(text, last, sex):
        return last
    return named or _nearest(text, fits, near, 0, pronoun.start)


def _nearest(text: str, names: Sequence[Span], near: Near, floor: int, offset: int) -> Span | None:
    """The first of the names that stand in the nearest sentence before the offset that has one, not before `floor`."""
    before = bisect_left(near.sentences, offset, key=lambda sentence: sentence.start)
    for sentence in reversed(near.sentences[max(0, before - FARTHEST) : before]):
        if sentence.end <= floor:
            return None
        start, end = max(sentence.start, floor), min(sentence.end, offset)
        for name in names:
            inside = start <= name.start and name.end <= end and not near.quoted.at(name.start)
            if inside and _may_be_subject(text, name, sentence.start):
                return name
    return None


def _may_be_subject(text: str, name: Span, start: int) -> bool:
    """Whether a name in the sentence that begins at `start` is neither an owner's nor after a preposition."""
    before = _BEFORE_A_NAME.search(text, max(start, name.start - 60), name.start)
    return text[name.end : name.end + 1] not in ("’", "'") and not (before and before["word"] in _PREPOSITIONS)


def _is_of(text: str, name: Span, pronoun: str) -> bool:
    """Whether neither the title before a name nor the given name says that the person is of the other sex."""
    other = "f" if pronoun == "he" else "m"
    title = text[max(0, name.start - 6) : name.start].replace(".", " ").split()[-1:]
    if title and title[0] in _TITLES:
        return _TITLES[title[0]] != other
    given, *rest = words(text[name.start : name.end])
    return not rest or lexicon.words("given_names_by_sex").get(given) != other
