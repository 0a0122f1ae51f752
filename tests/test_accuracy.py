"""Precision and recall on annotated texts, pinned at what is reached, so that a regression cannot hide.

`accuracy/texts` are texts of our own, all of it invented, with what careful readers find in them (`accuracy/GUIDE.md`).
Where articles annotated by others are at hand, they are scored too.
"""

import json
from pathlib import Path

import pytest
from accuracy.score import CATEGORIES, MENTIONS, RATES, Score, score, score_folder

from unami_cli.folding import words

_HERE = Path(__file__).parent
_OWN = _HERE / "accuracy" / "texts"
_TEXTS = sorted(_OWN.glob("*.txt"))
_OTHERS = _HERE.parent.parent / "shared" / "accuracy"

# The least precision and recall of each category, and the least of each rate, over our own texts.
PINNED = {
    "people": (0.99, 0.99),
    "roles": (0.99, 0.91),
    "organizations": (0.99, 0.93),
    "resolutions": (0.99, 0.99),
    "dates": (0.99, 0.99),
    "figures": (0.99, 0.99),
    "quotes": (0.99, 0.99),
}
PINNED_RATES = {
    "people.name": 0.97,
    "figures.unit": 0.95,
    "figures.comparator": 0.97,
    "quotes.speaker": 0.97,
    "spans": 1.0,
}

# The least F1 and rates on texts that others annotated.
ON_OTHERS = {
    "articles": {
        "people": 0.97,
        "roles": 0.93,
        "resolutions": 0.97,
        "organizations": 0.97,
        "dates": 0.97,
        "figures": 0.97,
        "quotes": 0.97,
        "quotes.speaker": 0.97,
        "spans": 1.0,
    },
    "seed": dict.fromkeys((*CATEGORIES, *RATES), 1.0),
    "news": {
        "people": 0.95,
        "roles": 0.87,
        "organizations": 0.85,
        "dates": 0.98,
        "figures": 0.98,
        "quotes": 0.98,
        "figures.unit": 0.95,
        "quotes.speaker": 0.88,
        "spans": 1.0,
    },
}


@pytest.fixture(scope="module")
def own() -> Score:
    return score_folder(_OWN)[1]


@pytest.mark.parametrize("category", CATEGORIES)
def test_precision_and_recall_do_not_fall(own: Score, category: str) -> None:
    precision, recall, _ = own.measures(category)
    of_it = [miss for miss in own.misses if miss.category == category]
    assert precision >= PINNED[category][0], of_it
    assert recall >= PINNED[category][1], of_it
    assert own.counts[category, "hit"] >= 5


@pytest.mark.parametrize("rate", RATES)
def test_rates_do_not_fall(own: Score, rate: str) -> None:
    assert own.rate(rate) >= PINNED_RATES[rate], [miss for miss in own.misses if miss.category == rate]


@pytest.mark.parametrize("folder", ON_OTHERS)
def test_accuracy_on_texts_that_others_annotated(folder: str) -> None:
    if not (_OTHERS / folder).is_dir():
        pytest.skip("the annotated texts are not at hand")
    count, total = score_folder(_OTHERS / folder)
    reached = {kind: total.measures(kind)[2] for kind in CATEGORIES} | {rate: total.rate(rate) for rate in RATES}
    assert count > 0
    assert {kind: reached[kind] for kind, least in ON_OTHERS[folder].items() if reached[kind] < least} == {}


def test_accuracy_on_mentions_that_others_annotated() -> None:
    if not (_OTHERS / "mentions").is_dir():
        pytest.skip("the annotated texts are not at hand")
    counts = score_folder(_OTHERS / "mentions")[1].counts
    for kind, least in zip(MENTIONS, (0.88, 0.78), strict=True):
        precision = counts[kind, "right"] / counts[kind, "given"]
        recall = counts[kind, "found"] / counts[kind, "named"]
        assert 2 * precision * recall / (precision + recall) >= least


@pytest.mark.parametrize("path", _TEXTS, ids=lambda path: path.stem)
def test_annotations_are_in_the_words_of_the_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert all(one["text"] in text for kind in ("dates", "figures", "quotes") for one in gold[kind])
    every = set(words(" ".join(text.split())))
    for one in [*gold["people"], *gold["organizations"]]:
        assert set(words(one["name"])) <= every
    assert all(one["number"] in text for one in gold["resolutions"])


def test_the_scorer_counts_what_it_should() -> None:
    nothing: dict[str, list[object]] = {kind: [] for kind in ("resolutions", "dates", "figures", "quotes")}
    gold = nothing | {
        "people": [{"name": "Ana Costa", "aliases": ["Costa"]}, {"name": "Tom Berg", "optional": True}],
        "organizations": [{"name": "Halden Bank", "aliases": []}],
    }
    people = [{"name": name, "aliases": [], "roles": [], "mentions": []} for name in ("Costa", "Tom Berg", "Vera Lund")]
    table = {"people": people, "organizations": [], "resolutions": [], "facts": []}
    found = score("", gold, table)
    assert found.measures("people") == (0.5, 1.0, 2 / 3)
    assert [(miss.category, miss.how, miss.what) for miss in found.misses] == [
        ("people", "invented", "Vera Lund"),
        ("people.name", "wrong", "Costa for Ana Costa"),
        ("organizations", "missed", "Halden Bank"),
    ]
    assert found.rate("people.name") == 0.0
    assert Score().measures("people") == (1.0, 1.0, 1.0)
