from __future__ import annotations

import json
import re

import pytest
from command import run
from output_sample import TEXT, table

from unami_cli.cli import opening
from unami_cli.errors import UnreadableArticle

LISTINGS = ("people", "organizations", "resolutions", "facts", "quotes", "timeline")


@pytest.fixture(autouse=True)
def _sample(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = table()
    monkeypatch.setattr(opening, "opened", lambda settings, **_: opening.Opened(whole, bundled=True))


@pytest.mark.parametrize(
    "words",
    [
        *((name,) for name in LISTINGS),
        ("people", "angstrom"),
        ("people", "angstrm"),
        ("people", "harbour", "chairwoman"),
        ("resolutions", "1500"),
        ("organizations", "haco"),
        ("facts", "dockers"),
        ("facts", "--kind", "figure"),
        ("facts", "--kind", "quote", "--kind", "date"),
        ("facts", "--since", "2021-03-31"),
        ("quotes", "angstrom"),
        ("timeline", "--until", "2021-03-03"),
        ("search", "dockers"),
        ("show", "p1"),
        ("show", "P1"),
        ("show", "1500"),
        ("show", "f2", "--why"),
        ("show", "zoe", "angstrom"),
        ("article",),
        ("article", "--plain"),
        ("article", "--around", "p1"),
        ("article", "--around", "in:a1"),
        ("article", "--around", "unsc"),
        ("check", "--fields", "help"),
        ("export",),
        ("help",),
        (),
    ],
    ids=" ".join,
)
def test_what_is_found_is_on_stdout_with_exit_code_0(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 0
    assert result.stdout.strip()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("people", "xyzzy"), "xyzzy"),
        (("resolutions", "1501"), "1500"),
        (("resolutions", "15"), "Nearest: 1500.\n"),
        (("people", "dockrs"), "Nothing found for “dockrs”.\n"),
        (("show", "dockrs"), "Nothing found for “dockrs”.\n"),
        (("facts", "xyzzy", "dockers"), "Nothing found for “xyzzy dockers”.\n"),
        (("facts", "--kind", "figure", "--since", "2022"), "None of the 4 facts found"),
        (("facts", "dockers", "--since", "2022"), "No fact found is from that time.\n"),
        (("timeline", "--since", "2022"), "no date"),
        (("quotes", "ferreira"), "Ferreira"),
        (("show", "p9"), "p1"),
        (("show", "p9", "-f", "json"), "p1"),
        (("article", "--around", "f99"), "f"),
        (("search", "xyzzy"), "xyzzy"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_a_miss_is_exit_code_1_and_names_the_nearest_on_stderr(words: tuple[str, ...], named: str) -> None:
    result = run(*words)
    assert result.exit_code == 1
    assert named in result.stderr
    assert named not in result.stdout


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("peple",), "people"),
        (("sovereignty",), "unami search sovereignty"),
        (("people", "--formt", "json"), "--format"),
        (("people", "-f", "xml"), "jsonl"),
        (("people", "--fields", "nme"), "Did you mean name?"),
        (("people", "--fields", ","), "names no field"),
        (("people", "--sort", "size"), "roles"),
        (("people", "--limit", "0"), "--limit"),
        (("--limit", "3", "export"), "--limit"),
        (("--exact", "article", "--kind"), "--kind"),
        (("--fields", "id", "help"), "--fields"),
        (("export", "-f", "csv"), "json"),
        (("-f", "csv", "export"), "jsonl"),
        (("search",), "TERM"),
        (("show",), "ID|NAME"),
        (("check", "--fields", "verdct"), "Did you mean verdict?"),
        (("timeline", "--since", "soon"), "2017-12-31"),
        (("search", "kind:tree", "x"), "kind:"),
        (("article", "--plain", "--around", "p1"), "cannot be used together"),
        (("article", "--around", "p1", "-f", "json"), "cannot be used together"),
        (("article", "--ids", "--fields", "text"), "cannot be used together"),
        (("article", "-n", "2"), "--limit is for rows"),
        (("article", "-f", "table", "--sort", "kind"), "--sort is for rows"),
        (("show", "p1", "--reverse"), "--reverse is for rows"),
        (("show", "p1", "--no-header"), "--no-header is for rows"),
        (("show", "p1", "r1500", "-f", "json"), "of several kinds"),
        (("people", "-f", "jsn"), "Did you mean json?"),
        (("people", "--md"), "Write -f markdown."),
        (("people", "--color", "alway"), "Did you mean always?"),
        (("help", "exit"), "exit-codes"),
        (("search", "--formt", "json", "x"), "--format"),
        (("people", "-x", "y"), "-x"),
        (("completion", "tcsh"), "fish"),
        (("completion", "zsh", "--install", "--uninstall"), "cannot be used together"),
        (("people", "--save", "a.png"), ".svg"),
        (("-f", "json"), "needs a command"),
        (("people", "-f"), "requires an argument"),
        (("people", "zoe", "--sort"), "requires an argument"),
        (("search", "-dockers", "zoe", "--fields"), "requires an argument"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_wrong_use_is_exit_code_2_and_says_the_way_out(words: tuple[str, ...], named: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert named in result.stderr
    assert result.stdout == ""


def test_an_error_of_the_core_becomes_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(settings: object) -> opening.Opened:
        raise UnreadableArticle("a\x1bb.pdf", "this is a PDF", "save it as text")

    monkeypatch.setattr(opening, "opened", fail)
    result = run("people")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: a␛b.pdf: this is a PDF; save it as text\n"


def test_skipped_articles_make_an_answered_question_exit_code_2(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = table()
    monkeypatch.setattr(opening, "opened", lambda settings, **_: opening.Opened(whole, skipped=1))
    for words in (("people",), ("show", "p1"), ("export",), ("article",), ()):
        result = run(*words)
        assert result.exit_code == 2
        assert result.stdout


def test_ctrl_c_is_quiet_and_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(settings: object) -> opening.Opened:
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "opened", interrupt)
    result = run("people")
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


@pytest.mark.parametrize("name", LISTINGS)
@pytest.mark.parametrize("format", ["table", "tsv", "csv", "json", "jsonl", "markdown"])
def test_every_listing_has_every_format(name: str, format: str) -> None:
    before, after = run("-f", format, name), run(name, "--format", format)
    assert before.exit_code == after.exit_code == 0
    assert before.stdout == after.stdout
    assert before.stdout


@pytest.mark.parametrize("name", [*LISTINGS, "search"])
def test_every_listing_tells_its_fields_and_takes_them_all(name: str) -> None:
    query = ("dockers",) if name == "search" else ()
    told = run(name, *query, "--fields", "help")
    names = [line.split()[0] for line in told.stdout.splitlines()]
    for chosen in (names, names[::-1]):
        rows = json.loads(run(name, *query, "--fields", ",".join(chosen), "-f", "json").stdout)
        assert list(rows[0]) == chosen
    tsv = run(name, *query, "--fields", ", ".join(names), "-f", "tsv").stdout
    assert tsv.splitlines()[0].split("\t") == names


def test_json_of_each_listing_is_what_the_export_holds() -> None:
    whole = json.loads(run("export").stdout)
    for name in ("people", "resolutions", "organizations", "facts"):
        told = json.loads(run(name, "-f", "json").stdout)
        assert [{**one, **kept} for one, kept in zip(told, whole[name], strict=True)] == told
    assert whole["schema"] == 1


@pytest.mark.parametrize("words", [("resolutions",), ("show", "r1500")])
def test_json_of_a_resolution_tells_what_it_is_about_as_other_formats_do(words: tuple[str, ...]) -> None:
    fields = ("--fields", "about,about_from", "-f", "json")
    (whole,), (chosen,) = (json.loads(run(*words, *last).stdout) for last in (("-f", "json"), fields))
    assert chosen["about_from"] == "register"
    assert {**whole, **chosen} == whole


def test_json_of_a_search_has_score_kind_and_record_and_tells_how_and_where_it_met() -> None:
    rows = json.loads(run("search", "dockers", "-f", "json").stdout)
    assert {key for row in rows for key in row} == {"score", "kind", "record", "answer", "how", "matches"}
    assert {row["how"] for row in rows} == {"exact"}
    assert [TEXT[m["start"] : m["end"]] for row in rows for m in row["matches"]] == ["dockers"]
    assert [row["record"]["id"] for row in rows] == ["f3"]
    assert all(0 <= row["score"] <= 100 for row in rows)


def test_quotations_and_dates_are_where_their_json_says() -> None:
    for row in json.loads(run("quotes", "-f", "json").stdout) + json.loads(run("timeline", "-f", "json").stdout):
        assert TEXT[row["start"] : row["end"]] == row["text"]


def test_a_pipe_gets_tsv_with_a_header() -> None:
    assert run("people").stdout.splitlines()[0] == "id\tparagraphs\tname\taliases\troles"
    assert len(run("people", "--no-header").stdout.splitlines()) == 3


def test_a_miss_keeps_the_shape() -> None:
    assert json.loads(run("people", "xyzzy", "-f", "json").stdout) == []
    assert run("people", "xyzzy", "-f", "jsonl").stdout == ""
    assert run("show", "p9", "-f", "json").stdout == "[]\n"
    assert run("show", "p9", "-f", "tsv").stdout == ""
    assert run("people", "xyzzy").stdout == "id\tparagraphs\tname\taliases\troles\n"


def test_rows_can_be_sorted_turned_and_cut() -> None:
    result = run("people", "--fields", "id", "--no-header", "--sort", "id", "--reverse", "--limit", "2")
    assert result.stdout == "p3\np2\n"


def test_a_fuzzy_match_says_so_and_can_be_forbidden() -> None:
    assert "“angstrm”: no exact match; showing “Ångström”" in run("people", "angstrm").stderr
    assert run("people", "angstrm", "--exact").exit_code == 1
    assert run("people", "angstrom", "--exact").exit_code == 0
    assert run("people", "angstrom").stderr == ""


def test_show_gives_rows_in_the_formats_of_listings() -> None:
    assert json.loads(run("show", "p1", "-f", "json").stdout)[0]["name"] == "Zoë Ångström"
    assert run("show", "r1500", "--fields", "symbol", "--no-header").stdout == "S/RES/1500 (2003)\n"


def test_the_year_of_a_resolution_says_where_it_is_from() -> None:
    assert "2003 (register)" in run("resolutions", "-f", "table").stdout
    assert "from the register" in run("show", "1500").stdout


def test_article_plain_is_the_text_itself() -> None:
    assert run("article", "--plain").stdout == TEXT


def test_article_in_a_pipe_has_no_escapes() -> None:
    assert "\x1b" not in run("article").stdout
    assert "\x1b[" in run("article", "--color", "always").stdout


def test_a_minus_before_a_word_of_a_search_excludes_it() -> None:
    every = json.loads(run("search", "ångström", "-f", "json").stdout)
    without = json.loads(run("search", "ångström", "-leave", "-f", "json").stdout)
    assert {row["record"]["id"] for row in every} - {row["record"]["id"] for row in without} == {"f2"}
    phrase = json.loads(run("search", "-fjson", "ångström", "-closed the mission").stdout)
    assert {row["record"]["id"] for row in every} - {row["record"]["id"] for row in phrase} == {"f1"}


def test_words_of_a_query_stay_in_their_order_and_values_with_a_minus_are_values() -> None:
    assert "Nothing found for “-dockers xyzzy plugh”" in run("people", "-dockers", "-n", "3", "xyzzy", "plugh").stderr
    assert "Nothing found for “xyzzy -plugh -x”" in run("people", "xyzzy", "--", "-plugh", "-x").stderr
    assert "no field '-name'" in run("people", "zoe", "--sort", "-name").stderr


def test_letters_of_an_excluded_word_are_no_options() -> None:
    result = run("search", "dockers", "-haste", "-nothing", "-format")
    assert result.exit_code == 0
    assert "dockers" in result.stdout
    assert json.loads(run("facts", "dockers", "-till", "-fjson").stdout)[0]["id"] == "f3"


def test_letters_of_a_format_may_be_large_and_its_name_short() -> None:
    for short, whole in (("JSON", "json"), ("md", "markdown"), ("Tsv", "tsv"), ("ndjson", "jsonl")):
        assert run("people", "-f", short).stdout == run("people", "-f", whole).stdout
    assert run("search", "dockers", "-fmd").stdout == run("search", "dockers", "-f", "markdown").stdout
    assert run("export", "-f", "JSONL").stdout == run("export", "-f", "jsonl").stdout


def test_several_ids_are_several_records() -> None:
    rows = run("people", "p2", "P1", "p2", "--fields", "id", "--no-header")
    assert (rows.stdout.split(), rows.stderr, rows.exit_code) == (["p2", "p1"], "", 0)
    missed = run("people", "p1", "p9", "--fields", "id", "--no-header")
    assert missed.stdout.split() == ["p1"]
    assert "No record p9." in missed.stderr
    assert "S/RES/1500" in run("show", "1500", "p1").stdout
    assert run("resolutions", "r1500", "1500", "--fields", "id", "--no-header").stdout.split() == ["r1500"]
    text = run("facts", "a1")
    assert (text.exit_code, "a1 is a text: " in text.stderr) == (1, True)


def test_show_takes_several_ids() -> None:
    both = run("show", "p1", "R1500", "p1")
    assert (both.exit_code, both.stderr) == (0, "")
    assert re.findall(r"^(?:p1|r1500)  ", both.stdout, re.MULTILINE) == ["p1  ", "r1500  "]
    missed = run("show", "p1", "p9")
    assert (missed.exit_code, "No record p9." in missed.stderr) == (0, True)


@pytest.mark.parametrize(
    ("words", "field", "found"),
    [
        (("facts", "p1"), "id", ["f1", "f2"]),
        (("facts", "r1500"), "id", ["f1"]),
        (("facts", "o2"), "id", ["f4"]),
        (("facts", "f3"), "id", ["f3"]),
        (("timeline", "p1"), "date", ["2021-03-03"]),
        (("dates", "o1"), "date", ["2021-03-03"]),
        (("figures", "f3"), "value", ["1200"]),
        (("quotes", "r1500"), "fact", []),
        (("quotes", "f2"), "fact", ["f2"]),
        (("people", "f1"), "id", ["p1"]),
        (("organizations", "p1"), "id", ["o1"]),
        (("resolutions", "P1"), "id", ["r1500"]),
        (("search", "p1"), "id", ["p1"]),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_an_id_stands_for_what_is_in_the_same_sentences(words: tuple[str, ...], field: str, found: list[str]) -> None:
    assert run(*words, "--fields", field, "--no-header").stdout.splitlines() == found


def test_show_why_in_json_gives_the_evidence() -> None:
    (person,) = json.loads(run("show", "p1", "--why", "-f", "json").stdout)
    (proof,) = person["evidence"]
    assert TEXT[proof["start"] : proof["end"]] == "Harbour Commission (HACO) chairwoman"
    assert proof["rule"]
    (fact,) = json.loads(run("show", "f2", "--why", "-f", "json").stdout)
    assert fact["evidence"][0]["article"] == "a1"
    assert "evidence" not in json.loads(run("show", "p1", "-f", "json").stdout)[0]


def test_a_dossier_marks_what_the_query_met() -> None:
    by_name = run("show", "ångström", "--color", "always").stdout
    by_id = run("show", "p1", "--color", "always").stdout
    marked = [line for line in by_name.splitlines() if "\x1b[1;4;" in line]
    assert any("Ångström" in line and "closed" not in line for line in marked)
    assert "\x1b[1;4;" not in by_id


def test_the_timeline_is_drawn_unless_fields_are_chosen() -> None:
    assert "to scale" in run("timeline", "-f", "table").stdout
    assert "◁ then and before, resolved" in run("timeline", "-f", "table").stdout
    assert "to scale" not in run("timeline", "-f", "table", "--fields", "date,fact").stdout
    drawn = run("timeline", "-f", "table", "--reverse").stdout
    assert drawn.index("\n until 2021-03-31 ") < drawn.index("\n 2021-03-03 ")
