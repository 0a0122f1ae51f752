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
    from unami_cli.lookup.query import Query
    from unami_cli.model import Block
    from unami_cli.output.page import Around
    from unami_cli.table import FactTable


@command(
    ("unami article", "numbered paragraphs, with what was found marked"),
    ("unami article --around f7", "the paragraphs that hold a record"),
    ("unami article --plain", "the plain text"),
)
@click.option(
    "--around",
    shell_complete=offered("ids"),
    metavar="ID|NAME|NUMBER|WORD",
    help="Only the paragraphs with this record, the paragraph with this number, or the first place with this word.",
)
@click.option("--ids", is_flag=True, help="Label every mention, not only the first.")
@click.option("--plain", is_flag=True, help="Print only the text, as it was given.")
def article(settings: Settings, around: str | None, ids: bool, plain: bool) -> ExitCode:
    """Print the texts or only some paragraphs of them; as rows when a format asks for them."""
    from unami_cli.cli import opening, printing
    from unami_cli.output.listing import View

    rows = printing.as_rows(settings)
    asked = (("--plain", plain), ("--around", around), ("--ids", ids), ("rows (-f, --fields)", rows))
    typed = [name for name, on in asked if on]
    if len(typed) > 1 and (plain or rows):
        raise click.UsageError(f"{typed[0]} and {typed[-1]} cannot be used together.")
    source = opening.opened(settings).with_texts()
    view = View(source.table)
    if rows:
        from unami_cli.output import stated

        return printing.listed(stated.blocks(view), source, settings)
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


def _number(block: Block) -> str | None:
    """What the rows call the paragraph that a block is; None for sources and page furniture."""
    from unami_cli.model import BlockKind
    from unami_cli.output.listing import HEAD

    return str(block.number) if block.number else HEAD if block.kind in (BlockKind.TITLE, BlockKind.BYLINE) else None


def _names_one(table: FactTable, text: str, query: Query, settings: Settings) -> bool:
    """Whether a text names records: a resolution by its number, a person by words of a name or role, a body by all."""
    from unami_cli.folding import name_words
    from unami_cli.lookup.correction import How
    from unami_cli.lookup.search import search
    from unami_cli.model import Kind, Organization, Person, Resolution

    asked = name_words(text)
    named = frozenset({Kind.PERSON, Kind.RESOLUTION, Kind.ORGANIZATION})
    for hit in search(table, query, kinds=named, exact=settings.exact).hits:
        record = hit.record
        match record:
            case Organization():
                meant = asked in map(name_words, (record.name, *record.aliases))
            case Person():
                roles = [role.text for role in record.roles] if len(asked) > 1 else []
                called = (record.name, *record.aliases, *roles)
                meant = hit.how == How.CORRECTED or any(set(asked) <= set(name_words(each)) for each in called)
            case _:
                meant = isinstance(record, Resolution) and record.number in text
        if meant:
            return True
    return False


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
    filtered = query.kinds or query.by or query.since or query.until
    if asking.is_id(text) or filtered or _names_one(table, text, query, settings):
        return [Around(places(one), one.id) for one in asking.picked(source, text, settings)[0]]
    facts = frozenset({Kind.FACT})
    if text.isdecimal() and not search(table, query, kinds=facts, exact=True).hits:
        last = max((block.number for _, block in blocks), default=0)
        say(f"No paragraph has this number, and the text does not mention it; the last paragraph is {last}.")
        return ()
    found = asking.asked(source, text, facts, settings)
    if not found.hits:
        return ()
    best = found.hits[0]
    if best.answer:
        return (Around((Match(best.answer.start, best.answer.end, places(best.record)[0].article),)),)
    if " " in text:
        return (Around(best.matches or places(best.record)),)
    order = {article.id: number for number, article in enumerate(table.articles)}
    return (
        Around((min(found.matches or places(best.record), key=lambda match: (order[match.article], match.start)),)),
    )
