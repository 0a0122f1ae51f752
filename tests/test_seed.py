"""The bundled article, read and parsed: what its table must hold."""

from pathlib import Path

import pytest

from unami_cli.model import BlockKind, Fact, Organization, Resolution
from unami_cli.reading import read_path, read_text
from unami_cli.table import FactTable, build

_SEED = Path(__file__).parent.parent / "seeds" / "un-mission-in-iraq-concludes.txt"


@pytest.fixture(scope="module")
def table() -> FactTable:
    return build([read_path(_SEED)])


def fact_of(table: FactTable, words: str) -> Fact:
    found = [fact for fact in table.facts if words in fact.text]
    assert len(found) == 1
    return found[0]


def resolution_of(table: FactTable, number: str) -> Resolution:
    return next(one for one in table.resolutions if one.number == number)


def body_of(table: FactTable, name: str) -> Organization:
    return next(body for body in table.organizations if body.name == name)


def test_the_article_is_laid_out(table: FactTable) -> None:
    (article,) = table.articles
    assert article.title is not None
    title = article.text[article.title.start : article.title.end]
    assert title == "UN Mission in Iraq Concludes 22-Year Chapter, Shifting Focus to Technical Cooperation"
    assert [(credit.text, credit.role) for credit in article.byline] == [("Tatyana Hurynovich", "Editor")]
    assert [b.number for b in article.blocks if b.kind is BlockKind.PARAGRAPH] == [1, 2, 3, 4, 5]
    sources = [article.text[source.start : source.end] for source in article.sources]
    assert sources == ["Radio Ecclesia", "UN News", "Kurdistan24", "Reuters", "Wikipedia", "RTP Notícias"]


def test_furniture_is_known_and_gives_no_fact(table: FactTable) -> None:
    (article,) = table.articles
    furniture = [article.text[b.start : b.end] for b in article.blocks if b.kind is BlockKind.FURNITURE]
    whole = "\n".join(furniture)
    for words in ("2 Views", "Did you find an error", "We will consider your comments", "| Gaya One"):
        assert words in whole
    last = max(block.end for block in article.blocks if block.kind is BlockKind.PARAGRAPH)
    assert table.facts
    assert all(fact.end <= last for fact in table.facts)
    records = (*table.people, *table.resolutions, *table.organizations)
    assert all(mention.end <= last for record in records for mention in record.mentions)


def test_a_surname_that_the_text_does_not_use_is_no_alias(table: FactTable) -> None:
    assert table.people[0].aliases == ()
    (article,) = table.articles
    longer = article.text.replace("Speaking at the closing ceremony in Baghdad, António Guterres", "Guterres")
    guterres = build([read_text(longer)]).people[0]
    assert (guterres.name, guterres.aliases) == ("António Guterres", ("Guterres",))


def test_resolution_1500_is_tied_to_the_founding(table: FactTable) -> None:
    fact = fact_of(table, "initially established")
    assert resolution_of(table, "1500").facts == (fact.id,)
    assert [date.resolved for date in fact.dates] == ["2003-08-14"]
    assert body_of(table, "United Nations Assistance Mission for Iraq").id in fact.organizations


def test_resolution_2732_is_tied_to_the_end(table: FactTable) -> None:
    fact = fact_of(table, "signifies the end")
    assert resolution_of(table, "2732").facts == (fact.id,)
    assert fact.paragraph == 1


def test_the_mission_has_its_acronym_everywhere(table: FactTable) -> None:
    mission = body_of(table, "United Nations Assistance Mission for Iraq")
    assert mission.aliases == ("UNAMI",)
    (article,) = table.articles
    assert len([m for m in mission.mentions if article.text[m.start : m.end] == "UNAMI"]) == article.text.count("UNAMI")


@pytest.mark.parametrize(
    ("name", "aliases"),
    [
        ("World Health Organization", ("WHO",)),
        ("United Nations Development Programme", ("UNDP",)),
        ("Islamic State of Iraq and the Levant", ("ISIL",)),
        ("UNICEF", ()),
    ],
)
def test_bodies_with_acronyms(table: FactTable, name: str, aliases: tuple[str, ...]) -> None:
    assert body_of(table, name).aliases == aliases


def test_december_31st_is_resolved_and_says_so(table: FactTable) -> None:
    (date,) = [date for fact in table.facts for date in fact.dates if date.text == "December 31st"]
    assert (date.edtf, date.resolved) == ("XXXX-12-31", "2025-12-31")
    (article,) = table.articles
    assert date.anchor is not None
    assert "December 13, 2025" in article.text[date.anchor.start : date.anchor.end]


def test_dates_as_stated(table: FactTable) -> None:
    dates = {date.edtf.removesuffix("/..") for fact in table.facts for date in fact.dates}
    assert dates == {"2025-12-13", "XXXX-12-31", "2003-08-14", "2025", "2005", "2017", "2017-12", "2023", "2003"}
    unresolved = [date for fact in table.facts for date in fact.dates if date.anchor is None]
    assert unresolved
    assert all(date.resolved == date.edtf for date in unresolved)


def test_figures(table: FactTable) -> None:
    assert [(figure.value, figure.unit, figure.comparator) for fact in table.facts for figure in fact.figures] == [
        (22, "Year", "="),
        (2, "decade", "="),
        (22, "years", "="),
        (6, "national elections", "="),
        (700, "personnel", ">"),
    ]


def test_quotes_with_speakers(table: FactTable) -> None:
    assert [(quote.text, quote.speaker) for fact in table.facts for quote in fact.quotes] == [
        ("normalization", "António Guterres"),
        ("honorable, dignified, and well-deserved conclusion.", "Mohamed Al-Hussein"),
        ("normal country,", "Mohammed Shia’ Al-Sudani"),
    ]
