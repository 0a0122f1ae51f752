"""The names of an article: where each begins and ends, and whether it names a person, a body, a place or a thing.

The capitalised words of a line, with the small words between them, are cut into names in the way that the signs favour
most (a semi-Markov model of order zero, after Sarawagi & Cohen 2004). The lines are judged twice: what is found
in the whole article at first gives signs for the second time, so that a surname alone follows the full name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from operator import add

from unami_cli.extract import signs
from unami_cli.extract.known import Known, Name, NameKind, Verdict, of_one_kind
from unami_cli.extract.scene import Scene, is_given
from unami_cli.extract.signs import LEGAL_FORMS, NOUGHT, Key, Told, Weights, packed, shifted
from unami_cli.lexicon import FUNCTION_WORDS, ORDINAL_ENDINGS, PARTICLES
from unami_cli.marks import unmarked
from unami_cli.model import Span
from unami_cli.tags import Line, Shape, Word

Stretch = tuple[int, int]
"""The words from the first to before the second of a line."""
_GLUE = PARTICLES | frozenset("of the for and in on to at a an".split())
_OPENING = frozenset("al el bin ibn bint de da di del della du la le van von abu umm ter ten den der".split())
_JOINING = frozenset("&-’'–—/“”\"´")
_NO_BRACKETS = str.maketrans("", "", "[]")
_LONGEST_INSERTION = 6  # words and signs from one square bracket to the other, in a name
_MOST_GLUE = 3  # small words and signs between two capitalised words of one name
_MOST_STRETCH = 14  # words and signs of one name
NAMED = packed(0, 0, 0, 0, -(10**6))
"""Is added to the weights of more than one word, which together are always some name."""
_SPELLED = packed(0, 600, 600, 600, 0)
"""Is added to those of a stretch that ends in what an acronym spells: it is one name, but nobody's."""
_LED = packed(0, 400, 400, 400, 0)  # and to those of one that begins before that
_CLOSING = frozenset((")", ",", ";"))
_LONGEST_ACRONYM = 10
_NEVER = float("-inf")
_KINDS = tuple(NameKind)
_PAIRS: dict[Stretch, Stretch] = {}
"""Each stretch met so far, once: many regions have the same, if they end within `_SHARED` words."""
_SHARED = 256
_SAME: dict[tuple[int, NameKind], tuple[int, NameKind]] = {}
"""The same of what is chosen: the index of a stretch in its region, which has few, and its kind."""


# ---- what may be a name ----------------------------------------------------------------------------------------------


def regions(line: Line) -> Iterator[Stretch]:
    """The stretches of a line that may hold names: capitalised words with at most a few small ones between them."""
    start = last = -1
    for at in line.named:
        if last >= 0 and (at - last - 1 > _MOST_GLUE or not all(_glues(line, i) for i in range(last + 1, at))):
            yield _opening(line, start), _legal_end(line, last + 1)
            start = last = -1
        start, last = (at if last < 0 else start), at
    if last >= 0:
        yield _opening(line, start), _legal_end(line, last + 1)


def _legal_end(line: Line, end: int) -> int:
    """Past the form of a company in small letters: "plc"."""
    return end + (end < len(line) and line[end].key in LEGAL_FORMS)


def _opening(line: Line, start: int) -> int:
    """Leftwards past the small words and the ordinal that begin a name: "de", "al", "4th"."""
    while start and _opens(line, start - 1):
        start -= 1
    return start


def _opens(line: Line, at: int) -> bool:
    """Whether the word at `at`, which is not capitalised, may begin a name."""
    word = line[at]
    return word.key.endswith(ORDINAL_ENDINGS) if word.shape is Shape.NUMBER else word.key in _OPENING


def _glues(line: Line, at: int) -> bool:
    """Whether the word at `at` may stand inside a name."""
    word = line[at]
    if word[2] is Shape.LOWER:
        return word[1] in _GLUE
    if word[2] is Shape.SIGN:
        if word[0] == ".":
            return line.end(at - 1) == line.starts[at] and len(line[at - 1].text) <= 4
        return word[0] in _JOINING or (word[0] == "," and _lists(line, at)) or _inserts(line, at)
    return word[2] is Shape.POSSESSIVE or len(word[1]) <= 2


def _lists(line: Line, comma: int) -> bool:
    """Whether a comma separates what one body deals with: "Department for Business, Energy and Industrial Strategy"."""
    at = comma + 1
    while at < len(line) and at < comma + _MOST_STRETCH and (line[at].named or line[at].text == ","):
        at += 1
    if at == comma + 1 or at + 1 >= len(line) or line[at].key not in {"and", "&"} or not line[at + 1].named:
        return False
    start = comma
    while start and (line[start - 1].named or line[start - 1].text == ","):
        start -= 1
    return line[at].text == "&" or line[start - 1].key in {"of", "for", "on"}


