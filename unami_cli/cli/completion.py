"""`unami completion`, and completion itself: the scripts of shells, and what they are told at TAB; without rich."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click
from click.shell_completion import (
    CompletionItem,
    PowerShellComplete,
    ShellComplete,
    add_completion_class,
    split_arg_string,
)

from unami_cli.cli import opening
from unami_cli.cli.app import ABOUT, command, unami
from unami_cli.cli.asking import label
from unami_cli.cli.options import Settings
from unami_cli.cli.talk import ExitCode, say
from unami_cli.errors import UnamiError
from unami_cli.output.screen import one_line
from unami_cli.values import Value

if TYPE_CHECKING:
    from unami_cli.model import Organization, Person, Record
    from unami_cli.table import FactTable

    Offers = Iterable[tuple[str, str]]
    """What may stand at the cursor, each with a remark, "" for none."""

VARIABLE = "_UNAMI_COMPLETE"
"""The environment variable by which a script asks."""

SHELLS = ("bash", "zsh", "fish", "powershell")

_BEGIN, _END = "# >>> unami completion >>>", "# <<< unami completion <<<"
_HELP = 60
_KEYS = (
    ("kind:", "person, resolution, organization, fact, date, figure or quote"),
    ("by:", "said by somebody of that name"),
    ("since:", "with a date on or after: 2017, 2017-12, 2017-12-31"),
    ("until:", "with a date on or before"),
    ("in:", "in one article: its id, file or title"),
)
_KINDS = ("person", "resolution", "organization", "fact", "date", "figure", "quote")


@command(
    ("unami completion zsh --install", "install it for zsh"),
    ("unami completion bash > unami.bash", "only print the script"),
    ("unami completion fish --uninstall", "remove it again"),
    shared=(),
)
@click.argument("shell", type=click.Choice(SHELLS), required=False, help="Default: the shell in $SHELL.")
@click.option("--install", is_flag=True, help="Write it where the shell looks for it.")
@click.option("--uninstall", is_flag=True, help="Remove what --install wrote.")
def completion(settings: Settings, shell: str | None, install: bool, uninstall: bool) -> ExitCode:
    """Print the script of a shell, put it in its place, or take it away."""
    name = shell or _own_shell()
    if install and uninstall:
        raise click.UsageError("--install and --uninstall cannot be used together.")
    if not (install or uninstall):
        click.echo(script(name), nl=False)
        return ExitCode.FOUND
    where = place(name)
    if uninstall:
        found = taken_away(where)
        say(f"Removed: {_files(where)}." if found else f"There was nothing to remove at {_files(where)}.")
        return ExitCode.FOUND if found else ExitCode.NOTHING
    put(where, script(name))
    say(f"Installed: {_files(where)}. It works the next time you open {name}.")
    if where.remark:
        say(where.remark)
    return ExitCode.FOUND


def _files(where: Place) -> str:
    return where.script + (f" and its lines in {where.rc}" if where.rc else "")


def _own_shell() -> str:
    name = os.path.basename(os.environ.get("SHELL", "")).removesuffix(".exe")
    if name == "pwsh":
        return "powershell"
    if name not in SHELLS:
        raise click.UsageError(f"Name the shell: {', '.join(SHELLS)}.")
    return name


# Several candidates are listed with their help; the last one left is put into the line without it. Readline puts in
# what all of them begin with, so the help may stand after the values in bash as long as these differ.
def script(shell: str) -> str:
    """The completion script of a shell: bash, zsh, fish or powershell.

    Click's own is used only for PowerShell. With those that it has for the others (8.5) bash shows no names beside
    ids, zsh completes no option after a command, and none of the three completes `--format=m`, as tests in real
    shells show.
    """
    if shell == "powershell":
        return PowerShellComplete(unami, {}, "unami", VARIABLE).source()
    with open(os.path.join(os.path.dirname(__file__), "scripts", f"unami.{shell}"), encoding="utf-8") as file:
        return file.read()


class Place(Value):
    """The file of a shell's script; `rc` is the file that has to name it and `lines` what it says, "" where none."""

    script: str
    rc: str = ""
    lines: str = ""
    remark: str = ""


def place(shell: str) -> Place:
    """Where the script of bash, zsh, fish or powershell belongs, by HOME, ZDOTDIR and the XDG variables."""
    data = os.environ.get("XDG_DATA_HOME") or _home(".local", "share")
    config = os.environ.get("XDG_CONFIG_HOME") or _home(".config")
    match shell:
        case "bash":
            base = os.environ.get("BASH_COMPLETION_USER_DIR", "").split(":")[0]
            folder = base or os.path.join(data, "bash-completion")
            path = os.path.join(folder, "completions", "unami")
            return Place(path, remark=f"It needs the package bash-completion; without it, add to ~/.bashrc: . {path}")
        case "fish":
            return Place(os.path.join(config, "fish", "completions", "unami.fish"))
        case "zsh":
            from shlex import quote

            folder = os.path.join(data, "zsh", "site-functions")
            rc = os.path.join(os.environ.get("ZDOTDIR") or _home(), ".zshrc")
            return Place(os.path.join(folder, "_unami"), rc, _ZSH_LINES.format(folder=quote(folder)))
        case _:
            path = os.path.join(data, "unami", "completion.ps1")
            quoted = path.replace("'", "''")
            return Place(path, _profile(config), f". '{quoted}'")


