"""What the shared options say: one frozen value, filled before and after the name of the command."""

from __future__ import annotations

from enum import StrEnum

import click

from unami_cli.output.formats import Arrangement, Format
from unami_cli.values import Value

_UNASKED = Arrangement()


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
    layout: Arrangement = _UNASKED
    color: Color = Color.AUTO
    links: bool = True
    pager: bool = True
    save: str = ""
    exact: bool = False
    given: frozenset[str] = frozenset()


_FALLBACK = Settings()


def settings_of(ctx: click.Context) -> Settings:
    """The settings as filled so far."""
    return ctx.obj if isinstance(ctx.obj, Settings) else _FALLBACK
