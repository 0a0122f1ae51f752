"""A shelf of names: each by all that a shorter form of it can share with it, so that not every one is compared."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """Things under one or several marks each.

    >>> shelf = Shelf[str]()
    >>> shelf.put("Ministry of Health", ["ministry", "health"])
    >>> shelf.under(["health", "ministry"]), shelf.under(["trade"])
    (['Ministry of Health'], [])
    """

    def __init__(self) -> None:
        self._by_mark: dict[Hashable, list[T]] = {}

    def put(self, thing: T, marks: Iterable[Hashable]) -> None:
        """Add a thing that is new."""
        for mark in marks:
            self._by_mark.setdefault(mark, []).append(thing)

    def under(self, marks: Iterable[Hashable]) -> list[T]:
        """The things under any of the marks, each once."""
        near = {id(thing): thing for mark in marks for thing in self._by_mark.get(mark, ())}
        return list(near.values())
