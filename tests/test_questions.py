"""Questions: what they ask for, which sentence comes first, and which of its words answer. The article is invented."""

import pytest

from unami_cli import read
from unami_cli.lookup.query import parse_query
from unami_cli.lookup.questions import Wanted, noun_asked, understood
from unami_cli.lookup.search import Answer, search
from unami_cli.model import Kind
from unami_cli.reading import read_text
from unami_cli.table import build

TEXT = """Ferry to Sava Island sails again after nine years

The ferry to Sava Island resumed its service on 4 May 2019, Port Minister Rosa Delgado announced in Oslo.

The first crossing carried 312 passengers and took 40 minutes. A ticket costs $12. The old ship sank in a storm in \
March 2010, killing six sailors.

“We have waited for this day,” said Delgado, 51, who was elected in 2016. “Nobody believed that it would come,” \
harbour master Tomás Ferreyra told reporters at the town hall.

The Lake Chad Relief Agency (LCRA) paid for the new pier because the island has no other harbour. It was built by \
Nordvik Shipyards. Security Council resolution 1701 is not about ferries.

Critics of the project remain. Ferreyra rejected their doubts.
"""
TABLE = build([read_text(TEXT, "a1")])


def ask(text: str) -> Answer:
    return search(TABLE, parse_query(text))


WANTED = [
    ("what happened in 2016", Wanted.PHRASE),
    ("what did happen to the old ship", Wanted.PHRASE),
    ("who closed the gate", Wanted.WHO),
    ("who said that", Wanted.SPEAKER),
    ("what did Delgado say about it?", Wanted.SPEECH),
    ("when was it built", Wanted.DATE),
    ("in which year was it built", Wanted.DATE),
    ("how long ago was it built", Wanted.DATE),
    ("how many people came", Wanted.FIGURE),
    ("how old is Delgado", Wanted.FIGURE),
    ("how much does it cost", Wanted.FIGURE),
    ("what does a ticket cost", Wanted.FIGURE),
    ("what was the wind speed", Wanted.FIGURE),
    ("where is the pier", Wanted.PLACE),
    ("which country did it leave", Wanted.PLACE),
    ("which resolution set it up", Wanted.RESOLUTION),
    ("what is the LCRA", Wanted.MEANING),
    ("what does LCRA stand for", Wanted.MEANING),
    ("who is Rosa Delgado", Wanted.ROLE),
    ("which company built it", Wanted.BODY),
    ("why did they leave", Wanted.REASON),
    ("did the ship sink", Wanted.TRUTH),
    ("tell me when it was built", Wanted.DATE),
    ("whats the name of the ship", Wanted.TEXT),
    ("what's the LCRA", Wanted.MEANING),
    ("whre is the pier", Wanted.PLACE),
    ("hwo many people came", Wanted.FIGURE),
    ("WHEN WAS IT BUILT", Wanted.DATE),
    ("how often does it sail", Wanted.OFTEN),
    ("what does WHO stand for", Wanted.MEANING),
    ("the pier was built by whom?", Wanted.WHO),
]


@pytest.mark.parametrize(("text", "wanted"), WANTED)
def test_what_a_question_asks_for(text: str, wanted: Wanted) -> None:
    question = understood(parse_query(text))
    assert question is not None
    assert question.wanted is wanted


@pytest.mark.parametrize(
    "text", ["WHO", "who", "the man who sold the world", "WHO staff", "prime minister", "may 2019", '"who said"', "why"]
)
def test_what_is_no_question(text: str) -> None:
    assert understood(parse_query(text)) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("date of the crossing", Wanted.DATE),
        ("number of passengers aboard", Wanted.FIGURE),
        ("owners of the ship", Wanted.WHO),
        ("location of the pier", Wanted.PLACE),
    ],
)
def test_a_noun_phrase_may_ask(text: str, wanted: Wanted) -> None:
    question = noun_asked(parse_query(text))
    assert question is not None
    assert question.wanted is wanted


def test_words_of_asking_and_of_grammar_are_not_looked_for() -> None:
    question = understood(parse_query("when was the mission in Iraq established?"))
    assert question is not None
    assert [term.word for term in question.terms] == ["mission", "iraq", "established"]


