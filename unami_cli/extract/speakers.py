"""Who said it: the words that name a quotation's speaker, found by where the verb of saying stands."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from unami_cli import lexicon
from unami_cli.calendar import WEEKDAYS
from unami_cli.model import Span
from unami_cli.spans import Spans
from unami_cli.tags import Line, Shape, Word
from unami_cli.vocabulary import ARTICLES, FUNCTION_WORDS, OWNERS

_PRONOUNS = frozenset("he she".split())
_OTHER_PRONOUNS = frozenset("they it i we you this that which who what".split())
_AUXILIARIES = frozenset(
    """has had have also always never again still then later since already just soon often who reportedly once even
    further now is was were been be not did would""".split()
)
_TIMES = frozenset("last night week today yesterday tonight earlier on".split())
_CLAUSE_STARTS = frozenset("and but while as when that because although though if whereas so".split())
_DETERMINERS = ARTICLES | OWNERS | frozenset("one another this that".split())
_BEFORE_NOUNS = frozenset("of in with for by from on at new no any some such".split())
_INSIDE = frozenset("of for in at the and on from".split())
_LONGEST_DESCRIPTION = 12
_STOPS = frozenset(", . ; : — – (".split())
_FARTHEST_VERB = 40
_FARTHEST_BEFORE = 120  # words of a sentence before a quotation in which its verb is looked for
_SPACE = 3  # characters between two words that have no quotation between them, at the most
_NEAR = 4


class Side(StrEnum):
    """Where the words stand that give a speaker."""

    BEFORE = "said before the quotation"
    AFTER = "said after the quotation"
    BY = "“by” after the quotation"
    OWN = "subject of the quotation's own verb"
    LABEL = "a speaker's label before the quotation"
    ACCORDING = "“according to” beside the quotation"
    PREVIOUS = "the sentence before names the speaker"
    NEXT = "the next sentence names the speaker"
    SAME = "goes on after a quotation of the same speaker"
    PRONOUN = "“he” or “she” stands for the person named before"


class Passage(NamedTuple):
    """A paragraph's words outside quotation marks, and the names in it."""

    words: tuple[Word, ...]
    names: Spans[Span]
    places: Spans[Word]

    def name_at(self, i: int) -> Span | None:
        """The name that covers the word at `i`."""
        return self.names.at(self.words[i].start)

    def from_offset(self, offset: int) -> int:
        """The index of the first word that begins at or behind an offset."""
        return self.places.before(offset)


class Saying(NamedTuple):
    """A speaker's words, or a pronoun to be resolved, and where they stand."""

    speaker: Span
    side: Side
    pronoun: bool = False


def passage(lines: Sequence[Line], quoted: Spans[Span], names: Sequence[Span]) -> Passage:
    """The words of a paragraph's lines that stand outside every quotation, without the dots of abbreviations."""
    outside = tuple(
        word
        for line in lines
        for i, word in enumerate(line)
        if not (word.text == "." and i + 1 < len(line)) and not quoted.at(word.start)
    )
    return Passage(outside, Spans(names), Spans(outside))


def after_quote(p: Passage, offset: int, ceiling: int) -> Saying | None:
    """The speaker that a clause right after the quotation names, from the offset up to another: "… said Lopez"."""
    first = end = p.from_offset(offset)
    while end < len(p.words) and p.words[end].start < ceiling and p.words[end].text not in {".", ";", "?", "!"}:
        end += 1
    at = first + 1 if first < end and p.words[first].text in {",", "—", "–", "-"} else first
    if at + 1 < end and p.words[at].key == "by" and any(p.name_at(j) for j in range(at + 1, min(at + 4, end))):
        return _subject_right(p, at, end, Side.BY)
    if at > first and (source := _source(p, at, end)):
        return source
    if at + 2 < end and p.words[at].key == "according" and p.words[at + 1].key == "to":
        return _subject_right(p, at + 1, end, Side.ACCORDING)
    for i in range(at, min(end, at + _FARTHEST_VERB)):
        strength = _says(p, i)
        if strength is None or p.words[i].key.endswith("ing"):  # “…,” raising questions
            continue
        if p.words[i].key == "quoted":
            said = next((j for j in range(i, end) if p.words[j].key == "as"), end)  # "quoted X as saying"
            return _subject_right(p, i, said, Side.AFTER)
        if i == at:
            return _subject_right(p, i, end, Side.AFTER)
        if strength == "strong" or i - at <= 3:
            return _subject_left(p, i, at, Side.AFTER)
    return None


def _source(p: Passage, at: int, end: int) -> Saying | None:
    """The name after a dash that ends the line: “The best film of the year” – Daily Mail."""
    if p.words[at - 1].text not in {"-", "—", "–"} or not 0 < end - at <= 5:
        return None
    if end < len(p.words) or not all(w.named or w.key in {"the", "of"} for w in p.words[at:end]):
        return None
    return _described(p, at, end, Side.AFTER)