def _inserts(line: Line, at: int) -> bool:
    """Whether a square bracket separates a name from what an editor adds to it: "[Phil] Dorn", "Jeff [Dorn]"."""
    if line[at].text == "[":
        close = next((i for i in range(at + 1, min(at + _LONGEST_INSERTION, len(line))) if line[i].text == "]"), at)
        return at > 0 and line[at - 1].named and close > at + 1 and line[at + 1].named
    if line[at].text != "]":
        return False
    inside = line[max(0, at - _LONGEST_INSERTION) : at]
    opened = next((len(inside) - i for i in range(len(inside) - 1, -1, -1) if inside[i].text == "["), 0)
    return opened > 1 and line[at - opened + 1].named


def stretches(line: Line, start: int, end: int) -> list[Stretch]:
    """All stretches of a region that may be one name each."""
    found: list[Stretch] = []
    for first in range(start, end):
        if not line[first].named and not _opens(line, first):
            continue
        named = False
        for last in range(first, min(end, first + _MOST_STRETCH)):
            named = named or line[last].named
            ends = line[last].named or line[last].shape is Shape.NUMBER or line[last].key in LEGAL_FORMS
            if named and ends:
                found.append((first, last + 1))
    return list(map(_PAIRS.setdefault, found, found)) if end <= _SHARED else found


def whole(line: Line, start: int, end: int, text: str) -> tuple[Span, str]:
    """Where a name stands, with the square bracket that an insertion begins or ends with, and the name without it.

    The name also lacks the marks of Markdown and the "> " of a quoted mail that stand in it.
    """
    first, last = line.starts[start], line.end(end - 1)
    brackets = "".join([word.text for word in line[start:end] if word.text in ("[", "]")])
    if brackets == "]" and start and line[start - 1].text == "[":
        first = line.starts[start - 1]
    elif brackets == "[" and end < len(line) and line[end].text == "]":
        last = line.end(end)
    name = text[first:last].translate(_NO_BRACKETS) if brackets else text[first:last]
    return Span(first, last), unmarked(name).replace("*", "")


# ---- how the signs cut a region --------------------------------------------------------------------------------------


class Region:
    """A region of a line with all its stretches: their words, and what speaks for each kind by their place alone.

    `chosen` is how that alone would cut it.
    """

    __slots__ = ("chosen", "end", "keys", "scene", "start", "stretches", "weights")

    def __init__(
        self, scene: Scene, start: int, end: int, of: Iterable[Stretch], keys: Iterable[Key], weights: Iterable[Weights]
    ) -> None:
        self.scene, self.start, self.end = scene, start, end
        self.stretches, self.keys, self.weights = tuple(of), tuple(keys), tuple(weights)
        self.chosen = tuple([_SAME.setdefault(one, one) for one in cut(self, self.weights)])

    def verdicts(self) -> Iterator[tuple[int, Verdict]]:
        """What is found by that: the index of each stretch that is chosen, with its verdict."""
        for at, kind in self.chosen:
            yield at, Verdict(self.keys[at], kind, self.weights[at])


def _weighed(scene: Scene, small: frozenset[str]) -> Iterator[Region]:
    line, marks = scene.line, signs.WEIGHTS[signs.IN_MARKS]
    for start, end in regions(line):
        if end - start == 1 and _is_small(line[start]):
            continue
        of = stretches(line, start, end) if end - start > 1 else [(start, end)]
        left = {first: signs.begun(scene, first, small) for first in {first for first, _ in of}}
        right = {last: signs.ended(scene, last, small) for last in {last for _, last in of}}
        keys, weights = list[Key](), list[Weights]()
        spelled = _spelled(line, start, end) if end - start > 1 else None
        for first, last in of:
            words = signs.worded(line, first, last)
            begins_one, begins_several, opened = left[first]
            ends_one, ends_several, speaking, closed = right[last]
            whole = words.weights + (begins_one + ends_one if words.single else begins_several + ends_several)
            whole += speaking if last - first == 1 else NAMED
            keys.append(words.key)
            if spelled and first <= spelled[0] and last == end:
                whole += _SPELLED if first == spelled[0] else _LED
            weights.append(whole + marks if opened and closed else whole)
        yield Region(scene, start, end, of, keys, weights)


def acronym_beside(line: Line, start: int, end: int) -> str | None:
    """The acronym in brackets after words, or the one whose bracket they fill: "PKK (Kurdistan Workers Party)"."""
    if end + 2 < len(line) and line[end].text == "(" and line[end + 2].text in _CLOSING:
        short = line[end + 1].text
    elif end - start > 1 < start and end < len(line) and (line[start - 1].text, line[end].text) == ("(", ")"):
        short = line[start - 2].text
    else:
        return None
    return short if len(short) <= _LONGEST_ACRONYM and sum(map(str.isupper, short)) > 1 else None


