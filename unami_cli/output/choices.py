"""What the user may choose of how an answer is printed."""

from __future__ import annotations

from enum import StrEnum

from unami_cli.values import Value


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


class Layout(Value):
    """What the user chose of a listing: `fields` None is what is shown unasked, `limit` None is every row."""

    fields: tuple[str, ...] | None = None
    sort: str | None = None
    reverse: bool = False
    limit: int | None = None
    header: bool = True
