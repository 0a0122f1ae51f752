"""What each piece of a text is: title, byline, paragraph, list of sources or page furniture."""

from __future__ import annotations

import re

from unami_cli.model import Block, BlockKind, Credit, Sentence, Span
from unami_cli.patterns import pattern
from unami_cli.reading.byline import credits, sender
from unami_cli.reading.furniture import PROSE_WORDS, closes_article, is_furniture, repeats_title
from unami_cli.reading.layout import Piece, ends_sentence, pieces
from unami_cli.reading.sentences import sentences, whole
from unami_cli.values import replace

_SOURCES = pattern(
    r"(?:sources?|references|sources and references|notes and references|bibliography|works cited)\s*(?P<colon>:)?\s*",
    re.IGNORECASE,
)
_TITLE_KEYS = frozenset(("title", "headline", "subject"))
_PEOPLE_KEYS = frozenset(("from", "author", "authors", "by", "sender"))
_DATE_KEYS = frozenset(("date", "sent", "published"))
_STAMP = frozenset(
    """date published updated posted last modified on at am pm a.m. p.m. gmt utc est edt cet bst pst pdt et
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun""".split()
)
_REPLY = pattern(r"(?:(?:re|fwd?|aw|wg):\s*)+", re.IGNORECASE)
_LABELLED = pattern(r"[A-Z][\w .’'-]{0,40}:\s")
_HEAD, _TAIL = 6, 8
_LONGEST_TITLE = 250
_LABEL_WORDS = 2  # the name of a site or section ("World News") before the title is no longer


class Layout:
    """What the blocks of a text are, and its title, credits and sources; it grows piece by piece, in reading order."""

    def __init__(self, text: str, title: Piece | None) -> None:
        self.text = text
        self.title = Span(title.start, title.end) if title else None
        self.blocks: list[Block] = []
        self.byline: list[Credit] = []
        self.sources: list[Span] = []
        self.paragraphs = 0
        self.closed = False

    def add(self, kind: BlockKind, start: int, end: int) -> None:
        """Append a block; paragraphs are numbered and split into sentences here."""
        number = 0
        inner: tuple[Sentence, ...] = ()
        if kind is BlockKind.PARAGRAPH:
            self.paragraphs += 1
            number, inner = self.paragraphs, sentences(self.text, start, end, self.paragraphs)
        elif kind is not BlockKind.FURNITURE and kind is not BlockKind.SOURCES:
            inner = whole(start, end)
        self.blocks.append(Block(start, end, kind, number, inner))

    def credit(self, piece: Piece, people: tuple[Credit, ...]) -> None:
        """Append a byline and its people."""
        self.add(BlockKind.BYLINE, piece.start, piece.end)
        self.byline += people


def lay_out(text: str) -> Layout:
    """The blocks of a text in reading order. Total: any text has some."""
    every = pieces(text)
    chosen = _title(text, every)
    title = _without_site(text, every[chosen]) if chosen is not None else None
    layout = Layout(text, title)
    prose = [i for i, p in enumerate(every) if _is_prose(text[p.start : p.end])]
    first_prose, last_prose = (prose[0], prose[-1]) if prose else (len(every), len(every))
    i = 0
    while i < len(every):
        piece = every[i]
        if i == chosen and title:
            _add_title(layout, piece, title)
        elif piece.key:
            _add_header(layout, piece)
        elif found := _list_of_sources(text, every, i):
            layout.add(BlockKind.SOURCES, piece.label, found[-1].end)
            layout.sources += found
            i += len(found) if found[0].start > piece.end else 0
        else:
            head, tail = i < max(_HEAD, first_prose), i > last_prose or i >= len(every) - _TAIL
            _add_piece(layout, piece, head=head, before_prose=i < first_prose, tail=tail)
        i += 1
    return layout


def _add_title(layout: Layout, piece: Piece, title: Piece) -> None:
    layout.add(BlockKind.TITLE, title.start, title.end)
    if title.end < piece.end:  # the name of the site after the bar
        rest = layout.text[title.end : piece.end].lstrip()
        layout.add(BlockKind.FURNITURE, piece.end - len(rest), piece.end)


def _add_header(layout: Layout, piece: Piece) -> None:
    """A line of a mail's head; a second title is furniture."""
    if piece.start == piece.end:
        layout.add(BlockKind.FURNITURE, piece.label, piece.end)
    elif piece.key in _PEOPLE_KEYS:
        layout.credit(piece, sender(layout.text, piece.start, piece.end))
    elif piece.key in _DATE_KEYS:
        layout.credit(piece, ())
    elif piece.key == "source":
        layout.add(BlockKind.SOURCES, piece.label, piece.end)
        layout.sources.append(Span(piece.start, piece.end))
    else:
        layout.add(BlockKind.FURNITURE, piece.label, piece.end)


