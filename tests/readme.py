"""What the README and the pages of the tests show of `unami`, kept true to the program.

`python tests/readme.py --check` runs every example of these pages on a terminal of 80 columns and says what differs;
`--write` rewrites them; `--measure` also runs the benchmarks and the scorer and writes what they print.

An example is a line "$ COMMAND" in a fence of the kind `console`, and the lines after it are what it prints; a line
"…" stands for those that are left out. Those of one fence run in one folder, one after the other. An output is a fence between `<!-- output: COMMAND -->` and `<!-- end -->`, or
`<!-- measured: COMMAND -->` where it changes from run to run.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAGES = (README, ROOT / "tests" / "accuracy" / "README.md", ROOT / "tests" / "benchmarks" / "README.md")
TOOLS = ("jq", "sqlite3", "fzf")
LEFT_OUT = "…"
CRASH = "Traceback (most recent call last):"

_FENCE = re.compile(r"(?ms)^```console\n(?P<body>.*?)^```$")
_OUTPUT = re.compile(r"(?ms)^<!-- (?P<kind>output|measured): (?P<command>.+?) -->\n(?P<body>.*?)^<!-- end -->$")


@dataclass(frozen=True, slots=True)
class Example:
    """A command line and the lines that it is said to print."""

    command: str
    shown: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The other programs that it needs and that are not here."""
        return tuple(t for t in TOOLS if re.search(rf"(?<![\w-]){t}(?![\w-])", self.command) and not shutil.which(t))


def fences(text: str) -> Iterator[tuple[Example, ...]]:
    """The examples of each `console` fence, in order."""
    for fence in _FENCE.finditer(text):
        yield tuple(_examples(fence["body"]))


def outputs(text: str) -> Iterator[Example]:
    """The commands between markers whose output stays the same, and what is shown of them."""
    for found in _OUTPUT.finditer(text):
        if found["kind"] == "output":
            yield Example(found["command"], tuple(found["body"].rstrip("\n").split("\n")[1:-1]))


def _examples(body: str) -> Iterator[Example]:
    for part in re.split(r"(?m)^\$ ", body)[1:]:
        command, *shown = part.rstrip("\n").split("\n")
        yield Example(command, tuple(shown))


def shortened(printed: tuple[str, ...], shown: tuple[str, ...]) -> tuple[str, ...]:
    """What is printed with as much left out as in what is shown."""
    if LEFT_OUT not in shown:
        return printed
    before = shown.index(LEFT_OUT)
    after = len(shown) - before - 1
    return (*printed[:before], LEFT_OUT, *printed[len(printed) - after :])


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder for examples to run in; `unami` on its PATH is the one of this checkout."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        program = folder / ".bin" / "unami"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m unami_cli "$@"\n', "utf-8")
        program.chmod(0o755)
        yield folder


def environment(folder: Path) -> dict[str, str]:
    """The variables of a plain terminal without colours and pager, whatever those of the caller are."""
    ours = {
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "PATH": os.pathsep.join((str(folder / ".bin"), os.environ["PATH"])),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "TERM": "xterm",
        "UNAMI_PAGER": "",
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("UNAMI_", "FZF_"))}
    for name in ("COLUMNS", "LINES", "FORCE_COLOR", "CLICOLOR"):
        kept.pop(name, None)
    return kept | ours


def printed(command: str, folder: Path) -> tuple[str, ...]:
    """The lines that a shell command prints on a terminal of 80 columns, standard error among them."""
    import pty
    import termios

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    shell, variables = ["sh", "-c", command], environment(folder)
    with subprocess.Popen(shell, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, cwd=folder, env=variables):
        os.close(theirs)
        output = b"".join(_chunks(ours))
    os.close(ours)
    return _lines(output.replace(b"\r\n", b"\n"))


def _lines(output: bytes) -> tuple[str, ...]:
    text = output.decode().rstrip("\n")
    return tuple(line.rstrip() for line in text.split("\n")) if text else ()


def _chunks(descriptor: int) -> Iterator[bytes]:
    """What comes from a terminal until the other side closes it, which Linux reports as an error."""
    try:
        while chunk := os.read(descriptor, 65536):
            yield chunk
    except OSError:
        return


def written(text: str, measure: bool = False) -> str:
    """The README with its examples and outputs as they are now; the measured ones only if asked for."""
    return _OUTPUT.sub(lambda found: _output(found, measure), _FENCE.sub(_fence, text))


def _fence(found: re.Match[str]) -> str:
    lines: list[str] = []
    with workshop() as folder:
        for example in _examples(found["body"]):
            now = example.shown if example.missing else shortened(printed(example.command, folder), example.shown)
            lines += [f"$ {example.command}", *now]
    return "\n".join(("```console", *lines, "```"))


def _output(found: re.Match[str], measure: bool) -> str:
    kind, command = found["kind"], found["command"]
    if kind == "measured":
        now = measured(command) if measure else ()
    else:
        with workshop() as folder:
            now = printed(command, folder)
    return "\n".join((f"<!-- {kind}: {command} -->", "```text", *now, "```", "<!-- end -->")) if now else found[0]


def measured(command: str) -> tuple[str, ...]:
    """What a command of the checkout prints, run by this Python; nothing when what it needs is not here."""
    with workshop() as folder:
        words = [sys.executable, *command.split()[1:]]
        run = subprocess.run(words, cwd=ROOT, env=environment(folder), capture_output=True, check=False)
    if run.returncode:
        print(f"{command}: {run.stderr.decode().rstrip()}", file=sys.stderr)
        return ()
    return _lines(run.stdout)


def main() -> int:
    """Check or write the pages; 1 when one of them is not as it should be."""
    wanted = sys.argv[1:]
    if wanted not in (["--check"], ["--write"], ["--measure"]):
        print("usage: python tests/readme.py --check | --write | --measure", file=sys.stderr)
        return 2
    stale = [page for page in PAGES if not _kept(page, wanted[0])]
    if wanted == ["--check"]:
        print("Run: python tests/readme.py --write" if stale else "The pages are current.")
    return int(bool(stale))


def _kept(page: Path, how: str) -> bool:
    """Check or write one page; False when it is not as it should be."""
    before = page.read_text("utf-8")
    after = written(before, measure=how == "--measure")
    if CRASH in after:
        print(f"The program crashes: {CRASH} {after.partition(CRASH)[2].partition('```')[0].rstrip()}", file=sys.stderr)
        return False
    if how != "--check":
        page.write_text(after, "utf-8", newline="\n")
        return True
    name = page.relative_to(ROOT).as_posix()
    sys.stdout.writelines(
        difflib.unified_diff(before.splitlines(True), after.splitlines(True), name, f"{name} as it is now")
    )
    return before == after


if __name__ == "__main__":
    sys.exit(main())
