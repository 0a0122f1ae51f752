"""`unami article`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from unami_cli.cli.app import command
from unami_cli.cli.options import Settings, offered
from unami_cli.cli.talk import ExitCode, say

if TYPE_CHECKING:
    from unami_cli.cli.opening import Opened
    from unami_cli.model import Record
    from unami_cli.output.listing import View
    from unami_cli.output.screen import Screen


@command(
    ("unami article", "paragraphs numbered, finds marked by kind"),
    ("unami article --around f7", "where a record stands"),
    ("unami article --plain", "the bare text"),
)
@click.option(
    "--around", shell_complete=offered("ids"), metavar="ID|NAME", help="Only the paragraphs where this record stands."
)
@click.option("--plain", is_flag=True, help="The text alone, as it was given.")
def article(settings: Settings, around: str | None, plain: bool) -> ExitCode:
    """Print the texts or, of a record, the paragraphs where it stands; as rows when a format asks for them."""
    from unami_cli.cli import asking, opening, printing
    from unami_cli.output.listing import View

    if plain and around:
        raise click.UsageError("--plain and --around exclude each other.", click.get_current_context())
    source = opening.opened(settings).with_texts()
    if settings.as_rows:
        return _as_rows(source, settings)
    target = printing.screen(settings)
    chosen = asking.picked(source, around, settings)[0] if around else ()
    printing.send(target, _page(View(source.table), chosen, target, plain, everything=around is None))
    return source.code(bool(chosen) if around else bool(source.table.articles))


def _page(view: View, chosen: Iterable[Record], target: Screen, plain: bool, *, everything: bool) -> list[str]:
    if plain:
        from unami_cli.output.screen import verbatim

        return [verbatim(article.text, target) for article in view.table.articles]
    from unami_cli.output import page

    return [page.rendered(view, target)] if everything else [page.rendered(view, target, one) for one in chosen]


def _as_rows(source: Opened, settings: Settings) -> ExitCode:
    from unami_cli.cli.printing import listed
    from unami_cli.output import columns
    from unami_cli.output.listing import View

    if not source.table.articles:
        say("There is no article.")
    return listed(columns.blocks(View(source.table)), source, settings)
