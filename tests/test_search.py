import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unami_cli import BadQuery, build, read
from unami_cli.folding import words
from unami_cli.lookup.correction import How, sound
from unami_cli.lookup.index import written
from unami_cli.lookup.query import bare, parse_query
from unami_cli.lookup.search import Answer, quotations, search
from unami_cli.model import (
    Article,
    Comparator,
    Date,
    Fact,
    Figure,
    Hit,
    Kind,
    Mention,
    Organization,
    Person,
    Quote,
    Resolution,
    Role,
)
from unami_cli.outcomes import Correction
from unami_cli.table import FactTable

TEXT = (
    "Secretary-General Ana Guerrero closed the Mission for Borduria (MIFOB) on December 31st. "
    "It was set up on August 14, 2003, by Resolution 1500. "
    "“A normal country has its sovereignty,” said Prime Minister Mohammed Shia’ Al-Sudani. "
    "Mohamed El Hussein spoke of six elections and £1.1bn for peace-building in normal years. "
    "Guerrero praised the country; nothing normal about ceremonies since 2017. "
    "Resolution 2732 ended the mission with over 700 staff. "
    "Maria Di Carlo will review the country."
)
SENTENCES = [(m.start(), m.end()) for m in re.finditer(r"\S.*?\.(?= |$)", TEXT)]


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def mentions(*names: str) -> tuple[Mention, ...]:
    found = sorted((m.start(), m.end()) for name in names for m in re.finditer(re.escape(name), TEXT))
    return tuple(Mention(start, end, "a1", 1) for start, end in found)


def date(text: str, edtf: str, resolved: str) -> Date:
    return Date(*at(text), text, edtf, resolved)


def fact(number: int, **held: tuple[object, ...]) -> Fact:
    start, end = SENTENCES[number - 1]
    fields = [held.get(name, ()) for name in ("dates", "figures", "quotes", "people", "resolutions", "organizations")]
    return Fact(start, end, f"f{number}", "a1", 1, TEXT[start:end], *fields)  # type: ignore[arg-type]


def figure(text: str, value: float, comparator: Comparator = Comparator.EQUAL) -> Figure:
    return Figure(*at(text), text, value, None, comparator)


PREMIER = Role("Prime Minister", mentions("Prime Minister"))
QUOTE = Quote(
    *at("A normal country has its sovereignty"), "A normal country has its sovereignty", "Mohammed Shia’ Al-Sudani"
)
TABLE = FactTable(
    articles=(Article("a1", TEXT, None, "", None, ()),),
    people=(
        Person("p1", "Ana Guerrero", ("Guerrero",), (), mentions("Ana Guerrero")),
        Person("p2", "Mohammed Shia’ Al-Sudani", (), (PREMIER,), mentions("Mohammed Shia’ Al-Sudani")),
        Person("p3", "Mohamed El Hussein", (), (), mentions("Mohamed El Hussein")),
        Person("p4", "Maria Di Carlo", (), (), mentions("Maria Di Carlo")),
    ),
    resolutions=tuple(
        Resolution(f"r{n}", str(n), "Security Council", year, "register", f"S/RES/{n} ({year})", None, mentions(f"Resolution {n}"))
        for n, year in ((1500, 2003), (2732, 2024))
    ),
    organizations=(Organization("o1", "Mission for Borduria", ("MIFOB",), mentions("Mission for Borduria", "MIFOB")),),
    facts=(
        fact(1, dates=(date("December 31st", "XXXX-12-31", "2025-12-31"),), people=("p1",), organizations=("o1",)),
        fact(2, dates=(date("August 14, 2003", "2003-08-14", "2003-08-14"),), resolutions=("r1500",)),
        fact(3, quotes=(QUOTE,), people=("p2",)),
        fact(4, figures=(figure("six elections", 6), figure("£1.1bn", 1.1e9)), people=("p3",)),
        fact(5, dates=(date("since 2017", "2017/..", "2017/.."),), people=("p1",)),
        fact(6, figures=(figure("over 700 staff", 700, Comparator.MORE),), resolutions=("r2732",)),
        fact(7, people=("p4",)),
    ),
)  # fmt: skip


def ask(text: str, **how: object) -> Answer:
    return search(TABLE, parse_query(text), **how)  # type: ignore[arg-type]


def ids(answer: Answer) -> list[str]:
    return [hit.record.id for hit in answer.hits]


def marked(hit: Hit) -> list[str]:
    return [TEXT[match.start : match.end] for match in hit.matches]


