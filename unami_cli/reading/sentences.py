"""Where sentences end: after . ! ? … and what closes after them, unless the word before or after rules it out."""

from __future__ import annotations

import re

from unami_cli.folding import ARABIC_ARTICLES
from unami_cli.lexicon import SHORT_MONTHS, SHORT_STATES, SHORT_WEEKDAYS
from unami_cli.marks import QUOTED_LINE
from unami_cli.model import Sentence
from unami_cli.patterns import pattern
from unami_cli.reading.words import HIDDEN

_TITLES = frozenset(
    """Adm Amb Asst Brig Capt Cdr Cllr Cmdr Cmdt Col Comdr Cpl Cpt Dep Det Dr Drs Ens Fr Gen Gov Hon Insp Lieut Lt Maj
    Messrs Mlle Mme Mr Mrs Ms Mx Pfc Pres Prof Pte Pvt Rep Reps Rev Rt Sen Sens Sgt Spc Spec Supt Tech Vice
    Visc""".split()
)
"""Never the end of a sentence: a name follows."""

_NUMBERED = SHORT_MONTHS | frozenset(
    """may june july no nos art arts para paras vol vols pp p fig figs sec secs ch chap pt ver res ed b d c ca r fl ext
    sq ft approx est reg tel""".split()
)
"""Not the end of a sentence when a number follows."""

_OPEN = frozenset(
    """Inc Ltd Co Cos Corp Bros Plc Llc Llp Gmbh Pty Jr Sr Esq Phd Md St Ste Mt Ft Pt Ave Blvd Rd Hwy Sq Bldg Dept
    Univ Assn Govt Natl Intl Min Sec Dist Pres Ed Eds Vs Cf Etc Al Ibid Approx Ca Incl Excl Est Alt Viz""".split()
) | {name.capitalize() for name in SHORT_MONTHS | SHORT_WEEKDAYS | SHORT_STATES}
_OPEN_LOWER = frozenset("vs cf etc al incl excl approx ca viz ibid".split())
"""The end of a sentence only when a word follows that opens sentences and is not part of a name."""

_OPENERS = frozenset(
    """A About According Across Additionally After Afterwards Again Against All Almost Along Already Also Although
    Among An And Another Any Anyone As Asked At Because Before Behind Besides Between Both But By Can Consequently
    Could Despite Did Do Does During Each Earlier Either Elsewhere Even Eventually Every Everyone Few Finally First
    For Former Formerly From Further Furthermore Had Has Have He Her Here His How However If In Indeed Instead Is It
    Its Last Later Likewise Many Meanwhile More Moreover Most Much My Nearly Neither Nevertheless Next No Nobody
    None Nonetheless Nor Not Nothing Now Of Officials On Once One Only Other Others Our Over People Perhaps Police
    Previously Rather Recently Residents Responding Same Separately Several She Should Similarly Since So Some
    Someone Soon Speaking Still Subsequently Such Than That The Their Them Then There Thereafter Therefore These
    They Thirdly This Those Though Three Through Throughout Thus To Today Together Tomorrow Tonight Two Under
    Unfortunately Unlike Until Upon Was We Were What Whatever When Where Whereas Whether Which While Who Whoever
    Whose Why With Within Without Witnesses Would Yesterday Yet You Your""".split()
)
_PREFIXES = frozenset((*ARABIC_ARTICLES, "d", "l")) - {"ul"}

_END = pattern(
    r"""
    (?P<mark>(?:[.!?]++|…++)++)
    (?P<close>(?:["')\]*_]++|[”’]++|[»›]++)*+ (?:[^\S\t\n\r](?:”(?!\w)|’(?!\w)|»(?!\w)))?)
    (?:\[[^\[\]\s]{1,6}\] | \[[a-z ]{2,24}[ ]needed\])*     # footnote marks stay with what they annotate
    """,
    re.VERBOSE,
)
_SPACE = pattern(rf"(?:{QUOTED_LINE}|[\s{HIDDEN}])*")
_NEXT = pattern(r"(?P<open>[\W_]{0,6})(?P<word>[^\W_](?:[^\W_]|[-'][^\W_]|[‘’][^\W_])*)")
_SAID = pattern(
    r"""(?:[^\W_][\w.’'-]{0,30}\s){1,4}
    (?:said|says|asked|asks|told|added|adds|wrote|replied|demanded|wondered|cried|shouted|exclaimed|tweeted|joked)\b""",
    re.VERBOSE,
)
_BEFORE = 24  # no abbreviation is longer


