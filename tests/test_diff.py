"""Two articles compared as facts: what differs, what only one tells, and what is never said to differ."""

from __future__ import annotations

import json
import random
from pathlib import Path
from textwrap import fill

import click
import pytest
from click.testing import CliRunner, Result

from unami_cli import Article, BlockKind, Difference, build, compare, read
from unami_cli.checking.alignment import sentence_key
from unami_cli.cli import unami
from unami_cli.output import columns
from unami_cli.table.kept import read_table, readable

_OWN = Path(__file__).parent / "accuracy" / "texts"
_OTHERS = Path(__file__).parent.parent.parent / "shared" / "accuracy" / "articles"
TEXTS = sorted([*_OWN.glob("*.txt"), *_OTHERS.glob("*.txt")])

OLD = """Harbour Mission Ends After Nine Years

By Jane Doe

On March 3, 2021, Foreign Minister Ana Costa closed the harbour mission in Oslo under Security Council Resolution 1500. \
"We leave the quays in very good order," Costa said.

The mission, which began in 2012, employed over 700 people at its peak. It cost 40 million dollars a year.

The Harbour Commission welcomed the decision.
"""
NEW = """Mission in Oslo Harbour Closed

By Jane Doe

The harbour mission in Oslo was closed on March 4, 2021 by Ana Costa, the Interior Minister. The Security Council had \
asked for it in Resolution 1501.

“We leave the quays in good order”, Ms. Costa told reporters.

At its peak the mission had employed about 900 people. It had been founded in 2012. Every year it cost 45 million \
dollars. Peter Lund, the mayor, thanked the staff.
"""


def article(text: str) -> Article:
    return read(text.encode())


