"""From a word as it was typed to the words of the texts that it may mean, the surest first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property

from unami_cli import lexicon
from unami_cli.lookup.query import Term
from unami_cli.lookup.wordforms import INFLECTION, RELATED, RELATIVE, SYNONYM, relatives, stem, synonyms
from unami_cli.patterns import pattern
from unami_cli.values import Value

SIMILAR = 0.71
"""The least optimal-string-alignment similarity (0-1; a transposition is one edit) that counts as a typo."""
ALIKE = 0.6
"""The least similarity in letters of a name that only sounds like the word: it must still look like what was typed."""
FAR, _LONG = 0.62, 7
"""The least similarity to a word of `_LONG` letters or more when nothing nearer is found."""
LOOSE = 0.5
"""The least similarity of a name's word that only the name's other words make likely."""

_SOUNDS = (("dj", "j"), ("ph", "f"), ("kh", "h"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("ei", "ai"), ("ay", "ai"))
_LETTERS = (("ey", "ai"), ("aa", "a"), ("q", "k"), ("y", "i"), ("o", "u"), ("e", "a"), ("w", "v"))
_DOUBLE = pattern(r"(.)\1+")
_MOST_PREFIXED, _MOST_CORRECTED = 60, 6
_LAST = chr(0x10FFFF)  # sorts after every letter that a word may go on with


class How(StrEnum):
    """How a query met a record, the surest first; a hit bears the weakest that it needed.

    `exact` is letter for letter but for capitals; `folded` but for accents, apostrophes, hyphens or the way in which
    a number or date is written; `form` by another ending, spelling or relative of a word; `alias` by another name of
    the same thing; `prefix` by a word's beginning; `corrected` by a typo or another transliteration of a
    name.
    """

    EXACT = "exact"
    FOLDED = "folded"
    FORM = "form"
    ALIAS = "alias"
    PREFIX = "prefix"
    CORRECTED = "corrected"

    @staticmethod
    def weakest(first: How, *others: How) -> How:
        """The least sure of these."""
        return max(first, *others, key=_SUREST.index) if others else first


_SUREST = tuple(How)


class Option(Value):
    """Adjacent words of the texts (or one key of an index) that a typed word may mean; `quality` is 0-1."""

    words: tuple[str, ...]
    quality: float
    how: How


def sound(word: str) -> str:
    """A key that the usual transliterations of one name share.

    >>> {sound(w) for w in ("mohammed", "muhammad", "mohamed")}, sound("hussein") == sound("hussain") != sound("hassan")
    ({'muhamad'}, True)
    """
    for old, new in (*_SOUNDS, *_LETTERS):
        if old in word:
            word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", word)


class Vocabulary:
    """The folded words of a table in the order in which they come, and which of them are words of names.

    `count` says how many records hold a word, 0 for any other word.
    """

    def __init__(self, words: Mapping[str, object], names: Iterable[str], count: Callable[[str], int]) -> None:
        self.words, self._count = words, count
        self._name_set = frozenset(names)
        self._names = tuple(sorted(self._name_set))
        self._known_forms: dict[str, Sequence[str]] = {}

    def options(
        self, term: Term, last: bool, exact: bool, wide: bool = False, alone: bool = False, loose: bool = False
    ) -> tuple[Option, ...]:
        """What a term may mean, best first; empty when nothing is near.

        `last` says that it may still be being typed, `exact` forbids correction, `wide` corrects even words that the
        texts hold, `alone` says that no other word vouches for what is meant, `loose` that relatives of a word do
        almost as well. A word is completed or corrected only when the texts lack it, and no English word is corrected:
        it is what was meant, and is not there.
        """
        word = term.word
        known = word in self.words
        found = [Option((word,), 1.0, How.EXACT)] if known else []
        if not word.isalpha():
            return tuple(found)
        found += self._inflected(word, RELATED if loose else RELATIVE)
        found += [] if exact else self._alike(word)
        if not (term.typed.isupper() and len(word) <= 3):
            found += self._completed(word, last, known, bool(found))
        if not exact and (wide or not (known or self._meant(word, found))):
            found += self._corrected(term, wide, alone)
        best: dict[tuple[str, ...], Option] = {}
        for option in found:
            best.setdefault(option.words, option)
        return tuple(sorted(best.values(), key=lambda option: -option.quality))

    def _meant(self, word: str, found: list[Option]) -> bool:
        """Whether a word that the texts lack is likelier meant as it stands than a typo."""
        return any(option.how is not How.CORRECTED and option.words[0].startswith(word) for option in found) or (
            word in lexicon.words("english")
        )

    def synonyms(self, word: str, broader: bool) -> tuple[Option, ...]:
        """The words of the texts, in any form, that say as much as this one, or a little less."""
        found: dict[tuple[str, ...], float] = {}
        for first, *rest in synonyms(word, broader=broader):
            if all(other in self.words for other in rest):
                for base, worth in relatives(first).items():
                    if worth >= INFLECTION:
                        for form in self._forms(stem(base)):
                            found.setdefault((form, *rest), SYNONYM * worth)
        return tuple(Option(run, worth, How.FORM) for run, worth in found.items() if run != (word,))

    def initials(self, letter: str) -> tuple[Option, ...]:
        """The words of people's names that begin with a letter, for "J. Kerry"."""
        return tuple(Option((name,), 0.6, How.PREFIX) for name in self._names if name[0] == letter and name != letter)

    def near(self, word: str, cutoff: float = 0.62) -> tuple[str, ...]:
        """The words of the texts like one that they lack, the nearest first, for "did you mean"."""
        return tuple(near for near, _ in _similar(word, self._alphabetic, cutoff))

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.words)

    @cached_property
    def _alphabetic(self) -> list[str]:
        return [word for word in self._sorted if len(word) >= 3 and word.isalpha()]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {word: place for place, word in enumerate(self.words)}

    def _beginning(self, pool: Sequence[str], start: str) -> Sequence[str]:
        """The words of a sorted pool that begin so."""
        return pool[bisect_left(pool, start) : bisect_left(pool, start + _LAST)]

    def _forms(self, root: str) -> Sequence[str]:
        """The words of that stem in the order in which they come, without names that are not English words."""
        if root not in self._known_forms:
            near = self._beginning(self._sorted, root[:-1] if root.endswith("y") else root)
            english, names = lexicon.words("english"), self._name_set
            found = [word for word in near if stem(word) == root and (word not in names or word in english)]
            self._known_forms[root] = sorted(found, key=self._places.__getitem__)
        return self._known_forms[root]

    @cached_property
    def _sounds(self) -> dict[str, list[str]]:
        names = [name for name in self._names if name.isalpha() and len(name) > 3]
        found: dict[str, list[str]] = {}
        for name, key in zip(names, sound("\n".join(names)).split("\n"), strict=True) if names else ():
            found.setdefault(key, []).append(name)
        return found

    def _inflected(self, word: str, related: float) -> list[Option]:
        """The other forms of the word that the texts hold: endings, spellings, relatives."""
        others: dict[str, float] = {}
        real = word in self.words or word in lexicon.words("english")
        for base, worth in (relatives(word, related) if real else {word: 1.0}).items():
            for other in self._forms(stem(base)):
                others.setdefault(other, worth)
        others.pop(word, None)
        graded = _ending if real else _slip
        return [Option((other,), worth * graded(word, other), How.FORM) for other, worth in others.items()]

    def _alike(self, word: str) -> list[Option]:
        if len(word) < 4:
            return []
        # Below a sentence with the very word, unless there is none.
        quality = 0.72 if word in self.words else 0.92
        return [Option((w,), quality, How.CORRECTED) for w in self._sounds.get(sound(word), ()) if w != word]

    def _completed(self, word: str, last: bool, known: bool, found: bool) -> list[Option]:
        """What the word begins: any word when the texts hold nothing else for it, names when it is the last of many."""
        if (known and (len(word) < 4 or not last)) or (found and not known) or len(word) < (2 if last else 3):
            return []
        every = [w for w in self._beginning(self._names if known else self._sorted, word) if w.isalpha() and w != word]
        every.sort(key=lambda w: (len(w), -self._count(w)))
        most = 0.7 if known else 0.9
        every = every[:_MOST_PREFIXED]
        return [Option((w,), most - 0.2 * (1 - len(word) / len(w)), How.PREFIX) for w in every]

    def _corrected(self, term: Term, wide: bool, alone: bool) -> list[Option]:
        """The likeliest words that a slip or two of the keys would turn into this one."""
        word, capitals = term.word, term.typed.isupper() and len(term.word) <= 5
        if len(word) < (3 if wide else 4) or (capitals and len(word) <= 3):
            return []
        pool, least = (self._alphabetic, SIMILAR) if len(word) > 3 else (self._names, 0.66)
        found = {meant: similar for meant, similar in _similar(word, pool, least) if meant != word}
        if not found and len(word) >= _LONG and not capitals and not self._is_name(word):
            found = dict(_similar(word, pool, FAR))
        if len(word) > 4 and not capitals:
            found |= {meant: max(similar, found.get(meant, 0.0)) for meant, similar in self._misheard(word)}
        if capitals:
            english = lexicon.words("english")
            found = {m: similar for m, similar in found.items() if m[0] == word[0] and m not in english}
        if self._is_name(word):
            one = (m for m, similar in found.items() if round((1 - similar) * max(len(m), len(word))) < 2)
            found = {m: found[m] for m in one if not alone or _begins_alike(m, word)}
            # In small letters a rare surname is likelier a slip ("pepple"); with a capital it is a name, not a word.
            if term.typed[0].isupper():
                found = {m: similar for m, similar in found.items() if m in self._name_set}
        graded = sorted(((_likelihood(word, m, s) + self._common(m), m) for m, s in found.items()), reverse=True)
        margin = graded[0][0] - (0.12 if wide else 0.01) if graded else 0.0
        best = [(grade, meant) for grade, meant in graded[:_MOST_CORRECTED] if grade > margin]
        loose = self._loose(word) if wide else []
        return [Option((meant,), round(0.9 * min(grade, 1.0), 4), How.CORRECTED) for grade, meant in [*best, *loose]]

    def _loose(self, word: str) -> list[tuple[float, str]]:
        """Words of names that are but half alike: they count only beside a surer word of the same name."""
        if len(word) < 4 or self._is_name(word) or word in lexicon.words("english"):
            return []
        return [(similar, meant) for meant, similar in _similar(word, self._names, LOOSE) if meant != word]

    def _is_name(self, word: str) -> bool:
        """Whether people are called so: then two slips away is somebody else."""
        return any(word in lexicon.words(names) for names in ("given_names", "surnames"))

    def _common(self, word: str) -> float:
        """A little for words that the texts often hold, 0-0.02."""
        return min(self._count(word), 20) / 1000

    def _misheard(self, word: str) -> list[tuple[str, float]]:
        """Names whose sound is a slip away from the word's, where the letters themselves are too far apart."""
        near = _similar(sound(word), tuple(self._sounds), SIMILAR + 0.03)
        heard = {name: 0.95 * similar for key, similar in near for name in self._sounds[key] if name != word}
        looks = _similar(word, tuple(heard), ALIKE) if heard else []
        return [(name, heard[name]) for name, _ in looks]


