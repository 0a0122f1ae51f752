"""One line of an article as the search for people sees it: words, what is taken already, and what each word can be."""

from __future__ import annotations

from collections.abc import Container
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, TypeGuard

from unami_cli import lexicon
from unami_cli.folding import flat
from unami_cli.lexicon import FUNCTION_WORDS, PARTICLES
from unami_cli.tags import Line, Shape, Word


class Class(StrEnum):
    """What a noun says of the person beside whom it stands; only offices and jobs are roles."""

    OFFICE = "office"
    JOB = "job"
    RANK = "rank"
    HONORIFIC = "honorific"
    KIN = "kin"


ROLES = frozenset((Class.OFFICE, Class.JOB))
TITLES = frozenset((Class.OFFICE, Class.JOB, Class.RANK, Class.HONORIFIC))
_JOBS_IN_LOWER_CASE = frozenset("inspector captain detective constable superintendent marshal".split())
_CAPITAL_OFFICES = frozenset("pm fm mp mep msp vp".split())
_LONGEST_ASIDE = 15  # words up to the sign that closes a bracket, a clause between commas or a title
_AGENTS = (
    "ologist", "ographer", "ician", "woman", "keeper", "maker", "worker", "monger", "herder", "dealer", "diver",
    "trader", "coordinator", "columnist", "activist", "adviser", "advisor", "watchman",
)  # fmt: skip


class Scene(NamedTuple):
    """A line, and the indices that belong to organisations and dates."""

    line: Line
    taken: frozenset[int]

    def text_is(self, i: int, *texts: str) -> bool:
        """Whether the word at `i` exists and is one of these, as it is written."""
        line = self[0]
        return 0 <= i < len(line) and line[i][0] in texts

    def key_in(self, i: int, keys: Container[str]) -> bool:
        """Whether the word at `i` exists and its folded key is one of these."""
        line = self[0]
        return 0 <= i < len(line) and line[i][1] in keys

    def closes_acronym(self, i: int) -> bool:
        """Whether the bracket at `i` ends an acronym behind a name: "… (PTI) Chairman"."""
        return self.text_is(i, ")") and i > 2 and self.text_is(i - 2, "(") and self[0][i - 1].shape is Shape.UPPER

    def near(self, at: int) -> range:
        """The words from `at` on among which what was opened is closed again."""
        return range(at, min(at + _LONGEST_ASIDE, len(self[0])))


@lru_cache(maxsize=32768)
def class_of(key: str) -> Class | None:
    """The class of a noun by itself; None for other words."""
    known = lexicon.words("occupations")
    plain = flat(key)
    found = known.get(plain)
    if found is None and " " in plain and not plain.startswith("al "):
        found = known.get(plain.rpartition(" ")[2])
    if found is None and plain.endswith("men"):
        found = known.get(plain[:-2] + "an")
    if found is None and plain.endswith("s"):
        found = known.get(plain[:-1]) or (known.get(plain[:-3] + "y") if plain.endswith("ies") else None)
        return Class(found) if found in ROLES else None
    if found is None and plain != "woman" and plain.endswith(_AGENTS):
        return Class.JOB
    return Class(found) if found else None


def class_at(scene: Scene, i: int) -> Class | None:
    """The class of the noun at `i`, alone or as the end of a pair ("attorney general"); None for other words."""
    line = scene[0]
    return _class_after(line[i - 1][1] if i else "", line[i]) if 0 <= i < len(line) else None


@lru_cache(maxsize=32768)
def _class_after(before: str, word: Word) -> Class | None:
    """The class of a noun behind the word with the folded key `before`, "" at the beginning of a line."""
    if word.shape in (Shape.SIGN, Shape.NUMBER, Shape.POSSESSIVE):
        return None
    if word.key in _CAPITAL_OFFICES and (word.shape is not Shape.UPPER or "." in word.text):
        return None
    pair = lexicon.words("occupations").get(f"{flat(before)} {flat(word.key)}")
    if pair:
        return Class(pair)
    found = class_of(word.key)
    small_rank = found is Class.RANK and word.shape is Shape.LOWER and word.key in _JOBS_IN_LOWER_CASE
    return Class.JOB if small_rank else found


def is_plural_role(scene: Scene, i: int) -> bool:
    """Whether the role noun at `i` is a plural ("ministers"), which never belongs to one name."""
    if class_at(scene, i) not in ROLES:
        return False
    known, key = lexicon.words("occupations"), scene.line[i].key
    pair = i > 0 and f"{flat(scene.line[i - 1].key)} {flat(key)}" in known
    return not pair and flat(key) not in known and key.endswith(("s", "men"))


@lru_cache(maxsize=32768)
def is_verb(key: str) -> bool:
    """Whether the folded word is a form of a word that mostly is a verb: "meets", "met", not "plans"."""
    verbs = lexicon.words("verbs")
    if key in verbs or (key.endswith("s") and (key[:-1] in verbs or key[:-2] in verbs)):
        return True
    return lexicon.is_irregular_verb(key)


def speaks(word: Word | None) -> TypeGuard[Word]:
    """Whether the word is a verb of saying and hardly ever anything else: "said", not "reports"."""
    return word is not None and lexicon.words("speech_verbs").get(word.key) == "strong"


def is_function(word: Word) -> bool:
    """Whether the word only serves the grammar; "US" and "IT" in capitals do not."""
    return word.key in FUNCTION_WORDS and word.shape is not Shape.UPPER


@lru_cache(maxsize=32768)
def is_given(key: str) -> bool:
    """Whether the folded word, or each part of a hyphened one, is a given name."""
    names = lexicon.words("given_names")
    return key in names or ("-" in key and all(part in names or part in PARTICLES for part in key.split("-")))


@lru_cache(maxsize=32768)
def is_surname(key: str) -> bool:
    """Whether the folded word, without an Arabic article, or a part of a hyphened one, is a known surname."""
    names = lexicon.words("surnames")
    return key in names or ("-" in key and any(len(part) > 2 and part in names for part in key.split("-")))


@lru_cache(maxsize=32768)
def is_demonym(key: str) -> bool:
    """Whether the folded word names a people or a religion's followers, or is made from a country's name."""
    first, hyphen, last = key.rpartition("-")
    return (last if hyphen and first not in PARTICLES else key) in lexicon.words("demonyms")
