"""One record in full: what it is, each sentence that it comes from, and what it is connected with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from rich.style import Style
from rich.text import Text

from unami_cli import register
from unami_cli.model import (
    Comparator,
    Date,
    Fact,
    Figure,
    Mention,
    Organization,
    Person,
    Quote,
    Record,
    Resolution,
    Span,
)
from unami_cli.output.ink import DIM, STRONG, hanging, marked, printed
from unami_cli.output.listing import View, called, encloses, grounds, in_marks
from unami_cli.output.screen import Screen, one_line, prose
from unami_cli.values import Value

_CLOSING = {'"': '"'}
_LONG = 60
"""Characters of a quotation that is not shown twice."""
_INDENT = "    "
_LEAST_BESIDE = 16
"""The least cells for a sentence beside its place; where there are fewer, it stands below."""


class _Line(Value):
    """A line of a section: an id or a place before the text, which hangs after it."""

    before: str
    text: Text
    deeper: bool = False


def rendered(view: View, chosen: Iterable[Record], screen: Screen, article: str = "unami article", *, why: bool) -> str:
    """The dossiers of these records; `why` adds the rules and the words that made each.

    `article` is the command that prints the texts, "" where none does.
    """
    lines: list[Text] = []
    for record in chosen:
        lines += [Text()] if lines else []
        lines += hanging(_title(view, record), screen, Text(f"{record.id}  ", style=STRONG))
        for title, inside in _sections(view, record, screen, why=why):
            lines += _section(title, inside, screen)
        if article:
            pointer = Text.assemble(("In context: ", DIM), f"{article} --around {record.id}")
            lines += [Text(), *hanging(pointer, screen)]
    return printed(screen, lines)


def _section(title: str, lines: list[_Line], screen: Screen) -> Iterator[Text]:
    if not lines:
        return
    yield Text()
    yield Text(title, style=STRONG)
    wide = max(len(line.before) for line in lines if not line.deeper)
    for line in lines:
        indent = Text(_INDENT if line.deeper else "  ")
        indent.append(f"{line.before:<{0 if line.deeper else wide}}{'  ' if line.before else ''}", DIM)
        if line.before and screen.width - indent.cell_len < _LEAST_BESIDE:
            yield from hanging(indent, screen)
            indent = Text(_INDENT)
        yield from hanging(line.text, screen, indent)


def _title(view: View, record: Record) -> Text:
    match record:
        case Fact():
            place = (f"  {view.place(record)}", DIM)
            return Text.assemble(_passage(view, view.table.passage(record), own=record), place)
        case Resolution():
            return Text(one_line(called(record)), style=STRONG)
        case Person() | Organization():
            also = f"  also {', '.join(map(one_line, record.aliases))}" if record.aliases else ""
            return Text.assemble(_met(view, record.name, STRONG), (also, DIM))


def _sections(view: View, record: Record, screen: Screen, *, why: bool) -> Iterator[tuple[str, list[_Line]]]:
    match record:
        case Fact():
            yield from _of_fact(view, record)
        case Resolution():
            yield "What it is", list(_identity(record, screen))
            yield "What the text says", [*_sentences(view, record), *_elsewhere(view, record)]
            yield "In the same sentences", list(_beside(view, record, lambda fact: (*fact.people, *fact.organizations)))
        case Person() | Organization():
            yield "Roles", list(_roles(view, record))
            yield "Quotations", list(_quotations(view, record))
            yield "Facts", list(_sentences(view, record))
            yield "Also named in", list(_elsewhere(view, record))
            yield "Resolutions", list(_beside(view, record, lambda fact: fact.resolutions))
    if why:
        yield "Why", list(_why(view, record))


def _roles(view: View, one: Person | Organization) -> Iterator[_Line]:
    """Each role, and where it is given: a sentence that the section of facts has is not repeated."""
    told = {fact.id for fact in view.table.facts_of(one.id)}
    for role in one.roles if isinstance(one, Person) else ():
        giving = [(mention, view.table.fact_with(mention.article, mention)) for mention in role.mentions]
        places = [_fact_place(view, fact) if fact else view.place(m) for m, fact in giving]
        where = ", ".join(" ".join(place.split()) for place in dict.fromkeys(places))
        yield _Line("", Text.assemble(_met(view, role.text), (f"  {where}", DIM)))
        for mention, fact in giving:
            if fact and fact.id not in told:
                yield _mentioned(view, mention, deeper=True)


def _quotations(view: View, one: Person | Organization) -> Iterator[_Line]:
    for fact in view.table.facts:
        for quote in fact.quotes:
            if quote.speaker == one.name:
                yield _quotation(view, fact, quote, _fact_place(view, fact))


def _sentences(view: View, one: Person | Organization | Resolution) -> Iterator[_Line]:
    """The facts that name the record, in reading order, each with the rest of a quotation that it would cut.

    Of a long quotation of the record, which stands under "Quotations" as a whole, only the marks are shown.
    """
    roles = (place for role in one.roles for place in role.mentions) if isinstance(one, Person) else ()
    spans = sorted((*one.mentions, *roles), key=_place_of)
    speaker = None if isinstance(one, Resolution) else one.name
    shown: tuple[Fact, ...] = ()
    for fact in view.table.facts_of(one.id):
        passage = view.table.passage(fact)
        if passage is not shown:
            first = bisect_left(spans, (fact.article, passage[0].start), key=_place_of)
            last = bisect_left(spans, (fact.article, passage[-1].end), key=_place_of)
            text = _passage(view, passage, spans[first:last])
            for quote in [quote for told in reversed(passage) for quote in reversed(told.quotes)]:
                if quote.speaker == speaker and quote.end - quote.start > _LONG:
                    start = passage[0].start
                    text = Text.assemble(text[: quote.start - start], "…", text[quote.end - start :])
            yield _Line(_fact_place(view, fact), text)
        shown = passage


def _place_of(mention: Mention) -> tuple[str, int]:
    return mention.article, mention.start


def _elsewhere(view: View, one: Person | Organization | Resolution) -> Iterator[_Line]:
    """The lines that name the record and are no facts: bylines, lists."""
    for mention in one.mentions:
        if view.table.fact_with(mention.article, mention) is None:
            yield _mentioned(view, mention)


def _beside(view: View, one: Record, of: Callable[[Fact], Iterable[str]]) -> Iterator[_Line]:
    """The records whose ids `of` takes from the facts that name the record, each once."""
    return _records(view, dict.fromkeys(id for fact in view.table.facts_of(one.id) for id in of(fact)))


def _records(view: View, ids: Iterable[str]) -> Iterator[_Line]:
    for id in ids:
        match view.table.record(id):
            case Person(name=name) | Organization(name=name):
                yield _Line(id, Text(one_line(name)))
            case Resolution() as resolution:
                symbol = f"  {resolution.symbol}" if resolution.symbol else ""
                yield _Line(id, Text.assemble(one_line(called(resolution)), (one_line(symbol), DIM)))


def _identity(one: Resolution, screen: Screen) -> Iterator[_Line]:
    yield _Line("Year", Text(_year(one)))
    link = Style(link=one_line(one.url)) if one.url and screen.links else ""
    if one.symbol:
        yield _Line("Symbol", Text(one_line(one.symbol), style=link))
    if one.url:
        yield _Line("Address", Text(one_line(one.url), style=link))
    if known := register.entry_of(one.body, one.number):
        yield _Line("Register", Text(f"{known.date}: {known.effect}"))


def _year(one: Resolution) -> str:
    if one.year is None:
        return "unknown: neither the text nor the register gives it"
    if one.year_from == "register":
        return f"{one.year}, from the register of Security Council resolutions, not from the text"
    return f"{one.year}, from the text"


def _of_fact(view: View, fact: Fact) -> Iterator[tuple[str, list[_Line]]]:
    yield "Dates", [_Line(d.resolved, _date(view, fact, d)) for d in fact.dates]
    yield "Figures", [_figure(figure) for figure in fact.figures]
    yield "Quotations", [_quotation(view, fact, quote) for quote in _said(view, fact)]
    yield "People", list(_records(view, fact.people))
    yield "Resolutions", list(_records(view, fact.resolutions))
    yield "Organisations", list(_records(view, fact.organizations))


def _said(view: View, fact: Fact) -> Iterator[Quote]:
    """The quotations that have words in the sentence, including one that only goes on through it."""
    for one in view.table.passage(fact):
        yield from (quote for quote in one.quotes if quote.start < fact.end and fact.start < quote.end)


def _quotation(view: View, fact: Fact, quote: Quote, before: str = "") -> _Line:
    """A quotation in its marks, after `before` or before its speaker."""
    opening, words, closing = in_marks(view.table.article(fact.article), quote)
    opening = opening or "“"
    said = f"{opening}{words}{closing or _CLOSING.get(opening, '”')}"
    if before:
        return _Line(before, Text(said))
    speaker = one_line(quote.speaker or "no speaker named")
    passage = view.table.passage(fact)
    if quote.start - 1 <= passage[0].start and passage[-1].end <= quote.end + 1:  # all that stands above
        return _Line("", Text.assemble(("all of it  ", DIM), speaker))
    return _Line("", Text.assemble(said, (f"  {speaker}", DIM)))


def _figure(one: Figure) -> _Line:
    sign = "" if one.comparator is Comparator.EQUAL else f"{one.comparator.value} "
    return _Line(f"{sign}{one.value:,}", Text.assemble(_quoted(one.text), (f"  {one_line(one.unit or '')}", DIM)))


def _date(view: View, fact: Fact, date: Date) -> Text:
    text = _quoted(date.text)
    if date.resolved != date.edtf:
        anchor = view.prose(fact.article, date.anchor) if date.anchor else ""
        text.append(f"  resolved from {date.edtf}" + (f" using “{anchor}”" if anchor else ""), DIM)
    return text


def _why(view: View, record: Record) -> Iterator[_Line]:
    if isinstance(record, Fact):
        for date in record.dates:
            if date.resolved != date.edtf:
                yield _Line(date.resolved, _date(view, record, date))
        yield _Line("fact", Text(f"its sentence holds {_holdings(record)}"))
    if isinstance(record, Resolution):
        yield _Line("year", Text(_year(record)))
    for one in grounds(record):
        article = view.table.article(one.article)
        paragraph = next((b.number for b in (article.blocks if article else ()) if encloses(b, one)), 0)
        words = Text.assemble(one_line(one.rule), ": ", _quoted(view.prose(one.article, one)))
        yield _Line(view.place(Mention(one.start, one.end, one.article, paragraph)), words)


def _holdings(fact: Fact) -> str:
    counts = (
        (len(fact.dates), "date"),
        (len(fact.figures), "figure"),
        (len(fact.quotes), "quotation"),
        (len(fact.people), "person"),
        (len(fact.resolutions), "resolution"),
        (len(fact.organizations), "organisation"),
    )
    return ", ".join(f"{count} {noun}{'s' if count > 1 else ''}" for count, noun in counts if count)


def _passage(view: View, facts: tuple[Fact, ...], spans: Iterable[Mention] = (), own: Fact | None = None) -> Text:
    """Sentences, what they are shown for in bold, what a query met in them marked; all but an `own` one are dim."""
    article, whole = facts[0].article, Span(facts[0].start, facts[-1].end)
    text = marked(view.prose(article, whole), view.within(article, whole))
    for span in spans:
        if encloses(whole, span):
            text.stylize(STRONG, span.start - whole.start, span.end - whole.start)
    for fact in facts if own else ():
        if fact != own:
            text.stylize(DIM, fact.start - whole.start, fact.end - whole.start)
    return text


def _met(view: View, words: str, style: str = "") -> Text:
    """A name or a role, what a query met in it marked."""
    return marked(prose(words), view.words(words), style)


def _mentioned(view: View, one: Mention, *, deeper: bool = False) -> _Line:
    """The sentence that holds a mention, or the line of the article's head; the mention in bold."""
    article = view.table.article(one.article)
    text = Text()
    if article is not None:
        sentences = (sentence for block in article.blocks for sentence in block.sentences if encloses(sentence, one))
        whole: Span | None = view.table.fact_with(one.article, one) or next(sentences, None)
        if whole is None:
            start = article.text.rfind("\n", 0, one.start) + 1
            end = article.text.find("\n", one.end)
            whole = Span(start, end if end >= 0 else len(article.text))
        text = marked(view.prose(article.id, whole), view.within(article.id, whole))
        text.stylize(STRONG, one.start - whole.start, one.end - whole.start)
    return _Line(view.place(one), text, deeper)


def _fact_place(view: View, fact: Fact) -> str:
    wide = len(view.table.facts[-1].id)
    return f"{fact.id:<{wide}}  {view.place(fact)}"


def _quoted(text: str) -> Text:
    return Text(f"“{prose(text)}”")
