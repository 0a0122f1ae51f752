"""The frozen values that travel through `unami`.

Every offset is a 0-based code point into the article's decoded text as it was given, the end exclusive, so that
`article.text[x.start:x.end]` is what `x` says it is. Nothing here computes more than that.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, TypeVar

from unami_cli.values import Value

if TYPE_CHECKING:
    from typing import Protocol

    class Stretch(Protocol):
        """Whatever has a beginning and an end (exclusive)."""

        @property
        def start(self) -> int: ...  # noqa: D102

        @property
        def end(self) -> int: ...  # noqa: D102


class Kind(StrEnum):
    """What a record is, and what a fact holds: what `kind:` and `--kind` name. The last three are not records."""

    PERSON = "person"
    RESOLUTION = "resolution"
    ORGANIZATION = "organization"
    FACT = "fact"
    DATE = "date"
    FIGURE = "figure"
    QUOTE = "quote"


class BlockKind(StrEnum):
    """What a block of lines is to the reader of an article."""

    TITLE = "title"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    SOURCES = "sources"
    FURNITURE = "furniture"


class Comparator(StrEnum):
    """How a stated figure relates to the true one."""

    EQUAL = "="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    ABOUT = "~"


class Span(Value):
    """A stretch of one article's text: 0-based code points, end exclusive."""

    start: int
    end: int

    if not TYPE_CHECKING:  # made so often that filling the slots by hand counts

        def __init__(self, start: int, end: int) -> None:
            self.start = start
            self.end = end


class Sentence(Span):
    """A sentence (or a headline). `paragraph` is 0 in the head of the article, else 1, 2, …"""

    paragraph: int

    if not TYPE_CHECKING:  # made so often that filling the slots by hand counts

        def __init__(self, start: int, end: int, paragraph: int) -> None:
            self.start = start
            self.end = end
            self.paragraph = paragraph


class Block(Span):
    """A paragraph, a title, a byline, a list of sources or a piece of page furniture.

    `number` is 1, 2, … for paragraphs and 0 for everything else. Furniture and sources have no sentences.
    """

    kind: BlockKind
    number: int
    sentences: tuple[Sentence, ...]

    if not TYPE_CHECKING:  # made so often that filling the slots by hand counts

        def __init__(self, start: int, end: int, kind: BlockKind, number: int, sentences: tuple[Sentence, ...]) -> None:
            self.start = start
            self.end = end
            self.kind = kind
            self.number = number
            self.sentences = sentences


class Credit(Span):
    """A name in a byline; `role` is what the byline says of it ("Editor"), or None for a plain author."""

    text: str
    role: str | None


class Article(Value):
    """One text and what reading found in it. `notes` are remarks for stderr, such as a guessed encoding.

    For an article that comes from a saved table, `digest` is its text's SHA-256, and its text holds what the records
    stand on, each character in its place, and line feeds between.
    """

    id: str
    text: str
    path: str | None
    title: Span | None
    blocks: tuple[Block, ...]
    byline: tuple[Credit, ...] = ()
    sources: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    digest: str | None = None

    @property
    def headline(self) -> str | None:
        """The characters of the title, unchanged; None without one."""
        return self.text[self.title.start : self.title.end] if self.title else None

    @property
    def sha256(self) -> str:
        """The hexadecimal digest of the text in UTF-8, lone surrogates let through."""
        if self.digest is not None:
            return self.digest
        from hashlib import sha256

        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Evidence(Span):
    """Why a record stands in the table: the rule, in words, and the characters that it went by."""

    article: str
    rule: str

    if not TYPE_CHECKING:  # made so often that filling the slots by hand counts

        def __init__(self, start: int, end: int, article: str, rule: str) -> None:
            self.start = start
            self.end = end
            self.article = article
            self.rule = rule


class RoleMention(Span):
    """A role as the text words it, and where."""

    text: str
    rule: str


class PersonMention(Span):
    """A personal name in the text, bare, with the roles that stand beside it and the rule that found it."""

    text: str
    rule: str
    roles: tuple[RoleMention, ...] = ()


class OrganizationMention(Span):
    """A name of an organisation; `acronym` is the one that the text defines beside it ("(UNAMI)"), if any."""

    text: str
    rule: str
    acronym: str | None = None


class ResolutionMention(Span):
    """A numbered resolution: `body` and `year` where the text states them."""

    text: str
    number: str
    body: str | None
    year: int | None


class QuoteMention(Span):
    """The words between two quotation marks, and the span of the words that name who said them.

    `rule` says how the speaker was found ("said after the quotation"), "" when nobody was.
    """

    text: str
    speaker: Span | None
    rule: str


class Date(Span):
    """A calendar expression. `edtf` is what the text states, `resolved` what the context makes certain.

    Both are in the Extended Date/Time Format (ISO 8601-2, level 1). `anchor` is the date in the same article that
    resolving went by; None when nothing had to be filled in.
    """

    text: str
    edtf: str
    resolved: str
    anchor: Span | None = None


class Figure(Span):
    """A number that counts or measures something; `value` is multiplied out, `unit` is in the text's words."""

    text: str
    value: int | float
    unit: str | None
    comparator: Comparator


class Quote(Span):
    """Direct speech; `speaker` is a person's or organisation's name, a description, or None for nobody."""

    text: str
    speaker: str | None
    evidence: Evidence | None = None


