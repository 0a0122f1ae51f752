"""Who and what: people, organisations, resolutions."""

from __future__ import annotations

import click

from unami_cli.cli import completing, opening, options
from unami_cli.cli.answering import answer, matching
from unami_cli.cli.commands import LOOK_UP, Program, command, unminus
from unami_cli.cli.exits import ExitCode
from unami_cli.cli.settings import Settings

ASKED = (options.READ, options.MATCH, options.ROWS, options.SCREEN)


def add(program: Program) -> None:
    """Put the commands into the program."""

    @command(
        program,
        "people",
        LOOK_UP,
        [
            ("unami people", "everyone whom the article names"),
            ("unami people guteres", "one of them; typing errors are forgiven"),
            ("unami people --fields id,name -f csv", "a file for a spreadsheet"),
        ],
        ASKED,
        excludes=True,
    )
    @click.argument("name", nargs=-1, shell_complete=completing.people, help="Words of a name or a role.")
    @click.pass_obj
    def people(settings: Settings, name: tuple[str, ...]) -> ExitCode:
        """List people, their roles and where they are named."""
        from unami_cli.model import Kind
        from unami_cli.output import columns

        source = opening.opened(settings)
        found, view = matching(source, unminus(name), Kind.PERSON, source.table.people, settings)
        return answer(columns.people(view, found), source, settings)

    @command(
        program,
        "organizations",
        LOOK_UP,
        [
            ("unami organizations", "every organisation that the article names"),
            ("unami organizations who", "by its acronym"),
        ],
        ASKED,
        excludes=True,
    )
    @click.argument("query", nargs=-1, shell_complete=completing.organizations, help="Words of a name, or an acronym.")
    @click.pass_obj
    def organizations(settings: Settings, query: tuple[str, ...]) -> ExitCode:
        """List organisations, their short names and where they are named."""
        from unami_cli.model import Kind
        from unami_cli.output import columns

        source = opening.opened(settings)
        found, view = matching(source, unminus(query), Kind.ORGANIZATION, source.table.organizations, settings)
        return answer(columns.organizations(view, found), source, settings)

    @command(
        program,
        "resolutions",
        LOOK_UP,
        [
            ("unami resolutions", "every resolution that the article cites"),
            ("unami resolutions 1500", "one of them; numbers are never guessed"),
            ("unami resolutions establishes", "by what the register says of it"),
            ("unami resolutions -f markdown", "a table for a wiki, with addresses"),
        ],
        ASKED,
        excludes=True,
    )
    @click.argument(
        "query",
        nargs=-1,
        shell_complete=completing.numbers,
        help="A number, a year, a symbol, an organ, or what the register says it is about.",
    )
    @click.pass_obj
    def resolutions(settings: Settings, query: tuple[str, ...]) -> ExitCode:
        """List resolutions with their years, symbols and addresses."""
        from unami_cli.model import Kind
        from unami_cli.output import columns

        source = opening.opened(settings)
        found, view = matching(source, unminus(query), Kind.RESOLUTION, source.table.resolutions, settings)
        return answer(columns.resolutions(view, found), source, settings)
