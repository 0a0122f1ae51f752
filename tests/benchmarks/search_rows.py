"""The tables and rows that the search benchmark asks: the annotated articles' sentences, names and numbers."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

from unami_cli.model import (
    Article,
    Comparator,
    Date,
    Fact,
    Figure,
    Mention,
    Organization,
    Person,
    Quote,
    Record,
    Resolution,
    Role,
)
from unami_cli.table import FactTable

_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][”\"’]?(?=\s|$)|(?=\n|$))")


def annotated(folders: list[Path]) -> FactTable:
    """A table of the gold annotations of every article in the folders."""
    table = _Annotations()
    for gold in sorted(path for folder in folders for path in folder.glob("*.json")):
        table.add(gold.with_suffix(".txt").read_text(), json.loads(gold.read_text()))
    return table.frozen()


def rows(table: FactTable) -> list[tuple[str, Record]]:
    """Each record as one line of text, for the engines that know lines only."""
    named: tuple[Person | Organization, ...] = (*table.people, *table.organizations)
    lines: list[tuple[str, Record]] = [(" ".join((r.name, *r.aliases)), r) for r in named]
    lines += [(f"Resolution {r.number} {r.symbol}", r) for r in table.resolutions]
    return lines + [(" ".join(fact.text.split()), fact) for fact in table.facts]


def large(table: FactTable, size: int) -> FactTable:
    """`size` facts: each the first half of one sentence and the second half of another, drawn at random."""
    draw = random.Random(size)  # noqa: S311
    halves = [fact.text.split() for fact in table.facts if len(fact.text.split()) > 7]
    facts = []
    for number in range(size):
        first, second = draw.choice(halves), draw.choice(halves)
        text = " ".join(first[: len(first) // 2] + second[len(second) // 2 :])
        facts.append(Fact(0, len(text), f"f{number}", "a1", 1, text, (), (), (), (), (), ()))
    return FactTable(table.articles, table.people, table.resolutions, table.organizations, tuple(facts))


class _Annotations:
    """A table in the making."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.people: dict[str, Person] = {}
        self.bodies: dict[str, Organization] = {}
        self.resolutions: dict[str, Resolution] = {}
        self.facts: list[Fact] = []

    def frozen(self) -> FactTable:
        people, bodies, resolutions = self.people.values(), self.bodies.values(), self.resolutions.values()
        return FactTable(tuple(self.articles), tuple(people), tuple(resolutions), tuple(bodies), tuple(self.facts))

    def add(self, text: str, gold: dict[str, list[dict[str, object]]]) -> None:
        article = f"a{len(self.articles) + 1}"
        self.articles.append(Article(article, text, None, "", None, ()))
        handles: list[tuple[str, list[str]]] = []
        for each in gold["people"]:
            name, aliases = str(each["name"]), _strings(each["aliases"])
            roles = tuple(Role(role, ()) for role in _strings(each["roles"]))
            found = _mentions(text, article, name)
            person = Person(f"p{len(self.people) + 1}", name, tuple(aliases), roles, found)
            handles.append((self.people.setdefault(name, person).id, [name, *aliases]))
        for each in gold["organizations"]:
            name, aliases = str(each["name"]), _strings(each["aliases"])
            body = Organization(f"o{len(self.bodies) + 1}", name, tuple(aliases), _mentions(text, article, name))
            handles.append((self.bodies.setdefault(name, body).id, [name, *aliases]))
        for each in gold["resolutions"]:
            number, year = str(each["number"]), each.get("year")
            symbol = f"S/RES/{number} ({year})" if year else f"S/RES/{number}"
            whole = Resolution(f"r{number}", number, "Security Council", None, None, symbol, None, ())
            handles.append((self.resolutions.setdefault(number, whole).id, [number]))
        for sentence in _SENTENCE.finditer(text):
            if len(sentence.group().split()) > 3:
                self.facts.append(self._fact(sentence, article, gold, handles))

    def _fact(
        self,
        sentence: re.Match[str],
        article: str,
        gold: dict[str, list[dict[str, object]]],
        handles: list[tuple[str, list[str]]],
    ) -> Fact:
        text, start = sentence.group(), sentence.start()

        def placed(kind: str) -> list[tuple[int, int, str, dict[str, object]]]:
            found = [(text.find(str(each["text"])), str(each["text"]), each) for each in gold[kind]]
            return [(start + at, start + at + len(words), words, each) for at, words, each in found if at >= 0]

        dates = [Date(a, z, w, str(d["edtf"]), str(d.get("resolved") or d["edtf"])) for a, z, w, d in placed("dates")]
        figures = [Figure(a, z, w, float(str(d["value"])), None, Comparator.EQUAL) for a, z, w, d in placed("figures")]
        quotes = [Quote(a, z, w, str(d["speaker"]) if d.get("speaker") else None) for a, z, w, d in placed("quotes")]
        about = [
            tuple(id for id, names in handles if id[0] == kind and any(name in text for name in names))
            for kind in "pro"
        ]
        place = start, sentence.end(), f"f{len(self.facts) + 1}", article, 1
        return Fact(*place, text, tuple(dates), tuple(figures), tuple(quotes), *about)


def _strings(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _mentions(text: str, article: str, name: str) -> tuple[Mention, ...]:
    return tuple(Mention(m.start(), m.end(), article, 1) for m in re.finditer(re.escape(name), text))
