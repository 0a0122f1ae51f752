"""The answer to a question, on a terminal: the words first, below them their sentence, then what comes nearest."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from unami_cli.model import Fact
from unami_cli.output import safe
from unami_cli.output.columns import Ranked, Told
from unami_cli.output.formats import Arrangement
from unami_cli.output.ink import DIM, MEASURE, hanging, printed, text_of
from unami_cli.output.listing import Listing, View, encloses
from unami_cli.output.screen import Screen
from unami_cli.values import replace

REPLY = "bold color(28)"
_BAR, _PLAIN_BAR = "▌", "|"
_NEXT = 4
"""How many of the nearest sentences a screen shows unasked besides the answer."""


def rendered(view: View, listing: Listing[Ranked], how: Arrangement, screen: Screen) -> str:
    """The rows, already arranged: the first as the answer where it has one, the next ones below it."""
    rows = [row for row in listing.rows if isinstance(row.record, Fact)]
    shown = rows if how.limit is not None else rows[: _NEXT + 1]
    lines: list[Text] = []
    if shown and shown[0].answer and isinstance(shown[0].record, Fact):
        lines += [Text(), *_card(view, shown[0].record, shown[0].answer, screen)]
        shown = shown[1:]
        lines += [Text(), Text(" also near", style=DIM)] if shown else []
    facts = [row.record for row in shown if isinstance(row.record, Fact)]
    wide = max((len(fact.id) for fact in facts), default=0)
    places = [view.place(fact.article, fact.paragraph) for fact in facts]
    far = max(map(len, places), default=0)
    for fact, place in zip(facts, places, strict=True):
        before = Text(f" {fact.id:<{wide}}  {place:<{far}}  ", style=DIM)
        lines += hanging(text_of(view.sentence(fact), screen), screen, before)
    return printed(screen, lines)


def _card(view: View, fact: Fact, answer: Told, screen: Screen) -> Iterator[Text]:
    """The answer, and its sentence with the answer and the words of the question marked, and where it stands."""
    bar = Text(f" {_BAR if screen.unicode else _PLAIN_BAR} ", style=REPLY)
    words = Text(safe.flat(answer.text), style=REPLY)
    day = next((date for date in fact.dates if (date.start, date.end) == (answer.start, answer.end)), None)
    if day and day.resolved != day.edtf:
        words.append(f"  {day.resolved}", DIM)
    narrow = replace(screen, width=max(screen.width - 3, 1))
    whole = (answer.start, answer.end) == (fact.start, fact.end)
    head = () if whole else (*hanging(words, narrow, most=MEASURE - 3), Text())
    sentence = text_of(view.sentence(fact), screen)
    if encloses(fact, answer):
        sentence.stylize(REPLY, answer.start - fact.start, answer.end - fact.start)
    place = Text(f"{fact.id}  {view.place(fact.article, fact.paragraph)}", style=DIM)
    for line in (*head, *hanging(sentence, narrow, most=MEASURE - 3), place):
        yield Text.assemble(bar, line)
