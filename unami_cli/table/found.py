"""All that the extractors find in one article, before anybody asks who is who."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from unami_cli.extract.dates import find_dates, resolve_dates
from unami_cli.extract.figures import find_figures
from unami_cli.extract.organizations import find_organizations
from unami_cli.extract.people import find_people
from unami_cli.extract.quotes import Paragraph, find_quotes
from unami_cli.extract.resolutions import find_resolutions
from unami_cli.model import (
    Article,
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
)
from unami_cli.runs import words_of


@dataclass(frozen=True)
class Found:
    """One article and the mentions in it, each kind in reading order."""

    article: Article
    sentences: tuple[Sentence, ...]
    people: tuple[PersonMention, ...]
    organizations: tuple[OrganizationMention, ...]
    resolutions: tuple[ResolutionMention, ...]
    dates: tuple[Date, ...]
    figures: tuple[Figure, ...]
    quotes: tuple[QuoteMention, ...]

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


def _overlaps(span: Span, spans: Sequence[Span]) -> bool:
    return any(s.start < span.end and span.start < s.end for s in spans)


def _credited(article: Article, people: tuple[PersonMention, ...]) -> tuple[PersonMention, ...]:
    """The people of the text with those of the byline, who need no evidence."""
    credits = tuple(
        PersonMention(
            c.start,
            c.end,
            c.text,
            "the byline",
            (RoleMention(c.start, c.end, c.role, "the byline"),) if c.role else (),
        )
        for c in article.byline
    )
    kept = tuple(p for p in people if not _overlaps(p, credits))
    return tuple(sorted((*credits, *kept), key=lambda p: p.start))


def find(article: Article) -> Found:
    """Everything that the extractors find in the article."""
    text = article.text
    blocks = tuple(b for b in article.blocks if b.kind not in (BlockKind.FURNITURE, BlockKind.SOURCES))
    sentences = tuple(s for b in blocks for s in b.sentences)
    lines = tuple(words_of(s) for s in sentences)
    by_sentence = dict(zip((s.start for s in sentences), lines, strict=True))

    resolutions = tuple(m for s in sentences for m in find_resolutions(text, s.start, s.end))
    organizations = tuple(
        m
        for m in find_organizations(text, lines)
        if not _inside_symbol(m, resolutions) and not _overlaps(m, article.byline)
    )
    stated = [(d, s.paragraph) for s in sentences for d in find_dates(text, s.start, s.end, resolutions)]
    dates = resolve_dates([d for d, _ in stated], [paragraph for _, paragraph in stated])
    people = _credited(article, find_people(text, lines, (*organizations, *dates, *resolutions)))
    names: tuple[OrganizationMention | PersonMention, ...] = (*organizations, *people)
    numbered = tuple(m for m in names if any(c.isdigit() for c in m.text))
    occupied = (*dates, *resolutions, *numbered)
    figures = tuple(f for s in sentences for f in find_figures(text, s.start, s.end, occupied))
    paragraphs = tuple(
        Paragraph(b.start, b.end, b.sentences, tuple(by_sentence[s.start] for s in b.sentences)) for b in blocks
    )
    quotes = find_quotes(text, paragraphs, people)
    return Found(article, sentences, people, organizations, resolutions, dates, figures, quotes)


def _inside_symbol(mention: OrganizationMention, resolutions: Sequence[ResolutionMention]) -> bool:
    """Letters of a symbol ("S/RES/1500") that look like an acronym."""
    return any(r.start <= mention.start < r.end and "/RES/" in r.text.upper() for r in resolutions)
