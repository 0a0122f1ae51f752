"""What the pieces of a text are: title, byline, paragraphs, sources, furniture."""

from pathlib import Path

import pytest

from unami_cli.model import Article, BlockKind
from unami_cli.reading import read_path, read_text
from unami_cli.reading.words import words_in

SEED = next((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PROSE = "The mission closed its office in the capital on Monday, officials said."
MORE = "Its staff of 700 people left the country two weeks later, they added."


def shape(article: Article) -> list[tuple[str, str]]:
    return [(str(b.kind), article.text[b.start : b.end]) for b in article.blocks]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in shape(read_text(text))]


def title(text: str) -> str | None:
    span = read_text(text).title
    return text[span.start : span.end] if span else None


def test_the_bundled_article() -> None:
    article = read_path(SEED)
    assert article.title is not None
    assert article.text[article.title.start : article.title.end] == article.text.splitlines()[0]
    assert [(c.text, c.role) for c in article.byline] == [("Tatyana Hurynovich", "Editor")]
    assert [b.number for b in article.blocks if b.kind is BlockKind.PARAGRAPH] == [1, 2, 3, 4, 5]
    sources = ["Radio Ecclesia", "UN News", "Kurdistan24", "Reuters", "Wikipedia", "RTP Notícias"]
    assert [article.text[s.start : s.end] for s in article.sources] == sources
    furniture = [article.text[b.start : b.end] for b in article.blocks if b.kind is BlockKind.FURNITURE]
    assert [line.split()[:2] for line in furniture] == [
        ["2", "Views"],
        ["Did", "you"],
        ["We", "will"],
        ["UN", "Mission"],
    ]
    assert sum(len(b.sentences) for b in article.blocks if b.kind is BlockKind.PARAGRAPH) == 18


TITLES = [
    (f"Mission ends in Iraq\n\n{PROSE}\n", "Mission ends in Iraq"),
    (f"Mission ends in Iraq\n{PROSE}\n{MORE}", "Mission ends in Iraq"),
    (f"# Mission ends in **Iraq**\n\n{PROSE}", "Mission ends in **Iraq**"),
    (f"Mission ends in Iraq\n====================\n\n{PROSE}", "Mission ends in Iraq"),
    (f"== Mission in Iraq ==\n{PROSE}", "Mission in Iraq"),
    (f"From: press@un.org\nDate: 14 August 2003\nSubject: Re: Mission ends in Iraq\n\n{PROSE}", "Mission ends in Iraq"),
    (f"---\ntitle: Mission ends in Iraq\nauthor: Jane Doe\n---\n\n{PROSE}", "Mission ends in Iraq"),
    (f"Mission ends in Iraq | The Daily Site\n\n{PROSE}", "Mission ends in Iraq"),
    (f"The World News\n\n{PROSE}", "The World News"),
    (f"World News\nMission ends after two decades in Iraq\n\n{PROSE}", "Mission ends after two decades in Iraq"),
    (
        f"SC/11143\n10 October 2013\n\nCOUNCIL EXTENDS MANDATE OF MISSION\n\n{PROSE}",
        "COUNCIL EXTENDS MANDATE OF MISSION",
    ),
    (f"By Jane Doe\n\nMission ends in Iraq\n\n{PROSE}", "Mission ends in Iraq"),
    (f"Will the mission end?\n\n{PROSE}", "Will the mission end?"),
    (f"Jane Roe obituary\n\nPhotographer who documented the markets for years\n\n{PROSE}", "Jane Roe obituary"),
    (f"Envoy: ‘Nowhere is safe’\n\n{PROSE}", "Envoy: ‘Nowhere is safe’"),
    (f"\ufeff\n\n  Mission ends in Iraq  \r\n\r\n{PROSE}", "Mission ends in Iraq"),
]
NO_TITLES = [
    PROSE,
    f"{PROSE}\n\n{MORE}",
    f"Ministers met in Paris today.\n\n{PROSE}",
    f"Foreign Office Minister, Jane Doe, said:\n\n{PROSE}",
    f"QUESTION: Did you meet?\n\n{PROSE}",
    f"Ministers met “in good spirits.”\n\n{PROSE}",
    f"https://www.un.org/news\n\n{PROSE}",
    "Mission ends in Iraq",
    "",
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_titles(text: str, expected: str) -> None:
    assert title(text) == expected


@pytest.mark.parametrize("text", NO_TITLES)
def test_no_titles(text: str) -> None:
    assert title(text) is None


def test_the_head_of_a_mail() -> None:
    text = f"From: Jane Doe <jane@un.org>\nTo: press\nDate: Thu, 14 Aug 2003 10:00\nSubject: Mission ends\n in Iraq\n\n{PROSE}"
    article = read_text(text)
    assert [kind for kind, _ in shape(article)] == ["byline", "furniture", "byline", "title", "paragraph"]
    assert [c.text for c in article.byline] == ["Jane Doe"]
    assert title(text) == "Mission ends\n in Iraq"


WRAPPED = """MISSION ENDS IN IRAQ

The United Nations mission closed its office in the capital on Monday,
officials said, two decades after it had been set up by the Security
Council in Resolution 1500.

Its staff of 700 people left the country two weeks later. The special
envoy, Jane Doe, said: "We leave with a heavy heart, but we leave a
country that stands on its own."

KEY DATES
The mission was set up on 14 August 2003. It was extended every year
from then until the end of 2025.
"""


@pytest.mark.parametrize(
    "text", [WRAPPED, WRAPPED.replace("\n", "\r\n"), "".join(f"> {line}\n" for line in WRAPPED.splitlines())]
)
def test_wrapped_lines_are_joined(text: str) -> None:
    article = read_text(text)
    found = [(b.kind, b.number, len(b.sentences)) for b in article.blocks]
    paragraph = BlockKind.PARAGRAPH
    assert found == [
        (BlockKind.TITLE, 0, 1),
        (paragraph, 1, 1),
        (paragraph, 2, 2),
        (paragraph, 3, 1),
        (paragraph, 4, 2),
    ]
    sentence = article.blocks[1].sentences[0]
    words = [t.text for t in words_in(article.text, sentence.start, sentence.end)]
    assert words[words.index("Security") + 1] == "Council"


JOINED = [
    "BAGHDAD -- The mission in Iraq closed its doors to all visitors this\nweek.\n\nStaff packed their boxes.\n",
    "> > The mandate was renewed on Thursday by the whole Security Council\n> > under Resolution 2403, which had been adopted by fifteen to none.\n",
    "The mission left Iraq on Monday, and its head, Jane Doe, spoke to the\nreporters who had come to the airport.\n\n- A first point\n- A second one\n",
]
APART = [
    "The ministers made the following announcements:\n\nMinister secures progress on sales as the project moves forward in the House\nfurther joint action in the region\nRead the summit documents\n",
    f"{PROSE}\n{MORE}\n{PROSE}\n",
    f"{PROSE} {MORE} {PROSE}\nand a line that begins in lower case\n",
    "Jane Doe\nJohn Roe\nLi Na\n",
]


@pytest.mark.parametrize("text", JOINED)
def test_few_wrapped_lines_are_joined(text: str) -> None:
    assert "\n" in shape(read_text(text))[0][1]


@pytest.mark.parametrize("text", APART)
def test_lines_that_stand_for_themselves(text: str) -> None:
    assert [line for _, line in shape(read_text(text))] == [line for line in text.splitlines() if line]


def test_wrapped_paragraphs_told_apart_by_their_indent() -> None:
    first = "  The United Nations mission closed its office in the capital on a Monday,\nofficials said, two decades after it had been set up by the United Nations.\n"
    assert kinds(first * 3) == ["paragraph"] * 3


def test_a_line_a_paragraph() -> None:
    text = f"Mission ends in Iraq\n{PROSE}\n{MORE}\nA heading between\n{PROSE}"
    assert kinds(text) == ["title", "paragraph", "paragraph", "paragraph", "paragraph"]


def test_a_list_in_the_text_is_paragraphs_without_its_marks() -> None:
    text = f"Mission ends in Iraq\n\n{PROSE}\n\n- First point here\n* Second point here\n1. Third point here\n\n{MORE}"
    assert [line for _, line in shape(read_text(text))][2:5] == [
        f"{n} point here" for n in ("First", "Second", "Third")
    ]


FURNITURE = [
    "2 Views", "14 comments", "1.2k shares", "3 min read", "Share", "Share this article", "Advertisement", "Read more: Another story",
    "Related articles", "Follow us on Twitter", "Subscribe to our newsletter to get the best stories every day.",
    "Sign up to our newsletter", "Click here to read more.", "All rights reserved", "© 2019 The Site", "Copyright 2019 The Site. All rights reserved.",
    "Photo: Reuters", "Image credit: Getty", "We use cookies to give you the best experience on our site.", "Skip to content", "Print this page",
    "Tags: Iraq, UN", "Last updated: 5 March 2019", "Did you find an error?", "We will consider your comments as soon as possible.",
    "Mission ends in Ir... | The Site", "Mission ends in Iraq - The Site", "Mission ends in Iraq", "News › World › Iraq",
    "World | Sport | Weather", "* * *", "___", "♦ Download the app for your phone.", "[Advertisement]",
    "Show all 50", "See all 12 photos", "Choose a $60 Annual Subscription to read on.", "Join now or renew to get the Harrow Weekly.",
    "To continue reading, log in.", "Already subscribed? Log in.",
]  # fmt: skip
PARAGRAPHS = [
    "Advertisement spending by the parties rose to $2 million in the last year.",
    "Promoted to general in 2003, he now commands the forces in the north.",
    "Related to this, the Council extended the mandate of the mission.",
    "Subscribers to the fund pledged $5 million at the conference on Monday.",
    "Share prices fell by 5 per cent in the capital on Monday.",
    "Two views were heard in the Council on the future of the mission.",
    "14 people were killed",
    "Read the summit documents on issues including migration.",
    "Sources close to the talks said that they would go on.",
    "Photo: A man stands before the ruins of a house in the north of Mosul.",
    "More than 300 people left.",
    "Show all 50 guests to their seats, the host told the new waiters on Monday.",
    "Choose a doctor near your home, the ministry told the pensioners.",
    "Joining now would cost the country $60 a head, the minister said.",
    "UK-France relationship",
    "COUNCIL BRIEFS",
    "SECRETARY KERRY: We talked about the situation.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    article = read_text(f"Mission ends in Iraq\n\n{PROSE}\n\n{line}\n\n{MORE}")
    assert [kind for kind, _ in shape(article)] == ["title", "paragraph", "furniture", "paragraph"]
    assert article.blocks[2].sentences == ()
    assert [b.number for b in article.blocks] == [0, 1, 0, 2]


@pytest.mark.parametrize("line", PARAGRAPHS)
def test_near_misses_of_furniture(line: str) -> None:
    assert kinds(f"Mission ends in Iraq\n\n{PROSE}\n\n{line}\n\n{MORE}") == ["title", *["paragraph"] * 3]


def test_headlines_after_the_end_are_furniture_until_prose_follows() -> None:
    text = f"Mission ends in Iraq\n\n{PROSE}\n\nRelated articles\n\nEnvoy leaves Syria\n\nWho rules Yemen?\n\n{MORE}\n\nA heading"
    assert kinds(text) == ["title", "paragraph", "furniture", "furniture", "furniture", "paragraph", "paragraph"]


def test_a_heading_after_an_advertisement_is_kept() -> None:
    text = f"Mission ends in Iraq\n\n{PROSE}\n\nAdvertisement\n\nThe next steps\n\n{MORE}"
    assert kinds(text) == ["title", "paragraph", "furniture", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("Sources\n\n  • UN News\n\n  • Reuters", ["UN News", "Reuters"]),
        ("References:\n1. UN News\n2. Reuters (2019). A report on Iraq, in three volumes and one part.", ["UN News", "Reuters (2019). A report on Iraq, in three volumes and one part."]),
        ("## Sources\n- UN News\n- Reuters\n\nDid you find an error?", ["UN News", "Reuters"]),
        ("SOURCES\nUN News\nReuters\n\n2 Views", ["UN News", "Reuters"]),
        ("Source: Reuters", ["Reuters"]),
        ("Sources: UN News, Reuters; AP.", ["UN News", "Reuters", "AP"]),
    ],
)  # fmt: skip
def test_sources(end: str, expected: list[str]) -> None:
    article = read_text(f"Mission ends in Iraq\n\n{PROSE}\n\n{MORE}\n\n{end}\n")
    assert [article.text[s.start : s.end] for s in article.sources] == expected
    block = next(b for b in article.blocks if b.kind is BlockKind.SOURCES)
    assert block.sentences == ()
    assert (block.start <= article.sources[0].start, block.end) == (True, article.sources[-1].end)


@pytest.mark.parametrize(
    "line", ["Sources", "Source: close to the talks, who asked not to be named, said that it was over."]
)
def test_no_sources(line: str) -> None:
    article = read_text(f"Mission ends in Iraq\n\n{PROSE}\n\n{line}\n\n{MORE}")
    assert article.sources == ()
    assert "sources" not in [kind for kind, _ in shape(article)]


def test_bylines_at_both_ends_but_not_in_the_middle() -> None:
    text = f"Mission ends in Iraq\n\nBy Jane Doe\nUpdated 15:02, 17 March 2016\n\n{PROSE}\n\n{MORE}\n\n(Editing by John Roe)"
    article = read_text(text)
    assert [kind for kind, _ in shape(article)] == ["title", "byline", "byline", "paragraph", "paragraph", "byline"]
    assert [(c.text, c.role) for c in article.byline] == [("Jane Doe", None), ("John Roe", "Editor")]
    assert article.blocks[1].sentences[0].paragraph == 0
    middle = "\n\n".join([PROSE] * 7 + ["By Jane Doe"] + [PROSE] * 12)
    assert read_text(middle).byline == ()
