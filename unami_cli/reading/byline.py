"""Who wrote, edited or photographed an article, as its byline says."""

from __future__ import annotations

import re

from unami_cli.lexicon import MONTH_NUMBERS, MONTHS, WEEKDAYS
from unami_cli.model import Credit
from unami_cli.patterns import pattern
from unami_cli.values import replace

_ROLES = {
    "": None, "written": None, "writing": None, "words": None, "story": None, "text": None, "author": None,
    "authors": None, "posted": None, "compiled": None, "report": None, "article": None, "published": None,
    "edited": "Editor", "editing": "Editor", "editor": "Editor", "editors": "Editor", "additional editing": "Editor",
    "reported": "Reporter", "reporting": "Reporter", "reporter": "Reporter", "reporters": "Reporter",
    "additional reporting": "Reporter", "further reporting": "Reporter",
    "photo": "Photographer", "photos": "Photographer", "photograph": "Photographer", "photographs": "Photographer",
    "photography": "Photographer", "picture": "Photographer", "pictures": "Photographer", "image": "Photographer",
    "images": "Photographer", "photo credit": "Photographer", "picture credit": "Photographer",
    "image credit": "Photographer", "photographer": "Photographer",
    "translated": "Translator", "translating": "Translator", "translation": "Translator", "translator": "Translator",
}  # fmt: skip
_JOBS = frozenset(
    """correspondent correspondents editor editors reporter reporters writer analyst columnist producer photographer
    journalist contributor commentator critic researcher director professor fellow author freelance stringer anchor
    presenter photojournalist bureau-chief chief lecturer""".split()
)
_BODIES = frozenset(
    """staff press news agency agencies desk service services team bureau post times office correspondents reporters
    writers media group network online editors journal herald tribune guardian telegraph daily weekly review radio tv
    television bbc cnn afp ap upi reuters bloomberg presse monitor foundation institute university center centre
    council committee ministry department union nations association society public affairs foreign world national
    international associated agence france-presse al-jazeera aljazeera wire wires""".split()
)
_OF_A_DATE = MONTH_NUMBERS.keys()
_NO_NAME = WEEKDAYS.union(
    MONTHS,
    """the a an this that his her their our its it he she they we all most some many then now today tomorrow noon
    midnight contrast comparison law order default popular mid early late""".split(),
)
_PLACES_BEGIN = frozenset("new north south east west san los tel addis hong buenos united st. port kuala abu".split())
_PARTICLES = r"al|el|bin|bint|ibn|de|del|della|der|den|van|von|da|das|do|dos|du|la|le|wa|y|e|ter|ten|zu|ag|ould|of"
_LABEL = pattern(r"\W{0,3}(?P<label>[A-Za-z ]{0,30}?)(?P<by>\b[Bb][Yy]\b:?|:)\s*")
_FROM = pattern(r"\W{0,3}From\s+(?=.{3,60}\sin\s)")
_CUT = pattern(r"\s*(?:[;|,&/]|[•·]|\b(?:and|AND|with)\b)\s*")
_RANKS = frozenset(
    """dr prof sir dame mr mrs ms professor senior staff master tech sgt airman lt col capt maj gen spc pfc cpl army
    petty officer 1st 2nd 3rd class""".split()
)
_RANK = pattern(r"(\w+)\.?\s+")
_LETTERS = r"(?:[\w.'-]++|[‘’\u00ad]++)*+"
_NAME = pattern(
    rf"""(?P<name> [^\W\d_]{_LETTERS}
        (?: \s+ (?:(?:{_PARTICLES})\s+){{0,2}} (?:[a-z]{{1,3}}[-’'])? [^\W\d_a-z]{_LETTERS} ){{0,5}} )
    (?P<rest> .*)""",
    re.VERBOSE | re.DOTALL,
)
_TAIL = pattern(
    r"[\s.)\]*_]*(?:(?:in|at|for|from|on|of|to)\s+[^\W\d_a-z].*|<.*|[(\[].*|\d.*|(?:Published|Updated|Posted|Special)\b.*)?\Z",
    re.DOTALL,
)
_LONGEST = 220
_Chunk = tuple[int, int, str]


def credits(text: str, start: int, end: int) -> tuple[Credit, ...] | None:
    """The people of the byline that `text[start:end]` is; empty when it names only a body; None when it is none.

    >>> [(c.text, c.role) for c in credits("Edited by: Ana Ruiz, Tom de Wit and Li Na", 0, 41) or ()]
    [('Ana Ruiz', 'Editor'), ('Tom de Wit', 'Editor'), ('Li Na', 'Editor')]
    >>> credits("By Monday the troops had left.", 0, 30) is None
    True
    """
    if end - start > _LONGEST:
        return None
    bar = text.rfind(" | ", start, end)
    label = _label(text, start, end) or (_label(text, bar + 3, end) if bar >= 0 else None)
    if start == end or label is None:
        return _without_label(text, start, end) if start < end else None
    role, first, bare = label
    line = text[start:end]
    if bare and line.endswith((".", "!", "?")) and len(line.split()) > 6:
        return None
    found = _people(text, _chunks(text, first, end), role)
    if found or found is None:
        return found
    return () if role is None and _names_body(text[first:end]) else None