FIRST = [
    ("guerrero", "p1", How.EXACT),
    ("Ana Guerrero", "p1", How.EXACT),
    ("guerero", "p1", How.CORRECTED),
    ("gurerrero ana", "p1", How.CORRECTED),
    ("shia al-sudani", "p2", How.EXACT),
    ("al sudany", "p2", How.CORRECTED),
    ("alsudani", "p2", How.FOLDED),
    ("elsudani", "p2", How.CORRECTED),
    ("muhammad al-sudani", "p2", How.CORRECTED),
    ("hussain", "p3", How.CORRECTED),
    ("al-hussein", "p3", How.FOLDED),
    ("dicarlo", "p4", How.FOLDED),
    ("maria di carlo", "p4", How.EXACT),
    ("carlo maria", "p4", How.EXACT),
    ("maria dic", "p4", How.PREFIX),
    ("M. Hussein", "p3", How.PREFIX),
    ("prime minister", "p2", How.EXACT),
    ("mifob", "o1", How.ALIAS),
    ("mfiob", "o1", How.CORRECTED),
    ("1500", "r1500", How.EXACT),
    ("res 1500", "r1500", How.ALIAS),
    ("resolution 1500", "r1500", How.EXACT),
    ("S/RES/1500", "r1500", How.ALIAS),
    ("S/RES/1500 (2003)", "r1500", How.ALIAS),
    ("UNSCR 1500", "r1500", How.ALIAS),
    ("sovereignity", "f3", How.CORRECTED),
    ("sovereign", "f3", How.PREFIX),
    ("ceremony", "f5", How.FORM),
    ("elected", "f4", How.FORM),
    ("seven hundred", "f6", How.FOLDED),
    ("14.08.2003", "f2", How.FOLDED),
    ("14/08/2003", "f2", How.FOLDED),
    ("8/14/2003", "f2", How.FOLDED),
    ("dec 31", "f1", How.FOLDED),
    ("end of 2025", "f1", How.FOLDED),
    ("PM", "p2", How.ALIAS),
    ("peace building", "f4", How.EXACT),
    ("peacebuilding", "f4", How.FOLDED),
    ("peace-building", "f4", How.EXACT),
    ("august 2003", "f2", How.FOLDED),
    ("14 august 2003", "f2", How.FOLDED),
    ("2003-08-14", "f2", How.FOLDED),
    ("december 31", "f1", How.FOLDED),
    ("31 december 2025", "f1", How.FOLDED),
    ("700", "f6", How.EXACT),
    ("6 elections", "f4", How.FOLDED),
    ("1,100,000,000", "f4", How.FOLDED),
    ("1.1 billion", "f4", How.FOLDED),
]


@pytest.mark.parametrize(("query", "id", "how"), FIRST)
def test_the_first_hit_is_what_was_meant(query: str, id: str, how: How) -> None:
    first = ask(query).hits[0]
    assert (first.record.id, first.how) == (id, how)


NOTHING = [
    "1501", "resolution 1501", "701", "1,100,000,001", "2018", "S/RES/1501", "WTO", "MIF0B", "giraffe", "word", "sam",
    "Angela Merkel", "Ana Xylophone", "guerrero sudani", "", '"', "august 1914", "normal -normal", '"country normal"',
    "kind:person normal",
]  # fmt: skip


@pytest.mark.parametrize("query", NOTHING)
def test_nothing_is_said_when_there_is_nothing(query: str) -> None:
    assert ask(query).hits == ()


@pytest.mark.parametrize("query", ["guerero", "sovereignity", "hussain", "elsudani", "mfiob"])
def test_exact_turns_correction_off(query: str) -> None:
    assert ask(query).hits
    assert ask(query, exact=True).hits == ()


@pytest.mark.parametrize(
    ("query", "nearest"),
    [("1501", ("1500", "2732")), ("resolution 2731", ("2732", "1500")), ("701", ("700",)), ("WTO", ())],
)
def test_a_miss_names_the_nearest(query: str, nearest: tuple[str, ...]) -> None:
    assert ask(query).suggestions == nearest


def test_a_miss_of_words_names_words() -> None:
    assert ask("countries-wide countrx", exact=True).suggestions[0] == "country"


def test_corrections_are_told_in_the_words_of_the_texts() -> None:
    assert ask("sovereignity").corrections == (Correction("sovereignity", "sovereignty"),)
    assert ask("Guerero").corrections == (Correction("Guerero", "Guerrero"),)
    assert ask("Guerero, Ana").corrections == (Correction("Guerero", "Guerrero"),)
    assert ask("mohammed").corrections == ()