def told(old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    """The kind and the two values of each difference."""
    return [(one.kind, one.a and one.a.value, one.b and one.b.value) for one in compare(article(old), article(new))]


def shuffled(one: Article, seed: int) -> str:
    """The text with its paragraphs in another order."""
    blocks = [block for block in one.blocks if block.kind is BlockKind.PARAGRAPH]
    order = random.Random(seed).sample(blocks, len(blocks))  # noqa: S311
    parts, at = [], 0
    for block, other in zip(blocks, order, strict=True):
        parts += [one.text[at : block.start], one.text[other.start : other.end]]
        at = block.end
    return "".join([*parts, one.text[at:]])


@pytest.mark.parametrize(
    ("old", "new", "kind", "a", "b"),
    [
        (
            "The council met 40 envoys in the old harbour of Oslo.",
            "In the old harbour of Oslo, the council met 50 envoys.",
            "figure", "40 envoys", "50 envoys",
        ),
        (
            "The port employed over 600 dockers in its busiest year.",
            "The port employed over 700 dockers in its busiest year.",
            "figure", "over 600 dockers", "over 700 dockers",
        ),
        (
            "The flood killed 17 people and injured 40 villagers in the northern valley.",
            "In the northern valley the flood killed 23 people and injured 40 villagers.",
            "figure", "17 people", "23 people",
        ),
        (
            "The harbour bridge of Oslo was opened on 3 May 2020.",
            "On 4 May 2020 the harbour bridge of Oslo was opened.",
            "date", "3 May 2020", "4 May 2020",
        ),
        (
            "Fighting in the border province lasted from 1989 to 1995.",
            "Fighting in the border province lasted from 1986 to 1995.",
            "date", "from 1989 to 1995", "from 1986 to 1995",
        ),
        (
            "The harbour mission was established in Oslo in 2012.",
            "The harbour mission was created in Oslo in 2013.",
            "date", "2012", "2013",
        ),
        (  # one deed in two words
            "The fund was established in Oslo in 2012.",
            "The fund was founded in Oslo in 2013.",
            "date", "2012", "2013",
        ),
        (  # several of one unit, in their order
            "Turnout in the old port of Oslo rose from 40 percent to 50 percent.",
            "Turnout in the old port of Oslo rose from 41 percent to 52 percent.",
            "figure", "50 percent", "52 percent",
        ),
        (  # in a later sentence of the quotation
            "“We leave Oslo. The old quays are in good order,” said Ana Costa.",
            "“We leave Oslo. The old quays are in bad order,” said Ana Costa.",
            "quote", "We leave Oslo. The old quays are in good order,", "We leave Oslo. The old quays are in bad order,",
        ),
        (
            "Foreign Minister Ana Costa left Oslo.",
            "Ana Costa, the Interior Minister, went home.",
            "role", "Foreign Minister", "Interior Minister",
        ),
        (
            "Foreign Minister Ana Costa left Oslo.",
            "Former Foreign Minister Ana Costa went home.",
            "role", "Foreign Minister", "Former Foreign Minister",
        ),
        (
            "“We leave the quays in very good order,” said Ana Costa.",
            "Ana Costa told them: “We leave the quays in good order.”",
            "quote", "We leave the quays in very good order,", "We leave the quays in good order.",
        ),
        (
            "“We leave the quays in good order,” said Ana Costa.",
            "“We leave the quays in good order,” said Peter Lund.",
            "quote", "Ana Costa", "Peter Lund",
        ),
        (
            "The council did not approve the plan of the port.",
            "The council approved the plan of the port.",
            "denial", "denied", "not denied",
        ),
        (
            "The lost plane has yet to be found near the island since March 8.",
            "The lost plane has been found near the island since March 8.",
            "denial", "denied", "not denied",
        ),
        (
            "No one was hurt in the port fire on the island.",
            "Someone was hurt in the port fire on the island.",
            "denial", "denied", "not denied",
        ),
        (
            "The index gained 12 points on the news from the port.",
            "The index lost 12 points on the news from the port.",
            "denial", "gained", "lost",
        ),
        (
            "The pass costs $57 a month for all in town.",
            "The pass costs €57 a month for all in town.",
            "figure", "$57", "€57",
        ),
        (
            "The court of Oslo found them guilty on Thursday.",
            "The court of Oslo found them guilty on Friday.",
            "date", "Thursday", "Friday",
        ),
        (
            "The vote on Security Council Resolution 1500 (2003) was short.",
            "They spoke of Security Council Resolution 1500 (2004) at length.",
            "resolution", "2003", "2004",
        ),
    ],
)  # fmt: skip
def test_what_both_tell_with_other_values_differs(old: str, new: str, kind: str, a: str, b: str) -> None:
    assert (kind, a, b) in told(old, new)
    assert (kind, b, a) in told(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "On 3 May 2020 the harbour bridge of Oslo was opened.",
            "The harbour bridge of Oslo was opened on May 3, 2020.",
        ),
        ("In May 2020 the harbour bridge of Oslo was opened.", "The harbour bridge of Oslo was opened on May 3, 2020."),
        ("The old port employed 1,200 dockers at night.", "At night the old port employed twelve hundred dockers."),
        ("The old port employed 701 dockers at night.", "At night the old port employed over 700 dockers."),
        ("The old port was busy for two decades.", "The old port was busy for 20 years."),
        ("“We leave the quays,” said Ana Costa.", '"We leave the quays", Ana Costa said.'),
        ("Ana Costa, the foreign minister, left.", "Foreign Minister Ana Costa left."),
        ("Minister Ana Costa left.", "Foreign Minister Ana Costa left."),
        ("Ana Costa resigned. Costa left.", "Ana Costa resigned."),
        ("Costa resigned, and Mr. Costa left.", "Ana Costa resigned and left."),
        ("Ana Maria Costa resigned.", "Ana Costa resigned."),
        ("They obeyed Security Council Resolution 1500.", "UN Security Council resolution 1500 was obeyed."),
        ("They obeyed Security Council Resolution 1973.", "UN Security Council resolution 1973 (2011) was obeyed."),
        # One sentence in the other.
        (
            "The old port of Oslo, which the council bought from a shipping company after a long quarrel over money and "
            "honour, employed 700 dockers.",
            "The old port of Oslo employed 700 dockers.",
        ),
        # What is worded alike is a pair before what only agrees.
        (
            "The old port of Oslo had about 750 dockers, of them 700 dockers at night.",
            "The old port of Oslo had 700 dockers at night, of about 800 dockers.",
        ),
        ("Three men died.", "3 men died."),
        # What is named in words that are no name to the other.
        ("The Harbour Commission welcomed it.", "They asked the harbour commission for it."),
        (
            "The Security Council met. Resolution 1500 was short.",
            "The Security council met. Of Resolution 1500 all spoke.",
        ),
        ("The UN Security Council met on Resolution 1500.", "UN Security Council talks: all spoke of Resolution 1500."),
        ("“We leave the old quays,” said Ana Costa.", "“We leave the old quays,” a minister said of Ana Costa."),
    ],
)
def test_other_words_for_the_same_are_no_difference(old: str, new: str) -> None:
    values = [one for one in told(old, new) if one[0] != "role"]
    assert values == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Other times, other numbers: what a table of years says.
        (
            "Exports of the island rose by 5 percent in 2010. Exports of the island rose by 6 percent in 2011.",
            "Exports of the island rose by 7 percent in 2012. Exports of the island rose by 8 percent in 2013.",
        ),
        # Other people.
        (
            "Ana Costa scored 40 points in the long evening final of the harbour cup in Oslo.",
            "Peter Lund scored 50 points in the long evening final of the harbour cup in Oslo.",
        ),
        # The opposite deed.
        ("The harbour mission of Oslo began in 2012.", "The harbour mission of Oslo ended in 2013."),
        # Too few words in common.
        ("He was 40 years old.", "She was 50 years old."),
        # Other things are counted.
        ("The old port of Oslo has 40 cranes.", "The old port of Oslo has 50 dockers."),
        # Other deeds at one place.
        (
            "The old port of Oslo lost 40 dockers to the navy last winter.",
            "The old port of Oslo hired 50 dockers from a bankrupt railway company.",
        ),
        # Without a unit, in sentences that are not quite alike.
        (
            "The harbour index of old Oslo rose to 40 in trade.",
            "In calm trade the harbour index of old Oslo closed at 50.",
        ),
        # A bound far off.
        ("The old port of Oslo has over 40 cranes.", "Cranes are what the old port of Oslo has most: 4,000 cranes."),
        # One may be true of the other.
        ("The old port of Oslo has over 40 cranes.", "50 cranes, or so, stand in the old port of Oslo."),
        # An office that shares no word with the other may be held beside it.
        ("Lawyer Ana Costa left Oslo.", "Foreign Minister Ana Costa went home."),
        # Other speakers and other words.
        ("“We leave the quays in good order,” said Ana Costa.", "“We left the quays in good order,” said Peter Lund."),
    ],
)
def test_in_doubt_nothing_differs(old: str, new: str) -> None:
    assert [one for one in compare(article(old), article(new)) if one.change == "differs"] == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            "Ana Costa left Oslo. Mr. Costa slept.",
            "Eva Costa left Oslo. Mr. Costa slept.",
            [("person", "Ana Costa", "Eva Costa")],
        ),
        ("Ana Maria Costa left.", "Ana Lucia Costa left.", [("person", "Ana Maria Costa", "Ana Lucia Costa")]),
        (
            "Mr. Costa left.",
            "Ana Costa left. Eva Costa came.",
            [("person", None, "Ana Costa"), ("person", None, "Eva Costa")],
        ),
        (
            "Ana Costa left. Eva Costa came.",
            "Mr. Costa left.",
            [("person", "Ana Costa", None), ("person", "Eva Costa", None)],
        ),
        ("The blaze cost £2 million.", "The blaze cost £5 million.", [("figure", "£2 million", "£5 million")]),
        (
            "In 2006, the group met 40 people in Oslo.",
            "In 2007, the group met 50 people in Oslo.",
            [("date", "2006", "2007"), ("figure", "40 people", "50 people")],
        ),
        (
            "In 2006, the group met 40 people in Oslo.",
            "In 2007, the group met 50 people in the hills.",
            [
                ("date", "2006", None),
                ("date", None, "2007"),
                ("figure", "40 people", None),
                ("figure", None, "50 people"),
            ],
        ),
        (
            "The UNHCR opened a camp in Oslo in May.",
            "The UNICEF opened a camp in Oslo in May.",
            [("organization", "UNHCR", "UNICEF")],
        ),
        ("Mayor Ana Costa spoke.", "Minister Ana Costa spoke.", [("role", "Mayor", "Minister")]),
        (
            "“We go. You stay,” said Ana Costa. The old port has closed.",
            "The old port has closed.",
            [("person", "Ana Costa", None), ("quote", "We go. You stay,", None)],
        ),
        (
            "Five people died in the fire of Oslo on 3 May 2024.",
            "Seven people died in the fire of Oslo on 4 May 2024.",
            [("date", "3 May 2024", "4 May 2024"), ("figure", "Five people", "Seven people")],
        ),
        (
            "Ana Costa confirmed that the old port of Oslo opens for three weeks.",
            "Ana Costa denied that the old port of Oslo opens for three weeks.",
            [("denial", "not denied", "denied")],
        ),
        (
            "“We leave the old quays in good order and go home,” said Ana Costa.",
            "“We leave the old quays,” said Ana Costa.",
            [("quote", "We leave the old quays in good order and go home,", None)],
        ),
        (
            "The old port of Oslo has over 40 cranes.",
            "The old port of Oslo has 4,000 cranes.",
            [("figure", "over 40 cranes", "4,000 cranes")],
        ),
    ],
)
def test_what_one_tells(old: str, new: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert told(old, new) == found


def test_a_day_is_compared_as_it_is_worded_whatever_year_the_text_around_makes_it() -> None:
    old = "On 1 March 2020 Peter Lund left. The harbour bridge of Oslo was opened on 3 May."
    new = "Peter Lund came on 1 March 2021. On May 3 the harbour bridge of Oslo was opened."
    assert [one for one in told(old, new) if "3 May" in one or "May 3" in one] == []


@pytest.mark.parametrize(
    ("old", "new", "about"),
    [
        ("In 2012 seven dockers, who were young, left Oslo.", "Nobody went.", "dockers, who were young, left Oslo"),
        (
            "The old port of Oslo was shut in 2012.",
            "In 2013, it is said, the port of Oslo was shut.",
            "port of Oslo was shut",
        ),
        (
            "In 2012 the dockers of the old port left Oslo for good, as nobody paid them.",
            "Nobody went.",
            "dockers of the old port left Oslo for good, as…",
        ),
        (
            "In 2012 the dockers called Oslo\nthe “town of towns” of the north.",
            "Nobody went.",
            "dockers called Oslo the “town of towns” of the…",
        ),
        (
            "In 2012 the dockers of the port called Oslo the “town of all towns”.",
            "No.",
            "dockers of the port called Oslo the…",
        ),
    ],
)
def test_it_is_told_in_words_of_the_text_what_values_are_about(old: str, new: str, about: str) -> None:
    (one,) = compare(article(old), article(new))[:1]
    assert (one.kind, one.about) == ("date", about)


def test_a_sentence_is_known_by_its_words() -> None:
    one, other = (build([article(text)]).facts[0] for text in ("“We’re  here,” he said.", '"We\'re here," he said.'))
    assert sentence_key(one) == sentence_key(other)


def test_reports_of_one_event() -> None:
    assert told(OLD, NEW) == [
        ("person", None, "Peter Lund"),
        ("role", "Foreign Minister", "Interior Minister"),
        ("organization", "Harbour Commission", None),
        ("resolution", "Security Council Resolution 1500", None),
        ("resolution", None, "Security Council Resolution 1501"),
        ("date", "March 3, 2021", "March 4, 2021"),
        ("date", "2012", None),
        ("date", None, "2012"),
        ("figure", "40 million dollars", "45 million dollars"),
        ("figure", "Nine Years", None),
        ("quote", "We leave the quays in very good order,", "We leave the quays in good order"),
    ]


def test_an_abbreviated_office_is_the_office() -> None:
    assert told("Prime Minister Ana Costa left Oslo.", "PM Ana Costa left Oslo.") == []
    assert told("Prime Minister Ana Costa left Oslo.", "Foreign Minister Ana Costa left Oslo.") == [
        ("role", "Prime Minister", "Foreign Minister")
    ]


def test_sides_change_places() -> None:
    forth = {(one.kind, one.a and one.a.value, one.b and one.b.value) for one in compare(article(OLD), article(NEW))}
    back = {(one.kind, one.b and one.b.value, one.a and one.a.value) for one in compare(article(NEW), article(OLD))}
    assert forth == back


def test_a_value_pairs_with_one_other() -> None:
    old = "The flood killed 17 people in the northern valley. The flood killed 17 people in the northern valley town."
    new = "The flood killed 23 people in the northern valley."
    assert told(old, new) == [("figure", "17 people", "23 people"), ("figure", "17 people", None)]


def test_values_stand_where_they_say() -> None:
    old, new = article(OLD), article(NEW)
    for one in compare(old, new):
        for side, text in ((one.a, old.text), (one.b, new.text)):
            if side and side.fact:
                assert text[side.fact.start : side.fact.end] == side.fact.text
            if side and side.span and one.kind in {"date", "figure", "quote"}:
                assert text[side.span.start : side.span.end] == side.value


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_order_of_paragraphs_is_no_difference(path: Path) -> None:
    one = read(str(path))
    for seed in (1, 2):
        assert compare(one, article(shuffled(one, seed))) == ()
    assert compare(one, article(one.text.replace("\n", "\r\n"))) == ()


def test_the_width_of_lines_and_the_marks_of_quotations_are_no_difference() -> None:
    wrapped = "\n".join(fill(line, 60) for line in OLD.splitlines())
    assert wrapped.count("\n") > OLD.count("\n")
    assert told(OLD, wrapped.replace('"We', "“We").replace('order,"', "order,”")) == []


def test_a_seeded_change_is_the_only_difference() -> None:
    for before, after, found in (
        ("40 million", "45 million", [("figure", "40 million dollars", "45 million dollars")]),
        ("in 2012", "in 2013", [("date", "2012", "2013")]),
        ("March 3", "March 5", [("date", "March 3, 2021", "March 5, 2021")]),
        ("over 700", "over 900", [("figure", "over 700 people", "over 900 people")]),
        ("Foreign Minister", "Prime Minister", [("role", "Foreign Minister", "Prime Minister")]),
        (
            "very good",
            "rather bad",
            [("quote", "We leave the quays in very good order,", "We leave the quays in rather bad order,")],
        ),
    ):
        assert told(OLD, OLD.replace(before, after)) == found


@pytest.mark.parametrize("path", sorted(_OWN.glob("*.txt")), ids=lambda path: path.stem)
def test_a_kept_table_compares_as_its_text(path: Path) -> None:
    one = read(str(path))
    table, _ = read_table(json.dumps(columns.table(build([one]))).encode(), "kept")
    assert compare(readable(table), one) == ()


@pytest.mark.parametrize("text", ["", "\n\n", "“", "2012", "5 5 5", "A. B. C.", "a \x1b[31m", "“a” “a” “a”"])
def test_no_text_makes_it_raise(text: str) -> None:
    compare(article(text), article(OLD))
    compare(article(OLD), article(text))
    assert compare(article(text), article(text)) == ()


# ---- the command -------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("old.txt").write_text(OLD, encoding="utf-8")
    Path("new.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


def run(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(unami, ["diff", *words], input=stdin)


@pytest.mark.usefixtures("folder")
def test_exit_codes() -> None:
    assert run("old.txt", "new.txt").exit_code == 1
    same = run("old.txt", "old.txt", "-f", "json")
    assert (same.exit_code, same.stdout, same.stderr) == (0, "[]\n", "The two texts are the same.\n")
    assert run("old.txt", "-", stdin=OLD).exit_code == 0
    assert run("-", "new.txt", "-n", "1", stdin=OLD).exit_code == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Name two articles to compare: unami diff OLD.txt NEW.txt"),
        (("old.txt",), "Name two articles to compare: unami diff OLD.txt NEW.txt"),
        (("old.txt", "new.txt", "third.txt"), "unexpected extra argument (third.txt)"),
        (("old.txt", "nowhere.txt"), "nowhere.txt: there is no such file"),
        (("old.txt", "."), ".: this is a folder"),
        (("-", "-"), "Standard input holds only one article"),
        (("old.txt", "new.txt", "--fields", "nmae"), "no field 'nmae'"),
        (
            ("old.txt", "new.txt", "-a", "new.txt"),
            "3 articles were named, counting those of -a; only two can be compared",
        ),
    ],
)
def test_bad_input_is_said(words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr


@pytest.mark.usefixtures("folder")
def test_a_kept_table_of_several_articles_is_refused() -> None:
    kept = CliRunner().invoke(unami, ["-a", "old.txt", "-a", "new.txt", "export"]).stdout
    Path("two.json").write_text(kept, encoding="utf-8")
    result = run("two.json", "old.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "two.json: a saved table of 2 articles; name a text, or a table of one article" in result.stderr


@pytest.mark.usefixtures("folder")
def test_a_kept_table_stands_for_its_article() -> None:
    kept = CliRunner().invoke(unami, ["-a", "old.txt", "export"]).stdout
    Path("old.json").write_text(kept, encoding="utf-8")
    assert run("old.json", "old.txt").exit_code == 0
    assert run("-", "old.txt", stdin=kept).exit_code == 0


@pytest.mark.usefixtures("folder")
def test_json() -> None:
    found = json.loads(run("old.txt", "new.txt", "-f", "json").stdout)
    assert found[4] == {
        "kind": "resolution",
        "change": "only-b",
        "about": "Security Council Resolution 1501",
        "a": None,
        "b": "Security Council Resolution 1501",
        "fact_a": None,
        "fact_b": {
            "paragraph": 1,
            "text": "The Security Council had asked for it in Resolution 1501.",
            "start": NEW.index("The Security"),
            "end": NEW.index("1501.") + 5,
        },
        "place_a": None,
        "place_b": {"start": NEW.index("Resolution 1501"), "end": NEW.index("1501.") + 4},
    }
    assert {one["change"] for one in found} == {"only-a", "only-b", "differs"}


@pytest.mark.usefixtures("folder")
def test_rows_can_be_chosen() -> None:
    shown = run("old.txt", "new.txt", "--fields", "kind,a,b", "--sort", "a", "-n", "2", "-f", "tsv").stdout
    assert shown == "kind\ta\tb\nfigure\t40 million dollars\t45 million dollars\ndate\t2012\t\n"
    names = [line.split()[0] for line in run("--fields", "help").stdout.splitlines()]
    assert names[:5] == ["kind", "change", "about", "a", "b"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("width", [20, 40, 80, 99, 100, 120, 200])
@pytest.mark.parametrize("color", ["never", "always"])
def test_no_line_is_wider_than_the_screen(width: int, color: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = unstyled(run("old.txt", "new.txt", "-f", "table", "--color", color).stdout)
    assert max(map(len, shown.splitlines())) <= width
    assert ("≠" in shown) is (width >= 100)


@pytest.mark.usefixtures("folder")
def test_what_several_rows_are_about_is_said_once() -> None:
    Path("a.txt").write_text("Mayor Ana Costa spoke of the harbour of Oslo.", encoding="utf-8")
    Path("b.txt").write_text("In the end it was the Minister Ana Costa who came.", encoding="utf-8")
    shown = run("a.txt", "b.txt", "-f", "table").stdout
    assert [line.strip() for line in shown.splitlines()].count("Ana Costa") == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("form", ["tsv", "markdown"])
def test_a_quotation_of_several_sentences_keeps_its_marks(form: str) -> None:
    Path("a.txt").write_text("The port closed.", encoding="utf-8")
    Path("b.txt").write_text('The port closed. "We go. You stay," Ana Costa said in Oslo. He left.', encoding="utf-8")
    assert '"We go. You stay"' in run("a.txt", "b.txt", "-f", form).stdout.replace('""', '"')
    (quote,) = (one for one in json.loads(run("a.txt", "b.txt", "-f", "json").stdout) if one["kind"] == "quote")
    assert quote["fact_b"]["text"] == '"We go. You stay," Ana Costa said in Oslo.'
    assert quote["fact_b"]["end"] - quote["fact_b"]["start"] == len(quote["fact_b"]["text"])


def unstyled(text: str) -> str:
    """The text without the codes of styles."""
    return click.unstyle(text)


@pytest.mark.usefixtures("folder")
def test_article_text_is_never_markup() -> None:
    Path("odd.txt").write_text("The [bold]council[/] met 40 \x1b[31menvoys in :warning: Oslo [/].", encoding="utf-8")
    shown = run("odd.txt", "old.txt", "-f", "table").stdout
    assert "[bold]council[/] met 40 ␛[31menvoys in :warning: Oslo [/]." in shown


def test_a_difference_names_its_change() -> None:
    assert {one.change for one in compare(article(OLD), article(""))} == {"only-a"}
    assert {one.change for one in compare(article(""), article(OLD))} == {"only-b"}
    assert isinstance(compare(article(""), article(OLD))[0], Difference)


def test_a_reversal_told_again_is_paired_once() -> None:
    texts = ("\n\n".join([f"The index {verb} on the news from the port."] * 3) for verb in ("gained", "lost"))
    told = compare(*[read(text.encode()) for text in texts])
    assert [(one.kind, one.a and one.a.value, one.b and one.b.value) for one in told] == [
        ("denial", "gained", "lost")
    ] * 3


VERSION = """Ferry sinks off Tern

The ferry sank off Tern on Friday evening. Captain Ana Costa said 18 people died. 149 of the survivors were in hospital.

More than 200 divers took part in the search. Tom Berg was thanked by Carl Diaz in the harbour. The mayor refused to open
the second quay. The ferry was built in Tern by a yard of the navy. Nobody was told of the leak before the journey.

The company will hold a meeting in May. The council voted by 10 votes to 5. Eve Hart sued Jan Moll in Foyle.
"""


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ("More than 200 divers", "Nearly 200 divers", [("figure", "More than 200 divers", "Nearly 200 divers")]),
        ("More than 200 divers", "200 divers", [("figure", "More than 200 divers", "200 divers")]),
        ("149 of the survivors", "146 of the survivors", [("figure", "149 of the survivors", "146 of the survivors")]),
        (
            "Tom Berg was thanked by Carl Diaz",
            "Carl Diaz was thanked by Tom Berg",
            [("name", "Tom Berg was thanked by Carl Diaz", "Carl Diaz was thanked by Tom Berg")],
        ),
        ("by 10 votes to 5", "by 5 votes to 10", [("figure", "10 votes to 5", "5 votes to 10")]),
        ("the second quay", "the third quay", [("figure", "second", "third")]),
        ("the second quay", "the 2nd quay", []),
        (
            "Eve Hart sued Jan Moll",
            "Jan Moll sued Eve Hart",
            [("name", "Eve Hart sued Jan Moll", "Jan Moll sued Eve Hart")],
        ),
        ("built in Tern by", "built in Odense by", [("name", "Tern", "Odense")]),
        ("mayor refused to open", "mayor did not refuse to open", [("denial", "denied", "not denied")]),
        ("company will hold", "company will not hold", [("denial", "not denied", "denied")]),
        ("The company will hold a meeting in May.", "", [("date", "May", None)]),
        (
            "Nobody was told of the leak before the journey.",
            "",
            [("sentence", "Nobody was told of the leak before the journey.", None)],
        ),
        (
            "The company will",
            "The harbour police opened an inquiry. The company will",
            [("sentence", None, "The harbour police opened an inquiry.")],
        ),
        (
            "The company will",
            "“We are sorry. We shall pay. Nobody knew,” said the captain. The company will",
            [("quote", None, "We are sorry. We shall pay. Nobody knew,")],
        ),
        ("Ana Costa said", "Ana Casta said", [("person", "Ana Costa", "Ana Casta")]),
        ("off Tern on Friday evening", "near Tern on Friday evening", []),
        ("Tom Berg was thanked by Carl Diaz in the harbour", "In the harbour Tom Berg was thanked by Carl Diaz", []),
        ("a yard of the navy", "a navy yard", []),
        (
            "More than 200 divers",
            "Fewer than 200 divers",
            [("figure", "More than 200 divers", "Fewer than 200 divers")],
        ),
    ],
)
def test_what_an_edit_changed_is_told(was: str, now: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert VERSION.count(was) == 1
    assert told(VERSION, VERSION.replace(was, now)) == found
    turned = [(kind, other, one) for kind, one, other in found]
    assert told(VERSION.replace(was, now), VERSION) == turned


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        # Numbers that change places.
        (
            "The blast killed 12 people and wounded 30.",
            "The blast killed 30 people and wounded 12.",
            [("figure", "12 people and wounded 30", "30 people and wounded 12")],
        ),
        (
            "The blast killed 12 people and wounded 30.",
            "The blast wounded 12 people and killed 30.",
            [("figure", "killed 12 people and wounded 30", "wounded 12 people and killed 30")],
        ),
        (
            "The fee rose from $10 to $12 on Friday.",
            "The fee fell from $12 to $10 on Friday.",
            [("figure", "$10 to $12", "$12 to $10"), ("denial", "rose", "fell")],
        ),
        ("The motion passed 52-48.", "The motion passed 51-49.", [("figure", "52-48", "51-49")]),
        (
            "The yard opened on 21 June while the quay opened on 29 June.",
            "The yard opened on 29 June while the quay opened on 21 June.",
            [("date", "21 June while the quay opened on 29", "29 June while the quay opened on 21")],
        ),
        (
            "Security Council Resolution 2690 was short.",
            "Security Council Resolution 2680 was short.",
            [("resolution", "Security Council Resolution 2690", "Security Council Resolution 2680")],
        ),
        # Parts of a time, and the side of it.
        (
            "The yard closes in the first quarter of 2026.",
            "The yard closes in the third quarter of 2026.",
            [("date", "the first quarter of 2026", "the third quarter of 2026")],
        ),
        ("The bridge opens in early 2026.", "The bridge opens in late 2026.", [("date", "early 2026", "late 2026")]),
        ("The bridge opens in 2026.", "The bridge opens in spring 2026.", [("date", "2026", "spring 2026")]),
        (
            "The bridge opens by May 2025.",
            "The bridge opens after May 2025.",
            [("date", "by May 2025", "after May 2025")],
        ),
        ("The raid took place yesterday.", "The raid took place today.", [("date", "yesterday", "today")]),
        # Values that are near, and bounds.
        (
            "About 13,000 people fled.",
            "About 12,500 people fled.",
            [("figure", "About 13,000 people", "About 12,500 people")],
        ),
        (
            "At least 23 men died there.",
            "More than 23 men died there.",
            [("figure", "At least 23 men", "More than 23 men")],
        ),
        ("Sales of the yard grew fivefold.", "Sales of the yard grew tenfold.", [("figure", "fivefold", "tenfold")]),
        # Words that say the opposite, and doubts.
        (
            "The yard made a profit of $2 million.",
            "The yard made a loss of $2 million.",
            [("denial", "profit", "loss")],
        ),
        ("The court upheld the ban.", "The court overturned the ban.", [("denial", "upheld", "overturned")]),
        ("The ship left before the storm.", "The ship left after the storm.", [("denial", "before", "after")]),
        ("Costa took the gold.", "Costa allegedly took the gold.", [("doubt", "not in doubt", "allegedly")]),
        ("The mayor may resign.", "The mayor will resign.", [("doubt", "may", "will")]),
        # A short line between two that both have.
        (
            "The cup goes on.\n\nSaturday 26 February\n\nAll of the seats are sold.",
            "The cup goes on.\n\nMonday 26 February\n\nAll of the seats are sold.",
            [("date", "Saturday 26 February", "Monday 26 February")],
        ),
    ],
)
def test_one_word_of_an_edited_sentence(old: str, new: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert told(old, new) == found
    assert told(new, old) == [(kind, other, one) for kind, one, other in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The blast killed 12 people and wounded 30.", "The blast wounded 30 and killed 12 people."),
        ("They voted in 2008 or 2012 in Oslo.", "They voted in 2012 or 2008 in Oslo."),
        ("Goals came from players 10 and 12 in Oslo.", "Goals came from players 12 and 10 in Oslo."),
        ("The fee rose from $10 to $12 in Oslo.", "The fee rose to $12 from $10 in Oslo."),
        ("The yard was sold for $3.4bn in May.", "The yard was sold for $3.4 billion in May."),
        ("Half of the voters stayed at home.", "50% of the voters stayed at home."),
        ("It reached 41.5C in Rome.", "It reached 41.5 degrees Celsius in Rome."),
        ("Schools in Oslo were shut for two weeks.", "Schools in Oslo were shut for a fortnight."),
        ("Nearly 200 divers came to Oslo.", "Almost 200 divers came to Oslo."),
        ("The yard closes in the first quarter of 2026.", "The yard closes in the 1st quarter of 2026."),
        ("The bridge opens in fall 2026.", "The bridge opens in autumn 2026."),
        ("The bridge opens on 3 May 2026.", "The bridge opens on Sunday, 3 May 2026."),
        ("The mayor may resign.", "The mayor might resign."),
        ("The UN sent a ship to Oslo.", "The United Nations sent a ship to Oslo."),
        ("Mali's foreign minister, Ana Costa, left.", "The Malian foreign minister, Ana Costa, left."),
        ("The US ambassador, Ana Costa, left.", "The United States ambassador, Ana Costa, left."),
    ],
)
def test_an_edit_that_says_the_same(old: str, new: str) -> None:
    assert told(old, new) == []
    assert told(new, old) == []


def test_a_figure_that_both_give_is_not_told_with_the_verb_that_turned() -> None:
    assert told("Sales rose 5% in March.", "Sales fell 5% in March.") == [("denial", "rose", "fell")]


def test_sentences_of_other_articles_are_not_listed() -> None:
    other = (
        "Snow falls in Oslo\n\nIt snowed all night in Oslo. Children stayed at home. Buses were late in the morning."
    )
    assert not [one for one in told(VERSION, other) if one[0] in ("sentence", "name")]
