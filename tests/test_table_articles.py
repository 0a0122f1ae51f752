"""Who is who across several articles, and the ids of the records. All of it is invented."""

from unami_cli.model import Article, Organization, Person
from unami_cli.reading import read_text
from unami_cli.table import FactTable, build


def table(*texts: str) -> FactTable:
    return build([read_text(text, f"a{n}") for n, text in enumerate(texts, 1)])


FIRST = "Mayor Lucía Ferreyra spoke about the Lake Chad Relief Agency (LCRA) in 2019. Security Council resolution 1701 was read."
SECOND = (
    "Lucía Ferreyra, a painter, wrote to the LCRA in 2021. UN Security Council resolution 1701 (2006) was read again."
)
OTHER = "Tomás Ferreyra opened a bakery. Ferreyra said he was glad."


def articles_of(record: Person | Organization) -> list[str]:
    return [mention.article for mention in record.mentions]


def test_one_full_name_is_one_person_in_all_articles() -> None:
    (person,) = table(FIRST, SECOND).people
    assert (person.id, person.name, articles_of(person)) == ("p1", "Lucía Ferreyra", ["a1", "a2"])
    assert [(role.text, [m.article for m in role.mentions]) for role in person.roles] == [
        ("Mayor", ["a1"]),
        ("painter", ["a2"]),
    ]


def test_a_shared_surname_does_not_join_two_people() -> None:
    found = [(person.name, person.aliases, articles_of(person)) for person in table(FIRST, OTHER).people]
    assert found == [("Lucía Ferreyra", (), ["a1"]), ("Tomás Ferreyra", ("Ferreyra",), ["a2", "a2"])]


def test_a_surname_alone_in_another_article_joins_nobody() -> None:
    alone = "Mr Ferreyra closed the shop."
    found = [(person.name, articles_of(person)) for person in table(FIRST, alone).people]
    assert found == [("Lucía Ferreyra", ["a1"]), ("Ferreyra", ["a2"])]


def test_a_body_and_its_acronym_are_one_in_all_articles() -> None:
    agency = next(body for body in table(FIRST, SECOND).organizations if "Chad" in body.name)
    assert (agency.name, agency.aliases, articles_of(agency)) == (
        "Lake Chad Relief Agency",
        ("LCRA",),
        ["a1", "a1", "a2"],
    )


def test_a_resolution_is_one_in_all_articles_with_the_stated_year() -> None:
    (one,) = table(FIRST, SECOND).resolutions
    assert (one.number, one.year, one.year_from) == ("1701", 2006, "text")
    assert [mention.article for mention in one.mentions] == ["a1", "a2"]


def test_facts_know_their_article_and_run_on() -> None:
    facts = table(FIRST, SECOND).facts
    assert [fact.id for fact in facts] == [f"f{n}" for n in range(1, len(facts) + 1)]
    assert [fact.article for fact in facts] == ["a1", "a1", "a2", "a2"]


def test_the_order_of_articles_is_the_order_of_people() -> None:
    assert [person.name for person in table(OTHER, FIRST).people] == ["Tomás Ferreyra", "Lucía Ferreyra"]


def test_ids_are_stable_and_found_again() -> None:
    once, again = table(FIRST, SECOND, OTHER), table(FIRST, SECOND, OTHER)
    ids = [record.id for record in (*once.people, *once.resolutions, *once.organizations, *once.facts)]
    assert ids == [record.id for record in (*again.people, *again.resolutions, *again.organizations, *again.facts)]
    assert len(ids) == len(set(ids)) > 8
    assert [once.record(id) for id in ids] == [again.record(id) for id in ids]
    assert once.record("p99") is None


def test_text_added_below_leaves_the_ids_above() -> None:
    before, after = table(FIRST), table(FIRST, OTHER)
    assert [(p.id, p.name) for p in after.people][: len(before.people)] == [(p.id, p.name) for p in before.people]
    assert after.facts[: len(before.facts)] == before.facts


def test_no_article_gives_an_empty_table() -> None:
    for empty in (build([]), table(""), table(" \n\n")):
        assert (empty.people, empty.resolutions, empty.organizations, empty.facts) == ((), (), (), ())


def test_an_article_is_found_by_its_id() -> None:
    two = table(FIRST, OTHER)
    found: Article | None = two.article("a2")
    assert found is not None
    assert found.text == OTHER
    assert two.article("a3") is None
