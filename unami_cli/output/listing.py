"""What a listing is made of: the table with what a query met in it, and its records as rows of cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

from unami_cli.model import (
    Article,
    Evidence,
    Fact,
    Match,
    Mention,
    Organization,
    Person,
    Quote,
    Record,
    Resolution,
    Span,
    Spans,
)
from unami_cli.output.screen import one_line, prose
from unami_cli.values import Value, replace

if TYPE_CHECKING:
    from unami_cli.output.formats import Arrangement
    from unami_cli.table import FactTable

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
JsonObject: TypeAlias = "dict[str, Json]"
R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)

MARKS = frozenset("“”„‟\"«»‘’'")

HEAD = "head"
"""What stands for a paragraph's number where the title or the byline holds a mention."""


class Shown(Enum):
    """When a column is shown without being asked for."""

    ALWAYS = 1
    IN_FILES = 2
    ASKED = 3


class Cell(Value):
    """One value. `text` is fit for a screen, its items separated by line feeds; `value` is what JSON carries.

    `highlights` are the stretches of `text` that a query met (0-based, end exclusive); `link` is a public address;
    `note` is a remark that only a screen shows, such as where a year is from, `noted` what a query met in it.
    """

    text: str
    value: Json
    highlights: tuple[Span, ...] = ()
    link: str | None = None
    note: str = ""
    noted: tuple[Span, ...] = ()


class Column(Value, Generic[R_contra]):
    """A field of the rows: `name` for `--fields` and the first line of files, `title` for screens, `about` for help.

    On a screen, what is `strong` (what one looks for in a row) is set off; what is `quiet` (where it stands) is dim.
    """

    name: str
    title: str
    about: str
    cell: Callable[[R_contra], Cell]
    shown: Shown = Shown.ALWAYS
    strong: bool = False
    quiet: bool = False


class Preface(Value):
    """What is said of a listing as a whole: above the rows on a screen, on stderr beside files.

    Where `rows` is not "", JSON is an object of `json` with the rows under that name, and the text is not shown.
    """

    text: str
    json: JsonObject | None = None
    rows: str = ""


class Listing(Value, Generic[R]):
    """Rows of one sort. `record` is what JSON prints of a row while no fields are chosen.

    One with a preface is an answer even without rows; the JSON of one row that is `alone` is the record itself.
    """

    columns: tuple[Column[R], ...]
    rows: tuple[R, ...]
    record: Callable[[R], JsonObject]
    preface: Preface | None = None
    alone: bool = False

    def column(self, name: str | None) -> Column[R] | None:
        """The column of that name, or None."""
        return next((column for column in self.columns if column.name == name), None)

    def chosen(self, names: tuple[str, ...] | None, *, in_files: bool) -> tuple[Column[R], ...]:
        """The columns of those names in that order, or those shown by default on a screen or in a file."""
        if names is not None:
            return tuple(column for name in names if (column := self.column(name)))
        hidden = {Shown.ASKED} if in_files else {Shown.ASKED, Shown.IN_FILES}
        return tuple(column for column in self.columns if column.shown not in hidden)

    def arranged(self, how: Arrangement) -> Listing[R]:
        """The rows in the chosen order, as many as wanted; rows without the sorted value come last."""
        rows = list(self.rows)
        column = self.column(how.sort)
        if column:
            cells = [(row, column.cell(row)) for row in rows]
            full = [(row, _natural(cell)) for row, cell in cells if cell.text]
            full.sort(key=lambda pair: pair[1], reverse=how.reverse)
            rows = [row for row, _ in full] + [row for row, cell in cells if not cell.text]
        elif how.reverse:
            rows.reverse()
        return replace(self, rows=tuple(rows[: how.limit]))


