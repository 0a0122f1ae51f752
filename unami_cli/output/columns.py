"""What is shown of each kind: its JSON, which `export` and `--format json` print, and its columns in a listing.

Offsets in JSON are 0-based code points into the article's decoded text, end exclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, cast

from unami_cli.model import (
    Article,
    BlockKind,
    Date,
    Dated,
    Fact,
    Figure,
    Figured,
    Hit,
    Kind,
    Mention,
    Organization,
    Person,
    Quote,
    Quoted,
    Record,
    Resolution,
    Span,
    kind_of,
)
from unami_cli.output.listing import HEAD, Cell, Column, Listing, Shown, View, called, grounds, places
from unami_cli.output.screen import prose
from unami_cli.values import Value

if TYPE_CHECKING:
    from typing import Never

    from unami_cli.outcomes import Left
    from unami_cli.output.listing import Json, JsonObject, R
    from unami_cli.table import FactTable

ALWAYS, IN_FILES, ASKED = Shown


# The JSON of each.


def fields(one: Value, *names: str) -> JsonObject:
    """These fields of a value, as JSON has them."""
    every = ((name, getattr(one, name)) for name in names)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in every}


def table(whole: FactTable) -> JsonObject:
    """The whole table, with what it takes to read it back."""
    from unami_cli import __version__
    from unami_cli.table.kept import SCHEMA, traces

    return {
        "schema": SCHEMA,
        "version": __version__,
        "articles": [article(each) for each in whole.articles],
        "people": [record(each) for each in whole.people],
        "resolutions": [record(each) for each in whole.resolutions],
        "organizations": [record(each) for each in whole.organizations],
        "facts": [record(each) for each in whole.facts],
        "traces": cast("JsonObject", traces(whole)),
    }


def lines(whole: FactTable) -> Iterator[JsonObject]:
    """Every record by itself, with its kind and the paths of the texts that it stands in, for tools that read lines."""
    paths = {each.id: each.path for each in whole.articles}
    for each in whole.articles:
        yield {"kind": "article", **article(each)}
    named: tuple[Person | Resolution | Organization, ...] = (*whole.people, *whole.resolutions, *whole.organizations)
    for one in named:
        found = dict.fromkeys(paths[mention.article] for mention in one.mentions)
        yield {"kind": kind_of(one).value, **record(one), "paths": list(found)}
    for told in whole.facts:
        yield {"kind": Kind.FACT.value, **record(told), "path": paths[told.article]}


def article(one: Article) -> JsonObject:
    """An article without its text; `characters` counts code points."""
    return {
        "id": one.id,
        "title": one.headline,
        "path": one.path,
        "sha256": one.sha256,
        "characters": len(one.text),
        "paragraphs": sum(block.kind is BlockKind.PARAGRAPH for block in one.blocks),
        "byline": [credit.text for credit in one.byline],
        "sources": [one.text[source.start : source.end] for source in one.sources],
    }


def record(one: Record) -> JsonObject:
    """A record of the table: a fact with all that stands in its sentence, a person without the places of the roles."""
    match one:
        case Fact():
            return {
                **fields(one, "id", "article", "paragraph", "start", "end", "text"),
                "dates": [date(each) for each in one.dates],
                "figures": [figure(each) for each in one.figures],
                "quotes": [quote(each) for each in one.quotes],
                **fields(one, "people", "resolutions", "organizations"),
            }
        case Resolution():
            named = fields(one, "id", "number", "body", "year", "year_from", "symbol", "url")
            return {**named, "mentions": [mention(each) for each in one.mentions], **fields(one, "facts")}
    roles: JsonObject = {"roles": [role.text for role in one.roles]} if isinstance(one, Person) else {}
    return {**fields(one, "id", "name", "aliases"), **roles, "mentions": [mention(each) for each in one.mentions]}


def mention(one: Mention) -> JsonObject:
    """Where a record is named."""
    return fields(one, "article", "start", "end", "paragraph")


def date(one: Date) -> JsonObject:
    """A date as stated and as resolved."""
    return fields(one, "text", "start", "end", "edtf", "resolved")


def figure(one: Figure) -> JsonObject:
    """A figure; `comparator` is a sign such as "=" or ">"."""
    return fields(one, "text", "start", "end", "value", "unit", "comparator")


def quote(one: Quote) -> JsonObject:
    """A quotation; `speaker` is null for nobody."""
    return fields(one, "text", "start", "end", "speaker")


def proof(one: Record) -> list[Json]:
    """Why a record is in the table: the rules and the places they used; for a fact, those that found its speakers."""
    return [fields(evidence, "article", "start", "end", "rule") for evidence in grounds(one)]


def hit(one: Hit) -> JsonObject:
    """A record that met a search."""
    return {
        **fields(one, "score", "kind"),
        "record": record(one.record),
        "answer": fields(one.answer, "text", "start", "end", "kind") if one.answer else None,
        "how": one.how,
        "matches": [fields(met, "article", "start", "end") for met in one.matches],
    }


# The columns of each.


def people(view: View, rows: Iterable[Person]) -> Listing[Person]:
    """People, their roles and where they are named."""
    columns: tuple[Column[Person], ...] = (
        id_column(lambda p: p.id),
        in_paragraphs(view, "paragraphs that name them", lambda p: p.mentions),
        Column("name", "Name", "the fullest form of the name", lambda p: view.name(p.name), strong=True),
        Column("aliases", "Also", "other forms that the text uses", lambda p: view.names(p.aliases), IN_FILES),
        Column("roles", "Role", "offices and jobs, as worded", lambda p: view.names(r.text for r in p.roles)),
    )
    return Listing(columns, tuple(rows), filed(view, record, lambda p: p.mentions))


def organizations(view: View, rows: Iterable[Organization]) -> Listing[Organization]:
    """Organisations, their short names and where they are named."""
    columns: tuple[Column[Organization], ...] = (
        id_column(lambda o: o.id),
        in_paragraphs(view, "paragraphs that name it", lambda o: o.mentions),
        Column("name", "Name", "the fullest form of the name", lambda o: view.name(o.name), strong=True),
        Column("aliases", "Also", "acronyms and short forms", lambda o: view.names(o.aliases)),
    )
    return Listing(columns, tuple(rows), filed(view, record, lambda o: o.mentions))


def resolutions(view: View, rows: Iterable[Resolution]) -> Listing[Resolution]:
    """Resolutions, with their symbols and addresses, and what the register says of them, else the text."""
    from unami_cli import register

    def about(row: Resolution) -> Cell:
        known = register.entry_of(row.body, row.number)
        fact = view.table.record(row.facts[0]) if row.facts and not known else None
        if isinstance(fact, Fact):
            return Cell(view.told(fact), fact.text, view.within(fact.article, fact), note="text")
        return Cell(known.effect, known.effect, note="register") if known else text_cell(None)

    def about_from(row: Resolution) -> Cell:
        return text_cell(about(row).note or None)

    def year(row: Resolution) -> Cell:
        note = "register" if row.year_from == "register" else ""
        return Cell("" if row.year is None else str(row.year), row.year, note=note)

    def told(row: Resolution) -> JsonObject:
        return {**record(row), "about": about(row).value, "about_from": about_from(row).value}

    every = tuple(rows)
    shown = ALWAYS if any(one.body != register.COUNCIL for one in every) else IN_FILES
    columns: tuple[Column[Resolution], ...] = (
        id_column(lambda r: r.id),
        in_paragraphs(view, "paragraphs that cite it", lambda r: r.mentions),
        Column("number", "No.", "the number", lambda r: view.name(r.number), strong=True),
        Column("body", "Body", "the organ that adopted it", lambda r: text_cell(r.body), shown),
        Column("year", "Year", "the year of adoption", year),
        Column(
            "year_from", "From", "where the year is from: text, register", lambda r: text_cell(r.year_from), IN_FILES
        ),
        Column("symbol", "Symbol", "the document's symbol", lambda r: Cell(r.symbol or "", r.symbol, link=r.url)),
        Column("url", "Address", "the document's public address", lambda r: text_cell(r.url), IN_FILES),
        Column("about", "About", "what it did for UNAMI, or the first sentence that cites it", about),
        Column("about_from", "About from", "where that is from: the register or the text", about_from, IN_FILES),
        Column("facts", "Facts", "ids of the facts that cite it", lambda r: items_cell(r.facts), ASKED),
    )
    return Listing(columns, every, filed(view, told, lambda r: r.mentions))


def hits(view: View, rows: Iterable[Hit]) -> Listing[Hit]:
    """What met a search, best first."""

    def found(row: Hit) -> Cell:
        """The sentence, or the name; after it the alias or the role that was met where the name was not."""
        if isinstance(row.record, Fact):
            return view.sentence(row.record)
        cell = view.name(called(row.record))
        if cell.highlights or isinstance(row.record, Resolution):
            return cell
        roles = (role.text for role in row.record.roles) if isinstance(row.record, Person) else ()
        notes = map(prose, (*row.record.aliases, *roles))
        note, met = next(((note, met) for note in notes if (met := view.words(note))), ("", ()))
        return Cell(cell.text, cell.value, note=note, noted=met)

    def met(row: Hit) -> Cell:
        return text_cell(found(row).note or None)

    def answer(row: Hit) -> Cell:
        return text_cell(row.answer.text if row.answer else None)

    columns: tuple[Column[Hit], ...] = (
        id_column(lambda h: h.record.id),
        in_paragraphs(view, "where it stands", lambda h: places(h.record)),
        Column("kind", "Kind", "person, resolution, organization or fact", lambda h: text_cell(h.kind.value)),
        Column("score", "Score", "how well it fits, 0-100", lambda h: Cell(f"{h.score:.0f}", h.score), IN_FILES),
        Column("how", "How", "exact, folded, alias, prefix or corrected", lambda h: text_cell(h.how), ASKED),
        Column("text", "Found", "its name or its sentence", found),
        Column("met", "Met", "the alias or role that was met, not the name", met, IN_FILES),
        Column("answer", "Answer", "the words that answer a question", answer, IN_FILES),
    )
    return Listing(columns, tuple(rows), filed(view, hit, lambda h: places(h.record)))


def fields_of(command: str) -> tuple[tuple[str, str], ...]:
    """The names of the fields of a command's listing, each with what it is; none for a command without one.

    "mandate" is that of `resolutions --mandate`.
    """
    from unami_cli.outcomes import Coverage
    from unami_cli.output import stated
    from unami_cli.output.survey import coverage, differences, findings, mandate
    from unami_cli.table import FactTable

    view = View(FactTable((), (), (), (), ()))
    every: dict[str, tuple[Column[Never], ...]] = {
        "people": people(view, ()).columns,
        "organizations": organizations(view, ()).columns,
        "resolutions": resolutions(view, ()).columns,
        "facts": stated.facts(view, ()).columns,
        "quotes": stated.quotes(view, ()).columns,
        "timeline": stated.timeline(view, ()).columns,
        "dates": stated.dates(view, ()).columns,
        "figures": stated.figures(view, ()).columns,
        "articles": stated.articles(view, ()).columns,
        "search": hits(view, ()).columns,
        "coverage": coverage(view, Coverage((), ())).columns,
        "mandate": mandate(()).columns,
        "check": findings(view, ()).columns,
        "article": stated.blocks(view).columns,
        "diff": differences(("A", "B"), ()).columns,
    }
    return tuple((column.name, column.about) for column in every.get(command, ()))


# Columns and cells that several kinds share.


def filed(
    view: View, record: Callable[[R], JsonObject], of: Callable[[R], Iterable[Mention | Fact]]
) -> Callable[[R], JsonObject]:
    """The JSON of a row; with several articles it names the files in which the row stands."""
    if not view.several:
        return record
    paths = {article.id: article.path for article in view.table.articles}
    return lambda row: {**record(row), "paths": list(dict.fromkeys(paths.get(place.article) for place in of(row)))}


def id_column(of: Callable[[R], str]) -> Column[R]:
    """The id of a row's record."""
    return Column("id", "ID", "what `unami show` takes", lambda row: text_cell(of(row)), quiet=True)


