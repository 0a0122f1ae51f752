"""What is shown of texts besides their records: what none covers, UNAMI's mandate, contradictions and differences.

Offsets in JSON are 0-based code points into the article's decoded text, end exclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from unami_cli.model import Fact, Span
from unami_cli.outcomes import Aspect, Coverage, Cue, Difference, Finding, Left, Mandated, Told
from unami_cli.output.columns import (
    ASKED,
    IN_FILES,
    edges,
    fact_column,
    fields,
    filed,
    in_paragraphs,
    items_cell,
    standing,
    text_cell,
)
from unami_cli.output.listing import HEAD, MARKS, Cell, Column, Listing, Preface, Shown, View
from unami_cli.output.screen import one_line, prose

TYPE_CHECKING = False  # what type checkers know by this name, without the cost of importing typing

if TYPE_CHECKING:
    from unami_cli.outcomes import Checked
    from unami_cli.output.listing import Json, JsonObject


def difference(one: Difference) -> JsonObject:
    """A difference; all of a side is null where its article does not tell it.

    `kind` is as in `outcomes.Difference`; `change` is only-a, only-b or differs;
    `about` is a name, a unit or the telling words of a sentence; `a` and `b` are the values in the texts' words.
    `fact_a` and `fact_b` are the sentences, null also for what stands in none, such as a byline; `place_a` and
    `place_b` say where the value, or the name that it goes by, stands in its article.
    """
    return {
        **fields(one, "kind", "change", "about"),
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
    start = told.span.start - told.fact.start if told.span else -1
    before, after = told.fact.text[max(start - 1, 0) : max(start, 0)], told.fact.text[start + len(told.value) :][:1]
    opening, closing = (before, after) if before in MARKS and after in MARKS else ("“", "”")
    return Cell(f"{opening}{prose(told.value).removesuffix(',')}{closing}", told.value)


def _fact(told: Told | None) -> Json:
    return fields(told.fact, "paragraph", "text", "start", "end") if told and told.fact else None


def _place(told: Told | None) -> Json:
    return fields(told.span, "start", "end") if told and told.span else None


def differences(names: tuple[str, str], rows: Iterable[Difference]) -> Listing[Difference]:
    """Differences of two articles of these names, the values of both beside each other."""
    first, second = map(one_line, names)
    columns: tuple[Column[Difference], ...] = (
        Column(
            "kind", "Kind", "person, role, name, date, figure, denial, quote, sentence, …", lambda d: text_cell(d.kind)
        ),
        Column("change", "Change", "only-a, only-b or differs", lambda d: text_cell(d.change)),
        Column("about", "About", "what it is about: a name, a unit, a few words", lambda d: text_cell(d.about)),
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


_NOUNS = {
    Cue.CAPITALS: ("capitalised phrase", "capitalised phrases"),
    Cue.NUMBER: ("number", "numbers"),
    Cue.MARKS: ("quoted passage", "quoted passages"),
    Cue.RESOLUTION: ("mention of a resolution", "mentions of a resolution"),
}
_YES = {True: "yes", False: "no"}


def coverage(view: View, whole: Coverage) -> Listing[Left]:
    """What no record covers, below how much of the text one does."""

    def left(one: Left) -> JsonObject:
        place = {**fields(one.fact, "article", "paragraph"), "fact": one.fact.id, "sentence": one.fact.text}
        return {"kind": one.cue.value, **fields(one, "text", "start", "end"), **place}

    columns: tuple[Column[Left], ...] = (
        Column("kind", "Kind", "capitals, number, marks or resolution", lambda x: text_cell(x.cue.value)),
        *standing(view),
        Column("text", "Text", "what no record covers", lambda x: text_cell(x.text), strong=True),
        fact_column(lambda x: x.fact, ASKED),
        Column("sentence", "Sentence", "the sentence, verbatim", lambda x: view.sentence(x.fact, x)),
        *edges(),
    )
    parts: JsonObject = {share.cue.value: fields(share, "of", "covered") for share in whole.shares}
    parts["all"] = fields(whole, "of", "covered")
    preface = Preface(_shares(whole), {"covered": parts}, "left")
    return Listing(columns, whole.left, filed(view, left, lambda x: (x.fact,)), preface)


def mandate(rows: Sequence[Mandated]) -> Listing[Mandated]:
    """The register's resolutions on UNAMI; a number that the text cites is highlighted.

    The JSON of a row is its fields, of which only `cited` and `facts` are from the text.
    """

    def number(row: Mandated) -> Cell:
        digits = str(row.entry.number)
        return Cell(digits, digits, (Span(0, len(digits)),) if row.cited else ())

    def symbol(row: Mandated) -> Cell:
        return Cell(row.entry.symbol, row.entry.symbol, link=row.entry.url)

    columns: tuple[Column[Mandated], ...] = (
        Column("number", "No.", "the number", number),
        Column("date", "Date", "the day of adoption", lambda m: text_cell(m.entry.date)),
        Column("effect", "Effect", "what it did to the mandate", lambda m: text_cell(m.entry.effect)),
        Column("symbol", "Symbol", "the document's symbol", symbol),
        Column("url", "Address", "the document's public address", lambda m: text_cell(m.entry.url), IN_FILES),
        Column("cited", "Cited", "whether the text cites it", lambda m: Cell(_YES[m.cited], m.cited), IN_FILES),
        Column("facts", "Cited in", "ids of the facts that cite it", lambda m: items_cell(m.facts)),
    )
    cited = sum(row.cited for row in rows)
    cites = f"cites {cited or 'none'} of the {len(rows)}"
    text = f"UNAMI’s resolutions, from the Security Council’s register, not from the text. The text {cites}."
    return Listing(columns, tuple(rows), lambda row: {c.name: c.cell(row).value for c in columns}, Preface(text))


def _shares(whole: Coverage) -> str:
    """How much is covered, in words; rounded down, so that 100% means all."""
    if not whole.of:
        return "There is nothing to recognise: no capitals, numbers, quotation marks or resolutions."
    parts = [f"{s.covered} of {s.of} {_NOUNS[s.cue][s.of != 1]}" for s in whole.shares if s.of]
    return f"Covered: {', '.join(parts)}; {whole.covered} of {whole.of} in all, {100 * whole.covered // whole.of}%."


def claims(view: View, rows: Sequence[Checked], *, alone: bool) -> Listing[Checked]:
    """What the texts say about claims; the JSON of one that is `alone`, of one text, is a record and not a list."""

    def record(row: Checked) -> JsonObject:
        slots = [fields(slot, "slot", "claimed", "stated", "verdict", "fact") for slot in row.slots]
        return {**fields(row, "claim", "verdict"), "slots": slots, **fields(row, "facts")}

    def sentences(row: Checked) -> list[Fact]:
        return [fact for id in row.facts if isinstance(fact := view.table.record(id), Fact)]

    def stated(row: Checked) -> Cell:
        against = [slot for slot in row.slots if row.verdict.value == slot.verdict.value == "differs"]
        return items_cell(f"{slot.slot}: {slot.claimed} ≠ {slot.stated}" for slot in against)

    columns: tuple[Column[Checked], ...] = (
        Column("verdict", "Verdict", "agrees, differs or not stated", lambda c: text_cell(c.verdict.value)),
        in_paragraphs(view, "paragraphs of its sentences", sentences),
        Column("claim", "Claim", "the statement, as typed", lambda c: text_cell(c.claim)),
        Column("differs", "Differs in", "what is claimed, and what is stated", stated),
        Column("facts", "Facts", "ids of its sentences", lambda c: items_cell(c.facts)),
        Column("sentences", "Sentences", "verbatim", lambda c: items_cell(f.text for f in sentences(c)), IN_FILES),
    )
    return Listing(columns, tuple(rows), filed(view, record, sentences), alone=alone)


def findings(view: View, rows: Iterable[Finding]) -> Listing[Finding]:
    """The results of checking a text against itself, the calendar and the register."""

    def finding(row: Finding) -> JsonObject:
        said: JsonObject = {"verdict": row.outcome.value, "what": row.aspect.value, "text": row.text}
        return {**said, "facts": [fact.id for fact in row.facts], **fields(row, "values")}

    columns: tuple[Column[Finding], ...] = (
        Column("verdict", "Verdict", "ok, contradiction or cannot tell", lambda f: text_cell(f.outcome.value)),
        in_paragraphs(view, "paragraphs of its sentences", lambda f: f.facts),
        Column("what", "What", ", ".join(Aspect), lambda f: text_cell(f.aspect.value)),
        Column("text", "Finding", "the finding in a sentence", lambda f: text_cell(f.text)),
        Column(
            "sentences", "Sentences", "its sentences, verbatim", lambda f: items_cell(x.text for x in f.facts), IN_FILES
        ),
        Column("facts", "Facts", "ids of its sentences", lambda f: items_cell(x.id for x in f.facts), IN_FILES),
        Column("values", "Values", "the words that were compared", lambda f: items_cell(f.values), ASKED),
    )
    return Listing(columns, tuple(rows), filed(view, finding, lambda f: f.facts))
