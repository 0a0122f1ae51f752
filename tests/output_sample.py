"""A small hand-made table for the tests of what is printed; its text holds what tends to go wrong on a screen."""

from __future__ import annotations

from unami_cli.model import (
    Article,
    Block,
    BlockKind,
    Comparator,
    Credit,
    Date,
    Evidence,
    Fact,
    Figure,
    Mention,
    Organization,
    Person,
    Quote,
    Resolution,
    Role,
    Sentence,
    Span,
)
from unami_cli.table import FactTable

TITLE = "Mission of the Harbour Commission Ends"
BYLINE = "By Ana Lúcia Ferreira"
FIRST = (
    "On March 3, 2021, Harbour Commission (HACO) chairwoman Zoë Ångström closed the mission [sic] under Security "
    "Council Resolution 1500."
)
SECOND = "“We leave [the quays] in :warning: good order,” Ångström said. At least 1,200 dockers stay until March 31st."
THIRD = "The ministry of 港湾 in محمد العلي square was told: =HYPERLINK(1) \x1b[31mred\u202e [/] and\ta tab."
TEXT = f"{TITLE}\n\n{BYLINE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
SENTENCES = (
    "“We leave [the quays] in :warning: good order,” Ångström said.",
    "At least 1,200 dockers stay until March 31st.",
)


def span(words: str, after: str = "") -> Span:
    """Where the words stand in the text, the first time after `after`."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def mention(words: str, paragraph: int, after: str = "", article: str = "a1") -> Mention:
    found = span(words, after)
    return Mention(found.start, found.end, article, paragraph)


def block(words: str, kind: BlockKind, number: int, sentences: tuple[str, ...]) -> Block:
    found = span(words)
    inside = (span(sentence) for sentence in sentences)
    return Block(found.start, found.end, kind, number, tuple(Sentence(s.start, s.end, number) for s in inside))


def article(id: str = "a1", path: str | None = None) -> Article:
    name = span("Ana Lúcia Ferreira")
    return Article(
        id=id,
        text=TEXT,
        path=path,
        title=span(TITLE),
        blocks=(
            block(TITLE, BlockKind.TITLE, 0, (TITLE,)),
            block(BYLINE, BlockKind.BYLINE, 0, ()),
            block(FIRST, BlockKind.PARAGRAPH, 1, (FIRST,)),
            block(SECOND, BlockKind.PARAGRAPH, 2, SENTENCES),
            block(THIRD, BlockKind.PARAGRAPH, 3, (THIRD,)),
        ),
        byline=(Credit(name.start, name.end, "Ana Lúcia Ferreira", None),),
    )


def _date(words: str, edtf: str, resolved: str, anchor: Span | None = None) -> Date:
    return Date(*_ends(span(words)), words, edtf, resolved, anchor)


def _facts(article: str) -> tuple[Fact, ...]:
    words, dockers = "We leave [the quays] in :warning: good order,", "At least 1,200 dockers"
    why = Evidence(*_ends(span("Ångström said")), article, "named right after the quotation")
    said = Quote(*_ends(span(words)), words, "Zoë Ångström", why)
    opened = _date("March 3, 2021", "2021-03-03", "2021-03-03")
    ends = _date("March 31st", "XXXX-03-31", "2021-03-31", span("March 3, 2021"))
    many = Figure(*_ends(span(dockers)), dockers, 1200, "dockers", Comparator.AT_LEAST)
    rows = (
        (FIRST, 1, (opened,), (), (), ("p1",), ("r1500",), ("o1",)),
        (SENTENCES[0], 2, (), (), (said,), ("p1",), (), ()),
        (SENTENCES[1], 2, (ends,), (many,), (), (), (), ()),
        (THIRD, 3, (), (), (), ("p3",), (), ("o2",)),
    )
    return tuple(
        Fact(*_ends(span(text)), f"f{number}", article, paragraph, text, dates, figures, quotes, people, cited, bodies)
        for number, (text, paragraph, dates, figures, quotes, people, cited, bodies) in enumerate(rows, 1)
    )


def _ends(found: Span) -> tuple[int, int]:
    return found.start, found.end


def table(*paths: str) -> FactTable:
    """The table of one article without a path, or of as many equal ones as there are paths (facts of the first)."""
    articles = tuple(article(f"a{n}", path) for n, path in enumerate(paths, 1)) or (article(),)
    ids = [one.id for one in articles]
    surname = mention("Ångström", 2, SENTENCES[0])
    role = mention("Harbour Commission (HACO) chairwoman", 1)
    evidence = Evidence(role.start, role.end, "a1", "an office before the name")
    named = tuple(m for id in ids for m in (mention("Zoë Ångström", 1, article=id), surname) if m.article == id)
    office = Role("Harbour Commission (HACO) chairwoman", (role,))
    symbol, address = "S/RES/1500 (2003)", "https://docs.un.org/en/S/RES/1500(2003)"
    cited = (mention("Security Council Resolution 1500", 1),)
    return FactTable(
        articles=articles,
        people=(
            Person("p1", "Zoë Ångström", ("Ångström",), (office,), named, (evidence,)),
            Person("p2", "Ana Lúcia Ferreira", (), (), (mention("Ana Lúcia Ferreira", 0),)),
            Person("p3", "محمد العلي", (), (), (mention("محمد العلي", 3),)),
        ),
        resolutions=(
            Resolution("r1500", "1500", "Security Council", 2003, "register", symbol, address, cited, ("f1",)),
        ),
        organizations=(
            Organization("o1", "Harbour Commission", ("HACO",), (mention("Harbour Commission", 1, BYLINE),)),
            Organization("o2", "ministry of 港湾", (), (mention("ministry of 港湾", 3),)),
        ),
        facts=_facts("a1"),
    )
