"""From the words of a query to its units: a word, a date in words, an amount, two words that are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from unami_cli.lookup.index import Index, value_key
from unami_cli.lookup.query import Term
from unami_cli.lookup.spelling import How, Option

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12}
_SMALL = frozenset(("the", "a", "an", "of", "and", "to", "in", "on", "for", "by", "at", "as", "is", "with", "from"))
_PARTICLES = frozenset(("al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "ul"))


@dataclass(frozen=True, slots=True)
class Unit:
    """What must be met as one. `options` are empty when the texts hold nothing near; `terms` are what was typed."""

    terms: tuple[Term, ...]
    options: tuple[Option, ...]

    @property
    def typed(self) -> str:
        """The words as the user wrote them."""
        return " ".join(term.typed for term in self.terms)


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes units out of terms against one index; `exact` forbids correction, `wide` corrects known words too."""

    index: Index
    exact: bool
    wide: bool = False

    def units(self, terms: tuple[Term, ...], typing: bool = True) -> tuple[Unit, ...]:
        """The units of these terms in their order, little words left out unless there is nothing else.

        `typing` says that the last of the terms may be unfinished.
        """
        found = tuple(self._read(terms, typing))
        telling = tuple(unit for unit in found if not all(_is_small(term) for term in unit.terms))
        return telling or found

    def _read(self, terms: tuple[Term, ...], typing: bool) -> Iterator[Unit]:
        start = 0
        while start < len(terms):
            unit = self._date(terms, start) or self._amount(terms, start) or self._joined(terms, start)
            if unit is None:
                unit = self._word(terms[start], typing and start == len(terms) - 1, len(terms) == 1)
            yield unit
            start += len(unit.terms)

    def _word(self, term: Term, last: bool, alone: bool) -> Unit:
        options = self.index.vocabulary.options(term, last, self.exact, self.wide)
        if len(term.word) == 1 and term.word.isalpha() and not alone:
            options += self.index.vocabulary.initials(term.word)
        elif term.word[0].isdigit():
            options += self._number(term.word)
        elif not options or options[0].how is How.CORRECTED:
            options = self._parted(term.word) or options
        return Unit((term,), options)

    def _number(self, word: str) -> tuple[Option, ...]:
        keys = (f"date:{word}", value_key(float(word)) if word.replace(".", "", 1).isdecimal() else "")
        ordinals = (word + ending for ending in ("st", "nd", "rd", "th") if word.isdecimal())
        held = [key for key in keys if key in self.index.keys.postings]
        held += [ordinal for ordinal in ordinals if ordinal in self.index.vocabulary.counts]
        return tuple(Option((key,), 0.95, How.FOLDED) for key in held)

    def _parted(self, word: str) -> tuple[Option, ...]:
        """The word as two neighbours of the texts: "peacebuilding" for "peace-building"."""
        if not word.isalpha():
            return ()
        counts = self.index.vocabulary.counts
        halves = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
        pairs = (Option(pair, 0.97, How.FOLDED) for pair in halves if pair[0] in counts and pair[1] in counts)
        return tuple(option for option in pairs if self.neighbours(option.words))

    def neighbours(self, run: tuple[str, ...]) -> set[int]:
        """The numbers of the records in which these words stand side by side."""
        every = [{n for field in self.index.fields for n in field.postings.get(word, ())} for word in run]
        phrase, texts = f" {' '.join(run)} ", self.index.texts
        return {number for number in set.intersection(*every) if phrase in texts[number]}

    def _joined(self, terms: tuple[Term, ...], start: int) -> Unit | None:
        """Two terms that the texts write as one word ("co operation"), unless they hold both as they are."""
        pair = terms[start : start + 2]
        counts = self.index.vocabulary.counts
        joined = "".join(term.word for term in pair)
        if len(pair) < 2 or joined not in counts or not joined.isalpha() or all(t.word in counts for t in pair):
            return None
        return Unit(pair, (Option((joined,), 0.97, How.FOLDED),))

    def _amount(self, terms: tuple[Term, ...], start: int) -> Unit | None:
        """A number and a word of scale ("1.1 billion"), found however the texts write it."""
        pair = terms[start : start + 2]
        if len(pair) < 2 or pair[1].word not in _SCALES or not pair[0].word.replace(".", "", 1).isdecimal():
            return None
        key = value_key(round(float(pair[0].word) * 10.0 ** _SCALES[pair[1].word], 6))
        return self._keyed(pair, key)

    def _date(self, terms: tuple[Term, ...], start: int) -> Unit | None:
        """A day, month or day of any year in words or digits, the longest that some record holds."""
        for length in (4, 3, 2):
            run = terms[start : start + length]
            key = _date_key(tuple(term.word for term in run if term.word != "of")) if len(run) == length else None
            unit = self._keyed(run, key) if key else None
            if unit:
                return unit
        return None

    def _keyed(self, run: tuple[Term, ...], key: str) -> Unit | None:
        if key not in self.index.keys.postings:
            return None
        return Unit(run, (Option(tuple(t.word for t in run), 1.0, How.EXACT), Option((key,), 1.0, How.FOLDED)))


def _is_small(term: Term) -> bool:
    """Whether a word only joins others ("of", "al-"); in capitals it may be a name ("WHO", "AD")."""
    return (term.word in _SMALL or term.word in _PARTICLES) and not (term.typed.isupper() and len(term.word) > 1)


def _date_key(run: tuple[str, ...]) -> str | None:
    """The index key of a date in words: "14 august 2003", "december 31st", "august 2003", "2003 08 14".

    >>> _date_key(("14", "august", "2003")), _date_key(("december", "31st")), _date_key(("aug", "2003"))
    ('date:2003-08-14', 'date:-12-31', 'date:2003-08')
    """
    if len(run) not in (2, 3):
        return None
    if _is_year(run[0]) and all(len(part) == 2 and part.isdecimal() for part in run[1:]):
        return f"date:{'-'.join(run)}"
    months = [at for at, word in enumerate(run) if _month(word)]
    if len(months) != 1 or months[0] > 1:
        return None
    month, rest = _month(run[months[0]]), [word for at, word in enumerate(run) if at != months[0]]
    if _is_year(rest[-1]) and (len(rest) == 1 or _day(rest[0])):
        return "date:" + "-".join((rest[-1], f"{month:02}", *([_day(rest[0])] if len(rest) > 1 else [])))
    return f"date:-{month:02}-{_day(rest[0])}" if len(rest) == 1 and _day(rest[0]) else None


def _month(word: str) -> int:
    """1-12 for the name of a month or three and more letters of it, else 0."""
    if len(word) < 3:
        return 0
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)), 0)


def _day(word: str) -> str:
    """Two digits for "1" … "31", "1st" … "31st", else ""."""
    digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    return f"{int(digits):02}" if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31 else ""


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[0] in "12"
