"""What the edit of a sentence changed in its words: a name, a number, a day, a bound, a "not", a word for its opposite.

The words that are not the same in both are compared by classes: of a class of words one excludes the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import combinations, product
from typing import TypeAlias, TypeVar

from unami_cli.checking.agreement import (
    DAYS,
    SIDES,
    SIGNS,
    classes,
    degrees_against,
    exclude,
    matters,
    opposites,
    placed,
)
from unami_cli.checking.alignment import Topic, same_date, same_figure
from unami_cli.checking.matter import nation
from unami_cli.checking.statement import differing, is_mutual, negations
from unami_cli.folding import words
from unami_cli.lexicon import ORDINALS
from unami_cli.lookup.clauses import Token, tokens_of
from unami_cli.lookup.wordforms import GRAMMAR, bases, numeral, other_names
from unami_cli.model import Date, Fact, Figure, Span
from unami_cli.outcomes import Difference, Told, Verdict
from unami_cli.values import replace

V = TypeVar("V", bound=Date | Figure)
Stretches: TypeAlias = Sequence[tuple[int, int, int, int]]
"""Where two sentences are not the same: first and last word (exclusive) of the one, first and last of the other."""

_LONGEST = 60  # words of a sentence that is compared word by word


_TO_DATE = classes("before=by=until=till after=since=following=from in=on=during")
"""Words before a date that say on which side of it something is."""
_TIMES = {"single": 1, "double": 2, "twice": 2, "triple": 3, "treble": 3, "thrice": 3, "quadruple": 4}
_POSSIBLE = frozenset("may might could".split())
_CERTAIN = frozenset("will shall must does do did is are was were has have had".split())
_DOUBTING = frozenset(
    """allegedly alleged reportedly supposedly purportedly apparently possibly probably perhaps maybe presumably
    suspected""".split()
)
"""Words that leave open whether something is so."""
_NAME = 4  # words of a known name
_JOINING = frozenset(("and", "or"))


class Line:
    """A sentence as words in their order; in its `pattern` a sign stands for each number and bound."""

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        self.tokens: Sequence[Token] = tokens_of(fact.text)[:_LONGEST]
        self.words = [token.word for token in self.tokens]
        counts = [(figure, words(figure.unit or "")) for figure in fact.figures]
        self.pattern = [
            "#" if word[:1].isdigit() or any(self.within(at, (f,)) and word not in unit for f, unit in counts) else word
            for at, word in enumerate(self.words)
        ]
        self.digits = sorted(word for word in self.words if word[:1].isdigit())
        self.denying: Set[int] = frozenset(negations(self.tokens))

    @property
    def about(self) -> str:
        """What it speaks of."""
        return Topic(self.fact, ()).about()

    def named(self, at: int) -> bool:
        """Whether a word inside the sentence is written with a capital and is not part of a date."""
        return at > 0 and self.fact.text[self.tokens[at].start].isupper() and not self.within(at, self.fact.dates)

    def within(self, at: int, spans: Iterable[Span]) -> bool:
        """Whether a word stands in one of these."""
        start = self.fact.start + self.tokens[at].start
        return any(span.start <= start < span.end for span in spans)

    def names(self, first: int, last: int) -> tuple[int, ...]:
        """The words with a capital from `first` to before `last`."""
        return tuple([at for at in range(first, last) if self.named(at)])

    def numbers(self, first: int, last: int, besides: Iterable[Span]) -> tuple[int, ...]:
        """The numbers from `first` to before `last`, "one" aside, that are no part of a date or of `besides`."""
        counted = (at for at in range(first, last) if self.words[at] != "one" and _number(self.words[at]) is not None)
        return tuple([at for at in counted if not self.within(at, (*self.fact.dates, *besides))])

    def told(self, places: Sequence[int]) -> Told:
        """The words from the first to the last of these places."""
        start, end = self.tokens[places[0]].start, self.tokens[places[-1]].end
        start -= self.fact.text[:start][-1:] in SIGNS
        return Told(self.fact.text[start:end], self.fact, Span(self.fact.start + start, self.fact.start + end))

    def touched(self, spans: Sequence[V], stretches: Iterable[tuple[int, int]]) -> list[V]:
        """Those of the spans that hold a word of a stretch, or the place where the other sentence has more words."""
        places = {at for first, last in stretches for at in range(first, last)}
        return [span for span in spans if any(self.within(at, (span,)) for at in places)]


def changed(one: Line, other: Line) -> Iterator[Difference]:
    """What an edit of a sentence changed."""
    stretches = differing(one.words, other.words)
    denials = list(_denied(one, other, stretches))
    yield from denials
    yield from _values("figure", one, other, stretches, lambda fact: fact.figures, same_figure)
    yield from _values("date", one, other, stretches, dates_of, same_date)
    yield from _sides(one, other, stretches, denied=bool(denials))
    yield from _dated(one, other)
    yield from _doubted(one, other, stretches)
    yield from _exchanged(one, other)
    yield from _permuted(one, other)
    if sorted(one.words) == sorted(other.words):
        yield from _moved(one, other)
        return
    for a, b, c, d in stretches:
        was, now = one.names(a, b), other.names(c, d)
        if was and now and not _one_name([one.words[at] for at in was], [other.words[at] for at in now]):
            yield Difference("name", one.about, one.told(was), other.told(now))
        was, now = one.numbers(a, b, one.fact.figures), other.numbers(c, d, other.fact.figures)  # ordinals and times
        if was and now and {_number(one.words[at]) for at in was}.isdisjoint(_number(other.words[at]) for at in now):
            yield Difference("figure", one.about, one.told(was), other.told(now))


# ---- denials, opposites, doubts --------------------------------------------------------------------------------------


def _denied(one: Line, other: Line, stretches: Stretches) -> Iterator[Difference]:
    """Whether only one of two sentences is denied."""
    mine = [at for a, b, _, _ in stretches for at in range(a, b) if at in one.denying]
    theirs = [at for _, _, c, d in stretches for at in range(c, d) if at in other.denying]
    if len(mine) % 2 != len(theirs) % 2:
        yield Difference("denial", one.about, _denial(one, mine), _denial(other, theirs))


def _denial(line: Line, places: Sequence[int]) -> Told:
    """Whether a sentence is denied by what an edit left or put there: two denials are none."""
    span = line.told(places[:1]).span if places else None
    return Told("denied" if len(places) % 2 else "not denied", line.fact, span)


def turns(one: str, other: str) -> bool:
    """Whether one word says the opposite of another: "gained", "lost"; "more", "less"; "before", "after"."""
    if not opposites(matters(one)).isdisjoint(matters(other)) or other in degrees_against(one):
        return True
    return exclude(SIDES, one, other)


def has_opposite(word: str) -> bool:
    """Whether there may be a word that says the opposite."""
    return bool(matters(word) or degrees_against(word) or placed(SIDES, word))


def _sides(one: Line, other: Line, stretches: Stretches, *, denied: bool) -> Iterator[Difference]:
    """Words in place of which the other sentence has one that excludes them; no opposites of what is denied anyway."""
    for a, b, c, d in stretches:
        mine = [at for at in range(a, b) if one.words[at] not in other.words]
        theirs = [at for at in range(c, d) if other.words[at] not in one.words]
        for at, to in product(mine, theirs):
            said, put = one.words[at], other.words[to]
            if exclude(DAYS, said, put):
                yield Difference("date", one.about, one.told((at,)), other.told((to,)))
            elif turns(said, put) and not denied:
                yield Difference("denial", one.about, one.told((at,)), other.told((to,)))


def _doubted(one: Line, other: Line, stretches: Stretches) -> Iterator[Difference]:
    """What only one of two sentences leaves open: "allegedly"; "may" in place of "will"."""
    for a, b, c, d in stretches:
        mine, theirs = range(a, b), range(c, d)
        for doubts in (_DOUBTING, _POSSIBLE):
            was = [at for at in mine if one.words[at] in doubts and not _is_capital(one, at)]
            now = [at for at in theirs if other.words[at] in doubts and not _is_capital(other, at)]
            sure = doubts is _DOUBTING or any(
                line.words[at] in _CERTAIN for line, of in ((one, mine), (other, theirs)) for at in of
            )
            if bool(was) != bool(now) and sure:
                yield Difference("doubt", one.about, _doubt(one, was, mine), _doubt(other, now, theirs))


def _is_capital(line: Line, at: int) -> bool:
    """Whether a word inside a sentence has a capital, as the month of May has."""
    return at > 0 and line.fact.text[line.tokens[at].start].isupper()


def _doubt(line: Line, places: Sequence[int], stretch: range) -> Told:
    """The word that leaves something open, or what stands in its place."""
    sure = places or [at for at in stretch if line.words[at] in _CERTAIN]
    return line.told(sure[:1]) if sure else Told("not in doubt", line.fact, None)


# ---- dates and figures -----------------------------------------------------------------------------------------------


def _values(
    kind: str,
    one: Line,
    other: Line,
    stretches: Stretches,
    of: Callable[[Fact], Sequence[V]],
    same: Callable[[V, V], Verdict],
) -> Iterator[Difference]:
    """Dates or figures in which words were changed, as many of them in both, and which are no longer the same."""
    left, rivals = list(of(one.fact)), list(of(other.fact))
    mine = one.touched(left, [(a, b) for a, b, _, _ in stretches])
    theirs = other.touched(rivals, [(c, d) for _, _, c, d in stretches])
    for value in list(left):
        again = next((each for each in rivals if same(value, each) is Verdict.AGREES), None)
        if again is not None:
            left.remove(value)
            rivals.remove(again)
    if len(left) == len(rivals):
        for value, now in zip(left, rivals, strict=True):
            if (value in mine or now in theirs) and same(value, now) is Verdict.DIFFERS:
                about = (value.unit or "") if isinstance(value, Figure) else one.about
                yield Difference(kind, about, _told(value, one.fact), _told(now, other.fact))


def _told(value: Span, fact: Fact) -> Told:
    """What stands there."""
    return Told(fact.text[value.start - fact.start : value.end - fact.start], fact, Span(value.start, value.end))


def dates_of(fact: Fact) -> list[Date]:
    """The dates of a sentence, each with the word before it in its text: "fall 2026", "1st quarter of 2026"."""
    before = [fact.text[: date.start - fact.start].split()[-1:] for date in fact.dates]
    return [replace(date, text=" ".join([*word, date.text])) for word, date in zip(before, fact.dates, strict=True)]


def _dated(one: Line, other: Line) -> Iterator[Difference]:
    """Words that put something on another side of a date: "by May", "after May"."""
    if len(one.fact.dates) != len(other.fact.dates):
        return
    for date, now in zip(one.fact.dates, other.fact.dates, strict=True):
        was, put = _before(one, date), _before(other, now)
        if was is None or put is None or same_date(date, now) is not Verdict.AGREES:
            continue
        if exclude(_TO_DATE, one.words[was], other.words[put]):
            yield Difference("date", one.about, _with(one, was, date), _with(other, put, now))


def _before(line: Line, date: Date) -> int | None:
    """The word right before a date, "the" aside, or its first word."""
    start = date.start - line.fact.start
    places = [at for at, token in enumerate(line.tokens) if token.start <= start and token.word != "the"]
    return places[-2 if len(places) > 1 and line.tokens[places[-1]].word not in _TO_DATE else -1] if places else None


def _with(line: Line, at: int, date: Date) -> Told:
    """A date with the word before it."""
    start = line.fact.start + line.tokens[at].start
    return Told(line.fact.text[start - line.fact.start : date.end - line.fact.start], line.fact, Span(start, date.end))


def _number(word: str) -> float | None:
    """The number that one word is: in digits, in words, as an ordinal, or as how many times ("twice", "tenfold")."""
    found = numeral([word.removesuffix("fold")])
    if found is None:
        return next((_TIMES[base] for base in bases(word) if base in _TIMES), ORDINALS.get(word))
    return found[0]


def _exchanged(one: Line, other: Line) -> Iterator[Difference]:
    """Two numbers of both sentences, each of which stands where the other stood: "from 10 to 12", "from 12 to 10"."""
    mine, theirs = _beside(one), _beside(other)
    for first, second in combinations([word for word in mine if word in theirs], 2):
        for side in (1, 2):
            was, now = (mine[first], mine[second]), (theirs[first], theirs[second])
            if was[0][side] == now[1][side] != was[1][side] == now[0][side] and _are_parted(one, was[0][0], was[1][0]):
                stay = (was[0][0] < was[1][0]) is (now[0][0] < now[1][0])  # the words beside them changed places
                lead = int(stay and side == 1)
                places = [(min(of)[0] - lead, max(of)[0] + int(stay and side == 2)) for of in (was, now)]
                yield Difference("figure", one.about, one.told(places[0]), other.told(places[1]))
                return


def _permuted(one: Line, other: Line) -> Iterator[Difference]:
    """Numbers, those of dates too, in another order among the same words; not only within a list of them."""
    numbers = {*one.digits, *other.digits}
    if one.digits != other.digits or _around(one, numbers) != _around(other, numbers):
        return
    moved = [at for at, (was, now) in enumerate(zip(one.words, other.words, strict=True)) if was != now]
    if moved and _are_parted(one, moved[0], moved[-1]):
        kind = "date" if one.within(moved[0], one.fact.dates) else "figure"
        yield Difference(kind, one.about, one.told(moved), other.told(moved))


def _beside(line: Line) -> dict[str, tuple[int, str, str]]:
    """Each number that a sentence gives once, with its place and the words before and behind it."""
    every = ["", *line.words, ""]
    found = {line.words[at]: (at, every[at], every[at + 2]) for at in line.numbers(0, len(line.words), ())}
    return {word: of for word, of in found.items() if line.words.count(word) == 1}


def _are_parted(line: Line, first: int, last: int) -> bool:
    """Whether more stands between two numbers than in a list of them; a hyphen makes a score."""
    between = line.words[first + 1 : last]
    return not _JOINING.issuperset(between) or line.fact.text[line.tokens[first].end : line.tokens[last].start] in "-–"


# ---- names -----------------------------------------------------------------------------------------------------------


def _one_name(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether names share a word, or are two for one body or country: "UN", "United Nations"."""
    return not set(mine).isdisjoint(theirs) or standard(mine) == standard(theirs)


