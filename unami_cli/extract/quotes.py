"""Quotations, and whose they are: pairs of marks in one paragraph, of every make that news uses.

Curly, straight, single, angle and CSV-doubled marks (`""so""`) are read. An apostrophe is no mark, an odd number of
marks fails nothing, and a mark that a paragraph opens and does not close reaches to the paragraph's end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract.speakers import Passage, Saying, Side, after_quote, before_quote, next_sentence, passage
from unami_cli.folding import words
from unami_cli.model import QuoteMention, Sentence, Span
from unami_cli.patterns import pattern
from unami_cli.spans import Spans
from unami_cli.tags import Line

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›"}
_STRAIGHT = pattern(r'"+')
_DOUBLED = pattern(r'(?<!\S)"{2,3}(?=\w)|(?<=[\w.,!?])"{2,3}(?!\w)')
_LONGEST_SINGLE = 600
_DOUBLE = pattern('[“”"]')
_OPENER = pattern("[“„«‹]")
_ANY = pattern("[“„«‹\"‘']")
_SUBJECT_REACH = 60
_FARTHEST_SENTENCE = 12  # sentences before a paragraph in which the person of a pronoun is looked for
_PREPOSITIONS = frozenset(
    "about after against alongside at before behind by for from in like of on than to with".split()
)
_BEFORE_A_NAME = pattern(r"(?<![^\W\d_])(?P<word>[a-z]+)\s+(?:[A-Z][\w.’'-]*\s+)*\Z")
_TITLES = {"Mr": "m", "Sir": "m", "Lord": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Lady": "f", "Dame": "f"}
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


class _Near(NamedTuple):
    """Where a pronoun is looked up: names and sentences of a paragraph and before it, quotations, and its start."""

    start: int
    names: Sequence[Span]
    sentences: Sequence[Sentence]
    quoted: Spans[Span]


class _Before(NamedTuple):
    """What the paragraphs so far leave to the next: the last speaker, and whether a quotation is still open."""

    speaker: Span | None = None
    open: bool = False
    announced: Span | None = None


def _own_saying(text: str, p: Passage, marked: Sequence[_Marked], i: int, paragraph: Paragraph) -> Saying | None:
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
    after = after_quote(p, m.outer_end, ceiling) if goes_on and m.closed else None
    before = before_quote(p, floor, m.outer_start, _begins_with_verb(text[m.start : m.end]))
    if after and (last in ",?!—–" or after.side is Side.BY or not before):
        return after
    if before:
        return before
    whole = m.outer_start - floor < 3
    opens = not text[paragraph.start : m.outer_start].strip()
    return next_sentence(p, m.outer_end, ceiling) if whole and not goes_on and opens else None


def _begins_with_verb(quoted: str) -> bool:
    """Whether a verb of saying is among the first two words of a quotation."""
    return any(lexicon.words("speech_verbs").get(word) for word in words(quoted)[:2] if word.endswith("ed"))


def _outside(names: Spans[Span], quoted: Spans[Span], start: int, end: int) -> list[Span]:
    """The names between two offsets that stand in no quotation."""
    return [name for name in names.inside(start, end) if not quoted.at(name.start)]


def _antecedent(text: str, pronoun: Span, near: _Near, last: Span | None) -> Span | None:
    """Whom a "he" or "she" stands for.

    The first person of the nearest sentence before that names a fitting one after the last speaker spoke; else that
    speaker; else the first fitting one of the nearest sentence before, also in another paragraph.
    """
    sex = text[pronoun.start : pronoun.end].lower()
    fits = [name for name in near.names if name.start < pronoun.start and _is_of(text, name, sex)]
    floor = near.start
    if last is not None and last.start >= near.start:
        spoken = near.quoted.every[: near.quoted.before(pronoun.start)][-2:]
        floor = max([floor, *(q.end for q in spoken if q.end <= pronoun.start)])
    named = _nearest(text, fits, near, floor, pronoun.start)
    if named is None and last is not None and _is_of(text, last, sex):
        return last
    return named or _nearest(text, fits, near, 0, pronoun.start)


def _nearest(text: str, names: Sequence[Span], near: _Near, floor: int, offset: int) -> Span | None:
    """The first of the names that stand in the nearest sentence before the offset that has one, not before `floor`."""
    for sentence in reversed(near.sentences):
        if sentence.end <= floor:
            return None
        start, end = max(sentence.start, floor), min(sentence.end, offset)
        for name in names:
            inside = start <= name.start and name.end <= end and not near.quoted.at(name.start)
            if inside and _may_be_subject(text, name, sentence.start):
                return name
    return None


def _may_be_subject(text: str, name: Span, start: int) -> bool:
    """Whether a name in the sentence that begins at `start` is neither an owner's nor behind a preposition."""
    if text[name.end : name.end + 2] in ("’s", "'s") or text[name.end : name.end + 1] in ("’", "'"):
        return False
    before = _BEFORE_A_NAME.search(text, max(start, name.start - 60), name.start)
    return not (before and before["word"] in _PREPOSITIONS)


