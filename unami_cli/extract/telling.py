"""A paragraph as those see it who look for a speaker: names, pronouns, verbs of saying and quotations.

Each piece has a kind of one letter, so that what stands between two places can be told in a short word. The parties of
a paragraph are those who may speak in it: each person named outside the quotations, each pronoun, and each description
that may be the subject of a verb ("a spokesman for the city", "the report").
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.extract.scene import is_verb
from unami_cli.lexicon import ARTICLES, FUNCTION_WORDS, OWNERS, WEEKDAYS
from unami_cli.model import Sentence, Span, Spans
from unami_cli.patterns import pattern
from unami_cli.tags import WORDS, Line, Shape
from unami_cli.values import Value

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
_NO_SUBJECT = ",.;:—()QckhjotrvSWGTq"  # what ends the words that may be the subject of a verb, seen from the verb
_NO_OBJECT = ",.;:—(QrkSWGTqhjotb"  # what ends the words after a verb of saying that may name who speaks
_STOPS = ",.;:—(QrkSWGTqaevhjotcg"  # what ends a description that opens a clause
_LEADING = "difactk’,—(vbe"  # what is not part of a description at its beginning
_INSIDE = "xBN9’idcvgafe"
_PERSONS = pattern("[Nhj]")
_SAYING = pattern("[SWGTq]")
_CLAUSES = pattern("[Q.,;—tkc]")  # what a clause begins after
_LONGEST_DESCRIPTION = 12
_LONGEST_ASIDE = 20


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


@lru_cache(maxsize=32768)
def _kind_of(text: str) -> str:
    """What a word is that is not a name."""
    _, key, shape, *_ = WORDS[text]
    if shape is Shape.POSSESSIVE:
        return "’"
    if shape is Shape.SIGN:
        return "—" if text in "-–—" else text[0]
    if text.isdigit():
        return "9"
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


def _kind_here(line: Line, i: int, kinds: Sequence[str]) -> str:
    """What the word at `i` is, which is not a name, behind words of these kinds."""
    kind = _kind_of(line[i].text)
    if kind in "SWGv" and _is_determined(line, i):
        return "x"
    return "S" if kind == "G" and kinds[-1:] == ["e"] else kind  # "is alleging"


def _is_name(line: Line, i: int) -> bool:
    """Whether the capital word at `i`, no part of a person's name, is one of another name, as far as capitals tell."""
    word = line[i]
    if i and not (i == 1 and line[0].shape is Shape.SIGN):
        return word.key not in FUNCTION_WORDS or word.shape is Shape.UPPER
    if _kind_of(word.text) != "x" and word.shape is not Shape.UPPER:
        return False
    following = line.word(i + 1)
    return (following is not None and following.named) or word.key not in lexicon.words("english")


def _is_determined(line: Line, i: int) -> bool:
    """Whether the verb at `i` is a noun by the word before it: "a report", "the latest call"."""
    before = line[i - 1].key if i and line.end(i - 1) + 2 >= line.starts[i] else ""
    return _LETTERS.get(before) == "d" or before in _BEFORE_NOUNS


_Whole = tuple[int, int, str]
"""A name or quotation: where it begins, where it ends, and its kind."""
_NO_MORE = (sys.maxsize, sys.maxsize, "")