def test_two_transliterations_are_both_shown_the_exact_one_first() -> None:
    hits = [hit for hit in ask("mohamed").hits if hit.kind is Kind.PERSON]
    assert [(hit.record.id, hit.how) for hit in hits] == [("p3", How.EXACT), ("p2", How.CORRECTED)]


def test_a_name_beats_a_mention_and_a_phrase_beats_scattered_words() -> None:
    assert ids(ask("guerrero"))[:1] == ["p1"]
    assert set(ids(ask("guerrero"))) == {"p1", "f1", "f5"}
    assert ids(ask("normal country")) == ["f3", "f5"]


def test_a_word_itself_beats_the_name_that_sounds_alike() -> None:
    person = Person("p9", "Noura Normall", (), (), ())
    table = FactTable(TABLE.articles, (person,), (), (), TABLE.facts)
    hits = search(table, parse_query("normal")).hits
    assert {hit.record.id for hit in hits[:-1]} == {"f3", "f4", "f5"}
    assert (hits[-1].record, hits[-1].how) == (person, How.CORRECTED)


def test_a_kind_is_searched_for_its_own_names() -> None:
    person = Person("p9", "Noura Mufob", (), (), ())
    table = FactTable(TABLE.articles, (person,), TABLE.resolutions, TABLE.organizations, TABLE.facts)
    people = frozenset((Kind.PERSON,))
    assert [hit.record for hit in search(table, parse_query("mifob"), kinds=people).hits] == [person]
    assert search(table, parse_query("staff"), kinds=people).hits == ()


@pytest.mark.parametrize(
    ("query", "how"),
    [("readthebooks", How.FOLDED), ("RTBF", How.ALIAS), ("rbf", How.ALIAS), ("btf", None), ("bf", None)],
)
def test_a_body_is_found_by_its_joined_words_and_by_its_initials(query: str, how: How | None) -> None:
    body = Organization("o9", "Read-the-Books Fund", (), mentions("Mission for Borduria"))
    table = FactTable(TABLE.articles, (), (), (body,), TABLE.facts)
    assert [hit.how for hit in search(table, parse_query(query)).hits] == ([how] if how else [])


def test_scores_say_what_they_are_documented_to_say() -> None:
    assert ask("ana guerrero").hits[0].score == 100.0
    assert ask("maria").hits[0].score > 85
    assert all(hit.score <= 75 for hit in ask("country").hits)
    assert ask("guerero").hits[0].score < ask("guerrero").hits[0].score


def test_a_fact_is_found_by_the_whole_name_of_whom_it_names_shortly() -> None:
    assert "f5" in ids(ask("ana guerrero"))


@pytest.mark.parametrize(
    ("query", "id", "marks"),
    [
        ("guerero", "p1", ["Guerrero"]),
        ("al-sudani", "p2", ["Sudani"]),
        ("alsudani", "p2", ["Al-Sudani"]),
        ("prime minister", "p2", ["Prime", "Minister"]),
        ("sovereignity", "f3", ["sovereignty"]),
        ("shia", "f3", ["Shia"]),
        ("december 31", "f1", ["December 31st"]),
        ("august 2003", "f2", ["August 14, 2003"]),
        ("peacebuilding", "f4", ["peace", "building"]),
        ('"normal country"', "f3", ["normal", "country"]),
        ("6 elections", "f4", ["six elections"]),
    ],
)
def test_marks_are_the_texts_own_characters(query: str, id: str, marks: list[str]) -> None:
    hit = next(hit for hit in ask(query).hits if hit.record.id == id)
    assert marked(hit) == marks


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("by:sudani", ["f3"]),
        ("by:sudany country", ["f3"]),
        ("by:guerrero", []),
        ("by:PM", ["f3"]),
        ('by:"prime minister"', ["f3"]),
        ("since:2017 country", ["f5"]),
        ("until:2005 set", ["f2"]),
        ("since:2025-12", ["f1"]),
        ("since:2017 until:2017", ["f5"]),
        ("kind:figure", ["f4", "f6"]),
        ("kind:quotes country", ["f3"]),
        ("kind:date until:2003", ["f2"]),
        ("kind:person -minister", ["p1", "p3", "p4"]),
        ("country -normal", ["f7"]),
        ('country -"normal country"', ["f7", "f5"]),
        ("country in:a1 kind:fact", ["f3", "f7", "f5"]),
        ("kind:resolution", ["r1500", "r2732"]),
    ],
)
def test_filters(query: str, found: list[str]) -> None:
    assert sorted(ids(ask(query))) == sorted(found)


