"""The options that commands share, before or after the name of the command, and the settings that they fill."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import click

from unami_cli.output.formats import Arrangement, Format
from unami_cli.values import Value, replace

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    Completer = Callable[[click.Context, click.Parameter, str], list["CompletionItem[str]"]]

V = TypeVar("V")

SECTIONS = READ, MATCH, ROWS, SCREEN = "Article", "Matching", "Rows", "Screen"
"""The sections of the options in the help, in their order."""

TYPED = "unami_cli.typed"
"""The key under which the context keeps the words of the command line."""


class Color(StrEnum):
    """When styles are sent."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Settings(Value):
    """`articles` are paths, folders or "-"; `format` None goes by the stream; `given` names the options typed.

    `save` is the path of a picture to draw instead of printing, "" for none.
    """

    articles: tuple[str, ...] = ()
    format: Format | None = None
    layout: Arrangement = Arrangement()
    color: Color = Color.AUTO
    links: bool = True
    pager: bool = True
    save: str = ""
    exact: bool = False
    given: frozenset[str] = frozenset()


class AnyPath(click.ParamType[V]):
    """A path that may not be there; making `click.Path` loads the translations, a hundredth of the start-up time."""

    name = "path"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        """Leave it to the shell."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


class OneOf(click.ParamType[str]):
    """One of some words, in letters of either case; `also` are other words for them, which the help does not list."""

    name = "choice"

    def __init__(self, choices: Iterable[str], **also: str) -> None:
        self.choices: Final = tuple(choices)
        self.also: Final = also

    def meant(self, value: str) -> str | None:
        """The one that is meant, or None."""
        word = value.strip().lower()
        word = self.also.get(word, word)
        return word if word in self.choices else None

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The one that is meant; raises `click.BadParameter` for anything else."""
        meant = self.meant(str(value))
        if meant is None:
            from difflib import get_close_matches

            alike = get_close_matches(str(value).lower(), self.choices, n=1)
            near = f" Did you mean {alike[0]}?" if alike else ""
            self.fail(f"{value!r} is not one of {', '.join(self.choices)}.{near}")
        return meant

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        """Those that begin so."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(each) for each in self.choices if each.startswith(incomplete.lower())]


FORMATS = OneOf([each.value for each in Format], md="markdown", ndjson="jsonl")
"""The formats of a listing."""


class Count(click.ParamType[int]):
    """A whole number from 1 on."""

    name = "number"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; raises `click.BadParameter` for anything else."""
        text = str(value).strip()
        if not text.isdecimal() or int(text) < 1:
            self.fail(f"{text!r} is not a whole number from 1 on.")
        return int(text)


