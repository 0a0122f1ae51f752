"""Count the weights of the signs by which speakers are found, from texts whose quotations were annotated by hand.

    voices.py FOLDER[=WEIGHT] [FOLDER …] --write       count them anew and write unami_cli/data/voices.txt
    voices.py FOLDER [FOLDER …] --cross 5              right, wrong and nobody on texts that were not counted

A folder holds texts NAME.txt, each with its annotation beside it: NAME.json after the guide of the accuracy texts
(`quotes`, each with its `speaker`), or NAME.ann as the Political News Attribution Relations Corpus has it (PolNeAR:
source, cue and content of each attribution; its folders `text` and `attributions` put into one). The weights are those
of a log-linear choice between the candidates of a quotation, fitted by AdaGrad. Plain Python, some minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from unami_cli import UnamiError, read
from unami_cli.extract.quotes import find_quotes
from unami_cli.extract.speakers import Candidate
from unami_cli.folding import words
from unami_cli.model import Span
from unami_cli.table.found import Found, find, paragraphs_of

LEAST_TEXTS = 12
"""Texts in which a sign stands before it is counted."""
VOICES = Path(__file__).parents[2] / "unami_cli" / "data" / "voices.txt"
_RATE, _ROUNDS, _SHRINK = 0.25, 8, 2e-2
_NOBODY_KNOWN = 0.7  # what an annotated speaker counts who is among no candidates
_UNANNOTATED = 0.5  # what a quotation counts that nobody is annotated for
_PRONOUNS = frozenset("he she they it i we you him her them us who his one".split())
_TAIL = re.compile(r"\s*(?:,|\(|\b(?:who|which|of|with|for|in|at|from|wearing|and)\s)")


class Example(NamedTuple):
    """A quotation: each candidate's signs, which of them are right, how much it counts, of what kind its speaker is."""

    text: str
    signs: list[tuple[str, ...]]
    right: frozenset[int]
    weight: float
    kind: str


_Places = tuple[tuple[int, int], ...]


class Source(NamedTuple):
    """An annotated speaker: where the words stand (empty where only a name is annotated), and the words."""

    spans: _Places
    words: str


Gold = Callable[[Span], "Source | bool | None"]
"""The annotated speaker of a quotation; None where there is none, False where the annotation does not know it."""


def _joined(parts: Sequence[Source]) -> Source:
    return Source(tuple(span for part in parts for span in part.spans), " ".join(part.words for part in parts))


def _polnear(path: Path) -> Gold:
    parts: dict[str, Source] = {}
    told: list[tuple[_Places, Source]] = []
    for line in path.read_text("utf-8").splitlines():
        id, _, rest = line.partition("\t")
        if id.startswith("T") and rest.count("\t") == 1:
            where, _, said = rest.partition("\t")
            bounds = [part.split() for part in where.split(" ", 1)[1].split(";")]
            parts[id] = Source(tuple((int(start), int(end)) for start, end in bounds), said)
        elif id.startswith("E"):
            roles = [role.split(":") for role in rest.split()]
            sources = [parts[of] for role, of in roles if role.startswith("Source") and of in parts]
            contents = [parts[of] for role, of in roles if role.startswith("Content") and of in parts]
            if sources:
                told.append((_joined(contents).spans, _joined(sources)))

    def gold(quotation: Span) -> Source | bool | None:
        over = [
            (sum(end - start for start, end in content), source)
            for content, source in told
            if any(start - 2 <= quotation.start and quotation.end <= end + 2 for start, end in content)
        ]
        return min(over, key=lambda one: one[0])[1] if over else None

    return gold


def _annotated(path: Path, text: str) -> Gold:
    said: dict[str, set[str]] = defaultdict(set)
    for quote in json.loads(path.read_text("utf-8")).get("quotes", ()):
        said[" ".join(words(quote["text"]))].add(quote.get("speaker") or "")

    def gold(quotation: Span) -> Source | bool | None:
        who = said.get(" ".join(words(text[quotation.start : quotation.end])))
        if not who or len(who) > 1 or "" in who:
            return False
        return Source((), who.pop())

    return gold


def _head(source: Source) -> tuple[str, tuple[int, int] | None]:
    """The words of a speaker up to what only describes them, and where they stand."""
    cut = _TAIL.search(source.words, 1)
    head = source.words[: cut.start()] if cut else source.words
    if not source.spans:
        return head, None
    start, end = source.spans[0]
    return head, (start, min(end, start + len(head)))


