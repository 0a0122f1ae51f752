"""What was meant: other words for commands, questions without one, and texts that were named where none is looked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import run

from unami_cli.cli import app, opening
from unami_cli.cli.app import ABOUT
from unami_cli.cli.help import TOPICS
from unami_cli.cli.meant import MEANT
from unami_cli.marks import unmarked
from unami_cli.reading import read_bytes

REPORT = """Harbour opens after 12 years

Tern, 4 May 2021 - The port of Tern was opened on Tuesday, said Mayor Ana Costa of the Tern Port Authority.

About 1,500 people came. "It was a long wait," Costa said. Work had begun on 9 December.
"""
FRENCH = (
    "Le président de la République a déclaré hier que la France ne participerait pas à la conférence internationale "
    "prévue à Genève en septembre, selon un communiqué. Les négociations se poursuivront en décembre."
)
SHORT = [
    "Der Minister sagte am Montag in Berlin, dass die Verhandlungen weitergehen. Die Regierung plant neue Gespräche. Niemand weiß, wann sie enden.",
    "Il ministro ha detto che i negoziati continueranno a Roma. La decisione arriverà domani mattina.",
    "Minister powiedział w poniedziałek, że rozmowy będą kontynuowane. Rząd planuje nowe spotkania w Warszawie.",
    "Statsministeren sa mandag at samtalene fortsetter i Oslo. Regjeringen planlegger nye møter. Ingen vet når de slutter.",
    "Le ministre a annoncé lundi de nouvelles négociations à Paris. Le gouvernement prendra sa décision demain.",
    "Ministeri sanoi maanantaina, että neuvottelut jatkuvat Helsingissä. Hallitus suunnittelee uusia tapaamisia.",
    "Der Minister sagte in Berlin: Man muss weiter verhandeln, bis alle Seiten zufrieden sind.",
]
"""Two or three sentences of other languages."""
GREEK = "Ο πρωθυπουργός δήλωσε χθες ότι η κυβέρνηση δεν θα συμμετάσχει στη διάσκεψη που έχει προγραμματιστεί. " * 3


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def listed(command: str, fields: str, text: str | None = None) -> list[str]:
    """The rows of a listing of report.txt (with this text), their fields apart by tabs."""
    if text is not None:
        Path("report.txt").write_text(text, encoding="utf-8")
    return run(*command.split(), "-a", "report.txt", "--fields", fields, "--no-header").stdout.splitlines()


def piped(*words: str, data: bytes | None, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """The program with the bytes already in the pipe when it starts; None gives it no standard input."""
    told = {"input": data} if data is not None else {"stdin": subprocess.DEVNULL}
    command = [sys.executable, "-m", "unami_cli", *words]
    return subprocess.run(command, capture_output=True, cwd=cwd, check=False, **told)  # type: ignore[call-overload,no-any-return]


# ---- commands ----


@pytest.mark.parametrize(("word", "command"), MEANT.items())
def test_other_words_lead_to_their_command(word: str, command: str) -> None:
    assert command in ABOUT
    assert word not in ABOUT
    told = run(command, "--help").output
    assert run(word, "--help").output == told
    assert word in TOPICS or run("help", word).output == told


@pytest.mark.parametrize("word", ["organisations", "orgs", "quote", "person", "roles", "who"])
def test_other_words_are_not_in_the_help(word: str) -> None:
    assert f"  {word} " not in run("--help").output


@pytest.mark.parametrize("question", ["who said normal", "when was unami established", "how many personnel"])
def test_a_question_needs_no_command(question: str) -> None:
    assert run(*question.split(), "-f", "json").output == run("search", question, "-f", "json").output


@pytest.mark.parametrize(
    ("question", "command"),
    [("which resolutions", "resolutions"), ("what dates?", "dates"), ("which orgs -n 2", "organizations -n 2")],
)
def test_a_question_for_a_noun_alone_is_a_listing(question: str, command: str) -> None:
    assert run(*question.split()).stdout == run(*command.split()).stdout


def test_a_question_for_a_noun_alone_has_no_answer() -> None:
    hits = json.loads(run("which", "countries", "-f", "json").stdout)
    assert hits
    assert all(hit["answer"] is None for hit in hits)


def test_a_slip_in_a_name_changes_no_answer() -> None:
    right, wrong = (json.loads(run("who", "is", name, "-f", "json").stdout) for name in ("guterres", "guteres"))
    assert right[0]["answer"] == wrong[0]["answer"] is not None


def test_taking_place_is_no_part_of_what_is_asked() -> None:
    hit = json.loads(run("where", "did", "the", "ceremony", "take", "place", "-f", "json").stdout)[0]
    assert hit["answer"]["text"] == "Baghdad"


def test_who_with_options_alone_is_people(report: Path) -> None:
    assert run("who", "-f", "json", "-a", str(report)).output == run("people", "-f", "json", "-a", str(report)).output


def test_what_is_no_command_is_named_as_before() -> None:
    result = run("peeple")
    assert (result.exit_code, "Did you mean 'people'?" in result.output) == (2, True)


# ---- figures, dates, articles ----


def test_figures_have_value_unit_and_sentence(report: Path) -> None:
    found = json.loads(run("figures", "-a", str(report), "-f", "json").stdout)
    assert [(one["text"], one["value"], one["unit"], one["comparator"]) for one in found] == [
        ("12 years", 12, "years", "="),
        ("About 1,500 people", 1500, "people", "~"),
    ]
    assert all(REPORT[one["start"] : one["end"]] == one["text"] and one["text"] in one["sentence"] for one in found)


def test_dates_are_in_reading_order_also_those_without_a_year(report: Path) -> None:
    assert listed("dates", "text,date,paragraph") == ["4 May 2021\t2021-05-04\t1", "9 December\tXXXX-12-09\t2"]


def test_what_stays_without_a_year_is_last_in_the_timeline(report: Path) -> None:
    rows = json.loads(run("timeline", "-a", str(report), "-f", "json").stdout)
    assert [(row["date"], row["earliest"]) for row in rows] == [("2021-05-04", "2021-05-04"), ("XXXX-12-09", None)]
    since = json.loads(run("timeline", "-a", str(report), "-f", "json", "--since", "2020").stdout)
    assert [row["date"] for row in since] == ["2021-05-04"]


@pytest.mark.parametrize(("command", "noun"), [("figures", "figure"), ("dates", "date")])
def test_that_nothing_is_counted_or_dated_is_said(report: Path, command: str, noun: str) -> None:
    report.write_text("The harbour of Tern opened, said Ana Costa.\n", encoding="utf-8")
    nothing = run(command, "-a", str(report))
    assert (nothing.exit_code, nothing.stderr) == (1, f"The text gives no {noun}s.\n")
    missed = run(command, "harbour", "-a", str(report))
    assert (missed.exit_code, missed.stderr) == (1, f"None of the sentences found has a {noun}.\n")


@pytest.mark.parametrize(
    ("command", "words", "found"),
    [
        ("dates", "december", ["9 December 2020"]),
        ("dates", "2021", ["4 May 2021", "June"]),  # June is resolved to that year
        ("dates", "harbour december", ["9 December 2020"]),
        ("dates", "harbour", ["9 December 2020", "March 2019"]),
        ("dates", "harbour since:2020", ["9 December 2020"]),
        ("timeline", "december", ["9 December 2020"]),
        ("timeline", "harbour", ["March 2019", "9 December 2020"]),
        ("timeline", "harbour until:2019", ["March 2019"]),
        ("figures", "ships", ["40 ships"]),
        ("figures", "dozen", ["a dozen sailors"]),
        ("figures", "12", ["a dozen sailors"]),
        ("figures", "harbour", ["40 ships", "a dozen sailors"]),
    ],
)
def test_dates_and_figures_that_meet_the_words_leave_out_others_of_their_sentences(
    report: Path, command: str, words: str, found: list[str]
) -> None:
    report.write_text(
        "On 9 December 2020 the harbour, begun in March 2019, took 40 ships and a dozen sailors.\n\n"
        "On 4 May 2021 Ana Costa came. She left in June.\n",
        encoding="utf-8",
    )
    rows = run(command, *words.split(), "-a", "report.txt", "--fields", "text", "--no-header").stdout.splitlines()
    assert rows == found
    one = run(command, *words.split(), "-a", "report.txt", "-n", "1").stderr
    assert one == (f"Showing 1 of {len(found)}.\n" if len(found) > 1 else "")


def test_articles_are_listed_with_what_was_found_in_each(report: Path) -> None:
    (report.parent / "other.txt").write_text("Nothing is named here, and no day.\n", encoding="utf-8")
    rows = json.loads(run("articles", "-a", str(report.parent), "-f", "json").stdout)
    told = [(Path(row["path"]).name, row["date"], row["records"]) for row in rows]
    assert told == [
        ("other.txt", None, {"people": 0, "organizations": 0, "resolutions": 0, "facts": 1}),
        ("report.txt", "2021-05-04", {"people": 1, "organizations": 1, "resolutions": 0, "facts": 5}),
    ]


# ---- where the text is ----


def test_a_pipe_that_is_not_read_is_told(report: Path) -> None:
    told = piped("people", data=REPORT.encode(), cwd=report.parent)
    assert b"bundled article" in told.stderr
    assert b"-a -" in told.stderr
    assert b"Ana Costa" not in told.stdout
    assert b"Ana Costa" in piped("people", "-a", "-", data=REPORT.encode(), cwd=report.parent).stdout


@pytest.mark.parametrize("data", [None, b""])
def test_without_input_nothing_is_told(report: Path, data: bytes | None) -> None:
    assert piped("people", data=data, cwd=report.parent).stderr == b""


def test_a_file_among_the_words_is_told_how_it_is_read(report: Path) -> None:
    alone = run("people", "report.txt")
    assert (alone.exit_code, alone.stdout) == (2, "")
    assert "report.txt is a file. To read it: unami people -a report.txt\n" in alone.stderr
    (report.parent / "b c.txt").write_text(REPORT, encoding="utf-8")
    several = run("people", "-a", "report.txt", "b c.txt", "costa")
    assert "b c.txt is a file. To read it: unami people costa -a report.txt -a 'b c.txt'\n" in several.stderr
    both = run("quotes", "report.txt", "b c.txt", "-f", "csv")
    line = "unami quotes -f csv -a report.txt -a 'b c.txt'"
    assert f"report.txt and b c.txt are files. To read them: {line}; or all of their folder: " in both.stderr
    assert "unami quotes -f csv -a .\n" in both.stderr


@pytest.mark.parametrize("command", ["article", "articles", "coverage", "export"])
def test_a_file_where_no_words_are_taken_is_told_how_it_is_read(report: Path, command: str) -> None:
    (report.parent / "bare").write_text("x", encoding="utf-8")
    for word, kind in (("report.txt", "file"), ("bare", "file"), (".", "folder")):
        result = run(command, word)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{word} is a {kind}. To read it: unami {command} -a {word}\n" in result.stderr


def test_a_folder_among_the_words_is_told_how_it_is_read(report: Path) -> None:
    (report.parent / "costa").mkdir()
    result = run("people", "./costa")
    assert (result.exit_code, "./costa is a folder. To read it: unami people -a ./costa\n" in result.stderr) == (
        2,
        True,
    )
    assert "Ana Costa" in run("people", "-a", "report.txt", "costa").stdout


def test_a_word_that_a_file_is_also_called_is_looked_for(report: Path) -> None:
    (report.parent / "costa").write_text("x", encoding="utf-8")
    assert "Ana Costa" in run("people", "-a", "report.txt", "costa").stdout
    assert run("search", "-a", "report.txt", "tern.").exit_code == 0


def test_a_web_address_is_told_how_it_is_fetched(report: Path) -> None:
    result = run("people", "-a", "https://example.org/a?b=1&c=2")
    assert result.exit_code == 2
    line = "curl -sL 'https://example.org/a?b=1&c=2' | unami people -a -\n"
    assert f"fetch it first: {line}" in result.stderr
    result = run("quotes", "https://example.org/a?b=1&c=2", "costa")
    assert result.exit_code == 2
    assert f"Fetch it first: {line.replace('people', 'quotes costa')}" in result.stderr
    assert "curl -sL www.example.org/a | unami -a -\n" in run("www.example.org/a").stderr
    assert """curl -sL 'https://example.org/it'"'"'s' | unami -a -""" in run("-a", "https://example.org/it's").stderr


def test_a_folder_tells_what_it_left_out(report: Path) -> None:
    for name in ("a.pdf", "b.PDF", "c.docx", "d.xyz", ".hidden.pdf"):
        (report.parent / name).write_bytes(b"x")
    (report.parent / "more").mkdir()
    result = run("people", "-a", str(report.parent))
    assert "left out 2 PDF, 1 Word, 1 .xyz, 1 folder" in result.stderr
    assert "hidden" not in result.stderr


def test_a_folder_of_texts_alone_tells_nothing(report: Path) -> None:
    assert run("people", "-a", str(report.parent)).stderr == ""


@pytest.mark.parametrize("text", [FRENCH, GREEK, *SHORT])
def test_what_is_hardly_english_is_told(text: str) -> None:
    assert any("English" in note for note in read_bytes(text.encode()).notes)


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "Tern 3, Arden 2\n" * 20,
        "Tern v Arden; Costa v Okri; Lund v Republic of Almara; Tern v Okri; Arden v Costa; Lund v Tern; Okri v Costa; "
        "Arden v Lund; Costa v Tern.",
        "It's a freely-available alternative, isn't it? They've rebuilt Tern's five-minute ferry-to-bus walk.",
        "Rival pan-Almaran bourse Ternex re-opens cross-harbour take-over bid",
        "He graduated summa cum laude from the University of Tern in 1936.",
        "Guten Tag!",
        "",
    ],
)
def test_what_is_english_or_short_is_not(text: str) -> None:
    assert not read_bytes(text.encode()).notes


# ---- rows show what one looks for ----


def test_a_row_says_which_role_or_alias_was_met() -> None:
    table = run("search", "iraqi", "kind:person", "-f", "table").stdout
    assert "Mohammed Shia’ Al-Sudani (Iraqi Prime Minister)" in table
    assert "World Health Organization (WHO)" in run("search", "who", "kind:org", "-f", "table").stdout
    assert "António Guterres (" not in run("search", "guterres", "-f", "table").stdout


def test_quotations_keep_their_marks_and_lose_the_comma_of_the_sentence() -> None:
    rows = json.loads(run("quotes", "-f", "json").stdout)
    assert "normal country," in [row["text"] for row in rows]
    shown = run("quotes", "-f", "table").stdout
    assert "“normal country”" in shown
    assert "conclusion.”" in shown


def test_facts_tell_when_and_how_many() -> None:
    header, row, *_ = run("facts", "personnel", "--fields", "dates,figures").stdout.splitlines()
    assert (header, row) == ("dates\tfigures", "2023\tover 700 personnel")


def test_resolutions_tell_what_the_register_says(report: Path) -> None:
    rows = run("resolutions", "1500", "--fields", "number,about", "--no-header").stdout
    assert rows.startswith("1500\tEstablishes UNAMI")
    text = "The Council adopted Security Council resolution 2254 (2015) on Syria."
    assert listed("resolutions", "number,about_from,about", f"{text}\n") == [f"2254\ttext\t{text}"]


@pytest.mark.parametrize("words", [("facts",), ("figures",), ("people",), ("facts", "--kind", "figure")])
def test_fewer_rows_than_there_are_say_so(words: tuple[str, ...]) -> None:
    every = json.loads(run(*words, "-f", "json").stdout)
    assert run(*words, "-f", "json", "-n", "1").stderr == f"Showing 1 of {len(every)}.\n"
    assert run(*words, "-f", "json", "-n", str(len(every))).stderr == ""


@pytest.mark.parametrize("words", [("search", "guterres"), ("facts", "baghdad"), ("resolutions", "security")])
def test_a_search_of_many_texts_ends_early_and_says_that_there_is_more(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    every = json.loads(run(*words, "-f", "json").stdout)
    assert len(every) > 1
    assert run(*words, "-f", "json", "-n", "1").stderr == f"Showing 1 of {len(every)}.\n"
    monkeypatch.setattr(opening, "_MOST_COUNTED", 0)
    assert run(*words, "-f", "json", "-n", "1").stderr == "Showing 1 of 2 or more.\n"
    assert len(json.loads(run(*words, "-f", "json", "-n", "1").stdout)) == 1
    assert run(*words, "-f", "json", "-n", str(len(every))).stderr == ""


@pytest.mark.parametrize(
    "command", ["people", "organizations", "facts", "quotes", "dates", "figures", "timeline", "search tern", "coverage"]
)
def test_json_of_several_articles_names_the_file(report: Path, command: str) -> None:
    other = report.parent / "other.txt"
    other.write_text("Ben Okri left Tern on 9 May 2021.\n", encoding="utf-8")

    def rows(*options: str) -> list[dict[str, object]]:
        told = json.loads(run(*command.split(), "-f", "json", *options).stdout)
        return list(told["left"] if command == "coverage" else told)

    several = rows("-a", str(report), "-a", str(other))
    assert several
    assert all(set(row["paths"]) <= {str(report), str(other)} and row["paths"] for row in several)
    assert all("paths" not in row for row in rows("-a", str(report)))


# ---- the article around something ----


def test_around_a_number_is_that_paragraph(report: Path) -> None:
    shown = run("article", "-a", str(report), "--around", "2").stdout
    assert "1,500 people came" in shown
    assert "Mayor" not in shown


def test_around_a_word_is_its_first_place(report: Path) -> None:
    shown = run("article", "-a", str(report), "--around", "tuesday").stdout
    assert "was opened on [Tuesday]" in shown
    assert "people came" not in shown


def test_around_a_name_is_every_paragraph_of_it(report: Path) -> None:
    shown = run("article", "-a", str(report), "--around", "costa").stdout
    assert "Mayor [Ana Costa](p1)" in shown


def test_around_what_is_not_there_finds_nothing(report: Path) -> None:
    nothing = run("article", "-a", str(report), "--around", "zebra")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert "Nothing found for “zebra”" in nothing.stderr
    assert run("article", "-a", str(report), "--around", "77").exit_code == 1


@pytest.mark.parametrize("other", [("--around", "p1"), ("--ids",)])
def test_plain_excludes_marks(other: tuple[str, ...]) -> None:
    result = run("article", "--plain", *other)
    assert (result.exit_code, f"--plain and {other[0]} cannot be used together" in result.stderr) == (2, True)


# ---- mail and Markdown ----

MAIL = """From: Desk <desk@example.org>
Date: Mon, 3 May 2021 10:00:00 +0000
Subject: Fwd: Harbour opens

