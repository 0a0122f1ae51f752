"""What a table holds of each of its articles: the day that it is from, and how many records stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from unami_cli.extract.dates import find_dates
from unami_cli.model import Block, BlockKind, Fact, Summary
from unami_cli.table import FactTable

_DATELINE = 1
"""The last paragraph whose first full date is taken for that of the article."""


def summaries(table: FactTable) -> tuple[Summary, ...]:
    """Each article with the records that stand in it; one that stands in several counts in each."""
    named = (table.people, table.organizations, table.resolutions)
    standing = [[{mention.article for mention in one.mentions} for one in kind] for kind in named]
    standing.append([{fact.article} for fact in table.facts])
    dated: dict[str, str] = {}
    for told in (_in_head, _from_head, _full_date):
        for fact in table.facts:
            if fact.article not in dated and fact.paragraph <= _DATELINE and (day := told(fact, table)):
                dated[fact.article] = day
    return tuple(
        Summary(one, dated.get(one.id, ""), *[sum(one.id in where for where in kind) for kind in standing])
        for one in table.articles
    )


def _in_head(fact: Fact, table: FactTable) -> str:
    """The day that a line of the head tells, "" for none."""
    return "" if fact.paragraph else _full_date(fact, table)


def _from_head(fact: Fact, table: FactTable) -> str:
    """The day of the head by which a date of the fact was resolved, "" for none: a byline is no fact."""
    article, first = table.article(fact.article), min((b.start for b in _paragraphs(table, fact)), default=0)
    anchors = (date.anchor for date in fact.dates if date.anchor and date.anchor.start < first)
    days = (day.edtf for a in anchors if article for day in find_dates(article.text, a.start, a.end))
    return next(days, "")


def _paragraphs(table: FactTable, fact: Fact) -> Iterator[Block]:
    article = table.article(fact.article)
    return (block for block in (article.blocks if article else ()) if block.kind is BlockKind.PARAGRAPH)


def _full_date(fact: Fact, table: FactTable) -> str:
    """The first full date of a fact, "" for none."""
    days = (date.resolved for date in fact.dates)
    return next((day for day in days if len(day) == 10 and day.replace("-", "").isdecimal()), "")
