"""The shells' side of completion: their scripts, where these belong, and how a line of theirs is read and answered."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from click import shell_completion as click_shells

from unami_cli.values import Value

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem, ShellComplete

VARIABLE = "_UNAMI_COMPLETE"
"""The environment variable by which a script asks."""

# Several candidates are listed with their help; the last one left is put into the line without it. Readline puts in
# what all of them begin with, so the help may stand behind the values as long as these differ.
_BASH = """\
# bash completion for unami; written by `unami completion bash`
_unami() {
    local line pad value about wide=0 IFS=$'\\n'
    local -a values=() abouts=()
    while IFS=$'\\t' read -r value about; do
        case $value in
            :file:) compopt -o default; COMPREPLY=(); return ;;
        esac
        values+=("$value") abouts+=("$about")
        (( ${#value} > wide )) && wide=${#value}
    done < <(_UNAMI_COMPLETE=bash_complete COMP_LINE=${COMP_LINE:0:COMP_POINT} COMP_BREAKS=$COMP_WORDBREAKS \
"$1" 2>/dev/null)
    COMPREPLY=()
    if (( ${#values[@]} > 1 )) && [[ $COMP_TYPE == 63 || $COMP_TYPE == 9 ]]; then
        local number
        for number in "${!values[@]}"; do
            line=${values[number]}
            printf -v pad '%*s' $(( wide - ${#line} )) ''
            [[ -n ${abouts[number]} ]] && line+="$pad  (${abouts[number]})"
            COMPREPLY+=("$line")
        done
    elif (( ${#values[@]} )); then
        COMPREPLY=("${values[@]}")
    fi
    [[ ${#values[@]} == 1 && ${values[0]} == *: ]] && compopt -o nospace
    return 0
}
complete -o nosort -F _unami unami
"""

_ZSH = """\
#compdef unami
# zsh completion for unami; written by `unami completion zsh`
_unami() {
    local value about
    local -a values abouts listed
    while IFS=$'\\t' read -r value about; do
        if [[ $value == :file: ]]; then
            _files
            return
        fi
        values+=("$value")
        abouts+=("$about")
    done < <(_UNAMI_COMPLETE=zsh_complete COMP_WORDS="${(F)words[1,CURRENT]}" "${words[1]}" 2>/dev/null)
    (( $#values )) || return 1
    local number wide=${#${(O@)values//?/x}[1]} suffix=' '
    for number in {1..$#values}; do
        listed+=("${(r:wide:)values[number]}${abouts[number]:+  -- $abouts[number]}")
    done
    [[ $#values == 1 && $values[1] == *: ]] && suffix=''
    compadd -Q -l -V unami -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -S "$suffix" -d listed -a values
}
if [[ "$funcstack[1]" == _unami ]]; then
    _unami "$@"
else
    compdef _unami unami
fi
"""

_FISH = """\
# fish completion for unami; written by `unami completion fish`
function __unami_complete
    set -l before (string join \\n -- (commandline -opc) | string collect)
    set -l last (commandline -ct | string collect)
    for line in (_UNAMI_COMPLETE=fish_complete COMP_WORDS="$before" COMP_LAST="$last" unami 2>/dev/null)
        if test "$line" = :file:
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete --no-files --keep-order --command unami --arguments '(__unami_complete)'
"""


def _asked(cli: ShellComplete, words: list[str]) -> list[tuple[str, str]]:
    """The candidates for the last of the words, with their help; `--name=` stays before a value."""
    incomplete = words[-1] if len(words) > 1 else ""
    option, equals, _ = incomplete.partition("=")
    before = f"{option}=" if equals and option.startswith("--") else ""
    found = cli.get_completions(words[1:-1], incomplete)
    if any(item.type in ("file", "dir") for item in found):
        return [(":file:", "")]
    return [(f"{before}{item.value}", _flat(item.help or "")) for item in found]


def _flat(text: str) -> str:
    from unami_cli.output.safe import flat

    return flat(text).replace("\N{REPLACEMENT CHARACTER}", "")


def _listed(found: list[tuple[str, str]]) -> str:
    return "\n".join(f"{value}\t{about}" if about else value for value, about in found)


class _Lines(click_shells.ShellComplete):
    """A shell whose script hands the words of a line over, one a line, the last one unfinished."""

    def complete(self) -> str:
        """A candidate a line, its help behind a tab."""
        return _listed(_asked(self, [_unquoted(word) for word in os.environ["COMP_WORDS"].split("\n")]))

    def get_completion_args(self) -> tuple[list[str], str]:
        """Not asked: `complete` reads the words."""
        return [], ""

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Not asked: `complete` prints the candidates."""
        return item.value


class Zsh(_Lines):
    """zsh."""

    name = "zsh"
    source_template = _ZSH


class Fish(_Lines):
    """fish, which hands its words over without quotation marks."""

    name = "fish"
    source_template = _FISH

    def complete(self) -> str:
        """A candidate a line, its help behind a tab; the unfinished word comes apart, as it may be empty."""
        words = [*os.environ["COMP_WORDS"].split("\n"), os.environ.get("COMP_LAST", "")]
        return _listed(_asked(self, [_unquoted(word) for word in words]))


class Bash(_Lines):
    """bash, whose own parting of words at ":" and "=" is undone."""

    name = "bash"
    source_template = _BASH

    def complete(self) -> str:
        """A candidate a line, less what bash takes for words before it."""
        line, breaks = os.environ["COMP_LINE"], os.environ.get("COMP_BREAKS", "")
        words = click_shells.split_arg_string(line)
        if not line or (line[-1].isspace() and not _open(line)):
            words.append("")
        inside = "".join(sign for sign in ":=" if sign in breaks)
        found = re.match(f".*[{inside}]", words[-1]) if inside else None
        before = found.group() if found else ""
        return _listed([(value.removeprefix(before), about) for value, about in _asked(self, words)])


def _unquoted(word: str) -> str:
    """What a word typed so far means: its quotation marks and backslashes taken off."""
    return next(iter(click_shells.split_arg_string(word)), "") if any(sign in word for sign in "\"'\\") else word


def _open(line: str) -> bool:
    """Whether the line ends within quotation marks."""
    import shlex

    try:
        shlex.split(line)
    except ValueError:
        return True
    return False


def script(shell: str) -> str:
    """The completion script of a shell: bash, zsh, fish or powershell."""
    if shell == "powershell":
        from unami_cli.cli.app import unami

        return click_shells.PowerShellComplete(unami, {}, "unami", VARIABLE).source()
    return {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}[shell]


def register() -> None:
    """Let click answer these shells this way."""
    for shell in (Bash, Zsh, Fish):
        click_shells.add_completion_class(shell)


_BEGIN, _END = "# >>> unami completion >>>", "# <<< unami completion <<<"


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
            folder = os.path.join(data, "zsh", "site-functions")
            rc = os.path.join(os.environ.get("ZDOTDIR") or _home(), ".zshrc")
            return Place(os.path.join(folder, "_unami"), rc, _ZSH_LINES.format(folder=_quoted(folder)))
        case _:
            path = os.path.join(data, "unami", "completion.ps1")
            quoted = path.replace("'", "''")
            return Place(path, _profile(config), f". '{quoted}'")


# Before the user's compinit the folder is enough; after it, compdef; without any, compinit is run here.
_ZSH_LINES = """\
fpath=({folder} $fpath)
(( $+functions[compdef] )) || {{ autoload -Uz compinit && compinit }}
autoload -Uz _unami && compdef _unami unami"""


def install(where: Place, script: str) -> None:
    """Write the script, and the lines that name it. Raises `OSError` when that may not be."""
    os.makedirs(os.path.dirname(where.script), exist_ok=True)
    with open(where.script, "w", encoding="utf-8", newline="\n") as file:
        file.write(script)
    if where.rc:
        os.makedirs(os.path.dirname(where.rc), exist_ok=True)
        before = _without(_read(where.rc))
        gap = "\n" if before and not before.endswith("\n") else ""
        _write(where.rc, f"{before}{gap}{_BEGIN}\n{where.lines}\n{_END}\n")


def uninstall(where: Place) -> bool:
    """Take both away again; False when there was nothing of ours."""
    found = os.path.lexists(where.script)
    if found:
        os.remove(where.script)
    text = _read(where.rc) if where.rc else ""
    if _without(text) == text:
        return found
    if _without(text):
        _write(where.rc, _without(text))
    else:
        os.remove(where.rc)
    return True


def _without(text: str) -> str:
    """The text without our lines; what is between two marks of which one is missing stays."""
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
    with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
        file.write(text)


def _home(*parts: str) -> str:
    return os.path.join(os.path.expanduser("~"), *parts)


def _quoted(path: str) -> str:
    import shlex

    return shlex.quote(path)


def _profile(config: str) -> str:
    """PowerShell's own word for its profile, else where it stands unless it was moved."""
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