def test_kinds_and_limit() -> None:
    assert ids(ask("guerrero", kinds=frozenset((Kind.FACT,)), limit=1)) == ["f5"]
    assert ids(ask("guerrero kind:person", kinds=frozenset((Kind.FACT,)))) == ["f5", "f1"]
    assert ask("guerrero kind:figure", kinds=frozenset((Kind.FACT,))).hits == ()


def test_an_empty_table_answers() -> None:
    assert search(FactTable((), (), (), (), ()), parse_query("anything 1500 kind:fact")) == Answer((), (), ())


@given(st.text(max_size=40))
def test_search_is_total_and_marks_lie_in_the_text(text: str) -> None:
    if re.search(r"(?:since|until|kind):", text):
        return
    for hit in ask(text).hits:
        assert 0 <= hit.score <= 100
        assert all(0 <= match.start < match.end <= len(TEXT) for match in hit.matches)


@given(st.lists(st.sampled_from([*"aé'’.,- 1X", "Al-", "’s ", "U.N.", "1,000"]), max_size=12).map("".join))
def test_marking_reads_the_words_that_the_index_holds(text: str) -> None:
    assert [word for word, _, _ in written(text)] == list(words(bare(text)))


@pytest.mark.parametrize(
    ("one", "other"), [("mohammed", "muhammad"), ("hussein", "husayn"), ("zarqawi", "zarkawi"), ("omar", "umar")]
)
def test_transliterations_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("hussein", "hassan"), ("salim", "selma"), ("ali", "allawi")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


# ---- several articles, and quotations ----

MAY = """Ferry sails again

“We have waited for this day,” said Port Minister Rosa Delgado. The ferry sailed since 2017. It cost $12 in 2019.
"""
JUNE = """Harbour master resigns

“Nobody believed it,” harbour master Tomás Ferreyra said of the ferry on 5 June 2020. “It came,” said Delgado.
"""


@pytest.fixture
def table(tmp_path: Path) -> FactTable:
    (tmp_path / "may.txt").write_text(MAY)
    (tmp_path / "june.txt").write_text(JUNE)
    return build([read(tmp_path / "may.txt", "a1"), read(tmp_path / "june.txt", "a2")])


@pytest.mark.parametrize("value", ["a2", "june.txt", "june", "jun", "harbour", '"Harbour master resigns"', "HARBOUR"])
def test_an_article_goes_by_its_id_its_file_or_its_title(table: FactTable, value: str) -> None:
    facts = [hit.record for hit in search(table, parse_query(f"ferry in:{value} kind:fact")).hits]
    assert {fact.article for fact in facts} == {"a2"}  # type: ignore[union-attr]


def test_an_unknown_article_is_an_error_that_lists_them(table: FactTable) -> None:
    with pytest.raises(BadQuery, match=r"a1 \(may.txt\), a2 \(june.txt\)"):
        search(table, parse_query("ferry in:july"))


def test_an_open_date_is_of_its_one_end(table: FactTable) -> None:
    found = search(table, parse_query("since:2018 kind:date"))
    assert [hit.record.text for hit in found.hits] == [  # type: ignore[union-attr]
        "It cost $12 in 2019.",
        "“Nobody believed it,” harbour master Tomás Ferreyra said of the ferry on 5 June 2020.",
    ]


def test_the_minus_leaves_people_out_by_their_role(table: FactTable) -> None:
    people = search(table, parse_query("-minister"), kinds=frozenset((Kind.PERSON,))).hits
    assert [hit.record.name for hit in people] == ["Tomás Ferreyra", "Delgado"]  # type: ignore[union-attr]


QUOTED = [
    ("delgado", ["We have waited for this day,", "It came,"]),
    ("port minister", ["We have waited for this day,"]),
    ("believed", ["Nobody believed it,"]),
    ("delgado in:june", ["It came,"]),
    ("-delgado", ["Nobody believed it,"]),
    ("-minister", ["Nobody believed it,", "It came,"]),
    ("by:ferreira", ["Nobody believed it,"]),
    ("since:2020", ["Nobody believed it,"]),
    ("ferry", ["Nobody believed it,"]),
    ("lindqvist", []),
]


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_quotations_are_found_by_speaker_then_by_words_and_filtered(
    table: FactTable, text: str, quoted: list[str]
) -> None:
    assert [one.quote.text for one in quotations(table, parse_query(text)).found] == quoted
