"""Many texts read on all cores at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

R = TypeVar("R")

WORTH = 20
"""From how many texts on other processes are worth their start, which takes as long as reading some of them."""
_AT_ONCE = 8


def on_all_cores(task: Callable[[str], R], sources: Sequence[str]) -> Iterator[R]:
    """What the task makes of each source, in their order; a few are read here, and standard input is."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if len(sources) < WORTH or cores < 2 or "-" in sources:
        yield from map(task, sources)
        return
    from multiprocessing import get_context

    with get_context("fork").Pool(min(cores, len(sources) // _AT_ONCE), _deaf_to_ctrl_c) as pool:
        yield from pool.imap(task, sources, chunksize=_AT_ONCE)


def _deaf_to_ctrl_c() -> None:
    """Leave Ctrl-C to the process that waits for the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
