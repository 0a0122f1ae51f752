"""Completion: what is offered, where scripts are put, and TAB pressed in real completion."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from output_sample import table

from unami_cli.cli import completion, opening, unami

ROOT = Path(__file__).parent.parent
SHELLS = ("bash", "zsh", "fish", "powershell")


def offered(monkeypatch: pytest.MonkeyPatch, line: str, shell: str = "bash") -> dict[str, str]:
    """What a shell is told for a line: values and their help."""
    monkeypatch.setenv("COMP_LINE", line)
    monkeypatch.setenv("COMP_BREAKS", " :=")
    before, _, last = line.rpartition(" ")
    monkeypatch.setenv("COMP_WORDS", (before if shell == "fish" else line).replace(" ", "\n"))
    monkeypatch.setenv("COMP_LAST", last)
    made = {"bash": completion.Bash, "zsh": completion.Zsh, "fish": completion.Fish}[shell](
        unami, {}, "unami", completion.VARIABLE
    )
    return {value: about for value, _, about in (row.partition("\t") for row in made.complete().split("\n") if row)}


@pytest.fixture
def _sample(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = table()
    monkeypatch.setattr(opening, "opened", lambda settings, **_: opening.Opened(whole, bundled=True))


@pytest.mark.usefixtures("_sample")
@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("unami pe", ["people"]),
        ("unami -f json peo", ["people"]),
        ("unami people --no-h", ["--no-header"]),
        ("unami people -f js", ["json", "jsonl"]),
        ("unami people --format js", ["json", "jsonl"]),
        ("unami people --color ", ["auto", "always", "never"]),
        ("unami facts --kind re", ["resolution"]),
        ("unami people --fields na", ["name"]),
        ("unami people --sort ro", ["roles"]),
        ("unami coverage --fields se", ["sentence"]),
        ("unami resolutions --mandate --fields da", ["date"]),
        ("unami resolutions --fields ef", []),
        ("unami show p", ["p1", "p2", "p3"]),
        ("unami show f1", ["f1"]),
        ("unami article --around o", ["o1", "o2"]),
        ("unami show zo", ["Zoë"]),
        ("unami show zoe", ["zoe"]),
        ("unami show p1 ferr", ["Ferreira"]),
        ("unami people angs", ["angstrom"]),
        ("unami people Ång", ["Ångström"]),
        ('unami people "ferr', ["Ferreira"]),
        ("unami quotes ", ["Zoë", "Ångström"]),
        ("unami quotes ferr", []),
        ("unami organizations ha", ["HACO", "Harbour"]),
        ("unami resolutions 1", ["1500"]),
        ("unami help ex", ["export", "exit-codes"]),
        ("unami search har", ["Harbour"]),
        ("unami search dockers si", ["since:"]),
        ("unami -a ", [":file:"]),
        ("unami people --save ", [":file:"]),
        ("unami diff ", [":file:"]),
        ("unami diff may.txt ", [":file:"]),
        ("unami diff --fields ab", ["about"]),
        ("unami completion z", ["zsh"]),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_what_is_offered(monkeypatch: pytest.MonkeyPatch, line: str, values: list[str], shell: str) -> None:
    assert list(offered(monkeypatch, line, shell)) == values


@pytest.mark.usefixtures("_sample")
@pytest.mark.parametrize(
    ("line", "joined", "parted"),
    [
        ("unami people --format=js", ["--format=json", "--format=jsonl"], ["json", "jsonl"]),
        ("unami search x kind:p", ["kind:person"], ["person"]),
    ],
)
def test_words_that_bash_parts_are_offered_in_its_parts(
    monkeypatch: pytest.MonkeyPatch, line: str, joined: list[str], parted: list[str]
) -> None:
    assert list(offered(monkeypatch, line, "zsh")) == joined
    assert list(offered(monkeypatch, line, "fish")) == joined
    assert list(offered(monkeypatch, line, "bash")) == parted


@pytest.mark.usefixtures("_sample")
def test_ids_have_names_as_help(monkeypatch: pytest.MonkeyPatch) -> None:
    assert offered(monkeypatch, "unami show p")["p1"] == "Zoë Ångström"
    assert "Zoë Ångström" in offered(monkeypatch, "unami people ångst")["Ångström"]


@pytest.mark.usefixtures("_sample")
def test_help_of_hostile_text_steers_nothing_and_stays_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for value, about in offered(monkeypatch, "unami show ").items():
        assert value.isalnum()
        assert not set(about) & set("\x1b\t\n\u202e")


@pytest.mark.parametrize("word", ["$(id)", "a;b", "a`b", "a'b", "-rf", "a b", "*", "a\x1b"])
def test_words_that_a_shell_would_take_for_its_own_are_not_offered(word: str) -> None:
    assert not completion._plain(word)


@pytest.mark.parametrize("article", ["-", "no-such-file.txt"])
def test_an_article_that_cannot_be_read_offers_nothing_and_waits_for_nothing(
    monkeypatch: pytest.MonkeyPatch, article: str
) -> None:
    assert offered(monkeypatch, f"unami -a {article} show p") == {}


def test_ids_are_those_of_the_article_on_the_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Foreign Minister Ana Costa signed on 3 May 2020.\n", encoding="utf-8")
    assert offered(monkeypatch, f"unami -a {path} show p")["p1"] == "Ana Costa"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR", "BASH_COMPLETION_USER_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(unami, ["completion", *words], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    ("shell", "env", "path"),
    [
        ("bash", {}, ".local/share/bash-completion/completions/unami"),
        ("bash", {"XDG_DATA_HOME": "data"}, "data/bash-completion/completions/unami"),
        ("bash", {"BASH_COMPLETION_USER_DIR": "mine"}, "mine/completions/unami"),
        ("zsh", {}, ".local/share/zsh/site-functions/_unami"),
        ("zsh", {"XDG_DATA_HOME": "data", "ZDOTDIR": "z"}, "data/zsh/site-functions/_unami"),
        ("fish", {}, ".config/fish/completions/unami.fish"),
        ("fish", {"XDG_CONFIG_HOME": "conf"}, "conf/fish/completions/unami.fish"),
        ("powershell", {}, ".local/share/unami/completion.ps1"),
    ],
)
def test_a_script_is_put_where_the_shell_looks_and_taken_away_again(
    home: Path, monkeypatch: pytest.MonkeyPatch, shell: str, env: dict[str, str], path: str
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, str(home / value))
    code, _, said = run(shell, "--install")
    assert code == 0
    assert str(home / path) in said
    assert (home / path).read_text(encoding="utf-8") == completion.script(shell)
    assert run(shell, "--uninstall")[0] == 0
    assert [each for each in home.rglob("*") if each.is_file()] == []
    assert run(shell, "--uninstall")[0] == 1


def test_what_stands_in_zshrc_stays_and_is_written_to_once(home: Path) -> None:
    rc = home / ".zshrc"
    rc.write_bytes(b"alias a=b\nexport X=\xff")
    run("zsh", "--install")
    run("zsh", "--install")
    assert rc.read_bytes().startswith(b"alias a=b\nexport X=\xff\n# >>>")
    assert rc.read_bytes().count(b"# >>> unami") == 1
    run("zsh", "--uninstall")
    assert rc.read_bytes() == b"alias a=b\nexport X=\xff\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_printed(shell: str) -> None:
    code, script, _ = run(shell)
    assert code == 0
    assert "_UNAMI_COMPLETE" in script


def test_the_shell_is_that_of_the_environment_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert run()[1] == completion.script("fish")
    monkeypatch.setenv("SHELL", "/bin/sh")
    assert run()[0] == 2


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """An environment whose PATH has this very `unami`, and whose home is empty."""
    folder = home / "bin"
    folder.mkdir()
    program = folder / "unami"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m unami_cli "$@"\n')
    program.chmod(0o755)
    kept = {name: os.environ[name] for name in ("LANG", "LC_ALL") if name in os.environ}
    return {
        "LC_ALL": "C.UTF-8",
        **kept,
        "HOME": str(home),
        "TERM": "xterm",
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
    }


STARTS = {"bash": ["--noprofile", "--norc", "-i"], "zsh": ["-i"], "fish": ["-i"]}


class Typist:
    """A shell at a terminal, in which the completion has been installed."""

    def __init__(self, shell: str, environment: dict[str, str]) -> None:
        pexpect = pytest.importorskip("pexpect")
        self.shell = shell
        self.child = pexpect.spawn(
            shutil.which(shell), STARTS[shell], dimensions=(40, 100), env=environment, encoding="utf-8", timeout=15
        )

    def typed(self, keys: str, *expected: str) -> None:
        """Type the keys, and wait for what must come on the screen, in this order."""
        self.child.send(keys)
        for text in expected:
            self.child.expect_exact(text)

    def run(self, line: str) -> None:
        self.child.sendline(line)


@pytest.fixture(params=["bash", "zsh", "fish"])
def typist(request: pytest.FixtureRequest, environment: dict[str, str], home: Path) -> Iterator[Typist]:
    shell: str = request.param
    if shutil.which(shell) is None:
        pytest.skip(f"needs {shell}")
    if shell == "zsh":
        (home / ".zshrc").write_text("PS1='ready> '\n")
    code, _, _ = run(shell, "--install")
    assert code == 0
    one = Typist(shell, environment)
    if shell == "bash":
        one.run(f"PS1='ready> '; . {home}/.local/share/bash-completion/completions/unami")
        one.child.expect_exact("ready> ")
    if shell == "fish":
        one.run("function fish_prompt; echo -n 'ready> '; end")
        one.child.expect_exact("ready> ")
    one.child.expect_exact("ready> ")
    yield one
    one.child.close(force=True)


def test_tab_in_a_real_shell_completes_a_command(typist: Typist) -> None:
    typist.typed("unami tim\t", "timeline")
    typist.typed("--sin\t", "ce")


def test_tab_in_a_real_shell_lists_ids_with_names(typist: Typist) -> None:
    tabs = "\t\t" if typist.shell == "bash" else "\t"
    typist.typed(f"unami show p{tabs}", "António Guterres")


def test_tab_in_a_real_shell_completes_formats_names_and_runs(typist: Typist) -> None:
    typist.typed("unami people gut\t", "erres")  # what stands there already is not drawn again
    typist.typed("--format=m\t", "markdown")
    typist.typed("\r", "| p1 | 1, 2 | António Guterres |")


def test_tab_in_a_real_shell_completes_files(typist: Typist, home: Path) -> None:
    (home / "reportage.txt").write_text("Foreign Minister Ana Costa signed on 3 May 2020.\n")
    typist.run(f"cd {home}")
    typist.typed("unami -a repor\t", "tage.txt")
    typist.typed("show p\t", "1")
    typist.typed("\r", "Ana Costa")
