"""`unami article`."""

from __future__ import annotations

import click

from unami_cli.cli.app import command
from unami_cli.cli.options import Settings, offered
from unami_cli.cli.talk import ExitCode, say


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
    view = View(source.table)
    if settings.as_rows:
        from unami_cli.output import texts

        if not source.table.articles:
            say("There is no article.")
        return printing.listed(texts.blocks(view), source, settings)
    target = printing.screen(settings)
    chosen = asking.picked(source, around, settings)[0] if around else ()
    if plain:
        from unami_cli.output.screen import verbatim

        printing.send(target, [verbatim(article.text, target) for article in source.table.articles])
    else:
        from unami_cli.output import page

        printing.send(target, [page.rendered(view, target, one) for one in ((None,) if around is None else chosen)])
    return source.code(bool(chosen if around else source.table.articles))
