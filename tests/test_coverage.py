from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from command import run
from hypothesis import example, given
from hypothesis import strategies as st

from unami_cli import Coverage, Cue, FactTable, build, coverage, read

HERE = Path(__file__).resolve().parent
TEXTS = [
    *sorted((HERE.parent / "seeds").glob("*.txt")),
    *sorted((HERE / "accuracy" / "texts").glob("*.txt")),
    *sorted((HERE.parent.parent / "shared" / "accuracy" / "articles").glob("*.txt")),
]
ARTICLE = """Talks in Ruritania Come to an End

Foreign Minister Ana Costa met 40 envoys in Oslo on 3 May 2020 under Security Council Resolution 2254. \
“We are nearly there,” Costa said.

She left on Tuesday at 10:30 from the Green Gate.
"""


def told(text: str) -> FactTable:
    return build([read(text.encode())])


def left(text: str) -> list[tuple[str, str]]:
    return [(one.cue.value, one.text) for one in coverage(told(text)).left]


CAPITALS = [
    ("The convoy left for Zubria at dawn.", ["Zubria"]),
    ("The convoy crossed the Gulf of Zubria at dawn.", ["Gulf of Zubria"]),
    ("The convoy crossed the Sea of the Winds at dawn.", ["Sea of the Winds"]),
    ("The road from Zubria to Lake Almara was shut.", ["Zubria", "Lake Almara"]),
    ("Talks go on in Zubria, said Ana Costa, the Zubrian envoy.", ["Zubria"]),
    ("It opened on Tuesday.", ["Tuesday"]),
    ("It is the work of Operation Open Gate, he said.", ["Operation Open Gate"]),
    ("Visiting Zubria was hard.", ["Zubria"]),
    ("Iraq was told of it.", ["Iraq"]),
    ("Iraqi troops were told of it.", ["Iraqi"]),
    ("US troops were told of it.", ["US"]),
    ("They saw an F-16 there.", ["F-16"]),
]
NO_CAPITALS = [
    "However, the harbour was shut.",
    "Harbours were shut.",
    "What I saw was nothing new.",
    "He said: “Nothing is lost,” and left.",
    "On 3 May 2020, the port was shut.",
    "In May 2020 it was shut.",
    "It may open in May.",
    "Mr. Costa left. Ana Costa had a reason.",
    "It was shut ~~in Zubria~~ at dawn.",
    "Foreign Minister Ana Costa left.",
]
NUMBERS = [
    ("The doors opened at 10:30 there.", ["10:30"]),
    ("It was the 13th attempt of all.", ["13th"]),
    ("There were dozens of them.", ["dozens"]),
    ("There were hundreds of thousands of them.", ["hundreds of thousands"]),
]
NO_NUMBERS = [
    "It has 40 members and 1,200 boats.",
    "It cost $2.5 million in all.",
    "Some 816 000 people and two hundred and six cows live there.",
    "On 3 May 2020 it was shut.",
    "No one knew, and one of them left.",
    "The siege[3] was long.",
    "They use COVID-19 tests and an F-16 there.",
    "- ~~Four~~ five left.\n- ~~On 7 May~~ they came.",
    "From: Ana Costa <ana@example.org>\nDate: Tue, 4 May 2021 10:12:00 +0000\nSubject: Talks\n\nThey met.",
]
MARKS = [
    "“We go,” Costa said.",
    '"We go," Costa said.',
    "‘We go,’ Costa said.",
    "«We go», Costa said.",
    "“We go on.\n\n“We stay,” Costa said.",
    "The dogs' owners and the boys' friends left.",
    "He is 5'10\" tall and she 6'1\".",
    "Ana “Nina” Costa left.",
]


@pytest.mark.parametrize(("text", "runs"), CAPITALS)
def test_capitals_that_no_record_covers(text: str, runs: list[str]) -> None:
    assert [run for cue, run in left(text) if cue == "capitals"] == runs


@pytest.mark.parametrize("text", NO_CAPITALS)
def test_capitals_that_tell_nothing_or_are_covered(text: str) -> None:
    assert left(text) == []