class View:
    """The table that is asked, and the characters that met the query: what cells are made from."""

    def __init__(self, table: FactTable, matches: tuple[Match, ...] = ()) -> None:
        self.table: Final = table
        self.matches: Final = matches
        self._shown: Final = dict[tuple[str, int], str]()

    @property
    def several(self) -> bool:
        """Whether rows need to say which article they are from."""
        return len(self.table.articles) > 1

    @cached_property
    def labels(self) -> dict[str, str]:
        """What each article is called, by id: its file's name, its path where names repeat, its id without a path."""
        paths = {article.id: (article.path or "").replace("\\", "/") for article in self.table.articles}
        names = {id: path.rstrip("/").rpartition("/")[2] for id, path in paths.items()}
        times = Counter(names.values())
        return {id: (name if times[name] == 1 else paths[id]) or id for id, name in names.items()}

    def label(self, article: str) -> str:
        """What the article of that id is called, on one line."""
        return one_line(self.labels.get(article, article))

    def place(self, one: Mention | Fact) -> str:
        """Its paragraph after the sign; with several articles, also after the name of its article."""
        return f"{self.label(one.article)} {signed([one.paragraph])}" if self.several else signed([one.paragraph])

    @cached_property
    def _met(self) -> frozenset[str]:
        texts = {article.id: article.text for article in self.table.articles}
        return frozenset(texts[m.article][m.start : m.end] for m in self.matches if m.article in texts) - {""}

    @cached_property
    def _met_in(self) -> Mapping[str, Spans[Match]]:
        """What met the query, by article."""
        by_article: dict[str, list[Match]] = {}
        for match in self.matches:
            by_article.setdefault(match.article, []).append(match)
        return {article: Spans(met) for article, met in by_article.items()}

    def words(self, text: str) -> tuple[Span, ...]:
        """Where the words that met the query stand in a name or a role."""
        return tuple(sorted((span for word in self._met for span in _occurrences(word, text)), key=lambda s: s.start))

    def within(self, article: str, whole: Span) -> tuple[Span, ...]:
        """What met the query inside a stretch of an article, counted from its start."""
        met = self._met_in.get(article)
        inside = met.inside(whole.start, whole.end) if met else ()
        return tuple([Span(m.start - whole.start, m.end - whole.start) for m in inside])

    def name(self, text: str | None) -> Cell:
        """A name or a role, highlighted; empty for None."""
        return Cell("", None) if text is None else Cell(prose(text), text, self.words(text))

    def names(self, texts: Iterable[str]) -> Cell:
        """Names or roles, one per line, highlighted."""
        value = tuple(texts)
        joined = "\n".join(map(prose, value))
        return Cell(joined, list(value), self.words(joined))

    def prose(self, article: str, span: Span) -> str:
        """Characters of an article, fit for a screen; marks that their paragraph opens or closes elsewhere go, too."""
        whole = self.table.article(article)
        if whole is None:
            return ""
        at = bisect_right(whole.blocks, span.start, key=lambda block: block.start) - 1
        block = whole.blocks[at] if at >= 0 and encloses(whole.blocks[at], span) else None
        if block is None:
            return prose(whole.text[span.start : span.end])
        if (article, at) not in self._shown:
            self._shown[article, at] = prose(whole.text[block.start : block.end])
        return self._shown[article, at][span.start - block.start : span.end - block.start]

    def told(self, fact: Fact) -> str:
        """A fact's sentence, fit for a screen in the same way."""
        article = self.table.article(fact.article)
        known = article is not None and article.text[fact.start : fact.end] == fact.text
        return self.prose(fact.article, fact) if known else prose(fact.text)

    def sentence(self, fact: Fact, part: Span | None = None) -> Cell:
        """A fact's sentence; highlighted is this part of it, else what met the query."""
        if part is None:
            return Cell(self.told(fact), fact.text, self.within(fact.article, fact))
        inside = Span(part.start - fact.start, min(part.end, fact.end) - fact.start)
        return Cell(self.told(fact), fact.text, (inside,))

    def where(self, mentions: Iterable[Mention | Fact]) -> Cell:
        """The paragraphs of mentions or facts; with several articles, one line per article."""
        by_article: dict[str, set[int]] = {}
        for mention in mentions:
            by_article.setdefault(mention.article, set()).add(mention.paragraph)
        lines = [
            f"{self.label(id)} {signed(numbers)}" if self.several else paragraphs(numbers)
            for id, numbers in by_article.items()
        ]
        value: list[Json] = [{"article": id, "paragraphs": sorted(numbers)} for id, numbers in by_article.items()]
        return Cell("\n".join(lines), value)


def paragraphs(numbers: Iterable[int]) -> str:
    """Numbers of paragraphs as a list.

    >>> paragraphs([2, 0, 1])
    'head, 1, 2'
    """
    return ", ".join(str(number) if number else HEAD for number in sorted(numbers))


def signed(numbers: Collection[int]) -> str:
    """The same after a paragraph sign.

    >>> signed([2, 0, 1]), signed([0])
    ('head, ¶ 1, 2', 'head')
    """
    return paragraphs(numbers).replace(f"{HEAD}, ", f"{HEAD}, ¶ ") if 0 in numbers else f"¶ {paragraphs(numbers)}"


def encloses(outer: Span, inner: Span) -> bool:
    """Whether the inner span lies within the outer one of the same article."""
    return outer.start <= inner.start and inner.end <= outer.end


def with_marks(article: Article | None, words: Span) -> Span:
    """The words with the quotation marks that stand beside them, « and » with a blank between."""
    text = article.text if article else ""
    before, after = text[max(words.start - 2, 0) : words.start], text[words.end : words.end + 2]
    left = 1 if before[-1:] in MARKS else 2 if before[:1] == "«" and before[1:].isspace() else 0
    right = 1 if after[:1] in MARKS else 2 if after[1:] == "»" and after[:1].isspace() else 0
    return Span(words.start - left, words.end + right)


def in_marks(article: Article | None, words: Quote) -> tuple[str, str, str]:
    """The mark before a quotation, its words without the comma of the sentence around it, and the mark after."""
    whole = with_marks(article, words)
    before = article.text[whole.start : words.start] if article else ""
    after = article.text[words.end : whole.end] if article else ""
    return before, prose(words.text).removesuffix(","), after


def called(one: Person | Organization | Resolution) -> str:
    """The name of a record, as it is worded."""
    return f"{one.body or ''} Resolution {one.number}".strip() if isinstance(one, Resolution) else one.name


def places(one: Record) -> tuple[Mention | Fact, ...]:
    """Where a record stands: its mentions; a fact, where it is itself."""
    return (one,) if isinstance(one, Fact) else one.mentions


def grounds(one: Record) -> tuple[Evidence, ...]:
    """Why a record is in the table; for a fact, how its speakers were found."""
    return tuple(q.evidence for q in one.quotes if q.evidence) if isinstance(one, Fact) else one.evidence


def _natural(cell: Cell) -> tuple[tuple[int, float, str], ...]:
    """What cells are sorted by: numbers by value, dates by their days, words folded, and "p10" after "p2"."""
    import re

    from unami_cli.folding import fold

    if isinstance(cell.value, int | float):
        return ((0, float(cell.value), ""),)
    if date := re.match(r"(-?)([0-9]{1,4})(X{0,3})(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?=$|[~/])", cell.text):
        sign, year, open, month, day = date.groups()
        return tuple((0, float(part or 0), "") for part in (f"{sign}{year}{'0' * len(open)}", month, day))
    parts = re.split(r"([0-9]+)", fold(cell.text))
    return tuple((0, float(part), "") if part.isdecimal() else (1, 0.0, part) for part in parts if part)


def _occurrences(word: str, text: str) -> Iterable[Span]:
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield Span(start, end)
        start = text.find(word, end)
