"""The program as a process: streams, encodings, what it imports, and a real terminal."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
UNAMI = [sys.executable, "-m", "unami_cli"]
CLEAN = {
    name: value
    for name, value in os.environ.items()
    if name not in {"NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "LINES", "UNAMI_ARTICLE", "UNAMI_PAGER", "PAGER"}
}


def run(*words: str, data: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    env = {**CLEAN, **env}
    return subprocess.run([*UNAMI, *words], input=data, capture_output=True, cwd=ROOT, env=env, check=False)


def terminal(*words: str, lines: int = 24, columns: int = 80) -> Any:
    """The program on a terminal of that size; `.read()` waits for all that it prints."""
    how = {"dimensions": (lines, columns), "cwd": str(ROOT), "encoding": "utf-8", "timeout": 60}
    return pytest.importorskip("pexpect").spawn(UNAMI[0], [*UNAMI[1:], *words], env={**CLEAN, "TERM": "xterm"}, **how)


def _told_at_exit(words: list[str], expression: str, **env: str) -> tuple[str, bytes]:
    """What an expression is in a process of its own when the command with these words has run, and what that printed.

    `before` are the modules that click needs.
    """
    code = (
        "import sys, click; before = set(sys.modules); from unami_cli.cli import main\n"
        f"sys.argv = ['unami', *{words!r}]\n"
        "try: main()\n"
        f"except SystemExit: print({expression}, file=sys.stderr)"
    )
    env = {**CLEAN, **env}
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, env=env, check=False)
    return result.stderr.decode().splitlines()[-1], result.stdout


LIBRARIES = "[m for m in ('rich', 'rapidfuzz') if m in sys.modules]"


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["--help"],
        ["people", "--help"],
        ["completion", "zsh"],
        ["help", "formatting"],
        ["export"],
        *(
            [name, "-f", format]
            for name in ("people", "facts")
            for format in ("json", "jsonl", "tsv", "csv", "markdown")
        ),
        ["timeline", "-f", "json"],
        ["quotes", "-f", "tsv"],
    ],
    ids=" ".join,
)
def test_what_needs_neither_rich_nor_rapidfuzz_loads_neither(words: list[str]) -> None:
    assert _told_at_exit(words, LIBRARIES)[0] == "[]"


def test_a_kept_table_is_searched_without_what_reads_articles(tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    kept.write_bytes(run("export").stdout)
    asked = ["-a", str(kept), "search", "mission", "-f", "json"]
    assert _told_at_exit(asked, "[m for m in sys.modules if m.startswith('unami_cli.extract.')]")[0] == "[]"


WATCHED = """
import sys
from unami_cli.cli import main
TOUCHED = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.")
def watch(event, args):
    writes = event == "open" and isinstance(args[2], int) and args[2] & 0b11
    if writes or event.startswith(("socket.", "urllib.", "http.", "subprocess.", *TOUCHED)):
        print("TOUCHED", event, args, file=sys.__stderr__)
