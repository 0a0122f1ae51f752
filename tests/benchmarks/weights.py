"""Count the weights of the signs by which names are found, from texts whose names were annotated by hand.

    weights.py FOLDER [FOLDER …] --write         count them anew and write unami_cli/data/signs.txt
    weights.py FOLDER [FOLDER …] --cross 5       precision, recall and F1 of each kind on texts that were not counted

A folder holds texts NAME.txt, each with NAME.json beside it, in one of three forms:

- `{"spans": [[start, end, "person|body|place|thing"], …]}`: every name of the text;
- an annotation after the guide of `tests/accuracy`: people and organisations by name and alias;
- `{"person": [[start, end, named], …], "organization": […]}`: mentions with bounds that need not be ours.

A sign is a line of the table if it stands in at least `LEAST_TEXTS` texts. The weights are those of a conditional random field over the cuts
of each region (semi-Markov, order nought), fitted by AdaGrad; what the article says elsewhere is signed by a fit that
did not see the article. Plain Python, some minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from unami_cli import UnamiError, read
from unami_cli.extract.known import Known, NameKind, Verdict
from unami_cli.extract.names import NAMED, Region, regions, small_words, stretches
from unami_cli.extract.scene import Scene, class_at, is_demonym
from unami_cli.extract.signs import after, before, packed, standing, worded
from unami_cli.table.found import lines_of
from unami_cli.tags import Line, Shape, Word

LEAST_TEXTS = 8
"""Texts in which a sign stands before it is counted."""
SIGNS = Path(__file__).parents[2] / "unami_cli" / "data" / "signs.txt"
_RATE, _START, _FOLDS, _ROUNDS = 0.3, 0.01, 3, 5
_KINDS = {"person": NameKind.PERSON, "body": NameKind.BODY, "place": NameKind.PLACE, "thing": NameKind.THING}
_COLUMNS = {NameKind.PERSON: "people", NameKind.BODY: "organizations"}
_Named = tuple[int, int, NameKind, bool]
"""Where a name stands, of which kind it is, and whether finding it is optional."""
_WHOLE = 31  # any kind is allowed
_OTHERS = 1 << NameKind.PLACE | 1 << NameKind.THING
_NONE = 1 << NameKind.NONE


class Example(NamedTuple):
    """A region: each stretch with its signs and the kinds that are right for it, as bits; which words are named."""

    start: int
    named: tuple[bool, ...]
    stretches: list[tuple[int, int]]
    signs: list[list[str]]
    keys: list[tuple[str, ...]]
    right: list[int] | None


class Text(NamedTuple):
    """One annotated text, its regions, and how much each of them weighs in the count."""

    name: str
    source: str
    weight: float
    examples: list[Example]


# ---- reading what was annotated --------------------------------------------------------------------------------------


def _bits_of_whole(line: Line, of: Sequence[tuple[int, int]], gold: Sequence[tuple[int, int, str]]) -> list[int] | None:
    """The right kinds where all names are annotated; None where a name is no stretch of ours."""
    starts = {start: at for at, start in enumerate(line.starts)}
    ends = {line.end(at): at + 1 for at in range(len(line))}
    names: dict[tuple[int, int], int] = {}
    for start, end, kind in gold:
        if start not in starts or end not in ends:
            return None
        first, last = starts[start], ends[end]
        first += line[first].key == "the" and last - first > 1
        if any(word.named for word in line[first:last]):
            names[first, last] = 1 << _KINDS[kind]
    if not names.keys() <= set(of):
        return None
    covered = {at for start, end in names for at in range(start, end)}
    free = (_NONE if end - start == 1 and start not in covered else 0 for start, end in of)
    return [names.get(stretch, bit) for stretch, bit in zip(of, free, strict=True)]


def _bits_of_some(line: Line, of: Sequence[tuple[int, int]], gold: Sequence[_Named], free: int) -> list[int]:
    """The right kinds where only people or bodies are annotated, some of them as optional; `free` are the other kinds."""
    found = []
    for start, end in of:
        first, last = line.starts[start], line.end(end - 1)
        over = [name for name in gold if name[0] < last and name[1] > first]
        if not over:
            found.append(free | (_NONE if end - start == 1 else 0))
        elif all(optional for *_, optional in over):
            found.append(_WHOLE)
        else:
            found.append(1 << over[0][2] if (first, last) == over[0][:2] and len(over) == 1 else 0)
    return found


def _bits_of_mentions(line: Line, of: Sequence[tuple[int, int]], gold: Sequence[_Named]) -> list[int]:
    """The right kinds where the bounds of people and bodies may hold a title and the like."""
    scene, found = Scene(line, frozenset()), []
    for start, end in of:
        first, last = line.starts[start], line.end(end - 1)
        over = [name for name in gold if name[0] < last and name[1] > first]
        kinds = {name[2] for name in over}
        if not over:
            found.append(_OTHERS | (_NONE if end - start == 1 else 0))
        elif len(kinds) == 1 and all(name[0] <= first and last <= name[1] for name in over):
            title = end - start == 1 and (class_at(scene, start) is not None or is_demonym(line[start].key))
            found.append(1 << kinds.pop() | (_NONE if title else 0))
        else:
            found.append(0)
    return found


def _places(text: str, gold: dict[str, Any]) -> list[_Named]:
    """Where the names and aliases of an annotation stand, the longest first."""
    forms = [
        (form, kind, bool(entry.get("optional")))
        for kind, column in _COLUMNS.items()
        for entry in gold.get(column, ())
        for form in (entry["name"], *entry.get("aliases", ()))
    ]
    found: list[_Named] = []
    for form, kind, optional in sorted(forms, key=lambda form: -len(form[0])):
        for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            if not any(m.start() < end and start < m.end() for start, end, *_ in found):
                found.append((m.start(), m.end(), kind, optional))
    return found


def _signs_of(scene: Scene, start: int, end: int, small: frozenset[str]) -> list[str]:
    """All signs that a stretch gives by itself and by what stands beside it, whatever the rest of the article says."""
    line = scene.line
    itself = [*worded(line, start, end).signs, *standing(line, start, end, small)]
    return [*before(scene, start), *after(scene, end), *itself]


def _examples(lines: Sequence[Line], gold: dict[str, Any]) -> Iterator[Example]:
    small = small_words(lines)
    for line in lines:
        scene = Scene(line, frozenset())
        for start, end in regions(line):
            of = stretches(line, start, end)
            first, last = line.starts[start], line.end(end - 1)
            if "spans" in gold:
                near = [(a, b, kind) for a, b, kind in gold["spans"] if a < last and b > first]
                right = _bits_of_whole(line, of, near)
            elif "person" in gold:
                named = [(a, b, k, False) for k, c in ((NameKind.PERSON, "person"), (NameKind.BODY, "organization"))
                         for a, b, n in gold[c] if n]  # fmt: skip
                right = _bits_of_mentions(line, of, named)
            else:
                free = _OTHERS | sum(1 << kind for kind, column in _COLUMNS.items() if column not in gold)
                right = _bits_of_some(line, of, gold["places"], free)
            yield Example(
                start,
                tuple(word.named for word in line[start:end]),
                of,
                [_signs_of(scene, a, b, small) for a, b in of],
                [worded(line, a, b).key for a, b in of],
                right,
            )


def texts_in(folder: Path, weight: float) -> Iterator[Text]:
    """The annotated texts of a folder; those that are read as another text (mail, a page) are left out."""
    for path in sorted(folder.glob("*.txt")):
        side = path.with_suffix(".json")
        if not side.exists():
            continue
        gold = json.loads(side.read_text("utf-8"))
        try:
            article = read(path)
        except UnamiError:
            continue
        if article.text != path.read_bytes().decode("utf-8-sig"):
            continue
        if "people" in gold:
            gold["places"] = _places(article.text, gold)
        yield Text(path.stem, folder.name, weight, list(_examples(lines_of(article), gold)))


def cases(weight: float) -> Iterator[Text]:
    """The sentences of our tests of people and of organisations, each as a text of its own."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from test_organizations import NONE, ORGANIZATIONS
    from test_people import NOBODY, PEOPLE

    told: list[tuple[str, dict[str, Any]]] = []
    for _, text, who in PEOPLE:  # the cases do not tell whom a surname alone means: any reading of it is right
        surnames = ({"name": name.split()[-1], "optional": True} for name in who if " " in name)
        told.append((text, {"people": [*({"name": name} for name in who), *surnames]}))
    told += [(text, {"people": []}) for _, text in NOBODY]
    for _, text, bodies in ORGANIZATIONS:
        told.append((text, {"organizations": [{"name": name, "aliases": aliases} for name, aliases in bodies]}))
    told += [(text, {"organizations": []}) for text in NONE]
    for at, (text, gold) in enumerate(told):
        article = read(text.encode())
        gold["places"] = _places(article.text, gold)
        yield Text(f"case-{at}", "cases", weight, list(_examples(lines_of(article), gold)))


