"""The forms that a word can take: endings, spellings, relatives, numbers in words, abbreviated offices, other names.

All of it is data of `data/` (`forms`, `families`, `spellings`, `offices`, `also_known`) and the ends of English words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from unami_cli import lexicon
from unami_cli.lexicon import ARTICLES, GROUPS, SMALL, TENS

JOINING = frozenset("of and for the on in to".split())
"""Little words that stand within names."""
HELPING = frozenset(
    """is are was were do does did has have had will would can could shall should may might must isnt arent wasnt
    werent didnt doesnt dont hasnt havent hadnt""".split()
)
"""Verbs that help others."""
BEING = frozenset("is are was were be been being".split())
"""The forms of the verb that makes a passive."""
GRAMMAR = (
    JOINING
    | HELPING
    | frozenset(
        """a an this that these those there here it its itself he him his she her hers they them their theirs we us
        our i me my you your one s t am be been being doing done having wont wouldnt cannot cant couldnt shouldnt
        at from by with without into onto upon about as than or nor if so such but then too also only just any some
        all both each every either neither no not very really exactly please ever still yet already al el""".split()
    )
)
"""What joins other words and need not be met."""
LITTLE = JOINING | frozenset("than more less fewer least most a an by at as is with from".split())
"""What is left out of a query of other words."""
OTHER_RANKS = frozenset("former ex deputy vice acting".split())
"""Words that turn an office into another office."""
_UNINFLECTED = frozenset(("news", "united", "series", "species", "during"))

SPELLING, INFLECTION, RELATIVE, SYNONYM = 0.98, 0.95, 0.65, 0.35
"""What another spelling, another form, a relative and a synonym of a word are worth (0-1), the word itself being 1."""
RELATED = 0.9
"""What a relative is worth in a question, which is seldom put in the words of the text."""

SPELT = frozenset(("zero", *SMALL, *TENS, *GROUPS))
"""The words of which numbers are made."""


def stem(word: str) -> str:
    """The word without an English ending of number or tense: enough to tell "ceremonies" and "ceremony" alike.

    >>> [stem(w) for w in ("ceremonies", "established", "begins", "beginning", "closing", "news")]
    ['ceremony', 'establish', 'begin', 'begin', 'clos', 'news']
    """
    if len(word) < 4 or word in _UNINFLECTED or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and word[-2] not in "sui":
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) >= 4:
            word = root[:-1] if root[-1] == root[-2] and root[-1] not in "sl" else root
            break
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def relatives(word: str, related: float = RELATIVE) -> dict[str, float]:
    """The word and what is one word with it, each with what it is worth (0-1), the nearest first.

    Other spellings, irregular forms, words of the same family (worth `related`); endings are left to `stem`.

    >>> "left" in relatives("leave"), "education" in relatives("educated")
    (True, True)
    """
    found = {word: 1.0}
    for base in bases(word):
        _take(found, _listed("spellings", base), SPELLING)
        _take(found, _listed("forms", base), INFLECTION)
        for form in _listed("forms", base):
            _take(found, _listed("forms", form), INFLECTION)
    for base in [*bases(word), *found]:
        _take(found, _listed("families", base), related)
    for base, worth in list(found.items()):
        _take(found, _listed("spellings", base), worth * SPELLING)
    return found


def synonyms(word: str, *, broader: bool = False) -> tuple[tuple[str, ...], ...]:
    """What else says as much in a common sense of the word (or of two: "set up"), each as its words.

    That is what means the same, or something narrower: who was murdered was killed, but not the other way round. With
    `broader` it is also what says a little less, and what tells of the same deed.

    >>> ("set", "up") in synonyms("established")
    True
    >>> ("murder",) in synonyms("kill"), ("kill",) in synonyms("murder")
    (True, False)
    """
    first, _, rest = word.partition(" ")
    every = [*bases(first), *(form for base in bases(first) for form in _listed("forms", base))]
    every = [f"{base} {rest}" for base in every] if rest else every
    found = [one for base in every for one in (lexicon.words("synonyms").get(base) or "").split("; ") if one]
    for name in ("narrower", "broader") if broader else ("narrower",):
        found += [one for base in every for one in _listed(name, base)]
    if broader:
        sides = dict.fromkeys(side for base in every for side in _listed("deeds", base))
        found += [one for side in sides for one in _of_one_deed()[side] if one not in every]
    return tuple(dict.fromkeys(tuple(one.split()) for one in found))


@cache
def _of_one_deed() -> dict[str, list[str]]:
    """The words of each side of a deed: of "+exist" establish, found, set up."""
    found: dict[str, list[str]] = {}
    for word, sides in lexicon.entries("deeds").items():
        for side in sides.split():
            found.setdefault(side, []).append(word)
    return found


def is_verb(word: str) -> bool:
    """Whether a word is a form of a verb, and mostly used as a verb.

    >>> is_verb("founded"), is_verb("sold"), is_verb("recognised"), is_verb("mission"), is_verb("harbour")
    (True, True, True, False, False)
    """
    known, every = lexicon.words("verbs"), [*bases(word), *_listed("forms", word)]
    every += [other for base in every if base.endswith(("ise", "yse")) for other in _listed("spellings", base)]
    return any(base in known for base in every)


def _take(found: dict[str, float], words: Sequence[str], worth: float) -> None:
    for word in words:
        found.setdefault(word, worth)


def _listed(name: str, word: str) -> Sequence[str]:
    return (lexicon.words(name).get(word) or "").split()


def bases(word: str) -> tuple[str, ...]:
    """The word, and the words it may be a form of, as word lists hold them.

    >>> bases("stopped")
    ('stopped', 'stopp', 'stoppe', 'stop')
    """
    found = [word]
    if word.endswith("s") and len(word) > 3:
        found += [word[:-1], word[:-2]] if word.endswith("es") else [word[:-1]]
        if word.endswith("ies"):
            found.append(f"{word[:-3]}y")
    for ending in ("ed", "ing"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) > 2:
            found += [root, f"{root}e"]
            if root[-1] == root[-2]:
                found.append(root[:-1])
            if root.endswith("i"):
                found.append(f"{root[:-1]}y")
    if word.endswith("ied") and len(word) == 4:
        found.append(word[:-1])
    return tuple(found)


def office(run: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The other way to write an office: in full for "pm", short for "prime minister"."""
    return tuple(tuple(full.split()) for full in _parted("offices", run))


