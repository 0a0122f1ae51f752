"""Bytes and files: encodings by rule, and what is refused."""

import base64
import gzip
import hashlib
import importlib.util
import io
import quopri
import sys
from pathlib import Path
from typing import Any

import pytest

from unami_cli.errors import UnreadableArticle
from unami_cli.reading import read_bytes, read_path, read_text, stream_bytes, text_files
from unami_cli.table import build

TEXT = "Señor Müller’s – “café”\r\nsecond"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "utf-16 no mark", "utf-16 big no mark", "utf-32"],
)
def test_encodings(data: bytes) -> None:
    article = read_bytes(data)
    assert article.text == TEXT
    assert article.notes == ()
    assert article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_windows_1252_is_guessed_and_said() -> None:
    article = read_bytes(TEXT.encode("cp1252"), path="old.txt")
    assert article.text == TEXT
    assert article.notes == ("decoded as Windows-1252 (guessed)",)


def test_damaged_utf_8_stays_utf_8() -> None:
    article = read_bytes("Čeština, žluťoučký kůň úpěl".encode()[:-1] + b"\xfa\x6c")
    assert article.text.startswith("Čeština, žluťoučký")
    assert "damaged UTF-8" in article.notes[0]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n...", "a PDF"),
        (b"PK\x03\x04....word/document.xml", "a Word document"),
        (b"PK\x03\x04....", "a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
        (gzip.compress(b"text"), "a gzip archive"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"{\\rtf1\\ansi text}", "a rich text document"),
        (b"\x7fELF\x02", "a program"),
        (bytes(range(256)), "binary data"),
        (b"text\x00\x01text", "binary data"),
        (bytes(range(1, 32)) + b"\xfe", "binary data"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        read_bytes(data, path="x.bin")
    assert kind in str(caught.value)
    assert str(caught.value).startswith("x.bin: ")


def test_near_misses_of_magic_are_texts() -> None:
    for text in ("MZ is an airline.", "BM said no.", "PK met Roe.", "GIF files are images.", "%PDF is a mark"):
        assert read_bytes(text.encode()).text == text


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_empty_is_an_article_without_blocks(data: bytes) -> None:
    article = read_bytes(data)
    assert (article.blocks, article.title, article.sources) == ((), None, ())


def test_lone_surrogates_do_not_raise() -> None:
    assert len(read_text("a \ud800 b").sha256) == 64


def test_read_path(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes(TEXT.encode())
    article = read_path(file, "a7")
    assert (article.id, article.path, article.text) == ("a7", str(file), TEXT)


def test_a_text_that_never_ends_is_refused_and_not_read_on() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            buffer[:] = b"a" * len(buffer)
            self.given += len(buffer)
            return len(buffer)

    source = Endless()
    with pytest.raises(UnreadableArticle, match="standard input: longer than 16 MB"):
        stream_bytes(io.BufferedReader(source), "standard input")
    assert source.given < 17_000_000


@pytest.mark.parametrize(("name", "what"), [("none.txt", "no such file"), (".", "a folder"), ("a\0b", "null")])
def test_unreadable_paths(tmp_path: Path, name: str, what: str) -> None:
    with pytest.raises(UnreadableArticle, match=what):
        read_path(tmp_path / name)


def test_text_files_of_a_folder(tmp_path: Path) -> None:
    for name in ("b.TXT", "a.md", "README", "page.html", "mail.eml", ".hidden.txt", "photo.jpg", "data.json"):
        (tmp_path / name).write_text("x")
    (tmp_path / "sub.txt").mkdir()
    assert [file.name for file in text_files(tmp_path)] == ["README", "a.md", "b.TXT", "mail.eml", "page.html"]


def test_a_folder_without_texts(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").touch()
    for folder in (tmp_path, tmp_path / "none", tmp_path / "photo.jpg"):
        with pytest.raises(UnreadableArticle):
            text_files(folder)


PAGE = """<!DOCTYPE html><html><head><title>Envoy urges calm | The Site</title>
<meta name="author" content="Jane Doe"></head><body><nav><a href="/">Home</a></nav><article>
<h1>Envoy urges calm in the divided city</h1>
<p>The special envoy, Martin Keller, urged all sides on Thursday to show restraint after two days of clashes in the
divided city left 14 people dead, officials said in a statement, and asked for a ceasefire.</p>
<p>“We cannot go on like this,” Mr. Keller told reporters. “There is no military solution, and everyone knows it.”</p>
</article><footer>© 2019 The Site. All rights reserved.</footer></body></html>"""


@pytest.mark.parametrize("path", [None, "saved.html", "saved.txt"])
def test_a_page_without_the_extra_says_how_to_install_it(path: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UnreadableArticle, match=r"pip install trafilatura lxml-html-clean"):
        read_bytes(PAGE.encode(), path=path)


@pytest.mark.skipif(importlib.util.find_spec("trafilatura") is None, reason="the extra html is not installed")
def test_a_page_is_read_through_trafilatura() -> None:
    article = read_bytes(PAGE.encode(), path="saved.html")
    assert article.title is not None
    assert article.text[article.title.start : article.title.end] == "Envoy urges calm in the divided city"
    assert [credit.text for credit in article.byline] == ["Jane Doe"]
    assert "<" not in article.text
    assert "Home" not in article.text


@pytest.mark.parametrize("text", ["<3 is a heart, and p < 5.", "Use <b> for bold.", "< 5 people came."])
def test_near_misses_of_pages(text: str) -> None:
    assert read_bytes(text.encode()).text == text


_MAIL = """Subject: =?utf-8?q?A_road_=E2=80=93_shut?=
From: Ana Costa <ana@example.org>
Date: Tue, 3 May 2019 10:00:00 +0000
MIME-Version: 1.0
"""
_BODY = "“I am tired,” Tom Berg said on 4 May 2019, and she will leave the town of Halden for good.\n"


def _mail(kind: str) -> bytes:
    plain = quopri.encodestring(_BODY.encode()) if kind != "base64" else base64.encodebytes(_BODY.encode())
    encoding = "base64" if kind == "base64" else "quoted-printable"
    part = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n".encode() + plain
    if kind != "parts":
        return _MAIL.encode() + part
    html = b"Content-Type: text/html; charset=utf-8\n\n<p>I am tired</p>\n"
    whole = b"\n--x\n" + part + b"\n--x\n" + html + b"\n--x--\n"
    return _MAIL.encode() + b"Content-Type: multipart/alternative; boundary=x\n" + whole


@pytest.mark.parametrize("kind", ["quoted-printable", "base64", "parts"])
def test_the_text_of_an_encoded_mail(kind: str) -> None:
    table = build([read_bytes(_mail(kind), path="x.eml")])
    article = table.articles[0]
    assert article.title is not None
    assert article.text[article.title.start : article.title.end] == "A road – shut"
    assert [(q.text, q.speaker) for fact in table.facts for q in fact.quotes] == [("I am tired,", "Tom Berg")]
    assert [d.edtf for fact in table.facts for d in fact.dates] == ["2019-05-03", "2019-05-04"]


def test_a_mail_that_can_be_read_as_it_stands_is_left_as_it_is() -> None:
    text = _MAIL + "Content-Type: text/plain\n\n" + _BODY
    assert read_bytes(text.encode()).text == text


def test_a_mail_without_text_says_so() -> None:
    with pytest.raises(UnreadableArticle, match="no text was found in this mail"):
        read_bytes(_MAIL.encode() + b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n")


def test_what_is_attached_to_a_mail_is_said_not_to_be_read() -> None:
    body = b"Content-Type: text/plain\n\nAna Costa wrote this.\n"
    file = b"Content-Type: application/pdf\nContent-Disposition: attachment; filename=plan.pdf\n\nx\n"
    parts = b"\n--x\n" + body + b"\n--x\n" + file + b"\n--x--\n"
    mail = _MAIL.encode() + b"Content-Type: multipart/mixed; boundary=x\n" + parts
    assert read_bytes(mail, path="x.eml").notes == ("attachments not read (plan.pdf)",)
