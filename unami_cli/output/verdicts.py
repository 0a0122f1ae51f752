"""What the texts say to a claim, on a screen: the verdict, what is claimed beside what is stated, and the sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from unami_cli.model import Fact
from unami_cli.output import safe
from unami_cli.output.ink import BODY, DIM, MATCH, STRONG, hanging, printed
from unami_cli.output.listing import View
from unami_cli.output.screen import Screen

if TYPE_CHECKING:
    from unami_cli.outcomes import Checked, Slot

_STYLES = {"agrees": f"bold {BODY}", "differs": MATCH.replace("underline ", ""), "not stated": STRONG}
_SIGNS = {"agrees": "=", "differs": "≠", "absent": "–"}
_UNTOLD = "not in the text"
_NARROW = 60
"""Below this width in cells what is stated stands below what is claimed."""


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
    told = [slot for slot in row.slots if row.verdict.value != "not stated" or slot.verdict.value != "agrees"]
    yield from _slots(told, screen)
    if told and facts:
        yield Text()
    if row.verdict.value == "not stated" and facts:
        yield from hanging(Text("No sentence says so; this one comes nearest.", style=DIM), screen, "  ")
    for fact in facts:
        before = Text(f"  {fact.id}  {view.place(fact.article, fact.paragraph)}  ", style=DIM)
        if screen.width < _NARROW:
            yield from hanging(before, screen)
            before = Text("  ")
        yield from hanging(_sentence(fact, row.slots), screen, before)


def _slots(slots: Sequence[Slot], screen: Screen) -> Iterator[Text]:
    """What is claimed and what is stated, side by side where there is room."""
    name = max((len(slot.slot) for slot in slots), default=0)
    wide = min(max((Text(slot.claimed).cell_len for slot in slots), default=0), screen.width // 3)
    for slot in slots:
        differs = slot.verdict.value == "differs"
        sign = _SIGNS[slot.verdict.value]
        stated = _UNTOLD if slot.stated is None else safe.one_line(slot.stated)
        told = Text(stated, style=DIM if slot.stated is None else STRONG if differs else "")
        head = Text(f"  {slot.slot:<{name}}  ", style=DIM)
        claimed = Text(safe.one_line(slot.claimed))
        if screen.width < _NARROW or claimed.cell_len > wide:
            yield from hanging(claimed, screen, head)
            yield from hanging(told, screen, Text(f"{' ' * (name + 4)}{sign} ", style=DIM))
        else:
            claimed.pad_right(wide - claimed.cell_len)
            yield from hanging(told, screen, Text.assemble(head, claimed, (f"  {sign}  ", DIM)))


def _sentence(fact: Fact, slots: Sequence[Slot]) -> Text:
    """The sentence with the words in bold that were held against the claim."""
    text = Text(safe.one_line(fact.text))
    for slot in slots:
        at = fact.text.find(slot.stated) if slot.stated else -1
        if at >= 0 and slot.fact == fact.id:
            text.stylize(STRONG, at, at + len(slot.stated or ""))
    return text
