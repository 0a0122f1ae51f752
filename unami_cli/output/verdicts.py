"""What the texts say to a claim, on a screen: the verdict, what is claimed beside what is stated, and the sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from unami_cli.model import Fact
from unami_cli.output import safe
from unami_cli.output.ink import BODY, DIM, NARROW, STRONG, WRONG, hanging, placed, printed, quoting
from unami_cli.output.listing import View
from unami_cli.output.screen import Screen

if TYPE_CHECKING:
    from unami_cli.outcomes import Checked, Slot

_STYLES = {"agrees": f"bold {BODY}", "differs": WRONG, "not stated": STRONG}
_SIGNS = {"agrees": "=", "differs": "≠", "absent": "–"}
_UNTOLD = "not in the text"


def rendered(view: View, rows: Sequence[Checked], screen: Screen) -> str:
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
    yield verdict
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
