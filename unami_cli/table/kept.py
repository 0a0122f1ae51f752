"""A table kept as JSON and read back: its records, what stands behind them, and the stretches of text they stand on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import index
from typing import NotRequired, TypedDict, TypeVar, cast

from unami_cli.errors import UnreadableArticle
from unami_cli.model import (
    Article,
    Block,
    BlockKind,
    Comparator,
    Credit,
    Date,
    Evidence,
    Fact,
    Figure,
    Mention,
    Organization,
    Person,
    Quote,
    Resolution,
    Role,
    Sentence,
    Span,
    Spans,
)
from unami_cli.reading.decoding import begins_records, begins_table
from unami_cli.table import COLUMNS, FactTable
from unami_cli.values import replace

SCHEMA = 1
_IN_DATES = "0123456789X/.-~?"
_AGAIN = "write it again with `unami export`"
T = TypeVar("T")

Place = tuple[int, int]
"""Where something starts and ends in its article."""


class _Stretch(TypedDict):
    start: int
    end: int
    text: str


class _Mention(TypedDict):
    article: str
    start: int
    end: int
    paragraph: int


class _Article(TypedDict):
    id: str
    path: str | None
    sha256: str
    characters: int


class _Named(TypedDict):
    id: str
    name: str
    aliases: list[str]
    mentions: list[_Mention]


class _Person(_Named):
    roles: list[str]


class _Resolution(TypedDict):
    id: str
    number: str
    body: str | None
    year: int | None
    year_from: str | None
    symbol: str | None
    url: str | None
    mentions: list[_Mention]
    facts: list[str]


class _Date(_Stretch):
    edtf: str
    resolved: str


class _Figure(_Stretch):
    value: int | float
    unit: str | None
    comparator: str


class _Quote(_Stretch):
    speaker: str | None


class _Fact(_Stretch):
    id: str
    article: str
    paragraph: int
    dates: list[_Date]
    figures: list[_Figure]
    quotes: list[_Quote]
    people: list[str]
    resolutions: list[str]
    organizations: list[str]


class Parts(TypedDict):
    """Where the parts of an article stand.

    `blocks` are kind, number, start and end; `lines`, which are not facts, are start, text and the places of sentences;
    `byline` has start, end, name and role.
    """

    title: Place | None
    blocks: list[tuple[str, int, int, int]]
    lines: list[tuple[int, str, list[Place]]]
    byline: list[tuple[int, int, str, str | None]]
    sources: list[Place]


class Traces(TypedDict):
    """What stands behind the records, by their ids.

    `roles` holds for each role of a person its mentions (article, start, end, paragraph), `evidence` why a record is in
    the table (article, start, end, rule). Of a fact, `speakers` holds for each quotation what named its speaker (start,
    end, rule) and `anchors` for each date the place that resolving went by; None where there is none.
    """

    articles: dict[str, Parts]
    roles: dict[str, list[list[tuple[str, int, int, int]]]]
    evidence: dict[str, list[tuple[str, int, int, str]]]
    speakers: dict[str, list[tuple[int, int, str] | None]]
    anchors: dict[str, list[Place | None]]


class _Document(TypedDict):
    version: NotRequired[str]
    articles: list[_Article]
    people: list[_Person]
    resolutions: list[_Resolution]
    organizations: list[_Named]
    facts: list[_Fact]
    traces: NotRequired[Traces]


_NO_TRACES: Traces = {"articles": {}, "roles": {}, "evidence": {}, "speakers": {}, "anchors": {}}
_NO_PARTS: Parts = {"title": None, "blocks": [], "lines": [], "byline": [], "sources": []}


def traces(table: FactTable) -> Traces:
    """What a table holds besides its records and the texts of its articles."""
    named: tuple[Person | Resolution | Organization, ...] = (*table.people, *table.resolutions, *table.organizations)
    quoting = [fact for fact in table.facts if any(quote.evidence for quote in fact.quotes)]
    resolved = [fact for fact in table.facts if any(date.anchor for date in fact.dates)]
    return {
        "articles": {article.id: _parts(article) for article in table.articles},
        "roles": {
            person.id: [[(m.article, m.start, m.end, m.paragraph) for m in role.mentions] for role in person.roles]
            for person in table.people
            if person.roles
        },
        "evidence": {
            one.id: [(e.article, e.start, e.end, e.rule) for e in one.evidence] for one in named if one.evidence
        },
        "speakers": {
            fact.id: [(e.start, e.end, e.rule) if (e := quote.evidence) else None for quote in fact.quotes]
            for fact in quoting
        },
        "anchors": {
            fact.id: [_place(date.anchor) if date.anchor else None for date in fact.dates] for fact in resolved
        },
    }


def _parts(article: Article) -> Parts:
    apart = [*map(_place, article.byline), *map(_place, article.sources)]
    lines = [
        (block.start, article.text[block.start : block.end], list(map(_place, block.sentences)))
        for block in article.blocks
        if block.kind is BlockKind.BYLINE or any(block.start <= start < block.end for start, _ in apart)
    ]
    return {
        "title": _place(article.title) if article.title else None,
        "blocks": [(block.kind.value, block.number, block.start, block.end) for block in article.blocks],
        "lines": lines,
        "byline": [(credit.start, credit.end, credit.text, credit.role) for credit in article.byline],
        "sources": list(map(_place, article.sources)),
    }


def _place(span: Span) -> Place:
    return span.start, span.end


def read_table(data: bytes, where: str) -> tuple[FactTable, tuple[str, ...]]:
    """The table in these bytes, and remarks for stderr. Raises `UnreadableArticle` that says what in it is wrong."""
    import json

    from unami_cli import __version__

    if begins_records(data):
        raise UnreadableArticle(where, "one record per line is not a table", "save a table with `unami export -f json`")
    try:
        document: object = json.loads(data, parse_constant=_no_number) if begins_table(data) else None
    except json.JSONDecodeError as error:
        raise UnreadableArticle(where, f"the table is cut short or damaged at line {error.lineno}", _AGAIN) from None
    except (ValueError, RecursionError):
        raise UnreadableArticle(where, "the table is damaged", _AGAIN) from None
    made = _checked(document, where)
    notes = []
    if made.get("version", __version__) != __version__:
        notes.append(f"made by unami {made['version']}, read by {__version__}; {_AGAIN} to get what is new")
    if "traces" not in made:
        notes.append("the table has no traces: it does not say where roles are given or why anything was found")
    return _Reader(made, where).table(), tuple(notes)


def readable(table: FactTable) -> Article:
    """The one article of a saved table with the sentences of its facts in its blocks, so that it can be read again."""
    (article,) = table.articles
    told = Spans([Sentence(fact.start, fact.end, fact.paragraph) for fact in table.facts])
    blocks = [
        replace(
            block, sentences=block.sentences or tuple(told.every[told.before(block.start) : told.before(block.end)])
        )
        for block in article.blocks
    ]
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in () if blocks else told.every:  # a table without traces
        paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    for paragraph, inside in paragraphs.items():
        kind = BlockKind.PARAGRAPH if paragraph else BlockKind.TITLE
        blocks.append(Block(inside[0].start, inside[-1].end, kind, paragraph, tuple(inside)))
    return replace(article, blocks=tuple(blocks))


def _no_number(name: str) -> float:
    raise ValueError(name)


def _checked(document: object, where: str) -> _Document:
    """The document, when it has a schema that is known, and all columns."""
    schema = document.get("schema") if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(schema, int):
        raise UnreadableArticle(where, "this JSON is not a table", "name a text, or what `unami export` printed")
    if schema != SCHEMA:
        what = f"this table has schema {schema}, but only {SCHEMA} is understood"
        raise UnreadableArticle(where, what, "read it with the version of unami that wrote it")
    lacking = [column for column in COLUMNS if not isinstance(document.get(column), list)]
    if lacking:
        raise UnreadableArticle(where, f"the table lacks {', '.join(lacking)}", _AGAIN)
    return cast("_Document", document)


class _Wrong(Exception):
    """What a record says of itself cannot be."""


class _Reader:
    """Turns the objects of a document into records, column by column."""

    def __init__(self, made: _Document, where: str) -> None:
        self.made, self.traces, self.where = made, made.get("traces", _NO_TRACES), where
        self.column, self.number = "articles", 0

    def table(self) -> FactTable:
        """The table; raises `UnreadableArticle` at the first record that is not what it should be."""
        made = self.made
        try:
            told: dict[str, list[Fact]] = {one["id"]: [] for one in made["articles"]}
            facts = tuple([self._fact(one) for one in self._each("facts", made["facts"])])
            for fact in facts:
                told[fact.article].append(fact)
            articles = tuple([self._article(one, told[one["id"]]) for one in self._each("articles", made["articles"])])
            table = FactTable(
                articles,
                tuple([self._person(one) for one in self._each("people", made["people"])]),
                tuple([self._resolution(one) for one in self._each("resolutions", made["resolutions"])]),
                tuple([self._organization(one) for one in self._each("organizations", made["organizations"])]),
                facts,
            )
            self._check_ids(table)
            return table
        except (_Wrong, KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            what = "a value has the wrong type"
            if isinstance(error, KeyError | _Wrong):
                what = f"it lacks {error.args[0]!r}" if isinstance(error, KeyError) else str(error)
            place = f"record {self.number} of {self.column}"
            raise UnreadableArticle(self.where, f"{place} cannot be read: {what}", _AGAIN) from None

    def _check_ids(self, table: FactTable) -> None:
        """Raise unless each id belongs to one record, and what a record names is there."""
        named: list[Person | Resolution | Organization] = [*table.people, *table.resolutions, *table.organizations]
        every = [one.id for one in (*table.articles, *named, *table.facts)]
        ids = set(every)
        if len(ids) < len(every):
            (twice, _), *_ = Counter(every).most_common(1)
            raise UnreadableArticle(self.where, f"two records of the table have the id {twice}", _AGAIN)
        told = {mention.article for one in named for mention in one.mentions}
        told.update([id for one in table.resolutions for id in one.facts])
        told.update([id for one in table.facts for id in (*one.people, *one.resolutions, *one.organizations)])
        if told - ids:
            raise UnreadableArticle(self.where, f"the table refers to {min(told - ids)} but does not have it", _AGAIN)

    def _each(self, column: str, records: list[T]) -> Iterable[T]:
        self.column = column
        for self.number, record in enumerate(records, 1):
            yield record

    def _article(self, one: _Article, facts: Sequence[Fact]) -> Article:
        parts = self.traces["articles"].get(one["id"], _NO_PARTS)
        _check_texts(one["id"], one["sha256"])
        pieces = [(fact.start, fact.text) for fact in facts] + [(start, text) for start, text, _ in parts["lines"]]
        sentences = [Sentence(index(start), index(end), 0) for _, _, places in parts["lines"] for start, end in places]
        return Article(
            one["id"],
            _in_place(sorted(pieces), index(one["characters"])),
            _text(one["path"]),
            _span(parts["title"]) if parts["title"] else None,
            _blocks(parts["blocks"], sentences),
            tuple([Credit(index(a), index(b), _told(name), _text(role)) for a, b, name, role in parts["byline"]]),
            tuple([_span(place) for place in parts["sources"]]),
            digest=one["sha256"],
        )

    def _person(self, one: _Person) -> Person:
        id, name, aliases, mentions = self._named(one)
        _check_texts(*one["roles"])
        places = self.traces["roles"].get(id, [[] for _ in one["roles"]])
        roles = [
            Role(text, tuple([_mention(*place) for place in where]))
            for text, where in zip(one["roles"], places, strict=True)
        ]
        return Person(id, name, aliases, tuple(roles), mentions, self._evidence(id))

    def _organization(self, one: _Named) -> Organization:
        return Organization(*self._named(one), self._evidence(one["id"]))

    def _named(self, one: _Named) -> tuple[str, str, tuple[str, ...], tuple[Mention, ...]]:
        _check_texts(one["id"], one["name"], *one["aliases"])
        return one["id"], one["name"], tuple(one["aliases"]), _mentions(one["mentions"])

    def _resolution(self, one: _Resolution) -> Resolution:
        _check_texts(one["id"], one["number"], *one["facts"])
        year = None if one["year"] is None else index(one["year"])
        stated = _text(one["body"]), year, _text(one["year_from"]), _text(one["symbol"]), _text(one["url"])
        mentions, facts = _mentions(one["mentions"]), tuple(one["facts"])
        return Resolution(one["id"], one["number"], *stated, mentions, facts, self._evidence(one["id"]))

    def _evidence(self, id: str) -> tuple[Evidence, ...]:
        every = self.traces["evidence"].get(id, ())
        _check_texts(*[text for article, _, _, rule in every for text in (article, rule)])
        return tuple([Evidence(index(start), index(end), article, rule) for article, start, end, rule in every])

    def _fact(self, one: _Fact) -> Fact:
        start, id, article, text = one["start"], one["id"], one["article"], one["text"]
        if start < 0 or one["end"] - start != len(text):
            raise _Wrong("its text and its offsets differ in length")
        dates, figures, quotes = one["dates"], one["figures"], one["quotes"]
        people, resolutions, organizations = one["people"], one["resolutions"], one["organizations"]
        _check_texts(id, article, *people, *resolutions, *organizations)
        return Fact(
            start,
            one["end"],
            id,
            article,
            index(one["paragraph"]),
            text,
            self._dates(id, start, text, dates) if dates else (),
            tuple([_figure(start, text, each) for each in figures]) if figures else (),
            self._quotes(id, article, quotes) if quotes else (),
            tuple(people) if people else (),
            tuple(resolutions) if resolutions else (),
            tuple(organizations) if organizations else (),
        )

    def _dates(self, id: str, start: int, text: str, every: list[_Date]) -> tuple[Date, ...]:
        anchors = self.traces["anchors"].get(id, [None for _ in every])
        found = []
        for one, at in zip(every, anchors, strict=True):
            _check_stretch(start, text, one)
            for date in (one["edtf"], one["resolved"]):
                if date.strip(_IN_DATES):
                    raise _Wrong(f"{date!r} is not a date")
            anchor = _span(at) if at else None
            found.append(Date(one["start"], one["end"], one["text"], one["edtf"], one["resolved"], anchor))
        return tuple(found)

    def _quotes(self, id: str, article: str, every: list[_Quote]) -> tuple[Quote, ...]:
        found = []
        for one, by in zip(every, self.traces["speakers"].get(id, [None for _ in every]), strict=True):
            if one["end"] - one["start"] != len(one["text"]):
                raise _Wrong("a quotation and its offsets differ in length")
            evidence = Evidence(index(by[0]), index(by[1]), article, _told(by[2])) if by else None
            found.append(Quote(one["start"], one["end"], one["text"], _text(one["speaker"]), evidence))
        return tuple(found)


def _figure(start: int, text: str, one: _Figure) -> Figure:
    _check_stretch(start, text, one)
    comparator = Comparator(one["comparator"])
    return Figure(one["start"], one["end"], one["text"], one["value"] + 0, _text(one["unit"]), comparator)


def _check_stretch(start: int, text: str, one: _Stretch) -> None:
    """Raise unless the text of what a sentence holds stands there; the sentence starts at `start`."""
    if text[one["start"] - start : one["end"] - start] != one["text"]:
        raise _Wrong(f"{one['text']!r} is not where its offsets say")


def _check_texts(*texts: str) -> None:
    """Raise `TypeError` for what is not a text."""
    "".join(texts)


def _mentions(every: list[_Mention]) -> tuple[Mention, ...]:
    return tuple([_mention(m["article"], m["start"], m["end"], m["paragraph"]) for m in every])


def _mention(article: str, start: int, end: int, paragraph: int) -> Mention:
    return Mention(index(start), index(end), _told(article), index(paragraph))


def _span(place: Place) -> Span:
    start, end = place
    return Span(index(start), index(end))


def _told(text: str) -> str:
    """The text; raises `TypeError` for anything else."""
    return "" + text


def _text(text: str | None) -> str | None:
    """The text or None; raises `TypeError` for anything else."""
    return None if text is None else "" + text


def _in_place(pieces: Iterable[tuple[int, str]], characters: int) -> str:
    """A text of so many characters: each piece, in rising order, in its place, and line feeds between."""
    parts, at = [], 0
    for start, text in pieces:
        parts += ["\n" * (start - at), text[max(at - start, 0) :]]
        at = max(at, start + len(text))
    return "".join(parts).ljust(characters, "\n")


def _blocks(made: list[tuple[str, int, int, int]], sentences: list[Sentence]) -> tuple[Block, ...]:
    """The blocks, those that are not facts with their sentences."""
    found = []
    for kind, number, start, end in made:
        inside = tuple([s for s in sentences if start <= s.start < end])
        found.append(Block(index(start), index(end), _KINDS[kind], index(number), inside))
    return tuple(found)


_KINDS = {kind.value: kind for kind in BlockKind}
