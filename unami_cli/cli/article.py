"""`unami article`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from unami_cli.cli.app import command
from unami_cli.cli.options import Settings, offered
from unami_cli.cli.talk import ExitCode, say

if TYPE_CHECKING:
    from unami_cli.cli.opening import Opened
    from unami_cli.model import Block
    from unami_cli.output.page import Around


@command(
    ("unami article", "paragraphs numbered, what was found marked"),
    ("unami article --around f7", "the paragraphs that hold a record"),
    ("unami article --plain", "the plain text"),
)
@click.option(
    "--around",
    shell_complete=offered("ids"),
    metavar="ID|NAME|NUMBER|WORD",
    help="Only the paragraphs of this record, the paragraph of this number, or the first place of this word.",
)
@click.option("--ids", is_flag=True, help="Label everything, not only where it is first met.")
@click.option("--plain", is_flag=True, help="Print only the text, as it was given.")
def article(settings: Settings, around: str | None, ids: bool, plain: bool) -> ExitCode:
    """Print the texts or only some paragraphs of them; as rows when a format asks for them."""
    from unami_cli.cli import opening, printing
    from unami_cli.output.listing import View

    if plain and (around or ids):
        other = "--around" if around else "--ids"
        raise click.UsageError(f"--plain and {other} exclude each other.", click.get_current_context())
    source = opening.opened(settings).with_texts()
    view = View(source.table)
    if settings.as_rows:
        from unami_cli.output import articles

        if not source.table.articles:
            say("There is no article.")
        return printing.listed(articles.blocks(view), source, settings)
    target = printing.screen(settings)
    chosen = _around(source, around, settings) if around else ()
    if plain:
        from unami_cli.output.screen import verbatim

        printing.send(target, [verbatim(article.text, target) for article in source.table.articles])
    else:
        from unami_cli.output import page

        every = (None,) if around is None else chosen
        printing.send(target, [page.rendered(view, target, one, ids=ids) for one in every])
    return source.code(bool(chosen if around else source.table.articles))


def _number(block: Block) -> str:
    """What the rows call the paragraph that a block is; "" for sources and page furniture."""
    from unami_cli.model import BlockKind
    from unami_cli.output.listing import HEAD

    return str(block.number) if block.number else HEAD if block.kind in (BlockKind.TITLE, BlockKind.BYLINE) else ""


def _around(source: Opened, text: str, settings: Settings) -> Sequence[Around]:
    """What the text names: a paragraph by its number, the head, else records, else the first place of the words."""
    from unami_cli.cli import asking
    from unami_cli.lookup.query import parse_query
    from unami_cli.lookup.search import search
    from unami_cli.model import Kind, Match, Mention
    from unami_cli.output.listing import HEAD, places
    from unami_cli.output.page import Around

    table, query = source.table, parse_query(text)
    blocks = [(one.id, block) for one in table.articles for block in one.blocks]
    asked = HEAD if text.lower() == HEAD else text
    if numbered := [(id, block) for id, block in blocks if _number(block) == asked]:
        return (Around(tuple(Mention(b.start, b.end, id, b.number) for id, b in numbered), whole=True),)
    named = frozenset({Kind.PERSON, Kind.RESOLUTION, Kind.ORGANIZATION})
    filtered = query.kinds or query.by or query.since or query.until
    unnamed = text.isdecimal() and not table.record(f"r{text}")  # a year, and no number of a resolution
    if asking.is_id(text) or filtered or (not unnamed and search(table, query, kinds=named, exact=settings.exact).hits):
        return [Around(places(one), one.id) for one in asking.picked(source, text, settings)[0]]
    found = asking.asked(source, text, frozenset({Kind.FACT}), settings)
    if not found.hits:
        if text.isdecimal():
            last = max((block.number for _, block in blocks), default=0)
            say(f"The last paragraph is number {last}.")
        return ()
    best = found.hits[0]
    if best.answer:
        return (Around((Match(best.answer.start, best.answer.end, places(best.record)[0].article),)),)
    if " " in text:
        return (Around(best.matches or places(best.record)),)
    order = {article.id: number for number, article in enumerate(table.articles)}
    return (Around((min(found.matches, key=lambda match: (order[match.article], match.start)),)),)
