"""From a file or a stream to the text of an article: encodings, mails, web pages, and what is not a text."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from unami_cli.errors import UnreadableArticle, reason
from unami_cli.patterns import pattern

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

MOST_MEGABYTES = 16
"""The longest text that is read, in millions of bytes: finding what it holds takes some 40 times that in memory,
and up to 60 MB more for words that it remembers."""
MOST_OF_TABLE = 256
"""The longest table that is read, in millions of bytes: its records take some 8 times that in memory."""
_ENDINGS = frozenset(("", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".eml"))
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls, .ppt)"),
    (b"{\\rtf", "a rich text document (.rtf)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"bplist00", "a Mac web archive or property list"),
    (b"%!PS", "a PostScript document"),
    (b"AT&TFORM", "a DjVu document"),
)
_ZIPPED = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint presentation (.pptx)"),
    (b"opendocument", "an OpenDocument file (.odt, .ods, .odp)"),
    (b"epub+zip", "an EPUB book"),
)
_MAIL_HEAD = 16_000
"""Bytes in which the head of a mail ends."""
_FIELD = pattern(r"[A-Za-z][A-Za-z-]*:[ \t]")
_ENCODED = pattern(r"(?im)^content-(?:transfer-encoding:[ \t]*(?:quoted-printable|base64)|type:[ \t]*multipart/)")
_KEPT = ("Subject", "From", "Date")
"""The lines of a mail's head that an article has too."""
_PAGES = (".html", ".htm", ".xhtml")
_OPENINGS = (
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<section", "<header", "<nav",
    "<div", "<p>", "<p ", "<h1", "<span", "<script", "<style", "<link",
)  # fmt: skip
_BEFORE = 2000
"""Characters in which a page tells that it is one, and bytes in which it names its encoding."""
_FORBIDDEN = ("permission denied", "check who may read it")
_REMEDY = "save its text as a plain text file and name that"
_SAMPLE = 1 << 16
_KINDS_OF_FILE = {
    ".pdf": "PDF",
    **dict.fromkeys((".doc", ".docx"), "Word"),
    **dict.fromkeys((".xls", ".xlsx"), "Excel"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff"), "image"),
    **dict.fromkeys((".zip", ".gz", ".tgz", ".7z", ".rar"), "archive"),
}
# Common small words that other languages rarely share.
_ENGLISH = frozenset(
    "the and to that for with by from has have are it she as this not but they his their which will you were".split()
)
# Those of the commonest languages in Latin letters, which English rarely has.
_FOREIGN = frozenset(
    """de la du des un en ils ont der das und ist nicht mit dem ein eine auf für sich auch wird le les et est une dans
    pour qui sur pas avec aux el los las que una por con para se su como il che per non è della sono nel een het
    zijn voor niet och att som det är på os uma não com dos mais""".split()
)
_MOST_FOREIGN = 4  # of them, where there are more than small English words
_AROUND_WORDS = ".,;:!?()[]\"'“”‘’"
_PARTED = pattern(r"[-'’]")
"""What is behind it is another word: "five-minute", "it's"."""
_LAST_LATIN, _MOST_OTHERS = "\u024f", 8
_READ_FOR_LANGUAGE, _LEAST_WORDS, _MANY_ENGLISH = 8000, 8, 0.2
"""Characters that are read to tell a language, words without a capital that it takes (a letter is none), and the share
of small English ones from which on the others are not looked up."""
_CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32)) + b"\x7f"


def is_table(data: bytes, where: str) -> bool:
    """Whether bytes are meant as a saved table or its records: they begin so, or their file is called .json."""
    return where.casefold().endswith(".json") or begins_table(data) or begins_records(data)


def begins_table(data: bytes) -> bool:
    """Whether bytes begin with a brace and a field that a table has."""
    return _begins_object(data, b'"schema"', b'"articles"')


def begins_records(data: bytes) -> bool:
    """Whether bytes begin with a record that stands on a line of its own."""
    return _begins_object(data, b'"kind"')


