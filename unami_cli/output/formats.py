"""How answers are printed, as the user chooses; in all formats but the table, nothing is cut, wrapped or coloured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from unami_cli.marks import GONE
from unami_cli.output.screen import escaped, one_line
from unami_cli.values import Value

if TYPE_CHECKING:
    from unami_cli.output.listing import Cell, Json, Listing, R

_FORMULA = tuple("=+-@＝＋－＠")
_MARKDOWN = str.maketrans({sign: f"\\{sign}" for sign in "\\|`*_[]<>~"})


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


class Arrangement(Value):
    """What the user chose of a listing: `fields` None is what is shown by default, `limit` None is every row."""

    fields: tuple[str, ...] | None = None
    sort: str | None = None
    reverse: bool = False
    limit: int | None = None
    header: bool = True


def rendered(listing: Listing[R], format: Format, how: Arrangement, *, pretty: bool, ascii: bool) -> Iterable[str]:
    """The listing, already arranged, in any format but `table`: pieces of whole lines, one record per line.

    `pretty` indents JSON for a reader; `ascii` escapes what a narrow encoding cannot carry (JSON only).
    """
    match format:
        case Format.JSON:
            return (_document(listing, how, pretty=pretty, ascii=ascii),)
        case Format.JSONL:
            return (json(each, pretty=False, ascii=ascii) for each in _values(listing, how))
        case Format.CSV:
            return _lines(listing, how, ",", _csv)
        case Format.MARKDOWN:
            return _markdown(listing, how)
        case _:
            return _lines(listing, how, "\t", str)


def _document(listing: Listing[R], how: Arrangement, *, pretty: bool, ascii: bool) -> str:
    """The rows as a list; where the listing says so, within an object that also tells of the whole."""
    values, preface = _values(listing, how), listing.preface
    if listing.alone and len(values) == 1:
        return json(values[0], pretty=pretty, ascii=ascii, depth=2)
    if preface is None or not preface.rows:
        return json(values, pretty=pretty, ascii=ascii, depth=1)
    return json({**(preface.json or {}), preface.rows: values}, pretty=pretty, ascii=ascii, depth=2)


def _values(listing: Listing[R], how: Arrangement) -> list[Json]:
    """The rows as JSON objects: whole records, or only the chosen fields."""
    if how.fields is None:
        return [listing.record(row) for row in listing.rows]
    columns = listing.chosen(how.fields, in_files=True)
    return [{column.name: column.cell(row).value for column in columns} for row in listing.rows]


def json(value: Json, *, pretty: bool, ascii: bool = False, depth: int = 0) -> str:
    """A JSON document and a line feed; unless pretty, values deeper than `depth` stand on one line each."""
    from functools import partial
    from json import dumps

    compact = partial(dumps, ensure_ascii=ascii)
    return escaped(compact(value, indent=2) if pretty else _spread(value, depth, compact)) + "\n"


def _spread(value: Json, depth: int, compact: Callable[[Json], str]) -> str:
    if depth and isinstance(value, list) and value:
        return "[\n" + ",\n".join(_spread(part, depth - 1, compact) for part in value) + "\n]"
    if depth and isinstance(value, dict) and value:
        parts = (f"{compact(key)}: {_spread(part, depth - 1, compact)}" for key, part in value.items())
        return "{\n" + ",\n".join(parts) + "\n}"
    return compact(value)


def _lines(listing: Listing[R], how: Arrangement, mark: str, quoted: Callable[[str], str]) -> Iterator[str]:
    columns = listing.chosen(how.fields, in_files=True)
    if how.header:
        yield mark.join(column.name for column in columns) + "\n"
    for row in listing.rows:
        yield mark.join(quoted(_cell_line(column.cell(row))) for column in columns) + "\n"


def _csv(text: str) -> str:
    """A cell that a spreadsheet reads as text: what would begin a formula gets an apostrophe before it."""
    if text.lstrip().startswith(_FORMULA):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"') else text


def _markdown(listing: Listing[R], how: Arrangement) -> Iterator[str]:
    columns = listing.chosen(how.fields, in_files=False)
    if how.header:
        yield f"| {' | '.join(column.title for column in columns)} |\n"
        yield f"|{'---|' * len(columns)}\n"
    for row in listing.rows:
        yield f"| {' | '.join(_markdown_cell(column.cell(row)) for column in columns)} |\n"


def _markdown_cell(cell: Cell) -> str:
    text = _cell_line(cell).translate(_MARKDOWN)
    text = f"[{text}](<{cell.link}>)" if cell.link else text
    return f"{text} ({cell.note})" if cell.note else text


def _cell_line(cell: Cell) -> str:
    if isinstance(cell.value, int | float) and "," in cell.text:  # a number is one for other programs too
        return str(cell.value)
    return one_line(cell.text.replace(GONE, "").replace("\n", "; "))
