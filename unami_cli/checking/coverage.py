"""What in a text did not become a record: capitals, numbers, quotation marks, "resolution" where nothing covers it.

It tells readers what to read themselves. A cue is what makes one look for a record. It is covered where a person, a
role, an organisation, a resolution, a date or a figure stands; a pair of marks is covered by a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from unami_cli import lexicon
from unami_cli.extract.quotes import is_doubled
from unami_cli.lexicon import DAY_NAMES, FUNCTION_WORDS, GROUPS, PARTICLES, SMALL, TENS
from unami_cli.model import Fact, Organization, Person, Resolution, Span, Spans
from unami_cli.outcomes import Coverage, Cue, Left, Share
from unami_cli.patterns import pattern
from unami_cli.reading.blocks import is_date
from unami_cli.reading.words import words_in
from unami_cli.table import FactTable
from unami_cli.tags import ADDRESSES, Line, Shape, Word

_PAIRS = r"""
      “[^“”]*(?:”|\Z)                                    # what a paragraph does not close reaches to its end
    | „[^„“”]*[“”] | «[^«»]*» | ‹[^‹›]*›
    | (?<!\w)‘(?=\w)[^‘’]*(?:(?<=\w)’\w[^‘’]*)*’(?!\w)   # an apostrophe inside a word is no mark
    | (?<!\w)'(?=[^\W\d])[^']*(?:(?<=\w)'\w[^']*)*'(?!\w)
