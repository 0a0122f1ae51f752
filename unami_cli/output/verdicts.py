"""The results of checking, on a screen: what texts say of a claim, contradictions, and how two articles differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, zip_longest

from rich.text import Text

from unami_cli.model import Fact
from unami_cli.outcomes import Difference, Finding, Outcome, Told
from unami_cli.output import ink
from unami_cli.output.ink import BODY, DIM, NARROW, STRONG, WRONG, at_places, hanging, printed, quoting
from unami_cli.output.listing import HEAD, View, encloses
from unami_cli.output.screen import Screen, one_line, prose
from unami_cli.values import replace

TYPE_CHECKING = False  # what type checkers know by this name, without the cost of importing typing

if TYPE_CHECKING:
    from unami_cli.outcomes import Checked, Slot

_STYLES = {"agrees": f"bold {BODY}", "differs": WRONG, "not stated": STRONG}
_SIGNS = {"agrees": "=", "differs": "≠", "absent": "–"}
_UNTOLD = "not in this sentence"


def claims(view: View, rows: Sequence[Checked], screen: Screen) -> str:
    """Each answer as a card, a blank line between two."""
    lines: list[Text] = []
    for row in rows:
        lines += [*([Text()] if lines else []), *_card(view, row, screen)]
    return printed(screen, lines)


def _card(view: View, row: Checked, screen: Screen) -> Iterator[Text]:
    facts = [fact for id in row.facts if isinstance(fact := view.table.record(id), Fact)]
    verdict = Text(row.verdict.value.capitalize(), style=_STYLES[row.verdict.value])
    if view.several and facts:
        verdict.append(f"  {view.label(facts[0].article)}", DIM)
    yield from hanging(verdict, screen)
    yield from hanging(Text(one_line(row.claim)), screen, "  ")
    yield Text()
    shown = [slot for slot in row.slots if row.verdict.value != "not stated" or slot.verdict.value != "agrees"]
    yield from _slots(shown, screen)
    if shown and facts:
        yield Text()
    if row.verdict.value == "differs" and not any(slot.verdict.value == "differs" for slot in row.slots):
        yield from hanging(Text("The text says this of something or somebody else.", style=DIM), screen, "  ")
    if row.verdict.value == "not stated" and facts:
        yield from hanging(Text("No sentence says so; this one comes nearest.", style=DIM), screen, "  ")
    for fact in facts:
        told = [slot.stated for slot in row.slots if slot.stated and slot.fact == fact.id]
        yield from at_places(view, [(fact, quoting(view, fact, told))], screen, "  ", "  ")


def _slots(slots: Sequence[Slot], screen: Screen) -> Iterator[Text]:
    """What is claimed and what is stated, side by side where there is room."""
    name = max((len(slot.slot) for slot in slots), default=0)
    wide = min(max((Text(slot.claimed).cell_len for slot in slots), default=0), screen.width // 3)
    for slot in slots:
        differs = slot.verdict.value == "differs"
        sign = _SIGNS[slot.verdict.value]
        stated = _UNTOLD if slot.stated is None else prose(slot.stated)
        told = Text(stated, style=DIM if slot.stated is None else STRONG if differs else "")
        head = Text(f"  {slot.slot:<{name}}  ", style=DIM)
        claimed = Text(one_line(slot.claimed))
        if screen.width < NARROW or claimed.cell_len > wide:
            yield from hanging(claimed, screen, head)
            yield from hanging(told, screen, Text(f"{' ' * (name + 4)}{sign} ", style=DIM))
        else:
            claimed.pad_right(wide - claimed.cell_len)
            yield from hanging(told, screen, Text.assemble(head, claimed, (f"  {sign}  ", DIM)))


_HEADS = {
    Outcome.CONTRADICTION: ("Contradictions", WRONG),
    Outcome.OPEN: ("Cannot tell", STRONG),
    Outcome.OK: ("Fits", BODY),
}


def findings(view: View, rows: Sequence[Finding], screen: Screen) -> str:
    """The findings, already arranged, by what comes out; "" for none."""
    lines: list[Text] = []
    for outcome, (title, style) in _HEADS.items():
        some = [row for row in rows if row.outcome is outcome]
        if some:
            lines += [*([Text()] if lines else []), Text(title, style=style)]
            for number, row in enumerate(some):
                lines += [Text()] if number and outcome is not Outcome.OK else []
                lines += _told(view, row, screen)
    return printed(screen, lines)


def _told(view: View, row: Finding, screen: Screen) -> Iterator[Text]:
    """A finding in a sentence; below it those that it is about, unless all is well."""
    text = Text(one_line(row.text), style="" if row.outcome is Outcome.OK else STRONG)
    if row.outcome is Outcome.OK:
        text.append(f"  {', '.join(fact.id for fact in row.facts)}", DIM)
    yield from hanging(text, screen, "  ")
    if row.outcome is Outcome.OK:
        return
    indent = " " * (2 if screen.width < NARROW else 4)
    yield from at_places(view, [(fact, quoting(view, fact, row.values)) for fact in row.facts], screen, indent, indent)


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
    "doubt": ("Doubts", STRONG),
    "quote": ("Quotations", f"bold {ink.QUOTE}"),
    "sentence": ("Sentences", ""),
}
"""What the differences of each kind stand under, and how their values look."""
_OTHER, _NONE = "≠", "–"
# Signs that every encoding has, for a screen that lacks the others.
_PLAIN = str.maketrans({_OTHER: "#", _NONE: "-", "¶": "p"})


def differences(names: tuple[str, str], rows: Sequence[Difference], screen: Screen) -> str:
    """The differences of two articles of these names, by kind; "" when there are none."""
    if not rows:
        return ""
    return printed(screen, (_beside if screen.width >= BESIDE else _below)(names, rows, screen), _PLAIN)


def _beside(names: tuple[str, str], rows: Sequence[Difference], screen: Screen) -> Iterator[Text]:
    """Two columns; a sign before those values that both have, a dash for what one lacks."""
    wide = min((screen.width - 1 - 2 - _GAP) // 2, _WIDEST)
    narrow = replace(screen, width=wide)
    none = [Text(_NONE, style=DIM)]

    def sides(row: Difference) -> Iterator[Text]:
        both = [_side(row.kind, told, narrow) if told else none for told in (row.a, row.b)]
        return _side_by_side(both, wide, _OTHER if row.a and row.b else " ")

    yield from _side_by_side(_lettered(names, narrow), wide, " ")
    yield from _by_kind(rows, sides, replace(screen, width=2 * wide + _GAP), "   ")


def _by_kind(
    rows: Sequence[Difference], sides: Callable[[Difference], Iterator[Text]], screen: Screen, indent: str
) -> Iterator[Text]:
    """The rows by their kinds: what each is about, then what the two sides say."""
    for kind, each in groupby(rows, key=lambda row: row.kind):
        yield Text()
        yield Text(f" {_SECTIONS[kind][0]}", style=DIM)
        last = ""
        for number, row in enumerate(each):
            if number:
                yield Text()
            head = _subject(row)
            if head and head != last:
                yield from hanging(Text(one_line(head), style=DIM), screen, indent)
            last = head
            yield from sides(row)


def _side_by_side(sides: Sequence[Sequence[Text]], wide: int, sign: str) -> Iterator[Text]:
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

    for lines in _lettered(names, screen, " "):
        yield from lines
    yield from _by_kind(rows, sides, screen, "    ")


def _lettered(names: tuple[str, str], screen: Screen, indent: str = "") -> list[list[Text]]:
    """The names of both articles, each after its letter."""
    letters = [Text(f"{indent}{letter}  ", style=DIM) for letter in "AB"]
    whole = [Text(one_line(name), style=STRONG) for name in names]
    return [hanging(name, screen, letter) for name, letter in zip(whole, letters, strict=True)]


def _subject(row: Difference) -> str:
    """What is spoken of, where the values themselves do not say it; else ""."""
    said = any(told and told.value.startswith(row.about) for told in (row.a, row.b))
    return row.about if row.kind in ("role", "quote") and not said else ""


def _side(kind: str, told: Told, screen: Screen) -> list[Text]:
    """The value, and below it its sentence with the value marked; for quotations, only the sentence."""
    _, style = _SECTIONS[kind]
    value = hanging(Text(prose(told.value), style=style), screen)
    fact, span = told.fact, told.span
    if not fact:
        return [*value, Text(HEAD, style=DIM)]
    place = Text(f"¶ {fact.paragraph}  " if fact.paragraph else f"{HEAD}  ", style=DIM)
    sentence = Text(prose(fact.text))
    quoted = False
    if span and encloses(fact, span):
        start, end = span.start - fact.start, span.end - fact.start
        sentence.stylize(style, start, end)
        quoted = kind in ("quote", "sentence") and fact.text[start:end] == told.value
    return [*(() if quoted else value), *hanging(sentence, screen, place)]
