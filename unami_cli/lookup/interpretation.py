"""From the words of a query to its units: a word, a date in words, an amount, two words that are one."""

from __future__ import annotations

from collections.abc import Container, Iterator

from unami_cli.folding import ARABIC_ARTICLES
from unami_cli.lexicon import MONTHS, ORDINAL_ENDINGS
from unami_cli.lookup.correction import How, Option
from unami_cli.lookup.index import Index, value_key
from unami_cli.lookup.query import Term
from unami_cli.lookup.wordforms import LITTLE, begins_name, numeral, office, other_names
from unami_cli.values import Value

_PARTS_OF_YEAR = {
    **dict.fromkeys(("end", "late", "close"), (10, 11, 12)),
    **dict.fromkeys(("early", "beginning", "start"), (1, 2, 3, 4)),
    **dict.fromkeys(("mid", "middle"), (5, 6, 7, 8)),
    "spring": (3, 4, 5),
    "summer": (6, 7, 8),
    "autumn": (9, 10, 11),
    "fall": (9, 10, 11),
    "winter": (12, 1, 2),
}
_PARTICLES_OF_VERBS = frozenset("up out down off away back over on in".split())
_MOST_PARTS, _LONGEST_NAME = 4, 7


class Unit(Value):
    """What must be met as one. `options` are empty when the texts hold nothing near; `terms` are what was typed."""

    terms: tuple[Term, ...]
    options: tuple[Option, ...]

    @property
    def typed(self) -> str:
        """The words as the user wrote them."""
        return " ".join(term.typed for term in self.terms)


class Reader(Value):
    """Makes units out of terms against one index.

    `exact` forbids correction, `wide` corrects known words too, `loose` takes synonyms in, `broad` also broader words.
    """

    index: Index
    exact: bool
    wide: bool = False
    loose: bool = False
    broad: bool = False

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
            unit = (
                self._date(terms, start)
                or self._amount(terms, start)
                or self._named(terms, start)
                or self._phrasal(terms, start)
                or self._joined(terms, start)
            )
            if unit is None:
                unit = self._word(terms[start], typing and start == len(terms) - 1, len(terms) == 1)
            yield unit
            start += len(unit.terms)

    def _word(self, term: Term, last: bool, alone: bool) -> Unit:
        options = self.index.vocabulary.options(term, last, self.exact, self.wide, alone, self.loose)
        if len(term.word) == 1 and term.word.isalpha() and not alone:
            options += self.index.vocabulary.initials(term.word)
        elif term.word[0].isdigit():
            options += self._number(term.word)
        elif not options or options[0].how is How.CORRECTED:
            options = self._parted(term.word) or options or self._initials(term.word)
        if self.loose and not any(option.how is How.CORRECTED for option in options[:1]):
            options += self.index.vocabulary.synonyms(term.word, self.broad)
        return Unit((term,), options)

    def _number(self, word: str) -> tuple[Option, ...]:
        keys = (f"date:{word}", value_key(float(word)) if word.replace(".", "", 1).isdecimal() else "")
        ordinals = (word + ending for ending in ORDINAL_ENDINGS if word.isdecimal())
        held = [key for key in keys if self.index.keys.holding(key)]
        held += [ordinal for ordinal in ordinals if ordinal in self.index.vocabulary.words]
        return tuple(Option((key,), 0.95, How.FOLDED) for key in held)

    def _parted(self, word: str) -> tuple[Option, ...]:
        """The word as neighbours of the texts: "peacebuilding" for "peace-building", "readthedocs"."""
        if not word.isalpha():
            return ()
        runs = [run for run in _partings(word, self.index.vocabulary.words, _MOST_PARTS) if len(run) > 1]
        return tuple(Option(run, 0.97, How.FOLDED) for run in runs if self.index.neighbours(run))

    def _initials(self, word: str) -> tuple[Option, ...]:
        """The name whose first letters are the word ("srsg")."""
        run = self.index.initialled.get(word) if 3 <= len(word) <= _LONGEST_NAME and not self.exact else None
        return (Option(run, 0.85, How.ALIAS),) if run and self._holds(run) else ()

    def _joined(self, terms: tuple[Term, ...], start: int) -> Unit | None:
        """Two terms that the texts write as one word ("co operation"), unless they hold both as they are."""
        pair = terms[start : start + 2]
        held = self.index.vocabulary.words
        joined = "".join(term.word for term in pair)
        if len(pair) < 2 or joined not in held or not joined.isalpha() or all(t.word in held for t in pair):
            return None
        return Unit(pair, (Option((joined,), 0.97, How.FOLDED),))

    def _named(self, terms: tuple[Term, ...], start: int) -> Unit | None:
        """An office or a name of many words that the texts write differently: "SRSG", "prime minister", "ISIS"."""
        words = tuple(term.word for term in terms[start : start + _LONGEST_NAME])
        for size in range(len(words), 0, -1) if begins_name(words[0]) else ():
            run = words[:size]
            if size == 1 and _is_small(terms[start]):
                continue
            others = [o for o in (*office(run), *other_names(run)) if self._holds(o)]
            if others:
                own = [Option(run, 1.0, How.EXACT)] if self._holds(run) else []
                if size == 1:
                    own = list(self.index.vocabulary.options(terms[start], False, exact=True))
                return Unit(terms[start : start + size], (*own, *(Option(o, 0.9, How.ALIAS) for o in others)))
        return None

    def _phrasal(self, terms: tuple[Term, ...], start: int) -> Unit | None:
        """Two words that mean one thing ("set up"), as they are or by what says the same."""
        pair = tuple(term.word for term in terms[start : start + 2])
        if not self.loose or len(pair) < 2 or pair[1] not in _PARTICLES_OF_VERBS:
            return None
        own = self.index.vocabulary.options(terms[start], False, True)
        phrases = [Option((*option.words, pair[1]), option.quality, option.how) for option in own]
        options = [option for option in phrases if self._holds(option.words)]
        options += self.index.vocabulary.synonyms(" ".join(pair), self.broad)
        return Unit(terms[start : start + 2], tuple(options)) if options else None

    def _holds(self, run: tuple[str, ...]) -> bool:
        """Whether some record holds these words side by side."""
        if len(run) == 1:
            return run[0] in self.index.vocabulary.words
        return all(word in self.index.vocabulary.words for word in run) and bool(self.index.neighbours(run))

    def _amount(self, terms: tuple[Term, ...], start: int) -> Unit | None:
        """A number in words, or one with a scale ("1.1 billion"), found however the texts write it."""
        words = [term.word for term in terms[start : start + 8]]
        read = numeral(words)
        if read is None or (read[1] == 1 and words[0][0].isdigit()):
            return None
        value, size = read
        unit = self._keyed(terms[start : start + size], value_key(value))
        return unit if unit or size > 1 else None

    def _date(self, terms: tuple[Term, ...], start: int) -> Unit | None:
        """A day, month or day of any year in words or digits, the longest that some record holds."""
        for length in (4, 3, 2):
            run = terms[start : start + length]
            words = tuple(term.word for term in run if term.word != "of")
            if len(run) < length:
                continue
            for key in _date_keys(words):
                unit = self._keyed(run, key)
                if unit:
                    return unit
            unit = self._part_of_year(run, words)
            if unit:
                return unit
        return None

    def _part_of_year(self, run: tuple[Term, ...], words: tuple[str, ...]) -> Unit | None:
        """ "end of 2025", "early 2003", "mid 2017": a date of those months, else one of that year."""
        if len(words) != 2 or words[0] not in _PARTS_OF_YEAR or not _is_year(words[1]):
            return None
        months = [f"date:{words[1]}-{month:02}" for month in _PARTS_OF_YEAR[words[0]]]
        held = [key for key in months if self.index.keys.holding(key)]
        year = f"date:{words[1]}"
        options = [Option((key,), 0.95, How.FOLDED) for key in held]
        options += [Option(words, 1.0, How.EXACT)] if self._holds(words) else []
        if run[1:2] and run[1].word == "of":
            options += [Option(tuple(t.word for t in run), 1.0, How.EXACT)]
        options += [Option((year,), 0.7, How.FOLDED)] if self.index.keys.holding(year) else []
        return Unit(run, tuple(options)) if options else None

    def _keyed(self, run: tuple[Term, ...], key: str) -> Unit | None:
        if not self.index.keys.holding(key):
            return None
        return Unit(run, (Option(tuple(t.word for t in run), 1.0, How.EXACT), Option((key,), 1.0, How.FOLDED)))