def _is_of(text: str, name: Span, pronoun: str) -> bool:
    """Whether neither the title before a name nor the given name says that the person is of the other sex."""
    other = "f" if pronoun == "he" else "m"
    title = text[max(0, name.start - 6) : name.start].replace(".", " ").split()[-1:]
    if title and title[0] in _TITLES:
        return _TITLES[title[0]] != other
    given, *rest = words(text[name.start : name.end])
    return not rest or lexicon.words("given_names_by_sex").get(given) != other


def _sentence_before(
    text: str, paragraph: Paragraph, m: _Marked, names: Spans[Span], quoted: Spans[Span]
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


def _follows_on(text: str, marked: Sequence[_Marked], i: int, paragraph: Paragraph, before: _Before) -> Span | None:
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


def _is_same_sentence(marked: Sequence[_Marked], i: int, paragraph: Paragraph) -> bool:
    begun = paragraph.last_begun(marked[i - 1].start)
    return begun is not None and marked[i].end <= begun.end + 1


def _announced(text: str, paragraph: Paragraph, p: Passage) -> Span | None:
    """The speaker whom a paragraph announces with a colon at its end: "The Foreign Secretary said:"."""
    if not text[paragraph.start : paragraph.end].rstrip().endswith(":") or not paragraph.sentences.every:
        return None
    saying = before_quote(p, paragraph.sentences.every[-1].start, paragraph.end)
    return saying.speaker if saying and not saying.pronoun else None


def find_quotes(text: str, paragraphs: Iterable[Paragraph], names: Sequence[Span]) -> tuple[QuoteMention, ...]:
    """The quotations of one article in reading order, each with the span of the words that name its speaker.

    `names` are the mentions of people. A pronoun is followed to the person last named; a description ("a spokesman")
    is given as it stands.
    """
    found: list[QuoteMention] = []
    doubled = _is_doubled(text)
    before = _Before()
    named = Spans(names)
    behind: list[Sentence] = []
    spoken: list[Span] = []
    for paragraph in paragraphs:
        first, end = named.before(paragraph.start), named.before(paragraph.end)
        here, recent = named.every[first:end], named.every[max(0, first - _RECENT) : end]
        every = _find_marked(text, paragraph.start, paragraph.end, doubled)
        told = [*behind, *paragraph.sentences.every]
        behind = told[-_FARTHEST_SENTENCE:]
        around = Spans(here)
        marked = [m for m in every if not _inside_name(m, around)]
        if not marked and not text[paragraph.start : paragraph.end].rstrip().endswith(":"):
            before = _Before()
            continue
        here_quoted = [Span(m.outer_start, m.outer_end) for m in marked]
        quoted = Spans(here_quoted)
        near = _Near(paragraph.start, recent, told, Spans([*spoken, *here_quoted]))
        spoken = [*spoken, *here_quoted][-_RECENT:]
        p = passage(paragraph.lines, quoted, here)
        for i, m in enumerate(marked):
            saying = _own_saying(text, p, marked, i, paragraph)
            speaker, rule = _resolved(text, saying, near, before)
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


def _resolved(text: str, saying: Saying | None, near: _Near, before: _Before) -> tuple[Span | None, str]:
    if saying is None:
        return None, ""
    if saying.pronoun:
        person = before.speaker if before.speaker in near.names else None
        who = _antecedent(text, saying.speaker, near, person)
        return who, Side.PRONOUN if who else ""
    return saying.speaker, saying.side


def _inside_name(m: _Marked, names: Spans[Span]) -> bool:
    """A nickname: marks that stand inside a person's name."""
    name = names.at(m.outer_start)
    return name is not None and name.start < m.outer_start and m.outer_end < name.end


# ---- the marks -------------------------------------------------------------------------------------------------------


class _Marked(NamedTuple):
    """The words between two marks (`start` to `end`), the outer bounds with the marks, and whether it was closed."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool


def _marked(text: str, outer: tuple[int, int], inner: tuple[int, int], closed: bool) -> Iterator[_Marked]:
    start, end = inner
    words = text[start:end]
    if any(map(str.isalnum, words)):
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        yield _Marked(start, end, *outer, closed)


def _curly(text: str, start: int, end: int) -> Iterator[_Marked]:
    at = start
    while at < end:
        opener = _OPENER.search(text, at, end)
        if opener is None:
            return
        at = opener.start()
        closers = _PAIRS[text[at]]
        close = _closing(text, at, end, closers)
        if close is None:
            if text[at] == "“":
                yield from _marked(text, (at, end), (at + 1, end), False)
                return
            at += 1
            continue
        yield from _marked(text, (at, close + 1), (at + 1, close), True)
        at = close + 1


def _closing(text: str, at: int, end: int, closers: str) -> int | None:
    """The closing mark of the one at `at`; a mark of the same make that opens inside is passed with its own close."""
    depth = 1
    for i in range(at + 1, end):
        if text[i] == '"' and depth == 1 and text[at] == "“" and _closes_curly(text, i, end):
            return i
        if text[i] in closers:
            depth -= 1
            if not depth:
                return i
        elif text[i] == text[at]:
            depth += 1
    nearest = next((i for i in range(at + 1, end) if text[i] in closers), None)
    return nearest if depth > 1 else None


def _closes_curly(text: str, i: int, end: int) -> bool:
    """Whether the straight mark at `i` closes a curly one, as hurried texts set it: “I declined," he said."""
    if _opens(text, i, i + 1, 0) or text[i + 1 : i + 2].isalnum():
        return False
    following = _DOUBLE.search(text, i + 1, end)
    return (
        following is None
        or following[0] == "“"
        or (following[0] == '"' and _opens(text, following.start(), following.end(), 0))
    )


def _is_doubled(text: str) -> bool:
    """Whether a text comes out of a CSV file: its quotation marks are doubled, and single ones only wrap its fields."""
    return len(_DOUBLED.findall(text)) >= 2


def _straight_marks(text: str, start: int, end: int, doubled: bool) -> list[tuple[int, int]]:
    """The straight double marks of a paragraph as (start, end); the marks that wrap a CSV field are left out."""
    runs = [(m.start(), m.end()) for m in _STRAIGHT.finditer(text, start, end)]
    if not doubled:
        return runs
    marks = []
    for a, b in runs:
        if b - a >= 3:
            leads = not text[start:a].strip() or _opens(text, a, b, start)
            marks.append((b - 2, b) if leads else (a, a + 2))
        elif b - a == 2:
            marks.append((a, b))
    return marks


def _opens(text: str, a: int, b: int, start: int) -> bool:
    before = text[a - 1] if a > start else " "
    after = text[b : b + 1] or " "
    return (before.isspace() or before in "([—–-/‘'“…:") and not after.isspace()


def _straight(text: str, start: int, end: int, doubled: bool, taken: Set[int]) -> Iterator[_Marked]:
    """What stands between straight marks, but for those that close curly ones (`taken`)."""
    open_mark: tuple[int, int] | None = None
    for a, b in _straight_marks(text, start, end, doubled):
        if a in taken:
            continue
        if open_mark is not None and (curly := _closed_by_curly(text, open_mark[1], a)) is not None:
            yield from _marked(text, (open_mark[0], curly + 1), (open_mark[1], curly), True)
            open_mark = None
        if open_mark is None:
            after = text[b : b + 1]
            inch = a > start and text[a - 1].isdigit() and not after.isalpha()
            open_mark = None if inch else (a, b)
        else:
            yield from _marked(text, (open_mark[0], b), (open_mark[1], a), True)
            open_mark = None
    if open_mark is not None and (curly := _closed_by_curly(text, open_mark[1], end)) is not None:
        yield from _marked(text, (open_mark[0], curly + 1), (open_mark[1], curly), True)
    elif open_mark is not None and (
        not text[start : open_mark[0]].strip() or text[: open_mark[0]].rstrip().endswith(":")
    ):
        yield from _marked(text, (open_mark[0], end), (open_mark[1], end), False)


def _closed_by_curly(text: str, start: int, end: int) -> int | None:
    """Where a curly mark closes what a straight one opened before `start`; None where the next mark is none."""
    at = text.find("”", start, end)
    return at if at >= 0 and "“" not in text[start:at] else None


def _single(text: str, start: int, end: int, opener: str, closer: str) -> Iterator[_Marked]:
    at = text.find(opener, start, end)
    while at >= 0:
        before = text[at - 1] if at > start else " "
        close = None
        if (before.isspace() or before in '([—–:"“') and text[at + 1 : at + 2].isalnum():
            close = _single_close(text, at + 1, min(end, at + _LONGEST_SINGLE), closer)
        if close is not None:
            yield from _marked(text, (at, close + 1), (at + 1, close), True)
        at = text.find(opener, (close or at) + 1, end)


def _single_close(text: str, at: int, end: int, closer: str) -> int | None:
    """The closing single mark: after punctuation for certain, after a letter when none such comes in the sentence."""
    fallback = None
    i = text.find(closer, at, end)
    while i >= 0:
        after = text[i + 1 : i + 2] or " "
        if not after.isalnum() and not text[i - 1].isspace():
            if text[i - 1] in ",.?!…" or after in ".,;:":
                return i
            plural = text[i - 1] in "sS" and after.isspace() and text[i + 2 : i + 3].islower()
            if not plural and fallback is None:
                fallback = i
        i = text.find(closer, i + 1, end)
    if fallback is not None and len(text[at:fallback].split()) <= 12:
        return fallback
    return None


def _find_marked(text: str, start: int, end: int, doubled: bool = False) -> tuple[_Marked, ...]:
    """The marked stretches of the paragraph `text[start:end]`, in reading order, the outer ones only.

    `doubled` tells that the text doubles its marks (`_is_doubled`).
    """
    if _ANY.search(text, start, end) is None:
        return ()
    found = [*_curly(text, start, end)]
    closing = {m.outer_end - 1 for m in found if m.closed}
    found += _straight(text, start, end, doubled, closing)
    found += [*_single(text, start, end, "‘", "’"), *_single(text, start, end, "'", "'")]
    kept: list[_Marked] = []
    for one in sorted(found, key=lambda m: (m.outer_start, -m.outer_end)):
        if not kept or one.outer_start >= kept[-1].outer_end:
            kept.append(one)
    return tuple(kept)