> It rained when the harbour was opened yesterday by Foreign Minister Marta
> Lindholm, who had waited for it. Work had begun on 9 March, and about 1,500
> people came.
"""
MARKDOWN = """# Harbour opens

**Foreign Minister** Ana *Costa* opened the harbour with _Ben Okri_ on 4 May 2021.[^1] He paid 40 euros.[2]

[^1]: The Tern Gazette.
"""


def test_a_quoted_mail_loses_its_marks_and_the_spans_stay_true(report: Path) -> None:
    report.write_text(MAIL, encoding="utf-8")
    people = json.loads(run("people", "-a", str(report), "-f", "json").stdout)
    assert [(one["name"], one["roles"]) for one in people] == [("Marta Lindholm", ["Foreign Minister"])]
    place = people[0]["mentions"][0]
    assert MAIL[place["start"] : place["end"]] == "Marta\n> Lindholm"
    assert listed("facts harbour", "text") == [
        "Harbour opens",
        "It rained when the harbour was opened yesterday by Foreign Minister Marta Lindholm, who had waited for it.",
    ]
    for words in (("article", "--around", "p1"), ("facts", "-f", "table"), ("show", "p1")):
        shown = run(*words, "-a", str(report)).stdout
        assert ">" not in shown
        assert "Marta Lindholm" in " ".join(shown.replace("[", "").split("\n")).replace("  ", " ")
        assert "Marta   Lindholm" not in shown


def test_the_date_of_a_mail_gives_its_year_and_names_nobody(report: Path) -> None:
    assert listed("dates", "text,date", MAIL) == ["Mon, 3 May 2021\t2021-05-03", "9 March\t2021-03-09"]
    assert listed("articles", "date") == ["2021-05-03"]


def test_markdown_is_no_part_of_a_name_and_a_footnote_no_figure(report: Path) -> None:
    report.write_text(MARKDOWN, encoding="utf-8")
    names = json.loads(run("people", "-a", str(report), "-f", "json", "--fields", "name").stdout)
    assert names == [{"name": "Ana Costa"}, {"name": "Ben Okri"}]
    assert listed("figures", "text") == ["40 euros"]


PASSED_ON = """From: Desk <desk@example.org>
To: night@example.org
Subject: Fwd: Harbour opens

