"""A table that is kept as JSON answers as the texts do that it was made of."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from command import run

from unami_cli import UnreadableArticle, build, read
from unami_cli.reading import is_table
from unami_cli.table import COLUMNS
from unami_cli.table.kept import read_table

HERE = Path(__file__).parent
SEED = next((HERE.parent / "seeds").glob("*.txt"))
TEXTS = sorted((HERE / "accuracy" / "texts").glob("*.txt"))
COMMANDS = (
    (),
    *((name,) for name in ("people", "organizations", "resolutions", "facts", "quotes", "timeline")),
    ("people", "minister"),
    ("quotes", "said", "--color", "always", "-f", "table"),
    ("facts", "--kind", "figure"),
    ("timeline", "--since", "2000", "-f", "table"),
    ("search", "minister"),
    ("search", "who", "said", "that"),
    ("search", "the", "minister", "in:a2"),
    ("search", "governmnt", "-f", "table", "--color", "always"),
    ("search", "no such words here"),
    *(("show", id, "--why") for id in ("p1", "p2", "o1", "f1", "f2", "f9")),
    ("show", "p1", "-f", "json"),
    ("show", "f1", "--why", "-f", "json"),
    ("check", "-f", "json"),
    ("check", "-f", "table"),
    ("export",),
)


def exported(*paths: Path) -> bytes:
    named = [word for path in paths for word in ("-a", str(path))]
    return run(*named, "export").stdout_bytes


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder of texts, and the table that was kept of it."""
    folder = tmp_path_factory.mktemp("reports")
    for text in (SEED, *TEXTS[:5]):
        (folder / text.name).write_bytes(text.read_bytes())
    table = folder.parent / "reports.json"
    table.write_bytes(exported(folder))
    return folder, table


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("format", ["as it comes", "json"])
def test_commands_answer_from_a_kept_table_as_from_the_texts(
    words: tuple[str, ...], format: str, several: tuple[Path, Path]
) -> None:
    if format == "json":
        if not words or words[0] in ("show", "export") or "-f" in words:
            pytest.skip("its format is given")
        words = (*words, "-f", "json")
    folder, table = several
    texts, kept = run("-a", str(folder), *words), run("-a", str(table), *words)
    last = "\n\nIn context: " if words else "\nTry\n"  # what is to be typed names the texts
    told, held = (result.stdout.partition(last)[0].rstrip("\n") for result in (texts, kept))
    assert (kept.exit_code, held, kept.stderr) == (texts.exit_code, told, texts.stderr)


@pytest.mark.parametrize("text", [SEED, *TEXTS], ids=lambda path: path.stem)
def test_a_table_is_the_same_when_it_was_kept(text: Path) -> None:
    made = build([read(text)])
    kept, notes = read_table(exported(text), "x.json")
    assert notes == ()
    for column in COLUMNS[1:]:
        assert getattr(kept, column) == getattr(made, column)
    mine, theirs = kept.articles[0], made.articles[0]
    assert (mine.sha256, len(mine.text), mine.title, mine.byline) == (
        theirs.sha256,
        len(theirs.text),
        theirs.title,
        theirs.byline,
    )
    for fact in kept.facts:
        assert mine.text[fact.start : fact.end] == fact.text
    for record in (*kept.people, *kept.organizations, *kept.resolutions):
        for mention in record.mentions:
            assert mine.text[mention.start : mention.end] == theirs.text[mention.start : mention.end]


def test_a_table_comes_through_a_pipe(several: tuple[Path, Path]) -> None:
    folder, table = several
    assert run("-a", "-", "people", input=table.read_bytes()).stdout == run("-a", str(folder), "people").stdout


