"""Claims that only say which office somebody has, held against the offices that the texts give to people."""

from __future__ import annotations

from collections.abc import Sequence

from unami_cli.checking.matter import NAMED, Matter, Part
from unami_cli.checking.statement import BEING
from unami_cli.extract.scene import class_of
from unami_cli.lookup.index import texts_words
from unami_cli.lookup.wordforms import HELPING, is_verb, other_names, relatives
from unami_cli.model import Person
from unami_cli.outcomes import Checked, Slot, Verdict

_HAVING = BEING | frozenset(
    "serve serves served serving become becomes became remain remains remained work works worked".split()
)


def by_office(matter: Matter, article: str | None = None) -> Checked | None:
    """The verdict on a claim that only says which office somebody has; None for any other claim."""
    read = _person_and_office(matter)
    if read is None:
        return None
    person, beside, offices, now = read
    claim, mine = matter.claim, matter.people(person)
    if not mine and not now:
        return Checked(claim.text, Verdict.NOT_STATED)
    holder = next((one for one in mine if _holds(one, [word for part in beside for word in matter.words(part)])), None)
    verdict = Verdict.DIFFERS if claim.negated or holder is None else Verdict.AGREES
    if holder is None:
        holder = None if claim.negated else _other_holder(matter, mine, beside, offices)
    if holder is None:
        return Checked(claim.text, Verdict.NOT_STATED) if mine and mine[0].roles else None
    told = (fact for fact in matter.table.facts if holder.id in fact.people and article in (None, fact.article))
    fact = next((fact.id for fact in told), None)
    if fact is None:
        return Checked(claim.text, Verdict.NOT_STATED)
    said = f"{holder.name}, {', '.join(role.text for role in holder.roles)}"
    return Checked(claim.text, verdict, (Slot("role", claim.text, said, verdict, fact),), (fact,))


def _person_and_office(matter: Matter) -> tuple[Part, list[Part], list[str], bool] | None:
    """Whom a claim names, what else it says, the nouns of offices in that, and whether it is said of today."""
    claim = matter.claim
    being = next((token for token in claim.tokens if token.word in _HAVING), None)
    named = [part for part in matter.parts if part.kind == NAMED]
    spans = [(part.start, part.start + len(part.text)) for part in named]
    plain = (token.word for token in claim.tokens if not any(a <= token.start < b for a, b in spans))
    doing = any(is_verb(word) and word not in _HAVING | HELPING and class_of(word) is None for word in plain)
    if being is None or doing or claim.dates or claim.figures or claim.quotes or claim.resolutions:
        return None
    now = being.word in ("is", "are")
    people = [part for part in named if matter.people(part) or claim.names_person(part.start)]
    if not people and now:
        behind = (part for part in named if part.start > being.start)
        people = [part for part in behind if len(part.units) > 1 and not matter.bearers(part)]
    head = next(iter(matter.table.facts), None)
    beside = [
        part
        for part in matter.parts
        if part not in people and not (head and part.kind == NAMED and matter.at_head(part, head))
    ]
    offices = [word for part in beside for word in matter.words(part) if class_of(word) is not None]
    return (people[0], beside, offices, now) if len(people) == 1 and offices else None


def _other_holder(matter: Matter, mine: list[Person], beside: list[Part], offices: list[str]) -> Person | None:
    """Who has the office that the claim gives to another; the same one, where he has it of something else."""
    lacking = [part for part in beside if not any(_holds(one, matter.words(part)) for one in mine)]
    same = next((one for one in mine if _holds(one, offices)), None)
    if same is not None:
        return same if all(part.text[:1].isupper() for part in lacking) else None
    return next((one for one in matter.table.people if one not in mine and _holds(one, offices)), None)


def _holds(person: Person, words: Sequence[str]) -> bool:
    """Whether all the words of an office are those of the offices of a person."""
    told = {form for role in person.roles for word in texts_words(role.text) for form in (word, *relatives(word))}
    return bool(told) and all(
        any(form in told for form in relatives(word)) or any(set(name) <= told for name in other_names((word,)))
        for word in words
    )
