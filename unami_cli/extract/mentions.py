"""People and organisations named in a text: people with the roles beside them, bodies with their acronyms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from unami_cli import lexicon
from unami_cli.extract.known import Name, NameKind
from unami_cli.extract.names import acronym_beside, whole
from unami_cli.extract.phrases import LINKS
from unami_cli.extract.roles import DIRECT, pronoun_at, roles_after, roles_before, roles_of_pronoun
from unami_cli.extract.scene import TITLES, Class, Scene, class_at, is_given
from unami_cli.folding import fold
from unami_cli.lexicon import SHORT_STATES
from unami_cli.model import OrganizationMention, PersonMention, RoleMention, Span, Spans
from unami_cli.patterns import pattern
from unami_cli.tags import Line
from unami_cli.values import replace

_JUNIOR = frozenset(("jr", "sr"))
_SUFFIXES = _JUNIOR | {"ii", "iii", "iv"}


def _scenes_of(lines: Sequence[Line], taken: Sequence[Span]) -> Iterator[Scene]:
    """The lines of an article, each with the indices of the words that begin inside what is taken."""
    spans = Spans(taken)
    for line in lines:
        starts = line.starts
        near = spans.every[spans.before(starts[0]) : spans.before(line.end(-1))] if line else ()
        inside = [range(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in near]
        yield Scene(line, frozenset(chain.from_iterable(inside)))


def _with_suffix(scene: Scene, end: int) -> int:
    """The end of a name that goes on with "Jr." or ", Jr."."""
    at = end + (scene.text_is(end, ",") and scene.key_in(end + 1, _JUNIOR))
    at += scene.key_in(at, _JUNIOR)
    return at + (scene.text_is(at, ".") and scene.key_in(at - 1, _JUNIOR))


def _without_letters(line: Line, start: int, end: int) -> int:
    """The end of a name without the letters of an honour or a degree after it ("QC", "MP", "PhD")."""
    while end - start > 2 and is_honour(line[end - 1].text):
        end -= 1
    return end


def is_honour(word: str) -> bool:
    """Whether a word may be the letters of an honour or a degree: "KC", "OBE", "MP,"."""
    letters = word.strip(",.")
    return letters.isupper() and 2 <= len(letters) <= 4 and letters.lower() not in _SUFFIXES


def _is_state(scene: Scene, start: int, end: int) -> bool:
    """Whether a word is a shortened state after a comma: "Mobile, Ala."."""
    shortened = end - start == 1 and scene.key_in(start, SHORT_STATES) and scene.text_is(end, ".")
    return shortened and scene.line.end(start) == scene.line.starts[end] and scene.text_is(start - 1, ",")


def _past_titles(scene: Scene, start: int, end: int) -> int:
    """Where the bare name begins: past an honorific, a rank or an office that was taken into it, and its dot."""
    cut_short = (i for i in range(end - 3, start, -1) if _is_cut_short(scene, i))
    at = next(cut_short, start - 2) + 2  # "Vermont Sen. Bernie Sanders"
    while at + 1 < end:
        dotted, title = scene.line[at + 1].text == ".", class_at(scene, at)
        if title not in TITLES or not (dotted or not is_given(scene.line[at].key)):
            break
        at += 1 + dotted
    return at if at < end and scene.line[at].named else start


def _is_cut_short(scene: Scene, at: int) -> bool:
    """Whether a word is an office, a rank or an honorific with its dot before a name: "Gov. Ann Hall"."""
    following = scene.line.word(at + 2) if scene.text_is(at + 1, ".") else None
    return following is not None and following.named and class_at(scene, at) in TITLES


def _is_nobody(scene: Scene, start: int, end: int) -> bool:
    """Whether the words are not a name: a state, a party with its state, or an office that is cut short."""
    party = _PARTY.match(scene.line[start].text) is not None
    return party or _is_state(scene, start, end) or _is_cut_short(scene, end - 1)


def _parted(one: PersonMention, roles: tuple[RoleMention, ...]) -> tuple[PersonMention, tuple[RoleMention, ...]]:
    """The mention before and the roles of this one, where both would have the same words.

    A title right before this name is this one's, and the other's ends before it: "…, the mayor and bishop Tom Berg".
    A role between commas is told of the one before, unless that has its own before it: "the mayor, Ana Costa, the
    bishop, Tom Berg, …".
    """
    if not (one.roles and roles) or roles[0].start >= one.roles[-1].end:
        return one, roles
    *others, last = one.roles
    if roles[0].rule == DIRECT and roles[0].start > last.start:
        joined = _JOINED.search(last.text, 0, roles[0].start - last.start)
        if joined is None:  # "spokesman for President Berg"
            return one, roles
        cut = RoleMention(last.start, last.start + joined.start(), last.text[: joined.start()], last.rule)
        return replace(one, roles=(*others, cut)), roles
    plain = roles[0].rule == DIRECT and LINKS.isdisjoint(roles[0].text.split())  # not "spokesman for Ask Jeeves"
    if plain or one.roles[0].end <= one.start:
        return replace(one, roles=tuple([role for role in one.roles if role.end <= roles[0].start])), roles
    return one, tuple([role for role in roles if role.start >= last.end])


def _begins_line(scene: Scene, start: int, roles: Sequence[RoleMention]) -> bool:
    """Whether a sentence begins with the name at `start`, with its title or with the role before it."""
    first = min([scene.line.starts[start], *[role.start for role in roles]])
    before = range(bisect_left(scene.line.starts, first))
    return all(scene.text_is(at, ".", "The") or class_at(scene, at) in (Class.HONORIFIC, Class.RANK) for at in before)


def find_people(
    text: str, lines: Sequence[Line], names: Sequence[Sequence[Name]], taken: Sequence[Span] = ()
) -> tuple[PersonMention, ...]:
    """The mentions of people in the lines of one article, in reading order.

    `taken` are spans that name something else (organisations, resolutions). A mention is the bare name, with the roles
    that stand beside it and the signs that made it a person's; which mentions are one person is not decided here. What
    a sentence tells of "he" or "she" is told of the name with which the one before begins.
    """
    found: list[PersonMention] = []
    subject: int | None = None  # whom the sentence before begins with, in `found`
    for scene, of_line in zip(_scenes_of(lines, taken), names, strict=True):
        pronoun = pronoun_at(scene) if subject is not None else None
        if pronoun is None or any(name.start < pronoun for name in of_line if name.kind is NameKind.PERSON):
            subject = None
        elif subject is not None and (more := roles_of_pronoun(scene, pronoun, text)):
            found[subject] = replace(found[subject], roles=(*found[subject].roles, *more))
        for first, end, kind, why in of_line:
            if kind is NameKind.PERSON and not _is_nobody(scene, first, end):
                start = _past_titles(scene, first, end)
                last = _with_suffix(scene, _without_letters(scene.line, start, end))
                span, bare = whole(scene.line, start, last, text)
                beyond = max(last, end)
                roles = (*roles_before(scene, start, beyond, text), *roles_after(scene, beyond, text))
                if found:
                    found[-1], roles = _parted(found[-1], roles)
                if _begins_line(scene, start, roles):
                    subject = len(found)
                found.append(PersonMention(span.start, span.end, bare, why, roles))
    return tuple(_with_shared_surnames(text, found))


def _with_shared_surnames(text: str, found: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """The mentions, a given name with the surname that follows for both: "Andre and Amanda Smythe"."""
    for one, following in zip_longest(found, found[1:]):
        given, _, surname = following.text.rpartition(" ") if following else ("", "", "")
        together = following is not None and given and text[one.end : following.start].strip() in ("and", "&")
        if together and is_given(fold(given.split()[0])) and _lacks_surname(text, one, found):
            one = replace(one, text=f"{one.text} {surname}")  # noqa: PLW2901
        yield one


def _lacks_surname(text: str, one: PersonMention, found: Sequence[PersonMention]) -> bool:
    """Whether a mention is only a given name: not part of a list, and in no full name of the article."""
    key = fold(one.text)
    if key not in lexicon.words("given_names_by_sex") or text[max(0, one.start - 2) : one.start].strip() == ",":
        return False
    full = [fold(other.text).split() for other in found if " " in other.text]
    return all(key not in (words[0], words[-1]) for words in full)


_JOINED = pattern(r",?\s+(?:and|&)\s+(?:the\s+)?$|,\s*(?:the\s+)?$")
"""What stands before a role that is joined to what goes before it."""
_MADE_FROM = "an acronym in an adjective"
_PARTY = pattern(r"[DRI]-[A-Z]")  # how an American politician's party and state begin: "D-N.Y."
_LISTING = (",", "and", "&")
"""What separates words of a name that lists something: "Educational, Scientific and Cultural"."""


def _spelt_from(line: Line, start: int, end: int, acronym: str) -> int:
    """Where a name begins whose words the acronym spells: further left where commas list what the body deals with."""
    at, letters = start, "".join([word.text[0] for word in line[start:end] if word.named])
    while len(letters) < len(acronym) and at and (line[at - 1].named or line[at - 1].text in _LISTING):
        at -= 1
        letters = line[at].text[0] + letters if line[at].named else letters
    return at if letters == acronym else start


def _in_adjectives(text: str, line: Line) -> Iterator[OrganizationMention]:
    """The acronyms from which adjectives are made: "NATO-led"."""
    for at in [at for at, word in enumerate(line) if word[4]]:
        start, head = line.starts[at], line[at].text.partition("-")[0]
        if 2 < len(head) < 7 and head.isupper():
            yield OrganizationMention(start, start + len(head), text[start : start + len(head)], _MADE_FROM)


def find_organizations(
    text: str, lines: Sequence[Line], names: Sequence[Sequence[Name]]
) -> tuple[OrganizationMention, ...]:
    """The mentions of organisations in the lines of one article, in reading order, none overlapping another.

    A mention says how it was recognised and which acronym the text gives beside it; who is who is not decided here.
    """
    found: list[OrganizationMention] = []
    for line, of_line in zip(lines, names, strict=True):
        for begin, end, kind, why in of_line:
            if kind is NameKind.BODY and not _PARTY.match(line[begin].text):
                start = begin + (line[begin].key == "the" and end - begin > 1)
                acronym = acronym_beside(line, start, end)
                if acronym and (first := _spelt_from(line, start, end, acronym)) < start:
                    start = first
                    while found and found[-1].end > line.starts[first]:
                        found.pop()
                span, bare = whole(line, start, end, text)
                found.append(OrganizationMention(span.start, span.end, bare, why, acronym))
        found += _in_adjectives(text, line)
    return tuple(sorted(found, key=lambda m: m.start))