def fact_column(of: Callable[[R], Fact], shown: Shown = ALWAYS) -> Column[R]:
    """The id of the fact in which a row stands."""
    return Column("fact", "Fact", "id of its sentence", lambda row: text_cell(of(row).id), shown, quiet=True)


def in_paragraphs(view: View, about: str, of: Callable[[R], Iterable[Mention | Fact]]) -> Column[R]:
    """Where a row stands: its paragraphs."""
    return Column("paragraphs", "Where" if view.several else "¶", about, lambda row: view.where(of(row)), quiet=True)


def of_article(view: View, cell: Callable[[R], Cell]) -> Column[R]:
    """The article of a row, shown where there are several."""
    return Column("article", "Article", "the article's file", cell, ALWAYS if view.several else ASKED, quiet=True)


def standing(view: View, numbered: Shown = ALWAYS) -> tuple[Column[Fact | Quoted | Dated | Figured | Left], ...]:
    """The article and the paragraph of a row's fact."""

    def own(row: Fact | Quoted | Dated | Figured | Left) -> Fact:
        return row if isinstance(row, Fact) else row.fact

    def paragraph(row: Fact | Quoted | Dated | Figured | Left) -> Cell:
        return Cell(str(own(row).paragraph or HEAD), own(row).paragraph)

    return (
        of_article(view, lambda row: Cell(view.label(own(row).article), own(row).article)),
        Column("paragraph", "¶", "the paragraph's number", paragraph, numbered, quiet=True),
    )


def edges() -> tuple[Column[Span], Column[Span]]:
    """The first character and the end of a row's text in its article."""
    return (
        Column("start", "Start", "first character, from 0", lambda row: number_cell(row.start), ASKED),
        Column("end", "End", "after the last character", lambda row: number_cell(row.end), ASKED),
    )


def text_cell(value: str | None) -> Cell:
    """One value in the words of an article, empty for None."""
    return Cell(prose(value or ""), value)


def items_cell(values: Iterable[str]) -> Cell:
    """Several values, one per line."""
    every = list(values)
    return Cell("\n".join(map(prose, every)), every)


def number_cell(value: int) -> Cell:
    """One whole number."""
    return Cell(str(value), value)
