"""The wheel: which files are in it, and that `unami` runs from them alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import unami_cli
from unami_cli.values import replace

build = pytest.importorskip("build")
pytest.importorskip("hatchling")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = build.ProjectBuilder(ROOT).build("wheel", tmp_path_factory.mktemp("wheel"))
    return Path(made)


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def run(unpacked: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`unami` from the wheel's files; isolated, so that neither the checkout nor the variables have a say."""
    code = f"import sys; sys.path.insert(0, {str(unpacked)!r}); from unami_cli.cli import main; main()"
    variables = {name: value for name, value in os.environ.items() if not name.startswith("UNAMI_")}
    return subprocess.run(
        [sys.executable, "-I", "-X", "utf8", "-c", code, *words],
        cwd=folder,
        env=variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_wheel_holds_the_package_and_the_article_and_nothing_else(names: set[str]) -> None:
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "unami_cli").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    articles = {f"unami_cli/seeds/{path.name}" for path in (ROOT / "seeds").iterdir()}
    about = {name for name in names if name.startswith(f"unami_cli-{version()}.dist-info/")}
    assert articles
    assert names - about == package | articles
    licences = {"LICENSE", "NOTICES.md"}
    assert {Path(name).name for name in about} == {"METADATA", "RECORD", "WHEEL", "entry_points.txt"} | licences


@pytest.mark.parametrize(
    "name",
    ["py.typed", "LICENSE", "data/SOURCES.md", "data/NOTICES.md", "data/surnames.txt", "data/resolution-years.csv"],
)
def test_the_wheel_holds(name: str, names: set[str]) -> None:
    assert f"unami_cli/{name}" in names


def test_every_data_file_has_its_source() -> None:
    data = ROOT / "unami_cli" / "data"
    named = re.findall(r"^\| `([^`]+)` \|", (data / "SOURCES.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(path.name for path in data.iterdir() if path.suffix != ".md")


def test_what_the_wheel_says_of_itself(unpacked: Path) -> None:
    text = next(unpacked.glob("*.dist-info/METADATA")).read_text("utf-8")
    fields = [line for line in text.partition("\n\n")[0].splitlines() if line]
    assert {"Name: unami-cli", "License-Expression: MIT", "Requires-Python: >=3.11"} <= set(fields)
    needed = [line for line in fields if line.startswith("Requires-Dist: ") and "extra ==" not in line]
    assert needed == ["Requires-Dist: click>=8.5", "Requires-Dist: rapidfuzz>=3.14", "Requires-Dist: rich>=15"]


def test_unami_runs_from_the_wheel_alone(unpacked: Path, tmp_path: Path) -> None:
    people = run(unpacked, tmp_path, "people", "--fields", "id,name")
    assert (people.returncode, people.stderr) == (0, "")
    assert people.stdout.startswith("id\tname\np1\t")
    where = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(unpacked)!r}); import unami_cli; print(unami_cli.__file__)"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert Path(where.stdout.strip()).is_relative_to(unpacked)


@pytest.mark.parametrize("words", [["show", "1500"], ["search", "sovereignity"], ["export"]], ids=" ".join)
def test_every_data_file_is_found_from_the_wheel(words: list[str], unpacked: Path, tmp_path: Path) -> None:
    result = run(unpacked, tmp_path, *words)
    assert result.returncode == 0
    assert result.stdout


def test_importing_the_package_loads_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import unami_cli; print(sorted(set(sys.modules) - before))"
    loaded = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert loaded.stdout == "['__future__', 'unami_cli']\n"


def test_every_public_name_is_there() -> None:
    assert dir(unami_cli) == sorted(unami_cli.__all__, key=str)
    assert [name for name in unami_cli.__all__ if not hasattr(unami_cli, name)] == []


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    assert not hasattr(unami_cli, "find_people")


def test_reading_a_path_and_its_bytes_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("Foreign Minister Zoë Ångström met 40 envoys on 3 May 2020.".encode())
    article = unami_cli.read(path)
    assert article.path == str(path)
    assert unami_cli.read(path.read_bytes()) == replace(article, path=None)
    assert unami_cli.read(str(path), id="a7").id == "a7"
    with pytest.raises(unami_cli.UnamiError, match="no such file"):
        unami_cli.read(tmp_path / "none.txt")


def test_two_articles_make_one_table() -> None:
    first = unami_cli.read(b"Foreign Minister Ana Costa met 40 envoys on 3 May 2020.", id="a1")
    second = unami_cli.read(b"Ana Costa resigned on 5 May 2020.", id="a2")
    table = unami_cli.build([first, second])
    assert [person.name for person in table.people] == ["Ana Costa"]
    assert {mention.article for mention in table.people[0].mentions} == {"a1", "a2"}


def version() -> str:
    return unami_cli.__version__


def test_the_top_level_holds_what_the_readme_says() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode or not listed.stdout:
        pytest.skip("no checkout")
    top = {name.partition("/")[0] for name in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} == {
        "pyproject.toml",
        "README.md",
        "seeds",
        "tests",
        "unami_cli",
    }
