"""One search over people, resolutions, organisations and facts: the best first, each with how it was matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import pairwise

from unami_cli import lexicon
from unami_cli.lookup.answers import MetWord, Words, answer, sure, worth
from unami_cli.lookup.filters import allowed, corrected_speakers
from unami_cli.lookup.index import Index, index_of, kind_of
from unami_cli.lookup.marks import Marks, Match, matches, shown, written
from unami_cli.lookup.nearest import suggestions
from unami_cli.lookup.query import Query, Term
from unami_cli.lookup.questions import Question, Wanted, content, noun_asked, understood
from unami_cli.lookup.ranking import NEAREST, Grade, Near, Ranked, nearest, rank
from unami_cli.lookup.spelling import SIMILAR, How, Option
from unami_cli.lookup.units import Reader, Unit
from unami_cli.model import Kind, Record
from unami_cli.table import FactTable
from unami_cli.values import Value, replace

__all__ = ["Answer", "Correction", "Hit", "How", "Match", "search"]

DENSE, _APART = 0.2, 12
"""What is added (0-1) for words that stand together, and at how many characters a word that is halved."""
_ANSWERS = 40
"""Of how many of the nearest sentences the words are looked for that answer a question."""
_TOLD = frozenset((Kind.FACT, Kind.DATE, Kind.FIGURE, Kind.QUOTE))
_MOSTLY = 0.5
"""Where no sentence has all words, those come that have so much (0-1) of the weight that the best one has."""


class Correction(Value):
    """A word that was read as another: `typed` by the user, `meant` as the texts write it."""

    typed: str
    meant: str


class Hit(Value):
    """A record that meets the query: `score` 0-100 as `lookup.ranking` defines it, `matches` what to mark.

    `answer` are the words of a fact that answer the query, when that is a question and they do.
    """

    score: float
    kind: Kind
    record: Record
    how: How
    matches: tuple[Match, ...]
    answer: Words | None = None


class Answer(Value):
    """What a query found, best first; when nothing, `suggestions` are the nearest things that the texts hold.

    `corrections` are slips and other spellings of names, `aliases` other names of the same thing. `question` says that
    it was read as one; `missing` are the words, as typed, that no hit has together with the others.
    """

    hits: tuple[Hit, ...]
    corrections: tuple[Correction, ...]
    suggestions: tuple[str, ...]
    aliases: tuple[Correction, ...] = ()
    question: bool = False
    missing: tuple[str, ...] = ()


def search(
    table: FactTable,
    query: Query,
    *,
    kinds: frozenset[Kind] | None = None,
    exact: bool = False,
    limit: int | None = None,
) -> Answer:
    """The records of the `kinds` (None: all) that meet all of the query, best first, at most `limit` of them.

    Of a question the words that ask and join need not be met, and where no sentence has all of the others, those come
    that have most of their weight. `exact` forbids corrections. A query without words and filters finds nothing; one
    of filters alone finds all that pass them, in reading order, with score 100. Raises `BadQuery` for an article that
    there is not.
    """
    if not (query.terms or query.phrases or query.filters):
        return Answer((), (), ())
    record = table.record(query.terms[0].word) if len(query.terms) == 1 and not query.filters else None
    if record is not None and (kinds is None or kind_of(record) in kinds):
        return Answer((Hit(100.0, kind_of(record), record, How.EXACT, ()),), (), ())
    index = index_of(table, resolutions=kinds == frozenset((Kind.RESOLUTION,)))
    passing = allowed(table, index, query, kinds, exact)
    if not (query.terms or query.phrases):
        found = [Ranked(number, 100.0, 1.0, ()) for number in sorted(passing or ())][:limit]
        spoken = _speakers_corrected(index, query, exact) if found else ()
        return Answer(tuple(_hit(table, index, one, ()) for one in found), spoken, ())
    telling = (kinds is None or Kind.FACT in kinds) and (query.kinds is None or bool(query.kinds & _TOLD))
    asking = _Search(table, index, query, passing, telling, exact, limit)
    question = understood(query)
    if question and not question.terms and not question.measure:
        return asking.nothing()
    if question and not telling:
        asking = replace(asking, query=replace(query, terms=question.terms or query.terms))
    return (asking.asked(question) if question and telling else None) or asking.met() or asking.nothing()


class _Search(Value):
    """One query to one index: by all of its words, or as a question."""

    table: FactTable
    index: Index
    query: Query
    passing: frozenset[int] | None
    telling: bool
    exact: bool
    limit: int | None

    def met(self) -> Answer | None:
        """What meets every word; else, where sentences are asked for, what meets most; None for nothing."""
        units, found = self._found()
        asked = noun_asked(self.query) if self.telling else None
        if found:
            named = any(one.number < self.index.first_fact for one in found)
            best = nsmallest(self.limit, found, key=_order) if self.limit is not None else sorted(found, key=_order)
            hits = tuple(_hit(self.table, self.index, one, self.query.terms) for one in best)
            told = self._told(hits, best, units)
            return self._phrased(asked, told, best, units) if asked and not named else told
        answered = self.asked(asked) if asked and asked.wanted is not Wanted.PHRASE else None
        if answered:
            return answered
        return self._mostly(asked) if self.telling and not self.query.phrases else None

    def _found(self) -> tuple[tuple[Unit, ...], list[Ranked]]:
        """What meets the query as it stands, else what does once words that the texts hold are corrected too."""
        phrases = tuple(_phrase(run) for run in self.query.phrases)
        for wide in (False, True) if not self.exact and self._may_widen() else (False,):
            units = Reader(self.index, self.exact, wide).units(self.query.terms, typing=True) + phrases
            spelt = _spelt(self.query.terms, units)
            found = rank(self.index, units, spelt, self.passing) if all(unit.options for unit in units) else []
            if wide:
                found = [one for one in found if one.quality >= SIMILAR]
            if found:
                return units, found
        return (), []

    def _may_widen(self) -> bool:
        """Whether a word that the texts hold may be meant as another: others vouch for it, or only names are asked."""
        if len(self.query.terms) + len(self.query.phrases) > 1:
            return True
        return not self.telling and not any(term.word in lexicon.words("english") for term in self.query.terms)

    def nothing(self) -> Answer:
        """The answer where nothing was found: what is nearest."""
        return Answer((), (), suggestions(self.index, self.query, self.exact))

    def asked(self, question: Question) -> Answer | None:
        """The sentences nearest to a question, those first whose words answer it; None where nothing has any word."""
        units, found = self._nearest(question.terms)
        most = max(_ANSWERS, self.limit or 0)
        first, rest = found[:most], found[most:] if self.limit is None else []
        judged = []
        for one in first:
            met = self._met(one)
            words = answer(self.index.context, question, one.number, tuple(word for each in met for word in each))
            if one.covered or words:
                near = DENSE * one.covered * _dense(met)
                judged.append((one.score + worth(question, words) + near, one, words))
        judged.sort(key=lambda each: (-round(each[0], 6), each[1].number))
        hits = [
            self._hit(one, score, words if words and sure(question, one, units, words) else None)
            for score, one, words in judged[: self.limit]
        ]
        hits += [self._hit(one, one.score, None) for one in rest if one.covered]
        if not any(one.covered for _, one, _ in judged):
            return None
        told = self._told(tuple(hits), [one for _, one, _ in judged[: self.limit]], units)
        return replace(told, question=True, missing=_missing(units, judged[0][1]))

    def _phrased(self, question: Question, told: Answer, best: Sequence[Ranked], units: tuple[Unit, ...]) -> Answer:
        """The same hits, those of a noun phrase with the words that tell of it."""
        shares = (1 / len(units),) * len(units)
        hits = []
        for hit, one in zip(told.hits[:_ANSWERS], best, strict=False):
            near = Near(one.number, one.score, one.quality, one.quality, one.grades, shares)
            hits.append(replace(hit, answer=self._words(question, near)))
        return replace(told, hits=(*hits, *told.hits[_ANSWERS:]))

    def _mostly(self, question: Question | None) -> Answer | None:
        """The sentences that have most of some words, where none has all: of names they must have every one."""
        units, found = self._nearest(content(self.query.terms))
        plain = [_is_plain(unit) for unit in units]
        lacking = [one for one in found if all(grade or free for grade, free in zip(one.grades, plain, strict=True))]
        most = max((one.covered for one in lacking), default=0.0)
        kept = [one for one in lacking if one.covered and one.covered >= _MOSTLY * most][: self.limit]
        if len(units) < 2 or not kept:
            return None
        hits = tuple(self._hit(one, one.score, self._words(question, one)) for one in kept)
        return replace(self._told(hits, kept, units), missing=_missing(units, kept[0]))

    def _words(self, question: Question | None, one: Near) -> Words | None:
        """The words of a fact that tell of a noun phrase, when it holds most of it."""
        if question is None or one.told < _MOSTLY:
            return None
        met = tuple(word for each in self._met(one) for word in each)
        return answer(self.index.context, question, one.number, met)

    def _nearest(self, terms: tuple[Term, ...]) -> tuple[tuple[Unit, ...], list[Near]]:
        """The units of the terms, and the facts that hold any of them, the nearest first."""
        units = Reader(self.index, self.exact, loose=True).units(terms, typing=False)
        found = nearest(self.index, units, _spelt(terms, units), self.passing)
        found.sort(key=lambda one: (-round(one.score, 6), one.number))
        return units, found

    def _met(self, one: Near) -> list[tuple[MetWord, ...]]:
        """Where in a fact each of the units stands that it meets."""
        record = self.index.records[one.number]
        met = [(grade.option.words, share) for grade, share in zip(one.grades, one.shares, strict=True) if grade]
        found = ((matches(self.table, record, _marked([run])), share) for run, share in met)
        return [tuple(MetWord(m.start, m.end, share) for m in places) for places, share in found if places]

    def _hit(self, one: Near, score: float, answer: Words | None) -> Hit:
        record = self.index.records[one.number]
        grades = [grade for grade in one.grades if grade]
        how = max((grade.how for grade in grades), key=lambda how: how.weakness, default=How.EXACT)
        marks = matches(self.table, record, _marked([grade.option.words for grade in grades]))
        return Hit(round(min(score * NEAREST, 75.0), 1), Kind.FACT, record, how, marks, answer)

    def _told(self, hits: tuple[Hit, ...], best: Sequence[Ranked | Near], units: tuple[Unit, ...]) -> Answer:
        spoken = _speakers_corrected(self.index, self.query, self.exact)
        grades = [one.grades for one in best]
        corrected = _read_as(hits, grades, units, How.CORRECTED)
        return Answer(hits, corrected + spoken, (), _read_as(hits, grades, units, How.ALIAS))


def _dense(met: Sequence[Sequence[MetWord]]) -> float:
    """How near together the units stand that a fact meets, 0-1: 1 side by side, 0 where there are less than two."""
    if len(met) < 2:
        return 0.0
    places = [[word.start for word in each] for each in met]
    spans = []
    for start in places[0]:
        near = [min(each, key=lambda place: abs(place - start)) for each in places]
        spans.append(max(near) - min(near))
    return 1 / (1 + min(spans) / (_APART * len(places)))


def _is_plain(unit: Unit) -> bool:
    """Whether a unit is an English word and no name, so that a sentence without it may still be worth a look."""
    word = unit.terms[0].word
    named = any(word in lexicon.words(names) for names in ("given_names", "surnames", "places"))
    capital = unit.typed[:1].isupper() or not word.isalpha()
    return len(unit.terms) == 1 and word in lexicon.words("english") and not named and not capital


def _missing(units: Sequence[Unit], best: Near) -> tuple[str, ...]:
    """The words that the best sentence lacks."""
    return tuple(unit.typed for unit, grade in zip(units, best.grades, strict=True) if grade is None)


def _marked(runs: Sequence[tuple[str, ...]]) -> Marks:
    return Marks(
        words=frozenset(run[0] for run in runs if len(run) == 1 and ":" not in run[0]),
        runs=tuple(run for run in runs if len(run) > 1),
        keys=frozenset(run[0] for run in runs if ":" in run[0]),
    )


def _speakers_corrected(index: Index, query: Query, exact: bool) -> tuple[Correction, ...]:
    return tuple(Correction(typed, meant) for typed, meant in corrected_speakers(index, query, exact))


def _order(one: Ranked) -> tuple[float, int]:
    return -round(one.score, 6), one.number


def _spelt(terms: tuple[Term, ...], units: Iterable[Unit]) -> list[str | None]:
    """The typed words in their order, corrected ones as the likeliest that they mean; None for dates and amounts."""
    meant: dict[Term, tuple[str | None, ...]] = {}
    for unit in units:
        for term in unit.terms:
            best = unit.options[0].words if unit.options else (term.word,)
            meant[term] = best if len(unit.terms) == 1 else (None,)
    return [spelt for term in terms for spelt in meant.get(term, (term.word,))]


def _phrase(run: tuple[Term, ...]) -> Unit:
    return Unit(run, (Option(tuple(term.word for term in run), 1.0, How.EXACT),))


def _hit(table: FactTable, index: Index, one: Ranked, terms: tuple[Term, ...]) -> Hit:
    record = index.records[one.number]
    hows = [grade.how for grade in one.grades]
    marks = _marked([grade.option.words for grade in one.grades])
    if all(how is How.EXACT for how in hows) and not _letter_for_letter(record, terms):
        hows.append(How.FOLDED)
    how = max(hows, key=lambda how: how.weakness, default=How.EXACT)
    return Hit(round(one.score, 1), index.kind(one.number), record, how, matches(table, record, marks))


def _letter_for_letter(record: Record, terms: tuple[Term, ...]) -> bool:
    """Whether the record writes every word as the user did, but for capitals."""
    text = shown(record).casefold()
    return all(term.typed.casefold() in text for term in terms)


def _read_as(
    hits: tuple[Hit, ...],
    grades: Sequence[Sequence[Grade | None]],
    units: tuple[Unit, ...],
    how: How,
) -> tuple[Correction, ...]:
    """The words that no hit holds as they were typed but in that way, and what the best of the hits hold instead.

    Of other names only those count that lists of names give: what the texts call a thing themselves is no news.
    """
    found: dict[tuple[str, str], Correction] = {}
    for at, unit in enumerate(units):
        met = [(hit, each[at]) for hit, each in zip(hits, grades, strict=False) if at < len(each)]
        graded = [(hit, grade) for hit, grade in met if grade is not None]
        if not graded or any(grade.option.how is not how for _, grade in graded):
            continue
        told = graded[:1] if how is How.ALIAS else graded
        for hit, grade in told:
            meant = _as_written(hit.record, grade.option.words)
            found.setdefault((unit.typed, meant.casefold()), Correction(unit.typed, meant))
    return tuple(found.values())


def _as_written(record: Record, run: tuple[str, ...]) -> str:
    """The words as the record writes them, also two that were read as one, else as they are compared."""
    text = shown(record)
    every = list(written(text))
    spelt = {first + second: text[start:end] for (first, start, _), (second, _, end) in pairwise(every)}
    spelt |= {word: text[start:end] for word, start, end in reversed(every)}
    return " ".join(spelt.get(word, word) for word in run)