def _is_right(text: str, candidate: Candidate, source: Source, names: frozenset[int]) -> bool:
    """Whether a candidate's words name the annotated speaker."""
    head, where = _head(source)
    wanted = words(re.sub(r"['’]s\b", "", head))
    if candidate.words is None or not wanted:
        return False
    overlaps = where is not None and candidate.words.start < where[1] and where[0] < candidate.words.end
    if wanted[0] in _PRONOUNS and len(wanted) == 1:
        return overlaps
    if candidate.speaker is None:
        return False
    got = words(re.sub(r"['’]s\b", "", text[candidate.speaker.start : candidate.speaker.end]))
    if candidate.speaker.start in names:
        return got[-1:] == wanted[-1:] or _ends_head(text, candidate.speaker, source)
    bare = set(wanted) - {"the", "a", "an"}
    if where is None:
        return bool(bare and got) and (set(got) <= bare or bare <= set(got))
    end = source.spans[0][1]
    return where[0] <= candidate.words.start < where[1] and where[1] - 1 <= candidate.words.end <= end + 1


def _ends_head(text: str, name: Span, source: Source) -> bool:
    """Whether a name ends the words before the first comma of a speaker and no preposition stands right before it."""
    start, end = source.spans[0] if source.spans else (0, 0)
    if not start <= name.start < name.end <= end or "," in text[start : name.start]:
        return False
    before, following = text[start : name.start].split(), text[name.end : end].lstrip(" .")
    if before and before[-1] in ("of", "for", "to", "in", "at", "by", "with", "from", "’s"):
        return False
    return not following or following[0] in ",(" or following.split()[0] in ("who", "of", "from", "and", "with", "in")


def examples(paths: Iterable[Path]) -> list[Example]:
    """Every quotation of the annotated texts with its candidates."""
    made: list[Example] = []
    for path in paths:
        try:
            article = read(path)
        except UnamiError:
            continue
        marked = path.with_suffix(".ann")
        if not marked.exists():
            made += _examples_of(path.stem, find(article), _annotated(path.with_suffix(".json"), article.text))
        elif article.text == path.read_text("utf-8"):
            made += _examples_of(path.stem, find(article), _polnear(marked))
    return made


def _kind(source: Source) -> str:
    wanted = words(_head(source)[0])
    if len(wanted) == 1 and wanted[0] in _PRONOUNS:
        return "pronoun"
    return "named" if re.match(r"(?:\S+ )?[A-Z0-9]", source.words) else "description"


def _right(of: Sequence[Candidate], text: str, source: Source, names: frozenset[int]) -> list[int]:
    """The candidates that name the annotated speaker; whom a right pronoun stands for may be named elsewhere too."""
    right = [i for i, one in enumerate(of) if _is_right(text, one, source, names)]
    meant = {speaker.end for i in right if (speaker := of[i].speaker) is not None}
    if _kind(source) == "pronoun":
        right += [i for i, one in enumerate(of) if one.speaker and one.speaker.end in meant and i not in right]
    return right


def _examples_of(name: str, found: Found, gold: Gold) -> list[Example]:
    made: list[Example] = []
    text, names = found.article.text, frozenset(p.start for p in found.people)

    def choose(of: Sequence[Candidate], quotation: Span) -> Candidate:
        source = gold(quotation)
        if source is False:
            return of[0]
        kind, weight, right = "nobody", _UNANNOTATED, [0]
        if isinstance(source, Source):
            kind, weight, right = _kind(source), 1.0, _right(of, text, source, names)
            if not right:
                nobody_is_right = kind == "pronoun" and words(source.words)[0] not in ("he", "she")
                kind, weight, right = f"{kind} unreached", 1.0 if nobody_is_right else _NOBODY_KNOWN, [0]
        made.append(Example(name, [one.signs for one in of], frozenset(right), weight, kind))
        return of[right[0]]

    find_quotes(text, paragraphs_of(found.article), found.people, found.organizations, choose)
    return made