def before_quote(p: Passage, floor: int, offset: int, own_verb: bool = False) -> Saying | None:
    """The speaker that the words before a quotation at an offset name, in the sentence that begins at `floor`.

    `own_verb` tells that the quotation begins with a verb of saying itself: The Council “strongly condemned” it.
    """
    first, last = p.from_offset(floor), p.from_offset(offset) - 1
    if last < first:
        return None
    first = max(first, last - _FARTHEST_BEFORE)
    verbs = _verbs_before(p, first, last)
    strong_or_near = [i for i in verbs if last - i <= _NEAR or _says(p, i) != "weak"]
    for i in (*strong_or_near, *(i for i in verbs if i not in strong_or_near)):
        if said := _by_verb(p, i, first, last):
            return said
    if p.words[last].text == ":":
        return _label(p, first, last)
    return _subject_left(p, last + 1, first, Side.OWN) if own_verb else None


def _verbs_before(p: Passage, first: int, last: int) -> list[int]:
    """The verbs of saying (and "according to") of the clause that ends at the word `last`, the nearest first."""
    verbs = []
    for i in range(last, first - 1, -1):
        if p.words[i].text == ";" or (p.words[i].text == "." and i < last):
            break
        if (_says(p, i) and p.words[i].key != "quoted") or _according(p, i, last):
            verbs.append(i)
    return verbs


def _according(p: Passage, i: int, last: int) -> bool:
    return p.words[i].key == "according" and i < last and p.words[i + 1].key == "to"


def _by_verb(p: Passage, i: int, first: int, last: int) -> Saying | None:
    """The subject of the verb at `i`, which stands before it or, inverted, after it."""
    if _according(p, i, last):
        return _subject_right(p, i + 1, last + 1, Side.ACCORDING)
    after_quotation = i > first and p.words[i].start - p.words[i - 1].end > _SPACE
    inverted = i == first or after_quotation or _comma_inverted(p, i, last)
    return _subject_right(p, i, last + 1, Side.BEFORE) if inverted else _subject_left(p, i, first, Side.BEFORE)


def _comma_inverted(p: Passage, i: int, last: int) -> bool:
    """Whether the subject follows a verb that a comma sets off: "enough, says the glaciologist Ana Ruiz, “to …"."""
    if p.words[i - 1].text not in {",", "—", "–"} or p.words[min(i + 1, last)].key in {"that", "the", "there"}:
        return False
    return any(p.name_at(j) for j in range(i + 1, min(i + 4, last + 1)))


def _label(p: Passage, first: int, colon: int) -> Saying | None:
    names = [n for j in range(first, colon) if (n := p.name_at(j))]
    if names:
        return Saying(names[0], Side.LABEL)
    if colon - first <= 4 and all(w.named for w in p.words[first:colon]):
        return _described(p, first, colon, Side.LABEL)
    return None


def next_sentence(p: Passage, offset: int, ceiling: int) -> Saying | None:
    """The speaker that the sentence after the quotation names, from the offset on: "Smith was speaking after …"."""
    first, end = p.from_offset(offset), p.from_offset(ceiling)
    if first >= end or not p.words[first].named:
        return None
    for i in range(first, min(end, first + 20)):
        if p.words[i].text in {".", ":", ";"}:
            return None
        if _says(p, i) == "strong" or p.words[i].key in {"speaking", "talking"}:
            said = _subject_left(p, i, first, Side.NEXT)
            return said if said and said.speaker in p.names.every else None
    return None


# ---- the subject of a verb of saying ---------------------------------------------------------------------------------


def _says(p: Passage, i: int) -> str | None:
    """How strongly the word at `i` is a verb of saying; None for other words and for nouns ("a report")."""
    word = p.words[i]
    if word.shape is not Shape.LOWER or p.name_at(i):
        return None
    strength = lexicon.words("speech_verbs").get(word.key)
    before = p.words[i - 1] if i else None
    noun = before is not None and (
        before.key in _DETERMINERS
        or before.key in _BEFORE_NOUNS
        or (before.shape is Shape.LOWER and before.key in lexicon.words("speech_verbs"))
    )
    return None if noun and before is not None and before.end + 2 >= word.start else strength


def _noun_phrase(words: Sequence[Word], start: int, end: int) -> Span | None:
    """The description between two word indices, without a leading determiner; None where it is no noun phrase."""
    while start < end and (words[start].key in _DETERMINERS or words[start].shape is Shape.SIGN):
        start += 1
    while start < end and words[start].key in FUNCTION_WORDS and words[start].shape is not Shape.UPPER:
        again = next((i for i in range(start, end) if words[i].key in _DETERMINERS), end)
        start = again + 1
    while end > start and words[end - 1].shape is Shape.SIGN:
        end -= 1
    if not 0 < end - start <= _LONGEST_DESCRIPTION or words[end - 1].key in FUNCTION_WORDS:
        return None
    if any(w.key in FUNCTION_WORDS and w.key not in _INSIDE for w in words[start:end]):
        return None
    if words[end - 1].shape is Shape.NUMBER:
        return None
    return Span(words[start].start, words[end - 1].end)


def _described(p: Passage, start: int, end: int, side: Side) -> Saying | None:
    """The description between two word indices as the speaker, if it is one."""
    description = _noun_phrase(p.words, start, end)
    return Saying(description, side) if description else None


