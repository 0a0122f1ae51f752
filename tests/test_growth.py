"""Twice the text takes about twice the work, whatever one pattern a text may be made of.

Each pattern is repeated to a length and to twice that length, and the two are read in turn. What is asked is the ratio
of the processor time, at its best of some rounds or in the middle of them: noise makes rounds worse, a square makes all
of them bad.
"""

from __future__ import annotations

import gc
import io
import string
import time
from collections.abc import Callable, Iterator
from itertools import count, product
from statistics import median

import pytest
from rich.text import Text

from unami_cli import build, findings, read
from unami_cli.checking.claims import check
from unami_cli.lookup.query import parse_query
from unami_cli.lookup.search import search
from unami_cli.output import columns, formats, page
from unami_cli.output.formats import Arrangement, Format
from unami_cli.output.ink import wrapped
from unami_cli.output.listing import View
from unami_cli.output.screen import Screen, prose

SIZE = 16_000
MOST = 2.4
ROUNDS = 20
ENOUGH = 5
"""Rounds after which the one in the middle tells."""

Pattern = Callable[[int], str]


def _syllables() -> Iterator[str]:
    """Ever new syllables that are no words."""
    for letters in product("bdfgklmnprst", "aeiou", "bdfgklmnprst", "aeiou", "klmnrst"):
        yield "".join(letters)


def _numbers() -> Iterator[str]:
    return (str(n) for n in count(1))


def _capitals() -> Iterator[str]:
    return ("".join(letters) for letters in product(string.ascii_uppercase, repeat=5))


def _new(template: str, words: Callable[[], Iterator[str]], start: str = "") -> Pattern:
    """A template filled with ever new words: `{0}` as they are, `{1}` with a capital."""

    def made(size: int) -> str:
        parts, length = [start], len(start)
        for word in words():
            parts.append(template.format(word, word.capitalize()))
            length += len(parts[-1])
            if length >= size:
                break
        return "".join(parts)[:size]

    return made


