"""`unami resolutions`."""

from __future__ import annotations

import click

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode, Failure, say


@command(
    ("unami resolutions", "every resolution the article cites"),
    ("unami resolutions 1500", "one of them; numbers are never guessed"),
    ("unami resolutions 1500 --open", "its document in a browser"),
    ("unami resolutions establishes", "by what the register says about it"),
    ("unami resolutions -f markdown", "a table for a wiki, with addresses"),
    ("unami resolutions --mandate", "UNAMI's, from the register, not the text"),
)
@query("query", "numbers", "A number, a year, a symbol, a UN organ, or what the register says it is about.")
@click.option(
    "--mandate",
    is_flag=True,
    help="List the resolutions that established, extended and changed UNAMI, from the register; mark those cited.",
)
@click.option("--open", "opening_it", is_flag=True, help="Open the document in a browser, if one is found.")
def resolutions(settings: Settings, query: str, mandate: bool, opening_it: bool) -> ExitCode:
    """List the resolutions that the words name; without words, all of them."""
    from unami_cli.cli import asking, opening, printing
    from unami_cli.model import Kind
    from unami_cli.output import columns

    if mandate and opening_it:
        raise click.UsageError("--mandate and --open cannot be used together.")
    if mandate and query:
        raise click.UsageError("--mandate takes no search words: it lists all of UNAMI's resolutions.")
    source = opening.opened(settings)
    if mandate:
        from unami_cli.lookup.holdings import mandate as cited
        from unami_cli.output import survey

        return printing.listed(survey.mandate(cited(source.table)), source, settings)
    enough = source.enough(settings) if query else None
    found, view = asking.matching(source, query, Kind.RESOLUTION, source.table.resolutions, settings, enough)
    if opening_it and found:
        _open([one.url for one in found if one.url])
    return printing.listed(columns.resolutions(view, found), source, settings, enough=enough)


def _open(addresses: list[str]) -> None:
    """Open an address in the browser of the user. Raises `UsageError` unless it is one."""
    if len(addresses) != 1:
        message = f"--open takes one resolution, but {len(addresses)} of those found have an address; give one number."
        raise click.UsageError(message)
    if not addresses[0].startswith("https://"):  # a table that somebody else wrote
        raise click.UsageError(f"--open opens only https:// addresses, not {addresses[0]}")
    import webbrowser

    if not webbrowser.open(addresses[0]):
        raise Failure(f"No browser could be opened for {addresses[0]}")
    say(f"Opened {addresses[0]}")
