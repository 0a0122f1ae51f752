"""The answer to a question, on a terminal: the words first, below them their sentence, then what comes nearest."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from unami_cli.model import Date, Fact, Span
from unami_cli.output import safe
from unami_cli.output.cells import Listing
from unami_cli.output.choices import Layout
from unami_cli.output.ink import DIM, MATCH, hanging, printed
from unami_cli.output.listings.mixed import Found, Told
from unami_cli.output.page import MEASURE
from unami_cli.output.screen import Screen
from unami_cli.output.view import View, holds, signed
from unami_cli.values import replace

REPLY = "bold color(28)"
_BAR, _PLAIN_BAR = "▌", "|"
_NEXT = 4
"""How many of the nearest sentences a screen shows unasked besides the answer."""


def rendered(view: View, listing: Listing[Found], layout: Layout, screen: Screen) -> str:
    """The rows, already arranged: the first as the answer where it has one, the next ones below it."""
    rows = [row for row in listing.rows if isinstance(row.record, Fact)]
    shown = rows if layout.limit is not None else rows[: _NEXT + 1]
    lines: list[Text] = []
    if shown and shown[0].answer and isinstance(shown[0].record, Fact):
        lines += [Text(), *_card(view, shown[0].record, shown[0].answer, screen)]
        shown = shown[1:]
        lines += [Text(), Text(" also near", style=DIM)] if shown else []
    facts = [row.record for row in shown if isinstance(row.record, Fact)]
    wide = max((len(fact.id) for fact in facts), default=0)
    far = max((len(_place(view, fact)) for fact in facts), default=0)
    for fact in facts:
        before = Text(f" {fact.id:<{wide}}  {_place(view, fact):<{far}}  ", style=DIM)
        lines += hanging(_marked(view, fact), screen, before, most=MEASURE)
    return printed(screen, lines)


def _card(view: View, fact: Fact, answer: Told, screen: Screen) -> Iterator[Text]:
    bar = Text(f" {_BAR if screen.unicode else _PLAIN_BAR} ", style=REPLY)
    words = Text(safe.flat(answer.text), style=REPLY)
    day = next((date for date in fact.dates if (date.start, date.end) == (answer.start, answer.end)), None)
    if day and _filled(day):
        words.append(f"  {day.resolved}", DIM)
    narrow = replace(screen, width=max(screen.width - 3, 1))
    whole = (answer.start, answer.end) == (fact.start, fact.end)
    head = () if whole else (*hanging(words, narrow, Text(), most=MEASURE - 3), Text())
    for line in (*head, *_sentence(view, fact, answer, narrow)):
        yield Text.assemble(bar, line)


def _filled(date: Date) -> bool:
    return date.resolved != date.edtf


def _sentence(view: View, fact: Fact, answer: Told, screen: Screen) -> Iterator[Text]:
    """The sentence with the answer and the words of the question marked, and where it stands."""
    text = _marked(view, fact)
    if holds(fact, Span(answer.start, answer.end)):
        text.stylize(REPLY, answer.start - fact.start, answer.end - fact.start)
    yield from hanging(text, screen, Text(), most=MEASURE - 3)
    yield Text(f"{fact.id}  {_place(view, fact)}", style=DIM)


def _marked(view: View, fact: Fact) -> Text:
    text = Text(safe.flat(fact.text))
    for mark in view.within(fact.article, fact):
        text.stylize(MATCH, mark.start, mark.end)
    return text


def _place(view: View, fact: Fact) -> str:
    label = f"{view.label(fact.article)} " if view.several else ""
    return f"{label}{signed([fact.paragraph])}"
