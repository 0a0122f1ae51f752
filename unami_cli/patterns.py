"""Regular expressions that are compiled when a text first needs them, not when their module is loaded.

A class of three stretches or more that goes beyond ASCII ("[.!?…]") takes 0.15 ms to compile, thirty times what two
classes split there take; so those that every text needs are written separately.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False  # what type checkers know by this name, without the cost of importing typing

if TYPE_CHECKING:
    pattern = re.compile
else:

    class pattern:  # noqa: N801
        """What `re.compile` gives, made at the first use; from then on its methods are those of the compiled one."""

        def __init__(self, source: str, flags: int = 0) -> None:
            self._source, self._flags = source, flags

        def __getattr__(self, name: str) -> object:
            made = re.compile(self._source, self._flags)
            for method in ("match", "search", "fullmatch", "sub", "finditer", "findall", "split", "pattern"):
                setattr(self, method, getattr(made, method))
            return getattr(made, name)
