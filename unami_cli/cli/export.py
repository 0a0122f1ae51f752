"""`unami export`."""

from __future__ import annotations

import click

from unami_cli.cli.app import command
from unami_cli.cli.options import READ, SCREEN, OneOf, Settings
from unami_cli.cli.talk import ExitCode


@command(
    ("unami export > table.json", "the whole table"),
    ("unami -a reports/ export", "one table for a folder of texts"),
    ("unami export -f jsonl", "one record per line, for other tools"),
    shared=(READ, SCREEN),
)
@click.option(
    "-f", "--format", type=OneOf(["json", "jsonl"]), metavar="[json|jsonl]", help="Default: json, which -a reads back."
)
def export(settings: Settings, format: str | None) -> ExitCode:
    """Print every record of the table; only the one document of JSON can be read back."""
    from unami_cli.cli import opening, printing
    from unami_cli.output import columns, formats

    wanted = format or settings.format or "json"
    if wanted not in ("json", "jsonl"):
        raise click.UsageError(f"export cannot print {wanted}: it prints json or jsonl.")
    source = opening.opened(settings)
    target = printing.screen(settings)
    ascii = not target.unicode
    if wanted == "jsonl":
        printing.send(target, (formats.json(one, pretty=False, ascii=ascii) for one in columns.lines(source.table)))
    else:
        whole = columns.table(source.table)
        printing.send(target, (formats.json(whole, pretty=target.terminal, ascii=ascii, depth=2),))
    return source.code(True)
