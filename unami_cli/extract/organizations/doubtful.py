"""Organisations whose names are also words, places or people: "Apple", "Nature", "the Observer", "Labour".

The list says that such a name exists; a neighbour must say that it is meant here.
"""

from __future__ import annotations

from collections.abc import Iterator

from unami_cli import lexicon
from unami_cli.extract.organizations.phrases import Phrase, is_place
from unami_cli.folding import flat
from unami_cli.tags import Line, Shape

_GENERIC = frozenset(
    """administration army navy police air force armed forces assembly cabinet coalition commission council court courts
    general government marines national opposition presidency republic resistance brotherhood commandos reform
    republican democrat liberal progressive communists nationalists unionists independents conservative nazi nazis
    capital square yard principal crisis arena ally aid met standard state green lower house upper house high court
    crown court appeal court west ham atlantic pioneer guards republicans democrats kings duke""".split()
)
_PRESS = frozenset(
    """guardian times observer independent economist mirror sun telegraph post mail express herald tribune globe journal
    chronicle gazette courier dispatch inquirer enquirer examiner sentinel spectator scotsman statesman standard
    hindu irrawaddy australian intercept conversation verge lancet atlantic new yorker diplomat monitor echo
    sowetan""".split()
)
_PARTIES = frozenset("labour labor conservatives liberals greens socialists".split())
_FIRM_AFTER = frozenset(
    """shares stock ceo cfo chief executive executives spokesman spokeswoman spokesperson employees shareholders
    headquarters subsidiary plc inc newspaper magazine journal mp mps leader peer councillor candidate""".split()
)
_FIRM_BEFORE = frozenset("journal magazine newspaper weekly daily website app firm company giant retailer".split())
_TELLING_VERBS = frozenset("told sued".split())


_LEADING: dict[str, bool] = {}


def _longest(line: Line, i: int) -> int:
    """The end of the longest listed name that begins at `i`, or `i`."""
    first = line[i][3]
    try:
        if not _LEADING[first]:
            return i
    except KeyError:
        leads = _LEADING[first] = lexicon.words("organizations_ambiguous").leads(flat(first).strip())
        if not leads:
            return i
    listed, best, name = lexicon.words("organizations_ambiguous"), i, ""
    for j in range(i, min(i + 3, len(line))):
        if not line[j].named:
            break
        name = f"{name} {flat(line[j].key)}".strip()
        if j == i and not listed.leads(name):
            break
        if name in listed:
            best = j + 1
    return best


def doubtful_phrases(line: Line) -> Iterator[Phrase]:
    """The ambiguous names of a line that their neighbours make organisations, left to right."""
    floor = 0
    for i in line.named:
        if i < floor:
            continue
        end = _longest(line, i)
        if end > i and (why := _reason(line, i, end)):
            yield Phrase(i, end, why)
        floor = end


def _reason(line: Line, start: int, end: int) -> str | None:
    before = line[start - 1] if start else None
    after = line[end] if end < len(line) else None
    titled = before is not None and before.key == "the"
    goes_on = after is not None and after.named and after.key not in _FIRM_AFTER
    if goes_on or (before is not None and before.named and not titled):
        return None
    name = " ".join(flat(w.key) for w in line[start:end])
    if name in _GENERIC:
        return None
    if _is_firm(line, start, end):
        return "a name that what stands beside it makes an organisation's"
    if before is None or before.shape is Shape.SIGN:
        return None
    if before.key == "the":
        return "a newspaper after “the”" if name in _PRESS and _in_print(line, start, end) else None
    ordinary = end == start + 1 and name in lexicon.words("english") and name not in _PRESS
    alone = ordinary and not is_place(line[start]) and line[start].shape is Shape.CAPITAL
    if name in _PARTIES or (alone and before.shape is Shape.LOWER):
        return "an ordinary word with a capital in mid-sentence"
    return None


def _is_firm(line: Line, start: int, end: int) -> bool:
    """Whether a word beside the name is said of companies, parties or media only."""
    before = line[start - 1] if start else None
    after = line[end] if end < len(line) else None
    at = end + 1 if after is not None and after.shape is Shape.POSSESSIVE else end
    if at < len(line) and line[at].key in _FIRM_AFTER:
        return True
    if before is None:
        return False
    shares = before.key in {"in", "of"} and start > 1 and line[start - 2].key in {"shares", "stake", "stock"}
    return shares or before.key in _FIRM_BEFORE or before.key in _TELLING_VERBS


def _in_print(line: Line, start: int, end: int) -> bool:
    """Whether something is told to, by or in the paper: "told the Observer", "the Guardian reported"."""
    after = line[end] if end < len(line) else None
    says = after is not None and lexicon.words("speech_verbs").get(after.key) is not None
    before = line[start - 2] if start > 1 else None
    told = before is not None and (before.key in {"told", "in", "by", "for", "from", "of", "with"})
    return says or told
