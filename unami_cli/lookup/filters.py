"""Which records a query's filters let through: kind:, in:, since:, until:, by: and -without."""

from __future__ import annotations

from unami_cli.errors import BadQuery
from unami_cli.folding import fold, name_words
from unami_cli.lookup.index import Index, texts_words
from unami_cli.lookup.query import Query, Term
from unami_cli.lookup.timeline import overlaps
from unami_cli.lookup.wordforms import office as other_offices
from unami_cli.model import Article, Fact, Kind, Person, Record, kind_of
from unami_cli.outcomes import Correction
from unami_cli.table import FactTable

_LISTED = 8


def allowed(
    table: FactTable, index: Index, query: Query, kinds: frozenset[Kind] | None, exact: bool
) -> frozenset[int] | None:
    """The numbers of the records of the `kinds` (None: all) that pass, or None when nothing is filtered.

    Who said it and when are asked of facts, and of resolutions by their year: names of people and bodies pass neither.
    Raises `BadQuery` for an article that does not exist.
    """
    if not (query.filters or kinds is not None):
        return None
    numbers = set(range(len(index.records)))
    if kinds is not None:
        numbers = {number for number in numbers if kind_of(index.records[number]) in kinds}
    if query.kinds is not None:
        only_facts = kinds == frozenset((Kind.FACT,))
        numbers = {number for number in numbers if is_of(index.records[number], query.kinds, only_facts)}
    if query.articles is not None:
        articles = {article.id for value in query.articles for article in articles_named(table, value)}
        numbers = {number for number in numbers if not articles.isdisjoint(_articles(index.records[number]))}
    if query.since or query.until:
        since, until = query.since, query.until
        numbers = {n for n in numbers if any(overlaps(covered, since, until) for covered in index.days(n))}
    if query.by:
        numbers &= {n for speaker in speakers_named(index, query.by, exact) for n in index.speakers[speaker]}
    for run in query.without:
        for field in (index.own, index.alias):
            numbers -= set(index.holding(field, run))
        with_role = index.holding(index.role, run)
        numbers -= {number for number in with_role if isinstance(index.records[number], Person)}
    return frozenset(numbers)


def is_of(record: Record, kinds: frozenset[Kind], only_facts: bool) -> bool:
    """Whether a record is of one of the kinds or, being a fact, holds what they name.

    Among all records "person" means people; where `only_facts` are asked for, the facts that name one.
    """
    if kind_of(record) in kinds:
        return True
    return isinstance(record, Fact) and any(
        holds(record, kind) for kind in kinds if only_facts or kind in (Kind.DATE, Kind.FIGURE, Kind.QUOTE)
    )


def holds(fact: Fact, kind: Kind) -> bool:
    """Whether a thing of that kind stands in the fact."""
    if kind is Kind.FACT:
        return True
    return bool(fact.people if kind is Kind.PERSON else getattr(fact, f"{kind}s"))  # its dates, figures, …


def articles_named(table: FactTable, value: str) -> tuple[Article, ...]:
    """The articles that go by an id, or whose file's name or title begins so. Raises `BadQuery` where none does."""
    wanted = fold(value)
    found = tuple(article for article in table.articles if wanted in {fold(article.id), *_names(article)})
    begun = (a for a in table.articles if any(handle.startswith(wanted) for handle in (*_names(a), fold(_title(a)))))
    found = found or (tuple(begun) if wanted else ())
    if found:
        return found
    known = [_about(article) for article in table.articles[:_LISTED]]
    more = f" and {len(table.articles) - _LISTED} more" if len(table.articles) > _LISTED else ""
    raise BadQuery(
        f"in:{value}", "no such article", f"there are {', '.join(known)}{more}" if known else "there are none"
    )


def _names(article: Article) -> set[str]:
    """The path of an article's file, its name, and that without its extension."""
    path = fold((article.path or "").replace("\\", "/"))
    name = path.rpartition("/")[2]
    return {path, name, name.rpartition(".")[0]} - {""}


def _title(article: Article) -> str:
    return " ".join((article.headline or "").split())


def _about(article: Article) -> str:
    """An article as an error lists it: its id, and its file or its title."""
    said = (article.path or "").replace("\\", "/").rpartition("/")[2] or _title(article)
    short = said if len(said) <= 40 else f"{said[:39]}…"
    return f"{article.id} ({short})" if said else article.id


def _articles(record: Record) -> set[str]:
    return {record.article} if isinstance(record, Fact) else {mention.article for mention in record.mentions}


def corrected_speakers(index: Index, query: Query, exact: bool) -> tuple[Correction, ...]:
    """The words of by: that are no speaker's name, as typed, each with the likeliest one that is."""
    unknown = (term for term in _telling(query.by) if term.word not in index.spoken.words)
    pairs = ((term, index.spoken.options(term, last=False, exact=exact)) for term in unknown)
    return tuple(Correction(term.typed, options[0].words[0]) for term, options in pairs if options)


def speakers_named(index: Index, name: tuple[Term, ...], exact: bool) -> frozenset[str]:
    """Those who are quoted and go by that name or description, as the facts name them."""
    named = {speaker: index.discourse.names_of(speaker) for speaker in index.speakers}
    meant = set(named)
    for term in _telling(name):
        options = {option.words[0] for option in index.spoken.options(term, last=False, exact=exact)}
        meant = {speaker for speaker in meant if not options.isdisjoint(named[speaker])}
    return frozenset(meant) or _holders(index, tuple(term.word for term in name))


def _holders(index: Index, office: tuple[str, ...]) -> frozenset[str]:
    """Those who are quoted and hold an office, by its words or its abbreviation ("PM")."""
    runs = (office, *other_offices(office))
    people = (record for record in index.records if isinstance(record, Person) and record.name in index.speakers)
    return frozenset(
        person.name
        for person in people
        if any(set(run) <= set(texts_words(role.text)) for role in person.roles for run in runs)
    )


def _telling(name: tuple[Term, ...]) -> tuple[Term, ...]:
    kept = name_words(" ".join(term.word for term in name))
    return tuple(term for term in name if term.word in kept)
