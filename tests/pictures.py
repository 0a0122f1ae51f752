"""The pictures of the README, drawn by the program itself: `python tests/pictures.py` draws them again."""

from __future__ import annotations

import os
import re
import sys
from html import unescape
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".pictures"
PICTURES = {
    "people": ["people"],
    "show": ["show", "guterres"],
    "timeline": ["timeline"],
    "article": ["article"],
    "search": ["search", "sovereignity"],
    "answer": ["search", "when", "was", "UNAMI", "established"],
}
WIDTH = 100


def draw(name: str, folder: Path) -> Path:
    """Draw one of the pictures into a folder."""
    from click.testing import CliRunner

    from unami_cli.cli import unami

    path = folder / f"{name}.svg"
    env = {"COLUMNS": str(WIDTH), "UNAMI_ARTICLE": None, "LINES": None}
    result = CliRunner().invoke(unami, [*PICTURES[name], "--save", str(path)], env=env, catch_exceptions=False)
    if result.exit_code:
        raise SystemExit(result.output)
    return path


def words(path: Path) -> list[str]:
    """What a picture says, line by line: other versions of the drawing library may draw it otherwise."""
    return [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", path.read_text(encoding="utf-8"))]


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.makedirs(FOLDER, exist_ok=True)
    for name in PICTURES:
        print(draw(name, FOLDER).relative_to(ROOT))
