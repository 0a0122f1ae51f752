"""The small words of English that are a closed class: each class stands here once, folded."""

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