See below.

---------- Forwarded message ---------
From: Ana Costa <ana@example.org>
Date: Sun, May 2, 2021 at 9:12 AM
Subject: Harbour opens
To: Desk <desk@example.org>

Marta Lindholm opens the harbour on 9 May.

> From: Press <press@example.org>
> Sent: 1 May 2021
>
> Some 40 boats are expected.
"""


def test_the_heads_of_mails_that_were_passed_on_are_no_facts(report: Path) -> None:
    assert listed("facts", "paragraph,dates,text", PASSED_ON) == [
        "head\t\tHarbour opens",
        "1\t\tSee below.",
        "head\t2021-05-02\tSun, May 2, 2021 at 9:12 AM",
        "2\t2021-05-09\tMarta Lindholm opens the harbour on 9 May.",
        "head\t2021-05-01\t1 May 2021",
        "3\t\tSome 40 boats are expected.",
    ]
    assert listed("people", "name") == ["Marta Lindholm", "Ana Costa"]


def test_the_heads_of_mails_are_shown_by_their_title_author_and_date_alone(report: Path) -> None:
    report.write_text(PASSED_ON, encoding="utf-8")
    shown = run("article", "-a", str(report)).stdout
    for kept in ("Desk <desk@example.org>", "Harbour opens", "Ana Costa](p2) <ana@example.org>", "9:12 AM", "40 boats"):
        assert kept in shown
    for left_out in ("To:", "night@", "Forwarded", "Subject:"):
        assert left_out not in shown
    report.write_text(f"{REPORT}\nPhoto: Ana Costa\n\nSubject to change.\n\nTo: the sea they went.\n", encoding="utf-8")
    shown = run("article", "-a", str(report)).stdout
    assert all(kept in shown for kept in ("Photo: ", "Subject to change.", "To: the sea they went."))


def test_what_is_struck_out_names_nobody(report: Path) -> None:
    assert listed("people", "name", "Ana Costa met ~~Ben Okri of the Port Authority~~ 40 envoys.\n") == ["Ana Costa"]
    assert run("organizations", "-a", str(report), "--no-header").stdout == ""


APPLE = """See below.

