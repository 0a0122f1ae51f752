"""A listing on a terminal: as a table, as one field per line where that is too wide, or as the answer to a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from unami_cli.model import Fact, Hit, Words
from unami_cli.output.formats import Arrangement
from unami_cli.output.ink import DIM, MEASURE, NARROW, STRONG, at_places, hanging, printed, text_of, wrapped
from unami_cli.output.listing import Column, Listing, R, View, encloses
from unami_cli.output.screen import UNLIMITED, Screen, prose
from unami_cli.values import replace

if TYPE_CHECKING:
    from rich.table import Table

_EDGE, _GAP = 1, 2
_WORD = 16
_PROSE = 40
_LEAST_PROSE = (24, 16)
"""The least cells for prose; on a screen of `_ROOMY` cells, as few as the last where no other table fits."""
_ROOMY = 72

_REPLY = "bold color(28)"
_BAR, _PLAIN_BAR = "▌", "|"
_NEXT = 4
"""How many of the nearest sentences a screen shows by default besides the answer."""


class _Wrapped:
    """A cell whose lines are made for its column."""

    def __init__(self, text: Text, screen: Screen) -> None:
        self.text, self.screen = text, screen

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from wrapped(self.text, options.max_width, self.screen)


def rendered(listing: Listing[R], how: Arrangement, screen: Screen) -> str:
    """The listing, already arranged, for a screen; "" when it has neither rows nor a preface.

    On a narrow screen only what fits unwrapped is a table. A field that no row has is left out unless it is asked for.
    """
    if not listing.rows:
        return printed(screen, _preface(listing, screen, 0))
    fields = listing.chosen(how.fields, in_files=False)
    if how.fields is None:
        fields = tuple(field for field in fields if any(field.cell(row).text for row in listing.rows))
    styles = [STRONG if field.strong else DIM if field.quiet else "" for field in fields]
    rows = [
        [text_of(field.cell(row), screen, style) for field, style in zip(fields, styles, strict=True)]
        for row in listing.rows
    ]
    columns = [[row[index] for row in rows] for index in range(len(fields))]
    titles = [field.title if how.header else "" for field in fields]
    natural = [_natural(title, column) for title, column in zip(titles, columns, strict=True)]
    room = screen.width - _EDGE - _GAP * (len(fields) - 1)
    for cells in _LEAST_PROSE if screen.width >= _ROOMY else _LEAST_PROSE[:1]:
        least = [_least(*each, cells) for each in zip(titles, columns, natural, strict=True)]
        if sum(least) <= room:
            break
    if sum(least) > room or (screen.width < NARROW and sum(natural) > room):
        return printed(screen, [*_preface(listing, screen, 0), *_blocks(fields, rows, screen)])
    table = _table(titles, rows, _widths(natural, least, room), natural, screen)
    return printed(screen, [*_preface(listing, screen, _EDGE), table])


def _preface(listing: Listing[R], screen: Screen, edge: int) -> Iterator[Text]:
    """What stands above the rows, as far from the edge as they do, and a blank line."""
    if listing.preface:
        yield from hanging(Text(listing.preface.text), screen, " " * edge)
        if listing.rows:
            yield Text()


def _natural(title: str, column: Sequence[Text]) -> int:
    return max(cell_len(title), *(cell_len(line) for text in column for line in text.plain.split("\n")))


def _least(title: str, column: Sequence[Text], natural: int, prose: int) -> int:
    """How narrow a column may become: its longest common word; prose needs more."""
    word = max((cell_len(word) for text in column for word in text.plain.split()), default=0)
    least = max(cell_len(title), min(word, _WORD))
    return min(natural, max(least, prose)) if natural > _PROSE else least


def _widths(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """As wide as the room allows: the widest columns give way first, none below its least."""
    cap = max(natural)
    while True:
        widths = [min(wide, max(cap, low)) for wide, low in zip(natural, least, strict=True)]
        if sum(widths) <= room or cap == 0:
            return widths
        cap = min(cap - 1, max(1, cap - (sum(widths) - room) // len(widths)))


def _table(
    titles: Sequence[str], rows: Sequence[Sequence[Text]], widths: Sequence[int], natural: Sequence[int], screen: Screen
) -> Table:
    from rich.table import Table

    airy = any(wide > 2 * width for wide, width in zip(natural, widths, strict=True))
    table = Table(box=None, header_style="", padding=0, pad_edge=False, show_header=any(titles), leading=int(airy))
    for index, (title, width) in enumerate(zip(titles, widths, strict=True)):
        edge = _EDGE if index == 0 else _GAP
        table.add_column("", width=edge)
        table.add_column(Text(title, style=DIM), width=width)
    for row in rows:
        table.add_row(*(part for text in row for part in ("", _Wrapped(text, screen))))
    return table


def _blocks(fields: Sequence[Column[R]], rows: Sequence[Sequence[Text]], screen: Screen) -> Iterator[Text]:
    """One field per line, a blank line between records; an empty field shows a dash."""
    label = max(cell_len(field.title) for field in fields)
    for number, row in enumerate(rows):
        if number:
            yield Text()
        for field, text in zip(fields, row, strict=True):
            title = Text(f"{field.title}{' ' * (label - cell_len(field.title) + _GAP)}", style=DIM)
            if screen.width - title.cell_len < _WORD:  # hardly room beside the titles
                title = Text(f"{field.title}{' ' * _GAP}", style=DIM)
                if title.cell_len + text.cell_len > screen.width:
                    yield Text(field.title, style=DIM)
                    title = Text("  ")
            yield from hanging(text if text.plain else Text("–", style=DIM), screen, title, most=UNLIMITED)


def replied(view: View, hits: Sequence[Hit], screen: Screen, *, as_many: bool) -> str:
    """The hits of a question, already arranged: the first as the answer where it has one, the next ones below it.

    Unless the user chose `as_many`, only the nearest are shown.
    """
    rows = [(row.record, row.answer) for row in hits if isinstance(row.record, Fact)]
    shown = rows if as_many else rows[: _NEXT + 1]
    lines: list[Text] = []
    if shown and (answer := shown[0][1]):
        lines += [Text(), *_card(view, shown[0][0], answer, screen)]
        shown = shown[1:]
        lines += [Text(), Text(" see also", style=DIM)] if shown else []
    sentences = [(fact, text_of(view.sentence(fact), screen)) for fact, _ in shown]
    return printed(screen, [*lines, *at_places(view, sentences, screen, " ", "   ")])


def _card(view: View, fact: Fact, answer: Words, screen: Screen) -> Iterator[Text]:
    """The answer, and its sentence with the answer and the words of the question marked, and where it stands."""
    bar = Text(f" {_BAR if screen.unicode else _PLAIN_BAR} ", style=_REPLY)
    words = Text(prose(answer.text), style=_REPLY)
    day = next((date for date in fact.dates if (date.start, date.end) == (answer.start, answer.end)), None)
    if day and day.resolved != day.edtf:
        words.append(f"  {day.resolved}", DIM)
    narrow = replace(screen, width=max(screen.width - 3, 1))
    left = (
        fact.text[: answer.start - fact.start] + fact.text[answer.end - fact.start :] if encloses(fact, answer) else "x"
    )
    whole = not any(map(str.isalnum, left))  # but for its marks
    head = () if whole else (*hanging(words, narrow, most=MEASURE - 3), Text())
    sentence = text_of(view.sentence(fact), screen)
    if encloses(fact, answer):
        sentence.stylize(_REPLY, answer.start - fact.start, answer.end - fact.start)
    place = Text(f"{fact.id}  {view.place(fact)}", style=DIM)
    for line in (*head, *hanging(sentence, narrow, most=MEASURE - 3), *hanging(place, narrow)):
        yield Text.assemble(bar, line)
