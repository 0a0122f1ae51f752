"""What a command shows, drawn into a file: SVG or HTML, without anything to fetch."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from errno import EINVAL
from html import escape, unescape
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from unami_cli.patterns import pattern

_ASPECT = 0.602
_CELL = 20 * _ASPECT
_TEXT = pattern(
    r"""(?P<head> <text\ [^>]*?\b ) x="(?P<x>[^"]*)" (?P<y> [^>]*? ) textLength="[^"]*" (?P<tail> [^>]*> )
    (?P<words> [^<]* ) </text>""",
    re.VERBOSE,
)
_FONT = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"
_SVG_THEME = TerminalTheme(
    (17, 17, 17),
    (220, 220, 220),
    [
        *((0, 0, 0), (230, 90, 90), (90, 170, 90), (200, 160, 60)),
        *((110, 130, 255), (220, 90, 200), (60, 170, 170), (200, 200, 200)),
    ],
)
_HTML_THEME = TerminalTheme(
    (255, 255, 255),
    (32, 32, 32),
    [(0, 0, 0), (160, 0, 0), (0, 110, 0), (130, 90, 0), (0, 60, 170), (140, 0, 140), (0, 105, 120), (110, 110, 110)],
)
_SVG = """\
<svg class="{unique_id}" viewBox="0 0 {width} {height}" role="img" aria-label="{label}" \
xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: {font}; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-family: {font}; font-size: 18px; font-weight: bold; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def save(text: str, path: str, *, width: int, title: str) -> None:
    """Draw lines as a terminal of that width in cells shows them, styles and links in escape codes, into a file.

    `title` stands above an SVG. Raises `OSError` when the file cannot be written; an existing one then stays, as does
    a device, a pipe or a folder.
    """
    if path.lower().endswith(".html"):
        drawn = _drawn(text, width).export_html(theme=_HTML_THEME, inline_styles=True)
    else:
        drawn = _svg(text, width, title)
    real = os.path.realpath(path)
    if os.path.exists(real) and not os.path.isfile(real):
        raise OSError(EINVAL, "is not a file that can be replaced", path)
    part = f"{real}.{os.getpid()}.part"
    try:
        with open(part, "w", encoding="utf-8", newline="\n") as file:
            file.write(drawn)
        os.replace(part, real)
    except OSError as error:
        with suppress(OSError):
            os.unlink(part)
        error.filename = path
        raise


def _drawn(text: str, width: int) -> Console:
    console = Console(
        file=StringIO(),
        width=width,
        record=True,
        force_terminal=True,
        color_system="truecolor",
        no_color=False,
        legacy_windows=False,
        _environ={},
    )
    for line in [*text.split("\n")[:-1], ""]:
        console.print(_safely_linked(Text.from_ansi(line)), soft_wrap=True)
    return console


def _svg(text: str, width: int, title: str) -> str:
    label = escape(f"What {title} shows").replace("{", "{{").replace("}", "}}")
    template = _SVG.replace("{font}", _FONT).replace("{label}", label)
    svg = _drawn(text, width).export_svg(
        title=title, theme=_SVG_THEME, font_aspect_ratio=_ASPECT, code_format=template, unique_id="unami"
    )
    return _TEXT.sub(_measured, svg)


def _measured(found: re.Match[str]) -> str:
    """A stretch of text where its first letter stands and as long as its cells.

    Rich counts characters, which squeezes wide ones, and begins with blanks, which not every viewer keeps.
    """
    text = unescape(found["words"])
    words = text.strip()
    if not words:
        return ""
    x = float(found["x"]) + _CELL * (len(text) - len(text.lstrip()))
    content = escape(words).replace(" ", "\N{NO-BREAK SPACE}")
    length = _CELL * cell_len(words)
    return f'{found["head"]}x="{x:g}"{found["y"]}textLength="{length:g}"{found["tail"]}{content}</text>'


def _safely_linked(text: Text) -> Text:
    """The text with addresses that may stand between quotation marks."""
    for number, span in enumerate(text.spans):
        if isinstance(span.style, Style) and span.style.link:
            text.spans[number] = span._replace(style=span.style.update_link(escape(span.style.link)))
    return text