def cases() -> list[Example]:
    """The sentences of our tests of quotations, each as a text of its own."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from test_quotes import QUOTES

    made: list[Example] = []
    for at, (_, text, said) in enumerate(QUOTES):
        found = find(read(text.encode()))
        by = {" ".join(words(quote)): speaker for quote, speaker in said}

        def gold(quotation: Span, by: dict[str, str | None] = by, found: Found = found) -> Source | bool | None:
            who = by.get(" ".join(words(found.article.text[quotation.start : quotation.end])))
            return Source((), who) if who else None

        made += _examples_of(f"case-{at}", found, gold)
    return made


def _signs(of: Sequence[Example]) -> frozenset[str]:
    """The signs that stand in enough texts."""
    texts: dict[str, set[str]] = defaultdict(set)
    for example in of:
        for sign in {sign for signs in example.signs for sign in signs}:
            texts[sign].add(example.text)
    return frozenset(sign for sign, where in texts.items() if len(where) >= LEAST_TEXTS)


def _steps(signs: Sequence[Sequence[str]], right: frozenset[int], weight: dict[str, float]) -> dict[str, float]:
    """How much the weight of each sign of a quotation is wrong by."""
    sums = [sum(weight[sign] for sign in one) for one in signs]
    top = max(sums)
    odds = [exp(one - top) for one in sums]
    whole, good = sum(odds), sum(odds[i] for i in right)
    step: dict[str, float] = defaultdict(float)
    for i, one in enumerate(signs):
        change = odds[i] / whole - (odds[i] / good if i in right else 0.0)
        for sign in one if abs(change) > 1e-4 else ():
            step[sign] += change
    return step


def fit(of: Sequence[Example], seed: int = 1) -> dict[str, float]:
    """The weight of each sign that stands in enough texts."""
    counted = _signs(of)
    weight, total, slope = dict.fromkeys(counted, 0.0), dict.fromkeys(counted, 0.0), dict.fromkeys(counted, 1e-2)
    order = [(e.weight, [[s for s in signs if s in counted] for signs in e.signs], e.right) for e in of]
    chance = random.Random(seed)  # noqa: S311 the order of a count is no secret
    for _ in range(_ROUNDS):
        chance.shuffle(order)
        for much, signs, right in order:
            for sign, wrong in _steps(signs, right, weight).items():
                change = much * wrong + _SHRINK * weight[sign]
                slope[sign] += change * change
                weight[sign] -= _RATE * change / sqrt(slope[sign])
        for sign in counted:
            total[sign] += weight[sign]
    return {sign: total[sign] / _ROUNDS for sign in sorted(counted)}


def judge(weight: dict[str, float], of: Sequence[Example], bias: float = 0.0) -> Counter[tuple[str, str]]:
    """How many quotations of each kind get the right speaker, a wrong one and nobody."""
    n: Counter[tuple[str, str]] = Counter()
    for e in of:
        sums = [sum(weight.get(s, 0.0) for s in signs) for signs in e.signs]
        sums[0] += bias
        best = sums.index(max(sums))
        reached = not e.kind.endswith("unreached") and e.kind != "nobody"
        n[e.kind, "nobody" if best == 0 else "right" if reached and best in e.right else "wrong"] += 1
    return n


def told(n: Counter[tuple[str, str]]) -> str:
    """A line for each kind."""
    lines = []
    for kind in ("named", "description", "pronoun"):
        by = {how: n[kind, how] + n[kind + " unreached", how] for how in ("right", "wrong", "nobody")}
        whole = sum(by.values()) or 1
        missing = sum(n[kind + " unreached", how] for how in ("right", "wrong", "nobody")) / whole
        lines.append(
            f"{kind:12} {whole:5} "
            + " ".join(f"{how} {many / whole:.3f}" for how, many in by.items())
            + f" (among no candidates {missing:.3f})"
        )
    lines.append(
        f"nobody       {sum(v for k, v in n.items() if k[0] == 'nobody'):5} given one {n['nobody', 'wrong'] / max(1, n['nobody', 'wrong'] + n['nobody', 'nobody']):.3f}"
    )
    return "\n".join(lines)


def main() -> int:
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument("folders", nargs="+")
    parse.add_argument("--write", action="store_true")
    parse.add_argument("--cross", type=int, default=0)
    args = parse.parse_args()
    every: list[Example] = []
    for folder in args.folders:
        name, _, weight = folder.partition("=")
        these = cases() if name == "cases" else examples(sorted(Path(name).glob("*.txt")))
        print(f"{name}: {len(these)} quotations", file=sys.stderr)
        every += [e._replace(weight=e.weight * float(weight or 1)) for e in these]
    if args.cross:
        n: Counter[tuple[str, str]] = Counter()
        for fold_at in range(args.cross):
            away = [e for e in every if zlib.crc32(e.text.encode()) % args.cross == fold_at]
            n += judge(fit([e for e in every if zlib.crc32(e.text.encode()) % args.cross != fold_at]), away)
        print(told(n))
    if args.write:
        weight = fit(every)
        kept = sorted((s, round(100 * w)) for s, w in weight.items() if abs(w) >= 0.02)
        VOICES.write_text("".join(f"{sign}\t{weight}\n" for sign, weight in kept), "utf-8")
        print(f"{len(kept)} signs")
        print(told(judge(weight, every)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