def _begins_object(data: bytes, *fields: bytes) -> bool:
    head = data[:400].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head[:1] == b"{" and head[1:].lstrip().startswith(fields)


def stream_bytes(stream: BinaryIO, where: str) -> bytes:
    """The bytes of a stream to its end.

    Raises `UnreadableArticle` when there are more than `MOST_MEGABYTES`, or, for a saved table, `MOST_OF_TABLE`.
    """
    most = MOST_MEGABYTES * 1_000_000
    data = stream.read(most + 1)
    if len(data) > most and is_table(data, where):
        most = MOST_OF_TABLE * 1_000_000
        data += stream.read(most + 1 - len(data))
        if len(data) > most:
            what = f"longer than {MOST_OF_TABLE} MB, the limit for a table"
            raise UnreadableArticle(where, what, "save tables of fewer texts and ask them one by one")
    if len(data) > most:
        what = f"longer than {MOST_MEGABYTES} MB, the limit for a text"
        raise UnreadableArticle(where, what, "split it into several files and name their folder")
    return data


def file_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file. Raises `UnreadableArticle` for one that is missing, a folder, too long or unreadable."""
    try:
        with open(path, "rb") as file:
            return stream_bytes(file, os.fspath(path))
    except FileNotFoundError:
        what, remedy = "there is no such file", "check the path"
    except IsADirectoryError:
        what, remedy = "this is a folder", "name a file in it"
    except PermissionError:
        what, remedy = _FORBIDDEN
    except (OSError, ValueError) as error:
        what, remedy = reason(error), "check the path"
    raise UnreadableArticle(os.fspath(path), what, remedy)


def text_files(folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """The text files of a folder by their extensions, sorted, without hidden ones and without those of subfolders.

    Raises `UnreadableArticle` when it is not a folder, cannot be read, or has none.
    """
    from pathlib import Path

    folder = Path(folder)
    try:
        inside = sorted(folder.iterdir())
    except FileNotFoundError:
        raise UnreadableArticle(str(folder), "there is no such folder", "check the path") from None
    except NotADirectoryError:
        raise UnreadableArticle(str(folder), "this is not a folder", "name the folder that it is in") from None
    except PermissionError:
        raise UnreadableArticle(str(folder), *_FORBIDDEN) from None
    except OSError as error:
        raise UnreadableArticle(str(folder), reason(error), "check the path") from None
    texts = (p for p in inside if p.suffix.casefold() in _ENDINGS and not p.name.startswith("."))
    found = tuple(p for p in texts if os.path.isfile(p))
    if not found:
        others = left_out(folder)
        what = f"this folder has no text file, only {others}" if others else "this folder has no text file"
        raise UnreadableArticle(str(folder), what, "put .txt, .md, .html or .eml files in it")
    return found


def left_out(folder: str | os.PathLike[str]) -> str:
    """What `text_files` leaves out of a folder, by kind and number ("2 PDF, 1 Word, 1 folder"); "" for nothing."""
    counts: dict[str, int] = {}
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        ending = os.path.splitext(entry.name)[1].casefold()
        file = os.path.isfile(entry)  # which a link that leads to itself is not
        if entry.name.startswith(".") or (file and ending in _ENDINGS):
            continue
        kind = _KINDS_OF_FILE.get(ending, ending) if file else "folder" if os.path.isdir(entry) else "broken link"
        counts[kind] = counts.get(kind, 0) + 1
    told = (f"{n} {kind}{'s' if n > 1 and kind in ('folder', 'broken link') else ''}" for kind, n in counts.items())
    return ", ".join(told)


def language_note(text: str) -> tuple[str, ...]:
    """What to say of a text that is hardly English: one note, or none."""
    sample = text[:_READ_FOR_LANGUAGE]
    words = [word for word in sample.split() if len(word) > 1 and word[0].isalpha() and not word[0].isupper()]
    english, foreign = (sum(word in known for word in words) for known in (_ENGLISH, _FOREIGN))
    few = len(words) >= _LEAST_WORDS and english < _MANY_ENGLISH * len(words)
    if (
        (few and not _is_listed(words))
        or (foreign >= _MOST_FOREIGN and foreign > english)
        or _is_in_other_letters(sample)
    ):
        return ("this hardly looks like English, the only language that unami reads",)
    return ()


def _is_listed(words: Sequence[str]) -> bool:
    """Whether most of these words are English: 58 % and more of every English sentence of eight, else 33 % at most."""
    from unami_cli.lexicon import words as listed

    bare = [_PARTED.split(word.strip(_AROUND_WORDS), 1)[0] for word in words]
    return 2 * sum(word in listed("english") for word in bare) > len(bare)


def _is_in_other_letters(text: str) -> bool:
    """Whether most letters of a text are not Latin ones, and not only those of a word."""
    if text.isascii():
        return False
    letters = [letter for letter in text if letter.isalpha()]
    others = sum(letter > _LAST_LATIN for letter in letters)
    return others >= _MOST_OTHERS and 2 * others > len(letters)


def text_of(data: bytes, where: str, path: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of the article in these bytes without a byte order mark, and notes on what had to be guessed.

    A saved web page's article is found by trafilatura (the optional extra `html`); the text of a mail in parts or
    encoded is decoded. `where` names the bytes in errors. Raises `UnreadableArticle` for what is not a text.
    """
    if _is_mail(data):
        return _mail_text(data, where)
    text, notes = _decoded(data, where)
    if not _is_page(text, path):
        return text, notes
    if notes and (declared := _as_declared(data)) is not None:  # better than a guess
        text, notes = declared, ()
    return _article_text(text, where), notes


