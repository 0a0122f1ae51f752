"""The words before and after a number that say how it relates to the true one: "more than", "up to", "or so"."""

from __future__ import annotations

from unami_cli.extract.scan import DASHES, Scan
from unami_cli.model import Comparator

_MORE, _LEAST = Comparator.MORE, Comparator.AT_LEAST
_LESS, _MOST = Comparator.LESS, Comparator.AT_MOST
_ABOUT = Comparator.ABOUT

_BEFORE: dict[str, Comparator] = {
    **dict.fromkeys(
        """over;above;beyond;exceeding;exceed;exceeds;exceeded;surpassing;surpassed;topping;topped;upwards of;upward of
        in excess of;more than;greater than;higher than;larger than;longer than;older than;bigger than;better than
        north of;>""".replace("\n", ";").split(";"),
        _MORE,
    ),
    **dict.fromkeys(
        """at least;no fewer than;no less than;not less than;not fewer than;a minimum of;minimum of;minimum;as young as
        as few as;as little as;as low as;≥""".replace("\n", ";").split(";"),
        _LEAST,
    ),
    **dict.fromkeys(
        """under;below;fewer than;less than;lower than;smaller than;younger than;shorter than;short of;just shy of
        shy of;south of;<""".replace("\n", ";").split(";"),
        _LESS,
    ),
    **dict.fromkeys(
        """up to;at most;at the most;no more than;not more than;no greater than;no longer than;no higher than
        not exceeding;as many as;as much as;as high as;as old as;as far as;as long as;a maximum of;maximum of;maximum
        upto;≤""".replace("\n", ";").split(";"),
        _MOST,
    ),
    **dict.fromkeys(
        """about;around;approximately;approx;approx.;roughly;some;nearly;almost;close to;circa;ca;ca.;c.;estimated
        an estimated;estimated at;an approximate;virtually;nigh on;in the region of;in the order of;on the order of
        something like;give or take;~;≈;±""".replace("\n", ";").split(";"),
        _ABOUT,
    ),
}
_BEFORE = {phrase.strip(): comparator for phrase, comparator in _BEFORE.items()}
_LAST_WORDS = frozenset(phrase.split()[-1].rstrip(".") for phrase in _BEFORE) | {"."}
# Words that may stand between the comparator and the number, if they do: "at least another 30", "under the age of 5".
_BRIDGES = (("another",), ("a", "further"), ("an", "additional"), ("additional",), ("the", "age", "of"), ("aged",))
_OR = {
    "more": _LEAST,
    "over": _LEAST,
    "older": _LEAST,
    "above": _LEAST,
    "higher": _LEAST,
    "greater": _LEAST,
    "longer": _LEAST,
    "fewer": _MOST,
    "less": _MOST,
    "under": _MOST,
    "younger": _MOST,
    "below": _MOST,
    "lower": _MOST,
    "so": _ABOUT,
    "thereabouts": _ABOUT,
}


def before(tokens: Scan, i: int) -> tuple[Comparator, int] | None:
    """The comparator that ends before token `i`, and the token at which it begins."""
    for bridge in ((), *_BRIDGES):
        k = i - len(bridge)
        if k <= 0 or (bridge and tokens.lows[k:i] != bridge):
            continue
        if tokens.low(k - 1) not in _LAST_WORDS:
            continue
        for length in range(min(4, k), 0, -1):
            phrase = " ".join(tokens.lows[k - length : k]).replace(" .", ".")
            comparator = _BEFORE.get(phrase)
            if comparator is not None:
                return comparator, k - length
    return None


def after(tokens: Scan, i: int) -> tuple[Comparator, int] | None:
    """The comparator that begins at token `i` ("or more", "-plus", "+", "-odd"), and the token after it."""
    low = tokens.low(i)
    if low == "+" and tokens.glued(i):
        return _LEAST, i + 1
    if low in ("or", "and") and tokens.low(i + 1) in _OR and not (low == "and" and tokens.low(i + 1) in ("so", "more")):
        return _OR[tokens.lows[i + 1]], i + 2
    k = i + 1 if low in DASHES and tokens.glued(i) else i
    if tokens.low(k) == "plus" and k > i:
        return _LEAST, k + 1
    return (_ABOUT, k + 1) if tokens.low(k) in ("odd", "ish") and k > i else None
