"""Organisations named in a text: by the form of the name, by the list, by an acronym, or by the words beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unami_cli import lexicon
from unami_cli.calendar import DAY_NAMES
from unami_cli.extract.acronyms import Definition, definitions, is_acronym, looks_short, names_a_thing
from unami_cli.extract.phrases import Phrase, head_phrases, is_local
from unami_cli.folding import flat
from unami_cli.model import OrganizationMention
from unami_cli.tags import Line, Shape, Word
from unami_cli.vocabulary import ARTICLES, FUNCTION_WORDS, ORDINAL_ENDINGS

_DEFINED = "a name with an acronym in brackets"
_ACRONYM = "an acronym"


def _merged(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The longest of overlapping phrases; of equal ones the first."""
    kept: list[Phrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.start - p.end, p.start)):
        if all(phrase.end <= other.start or other.end <= phrase.start for other in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda p: p.start)


def _widened(phrase: Phrase, defined: Sequence[Definition]) -> Phrase:
    """The phrase joined with a definition's long form that overlaps it and goes further."""
    for definition in defined:
        if definition.start < phrase.end <= definition.end and phrase.start < definition.end:
            return Phrase(min(phrase.start, definition.start), definition.end, phrase.rule)
    return phrase


def _phrases(line: Line, defined: Sequence[Definition]) -> list[Phrase]:
    if not line.named:
        return _merged(list(_local_councils(line)))
    found = [_widened(p, defined) for p in (*head_phrases(line), *_known_phrases(line), *_local_councils(line))]
    found += [Phrase(d.start, d.end, _DEFINED) for d in defined if line[d.start].named]
    return _merged([*found, *_cue_phrases(line), *_doubtful_phrases(line)])


def _acronym_after(line: Line, end: int) -> str | None:
    """The acronym in brackets right after a name, defined or not by its letters: "(PKK)"."""
    if end + 2 < len(line) and line[end].text == "(" and line[end + 2].text in {")", ",", ";"}:
        word = line[end + 1]
        return word.text if looks_short(word) and is_acronym(line, end + 1, frozenset({word.text})) else None
    return None


def _acronym_before(line: Line, phrase: Phrase) -> str | None:
    """The acronym whose bracket the phrase fills: "PKK (Kurdistan Workers' Party)"."""
    bracketed = phrase.start >= 2 and phrase.end < len(line) and line[phrase.end].text == ")"
    if bracketed and line[phrase.start - 1].text == "(" and is_acronym(line, phrase.start - 2, frozenset()):
        return line[phrase.start - 2].text
    return None


def _mention(text: str, first: Word, last: Word, rule: str, acronym: str | None = None) -> OrganizationMention:
    return OrganizationMention(first.start, last.end, text[first.start : last.end], rule, acronym)


def _line_mentions(
    text: str, line: Line, phrases: Sequence[Phrase], known: frozenset[str], things: frozenset[str]
) -> Iterator[OrganizationMention]:
    covered: set[int] = set()
    for phrase in phrases:
        acronym = _acronym_after(line, phrase.end) or _acronym_before(line, phrase)
        covered.update(range(phrase.start, phrase.end))
        yield _mention(text, line[phrase.start], line[phrase.end - 1], phrase.rule, acronym)
    for i in line.telling if known.isdisjoint(line.texts) else [i for i, w in enumerate(line) if w[6] or w[2] in known]:
        word = line[i]
        if i not in covered and word.text not in things and is_acronym(line, i, known):
            ordinal = i > 0 and line[i - 1].shape is Shape.NUMBER and line[i - 1].key.endswith(ORDINAL_ENDINGS)
            numbered = i + 1 < len(line) and line[i + 1].key in {"ii", "iii"} and line[i + 1].shape is Shape.UPPER
            yield _mention(text, line[i - 1] if ordinal else word, line[i + 1] if numbered else word, _ACRONYM)
        elif word.shape is Shape.LOWER and "-" in word.text:
            yield from _compound_acronym(text, word, known)