Begin forwarded message:

From: Ana Costa <ana@example.org>
Subject: Harbour opens
Date: 4 May 2021 at 10:00:00 CEST
To: Desk <desk@example.org>

Marta Lindholm opens the harbour on 9 May.

Sent from my iPhone
"""
OUTLOOK = """See below.

From: Ana Costa
Sent: Tuesday, May 4, 2021 10:00 AM
To: Desk
Subject: Harbour opens

Marta Lindholm opens the harbour on 9 May.

Get Outlook for Android
"""


@pytest.mark.parametrize("mail", [APPLE, OUTLOOK])
def test_mails_of_other_programs_are_read_alike(report: Path, mail: str) -> None:
    report.write_text(mail, encoding="utf-8")
    rows = listed("facts", "paragraph,dates,text")
    assert [row for row in rows if not row.startswith("head")] == [
        "1\t\tSee below.",
        "2\t2021-05-09\tMarta Lindholm opens the harbour on 9 May.",
    ]
    fields = ("--fields", "title,date", "--no-header")
    assert run("articles", "-a", str(report), *fields).stdout == "Harbour opens\t2021-05-04\n"


def test_a_sentence_that_begins_like_a_header_stays(report: Path) -> None:
    report.write_text("Harbour opens\n\nIt was late.\n\nFrom: the sea came a cold wind.\n", encoding="utf-8")
    assert "From: the sea came a cold wind." in listed("facts", "text")


CODED = """---
title: "Harbour opens: the plans"
author: Ben Okri
date: 2021-05-04T10:00:00+02:00
---

# Harbour opens: the plans

