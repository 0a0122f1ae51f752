"""A statement of the user's, read: its words, what it dates, counts, quotes and names, and whether it denies it."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property

from unami_cli import lexicon
from unami_cli.checking.agreement import matters
from unami_cli.extract.scene import Class, class_of
from unami_cli.lexicon import WEEKDAYS
from unami_cli.lookup.clauses import Token, tokens_of
from unami_cli.lookup.query import Term
from unami_cli.lookup.questions import is_grammar
from unami_cli.lookup.wordforms import HELPING, bases, is_verb
from unami_cli.model import Date
from unami_cli.patterns import pattern
from unami_cli.reading import read_bytes
from unami_cli.table import build

LIGHT = frozenset(
    """get got gets make makes made making take takes took taken taking go goes going went gone come comes came become
    became becomes give gives gave given use used want wanted need needed try tried put keep kept let seem seems
    set sets help helped helps helping hold held holds last lasts lasted date dates dated total number numbers
    amount amounts time times role part way there who which that while when where after before until since
    between because during within through officially formally initially finally currently recently previously
    originally reportedly apparently allegedly really actually clearly only jointly mainly largely generally
    mostly newly according would later subsequently eventually should could may might must can will shall now
    still yet today already together own called named also around roughly approximately nearly almost exactly
    least most more less fewer over under above below some play played just first both up down out off away back
    among sure longer person place serve served serves about overall across per its their due thanks""".split()
)
"""Words that say too little for a sentence to have to hold them."""
_NEGATIONS = frozenset(
    """not no never neither nor none nobody nothing without cannot isnt arent wasnt werent didnt doesnt dont hasnt
    havent hadnt wont wouldnt cant couldnt shouldnt fail failed fails refuse refused refuses decline declined denied
    denies deny unable unlikely""".split()
)
_ADVISING = frozenset(
    "advise advised advises caution cautioned cautions counsel decide decided warn warned warns".split()
)
_NO_DENIAL = frozenset("only just merely doubt doubted".split())
_BOUNDS = frozenset("fewer less later".split())
_ONLY_BEFORE_TO = frozenset("fail failed fails refuse refused refuses decline declined".split())
_MUTUAL = frozenset("meet met marry talk negotiate agree cooperate debate discuss border".split())
_HEARERS = frozenset("reporters reporter journalists journalist media press".split())
_SAYING = frozenset(("+say",))
EARLIER, LATER = frozenset("before prior ahead".split()), frozenset("after aftermath following wake".split())
_OWNERS = {"its", "his", "her", "their"}
_JOINT = pattern(r",?\s+(?:and|but|while|whereas)\s+|;\s+")
_ENDINGS = frozenset(
    """ion ions ation ations e es ed ing ment ments er ers or ors al ally ive ance ence ity ness ly ist ists ism y ies s
    able ant ent ary""".split()
) | {""}


def only_says(word: str) -> bool:
    """Whether a verb only says that something is said: "said", not "condemned"."""
    return word in lexicon.words("speech_verbs") and matters(word) == _SAYING


def _is_verb(word: str) -> bool:
    return word in HELPING or is_verb(word)


def is_mutual(verb: str) -> bool:
    """Whether what one does with another is also done the other way round: "met"."""
    return not _MUTUAL.isdisjoint(bases(verb))


def negations(tokens: Sequence[Token]) -> list[int]:
    """Where words deny something: "not", "never", "failed to", "has yet to", "warned against"."""
    return [at for at in range(len(tokens)) if _denies(tokens, at)]


def _denies(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word denies what follows it; "not only" and "no fewer than" do not."""
    word, after = tokens[at].word, tokens[at + 1].word if at + 1 < len(tokens) else ""
    if word in _NEGATIONS:
        affirms = after in _NO_DENIAL or (word == "no" and after in _BOUNDS)
        return not affirms and (after == "to" or word not in _ONLY_BEFORE_TO)
    if word == "against":
        return after.endswith("ing") and not _ADVISING.isdisjoint(t.word for t in tokens[max(0, at - 3) : at])
    return (word == "too" and after in ("early", "soon", "late")) or (word == "yet" and after == "to")


def shared_letters(one: str, other: str) -> int:
    """How many letters two words share at the beginning."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def akin(one: str, other: str) -> bool:
    """Whether two words are of one family by their letters: "relocate", "relocation"."""
    shared = shared_letters(one, other)
    return shared > 4 and one[shared:] in _ENDINGS and other[shared:] in _ENDINGS and one.isalpha() and other.isalpha()


def undoes(one: str, other: str) -> bool:
    """Whether one word is the other with what turns it round: "spent", "unspent"."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(shorter) > 3 and longer in {prefix + shorter for prefix in ("un", "in", "dis", "non", "im", "ir")}