sys.addaudithook(watch)
sys.argv = ["unami", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize(
    "words",
    [
        *(
            [name]
            for name in ("people", "organizations", "resolutions", "facts", "quotes", "timeline", "article", "coverage")
        ),
        ["resolutions", "--mandate"],
        *([name, "-f", "markdown"] for name in ("people", "timeline")),
        ["search", "when was UNAMI established"],
        ["search", "sovereignity", "-f", "json"],
        ["show", "p1", "--why"],
        ["export"],
        ["completion", "bash"],
        ["help", "query"],
        [],
    ],
    ids=lambda words: " ".join(words) or "alone",
)
def test_no_command_opens_a_connection_or_writes_a_file_unasked(words: list[str]) -> None:
    command = [sys.executable, "-B", "-c", WATCHED, *words]
    nothing = subprocess.DEVNULL
    ran = subprocess.run(command, stdin=nothing, capture_output=True, cwd=ROOT, env=CLEAN, check=False)
    assert ran.returncode == 0
    assert b"TOUCHED" not in ran.stderr


def test_a_file_that_is_asked_for_is_seen_to_be_written(tmp_path: Path) -> None:
    saved = str(tmp_path / "people.svg")
    command = [sys.executable, "-B", "-c", WATCHED, "people", "--save", saved]
    ran = subprocess.run(command, capture_output=True, cwd=ROOT, env=CLEAN, check=False)
    assert b"TOUCHED" in ran.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_stdout_that_cannot_encode_prints_a_replacement(encoding: str) -> None:
    text = "Paris, 1 May 2020. Prime Minister محمد العلي met Zoë Ångström, the Foreign Minister, in Paris.".encode()
    for words in (["facts"], ["article"], ["facts", "-f", "table"]):
        result = run("-a", "-", *words, data=text, PYTHONIOENCODING=encoding)
        assert result.returncode == 0
        assert b"?" in result.stdout
        assert b"Traceback" not in result.stderr


def test_json_loses_nothing_on_a_stdout_that_cannot_encode() -> None:
    import json

    narrow = run("export", PYTHONIOENCODING="ascii")
    wide = run("export", PYTHONIOENCODING="utf-8")
    assert json.loads(narrow.stdout) == json.loads(wide.stdout)


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_a_broken_pipe_is_quiet_and_141() -> None:
    text = ("On 3 May 2020 the Foreign Minister Ana Costa signed. " * 3000).encode()
    script = f'{{ "{sys.executable}" -m unami_cli -a - facts; echo "code $?" >&2; }} | head -1'
    result = subprocess.run(["sh", "-c", script], input=text, capture_output=True, cwd=ROOT, env=CLEAN, check=False)
    assert result.stderr == b"code 141\n"
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("words", ["--help", "people --help", "help query", "--version", "completion bash"])
def test_help_into_a_broken_pipe_is_quiet_and_141(words: str) -> None:
    script = f'{{ sleep 0.5; "{sys.executable}" -m unami_cli {words}; echo "code $?" >&2; }} | true'
    result = subprocess.run(["sh", "-c", script], capture_output=True, cwd=ROOT, env=CLEAN, check=False)
    assert result.stderr == b"code 141\n"


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("words", [("people", "-a", "-"), ("check", "-"), ("diff", "-", "README.md"), ("-a", "-")])
def test_standard_input_that_is_closed_is_an_error_and_no_traceback(words: tuple[str, ...]) -> None:
    line = shlex.join([*UNAMI, *words])
    result = subprocess.run(["sh", "-c", f"{line} <&-"], capture_output=True, cwd=ROOT, env=CLEAN, check=False)
    assert result.returncode == 2
    assert result.stderr.startswith(b"Error: standard input: it is closed")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("words", ["--version", "--help", "people"])
def test_no_room_for_an_answer_is_an_error_and_no_traceback(words: str) -> None:
    with open("/dev/full", "w") as full:
        result = subprocess.run([*UNAMI, words], stdout=full, stderr=subprocess.PIPE, cwd=ROOT, env=CLEAN, check=False)
    assert (result.returncode, result.stderr) == (2, b"Error: standard output: no space left on device\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_no_room_for_a_remark_costs_no_answer() -> None:
    with open("/dev/full", "w") as full:
        words = [*UNAMI, "people", "guteres"]
        result = subprocess.run(words, stdout=subprocess.PIPE, stderr=full, cwd=ROOT, env=CLEAN, check=False)
    assert result.returncode == 0
    assert "António Guterres" in result.stdout.decode()


def test_a_reader_that_leaves_is_noticed_where_python_keeps_no_buffer(tmp_path: Path) -> None:
    article = tmp_path / "long.txt"
    article.write_text("Ana Costa met 40 envoys in Oslo.\n\n" * 3000)
    words = [*UNAMI, "-a", str(article), "export"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT, env={**CLEAN, "PYTHONUNBUFFERED": "1"}) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.wait() == 141


def test_closed_streams_are_no_traceback() -> None:
    script = f'"{sys.executable}" -m unami_cli people >&-'
    result = subprocess.run(["sh", "-c", script], capture_output=True, cwd=ROOT, env=CLEAN, check=False)
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_terminal_gets_a_table_that_fits_it(columns: int) -> None:
    child = terminal("people", "--no-pager", "--color", "never", columns=columns)
    text = child.read()
    child.close()
    assert child.exitstatus == 0
    lines = text.replace("\r\n", "\n").splitlines()
    assert max(map(len, lines)) <= columns
    assert "\t" not in text
    assert ("Name" in lines[0]) is (columns > 60)


def test_a_terminal_pages_what_is_taller_and_quits_quietly() -> None:
    if not any((Path(folder) / "less").exists() for folder in os.environ["PATH"].split(os.pathsep)):
        pytest.skip("needs less")
    child = terminal("facts", lines=8)
    child.expect("f1")
    child.expect(":")
    child.send("q")
    rest = child.read()
    child.close()
    assert child.exitstatus == 0
    assert "Traceback" not in rest


@pytest.mark.parametrize(
    ("words", "loaded"),
    [(["--version"], set()), (["--help"], set()), (["people", "--help"], {"people"}), (["people"], {"people"})],
    ids=lambda value: " ".join(sorted(value)),
)
def test_only_the_command_that_is_asked_for_is_loaded(words: list[str], loaded: set[str]) -> None:
    told = "[n for n in sys.modules['unami_cli.cli.app'].ABOUT if f'unami_cli.cli.{n}' in sys.modules]"
    assert _told_at_exit(words, told)[0] == str(sorted(loaded))


def test_start_up_needs_no_heavy_part_of_the_library() -> None:
    heavy = {"pathlib", "urllib", "difflib", "hashlib", "csv", "tempfile", "shutil", "importlib.metadata"}
    loaded = f"sorted({heavy!r} & (set(sys.modules) - before))"
    assert _told_at_exit(["people", "--format", "json"], loaded)[0] == "[]"


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_completion_loads_neither_rich_nor_rapidfuzz() -> None:
    tab = {"_UNAMI_COMPLETE": "bash_complete", "COMP_LINE": "unami show p", "COMP_BREAKS": ""}
    loaded, printed = _told_at_exit([], LIBRARIES, **tab)
    assert printed.startswith(b"p1\t")
    assert loaded == "[]"


@pytest.mark.parametrize(("words", "shown"), [(["people", "-n", "1"], "Ana Costa"), (["show", "p99"], "No record p99")])
def test_what_takes_a_while_is_said_until_the_answer_comes(words: list[str], shown: str, tmp_path: Path) -> None:
    told = {}
    for name, times in (("long.txt", 9000), ("short.txt", 10)):
        (tmp_path / name).write_text("Ana Costa met 40 envoys in Oslo.\n\n" * times, encoding="utf-8")
        child = terminal("-a", str(tmp_path / name), *words, "--color", "never", "--no-pager", columns=30)
        told[name] = child.read()
    assert re.match(r"\r\x1b\[KReading [^\r\n]{21}\r\x1b\[K", told["long.txt"])  # on one line of 30 columns
    assert shown in told["long.txt"].split("\x1b[K", 2)[2]
    assert "Reading" not in told["short.txt"]


@pytest.mark.parametrize(
    ("words", "awaited"),
    [(["people", "-a", "-"], "Reading the article from"), (["check", "-"], "Reading the claims from")],
)
def test_what_is_awaited_from_a_terminal_is_said(words: list[str], awaited: str) -> None:
    child = terminal(*words)
    child.expect(awaited)
    child.sendline("UNAMI was set up in 2003.")
    child.sendeof()
    child.read()
    assert child.wait() in (0, 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_that_gives_nothing_is_waited_for_aloud_and_ctrl_c_is_quiet(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    child = terminal("-a", str(tmp_path / "pipe"), "people")
    child.expect("Waiting, until Ctrl-C, for input from ")
    child.sendintr()
    assert "Traceback" not in child.read()
    assert child.wait() == 130


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("endless", [True, False])
def test_a_pipe_is_read_to_its_end_or_to_the_bound(endless: bool, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    text = b"Foreign Minister Ana Costa signed.\n" * (600_000 if endless else 1)
    writer = subprocess.Popen(
        [sys.executable, "-c", f"open({str(pipe)!r}, 'wb').write({text[:35]!r} * {len(text) // 35})"],
        stderr=subprocess.DEVNULL,
    )
    result = run("-a", str(pipe), "people", "--no-header")
    writer.wait()
    if endless:
        assert result.returncode == 2
        assert b"longer than 16 MB" in result.stderr
    else:
        assert b"Ana Costa" in result.stdout


def test_many_processes_at_once_answer_the_same() -> None:
    command = [sys.executable, "-m", "unami_cli", "search", "who said normal", "-f", "json"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(16)]
    assert len({process.communicate() for process in running}) == 1
    assert {process.returncode for process in running} == {0}
