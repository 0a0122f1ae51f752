"""Bytes to text to `Article`: title, byline, paragraphs, sentences, sources and page furniture, all as spans."""

from __future__ import annotations

import os

from unami_cli.model import Article
from unami_cli.reading.blocks import parts_of
from unami_cli.reading.decoding import file_bytes, is_table, language_note, left_out, stream_bytes, text_files, text_of

__all__ = [
    "file_bytes",
    "is_table",
    "left_out",
    "read_bytes",
    "read_path",
    "read_text",
    "stream_bytes",
    "text_files",
]


def read_text(text: str, id: str = "a1", path: str | None = None, notes: tuple[str, ...] = ()) -> Article:
    """The article that a text is. Total: no text makes it raise; an empty one has no blocks."""
    parts = parts_of(text)
    blocks, byline, sources = tuple(parts.blocks), tuple(parts.byline), tuple(parts.sources)
    return Article(id, text, path, parts.title, blocks, byline, sources, notes)


def read_bytes(data: bytes, id: str = "a1", path: str | None = None) -> Article:
    """The article in these bytes, of a mail or a web page too; offsets count without a byte order mark.

    `notes` tell what had to be guessed. Raises `UnreadableArticle` for what is not a text.
    """
    text, notes = text_of(data, path if path is not None else "standard input", path)
    return read_text(text, id, path, (*notes, *language_note(text)))


def read_path(path: str | os.PathLike[str], id: str = "a1") -> Article:
    """The article in a file. Raises `UnreadableArticle` when it cannot be read or is not a text."""
    return read_bytes(file_bytes(path), id, os.fspath(path))
