"""Precision and recall on annotated articles of our own, pinned at what is reached, so that a regression cannot hide.

Each `corpus/NAME.txt` has its annotation in `corpus/NAME.json`: what careful readers find in the text, all of it
invented. Entries marked optional count neither when found nor when missed.
"""

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

from unami_cli.folding import words
from unami_cli.reading import read_path
from unami_cli.table import FactTable, build

_TEXTS = sorted((Path(__file__).parent / "corpus").glob("*.txt"))

# The least precision and recall of each category over all articles.
PINNED = {
    "people": (0.977, 0.998),
    "roles": (0.998, 0.886),
    "organizations": (0.974, 0.931),
    "resolutions": (0.998, 0.998),
    "dates": (0.998, 0.998),
    "figures": (0.998, 0.998),
    "units": (0.9, 0.9),
    "comparators": (0.971, 0.971),
    "quotes": (0.998, 0.998),
    "speakers": (0.974, 0.974),
}


class Named(TypedDict):
    name: str
    aliases: list[str]
    roles: NotRequired[list[str]]
    optional_roles: NotRequired[list[str]]
    optional: NotRequired[bool]


class Stated(TypedDict):
    """A date, a figure or a quotation, with the fields of its kind."""

    text: str
    edtf: NotRequired[str]
    value: NotRequired[float]
    unit: NotRequired[str | None]
    comparator: NotRequired[str]
    speaker: NotRequired[str | None]
    optional: NotRequired[bool]


class Numbered(TypedDict):
    number: str
    body: str | None
    year: int | None


class Gold(TypedDict):
    people: list[Named]
    resolutions: list[Numbered]
    organizations: list[Named]
    dates: list[Stated]
    figures: list[Stated]
    quotes: list[Stated]


@dataclass(frozen=True, slots=True)
class Tally:
    """What should be found, what may be, and what was, each by a key that two equal answers share."""

    wanted: Counter[Hashable]
    optional: frozenset[Hashable]
    found: Counter[Hashable]

    @property
    def missed(self) -> list[Hashable]:
        return list((self.wanted - self.found).elements())

    @property
    def invented(self) -> list[Hashable]:
        return [key for key in (self.found - self.wanted).elements() if key not in self.optional]

    def scores(self) -> tuple[float, float]:
        """Precision and recall, 0-1."""
        hits = (self.wanted & self.found).total()
        return hits / ((hits + len(self.invented)) or 1), hits / ((hits + len(self.missed)) or 1)


def tally(wanted: Iterable[Hashable], optional: Iterable[Hashable], found: Iterable[Hashable]) -> Tally:
    return Tally(Counter(wanted), frozenset(optional), Counter(found))


def whole(name: str | None) -> str:
    plain = words(name or "")
    return " ".join(plain[1:] if plain[:1] == ("the",) else plain)


def canonical(gold: Iterable[Named]) -> dict[str, str]:
    """The whole name for each form of a name."""
    return {whole(form): whole(one["name"]) for one in gold for form in (one["name"], *one["aliases"])}


def of_names(gold: list[Named], found: Iterable[str]) -> Tally:
    known = canonical(gold)
    required = [whole(one["name"]) for one in gold if not one.get("optional")]
    optional = [whole(one["name"]) for one in gold if one.get("optional")]
    return tally(required, optional, (known.get(whole(name), whole(name)) for name in found))


def of_roles(gold: list[Named], table: FactTable) -> Tally:
    known = canonical(gold)
    required = [(whole(p["name"]), whole(role)) for p in gold for role in p.get("roles", ())]
    optional = [(whole(p["name"]), whole(role)) for p in gold for role in p.get("optional_roles", ())]
    mine = ((known.get(whole(p.name), whole(p.name)), whole(role.text)) for p in table.people for role in p.roles)
    return tally(required, optional, mine)


def of_dates(gold: list[Stated], table: FactTable) -> Tally:
    """Distinct dates; "2017/.." and "2017" are one, since "since 2017" may be read as either."""
    found = {date.edtf.removesuffix("/..") for fact in table.facts for date in fact.dates}
    required = {one.get("edtf") for one in gold if not one.get("optional")}
    return tally(required, (one.get("edtf") for one in gold if one.get("optional")), found)


