"""What comes of checking a text, on a screen: contradictions with their sentences first, what fits in a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from unami_cli.outcomes import Finding, Outcome
from unami_cli.output import safe
from unami_cli.output.ink import BODY, DIM, NARROW, STRONG, WRONG, hanging, placed, printed, quoting
from unami_cli.output.listing import View
from unami_cli.output.screen import Screen

_HEADS = {
    Outcome.CONTRADICTION: ("Contradictions", WRONG),
    Outcome.OPEN: ("Cannot tell", STRONG),
    Outcome.OK: ("Fits", BODY),
}


def rendered(view: View, rows: Sequence[Finding], screen: Screen) -> str:
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
        text.append(f"  {','.join(fact.id for fact in row.facts)}", DIM)
    yield from hanging(text, screen, "  ")
    if row.outcome is Outcome.OK:
        return
    places = [view.place(fact.article, fact.paragraph) for fact in row.facts]
    wide, far = (max(map(len, some), default=0) for some in ([fact.id for fact in row.facts], places))
    indent = " " * (2 if screen.width < NARROW else 4)
    for fact, place in zip(row.facts, places, strict=True):
        before = f"{indent}{fact.id:<{wide}}  {place:<{far}}  "
        yield from placed(before, quoting(view, fact, row.values), screen, indent)
