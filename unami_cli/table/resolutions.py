"""Which resolution is which, and what the register adds to it: the year, the symbol, the public address."""

from __future__ import annotations

from collections.abc import Sequence

from unami_cli import register
from unami_cli.folding import words
from unami_cli.model import Evidence, Fact, Resolution, ResolutionMention
from unami_cli.patterns import pattern
from unami_cli.register import COUNCIL
from unami_cli.table.found import Found
from unami_cli.values import replace

_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ORGANS = {COUNCIL: "S", "General Assembly": "A", "Human Rights Council": "A/HRC", "Economic and Social Council": "E"}


def _speaks_of_council(found: Found) -> bool:
    """Whether an article names the Security Council, so that a bare "Resolution 2254" is the Council's."""
    named = any(" ".join(words(m.text)).endswith(("unsc", "security council")) for m in found.organizations)
    return named or any(m.body == COUNCIL for m in found.resolutions)


def _body(mention: ResolutionMention, council: bool, stated: dict[str, set[str]]) -> str | None:
    if mention.body is not None:
        return mention.body
    bodies = stated.get(mention.number, set())
    if len(bodies) == 1:
        return next(iter(bodies))
    year = register.year_of(int(mention.number)) if mention.number.isdigit() else None
    told = council or (mention.year == year and len(mention.number) > 2)  # "resolution 2731 (2024)": no city has that
    return COUNCIL if year is not None and not bodies and told else None


def _symbol(body: str | None, number: str, year: int | None) -> str | None:
    organ = _ORGANS.get(body or "")
    if organ is None:
        return None
    if organ == "S":
        return f"S/RES/{number} ({year})" if year else f"S/RES/{number}"
    return f"{organ}/RES/{number}" if "/" in number else None


def _year(
    body: str | None, number: str, mentions: Sequence[tuple[Found, ResolutionMention]]
) -> tuple[int | None, str | None, tuple[Evidence, ...]]:
    stated = next(((f, m) for f, m in mentions if m.year is not None), None)
    known = register.year_of(int(number)) if body == COUNCIL and number.isdigit() else None
    if stated is not None:
        f, m = stated
        said = Evidence(m.start, m.end, f.article.id, f"the text states the year {m.year}")
        wrong = Evidence(m.start, m.end, f.article.id, f"the register has number {number} in {known}, not in {m.year}")
        return m.year, "text", (said, wrong) if known not in (None, m.year) else (said,)
    if known is None:
        return None, None, ()
    f, m = mentions[0]
    rule = f"the year {known} comes from the register: numbers run on, and {number} fell in {known}"
    return known, "register", (Evidence(m.start, m.end, f.article.id, rule),)


def _resolution(
    body: str | None, number: str, mentions: Sequence[tuple[Found, ResolutionMention]], id: str
) -> Resolution:
    year, year_from, evidence = _year(body, number, mentions)
    symbol = _symbol(body, number, year)
    url = register.address(symbol) if symbol and (year or "/" in number) else None
    places = tuple(f.mention(m) for f, m in mentions)
    return Resolution(id, number, body, year, year_from, symbol, url, places, (), evidence)


def resolve_resolutions(found: Sequence[Found]) -> tuple[Resolution, ...]:
    """The resolutions of all articles in reading order; the id is "r" and the number ("r1500", "r76/123")."""
    stated: dict[str, set[str]] = {}
    for f in found:
        for m in f.resolutions:
            if m.body:
                stated.setdefault(m.number, set()).add(m.body)
    gathered: dict[tuple[str | None, str], list[tuple[Found, ResolutionMention]]] = {}
    for f in found:
        council = _speaks_of_council(f)
        for m in f.resolutions:
            gathered.setdefault((_body(m, council, stated), m.number), []).append((f, m))
    resolved, ids = [], set[str]()
    for (body, number), mentions in gathered.items():
        id = f"r{number}"
        if id in ids:
            id = f"{id}-{(_ORGANS.get(body or '') or 'x').lower().replace('/', '')}"
        ids.add(id)
        resolved.append(_resolution(body, number, mentions, id))
    return tuple(resolved)


def with_facts(resolutions: Sequence[Resolution], facts: Sequence[Fact]) -> tuple[Resolution, ...]:
    """The resolutions with the ids of the facts in whose sentences they stand."""
    citing: dict[str, list[str]] = {}
    for fact in facts:
        for id in fact.resolutions:
            citing.setdefault(id, []).append(fact.id)
    return tuple(replace(r, facts=tuple(citing.get(r.id, ()))) for r in resolutions)


def years_cited(mention: str, number: str) -> list[str]:
    """The years that words which cite a resolution state after its number.

    >>> years_cited("resolution 1973 (2011)", "1973"), years_cited("resolution 1973", "1973")
    (['2011'], [])
    """
    return _YEAR.findall(mention.partition(number)[2])
