"""`unami article`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from unami_cli.cli import offers, opening
from unami_cli.cli.answering import answer
from unami_cli.cli.command import READ, command
from unami_cli.cli.exits import ExitCode, say
from unami_cli.cli.opening import Opened
from unami_cli.cli.picking import named
from unami_cli.cli.screens import screen, send
from unami_cli.cli.settings import Settings
from unami_cli.output.formats import Format
from unami_cli.output.screen import Screen, verbatim

if TYPE_CHECKING:
    from unami_cli.model import Record
    from unami_cli.output.listing import View


@command(
    READ,
    ("unami article", "paragraphs numbered, finds marked by kind"),
    ("unami article --around f7", "where a record stands"),
    ("unami article --plain", "the bare text"),
)
@click.option(
    "--around", shell_complete=offers.ids, metavar="ID|NAME", help="Only the paragraphs where this record stands."
)
@click.option("--plain", is_flag=True, help="The text alone, as it was given.")
@click.pass_obj
def article(settings: Settings, around: str | None, plain: bool) -> ExitCode:
    """Print the text, with what was found in it marked."""
    if plain and around:
        raise click.UsageError("--plain and --around exclude each other.", click.get_current_context())
    source = opening.opened(settings).with_texts()
    if settings.format not in (None, Format.TABLE) or settings.layout.fields is not None:
        return _as_rows(source, settings)
    from unami_cli.output.listing import View

    target = screen(settings)
    chosen = named(source, around, settings)[0] if around else ()
    send(target, _page(View(source.table), chosen, target, plain, everything=around is None))
    return source.code(bool(chosen) if around else bool(source.table.articles))


def _page(view: View, chosen: Iterable[Record], target: Screen, plain: bool, *, everything: bool) -> list[str]:
    if plain:
        return [verbatim(article.text, target) for article in view.table.articles]
    from unami_cli.output import page

    return [page.rendered(view, target)] if everything else [page.rendered(view, target, one) for one in chosen]


def _as_rows(source: Opened, settings: Settings) -> ExitCode:
    from unami_cli.output import columns
    from unami_cli.output.listing import View

    if not source.table.articles:
        say("There is no article.")
    return answer(columns.blocks(View(source.table)), source, settings)
