"""Values: records with slots, made without generated code; defining one costs an eightieth of a frozen dataclass.

The fields of a class are its annotations, after those of its parents; each may have a default. The type checker sees to
it that nobody assigns to a field (`frozen_default`); nothing checks each assignment at run time.
"""

from __future__ import annotations

from typing import TypeVar, dataclass_transform

_MISSING = object()


def _fill(value: Value, *values: object, **named: object) -> None:
    """Put the values into the slots, in the order of the fields, by name, or from the defaults."""
    fields, defaults = type(value)._fields, type(value)._defaults
    for field, given in zip(fields, values, strict=False):
        setattr(value, field, given)
    for field in fields[len(values) :]:
        given = named.pop(field, defaults.get(field, _MISSING))
        if given is _MISSING:
            raise TypeError(f"{type(value).__name__} lacks {field}")
        setattr(value, field, given)
    if named or len(values) > len(fields):
        raise TypeError(f"{type(value).__name__} takes {', '.join(fields)}; not {values[len(fields) :] or named}")


@dataclass_transform(frozen_default=True)
class _Made(type):
    """The class of such classes: it turns annotations into slots."""

    _fields: tuple[str, ...]
    _defaults: dict[str, object]

    def __new__(mcs, name: str, bases: tuple[type, ...], space: dict[str, object]) -> _Made:
        annotations = space.get("__annotations__", {})
        own = tuple(annotations) if isinstance(annotations, dict) else ()
        fields: tuple[str, ...] = ()
        defaults: dict[str, object] = {}
        for base in bases:
            fields += getattr(base, "_fields", ())
            defaults |= getattr(base, "_defaults", {})
        defaults |= {field: space.pop(field) for field in own if field in space}
        fields += own
        if own:  # also below a class that fills its own slots by hand
            space.setdefault("__init__", _fill)
        space |= {"__slots__": own, "__match_args__": fields, "_fields": fields, "_defaults": defaults}
        return type.__new__(mcs, name, bases, space)


class Value(metaclass=_Made):
    """A record that is compared by its fields and never changed."""

    def _values(self) -> tuple[object, ...]:
        return tuple([getattr(self, field) for field in type(self)._fields])

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, Value) and type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), self._values()

    def __repr__(self) -> str:
        shown = ", ".join(f"{field}={getattr(self, field)!r}" for field in type(self)._fields)
        return f"{type(self).__qualname__}({shown})"


V = TypeVar("V", bound=Value)


def replace(value: V, **changed: object) -> V:
    """The same value with some fields changed. Raises `TypeError` for what is not a field.

    >>> class Point(Value):
    ...     x: int
    ...     y: int = 0
    >>> replace(Point(1, 2), y=3), Point(1)
    (Point(x=1, y=3), Point(x=1, y=0))
    """
    kept = (changed.pop(field) if field in changed else getattr(value, field) for field in type(value)._fields)
    return type(value)(*list(kept), **changed)
