"""Which organisation is which: full names, acronyms and short forms of one body become one record."""

from __future__ import annotations

from collections.abc import Sequence

from unami_cli import lexicon
from unami_cli.folding import JOINTS, initials, words
from unami_cli.model import Evidence, Organization, OrganizationMention
from unami_cli.table.found import Found
from unami_cli.table.people import Cluster, Shelf, bare, in_reading_order

_SPELLED_OUT = {"un": ("united", "nations"), "eu": ("european", "union"), "us": ("united", "states")}
_Key = tuple[str, ...]
_PLAIN = ("demonyms", "places", "organization_heads", "role_modifiers")
"""The lists whose words do not name a body alone, though they begin its name."""
_KINDS = frozenset(("party", "international"))
"""What is left out of "Labour Party", however plain the word before it."""
_LEGISLATURES = frozenset(("congress", "parliament"))
"""Are bodies by themselves, and so are not called what a party is."""
_LONGEST_ACRONYM = 10  # characters


class _Cluster(Cluster[OrganizationMention]):
    """Of a body: its name, and the acronyms that the texts define for it."""

    def __init__(self, key: _Key, name: str) -> None:
        super().__init__(key)
        self.name = name
        self.acronyms: set[str] = set()


def _key(text: str) -> _Key:
    """The folded words of a name with "UN" and the like spelled out, without "the"."""
    plain = words(text)
    if len(plain) > 1:
        plain = tuple(part for word in plain for part in _SPELLED_OUT.get(word, (word,)))
    return plain[1:] if len(plain) > 1 and plain[0] == "the" else plain


def is_acronym(text: str) -> bool:
    """Whether a name is written as an acronym: one word with at least two capitals, none of them inside a name."""
    return len(text) <= _LONGEST_ACRONYM and " " not in text.strip() and sum(map(str.isupper, text)) > 1


def _within(longer: _Key, shorter: _Key) -> bool:
    """Whether the shorter name is the longer one's beginning or end, or has the same weighty words in another order."""
    size = len(shorter)
    if size >= len(longer):
        return sorted(w for w in longer if w not in JOINTS) == sorted(w for w in shorter if w not in JOINTS)
    if size < 2:
        return shorter[0] in _one_word_forms(longer)
    heads = longer[:size] == shorter and longer[size] in JOINTS
    permuted = {w for w in longer if w not in JOINTS} == {w for w in shorter if w not in JOINTS}
    tail = longer[-size:] == shorter and longer[-size - 1] not in JOINTS  # the Organization of the United Nations
    return tail or heads or permuted


def _one_word_forms(key: _Key) -> set[str]:
    """The words by which alone a name of several may be called: its first, and its last where that is its noun."""
    if len(key) < 2:
        return set()
    first, last = key[0], key[-1]
    plain = any(first in lexicon.words(name) for name in _PLAIN) or (
        len(key) == 2 and first in lexicon.words("english")
    )
    opens = JOINTS.isdisjoint(key) and (not plain or (len(key) == 2 and last in _KINDS))
    noun = last in lexicon.words("organization_heads")
    team = not noun and last.endswith("s") and " ".join(key[:-1]) in lexicon.words("places")  # "Chicago Bears"
    closes = (noun and last not in _LEGISLATURES) or team
    return ({first} if opens else set()) | ({last} if closes or _is_of_a_country(key) else set())


def _is_of_a_country(key: _Key) -> bool:
    """Whether a name is one word after that of a country or its people: "US Congress", "Iraqi Parliament"."""
    land = " ".join(key[:-1])
    return land in lexicon.words("countries") or land in lexicon.words("demonyms")


def _named(found: Sequence[Found]) -> list[tuple[Found, OrganizationMention]]:
    pairs = [(f, m) for f in found for m in f.organizations]
    return sorted(pairs, key=lambda pair: (is_acronym(pair[1].text), -len(_key(pair[1].text))))


def _marks_of_longer(key: _Key) -> tuple[object, ...]:
    """All that a shorter form of a name can share with it: a beginning, an end, or the weighty words."""
    heads = (("head", key[:i]) for i in range(2, len(key)) if key[i] in JOINTS)
    tails = (("tail", key[-i:]) for i in range(2, len(key)))
    words = (("word", word) for word in _one_word_forms(key))
    return *heads, *tails, *words, frozenset(key) - JOINTS


