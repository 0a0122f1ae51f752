"""What stderr shows of work that takes longer than a second, on a terminal alone."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds of silence before the bar."""

_WIDTH = 24
_REDRAWN = 0.1


def watched(items: Iterable[T], total: int, noun: str) -> Iterator[T]:
    """The items, so many, one by one; how many are done is drawn meanwhile, and wiped away at the end."""
    if not _is_shown() or total < 2:
        yield from items
        return
    due = time.monotonic() + PATIENCE
    drawn = False
    try:
        for done, item in enumerate(items):
            if time.monotonic() >= due:
                drawn = True
                due = time.monotonic() + _REDRAWN
                full = _WIDTH * done // total
                _draw(f"[{'#' * full}{'.' * (_WIDTH - full)}] {done} of {total} {noun}")
            yield item
    finally:
        if drawn:
            _draw("")


@contextmanager
def announced(what: str) -> Iterator[None]:
    """Say what is being done for as long as it takes; "" is not said."""
    shown = bool(what) and _is_shown()
    if shown:
        _draw(what)
    try:
        yield
    finally:
        if shown:
            _draw("")


def wait_for_pipe(descriptor: int, where: str) -> None:
    """Return when a pipe has something to give, or has ended; that it is waited for is said after a while."""
    import select

    if not select.select([descriptor], [], [], PATIENCE)[0]:
        with announced(f"Waiting for what {where} gives; Ctrl-C stops it."):
            select.select([descriptor], [], [])


def _is_shown() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _draw(line: str) -> None:
    """Put a line in place of the one that is there."""
    sys.stderr.write(f"\r\x1b[K{line}")
    sys.stderr.flush()