**It rained in Tern. Nobody came.** It was *9 March*, says the [town of Tern](https://example.org/a_b).

```python
total = 4711  # of John Smith
```

~~~ is no fence that is closed.
"""


def test_what_markdown_adds_is_left_out_of_the_facts(report: Path) -> None:
    assert listed("facts", "dates,text", CODED) == [
        "\tHarbour opens: the plans",
        "2021-05-04\t2021-05-04T10:00:00+02:00",
        "\tIt rained in Tern.",
        "\tNobody came.",
        "2021-03-09\tIt was 9 March, says the town of Tern.",
        "\t~~~ is no fence that is closed.",
    ]
    for words in (("article",), ("facts", "-f", "table"), ("search", "nobody")):
        shown = run(*words, "-a", str(report)).stdout
        assert not set("*[`") & set(
            shown.partition("Nobody")[2].partition("Tern")[0].replace("[9 March](2021-03-09)", "")
        )
    facts = json.loads(run("facts", "-a", str(report), "-f", "json").stdout)
    assert all(CODED[one["start"] : one["end"]] == one["text"] for one in facts)


def test_numbers_are_read_through_their_emphasis(report: Path) -> None:
    report.write_text(
        "It said on **9** March that *40 boats* and _12%_ of the nets were lost in *2019*.\n"
        "Security Council resolution **2631** (2022) and [resolution 1500](https://example.org/2003) stand.\n",
        encoding="utf-8",
    )
    fields = ("--fields", "text", "--no-header")
    assert run("dates", "-a", str(report), *fields).stdout.splitlines() == ["9 March", "2019"]
    assert run("figures", "-a", str(report), *fields).stdout.splitlines() == ["40 boats", "12%"]
    fields = ("--fields", "number,year,year_from", "--no-header")
    assert run("resolutions", "-a", str(report), *fields).stdout.splitlines() == [
        "2631\t2022\ttext",
        "1500\t2003\tregister",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*a* and **b** and ***c***, _d_ and __e__", "a and b and c, d and e"),
        ("**begun here", "begun here"),
        ("ended there.** So", "ended there. So"),
        ("“We are _close_,”", "“We are close,”"),
        ("`code`, twice[^1][^note]", "code, twice"),
        ("[the plan][33] and [the map][]", "the plan and the map"),
        ("euros[1][2]", "euros[1][2]"),
        (r"\*not so\*", "*not so*"),
        ("~~2,000~~ 1,500", "1,500"),
        ("before ![a map](map.png) and after", "before and after"),
        ("[^1]: The Gazette", "The Gazette"),
        ("see [the report](/a/b.pdf) of", "see the report of"),
        ("of\n>  > Tern", "of Tern"),
    ],
)
def test_marks_are_left_out(text: str, shown: str) -> None:
    assert unmarked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "a 5* hotel, a 4* one", "*Not his name", "f*** that", "s**t", "a snake_case_name", "2 * 3 * 4", "[sic] (a)",
        "[3]", "``so'' and ``so''", "x > y", "if a\n b > c", "* * *", "[a](b c)",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    assert unmarked(text) == text


# ---- nothing tears ----


@pytest.mark.parametrize("width", [24, 30, 40, 80])
def test_what_the_help_explains_fits(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "columns_of", lambda stream: width)
    formatter = app._Formatter()
    formatter.write_dl([("people", "List people, their roles and where they are named."), ("-n", "At most so many.")])
    assert max(map(len, formatter.getvalue().splitlines())) <= width


@pytest.mark.parametrize("words", ["peopel", "people guteres", "people nobody-of-this-name", "-a nothing.txt people"])
def test_what_is_said_on_a_terminal_is_wrapped_at_words(words: str) -> None:
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable, ["-m", "unami_cli", *words.split()], dimensions=(40, 32), encoding="utf-8", timeout=30,
        cwd=str(Path(__file__).parent.parent), env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    child.expect(pexpect.EOF)
    lines = child.before.replace("\r", "").splitlines()
    assert lines
    assert max(map(len, lines)) <= 32


# ---- one thing in full, and its document ----


def test_show_tells_no_sentence_twice() -> None:
    shown = " ".join(run("show", "p1").stdout.split())
    assert shown.count("formally marked the conclusion") == 1
    assert "United Nations Secretary-General f2 ¶ 1" in shown


def test_a_role_from_a_sentence_without_the_name_has_its_sentence(report: Path) -> None:
    report.write_text("Ana Lind left Tern. She was a nurse there for long.\n", encoding="utf-8")
    shown = run("show", "p1", "-a", str(report)).stdout
    assert shown.count("She was a nurse there for long.") == 1


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was opened with."""
    addresses: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: not addresses.append(address))
    return addresses


def test_open_launches_the_address_of_one_resolution(launched: list[str]) -> None:
    result = run("resolutions", "1500", "--open", "-f", "tsv")
    address = "https://docs.un.org/en/S/RES/1500(2003)"
    assert (result.exit_code, launched, result.stderr) == (0, [address], f"Opened {address}\n")


def test_what_is_not_found_is_not_opened() -> None:
    result = run("resolutions", "77", "--open")
    assert (result.exit_code, "Nothing found" in result.stderr) == (1, True)


@pytest.mark.parametrize("words", [(), ("--mandate",)])
def test_open_takes_one_resolution(words: tuple[str, ...], launched: list[str]) -> None:
    result = run("resolutions", *words, "--open")
    assert (result.exit_code, launched) == (2, [])
    assert "--open" in result.stderr


def test_open_follows_no_address_but_https(report: Path, launched: list[str]) -> None:
    kept = report.parent / "kept.json"
    address = "https://docs.un.org/en/S/RES/1500(2003)"
    kept.write_text(run("export").stdout.replace(address, "file:///etc/passwd"), encoding="utf-8")
    result = run("resolutions", "1500", "--open", "-a", str(kept))
    assert (result.exit_code, launched) == (2, [])


# ---- what a review found ----


def test_a_day_before_a_name_in_the_byline_hides_nobody(report: Path) -> None:
    report.write_text(
        "Envoy leaves Arden after two years\n\nBy Maria Lopez\n\nSat, 3 May 2021, John Smith\n\n"
        "The envoy Peter Hansen said on Monday that 30 people left Arden.\n",
        encoding="utf-8",
    )
    names = [one["name"] for one in json.loads(run("people", "-a", str(report), "-f", "json").stdout)]
    assert {"John Smith", "Peter Hansen", "Maria Lopez"} <= set(names)


