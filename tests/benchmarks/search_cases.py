"""The questions of the search benchmark, drawn with a fixed seed from the texts, and what would be a right answer."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rapidfuzz.distance import OSA

from unami_cli import lexicon
from unami_cli.folding import name_words, words
from unami_cli.lookup.wordforms import stem
from unami_cli.model import Organization, Person
from unami_cli.table import FactTable

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VARIANTS = (
    ("mohammed", "muhammad"), ("mohamed", "mohammad"), ("mohammad", "mohamed"), ("hussein", "hussain"),
    ("al-", "el-"), ("al-", "as-"), ("al-", "al "), ("al-", "al"), ("ahmed", "ahmad"), ("y", "i"), ("i", "y"),
    ("kh", "h"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("u", "ou"), ("ee", "i"), ("ss", "s"), ("ll", "l"),
    ("bb", "b"), ("nn", "n"), ("ei", "ai"), ("e", "a"), ("o", "u"), ("ph", "f"),
)  # fmt: skip

_ARABIC_GIVEN = ("Mohammed", "Ahmed", "Hussein", "Khaled", "Abdel Fattah", "Nouri", "Yousef", "Omar", "Ibrahim",
                 "Mahmoud", "Ayatollah Ali", "Faisal", "Qasim", "Moustafa", "Fouad", "Haider", "Saeed")  # fmt: skip
_ARABIC_FAMILY = ("Al-Maliki", "Al-Jubouri", "El-Sisi", "Al-Zarqawi", "Al-Khatib", "As-Sadr", "Allawi", "Barzani",
                  "Talabani", "Al-Sistani", "Abdullah", "Al-Dulaimi", "Salih", "Al-Hakim", "Al-Nujaifi")  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A query and the ids of the records of which any is a right first hit; none means that nothing is right."""

    query: str
    right: frozenset[str]