# Before the user's compinit the folder is enough; after it, compdef; without any, compinit is run here.
_ZSH_LINES = """\
fpath=({folder} $fpath)
(( $+functions[compdef] )) || {{ autoload -Uz compinit && compinit }}
autoload -Uz _unami && compdef _unami unami"""


def put(where: Place, script: str) -> None:
    """Write the script, and the lines that name it. Raises `OSError` when that may not be."""
    _write(where.script, script)
    if where.rc:
        before = _without(_read(where.rc))
        gap = "\n" if before and not before.endswith("\n") else ""
        _write(where.rc, f"{before}{gap}{_BEGIN}\n{where.lines}\n{_END}\n")


def taken_away(where: Place) -> bool:
    """Take both away again; False when there was nothing of ours."""
    found = os.path.lexists(where.script)
    if found:
        os.remove(where.script)
    text = _read(where.rc) if where.rc else ""
    kept = _without(text)
    if kept == text:
        return found
    if kept:
        _write(where.rc, kept)
    else:
        os.remove(where.rc)
    return True


def _without(text: str) -> str:
    """The text without our lines; if one of the two marks is missing, all of it stays."""
    before, begin, rest = text.partition(f"{_BEGIN}\n")
    _, end, after = rest.partition(f"{_END}\n")
    return before + after if begin and end else text


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
        file.write(text)


def _home(*parts: str) -> str:
    return os.path.join(os.path.expanduser("~"), *parts)


def _profile(config: str) -> str:
    """What PowerShell says its profile is, else where it is unless it was moved."""
    import subprocess

    for program in ("pwsh", "powershell"):
        command = [program, "-NoProfile", "-NonInteractive", "-Command", "$PROFILE.CurrentUserAllHosts"]
        try:
            told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20).stdout.strip()
        except (OSError, subprocess.TimeoutExpired):
            continue
        if told:
            return told
    if os.name == "nt":
        return _home("Documents", "PowerShell", "profile.ps1")
    return os.path.join(config, "powershell", "profile.ps1")


class Zsh(ShellComplete):
    """zsh, whose script hands over the words of a line, one per line, the last one unfinished."""

    name = "zsh"

    def source(self) -> str:
        """Its script."""
        return script(self.name)

    def typed(self) -> tuple[list[str], str]:
        """The words so far, and the beginning of the last one that the shell has already taken for words before it."""
        return [_unquoted(word) for word in os.environ["COMP_WORDS"].split("\n")], ""

    def complete(self) -> str:
        """What may stand at the cursor, one per line, the remark after a tab; `--name=` stays before a value."""
        words, taken = self.typed()
        incomplete = words[-1] if len(words) > 1 else ""
        option, equals, _ = incomplete.partition("=")
        before = f"{option}=" if equals and option.startswith("--") else ""
        found = self.get_completions(words[1:-1], incomplete)
        if any(item.type in ("file", "dir") for item in found):
            return ":file:"
        rows = (
            (
                f"{before}{item.value}".removeprefix(taken),
                one_line(item.help or "").replace("\N{REPLACEMENT CHARACTER}", ""),
            )
            for item in found
        )
        return "\n".join(f"{value}\t{about}" if about else value for value, about in rows if value)


class Fish(Zsh):
    """fish, whose unfinished word comes separately, as it may be empty."""

    name = "fish"

    def typed(self) -> tuple[list[str], str]:
        """The words before, and the unfinished one."""
        return [*super().typed()[0], _unquoted(os.environ.get("COMP_LAST", ""))], ""


class Bash(Zsh):
    """bash, whose own splitting of words at ":" and "=" is undone."""

    name = "bash"

    def typed(self) -> tuple[list[str], str]:
        """The words of the line, and the part of the last one before the sign at which bash splits it."""
        line, breaks = os.environ["COMP_LINE"], os.environ.get("COMP_BREAKS", "")
        words = split_arg_string(line)
        if not line or (line[-1].isspace() and not _is_open(line)):
            words.append("")
        end = max(words[-1].rfind(sign) + 1 if sign in breaks else 0 for sign in ":=")
        return words, words[-1][:end]


def _unquoted(word: str) -> str:
    """What a word typed so far means: its quotation marks and backslashes taken off."""
    return next(iter(split_arg_string(word)), "") if any(sign in word for sign in "\"'\\") else word


def _is_open(line: str) -> bool:
    """Whether the line ends within quotation marks."""
    import shlex

    try:
        shlex.split(line)
    except ValueError:
        return True
    return False


