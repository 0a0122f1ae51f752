"""Where sentences end, and where they do not."""

import pytest

from unami_cli.reading import read_text
from unami_cli.reading.sentences import sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, 0, len(text), 1)]


TWO = [
    ("He left.", "She stayed."),
    ("Was it over?", "Nobody knew."),
    ("It was over!", "They cheered."),
    ("He said “it is over.”", "Next came silence."),
    ("“We won.", "They lost,” he said."),
    ('"We won.', 'They lost," he said.'),
    ("He called it a “conclusion.”", "The mission ended."),
    ("He called it a “conclusion”.", "The mission ended."),
    ("It fell by 2.4%.", "Oil rose 3.1 per cent."),
    ("It happened in 2003.", "Iraq had no government."),
    ("It ended in 1.5 hours.", "15 people were freed."),
    ("They came from the U.S.", "The visit was short."),
    ("He joined Acme Inc.", "In 2004 he left."),
    ("It met at 5 p.m.", "He was late."),
    ("She sold food, cloth, etc.", "But nobody came."),
    ("The vote was no.", "The chair resigned."),
    ("It is a work of art.", "Visitors came."),
    ("They left in haste.[3]", "Nobody returned."),
    ("They left in haste.[3][4]", "Nobody returned."),
    ("They left.[citation needed]", "Nobody returned."),
    ("(They left.)", "Nobody returned."),
    ("They left.", "(Nobody returned.)"),
    ("They left.", "“Nobody will return,” he said."),
    ("They met in Mosul.", "al-Abadi spoke first."),
    ("He read page 12.", "d’Estaing nodded."),
    ('"""We are here"" he says."', "Then he left."),
    ("It was ‘Hotel California.’ ”", "The band stopped."),
    ("I wonder...", "The train left."),
    ("She paused….", "The train left."),
    ("They met today.”", "Next week they will not."),
    ("**It is over.**", "The mission ended."),
    ("It is Plan B.", "The mission ended."),
    ("They came.", "Éva spoke."),
    ("He spoke in a hall of the capital .", "u.n. staff left on 4 May 2019 ."),
]
ONE = [
    "U.N. Secretary-General Ban Ki-moon met the U.S. Secretary of State.",
    "Gen. David Petraeus, Lt. Col. Amy Hunt, Maj. Gen. Roe and Sgt. First Class Doe met.",
    "Mr. Annan, Mrs. Roe, Dr. Ali, Prof. Li and St. John Smith met Rev. King.",
    "Sen. Smith (D-N.J.) and Rep. Roe, R-Wash., met Gov. Li.",
    "Resolution No. 1500 follows Nos. 12 and 13; see Art. 41, para. 3, pp. 4 and vol. 2.",
    "It fell on Aug. 14, 2003, and on Dec. 31.",
    "J. Smith, George W. Bush and J.K. Rowling met T. E. Lawrence.",
    "It cost $1.5 million, i.e. 3.5 times as much, e.g. Iraq vs. Iran.",
    "“Is it over?” he asked.",
    "“Is it over?” Kerry asked.",
    "“Get out!” President Obama shouted.",
    "He said he was... tired.",
    "He waited … President Assad never came.",
    "The meeting began at 10:05 a.m. Monday.",
    "The report by Roe et al. Smith cites is old.",
    "Aldergate Technologies Inc. Chairman John Roe resigned.",
    "Martin Luther King Jr. Day is in January.",
    "He was born in Portland, Ore. Roe confirmed it.",
    "Yemen is on www.un.org/News and costs .5 units.",
    "1. Decides to extend the mandate.",
    "Jonathan Cohen, Chargé d’Affaires, a.i., spoke.",
    "The temple dates to c. 500 B.C. or before.",
    "Brig.-Gen. Roe and Vice-Adm. Doe met Ph.D. Students.",
    "The U.S.-led force and Yahoo.com left",
    "He waited . . . and then the u . s . staff of .net left .",
]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_sentences(first: str, second: str) -> None:
    assert split(f"{first} {second}") == [first, second]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


def test_lost_spaces_between_sentences() -> None:
    assert split("He left on 3 May 2019.Ana Costa came.") == ["He left on 3 May 2019.", "Ana Costa came."]
    assert split("It was signed May. 9, 2019 in Rome.") == ["It was signed May. 9, 2019 in Rome."]
    assert split("He wrote v1.2019.Beta of it.")[0] != "He wrote v1.2019."
    assert split("The talks ended.The next round is due.”He left") == [
        "The talks ended.",
        "The next round is due.”",
        "He left",
    ]
    assert split("Node.Js and Booking.Com agreed") == ["Node.Js and Booking.Com agreed"]


def test_hidden_characters_between_sentences() -> None:
    assert split("They came.\u200b \u200eNobody spoke.") == ["They came.", "Nobody spoke."]


def test_a_headline_is_one_sentence() -> None:
    article = read_text("Iraq votes. What now\n\nThe polls closed on Monday in all of the country.")
    assert [len(block.sentences) for block in article.blocks] == [1, 1]
    assert article.blocks[0].sentences[0].paragraph == 0
