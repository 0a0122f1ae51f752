"""Where shells look for completion scripts, and putting ours there and away again."""

from __future__ import annotations

import os

from unami_cli.values import Value

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
