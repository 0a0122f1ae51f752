"""Whole outputs kept as files: `UNAMI_GOLDEN=write pytest` rewrites them, to be read before they are committed."""

from __future__ import annotations

import os
from pathlib import Path

from rich.style import Style

FOLDER = Path(__file__).parent / "golden"


def check(name: str, text: str) -> None:
    """Compare a text with its golden file."""
    path = FOLDER / name
    if os.environ.get("UNAMI_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_text(encoding="utf-8")


def fresh_styles() -> None:
    """Let rich forget the codes that it made: it keeps those of the first console, of 16 colours or of 256."""
    Style.parse.cache_clear()
    Style._add.cache_clear()
