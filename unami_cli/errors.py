"""The one family of exceptions that `unami` raises; each says what is wrong, where, and what to do."""

from __future__ import annotations


class UnamiError(Exception):
    """Something the user can fix; `str()` is one sentence fit for stderr."""


def reason(error: Exception) -> str:
    """What the system says about an error, as the middle of a sentence."""
    told = str(getattr(error, "strerror", None) or error)
    return told[:1].lower() + told[1:]


class UnreadableArticle(UnamiError):
    """A file or stream that is not an article: missing, a folder without texts, binary, or not decodable."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(where, what, remedy)
        self.where, self.what, self.remedy = where, what, remedy

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


class BadQuery(UnamiError):
    """A query, date or id that cannot be understood."""

    def __init__(self, query: str, what: str, remedy: str) -> None:
        super().__init__(query, what, remedy)
        self.query, self.what, self.remedy = query, what, remedy

    def __str__(self) -> str:
        return f"{self.query!r}: {self.what}; {self.remedy}"


class BrokenData(UnamiError):
    """A data file of the package that is missing or damaged: a broken installation."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"{self.name}: this data file of the package is missing or damaged; install unami-cli again"