def _marks_of_shorter(key: _Key) -> tuple[object, ...]:
    """What a name is looked for under, as the shorter form of another."""
    one = [("word", key[0])] if len(key) == 1 else []
    return ("head", key), ("tail", key), *one, frozenset(key) - JOINTS


def _join_long(found: Sequence[Found]) -> list[_Cluster]:
    """Clusters of the names that are not acronyms, the longest first."""
    clusters: list[_Cluster] = []
    shelf = Shelf[_Cluster]()
    by_key: dict[_Key, _Cluster] = {}
    for f, mention in _named(found):
        key = _key(mention.text)
        if is_acronym(mention.text) or not key:
            continue
        cluster = by_key.get(key)
        if cluster is None:
            fits = [c for c in shelf.under(_marks_of_shorter(key)) if _within(c.key, key)]
            cluster = fits[0] if len(fits) == 1 else None
        if cluster is None:
            cluster = _Cluster(key, bare(mention.text))
            clusters.append(cluster)
            shelf.put(cluster, _marks_of_longer(key))
        by_key[key] = cluster
        cluster.mentions.append((f, mention))
        if mention.acronym:
            cluster.acronyms.add("".join(words(mention.acronym)))
    return clusters


def _by_acronym(clusters: Sequence[_Cluster]) -> tuple[dict[str, list[_Cluster]], dict[str, list[_Cluster]]]:
    """The clusters by the acronyms that the texts define for them, and by those that their first letters spell."""
    defined: dict[str, list[_Cluster]] = {}
    spelled: dict[str, list[_Cluster]] = {}
    for cluster in clusters:
        for acronym in cluster.acronyms:
            defined.setdefault(acronym, []).append(cluster)
        for acronym in initials(cluster.name) if len(cluster.key) > 1 else ():
            spelled.setdefault(acronym, []).append(cluster)
    return defined, spelled


def _join_acronyms(found: Sequence[Found], clusters: list[_Cluster]) -> None:
    """Each acronym joins the name that defines it, else the one name whose first letters it spells.

    Where two names fit, the acronym stands by itself and says so.
    """
    defined, spelled = _by_acronym(clusters)
    whole = {cluster.key[0]: [cluster] for cluster in clusters if len(cluster.key) == 1}  # "Reuters" of "REUTERS"
    joined: dict[str, _Cluster] = {}
    for f, mention in _named(found):
        if not is_acronym(mention.text):
            continue
        short = "".join(words(mention.text))
        cluster = joined.get(short)
        if cluster is None:
            fits = whole.get(short) or defined.get(short) or spelled.get(short) or []
            cluster = fits[0] if len(fits) == 1 else _Cluster((short,), bare(mention.text))
            if len(fits) != 1:
                clusters.append(cluster)
            if len(fits) > 1:
                doubt = f"may be {' or '.join(c.name for c in fits)}: the text does not say which"
                cluster.doubts.append(Evidence(mention.start, mention.end, f.article.id, doubt))
            joined[short] = cluster
        cluster.mentions.append((f, mention))


def _forms(cluster: _Cluster) -> tuple[str, tuple[str, ...]]:
    spelled: dict[tuple[str, ...], str] = {}
    for _, mention in cluster.mentions:
        form = bare(mention.text)
        form = form[4:] if form[:4].casefold() == "the " else form
        spelled.setdefault(words(form), form)
    for _, mention in cluster.mentions:
        if mention.acronym:
            spelled.setdefault(words(mention.acronym), mention.acronym)
    forms = sorted(spelled.values(), key=lambda form: (is_acronym(form), -len(words(form))))
    return forms[0], tuple(forms[1:])


def resolve_organizations(found: Sequence[Found]) -> tuple[Organization, ...]:
    """The organisations of all articles, numbered o1, o2, … in reading order."""
    clusters = _join_long(found)
    _join_acronyms(found, clusters)
    return tuple(
        Organization(f"o{i}", *_forms(cluster), cluster.places(), cluster.evidence())
        for i, cluster in enumerate(in_reading_order(clusters, found), 1)
    )