def of_figures(gold: list[Stated], table: FactTable) -> Iterator[tuple[str, Tally]]:
    """Figures by value; and of those whose value is right, units and comparators."""
    found = [figure for fact in table.facts for figure in fact.figures]
    required = [one for one in gold if not one.get("optional")]
    optional = [one.get("value") for one in gold if one.get("optional")]
    yield "figures", tally((one.get("value") for one in required), optional, (figure.value for figure in found))
    mine = [figure for figure in found if figure.value in {one.get("value") for one in required}]
    counted = [one for one in required if one.get("unit")]
    units = {(one.get("value"), word): one.get("unit") for one in counted for word in unit_words(one.get("unit"))}
    told = (
        (f.value, next((units[f.value, w] for w in unit_words(f.unit) if (f.value, w) in units), f.unit)) for f in mine
    )
    of_nothing = [(one.get("value"), None) for one in required if not one.get("unit")]
    yield "units", tally(((one.get("value"), one.get("unit")) for one in counted), of_nothing, told)
    signs = ((one.get("value"), (one.get("comparator") or "=")) for one in required)
    yield "comparators", tally(signs, (), ((f.value, f.comparator.value) for f in mine))


def unit_words(unit: str | None) -> list[str]:
    return [word.rstrip("s") for word in words(unit or "")] or [unit or ""]


def of_quotes(gold: list[Stated], table: FactTable, names: dict[str, str]) -> Iterator[tuple[str, Tally]]:
    """Quotations by their words; and of the required ones, those with their speakers."""
    found = [quote for fact in table.facts for quote in fact.quotes]
    required = [one for one in gold if not one.get("optional")]
    optional = [one["text"] for one in gold if one.get("optional")]
    yield "quotes", tally((one["text"] for one in required), optional, (quote.text for quote in found))
    mine = [quote for quote in found if quote.text in {one["text"] for one in required}]
    told = ((quote.text, names.get(whole(quote.speaker), whole(quote.speaker))) for quote in mine)
    yield "speakers", tally(((one["text"], whole(one.get("speaker"))) for one in required), (), told)


def of_article(path: Path) -> Iterator[tuple[str, Tally]]:
    gold: Gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    table = build([read_path(path)])
    yield "people", of_names(gold["people"], (person.name for person in table.people))
    yield "roles", of_roles(gold["people"], table)
    yield "organizations", of_names(gold["organizations"], (body.name for body in table.organizations))
    numbered = [(one["number"], one["body"], one["year"]) for one in gold["resolutions"]]
    stated = ((r.number, r.body, r.year if r.year_from == "text" else None) for r in table.resolutions)
    yield "resolutions", tally(numbered, (), stated)
    yield "dates", of_dates(gold["dates"], table)
    yield from of_figures(gold["figures"], table)
    yield from of_quotes(gold["quotes"], table, canonical([*gold["people"], *gold["organizations"]]))


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    """The tallies of each category over all articles, the keys made different by the article."""
    sums: dict[str, tuple[list[Hashable], list[Hashable], list[Hashable]]] = {}
    for path in _TEXTS:
        for category, one in of_article(path):
            wanted, optional, found = sums.setdefault(category, ([], [], []))
            wanted += [(path.stem, key) for key in one.wanted.elements()]
            optional += [(path.stem, key) for key in one.optional]
            found += [(path.stem, key) for key in one.found.elements()]
    return {category: tally(*lists) for category, lists in sums.items()}


@pytest.mark.parametrize("category", PINNED)
def test_precision_and_recall_do_not_fall(tallies: dict[str, Tally], category: str) -> None:
    measured = tallies[category]
    precision, recall = measured.scores()
    least_precision, least_recall = PINNED[category]
    assert precision >= least_precision, f"invented: {measured.invented}"
    assert recall >= least_recall, f"missed: {measured.missed}"


def test_every_category_is_pinned_and_weighty(tallies: dict[str, Tally]) -> None:
    assert set(tallies) == set(PINNED)
    assert all(one.wanted.total() >= 5 for one in tallies.values())


@pytest.mark.parametrize("path", _TEXTS, ids=lambda path: path.stem)
def test_annotations_are_in_the_words_of_the_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    gold: Gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert all(one["text"] in text for kind in ("dates", "figures", "quotes") for one in gold[kind])
    every = set(words(" ".join(text.split())))
    for one in [*gold["people"], *gold["organizations"]]:
        assert set(words(one["name"])) <= every
    assert all(one["number"] in text for one in gold["resolutions"])


def test_the_scorer_counts_what_it_should() -> None:
    one = tally(["a", "a", "b"], ["o"], ["a", "b", "o", "x"])
    assert (one.missed, one.invented) == (["a"], ["x"])
    assert one.scores() == (2 / 3, 2 / 3)
    assert tally([], [], []).scores() == (0.0, 0.0)
