"""A saved web page: whether a file is one, and the article in it, through trafilatura (the optional extra `html`)."""

from __future__ import annotations

from unami_cli.errors import UnreadableArticle
from unami_cli.reading.decoding import decode

_ENDINGS = (".html", ".htm", ".xhtml")
_OPENINGS = (
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<section", "<header", "<nav",
    "<div", "<p>", "<p ", "<h1", "<span", "<script", "<style", "<link",
)  # fmt: skip
_BEFORE = 2000


def is_page(text: str, path: str | None) -> bool:
    """Whether a text is HTML, by the ending of its path or by how it begins."""
    if path is not None and path.casefold().endswith(_ENDINGS):
        return True
    start = text[:_BEFORE].lstrip().casefold()
    if not start.startswith("<"):
        return False
    while start.startswith(("<?xml", "<!--")):
        start = start.partition(">")[2].lstrip()
    return start.startswith(_OPENINGS)


def decode_page(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """Like `decode`, but where guessing would be needed, the encoding that the page declares is taken."""
    text, notes = decode(data, where)
    declared = _declared(data[:_BEFORE]) if notes else None
    if declared:
        try:
            return data.decode(declared), ()
        except (LookupError, UnicodeDecodeError):
            pass
    return text, notes


def article_text(page: str, where: str) -> str:
    """The text of the article in a page: title and author where the page tells them, then the body.

    Raises `UnreadableArticle` when trafilatura is not installed or finds no article.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        what = "this is a web page, and trafilatura, which reads those, "
        what += "is not installed" if error.name == "trafilatura" else f"cannot be loaded ({error})"
        raise UnreadableArticle(where, what, "pip install 'unami-cli[html]'") from None
    found = bare_extraction(page, include_comments=False, include_tables=True, with_metadata=True)
    fields = {} if found is None else found if isinstance(found, dict) else found.as_dict()
    body = str(fields.get("text") or "").strip()
    if not body:
        raise UnreadableArticle(where, "no article was found in this web page", "save its text as a plain text file")
    return "\n\n".join(_parts(fields, body))


def _parts(fields: dict[str, str | None], body: str) -> list[str]:
    """Title, author and body, each only once. Of the date there is but a guess, which an article must not state."""
    title, author = (str(fields.get(key) or "").strip() for key in ("title", "author"))
    if title and body.startswith(title):
        body = body[len(title) :].lstrip()
    start = body[:300]
    parts = [title] if title else []
    if author and author.partition(";")[0] not in start:
        parts.append("By " + " and ".join(filter(None, map(str.strip, author.split(";")))))
    return [*parts, body]


def _declared(head: bytes) -> str | None:
    """The encoding that a page's `charset=` names, if any."""
    name = head.lower().partition(b"charset=")[2].lstrip(b"\"' ")
    end = next((i for i, byte in enumerate(name) if not (chr(byte).isalnum() or byte in b"-_")), len(name))
    return name[:end].decode("ascii", "ignore") or None
