"""Rich, used so that article text is never markup: styles, wrapping and printing to a string."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.style import Style
from rich.text import Text

from unami_cli.marks import GONE
from unami_cli.model import Fact, Span
from unami_cli.output.listing import Cell, View
from unami_cli.output.screen import UNLIMITED, Screen, one_line, runs_leftward
from unami_cli.patterns import pattern

_GAPS = pattern(f"{GONE}+")
_WORD, _JOINT = pattern(r"\S+"), pattern(r"[-–—/](?=\w)")
_LOOSE = "\N{FOUR-PER-EM SPACE}"
"""Where a long word may be broken, until it is wrapped."""
_LOOSE_ENDS = pattern(_LOOSE)
_PLACE, _HELD = "¶ ", "¶\N{BRAILLE PATTERN BLANK}"
"""The second stands for the first while lines are broken: not a blank, at which they might be."""
DIM = "dim"
STRONG = "bold"
# Of the 256 colours those that contrast with black and with white alike, at least 4.3 to 1 (WCAG asks 4.5 of small
# print, which none of another hue reaches on both); on a terminal of 16, rich takes the nearest.
PERSON = "bold color(163)"
BODY = "color(28)"
RESOLUTION = "bold color(63)"
DATE = "underline color(30)"
FIGURE = "bold"
QUOTE = "italic"
MATCH = "bold underline color(163)"
WRONG = "bold color(163)"

NARROW = 60
"""Below this width in cells, things otherwise side by side stand one above the other."""
MEASURE = 88
"""The widest line of prose in cells, whatever the screen."""


def console(screen: Screen) -> Console:
    """A console that writes to a string as the screen would show it; the environment no longer has a say."""
    return Console(
        file=StringIO(),
        width=screen.width,
        height=25,
        force_terminal=screen.styles,
        color_system=("256" if screen.colors >= 256 else "standard") if screen.styles else None,
        no_color=False,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )


def printed(screen: Screen, renderables: Iterable[RenderableType], plain: Mapping[int, int | str] | None = None) -> str:
    """The renderables below each other, without trailing blanks; `plain` are signs for a screen that lacks others."""
    target = console(screen)
    with target.capture() as capture:
        for renderable in renderables:
            if plain and not screen.unicode and isinstance(renderable, Text):
                renderable.plain = renderable.plain.translate(plain)
            target.print(renderable, no_wrap=isinstance(renderable, Text), overflow="ignore", crop=False)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().split("\n")[:-1])


def marked(text: str, highlights: Iterable[Span], style: str = "") -> Text:
    """Words fit for a screen, the highlights in them (0-based, end exclusive) marked."""
    shown = Text(text, style=style)
    for one in highlights:
        shown.stylize(MATCH, one.start, one.end)
    return shown


def quoting(view: View, fact: Fact, words: Iterable[str]) -> Text:
    """A sentence, these of its words in bold where they first stand."""
    shown = Text(view.told(fact))
    for one in words:
        at = fact.text.find(one)
        if at >= 0:
            shown.stylize(STRONG, at, at + len(one))
    return shown


def placed(before: str, sentence: Text, screen: Screen, indent: str) -> Iterator[Text]:
    """A sentence after where it stands, below it where there is little room."""
    place = Text(before, style=DIM)
    if screen.width < NARROW or not has_room(place, screen):
        bare = before.lstrip()
        yield from hanging(Text(bare, style=DIM), screen, before[: len(before) - len(bare)])
        place = Text(indent)
    yield from hanging(sentence, screen, place)


def at_places(
    view: View, told: Sequence[tuple[Fact, Text]], screen: Screen, before: str, indent: str
) -> Iterator[Text]:
    """Facts with their sentences: `before`, their ids and their places stand in columns where there is room."""
    places = [view.place(fact) for fact, _ in told]
    wide, far = (max(map(len, some), default=0) for some in ([fact.id for fact, _ in told], places))
    for (fact, sentence), place in zip(told, places, strict=True):
        yield from placed(f"{before}{fact.id:<{wide}}  {place:<{far}}  ", sentence, screen, indent)


def has_room(before: Text, screen: Screen) -> bool:
    """Whether what stands before a sentence leaves it half of a line: the name of a file may be long."""
    return 2 * before.cell_len <= min(screen.width, MEASURE)


def text_of(cell: Cell, screen: Screen, style: str = "") -> Text:
    """A cell with its highlights, its link where the screen takes one, and its note."""
    text = Text.assemble(marked(cell.text, cell.highlights, style))
    if cell.link and screen.links:
        text.stylize(Style(link=one_line(cell.link)))
    if cell.note:
        text = Text.assemble(text, (" (", DIM), marked(cell.note, cell.noted, DIM), (")", DIM))
    return text


def wrapped(text: Text, width: int, screen: Screen) -> list[Text]:
    """The lines of a text, none wider than `width` cells; words are broken only when they are wider alone.

    Right-to-left lines are isolated on a terminal, so that what stands beside them keeps its place.
    """
    shown = _without(text, _GAPS)
    if _PLACE in shown.plain:  # a paragraph's sign and its number stay on one line
        shown = shown.copy()
        shown.plain = shown.plain.replace(_PLACE, _HELD)
    torn = any(len(word) > width for word in shown.plain.split())
    lines = (_loosened(shown, width) if torn else shown).wrap(_MEASURING, max(width, 1), overflow="fold", tab_size=1)
    for line in lines:
        line.rstrip()
        if _HELD in line.plain:
            line.plain = line.plain.replace(_HELD, _PLACE)
    whole = [_without(line, _LOOSE_ENDS) for line in lines] if torn else list(lines)
    if screen.terminal:
        whole = [Text.assemble("\u2068", line, "\u2069") if runs_leftward(line.plain) else line for line in whole]
    return whole or [Text()]


def _without(text: Text, signs: re.Pattern[str]) -> Text:
    """The text without these signs; its styles stay where they were."""
    cuts = [at for sign in signs.finditer(text.plain) for at in sign.span()]
    if not cuts:
        return text
    kept = Text(style=text.style)
    for part in text.divide(cuts)[::2]:
        kept.append_text(part)
    return kept


def _loosened(text: Text, width: int) -> Text:
    """The text with a place to break after each hyphen and slash of words that are wider than that."""
    words = (word for word in _WORD.finditer(text.plain) if len(word[0]) > width)
    joints = [joint.end() for word in words for joint in _JOINT.finditer(text.plain, word.start(), word.end())]
    return Text(_LOOSE).join(text.divide(joints)) if joints else text


def hanging(text: Text, screen: Screen, first: Text | str = "", *, most: int = MEASURE) -> list[Text]:
    """The text wrapped after `first`, the other lines indented as far; `most` bounds it all on a screen."""
    width = screen.width if screen.width == UNLIMITED else min(screen.width, most)
    before = Text(first) if isinstance(first, str) else first
    lines = wrapped(text, width - before.cell_len, screen)
    return [Text.assemble(" " * before.cell_len if number else before, line) for number, line in enumerate(lines)]


def flowing(parts: Iterable[Text], screen: Screen, indent: str = "", gap: str = "  ") -> list[Text]:
    """The parts side by side, none of them torn, on as many lines as it takes."""
    lines: list[Text] = []
    for part in parts:
        room = min(screen.width, MEASURE) if screen.width != UNLIMITED else UNLIMITED
        if lines and lines[-1].cell_len + len(gap) + part.cell_len <= room:
            lines[-1] = Text.assemble(lines[-1], gap, part)
        else:
            lines.append(Text.assemble(indent, part))
    return lines


_MEASURING = console(Screen(StringIO()))