# ---- counting --------------------------------------------------------------------------------------------------------


class _Case(NamedTuple):
    """An example with its signs as numbers."""

    named: tuple[bool, ...]
    stretches: list[tuple[int, int]]
    signs: list[list[int]]
    right: list[int]
    weight: float


def _vocabulary(texts: Iterable[Text], least: int) -> dict[str, int]:
    """A number for each sign that stands in at least so many texts, of two sources where there are two."""
    stands: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for sign in {sign for e in text.examples if e.right for signs in e.signs for sign in signs}:
            stands[sign].add(text.name)
    return {sign: at for at, sign in enumerate(sorted(sign for sign, names in stands.items() if len(names) >= least))}


def _cases(texts: Iterable[Text], numbers: dict[str, int], share: float) -> list[_Case]:
    return [
        _Case(
            e.named,
            [(a - e.start, b - e.start) for a, b in e.stretches],
            [[numbers[sign] for sign in signs if sign in numbers] for signs in e.signs],
            e.right,
            text.weight * share,
        )
        for text in texts
        for e in text.examples
        if e.right is not None and e.stretches
    ]


def _chances(case: _Case, scores: list[list[float]], bits: Sequence[int]) -> list[list[float]] | None:
    """How likely each kind of each stretch is among the cuts that the bits allow; None where they allow none."""
    size = len(case.named)
    odds = [
        [exp(score[k]) if bit >> k & 1 and (k < 4 or b - a == 1) else 0.0 for k in range(5)]
        for score, bit, (a, b) in zip(scores, bits, case.stretches, strict=True)
    ]
    whole = [sum(of) for of in odds]
    ahead, behind = [1.0] + [0.0] * size, [0.0] * size + [1.0]
    by_end: dict[int, list[int]] = defaultdict(list)
    by_start: dict[int, list[int]] = defaultdict(list)
    for at, (a, b) in enumerate(case.stretches):
        by_end[b].append(at)
        by_start[a].append(at)
    for end in range(1, size + 1):
        ahead[end] = 0.0 if case.named[end - 1] else ahead[end - 1]
        ahead[end] += sum(ahead[case.stretches[at][0]] * whole[at] for at in by_end[end])
    for start in range(size - 1, -1, -1):
        behind[start] = 0.0 if case.named[start] else behind[start + 1]
        behind[start] += sum(behind[case.stretches[at][1]] * whole[at] for at in by_start[start])
    if not ahead[size]:
        return None
    share = [ahead[a] * behind[b] / ahead[size] for a, b in case.stretches]
    return [[x * s for x in of] for of, s in zip(odds, share, strict=True)]


