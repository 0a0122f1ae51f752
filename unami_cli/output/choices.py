"""What the user may choose of how an answer is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Layout:
    """What the user chose of a listing: `fields` None is what is shown unasked, `limit` None is every row."""

    fields: tuple[str, ...] | None = None
    sort: str | None = None
    reverse: bool = False
    limit: int | None = None
    header: bool = True