class Cases:
    """Every class of questions on one table; `limit` of each at most."""

    def __init__(self, table: FactTable, seed: int = 7, limit: int = 250) -> None:
        self.table, self.limit, self.draw = table, limit, random.Random(seed)  # noqa: S311
        self.holding: dict[str, set[str]] = {}
        for fact in table.facts:
            for word in words(re.sub(r"['’]s\b", "", fact.text)):
                self.holding.setdefault(word, set()).add(fact.id)
        for record in (*table.people, *table.organizations):
            roles = [role.text for role in record.roles] if isinstance(record, Person) else []
            for word in {w for name in (record.name, *record.aliases, *roles) for w in words(name)}:
                self.holding.setdefault(word, set()).add(record.id)
        for resolution in table.resolutions:
            for word in ("resolution", "resolutions", "security", "council", resolution.number):
                self.holding.setdefault(word, set()).add(resolution.id)
        self.plain = sorted(w for w in self.holding if len(w) >= 5 and w.isalpha() and w in lexicon.words("english"))

    def by_class(self) -> dict[str, list[Case]]:
        edits = {kind: self._typos(self.plain, kind, 5) for kind in ("left out", "put in", "changed", "swapped")}
        return {
            "codespell, one slip": self._codespell(one=True),
            "codespell, all": self._codespell(one=False),
            **{f"word, letter {kind}": cases for kind, cases in edits.items()},
            "word, a slip to another word": self._other_words(),
            "word, two slips": self._twice(),
            "word, first letters": self._prefixes(),
            "name, bare letters": self._names(lambda name: " ".join(words(name))),
            "name, one slip": self._names(self._slip),
            "name, two slips": self._names(lambda name: self._slip(self._slip(name))),
            "name, transliterated": self._transliterated(),
            "name, other order": self._names(lambda name: " ".join(reversed(words(name)))),
            "name, joined": self._names(lambda name: "".join(words(name)[-2:])),
            "name, last word": self._names(lambda name: words(name)[-1]),
            "name, last word slipped": self._names(lambda name: self._edit(words(name)[-1], ""), 5),
            "name, first letters": self._names(lambda name: " ".join([*words(name)[:-1], words(name)[-1][:4]])),
            "words of a sentence": self._sentences(slips=False),
            "words, one slipped": self._sentences(slips=True),
            "acronyms": self._acronyms(),
            "numbers": self._numbers(),
            "dates in words": self._dates(),
            "resolutions": self._resolutions(),
        }

    def absent(self, listed: Path) -> list[Case]:
        """Names, words and numbers that are in no record, as a whole or as the beginning of a word."""
        every = [line for line in listed.read_text().splitlines() if line and not line.startswith("#")]
        known = sorted(self.holding)

        def holds(query: str) -> bool:
            return all(any(word.startswith(part) for word in known) for part in name_words(query))

        return [Case(query, frozenset()) for query in every if not holds(query)]

    def drawn(self, kind: str) -> list[Case]:
        """English words ("english") or names ("names") drawn from the word lists, less those that the texts hold.

        Only what is there is left out (the word, a beginning or another ending of it): near misses stay in. The
        English words are of the list that search itself takes at its word, so that their row is no independent test.
        """
        given, family = _listed("given_names"), _listed("surnames")
        if kind == "names":
            every = [f"{self.draw.choice(given)} {self.draw.choice(family)}" for _ in range(250)]
        elif kind.startswith("surnames"):
            every = [name for name in self.draw.sample(family, 400) if len(name) > 3][:250]
        else:
            every = [word for word in self.draw.sample(_listed("english"), 400) if len(word) > 3][:250]
        stems = {stem(word) for word in self.holding}
        spelt = str.title if kind == "surnames" else str
        return [Case(spelt(q), frozenset()) for q in every if not all(self._holds(w, stems) for w in q.split())]

    def _holds(self, word: str, stems: set[str]) -> bool:
        return stem(word) in stems or any(known.startswith(word) for known in self.holding)

    def _take(self, cases: Iterator[Case] | list[Case]) -> list[Case]:
        every = list(dict.fromkeys(cases))
        return sorted(self.draw.sample(every, min(self.limit, len(every))), key=lambda case: case.query)

    def _codespell(self, one: bool) -> list[Case]:
        import codespell_lib

        lines = (Path(codespell_lib.__file__).parent / "data" / "dictionary.txt").read_text().splitlines()
        pairs = (line.split("->") for line in lines if "," not in line)
        return self._take(
            Case(wrong, frozenset(self.holding[right]))
            for wrong, right in pairs
            if right in self.holding and len(right) > 3 and wrong not in self.holding and wrong.isalpha()
            if not one or OSA.distance(wrong, right) == 1
        )

    def _typos(self, pool: list[str], kind: str, shortest: int) -> list[Case]:
        pairs = ((self._edit(word, kind), word) for word in pool if len(word) >= shortest)
        return self._take(Case(typo, frozenset(self.holding[w])) for typo, w in pairs if self._is_slip(typo))

    def _other_words(self) -> list[Case]:
        """The slips that the classes above leave out: they make another English word, which the texts lack."""
        pairs = ((self._edit(word, ""), word) for word in self.plain for _ in range(4))
        return self._take(
            Case(typo, frozenset(self.holding[word]))
            for typo, word in pairs
            if typo not in self.holding and typo in lexicon.words("english")
        )

    def _is_slip(self, typo: str) -> bool:
        """Whether a changed word is no word: "word" for "world" is another question, not a slip that shows."""
        return typo not in self.holding and typo not in lexicon.words("english")

    def _twice(self) -> list[Case]:
        pairs = ((self._edit(self._edit(word, ""), ""), word) for word in self.plain if len(word) >= 8)
        return self._take(Case(typo, frozenset(self.holding[w])) for typo, w in pairs if self._is_slip(typo))

    def _edit(self, word: str, kind: str) -> str:
        """One slip of a kind ("" is any) anywhere but at the very end."""
        if len(word) < 4:
            return word
        at = self.draw.randrange(len(word) - 1)
        letter = self.draw.choice(_LETTERS.replace(word[at], ""))
        return {
            "left out": word[:at] + word[at + 1 :],
            "put in": word[:at] + letter + word[at:],
            "changed": word[:at] + letter + word[at + 1 :],
            "swapped": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        }[kind or self.draw.choice(("left out", "put in", "changed", "swapped"))]

    def _slip(self, name: str) -> str:
        """A name with a slip in one of its words of four letters and more."""
        every = name.split()
        long = [at for at, word in enumerate(every) if len(word) > 3 and word.isalpha()]
        if long:
            at = self.draw.choice(long)
            every[at] = self._edit(every[at].lower(), "")
        return " ".join(every)

    def _prefixes(self) -> list[Case]:
        found = ((word[: max(4, len(word) * 2 // 3)], word) for word in self.plain if len(word) > 6)
        every = sorted(self.holding)
        return self._take(
            Case(start, frozenset(id for w in every if w.startswith(start) for id in self.holding[w]))
            for start, _ in found
        )

    def _names(self, changed: Callable[[str], str], shortest: int = 1) -> list[Case]:
        """Every person of two words and more, the last of them of `shortest` letters, by a changed name."""
        people = [p for p in self.table.people if len(p.name.split()) > 1 and len(words(p.name)[-1]) >= shortest]
        return self._take([Case(changed(p.name), self._same(changed(p.name), p)) for p in people])

    def _same(self, query: str, person: Person) -> frozenset[str]:
        """The person and, when the query is but the last word, those who share it."""
        last = name_words(person.name)[-1]
        alone = len(name_words(query)) == 1
        return frozenset(p.id for p in self.table.people if p == person or (alone and last in name_words(p.name)))

    def _transliterated(self) -> list[Case]:
        cases = []
        for person in self.table.people:
            name = " ".join(person.name.lower().split())
            if len(name.split()) > 1:
                changed = [name.replace(old, new, 1) for old, new in _VARIANTS if old in name]
                cases += [Case(variant, frozenset({person.id})) for variant in changed if variant != name]
        return self._take(cases)

    def _sentences(self, slips: bool) -> list[Case]:
        cases = []
        for fact in self.table.facts:
            pool = sorted({w for w in words(fact.text) if w in self.plain and len(w) > 5})
            if len(pool) < 3:
                continue
            chosen = self.draw.sample(pool, 3)
            right = frozenset.intersection(*(frozenset(self.holding[w]) for w in chosen))
            if slips:
                chosen[0] = self._edit(chosen[0], "")
            cases += [Case(" ".join(chosen), right)] if right else []
        return self._take(cases)

    def _acronyms(self) -> list[Case]:
        bodies: list[Organization] = list(self.table.organizations)
        pairs = [(name, b) for b in bodies for name in (b.name, *b.aliases) if len(name) < 8 and name.isalpha()]
        return self._take(
            [
                Case(form, frozenset(b.id for n, b in pairs if n.casefold() == name.casefold()))
                for name, _ in pairs
                if name.isupper()
                for form in (name, name.lower())
            ]
        )

    def _numbers(self) -> list[Case]:
        return self._take(
            [Case(word, frozenset(ids)) for word, ids in sorted(self.holding.items()) if word[0].isdigit()]
        )

    def _dates(self) -> list[Case]:
        months = [datetime(2000, month, 1).strftime("%B").lower() for month in range(1, 13)]
        cases: dict[str, set[str]] = {}
        for fact in self.table.facts:
            for date in fact.dates:
                stated = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", date.resolved)
                if stated:
                    year, month, day = stated[1], months[int(stated[2]) - 1], stated[3]
                    forms = [f"{month} {year}"]
                    forms += [f"{month} {int(day)}", f"{int(day)} {month} {year}", date.resolved] if day else []
                    for form in forms:
                        cases.setdefault(form, set()).add(fact.id)
        return self._take([Case(query, frozenset(ids)) for query, ids in cases.items()])

    def _resolutions(self) -> list[Case]:
        forms = ("{}", "res {}", "resolution {}", "S/RES/{}", "UNSCR {}", "security council resolution {}")
        return self._take([Case(f.format(r.number), frozenset({r.id})) for r in self.table.resolutions for f in forms])


def made_up_people(count: int) -> list[Person]:
    """People with names of the word lists, half of them Arabic ones with their articles."""
    draw = random.Random(count)  # noqa: S311
    given, family = _listed("given_names"), _listed("surnames")
    names: dict[str, None] = {}
    while len(names) < count // 2:
        first, last = draw.choice(given), draw.choice(family)
        if min(len(first), len(last)) > 3:
            names[f"{first} {last}".title()] = None
    while len(names) < count:
        names[f"{draw.choice(_ARABIC_GIVEN)} {draw.choice(_ARABIC_FAMILY)}"] = None
    return [Person(f"p9{number}", name, (), (), ()) for number, name in enumerate(names)]


def _listed(name: str) -> list[str]:
    return [line for line in lexicon.data_bytes(f"{name}.txt").decode().splitlines() if line.isalpha()]
