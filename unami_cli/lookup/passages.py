"""Where the words of a query stand in sentences that state no fact, so that a miss can still say "it is in there"."""

from __future__ import annotations

from collections.abc import Iterator

from unami_cli.folding import words
from unami_cli.lookup.query import Query
from unami_cli.model import Article, Sentence
from unami_cli.table import FactTable


def passages(table: FactTable, query: Query) -> Iterator[tuple[Article, Sentence]]:
    """The sentences, in reading order, that hold every word of the query as typed, accents and case aside."""
    wanted = {term.word for run in (query.terms, *query.phrases) for term in run}
    if not wanted:
        return
    for article in table.articles:
        for block in article.blocks:
            for sentence in block.sentences:
                if wanted <= set(words(article.text[sentence.start : sentence.end])):
                    yield article, sentence
