"""What two articles do not tell alike: its JSON, and its columns in a listing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from unami_cli.outcomes import Difference, Told
from unami_cli.output.columns import text_cell
from unami_cli.output.listing import HEAD, Cell, Column, Listing, Shown
from unami_cli.output.safe import one_line, prose

if TYPE_CHECKING:
    from unami_cli.output.listing import Json, JsonObject


def difference(one: Difference) -> JsonObject:
    """A difference; all of a side is null where its article does not tell it.

    `kind` is person, role, organization, resolution, date, figure or quote; `change` is only-a, only-b or differs;
    `about` is a name, a unit or the telling words of a sentence; `a` and `b` are the values in the texts' words.
    `fact_a` and `fact_b` are the sentences, null also for what stands in none, such as a byline; `place_a` and
    `place_b` say where the value, or the name that it goes by, stands in its article.
    """
    return {
        "kind": one.kind,
        "change": one.change,
        "about": one.about,
        "a": one.a.value if one.a else None,
        "b": one.b.value if one.b else None,
        "fact_a": _fact(one.a),
        "fact_b": _fact(one.b),
        "place_a": _place(one.a),
        "place_b": _place(one.b),
    }


def _value(told: Told | None) -> Cell:
    """What a side says; a quotation in marks, without the comma of the sentence around it."""
    if told is None or told.fact is None or told.value not in [quote.text for quote in told.fact.quotes]:
        return text_cell(told.value if told else None)
    return Cell(f"“{prose(told.value).removesuffix(',')}”", told.value)


def _fact(told: Told | None) -> Json:
    fact = told and told.fact
    return {"paragraph": fact.paragraph, "text": fact.text, "start": fact.start, "end": fact.end} if fact else None


def _place(told: Told | None) -> Json:
    span = told and told.span
    return {"start": span.start, "end": span.end} if span else None


def differences(names: tuple[str, str], rows: Iterable[Difference]) -> Listing[Difference]:
    """Differences of two articles of these names, the values of both beside each other."""
    first, second = map(one_line, names)
    columns: tuple[Column[Difference], ...] = (
        Column(
            "kind", "Kind", "person, role, organization, resolution, date, figure, quote", lambda d: text_cell(d.kind)
        ),
        Column("change", "Change", "only-a, only-b or differs", lambda d: text_cell(d.change)),
        Column("about", "About", "what is spoken of: a name, a unit, telling words", lambda d: text_cell(d.about)),
        Column("a", first, "what the first article says", lambda d: _value(d.a)),
        Column("b", second, "what the second article says", lambda d: _value(d.b)),
        *_standing("a", "first", lambda d: d.a),
        *_standing("b", "second", lambda d: d.b),
    )
    return Listing(columns, tuple(rows), difference)


def _standing(
    letter: str, article: str, side: Callable[[Difference], Told | None]
) -> tuple[Column[Difference], Column[Difference]]:
    """The paragraph and the sentence of one side."""

    def paragraph(one: Difference) -> Cell:
        fact = (told := side(one)) and told.fact
        return Cell(str(fact.paragraph or HEAD), fact.paragraph) if fact else Cell("", None)

    def sentence(one: Difference) -> Cell:
        fact = (told := side(one)) and told.fact
        return text_cell(fact.text if fact else None)

    return (
        Column(
            f"paragraph_{letter}", f"¶ {letter.upper()}", f"its paragraph in the {article}", paragraph, Shown.IN_FILES
        ),
        Column(f"sentence_{letter}", letter.upper(), f"its sentence in the {article}", sentence, Shown.IN_FILES),
    )
