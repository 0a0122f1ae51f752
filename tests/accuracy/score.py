"""Score what is read from articles against what careful readers found in them.

    score.py FOLDER                     every FOLDER/NAME.txt that has a NAME.json
    score.py FOLDER --misses people     what was missed and what was invented, of one category or of all
    score.py FOLDER --names b*          only texts whose names fit

GUIDE.md says what counts as right. Where NAME.json gives mentions (`person` and `organization`, each [start, end,
named]) instead, a named mention is found when one of the table overlaps it, and one of the table is right when it
overlaps any of its kind.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from unami_cli import FactTable, build, read
from unami_cli.output import columns, formats

CATEGORIES = ("people", "roles", "resolutions", "organizations", "dates", "figures", "quotes")
RATES = ("people.name", "figures.unit", "figures.comparator", "quotes.speaker", "spans")
MENTIONS = {"person": "people", "organization": "organizations"}

Entry = dict[str, Any]
Same = Callable[[Entry, Entry], bool]


class Miss(NamedTuple):
    """What was missed, invented or wrong, and in which category."""

    category: str
    how: str
    what: str


class Score:
    """How many entries of each category were hit, missed and invented, how many of each rate were right."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.misses: list[Miss] = []

    def add(self, other: Score) -> None:
        """Take the counts of another text in."""
        self.counts.update(other.counts)
        self.misses += other.misses

    def measures(self, category: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of a category, 0-1."""
        hit, missed, invented = (self.counts[category, how] for how in ("hit", "missed", "invented"))
        precision = hit / (hit + invented) if hit + invented else 1.0
        recall = hit / (hit + missed) if hit + missed else 1.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def rate(self, name: str) -> float:
        """The share that is right, 0-1."""
        right, wrong = self.counts[name, "right"], self.counts[name, "wrong"]
        return right / (right + wrong) if right + wrong else 1.0

    def judge(self, name: str, right: bool, what: str) -> None:
        """Count one of a rate."""
        self.counts[name, "right" if right else "wrong"] += 1
        if not right:
            self.misses.append(Miss(name, "wrong", what))

    def pair(
        self, category: str, wanted: Sequence[Entry], found: Sequence[Entry], same: Same, show: Callable[[Entry], str]
    ) -> list[tuple[Entry, Entry]]:
        """Pair what is wanted with what is found, one to one, required entries first; count what is left over."""
        pairs: list[tuple[int, int]] = []
        for i in sorted(range(len(wanted)), key=lambda i: bool(wanted[i].get("optional"))):
            used = {j for _, j in pairs}
            match = next((j for j, one in enumerate(found) if j not in used and same(wanted[i], one)), None)
            pairs += [(i, match)] if match is not None else []
        there, given = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, one in enumerate(wanted):
            if not one.get("optional"):
                self.counts[category, "hit" if i in there else "missed"] += 1
                self.misses += [] if i in there else [Miss(category, "missed", show(one))]
        for j, one in enumerate(found):
            if j not in given and not any(same(other, one) for other in wanted):
                self.counts[category, "invented"] += 1
                self.misses.append(Miss(category, "invented", show(one)))
        return [(wanted[i], found[j]) for i, j in pairs]


# ---- when two entries are the same -----------------------------------------------------------------------------------


def fold(text: str | None) -> str:
    """Casefolded letters and digits, accents and punctuation gone, words parted by one space, no leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"['’‘ʼ`´.]", "", re.sub(r"['’‘ʼ`´]s\b", "", plain))
    return re.sub(r"^(the|a|an) ", "", " ".join(re.findall(r"\w+", plain)))


def _forms(one: Entry) -> set[str]:
    return {fold(one["name"]), *map(fold, one.get("aliases", ()))} - {""}


def _unit_words(unit: str | None) -> set[str]:
    """The words of a unit without their plural endings; a unit of signs alone ("%", "£") is its own word."""
    return {word.rstrip("s") or word for word in fold(unit).split()} or {(unit or "").strip()}


def _same_name(gold: Entry, found: Entry) -> bool:
    return bool(_forms(gold) & _forms(found))


