"""Whether two values say the same: days at the precision of the coarser, figures by their comparators and units.

Both sides are as the texts state them. What one leaves open never refutes the other: it is absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from unami_cli import lexicon
from unami_cli.folding import words
from unami_cli.lexicon import WEEKDAYS
from unami_cli.lookup.timeline import day_key, stated
from unami_cli.lookup.wordforms import bases, stem
from unami_cli.model import Comparator, Date, Figure
from unami_cli.outcomes import Verdict
from unami_cli.values import replace

_OLD = "old"  # an age is not a stretch of time
_PEOPLE, _OF_PEOPLE = stem("people"), ("occupations", "collectives")
_ROUNDED = 10  # from here on a figure may be given without its decimals: 40 for 40.2
MORE, LESS = (Comparator.MORE, Comparator.AT_LEAST), (Comparator.LESS, Comparator.AT_MOST)
FAR = 1.5
"""From this ratio on, a bound does not describe a value: "over 700" for 7,000."""
_ABOUT = 0.1  # how far "about" reaches, as a part
_A_FRACTION = 1  # per cent by which "a third" may be off
_PART_OF_TIME = frozenset(("early", "mid", "late"))
_MONEY = frozenset("$€£")
SIGNS = _MONEY | {"%"}
"""Signs that are not words but tell one figure from another."""
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SCALES = {
    stem(unit): (times, of)
    for unit, times, of in (
        ("decade", 10.0, "year"),
        ("century", 100.0, "year"),
        ("fortnight", 14.0, "day"),
        ("tonne", 1.0, "ton"),
        ("week", 7.0, "day"),
        ("percent", 1.0, "%"),
        ("percentage", 1.0, "%"),
        ("celsius", 1.0, "c"),
        ("fahrenheit", 1.0, "f"),
        ("kilometre", 1.0, "km"),
        ("kilometer", 1.0, "km"),
        ("dollar", 1.0, "$"),
        ("euro", 1.0, "€"),
        ("pound", 1.0, "£"),
    )
}
"""Units that are a number of another unit, or another name for it."""
_RATES = {"kph": "km/h", "kmh": "km/h", "mph": "miles/hour"}
_PER = {"h": stem("hour"), "hr": stem("hour"), "s": stem("second"), "sec": stem("second")}


def of_dates(claimed: Date, told: Date) -> Verdict:
    """Whether a claimed date is the stated one, at the precision of the coarser: "2003" is August 14, 2003.

    For an open stretch, the named end counts. A day in between does not say that something was so "from 1998 to
    2004": absent. Without a year, months and days are compared; a year that only the claim gives is absent.
    """
    mine, theirs = stated(claimed.resolved), stated(told.resolved)
    if mine is None or theirs is None:
        if is_stretch(claimed) and is_stretch(told):
            return of_ends(claimed, told)
        days = [date.resolved[5:] for date in (claimed, told)]
        size = min(map(len, days))
        if size not in (2, 5) or any("/" in day or "X" in day for day in days):
            return Verdict.ABSENT
        if days[0][:size] != days[1][:size]:
            return Verdict.DIFFERS
        return Verdict.AGREES if mine is None else Verdict.ABSENT
    first, last, begins, ends = map(day_key, (*mine, *theirs))
    parts = [_PART_OF_TIME.intersection(words(date.text)) for date in (claimed, told)]
    if parts[0] and parts[1] and parts[0].isdisjoint(parts[1]):  # "the early 2020s", "the late 2020s"
        return Verdict.DIFFERS
    within = (first <= begins and ends <= last) or (begins <= first and last <= ends)
    if within and _lasts(claimed):
        return of_ends(claimed, told) if _lasts(told) else Verdict.ABSENT
    return Verdict.AGREES if within else Verdict.DIFFERS


def is_stretch(date: Date) -> bool:
    """Whether both ends of a stretch of time are named: "from 1998 to 2004", not "since 1998"."""
    ends = date.resolved.split("/")
    return len(ends) == 2 and not {"", ".."} & set(ends)


def _lasts(date: Date) -> bool:
    """Whether something is said of a whole stretch; "between" two days means one of those between."""
    return is_stretch(date) and words(date.text)[:1] != ("between",)


def of_ends(claimed: Date, told: Date) -> Verdict:
    """Whether both ends of two stretches agree: "1989 to 1995" is within "1986 to 1995", but another value."""
    ends = zip(
        *([replace(date, resolved=end) for end in date.resolved.split("/")] for date in (claimed, told)), strict=True
    )
    verdicts = {of_dates(mine, theirs) for mine, theirs in ends}
    return next(each for each in (Verdict.DIFFERS, Verdict.ABSENT, Verdict.AGREES) if each in verdicts)


def weekday(day: str) -> str:
    """The weekday of an ISO day in the Gregorian calendar extended both ways (Zeller's congruence).

    >>> weekday("2025-12-13"), weekday("2000-02-29")
    ('Saturday', 'Tuesday')
    """
    year, rest = day_key(day)
    month, number = int(rest[:2]), int(rest[3:])
    if month < 3:
        year, month = year - 1, month + 12
    return _WEEK[(number + 13 * (month + 1) // 5 + year + year // 4 - year // 100 + year // 400 + 5) % 7]


def of_figures(claimed: Figure, told: Figure) -> Verdict:
    """Whether a claimed figure is true of the stated one: "more than 600" is true of "over 700", "500" is not.

    Both count the same thing (`same_unit`). "800" is neither true nor false of "over 700": absent. "40" is true of
    "40.2", which is stated more precisely.
    """
    mine, theirs = claimed.comparator, told.comparator
    said, value = _values(claimed, told)
    paid, cost = currency(claimed.unit), currency(told.unit)
    if paid and cost and paid.isdisjoint(cost):
        return Verdict.DIFFERS if said == value else Verdict.ABSENT
    if claimed.value == told.value and (mine, theirs) == (Comparator.LESS, Comparator.EQUAL):
        return Verdict.DIFFERS
    return _of_values(mine, theirs, said, value)


def _of_values(mine: Comparator, theirs: Comparator, said: float, value: float) -> Verdict:
    unlike = theirs not in MORE and said > (1 + _ABOUT) * value
    if mine == Comparator.AT_MOST and (mine == theirs or unlike):
        return Verdict.AGREES if said == value else Verdict.DIFFERS
    if mine in MORE or mine in LESS:
        along, against = (MORE, LESS) if mine in MORE else (LESS, MORE)
        if theirs in against:
            apart = said >= value if mine in MORE else said <= value
            return Verdict.DIFFERS if apart else Verdict.ABSENT
        if said <= value if mine in MORE else said >= value:
            return Verdict.AGREES
        far = not 1 / FAR < said / (value or 1) < FAR
        return Verdict.ABSENT if theirs in along and not far else Verdict.DIFFERS
    if said in (value, round(value) if abs(value) >= _ROUNDED else value):
        return Verdict.AGREES
    if Comparator.ABOUT in (mine, theirs):
        return Verdict.AGREES if abs(said - value) <= _ABOUT * max(abs(said), abs(value)) else Verdict.DIFFERS
    if theirs in MORE:
        return Verdict.ABSENT if value < said < FAR * value else Verdict.DIFFERS
    if theirs in LESS:
        return Verdict.ABSENT if value / FAR < said < value else Verdict.DIFFERS
    return Verdict.DIFFERS


def currency(unit: str | None) -> frozenset[str]:
    """The signs of the money that a unit is, empty for none: "$" for dollars."""
    return _MONEY & _nouns(unit or "")


def is_share(figure: Figure) -> bool:
    """Whether a figure is a part of a whole: "30%", "half of the land", "one in five"."""
    return "%" in _nouns(figure.unit or "") or _is_fraction(figure)


def _is_fraction(figure: Figure) -> bool:
    """Whether a part of a whole is written in words."""
    return 0 < figure.value < 1 and not any(map(str.isdigit, figure.text))


def _values(claimed: Figure, told: Figure) -> tuple[float, float]:
    """Both values in one unit: per cent, rarely exact in words, where only one share is in words."""
    if not (is_share(claimed) and is_share(told)) or _is_fraction(claimed) == _is_fraction(told):
        return scaled(claimed), scaled(told)
    said, value = (100 * figure.value if _is_fraction(figure) else figure.value for figure in (claimed, told))
    return (said, said) if abs(said - value) <= _A_FRACTION else (said, value)


def same_value(one: Figure, other: Figure) -> bool:
    """Whether two figures of one unit have the same value: "half" and "50%", "two weeks" and "14 days"."""
    mine, theirs = _values(one, other)
    return mine == theirs


def scaled(figure: Figure) -> float:
    """The value in the smallest of the related units: "2 decades" is 20, like "20 years"."""
    known = [_SCALES[word] for word in map(stem, words(figure.unit or "")) if word in _SCALES]
    return figure.value * known[0][0] if known else figure.value


def is_period(word: str, figure: Figure) -> bool:
    """Whether a word by itself is as long as a figure says: "a fortnight" for "two weeks"."""
    times, unit = _SCALES.get(stem(word), (1.0, ""))
    return times > 1 and scaled(figure) == times and unit in _nouns(figure.unit or "")


def same_unit(claimed: str | None, told: str | None) -> bool:
    """Whether two units count the same thing: a noun in common, or one for the other ("staff", "personnel", "people").

    A figure without a unit may count anything.
    """
    if claimed is None or told is None:
        return claimed is None
    (claimed, per), (told, other) = _parted(claimed), _parted(told)
    if per != other:
        return False
    mine, theirs = _nouns(claimed), _nouns(told)
    if (_OLD in mine) != (_OLD in theirs):
        return False
    if not mine.isdisjoint(theirs) or not matters(claimed).isdisjoint(matters(told)):
        return True
    return _PEOPLE in mine and _counts_people(told)


def _parted(unit: str) -> tuple[str, str]:
    """What is measured, and what it is divided by: "km/h" and "kilometres per hour" are km, hour."""
    whole, _, per = _RATES.get(unit.casefold(), unit).replace(" per ", "/").partition("/")
    return whole, _PER.get(per.strip(), stem(per.strip()))


def is_narrower(claimed: str | None, told: str | None) -> bool:
    """Whether "children" are claimed where "people" are told."""
    if claimed is None or told is None or _PEOPLE in _nouns(claimed):
        return False
    return _PEOPLE in _nouns(told) and _counts_people(claimed)


def _counts_people(unit: str) -> bool:
    """Whether a unit's noun can only be people: an occupation, or a collective of them."""
    noun = words(unit)[-1:]
    return any(base in lexicon.words(name) for word in noun for base in bases(word) for name in _OF_PEOPLE)


def _nouns(unit: str) -> set[str]:
    every = {stem(word) for word in words(unit)} | {sign for sign in SIGNS if sign in unit}
    return every | {_SCALES[word][1] for word in every & _SCALES.keys()} | ({"%"} if "per cent" in unit else set())


def matters(text: str) -> frozenset[str]:
    """The deeds and things that the words of a text may tell of, each with its side (`+` or `-`)."""
    return frozenset[str]().union(*map(_matters, words(text)))


def matters_with(word: str, behind: str) -> frozenset[str]:
    """The deeds of a word and the one after it where they are one verb, "carried out", else those of the word."""
    known = lexicon.words("deeds")
    phrases = (known.get(f"{base} {behind}") for base in bases(word)) if behind else ()
    return frozenset(side for sides in phrases for side in (sides or "").split()) or matters(word)


@lru_cache(maxsize=16384)
def _matters(word: str) -> frozenset[str]:
    known = lexicon.words("deeds")
    every = [*bases(word), *(form for base in bases(word) for form in (lexicon.words("forms").get(base) or "").split())]
    return frozenset(side for base in every for side in (known.get(base) or "").split())


_MORE, _LESS = frozenset("more higher better greater".split()), frozenset("less fewer lower worse".split())


def degrees_against(word: str) -> frozenset[str]:
    """The degrees that are the opposite of a degree, empty for any other word: "less", "fewer" of "more"."""
    return _LESS if word in _MORE else _MORE if word in _LESS else frozenset()


def opposites(sides: Iterable[str]) -> frozenset[str]:
    """The other sides of deeds: "-go" (to end) of "+go" (to begin)."""
    return frozenset([("-" if side[0] == "+" else "+") + side[1:] for side in sides])


def classes(*every: str) -> dict[str, tuple[int, int]]:
    """Each word with its class and its place in it; those between which "=" stands have one place."""
    return {
        word: (number, place)
        for number, listed in enumerate(every)
        for place, same in enumerate(listed.split())
        for word in same.split("=")
    }


DAYS = classes(
    " ".join(sorted(WEEKDAYS)),
    "yesterday today=tonight tomorrow",
    "early=earlier mid late=later",
    "spring=springtime summer=summertime autumn=fall winter=wintertime",
    "morning afternoon evening night=overnight",
    "last=previous this=current next=following=coming",
)
"""Words that tell when, of which one excludes the others."""
SIDES = classes(
    "before after",
    "up down",
    "above below",
    "inside=within outside",
    "with without",
    "all some no=none",
    "profit loss",
    "import export",
    "buy sell",
    "alive dead",
    "succeed=success=successful fail=failure=unsuccessful",
    "uphold overturn=quash=annul",
    "abstain vote",
    "welcome=praise=hail regret=deplore=lament",
    "capture=seize lose=cede",
    "majority minority",
    "optimistic=optimism pessimistic=pessimism",
    "north=northern south=southern east=eastern west=western",
    "man=men woman=women",
    "boy girl",
    "son daughter",
    "brother sister",
    "father mother",
    "husband wife=wives",
    "birth death",
)
"""Words of which one excludes the others, so that a sentence says the opposite, or something else, with the other."""


def exclude(classes: Mapping[str, tuple[int, int]], one: str, other: str) -> bool:
    """Whether two words are of one class, and not the same in it."""
    first, second = placed(classes, one), placed(classes, other)
    return first is not None and second is not None and first[0] == second[0] and first != second


def placed(classes: Mapping[str, tuple[int, int]], word: str) -> tuple[int, int] | None:
    """The class of a word, in whatever form it stands, and its place in it."""
    forms = (word, *bases(word), *(lexicon.words("forms").get(word) or "").split())
    return next((classes[form] for form in forms if form in classes), None)
