"""The results of checking texts against claims, registers and themselves: verdicts, findings, and what is left."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from unami_cli.model import Fact, Span
from unami_cli.values import Value

if TYPE_CHECKING:
    from unami_cli.register import Entry


class Correction(Value):
    """A word that was read as another: `typed` by the user, `meant` as the texts write it."""

    typed: str
    meant: str


class Verdict(StrEnum):
    """What the texts say about a claim, or one slot of it; a slot that they leave open is absent."""

    AGREES = "agrees"
    DIFFERS = "differs"
    ABSENT = "absent"
    NOT_STATED = "not stated"


class Slot(Value):
    """One thing that a claim says: its kind, in the claim's words and in the text's, and the fact's id.

    `slot` is who, what, when, how many, where, resolution, quote, role, denied (yes, no) or told of (the names of all
    whom it is told of, in their order).
    """

    slot: str
    claimed: str
    stated: str | None
    verdict: Verdict
    fact: str | None


class Checked(Value):
    """A claim, what the texts say about it, slot by slot, and the ids of the facts that prove it.

    `corrections` are words of names that were read as other words in the texts.
    """

    claim: str
    verdict: Verdict
    slots: tuple[Slot, ...] = ()
    facts: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


class Cue(StrEnum):
    """What in a text promises a record: what `coverage` looks for."""

    CAPITALS = "capitals"
    NUMBER = "number"
    MARKS = "marks"
    RESOLUTION = "resolution"


class Left(Span):
    """A cue that no record covers, and the fact in whose sentence it begins."""

    cue: Cue
    text: str
    fact: Fact


class Share(Value):
    """How many cues of a sort a text has, `of`, and how many of them a record covers."""

    cue: Cue
    of: int
    covered: int


class Coverage(Value):
    """A share for each sort of cue, and what is left, in reading order."""

    shares: tuple[Share, ...]
    left: tuple[Left, ...]

    @property
    def of(self) -> int:
        """How many cues there are."""
        return sum(share.of for share in self.shares)

    @property
    def covered(self) -> int:
        """How many of them a record covers."""
        return sum(share.covered for share in self.shares)


class Mandated(Value):
    """A resolution on UNAMI as the register has it, whether the texts cite it, and the ids of the facts that do."""

    entry: Entry
    cited: bool
    facts: tuple[str, ...]


class Outcome(StrEnum):
    """The result of checking a text against itself, the calendar or the register; the worst first."""

    CONTRADICTION = "contradiction"
    OPEN = "cannot tell"
    OK = "ok"


class Aspect(StrEnum):
    """What in a text is checked against something else."""

    WEEKDAY = "weekday"
    DAY = "day"
    DURATION = "duration"
    REGISTER = "register"
    ORDER = "order"
    TWICE = "twice"
    SPELLING = "spelling"


class Finding(Value):
    """The result of checking a text against itself, the calendar or the register.

    `text` says it in a sentence, `facts` are the sentences that tell it, `values` their words that were compared.
    """

    outcome: Outcome
    aspect: Aspect
    text: str
    facts: tuple[Fact, ...]
    values: tuple[str, ...]


class Told(Value):
    """What one article says: its words, the fact and the stretch that they stand in, None where no sentence does."""

    value: str
    fact: Fact | None
    span: Span | None


class Difference(Value):
    """Something that two articles tell differently, or only one tells; a side is None where its article is silent.

    `kind` is person, role, organization, name, resolution, date, figure, denial, quote or sentence; a "name" is any in
    an edited sentence. `about` is the subject: a name, the unit of a figure, the words of a sentence.
    """

    kind: str
    about: str
    a: Told | None
    b: Told | None

    @property
    def change(self) -> str:
        """The kind of difference: only-a, only-b or differs."""
        if self.a and self.b:
            return "differs"
        return "only-a" if self.a else "only-b"