@pytest.mark.parametrize(("text", "numbers"), NUMBERS)
def test_numbers_that_no_record_covers(text: str, numbers: list[str]) -> None:
    assert [number for cue, number in left(text) if cue == "number"] == numbers


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_numbers_that_are_covered_or_none(text: str) -> None:
    assert [number for cue, number in left(text) if cue == "number"] == []


@pytest.mark.parametrize("text", MARKS)
def test_marks_that_are_covered_or_none(text: str) -> None:
    assert [marks for cue, marks in left(text) if cue == "marks"] == []


def test_the_word_resolution_counts_when_no_number_stands_beside_it() -> None:
    assert left("The council passed a resolution, not Security Council Resolution 2254.") == [
        ("resolution", "resolution")
    ]


def test_marks_without_a_quotation_are_left() -> None:
    table = told("“We go,” Costa said.")
    bare = FactTable(
        table.articles,
        facts=tuple(type(f)(f.start, f.end, f.id, f.article, f.paragraph, f.text, *[()] * 6) for f in table.facts),
    )
    assert [(one.cue, one.text) for one in coverage(bare).left] == [(Cue.MARKS, "“We go,”"), (Cue.CAPITALS, "Costa")]


def test_ordinary_words_of_a_title_in_capitals_are_no_names() -> None:
    text = "Talks Begin in Zubria as Harbour Strike Ends\n\nThe harbour was shut.\n"
    assert left(text) == [("capitals", "Zubria")]


def test_a_run_is_cut_where_a_record_begins() -> None:
    table = told("The Zubrian Foreign Ministry was told by Ana Costa.")
    assert all(one.text != "Zubrian Foreign Ministry" for one in coverage(table).left)


def test_furniture_bylines_and_sources_are_not_told() -> None:
    text = "Harbour shut\n\nBy Ana Costa\n\nThe harbour was shut.\n\nSources\n\n  • Radio Zubria\n"
    assert left(text) == []


def test_shares_add_up() -> None:
    whole = coverage(told(ARTICLE))
    assert [(share.cue.value, share.of, share.covered) for share in whole.shares] == [
        ("capitals", 8, 4),
        ("number", 5, 4),
        ("marks", 1, 1),
        ("resolution", 1, 1),
    ]
    assert (whole.of, whole.covered) == (15, 10)
    assert [one.text for one in whole.left] == ["Ruritania", "Oslo", "Tuesday", "10:30", "Green Gate"]


def _holds(table: FactTable) -> None:
    """What must hold of any table of texts."""
    whole = coverage(table)
    texts = {article.id: article.text for article in table.articles}
    named = [m for one in (*table.people, *table.organizations, *table.resolutions) for m in one.mentions]
    named += [m for person in table.people for role in person.roles for m in role.mentions]
    taken = {(m.article, at) for m in named for at in range(m.start, m.end)}
    taken |= {
        (f.article, at) for f in table.facts for one in (*f.dates, *f.figures) for at in range(one.start, one.end)
    }
    quoted = {(f.article, at) for f in table.facts for one in f.quotes for at in range(one.start, one.end)}
    for one in whole.left:
        article = one.fact.article
        assert texts[article][one.start : one.end] == one.text != ""
        assert one.fact.start <= one.start < one.fact.end
        covering = quoted if one.cue is Cue.MARKS else taken
        assert not any((article, at) in covering for at in range(one.start, one.end))
    assert whole.of - whole.covered == len(whole.left)
    assert all(0 <= share.covered <= share.of for share in whole.shares)
    runs = [(one.fact.article, one.start, one.end) for one in whole.left if one.cue is not Cue.MARKS]
    assert runs == sorted(runs, key=lambda run: (int(run[0][1:]), run[1]))
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(runs))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_is_left_of_real_texts_overlaps_no_record(path: Path) -> None:
    _holds(build([read(path)]))


_PIECES = st.sampled_from(
    [*"“”„«»‘’'\"().,:;-[]&\n\t 0159", "\n\n", " Ana Costa ", " Zubria ", "Mr. ", " resolution ", " 2254", " two hundred ",
     " of the ", " al ", " May ", " U.S. ", "G20", " said ", "ß", "İ", "\u0301", "\u202e", "🙂", "The ", "I ", " million"]
)  # fmt: skip


@example(" million-0 May ")
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_text_has_a_coverage(text: str) -> None:
    _holds(told(text))


