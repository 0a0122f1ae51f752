"""A saved mail whose body is encoded or in parts: its text and the lines of its head that an article has too."""

from __future__ import annotations

from unami_cli.errors import UnreadableArticle
from unami_cli.patterns import pattern
from unami_cli.reading.decoding import MAIL_HEAD

_ENCODED = pattern(r"(?im)^content-(?:transfer-encoding:[ \t]*(?:quoted-printable|base64)|type:[ \t]*multipart/)")
_FIELD = pattern(r"[A-Za-z][A-Za-z-]*:[ \t]")
_KEPT = ("Subject", "From", "Date")


def is_mail(data: bytes) -> bool:
    """Whether bytes are a mail that cannot be read as it stands: quoted-printable, base64, or in parts."""
    head = data[:MAIL_HEAD].replace(b"\r\n", b"\n").partition(b"\n\n")[0].decode("ascii", "replace")
    return bool(_FIELD.match(head)) and _ENCODED.search(head) is not None


def mail_text(data: bytes, where: str) -> str:
    """Subject, sender and date of a mail, and its text: the plain part, or the article of the one in HTML.

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
        from unami_cli.reading.web import article_text

        body = article_text(body, where)
    if not body.strip():
        raise UnreadableArticle(where, "no text was found in this mail", "save its text as a plain text file")
    head = [f"{name}: {' '.join(str(message[name]).split())}" for name in _KEPT if message[name]]
    return "\n".join([*head, "", body.replace("\r\n", "\n").strip("\n"), ""])
