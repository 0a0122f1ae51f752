"""Makes `forms.txt`, `families.txt`, `synonyms.txt`, `narrower.txt`, `broader.txt` and `verbs.txt` of `unami_cli/data/`.

The source is WordNet 3.0 (Debian: wordnet-base).

Run as `python tests/lists/wordnet.py [/usr/share/wordnet]`. The files are sorted by their UTF-8 bytes, a word, a tab and
what belongs to it a line.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "unami_cli" / "data"
HEAD = "# From WordNet 3.0, (c) 2006 by Princeton University; see SOURCES.md and NOTICES.md. Made by tests/lists/wordnet.py\n"
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}

SUPPLETIVE = (
    "die dead death", "born birth", "see sight", "fly flight", "give gift", "lose loss", "sell sale", "live life alive",
    "think thought", "tell tale", "speak speech", "choose choice", "sing song", "sit seat", "strike stroke",
    "weigh weight", "high height", "long length", "deep depth", "wide width", "broad breadth", "strong strength",
    "young youth", "old age", "hot heat", "poor poverty", "wise wisdom", "free freedom", "grow growth", "marry marriage",
    "arrive arrival", "know knowledge", "prove proof", "believe belief", "relieve relief", "advise advice", "serve service",
    "pay payment", "deny denial", "try trial", "bury burial", "succeed success", "proceed procedure process",
    "sign signature", "beautiful beauty", "fight fought", "win winner victory", "lend loan", "descend descent", "diplomat diplomacy diplomatic",
)  # fmt: skip
"""Words of one family that WordNet does not tie, or that begin otherwise."""


class Word:
    """A lemma in one synset: its part of speech, the synset, and how often it was met in that sense."""

    __slots__ = ("count", "lemma", "part", "synset")

    def __init__(self, lemma: str, part: str, synset: str, count: int) -> None:
        self.lemma, self.part, self.synset, self.count = lemma, part, synset, count


def counts(folder: Path) -> dict[tuple[str, str, int], int]:
    """How often each sense of a lemma was met in the tagged texts."""
    found: dict[tuple[str, str, int], int] = {}
    for line in (folder / "cntlist.rev").read_text().splitlines():
        key, number, count = line.split()
        lemma, _, rest = key.partition("%")
        part = "nvars"[int(rest[0]) - 1].replace("s", "a")
        found[lemma, part, int(number)] = int(count)
    return found


def senses(folder: Path) -> dict[tuple[str, str], list[str]]:
    """The synsets of each lemma and part of speech, the commonest first."""
    found = {}
    for name, part in PARTS.items():
        for line in (folder / f"index.{name}").read_text().splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            found[fields[0], part] = fields[-int(fields[2]) :]
    return found


def synsets(folder: Path) -> Iterator[tuple[str, str, list[str], list[tuple[str, str, int, int]]]]:
    """Each synset: part, offset, lemmas, and its pointers to what words derive from or pertain to (offset, part, source, target)."""
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text().splitlines():
            if line.startswith(" "):
                continue
            fields = line.split("|")[0].split()
            size = int(fields[3], 16)
            lemmas = [fields[4 + 2 * at].split("(")[0].lower() for at in range(size)]
            rest = fields[4 + 2 * size :]
            pointers = []
            for at in range(int(rest[0])):
                sign, offset, other, ends = rest[1 + 4 * at : 5 + 4 * at]
                if sign in ("@", "&", "*", ">"):
                    pointers.append((offset, other, 0, 0))
                if sign in ("+", "\\"):
                    pointers.append((offset, other, int(ends[:2], 16), int(ends[2:], 16)))
            yield part, fields[0], lemmas, pointers


def main(folder: Path) -> None:
    met, sense = counts(folder), senses(folder)
    every = {(part, offset): (lemmas, pointers) for part, offset, lemmas, pointers in synsets(folder)}
    told: dict[tuple[str, str, str], int] = {}
    for (lemma, part), offsets in sense.items():
        for number, offset in enumerate(offsets, 1):
            told[lemma, part, offset] = met.get((lemma, part, number), 0)
    total: dict[str, int] = defaultdict(int)
    for (lemma, _, _), count in told.items():
        total[lemma] += count
    write("forms", forms(folder, total))
    write("families", families(every, total))
    write("synonyms", synonyms(every, told, total))
    write("verbs", verbs(told))
    narrower, broader = next_to(every, told)
    write("narrower", narrower)
    write("broader", broader)


def plain(word: str) -> bool:
    return word.isascii() and word.isalpha()


def forms(folder: Path, total: dict[str, int]) -> dict[str, list[str]]:
    """Irregular forms, each with its base, and bases with their irregular forms."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name in PARTS:
        for line in (folder / f"{name}.exc").read_text().splitlines():
            form, *bases = line.split()
            for base in bases:
                if plain(form) and plain(base) and total[base] > 0 and form != base:
                    found[form][base] = None
                    found[base][form] = None
    return {word: list(others) for word, others in found.items()}


