"""Quotations, and whose they are: pairs of marks in one paragraph, of every make that news uses.

Curly, straight, single, angle and CSV-doubled marks (`""so""`) are read. An apostrophe is not a mark, an odd number of
marks breaks nothing, and a mark that a paragraph opens and does not close reaches to the paragraph's end.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract.speakers import Choose, Last, Near, Quoted, Side, candidates, followed, likeliest
from unami_cli.extract.telling import Paragraph, Telling
from unami_cli.folding import words
from unami_cli.marks import TAG
from unami_cli.model import QuoteMention, Span, Spans
from unami_cli.patterns import pattern

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›"}
_STRAIGHT = pattern(r'"+')
_DOUBLED = pattern(r'(?<!\S)"{2,3}(?=\w)|(?<=[\w.,!?])"{2,3}(?!\w)')
_ENDS = frozenset(".!?…")
_BEFORE_SPEECH = _ENDS | {","}
_LONGEST_TAKEN = 800  # characters from the end of a paragraph to the mark that closes what it opened
_LONGEST_OPEN = 3  # paragraphs through which a quotation may go on: each line counts as one
_NEVER = 1 << 30
_NEAR = 8  # characters before a mark in which the sentence before it ends
_LONGEST_SINGLE = 600
_DOUBLE = pattern('[“”"]')
_OPENER = pattern("[“„«‹]")
_CURLY = pattern('’’|[“”„«»‹›"]')
_ANY = pattern("[“„«‹\"‘']")


def find_quotes(
    text: str,
    paragraphs: Iterable[Paragraph],
    people: Sequence[Span],
    bodies: Sequence[Span],
    choose: Choose = likeliest,
) -> tuple[QuoteMention, ...]:
    """The quotations of one article in reading order, each with the span of the words that name its speaker.

    `people` and `bodies` are the mentions of people and organisations. A pronoun is followed to the person last named;
    a description ("a spokesman") is given as it stands. `choose` takes one of the candidates for each quotation.
    """
    every, doubled = tuple(paragraphs), is_doubled(text)
    named, others = Spans(people), Spans(bodies)
    marks: list[Sequence[_Marked]] = []
    since = _NEVER  # paragraphs since a quotation was left open
    for paragraph in every:
        marks.append(_find_marked(text, paragraph.start, paragraph.end, doubled, named, open=since < _LONGEST_OPEN))
        since = (_NEVER if marks[-1][-1].closed else 0) if marks[-1] else since + 1
    if not any(marks):
        return ()
    quoted = Spans([Span(m.outer_start, m.outer_end) for of in marks for m in of])
    sentences = [sentence for paragraph in every for sentence in paragraph.sentences]
    found: list[QuoteMention] = []
    last, behind = Last(), None
    for at, (paragraph, marked) in enumerate(zip(every, marks, strict=True)):
        if not marked:
            last, behind = Last(), None
            continue
        opens = not text[paragraph.start : marked[0].outer_start].strip()
        announces = at > 0 and text[every[at - 1].start : every[at - 1].end].rstrip().endswith(":")
        if at and behind is None and (opens or announces):
            behind = Telling(every[at - 1], quoted, named, others)
        if behind and announces:
            last = last._replace(announced=behind.announced())
        telling = Telling(paragraph, quoted, named, others)
        told = (telling, behind) if behind else (telling,)
        near = Near(paragraph.start, named, sentences, quoted)
        before = None
        for m in marked:
            piece = telling.at.get(m.outer_start)
            if piece is None:
                found.append(QuoteMention(m.start, m.end, text[m.start : m.end], None, ""))
                continue
            first_here = opens and before is None
            of = candidates(telling, piece, _quoted(text, m), last, before, behind if first_here else None)
            said = choose([followed(text, one, near, last.speaker, told) for one in of], Span(m.start, m.end))
            rule = said.side if said.side and said.speaker else ""
            found.append(QuoteMention(m.start, m.end, text[m.start : m.end], said.speaker, rule))
            before = piece
            if said.speaker is not None:
                last = Last(said.speaker, not m.closed)
        last, behind = Last(last.speaker, not marked[-1].closed), telling
    going_on = {m.start for of in marks for m in of if not m.closed}
    return tuple(_told_afterwards(text, every, found, going_on))


def _told_afterwards(
    text: str, paragraphs: Sequence[Paragraph], found: Sequence[QuoteMention], going_on: Set[int]
) -> list[QuoteMention]:
    """The quotations; of paragraphs that are one alone the speaker is told by the next, where they tell none.

    "“It is shut.”", and in the paragraph below: "“It will stay so,” Costa said." One that begins at one of `going_on`
    is not closed, and so is the next one's, even if it could go on from the one before.
    """
    told = list(found)
    starts = [paragraph.start for paragraph in paragraphs]
    for at in range(len(told) - 2, -1, -1):
        one, following = told[at], told[at + 1]
        untold = one.speaker is None or (one.start in going_on and one.rule == Side.SAME != following.rule)
        if not untold or not following.speaker:
            continue
        here = bisect(starts, one.start) - 1
        below = bisect(starts, following.start) - 1
        alone = not any(map(str.isalnum, text[starts[here] : one.start] + text[one.end : paragraphs[here].end]))
        opens = not any(map(str.isalnum, text[starts[below] : following.start]))
        if below == here + 1 and alone and opens:
            told[at] = QuoteMention(one.start, one.end, one.text, following.speaker, Side.NEXT)
    return told


def _quoted(text: str, m: _Marked) -> Quoted:
    """What counts of a quotation itself for those who look for its speaker."""
    said = text[m.start : m.end]
    many = len(said.split(None, 7))
    length = "1" if many == 1 else "3" if many <= 3 else "7" if many <= 7 else "9"
    if said[0].isupper() or said[0].isdigit():
        begins = "C"
    else:
        said_of = any(lexicon.words("speech_verbs").get(word) for word in words(said)[:2] if word.endswith("ed"))
        begins = "v" if said_of else "c"
    if not m.closed:
        return Quoted(length, begins, "o")
    comma = "," in (said[-1], text[m.outer_end : m.outer_end + 1])
    return Quoted(length, begins, "," if comma else "." if said[-1] in ".…" else "?" if said[-1] in "?!" else "-")


# ---- the marks -------------------------------------------------------------------------------------------------------


class _Marked(NamedTuple):
    """The words between two marks (`start` to `end`), the outer bounds with the marks, and whether it was closed."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool


