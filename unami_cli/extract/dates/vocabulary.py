"""The words that dates are made of, all in lower case."""

from __future__ import annotations

_FULL = "january february march april may june july august september october november december".split()
_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec".split()

MONTHS = {name: i for names in (_FULL, _SHORT) for i, name in enumerate(names, 1)} | {"sept": 9}
# As words of their own these are verbs, names or ranks; only "May 2016", "3 March" and the like make them months.
DOUBTFUL_MONTHS = frozenset("march may april june august jan mar dec".split())
LOWER_CASE_MONTHS = frozenset(_FULL) - {"may", "march"}
WEEKDAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun""".split()
)
ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
DAY_WORDS = {
    word: i
    for i, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        1,
    )
}
DECADE_WORDS = {
    "twenties": 192,
    "thirties": 193,
    "forties": 194,
    "fifties": 195,
    "sixties": 196,
    "seventies": 197,
    "eighties": 198,
    "nineties": 199,
}
PARTS = frozenset(
    """end close beginning start middle half quarter summer autumn fall winter spring year month course outset turn
    remainder rest""".split()
)
SEASONS = frozenset("summer autumn winter spring".split())
EARLY_LATE = frozenset("early mid late".split())
APPROXIMATE = frozenset("circa about around approximately roughly ca".split())
TO = frozenset("to until till through thru - – — ‐ ‑ −".split())
NOW = frozenset("present today now date".split())
LISTED = frozenset(("and", "or", "&", ","))

# Before a bare year, a month alone or a range.
AFTER_WHICH_A_YEAR_IS_CERTAIN = frozenset(
    """in since until till during before after between by through throughout early mid late spring summer autumn winter
    fiscal circa fy cy ca ad copyright © published updated dated established founded est born died elected""".split()
)
AFTER_WHICH_A_YEAR_IS_LIKELY = frozenset(
    "of from to for about around with than over fall year back like vs versus".split()
)
DETERMINERS = frozenset("the a an its his her their our my your this that".split())
AFTER_A_YEAR_AS_SUBJECT = frozenset("was is has saw will marked brought began ended would had became".split())
BEFORE_A_MONTH_ALONE = frozenset("in since until till during early mid late last next by of".split())
BEFORE_A_DOUBTFUL_MONTH_ALONE = frozenset("in since until till early mid late last next".split())
# The words that may follow "in March 20" when 20 is the day; any other lower-case word is what 20 counts.
AFTER_A_DAY = frozenset(
    """a after all also an and are as at because before but by during for from had has have he her his if in into is it
    its of on or our over said she since so some that the their there they this to until was we were when where which
    while who will with would you""".split()
)
TIME_WORDS = frozenset("hours hrs gmt utc local am pm est edt cet bst hour h z".split())
