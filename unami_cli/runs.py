"""The words of a sentence for those who look for names in it: capitals that only shout are small ones there."""

from __future__ import annotations

from collections.abc import Sequence

from unami_cli import lexicon
from unami_cli.tags import Line, Shape, Word

FUNCTION_WORDS = frozenset(
    """a about above according across after again against ahead all along also although always amid among an and
    another any are around as at away back be because been before behind being below beneath beside besides
    between beyond both but by can could despite did do does down due during each earlier either else
    elsewhere even ever every few following for from further furthermore had has have having he hence her here
    him his how however i if in including indeed instead into is it its itself just last later least less like
    many may me meanwhile might more moreover most much must my near nearly neither never nevertheless next no
    none nor not nothing now of off often on once one only onto or other others our out outside over own per
    perhaps quite rather same several shall she should since so some soon still such than that the their them
    then there thereby therefore these they this those though through throughout thus to today together
    tomorrow too toward towards under unless unlike until up upon us very was we were what when where whereas
    whether which while who whom whose why will with within without would yes yesterday yet you your""".split()
)
PARTICLES = frozenset(
    """al el ul bin ibn bint ben bani abu umm de del della di da das do dos du des la le las los lo van von der den het
    ter ten te zu zum zur af av y e ould ag wa ap ferch binti""".split()
)
MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec""".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ADDRESSES = frozenset("mr mrs ms miss dr sir".split())


def _lowered(word: Word) -> Word:
    return word._replace(shape=Shape.CAPITAL) if word.shape is Shape.UPPER else word


def flat(key: str) -> str:
    """A folded key as the lists of names and of titles spell it: without apostrophes, hyphens as spaces."""
    if key.isalnum():
        return key
    return key.replace("'", "").replace("-", " ")


def _label_length(shapes: Sequence[tuple[str, Shape]]) -> int:
    """How many words of a speaker's label in capitals ("SECRETARY KERRY:") begin the sentence."""
    for i, (key, shape) in enumerate(shapes[:6]):
        if key == ":" and i:
            return i
        if shape is not Shape.UPPER and key != ".":
            break
    return 0


def _named_in_capitals(looks: Sequence[tuple[str, Shape]]) -> frozenset[int]:
    """The words of personal names that records set in capitals: "NICOLAS DE RIVIÈRE (France)", "Mr. KUBIŠ"."""
    found: set[int] = set()
    floor = 0
    names = lexicon.words("given_names")
    for start, (_, shape) in enumerate(looks):
        if shape is not Shape.UPPER or start < floor:
            continue
        end = start + 1
        while end < len(looks) and looks[end][1] is Shape.UPPER:
            end += 1
        floor = end
        before = [key for key, _ in looks[max(0, start - 2) : start] if key != "."]
        if (before and before[-1] in _ADDRESSES) or (
            end > start + 1 and any(len(key) > 3 and key in names for key, _ in looks[start:end])
        ):
            found.update(range(start, end))
    return frozenset(found)


def unshouted(line: Line) -> Line:
    """The words of a sentence; capitals that only shout (a headline, a speaker's label) count as CAPITAL."""
    shapes = [w[4] for w in line]
    upper = shapes.count(Shape.UPPER)
    if not upper:
        return line
    looks = [(w[3], w[4]) for w in line]
    spelled = upper + shapes.count(Shape.CAPITAL) + shapes.count(Shape.LOWER)
    shouted = (spelled >= 4 and upper >= 0.7 * spelled) or (spelled == upper == 3)
    if shouted:
        return Line(map(_lowered, line))
    label = _label_length(looks)
    capitals = _named_in_capitals(looks)
    if not label and not capitals:
        return line
    return Line([_lowered(w) if i < label or i in capitals else w for i, w in enumerate(line)])
