"""The article on a terminal: the greeting, which says what it is and what to try, and the reading view.

The reading view numbers the paragraphs and marks what was found in them in place, by kind.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from unami_cli.marks import is_markup
from unami_cli.model import Article, Block, BlockKind, Comparator, Fact, Match, Mention, Span, Spans
from unami_cli.output import ink
from unami_cli.output.ink import DIM, STRONG, flowing, hanging, printed
from unami_cli.output.listing import View, places, with_marks
from unami_cli.output.screen import Screen, one_line, prose
from unami_cli.values import Value, replace

if TYPE_CHECKING:
    from unami_cli.table import FactTable

_MOST_GREETED = 6
"""One more, and the last of them gives its place to how many there are."""
_DEEPEST = 8  # this many finds inside each other are shown in their styles
_LEAST_ABOUT = 24
"""Cells needed beside a command to say there what it does."""


class _Find(Span):
    """Something found: its style, and its label, which is shown if it is `told`."""

    style: str
    label: str
    told: bool


class Around(Value):
    """Where to look: some places, and what labels them, "" for nothing. In a `whole` one, all is marked as usual."""

    places: tuple[Mention | Fact | Match, ...]
    label: str = ""
    whole: bool = False


def rendered(view: View, screen: Screen, around: Around | None = None, *, ids: bool = False) -> str:
    """Every article in full; or, of those with a place of `around`, the paragraphs of these places.

    A record is labelled where it is first met, and nothing within quotation marks is; with `ids` all are.
    """
    lines: list[Text] = []
    everything = {} if around and not around.whole else _everything(view)
    meant: dict[str, list[Mention | Fact | Match]] = {}
    for place in around.places if around else ():
        meant.setdefault(place.article, []).append(place)
    for article in view.table.articles:
        near = Spans(meant.get(article.id, []))
        if around and not around.whole:
            found = [_Find(place.start, place.end, ink.MATCH, around.label, bool(around.label)) for place in near.every]
        else:
            found = everything[article.id]
        shown = list(_shown(article))
        blocks = [b for b in shown if not around or near.inside(b.start, b.end)]
        if not blocks:
            continue
        spans = Spans(found)
        inside = [one for block in blocks for one in spans.inside(block.start, block.end)]
        lines += [*hanging(Text(view.label(article.id), style=STRONG), screen), Text()] if view.several else []
        finds = _told(_nested(inside), ids=ids or bool(around and around.label))
        places = {block.start: place for place, block in enumerate(shown)}
        lines += _blocks(article, blocks, places, finds, screen)
    return printed(screen, [*([] if around else _legend(screen, ids=ids)), *lines])


def _shown(article: Article) -> Iterator[Block]:
    """The blocks without front matter, the title as Markdown has it again, and lines that are nothing but a mark."""
    text = article.text
    matter = text.find("\n---", 3) if text.startswith("---\n") else 0
    for block in article.blocks:
        line = text[block.start : block.end].strip()
        again = line[:1] == "#" and line.lstrip("# ") == article.headline
        bare = block.kind is BlockKind.FURNITURE and (block.start < matter or again or is_markup(line))
        if not bare:
            yield block


def _told(found: Iterable[_Find], *, ids: bool) -> list[_Find]:
    """The finds; without `ids` a label is told once, and not within quotation marks."""
    if ids:
        return [replace(one, told=bool(one.label)) for one in found]
    told: set[str] = set()
    end, kept = 0, list[_Find]()
    for one in found:
        fresh = one.told and one.label not in told and one.start >= end
        if one.style == ink.QUOTE:  # the same speaker may be told at each of their quotations
            fresh, end = one.told, max(end, one.end)
        elif fresh:
            told.add(one.label)
        kept.append(replace(one, told=fresh))
    return kept


def _blocks(
    article: Article, blocks: Sequence[Block], places: Mapping[int, int], found: Sequence[_Find], screen: Screen
) -> Iterator[Text]:
    """The blocks; `places` are those of all that could be shown by where they begin, to tell what is left out."""
    last = len(places)
    digits = len(str(max((block.number for block in article.blocks), default=0)))
    spans = Spans(found)
    for block in blocks:
        place = places[block.start]
        if place > last + 1:
            yield from (Text(f"{' ' * digits}  …", style=DIM), Text())
        last = place
        number = Text(f"{block.number or '':>{digits}}  ", style=DIM)
        style = {BlockKind.TITLE: STRONG, BlockKind.FURNITURE: DIM}.get(block.kind, "")
        for text in _pieces(article, block, spans, screen):
            text.style = style
            yield from hanging(text, screen, number)
            number = Text(" " * number.cell_len)
        yield Text()


def _pieces(article: Article, block: Block, found: Spans[_Find], screen: Screen) -> Iterator[Text]:
    """A paragraph in one piece; the lines of a list or of page furniture one by one."""
    if block.kind is BlockKind.PARAGRAPH or block.kind is BlockKind.TITLE:
        yield _marked(article.text, block, found, screen)
        return
    start = block.start
    for line in article.text[block.start : block.end].split("\n"):
        piece = Span(start, start + len(line))
        if line.strip():
            yield _marked(article.text, piece, found, screen)
        start = piece.end + 1


def _marked(source: str, whole: Span, found: Spans[_Find], screen: Screen) -> Text:
    """A stretch of the source with every find styled, or in brackets where there are no styles, and labelled."""
    text, shown = Text(), prose(source[whole.start : whole.end])
    inside = deque(found.inside(whole.start, whole.end))
    edges = sorted({whole.start, whole.end, *(one.start for one in inside), *(one.end for one in inside)})
    around: list[_Find] = []
    for here, there in zip(edges, [*edges[1:], whole.end], strict=True):
        while around and around[-1].end == here:
            text.append_text(_closing(around.pop(), screen))
        while inside and inside[0].start == here:
            around.append(inside.popleft())
            if not screen.styles and (around[-1].told or not around[-1].label):
                text.append("[")
        styles = dict.fromkeys(one.style for one in around[-_DEEPEST:])
        text.append(shown[here - whole.start : there - whole.start], " ".join(styles))
    return text


def _closing(one: _Find, screen: Screen) -> Text:
    if screen.styles:
        return Text(f"({one.label})" if one.told else "", style=DIM)
    return Text(f"]({one.label})" if one.told else "" if one.label else "]")


def _everything(view: View) -> dict[str, list[_Find]]:
    """All that stands in each article, by its id."""
    table, found = view.table, {article.id: list[_Find]() for article in view.table.articles}
    styled = (ink.PERSON, table.people), (ink.BODY, table.organizations), (ink.RESOLUTION, table.resolutions)
    for style, records in styled:
        for record in records:
            for place in places(record):
                found[place.article].append(_Find(place.start, place.end, style, record.id, True))
    articles = {article.id: article for article in table.articles}
    speakers = {one.name: one.id for one in table.organizations} | {one.name: one.id for one in table.people}
    for fact in table.facts:
        found[fact.article] += _of_fact(fact, articles[fact.article], speakers)
    return found


def _of_fact(fact: Fact, article: Article, speakers: Mapping[str, str]) -> Iterator[_Find]:
    for date in fact.dates:
        yield _Find(date.start, date.end, ink.DATE, date.resolved, date.resolved != date.edtf)
    for figure in fact.figures:
        sign = "" if figure.comparator is Comparator.EQUAL else f"{figure.comparator.value} "
        yield _Find(figure.start, figure.end, ink.FIGURE, f"{sign}{figure.value}", False)
    for quote in fact.quotes:
        speaker = speakers.get(quote.speaker or "", one_line(quote.speaker or "no speaker named"))
        whole = with_marks(article, quote)
        yield _Find(whole.start, whole.end, ink.QUOTE, speaker, quote.speaker is not None)


def _nested(found: Iterable[_Find]) -> list[_Find]:
    """The finds that lie in or beside each other: of two that cross, a resolution stays, else the earlier one."""
    every = sorted(found, key=lambda one: (one.start, -one.end))
    resolutions = Spans([one for one in every if one.style == ink.RESOLUTION])
    kept: list[_Find] = []
    around: list[_Find] = []
    for one in every:
        if one.start >= one.end or any(
            other and _crosses(one, other) for other in map(resolutions.at, (one.start, one.end - 1))
        ):
            continue
        while around and around[-1].end <= one.start:
            around.pop()
        if not around or one.end <= around[-1].end:
            kept.append(one)
            around.append(one)
    return kept


def _crosses(one: Span, other: Span) -> bool:
    return one.start < other.start < one.end < other.end or other.start < one.start < other.end < one.end


def _legend(screen: Screen, *, ids: bool) -> Iterator[Text]:
    kinds = (
        (ink.PERSON, "person", "p1"),
        (ink.BODY, "organisation", "o1"),
        (ink.RESOLUTION, "resolution", "r1"),
        (ink.DATE, "date" if ids or screen.styles else "date without a year", "year-month-day"),
        *([(ink.FIGURE, "figure", "value")] if ids or screen.styles else []),
        (ink.QUOTE, "quotation", "speaker"),
    )
    parts = [
        Text.assemble((name, style), (f"({label})", DIM)) if screen.styles else Text(f"[{name}]({label})")
        for style, name, label in kinds
    ]
    yield from hanging(Text.assemble(("Marked: ", DIM), Text("  ").join(parts)), screen)
    yield Text()


def greeting(view: View, screen: Screen, given: str = "", *, bundled: bool, kept: bool = False) -> str:
    """The greeting; `given` are the options that name articles, `bundled` says that the user named none.

    `kept` says that a table was read, which has no texts to print.
    """
    table = view.table
    about = "Look up people, quotations, UN resolutions, dates and figures in a news article."
    lines = [*hanging(Text(about), screen), Text()]
    greeted = table.articles if len(table.articles) <= _MOST_GREETED else table.articles[: _MOST_GREETED - 1]
    for article in greeted:
        lines += _introduced(view, article, screen, bundled=bundled)
    if others := len(table.articles) - len(greeted):
        lines += hanging(Text(f"… and {others} more articles"), screen, "  ")
    lines += [Text(), *flowing(_amount(table), screen, "  "), Text(), Text("Try", style=STRONG)]
    tries = list(_tries(table, f"unami {given}", texts=not kept))
    wide = max(len(command) for command, _ in tries)
    for command, about in tries:
        if screen.width < wide + _LEAST_ABOUT:
            lines += [*hanging(Text(command), screen, "  "), *hanging(Text(about, style=DIM), screen, "    ")]
        else:
            lines += hanging(Text(about, style=DIM), screen, f"  {command:<{wide}}  ")
    return printed(screen, lines)


def _introduced(view: View, article: Article, screen: Screen, *, bundled: bool) -> Iterator[Text]:
    title = article.headline or view.label(article.id)
    yield from hanging(Text(prose(title), style=STRONG), screen, "  ")
    paragraphs = sum(block.kind is BlockKind.PARAGRAPH for block in article.blocks)
    by: dict[str, dict[str, None]] = {}
    for credit in article.byline:
        by.setdefault(credit.role or "by", {})[one_line(credit.text)] = None
    parts = [f"{role} {' and '.join(names)}" for role, names in by.items()]
    parts.append(_count(paragraphs, "paragraph", "paragraphs"))
    where = "the bundled article" if bundled else one_line(article.path or "standard input")
    parts += [] if where == title else [where]
    yield from hanging(Text(", ".join(parts), style=DIM), screen, "  ")


def _amount(table: FactTable) -> list[Text]:
    counts = (
        (len(table.people), "person", "people"),
        (len(table.organizations), "organisation", "organisations"),
        (len(table.resolutions), "resolution", "resolutions"),
        (len(table.facts), "fact", "facts"),
        (sum(len(fact.quotes) for fact in table.facts), "quotation", "quotations"),
    )
    return [Text(_count(*each)) for each in counts]


def _tries(table: FactTable, program: str, *, texts: bool) -> Iterator[tuple[str, str]]:
    """Commands that find something in this very table."""
    first = table.people[0].id if table.people else ""
    for held, command, about in (
        (first, "people", "everyone it names"),
        (first, f"show {first}", "one record in full, with its sentences"),
        (table.resolutions, "resolutions", "numbers, years, symbols, addresses"),
        (any(fact.quotes for fact in table.facts), "quotes", "who said what"),
        (any(fact.dates for fact in table.facts), "timeline", "what happened when"),
        (any(fact.figures for fact in table.facts), "figures", "how many, how much"),
        (table.facts, "search WORDS", "anything, or a question"),
        (texts, "article", "the text, with what was found marked"),
    ):
        if held:
            yield f"{program}{command}", about
    yield "unami people -a FILE", "the same for an article of your own"
    yield "unami --help", "every command"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