def _compound_acronym(text: str, word: Word, known: frozenset[str]) -> Iterator[OrganizationMention]:
    """The acronym that an adjective is made from: "NATO-led"."""
    head = word.text.partition("-")[0]
    if len(head) > 2 and head.isupper() and (head in known or len(head) < 7):
        yield OrganizationMention(
            word.start, word.start + len(head), text[word.start : word.start + len(head)], _ACRONYM
        )


def find_organizations(text: str, lines: Sequence[Line]) -> tuple[OrganizationMention, ...]:
    """The mentions of organisations in the lines of one article, in reading order, none overlapping another.

    A mention says how it was recognised and which acronym the text gives beside it; who is who is not decided here.
    """
    defined = [tuple(definitions(line)) for line in lines]
    if not any(defined):
        return _found(text, lines, defined, frozenset(), frozenset())
    things: set[str] = set()
    known: set[str] = set()
    bodies: list[tuple[Definition, ...]] = []
    for line, of_line in zip(lines, defined, strict=True):
        bodies.append(tuple(d for d in of_line if not names_a_thing(line, d)))
        known.update(line[d.short].text for d in bodies[-1])
        things.update(line[d.short].text for d in of_line if d not in bodies[-1])
    return _found(text, lines, bodies, frozenset(known), frozenset(things - known))


def _found(
    text: str,
    lines: Sequence[Line],
    defined: Sequence[Sequence[Definition]],
    known: frozenset[str],
    things: frozenset[str],
) -> tuple[OrganizationMention, ...]:
    phrases = [[] if line.headline else _phrases(line, of_line) for line, of_line in zip(lines, defined, strict=True)]
    names = {_flat(line, p) for line, of_line in zip(lines, phrases, strict=True) for p in of_line}
    found: list[OrganizationMention] = []
    for line, of_line in zip(lines, phrases, strict=True):
        told = _headline_phrases(line, names) if line.headline else of_line
        found += _line_mentions(text, line, told, known, things)
    return tuple(sorted(found, key=lambda m: m.start))


def _flat(line: Line, phrase: Phrase) -> tuple[str, ...]:
    return tuple(flat(w.key) for w in line[phrase.start : phrase.end])


def _headline_phrases(line: Line, names: set[tuple[str, ...]]) -> list[Phrase]:
    """In a headline only what the list knows, or what the article names elsewhere, is a name."""
    found = list(_known_phrases(line))
    for size in sorted({len(name) for name in names}):
        for i in range(len(line) - size + 1):
            phrase = Phrase(i, i + size, "a name that the article gives elsewhere")
            if line[i].named and _flat(line, phrase) in names:
                found.append(phrase)
    return _merged(found)


# ---- told by the list, and local councils by their place -------------------------------------------------------------

_LOCAL = frozenset("county city borough district town parish municipal regional".split())
_COUNCIL = frozenset(("council",))


def _local_councils(line: Line) -> Iterator[Phrase]:
    """Councils in lower case after their place: "Calderdale council", "Cumbria county council"."""
    if "council" not in line.keys:
        return
    for i in range(len(line)):
        if not _is_small(line, i, _COUNCIL):
            continue
        start = at = i - 1 if _is_small(line, i - 1, _LOCAL) else i
        while start > 0 and line[start - 1].named and line[start - 1].key not in FUNCTION_WORDS:
            start -= 1
        if start < at and (is_local(line[at - 1]) or at < i) and line[at - 1].key not in lexicon.words("demonyms"):
            yield Phrase(start, i + 1, "a place before “council”")


def _known_phrases(line: Line) -> Iterator[Phrase]:
    """The phrases of a line that stand in the list of organisations, the longest first."""
    known, floor = lexicon.words("organizations"), 0
    for i in line.named:
        if i < floor:
            continue
        end = _known_end(line, i, known)
        if end:
            if end == i + 1 and line[i].shape is Shape.UPPER and end < len(line) and line[end].text in {"II", "III"}:
                end += 1
            cross = line[i].key == "red" and i > 0 and line[i - 1].named and is_local(line[i - 1])
            yield Phrase(i - cross, end, "a name in the list of organisations")
        floor = end


