"""`unami`: look up facts, people and resolutions in a news article, each with the characters it came from.

    table = build([read("report.txt")])

What `__all__` names is the public interface. Each name is loaded when it is first used, so that importing the package
costs nothing.
"""

from __future__ import annotations

__version__ = "0.1.0"
TYPE_CHECKING = False  # what type checkers know by this name, without the cost of importing typing

if TYPE_CHECKING:
    from os import PathLike

    from unami_cli.checking.claims import check
    from unami_cli.checking.consistency import findings
    from unami_cli.checking.coverage import coverage
    from unami_cli.checking.diff import compare
    from unami_cli.errors import BadQuery, BrokenData, UnamiError, UnreadableArticle
    from unami_cli.lookup.holdings import mandate
    from unami_cli.model import (
        Article,
        Block,
        BlockKind,
        Comparator,
        Credit,
        Date,
        Evidence,
        Fact,
        Figure,
        Kind,
        Mention,
        Organization,
        Person,
        Quote,
        Record,
        Resolution,
        Role,
        Sentence,
        Span,
    )
    from unami_cli.outcomes import (
        Aspect,
        Checked,
        Coverage,
        Cue,
        Difference,
        Finding,
        Left,
        Mandated,
        Outcome,
        Share,
        Slot,
        Told,
        Verdict,
    )
    from unami_cli.table import FactTable, build

__all__ = [
    "Article", "Aspect", "BadQuery", "Block", "BlockKind", "BrokenData", "Checked", "Comparator", "Coverage", "Credit",
    "Cue", "Date", "Difference", "Evidence", "Fact", "FactTable", "Figure", "Finding", "Kind", "Left", "Mandated",
    "Mention", "Organization", "Outcome", "Person", "Quote", "Record", "Resolution", "Role", "Sentence", "Share",
    "Slot", "Span", "Told", "UnamiError", "UnreadableArticle", "Verdict", "build", "check", "compare", "coverage",
    "findings", "mandate", "read",
]  # fmt: skip

_NAMES = {
    "outcomes": "Aspect Checked Coverage Cue Difference Finding Left Mandated Outcome Share Slot Told Verdict",
    "errors": "BadQuery BrokenData UnamiError UnreadableArticle",
    "table": "FactTable build",
    "checking.claims": "check",
    "checking.coverage": "coverage",
    "checking.consistency": "findings",
    "checking.diff": "compare",
    "lookup.holdings": "mandate",
}
_HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}
"""The module that holds a public name, where that is not `model`."""


def read(source: str | PathLike[str] | bytes, id: str = "a1") -> Article:
    """The article in a file, or in these bytes; `id` tells it from the others of one table.

    Raises `UnreadableArticle` when it cannot be read or is not a text.

    >>> article = read("Foreign Minister Ana Costa met 40 envoys on 3 May 2020.".encode())
    >>> [person.name for person in build([article]).people]
    ['Ana Costa']
    """
    from unami_cli.reading import read_bytes, read_path

    if isinstance(source, bytes):
        return read_bytes(source, id)
    from os import fspath

    return read_path(fspath(source), id)


def __getattr__(name: str) -> object:
    """A public name from the module that holds it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
