"""What bare `unami` says: which article is open, how much is in the table, and what to try on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from unami_cli.model import Article, BlockKind
from unami_cli.output import safe
from unami_cli.output.ink import DIM, STRONG, hanging, printed
from unami_cli.output.listing import View
from unami_cli.output.screen import Screen

if TYPE_CHECKING:
    from unami_cli.table import FactTable

_SHOWN = 5


def rendered(view: View, screen: Screen, *, bundled: bool) -> str:
    """The greeting; `bundled` says that the user named no article."""
    table = view.table
    lines = [
        *hanging(Text("Answers from a news article: who, what was said, which resolution, when, how many."), screen),
        Text(),
    ]
    for article in table.articles[:_SHOWN]:
        lines += _article(view, article, screen, bundled=bundled)
    if len(table.articles) > _SHOWN:
        lines += hanging(Text(f"… and {len(table.articles) - _SHOWN} articles more"), screen, "  ")
    lines += [Text(), *hanging(_amount(table), screen, "  "), Text(), Text("Try", style=STRONG)]
    tries = list(_tries(table))
    wide = max(len(command) for command, _ in tries)
    for command, about in tries:
        lines += hanging(Text(about, style=DIM), screen, f"  {command:<{wide}}  ")
    return printed(screen, lines)


def _article(view: View, article: Article, screen: Screen, *, bundled: bool) -> Iterator[Text]:
    title = article.text[article.title.start : article.title.end] if article.title else view.label(article.id)
    yield from hanging(Text(safe.flat(title), style=STRONG), screen, "  ")
    paragraphs = sum(block.kind is BlockKind.PARAGRAPH for block in article.blocks)
    parts = [f"{credit.role or 'by'} {safe.flat(credit.text)}" for credit in article.byline]
    parts.append(_count(paragraphs, "paragraph", "paragraphs"))
    parts.append("the bundled article" if bundled else safe.flat(article.path or "standard input"))
    yield from hanging(Text(", ".join(parts), style=DIM), screen, "  ")


def _amount(table: FactTable) -> Text:
    counts = (
        (len(table.people), "person", "people"),
        (len(table.organizations), "organisation", "organisations"),
        (len(table.resolutions), "resolution", "resolutions"),
        (len(table.facts), "fact", "facts"),
        (sum(len(fact.quotes) for fact in table.facts), "quotation", "quotations"),
    )
    return Text("  ").join(Text(_count(*each)) for each in counts)


def _tries(table: FactTable) -> Iterator[tuple[str, str]]:
    """Commands that find something in this very table."""
    if table.people:
        yield "unami people", "everyone whom it names"
        yield f"unami show {table.people[0].id}", "one record in full, with its sentences"
    if table.resolutions:
        yield "unami resolutions", "numbers, years, symbols, addresses"
    if any(fact.quotes for fact in table.facts):
        yield "unami quotes", "who said what"
    if any(fact.dates for fact in table.facts):
        yield "unami timeline", "what happened when"
    if table.facts:
        yield "unami search WORDS", "anything at all, or a question"
    yield "unami article", "the text, with all of that marked in place"
    yield "unami -a FILE people", "the same of an article of your own"
    yield "unami --help", "every command"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