def test_several_articles_are_told_together() -> None:
    one, two = read(b"It was shut in Zubria.", "a1"), read(b"It was open in Almara.", "a2")
    assert [(x.fact.article, x.text) for x in coverage(build([one, two])).left] == [("a1", "Zubria"), ("a2", "Almara")]


def test_nothing_has_nothing_to_cover() -> None:
    assert coverage(build([])) == Coverage(coverage(told("")).shares, ())
    assert coverage(told("")).of == 0


# ---- the command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "talks.txt").write_text(ARTICLE, "utf-8")
    return str(tmp_path / "talks.txt")


SHARES = (
    "Covered: 4 of 8 capitalised phrases, 4 of 5 numbers, 1 of 1 quoted passage, 1 of 1 mention of a resolution; "
    "10 of 15 in all, 66%.\n"
)


@pytest.mark.parametrize("format", ["tsv", "csv", "jsonl", "markdown"])
def test_beside_files_the_shares_are_said(path: str, format: str) -> None:
    result = run("-a", path, "coverage", "-f", format)
    assert (result.exit_code, result.stderr) == (0, SHARES)
    assert "Green Gate" in result.stdout
    assert "Covered" not in result.stdout


def test_the_shares_stand_above_a_table(path: str) -> None:
    result = run("-a", path, "coverage", "-f", "table")
    assert result.stdout.startswith(f" {SHARES}\n Kind")
    assert result.stderr == ""


def test_json_is_one_document(path: str) -> None:
    result = run("-a", path, "coverage", "-f", "json", "-n", "1", "--sort", "text")
    whole = json.loads(result.stdout)
    assert result.stderr == "Showing 1 of 5.\n"
    assert whole["covered"] == {
        "capitals": {"of": 8, "covered": 4},
        "number": {"of": 5, "covered": 4},
        "marks": {"of": 1, "covered": 1},
        "resolution": {"of": 1, "covered": 1},
        "all": {"of": 15, "covered": 10},
    }
    assert [row["text"] for row in whole["left"]] == ["10:30"]
    assert set(whole["left"][0]) == {"kind", "text", "start", "end", "article", "paragraph", "fact", "sentence"}


def test_fields_and_order(path: str) -> None:
    result = run("-a", path, "coverage", "--fields", "text,fact", "--sort", "kind", "--no-header", "-n", "2")
    assert result.stdout == "Ruritania\tf1\nOslo\tf2\n"
    assert json.loads(run("-a", path, "coverage", "--fields", "text", "-f", "json").stdout)["left"][0] == {
        "text": "Ruritania"
    }


def test_several_files_are_named(path: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("It was shut in Zubria.", "utf-8")
    rows = run("-a", str(tmp_path), "coverage", "--fields", "article,text", "--no-header").stdout.splitlines()
    assert rows[0] == "other.txt\tZubria"
    assert rows[1] == "talks.txt\tRuritania"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("On 3 May 2020 Ana Costa met 40 envoys.", "Everything was recognised."),
        ("nothing here", "There is nothing to recognise"),
        ("", "There is nothing to recognise"),
    ],
)
def test_nothing_left_is_said_and_no_failure(text: str, said: str) -> None:
    result = run("-a", "-", "coverage", input=text)
    assert result.exit_code == 0
    assert said in result.stderr


def test_a_kept_table_is_refused(path: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text(run("-a", path, "export").stdout, "utf-8")
    result = run("-a", str(kept), "coverage")
    assert result.exit_code == 2
    assert result.stderr == f"Error: {kept}: a saved table does not hold the texts; name the texts themselves\n"


@pytest.mark.parametrize(
    "words", [("--fields", "speaker"), ("--sort", "none"), ("-n", "0"), ("zubria",), ("--exact",), ("--kind", "number")]
)
def test_bad_input_is_explained(path: str, words: tuple[str, ...]) -> None:
    result = run("-a", path, "coverage", *words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_text_is_never_markup(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("The [red]Zubria Gate[/red] was \x1b[31mshut in Zubria.", "utf-8")
    result = run("-a", str(tmp_path / "odd.txt"), "coverage", "-f", "table", "--color", "never")
    assert "[red]" in result.stdout
    assert "\x1b" not in result.stdout
