"""Who is who: mentions of people become people, first inside an article, then across articles.

A surname alone is the one person of that surname named before it, or who has been called so already, or, in a headline,
who is named first. Where two fit all the same, neither is picked: the surname stands as a record of its own that says
so. Across articles only a full name joins.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from operator import attrgetter
from typing import Generic, TypeVar

from unami_cli.folding import fold, name_words, words
from unami_cli.marks import unmarked
from unami_cli.model import Evidence, Mention, OrganizationMention, Person, PersonMention, Role
from unami_cli.patterns import pattern
from unami_cli.table.found import Found

_NICKNAME = pattern(r"\s*[“\"‘'][^”\"’']+[”\"’']\s+")
_HALF_A_PAIR = pattern(r"(?<!\S)[*_]+(?=\w)|(?<=\w)[*_]+(?!\S)")
"""A mark of emphasis whose other half stands outside of a name or a role: "interior* minister"."""
_MARKS = frozenset("“\"‘'")
_Key = tuple[str, ...]
_MOST_BEARERS = 12  # of one surname, among whom a text can be asked whom it means


T = TypeVar("T")
M = TypeVar("M", PersonMention, OrganizationMention)


class Cluster(Generic[M]):
    """The mentions of one person or body while they are being gathered, and what speaks against that."""

    def __init__(self, key: _Key) -> None:
        self.key = key
        self.mentions: list[tuple[Found, M]] = []
        self.doubts: list[Evidence] = []

    def places(self) -> tuple[Mention, ...]:
        """Where it is named."""
        return tuple(found.mention(mention) for found, mention in self.mentions)

    def evidence(self) -> tuple[Evidence, ...]:
        """Each rule by which a mention was found, at the first place where it held, and the doubts."""
        first: dict[str, Evidence] = {}
        for found, m in self.mentions:
            first.setdefault(m.rule, Evidence(m.start, m.end, found.article.id, m.rule))
        return (*first.values(), *self.doubts)


C = TypeVar("C", bound=Cluster[PersonMention] | Cluster[OrganizationMention])


def in_reading_order(clusters: Iterable[C], found: Sequence[Found]) -> list[C]:
    """The clusters by their first mentions, and the mentions of each in order."""
    rank = {f.article.id: i for i, f in enumerate(found)}

    def place(pair: tuple[Found, PersonMention | OrganizationMention]) -> tuple[int, int]:
        return rank[pair[0].article.id], pair[1].start

    for cluster in clusters:
        cluster.mentions.sort(key=place)
    return sorted(clusters, key=lambda cluster: place(cluster.mentions[0]))


class Shelf(Generic[T]):
    """Things under one or several marks each: by all that a shorter form of a name can share with it.

    >>> shelf = Shelf[str]()
    >>> shelf.put("Ministry of Health", ["ministry", "health"])
    >>> shelf.under(["health", "ministry"]), shelf.under(["trade"])
    (['Ministry of Health'], [])
    """

    def __init__(self) -> None:
        self._by_mark: dict[Hashable, list[T]] = {}

    def put(self, thing: T, marks: Iterable[Hashable]) -> None:
        """Add a thing that is new."""
        for mark in marks:
            self._by_mark.setdefault(mark, []).append(thing)

    def under(self, marks: Iterable[Hashable]) -> list[T]:
        """The things under any of the marks, each once."""
        near = {id(thing): thing for mark in marks for thing in self._by_mark.get(mark, ())}
        return list(near.values())


class _Cluster(Cluster[PersonMention]):
    """Of a person: `first` is where the earliest mention begins, `roles` and `spelled` hold what all of them say."""

    def __init__(self, key: _Key) -> None:
        super().__init__(key)
        self.first = sys.maxsize
        self.roles: set[str] = set()
        self.spelled: set[str] = set()

    def add(self, found: Found, mention: PersonMention) -> None:
        """Take a mention in."""
        self.mentions.append((found, mention))
        self.roles.update(fold(role.text) for role in mention.roles)
        self.spelled.update(words(mention.text))
        self.first = min(self.first, mention.start)

    def join(self, other: _Cluster) -> None:
        """Take in all that another article says of the same person."""
        self.mentions += other.mentions
        self.doubts += other.doubts
        self.roles |= other.roles


def bare(text: str) -> str:
    """A name or a role on one line, without the marks, white space and invisible characters of the text."""
    text = unmarked(text)
    if "*" in text or "_" in text:
        text = _HALF_A_PAIR.sub("", text)
    if not text.isprintable():
        text = "".join(c for c in text if c.isprintable() or c.isspace())
    return " ".join(text.replace("\u00ad", "").split())


def _key(mention: PersonMention) -> _Key:
    return name_words(_without_nickname(mention.text))


def _without_nickname(name: str) -> str:
    return name if _MARKS.isdisjoint(name) else _NICKNAME.sub(" ", name)


def _extends(longer: _Key, shorter: _Key) -> bool:
    """Whether the longer full name is the shorter with more in it: a run of it, or the same ends with a middle."""
    size = len(shorter)
    if any(longer[i : i + size] == shorter for i in range(len(longer) - size + 1)):
        return True
    middle = all(any(_same_part(a, b) for b in longer[1:-1]) for a in shorter[1:-1])
    same_ends = longer[0] == shorter[0] and longer[-1] == shorter[-1] and middle
    initial = len(longer) == size and longer[-1] == shorter[-1] and longer[1:] == shorter[1:]
    by_initial = initial and (longer[0][:1] == shorter[0] or shorter[0][:1] == longer[0])
    return same_ends or by_initial or "".join(longer) == "".join(shorter)


def _same_part(a: str, b: str) -> bool:
    """Whether two middle names are the same, one of them perhaps only an initial."""
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _marks_of_longer(key: _Key) -> set[tuple[str, _Key]]:
    """All that a shorter form of a full name can share with it: a run, the ends, the letters, all but an initial."""
    runs = {key[i:j] for i in range(len(key)) for j in range(i + 2, len(key) + 1)}
    others = {("ends", (key[0], key[-1])), ("letters", ("".join(key),)), ("initial", (key[0][:1], *key[1:]))}
    for part in key[1:-1]:
        others |= {("middle", (key[0], part, key[-1])), ("middle initial", (key[0], part[:1], key[-1]))}
        if len(part) == 1:
            others.add(("bare initial", (key[0], part, key[-1])))
    return {("run", run) for run in runs} | others


def _marks_of_shorter(key: _Key) -> tuple[tuple[str, _Key], ...]:
    """What a full name is looked for under, as the shorter form of another."""
    letters, initial = ("letters", ("".join(key),)), ("initial", key)
    marks = ("run", key), letters, initial, ("run", (key[0][:1], *key[1:]))
    if len(key) == 2:
        return (*marks, ("ends", key))
    part = key[1]
    bare = ("bare initial", (key[0], part[:1], key[-1]))
    same = ("middle" if len(part) > 1 else "middle initial", (key[0], part, key[-1]))
    return (*marks, same, bare)


def _full_clusters(found: Found) -> list[_Cluster]:
    """The people of one article who are named by more than one word."""
    groups: dict[_Key, list[PersonMention]] = {}
    for mention in found.people:
        if len(key := _key(mention)) > 1:
            groups.setdefault(key, []).append(mention)
    clusters: list[_Cluster] = []
    shelf = Shelf[_Cluster]()
    for key in sorted(groups, key=lambda k: (-len(k), groups[k][0].start)):
        fits = [c for c in shelf.under(_marks_of_shorter(key)) if _extends(c.key, key)]
        if len(fits) == 1:
            cluster = fits[0]
        else:
            cluster = _Cluster(key)
            clusters.append(cluster)
            shelf.put(cluster, _marks_of_longer(key))
        for mention in groups[key]:
            cluster.add(found, mention)
    return clusters


_FIRST = attrgetter("first")


class _Bearers:
    """Whom a single name can stand for: by surname, else by any part of the name, else by a word of a longer form."""

    def __init__(self, clusters: Sequence[_Cluster]) -> None:
        self._by_last: dict[str, list[_Cluster]] = {}
        self._by_part: dict[str, list[_Cluster]] = {}
        self._by_word: dict[str, list[_Cluster]] = {}
        self._ordered: dict[str, list[_Cluster]] = {}
        for cluster in clusters:
            self._by_last.setdefault(cluster.key[-1], []).append(cluster)
            for part in dict.fromkeys((*cluster.key, *(bit for name in cluster.key for bit in name.split("-")))):
                self._by_part.setdefault(part, []).append(cluster)
            for word in cluster.spelled:
                self._by_word.setdefault(word, []).append(cluster)

    def of(self, word: str, before: int) -> list[_Cluster]:
        """The bearers of a word; those that are named before it if there are any, the last `_MOST_BEARERS` of them."""
        fits = self._by_last.get(word) or self._by_part.get(word) or self._by_word.get(word) or []
        if len(fits) <= _MOST_BEARERS:
            return [c for c in fits if c.first < before] or fits
        if word not in self._ordered:
            self._ordered[word] = sorted(fits, key=_FIRST)
        ordered = self._ordered[word]
        at = bisect_left(ordered, before, key=_FIRST)
        return ordered[max(0, at - _MOST_BEARERS) : at] or ordered[:_MOST_BEARERS]


def _first_named(fits: Sequence[_Cluster], before: int) -> _Cluster | None:
    """Of several bearers of a surname that stands before them all, as in a headline, the first to be named in full."""
    if any(c.first < before for c in fits):
        return None
    return min(fits, key=_FIRST)


def _same_role(cluster: _Cluster, mention: PersonMention) -> bool:
    own = {fold(role.text) for role in mention.roles}
    return any(a in b or b in a for a in own for b in cluster.roles)


def _gather(found: Found) -> list[_Cluster]:
    """The people of one article."""
    clusters = _full_clusters(found)
    bearers = _Bearers(clusters)
    singles: dict[_Key, _Cluster] = {}
    called: dict[str, _Cluster] = {}
    for mention in found.people:
        key = _key(mention)
        if len(key) != 1:
            continue
        fits = bearers.of(key[0], mention.start)
        if len(fits) > 1:
            fits = [c for c in fits if _same_role(c, mention)] or fits
        headed = _first_named(fits, mention.start) if len(fits) > 1 and key[0] not in called else None
        if len(fits) > 1 and (bearer := called.get(key[0]) or headed):
            fits = [bearer]
        if len(fits) == 1:
            if not headed:  # a headline tells nothing of whom the text calls so
                called[key[0]] = fits[0]
            fits[0].add(found, mention)
            continue
        alone = singles.setdefault(key, _Cluster(key))
        alone.add(found, mention)
        if fits:
            named = [bare(c.mentions[0][1].text) for c in fits]
            who = " or ".join([*named, "another"] if len(fits) == _MOST_BEARERS else named)
            alone.doubts.append(
                Evidence(mention.start, mention.end, found.article.id, f"may be {who}: the text does not say which")
            )
    return clusters + list(singles.values())


def _joined(by_article: Iterable[list[_Cluster]]) -> list[_Cluster]:
    """The people of all articles: the same full name is one person, and a single name only with the same role."""
    joined: list[_Cluster] = []
    by_key: dict[_Key, list[_Cluster]] = {}
    for clusters in by_article:
        for cluster in clusters:
            same = [
                c
                for c in by_key.get(cluster.key, ())
                if len(cluster.key) > 1 or any(_same_role(c, mention) for _, mention in cluster.mentions)
            ]
            if same:
                same[0].join(cluster)
            else:
                joined.append(cluster)
                by_key.setdefault(cluster.key, []).append(cluster)
    return joined


def _forms(cluster: _Cluster) -> tuple[str, tuple[str, ...]]:
    """The fullest form and the others, each spelling once, in the order of the text."""
    spelled: dict[tuple[str, ...], str] = {}
    for found, mention in sorted(cluster.mentions, key=lambda pair: len(words(pair[1].text)), reverse=True):
        written = mention.text  # unless a surname was added to it, or brackets taken out
        if len(written) != mention.end - mention.start:
            written = found.article.text[mention.start : mention.end]
        for form in dict.fromkeys((bare(mention.text), bare(written))):
            kept = spelled.setdefault(words(form), form)
            if kept.isupper() and not form.isupper():
                spelled[words(form)] = form
    forms = list(spelled.values())
    name = forms[0]
    without = bare(_without_nickname(name))
    if without != name and without not in forms:
        forms.append(without)
    return name, tuple(forms[1:])


def _roles(cluster: _Cluster) -> tuple[Role, ...]:
    gathered: dict[tuple[str, ...], tuple[str, dict[Mention, None]]] = {}
    for found, mention in cluster.mentions:
        for role in mention.roles:
            _, places = gathered.setdefault(words(role.text), (bare(role.text), {}))
            places[found.mention(role)] = None
    return tuple(Role(text, tuple(places)) for text, places in gathered.values())


def _person(number: int, cluster: _Cluster) -> Person:
    name, aliases = _forms(cluster)
    return Person(f"p{number}", name, aliases, _roles(cluster), cluster.places(), cluster.evidence())


def resolve_people(found: Sequence[Found]) -> tuple[Person, ...]:
    """The people of all articles, numbered p1, p2, … in reading order; those only in a byline come last."""
    clusters = in_reading_order(_joined(_gather(f) for f in found), found)
    clusters.sort(key=lambda cluster: all(m.rule == "the byline" for _, m in cluster.mentions))
    return tuple(_person(i, cluster) for i, cluster in enumerate(clusters, 1))
