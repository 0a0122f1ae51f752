"""What a sentence tells, and whether two sentences tell of the same thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import log

from unami_cli.checking.agreement import matters, opposites
from unami_cli.checking.lifetimes import Named
from unami_cli.checking.statement import negations
from unami_cli.folding import words
from unami_cli.lexicon import DAY_NAMES, FUNCTION_WORDS
from unami_cli.lookup.clauses import tokens_of
from unami_cli.lookup.wordforms import GRAMMAR, SPELT, stem
from unami_cli.model import Fact
from unami_cli.patterns import pattern
from unami_cli.table import FactTable

_SILENT = (
    GRAMMAR | FUNCTION_WORDS | SPELT | DAY_NAMES | frozenset("year month week day today yesterday said say".split())
)
_WHEN = frozenset(
    stem(word)
    for word in """earlier previous previously initially originally now later then since currently expect expected plan
    planned estimate estimated could would may might if target goal seek sought hope again far already yet still rise
    rose risen increase fall fell fallen drop dropped grew grow grown""".split()
)
"""Words that tell of a number that was, will be, may be or changes."""
_CAPITALS = pattern(r"(?<=\w[\s,])\s?[A-Z][\w’'-]+")
_SOURCE = pattern(
    r"^[^,.;:\d]{0,60}?\b(?:said|says?|reported|reports?|told reporters)\b(?: that)?(?=\s[^\W\d_a-z]?[^,.;:]* )"
    r"|,\s[^,.;:\d]{0,60}?\b(?:said|says|reported)\b[^,;:\d]{0,20}(?:[.”\"]*$|(?=,\s))"
    r"|,?\s?\b[Aa]ccording to [^,.;:\d]{2,60}"
)
"""Who says what a sentence tells, before or after it."""
_RELATIVE = pattern(
    r"""\b(?P<which>last|this|next|previous|past|coming|same|following)\s(?:[a-z]+\s)?
        (?P<what>year|month|week|quarter|season|decade|century|summer|winter|spring|autumn|term|weekend)\b
    |\b(?P<count>[\w-]{1,20})\s(?P<unit>years?|months?|weeks?|days?)\s(?P<way>ago|earlier|before|later)\b
    |\b(?P<day>yesterday|today|tomorrow|tonight)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""When something is, as told from the day of the text or from another day."""
_ANOTHER = frozenset("also another second third separate similar".split())
"""Words that tell of one more thing of a sort."""
_LINKS = frozenset("on for in of to at with by from against near under into among between".split())
_LINKED = 4  # words after one of these that may be what it leads to
_ALIKE, _COVERED = 0.7, 0.5
"""How much of the shorter sentence the other tells too, and of the longer one, to be sure that they tell the same."""
_NEARLY, _TOUCHED, _WHOLLY = 0.65, 0.4, 0.9
"""The same, to ask whether it is; how much of a short headline, to ask."""
_LEAST = 2  # the fewest telling words of two sentences that have no others
_SHARED, _HEADED = 3, 4  # the fewest telling words that two sentences share, a headline and its story
_REPEATED = 3  # the fewest words before a figure that make a sentence a repeated one
_UNSURE = frozenset("a an another he she it they we i you there this that these those one some".split())
"""Words with which a sentence of the same words may speak of something else."""
_COMMON = 50  # how many facts may hold a word before it leads to no pair of them


class Content:
    """What a sentence tells: its telling words, who is named, the sides of its deeds, when it is."""

    def __init__(self, fact: Fact, spans: Sequence[tuple[int, int, str]]) -> None:
        self.fact = fact
        self.ids = {id for _, _, id in spans}
        self.every = set(words(fact.text))
        bare = words(_bare(fact.text, spans))
        self.words = {stem(word) for word in bare if _tells(word)} | self.ids
        self.when = {stem(word) for word in self.every} & _WHEN
        self.deeds = {stem(word): sides for word in bare if (sides := matters(word))}
        self.sides = frozenset[str]().union(*self.deeds.values())
        self.names = (
            {word for found in _CAPITALS.findall(fact.text) for word in words(found)} if fact.paragraph else set()
        )
        self.times = frozenset(
            " ".join(filter(None, found.groups())).lower() for found in _RELATIVE.finditer(fact.text)
        )
        self.days = DAY_NAMES & self.every
        self.sources = {w for found in _SOURCE.findall(fact.text) for w in words(found) if _tells(w)}
        figure = fact.figures[0].start - fact.start if fact.figures else 0
        self.start = " ".join(fact.text[:figure].split()).casefold()
        self.plain = " ".join(fact.text.split()).casefold()

    def elsewhere(self, other: Content) -> bool:
        """Whether it names what the other sentence does not; in a headline any word may have a capital."""
        return bool(self.ids - other.ids) or bool(other.fact.paragraph and self.names - other.every)

    def has(self, word: str, sides: frozenset[str]) -> bool:
        """Whether the sentence holds a word, or another one for the same deed."""
        return word in self.words or not sides.isdisjoint(self.sides)

    def shared(self, other: Content) -> set[str]:
        """The telling words that the other sentence holds too, or another one for the same deed."""
        return {word for word in self.words if other.has(word, self.deeds.get(word, frozenset()))}

    def links(self) -> dict[str, set[str]]:
        """By each preposition, the telling words that it leads to: "on primary education"."""
        every, found = words(self.fact.text), defaultdict[str, set[str]](set)
        for at, link in enumerate(every):
            if link in _LINKS:
                for word in every[at + 1 : at + 1 + _LINKED]:
                    if word in _LINKS:
                        break
                    if _tells(word):
                        found[link].add(stem(word))
        return found

    def denies(self) -> bool:
        """Whether the sentence says that something is not so."""
        return bool(negations(tokens_of(self.fact.text)))


def _bare(text: str, spans: Sequence[tuple[int, int, str]]) -> str:
    """A sentence without the names in it and without who says so."""
    bare, at = [], 0
    sources = [(found.start(), found.end(), "") for found in _SOURCE.finditer(text)]
    for start, end, _ in sorted([*spans, *sources]):
        bare.append(text[at : max(at, start)])
        at = max(at, end)
    return " ".join([*bare, text[at:]])


def _tells(word: str) -> bool:
    return not (word in _SILENT or word[0].isdigit() or len(word) < 2)


class Subjects:
    """What all sentences with figures or dates tell, and how rare their words are in each article."""

    def __init__(self, table: FactTable, named: Named) -> None:
        facts = (fact for fact in table.facts if fact.figures or fact.dates)
        self.told = {fact.id: Content(fact, named.get(fact.id, ())) for fact in facts}
        self.articles: defaultdict[str, list[Content]] = defaultdict(list)
        for one in self.told.values():
            self.articles[one.fact.article].append(one)
        self._held = {id: Counter(word for one in every for word in one.words) for id, every in self.articles.items()}
        self._plain = {id: {one.plain for one in every} for id, every in self.articles.items()}

    def weights(self, one: Content, other: Content) -> dict[str, float]:
        """How much each of the words of two sentences tells: by their articles alone, whatever others there are."""
        articles = {one.fact.article, other.fact.article}
        size = sum(len(self.articles[id]) for id in articles)
        return {word: log(1 + size / sum(self._held[id][word] for id in articles)) for word in one.words | other.words}

    def pairs(self) -> Iterator[tuple[Content, Content]]:
        """The sentences that share words enough to speak of one thing, some of them rare; no sentence with itself."""
        rank = {id: number for number, id in enumerate(self.told)}
        near = {pair for every in self.articles.values() for pair in _near(every)}
        if len(self.articles) > 1:
            across = _near(self.told.values())
            near |= {pair for pair in across if not self._twice(self.told[pair[0]], self.told[pair[1]])}
        for first, second in sorted(near, key=lambda pair: (rank[pair[0]], rank[pair[1]])):
            if self.told[first].plain != self.told[second].plain:
                yield self.told[first], self.told[second]

    def _twice(self, one: Content, other: Content) -> bool:
        """Whether two sentences meet in one article, itself or as it repeats one of them word for word."""
        mine, theirs = one.fact.article, other.fact.article
        return mine == theirs or one.plain in self._plain[theirs] or other.plain in self._plain[mine]


def _near(every: Iterable[Content]) -> Iterator[tuple[str, str]]:
    """The ids of two facts that share words that few of these facts hold."""
    holding: defaultdict[str, list[str]] = defaultdict(list)
    for one in every:
        for word in one.words:
            holding[word].append(one.fact.id)
    rare = (same for same in holding.values() if len(same) <= _COMMON)
    shared = Counter(pair for same in rare for pair in combinations(same, 2))
    return (pair for pair, count in shared.items() if count >= _SHARED - 1)


def alike(one: Content, other: Content, weight: dict[str, float]) -> bool | None:
    """Whether two sentences speak of one thing: surely, perhaps, or not (None)."""
    if one.when != other.when or not opposites(one.sides).isdisjoint(other.sides) or another_time(one, other):
        return None
    if (one.every ^ other.every) & _ANOTHER:
        return None
    if one.elsewhere(other) and other.elsewhere(one):  # one in the north and one in the south
        return None
    mine, theirs = one.shared(other), other.shared(one)
    if min(len(mine), len(theirs)) < _SHARED or _led_elsewhere(one, other):
        return None
    (less, more) = sorted(
        (sum(weight[word] for word in shared) / sum(weight[word] for word in whole.words), not whole.fact.paragraph)
        for shared, whole in ((mine, one), (theirs, other))
    )
    if _is_repeated(one, other) and not each_tells_more(one, other):
        return True
    heads = more[1] and min(len(mine), len(theirs)) >= _HEADED  # a headline is in all its words what the story tells
    if more[0] >= _ALIKE and (less[0] >= _COVERED or heads):
        return True
    if more[1] and more[0] >= _WHOLLY:
        return False
    perhaps = more[0] >= _NEARLY and less[0] >= _TOUCHED and min(len(mine), len(theirs)) >= _HEADED
    return False if perhaps else None


def _is_repeated(one: Content, other: Content) -> bool:
    """Whether two sentences of an article have the same words up to a figure: "The company has 212 ships"."""
    if one.fact.article != other.fact.article or not (one.fact.figures and other.fact.figures):
        return False
    every = words(one.start)
    return one.start == other.start and len(every) >= _REPEATED and every[0] not in _UNSURE


def another_time(one: Content, other: Content) -> bool:
    """Whether two sentences tell of two times that the texts do not date: last year and this year, two weekdays."""
    apart = bool(one.times and other.times) and one.times != other.times
    return apart or bool(one.days and other.days and one.days.isdisjoint(other.days))


def _led_elsewhere(one: Content, other: Content) -> bool:
    """Whether the same preposition leads each to what the other does not tell: "on schools", "on health"."""
    mine, theirs = one.links(), other.links()
    stems = {stem(word) for word in one.every}, {stem(word) for word in other.every}
    return any(mine[link] - stems[1] and theirs[link] - stems[0] for link in mine.keys() & theirs.keys())


def each_tells_more(one: Content, other: Content) -> bool:
    """Whether each of two sentences holds telling words that the other does not: they may be about two things."""
    return bool(one.words - one.shared(other)) and bool(other.words - other.shared(one))


def two_sources(one: Content, other: Content) -> bool:
    """Whether two sentences are told by two: what the police say, and what the Red Cross does."""
    return bool(one.sources and other.sources) and one.sources.isdisjoint(other.sources)


def in_the_same_words(one: Content, other: Content) -> bool:
    """Whether two short sentences have the same telling words: too few to be sure of anything but what is done once."""
    if one.words != other.words or len(one.words) < _LEAST or another_time(one, other):
        return False
    return one.denies() is other.denies()
