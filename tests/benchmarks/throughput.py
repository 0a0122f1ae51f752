"""How fast texts are read on one core, how that grows with their length, what memory it takes, what a saved table spares.

Run as `python tests/benchmarks/throughput.py [FOLDER]`, with the Python of the environment that is to be measured; the
texts are those of our questions unless a folder of .txt files is named. It prints medians of five runs, each in a
process of its own, and asserts nothing. spaCy's small English model is measured beside it where it is installed
(`pip install spacy && python -m spacy download en_core_web_sm`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = ROOT / "tests" / "benchmarks" / "questions"
RUNS = 5
TIMES = 31
ARTICLES = 1000

READ = """
import gc, json, resource, sys, time
gc.disable()
from unami_cli import build, read
text = open(sys.argv[1], "rb").read()
build([read(b"Foreign Minister Ana Costa said on 3 May 2020: \\"Yes\\", and 40 envoys of the United Nations agreed.")]).facts
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
table = build([read(text)])
len(table.people), len(table.resolutions) if sys.argv[2] == "all" else None, len(table.organizations)
if sys.argv[2] == "all":
    len(table.facts)
took = time.perf_counter() - start
print(json.dumps([took, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024]))
"""
SPACY = """
import json, sys, time
import spacy
reader = spacy.load("en_core_web_sm")
reader.max_length = 10**9
text = open(sys.argv[1], encoding="utf-8").read()
reader("Foreign Minister Ana Costa met 40 envoys.")
start = time.perf_counter()
reader(text)
print(json.dumps([time.perf_counter() - start, 0]))
"""


def measured(program: str, *words: str) -> tuple[float, float] | None:
    """Seconds and bytes of memory, each the median of the runs; None when what it needs is not installed."""
    taken: list[tuple[float, float]] = []
    for _ in range(RUNS):
        run = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, cwd=ROOT, check=False)
        if run.returncode:
            return None
        taken.append(json.loads(run.stdout))
    return median(seconds for seconds, _ in taken), median(memory for _, memory in taken)


def reading(folder: Path, once: Path, often: Path) -> None:
    """Print how fast a text is read that is as long as all of the folder, and one that is 31 times as long."""
    text = "\n\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.txt")))
    once.write_text(text, "utf-8")
    often.write_text("\n\n".join([text] * TIMES), "utf-8")
    size = once.stat().st_size
    print(f"{f'one text of {size / 1000:.0f} kB':32}{'MB/s':>8}{f'MB/s of {TIMES} x':>14}{'growth':>8}{'memory':>9}")
    for name, program, what in (
        ("people and organisations", READ, "people"),
        ("everything", READ, "all"),
        ("spaCy en_core_web_sm", SPACY, ""),
    ):
        short, long = measured(program, str(once), what), measured(program, str(often), what)
        if short is None or long is None:
            print(f"{name:32}{'not installed':>22}")
            continue
        speeds = f"{size / short[0] / 1e6:8.2f}{TIMES * size / long[0] / 1e6:14.2f}"
        memory = f"{long[1] / TIMES / size:7.0f} x" if long[1] else ""
        print(f"{name:32}{speeds}{long[0] / short[0] / TIMES:8.2f}{memory:>9}")


def kept(folder: Path, work: Path) -> None:
    """Print what a question to 1,000 articles costs from the texts, and from the table that was made of them."""
    texts = sorted(folder.rglob("*.txt"))
    many, table = work / "many", work / "many.json"
    many.mkdir()
    for number in range(ARTICLES):
        (many / f"{number:04}.txt").write_bytes(texts[number % len(texts)].read_bytes())
    unami = [sys.executable, "-m", "unami_cli"]
    with open(table, "wb") as stream:
        subprocess.run([*unami, "-a", str(many), "export"], stdout=stream, cwd=ROOT, check=True)
    print(f"\n{f'a search over {ARTICLES} articles':32}{'seconds':>8}")
    for name, source in (("from the texts", many), ("from the saved table", table)):
        print(f"{name:32}{whole([*unami, '-a', str(source), 'search', 'syria', '-f', 'json']):8.2f}", flush=True)


def whole(command: list[str]) -> float:
    """Seconds that a command takes from its start to its end, the median of the runs."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, check=False)
        taken.append(time.perf_counter() - start)
    return median(taken)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TEXTS
    with tempfile.TemporaryDirectory() as work:
        reading(folder, Path(work) / "once.txt", Path(work) / "often.txt")
        kept(folder, Path(work))


if __name__ == "__main__":
    main()
