"""What holds of the table of every text: building never fails, and every span says what it is."""

from pathlib import Path
from time import process_time
from timeit import repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unami_cli.folding import words
from unami_cli.model import BlockKind, Organization, Person
from unami_cli.reading import read_path, read_text
from unami_cli.table import FactTable, build

_HERE = Path(__file__).parent
_TEXTS = sorted([*(_HERE / "accuracy" / "texts").glob("*.txt"), *(_HERE.parent / "seeds").glob("*.txt")])

# Words that begin, end or break the things that are looked for, to be strung together in any order.
_PIECES = st.sampled_from(
    """Gen.|Lt. Gen.|Mr|Mrs.|President|Foreign Minister|spokesman|, the mayor of|, 34,|Ana Kovačević|Kovačević|Kovačević’s|al-Rashidi
    |Tariq al-Rashidi|Pieter van der Meulen|J. P.|Jr.|Zhao Minghui|“Sparky”|Nguyễn|جورج|O’Leary|ANA|was appointed|who is|said|told
    |said:|according to|he|she said|“|”|‘|’|"|'|""|«|»|„|—|–|-|(|)|[|]|,|.|;|:|?|!|…|the|The|and|of|of the|for|in|against|by
    |UN|U.N.|UNAMI|(LCRA)|LCRA|Lake Chad Relief Agency|Ministry of Health|Ltd.|Security Council|General Assembly|NATO-led|&|’s
    |Resolution|resolutions|resolution|1500|2732 (2024)|76/123|S/RES/1701 (2006)|A/RES/76/123|1514 (XV)|No.|,|and 1770
    |August 14, 2003|14 August|December 31st|Dec.|May|may|March|2003–04|1980s|2017|since 2017|from|to|until|Monday|2003-08-14|B.C.
    |700|over|at least|1,500|3.5 million|£1.1bn|$|€5m|2.4%|per cent|half|two-thirds|twenty-two|one|km|km (12 miles)|years|aged 9
    |Edited by:|By Jane Doe|Sources|• Reuters|2 Views|> |# Heading|Subject:|[3]|\u200b|\u00ad|\ufeff|\u00a0|\u2028|\ud800|\U0001f600
    |\u0130|\u1e9e|\u0345|\ufb01|½|٣٤|Ⅻ""".replace("\n", "").split("|")
)  # fmt: skip
_GLUE = st.sampled_from([" ", " ", " ", " ", "", "\n", "\n\n", ", ", ". "])
_STRUNG = st.lists(st.tuples(_PIECES, _GLUE), max_size=50).map(lambda parts: "".join(a + b for a, b in parts))
_ANY = st.one_of(st.text(max_size=300), _STRUNG)


def _check_facts(table: FactTable) -> None:
    for fact in table.facts:
        article = table.article(fact.article)
        assert article is not None
        inside = (*fact.dates, *fact.figures, *fact.quotes)
        for span in (fact, *inside):
            assert article.text[span.start : span.end] == span.text != ""
        # A quotation may run on over the end of the sentence that it begins in; nothing else may.
        assert all(fact.start <= span.start < fact.end for span in inside)
        assert all(span.end <= fact.end for span in (*fact.dates, *fact.figures))


def _check_forms(table: FactTable, record: Person | Organization) -> None:
    forms = {words(form) for form in (record.name, *record.aliases)}
    assert () not in forms
    assert record.mentions
    for mention in record.mentions:
        article = table.article(mention.article)
        assert article is not None
        assert words(article.text[mention.start : mention.end]) in forms


def _check_rest(table: FactTable) -> None:
    for resolution in table.resolutions:
        assert resolution.mentions
        for mention in resolution.mentions:
            article = table.article(mention.article)
            assert article is not None
            assert resolution.number in article.text[mention.start : mention.end].upper()
    for person in table.people:
        for role in person.roles:
            assert role.mentions
    records = (*table.people, *table.resolutions, *table.organizations, *table.facts)
    ids = [record.id for record in records]
    assert len(ids) == len(set(ids))
    pointed = {id for fact in table.facts for id in (*fact.people, *fact.resolutions, *fact.organizations)}
    assert pointed <= set(ids)


def _check(table: FactTable) -> None:
    _check_facts(table)
    for record in (*table.people, *table.organizations):
        _check_forms(table, record)
    _check_rest(table)


def _check_furniture(table: FactTable) -> None:
    for article in table.articles:
        aside = [b for b in article.blocks if b.kind in {BlockKind.FURNITURE, BlockKind.SOURCES}]
        for fact in table.facts:
            assert fact.article != article.id or all(fact.end <= b.start or b.end <= fact.start for b in aside)


@settings(max_examples=300, deadline=None)
@given(_ANY)
def test_every_span_of_any_text_says_what_it_is(text: str) -> None:
    _check(build([read_text(text)]))


@settings(max_examples=60, deadline=None)
@given(st.lists(_ANY, max_size=4))
def test_every_span_of_several_texts_says_what_it_is(texts: list[str]) -> None:
    table = build([read_text(text, f"a{n}") for n, text in enumerate(texts, 1)])
    _check(table)
    _check_furniture(table)


@settings(max_examples=60, deadline=None)
@given(_ANY)
def test_the_same_text_gives_the_same_table(text: str) -> None:
    once, again = build([read_text(text)]), build([read_text(text)])
    assert (once.people, once.resolutions, once.organizations, once.facts) == (
        again.people,
        again.resolutions,
        again.organizations,
        again.facts,
    )


@pytest.mark.parametrize("text", ["²", "①", "The plot is 12 m² large and lies 5³ km off.", "Note ² of 2004."])
def test_a_digit_that_is_no_decimal_is_read(text: str) -> None:
    _check(build([read_text(text)]))


@pytest.mark.parametrize("path", _TEXTS, ids=lambda path: path.stem)
def test_every_span_of_an_article_says_what_it_is(path: Path) -> None:
    table = build([read_path(path)])
    assert table.facts
    _check(table)
    _check_furniture(table)


@pytest.mark.parametrize("path", _TEXTS, ids=lambda path: path.stem)
def test_an_article_cut_off_anywhere_is_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for end in range(1, len(text), 61):
        _check(build([read_text(text[:end])]))


@pytest.mark.parametrize(
    "unit",
    [
        "Ana Kovačević, ",
        "Gen. A. ",
        "Gen. Ana Kovačević left. ",
        "“a ",
        "UN (UN) ",
        "resolution 1, ",
        "1,000 ",
        "May 5, ",
        "of the ",
        "A and B of ",
        "’s",
        "19",
    ],
)
def test_long_texts_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        """The least processor time of three, without the garbage of other tests."""
        text = unit * (size // len(unit))
        return min(repeat(lambda: build([read_text(text)]), timer=process_time, repeat=3, number=1))

    # Sixteen times the text takes far less than 256 times as long; 48 leaves room for a machine that slows down.
    assert seconds(16_000) < 48 * seconds(1_000) + 0.02
