"""What words mean that are none of a query or of a command: texts, web addresses, other words for a command."""

from __future__ import annotations

import os
from collections.abc import Container, Sequence, Set
from itertools import pairwise

import click

from unami_cli.cli.options import TYPED

MEANT = {
    **dict.fromkeys(("organisations", "organisation", "organization", "orgs", "org", "bodies"), "organizations"),
    **dict.fromkeys(("person", "persons", "name", "names", "who"), "people"),
    **dict.fromkeys(("quote", "quotations", "quotation", "said"), "quotes"),
    **dict.fromkeys(("figure", "number", "numbers"), "figures"),
    **dict.fromkeys(("date", "when"), "dates"),
    **dict.fromkeys(("event", "events"), "timeline"),
    **dict.fromkeys(("texts", "files"), "articles"),
    "resolution": "resolutions",
    "fact": "facts",
    "sentences": "facts",
    "text": "article",
    "find": "search",
    "compare": "diff",
}
"""Other words for a command, which the help does not list."""

_ASKING = frozenset(
    """who whom whose what when where which why how who's what's when's where's whats whos was were is are did
    does""".split()
)
"""What begins a question, which is searched for when more words follow."""
_BARE = 2  # words of a question that asks for a noun alone, or of a command without any
_MOST_NAMED = 3  # texts in one message
_ADDRESSES = ("http://", "https://", "www.")


def is_question(words: Sequence[str]) -> bool:
    """Whether words ask something: they begin as a question does, or end as one."""
    words = " ".join(words).split()
    return len(words) > 1 and (words[0].lower().replace("’", "'") in _ASKING or words[-1].endswith("?"))


def command_asked(words: Sequence[str], known: Container[str]) -> str | None:
    """The command for what "which resolutions" or "what dates" asks; None for another question."""
    asked = " ".join(words).lower().rstrip("?").split()
    if len(asked) != _BARE or asked[0] not in ("which", "what"):
        return None
    name = MEANT.get(asked[1], asked[1])
    return name if name in known else None


def is_address(word: str) -> bool:
    """Whether a word is an address in the web, and no file."""
    return word.startswith(_ADDRESSES) and not os.path.exists(word)


def text_named(word: str, *, alone: bool) -> bool:
    """Whether a word names a text to read: a file or a folder that is there, or an address.

    One that may be a word of a query, so not `alone`, needs a dot or a slash to be a file, a slash to be a folder.
    """
    if is_address(word):
        return True
    if alone:
        return os.path.exists(word)
    folder = word in (".", "..") or (os.sep in word and os.path.isdir(word))
    return folder or (os.path.isfile(word) and ("." in word or os.sep in word))


def how_to_read(ctx: click.Context, texts: Sequence[str]) -> str:
    """What to write for these words, which name texts, to be read."""
    if address := next(filter(is_address, texts), None):
        return f"{address} is a web address, and unami uses no network. {how_to_fetch(ctx, address)}"
    from shlex import quote

    line = _complete(ctx, typed(ctx, without=set(texts)))
    if len(texts) == 1:
        kind = "folder" if os.path.isdir(texts[0]) else "file"
        return f"{texts[0]} is a {kind}. To read it: {line} -a {quote(texts[0])}"
    words: list[str] = ctx.find_root().meta.get(TYPED, [])
    named = [word for before, word in pairwise(words) if before in ("-a", "--article")]
    homes = {os.path.dirname(text) or "." for text in (*texts, *named)}
    bare = _complete(ctx, typed(ctx, without={*texts, *named, "-a", "--article"}))
    whole = f"; or all of their folder: {bare} -a {quote(homes.pop())}" if len(homes) == 1 else ""
    several = len(texts) > _MOST_NAMED
    told = f"{', '.join(texts[:2])} and {len(texts) - 2} more" if several else " and ".join(texts)
    each = "-a FILE -a FILE" if several else " ".join(f"-a {quote(text)}" for text in texts)
    return f"{told} are files. To read them: {line} {each}{whole}"


def how_to_fetch(ctx: click.Context | None, address: str) -> str:
    """The line that reads what is at an address."""
    from shlex import quote

    line = _complete(ctx, typed(ctx, without={address, "-a", "--article"})) if ctx else "unami"
    return f"Fetch it first: curl -sL {quote(address)} | {line} -a -"


def _complete(ctx: click.Context, line: str) -> str:
    """The line with a stand-in for the words that its command cannot do without."""
    needed = any(param.required for param in ctx.command.params if isinstance(param, click.Argument))
    return f"{line} WORDS" if needed and len(line.split()) == _BARE else line


def looked_for(ctx: click.Context) -> str:
    """The command line as a search."""
    return typed(ctx).replace("unami ", "unami search ", 1)


def typed(ctx: click.Context, without: Set[str] = frozenset()) -> str:
    """The command line as it was typed, without these words."""
    from shlex import quote

    words: list[str] = ctx.find_root().meta.get(TYPED, [])
    return " ".join(["unami", *(quote(word) for word in words if word not in without)])