def other_names(run: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The names under which a body, a group or a country is also known, when the run is one of them."""
    return tuple(tuple(name.split()) for name in _parted("also_known", run))


def _parted(name: str, run: tuple[str, ...]) -> Iterator[str]:
    said = lexicon.words(name).get(" ".join(run))
    return (part for each in (said or "").split(";") if (part := each.strip()))


def begins_name(word: str) -> bool:
    """Whether more words after this one may make an office or a name of those lists."""
    return lexicon.words("also_known").leads(word) or lexicon.words("offices").leads(word)


def numeral(words: Sequence[str]) -> tuple[float, int] | None:
    """The number at the head of these words, in digits or in words, and how many of them it takes; None for none.

    >>> numeral(["twenty", "two", "years"]), numeral(["1.1", "billion"]), numeral(["seven", "hundred", "and", "five"])
    ((22, 2), (1100000000, 2), (705, 4))
    >>> numeral(["hundred"]), numeral(["years"])
    (None, None)
    """
    if not words or not (words[0] in SPELT or words[0] in ARTICLES or words[0][:1].isdigit()):
        return None
    if words[0] == "zero":
        return 0, 1
    from unami_cli.extract.numerals import Scan, read_numeral

    text = " ".join(words)
    tokens = Scan(text, 0, len(text))
    found = read_numeral(tokens, 0, money=False)
    if found is None or found.part:
        return None
    return found.value, text.count(" ", 0, tokens.ends[found.last - 1]) + 1
