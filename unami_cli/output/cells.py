"""A listing: records as rows of cells, and which cells, in which order, are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from unami_cli.values import Value, replace

if TYPE_CHECKING:
    from unami_cli.model import Span
    from unami_cli.output.choices import Layout

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
JsonObject: TypeAlias = "dict[str, Json]"
R = TypeVar("R")


class Shown(Enum):
    """When a field is shown without being asked for."""

    ALWAYS = 1
    IN_FILES = 2
    ASKED = 3


class Cell(Value):
    """One value. `text` is fit for a screen, its items parted by line feeds; `value` is what JSON carries.

    `marks` are the stretches of `text` that a query met (0-based, end exclusive); `link` is a public address; `note`
    is a remark that only a screen shows, such as where a year is from.
    """

    text: str
    value: Json
    marks: tuple[Span, ...] = ()
    link: str | None = None
    note: str = ""


class Field(Value, Generic[R]):
    """A column: `name` for `--fields` and for the first line of files, `title` for screens, `about` for help."""

    name: str
    title: str
    about: str
    cell: Callable[[R], Cell]
    shown: Shown = Shown.ALWAYS


class Listing(Value, Generic[R]):
    """Rows of one sort. `record` is what JSON prints of a row while no fields are chosen."""

    fields: tuple[Field[R], ...]
    rows: tuple[R, ...]
    record: Callable[[R], JsonObject]

    def named(self, name: str) -> Field[R] | None:
        """The field of that name, or None."""
        return next((field for field in self.fields if field.name == name), None)


def arranged(listing: Listing[R], layout: Layout) -> Listing[R]:
    """The listing's rows in the chosen order, as many as wanted; rows without the sorted value come last."""
    rows = list(listing.rows)
    field = listing.named(layout.sort) if layout.sort else None
    if field:
        cells = {id(row): field.cell(row) for row in rows}
        empty = [row for row in rows if not cells[id(row)].text]
        full = [row for row in rows if cells[id(row)].text]
        full.sort(key=lambda row: _key(cells[id(row)]), reverse=layout.reverse)
        rows = full + empty
    elif layout.reverse:
        rows.reverse()
    return replace(listing, rows=tuple(rows[: layout.limit]))


def chosen(listing: Listing[R], names: tuple[str, ...] | None, *, in_files: bool) -> tuple[Field[R], ...]:
    """The fields of those names in that order, or those shown unasked on a screen, respectively in a file."""
    if names is not None:
        return tuple(field for name in names if (field := listing.named(name)))
    hidden = {Shown.ASKED} if in_files else {Shown.ASKED, Shown.IN_FILES}
    return tuple(field for field in listing.fields if field.shown not in hidden)


def _key(cell: Cell) -> tuple[tuple[int, float, str], ...]:
    """Numbers by value, words folded, and "p10" after "p2"."""
    import re

    from unami_cli.folding import fold

    if isinstance(cell.value, int | float):
        return ((0, float(cell.value), ""),)
    parts = re.split(r"([0-9]+)", fold(cell.text))
    return tuple((0, float(part), "") if part.isdecimal() else (1, 0.0, part) for part in parts if part)
