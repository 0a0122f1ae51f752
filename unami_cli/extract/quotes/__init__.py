"""Quotations and the words that name their speakers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract.quotes.marks import Marked, find_marked, is_doubled
from unami_cli.extract.quotes.speakers import after_quote, before_quote, next_sentence
from unami_cli.extract.quotes.subjects import Passage, Saying, Side, passage
from unami_cli.folding import words
from unami_cli.model import QuoteMention, Sentence, Span
from unami_cli.tags import Line

_SUBJECT_REACH = 60
_RECENT = 40  # names before a paragraph that a pronoun in it may still stand for


class Paragraph(NamedTuple):
    """One paragraph for the search: its sentences, their words, and its bounds."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    lines: tuple[Line, ...]


class _Before(NamedTuple):
    """What the paragraphs so far leave to the next: the last speaker, and whether a quotation is still open."""

    speaker: Span | None = None
    open: bool = False
    announced: Span | None = None


def _own_saying(text: str, p: Passage, marked: Sequence[Marked], i: int, paragraph: Paragraph) -> Saying | None:
    """What stands right beside the quotation: after it when the mark closes on a comma, else before it first."""
    m = marked[i]
    ceiling = marked[i + 1].outer_start if i + 1 < len(marked) else paragraph.end
    floor = max((s.start for s in paragraph.sentences if s.start <= m.outer_start), default=paragraph.start)
    last = text[m.end - 1]
    tail = text[m.outer_end : m.outer_end + 2].lstrip()
    announces = text[m.outer_end : ceiling].rstrip()[-1:] in {":", ","} and tail[:1].isupper()
    goes_on = (
        (last in ",?!—–" and not (last in "?!" and announces)) or tail[:1] in {",", "—", "–"} or tail[:1].islower()
    )
    after = after_quote(p, m, ceiling) if goes_on and m.closed else None
    before = before_quote(p, m, floor, _begins_with_verb(text[m.start : m.end]))
    if after and (last in ",?!—–" or after.side is Side.BY or not before):
        return after
    if before:
        return before
    whole = m.outer_start - floor < 3
    opens = not text[paragraph.start : m.outer_start].strip()
    return next_sentence(p, m, ceiling) if whole and not goes_on and opens else None


def _begins_with_verb(quoted: str) -> bool:
    """Whether a verb of saying is among the first two words of a quotation."""
    return any(lexicon.words("speech_verbs").get(word) for word in words(quoted)[:2] if word.endswith("ed"))


def _outside(names: Sequence[Span], marked: Sequence[Marked], start: int, end: int) -> list[Span]:
    """The names between two offsets that stand in no quotation."""
    inside = [n for n in names if start <= n.start and n.end <= end]
    return [n for n in inside if not any(m.outer_start <= n.start < m.outer_end for m in marked)]


def _antecedent(
    offset: int, paragraph: Paragraph, names: Sequence[Span], marked: Sequence[Marked], last: Span | None
) -> Span | None:
    """Whom a "he" or "she" at the offset stands for.

    The first person of the nearest sentence before that names one after the last speaker spoke; else that speaker; else
    the person last named.
    """
    spoken = max((m.outer_end for m in marked if m.outer_end <= offset), default=paragraph.start)
    floor = max(spoken, paragraph.start) if last is not None and last.start >= paragraph.start else paragraph.start
    for sentence in reversed(paragraph.sentences):
        if sentence.start < offset and (
            named := _outside(names, marked, max(sentence.start, floor), min(sentence.end, offset))
        ):
            return named[0]
    if last is not None:
        return last
    before = _outside(names, marked, 0, offset)
    return before[-1] if before else None


def _sentence_before(
    text: str, paragraph: Paragraph, m: Marked, names: Sequence[Span], marked: Sequence[Marked]
) -> Span | None:
    """The person who is the subject of the sentence right before a quotation that makes sentences of its own."""
    if text[m.outer_end : paragraph.end].lstrip()[:1].islower():
        return None
    before = [s for s in paragraph.sentences if s.end <= m.outer_start]
    starts = any(s.start <= m.outer_start <= s.start + 2 for s in paragraph.sentences)
    if (
        not starts
        or not before
        or any(q.outer_end > before[-1].start and q.outer_start < before[-1].end for q in marked)
    ):
        return None
    named = _outside(names, marked, before[-1].start, before[-1].end)
    opens = named and named[0].start - before[-1].start < _SUBJECT_REACH
    return named[0] if opens else None


