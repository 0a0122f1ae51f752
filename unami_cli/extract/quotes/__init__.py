"""Quotations and the words that name their speakers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract.quotes.marks import Marked, find_marked, is_doubled
from unami_cli.extract.quotes.speakers import after_quote, before_quote, next_sentence
from unami_cli.extract.quotes.subjects import Passage, Saying, Side, passage
from unami_cli.folding import words
from unami_cli.model import QuoteMention, Sentence, Span
from unami_cli.spans import Spans
from unami_cli.tags import Line

_SUBJECT_REACH = 60
_RECENT = 40  # names before a paragraph that a pronoun in it may still stand for


class Paragraph:
    """One paragraph for the search: its sentences, how to get their words, and its bounds."""

    __slots__ = ("_words", "end", "sentences", "start")

    def __init__(
        self, start: int, end: int, sentences: tuple[Sentence, ...], words: Callable[[Sentence], Line]
    ) -> None:
        self.start, self.end, self._words = start, end, words
        self.sentences = Spans(sentences)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The words of each sentence, made when they are asked for: few paragraphs hold a quotation."""
        return tuple(map(self._words, self.sentences.every))

    def last_begun(self, offset: int) -> Sentence | None:
        """The last sentence that begins at or before an offset, or None."""
        at = self.sentences.before(offset + 1)
        return self.sentences.every[at - 1] if at else None

    def begins_at(self, offset: int) -> bool:
        """Whether a sentence begins at an offset or up to two characters before it."""
        last = self.last_begun(offset)
        return last is not None and offset <= last.start + 2


class _Before(NamedTuple):
    """What the paragraphs so far leave to the next: the last speaker, and whether a quotation is still open."""

    speaker: Span | None = None
    open: bool = False
    announced: Span | None = None


def _own_saying(text: str, p: Passage, marked: Sequence[Marked], i: int, paragraph: Paragraph) -> Saying | None:
    """What stands right beside the quotation: after it when the mark closes on a comma, else before it first."""
    m = marked[i]
    ceiling = marked[i + 1].outer_start if i + 1 < len(marked) else paragraph.end
    begun = paragraph.last_begun(m.outer_start)
    floor = begun.start if begun else paragraph.start
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


def _outside(names: Spans[Span], quoted: Spans[Span], start: int, end: int) -> list[Span]:
    """The names between two offsets that stand in no quotation."""
    return [name for name in names.inside(start, end) if not quoted.at(name.start)]


def _antecedent(
    offset: int, paragraph: Paragraph, names: Spans[Span], quoted: Spans[Span], last: Span | None
) -> Span | None:
    """Whom a "he" or "she" at the offset stands for.

    The first person of the nearest sentence before that names one after the last speaker spoke; else that speaker; else
    the person last named.
    """
    floor = paragraph.start
    if last is not None and last.start >= paragraph.start:
        floor = max([floor, *(q.end for q in quoted.every[: quoted.before(offset)][-2:] if q.end <= offset)])
    for at in range(paragraph.sentences.before(offset) - 1, -1, -1):
        sentence = paragraph.sentences.every[at]
        if sentence.end <= floor:
            break
        named = _outside(names, quoted, max(sentence.start, floor), min(sentence.end, offset))
        if named:
            return named[0]
    if last is not None:
        return last
    return next((n for n in reversed(names.inside(0, offset)) if not quoted.at(n.start)), None)


def _sentence_before(
    text: str, paragraph: Paragraph, m: Marked, names: Spans[Span], quoted: Spans[Span]
) -> Span | None:
    """The person who is the subject of the sentence right before a quotation that makes sentences of its own."""
    if text[m.outer_end : paragraph.end].lstrip()[:1].islower():
        return None
    at = paragraph.sentences.before(m.outer_start) - 1
    while at >= 0 and paragraph.sentences.every[at].end > m.outer_start:
        at -= 1
    if at < 0 or not paragraph.begins_at(m.outer_start):
        return None
    before = paragraph.sentences.every[at]
    if quoted.touch(before.start, before.end):
        return None
    named = _outside(names, quoted, before.start, before.end)
    opens = named and named[0].start - before.start < _SUBJECT_REACH
    return named[0] if opens else None


def _follows_on(text: str, marked: Sequence[Marked], i: int, paragraph: Paragraph, before: _Before) -> Span | None:
    """The speaker of the quotation before when this one plainly goes on: whole sentences and nobody else between."""
    m = marked[i]
    starts = paragraph.begins_at(m.outer_start)
    if i == 0:
        if before.open:
            return before.speaker
        pure = (
            not text[paragraph.start : m.outer_start].strip() and not text[marked[-1].outer_end : paragraph.end].strip()
        )
        return before.announced or (before.speaker if pure and m.outer_start - paragraph.start < 3 else None)
    return before.speaker if starts or (text[m.start].islower() and _is_same_sentence(marked, i, paragraph)) else None


def _is_same_sentence(marked: Sequence[Marked], i: int, paragraph: Paragraph) -> bool:
    begun = paragraph.last_begun(marked[i - 1].start)
    return begun is not None and marked[i].end <= begun.end + 1


def _announced(text: str, paragraph: Paragraph, p: Passage) -> Span | None:
    """The speaker whom a paragraph announces with a colon at its end: "The Foreign Secretary said:"."""
    if not text[paragraph.start : paragraph.end].rstrip().endswith(":") or not paragraph.sentences.every:
        return None
    end = paragraph.end
    saying = before_quote(p, Marked(end, end, end, end, True), paragraph.sentences.every[-1].start)
    return saying.speaker if saying and not saying.pronoun else None


def find_quotes(text: str, paragraphs: Iterable[Paragraph], names: Sequence[Span]) -> tuple[QuoteMention, ...]:
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
        every = find_marked(text, paragraph.start, paragraph.end, doubled)
        around = Spans(here)
        marked = [m for m in every if not _inside_name(m, around)]
        if not marked and not text[paragraph.start : paragraph.end].rstrip().endswith(":"):
            before = _Before()
            continue
        p = passage(paragraph.lines, marked, here)
        quoted, lately = Spans([Span(m.outer_start, m.outer_end) for m in marked]), Spans(recent)
        for i, m in enumerate(marked):
            saying = _own_saying(text, p, marked, i, paragraph)
            speaker, rule = _resolved(saying, paragraph, lately, quoted, before)
            if speaker is None and saying is None:
                same = _follows_on(text, marked, i, paragraph, before)
                speaker = same or _sentence_before(text, paragraph, m, around, quoted)
                rule = Side.SAME if same else Side.PREVIOUS if speaker else ""
            found.append(QuoteMention(m.start, m.end, text[m.start : m.end], speaker, rule))
            if speaker is not None:
                before = _Before(speaker, not m.closed)
        still_open = bool(marked) and not marked[-1].closed
        before = _Before(before.speaker if marked or still_open else None, still_open, _announced(text, paragraph, p))
    return tuple(found)


def _resolved(
    saying: Saying | None, paragraph: Paragraph, names: Spans[Span], quoted: Spans[Span], before: _Before
) -> tuple[Span | None, str]:
    if saying is None:
        return None, ""
    if saying.pronoun:
        person = before.speaker if before.speaker in names.every else None
        who = _antecedent(saying.speaker.start, paragraph, names, quoted, person)
        return who, Side.PRONOUN if who else ""
    return saying.speaker, saying.side


def _inside_name(m: Marked, names: Spans[Span]) -> bool:
    """A nickname: marks that stand inside a person's name."""
    name = names.at(m.outer_start)
    return name is not None and name.start < m.outer_start and m.outer_end < name.end