@pytest.mark.parametrize(
    ("words", "code", "shown", "told"),
    [
        ("by:guterres", 0, "normalization", ""),
        ("p9", 1, "", "No record p9. Nearest: p"),
        ("when was UNAMI established", 0, "established on [August 14, 2003]", ""),
        ("1" * 5000, 1, "", "the last paragraph is 5"),
    ],
)
def test_around_takes_what_a_query_takes(words: str, code: int, shown: str, told: str) -> None:
    result = run("article", "--around", words)
    assert (result.exit_code, shown in result.stdout, told in result.stderr) == (code, True, True)


def test_a_question_may_hold_options(report: Path) -> None:
    expected = run("search", "who said long wait", "-a", str(report), "-f", "json").stdout
    assert json.loads(expected)
    assert run("who", "-a", str(report), "said", "long", "wait", "-f", "json").stdout == expected


def test_that_no_date_is_of_that_time_is_said_so() -> None:
    assert "has a date from that time." in run("timeline", "sovereignty", "--since", "2018").stderr


def test_a_file_that_a_loop_reads_is_not_taken_for_an_article(report: Path) -> None:
    (report.parent / "queries").write_text("guterres\nhussein\n", encoding="utf-8")
    loop = f'while read q; do "{sys.executable}" -m unami_cli people $q; done < queries'
    done = subprocess.run(["sh", "-c", loop], capture_output=True, cwd=report.parent, check=False)
    assert done.stderr == b""
    assert b"Mohamed Al-Hussein" in done.stdout