class Paragraph(Value):
    """One paragraph: its bounds, its sentences, and how to get the words of one of them."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    words: Callable[[Sentence], Line]


class Telling:
    """One paragraph in pieces, each a name, a quotation, a word or a sign, and the parties in it.

    `kinds` has a letter for what each piece is to those who look for a speaker: N for a person, B for another name,
    h for "he" or "she", j for "it" or "they", o for another pronoun, Q for a quotation, S and W for a strong and a weak
    verb of saying, G for such a verb in -ing, q for "quoted", T for "according to", e for a form of "be", v for another
    verb and g for one in -ing, a for an auxiliary or adverb, d for a determiner, i for a preposition, b for "by", c for
    "and", k for what begins a clause, t for "that", r for "who", f for another function word, 9 for a number, ’ for a
    possessive ending, x for any other word, or else it is the sign itself. `keys` has the folded word of each piece,
    `sentences` the number of its sentence; `at` has the index of each name and quotation by where it begins.
    """

    __slots__ = ("_bounds", "_ends", "_firsts", "_openings", "_starts", "at", "keys", "kinds", "parties", "sentences")

    def __init__(self, paragraph: Paragraph, quoted: Spans[Span], people: Spans[Span], bodies: Spans[Span]) -> None:
        """Read a paragraph; the quotations, people and bodies are those of the whole article."""
        start, end = paragraph.start, paragraph.end
        here = bodies.inside(start, end)
        named = [(one.start, one.end, "B") for one in here]
        named += [(one.start, one.end, "N") for one in people.inside(start, end)]
        wholes = [(one.start, one.end, "Q") for one in quoted.inside(start, end)]
        wholes += [whole for whole in named if not quoted.at(whole[0])]
        self.at: dict[int, int] = {}
        self._bounds = [sentence.start for sentence in paragraph.sentences]
        self.keys: list[str] = []
        self.sentences: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._openings: list[int] = []
        self.kinds = self._read(paragraph, sorted([*wholes, _NO_MORE], reverse=True))
        self.parties = list(self._parties(here))
        self._firsts = [party.first for party in self.parties]

    def _read(self, paragraph: Paragraph, ahead: list[_Whole]) -> str:
        """Find the pieces and return their kinds; the names and quotations that are ahead stand last to first."""
        starts, ends, keys, kinds = self._starts, self._ends, self.keys, list[str]()
        passed = 0
        for number, sentence in enumerate(paragraph.sentences):
            if sentence.end <= passed:  # nobody asks for the words of a quotation
                continue
            line, opening = paragraph.words(sentence), len(kinds)
            self._openings.append(opening)
            last = len(line) - 1
            for i, word in enumerate(line):
                start, (text, key, _, named, _, _) = line.starts[i], word
                if start < passed:
                    continue
                end = start + len(text)
                while ahead[-1][1] <= start:
                    ahead.pop()
                if ahead[-1][0] <= start:
                    start, end, kind = ahead.pop()
                    key, passed, self.at[start] = "", end, len(kinds)
                elif key == "." and i < last:
                    continue
                else:
                    kind = "B" if named and _is_name(line, i) else _kind_here(line, i, kinds)
                    goes_on = len(kinds) > opening and (
                        kinds[-1] == "B" and ends[-1] + 1 >= start
                        if kind == "B"
                        else key == "to" and keys[-1] == "according"
                    )
                    if goes_on:
                        kinds[-1], ends[-1], keys[-1] = "T" if key == "to" else "B", end, key
                        continue
                kinds.append(kind)
                starts.append(start)
                ends.append(end)
                keys.append(key)
            self.sentences += [number] * (len(kinds) - opening)
        return "".join(kinds)

    def _parties(self, bodies: Sequence[Span]) -> Iterator[Party]:
        """Who may speak in it, in reading order."""
        kinds, sentences = self.kinds, self.sentences
        found = {(at, at): kinds[at] for at in [m.start() for m in _PERSONS.finditer(kinds)]}
        for first, last in self._descriptions():
            found.setdefault((first, last), "B" if first == last and kinds[first] == "B" else "D")
        for body in bodies:
            at = self.at.get(body.start)
            if at is not None and self._ends[at] == body.end:
                found.setdefault((at, at), "O")
        seen = -1
        for (first, last), kind in sorted(found.items()):
            opens, seen = sentences[first] != seen, sentences[first]
            after, verb = self._after(last)
            words = Span(self._starts[first], self._ends[last])
            yield Party(kind, first, last, words, self._before(first), after, verb, opens)

    def announced(self) -> Span | None:
        """Whom the paragraph's last verb of saying is told of: "The Foreign Secretary said:"."""
        sayers = (party.words for party in reversed(self.parties) if party.kind not in "hj" and party.verb >= 0)
        return next(sayers, None)

    def ends_in(self, at: int) -> int:
        """The number of the sentence in which the piece `at` ends, which may go on through several."""
        return bisect_left(self._bounds, self._ends[at]) - 1

    def around(self, at: int, reach: int) -> list[Party]:
        """The parties that begin within so many pieces of the piece `at`."""
        first = bisect_left(self._firsts, at - reach)
        return self.parties[first : bisect_right(self._firsts, at + reach)]

    def gap(self, first: int, end: int, most: int) -> str:
        """The kinds of the pieces between two indices but for adverbs, at most so many of them."""
        kinds = self.kinds[first:end].replace("a", "")
        return kinds if len(kinds) <= most else kinds[: most - 1] + "~"

    def _descriptions(self) -> Iterator[tuple[int, int]]:
        """The noun phrases, (first, last), before and after verbs of saying and where a clause begins."""
        kinds = self.kinds
        for saying in _SAYING.finditer(kinds):
            at = saying.start()
            if kinds[at] in "SWG":
                yield from self._phrase(*self._subject(at))
            if kinds[at] != "G":
                yield from self._phrase(at + 1, self._until(at + 1, _NO_OBJECT))
        clauses = {m.end() for m in _CLAUSES.finditer(kinds)}
        for at in clauses.union(self._openings):
            stop = self._until(at, _STOPS)
            if stop < len(kinds) and kinds[stop] in "aevSW,:r—(g":
                yield from self._phrase(at, stop)

    def _subject(self, verb: int) -> tuple[int, int]:
        """What may hold the subject of a verb: the pieces from the first to before the second index."""
        kinds, sentences, end = self.kinds, self.sentences, verb
        while end > 0 and kinds[end - 1] in "ae":
            end -= 1
        first = end
        while first > 0 and kinds[first - 1] not in _NO_SUBJECT and sentences[first - 1] == sentences[verb]:
            first -= 1
        return first, end

    def _phrase(self, first: int, end: int) -> Iterator[tuple[int, int]]:
        """The description between two indices, without a leading determiner; nothing where it is not a noun phrase."""
        bare = self.kinds[first:end].lstrip(_LEADING)
        if not 0 < len(bare) <= _LONGEST_DESCRIPTION or bare[-1] not in "xB" or bare.strip(_INSIDE):
            return
        if not (bare[0] == "N" and bare[1:2] in "ica"):
            yield end - len(bare), end - 1

    def _before(self, first: int) -> str:
        """What stands before a party, past what may belong to its noun phrase."""
        kinds, at = self.kinds, first - 1
        while at >= 0 and kinds[at] in "xBd9’" and first - at < 6:
            at -= 1
        past = "+" if at < first - 1 else ""
        return ("^" if at < 0 or self.sentences[at] != self.sentences[first] else kinds[at]) + past

    def _after(self, last: int) -> tuple[str, int]:
        """What follows a party, past adverbs, a time and what is set between commas; the verb's index, or -1."""
        at = self._past(last + 1, "a")
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
        if self.kinds[close : close + 1] == closing:
            beyond = self._past(close + 1, "ae,")
            if (told := self._kind(beyond, last)) != "$":
                return kind + told, beyond if told in "SWG" else -1
        beyond = self._past(at + 1, "a")
        told = self._kind(beyond, last)
        return (f"{kind}_{told}", beyond if told in "SWG" else -1) if told in "SWGrQ" else (kind, -1)

    def _kind(self, at: int, last: int) -> str:
        """The kind of a piece in the sentence of the piece `last`; "$" beyond its end."""
        sentences = self.sentences
        return self.kinds[at] if at < len(sentences) and sentences[at] == sentences[last] else "$"

    def _past(self, at: int, kinds: str) -> int:
        while self.kinds[at : at + 1] in kinds and at < len(self.kinds):
            at += 1
        return at

    def _until(self, at: int, kinds: str, most: int | None = None) -> int:
        end = len(self.kinds) if most is None else min(len(self.kinds), at + most)
        while at < end and self.kinds[at] not in kinds:
            at += 1
        return at
