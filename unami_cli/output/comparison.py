"""Two articles side by side: what each says of a thing, with its sentence; one above the other on a narrow screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, zip_longest

from rich.text import Text

from unami_cli.outcomes import Difference, Told
from unami_cli.output import ink, safe
from unami_cli.output.ink import DIM, STRONG, hanging, printed
from unami_cli.output.listing import HEAD, encloses
from unami_cli.output.screen import Screen
from unami_cli.values import replace

BESIDE = 100
"""From this width in cells on, the two stand side by side, else one above the other."""

_WIDEST = 76
_GAP = 3
_SECTIONS = {
    "person": ("People", ink.PERSON),
    "role": ("Roles", STRONG),
    "organization": ("Organisations", f"bold {ink.BODY}"),
    "name": ("Names", STRONG),
    "resolution": ("Resolutions", ink.RESOLUTION),
    "date": ("Dates", f"bold {ink.DATE}"),
    "figure": ("Figures", ink.FIGURE),
    "denial": ("Reversals", STRONG),
    "quote": ("Quotations", f"bold {ink.QUOTE}"),
    "sentence": ("Sentences", ""),
}
"""What the differences of each kind stand under, and how their values look."""
_OTHER, _NONE = "≠", "–"
# Signs that every encoding has, for a screen that lacks the others.
_PLAIN = str.maketrans({_OTHER: "#", _NONE: "-", "¶": "p"})


def rendered(names: tuple[str, str], rows: Sequence[Difference], screen: Screen) -> str:
    """The differences of two articles of these names, by kind; "" when there are none."""
    if not rows:
        return ""
    lines = list((_beside if screen.width >= BESIDE else _below)(names, rows, screen))
    if not screen.unicode:
        for line in lines:
            line.plain = line.plain.translate(_PLAIN)
    return printed(screen, lines)


def _beside(names: tuple[str, str], rows: Sequence[Difference], screen: Screen) -> Iterator[Text]:
    """Two columns; a sign before those values that both have, a dash for what one lacks."""
    wide = min((screen.width - 1 - 2 - _GAP) // 2, _WIDEST)
    narrow = replace(screen, width=wide)
    none = [Text(_NONE, style=DIM)]

    def sides(row: Difference) -> Iterator[Text]:
        both = [_side(row.kind, told, narrow) if told else none for told in (row.a, row.b)]
        return _columns(both, wide, _OTHER if row.a and row.b else " ")

    heads = [hanging(_name(name), narrow, Text(letter, style=DIM)) for letter, name in _lettered(names)]
    yield from _columns(heads, wide, " ")
    yield from _listed(rows, sides, replace(screen, width=2 * wide + _GAP), "   ")


def _listed(
    rows: Sequence[Difference], sides: Callable[[Difference], Iterator[Text]], screen: Screen, indent: str
) -> Iterator[Text]:
    """The rows by their kinds: what each is about, then what the two sides say."""
    for kind, each in groupby(rows, key=lambda row: row.kind):
        yield Text()
        yield _heading(kind)
        last = ""
        for number, row in enumerate(each):
            if number:
                yield Text()
            head = _head(row)
            if head and head != last:
                yield from hanging(Text(safe.one_line(head), style=DIM), screen, indent)
            last = head
            yield from sides(row)


def _columns(sides: Sequence[Sequence[Text]], wide: int, sign: str) -> Iterator[Text]:
    """The lines of both beside each other, the sign before the first."""
    for number, (left, right) in enumerate(zip_longest(*sides, fillvalue=Text())):
        before = Text(f" {sign if not number else ' '} ", style=DIM)
        yield Text.assemble(before, left, " " * (wide - left.cell_len + _GAP), right)


def _below(names: tuple[str, str], rows: Sequence[Difference], screen: Screen) -> Iterator[Text]:
    """What each says after its letter."""
    narrow = replace(screen, width=max(min(screen.width, ink.MEASURE) - 4, 1))

    def sides(row: Difference) -> Iterator[Text]:
        for letter, told in (("A", row.a), ("B", row.b)):
            for at, line in enumerate(_side(row.kind, told, narrow) if told else ()):
                yield Text.assemble(Text("    " if at else f" {letter}  ", style=DIM), line)

    for letter, name in _lettered(names):
        yield from hanging(_name(name), screen, Text(f" {letter}", style=DIM))
    yield from _listed(rows, sides, screen, "    ")


def _lettered(names: tuple[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("A  ", names[0]), ("B  ", names[1])


def _name(name: str) -> Text:
    return Text(safe.one_line(name), style=STRONG)


def _heading(kind: str) -> Text:
    return Text(f" {_SECTIONS[kind][0]}", style=DIM)


def _head(row: Difference) -> str:
    """What is spoken of, where the values themselves do not say it; else ""."""
    said = any(told and told.value.startswith(row.about) for told in (row.a, row.b))
    return row.about if row.kind in ("role", "quote") and not said else ""


def _side(kind: str, told: Told, screen: Screen) -> list[Text]:
    """The value, and below it its sentence with the value marked; for quotations, only the sentence."""
    _, style = _SECTIONS[kind]
    value = hanging(Text(safe.prose(told.value), style=style), screen)
    fact, span = told.fact, told.span
    if not fact:
        return [*value, Text(HEAD, style=DIM)]
    place = Text(f"¶ {fact.paragraph}  " if fact.paragraph else f"{HEAD}  ", style=DIM)
    sentence = Text(safe.prose(fact.text))
    quoted = False
    if span and encloses(fact, span):
        start, end = span.start - fact.start, span.end - fact.start
        sentence.stylize(style, start, end)
        quoted = kind in ("quote", "sentence") and fact.text[start:end] == told.value
    return [*(() if quoted else value), *hanging(sentence, screen, place)]