def families(every: dict, total: dict[str, int]) -> dict[str, list[str]]:
    """Words that one is derived from the other, both not rare, and those that share such a relative and a beginning."""
    lines = (HERE / "apart.txt").read_text().splitlines()
    apart = {word for line in lines if not line.startswith("#") for word in line.split()}
    near: dict[str, dict[str, None]] = defaultdict(dict)
    for lemmas, pointers in every.values():
        for offset, part, source, target in pointers:
            if not source:
                continue
            others = every[("a" if part == "s" else part), offset][0]
            a, b = lemmas[source - 1], others[target - 1]
            if {a, b} & apart or a == b or not (plain(a) and plain(b)):
                continue
            if a[:3] == b[:3] and (total[a] or total[b]):
                near[a][b] = None
                near[b][a] = None
    for line in SUPPLETIVE:
        for a in line.split():
            near[a].update(dict.fromkeys(b for b in line.split() if b != a))
    found = {}
    for word, direct in near.items():
        wider = (other for one in direct for other in near[one] if other != word and _alike(word, other))
        kept = [w for w in dict.fromkeys((*direct, *wider)) if total[w] or total[word]]
        if kept:
            found[word] = kept[:12]
    return found


def _alike(a: str, b: str) -> bool:
    return len(a) > 4 and a[:5] == b[:5]


def synonyms(every: dict, told: dict[tuple[str, str, str], int], total: dict[str, int]) -> dict[str, list[str]]:
    """What shares a synset with a word in one of its common senses, when that sense is common for it too."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    by_part: dict[tuple[str, str], int] = defaultdict(int)
    for (lemma, part, _), count in told.items():
        by_part[lemma, part] += count
    for (part, offset), (lemmas, _) in every.items():
        if part == "r":
            continue
        for a in lemmas:
            if not plain(a.replace("_", "")) or not _common(told[a, part, offset], by_part[a, part]):
                continue
            for b in lemmas:
                if a != b and plain(b.replace("_", "")) and _common(told[b, part, offset], by_part[b, part]):
                    found[a.replace("_", " ")][b.replace("_", " ")] = None
    return {word: list(others)[:8] for word, others in found.items()}


def next_to(every: dict, told: dict[tuple[str, str, str], int]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What is next below and next above a word in its common senses, both words not rare."""
    by_part: dict[tuple[str, str], int] = defaultdict(int)
    for (lemma, part, _), count in told.items():
        by_part[lemma, part] += count
    narrower: dict[str, dict[str, None]] = defaultdict(dict)
    broader: dict[str, dict[str, None]] = defaultdict(dict)
    for (part, offset), (lemmas, pointers) in every.items():
        for above, other, source, _ in pointers:
            if source:
                continue
            for below in lemmas:
                if not plain(below) or not _common(told[below, part, offset], by_part[below, part]):
                    continue
                for word in every["a" if other == "s" else other, above][0]:
                    key = (word, "a" if other == "s" else other, above)
                    if plain(word) and below != word and _common(told.get(key, 0), by_part[word, key[1]]):
                        narrower[word][below] = None
                        broader[below][word] = None
    vague = {word for word in [*narrower, *broader] if len({**narrower[word], **broader[word]}) > 30}
    return _telling(narrower, vague), _telling(broader, vague)


def _telling(found: dict[str, dict[str, None]], vague: set[str]) -> dict[str, list[str]]:
    """What is next to each word that has something there, but for the vague ones."""
    return {word: list(others) for word, others in found.items() if others and word not in vague}


def verbs(told: dict[tuple[str, str, str], int]) -> dict[str, list[str]]:
    """The words of which a quarter and more of the places where they were met are verbs."""
    by_part: dict[tuple[str, str], int] = defaultdict(int)
    for (lemma, part, _), count in told.items():
        by_part[lemma, part] += count
    kept = {w for w, part in by_part if part == "v" and plain(w)}
    return {
        word: []
        for word in kept
        if 3 * by_part[word, "v"] >= sum(by_part[word, part] for part in "nar") and by_part[word, "v"] > 0
    }


def _common(count: int, of: int) -> bool:
    """Whether a sense is a fifth and more of what a word of a part of speech was met as, and at least twice."""
    return count >= 2 and 5 * count >= of


def write(name: str, found: dict[str, list[str]]) -> None:
    mark = "; " if name == "synonyms" else " "
    lines = [f"{word}\t{mark.join(others)}\n" if others else f"{word}\n" for word, others in found.items()]
    (DATA / f"{name}.txt").write_bytes((HEAD + "".join(sorted(lines, key=str.encode))).encode())
    print(f"{name}: {len(found)} words")


if __name__ == "__main__":
    main(Path(sys.argv[1] if sys.argv[1:] else "/usr/share/wordnet"))
