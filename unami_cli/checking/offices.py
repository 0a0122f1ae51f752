"""Who has which office: a claim that only says that, against the offices that the texts give to people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice, pairwise

from unami_cli import lexicon
from unami_cli.checking.matter import NAMED, Matter, Part, nation
from unami_cli.checking.otherwise import RANKING
from unami_cli.checking.slots import RULERS, corrections, told_of
from unami_cli.checking.statement import Claim
from unami_cli.extract.scene import class_of
from unami_cli.lookup.index import texts_words
from unami_cli.lookup.wordforms import BEING, HELPING, is_verb, office, other_names, relatives
from unami_cli.model import Person
from unami_cli.outcomes import Checked, Slot, Verdict

_HAVING = BEING | frozenset(
    "serve serves served serving become becomes became remain remains remained work works worked used".split()
)
_OF_WHAT = frozenset("of for at in".split())
_LEADING = frozenset("heads leads chairs runs directs".split())
_LEADERS = frozenset(
    """head leader president chairman chairwoman chairperson chair chief director ceo executive
    secretary-general""".split()
)
"""Who heads a body, whatever he is called."""


def by_office(matter: Matter, article: str | None = None) -> Checked | None:
    """The verdict on a claim that only says which office somebody has; None for any other claim."""
    read = _person_and_office(matter)
    if read is None:
        return None
    person, beside, offices, now = read
    claim, mine = matter.claim, matter.people(person) or _surnamed(matter, person)
    if not mine and not now:
        return Checked(claim.text, Verdict.NOT_STATED)
    holder = _holder(matter, mine, beside, now=now)
    if now and holder is not None and _was(matter, holder):
        return _unsaid(matter, holder, article)
    verdict = Verdict.DIFFERS if claim.negated or holder is None else Verdict.AGREES
    one_of_many = any(token.word in ("a", "an") for token in claim.tokens)
    if holder is None and not claim.negated and not one_of_many:
        holder = _other_holder(matter, mine, beside, offices)
    if holder is None:
        return _unsaid(matter, mine[0], article) if mine and one_of_many else None
    facts = enumerate(matter.table.facts, matter.index.first_fact)
    named = (number for number, fact in facts if holder.id in fact.people and article in (None, fact.article))
    told = next((told for number in named if (told := told_of(matter, number)) is not None), None)
    if told is None:
        return Checked(claim.text, Verdict.NOT_STATED)
    fact, said = told.fact.id, f"{holder.name}, {', '.join(role.text for role in holder.roles)}"
    slots = (Slot("role", claim.text, said, verdict, fact),)
    return Checked(claim.text, verdict, slots, (fact,), tuple(dict.fromkeys(corrections(matter, person, told))))


def by_leading(matter: Matter, article: str | None) -> Checked | None:
    """That somebody heads what the texts make them the president, the director or the like of; else None."""
    claim = matter.claim
    deed = next((token for token in claim.tokens if token.word in _LEADING), None)
    if deed is None or claim.negated or claim.dates or claim.figures:
        return None
    led = [part for part in matter.parts if part.start > deed.start]
    body = [word for part in led for word in matter.words(part)]
    people = (one for part in matter.parts if part.start < deed.start for one in matter.people(part))
    for person, role in ((one, role) for one in people for role in one.roles if body):
        office = texts_words(role.text)
        plain = RANKING.isdisjoint(office) and not _LEADERS.isdisjoint(office)
        facts = (matter.table.fact_with(m.article, m) for m in role.mentions if article in (None, m.article))
        fact = next(filter(None, facts), None)
        if fact and plain and _holds([role.text], body):
            slots = (Slot("role", claim.text, f"{person.name}, {role.text}", Verdict.AGREES, fact.id),)
            return Checked(claim.text, Verdict.AGREES, slots, (fact.id,))
    return None


def _surnamed(matter: Matter, part: Part) -> list[Person]:
    """The people whom the texts only call by the last word of a name: "Lavrov" of "Sergei Lavrov"."""
    last = matter.words(part)[-1:]
    return [one for one in matter.table.people if list(texts_words(one.name)) == last]


def _unsaid(matter: Matter, person: Person, article: str | None) -> Checked:
    """That the texts do not give an office to somebody, with the sentence that gives another, or the name."""
    claim, table = matter.claim.text, matter.table
    given = (table.fact_with(place.article, place) for role in person.roles for place in role.mentions)
    named = (fact for fact in chain(given, table.facts_of(person.id)) if fact and article in (None, fact.article))
    ids = tuple([fact.id for fact in islice(named, 1)])
    return Checked(claim, Verdict.NOT_STATED, tuple([Slot("role", claim, None, Verdict.ABSENT, id) for id in ids]), ids)


def _person_and_office(matter: Matter) -> tuple[Part, list[Part], list[str], bool] | None:
    """Whom a claim names, what else it says, the nouns of offices in that, and whether it is said of today."""
    claim = matter.claim
    being = next((token for token in claim.tokens if token.word in _HAVING), None)
    named = [part for part in matter.parts if part.kind == NAMED]
    spans = [(part.start, part.start + len(part.text)) for part in named]
    small = (token for token in claim.tokens if claim.text[token.start].islower())
    plain = (token.word for token in small if not any(a <= token.start < b for a, b in spans))
    doing = any(is_verb(word) and word not in _HAVING | HELPING and class_of(word) is None for word in plain)
    if being is None or doing or claim.dates or claim.figures or claim.quotes or claim.resolutions:
        return None
    at = claim.tokens.index(being)
    done = (t.word for t in claim.tokens[at + 1 : at + 2] if claim.text[t.start].islower())
    if any(word.endswith("ed") and class_of(word) is None for word in done):
        return None  # "has been awarded a star" gives nobody an office
    now = being.word in ("is", "are")
    people = [part for part in named if matter.people(part) or claim.names_person(part.start)]
    beside = [part for part in matter.parts if part not in people and part.text not in _HAVING]
    offices = [word for part in beside for word in matter.words(part) if class_of(word) is not None]
    return (people[0], beside, offices, now) if len(people) == 1 and offices else None


def _holder(matter: Matter, mine: list[Person], beside: list[Part], *, now: bool) -> Person | None:
    """Which of those that bear the name has the office; what the article is about need not be named with it."""
    head = next(iter(matter.table.facts), None)
    aside = {part for part in beside if head and part.kind == NAMED and matter.at_head(part, head)}
    said = [word for part in beside for word in matter.words(part)]
    short = [word for part in beside if part not in aside for word in matter.words(part)]
    for one in mine:
        roles = [role.text for role in one.roles if not _is_another_rank(role.text, matter.claim, now=now)]
        if _holds(roles, said) or (
            aside and _holds([role for role in roles if not _names_another(role, matter.claim)], short)
        ):
            return one
    return None


def _was(matter: Matter, holder: Person) -> bool:
    """Whether the texts put all of somebody's offices in the past, until some time: "was mayor until May"."""
    told = [
        (article.text, m)
        for role in holder.roles
        for m in role.mentions
        if (article := matter.table.article(m.article))
    ]
    return bool(told) and all(
        text.endswith("was ", 0, m.start) and text.startswith(" until ", m.end) for text, m in told
    )