def _between_subject_and_verb(word: Word) -> bool:
    """Whether a word may stand between a subject and its verb: an auxiliary, an adverb, "last night", "on Sunday"."""
    adverb = word.shape is Shape.LOWER and word.key.endswith("ly")
    return adverb or word.key in _AUXILIARIES or word.key in _TIMES or word.key in WEEKDAYS


def _subject_left(p: Passage, verb: int, floor: int, side: Side) -> Saying | None:
    """The subject of the verb at `verb`, which stands before it, not before the word `floor`."""
    i = verb - 1
    while i >= floor and _between_subject_and_verb(p.words[i]) and p.name_at(i) is None:
        i -= 1
    if i < floor:
        return None
    if p.words[i].key in _PRONOUNS:
        return Saying(Span(p.words[i].start, p.words[i].end), Side.PRONOUN, True)
    if name := p.name_at(i):
        return Saying(name, side)
    if p.words[i].key in {"which", "who"} and i > floor + 1 and p.words[i - 1].text == ",":
        return _before_relative(p, i - 2, floor, side)
    if p.words[i].key == "as" and (quoted := next((j for j in range(floor, i) if p.words[j].key == "quoted"), None)):
        return _subject_right(p, quoted, i, side)
    if p.words[i].key in {"and", "but"}:
        earlier = next((j for j in range(i - 1, floor, -1) if _says(p, j)), None)
        first = next((n for j in range(floor, i) if (n := p.name_at(j))), None)
        return (_subject_left(p, earlier, floor, side) if earlier else None) or (Saying(first, side) if first else None)
    if p.words[i].text in {",", ")", "—", "–"} and (name := _apposed_name(p, i, floor)):
        return Saying(name, side)
    if p.words[i].text == ",":
        return _before_comma(p, i, floor, side)
    nobody = p.words[i].key in _OTHER_PRONOUNS or p.words[i].text in ";:"
    return None if nobody else _described(p, _clause_start(p, i, floor), i + 1, side)


def _before_relative(p: Passage, last: int, floor: int, side: Side) -> Saying | None:
    """The subject before a relative clause that says it: "the Agency, which called the plan “reckless”"."""
    if name := p.name_at(last):
        return Saying(name, side)
    return _described(p, _clause_start(p, last, floor), last + 1, side)


def _before_comma(p: Passage, comma: int, floor: int, side: Side) -> Saying | None:
    """The subject that a clause between commas parts from its verb: "The Assembly, in its resolution, voiced"."""
    first = next((n for j in range(floor, comma) if (n := p.name_at(j))), None)
    if first is not None:
        return Saying(first, side)
    end = next((j for j in range(floor, comma) if p.words[j].text == ","), comma)
    return _described(p, floor, end, side)


def _clause_start(p: Passage, i: int, floor: int) -> int:
    at = i
    while at > floor:
        before = p.words[at - 1]
        if before.text in {",", ";", ":", "—", "–", "."} or (
            before.key in _CLAUSE_STARTS and before.shape is Shape.LOWER
        ):
            break
        at -= 1
    return at


def _apposed_name(p: Passage, comma: int, floor: int) -> Span | None:
    """The name before an apposition that ends with the comma at `comma`: "Smith, a friend of Jones, said"."""
    nearest = p.name_at(comma - 1)
    if nearest is not None:
        begins = next(k for k in range(comma) if p.words[k].start >= nearest.start)
        if begins > floor and p.words[begins - 1].text == ",":
            return nearest
    for j in range(floor, comma):
        name = p.name_at(j)
        if name is None:
            continue
        after = next((k for k in range(j, comma + 1) if p.words[k].start >= name.end), comma)
        if p.words[after].text in {",", "(", "—", "–"} or p.words[after].key in {"of", "from", "at"}:
            return name
    return None


def _owns(p: Passage, i: int) -> bool:
    """Whether the name at `i` is only an owner: "says Pipinis’s granddaughter"."""
    name = p.name_at(i)
    after = next((w for w in p.words[i + 1 : i + 6] if name and w.start >= name.end), None)
    return after is not None and after.shape is Shape.POSSESSIVE


def _subject_right(p: Passage, verb: int, ceiling: int, side: Side) -> Saying | None:
    """The subject of an inverted verb: "said Maria Lopez, a teacher"; it ends before the word `ceiling`."""
    i = verb + 1
    if i >= ceiling:
        return None
    if p.words[i].key in _PRONOUNS:
        return Saying(Span(p.words[i].start, p.words[i].end), Side.PRONOUN, True)
    end = i
    while end < ceiling and p.words[end].text not in _STOPS and p.words[end].key not in {"who", "in", "after", "as"}:
        if (name := p.name_at(end)) and not _owns(p, end):
            return Saying(name, side)
        end += 1
    if end + 1 < ceiling and p.words[end].text == "," and (name := p.name_at(end + 1)):
        return Saying(name, side)
    return None if p.words[i].key in _OTHER_PRONOUNS else _described(p, i, end, side)
