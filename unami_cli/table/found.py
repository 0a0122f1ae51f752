"""All that the extractors find in one article, before anybody asks who is who."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Set
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from unami_cli.extract.mentions import find_organizations, find_people
from unami_cli.extract.names import find_names
from unami_cli.extract.resolutions import find_resolutions
from unami_cli.model import (
    Article,
    Block,
    BlockKind,
    Date,
    Figure,
    Mention,
    OrganizationMention,
    PersonMention,
    QuoteMention,
    ResolutionMention,
    RoleMention,
    Sentence,
    Span,
    Spans,
)
from unami_cli.patterns import pattern
from unami_cli.reading.blocks import is_stamp, names_nobody
from unami_cli.reading.words import words_in
from unami_cli.tags import Line, unshouted
from unami_cli.values import replace

if TYPE_CHECKING:
    from unami_cli.extract.telling import Paragraph


class Found:
    """One article and the mentions in it, each kind in reading order; what people do not need is found when asked."""

    def __init__(
        self,
        article: Article,
        sentences: tuple[Sentence, ...],
        resolutions: tuple[ResolutionMention, ...],
        organizations: tuple[OrganizationMention, ...],
        people: tuple[PersonMention, ...],
    ) -> None:
        self.article: Final = article
        self.sentences: Final = sentences
        self.resolutions: Final = resolutions
        self.organizations: Final = organizations
        self.people: Final = people

    def called(self, id: str) -> Found:
        """The same, of an article of that id."""
        other = Found.__new__(Found)
        other.__dict__.update(self.__dict__, article=replace(self.article, id=id))
        return other

    def whole(self) -> Found:
        """The same, its dates, figures and quotations found."""
        for _ in (self.dates, self.figures, self.quotes):
            pass
        return self

    @property
    def dates(self) -> tuple[Date, ...]:
        """The calendar expressions, those without a year resolved where the article makes it certain."""
        return self._numbers[0]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers that count something and are not part of a date, a resolution or a name."""
        return self._numbers[1]

    @cached_property
    def _numbers(self) -> tuple[tuple[Date, ...], tuple[Figure, ...]]:
        """The dates and the figures, found together so that the words of a sentence are made once for both."""
        from unami_cli.extract import dates, figures, numerals
        from unami_cli.extract.numerals import cues_in, letters_of
        from unami_cli.lexicon import ARTICLES

        text, resolutions, cues = self.article.text, Spans(self.resolutions), dates.CUES | numerals.CUES
        names: tuple[OrganizationMention | PersonMention, ...] = (*self.organizations, *self.people)
        numbered = Spans([*self.resolutions, *(m for m in names if any(map(str.isdigit, m.text)))])
        stated: list[Date] = []
        paragraphs: list[int] = []
        asides: set[int] = set()
        counting: list[Figure] = []
        counted, paragraph, letters = None, -1, letters_of(text)
        for s in self.sentences:
            held = cues_in(letters[s.start : s.end], cues)
            if not held:
                continue
            near = resolutions.inside(s.start, s.end)
            here = () if held.isdisjoint(dates.CUES) else dates.find_dates(text, s.start, s.end, near)
            stated += here
            places = [0 if s.paragraph == 1 and _is_dateline(text, s, date) else s.paragraph for date in here]
            paragraphs += places
            inside = (date for date, place in zip(here, places, strict=True) if place)
            asides.update(date.start for date in inside if dates.is_aside(text[s.start : date.start]))
            if held.isdisjoint(numerals.STARTERS):
                continue
            if not held <= ARTICLES:  # which begin a number only before "million", "third" and the like
                occupied = (*numbered.every[max(0, numbered.before(s.start) - 1) : numbered.before(s.end)], *here)
                going_on = counted if s.paragraph <= paragraph + 1 else None
                found = figures.find_figures(text, s.start, s.end, occupied, going_on)
                counted = figures.counted_in(found) or counted
                counting += found
            paragraph = s.paragraph
        return dates.resolve_dates(stated, paragraphs, asides), tuple(counting)

    @cached_property
    def quotes(self) -> tuple[QuoteMention, ...]:
        """The quotations with the words that name their speakers."""
        from unami_cli.extract.quotes import find_quotes

        return find_quotes(self.article.text, paragraphs_of(self.article), self.people, self.organizations)

    @property
    def told(self) -> tuple[Sentence, ...]:
        """The sentences of the headline and of the paragraphs, which are the facts; and a byline if it says when."""
        bylines = (b for b in self.article.blocks if b.kind is BlockKind.BYLINE)
        credited = {s.start for b in bylines for s in b.sentences if not is_stamp(self.article.text[s.start : s.end])}
        return tuple(s for s in self.sentences if s.start not in credited)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`, or the last one before it."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at] if at >= 0 else None

    def mention(self, span: Span) -> Mention:
        """The span as a mention that knows its article and paragraph."""
        sentence = self.sentence_at(span.start)
        return Mention(span.start, span.end, self.article.id, sentence.paragraph if sentence else 0)


def _credited(article: Article, people: tuple[PersonMention, ...]) -> tuple[PersonMention, ...]:
    """The people of the text with those of the byline, who need no evidence."""
    credited = Spans(article.byline)
    every = [p for p in people if not credited.touch(p.start, p.end)]
    for c in article.byline:
        roles = (RoleMention(c.start, c.end, c.role, "the byline"),) if c.role else ()
        every.append(PersonMention(c.start, c.end, c.text, "the byline", roles))
    return tuple(sorted(every, key=lambda p: p.start))


def _told(article: Article) -> tuple[Block, ...]:
    """The blocks that tell something: no furniture, no list of sources."""
    return tuple(b for b in article.blocks if b.kind not in (BlockKind.FURNITURE, BlockKind.SOURCES))


def _words(text: str, sentence: Sentence) -> Line:
    return unshouted(words_in(text, sentence.start, sentence.end))


def paragraphs_of(article: Article) -> Iterator[Paragraph]:
    """The paragraphs and the headline, for those who look for quotations."""
    from unami_cli.extract.telling import Paragraph

    words = partial(_words, article.text)
    return (Paragraph(b.start, b.end, b.sentences, words) for b in _told(article))


def lines_of(article: Article) -> tuple[Line, ...]:
    """The words of each sentence that tells something, in reading order; a bare date of the head names nobody."""
    named = (
        b for b in _told(article) if b.kind is not BlockKind.BYLINE or not names_nobody(article.text[b.start : b.end])
    )
    return tuple(_words(article.text, s) for b in named for s in b.sentences)


_PLACED = pattern(r"[^\W\d_a-z][\w.’'-]*(?:[\s,/]+[^\W\d_a-z][\w.’'-]*){0,5}\s*[,(]\s*")
_LONGEST_DATELINE = 120  # characters before the date
_GOES_ON = pattern(r"\s*[,)]?\s*(?:\([^()\n]{2,40}\)\s*)?(?:[:–—]|--?)\s")


def _is_dateline(text: str, sentence: Sentence, date: Date) -> bool:
    """Whether a date stands between a place and the dash before the news: "GENEVA, 3 May 2021 (Reuters) – ..."."""
    near = date.start - sentence.start <= _LONGEST_DATELINE
    return near and bool(_PLACED.fullmatch(text, sentence.start, date.start) and _GOES_ON.match(text, date.end))


def find(article: Article) -> Found:
    """The article with the names and numbers of records in it; its words, many times its length, are released."""
    text = article.text
    sentences = tuple(s for b in _told(article) for s in b.sentences)
    lines = lines_of(article)
    names = find_names(lines)
    resolutions = tuple(m for s in sentences for m in find_resolutions(text, s.start, s.end))
    symbols = Spans([r for r in resolutions if "/RES/" in r.text.upper()])
    credited = Spans(article.byline)
    bodies = find_organizations(text, lines, names)
    organizations = tuple(m for m in bodies if not symbols.at(m.start) and not credited.touch(m.start, m.end))
    people = _credited(article, find_people(text, lines, names, (*organizations, *resolutions)))
    ends = {person.end for person in people}
    organizations = tuple(m for m in organizations if not _is_degree(text, m, ends))
    return Found(article, sentences, resolutions, organizations, people)


def _is_degree(text: str, mention: OrganizationMention, ends: Set[int]) -> bool:
    """Whether letters right after a person's name are a degree or an honour: "James Berg CPA"."""
    letters = len(mention.text) < 5 and mention.text.isupper()
    return letters and text[mention.start - 1 : mention.start] == " " and mention.start - 1 in ends
