"""What words mean that belong neither to a query nor to a command: texts, web addresses, other words for a command."""

from __future__ import annotations

import os
from collections.abc import Container, Sequence

import click

from unami_cli.cli.options import READ, SECTIONS, TYPED, Shared, shared

MEANT = {
    **dict.fromkeys(("organisations", "organisation", "organization", "orgs", "org", "bodies"), "organizations"),
    **dict.fromkeys(("person", "persons", "name", "names", "role", "roles", "who"), "people"),
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
_BARE = 2  # words of a question that asks only for a noun; a command without words is one word less
_STAND_INS = ["FILE", "FILE"]
"""For texts too many to be named."""
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
    """Whether a word is a web address, and not a file."""
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


class Typed:
    """A command line as it was typed: its words, its options with their values, and the texts that it names."""

    def __init__(self, ctx: click.Context | None) -> None:
        every: list[str] = ctx.find_root().meta.get(TYPED, []) if ctx else []
        places = set(places_of_words(every))
        self.words = [every[at] for at in sorted(places)]
        self.options, self.articles = list[str](), list[str]()
        rest = iter([word for at, word in enumerate(every) if at not in places])
        for option in rest:
            name, equals, value = option.partition("=")
            if name not in ("-a", "--article"):
                self.options.append(option)
            elif text := value if equals else next(rest, ""):
                self.articles.append(text)
        needed = [param for param in ctx.command.params if isinstance(param, click.Argument)] if ctx else []
        self.reads = ctx is None or any(
            isinstance(param, Shared) and param.section == READ for param in ctx.command.params
        )
        self.needs_words = any(param.required for param in needed)

    def line(self, articles: Sequence[str], without: Sequence[str] = ()) -> str:
        """The line for these texts, its words but those; a stand-in where its command cannot do without words."""
        from shlex import quote

        words = [word for word in self.words if word not in without]
        lacking = ["WORDS"] if self.needs_words and len(words) < _BARE else []
        each = (part for text in articles for part in ("-a", text if text in _STAND_INS else quote(text)))
        return " ".join(["unami", *map(quote, (*words, *self.options)), *lacking, *each])


def places_of_words(args: Sequence[str]) -> list[int]:
    """Where words stand among options and their values."""
    valued = {name for option in shared(SECTIONS) if not option.is_flag for name in option.opts}
    pairs = enumerate(zip(["", *args], args, strict=False))
    return [at for at, (before, word) in pairs if (word[:1] != "-" or word == "-") and before not in valued]


def how_to_read(ctx: click.Context, texts: Sequence[str]) -> str:
    """What to write for these words, which name texts, to be read."""
    if address := next(filter(is_address, texts), None):
        return f"{address} is a web address, but unami uses no network. Fetch it first: {how_to_fetch(ctx, address)}"
    typed = Typed(ctx)
    if len(texts) == 1:
        kind = "folder" if os.path.isdir(texts[0]) else "file"
        return f"{texts[0]} is a {kind}. To read it: {typed.line([*typed.articles, *texts], texts)}"
    several = len(texts) > _MOST_NAMED
    told = f"{', '.join(texts[:2])} and {len(texts) - 2} more" if several else " and ".join(texts)
    line = typed.line(_STAND_INS if several else [*typed.articles, *texts], texts)
    homes = {os.path.dirname(text) or "." for text in (*texts, *typed.articles)}
    whole = f"; or all of their folder: {typed.line(list(homes), texts)}" if len(homes) == 1 else ""
    return f"{told} are files. To read them: {line}{whole}"


def how_to_fetch(ctx: click.Context | None, address: str) -> str:
    """The line that reads what is at an address."""
    from shlex import quote

    typed = Typed(ctx)
    if address in typed.words and not typed.reads:
        line = typed.line(typed.articles, []).replace(quote(address), "-", 1)
        return f"curl -sL {quote(address)} | {line}"
    articles = ["-", *(text for text in typed.articles if text != address)]
    return f"curl -sL {quote(address)} | {typed.line(articles, [address])}"


def looked_for(ctx: click.Context) -> str:
    """The command line as a search."""
    typed = Typed(ctx)
    command = f"unami {ctx.command.name} " if ctx.parent else "unami "
    return typed.line(typed.articles).replace(command, "unami search ", 1)