_Mark = tuple[int, int]
"""Where a mark begins and ends; one without a length stands for a mark that is missing."""


def _marked(text: str, opening: _Mark, closing: _Mark) -> Iterator[_Marked]:
    """What stands between two marks, without the blanks around it; nothing where that has neither letter nor digit."""
    words = text[opening[1] : closing[0]]
    if any(map(str.isalnum, words)):
        start, end = closing[0] - len(words.lstrip()), opening[1] + len(words.rstrip())
        yield _Marked(start, end, opening[0], closing[1], closed=closing[0] < closing[1])


def _curly(text: str, start: int, end: int) -> Iterator[_Marked]:
    closes: dict[int, int] = {}
    for opener in set(_OPENER.findall(text, start, end)):
        closes |= _closings(text, start, end, opener)
    at = start
    for mark in _OPENER.finditer(text, start, end):
        close = closes.get(mark.start())
        if mark.start() < at:
            continue
        if close is not None:
            at = close + 1
            yield from _marked(text, mark.span(), (close, at))
        elif mark[0] == "“":
            yield from _marked(text, mark.span(), (end, end))
            return


def _closings(text: str, start: int, end: int, opener: str) -> dict[int, int]:
    """The closing marks of one make by the opening ones; a mark that opens inside is passed with its own close."""
    found: dict[int, int] = {}
    opened: list[int] = []
    closing: list[int] = []
    for mark in _CURLY.finditer(text, start, end):
        i = mark.start()
        if mark[0] in _PAIRS[opener]:
            closing.append(i)
            if opened:
                found.setdefault(opened.pop(), i)
        elif mark[0] == opener:
            opened.append(i)
        elif mark[0] == "’’" and opener == "“" and opened:  # as some agencies close
            found.setdefault(opened.pop(), i)
        elif mark[0] == '"' and opener == "“" and opened and _closes_curly(text, i, end):
            found.setdefault(opened[-1], i)
    for i in opened[:-1]:  # one that opens inside is never closed: the next mark closes
        if closing and i < closing[-1]:
            found.setdefault(i, closing[bisect(closing, i)])
    return found


def _closes_curly(text: str, i: int, end: int) -> bool:
    """Whether the straight mark at `i` closes a curly one, as hurried texts set it: “I declined," he said."""
    following = _DOUBLE.search(text, i + 1, end)
    return not _opens(text, i, i + 1, 0) and (following is None or following[0] != "”")


def is_doubled(text: str) -> bool:
    """Whether a text comes out of a CSV file: its quotation marks are doubled, and single ones only wrap its fields."""
    return '""' in text and len([*islice(_DOUBLED.finditer(text), 2)]) == 2


def _straight_marks(text: str, start: int, end: int, doubled: bool) -> list[_Mark]:
    """The straight double marks of a paragraph; those that wrap a CSV field are left out."""
    runs = [m.span() for m in _STRAIGHT.finditer(text, start, end)]
    if not doubled:
        return runs
    return [(b - 2, b) if _opens(text, a, b, start) else (a, a + 2) for a, b in runs if b - a > 1]


def _opens(text: str, a: int, b: int, start: int) -> bool:
    before = text[a - 1] if a > start else " "
    after = text[b : b + 1] or " "
    return (before.isspace() or before in "([—–-/‘'“…:") and not after.isspace()


