"""What is stated: facts, quotations, the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

import click

from unami_cli.cli import completing, opening, options
from unami_cli.cli.answering import answer, asked, joined, marks, matching
from unami_cli.cli.commands import LOOK_UP, Program, command, unminus
from unami_cli.cli.exits import ExitCode, say
from unami_cli.cli.opening import Opened
from unami_cli.cli.settings import Settings

if TYPE_CHECKING:
    from unami_cli.model import Fact
    from unami_cli.output.listings.stated import Dated, Quoted
    from unami_cli.output.screen import Screen
    from unami_cli.output.view import View
    from unami_cli.table import FactTable

ASKED = (options.READ, options.MATCH, options.ROWS, options.SCREEN)


class Holding(StrEnum):
    """What a fact may hold, as `--kind` names it."""

    DATE = "date"
    FIGURE = "figure"
    QUOTE = "quote"
    PERSON = "person"
    RESOLUTION = "resolution"
    ORGANIZATION = "organization"


def add(program: Program) -> None:
    """Put the commands into the program."""

    @command(
        program,
        "facts",
        LOOK_UP,
        [
            ("unami facts", "every sentence that states something"),
            ("unami facts sovereignty", "those that hold a word"),
            ("unami facts --kind figure --since 2017", "those with a figure, and a date since then"),
        ],
        ASKED,
        excludes=True,
    )
    @click.argument(
        "term",
        nargs=-1,
        shell_complete=completing.anything,
        help="Words of the sentence, or of who and what stands in it.",
    )
    @click.option(
        "--kind",
        type=click.Choice([each.value for each in Holding]),
        multiple=True,
        help="That hold such a thing; repeatable.",
    )
    @click.option("--since", metavar="DATE", help="With a date not before this year, month or day.")
    @click.option("--until", metavar="DATE", help="With a date not after this year, month or day.")
    @click.pass_obj
    def facts(
        settings: Settings, term: tuple[str, ...], kind: tuple[str, ...], since: str | None, until: str | None
    ) -> ExitCode:
        """List facts: sentences with dates, figures, quotations, people, resolutions, organisations."""
        from unami_cli.model import Kind
        from unami_cli.output.listings import stated

        source = opening.opened(settings)
        found, view = matching(source, unminus(term), Kind.FACT, source.table.facts, settings)
        rows = _dated(_holding(found, kind), source.table, since, until)
        if found and not rows:
            say(f"None of {len(found)} facts is of that kind and time.")
        return answer(stated.facts(view, rows), source, settings)

    @command(
        program,
        "quotes",
        LOOK_UP,
        [
            ("unami quotes", "every quotation with its speaker"),
            ("unami quotes guterres", "what one of them said"),
            ("unami quotes -f jsonl", "one JSON object a line"),
        ],
        ASKED,
    )
    @click.argument(
        "person", nargs=-1, shell_complete=completing.speakers, help="Words of the speaker's name or description."
    )
    @click.pass_obj
    def quotes(settings: Settings, person: tuple[str, ...]) -> ExitCode:
        """List quotations and who said them."""
        from unami_cli.output.listings import stated

        source = opening.opened(settings)
        rows, view = _spoken(source, joined(person), settings)
        return answer(stated.quotes(view, rows), source, settings)

    @command(
        program,
        "timeline",
        LOOK_UP,
        [
            ("unami timeline", "every date in order"),
            ("unami timeline --since 2005 --until 2017-12", "those of a time"),
        ],
        (options.READ, options.ROWS, options.SCREEN),
    )
    @click.option("--since", metavar="DATE", help="Not before this year, month or day.")
    @click.option("--until", metavar="DATE", help="Not after this year, month or day.")
    @click.pass_obj
    def timeline(settings: Settings, since: str | None, until: str | None) -> ExitCode:
        """List what happened when, the earliest first."""
        from unami_cli.lookup import timeline as lookup
        from unami_cli.output.listings import stated
        from unami_cli.output.view import View

        source = opening.opened(settings)
        entries = lookup.timeline(source.table, since, until)
        if not entries:
            say("The text gives no date of that time." if since or until else "The text gives no dates.")
        rows = (stated.Dated(entry.date, entry.fact, entry.earliest, entry.latest) for entry in entries)
        view = View(source.table)
        return answer(stated.timeline(view, rows), source, settings, partial(_drawn, view))


def _drawn(view: View, rows: Sequence[Dated], target: Screen) -> str:
    from unami_cli.output import drawing

    return drawing.rendered(view, rows, target)


def _holding(facts: Sequence[Fact], kinds: Sequence[str]) -> tuple[Fact, ...]:
    """The facts that hold a thing of any of these kinds; all of them when none is named."""
    return tuple(fact for fact in facts if not kinds or any(_holds(fact, Holding(kind)) for kind in kinds))


def _holds(fact: Fact, kind: Holding) -> bool:
    held: dict[Holding, Sequence[object]] = {
        Holding.DATE: fact.dates,
        Holding.FIGURE: fact.figures,
        Holding.QUOTE: fact.quotes,
        Holding.PERSON: fact.people,
        Holding.RESOLUTION: fact.resolutions,
        Holding.ORGANIZATION: fact.organizations,
    }
    return bool(held[kind])


def _dated(facts: Sequence[Fact], table: FactTable, since: str | None, until: str | None) -> tuple[Fact, ...]:
    """The facts with a date in that time; all of them when none is asked for."""
    if since is None and until is None:
        return tuple(facts)
    from unami_cli.lookup.timeline import timeline

    inside = {entry.fact.id for entry in timeline(table, since, until)}
    return tuple(fact for fact in facts if fact.id in inside)


def _spoken(source: Opened, text: str, settings: Settings) -> tuple[tuple[Quoted, ...], View]:
    """The quotations whose speaker meets the text, by name or by description."""
    from unami_cli.model import Kind, Organization, Person
    from unami_cli.output.listings.stated import Quoted
    from unami_cli.output.view import View

    every = tuple(Quoted(quote, fact) for fact in source.table.facts for quote in fact.quotes)
    if not text:
        if not every:
            say("The text quotes nobody.")
        return every, View(source.table)
    described = _described(every, text)
    if described:
        return described, View(source.table)
    hits = asked(source, text, frozenset({Kind.PERSON, Kind.ORGANIZATION}), settings).hits
    names = {hit.record.name for hit in hits if isinstance(hit.record, Person | Organization)}
    rows = tuple(row for row in every if row.quote.speaker in names)
    if hits and not rows:
        say(f"No quotation of {', '.join(sorted(names))} in the text.")
    return rows, View(source.table, marks(hits))


def _described(every: Sequence[Quoted], text: str) -> tuple[Quoted, ...]:
    """The quotations of speakers whom the text does not name but describes, all words of the query in it."""
    from unami_cli.folding import words

    wanted = set(words(text))
    return tuple(row for row in every if wanted and wanted <= set(words(row.quote.speaker or "")))
