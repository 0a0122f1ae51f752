"""`unami export`."""

from __future__ import annotations

import click

from unami_cli.cli import opening, options
from unami_cli.cli.command import SHARE, command
from unami_cli.cli.exits import ExitCode
from unami_cli.cli.screens import screen, send
from unami_cli.cli.settings import Settings
from unami_cli.output.formats import Format


@command(
    SHARE,
    ("unami export > table.json", "the whole table"),
    ("unami -a reports/ export", "one table of a folder of texts"),
    ("unami export -f jsonl", "a record a line, for other tools"),
    shared=(options.READ, options.SCREEN),
)
@click.option(
    "-f", "--format", type=click.Choice(["json", "jsonl"]), help="Unless named: json, which can be read back."
)
@click.pass_obj
def export(settings: Settings, format: str | None) -> ExitCode:
    """Print the whole table as JSON, which -a reads back."""
    from unami_cli.output import columns, formats

    wanted = format or settings.format or Format.JSON
    if wanted not in (Format.JSON, Format.JSONL):
        raise click.UsageError(
            f"A whole table is no {wanted}: export prints json or jsonl.", click.get_current_context()
        )
    source = opening.opened(settings)
    target = screen(settings)
    ascii = not target.unicode
    if wanted == Format.JSONL:
        send(target, (formats.json(one, pretty=False, ascii=ascii) for one in columns.lines(source.table)))
    else:
        whole = columns.table(source.table)
        send(target, (formats.json(whole, pretty=target.terminal, ascii=ascii, depth=2),))
    return source.code(True)
