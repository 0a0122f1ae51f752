"""How old people are, held against each other and against the days on which they were born and died."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from unami_cli.lookup.holdings import summaries
from unami_cli.model import Fact
from unami_cli.outcomes import Aspect, Finding, Outcome
from unami_cli.table import FactTable

_TO_AGE = 2  # letters between a name and an age: ", "


def ages(table: FactTable) -> Iterator[Finding]:
    """Two ages of one person in one article, at one time: "Ana Costa, 45," and "Ana Costa, 46,"."""
    this_year = {one.article.id: one.date[:4] for one in summaries(table)}
    for person in table.people:
        told: defaultdict[str, dict[float, tuple[str, Fact]]] = defaultdict(dict)
        for mention in person.mentions:
            fact = table.fact_with(mention.article, mention)
            for figure in fact.figures if fact else ():
                if fact and figure.unit == "years" and 0 < figure.start - mention.end <= _TO_AGE:
                    told[mention.article].setdefault(figure.value, (figure.text, fact))
        for article, every in told.items():
            for (one, fact), (other, second) in pairwise(every.values()):
                if not (_years(fact) ^ _years(second)) - {this_year[article]}:
                    text = f"{person.name} is “{one}” and “{other}” years old."
                    yield Finding(Outcome.CONTRADICTION, Aspect.TWICE, text, (fact, second), (one, other))


def _years(fact: Fact) -> frozenset[str]:
    """The years that a sentence gives; an age is one of that time."""
    return frozenset(date.edtf[:4] for date in fact.dates if date.edtf[:4].isdecimal())
