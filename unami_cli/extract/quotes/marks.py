"""Where quotations stand: pairs of marks in one paragraph, of every make that news uses.

Curly, straight, single, angle and CSV-doubled marks (`""so""`) are read. An apostrophe is no mark, an odd number of
marks fails nothing, and a mark that a paragraph opens and does not close reaches to the paragraph's end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from unami_cli.patterns import pattern

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›"}
_STRAIGHT = pattern(r'"+')
_DOUBLED = pattern(r'(?<!\S)"{2,3}(?=\w)|(?<=[\w.,!?])"{2,3}(?!\w)')
_LONGEST_SINGLE = 600
_OPENER = pattern("[“„«‹]")
_ANY = pattern("[“„«‹\"‘']")


class Marked(NamedTuple):
    """The words between two marks (`start` to `end`), the outer bounds with the marks, and whether it was closed."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _marked(text: str, outer: tuple[int, int], inner: tuple[int, int], closed: bool) -> Iterator[Marked]:
    start, end = _trimmed(text, *inner)
    if any(c.isalnum() for c in text[start:end]):
        yield Marked(start, end, outer[0], outer[1], closed)


def _curly(text: str, start: int, end: int) -> Iterator[Marked]:
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
        if text[i] in closers:
            depth -= 1
            if not depth:
                return i
        elif text[i] == text[at]:
            depth += 1
    nearest = next((i for i in range(at + 1, end) if text[i] in closers), None)
    return nearest if depth > 1 else None


def is_doubled(text: str) -> bool:
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


def _straight(text: str, start: int, end: int, doubled: bool) -> Iterator[Marked]:
    open_mark: tuple[int, int] | None = None
    for a, b in _straight_marks(text, start, end, doubled):
        if open_mark is None:
            after = text[b : b + 1]
            inch = a > start and text[a - 1].isdigit() and not after.isalpha()
            open_mark = None if inch else (a, b)
        else:
            yield from _marked(text, (open_mark[0], b), (open_mark[1], a), True)
            open_mark = None
    if open_mark is not None and (
        not text[start : open_mark[0]].strip() or text[: open_mark[0]].rstrip().endswith(":")
    ):
        yield from _marked(text, (open_mark[0], end), (open_mark[1], end), False)


def _single(text: str, start: int, end: int, opener: str, closer: str) -> Iterator[Marked]:
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


def find_marked(text: str, start: int, end: int, doubled: bool = False) -> tuple[Marked, ...]:
    """The marked stretches of the paragraph `text[start:end]`, in reading order, the outer ones only.

    `doubled` tells that the text doubles its marks (`is_doubled`).
    """
    if _ANY.search(text, start, end) is None:
        return ()
    found = [*_curly(text, start, end), *_straight(text, start, end, doubled)]
    found += [*_single(text, start, end, "‘", "’"), *_single(text, start, end, "'", "'")]
    kept: list[Marked] = []
    for one in sorted(found, key=lambda m: (m.outer_start, -m.outer_end)):
        if not kept or one.outer_start >= kept[-1].outer_end:
            kept.append(one)
    return tuple(kept)