ANSWERED = [
    ("when did the ferry service resume", "4 May 2019", "date"),
    ("When did the old ship sink?", "March 2010", "date"),
    ("when was delgado elected", "2016", "date"),
    ("how many passengers did the first crossing carry", "312 passengers", "figure"),
    ("how long did the crossing take", "40 minutes", "figure"),
    ("how much is a ticket", "$12", "figure"),
    ("how many sailors were killed", "six sailors", "figure"),
    ("who announced the service", "Rosa Delgado", "person"),
    ("who said they have waited for this day", "Delgado", "person"),
    ("who said that nobody believed it", "Tomás Ferreyra", "person"),
    ("what did Ferreyra say?", "Nobody believed that it would come", "quote"),
    ("who paid for the pier", "Lake Chad Relief Agency", "organization"),
    ("what does LCRA stand for?", "Lake Chad Relief Agency", "organization"),
    ("who is Rosa Delgado", "Port Minister", "text"),
    ("who was the pier built by", "Nordvik Shipyards", "organization"),
    ("which resolution is not about ferries", "Security Council resolution 1701", "text"),
    ("where did Delgado announce the service", "Oslo", "place"),
    ("why did the agency pay for a pier", "the island has no other harbour", "text"),
]


@pytest.mark.parametrize(("text", "answer", "kind"), ANSWERED)
def test_what_answers(text: str, answer: str, kind: str) -> None:
    found = ask(text)
    first = found.hits[0].answer
    assert found.question
    assert first is not None
    assert (first.text, first.kind) == (answer, kind)
    assert TEXT[first.start : first.end] == first.text


UNTOLD = [
    "how old is Ferreyra",
    "how many towns does the island have",
    "who designed the pier",
    "when was the agency founded",
    "where was Delgado born",
]


WRONG = [
    ("another ship than the sentence speaks of", "how many sailors does the new ship have"),
    ("the cost of something else", "how much did the pier cost"),
]


@pytest.mark.xfail(strict=True, reason="known wrong: one word tells the sentence from what is asked")
@pytest.mark.parametrize(("kind", "text"), WRONG)
def test_answers_that_are_known_to_be_wrong(kind: str, text: str) -> None:
    assert ask(text).hits[0].answer is None


NAMING = """The harbour today

The ferry to the island sails at least twice a day, and the buses from the pier leave every half hour.

The oldest boat of the harbour is the Grey Heron. Fishermen use a small net called shabka. \
The cook of the boat is paid badly. The owners have rung the office over forty times.
"""


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("how often does the ferry sail?", "at least twice a day"),
        ("how often do the buses leave", "every half hour"),
        ("how often did the owners ring the office", "over forty times"),
        ("what is the name of the oldest boat", "Grey Heron"),
        ("what is the small net called", "shabka"),
        ("what is the name of the cook", None),
    ],
)
def test_rates_and_names_answer(text: str, answer: str | None) -> None:
    found = search(build([read_text(NAMING)]), parse_query(text)).hits[0].answer
    assert (found and found.text) == answer


@pytest.mark.parametrize("text", UNTOLD)
def test_what_the_text_does_not_tell_has_no_answer_but_the_nearest_sentences(text: str) -> None:
    found = ask(text)
    assert found.question
    assert found.hits
    assert found.hits[0].answer is None


def test_what_nothing_holds_is_not_found() -> None:
    assert ask("who invented the telephone?").hits == ()


def test_the_words_that_the_nearest_sentence_lacks_are_told() -> None:
    assert ask("who designed the pier").missing == ("designed",)


def test_some_words_are_looked_for_together_and_else_what_has_most_comes() -> None:
    assert [hit.record.id for hit in ask("ferry service").hits] == ["f2"]
    found = ask("pier opening harbour")
    assert found.missing == ("opening",)
    assert found.hits[0].record.id == "f8"
    assert not found.question


def test_a_name_that_the_text_lacks_is_never_left_out() -> None:
    assert ask("Delgado Lindqvist").hits == ()


def test_a_name_is_found_before_a_noun_phrase_is_a_question() -> None:
    found = ask("Lake Chad Relief Agency")
    assert found.hits[0].record.id == "o1"
    assert not found.question


def test_a_name_in_capitals_is_not_the_word_that_asks() -> None:
    question = understood(parse_query("when did WHO leave"))
    assert question is not None
    assert [term.typed for term in question.terms] == ["WHO", "leave"]


def test_who_stands_in_a_byline_alone_is_found_by_a_question() -> None:
    found = search(
        build([read_text("A bridge opens\n\nBy Jo Lindahl\n\nThe bridge opened.\n")]), parse_query("who is Lindahl")
    )
    assert [(hit.kind, getattr(hit.record, "name", "")) for hit in found.hits] == [(Kind.PERSON, "Jo Lindahl")]


def test_who_edited_the_text_is_asked_by_its_kind() -> None:
    table = build([read_text("A bridge opens\n\nThe bridge opened.\n\nEdited by: Jo Lindahl\n")])
    for asked in ("who edited this article", "who edited the report?"):
        assert [getattr(hit.record, "name", "") for hit in search(table, parse_query(asked)).hits] == ["Jo Lindahl"]


