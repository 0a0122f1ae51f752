"""A paragraph as those see it who look for a speaker: names, pronouns, verbs of saying and quotations.

Each piece has a kind of one letter, so that what stands between two places can be told in a short word. The parties of
a paragraph are those who may speak in it: each person named outside the quotations, each pronoun, and each description
that may be the subject of a verb ("a spokesman for the city", "the report").
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract.scene import is_verb
from unami_cli.model import Span
from unami_cli.spans import Spans
from unami_cli.tags import Line, Shape, Word
from unami_cli.vocabulary import ARTICLES, FUNCTION_WORDS, OWNERS, WEEKDAYS

_KINDS = {
    "h": "he she",
    "j": "it they",
    "o": "i we you there this these those what him them us me",
    "r": "which who whom whose",
    "t": "that",
    "b": "by",
    "q": "quoted quotes quoting",
    "e": "is was were are been be being gets got",
    "a": """has had have having also always never again still then later since already just soon often reportedly once
        even further now not did does do would will could can may might should must too both last night week today
        yesterday tonight earlier month year recently ago""",
    "d": "another some no any each every several many one",
    "c": "and but or nor so yet",
    "k": "while as when because although though if whereas after before until unless despite where",
    "i": """about above against among around at between during for from in inside into like near of off on onto out over
        through to toward towards under upon via with within without behind beside besides alongside""",
}
_LETTERS = {word: kind for kind, listed in _KINDS.items() for word in listed.split()}
_LETTERS |= dict.fromkeys(WEEKDAYS, "a") | dict.fromkeys(ARTICLES | OWNERS, "d")
_BEFORE_NOUNS = frozenset("of in with for by from on at new no any some such".split())
_NO_SUBJECT = frozenset(",.;:—()QckhjotrvSWGTq")
"""What ends the words that may be the subject of a verb, seen from the verb."""
_STOPS = frozenset(",.;:—(QrkSWGTqaevhjotcg")
"""What ends a description that opens a clause."""
_LEADING = frozenset("difactk’,—(vbe")
"""What is no part of a description at its beginning."""
_INSIDE = frozenset("xBN9’idcvgafe")
_LONGEST_DESCRIPTION = 12
_LONGEST_ASIDE = 20


class Piece(NamedTuple):
    """A name, a quotation, a word or a sign of a paragraph, and what it is to those who look for a speaker.

    The kind is N for a person, B for another name, h for "he" or "she", j for "it" or "they", o for another pronoun,
    Q for a quotation, S and W for a strong and a weak verb of saying, G for such a verb in -ing, q for "quoted", T for
    "according to", e for a form of "be", v for another verb and g for one in -ing, a for an auxiliary or adverb, d for
    a determiner, i for a preposition, b for "by", c for "and", k for what begins a clause, t for "that", r for "who",
    f for another function word, 9 for a number, ’ for a possessive ending, x for any other word, or else it is the
    sign itself.
    """

    kind: str
    start: int
    end: int
    key: str
    sentence: int


class Party(NamedTuple):
    """Someone who may speak: the pieces from `first` to `last`, their words, and what stands on either side.

    The kind is that of a person or pronoun, D for a description, B for one that is a name, O for another organisation.
    `before` and `after` are the kinds of what stands there, past what belongs to the noun phrase or is set between
    commas; `verb` is the index of the verb of saying that follows, -1 where none does; `opens` tells the first party
    of a sentence.
    """

    kind: str
    first: int
    last: int
    words: Span
    before: str
    after: str
    verb: int
    opens: bool


@cache
def _kind_of(key: str) -> str:
    """What a word is that is no name."""
    if kind := _LETTERS.get(key):
        return kind
    if key.endswith("ly"):
        return "a"
    if strength := lexicon.words("speech_verbs").get(key):
        return "G" if key.endswith("ing") else "S" if strength == "strong" else "W"
    if key in FUNCTION_WORDS:
        return "f"
    if key.endswith("ing") and len(key) > 5:
        return "g"
    return "v" if (key.endswith("ed") and len(key) > 4) or is_verb(key) else "x"


def _is_noun_here(before: Word | None, word: Word) -> bool:
    """Whether a verb is a noun by the word before it: "a report", "the latest call"."""
    if before is None or before.end + 2 < word.start:
        return False
    return _LETTERS.get(before.key) == "d" or before.key in _BEFORE_NOUNS


def _is_name(line: Line, i: int) -> bool:
    """Whether the word at `i`, no part of a person's name, is one of another name, as far as capitals tell."""
    word = line[i]
    if not word.named:
        return False
    if i and not (i == 1 and line[0].shape is Shape.SIGN):
        return word.key not in FUNCTION_WORDS or word.shape is Shape.UPPER
    if _kind_of(word.key) != "x" and word.shape is not Shape.UPPER:
        return False
    following = line.word(i + 1)
    return (following is not None and following.named) or word.key not in lexicon.words("english")


