"""Spans in reading order, asked which of them touch a stretch or hold a character, without a look at each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Generic, Protocol, TypeVar


class Stretch(Protocol):
    """Whatever has a beginning and an end (exclusive)."""

    @property
    def start(self) -> int: ...  # noqa: D102

    @property
    def end(self) -> int: ...  # noqa: D102


_START, _END = attrgetter("start"), attrgetter("end")
S = TypeVar("S", bound=Stretch)


class Spans(Generic[S]):
    """Spans by their beginnings; they may overlap.

    >>> from unami_cli.model import Span
    >>> spans = Spans([Span(0, 3), Span(5, 9)])
    >>> spans.touch(3, 5), spans.touch(2, 5), spans.at(4), spans.at(8), spans.inside(4, 9)
    (False, True, None, Span(start=5, end=9), [Span(start=5, end=9)])
    """

    __slots__ = ("_reach", "_starts", "every")

    def __init__(self, spans: Sequence[S]) -> None:
        self.every = sorted(spans, key=_START)
        self._starts = list(map(_START, self.every))
        self._reach = list(accumulate(map(_END, self.every), max))

    def touch(self, start: int, end: int) -> bool:
        """Whether some span shares a character with `start` to `end`."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._reach[at - 1] > start

    def at(self, offset: int) -> S | None:
        """The first span that holds the character at the offset, or None."""
        at = bisect_right(self._starts, offset) - 1
        found = None
        while at >= 0 and self._reach[at] > offset:
            if self.every[at].end > offset:
                found = self.every[at]
            at -= 1
        return found

    def inside(self, start: int, end: int) -> list[S]:
        """The spans that lie within `start` to `end`, in their order."""
        begin, stop = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [span for span in self.every[begin:stop] if span.end <= end]

    def before(self, offset: int) -> int:
        """How many spans begin before the offset."""
        return bisect_left(self._starts, offset)