def test_the_second_of_two_equal_days_keeps_its_sign(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report.write_text("Ana Lind came in 2004. Ben Okri came in 2004. Both left in 2010.\n", encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "60")
    shown = run("timeline", "-a", str(report), "-f", "table").stdout
    assert sum("■" in line and "a year" not in line for line in shown.splitlines()) == 3


def test_blanks_of_a_text_stay_as_they_are_in_files(report: Path) -> None:
    text = "The envoy   Peter Hansen left    Arden."
    assert listed("facts", "text", f"{text}\n") == [text]


# ---- what a new user found ----


def test_diff_takes_its_two_articles_by_a_as_well(report: Path) -> None:
    other = report.parent / "other.txt"
    other.write_text(REPORT.replace("1,500", "1,600"), encoding="utf-8")
    named = run("diff", str(report), str(other), "-f", "json")
    assert named.exit_code == 1
    for words in (("diff", "-a", str(report), "-a", str(other)), ("-a", str(report), "diff", "-a", str(other))):
        assert run(*words, "-f", "json").stdout == named.stdout
    assert run("diff", "-a", str(report)).exit_code == 2


def test_numbers_in_files_are_numbers(report: Path) -> None:
    rows = run("figures", "-a", str(report), "--fields", "value,comparator", "--no-header", "-f", "csv").stdout
    assert rows == "12,\n1500,~\n"
    assert "1,500 (about)" in run("figures", "-a", str(report), "-f", "table").stdout


def test_a_heading_that_is_no_field_names_the_field() -> None:
    assert "Did you mean dates?" in run("facts", "--fields", "when").stderr
    assert "Did you mean text?" in run("facts", "--fields", "Sentence").stderr


def test_a_question_on_a_country_that_the_text_lacks_has_no_answer() -> None:
    lacking = run("who", "is", "the", "prime", "minister", "of", "France", "-f", "json")
    assert all(row["answer"] is None for row in json.loads(lacking.stdout))
    assert "does not seem to say. These sentences come closest (not in the first: “France”)" in lacking.stderr
    told = run("who", "is", "the", "prime", "minister", "of", "Iraq", "-f", "json")
    assert json.loads(told.stdout)[0]["answer"] is not None


def test_a_year_that_only_the_claim_gives_is_not_agreed_with(report: Path) -> None:
    report.write_text("The strike began on 21 February. Nobody worked.\n", encoding="utf-8")
    assert run("check", "The strike began on 21 February 1999", "-a", str(report)).exit_code == 3
    assert run("check", "The strike began on 21 February", "-a", str(report)).exit_code == 0
    assert run("check", "The strike began on 22 February 1999", "-a", str(report)).exit_code == 1


def test_a_quotation_looks_the_same_wherever_it_is_shown() -> None:
    assert "“normal country”" in run("show", "p3").stdout
    assert "“normal country”" in run("quotes", "sudani", "-f", "table").stdout


def test_show_cuts_no_quotation(report: Path) -> None:
    report.write_text(
        'Mayor Ana Lindholm spoke. "We promised it. We kept it. It cost 40 euros," Lindholm told the council. Nobody asked her.\n',
        encoding="utf-8",
    )
    words = '"We promised it. We kept it. It cost 40 euros," Lindholm told the council.'
    for id in ("f2", "f3", "f4"):
        shown = run("show", id, "-a", str(report)).stdout
        assert shown.startswith(f"{id}  {words}  ¶ 1\n")
        assert '"We promised it. We kept it. It cost 40 euros"  Ana Lindholm' in shown
    shown = run("show", "p1", "-a", str(report)).stdout
    assert shown.count(words) == 1
    assert "f4  ¶ 1  " + words in shown
    assert "Nobody" not in shown


@pytest.mark.parametrize(
    "dateline",
    ["Tern, 4 May 2021 - ", "TERN (4 May 2021) — ", "TERN, FOYLE, MAY 4, 2021 (ABC): ", "Tern, 4 May 2021 – "],
)
def test_a_dateline_gives_the_year_to_the_whole_text(report: Path, dateline: str) -> None:
    report.write_text(f"Harbour opens\n\n{dateline}It opened.\n\nMore comes on 9 June.\n", encoding="utf-8")
    assert listed("dates", "date") == ["2021-05-04", "2021-06-09"]


@pytest.mark.parametrize(
    "start", ["On 4 May 2021 - a day of rain - ", "It opened in Tern, 4 May 2021 - ", "Tern, 2021: "]
)
def test_what_is_no_dateline_gives_the_year_to_its_paragraph_alone(report: Path, start: str) -> None:
    report.write_text(f"Harbour opens\n\n{start}it opened.\n\nMore comes on 9 June.\n", encoding="utf-8")
    rows = listed("dates", "date")
    assert rows[-1] == "XXXX-06-09"


def test_a_mail_is_joined_where_its_lines_were_wrapped(report: Path) -> None:
    report.write_text(
        "On Tue, 14 May 2021 at 09:12, Ben Okri <ben@example.org> wrote:\n"
        "> Mayor Ana Costa said on 8 May 2021 that the port of Tern would pay some\n"
        "> $12 million in fines. Nobody will wait, she said, and they will meet on 3\n"
        "> June.\n>> Marta Lindholm came.\n\n-- \nBen Okri\nTern Gazette\n",
        encoding="utf-8",
    )
    assert listed("facts", "paragraph,text") == [
        "1\tMayor Ana Costa said on 8 May 2021 that the port of Tern would pay some $12 million in fines.",
        "1\tNobody will wait, she said, and they will meet on 3 June.",
        "2\tMarta Lindholm came.",
    ]
    people = listed("people", "name,paragraphs")
    assert people == ["Ana Costa\t1", "Marta Lindholm\t2", "Ben Okri\thead"]


def test_a_browser_that_cannot_be_opened_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webbrowser.open", lambda address: False)
    result = run("resolutions", "1500", "--open")
    assert (result.exit_code, "No browser could be opened for https://" in result.stderr) == (2, True)


def test_claims_from_a_pipe_are_no_unread_text(report: Path) -> None:
    told = piped("check", "-", data=b"The port of Tern was opened.\n", cwd=report.parent)
    assert told.stderr == b""


def test_around_a_word_that_only_begins_a_name_or_a_role_is_its_place() -> None:
    assert run("article", "--around", "Iraq").stdout.lstrip().startswith("UN Mission in [Iraq] Concludes")
    assert "[António Guterres](p1)" in run("article", "--around", "guteres").stdout
    assert "(p3)" in run("article", "--around", "prime minister").stdout


@pytest.mark.parametrize(
    "head",
    [
        "By Ana Costa, Chief Reporter\nPublished 4 May 2021",
        "By Ana Costa | May 4, 2021",
        "Updated 1840 GMT (0240 HKT) May 4, 2021",
        "Posted on May 4, 2021 by Ana Costa",
        "First published on Tue 4 May 2021 05.00 GMT",
    ],
)
def test_the_day_in_the_head_is_that_of_the_article(report: Path, head: str) -> None:
    report.write_text(f"Harbour opens\n\n{head}\n\nIt was closed on 3 March and opens on 9 June.\n", encoding="utf-8")
    assert listed("articles", "date") == ["2021-05-04"]
    rows = listed("dates", "date")
    assert rows[-2:] == ["2021-03-03", "2021-06-09"]


def test_a_day_beside_another_year_than_that_of_the_news_stays_open(report: Path) -> None:
    text = "Harbour opens\n\nTERN, 4 May 2021 - The report of 5 June 2019 is out. It opens on 9 June.\n"
    assert listed("dates", "date", text) == ["2021-05-04", "2019-06-05", "XXXX-06-09"]


def test_emphasis_over_several_sentences_is_left_out_of_each(report: Path) -> None:
    report.write_text(
        "She **met 40 families. He _promised a road. She** said._ It cost 5 euros[1][2] in all.\n", encoding="utf-8"
    )
    for words in (("facts",), ("facts", "-f", "table"), ("show", "f2"), ("figures", "--fields", "sentence")):
        answer, _, _ = run(*words, "-a", str(report)).stdout.partition("In context: ")
        assert not set("*_") & set(answer)
    assert listed("figures", "text") == ["40 families", "5 euros"]


def test_dates_are_sorted_by_their_days(report: Path) -> None:
    report.write_text(
        "It was founded in 753 BC and burned in AD 64. It fell in 1453. It grew in the 1980s and in 44 BC.\n",
        encoding="utf-8",
    )
    rows = run("dates", "--sort", "date", "-a", str(report), "--fields", "text", "--no-header").stdout.splitlines()
    assert rows == ["753 BC", "44 BC", "AD 64", "1453", "the 1980s"]


@pytest.mark.parametrize("words", [("timeline",), ("resolutions",), ("show", "guterres"), ("facts",), ("articles",)])
def test_no_word_and_no_place_is_torn_at_24_columns(words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    lines = run(*words, "-f", "table").stdout.splitlines()
    assert max(map(len, lines)) <= 24
    assert not any(line.endswith("¶") and line.strip() != "¶" for line in lines)
    monkeypatch.setenv("COLUMNS", "300")
    apart = run(*words, "-f", "table").stdout.replace("-", "- ").split()
    whole = {word.strip("().,;:“”…") for word in (*apart, *opening.bundled().decode().replace("-", "- ").split())}
    shown = {word.strip("().,;:“”…") for line in lines for word in line.replace("-", "- ").split()}
    assert {word for word in shown if len(word) > 3} <= whole


def test_show_tells_a_sentence_that_is_a_quotation_once(report: Path) -> None:
    report.write_text("Mayor Ana Lindholm spoke.\n\n“We promised it. We kept it.”\n", encoding="utf-8")
    shown = run("show", "f2", "-a", str(report)).stdout
    assert shown.count("We kept it") == 1
    assert "all of it" in shown


def test_comments_of_html_are_no_facts(report: Path) -> None:
    report.write_text(
        "Harbour opens\n\n<!-- 88 boats, says Tom Berg -->\n\nIt rained, and nobody of the 40 people came.\n\n"
        "<!--\nTODO 12 boats\n-->\n\nThe end came late.\n",
        encoding="utf-8",
    )
    assert listed("figures", "text") == ["40 people"]
    assert run("people", "-a", str(report)).exit_code == 1
    report.write_text(
        "Harbour opens\n\n<!-- note --> It opened in 2003.\n\nSome 40 boats came.\n\n<!-- end -->\n", encoding="utf-8"
    )
    assert listed("figures", "text") == ["Some 40 boats"]


def test_two_rules_are_no_front_matter(report: Path) -> None:
    report.write_text("---\n\nSome 40 boats came.\n\n---\n\nThe end came late.\n", encoding="utf-8")
    assert listed("facts", "text") == ["Some 40 boats came.", "The end came late."]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("people", "-a", "https://x.org/a", "-a", "report.txt"), "unami people -a - -a report.txt"),
        (("people", "--article=https://x.org/a"), "unami people -a -"),
        (("search", "-f", "json", "report.txt"), "unami search -f json WORDS -a report.txt"),
        (("show", "https://x.org/a"), "unami show WORDS -a -"),
        (("quotes", "costa", "report.txt", "-n", "2"), "unami quotes costa -n 2 -a report.txt"),
    ],
)
def test_the_line_that_is_advised_is_whole(report: Path, words: tuple[str, ...], line: str) -> None:
    assert run(*words).stderr.rstrip("\n").endswith(f" {line}")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("",), "No such command ''. To look for it"),
        (("election",), "Did you mean 'completion' or 'resolutions'? To look for it: unami search election"),
        (("timeline", "--since", "2018", "--until", "2010"), "'2018': is later than 2010; swap the two"),
        (("people", "--json"), "No such option --json. Write -f json."),
        (("people", "--fields", "--json"), "no field '--json'"),
    ],
)
def test_odd_words_are_told_plainly(words: tuple[str, ...], told: str) -> None:
    result = run(*words)
    assert (result.exit_code, told in result.stderr) == (2, True)


