"""The timeline as a drawing: an axis, and for each date a sign that says how exact, how long and how sure it is.

The axis is to scale or has one step per year; the second half of the file says which cell a day falls into, and what is
written along it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.text import Text

from unami_cli.lexicon import month_length
from unami_cli.model import Date, Dated, Span
from unami_cli.output.ink import DIM, MEASURE, STRONG, flowing, hanging, has_room, marked, placed, printed
from unami_cli.output.listing import View
from unami_cli.output.screen import UNLIMITED, Screen
from unami_cli.values import Value, replace

BESIDE = 72
"""From this width in cells on, the sentences stand beside the axis, else below it."""

LEAST = 42
"""Below this width in cells there is no room for an axis."""

_WIDEST_AXIS, _LEAST_AXIS = 60, 12
_AIRY = 10
"""Up to this many dates are set apart by a blank line."""
_DAY, _MONTH, _YEAR, _LATER, _EARLIER = "●○", "◆◇", "■□", "▶▷", "◀◁"
_SHAPES = {10: _DAY, 7: _MONTH}
_COLOURS = {
    sign: f"bold color({hue})" for signs, hue in (("●○", 30), ("◆◇", 63), ("■□", 28), ("▶◀▷◁", 163)) for sign in signs
}
_MEANINGS = (
    ("●", "a day"),
    ("◆", "a month"),
    ("■", "a year or more"),
    ("┄", "some time in it"),
    ("━", "from, to"),
    ("▶", "then and after"),
    ("◀", "then and before"),
    ("○", "a day, resolved from the text around"),
    ("◇", "a month, resolved"),
    ("□", "a year, resolved"),
    ("▷", "then and after, resolved"),
    ("◁", "then and before, resolved"),
)
_NO_YEAR = "year not given"
_TO_SCALE, _BY_STEP = "to scale", "in steps"
_LINES = 2
_AFTER = 4
"""The part of the room around a date that what comes after it keeps, where all before it has room: a fourth."""
# Signs that every encoding has, for a screen that lacks the others.
_PLAIN = str.maketrans("●○◆◇■□┄━▶◀▷◁─┬┊", "*oMmYy.=><><-+:")
_STEPS_OF_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_STEPS_OF_MONTHS = (1, 2, 3, 6)
_STEPS_OF_DAYS = (1, 2, 7, 14, 28)
_MONTHS_BELOW, _DAYS_BELOW = 731, 62
_LABEL_GAP = 2
_FOUR_DIGITS = 1000


class Tick(Value):
    """A place on the axis, by its cell from 0, and what is written there from the cell `at` on."""

    cell: int
    label: str
    at: int = 0


class Axis(Value):
    """`width` cells for `stretches` of days (ordinals, the end exclusive), each as wide as the others when by step."""

    width: int
    stretches: tuple[tuple[int, int], ...]
    ticks: tuple[Tick, ...]
    by_step: bool = False

    def cell(self, day: str) -> int:
        """The cell (0 to `width` - 1) of an ISO day; that of the nearest end for a day beyond the axis."""
        at, share = ordinal(day), self.width / len(self.stretches)
        for number, (first, end) in enumerate(self.stretches):
            if at < end:
                within = max(at - first, 0) / (end - first)
                return min(int((number + within) * share), self.width - 1)
        return self.width - 1


class _Plan(Value):
    """Where things stand: the widths of the dates' column and of the articles' names, the axis, and room below."""

    dates: int
    names: int
    axis: Axis
    beside: bool
    airy: bool
    screen: Screen


def rendered(view: View, rows: Sequence[Dated], screen: Screen) -> str:
    """The drawing of these dates, in their order, those without a year listed below it; "" when there are none."""
    if not rows:
        return ""
    plan = _plan(view, rows, screen)
    known = [row for row in rows if row.earliest]
    lines = [*_legend(known, plan), *_head(plan)] if known else []
    before: list[str] = []
    for row in known:
        labels = _label(row)
        lines += _row(view, row, [] if labels == before else labels, plan)
        before = labels
    lines += _undated(view, [row for row in rows if not row.earliest], plan)
    return printed(screen, lines, _PLAIN)


def _plan(view: View, rows: Sequence[Dated], screen: Screen) -> _Plan:
    known = [row for row in rows if row.earliest]
    dates = max(len(_TO_SCALE), *(len(line) for row in known for line in _label(row)))
    names = _names(view, rows)
    beside = screen.width >= BESIDE + 2 * names
    room = screen.width - dates - 4
    wide = min(_WIDEST_AXIS, room * 2 // 5) if beside else room
    return _Plan(dates, names, axis(_known_days(rows), max(wide, _LEAST_AXIS)), beside, len(rows) <= _AIRY, screen)


def _known_days(rows: Iterable[Dated]) -> Iterable[str]:
    """The days at which something begins or ends; open ends have none."""
    for row in rows:
        begin, end = _ends(row.date) if row.earliest else ("", "")
        yield from (row.earliest,) if begin else ()
        yield from (row.latest,) if end else ()


def _ends(date: Date) -> tuple[str, str]:
    """Both ends of a date in EDTF, the same for what is not an interval; "" for an open one."""
    begin, slash, end = date.resolved.partition("/")
    return ("" if begin == ".." else begin, "" if end == ".." else end) if slash else (begin, begin)


def _legend(rows: Sequence[Dated], plan: _Plan) -> Iterable[Text]:
    used = {sign for row in rows for sign, _ in _signs(row, plan.axis).values()}
    parts = [Text.assemble((sign, _COLOURS.get(sign, "")), f" {about}") for sign, about in _MEANINGS if sign in used]
    return [*flowing(parts, plan.screen, " ", "   "), Text()]


def _head(plan: _Plan) -> Iterable[Text]:
    width = plan.axis.width
    labels, rule = [" "] * width, ["─"] * width
    for tick in plan.axis.ticks:
        rule[tick.cell] = "┬"
        labels[tick.at : tick.at + len(tick.label)] = tick.label
    how = _BY_STEP if plan.axis.by_step else _TO_SCALE
    yield Text(f" {how:<{plan.dates}}  {''.join(labels)}", style=DIM)
    yield Text(f" {'':<{plan.dates}}  {''.join(rule)}", style=DIM)


def _row(view: View, row: Dated, labels: Sequence[str], plan: _Plan) -> Iterable[Text]:
    """The lines of a date: its labels, its sign on the axis, its sentence; the ticks run on beside all of them."""
    sentence = _sentence(view, row, plan)
    beside = sentence if plan.beside else []
    for number in range(max(len(labels), len(beside), 1)):
        label = labels[number] if number < len(labels) else ""
        signs = _signs(row, plan.axis) if number == 0 else {}
        line = Text.assemble((f" {label:<{plan.dates}}  ", STRONG), _track(signs, plan.axis))
        yield Text.assemble(line, "  ", beside[number]) if number < len(beside) else line
    if not plan.beside:
        yield from (*sentence, Text())
    elif plan.airy:
        yield Text.assemble(" " * (plan.dates + 3), _track({}, plan.axis))


def listed(view: View, rows: Sequence[Dated], screen: Screen) -> str:
    """These dates in their order without an axis, each above its sentence."""
    lines, names = list[Text](), _names(view, rows)
    for number, row in enumerate(rows):
        above, below = (rows[at] if 0 <= at < len(rows) else None for at in (number - 1, number + 1))
        lines += [Text()] if number and not _of_one_sentence(above, row) else []
        if not row.earliest and (above is None or above.earliest):
            lines.append(Text(_NO_YEAR, style=DIM))
        lines += hanging(Text(" ".join(_label(row)), style=STRONG), screen)
        if not _of_one_sentence(row, below):
            lines += placed(f"  {_place(view, row, names)}  ", _told_by(view, row), screen, "    ")
    return printed(screen, lines)


def _of_one_sentence(one: Dated | None, other: Dated | None) -> bool:
    """Whether two dates, both with a year or both without, are of one sentence, which need not be shown twice."""
    if one is None or other is None:
        return False
    return one.fact == other.fact and bool(one.earliest) is bool(other.earliest)


def _undated(view: View, rows: Sequence[Dated], plan: _Plan) -> Iterator[Text]:
    """Dates without a year, which have no place on an axis."""
    if rows:
        yield from (*([] if plan.airy or not plan.beside else [Text()]), Text(f" {_NO_YEAR}", style=DIM))
    for row in rows:
        label = row.wording
        if cell_len(label) > plan.dates:
            yield from hanging(Text(label, style=STRONG), plan.screen, " ")
            label = ""
        before = Text.assemble((f" {label:<{plan.dates}}  ", STRONG), (f"{_place(view, row, plan.names)}  ", DIM))
        if not has_room(before, plan.screen):
            yield from hanging(before, plan.screen)
            before = Text("   ")
        yield from hanging(_told_by(view, row), plan.screen, before)


def _core(row: Dated) -> Span:
    """Where the date stands in its sentence."""
    return Span(row.date.start - row.fact.start, row.date.end - row.fact.start)


def _told_by(view: View, row: Dated) -> Text:
    """The sentence with its date marked."""
    return marked(view.told(row.fact), (_core(row),))


def _names(view: View, rows: Iterable[Dated]) -> int:
    """The cells that the names of their articles take, none where there is one article."""
    return max((cell_len(view.label(row.fact.article)) for row in rows), default=0) if view.several else 0


def _place(view: View, row: Dated, names: int) -> str:
    """The fact's id, after the name of its article where there are several, `names` cells wide."""
    id = f"{row.fact.id:<{len(view.table.facts[-1].id)}}"
    return f"{view.label(row.fact.article):<{names}} {id}" if names else id