def _short_and_small(line: Line, i: int, name: str) -> bool:
    """Whether a listed name of a few letters is no acronym by its spelling: it may be a word or a part of a name."""
    if line[i].shape is Shape.UPPER or not name.isalpha():
        return False
    beside = (i > 0 and line[i - 1].named) or (i + 1 < len(line) and line[i + 1].named)
    return len(name) <= 3 or (len(name) == 4 and beside) or (len(name) <= 5 and name in lexicon.words("english"))


def _known_end(line: Line, i: int, known: lexicon.WordFile) -> int:
    if not known.leads(flat(line[i].key)):
        return 0
    best, name = 0, ""
    for j in range(i, min(i + 6, len(line))):
        word = line[j]
        if word.shape is Shape.SIGN and word.text not in "&’'-":
            break
        name = f"{name} {flat(word.key)}".strip() if word.shape is not Shape.SIGN else name
        if not name or name not in known or not word.named:
            continue
        if not (j == i and _short_and_small(line, i, name)):
            best = j + 1
    return best


# ---- names that are also words, places or people, where a neighbour says that they are meant -------------------------

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


def _longest(line: Line, i: int) -> int:
    """The end of the longest listed name that begins at `i`, or `i`."""
    listed, best, name = lexicon.words("organizations_ambiguous"), i, ""
    if not listed.leads(flat(line[i].key)):
        return i
    for j in range(i, min(i + 3, len(line))):
        if not line[j].named:
            break
        name = f"{name} {flat(line[j].key)}".strip()
        if name in listed:
            best = j + 1
    return best


def _doubtful_phrases(line: Line) -> Iterator[Phrase]:
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
    before, after = line.word(start - 1), line.word(end)
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
    alone = ordinary and not is_local(line[start]) and line[start].shape is Shape.CAPITAL
    if name in _PARTIES or (alone and before.shape is Shape.LOWER):
        return "an ordinary word with a capital in mid-sentence"
    return None


def _is_firm(line: Line, start: int, end: int) -> bool:
    """Whether a word beside the name is said of companies, parties or media only."""
    before, after = line.word(start - 1), line.word(end)
    at = end + 1 if after is not None and after.shape is Shape.POSSESSIVE else end
    if at < len(line) and line[at].key in _FIRM_AFTER:
        return True
    if before is None:
        return False
    shares = before.key in {"in", "of"} and start > 1 and line[start - 2].key in {"shares", "stake", "stock"}
    return shares or before.key in _FIRM_BEFORE or before.key in _TELLING_VERBS


def _in_print(line: Line, start: int, end: int) -> bool:
    """Whether something is told to, by or in the paper: "told the Observer", "the Guardian reported"."""
    before, after = line.word(start - 2), line.word(end)
    says = after is not None and lexicon.words("speech_verbs").get(after.key) is not None
    return says or (before is not None and before.key in {"told", "in", "by", "for", "from", "of", "with"})


# ---- told by the words beside the name -------------------------------------------------------------------------------

_BEFORE = frozenset(
    """group militia newspaper daily weekly tabloid broadsheet magazine agency broadcaster channel company firm giant
    manufacturer maker charity network organisation organization airline retailer startup publisher outlet conglomerate
    insurer carmaker automaker ngo nonprofit faction bank brewer supermarket chain consultancy utility
    broadcaster subsidiary operator developer website""".split()
)
_AFTER = frozenset(
    """militants fighters insurgents gunmen spokesman spokeswoman spokesperson shareholders executives jihadists shares
    militiamen guerrillas terrorists affiliate affiliates commanders operatives hideout newspaper executive""".split()
)
_PRINTED = frozenset("weekly daily newspaper tabloid broadsheet magazine".split())
_LEGAL = frozenset("plc inc ltd llc gmbh".split())
_LEADERS = frozenset("executive ceo cfo shareholders shares employees founder co-founder".split())
_MEDIA = frozenset("channel newspaper television broadcaster magazine airline".split())
_NOUNS = _BEFORE | frozenset(
    "party movement militia union think-tank club museum university foundation institute".split()
)
_ADJECTIVE_LIMIT = 5
_CUES = _LEGAL | _BEFORE | _AFTER | _MEDIA | _NOUNS | _LEADERS | _PRINTED


