"""The README: its examples print what they say, its recipes work, and nothing that the program has is left out."""

from __future__ import annotations

import doctest
import os
import re
import shutil
from pathlib import Path

import pytest

readme = pytest.importorskip("readme")

from unami_cli.cli.app import ABOUT  # noqa: E402
from unami_cli.cli.help import TOPICS  # noqa: E402

TEXT = readme.README.read_text("utf-8")
FENCES = list(readme.fences(TEXT))
OUTPUTS = list(readme.outputs(TEXT))

posix = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell and a pseudo-terminal")


def name(example: object) -> str:
    return example[0].command if isinstance(example, tuple) else example.command  # type: ignore[attr-defined]


@pytest.fixture
def folder(request: pytest.FixtureRequest) -> Path:
    with readme.workshop() as made:
        yield made


@posix
@pytest.mark.parametrize("examples", FENCES, ids=name)
def test_examples_print_what_the_readme_shows(examples: tuple[readme.Example, ...], folder: Path) -> None:
    for example in examples:
        if example.missing:
            pytest.skip(f"needs {', '.join(example.missing)}")
        assert readme.shortened(readme.printed(example.command, folder), example.shown) == example.shown


@posix
@pytest.mark.parametrize("example", OUTPUTS, ids=name)
def test_generated_help_is_current(example: readme.Example, folder: Path) -> None:
    assert readme.printed(example.command, folder) == example.shown


@posix
def test_the_readme_is_as_writing_it_would_leave_it() -> None:
    assert readme.written("# Title\n\n```console\n$ true\n```\n") == "# Title\n\n```console\n$ true\n```\n"
    stale = "```console\n$ echo one; echo two; echo three\n…\nold\n```\n"
    assert readme.written(stale) == stale.replace("old", "three")


def test_shortening_keeps_the_shape() -> None:
    printed = ("one", "two", "three", "four")
    assert readme.shortened(printed, ("1", "…", "4")) == ("one", "…", "four")
    assert readme.shortened(printed, ("…",)) == ("…",)
    assert readme.shortened(printed, ("1", "2")) == printed


@pytest.mark.parametrize("command", sorted(ABOUT))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"unami {command}" in TEXT


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_every_topic_is_in_the_readme(topic: str) -> None:
    assert f"unami help {topic}" in TEXT


def test_the_first_fence_is_the_two_commands() -> None:
    first = re.search(r"(?ms)^```sh\n(.*?)^```$", TEXT)
    assert first
    assert (
        first[1] == "python -m pip install . && unami people\npython -m pip install -e '.[test]' && python -m pytest\n"
    )


@pytest.mark.parametrize("page", readme.PAGES, ids=lambda page: page.parent.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    headings = {re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in re.findall(r"(?m)^#+ (.+)$", text)}
    targets = re.findall(r"\]\(([^)<>\s]+)\)", re.sub(r"(?ms)^```.*?^```$", "", text))
    assert [t for t in targets if t.startswith("#") and t[1:] not in headings] == []
    files = [t for t in targets if not t.startswith(("#", "https://"))]
    assert files
    assert [t for t in files if not (page.parent / t).is_file()] == []


def test_the_readme_is_a_door() -> None:
    assert TEXT.count("\n") <= 300


def test_python_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(readme.ROOT)
    code = "\n".join(re.findall(r"(?ms)^```pycon\n(.*?)^```$", TEXT))
    test = doctest.DocTestParser().get_doctest(code, {}, "README.md", "README.md", 0)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


@posix
@pytest.mark.skipif(not shutil.which("fzf"), reason="needs fzf")
def test_the_fzf_recipe_shows_a_dossier_beside_the_list(folder: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    recipe = next(line for line in TEXT.splitlines() if line.startswith("unami people | fzf"))
    child = pexpect.spawn(
        "sh", ["-c", recipe], env=readme.environment(folder), cwd=str(folder), dimensions=(30, 120),
        encoding="utf-8", timeout=30,
    )  # fmt: skip
    child.expect("Roles")
    child.expect("Quotations")
    child.send("hussein")
    child.expect("Special Representative")
    child.send("\r")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "p2\t2\tMohamed Al-Hussein" in re.sub(r" {2,}", "\t", child.before)
