"""The reading view: an article with its paragraphs numbered and what was found in it marked in place, by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from unami_cli.model import Article, Block, BlockKind, Comparator, Record, Span
from unami_cli.output import safe
from unami_cli.output.ink import (
    BODY,
    DATE,
    DIM,
    FIGURE,
    MATCH,
    PERSON,
    QUOTE,
    RESOLUTION,
    STRONG,
    hanging,
    printed,
)
from unami_cli.output.listing import View, encloses, places
from unami_cli.output.screen import Screen


class _Find(Span):
    """Something found: its style, its label, and whether the label is worth its room where styles show the kind."""

    style: str
    label: str
    always: bool


def rendered(view: View, screen: Screen, around: Record | None = None) -> str:
    """Every article in full; or, of those that hold the record `around`, the paragraphs where it stands."""
    lines: list[Text] = []
    for article in view.table.articles:
        found = list(_record(around, article) if around else _everything(view, article))
        blocks = [b for b in article.blocks if not around or any(encloses(b, one) for one in found)]
        if not blocks:
            continue
        lines += [Text(view.label(article.id), style=STRONG), Text()] if view.several else []
        lines += _blocks(article, blocks, _nested(found), screen)
    return printed(screen, [*([] if around else _legend(screen)), *lines])


def _blocks(article: Article, blocks: Sequence[Block], found: Sequence[_Find], screen: Screen) -> Iterator[Text]:
    last = len(article.blocks)
    digits = len(str(max((block.number for block in article.blocks), default=0)))
    for block in blocks:
        place = article.blocks.index(block)
        if place > last + 1:
            yield from (Text(f"{' ' * digits}  …", style=DIM), Text())
        last = place
        number = Text(f"{block.number or '':>{digits}}  ", style=DIM)
        style = {BlockKind.TITLE: STRONG, BlockKind.FURNITURE: DIM}.get(block.kind, "")
        inside = [one for one in found if encloses(block, one)]
        for text in _pieces(article, block, inside, screen):
            text.style = style
            yield from hanging(text, screen, number)
            number = Text(" " * number.cell_len)
        yield Text()


def _pieces(article: Article, block: Block, found: Sequence[_Find], screen: Screen) -> Iterator[Text]:
    """A paragraph in one piece; the lines of a list or of page furniture one by one."""
    if block.kind is BlockKind.PARAGRAPH or block.kind is BlockKind.TITLE:
        yield _marked(article.text, block, found, screen)
        return
    start = block.start
    for line in article.text[block.start : block.end].split("\n"):
        piece = Span(start, start + len(line))
        if line.strip():
            yield _marked(article.text, piece, [one for one in found if encloses(piece, one)], screen)
        start = piece.end + 1


def _marked(source: str, whole: Span, found: Sequence[_Find], screen: Screen) -> Text:
    """A stretch of the source with every find styled, or in brackets where there are no styles, and labelled."""
    text = Text()
    edges = sorted({whole.start, whole.end, *(one.start for one in found), *(one.end for one in found)})
    for here, there in zip(edges, [*edges[1:], whole.end], strict=True):
        for one in sorted((o for o in found if o.end == here), key=lambda o: -o.start):
            text.append_text(_closing(one, screen))
        if not screen.styles:
            text.append("[" * sum(one.start == here for one in found))
        styles = [one.style for one in found if one.start <= here < one.end]
        text.append(safe.flat(source[here:there]), " ".join(styles))
    return text


def _closing(one: _Find, screen: Screen) -> Text:
    if screen.styles:
        return Text(f"({one.label})" if one.always else "", style=DIM)
    return Text(f"]({one.label})")


def _everything(view: View, article: Article) -> Iterator[_Find]:
    table = view.table
    for style, records in ((PERSON, table.people), (BODY, table.organizations), (RESOLUTION, table.resolutions)):
        for record in records:
            yield from _record(record, article, style)
    speakers = {one.name: one.id for one in table.organizations} | {one.name: one.id for one in table.people}
    for fact in table.facts:
        if fact.article == article.id:
            for date in fact.dates:
                yield _Find(date.start, date.end, DATE, date.resolved, date.resolved != date.edtf)
            for figure in fact.figures:
                sign = "" if figure.comparator is Comparator.EQUAL else f"{figure.comparator.value} "
                yield _Find(figure.start, figure.end, FIGURE, f"{sign}{figure.value}", False)
            for quote in fact.quotes:
                speaker = speakers.get(quote.speaker or "", safe.flat(quote.speaker or "nobody named"))
                yield _Find(quote.start, quote.end, QUOTE, speaker, quote.speaker is not None)


def _record(record: Record, article: Article, style: str = MATCH) -> Iterator[_Find]:
    inside = (place for place in places(record) if place.article == article.id)
    return (_Find(place.start, place.end, style, record.id, True) for place in inside)


def _nested(found: Iterable[_Find]) -> list[_Find]:
    """The finds that lie in or beside each other: of two that cross, a resolution stays, else the earlier one."""
    every = sorted(found, key=lambda one: (one.start, -one.end))
    resolutions = [one for one in every if one.style == RESOLUTION]
    kept: list[_Find] = []
    around: list[_Find] = []
    for one in every:
        if one.start >= one.end or any(_crosses(one, other) for other in resolutions):
            continue
        while around and around[-1].end <= one.start:
            around.pop()
        if not around or one.end <= around[-1].end:
            kept.append(one)
            around.append(one)
    return kept


def _crosses(one: Span, other: Span) -> bool:
    return one.start < other.start < one.end < other.end or other.start < one.start < other.end < one.end


def _legend(screen: Screen) -> Iterator[Text]:
    kinds = (
        (PERSON, "person", "p1"),
        (BODY, "organisation", "o1"),
        (RESOLUTION, "resolution", "r1"),
        (DATE, "date", "year-month-day"),
        (FIGURE, "figure", "value"),
        (QUOTE, "quotation", "speaker"),
    )
    parts: list[Text] = []
    for style, name, label in kinds:
        bracketed = Text(f"[{name}]({label})")
        parts.append(Text.assemble((name, style), (f"({label})", DIM)) if screen.styles else bracketed)
    legend = Text.assemble(Text("Marked: ", style=DIM), Text("  ").join(parts))
    yield from hanging(legend, screen)
    yield Text()