def _is_another_rank(role: str, claim: Claim, *, now: bool) -> bool:
    """Whether an office is a deputy's or one of the past, which the claim does not say."""
    ranks = RANKING.intersection(texts_words(role)) - ({"former", "ex"} if not now else set())
    return not ranks <= {token.word for token in claim.tokens}


def _names_another(role: str, claim: Claim) -> bool:
    """Whether an office is given with what it is an office of, which the claim does not say: "mayor of Oslo"."""
    claimed, nouns = {token.word for token in claim.tokens}, lexicon.words("organization_heads")
    said = role.split()
    head = next((word for word, behind in pairwise(said) if behind in _OF_WHAT), said[-1])
    for before, word in pairwise(["", *said]):
        plain = texts_words(word)
        led = before in _OF_WHAT or word[-2:] in ("’s", "'s") or nation(word.casefold()) is not None
        led = led or (word != head and not head[:1].isupper())  # "State Department spokesman"
        if led and word[:1].isupper() and claimed.isdisjoint(plain) and not any(one in nouns for one in plain):
            return True
    return False


def _other_holder(matter: Matter, mine: list[Person], beside: list[Part], offices: list[str]) -> Person | None:
    """Who has the office that the claim gives to another; the same person, if they have it of something else."""
    same = next((one for one in mine if _holds(_roles(one), offices)), None)
    if same is not None:
        bare = all(set(texts_words(role)) <= set(offices) for role in _roles(same) if _holds([role], offices))
        return None if bare else same
    claimed = [word for part in beside for word in matter.words(part)]
    ruling = (one for one in mine for role in _roles(one) if _rule_alike(texts_words(role), claimed))
    another = (one for one in matter.table.people if one not in mine and _holds(_roles(one), offices))
    return next(chain(another, ruling), None)


def _rule_alike(role: Sequence[str], claimed: Sequence[str]) -> bool:
    """Whether two offices are at the head of one land, so that nobody has both: president and prime minister of it."""
    lands = [{land for word in words if (land := nation(word))} for words in (role, claimed)]
    heads = [RULERS.intersection(words) for words in (role, claimed)]
    return bool(lands[0] & lands[1] and all(heads)) and heads[0] != heads[1] and RANKING.isdisjoint([*role, *claimed])


def _roles(person: Person) -> list[str]:
    return [role.text for role in person.roles]


def _holds(roles: Sequence[str], words: Sequence[str]) -> bool:
    """Whether all the words of an office are those of some offices."""
    told = {form for role in roles for word in texts_words(role) for form in (word, *relatives(word))}
    return bool(told) and all(
        any(form in told for form in relatives(word))
        or any(set(name) <= told for name in (*other_names((word,)), *office((word,))))
        for word in words
    )