def _spelled(line: Line, start: int, end: int) -> Stretch | None:
    """The stretch of a region that the acronym in brackets after it spells, or the one in whose bracket it stands.

    The letters of the acronym are looked for from the last, the first of them at the head of a word (Schwartz & Hearst
    2003).
    """
    letters = [c for c in (acronym_beside(line, start, end) or "").casefold() if c.isalnum()]
    if len(letters) < 3:
        return None
    at, wanted = end, letters.pop()
    while at > start:
        at -= 1
        word = line[at].text.casefold()
        for place in range(len(word) - 1, -1, -1):
            if word[place] != wanted or (not letters and place):
                continue
            if not letters:
                return (at, end) if line[at].named and end - at > 1 else None
            wanted = letters.pop()
    return None


def _is_small(word: Word) -> bool:
    """Whether a capital word that stands alone only serves the grammar: "The", "However"."""
    return word[1] in FUNCTION_WORDS and word[2] is Shape.CAPITAL and not is_given(word[1])


def cut(region: Region, weights: Sequence[Weights]) -> list[tuple[int, NameKind]]:
    """The best cut of a region: the indices of its stretches that are names or single words, each with its kind."""
    offset, of = region.start, region.stretches
    if region.end - offset == 1:
        return [(0, _likeliest(weights[0]))]
    size, line, passed = region.end - offset, region.scene[0], 0
    best = [0, *[_NEVER] * size]
    taken = [-1] * (size + 1)  # for each end: which stretch ends there
    for at, (first, last) in enumerate((*of, (region.end, region.end))):
        start, end = first - offset, last - offset
        while passed < start:  # the words before it that need not be in a name
            passed += 1
            if not line[offset + passed - 1][3] and best[passed - 1] >= best[passed]:
                best[passed], taken[passed] = best[passed - 1], -1
        if start == end:
            break
        reached = best[start] + max(shifted(weights[at])) - NOUGHT
        if reached > best[end]:
            best[end], taken[end] = reached, at
    found: list[tuple[int, NameKind]] = []
    while size:
        at = taken[size]
        if at >= 0:
            found.append((at, _likeliest(weights[at])))
        size = of[at][0] - offset if at >= 0 else size - 1
    return found[::-1]


def _likeliest(weights: Weights) -> NameKind:
    """The kind that the weights favour most."""
    each = shifted(weights)
    return _KINDS[each.index(max(each))]


# ---- the names of an article -----------------------------------------------------------------------------------------


def small_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words that an article has in small letters."""
    lower = Shape.LOWER
    return frozenset({word[1] for line in lines for word in line if word[2] is lower})


def find_names(lines: Sequence[Line]) -> list[tuple[Name, ...]]:
    """The names of each line of one article, left to right, none overlapping another."""
    small = small_words(lines)
    of_lines = [tuple(_weighed(Scene(line, frozenset()), small)) if line.named else () for line in lines]
    known = Known(verdict for of in of_lines for region in of for _, verdict in region.verdicts())
    of_lines.reverse()  # so that each line's regions, many times its length, are let go once they have been read
    names = [tuple(chain.from_iterable(map(_names, of_lines.pop(), repeat(known), repeat(small)))) for _ in lines]
    return of_one_kind(lines, names)


def _names(region: Region, known: Known, small: frozenset[str]) -> Iterator[Name]:
    keys = region.keys
    own = {at: known.told(verdict.key, verdict) for at, verdict in region.verdicts()}
    if region.end - region.start == 1:
        chosen = [(0, _likeliest(region.weights[0] + own[0].weights))]
    else:
        chosen = cut(region, list(map(add, region.weights, known.weights(keys, own))))
    for at, likeliest in chosen:
        start, end = region.stretches[at]
        kind, why = known.corrected(keys[at], likeliest, small), ""
        if kind is NameKind.NONE:
            continue
        if kind is NameKind.PERSON or kind is NameKind.BODY:
            elsewhere = own[at] if at in own else known.told(keys[at], None)
            why = _why(region.scene, start, end, kind, elsewhere, small)
        yield Name(start, end, kind, why)


def _why(scene: Scene, start: int, end: int, kind: NameKind, elsewhere: Told, small: frozenset[str]) -> str:
    """The two signs that speak most for a person or a body, in words: of four groups the best of each."""
    standing = signs.best(signs.standing(scene.line, start, end, small), kind)
    reasons = [
        max(signs.worded(scene.line, start, end).reason(kind), standing),
        signs.told_before(scene, start).reason(kind),
        signs.told_after(scene, end).reason(kind),
        elsewhere.reason(kind),
    ]
    *_, (_, second), (_, first) = sorted(reasons)
    return f"{first}; {second}" if second else first
