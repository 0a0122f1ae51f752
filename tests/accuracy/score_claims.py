"""Score `unami check` against claims whose verdicts people annotated (the folder `claims/`).

    score_claims.py                     how many verdicts are right, and which are given for which
    score_claims.py --misses            each wrong verdict as well
    score_claims.py --texts FOLDER      where the reports are that are not ours (news/, articles/, texts/)

Each line of NAME.jsonl holds a claim, the verdict that a reader gives it (agrees, differs, not stated) and why; `text`
names the article, the bundled one where it lacks. Those who wrote the claims did not see the rules: `bundled`, `own`,
`reports`, `near` and `traps` were at hand when the rules were made, and so were `free`, `paraphrased` and `plain` at
last; those named `unread` were not. Most of the two `paraphrased` are in other words. A third of what is right in the
two `free` ones is put as somebody would put it from memory; half of the two `plain` ones keep to the words of the
texts, as `near` does, and `traps` were made to mislead. A text that is not there is left out, and said.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from functools import cache
from pathlib import Path

from unami_cli import FactTable, build, read
from unami_cli.checking.claims import check

HERE = Path(__file__).resolve().parent
BUNDLED = next((HERE.parents[1] / "seeds").glob("*.txt"))
UNREAD = ("unread", "free-unread", "paraphrased-unread", "plain-unread")
VERDICTS = ("agrees", "differs", "not stated")


@cache
def table(path: Path) -> FactTable:
    """The table of one article."""
    return build([read(path)])


def score(name: str, texts: Path, *, misses: bool = False) -> tuple[Counter[tuple[str, str]], int]:
    """How often each verdict was given for each right one, and how many claims lack their text."""
    given: Counter[tuple[str, str]] = Counter()
    lacking = 0
    for line in (HERE / "claims" / f"{name}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        folder = HERE / "texts" if name == "own" else texts
        path = folder / row["text"] if "text" in row else BUNDLED
        if not path.exists():
            lacking += 1
            continue
        checked = check(table(path), row["claim"])
        given[row["verdict"], checked.verdict.value] += 1
        if misses and checked.verdict != row["verdict"]:
            print(f"{path.stem}: {row['claim']} [{row['verdict']}: {row['why']}] → {checked.verdict} {checked.facts}")
    return given, lacking


def told(name: str, given: Counter[tuple[str, str]], lacking: int) -> str:
    """A line for each right verdict, after one for all of them."""
    every = sum(given.values())
    right = sum(given[verdict, verdict] for verdict in VERDICTS)
    wrong = sum(given[verdict, "agrees"] for verdict in VERDICTS[1:])
    lines = [f"{name}: {right} of {every} right ({right / max(every, 1):.3f}), {wrong} wrongly “agrees”"]
    lines += [f"    ({lacking} claims lack their text)"] if lacking else []
    for verdict in VERDICTS:
        lines.append(f"    {verdict:10} " + "  ".join(f"{other}: {given[verdict, other]:3}" for other in VERDICTS))
    return "\n".join(lines)


def main() -> int:
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument("--misses", action="store_true")
    parse.add_argument("--texts", type=Path, default=HERE.parents[2] / "shared" / "accuracy")
    args = parse.parse_args()
    for name in ("bundled", "own", "reports", "near", "traps", "free", "paraphrased", "plain", *UNREAD):
        given, lacking = score(name, args.texts, misses=args.misses)
        print(told(name, given, lacking))
    return 0


if __name__ == "__main__":
    sys.exit(main())