def _follows_on(text: str, marked: Sequence[Marked], i: int, paragraph: Paragraph, before: _Before) -> Span | None:
    """The speaker of the quotation before when this one plainly goes on: whole sentences and nobody else between."""
    m = marked[i]
    starts = any(s.start <= m.outer_start <= s.start + 2 for s in paragraph.sentences)
    if i == 0:
        if before.open:
            return before.speaker
        pure = (
            not text[paragraph.start : m.outer_start].strip() and not text[marked[-1].outer_end : paragraph.end].strip()
        )
        return before.announced or (before.speaker if pure and m.outer_start - paragraph.start < 3 else None)
    return before.speaker if starts or (text[m.start].islower() and _is_same_sentence(marked, i, paragraph)) else None


def _is_same_sentence(marked: Sequence[Marked], i: int, paragraph: Paragraph) -> bool:
    return any(s.start <= marked[i - 1].start and marked[i].end <= s.end + 1 for s in paragraph.sentences)


def _announced(text: str, paragraph: Paragraph, p: Passage) -> Span | None:
    """The speaker whom a paragraph announces with a colon at its end: "The Foreign Secretary said:"."""
    if not text[paragraph.start : paragraph.end].rstrip().endswith(":") or not paragraph.sentences:
        return None
    end = paragraph.end
    saying = before_quote(p, Marked(end, end, end, end, True), paragraph.sentences[-1].start)
    return saying.speaker if saying and not saying.pronoun else None


def find_quotes(text: str, paragraphs: Sequence[Paragraph], names: Sequence[Span]) -> tuple[QuoteMention, ...]:
    """The quotations of one article in reading order, each with the span of the words that name its speaker.

    `names` are the mentions of people. A pronoun is followed to the person last named; a description ("a spokesman")
    is given as it stands.
    """
    found: list[QuoteMention] = []
    doubled = is_doubled(text)
    before = _Before()
    starts = [n.start for n in names]
    for paragraph in paragraphs:
        first, end = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        here, recent = names[first:end], names[max(0, first - _RECENT) : end]
        marked = [m for m in find_marked(text, paragraph.start, paragraph.end, doubled) if not _inside_name(m, here)]
        if not marked and not text[paragraph.start : paragraph.end].rstrip().endswith(":"):
            before = _Before()
            continue
        p = passage(paragraph.lines, marked, here)
        for i, m in enumerate(marked):
            saying = _own_saying(text, p, marked, i, paragraph)
            speaker, rule = _resolved(saying, paragraph, recent, marked, before)
            if speaker is None and saying is None:
                speaker, rule = _unsaid(text, marked, i, paragraph, here, before)
            found.append(QuoteMention(m.start, m.end, text[m.start : m.end], speaker, rule))
            if speaker is not None:
                before = _Before(speaker, not m.closed)
        still_open = bool(marked) and not marked[-1].closed
        before = _Before(before.speaker if marked or still_open else None, still_open, _announced(text, paragraph, p))
    return tuple(found)


def _unsaid(
    text: str, marked: Sequence[Marked], i: int, paragraph: Paragraph, names: Sequence[Span], before: _Before
) -> tuple[Span | None, str]:
    """The speaker of a quotation that has no verb of saying beside it."""
    if same := _follows_on(text, marked, i, paragraph, before):
        return same, Side.SAME
    subject = _sentence_before(text, paragraph, marked[i], names, marked)
    return subject, Side.PREVIOUS if subject else ""


def _resolved(
    saying: Saying | None, paragraph: Paragraph, names: Sequence[Span], marked: Sequence[Marked], before: _Before
) -> tuple[Span | None, str]:
    if saying is None:
        return None, ""
    if saying.pronoun:
        person = before.speaker if before.speaker in names else None
        who = _antecedent(saying.speaker.start, paragraph, names, marked, person)
        return who, Side.PRONOUN if who else ""
    return saying.speaker, saying.side


def _inside_name(m: Marked, names: Sequence[Span]) -> bool:
    """A nickname: marks that stand inside a person's name."""
    return any(n.start < m.outer_start and m.outer_end < n.end for n in names)