class Mention(Span):
    """Where a record stands in which article; `paragraph` is 0 in the head of the article."""

    article: str
    paragraph: int

    if not TYPE_CHECKING:  # made so often that filling the slots by hand counts

        def __init__(self, start: int, end: int, article: str, paragraph: int) -> None:
            self.start = start
            self.end = end
            self.article = article
            self.paragraph = paragraph


class Role(Value):
    """An office, job or occupation in the text's words, and each place that gives it."""

    text: str
    mentions: tuple[Mention, ...]


class Person(Value):
    """A person whom the texts name. `name` is the fullest bare form, `aliases` the other forms that are used."""

    id: str
    name: str
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    mentions: tuple[Mention, ...]
    evidence: tuple[Evidence, ...] = ()


class Resolution(Value):
    """A numbered resolution of a United Nations organ. `year_from` is "text", "register" or None."""

    id: str
    number: str
    body: str | None
    year: int | None
    year_from: str | None
    symbol: str | None
    url: str | None
    mentions: tuple[Mention, ...]
    facts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Organization(Value):
    """An organisation that the texts name."""

    id: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    evidence: tuple[Evidence, ...] = ()


class Fact(Span):
    """A sentence that states something one can look up; the last three fields are ids of records."""

    id: str
    article: str
    paragraph: int
    text: str
    dates: tuple[Date, ...]
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]
    people: tuple[str, ...]
    resolutions: tuple[str, ...]
    organizations: tuple[str, ...]

    if not TYPE_CHECKING:  # made so often that filling the slots by hand counts

        def __init__(  # noqa: PLR0913, PLR0917
            self, start, end, id, article, paragraph, text, dates, figures, quotes, people, resolutions, organizations
        ) -> None:
            self.start = start
            self.end = end
            self.id = id
            self.article = article
            self.paragraph = paragraph
            self.text = text
            self.dates = dates
            self.figures = figures
            self.quotes = quotes
            self.people = people
            self.resolutions = resolutions
            self.organizations = organizations


Record = Person | Resolution | Organization | Fact
_KINDS = {Person: Kind.PERSON, Resolution: Kind.RESOLUTION, Organization: Kind.ORGANIZATION, Fact: Kind.FACT}


def kind_of(record: Record) -> Kind:
    """What a record is."""
    return _KINDS[type(record)]


class Dated(Value):
    """A date, its fact, and the first and last ISO day that it may mean, both included.

    Years before year 1 are negative and astronomical ("-0574-01-01"). Both are "" where the year is not known.
    `wording` is what a reader would call it: the words themselves where they say more than the resolved date does.
    `part` is early, mid or late where the words say so; `bound` is before, until or after.
    """

    date: Date
    fact: Fact
    earliest: str
    latest: str
    wording: str = ""
    part: str = ""
    bound: str = ""


class Figured(Value):
    """A figure and its fact."""

    figure: Figure
    fact: Fact


class Summary(Value):
    """An article, its date in EDTF ("" where none is told), and how many records of each kind stand in it."""

    article: Article
    date: str
    people: int
    organizations: int
    resolutions: int
    facts: int


class Quoted(Value):
    """A quotation and the fact in which it begins."""

    quote: Quote
    fact: Fact


class Match(Span):
    """Characters of one article that a query met."""

    article: str


class Words(Span):
    """Words of an article that may answer a question.

    `kind` is person, organization, date, figure, quote, place or text; `fit` (0-1) is how well they answer.
    """

    text: str
    kind: str
    fit: float


class Hit(Value):
    """A record that meets a query, `matches` what of it to mark.

    `score` is 0-100; `how` is exact, folded, form, alias, prefix or corrected, the weakest way in which a word met.
    `answer` are the words of a fact that answer the query, when that is a question and they do.
    """

    score: float
    kind: Kind
    record: Record
    how: str
    matches: tuple[Match, ...] = ()
    answer: Words | None = None


# ---- many spans ------------------------------------------------------------------------------------------------------

_START, _END = attrgetter("start"), attrgetter("end")
S = TypeVar("S", bound="Stretch")


class Spans(Generic[S]):
    """Spans in reading order, asked which of them touch a stretch or hold a character, without a look at each.

    They may overlap.

    >>> spans = Spans([Span(0, 3), Span(5, 9)])
    >>> spans.touch(3, 5), spans.touch(2, 5), spans.at(4), spans.at(8), spans.inside(4, 9)
    (False, True, None, Span(start=5, end=9), [Span(start=5, end=9)])
    """

    __slots__ = ("_reach", "_starts", "every")

    def __init__(self, spans: Sequence[S]) -> None:
        self.every = sorted(spans, key=_START)
        self._starts = list(map(_START, self.every))
        self._reach = list(accumulate(map(_END, self.every), max))

    def touch(self, start: int, end: int) -> bool:
        """Whether some span shares a character with `start` to `end`."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._reach[at - 1] > start

    def at(self, offset: int) -> S | None:
        """The first span that holds the character at the offset, or None."""
        at = bisect_right(self._starts, offset) - 1
        found = None
        while at >= 0 and self._reach[at] > offset:
            if self.every[at].end > offset:
                found = self.every[at]
            at -= 1
        return found

    def inside(self, start: int, end: int) -> list[S]:
        """The spans that lie within `start` to `end`, in their order."""
        begin, stop = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [span for span in self.every[begin:stop] if span.end <= end]

    def before(self, offset: int) -> int:
        """How many spans begin before the offset."""
        return bisect_left(self._starts, offset)