def sender(text: str, start: int, end: int) -> tuple[Credit, ...]:
    """The person whom a mail's "From:" or a page's "Author:" names, if it is a person."""
    return _people(text, _chunks(text, start, end), None) or ()


def _label(text: str, start: int, end: int) -> tuple[str | None, int, bool] | None:
    """The role that the first words give, where they end, and whether they are a bare "By"; None for no label."""
    match = _LABEL.match(text, start, end)
    if match:
        word = " ".join(match["label"].split()).casefold().partition(" from ")[0]
        by = match["by"] != ":"
        if word in _ROLES and (word or by):
            return _ROLES[word], match.end(), not word
    sent = _FROM.match(text, start, end) if "From" in text[start:end] else None
    return (None, sent.end(), True) if sent else None


def _without_label(text: str, start: int, end: int) -> tuple[Credit, ...] | None:
    """A name and a job of the press ("Jane Doe, Health correspondent") or a signature ("—Jane Doe"), nothing else."""
    if text[start] in "—–" and end - start <= 40:
        signed = _name(text, (start + 1, end, ""))
        return (signed,) if isinstance(signed, Credit) and signed.end == end else None
    name, comma, job = text[start:end].partition(", ")
    last = job.rstrip(" .").split()[-1:]
    press = last and last[0].casefold() in {"correspondent", "reporter", "editor", "columnist", "photographer"}
    if not (comma and press) or len(job.split()) > 5 or job.endswith("."):
        return None
    found = _name(text, (start, start + len(name), ""))
    return (replace(found, role=job.strip()),) if isinstance(found, Credit) else None


def _chunks(text: str, start: int, end: int) -> list[_Chunk]:
    """What stands between the commas, semicolons, bars and "and"s, each with the sign before it."""
    found: list[_Chunk] = []
    before = ""
    for cut in _CUT.finditer(text, start, end):
        found.append((start, cut.start(), before))
        start, before = cut.end(), cut.group().strip()
    found.append((start, end, before))
    return [chunk for chunk in found if chunk[0] < chunk[1]]


def _people(text: str, chunks: list[_Chunk], role: str | None) -> tuple[Credit, ...] | None:
    """The credits in these chunks, None when one of them is prose rather than a name, a job, a body or a place."""
    found: list[Credit] = []
    for number, chunk in enumerate(chunks):
        start, end, before = chunk
        label = _label(text, start, end) if number else None
        if label:
            role, start, before = label[0], label[1], ""
        if before in {"|", "/", "•", "·"}:
            continue
        job = _job(text[start:end]) if before == "," else None
        if job and found and found[-1].role in {None, role}:
            found[-1] = replace(found[-1], role=job)
            continue
        name = _name(text, (start, end, before))
        if name is None:
            return None
        if isinstance(name, Credit):
            found.append(replace(name, role=role))
    return tuple(found)


def _job(chunk: str) -> str | None:
    words = chunk.strip(" .)]*_").split()
    if len(words) <= 6 and any(word.casefold() in _JOBS for word in words):
        return " ".join(words)
    return None


def _name(text: str, chunk: _Chunk) -> Credit | bool | None:
    """A credit, or False for the name of a body or a place, or None for prose."""
    start, end, before = chunk
    while (rank := _RANK.match(text, start, end)) and rank[1].casefold() in _RANKS:
        start = rank.end()
    match = _NAME.match(text, start, end)
    if match is None:
        return False if before and text[start : start + 1].isdigit() else None
    name = _without_dot(match["name"], at_end=not match["rest"].strip())
    words = name.casefold().split()
    if words[0] in _NO_NAME:
        dated = before == "," and words[0] in _OF_A_DATE and match["rest"].strip()[:1].isdigit()
        return False if dated else None  # "By Ana Costa, May 12, 2026"
    if name[0].islower() or not _TAIL.match(match["rest"]):
        return None if before in {"", "&", "and", "AND", "with"} else False
    if len(words) < 2 or _BODIES.intersection(words) or (before == "," and words[0] in _PLACES_BEGIN):
        return False
    return Credit(start, start + len(name), name, None)


def _without_dot(name: str, *, at_end: bool) -> str:
    """The name without the dot that ends its sentence; the dots of initials and of "Jr." stay."""
    name = name.rstrip("'’")
    keeps = name.casefold().endswith(("jr.", "sr.")) or (len(name.split()[-1]) <= 3 and not at_end)
    return name if keeps else name.rstrip(".")


def _names_body(rest: str) -> bool:
    """Whether what stands after "By" is short and a body's name: "By Reuters", "By Associated Press"."""
    words = rest.strip(" .)]*_").split()
    return 0 < len(words) <= 4 and all(word[0].isupper() for word in words) and not rest.rstrip().endswith((".", ":"))
