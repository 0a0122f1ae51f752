"""Which words end the phrase that a number counts, and which are plural."""

from __future__ import annotations

from unami_cli import lexicon

STOPS = frozenset(
    """a about above according across after against ago ahead all along also although am amid among an and another any
    apart apiece are around as at away back be because been before behind being below beneath beside besides
    between beyond both but by can could despite did do does down due during each earlier either else even ever
    every except for from had has have he her here him his how however i if in including inside instead into is it
    its itself just last later less like many may me might minus more most much must my near nearly neither never
    nevertheless next no nor not nothing now of off on once only onto or our out outside over overall own per
    perhaps plus quite rather respectively said same several shall she should since so some soon still such than
    that the their them then there these they this those though through throughout thus till to together too toward
    towards under unless unlike until up upon us very via was we were what when where whereas whether which while
    who whom whose why will with within without would yet you your abroad afterwards alone always already elsewhere
    everywhere nationwide worldwide overnight seriously annually daily monthly weekly yearly yesterday today
    tomorrow excluding versus vs compared say says tell tells told go goes went come came take took make made get
    got give gave fall fell rise rose leave left lose lost die died live lived remain work survive flee fled begin
    began become became seem need show found kill killed belong voted abstained want x monday tuesday wednesday
    thursday friday saturday sunday january february april june july august september october november
    december""".split()
)
_SINGULAR_ENDINGS = ("ss", "us", "is", "ous")


def is_plural(word: str) -> bool:
    """Whether a word is a noun in the plural by its ending or by the list of irregular ones."""
    low = word.lower()
    if low in lexicon.words("collectives") or low.endswith("men"):
        return True
    return len(low) > 2 and low.endswith("s") and low not in STOPS and not low.endswith(_SINGULAR_ENDINGS)