def _kind_at(line: Line, i: int) -> str:
    """What the word at `i` is, which stands in no quotation and in no person's name."""
    word = line[i]
    if word.shape is Shape.POSSESSIVE:
        return "’"
    if word.shape is Shape.SIGN:
        return "—" if word.text in "-–—" else word.text
    if word.text.isdigit():
        return "9"
    if _is_name(line, i):
        return "B"
    kind = _kind_of(word.key)
    return "x" if kind in "SWGv" and _is_noun_here(line.word(i - 1), word) else kind


def _goes_on(piece: Piece, kind: str, word: Word) -> bool:
    """Whether a word belongs to the piece before it: one more of a name, or the "to" of "according to"."""
    if kind == "B":
        return piece.kind == "B" and piece.end + 1 >= word.start
    return word.key == "to" and piece.key == "according"


def _pieces(lines: Sequence[Line], wholes: Spans[Span], kinds: Mapping[int, str]) -> list[Piece]:
    """The pieces of a paragraph's sentences; the wholes are names and quotations, of the kind told for their start."""
    made: list[Piece] = []
    passed = 0
    for sentence, line in enumerate(lines):
        for i, word in enumerate(line):
            if word.start < passed:
                continue
            if whole := wholes.at(word.start):
                passed = whole.end
                made.append(Piece(kinds[whole.start], whole.start, whole.end, "", sentence))
            elif word.text != "." or i + 1 == len(line):
                kind, last = _kind_at(line, i), made[-1] if made else None
                if last and last.sentence == sentence and _goes_on(last, kind, word):
                    made[-1] = last._replace(kind="T" if word.key == "to" else "B", end=word.end, key=word.key)
                else:
                    made.append(Piece(kind, word.start, word.end, word.key, sentence))
    return made