def _scores(case: _Case, weights: list[list[float]]) -> list[list[float]]:
    found = []
    for signs in case.signs:
        sums = [sum(column) for column in zip(*[weights[sign] for sign in signs], strict=True)] or [0.0] * 5
        found.append([min(20.0, max(-20.0, x)) for x in sums])
    return found


def fit(cases: Sequence[_Case], size: int, rounds: int, seed: int = 1) -> list[list[float]]:
    """The weights of `size` signs that make the right cuts likely."""
    weights = [[0.0] * 5 for _ in range(size)]
    sums = [[0.0] * 5 for _ in range(size)]
    squares = [[_START] * 5 for _ in range(size)]
    order, chance = list(cases), random.Random(seed)  # noqa: S311 the order of a count is no secret
    steps = rounds * len(order)
    step = 0
    for _ in range(rounds):
        chance.shuffle(order)
        for case in order:
            step += 1
            left = 1 - step / steps
            scores = _scores(case, weights)
            right = _chances(case, scores, case.right)
            if right is None:
                continue
            free = _chances(case, scores, [_WHOLE] * len(case.signs)) or right
            for signs, wanted, given in zip(case.signs, right, free, strict=True):
                slope = [(w - g) * case.weight for w, g in zip(wanted, given, strict=True)]
                moved = [(k, d) for k, d in enumerate(slope) if abs(d) > 0.001]
                for sign in signs if moved else ():
                    of, square = weights[sign], squares[sign]
                    for k, d in moved:
                        square[k] += d * d
                        change = _RATE * d / sqrt(square[k])
                        of[k] += change
                        sums[sign][k] += change * left
    return sums


def _judged(text: Text, numbers: dict[str, int], weights: list[list[float]]) -> list[dict[int, Verdict]]:
    """What is found in each region of a text by these weights."""
    found = []
    for e in text.examples:
        case = _Case(e.named, e.stretches, [[numbers[s] for s in of if s in numbers] for of in e.signs], [], 1.0)
        found.append(dict(_region(e, _packed(case, weights)).verdicts()))
    return found


def _packed(case: _Case, weights: list[list[float]]) -> list[int]:
    """The weights of each stretch as they are read."""
    of = zip(_scores(case, weights), case.stretches, strict=True)
    return [packed(*[round(100 * w) for w in scores]) + (0 if b - a == 1 else NAMED) for scores, (a, b) in of]