def sentences(text: str, start: int, end: int, paragraph: int) -> tuple[Sentence, ...]:
    """The sentences of `text[start:end]`; between them stand only white space and quoting marks."""
    found: list[Sentence] = []
    first = start
    for stop in _END.finditer(text, start, end):
        after = _SPACE.match(text, stop.end(), end)
        follows = after.end() if after else stop.end()
        if follows < end and _ends(text, stop, start, follows, end):
            found.append(Sentence(first, stop.end(), paragraph))
            first = follows
    if first < end:
        found.append(Sentence(first, end, paragraph))
    return tuple(found)


def whole(start: int, end: int) -> tuple[Sentence, ...]:
    """The one sentence that a headline or a byline is, whatever stands in it; its `paragraph` is 0."""
    return (Sentence(start, end, 0),)


def _ends(text: str, stop: re.Match[str], block: int, follows: int, end: int) -> bool:
    """Whether a sentence ends at `stop`, in a block that begins at `block`; the next word is at `follows`."""
    after = _NEXT.match(text, follows, end)
    if after is None:
        return False
    if _is_parted(text, stop, follows, after["open"]):
        return True
    word = after["word"]
    opener = word in _OPENERS or word.split("’")[0].split("'")[0] in _OPENERS
    if not _opens(word) or (follows == stop.end() and not _glued(text, stop, after["open"], opener)):
        return False
    mark, quoted = stop["mark"], any(c in "\"'”’»›" for c in stop["close"])
    if mark == ".":
        return _full_stop(_word_before(text, stop.start(), block), word, opener, quoted)
    if "…" in mark or mark in {"..", "..."}:
        return opener or quoted or any(c in '"“‘«' for c in after["open"])
    return not (quoted and _SAID.match(text, follows, end))


def _is_parted(text: str, stop: re.Match[str], follows: int, opening: str) -> bool:
    """Whether one dot stands between blanks after a word, as corpora set it: "of the capital . staff left"."""
    dot = stop.start()
    parted = dot > 2 and text[dot - 1].isspace() and follows > stop.end()
    return stop[0] == "." and parted and "." not in opening and text[dot - 3 : dot - 1].isalnum()


def _opens(word: str) -> bool:
    """Whether a sentence may begin with `word`: no lower case, but "al-Abadi" and "iPhone" may."""
    if not word[0].islower():
        return True
    return word[1:2].isupper() or any(word.startswith((f"{p}-", f"{p}’", f"{p}'")) for p in _PREFIXES if word != p)


def _glued(text: str, stop: re.Match[str], opening: str, opener: bool) -> bool:
    """Whether a sentence ends where no space follows: scraped texts lose spaces ("ended.The next", "end.”He")."""
    before = text[stop.start() - 2 : stop.start()] if stop.start() > 1 else ""
    if opening:
        return opening[0] in '"“‘«('
    year = text[max(0, stop.start() - 5) : stop.start()]
    if year[:1].isspace() and year[1:].isdigit():  # "on 3 May 2019.Ana left"
        return text[stop.end() + 1 : stop.end() + 2].islower()
    return bool(stop["close"]) or (opener and len(before) == 2 and before.isalnum() and before[1].islower())


def _word_before(text: str, dot: int, block: int) -> str:
    """The word that ends at `dot` ("Gen", "U.S", "J"), "#" for the number of a list item, "" for none."""
    low = max(block, dot - _BEFORE)
    chunk = text[low:dot]
    if not chunk or chunk[-1].isspace():
        return ""
    last = chunk.split()[-1]
    if low == block and len(last) == len(chunk.lstrip()) and (last.isdigit() or len(last) == 1):
        return "#"
    last = last.lstrip("\"'“‘«([*_¿¡")
    for sign in "-–—/(":
        last = last.rpartition(sign)[2]
    return last


def _full_stop(before: str, after: str, opener: bool, quoted: bool) -> bool:
    """Whether the dot between the words `before` and `after` ends a sentence; `quoted` when marks close after it."""
    if not before:
        return True
    title = before.capitalize()
    if before == "#" or (before.casefold() in _NUMBERED and after[0].isdigit()):
        return False
    if title in _TITLES and before != title.lower():
        return quoted and opener
    if "." in before:
        return _dotted(before, opener)
    short = title in _OPEN if before[0].isupper() else before in _OPEN_LOWER
    return opener or not (short or (len(before) == 1 and before.isupper()))


def _dotted(before: str, opener: bool) -> bool:
    """`before` holds dots of its own: "U.S", "e.g", "Ph.D" go on unless an opener follows; "3.5" and "un.org" end."""
    parts = before.split(".")
    if before.casefold() in {"e.g", "i.e"}:
        return False
    if any(len(part) > 3 or not part.isalpha() for part in parts):
        return True
    return opener
