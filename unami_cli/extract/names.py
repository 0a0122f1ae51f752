"""Where a personal name may stand, and how much it looks like one: known names, initials, particles, nicknames."""

from __future__ import annotations

from collections.abc import Iterator

from unami_cli import lexicon
from unami_cli.calendar import MONTH_NUMBERS, WEEKDAYS
from unami_cli.extract.scene import (
    TITLES,
    Class,
    Scene,
    class_at,
    is_demonym,
    is_function,
    is_given,
    is_initial,
    is_ordinary,
    is_particle,
    is_place,
    is_surname,
)
from unami_cli.tags import Shape, Word
from unami_cli.vocabulary import FUNCTION_WORDS, PARTICLES

_OPENING_PARTICLES = frozenset("al el bin ibn bint de da di del della du la le van von abu umm ter ten den der".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_OPENERS = "“\"‘'(«"
_CLOSERS = "”\"’')»"
_ALSO_SURNAMES = frozenset(
    """wood woods hill hills park lake field fields ford hall castle church day marsh lane rock green north west winter
    forest grant hunt law pond temple wall fort border brook stone bush pool garden march summer frost moor""".split()
)
_PLACE_OPENERS = frozenset(
    "fort camp joint lake mount cape port san santa los el las new north south east west".split()
)
_SHIPS = frozenset("uss hms hmas hmcs ins ss ms mv rms usns uscgc roks rfa".split())
_LONGEST = 6
_PREPOSITIONS = frozenset("after as at before by during for from in of on over since to under when while with".split())
_LABELS = frozenset("caption credit file image images photo photograph photos picture source video".split())
"""Before a colon they begin a caption or a credit."""


def _blocked(scene: Scene, i: int) -> bool:
    """Whether the word at `i` cannot be a part of a name: taken, a month, or a function word that opens the line."""
    word = scene.line[i]
    if i in scene.taken or word.key in WEEKDAYS or (word.key in _LABELS and scene.text_is(i + 1, ":")):
        return True
    if word.key in MONTH_NUMBERS:
        return not _may_be_name(scene, i)
    if is_function(word):
        inside = i > 0 and not scene.line.headline and scene.line[i - 1].named and not is_function(scene.line[i - 1])
        return (not inside and not _may_be_name(scene, i)) or _opens_sentence(scene, i)
    return False


def _opens_sentence(scene: Scene, i: int) -> bool:
    """Whether a preposition with a capital begins what is glued to a name: "Elizabeth Quat In the north, …"."""
    after = scene.line.word(i + 1)
    return scene.line[i].key in _PREPOSITIONS and after is not None and after.text in FUNCTION_WORDS


def _may_be_name(scene: Scene, i: int) -> bool:
    """ "Will", "May" and "April" are names where a surname follows; "May" also where a title stands before it."""
    word, after = scene.line[i], scene.line.word(i + 1)
    if not is_given(word.key) and not is_surname(word.key):
        return False
    before = scene.line.word(i - 1)
    if before is not None and before.named and is_given(before.key) and not is_ordinary(before.key):
        return True
    opens = i == 0 or scene.line[i - 1].shape is Shape.SIGN
    if opens and word.key in FUNCTION_WORDS and word.key not in {"will", "may", "an", "do"}:
        return False
    if after is not None and after.shape is Shape.CAPITAL and is_surname(after.key) and not is_ordinary(after.key):
        return True
    return (
        i > 0 and class_at(scene, i - 1) in TITLES and scene.line[i - 1].named and word.key in {"may", "will", "down"}
    )


def _dot_follows(scene: Scene, i: int) -> bool:
    """Whether the sign at `i` is the dot of the initial, suffix or abbreviated title right before it."""
    word = scene.line[i - 1]
    if scene.line[i].text != "." or scene.line[i].start != word.end:
        return False
    return (
        is_initial(word)
        or word.key in _SUFFIXES
        or class_at(scene, i - 1) in (Class.RANK, Class.HONORIFIC, Class.OFFICE)
    )


def _glue(scene: Scene, i: int) -> int:
    """How many signs and particles at `i` bind the word before to a named word after them; 0 for none."""
    word, after = scene.line[i], scene.line.word(i + 1)
    if _dot_follows(scene, i):
        return 1 if after is not None and (after.named or is_particle(after)) else 0
    tight = word.start == scene.line[i - 1].end
    if word.text in "’'‘ʼ" and tight and after is not None and after.named and not scene.line[i - 1].key.endswith("s"):
        return 1
    count = i
    while count < len(scene.line) and (
        is_particle(scene.line[count]) or scene.line[count].text in "-’'" or scene.line[count].text == "t"
    ):
        count += 1
    last = scene.line.word(count)
    if not i < count <= i + 3 or last is None or not last.named or _blocked(scene, count):
        return 0
    return count - i if is_particle(scene.line[i]) else 0


def _nickname(scene: Scene, i: int) -> int:
    """How many words from `i` on are a nickname in quotation marks with more of the name after it; 0 for none."""
    if not scene.text_is(i, *_OPENERS):
        return 0
    for close in range(i + 2, min(i + 6, len(scene.line))):
        if scene.line[close].text in _CLOSERS and len(scene.line[close].text) == 1:
            after = scene.line.word(close + 1)
            inside = scene.line[i + 1 : close]
            fits = after is not None and after.named and all(w.named or is_particle(w) for w in inside)
            return close + 1 - i if fits and scene.line[i].text not in "(" else 0
    return 0


def _run_end(scene: Scene, start: int) -> int:
    i = start + 1
    line = scene[0]
    while i < len(line):
        word = line[i]
        if word[5]:
            if _blocked(scene, i):
                break
            i += 1
        elif word[4] is Shape.LOWER and word[3] not in PARTICLES and word[3] != "t":
            break
        elif step := (_glue(scene, i) or _nickname(scene, i)):
            i += step
        else:
            break
    if i < len(scene.line) and scene.line[i].text == "." and scene.line[i - 1].key in {"jr", "sr"}:
        i += 1
    return i


def _comma_suffix(scene: Scene, end: int) -> int:
    """The end of a name that goes on with ", Jr."."""
    if scene.text_is(end, ",") and scene.key_in(end + 1, ("jr", "sr")):
        return end + 3 if scene.text_is(end + 2, ".") else end + 2
    return end


def name_runs(scene: Scene) -> Iterator[tuple[int, int]]:
    """The runs of a line that may hold a personal name, titles and all, as word indices, end exclusive."""
    floor = 0
    for i in scene.line.named:
        if i < floor or _blocked(scene, i):
            continue
        start = i
        while start and scene.line[start - 1].shape is Shape.LOWER and scene.line[start - 1].key in _OPENING_PARTICLES:
            start -= 1
        end = _comma_suffix(scene, _run_end(scene, i))
        yield start, end
        floor = end


def without_letters(scene: Scene, start: int, end: int) -> int:
    """The end of a name without the letters of an honour or a degree after it ("QC", "MP", "PhD")."""
    while end - start > 2:
        last, before = scene.line[end - 1], scene.line[end - 2]
        letters = last.shape is Shape.UPPER and len(last.key) <= 4 and not last.text.endswith(".")
        if last.key in _SUFFIXES or not (letters or last.key in {"phd"}) or before.shape is not Shape.CAPITAL:
            break
        end -= 1
    return end


def _skips_places(scene: Scene, start: int, end: int) -> int:
    """Past the places and peoples that begin a run and qualify what follows ("Iraqi", "South Korean", "UK")."""
    at = start
    while at < end - 1:
        two = f"{scene.line[at].key} {scene.line[at + 1].key}"
        named_so = is_given(scene.line[at].key) and not is_ordinary(scene.line[at].key)
        if at < end - 2 and (is_demonym(two) or (is_place(two) and not named_so)):
            at += 2
        elif is_demonym(scene.line[at].key) and not is_given(scene.line[at].key):
            at += 1
        else:
            break
    return at


def after_titles(scene: Scene, start: int, end: int) -> int:
    """Where the bare name begins in a run: past its titles, ranks, honorifics and what qualifies them."""
    at = start
    if scene.line[start].text in {"U", "Daw"} and end - start > 2 and scene.line[start + 1].named:
        return start + 1
    for i in range(start, end - 1):
        word = scene.line[i]
        kind = class_at(scene, i)
        addressed = at > start and class_at(scene, _title_index(scene, at)) is Class.HONORIFIC
        if addressed and kind is Class.JOB and word.shape is Shape.CAPITAL:
            break
        if kind in TITLES and (word.named or i == start):
            follower = _past_dot(scene, i + 1, end)
            if follower < end:
                at = follower
        elif _name_begins(scene, start, at, i, end):
            break
    return at if at > start else _skips_places(scene, start, end)


def _name_begins(scene: Scene, start: int, at: int, i: int, end: int) -> bool:
    """Whether the bare name has begun by the word at `i`: a given name, or what goes on no title before it."""
    word = scene.line[i]
    if at > start:
        return i >= at and not _titles_go_on(scene, i, end)
    given = is_given(word.key) and not is_demonym(word.key) and not is_ordinary(word.key)
    return given and not (is_place(word.key) and i + 2 < end and class_at(scene, i + 1) in TITLES)


def _title_index(scene: Scene, at: int) -> int:
    """The index of the title that ends before `at`, its dot aside."""
    return at - 2 if scene.line[at - 1].text == "." else at - 1


def _past_dot(scene: Scene, i: int, end: int) -> int:
    return i + 1 if i < end and scene.line[i].text == "." else i


def _titles_go_on(scene: Scene, i: int, end: int) -> bool:
    """Whether the word at `i`, after a title, is a dot, a title or a modifier that leads to one more title."""
    word = scene.line[i]
    if word.text == "." or class_at(scene, i) in TITLES:
        return True
    modifier = word.key in lexicon.words("role_modifiers") or is_demonym(word.key)
    return modifier and i + 2 < end and class_at(scene, i + 1) in TITLES


def bare_words(scene: Scene, start: int, end: int) -> list[Word]:
    """The words of a name that carry it: no signs, particles, suffixes or nicknames."""
    words: list[Word] = []
    nickname = False
    for i in range(start, end):
        word = scene.line[i]
        if word.shape is Shape.SIGN and word.text in _OPENERS + _CLOSERS and word.text not in "'’":
            nickname = not nickname
        elif word.named and word.key not in _SUFFIXES and not nickname:
            words.append(word)
    return words


# ---- how much words look like a name ---------------------------------------------------------------------------------


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
    words = bare_words(scene, start, end)
    if not words or len(words) > _LONGEST or any(map(_has_digit, words)):
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


def _has_digit(word: Word) -> bool:
    """Whether a digit stands in a word, as in products and codes: "IE6"."""
    return not word.text.isalpha() and any(map(str.isdigit, word.text))


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
