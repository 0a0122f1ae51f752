"""`unami figures`."""

from __future__ import annotations

from unami_cli.cli.app import command, query
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode


@command(
    ("unami figures", "every number that counts something"),
    ("unami figures personnel", "figures in sentences with this word"),
    ("unami figures --sort value --reverse", "the largest first"),
)
@query("term", "anything", "Words in the figure, or else in its sentence or in a name there.")
def figures(settings: Settings, term: str) -> ExitCode:
    """List the figures that meet the words, else those of sentences that do; without words, all of them."""
    from unami_cli.cli import asking, opening, printing
    from unami_cli.model import Figured
    from unami_cli.output import stated

    source = opening.opened(settings)
    facts, view = asking.sentences(source, term, settings)
    every = [Figured(figure, fact) for fact in facts for figure in fact.figures]
    rows = asking.own(every, view, lambda row: (row.fact, row.figure))
    asking.tell_none(rows, facts, "figure", asked=bool(term))
    return printing.listed(stated.figures(view, rows), source, settings)
