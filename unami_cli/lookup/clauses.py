"""Which words of a sentence belong to one verb: its subject, what stands after it, and what is said of all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.lexicon import DAY_NAMES, MONTH_NUMBERS
from unami_cli.lookup.index import written
from unami_cli.lookup.wordforms import HELPING, is_verb
from unami_cli.values import Value

LONGEST = 400
"""How many words of a sentence are read for its clauses; what goes on longer is not a sentence."""
OUT, IN = frozenset(("from",)), frozenset(("to", "toward", "towards", "into"))
PREPOSITIONS = (
    OUT
    | IN
    | frozenset("by against over in at on of for with via through under between among during about near as".split())
)
DETERMINERS = frozenset("the a an its his her their this that these those no any".split())
_RELATIVE = frozenset("who which that whose whom where".split())
_OPENING = _RELATIVE | frozenset(
    "after before when while whereas because although though since until unless if as once".split()
)
"""What always begins a clause where a verb follows."""
_NO_VERBS = frozenset("according concerning excluding following including regarding".split())
"""Serve as prepositions."""
_PARTING = (",", ";", ":", "(", ")", "   ")
"""What ends a phrase; a date is blanked in a claim."""
_REACH = 40  # words that a subject or a phrase has that is said of several clauses
_MOST_BACK = 8  # clauses back to the one that names the subject
_JOINING = frozenset("and but or nor yet".split())
_NO_SUBJECT = HELPING | DETERMINERS | _OPENING | _JOINING | frozenset("not never also then later to".split())


class Token(Value):
    """A word of a text as it is compared, where its letters stand, and what leads to it: "", "verb", a preposition."""

    word: str
    start: int
    end: int
    mark: str


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text, each with what leads to it."""
    found: list[Token] = []
    mark, last = "", 0
    for word, start, end in written(text):
        if any(sign in text[last:start] for sign in _PARTING) or (found and _is_of_time(found[-1].word)):
            mark = ""
        found.append(Token(word, start, end, mark))
        if word in PREPOSITIONS:
            mark = word
        elif (word in HELPING or is_verb(word)) and not (found[-2:-1] and _leads_to_noun(found[-2].word, word)):
            mark = "verb"
        elif word in ("which", "who", "that", "where"):
            mark = ""
        last = end
    return tuple(found)


def _is_of_time(word: str) -> bool:
    """Whether a word ends a phrase of time, behind which no preposition leads on: "On Friday Costa left"."""
    return word in DAY_NAMES or word in MONTH_NUMBERS or (len(word) == 4 and word.isdigit())


def _leads_to_noun(before: str, word: str) -> bool:
    """Whether a word before one that may be a verb says that it is none: "the use", "from direct aid"."""
    return before in DETERMINERS or (before in PREPOSITIONS and before != "to" and not word.endswith("ing"))


class _Segment(NamedTuple):
    """Words from one boundary to the next: the first, the one after the last, and the verbs among them."""

    start: int
    end: int
    verbs: tuple[int, ...]


def scopes(text: str, tokens: Sequence[Token], verbs: Set[int]) -> tuple[frozenset[int], ...]:
    """For each clause that has one of these verbs: the numbers of the words that may be tied to it.

    >>> text = "The plant opened in 1990 and closed in 2005."
    >>> tokens = tokens_of(text)
    >>> [" ".join(tokens[i].word for i in sorted(of)) for of in scopes(text, tokens, {6})]
    ['the plant and closed in 2005']
    """
    aside = _in_brackets(text, tokens)
    heads = [i for i in range(len(tokens)) if i in verbs or (i not in aside and is_head(text, tokens, i))]
    segments = list(_segments(text, tokens, heads, aside))
    around = range(_opening(text, tokens))
    found = (_scope(tokens, segments, at) for at, one in enumerate(segments) if not verbs.isdisjoint(one.verbs))
    return tuple([of.union(around) for of in found])


