"""The results of checking, on a screen: what the texts say about a claim, and where a text contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from unami_cli.model import Fact
from unami_cli.outcomes import Finding, Outcome
from unami_cli.output import safe
from unami_cli.output.ink import BODY, DIM, NARROW, STRONG, WRONG, hanging, placed, printed, quoting
from unami_cli.output.listing import View
from unami_cli.output.screen import Screen

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
    yield from hanging(Text(safe.one_line(row.claim)), screen, "  ")
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
        before = f"  {fact.id}  {view.place(fact.article, fact.paragraph)}  "
        yield from placed(before, quoting(view, fact, told), screen, "  ")


def _slots(slots: Sequence[Slot], screen: Screen) -> Iterator[Text]:
    """What is claimed and what is stated, side by side where there is room."""
    name = max((len(slot.slot) for slot in slots), default=0)
    wide = min(max((Text(slot.claimed).cell_len for slot in slots), default=0), screen.width // 3)
    for slot in slots:
        differs = slot.verdict.value == "differs"
        sign = _SIGNS[slot.verdict.value]
        stated = _UNTOLD if slot.stated is None else safe.prose(slot.stated)
        told = Text(stated, style=DIM if slot.stated is None else STRONG if differs else "")
        head = Text(f"  {slot.slot:<{name}}  ", style=DIM)
        claimed = Text(safe.one_line(slot.claimed))
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
    text = Text(safe.one_line(row.text), style="" if row.outcome is Outcome.OK else STRONG)
    if row.outcome is Outcome.OK:
        text.append(f"  {', '.join(fact.id for fact in row.facts)}", DIM)
    yield from hanging(text, screen, "  ")
    if row.outcome is Outcome.OK:
        return
    places = [view.place(fact.article, fact.paragraph) for fact in row.facts]
    wide, far = (max(map(len, some), default=0) for some in ([fact.id for fact in row.facts], places))
    indent = " " * (2 if screen.width < NARROW else 4)
    for fact, place in zip(row.facts, places, strict=True):
        before = f"{indent}{fact.id:<{wide}}  {place:<{far}}  "
        yield from placed(before, quoting(view, fact, row.values), screen, indent)
