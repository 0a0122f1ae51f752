"""The signs that a stretch of words is a name, and of what: each has its weights, counted from annotated texts.

`data/signs.txt` gives a sign's weights for a person, a body, a place, a thing and for no name, in hundredths of a
natural logarithm of odds; the weights of all the signs of a stretch add up. `tests/benchmarks/weights.py` counts them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from struct import Struct
from typing import Literal, TypeVar

from unami_cli import lexicon
from unami_cli.extract.scene import Class, Scene, class_at, class_of, is_demonym, is_given, is_surname, speaks
from unami_cli.folding import flat
from unami_cli.lexicon import ARTICLES, DAY_NAMES, FUNCTION_WORDS, MONTH_NUMBERS
from unami_cli.tags import Line, Shape, Word

Weights = int
"""What speaks for each kind, in hundredths, in 32 bits of one integer each: one sum adds up all five at once."""
Position = Literal["alone", "first", "inner", "last"]
"""Where a word stands in a name."""

_PREPOSITIONS = frozenset("of for on in to at against and".split())
_LINKS = ARTICLES | frozenset(', and “ " ( by of in for with to at from on that as'.split())
"""What says little before a name by itself: the word before it is looked at as well."""
LEGAL_FORMS = frozenset("plc inc ltd llc llp gmbh corp".split())
"""What ends the name of a company."""
IN_MARKS, _LAST_SMALL = "in quotation marks", "last also in small letters"
_OPENERS = frozenset("“\"‘'«")
_CLOSERS = frozenset("”\"’'»")
_WITH = {Shape.POSSESSIVE: "with ’s", Shape.NUMBER: "with a number"}
_LEADING = 6  # words after a comma or a bracket among which the noun is sought that says what the name is
_MOST_SUMS = 1 << 14
_PATIENCE = 1500  # signs that are sought one by one in the table; reading all of it costs as much


NOUGHT = 1 << 31
"""What `shifted` gives for nothing: it is added to each of the five, so that none is below zero."""
_parted = Struct("<5I").unpack


def packed(person: int, body: int, place: int, thing: int, none: int) -> Weights:
    """What speaks for each kind, in hundredths, as weights."""
    return person + (body << 32) + (place << 64) + (thing << 96) + (none << 128)


_HALVES = packed(*[NOUGHT] * 5)


def shifted(weights: Weights) -> tuple[int, ...]:
    """What speaks for each kind, in hundredths, shifted by as much as the weights of nothing are."""
    return _parted((weights + _HALVES).to_bytes(20, "little"))


def added(signs: Iterable[str]) -> Weights:
    """What the signs say together."""
    return sum(map(WEIGHTS.__getitem__, signs))


class _Table(dict[str, Weights]):
    """The weights of each sign, taken from the table when they are first asked for; 0 of those that are not in it."""

    def __missing__(self, sign: str) -> Weights:
        many = len(self) > _PATIENCE
        said = (lexicon.entries if many else lexicon.words)("signs").get(sign)
        if many and not said:
            return 0
        self[sign] = found = packed(*map(int, said.split())) if said else 0
        return found


WEIGHTS = _Table()


Reason = tuple[float, str]
"""How far a sign speaks for a kind against every other kind, and the sign."""
_NO_REASON: Reason = (float("-inf"), "")


@lru_cache(maxsize=32768)
def _reason(sign: str, kind: int) -> Reason:
    """How far the sign speaks for the kind with this place in the weights before every other."""
    of = shifted(WEIGHTS[sign])
    return (of[kind] - max(*of[:kind], *of[kind + 1 :]), sign) if of[kind] > NOUGHT else _NO_REASON


def best(signs: Iterable[str], kind: int) -> Reason:
    """The sign that speaks most for the kind with this place in the weights, of those that have been weighed."""
    return max([_reason(sign, kind) for sign in signs if sign in WEIGHTS], default=_NO_REASON)


class Told:
    """What a group of signs says together: the sums of their weights, and why."""

    __slots__ = ("_reasons", "signs", "weights")

    def __init__(self, signs: Sequence[str]) -> None:
        self.weights, self.signs = added(signs), signs
        self._reasons: tuple[Reason, ...] = ()

    def reason(self, kind: int) -> Reason:
        """The sign that speaks most for the kind with this place in the weights: a person or a body."""
        if not self._reasons:
            self._reasons = best(self.signs, 0), best(self.signs, 1)
        return self._reasons[kind]


class Beside(Told):
    """What the words beside a name tell, and whether the next of them is a mark of quotation or a verb of saying."""

    __slots__ = ("marked", "speaks")

    def __init__(self, signs: Sequence[str], beside: Word | None, marks: frozenset[str]) -> None:
        super().__init__(signs)
        self.marked, self.speaks = beside is not None and beside.text in marks, speaks(beside)


T = TypeVar("T")


class Sums(dict[Hashable, T]):
    """What groups of signs say, by all that the signs depend on; bounded."""

    def keep(self, key: Hashable, told: T) -> T:
        """Keep this for the next who asks."""
        if len(self) >= _MOST_SUMS:
            self.clear()
        self[key] = told
        return told


# ---- what a word is --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=32768)
def kinds(word: Word) -> tuple[str, ...]:
    """What the lists and the letters say of a word, in words: "a given name", "capitals", "in no list"."""
    if len(word.text) == 1 or (word.text.endswith(".") and len(word.text) <= 6):
        return ("an initial",)
    return (*_spelling(word.text, word.shape), *_names(word.key), *_nouns(word.key)) or ("in no list",)


def _names(key: str) -> list[str]:
    plain, found = flat(key), []
    if plain in MONTH_NUMBERS or plain in DAY_NAMES:
        found.append("a month or weekday")
    if is_given(key):
        found.append("perhaps a given name" if key in lexicon.words("given_names_ambiguous") else "a given name")
    if is_surname(key):
        found.append("a surname")
    if plain in lexicon.words("countries"):
        found.append("a country")
    elif key in lexicon.words("places"):
        found.append("a place")
    if is_demonym(key):
        found.append("a people")
    return found


def _nouns(key: str) -> list[str]:
    plain, found = flat(key), []
    if key in FUNCTION_WORDS:
        found.append("a small word")
    elif key in lexicon.words("english"):
        found.append("an ordinary word")
    if role := class_of(key):
        found.append(f"a noun of {role}")
    if head := lexicon.words("organization_heads").get(plain):
        found.append("a noun of bodies" if head == "strong" else "perhaps a noun of bodies")
    if plain in lexicon.words("other_heads"):
        found.append("a noun of things")
    return found


def _spelling(text: str, shape: Shape) -> list[str]:
    if shape is Shape.UPPER:  # more letters than one
        return ["capitals"]
    if not text.isalpha() and any(map(str.isdigit, text)):
        return ["digits"]
    first, hyphen, rest = text.partition("-")
    if hyphen:
        known = first.isupper() or first.lower() in lexicon.words("places") or is_demonym(first.lower())
        return ["a pair with a hyphen"] if known and rest[:1].isupper() else []
    odd = sum(map(str.isupper, text)) > 1 and not text.startswith(("Mc", "Mac", "O’", "O'"))
    return ["odd capitals"] if odd else []


_BRIEF = {
    "capitals": "A",
    "a given name": "G",
    "perhaps a given name": "g",
    "a surname": "S",
    "a country": "P",
    "a place": "P",
    "a people": "D",
    **{f"a noun of {role}": "R" for role in Class},
    "a noun of bodies": "B",
    "perhaps a noun of bodies": "b",
    "a noun of things": "b",
    "an ordinary word": "E",
}


@lru_cache(maxsize=32768)
def brief(word: Word) -> str:
    """The kinds of a word as some letters, so that those of neighbours can be one sign."""
    of = kinds(word)
    for kind, letter in (("an initial", "I"), ("a month or weekday", "M"), ("a small word", "F")):
        if kind in of:
            return letter
    return "".join(dict.fromkeys(_BRIEF[kind] for kind in of if kind in _BRIEF)) or "U"


@lru_cache(maxsize=32768)
def _own(word: Word, where: Position) -> list[str]:
    """The signs of a word by itself at its place in a name."""
    found = [f"{where} {kind}" for kind in kinds(word)]
    found.append(f"{where} “{word.key}”")
    if where in ("alone", "last") and len(word.key) > 4 and word.key not in lexicon.words("english"):
        found.append(f"-{word.key[-3:]}")
    return found


# ---- what stands in the name -----------------------------------------------------------------------------------------


Key = tuple[str, ...]
"""The folded words of a name, by which it is known again in the article."""


def key_of(line: Line, start: int, end: int) -> Key:
    """By what the name from `start` to `end` is known again; small words are part of it, signs and numbers are not."""
    return tuple([word[5] for word in line[start:end] if word[5]])


class Wording(Told):
    """What a stretch tells by its words alone; `single` says that only one of them has a capital."""

    __slots__ = ("key", "single")

    def __init__(self, line: Line, start: int, end: int) -> None:
        words = [word for word in line[start:end] if word[3]]
        super().__init__([*_each(words), *_as_a_whole(line, start, end, words)])
        self.key, self.single = key_of(line, start, end), len(words) == 1


def worded(line: Line, start: int, end: int) -> Wording:
    """What the words from `start` to `end` tell by themselves, wherever they stand."""
    key = line.looks[start] if end - start == 1 else line.looks[start:end]
    return _WORDINGS.get(key) or _WORDINGS.keep(key, Wording(line, start, end))


def standing(line: Line, start: int, end: int, small: frozenset[str]) -> list[str]:
    """The signs of the words from `start` to `end` that do not depend on them alone.

    `small` are the words that the text has in small letters.
    """
    words = [word for word in line[start:end] if word[3]]
    found = [*_beginning(*_opening(line, start, words[0], small))[len(words) == 1]]
    if len(words) > 1 and words[-1].key in small:
        found.append(_LAST_SMALL)
    if end - start == 1 and speaks(line.word(end)):
        found.append(f"{brief(words[0])} speaks")
    if start and end < len(line) and line[start - 1].text in _OPENERS and line[end].text in _CLOSERS:
        found.append(IN_MARKS)
    return found


def _each(words: Sequence[Word]) -> list[str]:
    """The signs of each word of a name by itself."""
    if len(words) == 1:
        return _own(words[0], "alone")
    inner = chain.from_iterable([_own(word, "inner") for word in words[1:-1]])
    return [*_own(words[0], "first"), *inner, *_own(words[-1], "last")]


def _as_a_whole(line: Line, start: int, end: int, words: list[Word]) -> list[str]:
    """The signs of what stands from `start` to `end` but for those of each of its `words`."""
    found = [f"{min(len(words), 6)} words"]
    listed = " ".join([flat(word[1]) for word in line[start:end] if word[2] is not Shape.SIGN])
    if _is_listed("organizations", listed):
        found.append("a listed body")
    elif _is_listed("organizations_ambiguous", listed):
        found.append("perhaps a listed body")
    if len(words) == 1:
        found.append(f"alone {brief(words[0])}")
        if listed in lexicon.words("acronyms_other"):
            found.append("a listed thing")
    else:
        found += _together(line, start, end, words, listed)
    found += [_WITH.get(word[2]) or f"with “{word[1]}”" for word in line[start:end] if not word[3] and word[0] != "."]
    if line[end - 1].key in LEGAL_FORMS:
        found.append("ends in a legal form")
    return found


_Opening = tuple[str, str | None, bool, bool]
"""What counts where names begin: the first word in brief, what stands before it, "" at the beginning of a line, whether
that is a headline, and whether the text has the word in small letters."""


def _opening(line: Line, start: int, word: Word, small: frozenset[str]) -> _Opening:
    before = line[start - 1][1] if start else ""
    return brief(word), before if before in _LINKS or not start else None, line.headline, word[1] in small


@lru_cache(maxsize=4096)
def _begins(brief: str, link: str | None, headline: bool, small: bool) -> tuple[Weights, Weights]:
    """What a place tells where names begin: for names of several words with a capital, for those of one."""
    several, one = _beginning(brief, link, headline, small)
    return added(several), added(one)


def _beginning(brief: str, link: str | None, headline: bool, small: bool) -> tuple[list[str], list[str]]:
    both = ["in a headline"] if headline else []
    if small:
        both.append("first also in small letters")
    if link == "":
        return [*both, f"{brief}… begins"], [*both, f"{brief} begins"]
    return both, [*both, f"{brief} after “{link}”"] if link else both


Begun = tuple[Weights, Weights, bool]
"""What a place tells of names that begin there, of one word with a capital and of several; if a mark stands before."""
Ended = tuple[Weights, Weights, Weights, bool]
"""The same of names that end there; the third is what a verb of saying after it adds for a single word."""


def begun(scene: Scene, start: int, small: frozenset[str]) -> Begun:
    """What the place before the word `start` tells of the names that begin there."""
    line, told = scene[0], told_before(scene, start)
    word = line[start] if line[start][3] else next(word for word in line[start:] if word[3])
    several, one = _begins(*_opening(line, start, word, small))
    return told.weights + one, told.weights + several, told.marked


def ended(scene: Scene, end: int, small: frozenset[str]) -> Ended:
    """What the place after the word before `end` tells of the names that end there."""
    line, told = scene[0], told_after(scene, end)
    word = line[end - 1] if line[end - 1][3] else next(word for word in reversed(line[:end]) if word[3])
    several = told.weights + WEIGHTS[_LAST_SMALL] if word[1] in small else told.weights
    return told.weights, several, WEIGHTS[f"{brief(word)} speaks"] if told.speaks else 0, told.marked


def _is_listed(name: str, of_words: str) -> bool:
    """Whether the list holds these words; most are not looked for, since no entry begins with the first of them."""
    known = lexicon.words(name)
    return known.leads(of_words.partition(" ")[0]) and of_words in known


def _together(line: Line, start: int, end: int, words: list[Word], listed: str) -> list[str]:
    found = [f"shape {' '.join(map(brief, words))}"] if len(words) < 4 else []
    found.append(f"name “{listed}”")
    if _is_listed("places", listed):
        found.append("a listed place")
    if _is_listed("demonyms", listed):
        found.append("a listed people")
    shared = set(kinds(words[0])).intersection(*map(kinds, words[1:]))
    found += [f"all {kind}" for kind in kinds(words[0]) if kind in shared]
    for at in range(start + 1, end):
        if line[at][2] is Shape.LOWER and line[at].key in _PREPOSITIONS and line[at - 1].named:
            head = flat(line[at - 1].key)
            strength = lexicon.words("organization_heads").get(head)
            found.append(f"head “{line[at - 1].key} {line[at].key}”")
            if strength:
                found.append(f"head a noun of bodies, {strength}")
            if head in lexicon.words("other_heads"):
                found.append("head a noun of things")
            return found
    return [*found, "no preposition"]


# ---- what stands beside the name -------------------------------------------------------------------------------------


_BEFORE, _AFTER, _WORDINGS = Sums[Beside](), Sums[Beside](), Sums[Wording]()


def _leader(line: Line, start: int) -> int:
    """The word before `start`, or the abbreviation whose dot that is; -1 at the beginning."""
    at = start - 1
    if at < 1 or line[at][0] != ".":
        return at
    return at - 1 if line[at - 1][3] and line.end(at - 1) == line.starts[at] else at


def told_before(scene: Scene, start: int) -> Beside:
    """What the signs of `before` say together."""
    line = scene[0]
    at = _leader(line, start)
    key = line.looks[at - 1 if at > 1 else 0 : at + 1] if at >= 0 else None
    return _BEFORE.get(key) or _BEFORE.keep(key, Beside(before(scene, start), line.word(at), _OPENERS))


def before(scene: Scene, start: int) -> list[str]:
    """The signs of what stands before a name that begins at the word `start`."""
    line, at = scene.line, _leader(scene.line, start)
    if at < 0:
        return ["begins"]
    word, further = line[at], line.word(at - 1)
    if word.shape is Shape.NUMBER:
        return ["after a number"]
    found = [f"after “{word.key}”"]
    if word.named:
        found += [f"after {kind}" for kind in kinds(word)]
    elif word.key in _LINKS:
        before = "the beginning" if further is None else f"a capital {brief(further)}" if further.named else further.key
        found.append(f"after “{before}” and “{word.key}”")
    if role := class_at(scene, at):
        found.append(f"behind a noun of {role}")
    if speaks(word):
        found.append("after a verb of saying")
    return found


def told_after(scene: Scene, end: int) -> Beside:
    """What the signs of `after` say together."""
    line = scene[0]
    sign = end < len(line) and line[end][2] is Shape.SIGN
    key = (sign and owns(line, end), line.looks[end : end + (_LEADING if sign else 2)])
    return _AFTER.get(key) or _AFTER.keep(key, Beside(after(scene, end), line.word(end), _CLOSERS))


def after(scene: Scene, end: int) -> list[str]:
    """The signs of what stands after a name that ends before the word `end`."""
    line, word, further = scene.line, scene.line.word(end), scene.line.word(end + 1)
    if word is None:
        return ["ends"]
    if owns(line, end):
        if further is None:
            return ["owner"]
        role = class_at(scene, end + 1)
        owned = "owner of a name" if further.named else f"owner of “{further.key}”"
        return ["owner", owned, f"owner of a noun of {role}"] if role else ["owner", owned]
    if word.shape is Shape.NUMBER:
        return ["before a number"]
    found = [f"before “{word.key}”"]
    if word.named:
        return found + [f"before {kind}" for kind in kinds(word)]
    if word.text in {",", "(", "-", "–", "—"} and further is not None:
        found += _behind_sign(scene, end, word, further)
    if speaks(word):
        found.append("before a verb of saying")
    elif word.key in lexicon.words("verbs"):
        found.append("before a verb")
    if role := class_of(word.key):
        found.append(f"before a noun of {role}")
    return found


def owns(line: Line, end: int) -> bool:
    """Whether the name that ends before the word `end` is an owner: "Berg's", "Jones' house"."""
    word = line[end] if end < len(line) else None
    if word is None or word[2] is not Shape.SIGN:
        return word is not None and word[2] is Shape.POSSESSIVE
    if word[0] not in ("'", "’") or line.end(end - 1) != line.starts[end] or not line[end - 1][1].endswith("s"):
        return False
    return end + 1 < len(line) and line.starts[end + 1] > line.end(end)


def _behind_sign(scene: Scene, end: int, sign: Word, further: Word) -> list[str]:
    """The signs of what stands after a comma, a dash or a bracket after a name: an age, an acronym, a noun."""
    small = "a number" if further.shape is Shape.NUMBER else f"“{further.key}”"
    found = [f"before “{sign.key}” and {f'a capital {brief(further)}' if further.named else small}"]
    for at in range(end + 1, min(end + _LEADING, len(scene.line))):
        if scene.line[at].shape is Shape.SIGN:
            break
        noun = class_at(scene, at) or (scene.line[at].key in lexicon.words("organization_heads") and "bodies")
        if noun:
            return [*found, f"before “{sign.key}” and a noun of {noun}"]
    return found
