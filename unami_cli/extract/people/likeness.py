"""How much capitalised words look like a personal name by themselves, and where a name begins in a run of them."""

from __future__ import annotations

from unami_cli import lexicon
from unami_cli.extract.people.names import name_words
from unami_cli.extract.people.scene import (
    Scene,
    is_demonym,
    is_given,
    is_initial,
    is_ordinary,
    is_particle,
    is_place,
    is_surname,
)
from unami_cli.tags import Shape, Word
from unami_cli.vocabulary import FUNCTION_WORDS

_ALSO_SURNAMES = frozenset(
    """wood woods hill hills park lake field fields ford hall castle church day marsh lane rock green north west winter
    forest grant hunt law pond temple wall fort border brook stone bush pool garden march summer frost moor""".split()
)
_PLACE_OPENERS = frozenset(
    "fort camp joint lake mount cape port san santa los el las new north south east west".split()
)
_SHIPS = frozenset("uss hms hmas hmcs ins ss ms mv rms usns uscgc roks rfa".split())
_LONGEST = 6


def split_after_tail(scene: Scene, start: int, end: int) -> int:
    """Where the name begins in a run that goes on the tail of an office: "of State | John Kerry"; `end` for nowhere."""
    if scene.line[start].key in _PLACE_OPENERS:
        return end
    best, best_score = end, 1.2
    for at in range(start + 1, end):
        word = scene.line[at]
        if not word.named or (is_particle(scene.line[at - 1]) and scene.line[at - 1].shape is Shape.LOWER):
            continue
        pair = end - at == 2 and is_surname(scene.line[end - 1].key) and scene.line[end - 1].named
        score = likeness(scene, at, end) + _ends_tail(scene, start, at) + (1.0 if pair else 0.0)
        if score > best_score:
            best, best_score = at, score
    return best


def _ends_tail(scene: Scene, start: int, at: int) -> float:
    """How surely the words from `start` to `at` are a whole tail: a place, a people, an ordinary noun at its end."""
    last = scene.line[at - 1].key
    phrase = " ".join(w.key for w in scene.line[start:at])
    if is_place(phrase):
        return 1.5
    if is_demonym(last) or is_place(last):
        return 1.0
    if is_given(last) and not is_ordinary(last):
        return -1.5
    return 0.5 if is_ordinary(last) else -0.5


def is_ship(scene: Scene, start: int) -> bool:
    """Whether the run at `start` begins with a ship's prefix: "USS San Antonio"."""
    word = scene[0][start]
    return word[4] is Shape.UPPER and word[3] in _SHIPS


def likeness(scene: Scene, start: int, end: int) -> float:
    """How much the words look like a personal name by themselves: about 2 for two known names, below 0 for a thing."""
    words = name_words(scene, start, end)
    if not words or len(words) > _LONGEST:
        return -4.0
    first, last = words[0], words[-1]
    phrase = " ".join(w.key for w in words)
    if last.key in lexicon.words("other_heads") and not (last.key in _ALSO_SURNAMES and is_given(first.key)):
        return -4.0
    if (len(words) > 1 and len(last.text) == 1) or is_ship(scene, start) or any(_is_pair(w) for w in words):
        return -4.0
    if len(words) == 1:
        return _single(first)
    if is_place(phrase) or phrase in lexicon.words("organizations"):
        return -4.0
    western = _given_weight(first) + (1.0 if is_surname(last.key) else 0.0)
    eastern = (1.0 if is_surname(first.key) else 0.0) + 0.75 * _given_weight(last)
    score = max(western, eastern)
    score += 1.0 if any(is_initial(w) for w in words[1:]) else 0.0
    score += 0.5 if any(is_particle(w) for w in scene.line[start:end]) or any("al-" in w.key for w in words) else 0.0
    score += 0.5 if any(is_given(w.key) and not is_ordinary(w.key) for w in words[1:]) else 0.0
    if score == 0.0 and len(words) < 4 and not any(_known_word(w) for w in words):
        score = 1.0
    sure = _given_weight(first) == 2.0 and not is_place(first.key)
    return score - sum(_penalty(w, i == len(words) - 1, sure) for i, w in enumerate(words))


def _is_pair(word: Word) -> bool:
    """A hyphen between two names or letters ("UK-France", "R-Ariz") rather than in one."""
    first, _, rest = word.text.partition("-")
    letters = first.isupper() and not word.text.isupper()
    return bool(rest) and (letters or (is_demonym(first.casefold()) and is_demonym(rest.casefold())))


def _known_word(word: Word) -> bool:
    """Whether a word is a place, a people or an ordinary word, and so more likely part of something else."""
    return is_place(word.key) or is_demonym(word.key) or is_ordinary(word.key) or not word.text[0].isupper()


def _single(word: Word) -> float:
    if is_initial(word):
        return -4.0
    if is_place(word.key) or is_demonym(word.key) or is_ordinary(word.key):
        return -1.0
    return 1.0 if is_surname(word.key) or is_given(word.key) else 0.0


def _given_weight(word: Word) -> float:
    if is_initial(word):
        return 1.5
    if not is_given(word.key):
        return 0.0
    return 1.0 if word.key in lexicon.words("given_names_ambiguous") else 2.0


def _penalty(word: Word, last: bool, sure: bool) -> float:
    if any(c.isdigit() for c in word.text):
        return 3.0
    if is_demonym(word.key) and not is_given(word.key) and not is_surname(word.key):
        return 1.5
    if word.key in FUNCTION_WORDS and last:
        return 0.0
    if is_ordinary(word.key):
        return 0.5 if is_given(word.key) or (last and (sure or is_surname(word.key))) else 1.5
    if is_place(word.key) and not is_given(word.key):
        return 0.5 if is_surname(word.key) else 1.5
    return 0.0
