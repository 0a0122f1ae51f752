"""The options that commands share; each may stand before or after the name of the command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from unami_cli.cli.completing import fields
from unami_cli.cli.settings import Color, Settings, settings_of
from unami_cli.output.formats import Format
from unami_cli.values import replace

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    Completer = Callable[[click.Context, click.Parameter, str], list["CompletionItem[str]"]]

V = TypeVar("V")

READ, MATCH, ROWS, SCREEN = "Article", "Matching", "Rows", "Screen"


def shared(sections: Sequence[str]) -> list[click.Option]:
    """The shared options of these sections."""
    return [option for section, option in _OPTIONS if section in sections]


def section_of(param: click.Parameter) -> str | None:
    """The section of a shared option, None for a command's own."""
    return next((section for section, option in _OPTIONS if option is param), None)


def _into(apply: Callable[[Settings, V], Settings]) -> Callable[[click.Context, click.Parameter, V], None]:
    """A callback that takes a typed value into the settings."""

    def keep(ctx: click.Context, param: click.Parameter, value: V) -> None:
        if ctx.get_parameter_source(param.name) is click.core.ParameterSource.COMMANDLINE:
            before = settings_of(ctx)
            ctx.obj = replace(apply(before, value), given=before.given | {param.opts[-1]})

    return keep


def _articles(settings: Settings, value: tuple[str, ...]) -> Settings:
    return replace(settings, articles=settings.articles + value)


def _format(settings: Settings, value: str) -> Settings:
    return replace(settings, format=Format(value))


def _exact(settings: Settings, value: bool) -> Settings:
    return replace(settings, exact=value)


def _fields(settings: Settings, value: str) -> Settings:
    names = tuple(name for part in value.split(",") if (name := part.strip()))
    return replace(settings, layout=replace(settings.layout, fields=names))


def _sort(settings: Settings, value: str) -> Settings:
    return replace(settings, layout=replace(settings.layout, sort=value.strip()))


def _reverse(settings: Settings, value: bool) -> Settings:
    return replace(settings, layout=replace(settings.layout, reverse=value))


def _limit(settings: Settings, value: int) -> Settings:
    return replace(settings, layout=replace(settings.layout, limit=value))


def _no_header(settings: Settings, value: bool) -> Settings:
    return replace(settings, layout=replace(settings.layout, header=not value))


def _color(settings: Settings, value: str) -> Settings:
    return replace(settings, color=Color(value))


def _no_links(settings: Settings, value: bool) -> Settings:
    return replace(settings, links=not value)


def _no_pager(settings: Settings, value: bool) -> Settings:
    return replace(settings, pager=not value)


def _save(settings: Settings, value: str) -> Settings:
    from unami_cli.output.screen import PICTURES

    if not value.lower().endswith(PICTURES):
        raise click.BadParameter(f"{value!r} is no picture: end its name in {' or '.join(PICTURES)}.")
    return replace(settings, save=value)


def _flag(name: str, apply: Callable[[Settings, bool], Settings], help: str) -> click.Option:
    return click.Option([name], is_flag=True, expose_value=False, callback=_into(apply), help=help)


def _valued(
    names: Sequence[str],
    apply: Callable[[Settings, str], Settings],
    help: str,
    metavar: str | None,
    kind: click.ParamType[str],
    completed: Completer | None = None,
) -> click.Option:
    return click.Option(
        names,
        type=kind,
        metavar=metavar,
        expose_value=False,
        callback=_into(apply),
        help=help,
        shell_complete=completed,
    )


_OPTIONS: tuple[tuple[str, click.Option], ...] = (
    (
        READ,
        click.Option(
            ["-a", "--article"],
            multiple=True,
            type=click.Path(),
            metavar="PATH",
            expose_value=False,
            callback=_into(_articles),
            help="A text, a folder of texts, or - for standard input; repeatable. Unless named: the bundled article.",
        ),
    ),
    (MATCH, _flag("--exact", _exact, "Forgive no typing errors in what is looked for.")),
    (
        ROWS,
        _valued(
            ["-f", "--format"],
            _format,
            "Unless named: a table on a terminal, tsv in a pipe.",
            None,
            click.Choice([each.value for each in Format]),
        ),
    ),
    (
        ROWS,
        _valued(
            ["--fields"],
            _fields,
            "These fields in this order, parted by commas; `help` lists them.",
            "NAMES",
            click.STRING,
            fields,
        ),
    ),
    (ROWS, _valued(["--sort"], _sort, "Sort by this field.", "NAME", click.STRING, fields)),
    (ROWS, _flag("--reverse", _reverse, "The other way round.")),
    (
        ROWS,
        click.Option(
            ["-n", "--limit"],
            type=click.IntRange(min=1),
            metavar="NUMBER",
            expose_value=False,
            callback=_into(_limit),
            help="At most so many rows.",
        ),
    ),
    (ROWS, _flag("--no-header", _no_header, "Leave out the line that names the fields.")),
    (
        SCREEN,
        _valued(
            ["--color"],
            _color,
            "Colour, bold, underline; auto: on a terminal that wants them.",
            None,
            click.Choice([each.value for each in Color]),
        ),
    ),
    (SCREEN, _flag("--no-links", _no_links, "Make no symbol clickable.")),
    (SCREEN, _flag("--no-pager", _no_pager, "Print at once also what is taller than the screen.")),
    (
        SCREEN,
        _valued(["--save"], _save, "Draw what would be shown into this file, .svg or .html.", "FILE", click.Path()),
    ),
)