def _sentence(view: View, row: Dated, plan: _Plan) -> list[Text]:
    """The sentence with its date marked, after the fact's id, wrapped to the room it has."""
    text = _told_by(view, row)
    place = _place(view, row, plan.names)
    before = Text(f"{place}  " if plan.beside else f"   {place}  ", style=DIM)
    if plan.screen.width == UNLIMITED:
        return hanging(text, plan.screen, before)
    room = plan.screen.width - (plan.dates + plan.axis.width + 5 if plan.beside else 0)
    narrow = replace(plan.screen, width=min(room, MEASURE))
    above: list[Text] = []
    if not has_room(before, narrow):
        above, before = hanging(before, narrow), Text("   ")
    lines = hanging(text, narrow, before)
    budget = _LINES * (narrow.width - before.cell_len)
    while len(lines) > _LINES and budget > 0:
        lines = hanging(_excerpt(text, _core(row), budget), narrow, before)
        budget -= 4
    return above + lines


def _excerpt(text: Text, core: Span, cells: int) -> Text:
    """So many cells of the text at whole words around its core (at least that), with "…" for what is left out."""
    plain = text.plain
    left, right = core.start, core.end
    spare = cells - cell_len(plain[left:right]) - 2
    if cell_len(plain[:left]) <= spare - spare // _AFTER:  # all that comes before: who and what
        spare -= cell_len(plain[:left])
        left = 0
    while spare > 0 and (left > 0 or right < len(plain)):
        before, after = plain.rfind(" ", 0, max(left - 1, 0)) + 1, plain.find(" ", right + 1)
        after = len(plain) if after < 0 else after
        # Twice as much of what comes before: that says who and what.
        goes_left = left > 0 and (right == len(plain) or core.start - left <= 2 * (right - core.end))
        spare -= cell_len(plain[before:left] if goes_left else plain[right:after])
        if spare >= 0:
            left, right = (before, right) if goes_left else (left, after)
    cut = text[left:right]
    cut.rstrip()
    return Text.assemble("… " if left else "", cut, " …" if right < len(plain) else "")