def _same_role(gold: Entry, found: Entry) -> bool:
    a, b = set(fold(gold["role"]).split()), set(fold(found["role"]).split())
    return bool(a and b) and len(a & b) / len(a | b) >= 0.6


def _same_resolution(gold: Entry, found: Entry) -> bool:
    a, b = fold(gold.get("body")), fold(found.get("body"))
    return str(gold["number"]) == str(found["number"]) and (not a or (bool(b) and (a in b or b in a)))


def _same_date(gold: Entry, found: Entry) -> bool:
    a, b = gold["edtf"], found["edtf"]
    open_end = a.removesuffix("/..") == b.removesuffix("/..")
    return open_end or (len(a) == len(b) and all(x in (y, "X") for x, y in zip(a, b, strict=True)))


def _same_figure(gold: Entry, found: Entry) -> bool:
    wanted, given = float(gold["value"]), float(found["value"])
    return abs(wanted - given) < 1e-6 * max(1, abs(wanted))


def _same_quote(gold: Entry, found: Entry) -> bool:
    a, b = fold(gold["text"]), fold(found["text"])
    near = abs(len(a) - len(b)) <= 0.2 * max(len(a), len(b))
    return a == b or (near and difflib.SequenceMatcher(None, a, b).ratio() >= 0.9)


# ---- one text --------------------------------------------------------------------------------------------------------


def score(text: str, gold: Entry, table: Entry) -> Score:
    """What a table, as `unami export` prints it, has of an annotated text."""
    found = Score()
    _people(found, gold, table)
    found.pair(
        "resolutions",
        gold["resolutions"],
        table["resolutions"],
        _same_resolution,
        lambda e: f"{e['number']} {e['body']}",
    )
    found.pair("organizations", gold["organizations"], table["organizations"], _same_name, lambda e: str(e["name"]))
    told = {kind: [one for fact in table["facts"] for one in fact[kind]] for kind in ("dates", "figures", "quotes")}
    found.pair(
        "dates", _distinct(gold["dates"]), _distinct(told["dates"]), _same_date, lambda e: f"{e['edtf']} ({e['text']})"
    )
    _figures(found, gold["figures"], told["figures"])
    _quotes(found, gold["quotes"], told["quotes"])
    for right in _spans(text, table):
        found.judge("spans", right, "a span that does not hold its words")
    return found


def _people(found: Score, gold: Entry, table: Entry) -> None:
    for wanted, one in found.pair("people", gold["people"], table["people"], _same_name, lambda e: str(e["name"])):
        if wanted.get("optional"):
            continue
        names = {fold(name) for name in wanted.get("names", [wanted["name"]])}
        found.judge("people.name", fold(one["name"]) in names, f"{one['name']} for {wanted['name']}")
        roles = [{"role": role} for role in wanted.get("roles", ())]
        roles += [{"role": role, "optional": True} for role in wanted.get("optional_roles", ())]
        mine = [{"role": role} for role in one["roles"]]
        found.pair("roles", roles, mine, _same_role, partial(_role, wanted["name"]))


def _role(name: str, role: Entry) -> str:
    return f"{name}: {role['role']}"


def _figures(found: Score, wanted: Sequence[Entry], given: Sequence[Entry]) -> None:
    for gold, one in found.pair("figures", wanted, given, _same_figure, lambda e: f"{e['value']} ({e['text']})"):
        if gold.get("optional"):
            continue
        if gold.get("unit"):
            right = bool(_unit_words(gold["unit"]) & _unit_words(one["unit"]))
            found.judge("figures.unit", right, f"{one['unit']!r} for {gold['unit']!r} ({gold['text']})")
        sign = gold.get("comparator", "=")
        if sign is not None:
            right = sign.rstrip("=") == one["comparator"].rstrip("=")
            found.judge("figures.comparator", right, f"{one['comparator']} for {sign} ({gold['text']})")


def _quotes(found: Score, wanted: Sequence[Entry], given: Sequence[Entry]) -> None:
    for gold, one in found.pair("quotes", wanted, given, _same_quote, lambda e: str(e["text"][:80])):
        if gold.get("speaker") and not gold.get("optional"):
            a, b = set(fold(gold["speaker"]).split()), set(fold(one["speaker"]).split())
            right = bool(a and b) and (a <= b or b <= a)
            found.judge("quotes.speaker", right, f"{one['speaker']!r} for {gold['speaker']!r}: {gold['text'][:60]}")


