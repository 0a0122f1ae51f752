"""Makes four lists of `unami_cli/data/`: of `also_known`, `offices` and `spellings` each name with all others of its
group, of `deeds` each word with the groups that it is in.

The groups are the tables beside this script, a group a line: the commonest name, a tab, the others, "; " between them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from unami_cli.folding import words  # noqa: E402

DATA = HERE.parents[1] / "unami_cli" / "data"


def main() -> None:
    for name in ("also_known", "offices", "spellings"):
        lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for line in lines:
            if line.startswith("#"):
                continue
            first, _, rest = line.partition("\t")
            every = (" ".join(words(each)) for each in (first, *rest.split(";")))
            group = [each for each in dict.fromkeys(every) if each]
            for each in group:
                found[each].update(dict.fromkeys(other for other in group if other != each))
        mark = " " if name == "spellings" else "; "
        made = sorted((f"{one}\t{mark.join(others)}" for one, others in found.items() if others), key=str.encode)
        head = [line for line in lines if line.startswith("#")]
        (DATA / f"{name}.txt").write_text("\n".join((*head, *made)) + "\n", encoding="utf-8")
        print(f"{name}: {len(made)} names")
    write_deeds()


def write_deeds() -> None:
    lines = (HERE / "deeds.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        name, _, told = line.partition("\t")
        for word in told.split("; ") if not line.startswith("#") else ():
            found[word].append(name)
    made = sorted((f"{word}\t{' '.join(groups)}" for word, groups in found.items()), key=str.encode)
    (DATA / "deeds.txt").write_text("\n".join(made) + "\n", encoding="utf-8")
    print(f"deeds: {len(made)} words")


if __name__ == "__main__":
    main()
