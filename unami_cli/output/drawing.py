"""The timeline as a drawing: an axis, and for each date a sign that says how exact, how long and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.text import Text

from unami_cli.model import Date, Span
from unami_cli.output import safe
from unami_cli.output.axis import Axis, axis
from unami_cli.output.ink import DIM, MATCH, STRONG, hanging, printed
from unami_cli.output.listings.stated import Dated
from unami_cli.output.page import MEASURE
from unami_cli.output.screen import UNLIMITED, Screen
from unami_cli.output.view import View
from unami_cli.values import Value, replace

BESIDE = 72
"""From this width in cells on, the sentences stand beside the axis, else below it."""

_WIDEST_AXIS, _LEAST_AXIS = 60, 12
_DAY, _MONTH, _YEAR = "●○", "◆◇", "■□"
_SHAPES = {10: _DAY, 7: _MONTH}
_COLOURS = {
    sign: f"bold color({hue})" for signs, hue in (("●○", 30), ("◆◇", 63), ("■□", 28), ("▶◀", 163)) for sign in signs
}
_MEANINGS = (
    ("●", "a day"),
    ("◆", "a month"),
    ("■", "a year or more"),
    ("┄", "some time in it"),
    ("━", "from, to"),
    ("▶", "no end given"),
    ("◀", "no start given"),
    ("○", "a day, resolved from the text around"),
    ("◇", "a month, resolved"),
    ("□", "a year, resolved"),
)
_TO_SCALE, _BY_STEP = "to scale", "by step"
_LINES = 2
_PLAIN = str.maketrans("●○◆◇■□┄━▶◀─┬┊", "*oMmYy.=><-+:")


class _Plan(Value):
    """Where things stand: the widths of the dates' column and of the sentences', and the axis between."""

    dates: int
    axis: Axis
    beside: bool
    screen: Screen


def rendered(view: View, rows: Sequence[Dated], screen: Screen) -> str:
    """The drawing of these dates, in their order; "" when there are none."""
    if not rows:
        return ""
    plan = _plan(rows, screen)
    lines = [*_legend(rows, plan), *_head(plan)]
    for row in rows:
        lines += _row(view, row, plan)
    if not screen.unicode:
        lines = [_replaced(line) for line in lines]
    return printed(screen, lines)


def _plan(rows: Sequence[Dated], screen: Screen) -> _Plan:
    dates = max(len(_TO_SCALE), *(len(line) for row in rows for line in _label(row.date)))
    beside = screen.width >= BESIDE
    room = screen.width - dates - 4
    wide = min(_WIDEST_AXIS, room * 2 // 5) if beside else room
    return _Plan(dates, axis(_known_days(rows), max(wide, _LEAST_AXIS)), beside, screen)


def _known_days(rows: Iterable[Dated]) -> Iterable[str]:
    """The days at which something begins or ends; open ends have none."""
    for row in rows:
        begin, end = _ends(row.date)
        yield from (row.earliest,) if begin else ()
        yield from (row.latest,) if end else ()


def _ends(date: Date) -> tuple[str, str]:
    """Both ends of a date in EDTF, the same for what is no interval; "" for an open one."""
    begin, slash, end = date.resolved.partition("/")
    return ("" if begin == ".." else begin, "" if end == ".." else end) if slash else (begin, begin)


def _legend(rows: Sequence[Dated], plan: _Plan) -> Iterable[Text]:
    used = {sign for row in rows for sign, _ in _signs(row, plan.axis).values()}
    parts = [Text.assemble((sign, _COLOURS.get(sign, "")), f" {about}") for sign, about in _MEANINGS if sign in used]
    line = Text()
    for part in parts:
        if line and line.cell_len + part.cell_len + 4 > min(plan.screen.width, MEASURE):
            yield line
            line = Text()
        line = Text.assemble(line, "   " if line else " ", part)
    yield line
    yield Text()


def _head(plan: _Plan) -> Iterable[Text]:
    width = plan.axis.width
    labels, rule = [" "] * width, ["─"] * width
    for tick in plan.axis.ticks:
        rule[tick.cell] = "┬"
        labels[tick.at : tick.at + len(tick.label)] = tick.label
    how = _BY_STEP if plan.axis.by_step else _TO_SCALE
    yield Text(f" {how:<{plan.dates}}  {''.join(labels)}", style=DIM)
    yield Text(f" {'':<{plan.dates}}  {''.join(rule)}", style=DIM)


def _row(view: View, row: Dated, plan: _Plan) -> Iterable[Text]:
    """The lines of a date: its label, its sign on the axis, its sentence; the ticks run on beside all of them."""
    labels = _label(row.date)
    sentence = _sentence(view, row, plan)
    beside = sentence if plan.beside else []
    for number in range(max(len(labels), len(beside))):
        label = labels[number] if number < len(labels) else ""
        signs = _signs(row, plan.axis) if number == 0 else {}
        line = Text.assemble((f" {label:<{plan.dates}}  ", STRONG), _track(signs, plan.axis))
        yield Text.assemble(line, "  ", beside[number]) if number < len(beside) else line
    if plan.beside:
        yield Text.assemble(" " * (plan.dates + 3), _track({}, plan.axis))
    else:
        yield from (*sentence, Text())


def _sentence(view: View, row: Dated, plan: _Plan) -> list[Text]:
    """The sentence with its date marked, behind the fact's id, wrapped to the room it has."""
    fact, date = row.fact, row.date
    text = Text(safe.flat(fact.text))
    text.stylize(MATCH, date.start - fact.start, date.end - fact.start)
    id = f"{fact.id:<{len(view.table.facts[-1].id)}}"
    place = f"{view.label(fact.article)} {id}" if view.several else id
    before = Text(f"{place}  " if plan.beside else f"   {place}  ", style=DIM)
    if plan.screen.width == UNLIMITED:
        return hanging(text, plan.screen, before)
    room = plan.screen.width - (plan.dates + plan.axis.width + 5 if plan.beside else 0)
    narrow = replace(plan.screen, width=min(room, MEASURE))
    lines = hanging(text, narrow, before)
    if len(lines) <= _LINES:
        return lines
    marked = Span(date.start - fact.start, date.end - fact.start)
    budget = _LINES * (narrow.width - before.cell_len)
    while len(lines) > _LINES and budget > 0:
        lines = hanging(_excerpt(text, marked, budget), narrow, before)
        budget -= 4
    return lines