def _distinct(dates: Iterable[Entry]) -> list[Entry]:
    """One entry for each date; it is required where one of them is."""
    kept: dict[str, Entry] = {}
    for one in dates:
        before = kept.get(one["edtf"])
        if before is None or (before.get("optional") and not one.get("optional")):
            kept[one["edtf"]] = one
    return list(kept.values())


def _spans(text: str, table: Entry) -> Iterable[bool]:
    """Whether each span of a table holds the words that it says it holds."""
    for one in (*table["people"], *table["organizations"]):
        for mention in one["mentions"]:
            at = fold(text[mention["start"] : mention["end"]])
            yield bool(at) and any(at in form or form in at for form in _forms(one))
    for fact in table["facts"]:
        for one in (fact, *fact["dates"], *fact["figures"], *fact["quotes"]):
            yield text[one["start"] : one["end"]].split() == one["text"].split()


def score_mentions(gold: Entry, table: FactTable) -> Score:
    """What a table has of a text in which the mentions of people and organisations are annotated."""
    found = Score()
    for kind, column in MENTIONS.items():
        given = [(m.start, m.end) for record in getattr(table, column) for m in record.mentions]
        named = [(start, end) for start, end, is_named in gold[kind] if is_named]
        every = [(start, end) for start, end, _ in gold[kind]]
        found.counts[kind, "named"] += len(named)
        found.counts[kind, "found"] += sum(any(a < end and start < b for a, b in given) for start, end in named)
        found.counts[kind, "given"] += len(given)
        found.counts[kind, "right"] += sum(any(a < end and start < b for start, end in every) for a, b in given)
    return found


# ---- a folder --------------------------------------------------------------------------------------------------------


def table_of(table: FactTable) -> Entry:
    """A table as `unami export` prints it."""
    whole: Entry = json.loads(formats.json(columns.table(table), pretty=False))
    return whole


def score_folder(folder: Path, names: str = "*") -> tuple[int, Score]:
    """How many texts of a folder are annotated, and what is read from them all."""
    total, count = Score(), 0
    for path in sorted(folder.glob(f"{names}.txt")):
        if path.with_suffix(".json").exists():
            gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
            table = build([read(path)])
            text = path.read_bytes().decode("utf-8")
            one = score_mentions(gold, table) if "person" in gold else score(text, gold, table_of(table))
            one.misses = [miss._replace(what=f"{miss.what}   [{path.stem}]") for miss in one.misses]
            total.add(one)
            count += 1
    return count, total


def _print(total: Score) -> None:
    print(f"{'':20} precision  recall      F1    gold")
    for kind in MENTIONS if total.counts["person", "named"] else CATEGORIES:
        if kind in MENTIONS:
            count = total.counts[kind, "named"]
            precision = total.counts[kind, "right"] / max(1, total.counts[kind, "given"])
            recall = total.counts[kind, "found"] / max(1, count)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
        else:
            precision, recall, f1 = total.measures(kind)
            count = total.counts[kind, "hit"] + total.counts[kind, "missed"]
        print(f"{kind:20} {precision:9.3f} {recall:7.3f} {f1:7.3f} {count:7}")
    for name in () if total.counts["person", "named"] else RATES:
        count = total.counts[name, "right"] + total.counts[name, "wrong"]
        print(f"{name:20} {total.rate(name):33.3f} {count:5}")


def main() -> None:
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument("folder", type=Path)
    parse.add_argument("--misses", nargs="?", const="", metavar="CATEGORY")
    parse.add_argument("--names", default="*", metavar="PATTERN")
    args = parse.parse_args()
    count, total = score_folder(args.folder, args.names)
    if not count:
        raise SystemExit(f"{args.folder}: no NAME.txt with a NAME.json")
    for miss in total.misses if args.misses is not None else ():
        if not args.misses or miss.category == args.misses:
            print(f"{miss.category:18} {miss.how:9} {miss.what}")
    print(f"{count} documents")
    _print(total)


if __name__ == "__main__":
    main()
