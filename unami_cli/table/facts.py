"""Facts: the sentences that state something one can look up, with all that stands in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from unami_cli.folding import words
from unami_cli.marks import unmarked
from unami_cli.model import Date, Evidence, Fact, Figure, Organization, Person, Quote, QuoteMention, Resolution, Span
from unami_cli.table.found import Found


class _Named(NamedTuple):
    """A mention of a record: where, and of which."""

    start: int
    end: int
    article: str
    id: str
    name: str


_T = TypeVar("_T", Date, Figure, QuoteMention, _Named)


def _by_article(
    people: Sequence[Person], resolutions: Sequence[Resolution], organizations: Sequence[Organization]
) -> dict[str, list[_Named]]:
    """The mentions of all records by article, each article's in reading order."""
    named = [_Named(m.start, m.end, m.article, p.id, p.name) for p in people for m in p.mentions]
    named += [_Named(m.start, m.end, m.article, r.id, r.number) for r in resolutions for m in r.mentions]
    named += [_Named(m.start, m.end, m.article, o.id, o.name) for o in organizations for m in o.mentions]
    grouped: dict[str, list[_Named]] = {}
    for one in sorted(named):
        grouped.setdefault(one.article, []).append(one)
    return grouped


def _by_sentence(found: Found, items: Iterable[_T]) -> dict[int, list[_T]]:
    """Spans of an article by the start of the sentence that they stand in."""
    grouped: dict[int, list[_T]] = {}
    for item in items:
        sentence = found.sentence_at(item.start)
        if sentence is not None:
            grouped.setdefault(sentence.start, []).append(item)
    return grouped


def _speaker(mention: QuoteMention, named: dict[int, _Named], found: Found, holders: _Holders) -> str | None:
    """The canonical name for the words that name the speaker, or those words themselves."""
    span = mention.speaker
    if span is None:
        return None
    from unami_cli.extract.mentions import is_honour

    whole = named.get(span.start)
    if whole is not None and all(map(is_honour, found.article.text[whole.end : span.end].split())):
        return whole.name
    description = " ".join(unmarked(found.article.text[span.start : span.end]).split())
    return holders.bearer(span) or _office_holder(description, span, found, holders) or description


class _Holders:
    """The people of an article who have roles, and where each role stands."""

    def __init__(self, people: Sequence[Person], article: str) -> None:
        self.people = people
        roles = [
            (m.start, m.end, p.name) for p in people for role in p.roles for m in role.mentions if m.article == article
        ]
        self._roles = sorted(roles)

    def bearer(self, span: Span) -> str | None:
        """Who has the role that stands in these very words: "Its chairwoman, Ana Costa, said"."""
        at = bisect_left(self._roles, (span.end,)) - 1
        return self._roles[at][2] if at >= 0 and self._roles[at][1] > span.start else None


def _office_holder(description: str, span: Span, found: Found, holders: _Holders) -> str | None:
    """The one person whose role is "the pastor" or "the foreign minister" that a definite description names."""
    if found.article.text[max(0, span.start - 8) : span.start].rstrip()[-3:].casefold() != "the":
        return None
    wanted = set(words(description))
    fits = [p for p in holders.people if wanted and any(wanted <= set(words(role.text)) for role in p.roles)]
    return fits[0].name if len(fits) == 1 else None


def _quote(mention: QuoteMention, named: dict[int, _Named], found: Found, holders: _Holders) -> Quote:
    evidence = None
    if mention.speaker is not None:
        evidence = Evidence(mention.speaker.start, mention.speaker.end, found.article.id, mention.rule)
    return Quote(mention.start, mention.end, mention.text, _speaker(mention, named, found, holders), evidence)


def _article_facts(found: Found, named: Sequence[_Named], people: dict[str, Person], number: int) -> Iterator[Fact]:
    speakers = {n.start: n for n in named if n.id[0] != "r"}
    text, article = found.article.text, found.article.id
    holding = [p for id in dict.fromkeys([n.id for n in named]) if id[0] == "p" and (p := people[id]).roles]
    holders = _Holders(holding, article)
    mentions = [_by_sentence(found, [n for n in named if n.id[0] == letter]) for letter in "pro"]
    dates, figures = _by_sentence(found, found.dates), _by_sentence(found, found.figures)
    quotes = _by_sentence(found, found.quotes)
    for sentence in found.told:
        start, end = sentence.start, sentence.end
        yield Fact(
            start,
            end,
            f"f{number}",
            article,
            sentence.paragraph,
            text[start:end],
            tuple(dates.get(start, ())),
            tuple(figures.get(start, ())),
            tuple([_quote(m, speakers, found, holders) for m in quotes[start]]) if start in quotes else (),
            *[tuple(dict.fromkeys([n.id for n in of[start]])) if start in of else () for of in mentions],
        )
        number += 1


def facts_of(
    found: Sequence[Found],
    people: Sequence[Person],
    resolutions: Sequence[Resolution],
    organizations: Sequence[Organization],
) -> tuple[Fact, ...]:
    """The facts of all articles in reading order, numbered f1, f2, …"""
    named = _by_article(people, resolutions, organizations)
    by_id = {person.id: person for person in people}
    facts: list[Fact] = []
    for f in found:
        facts += _article_facts(f, named.get(f.article.id, ()), by_id, len(facts) + 1)
    return tuple(facts)
