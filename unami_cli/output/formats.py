"""A listing as JSON, JSON Lines, CSV, TSV or Markdown: one record a line, nothing cut, wrapped or coloured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from unami_cli.output import safe
from unami_cli.output.cells import Field, Json, JsonObject, Listing, R, chosen
from unami_cli.output.choices import Format, Layout

_FORMULA = tuple("=+-@＝＋－＠")
_MARKDOWN = str.maketrans({sign: f"\\{sign}" for sign in "\\|`*_[]<>~"})


def rendered(listing: Listing[R], format: Format, layout: Layout, *, pretty: bool, ascii: bool) -> Iterable[str]:
    """The listing, already arranged, in any format but `table`: pieces of whole lines.

    `pretty` indents JSON for a reader; `ascii` escapes what a narrow encoding cannot carry (JSON only).
    """
    match format:
        case Format.JSON:
            return (json(objects(listing, layout), pretty=pretty, ascii=ascii, depth=1),)
        case Format.JSONL:
            return (json(each, pretty=False, ascii=ascii) for each in objects(listing, layout))
        case Format.CSV:
            return _lines(listing, layout, ",", _csv)
        case Format.MARKDOWN:
            return _markdown(listing, layout)
        case _:
            return _lines(listing, layout, "\t", _tsv)


def objects(listing: Listing[R], layout: Layout) -> list[JsonObject]:
    """The rows as JSON objects: whole records, or the chosen fields alone."""
    if layout.fields is None:
        return [listing.record(row) for row in listing.rows]
    fields = chosen(listing, layout.fields, in_files=True)
    return [{field.name: field.cell(row).value for field in fields} for row in listing.rows]


def json(value: Json, *, pretty: bool, ascii: bool = False, depth: int = 0) -> str:
    """A JSON document and a line feed; unless pretty, values deeper than `depth` stand on one line each."""
    from json import dumps

    if pretty:
        return safe.escaped(dumps(value, ensure_ascii=ascii, indent=2)) + "\n"

    def compact(part: Json) -> str:
        return dumps(part, ensure_ascii=ascii)

    return safe.escaped(_spread(value, depth, compact)) + "\n"


def _spread(value: Json, depth: int, compact: Callable[[Json], str]) -> str:
    if depth and isinstance(value, list) and value:
        return "[\n" + ",\n".join(_spread(part, depth - 1, compact) for part in value) + "\n]"
    if depth and isinstance(value, dict) and value:
        parts = (f"{compact(key)}: {_spread(part, depth - 1, compact)}" for key, part in value.items())
        return "{\n" + ",\n".join(parts) + "\n}"
    return compact(value)


def _lines(listing: Listing[R], layout: Layout, mark: str, quoted: Callable[[str], str]) -> Iterator[str]:
    fields = chosen(listing, layout.fields, in_files=True)
    if layout.header:
        yield mark.join(field.name for field in fields) + "\n"
    for row in listing.rows:
        yield mark.join(quoted(text) for text in _texts(fields, row)) + "\n"


def _markdown(listing: Listing[R], layout: Layout) -> Iterator[str]:
    fields = chosen(listing, layout.fields, in_files=False)
    if layout.header:
        yield f"| {' | '.join(field.title for field in fields)} |\n"
        yield f"|{'---|' * len(fields)}\n"
    for row in listing.rows:
        yield f"| {' | '.join(_markdown_cell(field, row) for field in fields)} |\n"


def _markdown_cell(field: Field[R], row: R) -> str:
    cell = field.cell(row)
    text = safe.flat(cell.text.replace("\n", "; ")).translate(_MARKDOWN)
    text = f"[{text}](<{cell.link}>)" if cell.link else text
    return f"{text} ({cell.note})" if cell.note else text


def _texts(fields: tuple[Field[R], ...], row: R) -> Iterator[str]:
    return (safe.flat(field.cell(row).text.replace("\n", "; ")) for field in fields)


def _tsv(text: str) -> str:
    return text


def _csv(text: str) -> str:
    """A cell that a spreadsheet takes for text: what would begin a formula gets an apostrophe before it."""
    if text.lstrip().startswith(_FORMULA):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"') else text
