"""The query language: words, "a phrase", -without, kind: by: since: until: in: – and everything else is words.

A key counts only at the start of a word, in lower case, with its value directly after it and of the value's form, so
that "re: Iraq", "10:30", "S/RES/1500", "-5" and "http://x" are words like any other.
"""

from __future__ import annotations

import re

from unami_cli.errors import BadQuery
from unami_cli.folding import fold, words
from unami_cli.lookup.timeline import asked_day
from unami_cli.model import Kind
from unami_cli.patterns import pattern
from unami_cli.values import Value

_PIECE = pattern(
    r"""
    (?<!\S)
    (?: (?P<minus> -) (?= [^\W\d_] | ["“„«] ) | (?P<key> kind|by|since|until|in) : (?= \S) )?
    (?: "(?P<straight> [^"\s][^"]*)"(?=[\s.,;:!?)]|$)
      | [“„](?P<curly> [^“”„]+)[“”](?=[\s.,;:!?)]|$)
      | «(?P<angle> [^«»]+)»(?=[\s.,;:!?)]|$)
      | (?P<plain> \S+)
    )
    """,
    re.VERBOSE,
)
_PARTS = pattern(r"[^\W_](?:[^\W_]|[\u0300-\u036f'’‘ʼ`´ʻʿʾ′.,])*")
_POSSESSIVE = pattern(r"(?<=\w)['’ʼ]s\b", re.IGNORECASE)
_KEYED = pattern(r"(?:kind|by|since|until|in):\S")
_DATE = pattern(r"[0-9]{1,4}(?P<mark>[./-])[0-9]{1,2}(?P=mark)[0-9]{1,4}(?![0-9])")
_KINDS = {
    **{kind.value: kind for kind in Kind},
    **{f"{kind.value}s": kind for kind in Kind},
    "f": Kind.FACT,
    "people": Kind.PERSON,
    "organisation": Kind.ORGANIZATION,
    "organisations": Kind.ORGANIZATION,
    "orgs": Kind.ORGANIZATION,
    "body": Kind.ORGANIZATION,
    "bodies": Kind.ORGANIZATION,
    "sentence": Kind.FACT,
    "sentences": Kind.FACT,
    "number": Kind.FIGURE,
    "numbers": Kind.FIGURE,
    "quotation": Kind.QUOTE,
    "quotations": Kind.QUOTE,
}


class Term(Value):
    """One word of a query: `typed` as the user wrote it, `word` as it is compared."""

    typed: str
    word: str


class Query(Value):
    """What was asked. All of `terms` and `phrases` must be there and none of `without`; None stands for "any".

    `phrases` and `without` hold folded words in their order; `by` the folded words of a speaker's name;
    `since` and `until` are ISO days, both included; `articles` are ids, names of files or beginnings of titles, as
    typed.
    """

    text: str
    terms: tuple[Term, ...] = ()
    phrases: tuple[tuple[Term, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    kinds: frozenset[Kind] | None = None
    by: tuple[Term, ...] = ()
    since: str | None = None
    until: str | None = None
    articles: frozenset[str] | None = None

    @property
    def filters(self) -> bool:
        """Whether anything but words narrows the answer."""
        return bool(
            self.without or self.by or self.since or self.until or self.articles is not None or self.kinds is not None
        )


class _Draft:
    """A query while its pieces are read."""

    def __init__(self) -> None:
        self.terms: list[Term] = []
        self.phrases: list[tuple[Term, ...]] = []
        self.without: list[tuple[Term, ...]] = []
        self.kinds: set[Kind] = set()
        self.by: tuple[Term, ...] = ()
        self.since: str | None = None
        self.until: str | None = None
        self.articles: set[str] = set()


def bare(text: str) -> str:
    """The text without possessive endings ("Iraq’s" → "Iraq"), as both queries and records are compared."""
    return _POSSESSIVE.sub("", text)


def terms_of(text: str) -> tuple[Term, ...]:
    """The words of a text, each as typed and as compared.

    >>> [t.word for t in terms_of("Al-Sudani’s S/RES/1500 of the U.N., 1,000")]
    ['al', 'sudani', 's', 'res', '1500', 'of', 'the', 'un', '1000']
    """
    dated = _DATE.sub(lambda found: re.sub("[./-]", " ", found.group()), text) if text[:1].isdigit() else text
    return tuple(
        Term(part.rstrip("'’‘ʼ`´ʻʿʾ′.,") if len(every) == 1 else word, word)
        for part in _PARTS.findall(dated)
        for every in (words(bare(part)),)
        for word in every
    )


def parse_query(text: str) -> Query:
    """What a user's line asks for. Raises `BadQuery` when a known key has a value that cannot be meant."""
    draft = _Draft()
    for piece in _PIECE.finditer(text):
        quoted = piece["straight"] or piece["curly"] or piece["angle"]
        value = quoted or piece["plain"]
        if piece["key"] and _filter(draft, piece["key"], value, quoted is not None):
            continue
        if piece["minus"] and _KEYED.match(value) and not quoted:
            raise BadQuery(f"-{value}", "a filter cannot be negated", "only words and phrases can have a minus")
        if piece["minus"]:
            draft.without.append(terms_of(value))
        elif quoted and not piece["key"]:
            draft.phrases.append(terms_of(value))
        else:
            draft.terms.extend(terms_of(piece.group()))
    return Query(
        text=text,
        terms=tuple(draft.terms),
        phrases=tuple(filter(None, draft.phrases)),
        without=tuple(tuple(term.word for term in run) for run in draft.without if run),
        kinds=frozenset(draft.kinds) or None,
        by=draft.by,
        since=draft.since,
        until=draft.until,
        articles=frozenset(draft.articles) or None,
    )


def _filter(draft: _Draft, key: str, value: str, quoted: bool) -> bool:
    """Take `key:value` into the draft; False when it turns out to be words, not syntax."""
    if key == "by":
        found = quoted or value[0].isalpha()
        draft.by = terms_of(value) if found else draft.by
        return found
    if key == "in":
        draft.articles.add(value)
        return True
    if not value[0].isalnum() or quoted:
        return False
    if key == "kind":
        kind = kind_named(value)
        if kind is None:
            raise BadQuery(f"kind:{value}", "no such kind", f"write kind:{', '.join(Kind)}")
        draft.kinds.add(kind)
    elif key == "since":
        draft.since = asked_day(value, last=False)
    else:
        draft.until = asked_day(value, last=True)
    return True


def kind_named(value: str) -> Kind | None:
    """The kind that a word, its plural or a beginning of either names; None when none or several could be meant."""
    folded = fold(value)
    named = {kind for name, kind in _KINDS.items() if folded and name.startswith(folded)}
    return _KINDS.get(folded) or (named.pop() if len(named) == 1 else None)