def _decoded(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """The text as it stands, and notes. Raises `UnreadableArticle` for bytes that are not a text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _by_mark(data[len(mark) :], encoding, where)
    kind = _binary_kind(data)
    if kind:
        raise UnreadableArticle(where, f"this is {kind}, not a text", _REMEDY)
    if b"\x00" in data:
        return _wide(data, where), ()
    try:
        return data.decode(), ()
    except UnicodeDecodeError:
        return _guessed(data, where)


def _by_mark(data: bytes, encoding: str, where: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        note = f"{where}: damaged {encoding.upper()}, what could not be decoded is shown as \ufffd"
        return data.decode(encoding, "replace"), (note,)


def _binary_kind(data: bytes) -> str | None:
    """What a file is by its first bytes, in words, or None when they do not tell."""
    if data.startswith(b"PK\x03\x04"):
        return next((kind for part, kind in _ZIPPED if part in data[:_SAMPLE]), "a zip archive")
    if data.startswith(b"RIFF") and data[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return "a WebP image" if data[8:12] == b"WEBP" else "a sound or video file"
    if data[4:8] == b"ftyp":
        return "a video or HEIF image"
    if data.startswith((b"MZ", b"BM")) and b"\x00" in data[:64]:
        return "a program" if data.startswith(b"MZ") else "a BMP image"
    if data[257:262] == b"ustar":
        return "a tar archive"
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def _wide(data: bytes, where: str) -> str:
    """UTF-16 without a mark: the zero bytes of Latin letters and spaces stand on one side only."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = max(even, odd) * 8 >= len(sample) // 2
    if len(data) % 2 == 0 and enough and min(even, odd) == 0:
        try:
            text = data.decode("utf-16-le" if odd else "utf-16-be")
        except UnicodeDecodeError:
            text = "\0"
        if not any(c < " " and c not in "\t\n\r\f\v" for c in text):
            return text
    raise UnreadableArticle(where, "this is binary data, not a text", _REMEDY)


def _guessed(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """Damaged UTF-8 when most of what is beyond ASCII is sound, else Windows-1252."""
    repaired = data.decode(errors="replace")
    damaged = repaired.count("\ufffd")
    sound = sum(c > "\x7f" for c in repaired) - damaged
    if sound > 4 * damaged:
        return repaired, ("damaged UTF-8, what could not be decoded is shown as \ufffd",)
    sample = data[:_SAMPLE]
    undefined = sum(map(sample.count, (0x81, 0x8D, 0x8F, 0x90, 0x9D)))
    if 20 * (undefined + len(sample) - len(sample.translate(None, _CONTROLS))) > len(sample):
        raise UnreadableArticle(where, "this is binary data, not a text", _REMEDY)
    return data.decode("cp1252", "replace"), ("decoded as Windows-1252 (guessed)",)


def _is_mail(data: bytes) -> bool:
    """Whether bytes are a mail that cannot be read as it stands: quoted-printable, base64, or in parts."""
    if not (b"\nContent-" in data[:_MAIL_HEAD] or b"\ncontent-" in data[:_MAIL_HEAD]):
        return False
    head = data[:_MAIL_HEAD].replace(b"\r\n", b"\n").partition(b"\n\n")[0].decode("ascii", "replace")
    return bool(_FIELD.match(head)) and _ENCODED.search(head) is not None


def _mail_text(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """Subject, sender and date of a mail, and its text: the plain part, or the article of the one in HTML; with notes.

    Raises `UnreadableArticle` when it has no text.
    """
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.default)
    part = message.get_body(("plain", "html"))
    try:
        body = str(part.get_content()) if part is not None else ""
    except (LookupError, ValueError):
        body = ""
    if part is not None and part.get_content_type() == "text/html" and body.strip():
        body = _article_text(body, where)
    if not body.strip():
        raise UnreadableArticle(where, "no text was found in this mail", "save its text as a plain text file")
    head = [f"{name}: {' '.join(str(message[name]).split())}" for name in _KEPT if message[name]]
    files = [one.get_filename() or one.get_content_type() for one in message.iter_attachments()]
    notes = (f"attachments not read ({', '.join(files)})",) if files else ()
    return "\n".join([*head, "", body.replace("\r\n", "\n").strip("\n"), ""]), notes


def _is_page(text: str, path: str | None) -> bool:
    """Whether a text is HTML, by the extension of its path or by how it begins."""
    if path is not None and path.casefold().endswith(_PAGES):
        return True
    start = text[:_BEFORE].lstrip().casefold()
    if not start.startswith("<"):
        return False
    while start.startswith(("<?xml", "<!--")):
        start = start.partition(">")[2].lstrip()
    return start.startswith(_OPENINGS)


def _article_text(page: str, where: str) -> str:
    """The text of the article in a page: title and author where the page tells them, then the body.

    Raises `UnreadableArticle` when trafilatura is not installed or finds no article.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        what = "this is a web page, and trafilatura, which is needed to read it, "
        what += "is not installed" if error.name == "trafilatura" else f"cannot be loaded ({error})"
        raise UnreadableArticle(where, what, "python -m pip install trafilatura lxml-html-clean") from None
    found = bare_extraction(page, include_comments=False, include_tables=True, with_metadata=True)
    fields = {} if found is None else found if isinstance(found, dict) else found.as_dict()
    body = str(fields.get("text") or "").strip()
    if not body:
        raise UnreadableArticle(where, "no article was found in this web page", "save its text as a plain text file")
    return "\n\n".join(_parts_of_page(fields, body))


def _parts_of_page(fields: dict[str, str | None], body: str) -> list[str]:
    """Title, author and body, each only once. The date is only a guess, which an article must not state."""
    title, author = (str(fields.get(key) or "").strip() for key in ("title", "author"))
    if title and body.startswith(title):
        body = body[len(title) :].lstrip()
    start = body[:300]
    parts = [title] if title else []
    if author and author.partition(";")[0] not in start:
        parts.append("By " + " and ".join(filter(None, map(str.strip, author.split(";")))))
    return [*parts, body]


def _as_declared(data: bytes) -> str | None:
    """A page in the encoding that its `charset=` names; None where it names none that fits."""
    name = data[:_BEFORE].lower().partition(b"charset=")[2].lstrip(b"\"' ")
    end = next((i for i, byte in enumerate(name) if not (chr(byte).isalnum() or byte in b"-_")), len(name))
    try:
        return data.decode(name[:end].decode("ascii", "ignore"))
    except (LookupError, UnicodeDecodeError):
        return None
