"""Sentences that were edited: the same in both articles but for a name, a "not" or a "nearly"; or added or taken out.

What else of two articles is compared goes by what they tell. Of two versions of one article it is also worth telling
where a sentence says something else with nothing lost: other names in the same places, a bound of the same number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher

from unami_cli.checking.agreement import LESS, MORE, same_unit
from unami_cli.checking.alignment import Both, Likeness, Topic, dates_agree, figures_agree, one_to_one, only, words_of
from unami_cli.checking.statement import differing, is_mutual, negations
from unami_cli.folding import words
from unami_cli.lexicon import ORDINALS
from unami_cli.lookup.clauses import Token, tokens_of
from unami_cli.lookup.wordforms import GRAMMAR, numeral
from unami_cli.model import Comparator, Date, Fact, Figure, Span, Spans
from unami_cli.outcomes import Difference, Told, Verdict

_LONGEST = 60  # words of a sentence that is compared word by word
_SHORTEST = 4  # words of a sentence that can be told again with another word
_EDITED = 0.7  # part of their words, in their order, from which two sentences are one that was edited
_LIKE = 0.5  # part from which a sentence is neither added nor taken out
_OFTEN = 40  # sentences that hold a word, beyond which it finds none
_MOST = 6  # sentences that are compared with one
_SHARED = 2  # words besides a value that two sentences share which both give it
_VERSIONS = 0.5  # part of the sentences of the shorter article that both versions of one have, and more
_NAMES = ("person", "organization")
_BOUNDS = (MORE, LESS, (Comparator.ABOUT,), (Comparator.EQUAL,))


class _Line:
    """A sentence as words in their order."""

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        self.tokens: Sequence[Token] = tokens_of(fact.text)[:_LONGEST]
        self.words = [token.word for token in self.tokens]
        self.denying: Set[int] = frozenset(negations(self.tokens))

    @property
    def about(self) -> str:
        """What it speaks of."""
        return Topic(self.fact, ()).about()

    def named(self, at: int) -> bool:
        """Whether a word inside the sentence is written with a capital and is not part of a date."""
        return at > 0 and self.fact.text[self.tokens[at].start].isupper() and not self._within(at, self.fact.dates)

    def _within(self, at: int, spans: Iterable[Span]) -> bool:
        start = self.fact.start + self.tokens[at].start
        return any(span.start <= start < span.end for span in spans)

    def names(self, first: int, last: int) -> tuple[int, ...]:
        """The words with a capital from `first` to before `last`."""
        return tuple([at for at in range(first, last) if self.named(at)])

    def numbers(self, first: int, last: int, besides: Iterable[Span]) -> tuple[int, ...]:
        """The numbers from `first` to before `last`, "one" aside, that are no part of a date or of `besides`."""
        counted = (at for at in range(first, last) if self.words[at] != "one" and _number(self.words[at]) is not None)
        return tuple([at for at in counted if not self._within(at, (*self.fact.dates, *besides))])

    def told(self, places: Sequence[int]) -> Told:
        """The words from the first to the last of these places."""
        start, end = self.tokens[places[0]].start, self.tokens[places[-1]].end
        return Told(self.fact.text[start:end], self.fact, Span(self.fact.start + start, self.fact.start + end))


def revised(both: Both, found: Sequence[Difference]) -> list[Difference]:
    """The differences with those that an edit made joined, and with what else edits changed, added or took out."""
    lines = [[_Line(fact) for fact in side.facts if both.fresh(fact)] for side in both.sides]
    alike = list(_likest(*lines))
    edits = one_to_one((each for each in alike if each[0] >= _EDITED), lambda line: line.fact.start)
    pairs = [(one, other) for one, other, _ in edits]
    rivals = Counter(id(line) for score, *pair in alike if score >= _EDITED for line in pair)
    joined = _joined(found, pairs, {line for line, many in rivals.items() if many > 1})
    seen = {told.fact.id for one in joined for told in (one.a, one.b) if told and told.fact}
    named = {word for one in joined for told in (one.a, one.b) if told for word in words(told.value)}
    changed = [
        each
        for pair in pairs
        if seen.isdisjoint([line.fact.id for line in pair])
        for each in _changed(*pair)
        if each.kind != "name" or not named.issuperset(words(f"{each.a and each.a.value} {each.b and each.b.value}"))
    ]
    like = seen | {line.fact.id for _, *pair in alike for line in pair}
    wider = [one for one in joined if one.kind in ("figure", "quote") and one.change == "differs"]
    said = [one for one in joined if one.kind != "denial" or not any(_covers(each, one) for each in wider)]
    quoted = [_quoted(one.a for one in said), _quoted(one.b for one in said)]
    return [*said, *changed, *(_lacking(both, lines, like, quoted) if _are_versions(both) else ())]


def _quoted(every: Iterable[Told | None]) -> Spans[Fact]:
    """Where the quotations stand that are told already, with all of their sentences."""
    return Spans(
        [told.fact for told in every if told and told.fact and told.value in [q.text for q in told.fact.quotes]]
    )


def _covers(wider: Difference, denial: Difference) -> bool:
    """Whether the words that deny, or say the opposite, are part of a figure or a quotation that differs as a whole."""
    spans = [
        (whole.span, part.span)
        for whole, part in ((wider.a, denial.a), (wider.b, denial.b))
        if whole and part and whole.span and part.span
    ]
    return bool(spans) and all(whole.start <= part.start and part.end <= whole.end for whole, part in spans)


def _joined(found: Sequence[Difference], pairs: Sequence[tuple[_Line, _Line]], doubtful: Set[int]) -> list[Difference]:
    """What only one article has as one thing that differs, where nothing else of an edited sentence changed.

    Only one thing may differ in the lines that are `doubtful`, which several of the other article are like: each may be
    of another year. What both give, however the sentence around it was told again, is dropped.
    """
    alone: tuple[dict[str, list[Difference]], ...] = (defaultdict(list), defaultdict(list))
    for one in found:
        for side, told in zip(alone, (one.a, one.b), strict=True):
            if told and told.fact:
                side[told.fact.id].append(one)
    gone: set[int] = set()
    made: list[Difference] = []
    for mine, theirs in pairs:
        rows = alone[0][mine.fact.id], alone[1][theirs.fact.id]
        replaced = _replaced(*rows, mine, theirs) if all(rows) else []
        if len(replaced) > 1 and not doubtful.isdisjoint((id(mine), id(theirs))):
            continue
        for one, other in replaced:
            gone |= {id(one), id(other)}
            about = mine.about if one.kind in _NAMES else one.about
            made.append(Difference(one.kind, about, one.a, other.b))
    left = [[one for one in found if one.change == change and id(one) not in gone] for change in ("only-a", "only-b")]
    gone |= {id(one) for pair in _told_again(*left) for one in pair}
    return [*(one for one in found if id(one) not in gone), *made]


def _replaced(
    was: Sequence[Difference], now: Sequence[Difference], mine: _Line, theirs: _Line
) -> list[tuple[Difference, Difference]]:
    """Which rows of two versions of a sentence stand for one another: none if anything else of it changed.

    Of somebody else other values may be told, too: nothing stands for another then.
    """
    found: list[tuple[Difference, Difference]] = []
    for a, b, c, d in differing(mine.words, theirs.words):
        left = [one for one in was if _stands(mine, one.a, a, b)]
        right = [one for one in now if _stands(theirs, one.b, c, d)]
        pairs = [(one, other) for one in left for other in right if _differ(one, other)]
        if not len(pairs) == len(left) == len(right) > 0:
            return []
        found += pairs
    named = {one.kind in _NAMES for one, _ in found}
    return [pair for pair in found if pair[0] is not pair[1]] if len(named) == 1 else []


def _stands(line: _Line, told: Told | None, first: int, last: int) -> bool:
    """Whether what is told holds some of the words from `first` to before `last`."""
    words = line.tokens[first:last]
    start, end = (words[0].start, words[-1].end) if words else (0, 0)
    return bool(
        told and told.span and told.span.start < line.fact.start + end and line.fact.start + start < told.span.end
    )


def _differ(one: Difference, other: Difference) -> bool:
    """Whether two rows are of one kind and give other values of it, or are one that differs already."""
    if one.kind != other.kind or one is other:
        return one is other
    match _value_of(one.a), _value_of(other.b):
        case Figure() as first, Figure() as second:
            return figures_agree(first, second) is Verdict.DIFFERS
        case Date() as first, Date() as second:
            return dates_agree(first, second) is Verdict.DIFFERS
    return one.kind in _NAMES or (one.kind == "role" and one.about == other.about)


def _value_of(told: Told | None) -> Date | Figure | None:
    """The date or the figure that is told."""
    if not (told and told.fact and told.span):
        return None
    every: tuple[Date | Figure, ...] = (*told.fact.dates, *told.fact.figures)
    return next((each for each in every if each.start == told.span.start), None)


def _told_again(mine: Sequence[Difference], theirs: Sequence[Difference]) -> Iterator[tuple[Difference, Difference]]:
    """Values that both articles give, in sentences that share some words: "six crew", "six of them crew members"."""
    facts = {told.fact.id: told.fact for one in (*mine, *theirs) for told in (one.a, one.b) if told and told.fact}
    topics = {id: Topic(fact, ()).words.keys() for id, fact in facts.items()}
    holding: defaultdict[object, list[Difference]] = defaultdict(list)
    for other in theirs:
        for key in _keys(other.b):
            holding[key].append(other)
    for one in mine:
        rivals = {id(each): each for key in _keys(one.a) for each in holding.get(key, ())[:_OFTEN]}
        again = next((each for each in rivals.values() if one.kind == each.kind and _same(one.a, each.b, topics)), None)
        if again:
            yield one, again


def _keys(told: Told | None) -> Iterator[object]:
    """What finds a value: its words, its number, its day."""
    match _value_of(told):
        case Figure(value=value):
            yield value
        case Date(resolved=resolved):
            yield resolved
    if told:
        yield from words(told.value)


def _same(one: Told | None, other: Told | None, topics: Mapping[str, Set[str]]) -> bool:
    """Whether two values are one, as far as they go: in as many words or as a number, and told of the same.

    `topics` are the telling words of the sentences by their ids.
    """
    if not (one and other and one.fact and other.fact):
        return False
    said, theirs = set(words(one.value)), set(words(other.value))
    mine, others = topics[one.fact.id], topics[other.fact.id]
    if (said <= theirs or theirs <= said) and len((mine & others) - (said & theirs)) >= _SHARED:
        return True
    match _value_of(one), _value_of(other):
        case Figure() as first, Figure() as second:
            alike = _of_one_bound(first, second) and first.value == second.value
            alike = alike and figures_agree(first, second) is Verdict.AGREES
        case Date() as first, Date() as second:
            alike = first.resolved == second.resolved
        case _:
            return False
    mine, others = mine - said - theirs, others - said - theirs
    return alike and 2 * len(mine & others) >= min(len(mine), len(others)) > 0


def _lacking(
    both: Both, lines: Sequence[Sequence[_Line]], like: Set[str], quoted: Sequence[Spans[Fact]]
) -> Iterator[Difference]:
    """The sentences of one version of which the other has none that is `like` them, in words or in what they tell.

    A sentence within a quotation that is told already is not told again.
    """
    topics = [[Topic(line.fact, ()) for line in mine if len(line.words) >= _SHORTEST] for mine in lines]
    likeness = Likeness(*topics)
    again = {
        t.fact.id
        for mine in topics[0]
        for other in likeness.near(mine)
        if likeness.repeats(mine, other)
        for t in (mine, other)
    }
    for number, mine in enumerate(topics):
        for topic in mine:
            fact = topic.fact
            if fact.id not in like | again and not quoted[number].touch(fact.start, fact.end):
                told = Told(fact.text, fact, Span(fact.start, fact.end))
                yield only("sentence", topic.about(), told, number)


def _are_versions(both: Both) -> bool:
    """Whether the two are versions of one article: they have most of their sentences in common."""
    shared = [sum(not both.fresh(fact) for fact in side.facts) for side in both.sides]
    return any(many > _VERSIONS * len(side.facts) for many, side in zip(shared, both.sides, strict=True))


def _likest(mine: Sequence[_Line], theirs: Sequence[_Line]) -> Iterator[tuple[float, _Line, _Line]]:
    """Sentences that are alike in their words, each pair with how much of them it shares (0-1)."""
    holding: defaultdict[str, list[_Line]] = defaultdict(list)
    for line in theirs:
        for word in set(line.words) - GRAMMAR:
            holding[word].append(line)
    for line in mine:
        if len(line.words) < _SHORTEST:
            continue
        counted: Counter[int] = Counter()
        by_id: dict[int, _Line] = {}
        for word in set(line.words) - GRAMMAR:
            found = holding.get(word, ())
            if len(found) <= _OFTEN:
                by_id |= {id(other): other for other in found}
                counted.update(map(id, found))
        for number, _ in counted.most_common(_MOST):
            other = by_id[number]
            same = sorted(line.words) == sorted(other.words)
            share = 1.0 if same else SequenceMatcher(None, line.words, other.words, autojunk=False).ratio()
            if share >= _LIKE:
                yield share, line, other


def _changed(one: _Line, other: _Line) -> Iterator[Difference]:
    """What an edit of a sentence changed: whether it is denied, the bounds of its numbers, who or what it names."""
    stretches = differing(one.words, other.words)
    mine = [at for a, b, _, _ in stretches for at in range(a, b) if at in one.denying]
    theirs = [at for _, _, c, d in stretches for at in range(c, d) if at in other.denying]
    if len(mine) % 2 != len(theirs) % 2:
        yield Difference("denial", one.about, _denial(one, mine), _denial(other, theirs))
    yield from _bounds(one.fact, other.fact)
    if sorted(one.words) == sorted(other.words):
        yield from _turned(one, other)
        return
    for a, b, c, d in stretches:
        was, now = one.names(a, b), other.names(c, d)
        if was and now and {one.words[at] for at in was}.isdisjoint([other.words[at] for at in now]):
            yield Difference("name", one.about, one.told(was), other.told(now))
        was, now = one.numbers(a, b, one.fact.figures), other.numbers(c, d, other.fact.figures)  # ordinals and times
        if was and now and {_number(one.words[at]) for at in was}.isdisjoint(_number(other.words[at]) for at in now):
            yield Difference("figure", one.about, one.told(was), other.told(now))


def _denial(line: _Line, places: Sequence[int]) -> Told:
    """Whether a sentence is denied by what an edit left or put there: two denials are none."""
    span = line.told(places[:1]).span if places else None
    return Told("denied" if len(places) % 2 else "not denied", line.fact, span)


def _turned(one: _Line, other: _Line) -> Iterator[Difference]:
    """From the first to the last name that stands elsewhere in two sentences of the same words."""
    named = {line.words[at] for line in (one, other) for at in line.names(0, len(line.words))}
    places = [[at for at, word in enumerate(line.words) if word in named] for line in (one, other)]
    leads = [
        sorted((line.words[at], line.tokens[at].mark) for at in of)
        for line, of in zip((one, other), places, strict=True)
    ]
    moved = [(a, b) for a, b in zip(*places, strict=True) if one.words[a] != other.words[b]]
    if moved and (leads[0] != leads[1] or _is_exchange(one, other, named, moved)):
        yield Difference("name", one.about, one.told([a for a, _ in moved]), other.told([b for _, b in moved]))
    counts = [line.numbers(0, len(line.words), ()) for line in (one, other)]
    numbers = {line.words[at] for line, of in zip((one, other), counts, strict=True) for at in of}
    moved = [(a, b) for a, b in zip(*counts, strict=False) if one.words[a] != other.words[b]]
    if moved and _around(one, numbers) == _around(other, numbers):
        yield Difference("figure", one.about, one.told([a for a, _ in moved]), other.told([b for _, b in moved]))


def _around(line: _Line, without: Set[str]) -> list[str]:
    """The other words of a sentence, in their order."""
    return [word for word in line.words if word not in without]


def _is_exchange(one: _Line, other: _Line, named: Set[str], moved: Sequence[tuple[int, int]]) -> bool:
    """Whether only names changed places, across a word that tells something of them: not in a list, not "met"."""
    between = [word for word in one.words[moved[0][0] : moved[-1][0]] if word not in named and word not in GRAMMAR]
    told = bool(between) and not any(map(is_mutual, between))
    return told and _around(one, named) == _around(other, named)


def _number(word: str) -> float | None:
    """The number that one word is, in digits, in words or as an ordinal."""
    found = numeral([word])
    return ORDINALS.get(word) if found is None else found[0]


def _of_one_bound(one: Figure, other: Figure) -> bool:
    return any(one.comparator in bound and other.comparator in bound for bound in _BOUNDS)


def _bounds(one: Fact, other: Fact) -> Iterator[Difference]:
    """Numbers that both sentences give, with another bound: "more than 200", "nearly 200", "200"."""
    rivals: list[Figure] = list(other.figures)
    for figure in one.figures:
        like = [each for each in rivals if each.value == figure.value and same_unit(figure.unit, each.unit)]
        if like:
            rivals.remove(like[0])
            if not _of_one_bound(figure, like[0]):
                yield Difference("figure", figure.unit or "", words_of(figure, one), words_of(like[0], other))