def test_people_are_found_by_a_question_too() -> None:
    found = search(TABLE, parse_query("who is the port minister"), kinds=frozenset((Kind.PERSON,)))
    assert [hit.record.id for hit in found.hits] == ["p1"]


def test_an_id_is_the_record() -> None:
    assert [hit.record.id for hit in ask("p1").hits] == ["p1"]
    assert [hit.record.id for hit in ask("F3").hits] == ["f3"]


def test_a_question_of_nothing_but_grammar_finds_nothing() -> None:
    assert ask("who is he?").hits == ()


@pytest.mark.parametrize("text", ["who", "what is", "when?", "how many", "is it", "who?", "?"])
def test_questions_of_nothing_but_grammar_are_total(text: str) -> None:
    assert ask(text).hits == ask(text).hits


_PORT = "Ana Costa led the port in 2019. She hired 40 men. Bo Ray has led the port since May 3, 2021."
_TIMES = [
    ("who led the port in 2019", "Ana Costa"),
    ("who led the port in 2020", None),
    ("who led the port in june 2019", "Ana Costa"),
    ("who led the port before 2018", None),
    ("who led the port after 2020", "Bo Ray"),
    ("who led the port on 3 may 2021", "Bo Ray"),
    ("who led the port on 2 may 2021", None),
    ("who led the port in 2022", "Bo Ray"),
    ("how many men were hired in 2019", "40 men"),
    ("how many men were hired in 2021", None),
]
_SIGNED = "The IMF, the World Bank (WB) and the OECD signed it."
_NEIGHBOURS = [
    (_SIGNED, "what is IMF", None),
    (_SIGNED, "what is WB", "World Bank"),
    (_SIGNED.replace(" (WB)", ""), "what is the IMF", None),
    ("The IMF, the lender of last resort, signed it.", "what is IMF", "the lender of last resort"),
    ("The bank signed it with the IMF, the International Monetary Fund.", "what is IMF", "International Monetary Fund"),
    ("The World Health Organization (WHO) signed it.", "what is WHO", "World Health Organization"),
    ("The winner is the World Bank.", "what is the winner", "the World Bank"),
    ("Ana Costa, the World Bank envoy and the mayor, left.", "who is Ana Costa", "World Bank envoy and the mayor"),
    ("Jo Reed wrote to Ana Costa in Oslo.", "who is Ana Costa", None),
    ("Jo Reed, the mayor, wrote to Ana Costa in Oslo.", "who is the mayor", "Jo Reed"),
]
"""Others in the sentence of the one who is asked about."""
_TOWN = "The council called Tern a “normal town” on Monday"
_FAILED = "Mayor Ana Lindholm told the reporters that the talks had failed."
_WHOLE = [
    (_FAILED, "what did Lindholm say", "the talks had failed"),
    (f"{_TOWN}.", "is Tern a normal town?", _TOWN),
]
"""Answers that are not torn."""
_CAUSES = [
    ("The port closed because the river froze.", "the river froze"),
    ("Because the river froze, the port closed.", "the river froze"),
    ("The port closed on Monday due to ice.", "ice"),
    ("The port closed after the river froze.", "the river froze"),
    ("The port closed after two weeks.", None),
    ("The port closed for fear of attacks.", "for fear of attacks"),
    ("The port closed to save the herring.", "to save the herring"),
    ("The port closed to the public.", None),
    ("The port is expected to close.", None),
    ("The port has been closed since 2010.", None),
    ("The port closed for 20 years over the objections of many.", None),
    ("The port closed in May, and the mayor left because of a scandal.", None),
    ("He left because the port closed.", None),
    ("The port closed at the request of the dockers.", "at the request of the dockers"),
    ("The close of the port was a change ordered at the request of the dockers.", None),
]
_SPOKEN = (
    '"We shall close the port. The river is frozen," said Ana Costa. Bo Ray called the port "a lake of ice" on Monday.'
)
_QUOTED = [
    ("what did Ana Costa say", "We shall close the port. The river is frozen"),
    ("is the river frozen?", "The river is frozen"),
    ("will we close the port?", "We shall close the port"),
    ("did Bo Ray call it a lake?", 'Bo Ray called the port "a lake of ice" on Monday'),
]
_HOSTED = "Oslo will host a match in June, the union said on Wednesday."
_BANKS = "Ana Costa of Tern Bank spoke to the Daily Post."
_IN_OTHER_WORDS = [
    ("The port was established by Ana Costa. Bo Ray met Jo Reed.", "who created the port", "Ana Costa"),
    ("The port was dissolved by Ana Costa. Bo Ray met Jo Reed.", "who created the port", None),
    (
        "Between 2003 and 2011 3,438 people called the Tern helpline.",
        "how many people rang the Tern helpline",
        "3,438 people",
    ),
    ("Bo Ray has 3,438 people in Oslo.", "how many people rang the Tern helpline", None),
    ("Ana Costa announced the plans in Oslo. The plans are Bo Ray’s.", "who announced the plans", "Ana Costa"),
    ("Ana Costa thanked Bo Ray for years of help.", "what did Ana Costa thank Bo Ray for", "years of help"),
    ("Ana Costa thanked Bo Ray in Oslo.", "what did Ana Costa thank Bo Ray for", "Oslo"),
    ("He lives in Sava, capital of Tern, in Norland.", "what is the capital of Tern", "Sava"),
    (_HOSTED, "which city will host the match", "Oslo"),
    ("Ana Costa leads the union.", "who was the first leader of the union", None),
    ("Port director Ana Lindgren left.", "who is Ana Lindgr", "Port director"),
    ("The match will be held at the Canadian embassy on Wednesday.", "which city will hold the match", None),
    (_BANKS, "which bank is Ana Costa from", "Tern Bank"),
    (_BANKS, "which newspaper did Ana Costa speak to", "Daily Post"),
]
_ELECTED = "Ana Costa was praised and elected in May by Jo Reed."
_DOERS = [
    ("Ana Costa led the port and Bo Ray led the bank.", "who led the bank", "Bo Ray"),
    ("Bo Ray said that Ana Costa has founded the port.", "who founded the port", "Ana Costa"),
    ("The port was founded in Oslo by Ana Costa for Bo Ray.", "who founded the port", "Ana Costa"),
    ("Ana Costa was told that she had founded the port.", "who founded the port", "Ana Costa"),
    ("Ana Costa came to Oslo, worked for Bo Ray and founded the port.", "who founded the port", "Ana Costa"),
    ("Ana Costa, born in Oslo, founded the port.", "by whom was the port founded", "Ana Costa"),
    ("“We founded the port,” Ana Costa wrote.", "who founded the port", "Ana Costa"),
    ("To join the World Bank, people must be 20.", "who can join", None),
    ("World Bank Opens Applications as Newest Class Graduates", "who can apply", None),
    ("The winner of the prize is Ana Costa, said Bo Ray.", "who won the prize", "Ana Costa"),
    ("Bo Ray fired Ana Costa in Oslo.", "who has been fired", "Ana Costa"),
    ("Bo Ray fired Ana Costa in Oslo.", "whom did Bo Ray fire", "Ana Costa"),
    ("Bo Ray said that the man who was fired would sue.", "who was fired", None),
    ("The port was founded on May 4, 2019, via Resolution 1500.", "who founded the port", None),
    (_ELECTED, "who was elected", "Ana Costa"),
    (_ELECTED, "who elected Ana Costa", "Jo Reed"),
]


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("Foreign Secretary Jo Reed joined Defence Secretary Ana Costa.", "who is the Defence Secretary", "Ana Costa"),
        ("Former president Jo Reed met President Ana Costa.", "who is the president", "Ana Costa"),
        ("French President Jo Reed met German Chancellor Ana Costa.", "who is the German Chancellor", "Ana Costa"),
        ("Ana Costa was robbed by Jo Reed in Oslo.", "who was robbed", "Ana Costa"),
        ("Ana Costa was robbed by Jo Reed in Oslo.", "who robbed Ana Costa", "Jo Reed"),
        ("The bank pays $30 million, and the city pays $5 million.", "how much does the city pay", "$5 million"),
        ("Tern sent 300 trucks in 2021 and 450 trucks in 2022.", "how many trucks in 2021", "300 trucks"),
        ("Tern sent 300 trucks in 2021 and 450 trucks in 2022.", "how many trucks in 2022", "450 trucks"),
        ("The plant opened in 1990 and closed in 2005.", "when did the plant close", "2005"),
        ("The plant opened in 1990 and closed in 2005.", "when did the plant open", "1990"),
        ("Jo Reed was elected in 2010 and resigned in 2015.", "when did Jo Reed resign", "2015"),
        *[(_PORT, asked, answer) for asked, answer in _TIMES],
        *_NEIGHBOURS,
        *_IN_OTHER_WORDS,
        *_WHOLE,
        *[(text, "why did the port close", answer) for text, answer in _CAUSES],
        *_DOERS,
        *[(_SPOKEN, asked, answer) for asked, answer in _QUOTED],
    ],
)
def test_the_answer_belongs_to_what_is_asked(text: str, asked: str, answer: str | None) -> None:
    first = search(build([read(text.encode())]), parse_query(asked)).hits[0].answer
    assert (first and first.text) == answer
