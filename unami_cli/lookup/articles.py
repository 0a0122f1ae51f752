"""What a table holds of each of its articles: the day that it is from, and how many records stand in it."""

from __future__ import annotations

from unami_cli.model import Fact, Summary
from unami_cli.table import FactTable

_DATELINE = 1
"""The last paragraph whose first full date is taken for that of the article."""


def summaries(table: FactTable) -> tuple[Summary, ...]:
    """Each article with the records that stand in it; one that stands in several counts in each."""
    named = (table.people, table.organizations, table.resolutions)
    standing = [[{mention.article for mention in one.mentions} for one in kind] for kind in named]
    standing.append([{fact.article} for fact in table.facts])
    dated: dict[str, str] = {}
    for fact in table.facts:
        if fact.article not in dated and fact.paragraph <= _DATELINE and (day := _full_date(fact)):
            dated[fact.article] = day
    return tuple(
        Summary(one, dated.get(one.id, ""), *[sum(one.id in where for where in kind) for kind in standing])
        for one in table.articles
    )


def _full_date(fact: Fact) -> str:
    days = (date.resolved for date in fact.dates)
    return next((day for day in days if len(day) == 10 and day.replace("-", "").isdecimal()), "")
