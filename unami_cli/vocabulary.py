"""The closed classes of English words, each once, folded: small words, numbers, months and days; and the calendar."""

from __future__ import annotations

_CONTRACTIONS = """i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll they're they've they'd they'll
    he'd he'll she'd she'll it'd it'll there'll that'll who've don't didn't doesn't can't won't isn't aren't wasn't
    weren't hasn't haven't hadn't couldn't wouldn't shouldn't let's"""
FUNCTION_WORDS = frozenset(
    """a about above according across after again against ahead all along also although always amid among an and
    another any are around as at away back be because been before behind being below beneath beside besides
    between beyond both but by can could despite did do does down due during each earlier either else
    elsewhere even ever every few following for from further furthermore had has have having he hence her here
    him his how however i if in including indeed instead into is it its itself just last later least less like
    many may me meanwhile might more moreover most much must my near nearly neither never nevertheless next no
    none nor not nothing now of off often on once one only onto or other others our out outside over own per
    perhaps quite rather same several shall she should since so some soon still such than that the their them
    then there thereby therefore these they this those though through throughout thus to today together
    tomorrow too toward towards under unless unlike until up upon us very was we were what when where whereas
    whether which while who whom whose why will with within without would yes yesterday yet you your""".split()
).union(_CONTRACTIONS.split())
"""What only serves the grammar, and so is no part of a name."""
PARTICLES = frozenset(
    """al el ul bin ibn bint ben bani abu umm de del della di da das do dos du des la le las los lo van von der den het
    ter ten te zu zum zur af av y e ould ag wa ap ferch binti""".split()
)
"""Small words inside names."""
ARTICLES = frozenset(("a", "an", "the"))
OWNERS = frozenset("its his her their our my your".split())
"""The determiners that say whose a thing is."""

_SPELT = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""".split()
SMALL = {word: n for n, word in enumerate(_SPELT, 1)}
"""One to nineteen."""
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
"""Twenty to ninety."""
BIG = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
"""What begins a new group of a number."""
GROUPS = {"hundred": 100, "dozen": 12} | BIG
"""What multiplies the number before it."""
_COUNTED_OFF = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
ORDINALS = {word: n for n, word in enumerate(_COUNTED_OFF, 1)}
"""First to twentieth."""
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
"""What makes an ordinal of digits."""

MONTHS = tuple("january february march april may june july august september october november december".split())
MONTH_NUMBERS = {name[:size]: n for size in (None, 3) for n, name in enumerate(MONTHS, 1)} | {"sept": 9}
"""Every name of a month, also cut short, with its number, 1 to 12."""
SHORT_MONTHS = frozenset(MONTH_NUMBERS.keys() - set(MONTHS))
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
SHORT_WEEKDAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
DAY_NAMES = WEEKDAYS | MONTH_NUMBERS.keys()
"""What a day may be called by: the months, also cut short, and the weekdays."""
TIMES_OF_DAY = frozenset(
    "am pm gmt utc est edt cst cdt mst mdt pst pdt cet cest eet eest bst ist jst eat msk aest".split()
)
"""What stands behind a time of day."""
SHORT_STATES = frozenset(
    """ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass me mich minn miss mo mont neb nebr nev
    okla ore pa penn tenn tex va vt wash wis wyo ont que""".split()
)
"""How states and provinces of North America are cut short: "Mobile, Ala."."""
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether an astronomical year of the Gregorian calendar has 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The days of the month, 1 to 12, in that year."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has this day; 29 February without a year counts as one.

    >>> is_day(None, 2, 29), is_day(1900, 2, 29), is_day(2000, 2, 29), is_day(2001, 13, 1)
    (True, False, True, False)
    """
    return 1 <= month <= 12 and 1 <= day <= month_length(4 if year is None else year, month)


def day_of_year(month: int, day: int) -> int:
    """Which day of a common year it is, 1 for 1 January."""
    return sum(_LENGTHS[: month - 1]) + day
