"""How a text is laid out: lines of their own, or paragraphs broken into lines of one width that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from unami_cli.model import Span
from unami_cli.patterns import pattern
from unami_cli.values import replace

# What may surround a line and means nothing; `str.strip` alone would keep the hidden ones.
BLANK = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, (*range(0x2000, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0x00AD, 0x061C, 0xFEFF))
)
_ENDS = (".", "!", "?", "…", ":")
CLOSERS = "\"'”’»›)]*_"
_QUOTING = pattern(r"[ \t]*(?:>[ \t]*)+")
_MARKS = frozenset("#=*+-–—•‣⁃◦▪▫●○■□►▶♦◆∙·")
_MARKER = pattern(  # matched where a number or one of the marks stands
    r"""(?P<heading> \#{1,6} (?=\s) | ={2,6} (?=\s?\w))
      | (?P<item> (?: [*+-]{1,2} (?=\s) | [–—]{1,2} (?=\s) | [^\w\x00-\x7f–—] | \d{1,2}[.)] (?=\s+\D) )
            (?: \s+ \[[ xX]\] (?=\s) )? )""",
    re.VERBOSE,
)
_BEHIND_A_NUMBER = frozenset(".)")
_HEADER = pattern(r"\*{0,2}(?P<key>[A-Za-z][A-Za-z-]{1,30}):\*{0,2}(?:[ \t]|$)")
_KNOWN = frozenset(
    """from to cc bcc date sent subject reply-to sender title headline author authors by published source tags received
    return-path delivered-to message-id mime-version content-type category slug layout url link""".split()
)
_MAIL_HEADS = ("From:", "Date:", "Sent:", "Subject:", "*From:", "**From:")
_FENCES = ("```", "~~~")
_MARKUP = {**{fence: fence for fence in _FENCES}, "<!--": "-->"}
"""What opens lines that are not text, and what closes them."""
_OF_THEIR_OWN = frozenset(("subject", "title", "headline"))
_MOST_FRONT = 100  # lines of front matter
_NARROWEST, _WIDEST, _RAGGED = 30, 110, 8


class Piece(Span):
    """A stretch that belongs together, without the marks at its edge: a line, or lines that were wrapped."""

    label: int
    """Where the piece begins with its list mark or header name; equals `start` when there was none."""
    item: bool = False
    heading: bool = False
    key: str = ""
    """The name of a mail-like header ("subject"), "code" of what a machine is to read, else ""."""
    indent: int = 0
    follows_blank: bool = True
    depth: int = 0
    """How many ">" stand before its first line."""


_NONE: tuple[Piece, ...] = ()


def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a text in order; between them stand only white space, list marks and quoting marks."""
    lines = tuple(_lines(text))
    heads, end = _front_matter(text, lines)
    if not heads:
        heads, end = _headers(text, lines, 0)
    return (*heads, *_body(text, lines, end))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as sentences do, closing marks aside."""
    return line.rstrip(CLOSERS).endswith(_ENDS)


def _lines(text: str) -> Iterator[Piece]:
    offset, blank = 0, True
    for line in text.splitlines(keepends=True):
        begin = offset
        offset += len(line)
        quoting = _QUOTING.match(line) if ">" in line else None
        inner = line[quoting.end() :] if quoting else line
        content = inner.strip(BLANK)
        if not content:
            blank = True
            continue
        start = offset - len(inner.lstrip(BLANK))
        piece = _line(text, start, start + len(content), start - begin - (quoting.end() if quoting else 0), blank)
        yield replace(piece, depth=quoting[0].count(">")) if quoting else piece
        blank = False


def _line(text: str, start: int, end: int, indent: int, blank: bool) -> Piece:
    numbered = text[start].isdigit() and not _BEHIND_A_NUMBER.isdisjoint(text[start + 1 : start + 3])
    mark = _MARKER.match(text, start, end) if numbered or text[start] in _MARKS else None
    if mark is None:
        return Piece(start, end, start, indent=indent, follows_blank=blank)
    heading = mark["heading"] is not None
    inner = text[mark.end() : end].lstrip(BLANK)
    rest = inner.rstrip("#=" + BLANK) if heading else inner
    if not rest:
        return Piece(start, end, start, indent=indent, follows_blank=blank)
    first = end - len(inner)
    return Piece(first, first + len(rest), start, not heading, heading, "", indent, blank)


def _headers(text: str, lines: tuple[Piece, ...], first: int) -> tuple[tuple[Piece, ...], int]:
    """The mail-like header lines ("Subject: …") from line `first` on, and the line after them."""
    found: list[Piece] = []
    for at in range(first, len(lines)):
        line = lines[at]
        match = _HEADER.match(text, line.start, line.end) if text.find(":", line.start, line.end) >= 0 else None
        key = match["key"].lower() if match else ""
        if found and not line.follows_blank and line.indent and not key:  # a folded header goes on
            last = found[-1]
            found[-1] = Piece(last.start, line.end, last.label, key=last.key)
        elif match and (not found or not line.follows_blank) and (key in _KNOWN or (found and "-" in key)):
            value = text[match.end() : line.end].lstrip(BLANK)
            found.append(Piece(line.end - len(value), line.end, line.start, key=key))
        else:
            break
    if not found or (len(found) == 1 and found[0].key not in _OF_THEIR_OWN):
        return _NONE, first
    end = first
    while end < len(lines) and lines[end].start < found[-1].end:
        end += 1
    return tuple(found), end


def _front_matter(text: str, lines: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], int]:
    """The lines between two "---" at the head of a Markdown text, and the line after them."""
    if len(lines) < 3 or not _is(text, lines[0], "---") or lines[1].follows_blank:
        return _NONE, 0
    if not _HEADER.match(text, lines[1].start, lines[1].end):
        return _NONE, 0
    last = next((at for at in range(2, min(len(lines), _MOST_FRONT)) if _is(text, lines[at], "---")), 0)
    return (tuple([_set_out(text, line) for line in lines[: last + 1]]), last + 1) if last else (_NONE, 0)


def _is(text: str, line: Piece, words: str) -> bool:
    """Whether a line is just that."""
    return line.end - line.start == len(words) and text.startswith(words, line.start)


def _set_out(text: str, line: Piece) -> Piece:
    """A line of front matter as a header without the quotation marks around its value; else it is set like code."""
    match = _HEADER.match(text, line.start, line.end)
    if match is None or line.indent:
        return replace(line, key="code")
    start, end = match.end(), line.end
    start += len(text[start:end]) - len(text[start:end].lstrip(BLANK))
    if end - start > 2 and text[start] in "\"'" and text[end - 1] == text[start]:
        start, end = start + 1, end - 1
    return Piece(start, end, line.start, key=match["key"].lower())


def _body(text: str, lines: tuple[Piece, ...], first: int) -> Iterator[Piece]:
    """The pieces below the head: paragraphs, and between them the heads of mails passed on and blocks of code."""
    runs: list[tuple[tuple[Piece, ...], tuple[Piece, ...]]] = []
    kept, seen, at = _MARKUP, dict[str, int | None](), first
    while at < len(lines):
        line, found, end = lines[at], _NONE, at
        if text.startswith(_MAIL_HEADS, line.start):
            found, end = _headers(text, lines, at)
            end = end if len(found) > 1 else at
        elif opening := next((each for each in kept if text.startswith(each, line.start)), None):
            last = seen.get(opening)
            if last is None or last <= at:
                last = seen[opening] = _closing(text, lines, at, kept[opening])
            if last is None:  # nor will any other of its kind be closed
                kept = {each: close for each, close in kept.items() if each != opening}
            elif text.endswith(kept[opening], lines[last].start, lines[last].end):
                found, end = tuple([replace(line, key="code") for line in lines[at : last + 1]]), last + 1
        if end > at:
            runs.append((lines[first:at], found))
            first = at = end
        else:
            at += 1
    runs.append((lines[first:], _NONE))
    width = _wrapped_at(text, tuple([line for run, _ in runs for line in run]), sure=False)
    for run, found in runs:
        if run:
            yield from _joined(text, run, width) if width else _paragraphs(text, run)
        yield from found


def _closing(text: str, lines: tuple[Piece, ...], first: int, close: str) -> int | None:
    """The line that closes a block of code or a comment that opens in line `first`; None where none does."""
    fenced = close in _FENCES
    for at in range(first + fenced, len(lines)):
        held = _is(text, lines[at], close) if fenced else text.find(close, lines[at].start, lines[at].end) >= 0
        if held:
            return at
    return None


def _paragraphs(text: str, lines: tuple[Piece, ...]) -> Iterator[Piece]:
    """The lines of a body that is not wrapped all over, joined in those groups between blank lines that are."""
    starts = [i for i, line in enumerate(lines) if i == 0 or line.follows_blank or line.depth != lines[i - 1].depth]
    for start, end in pairwise((*starts, len(lines))):
        group = lines[start:end]
        width = _wrapped_at(text, group, sure=True) if len(group) > 1 else 0
        yield from _joined(text, group, width) if width else group


def _wrapped_at(text: str, lines: tuple[Piece, ...], *, sure: bool) -> int:
    """The width at which lines were broken, 0 when each stands for itself; `sure` asks for more where lines are few.

    Greedy wrapping leaves a trace: the first word of a line would not have fitted on the line before it.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not _is_apart(a, b)]
    if not pairs:
        return 0
    lengths = sorted(map(_length, (a for a, _ in pairs)))
    width = lengths[-1] if sure else lengths[int(0.95 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= (_WIDEST if sure else 2 * _WIDEST):
        return 0
    if 10 * sum(_length(line) > width + _RAGGED for line in lines) > len(lines):
        return 0
    telling = [(a, b) for a, b in pairs if sure or 2 * _length(a) >= width]
    full = sum(_full(text, a, b, width) for a, b in telling)
    unfinished = sum(not ends_sentence(text[max(a.start, a.end - 8) : a.end]) for a, _ in telling)
    lower = sum(text[b.start].islower() for _, b in telling)
    share = 10 if sure else 8
    mail = lines[0].depth > 0 and sure  # every line of which is wrapped, whatever the next one begins with
    enough = mail or (6 * lower >= len(telling) and lower > 0)
    return width if enough and 10 * full >= share * len(telling) and 2 * unfinished >= len(telling) else 0


def _is_apart(line: Piece, below: Piece) -> bool:
    """Whether a line tells by itself that it does not go on the one above it."""
    return below.follows_blank or below.item or below.heading or below.depth != line.depth


def _length(line: Piece) -> int:
    return line.end - line.start + line.indent


def _full(text: str, line: Piece, below: Piece, width: int) -> bool:
    """Whether the first word of the line below would not have fitted; two columns of grace for ragged breaks."""
    word = text[below.start : min(below.end, below.start + width)].split(maxsplit=1)[0]
    return _length(line) + 1 + len(word) >= width - 2


def _joined(text: str, lines: tuple[Piece, ...], width: int) -> Iterator[Piece]:
    current = lines[0]
    for line, below in pairwise(lines):
        if _breaks(text, line, below, width):
            yield current
            current = below
        else:
            current = replace(current, end=below.end)
    yield current


def _breaks(text: str, line: Piece, below: Piece, width: int) -> bool:
    """Whether a new piece begins below a line of a text that was wrapped at `width`."""
    if _is_apart(line, below) or line.heading:
        return True
    if below.indent >= line.indent + 2 and not line.item:  # paragraphs told apart by their first indent
        return ends_sentence(text[line.start : line.end])
    ragged = _length(line) + _RAGGED < width and not text[below.start].islower()
    return ragged and not _full(text, line, below, width)