def _opens_again(text: str, a: int, b: int) -> bool:
    """Whether a straight mark opens a sentence where another is open: the speaker goes on, or that one closed."""
    if not (text[a - 1 : a].isspace() and text[b : b + 1].isalnum()):
        return False
    return text[max(0, a - _NEAR) : a].rstrip()[-1:] in _ENDS


def _straight(text: str, start: int, end: int, doubled: bool, taken: Set[int], *, open: bool) -> Iterator[_Marked]:
    """What stands between straight marks, but for those that close curly ones or stand in a tag (`taken`)."""
    marks = [mark for mark in _straight_marks(text, start, end, doubled) if mark[0] not in taken]
    if open and len(marks) % 2 and not text[marks[0][1] : marks[0][1] + 1].isalnum():
        yield from _marked(text, (start, start), marks.pop(0))
    opening: _Mark | None = None
    for mark in marks:
        if opening and (curly := _closed_by_curly(text, opening[1], mark[0])):
            yield from _marked(text, opening, curly)
            opening = None
        if opening and _opens_again(text, *mark):
            if _opens(text, *opening, start):
                yield from _marked(text, opening, (mark[0], mark[0]))
            opening = None
        if opening:
            yield from _marked(text, opening, mark)
        opening = None if opening else mark
    if opening and (curly := _closed_by_curly(text, opening[1], end)):
        yield from _marked(text, opening, curly)
    elif opening and _runs_on(text, start, end, opening):
        yield from _marked(text, opening, (end, end))


def _runs_on(text: str, start: int, end: int, mark: _Mark) -> bool:
    """Whether a mark that is not closed opens the paragraph, stands behind a colon, or is taken up by the next one."""
    before = text[start : mark[0]].rstrip()
    if not before or before.endswith(":"):
        return True
    plain = before[-1] in _BEFORE_SPEECH and _opens(text, *mark, start) and text.find("“", mark[1], end) < 0
    return plain and _taken_up(text, end)


def _taken_up(text: str, end: int) -> bool:
    """Whether the paragraph below begins with a straight mark, or the first one in it closes what was opened."""
    at = text.find('"', end, end + _LONGEST_TAKEN)
    between = text[end:at].strip() if at >= 0 else "\n"
    return not between or ("\n" not in between and not _opens(text, at, at + 1, end))


def _closed_by_curly(text: str, start: int, end: int) -> _Mark | None:
    """The curly mark that closes what a straight one opened before `start`; None where the next mark is none."""
    at = text.find("”", start, end)
    return (at, at + 1) if at >= 0 and "“" not in text[start:at] else None


def _single(text: str, start: int, end: int, opener: str, closer: str) -> Iterator[_Marked]:
    at = text.find(opener, start, end)
    while at >= 0:
        before = text[at - 1] if at > start else " "
        opens = (before.isspace() or before in '([—–:"“') and text[at + 1 : at + 2].isalnum()
        close = _single_close(text, at + 1, min(end, at + _LONGEST_SINGLE), closer) if opens else None
        if close is not None:
            yield from _marked(text, (at, at + 1), (close, close + 1))
        at = text.find(opener, (close or at) + 1, end)


def _single_close(text: str, at: int, end: int, closer: str) -> int | None:
    """The closing single mark: after punctuation for certain, after a letter when none such comes in the sentence."""
    fallback = None
    i = text.find(closer, at, end)
    while i >= 0:
        after = text[i + 1 : i + 2] or " "
        if not after.isalnum() and not text[i - 1].isspace():
            one_word = len(text[at:i].split()) == 1
            if text[i - 1] in ",.?!…" or after in ".,;:" or one_word:
                return i
            plural = text[i - 1] in "sS" and after.isspace() and text[i + 2 : i + 3].islower()
            if not plural and fallback is None:
                fallback = i
        i = text.find(closer, i + 1, end)
    return fallback if fallback is not None and len(text[at:fallback].split()) <= 12 else None


def _find_marked(
    text: str, start: int, end: int, doubled: bool, names: Spans[Span], *, open: bool
) -> Sequence[_Marked]:
    """The marked stretches of the paragraph `text[start:end]`, in reading order, the outer ones only; no nicknames.

    `doubled` tells that the text doubles its marks (`is_doubled`), `names` are those of people, `open` tells that a
    paragraph shortly before opened what it does not close.
    """
    if _ANY.search(text, start, end) is None:
        return ()
    found = [*_curly(text, start, end)]
    taken = {m.outer_end - 1 for m in found}
    if text.find("<", start, end) >= 0:
        taken.update(at for tag in TAG.finditer(text, start, end) for at in range(*tag.span()))
    found += _straight(text, start, end, doubled, taken, open=open)
    found += [*_single(text, start, end, "‘", "’"), *_single(text, start, end, "'", "'")]
    kept: list[_Marked] = []
    reached = start
    for one in sorted(found, key=lambda m: (m.outer_start, -m.outer_end)):
        if one.outer_start >= reached:
            reached = one.outer_end
            name = names.at(one.outer_start)
            if name is None or name.start == one.outer_start or name.end <= one.outer_end:
                kept.append(one)
    return kept