def differing(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Where two runs of words are not the same: first and last (exclusive) of the one, first and last of the other."""
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [(a, b, c, d) for tag, a, b, c, d in codes if tag != "equal"]


def halves(claim: str) -> tuple[str, ...]:
    """The two statements of a claim that joins two, with the subject of the first where the second lacks one."""
    for joint in _JOINT.finditer(claim):
        first, second = claim[: joint.start()], claim[joint.end() :]
        ahead, behind = tokens_of(first), tokens_of(second)
        begins = next((t.start for t in ahead if _is_verb(t.word)), None)
        verb = next((i for i, t in enumerate(behind) if _is_verb(t.word)), None)
        if begins is None or verb is None:
            continue
        subject, head = first[:begins].strip(), behind[0].word
        if verb == 0:
            return first, f"{subject} {second}"
        if head in _OWNERS | {"it", "he", "she", "they"}:
            owner = f"{subject}'s" if head in _OWNERS else subject
            return first, f"{owner} {second[behind[0].end :].strip()}"
        if len(behind) > 3:
            return first, second
    return ()


class Claim:
    """A claim, read: what it dates, counts, quotes and names, and the words that are left."""

    def __init__(self, text: str) -> None:
        table = build([read_bytes(text.replace("\0", " ").encode(errors="replace"), "claim")])
        self.text = text
        self.dates: tuple[Date, ...] = tuple(date for fact in table.facts for date in fact.dates)
        figures = [figure for fact in table.facts for figure in fact.figures]
        self.figures = tuple(f for f in figures if not any(d.start < f.end and f.start < d.end for d in self.dates))
        self.quotes = tuple((q.start, q.end) for fact in table.facts for q in fact.quotes)
        self.resolutions = tuple((m.start, m.end, r.number) for r in table.resolutions for m in r.mentions)
        self.people = tuple((m.start, m.end) for one in table.people for m in one.mentions)
        self.bodies = tuple((m.start, m.end) for one in table.organizations for m in one.mentions)
        self.offices = tuple((m.start, m.end) for p in table.people for role in p.roles for m in role.mentions)
        self.tokens = tokens_of(self._masked())
        self.negated = bool(negations(self.tokens))
        self.weekdays = tuple(token for token in self.tokens if token.word in WEEKDAYS)
        self.kept = tuple(t for t in self.tokens if self._tells(t))
        self.terms = tuple(map(self._term, self.kept))

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """All of its words, those of dates, figures and resolutions too."""
        return tokens_of(self.text)

    def _masked(self) -> str:
        """The text with blanks for dates, figures and resolutions, which are checked against those of the text."""
        letters = list(self.text)
        spans = [(span.start, span.end) for span in (*self.dates, *self.figures)]
        for start, end in (*spans, *((a, b) for a, b, _ in self.resolutions)):
            letters[start:end] = " " * (end - start)
        return "".join(letters)

    def _tells(self, token: Token) -> bool:
        """Whether a word is neither grammar nor an address nor a verb of saying."""
        said = token.word in _HEARERS or only_says(token.word)
        named = self.text[token.end :].lstrip(". ")[:1].isupper()
        titled = class_of(token.word) in (Class.HONORIFIC, Class.RANK)
        address = named and titled and not self.names_body(token.start)
        denies = (token.word in _NEGATIONS and token.word not in _ONLY_BEFORE_TO) or token.word in WEEKDAYS
        return not (is_grammar(self._term(token)) or denies or said or address)

    def _term(self, token: Token) -> Term:
        return Term(self.text[token.start : token.end], token.word)

    def names_person(self, start: int) -> bool:
        """Whether the claim, read by itself, names a person there."""
        return any(a <= start < b for a, b in self.people)

    def names_body(self, start: int) -> bool:
        """Whether the claim, read by itself, names a body there."""
        return any(a <= start < b for a, b in self.bodies)

    def names_office(self, start: int) -> bool:
        """Whether the claim, read by itself, says there what a person is, and names nobody."""
        return not self.names(start) and any(a <= start < b for a, b in self.offices)

    def names(self, start: int) -> bool:
        """Whether the claim, read by itself, names a person or a body there."""
        return self.names_person(start) or self.names_body(start)
