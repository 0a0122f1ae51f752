"""One search over people, resolutions, organisations and facts: the best first, each with how it was matched.

And who said what: the quotations that a query asks for, by their speaker or by their words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from unami_cli import lexicon
from unami_cli.folding import words
from unami_cli.lookup.correction import SIMILAR, How, Option
from unami_cli.lookup.filters import allowed, corrected_speakers, speakers_named
from unami_cli.lookup.index import Index, as_written, index_of, matches, shown
from unami_cli.lookup.interpretation import Reader, Unit
from unami_cli.lookup.query import Query, Term
from unami_cli.lookup.questions import Question, Wanted, content, noun_asked, understood
from unami_cli.lookup.ranking import NEAREST, Grade, Near, Ranked, best_first, nearest, rank
from unami_cli.model import Fact, Hit, Kind, Match, Organization, Person, Quoted, Record, Resolution, Words, kind_of
from unami_cli.outcomes import Correction
from unami_cli.table import FactTable
from unami_cli.values import Value, replace

if TYPE_CHECKING:
    from unami_cli.lookup.passages import MetWord

DENSE, _APART = 0.2, 12
"""What is added (0-1) for words that stand together, and at how many characters a word that is halved."""
_ANSWERS = 40
"""In how many of the nearest sentences words that answer a question are looked for."""
_TOLD = frozenset((Kind.FACT, Kind.DATE, Kind.FIGURE, Kind.QUOTE))
_NAMED = frozenset((Kind.PERSON, Kind.ORGANIZATION))
_MOSTLY = 0.5
"""Where no sentence has all words, those come that have at least this part (0-1) of the weight of the best."""
_MOST_SUGGESTED, _MOST_NEAR = 5, 3


class Answer(Value):
    """What a query found, best first (`lookup.ranking` says what a score means).

    If nothing, `suggestions` are the nearest things that the texts hold.

    `corrections` are slips and other spellings of names, `aliases` other names of the same thing. `question` says that
    it was read as one; `missing` are the words, as typed, that no hit has together with the others.
    """

    hits: tuple[Hit, ...] = ()
    corrections: tuple[Correction, ...] = ()
    suggestions: tuple[str, ...] = ()
    aliases: tuple[Correction, ...] = ()
    question: bool = False
    missing: tuple[str, ...] = ()

    @property
    def matches(self) -> tuple[Match, ...]:
        """All that the hits met."""
        return tuple(match for hit in self.hits for match in hit.matches)


def search(
    table: FactTable,
    query: Query,
    *,
    kinds: frozenset[Kind] | None = None,
    exact: bool = False,
    limit: int | None = None,
) -> Answer:
    """The records of the `kinds` (None: all) that meet all of the query, best first.

    In a question, words that ask and join need not be met, and where no sentence has all of the others, those come
    that have most of their weight. `exact` forbids corrections. `limit` keeps only that many hits, and changes nothing
    else in the answer. A query without words and filters finds nothing; one of filters alone finds all
    that pass them, in reading order, with score 100. Raises `BadQuery` for an article that does not exist.
    """
    if not (query.terms or query.phrases or query.filters):
        return Answer()
    alone = len(query.terms) == 1 and not (query.phrases or query.filters)
    record = table.record(query.terms[0].word) if alone else None
    if record is not None and (named := _named(table, record, kinds)):
        return Answer(tuple(Hit(100.0, kind_of(one), one, How.EXACT) for one in named[:limit]))
    index = index_of(table, resolutions=kinds == frozenset((Kind.RESOLUTION,)))
    passing = allowed(table, index, query, kinds, exact)
    telling = (kinds is None or Kind.FACT in kinds) and (query.kinds is None or bool(query.kinds & _TOLD))
    asking = _Search(index, query, passing, telling, exact, limit, kinds or query.kinds)
    if not (query.terms or query.phrases):
        return asking.passed()
    question = understood(query)
    if question and not question.terms and not question.measure:
        return asking.nothing()
    told = asking.asked(question) if question and telling else None
    if question and told is None:  # no sentence tells it; a record may: who only has a byline
        asking = replace(asking, query=replace(query, terms=question.terms or query.terms))
    return told or asking.met() or asking.nothing()


def _named(table: FactTable, record: Record, kinds: frozenset[Kind] | None) -> tuple[Record, ...]:
    """The record that an id names; where one other kind is asked for, those that stand in the same sentences."""
    if kinds is None or kind_of(record) in kinds:
        return (record,)
    if len(kinds) > 1:  # names: those beside it are not what it is called
        return ()
    facts = (record,) if isinstance(record, Fact) else table.facts_of(record.id)
    ids = (id for fact in facts for id in (fact.id, *fact.people, *fact.resolutions, *fact.organizations))
    beside = map(table.record, dict.fromkeys(ids))
    return tuple(one for one in beside if one and kind_of(one) in kinds)


class _Search(Value):
    """One query to one index: by all of its words, or as a question."""

    index: Index
    query: Query
    passing: frozenset[int] | None
    telling: bool
    exact: bool
    limit: int | None
    kinds: frozenset[Kind] | None

    def passed(self) -> Answer:
        """All that passes the filters, in reading order."""
        found = [Ranked(number, 100.0, 1.0, ()) for number in sorted(self.passing or ())]
        return Answer(tuple(map(self._hit, found[: self.limit])), self._speakers() if found else ())

    def met(self) -> Answer | None:
        """What meets every word; else, where sentences are asked for, what meets most; None for nothing."""
        units, found = self._found()
        asked = noun_asked(self.query) if self.telling else None
        if not found:
            answered = self.asked(asked) if asked and asked.wanted is not Wanted.PHRASE else None
            return answered or (self._mostly(asked) if self.telling and not self.query.phrases else None)
        found.sort(key=best_first)
        hits = [self._hit(one) for one in found[: self.limit]]
        if asked and all(one.number >= self.index.first_fact for one in found):
            shares = (1 / len(units),) * len(units)
            for at, one in enumerate(found[: min(len(hits), _ANSWERS)]):
                near = Near(one.number, one.score, one.quality, one.quality, one.grades, shares)
                hits[at] = replace(hits[at], answer=self._words(asked, near))
        return self._told(hits, found, units)

    def _found(self) -> tuple[tuple[Unit, ...], list[Ranked]]:
        """What meets the query as it stands, else what does once words that the texts hold are corrected too."""
        words = ((run, tuple(term.word for term in run)) for run in self.query.phrases)
        phrases = tuple(Unit(run, (Option(said, 1.0, How.EXACT),)) for run, said in words)
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

    def asked(self, question: Question) -> Answer | None:
        """The sentences nearest to a question, those first whose words answer it; None where nothing has any word."""
        from unami_cli.lookup.answers import answer, sure, worth

        units, found = self._nearest(question.terms)
        question = question._replace(terms=tuple(term for unit in units for term in _as_read(unit)))
        deed = next((at for at, unit in enumerate(units) if question.verb in unit.terms), None)
        judged = []
        for one in found[:_ANSWERS]:
            met = self._met(one, deed)
            words = answer(self.index.discourse, question, one.number, tuple(word for each in met for word in each))
            if one.covered or words:
                near = DENSE * one.covered * _dense(met)
                judged.append((one._replace(score=one.score + worth(question, words) + near), one, words))
        judged.sort(key=lambda each: best_first(each[0]))
        if not any(one.covered for one, _, _ in judged):
            return None
        strange = any(not unit.options and _is_country(unit) for unit in units)
        hits = [
            self._hit(scored, words if words and not strange and sure(question, one, units, words) else None)
            for scored, one, words in judged[: self.limit]
        ]
        rest = [one for one in found[_ANSWERS:] if one.covered]
        hits += map(self._hit, rest if self.limit is None else rest[: max(self.limit - len(hits), 0)])
        told = self._told(hits, [one for one, _, _ in judged], units)
        return replace(told, question=True, missing=_missing(units, judged[0][0]))

    def _mostly(self, question: Question | None) -> Answer | None:
        """The sentences that have most of some words, where none has all: of names they must have every one."""
        units, found = self._nearest(content(self.query.terms))
        plain = [_is_plain(unit) for unit in units]
        lacking = [one for one in found if all(grade or free for grade, free in zip(one.grades, plain, strict=True))]
        most = max((one.covered for one in lacking), default=0.0)
        kept = [one for one in lacking if one.covered and one.covered >= _MOSTLY * most]
        if len(units) < 2 or not kept:
            return None
        hits = [self._hit(one, self._words(question, one)) for one in kept[: self.limit]]
        return replace(self._told(hits, kept, units), missing=_missing(units, kept[0]))

    def _words(self, question: Question | None, one: Near) -> Words | None:
        """The words of a fact that tell of a noun phrase, when it holds most of it."""
        if question is None or one.told < _MOSTLY:
            return None
        from unami_cli.lookup.answers import answer

        met = tuple(word for each in self._met(one) for word in each)
        return answer(self.index.discourse, question, one.number, met)

    def _nearest(self, terms: tuple[Term, ...]) -> tuple[tuple[Unit, ...], list[Near]]:
        """The units of the terms, and the facts that hold any of them, the nearest first."""
        units = Reader(self.index, self.exact, loose=True, broad=True).units(terms, typing=False)
        return units, nearest(self.index, units, _spelt(terms, units), self.passing)

    def _met(self, one: Near, deed: int | None = None) -> list[tuple[MetWord, ...]]:
        """Where in a fact each of the units stands that it meets; `deed` is which of them is the verb."""
        from unami_cli.lookup.passages import MetWord

        record = self.index.records[one.number]
        found = []
        for at, (grade, share) in enumerate(zip(one.grades, one.shares, strict=True)):
            places = matches(self.index.discourse, record, (grade.option.words,)) if grade else ()
            found.append(tuple([MetWord(m.start, m.end, share, at == deed) for m in places]))
        return list(filter(None, found))

    def _hit(self, one: Ranked | Near, answer: Words | None = None) -> Hit:
        record, grades = self.index.records[one.number], [grade for grade in one.grades if grade]
        how = How.weakest(How.EXACT, *(grade.how for grade in grades))
        if isinstance(one, Near):
            score = min(one.score * NEAREST, 75.0)
        else:
            score = one.score
            if how is How.EXACT and not _letter_for_letter(record, self.query.terms):
                how = How.FOLDED
        marks = matches(self.index.discourse, record, [grade.option.words for grade in grades])
        return Hit(round(score, 1), kind_of(record), record, how, marks, answer)

    def _told(self, hits: Sequence[Hit], found: Sequence[Ranked | Near], units: tuple[Unit, ...]) -> Answer:
        corrected = tuple(self._read_as(found, units, How.CORRECTED))
        return Answer(tuple(hits), corrected + self._speakers(), (), tuple(self._read_as(found, units, How.ALIAS)))

    def _speakers(self) -> tuple[Correction, ...]:
        return corrected_speakers(self.index, self.query, self.exact)

    def _read_as(self, found: Sequence[Ranked | Near], units: tuple[Unit, ...], how: How) -> Iterator[Correction]:
        """The words that were met only in that way, each with what the best hit holds instead.

        Of other names, only those from lists of names count: what the texts themselves call a thing is not news.
        """
        seen: set[tuple[str, str]] = set()
        for at, unit in enumerate(units):
            if any(grade.option.how is not how for _, grade in _graded(found, at)):
                continue
            for number, grade in islice(_graded(found, at), 1 if how is How.ALIAS else None):
                record = self.index.records[number]
                text = " ".join([as_written(record, word, parted=True) or word for word in grade.option.words])
                if (unit.typed, text.casefold()) not in seen:
                    seen.add((unit.typed, text.casefold()))
                    yield Correction(unit.typed, text)

    def nothing(self) -> Answer:
        """The answer where nothing was found: the nearest numbers, words and names of what was asked for, at most five.

        None of them where nothing is near.
        """
        terms = (*self.query.terms, *(term for run in self.query.phrases for term in run))
        units = Reader(self.index, self.exact).units(terms)
        missing = [unit.terms[0] for unit in units if not unit.options]
        found = [number for term in missing if term.word[0].isdigit() for number in self._numbers(term)]
        for term in missing:
            if term.word.isalpha() and len(term.word) > 2:
                written = filter(None, map(self._as_written, self.index.vocabulary.near(term.word)))
                found += islice(written, _MOST_NEAR)
        if not missing and len(units) > 1:
            found += self._all_but_one(units)
        return Answer((), (), tuple(dict.fromkeys(found))[:_MOST_SUGGESTED])

    def _numbers(self, term: Term) -> Sequence[str]:
        """The nearest resolutions, when this could be one and not a year; else the nearest numbers of its length."""
        from rapidfuzz.distance import OSA

        word = term.word
        resolutions = {record.number for record in self.index.records if isinstance(record, Resolution)}
        digits = {
            w for w in self.index.vocabulary.words if w.isdecimal() and len(w) == len(word) and self._as_written(w)
        }
        alike = {number for number in resolutions if len(number) == len(word) and word[:2] not in ("19", "20")}
        only = self.kinds == frozenset((Kind.RESOLUTION,))
        about = only or any(t.word.startswith("res") for t in self.query.terms)
        pool = resolutions if resolutions and (about or alike) else digits
        near = (number for number in pool if number.isdecimal() and word.isdecimal())
        return sorted(near, key=lambda n: (OSA.distance(n, word), abs(int(n) - int(word)), n))[:_MOST_SUGGESTED]

    def _all_but_one(self, units: tuple[Unit, ...]) -> Iterator[str]:
        """The names that meet all but one of the units."""
        for left_out in range(len(units)):
            rest = units[:left_out] + units[left_out + 1 :]
            names = frozenset(range(self.index.first_fact))
            ranked = rank(self.index, rest, (), names if self.passing is None else names & self.passing)
            for one in sorted(ranked, key=lambda one: -one.score)[:2]:
                yield _label(self.index.records[one.number])

    def _as_written(self, word: str) -> str | None:
        """A word as a record asked for writes it; None where none has it, or only as a way to look one up."""
        fields = (self.index.own, self.index.alias, self.index.role)
        passing = self.passing
        numbers = ((n for n in field.holding(word) if passing is None or n in passing) for field in fields)
        holders = (self.index.records[number] for some in numbers for number in islice(some, 1))
        return next(filter(None, (as_written(record, word) for record in holders)), None)


def _graded(found: Sequence[Ranked | Near], at: int) -> Iterator[tuple[int, Grade]]:
    """How the unit of that place is met, by the numbers of the records that meet it."""
    return ((one.number, grade) for one in found for grade in one.grades[at : at + 1] if grade)


def _dense(met: Sequence[Sequence[MetWord]]) -> float:
    """How near together the units stand that a fact meets, 0-1: 1 side by side, 0 where there are less than two."""
    if len(met) < 2:
        return 0.0
    places = [sorted([word.start for word in each]) for each in met]
    spans = []
    for start in places[0]:
        near = [_nearest_to(start, each) for each in places]
        spans.append(max(near) - min(near))
    return 1 / (1 + min(spans) / (_APART * len(places)))


def _nearest_to(start: int, places: Sequence[int]) -> int:
    at = bisect_left(places, start)
    return min(places[max(0, at - 1) : at + 1], key=lambda place: abs(place - start))


def _is_plain(unit: Unit) -> bool:
    """Whether a unit is an English word and not a name, so that a sentence without it may still be worth a look."""
    word = unit.terms[0].word
    named = any(word in lexicon.words(names) for names in ("given_names", "surnames", "places"))
    capital = unit.typed[:1].isupper() or not word.isalpha()
    return len(unit.terms) == 1 and word in lexicon.words("english") and not named and not capital


def _is_country(unit: Unit) -> bool:
    """Whether a unit is the name of a country or of one of its people."""
    return any(term.word in lexicon.words(names) for term in unit.terms for names in ("countries", "demonyms"))


def _missing(units: Sequence[Unit], best: Near) -> tuple[str, ...]:
    """The words that the best sentence lacks."""
    return tuple(unit.typed for unit, grade in zip(units, best.grades, strict=True) if grade is None)


def _as_read(unit: Unit) -> tuple[Term, ...]:
    """The terms of a unit; of one with a slip in it the words that are meant."""
    best = unit.options[0] if unit.options else None
    if best is None or best.how not in (How.CORRECTED, How.PREFIX):
        return unit.terms
    return tuple([Term(word, word) for word in best.words])


def _spelt(terms: tuple[Term, ...], units: Iterable[Unit]) -> list[str | None]:
    """The typed words in their order, corrected ones as the likeliest that they mean; None for dates and amounts."""
    meant: dict[Term, tuple[str | None, ...]] = {}
    for unit in units:
        for term in unit.terms:
            best = unit.options[0].words if unit.options else (term.word,)
            meant[term] = best if len(unit.terms) == 1 else (None,)
    return [spelt for term in terms for spelt in meant.get(term, (term.word,))]


def _letter_for_letter(record: Record, terms: tuple[Term, ...]) -> bool:
    """Whether the record writes every word as the user did, but for capitals."""
    text = shown(record).casefold()
    return all(term.typed.casefold() in text for term in terms)


def _label(record: Record) -> str:
    if isinstance(record, Fact):
        return record.text
    return record.symbol or record.number if isinstance(record, Resolution) else record.name


# ---- quotations ------------------------------------------------------------------------------------------------------


class Quotations(Value):
    """What was asked for, in reading order; `answer` is that of the search that found the speaker or the words.

    `silent` are the names of those who were meant but are not quoted, `corrected` the words of by: that no speaker is
    called, each with the one that was meant.
    """

    found: tuple[Quoted, ...]
    answer: Answer | None = None
    silent: tuple[str, ...] = ()
    corrected: tuple[Correction, ...] = ()


def quotations(table: FactTable, query: Query, *, exact: bool = False) -> Quotations:
    """The quotations that pass the filters and whose speaker, else whose words, else whose sentence meets the words.

    Raises `BadQuery` as `search` does.
    """
    index = index_of(table)
    every = _passing(table, index, query, exact)
    if not (query.terms or query.phrases):
        return Quotations(every, corrected=corrected_speakers(index, query, exact) if every else ())
    spoken = _described(every, query)
    if spoken:
        return Quotations(spoken)
    asked = replace(query, kinds=None, by=(), since=None, until=None, articles=None, without=())
    speakers = search(table, asked, kinds=_NAMED, exact=exact)
    names = {hit.record.name for hit in speakers.hits if isinstance(hit.record, Person | Organization)}
    spoken = tuple(one for one in every if one.quote.speaker in names)
    if spoken:
        return Quotations(spoken, speakers)
    told = search(table, asked, kinds=frozenset((Kind.FACT,)), exact=exact)
    holding = {hit.record.id: hit.matches for hit in told.hits if not told.missing}
    inside = tuple(one for one in every if _meets(one, holding))
    around = inside or tuple(one for one in every if one.fact.id in holding)
    if around:
        return Quotations(around, told)
    return Quotations((), speakers if names else told, tuple(sorted(names)))


def _passing(table: FactTable, index: Index, query: Query, exact: bool) -> tuple[Quoted, ...]:
    """The quotations that the filters let through."""
    every = tuple(Quoted(quote, fact) for fact in table.facts for quote in fact.quotes)
    if not query.filters:
        return every
    told = allowed(table, index, query, frozenset((Kind.FACT,)), exact) or frozenset()
    facts = {index.records[number].id for number in told}
    every = tuple(one for one in every if one.fact.id in facts)
    if query.by:
        meant = speakers_named(index, query.by, exact)
        every = tuple(one for one in every if one.quote.speaker in meant)
    if query.without:
        kept = allowed(table, index, Query(query.text, without=query.without), _NAMED, exact) or frozenset()
        names = {r.name for r in index.records if isinstance(r, Person | Organization)}
        left = {r.name for n in kept for r in (index.records[n],) if isinstance(r, Person | Organization)}
        every = tuple(one for one in every if one.quote.speaker not in names - left)
    return every


def _described(every: tuple[Quoted, ...], query: Query) -> tuple[Quoted, ...]:
    """The quotations of speakers whom the text does not name but describes, all words of the query in it."""
    wanted = {term.word for run in (query.terms, *query.phrases) for term in run}
    return tuple(one for one in every if wanted and wanted <= set(words(one.quote.speaker or "")))


def _meets(one: Quoted, holding: dict[str, tuple[Match, ...]]) -> bool:
    """Whether a word was met within the quotation, also where it goes on in the next sentences."""
    return any(
        match.article == one.fact.article and one.quote.start <= match.start and match.end <= one.quote.end
        for matches in holding.values()
        for match in matches
    )