def _excerpt(text: Text, core: Span, cells: int) -> Text:
    """So many cells of the text at whole words around its core (at least that), with "…" for what is left out."""
    plain = text.plain
    left, right = core.start, core.end
    spare = cells - cell_len(plain[left:right]) - 2
    while spare > 0 and (left > 0 or right < len(plain)):
        before, after = plain.rfind(" ", 0, max(left - 1, 0)) + 1, plain.find(" ", right + 1)
        after = len(plain) if after < 0 else after
        # Twice as much of what comes before: there stands who and what.
        goes_left = left > 0 and (right == len(plain) or core.start - left <= 2 * (right - core.end))
        spare -= cell_len(plain[before:left] if goes_left else plain[right:after])
        if spare >= 0:
            left, right = (before, right) if goes_left else (left, after)
    cut = text[left:right]
    cut.rstrip()
    return Text.assemble("… " if left else "", cut, " …" if right < len(plain) else "")


def _label(date: Date) -> list[str]:
    """The date as resolved, each end of an interval on a line of its own."""
    begin, slash, end = date.resolved.partition("/")
    if not slash:
        return [begin]
    return [begin if begin not in ("", "..") else "…", f"– {end}" if end not in ("", "..") else "– …"]


def _signs(row: Dated, on: Axis) -> dict[int, tuple[str, str]]:
    """The signs of a date by their cells, with their styles."""
    begin, end = _ends(row.date)
    left = on.cell(row.earliest) if begin else 0
    right = on.cell(row.latest) if end else on.width - 1
    line = "━" if "/" in row.date.resolved else "┄"
    signs = dict.fromkeys(range(left, right + 1), line)
    hollow = row.date.resolved != row.date.edtf
    signs[right] = _shape(end, hollow) if end else "▶"
    signs[left] = _shape(begin, hollow) if begin else "◀"
    if not end and left == right:
        signs[left] = "▶"
    return {cell: (sign, _COLOURS.get(sign, "")) for cell, sign in signs.items()}


def _shape(point: str, hollow: bool) -> str:
    exact = point.rstrip("~?%").lstrip("-")
    shape = _YEAR if "X" in exact else _SHAPES.get(len(exact), _YEAR)
    return shape[hollow]


def _track(signs: dict[int, tuple[str, str]], on: Axis) -> Text:
    ticks = {tick.cell for tick in on.ticks}
    grid = {cell: ("┊" if cell in ticks else " ", DIM) for cell in range(on.width)}
    return Text.assemble(*(grid | signs).values())


def _replaced(line: Text) -> Text:
    """The line in signs that every encoding has, on a screen that lacks the others."""
    line.plain = line.plain.translate(_PLAIN)
    return line