def _run_end(line: Line, at: int) -> int:
    while at < len(line) and line[at].named:
        at += 1
    return at


def _plain_name(line: Line, start: int, end: int) -> bool:
    """Whether the words may be a proper name at all and are not a place, a people, a person, a month."""
    first = line[start]
    if end - start > 5 or first.key in FUNCTION_WORDS or first.key in DAY_NAMES:
        return False
    if lexicon.words("occupations").get(flat(first.key)):
        return False
    if any(is_local(w) for w in line[start:end]) and end - start == 1:
        return False
    return not (end - start >= 2 and first.key in lexicon.words("given_names"))


def _cue_phrases(line: Line) -> Iterator[Phrase]:
    """The names of a line that a neighbouring word makes an organisation, left to right."""
    if _CUES.isdisjoint(line.keys):
        return
    floor = 0
    for i in line.named:
        if i < floor:
            continue
        floor = end = _run_end(line, i)
        phrase = _cued(line, i, end)
        if phrase:
            yield phrase


def _cued(line: Line, start: int, end: int) -> Phrase | None:
    if _is_small(line, end, _LEGAL):
        return Phrase(start, end + 1, f"a name with “{line[end].text}” after it")
    if not _is_small(line, start - 1, _PRINTED) and not _plain_name(line, start, end):
        return None
    if _is_small(line, start - 1, _BEFORE):
        return Phrase(start, _of_tail(line, end), f"named after “{line[start - 1].text}”")
    if _is_called(line, start) or (_is_led(line, start) and end - start == 1 and _no_ordinary(line[start])):
        return Phrase(start, _of_tail(line, end), "named as what a word before it leads or calls")
    after = line.word(end)
    if after is not None and after.key in _AFTER and end - start == 1 and _no_ordinary(line[start]):
        return Phrase(start, end, f"named before “{line[end].text}”")
    if _is_small(line, end, _MEDIA) and not is_local(line[end - 1]):
        return Phrase(start, end, f"named before “{line[end].text}”")
    noun = _apposed(line, end)
    if noun and (end - start > 1 or _no_ordinary(line[start])):
        return Phrase(start, end, f"told by “{noun}” after it")
    return None


def _is_small(line: Line, i: int, keys: frozenset[str]) -> bool:
    """Whether the word at `i` exists, stands in lower case and is one of these."""
    return 0 <= i < len(line) and line[i].shape is Shape.LOWER and line[i].key in keys


def _is_called(line: Line, start: int) -> bool:
    """ "a group called Dawn of the Valley"."""
    return start > 1 and line[start - 1].key in {"called", "named"} and line[start - 2].key in _NOUNS


def _is_led(line: Line, start: int) -> bool:
    """ "the chief executive of Zephyrix"."""
    return start > 1 and line[start - 1].key in {"of", "at", "for"} and line[start - 2].key in _LEADERS


def _of_tail(line: Line, end: int) -> int:
    """Past an "of X" that goes on the name: "the nonprofit Spirit of America"."""
    if end + 1 < len(line) and line[end].key == "of" and line[end + 1].named:
        return _run_end(line, end + 1)
    return end


def _no_ordinary(word: Word) -> bool:
    """A single word that is neither an ordinary word nor a personal name."""
    ordinary = word.key in lexicon.words("english") or word.key in lexicon.words("surnames")
    return not ordinary and word.key not in lexicon.words("given_names") and not is_local(word)


def _apposed(line: Line, at: int) -> str | None:
    """The noun of ", a Boston-based charity" or ", an armed group," when it is an organisation's."""
    if at + 2 >= len(line) or line[at].text != "," or line[at + 1].key not in ARTICLES:
        return None
    for word in line[at + 2 : at + 2 + _ADJECTIVE_LIMIT]:
        if (word.shape is Shape.SIGN and word.text not in "-’'") or word.key in FUNCTION_WORDS:
            return None
        if word.key in _NOUNS and word.shape is Shape.LOWER:
            return word.text
    return None