class Telling:
    """One paragraph, its pieces and its parties made when they are asked for."""

    def __init__(
        self,
        lines: Callable[[], Sequence[Line]],
        quoted: Sequence[Span],
        people: Sequence[Span],
        bodies: Sequence[Span],
    ) -> None:
        self._lines, self._quoted, self._people, self._bodies = lines, quoted, people, bodies

    @cached_property
    def pieces(self) -> list[Piece]:
        """What the paragraph consists of."""
        quoted = Spans(self._quoted)
        kinds = {one.start: kind for kind, of in (("B", self._bodies), ("N", self._people)) for one in of}
        wholes = [one for one in (*self._bodies, *self._people) if not quoted.at(one.start)]
        return _pieces(self._lines(), Spans([*quoted.every, *wholes]), kinds | {q.start: "Q" for q in quoted.every})

    @cached_property
    def parties(self) -> list[Party]:
        """Who may speak in it, in reading order."""
        pieces = self.pieces
        found = {(p.start, p.end): (at, at, p.kind) for at, p in enumerate(pieces) if p.kind in "Nhj"}
        for first, end in self._descriptions():
            kind = "B" if pieces[first].kind == "B" and end - first == 1 else "D"
            found.setdefault((pieces[first].start, pieces[end - 1].end), (first, end - 1, kind))
        bodies = {(one.start, one.end) for one in self._bodies}
        for at, piece in enumerate(pieces):
            if (piece.start, piece.end) in bodies:
                found.setdefault((piece.start, piece.end), (at, at, "O"))
        made: list[Party] = []
        seen = -1
        for (start, stop), (first, last, kind) in sorted(found.items(), key=lambda one: one[1][:2]):
            opens, seen = pieces[first].sentence != seen, pieces[first].sentence
            after, verb = self._after(last)
            made.append(Party(kind, first, last, Span(start, stop), self._before(first), after, verb, opens))
        return made

    @cached_property
    def announced(self) -> Span | None:
        """Whom the paragraph's last verb of saying is told of: "The Foreign Secretary said:"."""
        sayers = [party.words for party in self.parties if party.kind not in "hj" and party.verb >= 0]
        return sayers[-1] if sayers else None

    @cached_property
    def quotations(self) -> dict[int, int]:
        """The index of each quotation by the offset of its first mark."""
        return {p.start: at for at, p in enumerate(self.pieces) if p.kind == "Q"}

    def around(self, at: int, reach: int) -> list[Party]:
        """The parties that begin within so many pieces of the piece `at`."""
        first = bisect_left(self._firsts, at - reach)
        return self.parties[first : bisect_right(self._firsts, at + reach)]

    @cached_property
    def _firsts(self) -> list[int]:
        return [party.first for party in self.parties]

    def gap(self, first: int, end: int, most: int) -> str:
        """The kinds of the pieces between two indices but for adverbs, at most so many of them."""
        kinds = [p.kind for p in self.pieces[first:end] if p.kind != "a"]
        return "".join(kinds) if len(kinds) <= most else "".join(kinds[: most - 1]) + "~"

    def _descriptions(self) -> Iterator[tuple[int, int]]:
        """The noun phrases, (first, end), before and after verbs of saying and where a clause begins."""
        pieces = self.pieces
        for at, piece in enumerate(pieces):
            found = []
            if piece.kind in "SWG":
                end = self._back(at, "ae")
                found.append(self._phrase(self._subject_start(end, piece.sentence), end))
            if piece.kind in "SWTq":
                found.append(self._phrase(at + 1, self._until(at + 1, ",.;:—(QrkSWGTqhjotb")))
            if at == 0 or pieces[at - 1].kind in "Q.,;—tkc" or pieces[at - 1].sentence != piece.sentence:
                stop = self._until(at, _STOPS)
                if stop < len(pieces) and pieces[stop].kind in "aevSW,:r—(g":
                    found.append(self._phrase(at, stop))
            yield from (one for one in found if one)

    def _subject_start(self, end: int, sentence: int) -> int:
        at = end
        while at > 0 and self.pieces[at - 1].kind not in _NO_SUBJECT and self.pieces[at - 1].sentence == sentence:
            at -= 1
        return at

    def _phrase(self, first: int, end: int) -> tuple[int, int] | None:
        """The description between two indices, without a leading determiner; None where it is no noun phrase."""
        pieces = self.pieces
        while first < end and pieces[first].kind in _LEADING:
            first += 1
        if not 0 < end - first <= _LONGEST_DESCRIPTION or pieces[end - 1].kind not in "xB":
            return None
        if not all(p.kind in _INSIDE for p in pieces[first:end]):
            return None
        named = pieces[first].kind == "N" and (end - first == 1 or pieces[first + 1].kind in "ica")
        return None if named else (first, end)

    def _before(self, first: int) -> str:
        """What stands before a party, past what may belong to its noun phrase."""
        pieces, at = self.pieces, first - 1
        while at >= 0 and pieces[at].kind in "xBd9’" and first - at < 6:
            at -= 1
        past = "+" if at < first - 1 else ""
        return ("^" if at < 0 or pieces[at].sentence != pieces[first].sentence else pieces[at].kind) + past

    def _after(self, last: int) -> tuple[str, int]:
        """What follows a party, past adverbs, a time and what is set between commas; the verb's index, or -1."""
        pieces, at = self.pieces, self._past(last + 1, "a")
        kind = self._kind(at, last)
        if kind == "e":
            beyond = self._past(at, "ae")
            told = self._kind(beyond, last)
            return ("e" + told, beyond) if told in "SWG" else ("e", -1)
        if kind == "i":
            beyond = self._past(self._past(at + 1, "d"), "xB9a")
            told = self._kind(beyond, last)
            return ("i" + told, beyond) if told in "SW" and beyond - at < 5 else ("i", -1)
        if kind not in (",", "(", "—"):
            return kind, at if kind in "SWG" else -1
        closing = ")" if kind == "(" else kind
        relative = self._kind(at + 1, last) == "r"
        stops = f"{closing}Q.;" if relative else f"{closing}Q.;S"
        close = self._until(at + 1, stops, _LONGEST_ASIDE)
        if close < len(pieces) and pieces[close].kind == closing:
            beyond = self._past(close + 1, "ae,")
            if (told := self._kind(beyond, last)) != "$":
                return kind + told, beyond if told in "SWG" else -1
        beyond = self._past(at + 1, "a")
        told = self._kind(beyond, last)
        return (f"{kind}_{told}", beyond if told in "SWG" else -1) if told in "SWGrQ" else (kind, -1)

    def _kind(self, at: int, last: int) -> str:
        """The kind of a piece in the sentence of the piece `last`; "$" beyond its end."""
        pieces = self.pieces
        return pieces[at].kind if at < len(pieces) and pieces[at].sentence == pieces[last].sentence else "$"

    def _past(self, at: int, kinds: str) -> int:
        while at < len(self.pieces) and self.pieces[at].kind in kinds:
            at += 1
        return at

    def _until(self, at: int, kinds: str | frozenset[str], most: int = sys.maxsize) -> int:
        end = min(len(self.pieces), at + most)
        while at < end and self.pieces[at].kind not in kinds:
            at += 1
        return at

    def _back(self, at: int, kinds: str) -> int:
        while at > 0 and self.pieces[at - 1].kind in kinds:
            at -= 1
        return at
