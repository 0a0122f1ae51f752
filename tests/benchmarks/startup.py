"""How long the whole process takes, against what it cannot do without; each pair in turn, in one run.

Run as `python tests/benchmarks/startup.py [ROUNDS]`, with the Python of the environment that is to be measured. It
prints medians in milliseconds and their ratio, and asserts nothing. For what a user meets, install a wheel there: an
editable install starts somewhat slower. Bytecode is there for both sides, as it is after
the first run of an installed program; it is kept in a folder for the time of the measurement.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
CLICK = "import click"
FUZZ = "import click, rapidfuzz.fuzz"
RICH = "import click, rich.console, rich.table, rapidfuzz"
QUESTION = "when was unami established"
COMPLETING = (("_UNAMI_COMPLETE", "bash_complete"), ("COMP_LINE", "unami peo"), ("COMP_BREAKS", " "))
WARMING = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """What is measured (`ours`) and against what (`base`), and the ratio aimed at."""

    name: str
    ours: tuple[str, ...]
    against: str
    base: tuple[str, ...]
    run: Callable[[tuple[str, ...], dict[str, str]], None]
    aim: float
    variables: tuple[tuple[str, str], ...] = ()


def in_pipe(command: tuple[str, ...], variables: dict[str, str]) -> None:
    """Run it with its output in a pipe."""
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, cwd=ROOT, env=variables, check=True)


def on_terminal(command: tuple[str, ...], variables: dict[str, str]) -> None:
    """Run it on a terminal of 80 columns and read what it prints to the end."""
    import pty
    import termios

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (50, 80))
    try:
        with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=variables):
            os.close(theirs)
            while _read(ours):
                pass
    finally:
        os.close(ours)


def _read(descriptor: int) -> bytes:
    """The next bytes of a terminal; none when the other side has closed it, which Linux reports as an error."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""


def environment(bytecode: str) -> dict[str, str]:
    """The caller's variables without those that change what `unami` reads and prints, or whether bytecode is kept."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("UNAMI_")}
    ours.pop("PYTHONDONTWRITEBYTECODE", None)
    if program()[0] == sys.executable:
        ours["PYTHONPATH"] = str(ROOT)
    return ours | {"PYTHONPYCACHEPREFIX": bytecode, "TERM": "xterm-256color"}


def medians(pair: Pair, rounds: int, variables: dict[str, str]) -> tuple[float, float]:
    """Milliseconds of ours and of the base."""
    variables = variables | dict(pair.variables)

    def timed(command: tuple[str, ...]) -> float:
        start = time.perf_counter()
        pair.run(command, variables)
        return 1000 * (time.perf_counter() - start)

    for command in (pair.ours, pair.base) * WARMING:
        pair.run(command, variables)
    taken = [(timed(pair.ours), timed(pair.base)) for _ in range(rounds)]
    return median(ours for ours, _ in taken), median(base for _, base in taken)


def program() -> tuple[str, ...]:
    """The command of this environment where it is installed, else the module of this checkout."""
    installed = Path(sys.executable).with_name("unami")
    return (str(installed),) if installed.exists() else (sys.executable, "-m", "unami_cli")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 31
    python, unami = (sys.executable, "-c"), program()
    click, fuzz, rich = ((*python, imports) for imports in (CLICK, FUZZ, RICH))
    pairs = [
        Pair("people -f json", (*unami, "people", "-f", "json"), "click", click, in_pipe, 1.8),
        Pair("people, on a terminal", (*unami, "people"), "click, rich, rapidfuzz", rich, on_terminal, 1.4),
        Pair(
            "search TERM -f json",
            (*unami, "search", "sovereignty", "-f", "json"),
            "click, rapidfuzz",
            fuzz,
            in_pipe,
            2.0,
        ),
        Pair("a question -f json", (*unami, "search", QUESTION, "-f", "json"), "click, rapidfuzz", fuzz, in_pipe, 2.0),
        Pair("--help", (*unami, "--help"), "click", click, in_pipe, 1.2),
        Pair("--version", (*unami, "--version"), "click", click, in_pipe, 1.2),
        Pair("a TAB", unami, "click", click, in_pipe, 1.2, COMPLETING),
    ]
    print(f"{'unami':24}{'ms':>8}  {'against importing':24}{'ms':>8}{'ratio':>8}{'aim':>8}")
    with tempfile.TemporaryDirectory() as bytecode:
        for pair in pairs:
            ours, base = medians(pair, rounds, environment(bytecode))
            row = f"{pair.name:24}{ours:8.1f}  {pair.against:24}{base:8.1f}{ours / base:8.2f}{'≤ ' + str(pair.aim):>8}"
            print(row, flush=True)


if __name__ == "__main__":
    main()
