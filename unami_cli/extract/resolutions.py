"""Numbered resolutions of United Nations organs: "Security Council Resolution 2254", "S/RES/2732 (2024)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unami_cli.marks import GONE, blanked
from unami_cli.model import ResolutionMention
from unami_cli.patterns import pattern

_SHORT = {
    "Security Council": "sc unsc unscr scr s",
    "General Assembly": "ga unga a",
    "Human Rights Council": "hrc a/hrc",
    "Economic and Social Council": "ecosoc e",
}
_BODIES = {name: body for body, short in _SHORT.items() for name in (body.lower(), *short.split())}
_SYMBOL = pattern(
    r"\b(?P<organ>S|A/HRC|A|E)/RES/(?P<number>(?:ES-)?\d+(?:/\d+)?)(?:[ \u00a0]?\((?P<year>(?:19|20)\d\d)\))?",
    re.IGNORECASE,
)
_HEAD = pattern(
    r"""\b(?:(?P<body>security\s+council|general\s+assembly|human\s+rights\s+council|economic\s+and\s+social\s+council
            |unsc|unga|hrc|ecosoc|ga|sc)(?:[’']s)?,?\s+)?
        (?:(?:in|by|its|adopted|landmark|binding)\s+){0,2}
        (?P<head>resolutions?|res\.|unscrs?|scr)\s*(?:\(?(?:no|nos|number|numbers)\b\.?\s*|\#)?
        (?=\d|ES-)""",
    re.IGNORECASE | re.VERBOSE,
)
_FOREIGN = frozenset(
    """house senate joint concurrent parliament parliamentary congress congressional city county party year years
    conflict dispute screen image display camera""".split()
)
"""What a resolution is of, or in, when it is not one of a United Nations organ."""
_NUMBER = pattern(r"(?P<number>(?:ES-)?\d{1,4}(?:/\d{1,3})?)(?:\s[A-Z](?=\s\())?(?![\d,.]*\d)(?!\s*(?:%|per\s?cent))")
_TAIL = pattern(
    r"""\s*(?:\((?:\d{1,2}\s+[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\)
        | \((?P<session>[IVXLCDM]+|ES-[IVX]+|[A-Z]-[IVX]+)\))?
        (?=\s*of\s+(?:\d{1,2}\s+[A-Z][a-z]+\s+|[A-Z][a-z]+\s+\d{1,2},?\s+)?(?P<of>(?:19|20)\d\d)\b)?""",
    re.VERBOSE,
)
_GAP = 40  # characters in which what follows a number begins, blanks and line breaks before it
_NEXT = pattern(r"\s*(?:[,;]|and|&|or)(?:\s*(?:and|or))?\s+(?=\d)", re.IGNORECASE)
_AFTER = pattern(
    r"""\s*,?\s*(?:of|by|from)\s+the\s+(?:UN\s+|U\.N\.\s+|United\s+Nations\s+)?
        (?P<body>Security\s+Council|General\s+Assembly|Human\s+Rights\s+Council)""",
    re.VERBOSE | re.IGNORECASE,
)


def _symbols(text: str) -> Iterator[ResolutionMention]:
    for m in _SYMBOL.finditer(text):
        year = int(m["year"]) if m["year"] else None
        yield ResolutionMention(m.start(), m.end(), m[0], m["number"], _BODIES[m["organ"].lower()], year)


def _series(text: str, head: re.Match[str]) -> Iterator[ResolutionMention]:
    """The numbers that share one head: "resolutions 1500, 1546 and 1770 (2007)"; the first span takes the head in."""
    body = _BODIES.get(" ".join((head["body"] or head["head"].rstrip("sS")).lower().split()))
    found: list[tuple[int, int, str, int | None, bool]] = []
    led = head["body"] and "adopted" not in head[0]  # not "the Council adopted resolution 9"
    start, at = head.start("body" if led else "head"), head.end()
    while number := _NUMBER.match(text, at):
        follows = text[number.end() : number.end() + _GAP].lstrip()
        tail = _TAIL.match(text, number.end()) if follows.startswith(("(", "of")) else None
        stop = tail.end() if tail and tail[0].strip() else number.end()
        year = tail and (tail["year"] or tail["of"])
        found.append((start, stop, number["number"], int(year) if year else None, bool(tail and tail["session"])))
        alone = head["head"].lower() == "resolution" and number.end() == stop
        following = None if alone else _NEXT.match(text, stop)
        if following is None:
            break
        start = at = following.end()
    if found and not body and (after := _AFTER.match(text, found[-1][1])):
        body = _BODIES[" ".join(after["body"].lower().split())]
    for start, stop, digits, stated, session in found:
        organ = body or ("General Assembly" if "/" in digits or session else None)
        yield ResolutionMention(start, stop, text[start:stop], digits, organ, stated)


def _is_foreign(before: str) -> bool:
    """Whether what stands before the word "resolution" ends in a word such as "Senate" or "year's"."""
    *_, last = "", *before.casefold().replace("’", "'").split()
    return before[-1:].isspace() and last.removesuffix("'s") in _FOREIGN


def find_resolutions(text: str, start: int, end: int) -> tuple[ResolutionMention, ...]:
    """The resolutions named in `text[start:end]`, in reading order.

    `body` is what stands beside the number (or what its form implies: "76/123" is the General Assembly's), `year` only
    what the text states. A resolution of some other body ("resolution 5 of the city council") is not told apart here.
    """
    low = text[start:end].casefold()
    if "resolution" not in low and "scr" not in low and "/res/" not in low and "res." not in low:
        return ()
    part = blanked(text[start:end]).replace(GONE, " ")
    found = list(_symbols(part)) if "/res/" in low else []
    for head in _HEAD.finditer(part):
        if not _is_foreign(part[max(0, head.start() - 20) : head.start()]):
            found += _series(part, head)
    return tuple([_placed(m, text, start) for m in sorted(found, key=lambda m: m.start)])


def _placed(mention: ResolutionMention, text: str, offset: int) -> ResolutionMention:
    """The mention in a text whose sentence begins at `offset`."""
    start, end = mention.start + offset, mention.end + offset
    return ResolutionMention(start, end, text[start:end], mention.number, mention.body, mention.year)