def test_a_word_that_was_read_as_two_is_told_once() -> None:
    result = run("show", "muhammad")
    assert result.stderr == (
        "“muhammad”: no exact match; showing “Mohamed” and “Mohammed” (--exact turns corrections off).\n"
        "“muhammad” matches p2 (Mohamed Al-Hussein) and p3 (Mohammed Shia’ Al-Sudani); showing both.\n"
    )


def test_who_else_is_called_so_is_told() -> None:
    assert run("show", "iraq").stderr == "“iraq” also matches o7 (Islamic State of Iraq and the Levant).\n"
    assert run("show", "unami").stderr == run("show", "guterres").stderr == ""


def test_a_row_names_the_role_that_was_met() -> None:
    rows = json.loads(run("search", "prime minister", "--fields", "text,met", "-f", "json").stdout)
    assert rows[0] == {"text": "Mohammed Shia’ Al-Sudani", "met": "Iraqi Prime Minister"}


def test_the_id_of_a_text_is_told_for_one() -> None:
    result = run("show", "a1")
    assert (result.exit_code, "a1 is a text" in result.stderr) == (1, True)


def test_quotations_that_differ_stand_in_marks(report: Path) -> None:
    other = report.parent / "other.txt"
    other.write_text(REPORT.replace("It was a long wait,", "It was a short wait,"), encoding="utf-8")
    rows = run("diff", str(report), str(other), "--fields", "kind,a,b", "--no-header").stdout.splitlines()
    assert 'quote\t"It was a long wait"\t"It was a short wait"' in rows


def test_a_row_of_a_table_is_neither_title_nor_head_and_loses_what_is_around_it(report: Path) -> None:
    report.write_text(
        "| Ship   | Day |\n|---|---|\n| Foo    | 3 May 1970   |\n\nIt ended late, said Mayor Ana Costa.\n",
        encoding="utf-8",
    )
    rows = listed("facts", "paragraph,dates,text")
    assert rows[:2] == ["1\t\tShip | Day", "2\t1970-05-03\tFoo | 3 May 1970"]


def test_an_answer_that_is_the_whole_sentence_is_told_once() -> None:
    assert run("search", "-f", "table", "is iraq a normal country").stdout.count("Al-Sudani asserted") == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("people", "-n", "two"), "'two' is not a whole number from 1 on."),
        (("people", "-n", "0"), "'0' is not a whole number from 1 on."),
        (("people", "--columns", "name"), "Did you mean --fields?"),
        (("search", "--top", "3", "x"), "Did you mean --limit?"),
        (("diff", "https://example.org/x", "b.txt"), "curl -sL https://example.org/x | unami diff - b.txt"),
    ],
)
def test_what_is_said_of_a_slip_says_what_to_write(words: tuple[str, ...], told: str) -> None:
    result = run(*words)
    assert (result.exit_code, told in result.stderr) == (2, True)


def test_texts_without_a_command_are_all_read(report: Path) -> None:
    other = report.parent / "other.txt"
    other.write_text(REPORT, encoding="utf-8")
    for files in ((report,), (report, other)):
        result = run(*map(str, files))
        line = f"unami {' '.join(f'-a {file}' for file in files)}"
        assert (result.exit_code, line in result.stderr) == (2, True)


def test_rows_of_several_texts_name_their_files(report: Path) -> None:
    other = report.parent / "other.txt"
    other.write_text(REPORT, encoding="utf-8")
    both = ("-a", str(report), "-a", str(other))
    for words in (
        ("article", "-f", "jsonl"),
        ("check", "-f", "jsonl"),
        ("check", "It was a long wait.", "-f", "jsonl"),
    ):
        for line in run(*both, *words).stdout.splitlines():
            row = json.loads(line)
            named = row.get("paths") or [row.get("path")]
            assert set(named) <= {str(report), str(other), None}, row
            assert words[0] != "article" or row["path"]


def test_a_kept_table_is_not_said_to_have_a_text_to_print(report: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text(run("-a", str(report), "export").stdout, encoding="utf-8")
    assert f"unami -a {report} article" in run("-a", str(report)).stdout
    assert f"unami -a {kept} article" not in run("-a", str(kept)).stdout


MARKED = """---
title: Talks in Tern
tags: [peace, un]
---

# Talks in Tern

The envoy, Ana Costa, met [the mayor][33].

![A table](img/talks.jpg)

* * *

| Land | Troops |
|------|-------:|
| Tern | 120    |

<div class="note">The talks go on.</div>

```python
x = 1
```

[33]: https://example.org/mayor
"""


def test_marks_alone_are_no_lines_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "n.md").write_text(MARKED, encoding="utf-8")
    lines = run("-a", str(tmp_path / "n.md"), "article", "-f", "table").stdout.splitlines()[2:]
    assert [line.strip() for line in lines if line.strip()] == [
        "Talks in Tern",
        "1  The envoy, [Ana Costa](p1), met the mayor.",
        "2  Land | Troops",
        "3  Tern | 120",
        "4  The talks go on.",
        "x = 1",
    ]
    assert len(run("-a", str(tmp_path / "n.md"), "quotes").stdout.splitlines()) == 1
