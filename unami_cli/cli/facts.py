"""What is stated: facts, quotations, the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from unami_cli.cli import completing, opening, options
from unami_cli.cli.answering import answer, corrected, joined, marks, matching, told
from unami_cli.cli.commands import LOOK_UP, Program, command, unminus
from unami_cli.cli.exits import ExitCode, say
from unami_cli.cli.opening import Opened
from unami_cli.cli.settings import Settings

if TYPE_CHECKING:
    from unami_cli.lookup.timeline import Entry
    from unami_cli.model import Fact, Kind
    from unami_cli.output.columns import Dated, Quoted
    from unami_cli.output.formats import Arrangement
    from unami_cli.output.listing import Listing, View
    from unami_cli.output.screen import Screen
    from unami_cli.table import FactTable

ASKED = (options.READ, options.MATCH, options.ROWS, options.SCREEN)


def add(program: Program) -> None:
    """Put the commands into the program."""

    @command(
        program,
        "facts",
        LOOK_UP,
        [
            ("unami facts", "every sentence of the headline and the paragraphs"),
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
        multiple=True,
        metavar="KIND",
        callback=_kinds,
        shell_complete=completing.kinds,
        help="That hold such a thing: date, figure, quote, person, resolution, organization; repeatable.",
    )
    @click.option("--since", metavar="DATE", help="With a date not before this year, month or day.")
    @click.option("--until", metavar="DATE", help="With a date not after this year, month or day.")
    @click.pass_obj
    def facts(
        settings: Settings, term: tuple[str, ...], kind: tuple[Kind, ...], since: str | None, until: str | None
    ) -> ExitCode:
        """List facts: the sentences of the text, and what stands in them."""
        from unami_cli.model import Kind
        from unami_cli.output import columns

        source = opening.opened(settings)
        found, view = matching(source, unminus(term), Kind.FACT, source.table.facts, settings)
        rows = _dated(_holding(found, kind), source.table, since, until)
        if found and not rows:
            say(f"None of {len(found)} facts is of that kind and time.")
        return answer(columns.facts(view, rows), source, settings)

    @command(
        program,
        "quotes",
        LOOK_UP,
        [
            ("unami quotes", "every quotation with its speaker"),
            ("unami quotes guterres", "what one of them said"),
            ("unami quotes normal country", "those that hold these words"),
            ("unami quotes -f jsonl", "one JSON object a line"),
        ],
        ASKED,
        excludes=True,
    )
    @click.argument(
        "term",
        nargs=-1,
        shell_complete=completing.speakers,
        help="Words of the speaker's name, role or description, else of what was said.",
    )
    @click.pass_obj
    def quotes(settings: Settings, term: tuple[str, ...]) -> ExitCode:
        """List quotations and who said them."""
        from unami_cli.output import columns

        source = opening.opened(settings)
        rows, view = _spoken(source, joined(unminus(term)), settings)
        return answer(columns.quotes(view, rows), source, settings)

    @command(
        program,
        "timeline",
        LOOK_UP,
        [
            ("unami timeline", "every date in order"),
            ("unami timeline elections", "those of sentences that hold a word"),
            ("unami timeline --since 2005 --until 2017-12", "those of a time"),
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
    @click.option("--since", metavar="DATE", help="Not before this year, month or day.")
    @click.option("--until", metavar="DATE", help="Not after this year, month or day.")
    @click.pass_obj
    def timeline(settings: Settings, term: tuple[str, ...], since: str | None, until: str | None) -> ExitCode:
        """List what happened when, the earliest first."""
        from unami_cli.output import columns

        source = opening.opened(settings)
        entries, view = _entries(source, joined(unminus(term)), since, until, settings)
        rows = (columns.Dated(entry.date, entry.fact, entry.earliest, entry.latest) for entry in entries)
        return answer(columns.timeline(view, rows), source, settings, partial(_drawn, view))


def _entries(
    source: Opened, text: str, since: str | None, until: str | None, settings: Settings
) -> tuple[Sequence[Entry], View]:
    """The dated facts of that time that meet the query; that there are none is said."""
    from unami_cli.lookup import timeline as lookup
    from unami_cli.lookup.query import parse_query
    from unami_cli.model import Kind
    from unami_cli.output.listing import View

    entries = lookup.timeline(source.table, since, until)
    if not text:
        if not entries:
            say("The text gives no date of that time." if since or until else "The text gives no dates.")
        return entries, View(source.table)
    query = parse_query(text)
    if query.since or query.until:
        inside = set(lookup.timeline(source.table, query.since, query.until))
        entries = tuple(entry for entry in entries if entry in inside)
    facts, view = matching(source, (text,), Kind.FACT, source.table.facts, settings)
    ids = {fact.id for fact in facts}
    found = tuple(entry for entry in entries if entry.fact.id in ids)
    if facts and not found:
        say(f"None of the sentences found gives a date{' of that time' if since or until else ''}.")
    return found, view


def _drawn(view: View, listing: Listing[Dated], layout: Arrangement, target: Screen) -> str:
    from unami_cli.output.timeline import rendered

    return rendered(view, listing.rows, target)


def _kinds(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[Kind, ...]:
    """The kinds that the words name, singular or plural; raises `BadParameter` for what names none."""
    if not value:
        return ()
    from unami_cli.lookup.query import kind_named
    from unami_cli.model import Kind

    found = []
    for word in value:
        kind = kind_named(word)
        if kind is None:
            raise click.BadParameter(f"{word!r} is no kind; there are {', '.join(Kind)}.", ctx, param)
        found.append(kind)
    return tuple(found)


def _holding(facts: Sequence[Fact], kinds: Sequence[Kind]) -> tuple[Fact, ...]:
    """The facts that hold a thing of any of these kinds; all of them when none is named."""
    if not kinds:
        return tuple(facts)
    from unami_cli.lookup.filters import holds

    return tuple(fact for fact in facts if any(holds(fact, kind) for kind in kinds))


def _dated(facts: Sequence[Fact], table: FactTable, since: str | None, until: str | None) -> tuple[Fact, ...]:
    """The facts with a date in that time; all of them when none is asked for."""
    if since is None and until is None:
        return tuple(facts)
    from unami_cli.lookup.timeline import timeline

    inside = {entry.fact.id for entry in timeline(table, since, until)}
    return tuple(fact for fact in facts if fact.id in inside)


def _spoken(source: Opened, text: str, settings: Settings) -> tuple[tuple[Quoted, ...], View]:
    """The quotations that meet the query, by their speaker, else by their words."""
    from unami_cli.lookup.query import parse_query
    from unami_cli.lookup.quotations import quotations
    from unami_cli.output.columns import Quoted
    from unami_cli.output.listing import View

    found = quotations(source.table, parse_query(text), exact=settings.exact)
    rows = tuple(Quoted(one.quote, one.fact) for one in found.found)
    for typed, meant in found.corrected:
        corrected(typed, meant)
    if found.silent:
        say(f"No quotation of {', '.join(found.silent)} in the text.")
    elif found.answer and (rows or not found.answer.hits):
        told(found.answer, text)
    elif not rows:
        say(f"Nothing found for “{text}”." if text else "The text quotes nobody.")
    return rows, View(source.table, marks(found.answer.hits) if found.answer else ())