def register() -> None:
    """Let click answer these shells this way."""
    for shell in (Bash, Zsh, Fish):
        add_completion_class(shell)


def items(what: str, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
    """What `OFFERS` has of that name, for click, the remarks cut."""
    return [
        CompletionItem(value, help=about if len(about) <= _HELP else f"{about[: _HELP - 1].rstrip()}…")
        for value, about in OFFERS[what](ctx, incomplete)
    ]


def _ids(ctx: click.Context, incomplete: str) -> Offers:
    """Ids of any record, the name or the sentence as help; or words of names."""
    table = _table(ctx)
    named: tuple[Record, ...] = (*table.people, *table.organizations, *table.resolutions)
    begun = incomplete.lower()
    yield from ((one.id, label(one)) for one in (*named, *table.facts) if one.id.startswith(begun))
    yield from _words(named, incomplete) if incomplete else ()


def _speakers(ctx: click.Context, incomplete: str) -> Offers:
    table = _table(ctx)
    quoted = {quote.speaker for fact in table.facts for quote in fact.quotes}
    named: tuple[Person | Organization, ...] = (*table.people, *table.organizations)
    return _words([one for one in named if one.name in quoted], incomplete)


def _anything(ctx: click.Context, incomplete: str) -> Offers:
    """The keys of the query language, and words of all names; after `kind:` the kinds."""
    if incomplete.startswith("kind:"):
        return [(f"kind:{kind}", "") for kind in _KINDS if f"kind:{kind}".startswith(incomplete)]
    keys = [key for key in _KEYS if key[0].startswith(incomplete)]
    if not incomplete:
        return keys
    table = _table(ctx)
    return [*keys, *_words((*table.people, *table.organizations), incomplete)]


def _topics(ctx: click.Context, incomplete: str) -> Offers:
    """Commands and topics that there is help on."""
    from unami_cli.cli.help import TOPICS

    known = [*ABOUT.items(), *((topic, "") for topic in TOPICS)]
    return [(name, about) for name, about in known if name.startswith(incomplete)]


def _sort(ctx: click.Context, incomplete: str) -> Offers:
    """Names of the command's fields; after a comma those that are not there yet."""
    from unami_cli.output.columns import fields_of

    before, comma, begun = incomplete.rpartition(",")
    used = before.split(",")
    known = fields_of("mandate" if ctx.params.get("mandate") else ctx.command.name or "")
    return [(f"{before}{comma}{name}", about) for name, about in known if name.startswith(begun) and name not in used]


def _fields(ctx: click.Context, incomplete: str) -> Offers:
    """The same, and the word that lists them."""
    alone = "help".startswith(incomplete)  # after a comma it is not a field
    return [*_sort(ctx, incomplete), *([("help", "list them")] if alone else ())]


OFFERS: dict[str, Callable[[click.Context, str], Offers]] = {
    "ids": _ids,
    "people": lambda ctx, begun: _words(_table(ctx).people, begun),
    "organizations": lambda ctx, begun: _words(_table(ctx).organizations, begun),
    "speakers": _speakers,
    "numbers": lambda ctx, begun: [(r.number, label(r)) for r in _table(ctx).resolutions if r.number.startswith(begun)],
    "anything": _anything,
    "kinds": lambda ctx, begun: [(kind, "") for kind in _KINDS if kind != "fact" and kind.startswith(begun)],
    "topics": _topics,
    "fields": _fields,
    "sort": _sort,
}
"""By what arguments and options call it."""


def _table(ctx: click.Context) -> FactTable:
    """The table of the articles that the line names so far; an empty one if none can be had without asking."""
    from unami_cli.table import FactTable

    settings = ctx.ensure_object(Settings)
    if opening.STDIN in opening.sources(settings):
        return FactTable()
    try:
        return opening.opened(settings).table
    except (UnamiError, OSError):
        return FactTable()


def _words(records: Iterable[Record], incomplete: str) -> Iterator[tuple[str, str]]:
    """The words of names that begin so, accents or not, each with the names that hold it.

    Only words of letters: a shell would take some other signs for its own.
    """
    from unami_cli.folding import fold

    begun = fold(incomplete)
    holders: dict[str, list[str]] = {}
    for record in records:
        name = label(record)
        for word in {*name.split(), *(word for alias in getattr(record, "aliases", ()) for word in alias.split())}:
            bare = word.strip("()[],.;:’'\"“”")
            if len(bare) > 1 and _plain(bare) and fold(bare).startswith(begun):
                as_typed = bare.casefold().startswith(incomplete.casefold())
                holders.setdefault(bare if as_typed else fold(bare), []).append(f"{record.id} {name}")
    for word in sorted(holders):
        yield word, ", ".join(dict.fromkeys(holders[word]))


def _plain(word: str) -> bool:
    """Whether a word is safe in any shell and not a small one ("of", "and")."""
    return (
        (len(word) > 3 or not word.islower())
        and all(sign.isalnum() or sign in "-’." for sign in word)
        and word[0].isalnum()
    )