def _add_piece(layout: Layout, piece: Piece, *, head: bool, before_prose: bool, tail: bool) -> None:
    line = layout.text[piece.start : piece.end]
    people = credits(layout.text, piece.start, piece.end) if _may_credit(line, head=head, tail=tail) else None
    if people is not None:
        layout.credit(piece, people)
    elif before_prose and _is_stamp(line):
        layout.credit(piece, ())
    elif is_furniture(line) or (
        layout.title and repeats_title(line, layout.text[layout.title.start : layout.title.end])
    ):
        layout.add(BlockKind.FURNITURE, piece.label, piece.end)
        layout.closed = layout.closed or (layout.paragraphs > 0 and closes_article(line))
    elif layout.closed and (line.endswith("?") or not _is_prose(line)):
        layout.add(BlockKind.FURNITURE, piece.label, piece.end)
    else:
        layout.closed = False
        layout.add(BlockKind.PARAGRAPH, piece.start, piece.end)


def _may_credit(line: str, *, head: bool, tail: bool) -> bool:
    """A bare "By …" stands at the head or the end, "—Jane Doe" at the end; "Photo: …" may stand anywhere."""
    if line.startswith(("—", "–")):
        return tail
    return head or tail or line[:1] in "([" or not line[:3].casefold().startswith(("by ", "fro"))


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence rather than a heading, a label or a name."""
    return ends_sentence(line) and len(line[:400].split()) >= PROSE_WORDS


def _is_stamp(line: str) -> bool:
    """Whether a line says when the text was published and little else: "Updated 15:02, 17 March 2016"."""
    words = [word for word in line.casefold().replace(",", " ").split() if word[0].isalnum()]
    dates = sum(word.strip(":|()-") in _STAMP or word[0].isdigit() for word in words)
    if len(words) == 1:
        return words[0][0].isdigit() and any(words[0].count(sign) == 2 for sign in "-/.")
    return 2 <= len(words) <= 12 and 5 * dates >= 3 * len(words) and any(c.isdigit() for c in line)


def _title(text: str, every: tuple[Piece, ...]) -> int | None:
    """Which piece is the title: the first headline before any prose, unless a longer one follows a mere label."""
    for i, piece in enumerate(every):
        if piece.key in _TITLE_KEYS and piece.start < piece.end:
            return i
    best: int | None = None
    first = next((i for i, piece in enumerate(every) if not piece.key), len(every))
    for i, piece in enumerate(every[first : first + _HEAD], first):
        line = text[piece.start : piece.end]
        if credits(text, piece.start, piece.end) is not None or _is_stamp(line) or is_furniture(line):
            continue
        if not _is_headline(line) or (piece.item and best is None) or len(every) == 1:
            break
        words = len(line.split())
        if best is None or words >= 5:
            best = i
        if words > _LABEL_WORDS:
            break
    return best


def _is_headline(line: str) -> bool:
    words = line[: _LONGEST_TITLE + 1].split()
    if len(line) > _LONGEST_TITLE or not 1 <= len(words) <= 32 or not any(map(str.isalpha, line)):
        return False
    bare = line.rstrip("\"'”’»)]*_")
    if bare.endswith((".", ":", ";", ",", "…")) or line[0].islower() or line.startswith(("http", "www.")):
        return False
    question = bare.endswith(("?", "!"))
    return not (question and (_LABELLED.match(line) or line[0] in '"“' or len(words) > 16))


def _without_site(text: str, piece: Piece) -> Piece:
    """The title without "| Name of the site" and without a mail's "Re:"."""
    start, end = piece.start, piece.end
    reply = _REPLY.match(text, start, end) if piece.key else None
    if reply and reply.end() < end:
        start = reply.end()
    name, bar, site = text[start:end].rpartition(" | ")
    if bar and len(name.split()) >= 3 and len(site.split()) <= 5:
        end = start + len(name.rstrip())
    return replace(piece, start=start, end=end)


def _list_of_sources(text: str, every: tuple[Piece, ...], i: int) -> list[Span]:
    """The sources that are listed under a heading at `i`, or after its colon; none when it is no such heading."""
    piece = every[i]
    heading = _SOURCES.match(text, piece.start, piece.end)
    if heading is None:
        return []
    if heading.end() < piece.end:
        line = text[heading.end() : piece.end]
        short = len(line.split()) <= 12 and not _is_prose(line)
        return _split(text, heading.end(), piece.end) if heading["colon"] and short else []
    found: list[Span] = []
    marked = i + 1 < len(every) and every[i + 1].item
    for item in every[i + 1 :]:
        line = text[item.start : item.end]
        unfit = not item.item if marked else _is_prose(line) or is_furniture(line) or len(line.split()) > 12
        if unfit or item.heading:
            break
        found.append(Span(item.start, item.end))
    return found


def _split(text: str, start: int, end: int) -> list[Span]:
    """The names in "Reuters, UN News; AP", each without white space and a closing dot."""
    parts = re.finditer(r"[^,;]+", text[start:end])
    spans = ((start + m.start() + len(m[0]) - len(m[0].lstrip()), m[0].strip(" \t\n.")) for m in parts)
    return [Span(first, first + len(name)) for first, name in spans if name]