@pytest.mark.parametrize(
    "words", [("article",), ("article", "--plain"), ("article", "--around", "p1"), ("article", "-f", "json")]
)
def test_the_reading_view_needs_the_texts(words: tuple[str, ...], several: tuple[Path, Path]) -> None:
    _, table = several
    result = run("-a", str(table), *words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == f"Error: {table}: a saved table does not hold the texts; name the texts themselves\n"


@pytest.mark.parametrize("others", [1, 2])
def test_a_table_stands_alone(others: int, several: tuple[Path, Path]) -> None:
    folder, table = several
    texts = ["-a", str(folder)] if others == 1 else ["-a", str(SEED)]
    result = run("-a", str(table), *texts, "people")
    assert result.exit_code == 2
    assert result.stdout == run(*texts, "people").stdout
    assert result.stderr == f"Skipped: {table}: a saved table cannot be read together with texts; name it alone\n"
    assert run("-a", str(table), "-a", str(table), "people").exit_code == 0


def test_a_record_a_line_tells_its_kind_and_the_paths_of_its_texts(several: tuple[Path, Path]) -> None:
    folder, table = several
    whole = json.loads(table.read_bytes())
    lines = [json.loads(line) for line in run("-a", str(folder), "export", "-f", "jsonl").stdout.splitlines()]
    assert len(lines) == sum(len(whole[column]) for column in COLUMNS)
    paths = {article["id"]: article["path"] for article in whole["articles"]}
    for line in lines:
        if line["kind"] == "fact":
            assert line["path"] == paths[line["article"]]
        elif line["kind"] != "article":
            assert line["paths"] == list(dict.fromkeys(paths[each["article"]] for each in line["mentions"]))
    assert [line["id"] for line in lines] == [one["id"] for column in COLUMNS for one in whole[column]]


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    table = json.loads(exported(SEED))
    change(table)
    return json.dumps(table).encode()


BROKEN = {
    "cut short": (lambda: exported(SEED)[:-500], "the table is cut short or damaged at line "),
    "another schema": (
        lambda: changed(lambda t: t.update(schema=2)),
        "this table has schema 2, but only 1 is understood",
    ),
    "no schema": (lambda: b'{"schema": null}', "this JSON is not a table"),
    "a column gone": (lambda: changed(lambda t: t.pop("people")), "the table lacks people"),
    "a field gone": (
        lambda: changed(lambda t: t["facts"][3].pop("quotes")),
        "record 4 of facts cannot be read: it lacks 'quotes'",
    ),
    "a text for a number": (
        lambda: changed(lambda t: t["people"][0]["mentions"][0].update(start="7")),
        "record 1 of people cannot be read: a value has the wrong type",
    ),
    "a number for a name": (
        lambda: changed(lambda t: t["people"][1].update(name=7)),
        "record 2 of people cannot be read",
    ),
    "a place that is another": (
        lambda: changed(lambda t: t["facts"][0].update(start=1)),
        "record 1 of facts cannot be read",
    ),
    "words that are not there": (
        lambda: changed(lambda t: next(f for f in t["facts"] if f["dates"])["dates"][0].update(text="never")),
        "'never' is not where its offsets say",
    ),
    "an article that is not there": (lambda: changed(lambda t: t["facts"][0].update(article="a7")), "it lacks 'a7'"),
    "two of one id": (
        lambda: changed(lambda t: t["people"][1].update(id="p1")),
        "two records of the table have the id p1",
    ),
    "a person who is not there": (
        lambda: changed(lambda t: t["facts"][3].update(people=["p99"])),
        "the table refers to p99",
    ),
    "no number": (lambda: exported(SEED).replace(b'"value": 700', b'"value": Infinity'), "the table is damaged"),
    "no date": (
        lambda: changed(lambda t: next(f for f in t["facts"] if f["dates"])["dates"][0].update(edtf="soon")),
        "'soon' is not a date",
    ),
    "half a place": (
        lambda: changed(lambda t: t["people"][0]["mentions"][0].update(start=1.5)),
        "record 1 of people cannot be read: a value has the wrong type",
    ),
    "traces of another kind": (lambda: changed(lambda t: t.update(traces=[])), "cannot be read"),
    "no object inside": (lambda: changed(lambda t: t["facts"].insert(0, 7)), "record 1 of facts cannot be read"),
    "deep": (lambda: b'{"schema": ' + b"[" * 100_000, "the table "),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_damaged_table_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    make, told = BROKEN[name]
    path = tmp_path / "reports.json"
    path.write_bytes(make())
    result = run("-a", str(path), "people")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"Error: {path}: ")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def _places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in a document, as keys and numbers."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield (*place, key)
        yield from _places(value[key], (*place, key))


OTHERS: tuple[object, ...] = (None, "zzz", 1.5, -1, 10**12, [], [1], {}, float("inf"), "")
ASKED = (
    ("show", "p1", "--why"),
    ("show", "f2", "--why"),
    ("search", "normal"),
    ("facts",),
    ("timeline",),
    ("articles",),
)


@pytest.mark.parametrize("seed", range(40))
def test_a_table_with_any_value_changed_is_answered_from_or_refused(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311
    places, path = list(_places(json.loads(exported(SEED)))), tmp_path / "reports.json"
    for _ in range(5):
        *outer, last = chance.choice(places)

        def change(table: Any, outer: list[Any] = outer, last: Any = last) -> None:
            for key in outer:
                table = table[key]
            table[last] = chance.choice(OTHERS)

        path.write_bytes(changed(change))
        result = run("-a", str(path), *chance.choice(ASKED))
        assert result.exit_code in (0, 1, 2)
        assert isinstance(result.exception, SystemExit | None)


def test_a_table_of_records_alone_is_answered_from_and_its_lack_is_said(tmp_path: Path) -> None:
    path = tmp_path / "reports.json"
    path.write_bytes(changed(lambda t: (t.pop("traces"), t.pop("version"))))
    result = run("-a", str(path), "people", "-f", "json")
    assert result.stdout == run("people", "-f", "json").stdout
    assert result.stderr.startswith(f"{path}: the table has no traces")
    assert run("-a", str(path), "show", "p1", "--why").exit_code == 0


def test_a_table_of_another_version_is_answered_from_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "reports.json"
    path.write_bytes(changed(lambda t: t.update(version="0.0.7")))
    result = run("-a", str(path), "people", "-f", "json")
    assert result.stdout == run("people", "-f", "json").stdout
    assert "made by unami 0.0.7" in result.stderr


@pytest.mark.parametrize("data", [b'[{"id": "p1"}]', b'{"name": "x"}', b"{}", b"null", b"7", b'{"a": '])
def test_json_that_is_no_table_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "people.json"
    path.write_bytes(data)
    result = run("-a", str(path), "people")
    assert result.exit_code == 2
    assert result.stderr == f"Error: {path}: this JSON is not a table; name a text, or what `unami export` printed\n"


def test_records_one_a_line_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "part.jsonl"
    path.write_text(run("export", "-f", "jsonl").stdout, "utf-8")
    result = run("-a", str(path), "people")
    assert result.exit_code == 2
    assert (
        result.stderr
        == f"Error: {path}: one record per line is not a table; save a table with `unami export -f json`\n"
    )


def test_what_is_no_table_is_a_text() -> None:
    assert not is_table(b"{The schema} of things", "x.txt")
    assert not is_table(SEED.read_bytes(), "x.txt")
    with pytest.raises(UnreadableArticle):
        read_table(b"[]", "x.json")