def _region(e: Example, weights: Sequence[int]) -> Region:
    line = Line([Word("", "", Shape.SIGN, named, False, "") for named in (*(False,) * e.start, *e.named)])
    return Region(Scene(line, frozenset()), e.start, e.start + len(e.named), e.stretches, e.keys, weights)


def _with_known(text: Text, found: Sequence[dict[int, Verdict]]) -> Text:
    """The text with the signs that its other places give to each."""
    known = Known([verdict for of in found for verdict in of.values()])
    examples = [
        e._replace(signs=[[*signs, *known.signs(e.keys[at], of.get(at))] for at, signs in enumerate(e.signs)])
        for e, of in zip(text.examples, found, strict=True)
    ]
    return text._replace(examples=examples)


def count(texts: Sequence[Text], least: int = LEAST_TEXTS) -> tuple[dict[str, int], list[list[float]]]:
    """The signs, numbered, and their weights."""
    numbers = _vocabulary(texts, least)
    told: list[Text | None] = [None] * len(texts)
    for fold in range(_FOLDS):
        cases = _cases((t for i, t in enumerate(texts) if i % _FOLDS != fold), numbers, 1.0)
        weights = fit(cases, len(numbers), _ROUNDS - 1)
        for i in range(fold, len(texts), _FOLDS):
            told[i] = _with_known(texts[i], _judged(texts[i], numbers, weights))
    known = [text for text in told if text is not None]
    numbers = _vocabulary(known, least)
    return numbers, fit([*_cases(texts, numbers, 0.6), *_cases(known, numbers, 1.0)], len(numbers), _ROUNDS)


def compare(texts: Sequence[Text], numbers: dict[str, int], weights: list[list[float]]) -> dict[str, Counter[str]]:
    """How many names of each kind are found, right and there, in texts whose every name is annotated."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for first in texts:
        text = _with_known(first, _judged(first, numbers, weights))
        for e, of in zip(text.examples, _judged(text, numbers, weights), strict=True):
            if e.right is None or any(bit & (bit - 1) for bit in e.right):
                continue
            given = {(at, v.kind) for at, v in of.items() if v.kind is not NameKind.NONE}
            gold = {(at, NameKind(bit.bit_length() - 1)) for at, bit in enumerate(e.right) if bit and bit != _NONE}
            for name, names in (("found", given), ("there", gold), ("right", given & gold)):
                for _, kind in names:
                    sums[kind.name.lower()][name] += 1
    return sums


def tell(what: str, sums: dict[str, Counter[str]]) -> None:
    """Print precision, recall and F1 of each kind."""
    for kind, n in sorted(sums.items()):
        p, r = n["right"] / max(1, n["found"]), n["right"] / max(1, n["there"])
        print(f"{what} {kind:7} precision {p:.3f} recall {r:.3f} F1 {2 * p * r / max(0.001, p + r):.3f}")


def table(numbers: dict[str, int], weights: list[list[float]]) -> str:
    """The lines of `signs.txt`, sorted by their bytes."""
    rows = []
    for sign, at in numbers.items():
        whole = [round(100 * x) for x in weights[at]]
        if any(abs(x) >= 5 for x in whole):
            rows.append(f"{sign}\t{' '.join(map(str, whole))}")
    return "\n".join(sorted(rows, key=str.encode))


def main() -> int:
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument(
        "folders",
        nargs="+",
        metavar="FOLDER",
        help="FOLDER, FOLDER=WEIGHT, or FOLDER=WEIGHT,5 to leave every fifth text out and try the count on it; “cases” are those of our tests",
    )
    parse.add_argument("--write", action="store_true")
    parse.add_argument("--cross", type=int, default=0)
    parse.add_argument("--least", type=int, default=LEAST_TEXTS)
    args = parse.parse_args()
    texts: list[Text] = []
    left_out: list[Text] = []
    for given in args.folders:
        folder, _, how = given.partition("=")
        weight, _, fold = how.partition(",")
        for text in cases(float(weight)) if folder == "cases" else texts_in(Path(folder), float(weight or 1)):
            out = fold and zlib.crc32(f"{text.name}.json".encode()) % int(fold) == 0
            (left_out if out else texts).append(text)
    print(f"{len(texts)} texts, {sum(len(t.examples) for t in texts)} regions", file=sys.stderr)
    for fold in range(args.cross):
        rest = [t for t in texts if zlib.crc32(t.name.encode()) % args.cross == fold]
        counted = count([t for t in texts if zlib.crc32(t.name.encode()) % args.cross != fold], args.least)
        tell(f"fold {fold + 1}", compare(rest, *counted))
    if args.write:
        numbers, weights = count(texts, args.least)
        tell("left out", compare(left_out, numbers, weights))
        SIGNS.write_text(table(numbers, weights) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
