"""How often the first hit is right, how often the absent is found, and what a query costs; against others' ways.

Run as `python tests/benchmarks/search.py [FOLDER …]` with folders of annotated articles (`NAME.txt`, `NAME.json`).
It prints and asserts nothing. `fzf` must be on PATH for its column and for the cost.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

from rapidfuzz import fuzz, process  # noqa: E402
from search_cases import Case, Cases, made_up_people  # noqa: E402
from search_rows import annotated, large, rows  # noqa: E402

from unami_cli.folding import fold, words  # noqa: E402
from unami_cli.lookup.index import index_of  # noqa: E402
from unami_cli.lookup.query import parse_query  # noqa: E402
from unami_cli.lookup.search import search  # noqa: E402
from unami_cli.table import FactTable  # noqa: E402

Engine = Callable[[str], str | None]
"""The id of the first hit of a query, or None when nothing is found."""

CUTOFF = 80.0
"""What a row scorer must reach (0-100) to count as having found something."""

ASKED = ("iraq", "security council", "foreign secretary", "humanitarian aid", "goverment", "the people of iraq",
         "coalition forces", "daesh", "mosul", "secretary kerry", "training", "2014", "peace", "refugees syria",
         "sovereignity", "prime minister abadi")  # fmt: skip


def ours(table: FactTable) -> Engine:
    def first(query: str) -> str | None:
        hits = search(table, parse_query(query), limit=1).hits
        return hits[0].record.id if hits else None

    return first


def scorer(table: FactTable, score: Callable[..., float]) -> Engine:
    lines, ids = [fold(line) for line, _ in rows(table)], [record.id for _, record in rows(table)]

    def first(query: str) -> str | None:
        best = process.extractOne(fold(query), lines, scorer=score, score_cutoff=CUTOFF)
        return ids[best[2]] if best else None

    return first


def fzf(table: FactTable) -> Engine:
    every = rows(table)
    lines = "\n".join(f"{record.id}\t{fold(line)}" for line, record in every)

    def first(query: str) -> str | None:
        command = ["fzf", "--delimiter", "\t", "--nth", "2..", "--filter", fold(query)]
        found = subprocess.run(command, input=lines, capture_output=True, text=True, check=False).stdout
        return found.split("\t", 1)[0] or None if found else None

    return first


def trigrams(table: FactTable) -> Engine:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, line, tokenize='trigram')")
    base.executemany("INSERT INTO t VALUES (?, ?)", [(record.id, fold(line)) for line, record in rows(table)])

    def first(query: str) -> str | None:
        asked = " ".join(f'"{word}"' for word in words(query))
        found = base.execute("SELECT id FROM t WHERE t MATCH ? ORDER BY rank LIMIT 1", (asked,)).fetchone()
        return str(found[0]) if found else None

    return first


def share(engine: Engine, cases: list[Case]) -> float:
    """How many of the cases (%) are answered rightly first; for absent things, how many are found all the same."""
    right = sum(
        (found in case.right) if case.right else found is not None for case in cases for found in (engine(case.query),)
    )
    return 100 * right / max(1, len(cases))


def quality(table: FactTable, seed: int) -> None:
    engines = {"unami": ours(table), "WRatio": scorer(table, fuzz.WRatio), "partial": scorer(table, fuzz.partial_ratio)}
    if shutil.which("fzf"):
        engines["fzf"] = fzf(table)
    engines["trigram"] = trigrams(table)
    if "--ours" in sys.argv:
        engines = {"unami": engines["unami"]}
    cases = Cases(table, seed)
    print(f"{'first hit right, %':48}{'cases':>7}" + "".join(f"{name:>9}" for name in engines))
    print(f"(row scorers count as finding from {CUTOFF:.0f} up; one draw of the questions, seed {seed})")
    every = {**cases.by_class(), "found though absent": cases.absent(HERE / "absent.txt")}
    every |= {
        f"found though absent, {kind}": cases.drawn(kind)
        for kind in ("english", "names", "surnames", "surnames in small letters")
    }
    for name, asked in every.items():
        print(f"{name:48}{len(asked):7}" + "".join(f"{share(e, asked):9.1f}" for e in engines.values()), flush=True)
    if "--misses" in sys.argv:
        misses(engines["unami"], every)


def misses(engine: Engine, every: dict[str, list[Case]]) -> None:
    for name, asked in every.items():
        for case in asked:
            found = engine(case.query)
            if (found not in case.right) if case.right else found is not None:
                print(f"{name}: {case.query!r} found {found}, right {sorted(case.right)[:4]}")


def cost(table: FactTable) -> None:
    print(f"\n{'facts':>9}{'index, s':>10}{'unami, ms':>11}{'all hits':>10}{'fzf, ms':>10}{'unami/fzf':>11}")
    for size in (1_000, 10_000, 100_000):
        many = large(table, size)
        start = time.perf_counter()
        _ = index_of(many).brevity, index_of(many).vocabulary.near("warming")
        built = time.perf_counter() - start
        mine, whole = mean(asking(many, 50)), mean(asking(many, None))
        theirs = fzf_cost(many) if shutil.which("fzf") else float("nan")
        print(f"{size:9,}{built:10.2f}{mine:11.2f}{whole:10.2f}{theirs:10.2f}{mine / theirs:11.2f}", flush=True)


def asking(table: FactTable, limit: int | None) -> Callable[[str], object]:
    return lambda query: search(table, parse_query(query), limit=limit)


def mean(ask: Callable[[str], object]) -> float:
    """Milliseconds a query, the best of three rounds over the same questions."""
    return min(sum(timed(ask, query) for query in ASKED) for _ in range(3)) / len(ASKED)


def timed(ask: Callable[[str], object], query: str) -> float:
    start = time.perf_counter()
    ask(query)
    return 1000 * (time.perf_counter() - start)


def fzf_cost(table: FactTable) -> float:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(line for line, _ in rows(table)))
        file.flush()

        def ask(query: str) -> None:
            with open(file.name, "rb") as lines:
                subprocess.run(["fzf", "--filter", query], stdin=lines, stdout=subprocess.DEVNULL, check=False)

        return mean(ask)


def main() -> None:
    shared = HERE.parent.parent.parent / "shared" / "accuracy"
    folders = [Path(arg) for arg in sys.argv[1:] if not arg.startswith("-")] or [shared / "seed", shared / "articles"]
    table = annotated([folder for folder in folders if folder.is_dir()])
    if not table.facts:
        sys.exit("no annotated articles: name their folders")
    seed = next((int(arg[7:]) for arg in sys.argv if arg.startswith("--seed=")), 7)
    if "--cost" not in sys.argv:
        people = (*table.people, *made_up_people(150))
        quality(FactTable(table.articles, people, table.resolutions, table.organizations, table.facts), seed)
    if "--quality" not in sys.argv:
        cost(table)


if __name__ == "__main__":
    main()