def is_head(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the verb of a clause."""
    word, before = tokens[at].word, tokens[at - 1].word if at else ""
    if (
        word in HELPING
        or word in _NO_VERBS
        or before.isdigit()
        or not is_verb(word)
        or (at and text[tokens[at].start].isupper())
    ):
        return False
    return not _leads_to_noun(before, word)


def _parted(text: str, tokens: Sequence[Token], at: int) -> bool:
    between = text[tokens[at - 1].end : tokens[at].start] if at else ""
    return any(sign in between for sign in ",;:–—()")


def _in_brackets(text: str, tokens: Sequence[Token]) -> frozenset[int]:
    """The words that stand in brackets, which separate nothing."""
    depth, last, found = 0, 0, set[int]()
    for at, token in enumerate(tokens):
        between = text[last : token.start]
        depth = max(0, depth + between.count("(") - between.count(")"))
        if depth:
            found.add(at)
        last = token.end
    return frozenset(found)


def _opening(text: str, tokens: Sequence[Token]) -> int:
    """How many words a phrase has that opens a sentence and is said of all of it: "In 2005, ..."."""
    if not tokens or tokens[0].word not in PREPOSITIONS:
        return 0
    return next((at for at in range(1, min(_REACH, len(tokens))) if _parted(text, tokens, at)), 0)


def _segments(text: str, tokens: Sequence[Token], heads: Sequence[int], aside: frozenset[int]) -> Iterator[_Segment]:
    helped = [at for at, token in enumerate(tokens) if token.word in HELPING]
    last = max(heads[-1], *helped, 0)
    bounds = {at for at in range(1, last) if tokens[at].word in _OPENING and at not in aside}
    bounds.update(_boundary(text, tokens, -1, heads[0], bounds))
    for before, head in pairwise(heads):
        bounds.update(_boundary(text, tokens, before, head, bounds))
    for start, end in pairwise([0, *sorted(bounds), len(tokens)]):
        yield _Segment(start, end, tuple(heads[bisect_left(heads, start) : bisect_left(heads, end)]))


def _stands_alone(tokens: Sequence[Token], at: int, head: int) -> bool:
    return all(token.word in _NO_SUBJECT for token in tokens[at:head])


def _boundary(text: str, tokens: Sequence[Token], last: int, head: int, known: Set[int]) -> Iterator[int]:
    """Where a clause with the verb `head` begins after the verb `last`; nothing where both are one, or it is known."""
    between = range(last + 1, head + 1)
    opened = [at for at in between if at in known]
    if opened:  # after "who came," the clause around goes on where nothing else could be the subject
        at = head
        while at > opened[-1] and (at == head or tokens[at].word in _NO_SUBJECT):
            if _parted(text, tokens, at):
                yield at
            at -= 1
        return
    marks = [at for at in between if tokens[at].word in _JOINING or _parted(text, tokens, at)]
    if last < 0:
        return
    if marks:
        yield marks[-1]
    elif tokens[head].word.endswith("ing") and tokens[head - 1].word in PREPOSITIONS:
        yield head - 1
    elif tokens[last].word in lexicon.words("speech_verbs") and not _stands_alone(tokens, last + 1, head):
        yield last + 1


def _scope(tokens: Sequence[Token], segments: Sequence[_Segment], at: int) -> frozenset[int]:
    one = segments[at]
    found = set(range(one.start, one.end))
    subject = [i for i in range(one.start, one.verbs[0]) if tokens[i].mark not in PREPOSITIONS]
    if at and all(tokens[i].word in _NO_SUBJECT or tokens[i].word.endswith("ly") for i in subject):
        found.update(_inherited(tokens, segments, at))
    if one.verbs[-1] == one.end - 1 and at + 1 < len(segments):  # "opened and closed in 2005"
        following = segments[at + 1]
        found.update(range(following.start, following.end))
    return frozenset(found)


def _has_subject(tokens: Sequence[Token], one: _Segment) -> bool:
    """Whether words stand before the verb of a segment that may be its subject."""
    return any(tokens[at].word not in _NO_SUBJECT for at in range(one.start, one.verbs[0] if one.verbs else one.end))


def _inherited(tokens: Sequence[Token], segments: Sequence[_Segment], at: int) -> range:
    """The words of the subject that a clause has from one before it; of "who" those right before."""
    if tokens[segments[at].start].word in _RELATIVE:
        before = segments[at - 1]
        behind = before.verbs[-1] + 1 if before.verbs else before.start
        return range(max(behind if behind < before.end else before.start, before.end - _REACH), before.end)
    near = reversed(segments[max(0, at - _MOST_BACK) : at])
    before = next((s for s in near if tokens[s.start].word not in _OPENING and _has_subject(tokens, s)), segments[0])
    end = before.verbs[0] if before.verbs else before.end
    return range(max(before.start, end - _REACH), end)