def _same(unit: str) -> Pattern:
    return lambda size: unit * (size // len(unit))


NEW: dict[str, Pattern] = {
    "new names": _new("Mr {1} {1}son met. ", _syllables),
    "new first names": _new("Mr {1} Costa met. ", _syllables),
    "new surnames": _new("Ana {1}son met. ", _syllables),
    "new names in a list": _new("Ana {1}son, ", _syllables),
    "pronouns among quotations": _same("“yes” said Ana Costa, “no” he added, "),
    "new speakers": _new("“Yes,” said {1} {1}son. ", _syllables),
    "new middle names": _new("Ana {1} Costa met. ", _syllables),
    "one surname of many": lambda size: _new("{1} Costa met. ", _syllables)(size // 2) + "Costa met. " * (size // 22),
    "new acronyms": _new("{0} met. ", _capitals),
    "new acronyms of a name": _new("The Lake Chad Relief Agency ({0}) met. ", _capitals),
    "new ministries": _new("The Ministry of {1} met. ", _syllables),
    "new companies": _new("{1} Ltd. met. ", _syllables),
    "new offices": _new("the president of {1}, ", _syllables),
    "new words": _new("{0} ", _syllables),
    "new numbers": _new("{0} ", _numbers),
    "new resolutions": _new("Resolution {0} passed. ", _numbers),
    "new resolutions in a list": _new("{0}, ", _numbers, "Resolutions "),
    "new figures": _new("{0} men, ", _numbers),
    "new lines": _new("{0}\n", _syllables),
    "new rows": _new("| {1} | {0} |\n", _syllables),
    "new objects of JSON": _new('{{"name": "{1} Costa", "id": "{0}", "text": "a said {0}."}},\n', _syllables),
    "new lines of JSON": _new('"name": "{1} Costa said", ', _syllables),
    "new addresses": _new("https://example.org/{0} ", _syllables),
}
SAME = (
    "1", "12 ", "1,", "1.", "A", "a", "Abc ", "ABC ", "a-", "a. ", "A. ", "J. K. ", "U.S. ", "Mr ", "Mr. ", "Gen. Smith ",
    ".", ". ", ", ", "a; ", "a: ", "— ", "- ", "“", "”", '"', '" ', "'", "'a ", "‘a ", "« ", "« a ", "« « » ", "“ “a ” ", "“A. ", "“A b.\n\n", "“No.” ",
    '"No." ', "“Yes,” said Smith. ", "he said ", "said Smith ", "Smith said that ", "(", "(A) ", "[", "[3] ", "{", "<p>a</p>",
    "[a](http://x.org) ", "http://x.org/a ", "a@b.org ", "QmFzZTY0", "of the ", "the ", "and ", "A and ", "President of the ",
    "the Ministry of ", "Smith, who ", "Smith, 34, ", "Smith’s ", "Ana Costa, ", "Ana Costa and ", "President Ana Costa met. ",
    "resolution ", "resolutions 1 and 2 ", "Security Council resolution 1500. ", "On 3 May 2020, ", "3 May ", "May ", "2020 ",
    "2020 to ", "Monday ", "between 2 and ", "40 men, ", "$40m, ", "40-50 ", "5% ", "| a | b |\n", "Name\tAge\n", "a\n", "a\n\n",
    "> a\n", ">> a\n> b\n", "From: a\n\n", "On 3 May 2020, Ana <a@b> wrote:\n\n", "<!-- a\n", "<!-- a\n--> b\n", "```\n", "```a\n\n", "**a ", "*a* ",
    "[a](/b) ", "<b>a ", "| a ", "|   ", "Subject: a\n", "- a\n", "# a\n", " ", "\n", "\t", "\r\n", "\u200b", "\u0301", "e\u0301", "😀 ", "سلام ", "漢字",
)  # fmt: skip
PATTERNS = NEW | {repr(unit): _same(unit) for unit in SAME}


def _work(text: str) -> float:
    """Seconds of the processor that it takes to make all there is of one text."""
    data = text.encode()
    begin = time.process_time()
    made = build([read(data)])
    for name in ("people", "organizations", "resolutions", "facts"):
        getattr(made, name)
    return time.process_time() - begin


def _check(text: str) -> float:
    """Seconds of the processor that it takes to hold one text against itself."""
    made = build([read(text.encode())])
    for name in ("people", "organizations", "resolutions", "facts"):
        getattr(made, name)
    begin = time.process_time()
    findings(made)
    return time.process_time() - begin


CHECKED: dict[str, Pattern] = {
    "one sentence": _same("On Sunday, 13 December 2025, 5 men met from 2010 to 2005 for 22 years "),
    "one sentence again and again": _same("On Sunday, 3 May 2020, Ana Costa saw 5 men. "),
    "beginnings": _same("The Harbour Agency was founded in 1999. The Harbour Agency was dissolved in 1987. "),
    "anniversaries": _same("In 2023, the 20th anniversary of the 2003 war, "),
    "new houses": _new("The {1} of {0} saw 40 men in the harbour. ", _syllables),
    "names in one sentence": _new('"name": "{1} Costa said", ', _syllables),
}


@pytest.mark.parametrize("name", PATTERNS)
def test_twice_the_text_is_about_twice_the_work(name: str) -> None:
    _grows_evenly(_work, PATTERNS[name])


@pytest.mark.parametrize("name", CHECKED)
def test_twice_the_text_is_about_twice_the_work_of_a_check(name: str) -> None:
    _grows_evenly(_check, CHECKED[name])


def _grows_evenly(work: Callable[[str], float], pattern: Pattern) -> None:
    once, twice = pattern(SIZE), pattern(2 * SIZE)
    taken: list[tuple[float, float]] = []
    gc.disable()
    try:
        for _ in range(ROUNDS):
            taken.append((work(once), work(twice)))
            best = min(two for _, two in taken) / min(one for one, _ in taken)
            middle = median(two / one for one, two in taken)
            if best <= MOST or (len(taken) >= ENOUGH and middle <= MOST):
                return
    finally:
        gc.enable()
    pytest.fail(f"twice the text takes {best:.1f} times the work")


def _shown(text: str) -> float:
    """Seconds of the processor that it takes to show a text of many marks on a narrow screen, many times as long."""
    long = text * 10
    begin = time.process_time()
    wrapped(Text(prose(long)), 40, Screen(io.StringIO()))
    return time.process_time() - begin


@pytest.mark.parametrize(
    "unit", ["a *b* ", "**a ", "a[^1] ", "a\n> b ", "a-long-word-that-is-wider-than-a-screen-is-wide "]
)
def test_twice_the_text_is_about_twice_the_work_of_showing_it(unit: str) -> None:
    _grows_evenly(_shown, _same(unit))


def _article_shown(text: str) -> float:
    """Seconds of the processor that it takes to show an article with what was found in it, once it is read."""
    view = View(build([read((text * 2).encode())]))
    begin = time.process_time()
    page.rendered(view, Screen(io.StringIO(), width=80, terminal=True, styles=True))
    return time.process_time() - begin


@pytest.mark.parametrize(
    "unit",
    ["Ana Costa met 40 envoys on 3 May 2020.\n\n", "“Yes,” said Ana Costa of the UN. ", '"a ', "1,", "- 40 envoys\n"],
    ids=["paragraphs", "one paragraph", "open quotations", "figures", "a list"],
)
def test_twice_the_text_is_about_twice_the_work_of_showing_the_article(unit: str) -> None:
    _grows_evenly(_article_shown, _same(unit))


def _listed(text: str) -> float:
    """Seconds of the processor that it takes to list who is named in many paragraphs."""
    view = View(build([read(f"Ana Costa{text * 3}".encode())]))
    people = view.table.people
    begin = time.process_time()
    list(formats.rendered(columns.people(view, people), Format.TSV, Arrangement(), pretty=False, ascii=False))
    return time.process_time() - begin


def test_twice_the_text_is_about_twice_the_work_of_listing_it() -> None:
    _grows_evenly(_listed, _same("\n\nCosta"))


def _asked(text: str) -> float:
    """Seconds of the processor that it takes to answer questions from one text, and to hold a claim against it."""
    made = build([read(f"Ana Costa opened.\n\n{text * 4} opened.".encode())])
    search(made, parse_query("when"))
    begin = time.process_time()
    for question in ("when was the plant opened", "who opened 40 plants", "how many plants did Ana Costa open"):
        search(made, parse_query(question))
    check(made, "Ana Costa opened 40 plants in 2005.")
    return time.process_time() - begin


@pytest.mark.parametrize(
    "unit",
    [
        "the plant opened in 1990 and closed in 2005 and ",
        "Ana Costa opened 3 plants, who closed, ",
        "and after that who opened 40 plants in 2005 ",
        "plant, plant, which opened, ",
        "opened ",
        "The plant opened 40 plants.\n\n",
    ],
)
def test_twice_the_text_is_about_twice_the_work_of_asking_it(unit: str) -> None:
    _grows_evenly(_asked, _same(unit))


def test_an_answered_mail_is_told_in_linear_time() -> None:
    _grows_evenly(_work, lambda size: f"On Tue, 4 May 2021 Ana Costa{' ' * size}x wrote:")
