"""What a table holds: each article with its day and its counts, and which resolutions of UNAMI's mandate are cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from unami_cli import register
from unami_cli.extract.dates import find_dates, is_aside
from unami_cli.model import Article, BlockKind, Fact, Summary
from unami_cli.outcomes import Mandated
from unami_cli.register import COUNCIL
from unami_cli.table import FactTable

_DATELINE = 1
"""The last paragraph whose first full date is taken for that of the article."""


def summaries(table: FactTable) -> tuple[Summary, ...]:
    """Each article with the records that stand in it; one that stands in several counts in each."""
    named = (table.people, table.organizations, table.resolutions)
    standing = [Counter(id for one in kind for id in {mention.article for mention in one.mentions}) for kind in named]
    standing.append(Counter(fact.article for fact in table.facts))
    early: dict[str, list[Fact]] = {}
    for fact in table.facts:
        if fact.paragraph <= _DATELINE:
            early.setdefault(fact.article, []).append(fact)
    return tuple(
        Summary(one, _day(one, early.get(one.id, ())), *[counted[one.id] for counted in standing])
        for one in table.articles
    )


def _day(article: Article, early: Sequence[Fact]) -> str:
    """The day that its head tells, else the one that dates were resolved by, else the first of its first paragraph."""
    first = next((block.start for block in article.blocks if block.kind is BlockKind.PARAGRAPH), 0)
    told = chain(
        (_full_date(fact) for fact in early if not fact.paragraph),
        (_from_head(fact, article, first) for fact in early),
        map(_full_date, early),
    )
    return next(filter(None, told), "")


def _from_head(fact: Fact, article: Article, first: int) -> str:
    """The day, above `first`, by which a date of the fact was resolved, "" for none: a byline is no fact."""
    anchors = (date.anchor for date in fact.dates if date.anchor and date.anchor.start < first)
    return next((day.edtf for a in anchors for day in find_dates(article.text, a.start, a.end)), "")


def _full_date(fact: Fact) -> str:
    """The first full date of a fact that tells when it was, "" for none."""
    days = (date.resolved for date in fact.dates if not is_aside(fact.text[: date.start - fact.start]))
    return next((day for day in days if len(day) == 10 and day.replace("-", "").isdecimal()), "")


def mandate(table: FactTable) -> tuple[Mandated, ...]:
    """The resolutions that established, extended and changed UNAMI, the earliest first, those that are cited marked."""
    cited = {one.number: one for one in table.resolutions if one.body == COUNCIL}
    pairs = ((entry, cited.get(str(entry.number))) for entry in register.entries())
    return tuple(Mandated(entry, record is not None, record.facts if record else ()) for entry, record in pairs)