def standard(run: Sequence[str]) -> tuple[str, ...]:
    """Words with each name of a country, its people or a known body in one form.

    >>> standard(["un", "envoy", "to", "mali"]) == standard(["united", "nations", "envoy", "to", "malian"])
    True
    """
    found: list[str] = []
    at = 0
    while at < len(run):
        size = next((n for n in range(min(_NAME, len(run) - at), 0, -1) if _standard(tuple(run[at : at + n]))), 0)
        found.append(_standard(tuple(run[at : at + size])) if size else run[at])
        at += size or 1
    return tuple(found)


def _standard(run: tuple[str, ...]) -> str:
    """The one form of a name, empty for other words."""
    name = " ".join(run)
    country = nation(name) or nation(name.removesuffix("s"))  # "Mali's"
    return country or min([" ".join(name) for name in (run, *other_names(run))] if other_names(run) else [""])


def _moved(one: Line, other: Line) -> Iterator[Difference]:
    """From the first to the last name that stands elsewhere in two sentences of the same words; numbers likewise."""
    named = {line.words[at] for line in (one, other) for at in line.names(0, len(line.words))}
    places = [[at for at, word in enumerate(line.words) if word in named] for line in (one, other)]
    leads = [
        sorted((line.words[at], line.tokens[at].mark) for at in of)
        for line, of in zip((one, other), places, strict=True)
    ]
    moved = [(a, b) for a, b in zip(*places, strict=True) if one.words[a] != other.words[b]]
    if moved and (leads[0] != leads[1] or _is_exchange(one, other, named, moved)):
        yield Difference("name", one.about, one.told([a for a, _ in moved]), other.told([b for _, b in moved]))


def _around(line: Line, without: Set[str]) -> list[str]:
    """The other words of a sentence, in their order."""
    return [word for word in line.words if word not in without]


def _is_exchange(one: Line, other: Line, named: Set[str], moved: Sequence[tuple[int, int]]) -> bool:
    """Whether only names changed places, across a word that tells something of them: not in a list, not "met"."""
    between = [word for word in one.words[moved[0][0] : moved[-1][0]] if word not in named and word not in GRAMMAR]
    told = bool(between) and not any(map(is_mutual, between))
    return told and _around(one, named) == _around(other, named)
