"""A bar on stderr for work that takes longer than a second, on a terminal alone."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds of silence before the bar."""

_WIDTH = 24
_REDRAWN = 0.1


def watched(items: Iterable[T], total: int, noun: str) -> Iterator[T]:
    """The items, so many, one by one; how many are done is drawn meanwhile, and wiped away at the end."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb" or total < 2:
        yield from items
        return
    due = time.monotonic() + PATIENCE
    drawn = False
    try:
        for done, item in enumerate(items):
            if time.monotonic() >= due:
                drawn = True
                due = time.monotonic() + _REDRAWN
                _draw(done, total, noun)
            yield item
    finally:
        if drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _draw(done: int, total: int, noun: str) -> None:
    full = _WIDTH * done // total
    sys.stderr.write(f"\r\x1b[K[{'#' * full}{'.' * (_WIDTH - full)}] {done} of {total} {noun}")
    sys.stderr.flush()