"""
_MARKS = pattern(rf"""{_PAIRS} | (?<![\d"])"+(?=[^\s"])[^"]+"+ """, re.VERBOSE)  # not the inches of 5'10"
_DOUBLED = pattern(rf"""{_PAIRS} | (?<!")"{{2,3}}(?=[^\s"])[^"]+"{{2,3}} """, re.VERBOSE)
"""The same of a CSV file, where single marks only wrap its fields."""
_DIGITS = pattern(
    r"(?:[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}(?![0-9]))+|[0-9]+(?:[.,:/–-][0-9]+)*)[^\W\d_]*"  # 816 000, 5.5m
)
_GROUPS = GROUPS.keys() | {f"{word}s" for word in GROUPS}
_SPELT = SMALL.keys() | TENS.keys() | _GROUPS
_SERVING = FUNCTION_WORDS - DAY_NAMES
"""What tells nothing even within a sentence; "May" does."""
_NUMBERED = frozenset(("resolution", "resolutions"))
_OPENING = frozenset("“„«‹\"‘':;•·*–—-([")
"""After these a capital may tell no more than at the beginning of a sentence."""
_ENDINGS = ("ing", "ly")
"""Endings of words that lead into a sentence and do not begin a name: "Visiting Oslo", "Reportedly Iran"."""


def coverage(table: FactTable) -> Coverage:
    """What records cover of the headlines and the paragraphs of a table, and what they leave.

    Each cue counts: "Iraq" in five sentences is five, a run of words with capitals is one, as is any part of a run
    in one record. The table must be of texts: what stands between the sentences of a kept one is lost.
    """
    told: dict[str, list[Fact]] = {}
    for fact in table.facts:
        told.setdefault(fact.article, []).append(fact)
    records = _records(table)
    of, left = Counter[Cue](), list[Left]()
    for article in table.articles:
        facts = told.get(article.id, [])
        text = _Text(article.text, facts, records.get(article.id, []))
        for cue, fact, span, covered in text.cues():
            of[cue] += 1
            if not covered:
                left.append(Left(span.start, span.end, cue, article.text[span.start : span.end], fact))
    missed = Counter(one.cue for one in left)
    return Coverage(tuple(Share(cue, of[cue], of[cue] - missed[cue]) for cue in Cue), tuple(left))


def _records(table: FactTable) -> dict[str, list[Span]]:
    """Where records stand in each article, but for quotations and the facts themselves."""
    found: dict[str, list[Span]] = {}
    named: tuple[Person | Organization | Resolution, ...] = (*table.people, *table.organizations, *table.resolutions)
    mentions = [mention for one in named for mention in one.mentions]
    mentions += [mention for person in table.people for role in person.roles for mention in role.mentions]
    for mention in mentions:
        found.setdefault(mention.article, []).append(mention)
    for fact in table.facts:
        found.setdefault(fact.article, []).extend((*fact.dates, *fact.figures))
    return found


_Found = tuple[Cue, Fact, Span, bool]
"""A cue, the fact in which it begins, where it stands, and whether it is covered."""


class _Text:
    """One article, what covers it, and the words that it also has in small letters."""

    def __init__(self, text: str, facts: Sequence[Fact], records: Sequence[Span]) -> None:
        self.text, self.facts = text, facts
        self.marks = _DOUBLED if is_doubled(text) else _MARKS
        self.zones = Spans(_merged(records))
        self.quoted = Spans([Span(q.start - 1, q.end + 1) for fact in facts for q in fact.quotes])
        self.lines = [words_in(text, fact.start, fact.end) for fact in facts]
        self.small = {word.key for line in self.lines for word in line if word.shape is Shape.LOWER}

    def cues(self) -> Iterator[_Found]:
        """All cues in reading order."""
        pairs = zip(self.facts, self.lines, strict=True)
        for _, paragraph in groupby(pairs, key=lambda pair: pair[0].paragraph):
            here = list(paragraph)
            found = list(self._marks([fact for fact, _ in here]))
            for fact, line in here:
                title = line.headline or (fact.paragraph == 0 and len(line.named) > 3 and not _has_small(line))
                numbers = self._numbers(fact, line, title)
                if not fact.paragraph and is_date(fact.text):  # whose hours and zone are no part of the date
                    numbers = list(filter(self._is_covered, numbers))
                found += [(Cue.NUMBER, fact, span, self._is_covered(span)) for span in numbers]
                found += self._resolutions(fact, line)
                found += self._capitals(fact, line, Spans(numbers), title)
            yield from sorted(found, key=lambda one: (one[2].start, one[0]))

    def _is_covered(self, span: Span) -> bool:
        return self.zones.touch(span.start, span.end)

    # ---- marks, numbers, resolutions

    def _marks(self, facts: Sequence[Fact]) -> Iterator[_Found]:
        starts = Spans(facts)
        for match in self.marks.finditer(self.text, facts[0].start, facts[-1].end):
            pair = Span(match.start(), match.end())
            fact = starts.at(pair.start)
            if fact and any(map(str.isalnum, match[0])):
                zone = self.zones.at(pair.start)
                nickname = zone is not None and pair.end <= zone.end
                yield Cue.MARKS, fact, pair, nickname or self.quoted.touch(pair.start, pair.end)

    def _resolutions(self, fact: Fact, line: Line) -> Iterator[_Found]:
        for at, word in enumerate(line):
            if word.key in _NUMBERED:
                span = _place(line, at)
                yield Cue.RESOLUTION, fact, span, self._is_covered(span)

    def _numbers(self, fact: Fact, line: Line, title: bool) -> list[Span]:
        """The numbers of a sentence, in digits and in words, with what multiplies them: "2.5 million"."""
        every = [Span(m.start(), m.end()) for m in _DIGITS.finditer(self.text, fact.start, fact.end)]
        every = [span for span in every if self._is_number(span, line)]
        every += [_place(line, at) for at in range(len(line)) if _is_spelt(line, at, title)]
        found: list[Span] = []
        last = ""
        for span in sorted(every, key=lambda one: one.start):
            word = self.text[span.start : span.end].casefold()
            inside = found and span.start < found[-1].end
            if inside or (found and _goes_on(last, self.text[found[-1].end : span.start], word)):
                found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
            else:
                found.append(span)
            last = word
        return [span for span in found if self.text[span.start : span.end].casefold() != "one"]  # mostly a pronoun

    def _is_number(self, span: Span, line: Line) -> bool:
        """Whether digits are not part of a name ("G20", "COVID-19") and not a footnote mark, which is not a word."""
        at = bisect_right(line.starts, span.start) - 1
        if at < 0 or line.end(at) <= span.start:
            return False
        return not line[at].named and not self.text[span.start - 1 : span.start].isalpha()

    # ---- capitals

    def _capitals(self, fact: Fact, line: Line, numbers: Spans[Span], title: bool) -> Iterator[_Found]:
        """The runs of capitals, each covered or not: where a record begins or ends within a run, it is cut.

        `title` says that the sentence has capitals everywhere, so that those of ordinary words tell nothing.
        """
        piece: list[int] = []
        named = [at for at in line.named if line[at].key not in _NUMBERED]
        here = [at for at in named if not numbers.touch(line.starts[at], line.end(at))]
        for at in here:
            if piece and not self._is_one_run(line, piece[-1], at):
                yield from self._piece(fact, line, piece, title)
                piece = []
            piece.append(at)
        if piece:
            yield from self._piece(fact, line, piece, title)

    def _piece(self, fact: Fact, line: Line, piece: Sequence[int], title: bool) -> Iterator[_Found]:
        covered = self._zone(line, piece[0]) is not None
        kept = self._trimmed(line, piece, title and not covered)
        if kept and not (not covered and self._is_address(line, kept[-1])):
            dot, after = line.word(kept[-1] + 1), line.word(kept[-1] + 2)
            shortened = dot is not None and dot.text == "." and after is not None and after.named  # "Lt. Gen. Costa"
            end = line.end(kept[-1] + 1 if shortened and not covered else kept[-1])
            yield Cue.CAPITALS, fact, Span(line.starts[kept[0]], end), covered

    def _zone(self, line: Line, at: int) -> Span | None:
        """The stretch of records that a word stands in, if only with a part of it."""
        place = _place(line, at)
        inside = self.zones.touch(place.start, place.end)
        return (self.zones.at(place.start) or self.zones.at(place.end - 1) or place) if inside else None

    def _is_one_run(self, line: Line, before: int, at: int) -> bool:
        """Whether two words with capitals belong together: in one record, or beside each other and covered alike."""
        left, right = self._zone(line, before), self._zone(line, at)
        if left is not None and right is not None and left is right:
            return True
        if (left is None) is not (right is None):
            return False
        between = line[before + 1 : at]
        if not between:
            return self.text[line.end(before) : line.starts[at]].isspace()
        keys = [word.key for word in between]
        close = line.starts[before + 1] == line.end(before)
        dotted = close and keys == ["."]  # "Mr. Costa": no sentence ends within one
        return dotted or (left is None and (keys in (["of"], ["of", "the"]) or PARTICLES.issuperset(keys)))

    def _trimmed(self, line: Line, piece: Sequence[int], title: bool) -> Sequence[int]:
        """The words of a run without those whose capital tells nothing."""
        start, end = 0, len(piece)
        if title:
            while start < end and self._is_ordinary(line[piece[start]]):
                start += 1
            while start < end and self._is_ordinary(line[piece[end - 1]]):
                end -= 1
            return piece[start:end]
        first = line[piece[0]]
        if self._begins(line, piece[0]) and (self._is_plain(first) if len(piece) == 1 else self._leads(first)):
            start = 1
        alone = line[piece[-1]] if len(piece) - start == 1 else None
        serves = alone is not None and alone.key in _SERVING and alone.shape is Shape.CAPITAL
        return () if serves else piece[start:]

    def _begins(self, line: Line, at: int) -> bool:
        return at == 0 or line[at - 1].key in _OPENING

    def _is_plain(self, word: Word) -> bool:
        """Whether an ordinary word may have its capital only from its place; "US" and "WHO" have more of them."""
        return word.shape is Shape.CAPITAL and self._is_ordinary(word)

    def _is_ordinary(self, word: Word) -> bool:
        """Whether a word serves the grammar, is in small letters in the text, or is English and not a people's name."""
        if word.key in FUNCTION_WORDS or word.key in self.small:
            return True
        listed = lexicon.words("english")
        known = word.key in listed or all(part in listed for part in word.key.split("-"))
        return known and not (word.key in lexicon.words("demonyms") or word.key in lexicon.words("countries"))

    def _leads(self, word: Word) -> bool:
        """Whether a word at the beginning of a sentence is not part of the name that follows."""
        return self._is_plain(word) and (word.key in FUNCTION_WORDS or word.key.endswith(_ENDINGS))

    def _is_address(self, line: Line, at: int) -> bool:
        """Whether a word only leads to the covered name after it: "Mr." """
        if line[at].key not in ADDRESSES:
            return False
        after = next((i for i in range(at + 1, min(at + 3, len(line))) if line[i].key != "."), None)
        return after is not None and self._zone(line, after) is not None


def _place(line: Line, at: int) -> Span:
    """Where a word of a line stands."""
    return Span(line.starts[at], line.end(at))


def _is_spelt(line: Line, at: int, title: bool) -> bool:
    """Whether a word is a number, and not one that is part of a name: "Chapter Six", "Big Four"."""
    word = line[at]
    if word.key.split("-")[0] not in _SPELT:
        return False
    beside = [near for near in (line.word(at - 1), line.word(at + 1)) if near is not None]
    return title or at == 0 or not word.named or not any(near.named for near in beside)


def _goes_on(first: str, between: str, last: str) -> bool:
    """Whether two numbers beside each other are one; `first` is the last word of the one before.

    >>> _goes_on("2.5", " ", "million"), _goes_on("hundred", " and ", "six"), _goes_on("two", " or ", "three")
    (True, True, False)
    """
    if between.strip():
        joined = {"and": _SPELT, "of": _GROUPS}.get(between.strip(), ())
        return first in _GROUPS and last in joined  # "hundreds of thousands"
    return last in _GROUPS or ((first in _GROUPS or first in TENS) and last in _SPELT)


def _has_small(line: Line) -> bool:
    """Whether a headline has longer words in small letters, so that its capitals tell names."""
    return any(word.shape is Shape.LOWER and len(word.key) > 3 for word in line)


def _merged(spans: Sequence[Span]) -> list[Span]:
    """The stretches that spans cover, those that overlap in one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif span.start < span.end:
            found.append(Span(span.start, span.end))
    return found