def offered(what: str) -> Completer:
    """What TAB offers, a name in `completion.OFFERS`, which is loaded when it is asked for."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        from unami_cli.cli.completion import items

        return items(what, ctx, incomplete)

    return complete


class Shared(click.Option, Generic[V]):
    """An option of several commands, in a section of the help; `take` puts its value into the settings."""

    def __init__(  # noqa: PLR0913 (what click asks of an option)
        self,
        section: str,
        names: Sequence[str],
        take: Callable[[Settings, V], Settings],
        help: str,
        *,
        kind: click.ParamType[V] | None = None,
        metavar: str | None = None,
        multiple: bool = False,
        offers: str = "",
    ) -> None:
        def keep(ctx: click.Context, param: click.Parameter, value: V) -> None:
            if ctx.get_parameter_source(param.name) is click.core.ParameterSource.COMMANDLINE:
                before = ctx.ensure_object(Settings)
                ctx.obj = replace(take(before, value), given=before.given | {param.opts[-1]})

        super().__init__(
            names,
            expose_value=False,
            callback=keep,
            help=help,
            type=kind,
            is_flag=True if kind is None else None,  # False would say that a value may be missing
            metavar=metavar,
            multiple=multiple,
            shell_complete=offered(offers) if offers else None,
        )
        self.section = section

    def consume_value(
        self, ctx: click.Context, opts: Mapping[str, click.Parameter]
    ) -> tuple[object, click.core.ParameterSource]:
        """The value and where it is from, noted before `keep` asks.

        Click 8.4.0 notes it only after the callback: where that one is found first, a text that was typed would be
        passed over, and the bundled article would answer in its place without a word.
        """
        value, source = super().consume_value(ctx, opts)
        ctx.set_parameter_source(self.name, source)
        return value, source


def shared(sections: Sequence[str]) -> list[click.Option]:
    """The shared options of these sections."""
    return [option for option in _OPTIONS if option.section in sections]


def _laid_out(settings: Settings, **changed: object) -> Settings:
    return replace(settings, layout=replace(settings.layout, **changed))


def _save(settings: Settings, value: str) -> Settings:
    from unami_cli.output.screen import PICTURES

    if not value.lower().endswith(PICTURES):
        raise click.BadParameter(f"{value!r} is not a picture file: end its name in {' or '.join(PICTURES)}.")
    return replace(settings, save=value)


_OPTIONS: tuple[Shared[str] | Shared[bool] | Shared[int] | Shared[tuple[str, ...]], ...] = (
    Shared[tuple[str, ...]](
        READ,
        ["-a", "--article"],
        lambda old, value: replace(old, articles=old.articles + value),
        "A text, a folder of texts, a table that `export` printed, or - for standard input; repeatable. "
        "Default: the bundled article.",
        kind=AnyPath(),
        metavar="PATH",
        multiple=True,
    ),
    Shared[bool](
        MATCH, ["--exact"], lambda old, value: replace(old, exact=value), "Match exactly; do not correct typos."
    ),
    Shared[str](
        ROWS,
        ["-f", "--format"],
        lambda old, value: replace(old, format=Format(value)),
        f"{', '.join(Format)}. Default: a table on a terminal, tsv in a pipe.",
        kind=FORMATS,
        metavar="FORMAT",
    ),
    Shared[str](
        ROWS,
        ["--fields"],
        lambda old, value: _laid_out(old, fields=tuple(name for part in value.split(",") if (name := part.strip()))),
        "Show these fields, in this order (comma-separated; `help` lists them).",
        kind=click.STRING,
        metavar="NAMES",
        offers="fields",
    ),
    Shared[str](
        ROWS,
        ["--sort"],
        lambda old, value: _laid_out(old, sort=value.strip()),
        "Sort by this field.",
        kind=click.STRING,
        metavar="NAME",
        offers="sort",
    ),
    Shared[bool](ROWS, ["--reverse"], lambda old, value: _laid_out(old, reverse=value), "Reverse the order."),
    Shared[int](
        ROWS,
        ["-n", "--limit"],
        lambda old, value: _laid_out(old, limit=value),
        "Show at most NUMBER rows.",
        kind=Count(),
        metavar="NUMBER",
    ),
    Shared[bool](ROWS, ["--no-header"], lambda old, value: _laid_out(old, header=not value), "Omit the header row."),
    Shared[str](
        SCREEN,
        ["--color"],
        lambda old, value: replace(old, color=Color(value)),
        "Use colour, bold and underline: auto (on a terminal only), always or never.",
        kind=OneOf([each.value for each in Color]),
        metavar="WHEN",
    ),
    Shared[bool](
        SCREEN,
        ["--no-links"],
        lambda old, value: replace(old, links=not value),
        "Do not make document symbols clickable.",
    ),
    Shared[bool](SCREEN, ["--no-pager"], lambda old, value: replace(old, pager=not value), "Never use a pager."),
    Shared[str](
        SCREEN,
        ["--save"],
        _save,
        "Save what would be shown as a picture, .svg or .html.",
        kind=AnyPath(),
        metavar="FILE",
    ),
)
