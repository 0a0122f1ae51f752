"""What the commands share: asking the table by words, and printing the answer as the settings say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from unami_cli.cli.exits import ExitCode, say
from unami_cli.cli.opening import Opened
from unami_cli.cli.screens import screen, send
from unami_cli.cli.settings import Settings
from unami_cli.output.formats import Arrangement, Format
from unami_cli.output.screen import Screen

if TYPE_CHECKING:
    from unami_cli.lookup.search import Answer, Hit
    from unami_cli.model import Kind, Record
    from unami_cli.output.listing import Highlight, Listing, View

A = TypeVar("A", bound="Record")
R = TypeVar("R")


def joined(words: Sequence[str]) -> str:
    """The bare words of a query as one line."""
    return " ".join(words).strip()


def asked(
    opened: Opened, text: str, kinds: frozenset[Kind] | None, settings: Settings, limit: int | None = None
) -> Answer:
    """The answer to a query, `limit` hits at most; what was read otherwise than typed, and misses, go to stderr."""
    from unami_cli.lookup.query import parse_query
    from unami_cli.lookup.search import search

    found = search(opened.table, parse_query(text), kinds=kinds, exact=settings.exact, limit=limit)
    told(found, text)
    return found


def most(settings: Settings) -> int | None:
    """How many hits are enough for the rows that are shown; None for all, which are sorted before some are left out."""
    layout = settings.layout
    return None if layout.sort or layout.reverse else layout.limit


def told(found: Answer, text: str) -> None:
    """Say on stderr what was read otherwise than typed, what no sentence has, and the nearest things on a miss."""
    for one in found.corrections:
        corrected(one.typed, one.meant)
    for other in found.aliases:
        say(f"“{other.typed}” is “{other.meant}” in the text.")
    if not found.hits:
        near = f" Nearest: {', '.join(found.suggestions)}." if found.suggestions else ""
        say(f"Nothing found for “{text}”.{near}")
    elif found.question and not found.hits[0].answer:
        say(f"The text does not seem to tell{_without(found.missing)}; these sentences come nearest.")
    elif found.missing and not found.question:
        say(f"No sentence has all of these words{_without(found.missing)}; these have most.")


def corrected(typed: str, meant: str) -> None:
    """Say that a word was read as another."""
    say(f"“{typed}” → “{meant}”: nothing has it as typed (--exact to forgive nothing).")


def _without(missing: Sequence[str]) -> str:
    """The words that the nearest sentence lacks, in brackets."""
    return f" (the nearest lacks {', '.join(f'“{word}”' for word in missing)})" if missing else ""


def matching(
    opened: Opened, words: Sequence[str], kind: Kind, every: Sequence[A], settings: Settings, limit: int | None = None
) -> tuple[tuple[A, ...], View]:
    """Those of the records `every`, all of the `kind`, that meet the words, best first; without words all of them.

    `limit` is how many are enough, None for all that meet the words.
    """
    from unami_cli.output.listing import View

    text = joined(words)
    if not text:
        if not every:
            say(f"The text names no {_PLURALS[kind.value]}.")
        return tuple(every), View(opened.table)
    hits = asked(opened, text, frozenset({kind}), settings, limit).hits
    by_id = {record.id: record for record in every}
    return tuple(by_id[hit.record.id] for hit in hits if hit.record.id in by_id), View(opened.table, marks(hits))


def marks(hits: Iterable[Hit]) -> tuple[Highlight, ...]:
    """The characters that the hits met."""
    from unami_cli.output.listing import Highlight

    return tuple(Highlight(match.start, match.end, match.article) for hit in hits for match in hit.matches)


def answer(
    listing: Listing[R],
    opened: Opened,
    settings: Settings,
    drawn: Callable[[Listing[R], Arrangement, Screen], str] | None = None,
) -> ExitCode:
    """Print the listing as the settings say; `drawn` makes what stands for a table of all fields."""
    layout = settings.layout
    if layout.fields == ("help",):
        wide = max(len(field.name) for field in listing.columns)
        click.echo("\n".join(f"{field.name:<{wide}}  {field.about}" for field in listing.columns))
        return ExitCode.FOUND
    _check_names(listing, layout)
    target = screen(settings)
    rows = listing.arranged(layout)
    if drawn and layout.fields is None and _format(settings, target) is Format.TABLE:
        send(target, (drawn(rows, layout, target),))
    else:
        send(target, _pieces(rows, settings, target))
    return opened.code(bool(listing.rows))


def _pieces(listing: Listing[R], settings: Settings, target: Screen) -> Iterable[str]:
    format = _format(settings, target)
    if format is Format.TABLE:
        from unami_cli.output import tables

        return (tables.rendered(listing, settings.layout, target),)
    from unami_cli.output import formats

    return formats.rendered(listing, format, settings.layout, pretty=target.terminal, ascii=not target.unicode)


def _format(settings: Settings, target: Screen) -> Format:
    return settings.format or (Format.TABLE if target.terminal else Format.TSV)


def _check_names(listing: Listing[R], layout: Arrangement) -> None:
    wanted = [("--fields", name) for name in layout.fields or ()]
    wanted += [("--sort", layout.sort)] if layout.sort is not None else []
    known = [field.name for field in listing.columns]
    if layout.fields == ():
        raise click.UsageError(f"--fields names no field; there are {', '.join(known)}.", click.get_current_context())
    for option, name in wanted:
        if name not in known:
            from difflib import get_close_matches

            near = "".join(f" Did you mean {each}?" for each in get_close_matches(name, known, n=1))
            message = f"{option}: no field {name!r}.{near} There are {', '.join(known)}."
            raise click.UsageError(message, click.get_current_context())


_PLURALS: dict[str, str] = {
    "person": "people",
    "resolution": "resolutions",
    "organization": "organisations",
    "fact": "facts",
}
