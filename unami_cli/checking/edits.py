"""Sentences that were edited: the same in both articles but for a name, a "not" or a "nearly"; or added or taken out.

What else of two articles is compared goes by what they tell. Of two versions of one article it is also worth telling
where a sentence says something else with nothing lost: other names in the same places, a bound of the same number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher

from unami_cli.checking.agreement import is_period
from unami_cli.checking.alignment import (
    Both,
    Likeness,
    Topic,
    figures_agree,
    of_one_bound,
    one_to_one,
    only,
    same_date,
    same_figure,
    sentence_key,
)
from unami_cli.checking.statement import differing
from unami_cli.checking.wording import Line, changed, dates_of
from unami_cli.folding import words
from unami_cli.lookup.wordforms import GRAMMAR
from unami_cli.model import Date, Fact, Figure, Span, Spans
from unami_cli.outcomes import Difference, Told, Verdict

_SHORTEST = 4  # words of a sentence that can be told again with another word
_EDITED = 0.7  # part of their words, in their order, from which two sentences are one that was edited
_LIKE = 0.5  # part from which a sentence is neither added nor taken out
_OFTEN = 40  # sentences that hold a word, beyond which it finds none
_MOST = 6  # sentences that are compared with one
_SHARED = 2  # words besides a value that two sentences share which both give it
_VERSIONS = 0.5  # part of the sentences of the shorter article that both versions of one have, and more
_NAMES = ("person", "organization")


def revised(both: Both, found: Sequence[Difference]) -> list[Difference]:
    """The differences with those that an edit made joined, and with what else edits changed, added or took out."""
    lines = [[Line(fact) for fact in side.facts if both.fresh(fact)] for side in both.sides]
    alike = [*_likest(*lines), *_in_place(both, lines)]
    edits = one_to_one((each for each in alike if each[0] >= _EDITED), lambda line: line.fact.start)
    pairs = [(one, other) for one, other, _ in edits]
    rivals = Counter(id(line) for score, *pair in alike if score >= _EDITED for line in pair)
    joined = _joined(found, pairs, {line for line, many in rivals.items() if many > 1})
    seen = {told.fact.id for one in joined for told in (one.a, one.b) if told and told.fact}
    named = {word for one in joined for told in (one.a, one.b) if told for word in words(told.value)}
    halves = [
        {told.fact.id for one in joined if one.change == change and (told := one.a or one.b) and told.fact}
        for change in ("only-a", "only-b")
    ]  # sentences with values that nothing in the other stands for may tell of another time
    more = [
        each
        for pair in pairs
        if not all(id in alone for alone, id in zip(halves, (line.fact.id for line in pair), strict=True))
        for each in _untold(changed(*pair), joined)
        if each.kind != "name" or not named.issuperset(words(f"{each.a and each.a.value} {each.b and each.b.value}"))
    ]
    like = seen | {line.fact.id for _, *pair in alike for line in pair}
    wider = [one for one in joined if one.kind in ("figure", "quote") and one.change == "differs"]
    said = [one for one in joined if one.kind != "denial" or not any(_covers(each, one) for each in wider)]
    quoted = [_quoted(one.a for one in said), _quoted(one.b for one in said)]
    return [*said, *more, *(_lacking(both, lines, like, quoted) if _are_versions(both) else ())]


def _untold(more: Iterable[Difference], told: Sequence[Difference]) -> Iterator[Difference]:
    """What an edit changed that is not told yet: each word of either sentence is told once, and one denial of it."""
    taken = list(told)
    for each in more:
        if not any(_overlap(each, one) for one in taken):
            taken.append(each)
            yield each


def _overlap(one: Difference, other: Difference) -> bool:
    """Whether two rows tell of the same words of a sentence, or both that it is denied."""
    for mine, theirs in ((one.a, other.a), (one.b, other.b)):
        if not (mine and theirs and mine.fact and theirs.fact and mine.fact.id == theirs.fact.id):
            continue
        if mine.span and theirs.span and mine.span.start < theirs.span.end and theirs.span.start < mine.span.end:
            return True
        if one.kind == other.kind == "denial" and not (mine.span and theirs.span):
            return True
    return False


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


def _joined(found: Sequence[Difference], pairs: Sequence[tuple[Line, Line]], doubtful: Set[int]) -> list[Difference]:
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
        gone |= {id(one) for one in alone[0][mine.fact.id] if _is_in_a_word(one.a, theirs)}
        gone |= {id(one) for one in alone[1][theirs.fact.id] if _is_in_a_word(one.b, mine)}
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
    was: Sequence[Difference], now: Sequence[Difference], mine: Line, theirs: Line
) -> list[tuple[Difference, Difference]]:
    """Which rows of two versions of a sentence stand for one another: none if anything else of it changed.

    Of somebody else other values may be told, too: nothing stands for another then.
    """
    found: list[tuple[Difference, Difference]] = []
    for a, b, c, d in differing(mine.words, theirs.words):
        left = [one for one in was if _stands(mine, one.a, a, b)] or _beside(was, mine, a, b)
        right = [one for one in now if _stands(theirs, one.b, c, d)] or _beside(now, theirs, c, d)
        pairs = [(one, other) for one in left for other in right if _differ(one, other)]
        if not len(pairs) == len(left) == len(right) > 0:
            return []
        found += pairs
    named = {one.kind in _NAMES for one, _ in found if one.kind != "role"}  # an office may hold the name of a body
    return [pair for pair in found if pair[0] is not pair[1]] if len(named) < 2 else []


def _beside(rows: Iterable[Difference], line: Line, first: int, last: int) -> list[Difference]:
    """The dates of these rows that an edit right before or behind them changed: "on 3 May 2020", "in May 2020"."""
    return [one for one in rows if one.kind == "date" and _stands(line, one.a or one.b, max(first - 1, 0), last + 1)]


def _stands(line: Line, told: Told | None, first: int, last: int) -> bool:
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
            verdict = same_figure(first, second)
            return verdict is Verdict.DIFFERS or (verdict is Verdict.ABSENT and first.value == second.value)
        case Date() as first, Date() as second:
            return same_date(first, second) is not Verdict.AGREES
    return one.kind in (*_NAMES, "resolution") or (one.kind == "role" and one.about == other.about)


def _is_in_a_word(told: Told | None, line: Line) -> bool:
    """Whether a sentence tells a figure without a number: "a fortnight"."""
    value = _value_of(told)
    return isinstance(value, Figure) and any(is_period(word, value) for word in line.words)


def _value_of(told: Told | None) -> Date | Figure | None:
    """The date or the figure that is told."""
    if not (told and told.fact and told.span):
        return None
    every: tuple[Date | Figure, ...] = (*dates_of(told.fact), *told.fact.figures)
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
            alike = of_one_bound(first, second) and first.value == second.value
            alike = alike and figures_agree(first, second) is Verdict.AGREES
        case Date() as first, Date() as second:
            alike = first.resolved == second.resolved
        case _:
            return False
    mine, others = mine - said - theirs, others - said - theirs
    return alike and 2 * len(mine & others) >= min(len(mine), len(others)) > 0


def _lacking(
    both: Both, lines: Sequence[Sequence[Line]], like: Set[str], quoted: Sequence[Spans[Fact]]
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


def _in_place(both: Both, lines: Sequence[Sequence[Line]]) -> Iterator[tuple[float, Line, Line]]:
    """Short sentences that stand between the same two in both articles and have half of their words in common."""
    between = [dict(_between(both, side.facts, mine)) for side, mine in zip(both.sides, lines, strict=True)]
    for place, one in between[0].items():
        other = between[1].get(place)
        if other and _share(one, other) >= _LIKE:
            yield _EDITED, one, other


def _between(
    both: Both, facts: Sequence[Fact], lines: Iterable[Line]
) -> Iterator[tuple[tuple[str | None, str | None], Line]]:
    """The short ones of these sentences with those around each, where the other article has these too."""
    short = {line.fact.id: line for line in lines if len(line.words) < _SHORTEST}
    for before, fact, after in zip([None, *facts], facts, [*facts[1:], None], strict=False):
        if fact.id in short and not any(each and both.fresh(each) for each in (before, after)):
            around = [sentence_key(each) if each else None for each in (before, after)]
            yield (around[0], around[1]), short[fact.id]


def _share(one: Line, other: Line) -> float:
    """How much of their words two sentences share in their order (0-1); numbers in any order, others count half."""
    if sorted(one.words) == sorted(other.words):
        return 1.0
    ratio, without = (
        SequenceMatcher(None, mine, theirs, autojunk=False).ratio()
        for mine, theirs in ((one.words, other.words), (one.pattern, other.pattern))
    )
    return without if one.digits == other.digits else (ratio + without) / 2


def _likest(mine: Sequence[Line], theirs: Sequence[Line]) -> Iterator[tuple[float, Line, Line]]:
    """Sentences that are alike in their words, each pair with how much of them it shares (0-1)."""
    holding: defaultdict[str, list[Line]] = defaultdict(list)
    for line in theirs:
        for word in set(line.words) - GRAMMAR:
            holding[word].append(line)
    for line in mine:
        if len(line.words) < _SHORTEST:
            continue
        counted: Counter[int] = Counter()
        by_id: dict[int, Line] = {}
        for word in set(line.words) - GRAMMAR:
            found = holding.get(word, ())
            if len(found) <= _OFTEN:
                by_id |= {id(other): other for other in found}
                counted.update(map(id, found))
        for number, _ in counted.most_common(_MOST):
            other = by_id[number]
            share = _share(line, other)
            if share >= _LIKE:
                yield share, line, other