def _label(row: Dated) -> list[str]:
    """What the date is called, each end of an interval on a line of its own."""
    begin, end = map(_told, _ends(row.date))
    whole = "/" not in row.date.resolved or row.part or not row.earliest
    return [row.wording or begin] if whole else [begin or "…", f"– {end or '…'}"]


def _told(point: str) -> str:
    """One end of a date; a year by itself as a reader would say it."""
    return _called(int(point)) if point.removeprefix("-").isdecimal() else point


def _signs(row: Dated, on: Axis) -> dict[int, tuple[str, str]]:
    """The signs of a date by their cells, with their styles."""
    begin, end = _ends(row.date)
    hollow = row.date.resolved != row.date.edtf
    left = on.cell(row.earliest) if begin else 0
    right = on.cell(row.latest) if end else on.width - 1
    if on.by_step and row.earliest[:-6] == row.latest[:-6]:
        right = left
    if row.part and "/" not in row.date.resolved:
        left = right = {"early": left, "mid": (left + right) // 2, "late": right}[row.part]
    if row.bound:
        sign, cell = (_LATER[hollow], right) if row.bound == "after" else (_EARLIER[hollow], left)
        return {cell: (sign, _COLOURS[sign])}
    line = "━" if "/" in row.date.resolved else "┄"
    signs = dict.fromkeys(range(left, right + 1), line)
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
    ticks = {tick.cell for tick in on.ticks if tick.label}
    grid = {cell: ("┊" if cell in ticks else " ", DIM) for cell in range(on.width)}
    return Text.assemble(*(grid | signs).values())


def axis(days: Iterable[str], width: int) -> Axis:
    """The axis on which these ISO days stand: to scale, unless that leaves years less than half a cell.

    `days` are at least one, `width` at least 1 cell. Short times are labelled by months or days instead of years.
    """
    known = sorted(set(days), key=ordinal)
    years = sorted({_parts(day)[0] for day in known})
    if years[-1] - years[0] >= 2 * width and len(years) <= width:
        stretches = tuple((_day(year), _day(year + 1)) for year in years)
        places = (Tick(int(number * width / len(years)), _called(year)) for number, year in enumerate(years))
        return Axis(width, stretches, _legible(places, width), by_step=True)
    first, end = _bounds(known[0], known[-1])
    bare = Axis(width, ((first, end),), ())
    return Axis(width, bare.stretches, _ticks(bare, range(years[0], years[-1] + 1)))


def ordinal(day: str) -> int:
    """The number of a day in the Gregorian calendar extended both ways, year 0 and before included.

    >>> ordinal("2024-03-01") - ordinal("2024-02-28"), ordinal("0000-03-01"), ordinal("-0001-12-31") < 0
    (2, 0, True)
    """
    return _day(*_parts(day))


def _parts(day: str) -> tuple[int, int, int]:
    return int(day[:-6]), int(day[-5:-3]), int(day[-2:])


def _day(year: int, month: int = 1, day: int = 1) -> int:
    """Days since 0000-03-01: years begin in March, so that a leap day is the last of its year."""
    year, month = year - (month < 3), (month + 9) % 12
    return year * 365 + year // 4 - year // 100 + year // 400 + (month * 306 + 5) // 10 + day - 1


def _bounds(earliest: str, latest: str) -> tuple[int, int]:
    """The axis' ends: whole years, whole months in a short time, days in a very short one."""
    span = ordinal(latest) - ordinal(earliest)
    first, last = _parts(earliest), _parts(latest)
    if span >= _MONTHS_BELOW:
        return _day(first[0]), _day(last[0] + 1)
    if span >= _DAYS_BELOW:
        return _day(first[0], first[1]), _day(last[0] + last[1] // 12, last[1] % 12 + 1)
    return _day(*first), _day(*last) + 1


def _ticks(bare: Axis, years: range) -> tuple[Tick, ...]:
    """The closest ticks, on an axis of these years, whose labels all have room; at least the first label."""
    chosen: tuple[Tick, ...] = ()
    for days in _candidates(*bare.stretches[0], years):
        ticks = tuple(Tick(bare.cell(day), label) for day, label in days)
        if not ticks:
            continue
        chosen = ticks
        if all(after.cell - tick.cell >= len(tick.label) + _LABEL_GAP for tick, after in pairwise(ticks)):
            break
    return _legible(chosen, bare.width)


def _candidates(first: int, end: int, years: range) -> Iterator[Sequence[tuple[str, str]]]:
    """Days with their labels, from close to far apart."""
    span = end - first
    if span <= _DAYS_BELOW:
        every = [day for year in years for day in _days_of(year) if first <= ordinal(day) < end]
        yield from ([(day, day) for day in every[::step]] for step in _STEPS_OF_DAYS)
    elif span <= _MONTHS_BELOW + 366:
        months = [f"{_name(year)}-{month:02}" for year in years for month in range(1, 13)]
        inside = [month for month in months if first <= ordinal(f"{month}-01") < end]
        yield from ([(f"{month}-01", month) for month in inside[::step]] for step in _STEPS_OF_MONTHS)
    for step in _STEPS_OF_YEARS:
        whole = [year for year in years if _day(year) >= first and (_counted(year) % step == 0 or year == years[0])]
        yield [(f"{_name(year)}-01-01", _called(year)) for year in _without_neighbour(whole, step)]


def _without_neighbour(years: list[int], step: int) -> list[int]:
    """The round years and the first of all, without the round one that comes too soon after it."""
    return years[:1] + years[2:] if len(years) > 1 and 2 * (years[1] - years[0]) < step else years


def _days_of(year: int) -> Iterator[str]:
    every = ((month, day) for month in range(1, 13) for day in range(1, month_length(year, month) + 1))
    return (f"{_name(year)}-{month:02}-{day:02}" for month, day in every)


def _name(year: int) -> str:
    """A year in ISO's form, astronomical."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _called(year: int) -> str:
    """A year as a reader would say it: "753 BC" for -752, "AD 64"."""
    counted = _counted(year)
    return f"{counted} BC" if year <= 0 else f"AD {counted}" if year < _FOUR_DIGITS else str(counted)


def _counted(year: int) -> int:
    """An astronomical year as it is counted, after Christ or before."""
    return year if year > 0 else 1 - year


def _legible(ticks: Iterable[Tick], width: int) -> tuple[Tick, ...]:
    """The ticks; a label that would run over the end is moved, one that would run into the one before is left out."""
    kept: list[Tick] = []
    free = 0
    for tick in ticks:
        at = max(min(tick.cell, width - len(tick.label)), 0)
        kept.append(Tick(tick.cell, tick.label, at) if at >= free else Tick(tick.cell, "", at))
        free = at + len(tick.label) + _LABEL_GAP if at >= free else free
    return tuple(kept)