def _is_small(term: Term) -> bool:
    """Whether a word only joins others ("of", "al-"); in capitals it may be a name ("WHO", "AD")."""
    return (term.word in LITTLE or term.word in ARABIC_ARTICLES) and not (term.typed.isupper() and len(term.word) > 1)


def _partings(word: str, words: Container[str], most: int) -> Iterator[tuple[str, ...]]:
    """The ways to split a word into at most `most` words of the texts, the first parts the longest first."""
    if word in words:
        yield (word,)
    if most > 1:
        for at in range(len(word) - 2, 1, -1):
            if word[:at] in words:
                for rest in _partings(word[at:], words, most - 1):
                    yield (word[:at], *rest)


def _date_keys(run: tuple[str, ...]) -> Iterator[str]:
    """The index keys of the dates that words or digits may mean; "3 5 2020" is of March or of May."""
    key = _date_key(run)
    if key:
        yield key
    if len(run) == 3 and all(word.isdecimal() for word in run) and _is_year(run[2]) and not _is_year(run[0]):
        for month, day in ((run[1], run[0]), (run[0], run[1])):
            if 1 <= int(month) <= 12 and _day(day):
                yield f"date:{run[2]}-{int(month):02}-{_day(day)}"
    if len(run) == 3 and all(word.isdecimal() and len(word) == 2 for word in run):
        for century in ("20", "19"):
            yield from _date_keys((*run[:2], century + run[2]))


def _date_key(run: tuple[str, ...]) -> str | None:
    """The index key of a date in words: "14 august 2003", "december 31st", "august 2003", "2003 08 14".

    >>> _date_key(("14", "august", "2003")), _date_key(("december", "31st")), _date_key(("aug", "2003"))
    ('date:2003-08-14', 'date:-12-31', 'date:2003-08')
    """
    if len(run) not in (2, 3):
        return None
    if _is_year(run[0]) and all(part.isdecimal() and len(part) <= 2 for part in run[1:]):
        return f"date:{'-'.join((run[0], *(f'{int(part):02}' for part in run[1:])))}"
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
    return next((number for number, name in enumerate(MONTHS, 1) if name.startswith(word)), 0)


def _day(word: str) -> str:
    """Two digits for "1" … "31", "1st" … "31st", else ""."""
    digits = word[:-2] if word[-2:] in ORDINAL_ENDINGS else word
    return f"{int(digits):02}" if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31 else ""


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[0] in "12"
