"""Which clauses of the extractors do anything: each is neutralised in turn over folders of texts.

    clauses.py FOLDER [FOLDER …] [--room extract] [--at-most 40]

Every condition of the modules of a room (the test of an "if", each part of an "and" or "or", the filter of a
comprehension) is held at the value that takes it out, over all texts in which it had the other one, if these are at
most so many. What it prints of each clause: where it stands, the value it is held at, in how many texts it had the
other, in how many the export is another then, and the clause. One that changes fewer than three texts is a candidate
to go, unless a case of the tests names it. It prints and asserts nothing. Some minutes for a thousand texts; the
folders should hold texts of many makes, or what only they lack looks idle.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import os
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from multiprocessing import Pool
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, TypeVar

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
T = TypeVar("T", ast.If, ast.IfExp)
FEW = 3
"""Texts below which a change is that of too few."""
SECONDS = 20  # of one text with one clause held, which may never end


class Clause(NamedTuple):
    """A condition: its file, its line, what it is part of, and its words."""

    file: str
    line: int
    part: str
    text: str

    def held(self) -> tuple[bool, ...]:
        """The values that take it out."""
        return {"and": (True,), "or": (False,), "filter": (True,)}.get(self.part, (True, False))


clauses: list[Clause] = []
seen: set[tuple[int, bool]] = set()
hold: tuple[int, bool] | None = None


def condition(number: int, value: object) -> object:
    """What each condition is passed through: noted, or held at a value."""
    if hold is None:
        seen.add((number, bool(value)))
    elif hold[0] == number:
        return hold[1]
    return value


class _Passed(ast.NodeTransformer):
    """The tree of a module with each condition in functions passed through `condition`."""

    def __init__(self, file: Path) -> None:
        self._file, self._inside = file, False

    def _through(self, node: ast.expr, part: str) -> ast.expr:
        text = ast.unparse(node)
        new = self.visit(node)
        clauses.append(Clause(str(self._file.relative_to(ROOT)), node.lineno, part, text))
        call = ast.Call(ast.Name("_condition", ast.Load()), [ast.Constant(len(clauses) - 1), new], [])
        return ast.copy_location(call, node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        outer, self._inside = self._inside, True
        node.body = [self.visit(each) for each in node.body]
        self._inside = outer
        return node

    def _tested(self, node: T) -> T:
        test, node.test = node.test, ast.Constant(value=True)
        self.generic_visit(node)
        node.test = self._through(test, "if") if self._inside else test
        return node

    def visit_If(self, node: ast.If) -> ast.If:
        return self._tested(node)

    def visit_IfExp(self, node: ast.IfExp) -> ast.IfExp:
        return self._tested(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.BoolOp:
        part = "and" if isinstance(node.op, ast.And) else "or"
        node.values = [self._through(each, part) if self._inside else each for each in node.values]
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        filters = [self._through(each, "filter") if self._inside else each for each in node.ifs]
        node.ifs = []
        self.generic_visit(node)
        node.ifs = filters
        return node


class _Loader(SourceFileLoader):
    def exec_module(self, module: ModuleType) -> None:
        tree = ast.fix_missing_locations(_Passed(Path(self.path)).visit(ast.parse(self.get_data(self.path))))
        vars(module)["_condition"] = condition
        exec(compile(tree, self.path, "exec"), vars(module))  # noqa: S102 - the project's own code, with its conditions noted


class _Finder:
    def __init__(self, room: str) -> None:
        self._room = f"unami_cli.{room}."

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if not name.startswith(self._room):
            return None
        file = ROOT.joinpath(*name.split(".")).with_suffix(".py")
        return spec_from_file_location(name, file, loader=_Loader(name, str(file)))


def exported(path: Path) -> str:
    """All that is found in a text, as a string that can be compared."""
    from unami_cli import build, read
    from unami_cli.output.columns import table

    return json.dumps(table(build([read(path, id="a1")])), default=str, sort_keys=True)


def recorded(path: Path) -> tuple[Path, str, set[tuple[int, bool]]]:
    """What is found in a text, and which values its conditions had."""
    seen.clear()
    return path, exported(path), set(seen)


class Trial(NamedTuple):
    """A clause held at a value over the texts in which it had the other."""

    number: int
    value: bool
    paths: Sequence[Path]


def tried(trial: Trial) -> tuple[Trial, list[Path] | None]:
    """The texts that are read otherwise; None where the clause cannot be taken out: what follows needs it."""
    global hold  # noqa: PLW0603 - of this process, which tries one clause and ends
    hold = trial.number, trial.value
    signal.alarm(SECONDS * len(trial.paths))
    try:
        return trial, [path for path in trial.paths if exported(path) != _whole[path]]
    except Exception:  # whatever the code raises without the clause
        return trial, None


_whole: dict[Path, str] = {}


def _each(work: Callable[..., object], over: Sequence[object]) -> list[object]:
    """One process for each, as what a word is found to be is remembered."""
    with Pool(os.cpu_count(), maxtasksperchild=1) as pool:
        return list(pool.imap_unordered(work, over, chunksize=1))


def main() -> None:
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument("folders", nargs="+", type=Path)
    parse.add_argument("--room", default="extract")
    parse.add_argument("--at-most", type=int, default=40)
    args = parse.parse_args()
    sys.meta_path.insert(0, _Finder(args.room))
    for file in sorted((ROOT / "unami_cli" / args.room).glob("[a-z]*.py")):
        importlib.import_module(f"unami_cli.{args.room}.{file.stem}")
    paths = [path for folder in args.folders for path in sorted(folder.rglob("*.txt"))]
    had: defaultdict[tuple[int, bool], list[Path]] = defaultdict(list)
    for path, export, values in _each(recorded, paths):  # type: ignore[misc]
        _whole[path] = export
        for each in values:
            had[each].append(path)
    trials = [
        Trial(number, value, had[number, not value])
        for number, clause in enumerate(clauses)
        for value in clause.held()
        if len(had[number, not value]) <= args.at_most
    ]
    print(f"{len(paths)} texts, {len(clauses)} clauses, {len(trials)} trials")
    print(f"{'clause':32} part    held   other  changed")
    idle: list[object] = [(trial, []) for trial in trials if not trial.paths]
    held = _each(tried, [trial for trial in trials if trial.paths])
    for trial, changed in sorted([*idle, *held], key=lambda each: each[0][:2]):  # type: ignore[misc, index]
        clause = clauses[trial.number]
        if changed is not None and len(changed) < FEW:
            where = f"{clause.file.split('/', 1)[1]}:{clause.line}"
            print(
                f"{where:32} {clause.part:7} {trial.value!s:5} {len(trial.paths):6} {len(changed):8}  {clause.text[:90]}"
            )


if __name__ == "__main__":
    main()