def _similar(word: str, pool: Sequence[str], least: float) -> list[tuple[str, float]]:
    """The words of the pool at least so similar (0-1), the most similar first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, pool, scorer=OSA.normalized_similarity, score_cutoff=least, limit=40)
    return [(near, similar) for near, similar, _ in found]


def _begins_alike(meant: str, word: str) -> bool:
    """Whether two words begin with the same letter, one left out or two swapped: else a name is somebody else's."""
    return meant[0] == word[0] or word in (meant[1:], meant[1:2] + meant[0] + meant[2:]) or meant == word[1:]


def _likelihood(word: str, meant: str, similar: float) -> float:
    """The similarity (0-1), a little higher for what typos mostly leave alone."""
    same = 0.03 * (word[0] == meant[0] or word == meant[1:]) + 0.01 * (word[-1] == meant[-1])
    letters = 0.03 * (sorted(word) == sorted(meant)) + 0.02 * (sound(word) == sound(meant))
    return min(similar + same + letters, 0.98)


def _ending(word: str, other: str) -> float:
    """What another ending of an English word is worth: 0.75-0.85, more for a shorter difference."""
    return 0.75 + 0.1 * min(len(word), len(other)) / max(len(word), len(other))


def _slip(word: str, other: str) -> float:
    """What another ending is worth when the word itself is not a word: as much as any typo."""
    return max([0.88 * _likelihood(word, near, similar) for near, similar in _similar(word, (other,), 0.5)] or [0.4])


def slips(one: str, other: str) -> int:
    """How many typos two words are apart; two letters in the wrong order are one.

    >>> slips("guterres", "gutteres"), slips("costa", "csota")
    (2, 1)
    """
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)


def likeness(one: str, other: str) -> float:
    """How like two texts are, letter by letter, 0-100."""
    from rapidfuzz.fuzz import ratio

    return ratio(one, other)
