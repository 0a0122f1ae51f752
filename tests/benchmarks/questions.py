"""How often the first sentence is right for a question, and the words that answer; against others' ways of ranking.

Run as `python tests/benchmarks/questions.py [FOLDER …]` with folders of texts (`NAME.txt`) and their questions
(`NAME.json`: "questions", each with "q", "answer" and "sentence", the last two null where the text does not tell).
It prints and asserts nothing. `fzf` must be on PATH for its column. `--misses` lists what went wrong in the first folder.
"""

from __future__ import annotations

import json
import math
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent)]

from rapidfuzz import fuzz  # noqa: E402

from unami_cli import FactTable, build, read  # noqa: E402
from unami_cli.folding import fold, words  # noqa: E402
from unami_cli.lookup.query import parse_query  # noqa: E402
from unami_cli.lookup.search import search  # noqa: E402

Ranker = Callable[[FactTable, str], Sequence[tuple[str, str | None]]]
"""The ids of the sentences of a table, best first, each with the words that answer (None for none)."""

STOP = frozenset(
    """a an the of in on at to for by with and or is are was were be been do does did has have had who whom whose what
    which when where why how many much long old far that this it its there from as into about""".split()
)


@dataclass(frozen=True)
class Asked:
    """A question to a text, the words that answer (None where it does not tell) and the facts that hold them."""

    table: FactTable
    text: str
    answer: str | None
    right: frozenset[str]


def asked(folder: Path) -> Iterator[Asked]:
    for path in sorted(folder.glob("*.json")):
        questions = json.loads(path.read_text("utf-8")).get("questions", ())
        table = build([read(path.with_suffix(".txt"))]) if questions else None
        for question in questions if table else ():
            gold = _flat(question["sentence"] or "")
            right = {f.id for f in table.facts if gold and (_flat(f.text) in gold or gold in _flat(f.text))}
            yield Asked(table, question["q"], question["answer"], frozenset(right))


def ours(table: FactTable, question: str) -> Sequence[tuple[str, str | None]]:
    hits = search(table, parse_query(question)).hits
    return [(hit.record.id, hit.answer.text if hit.answer else None) for hit in hits]


def counted(table: FactTable, question: str) -> Sequence[tuple[str, str | None]]:
    """By the number of words in common, those of grammar aside."""
    sought = set(words(question)) - STOP
    return _ranked(table, lambda text: len(sought & set(words(text))))


def bm25(table: FactTable, question: str) -> Sequence[tuple[str, str | None]]:
    sought = set(words(question)) - STOP
    texts = [words(fact.text) for fact in table.facts]
    mean = sum(map(len, texts)) / max(1, len(texts))
    weight = {
        w: math.log(1 + (len(texts) - n + 0.5) / (n + 0.5)) for w in sought for n in (sum(w in t for t in texts),)
    }

    def score(text: str) -> float:
        held = words(text)
        size = 1.2 * (0.25 + 0.75 * len(held) / mean)
        return sum(weight[w] * 2.2 * held.count(w) / (held.count(w) + size) for w in sought)

    return _ranked(table, score)


def partial(table: FactTable, question: str) -> Sequence[tuple[str, str | None]]:
    return _ranked(table, lambda text: fuzz.partial_token_set_ratio(fold(question), fold(text)))


def fzf(table: FactTable, question: str) -> Sequence[tuple[str, str | None]]:
    lines = "\n".join(f"{fact.id}\t{fold(_flat(fact.text))}" for fact in table.facts)
    command = ["fzf", "--delimiter", "\t", "--nth", "2..", "--filter", fold(question.rstrip("?"))]
    found = subprocess.run(command, input=lines, capture_output=True, text=True, check=False).stdout
    return [(line.split("\t", 1)[0], None) for line in found.splitlines()]


def _ranked(table: FactTable, score: Callable[[str], float]) -> Sequence[tuple[str, str | None]]:
    scored = [(score(_flat(fact.text)), fact.id) for fact in table.facts]
    return [(id, None) for value, id in sorted(scored, key=lambda pair: -pair[0]) if value > 0]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _same(answer: str | None, gold: str) -> bool:
    """Whether an answer shares at least half of its words with the right one, either way round."""
    a, b = set(re.findall(r"\w+", (answer or "").lower())), set(re.findall(r"\w+", gold.lower()))
    return bool(a & b) and 2 * len(a & b) >= min(len(a), len(b))


def measured(rank: Ranker, questions: Sequence[Asked]) -> tuple[float, ...]:
    """First hit right, mean reciprocal rank, mean average precision, answer right, false answers (0-1 each)."""
    told = [question for question in questions if question.right]
    first = reciprocal = average = right = false = 0.0
    for question in questions:
        ranked = rank(question.table, question.text)
        answer = ranked[0][1] if ranked else None
        if question.answer is None:
            false += answer is not None
            continue
        places = [at for at, (id, _) in enumerate(ranked, 1) if id in question.right]
        first += places[:1] == [1]
        reciprocal += 1 / places[0] if places else 0
        average += sum(n / at for n, at in enumerate(places, 1)) / max(1, len(question.right))
        right += _same(answer, question.answer)
    absent = sum(question.answer is None for question in questions)
    return (*(value / max(1, len(told)) for value in (first, reciprocal, average, right)), false / max(1, absent))


def misses(questions: Sequence[Asked]) -> None:
    for question in questions:
        ranked = ours(question.table, question.text)
        id, answer = ranked[0] if ranked else ("nothing", None)
        if question.answer is None and answer:
            print(f"{question.text!r}: answered {answer!r}, but the text does not say")
        elif question.answer and (id not in question.right or not _same(answer, question.answer)):
            print(
                f"{question.text!r}: first {id}, answer {answer!r}; right {sorted(question.right)}, {question.answer!r}"
            )


def main() -> None:
    folders = [Path(arg) for arg in sys.argv[1:] if not arg.startswith("-")]
    folders = folders or [HERE / "questions" / "seen", HERE / "questions" / "unseen"]
    rankers: dict[str, Ranker] = {
        "unami": ours,
        "word count": counted,
        "BM25": bm25,
        "partial_token_set_ratio": partial,
    }
    if shutil.which("fzf"):
        rankers["fzf --filter"] = fzf
    for folder in folders:
        questions = list(asked(folder))
        absent = sum(question.answer is None for question in questions)
        print(f"{folder.name}: {len(questions)} questions, {absent} of them about what the text does not say")
        print(f"{'':26}{'first hit':>10}{'MRR':>7}{'MAP':>7}{'answer right':>14}{'false answers':>15}")
        for name, rank in rankers.items():
            first, reciprocal, average, right, false = measured(rank, questions)
            answers = f"{right:14.3f}{false:15.3f}" if rank is ours else ""
            print(f"{name:26}{first:10.3f}{reciprocal:7.3f}{average:7.3f}{answers}", flush=True)
    if "--misses" in sys.argv:
        misses(list(asked(folders[0])))


if __name__ == "__main__":
    main()
