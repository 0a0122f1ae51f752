"""Articles from the file system."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from unami_cli.errors import UnreadableArticle

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

MOST_MEGABYTES = 16
"""The longest text that is read, in millions of bytes: finding what it holds takes some 100 times that in memory."""
MOST_OF_TABLE = 256
"""The longest table that is read, in millions of bytes: its records take some 8 times that in memory."""
_ENDINGS = frozenset(("", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".eml"))


def is_table(data: bytes, where: str) -> bool:
    """Whether bytes are meant as a kept table: they begin as one does, or their file is called .json."""
    return where.casefold().endswith(".json") or begins_table(data)


def begins_table(data: bytes) -> bool:
    """Whether bytes begin with a brace and a field that a table has."""
    head = data[:400].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head[:1] == b"{" and head[1:].lstrip().startswith((b'"schema"', b'"articles"'))


def stream_bytes(stream: BinaryIO, where: str) -> bytes:
    """The bytes of a stream to its end.

    Raises `UnreadableArticle` when there are more than `MOST_MEGABYTES`, of a kept table than `MOST_OF_TABLE`.
    """
    most = MOST_MEGABYTES * 1_000_000
    data = stream.read(most + 1)
    if len(data) > most and is_table(data, where):
        most = MOST_OF_TABLE * 1_000_000
        data += stream.read(most + 1 - len(data))
        if len(data) > most:
            what = f"longer than {MOST_OF_TABLE} MB, the longest table that is read"
            raise UnreadableArticle(where, what, "keep tables of fewer texts and ask them one after the other")
    if len(data) > most:
        what = f"longer than {MOST_MEGABYTES} MB, the longest text that is read"
        raise UnreadableArticle(where, what, "cut it into several files and name their folder")
    return data


def file_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file. Raises `UnreadableArticle` for one that is missing, a folder, too long or not to be read."""
    try:
        with open(path, "rb") as file:
            return stream_bytes(file, os.fspath(path))
    except FileNotFoundError:
        what, remedy = "there is no such file", "check the path"
    except IsADirectoryError:
        what, remedy = "this is a folder", "name a file in it"
    except PermissionError:
        what, remedy = "you may not read this", "check its permissions"
    except (OSError, ValueError) as error:
        what, remedy = str(getattr(error, "strerror", None) or error), "check the path"
    raise UnreadableArticle(os.fspath(path), what, remedy)


def text_files(folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """The text files of a folder by their endings, sorted, without hidden ones and without those of folders in it.

    Raises `UnreadableArticle` when it is no folder, may not be read, or has none.
    """
    from pathlib import Path

    folder = Path(folder)
    try:
        inside = sorted(folder.iterdir())
    except FileNotFoundError:
        raise UnreadableArticle(str(folder), "there is no such folder", "check the path") from None
    except NotADirectoryError:
        raise UnreadableArticle(str(folder), "this is no folder", "name the folder that it is in") from None
    except OSError as error:
        raise UnreadableArticle(str(folder), str(error.strerror or error), "check its permissions") from None
    found = tuple(p for p in inside if p.suffix.casefold() in _ENDINGS and not p.name.startswith(".") and p.is_file())
    if not found:
        raise UnreadableArticle(
            str(folder), "no text file is in this folder", "put articles as .txt, .md or .html there"
        )
    return found
