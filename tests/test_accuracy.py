"""The accuracy on articles annotated by others, measured by their own scorer where it is at hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent
_ACCURACY = _ROOT.parent / "shared" / "accuracy"
_SCORE = _ACCURACY / "score.py"

_F1 = {
    "people": 0.95,
    "roles": 0.85,
    "resolutions": 1.0,
    "organizations": 0.85,
    "dates": 0.97,
    "figures": 0.95,
    "quotes": 0.95,
}
_RATES = {
    "people.name": 0.97,
    "figures.unit": 0.90,
    "figures.comparator": 0.90,
    "quotes.speaker": 0.90,
    "spans": 1.0,
}

pytestmark = pytest.mark.skipif(not _SCORE.is_file(), reason="the annotated articles are not at hand")


def _measured(folder: str) -> tuple[int, dict[str, float], dict[str, float]]:
    """The number of articles in a folder, the F1 of each category and each rate."""
    command = [
        sys.executable,
        str(_SCORE),
        str(_ACCURACY / folder),
        "--json",
        "--unami",
        f"'{sys.executable}' -m unami_cli",
    ]
    run = subprocess.run(command, cwd=_ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    f1 = {kind: score["f1"] for kind, score in told["f1"].items()}
    return told["documents"], f1, {kind: rate for kind, (rate, _) in told["rates"].items()}


def test_accuracy_on_unseen_articles() -> None:
    documents, f1, rates = _measured("articles")
    assert documents > 0
    assert {kind: f1[kind] for kind in _F1 if f1[kind] < _F1[kind]} == {}
    assert {kind: rates[kind] for kind in _RATES if rates[kind] < _RATES[kind]} == {}


def test_accuracy_on_the_bundled_article() -> None:
    documents, f1, rates = _measured("seed")
    assert documents == 1
    assert f1 == dict.fromkeys(_F1, 1.0)
    assert rates == dict.fromkeys(_RATES, 1.0)
