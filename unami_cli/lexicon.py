"""Words: the closed classes of English and the calendar, and the lists about the world, read once from `data/`.

`data/SOURCES.md` says where each list is from. A list is a file of folded entries, one per line, sorted by their UTF-8
bytes; a tab separates an entry from the note on it ("minister⇥office"); lines that begin with "#" are comments. A
`WordFile` bisects some of the file's lines and searches the bytes between two, so that a list of a hundred thousand
names costs next to nothing until it is asked.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from functools import cache
from mmap import ACCESS_READ, mmap

from unami_cli.errors import BrokenData

_CONTRACTIONS = """i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll they're they've they'd they'll
    he'd he'll she'd she'll it'd it'll there'll that'll who've don't didn't doesn't can't won't isn't aren't wasn't
    weren't hasn't haven't hadn't couldn't wouldn't shouldn't let's"""
FUNCTION_WORDS = frozenset(
    """a about above according across after again against ahead all along also although always amid among an and
    another any are around as at away back be because been before behind being below beneath beside besides
    between beyond both but by can could despite did do does down due during each earlier either else
    elsewhere even ever every few following for from further furthermore had has have having he hence her here
    him his how however i if in including indeed instead into is it its itself just last later least less like
    many may me meanwhile might more moreover most much must my near nearly neither never nevertheless next no
    none nor not nothing now of off often on once one only onto or other others our out outside over own per
    perhaps quite rather same several shall she should since so some soon still such than that the their them
    then there thereby therefore these they this those though through throughout thus to today together
    tomorrow too toward towards under unless unlike until up upon us very was we were what when where whereas
    whether which while who whom whose why will with within without would yes yesterday yet you your""".split()
).union(_CONTRACTIONS.split())
"""What only serves the grammar, and so is not part of a name."""
PARTICLES = frozenset(
    """al el ul bin ibn bint ben bani abu umm de del della di da das do dos du des la le las los lo van von der den het
    ter ten te zu zum zur af av y e ould ag wa ap ferch binti""".split()
)
"""Small words inside names."""
ARTICLES = frozenset(("a", "an", "the"))
OWNERS = frozenset("its his her their our my your".split())
"""The determiners that say whose a thing is."""

_SPELT = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""".split()
SMALL = {word: n for n, word in enumerate(_SPELT, 1)}
"""One to nineteen."""
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
"""Twenty to ninety."""
BIG = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
"""What begins a new group of a number."""
GROUPS = {"hundred": 100, "dozen": 12} | BIG
"""What multiplies the number before it."""
_COUNTED_OFF = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
ORDINALS = {word: n for n, word in enumerate(_COUNTED_OFF, 1)}
"""First to twentieth."""
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
"""What makes an ordinal of digits."""

MONTHS = tuple("january february march april may june july august september october november december".split())
MONTH_NUMBERS = {name[:size]: n for size in (None, 3) for n, name in enumerate(MONTHS, 1)} | {"sept": 9}
"""Every name of a month, also cut short, with its number, 1 to 12."""
SHORT_MONTHS = frozenset(MONTH_NUMBERS.keys() - set(MONTHS))
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
SHORT_WEEKDAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
DAY_NAMES = WEEKDAYS | MONTH_NUMBERS.keys()
"""What a day may be called by: the months, also cut short, and the weekdays."""
TIMES_OF_DAY = frozenset(
    "am pm gmt utc est edt cst cdt mst mdt pst pdt cet cest eet eest bst ist jst eat msk aest".split()
)
"""What may follow a time of day."""
SHORT_STATES = frozenset(
    """ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass me mich minn miss mo mont neb nebr nev
    okla ore pa penn tenn tex va vt wash wis wyo ont que""".split()
)
"""How states and provinces of North America are cut short: "Mobile, Ala."."""
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether an astronomical year of the Gregorian calendar has 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The days of the month, 1 to 12, in that year."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has this day; 29 February without a year counts as one.

    >>> is_day(None, 2, 29), is_day(1900, 2, 29), is_day(2000, 2, 29), is_day(2001, 13, 1)
    (True, False, True, False)
    """
    return 1 <= month <= 12 and 1 <= day <= month_length(4 if year is None else year, month)


def day_of_year(month: int, day: int) -> int:
    """Which day of a common year it is, 1 for 1 January."""
    return sum(_LENGTHS[: month - 1]) + day


_SHORT = 1 << 17  # bytes of a list that takes little to read and to keep
_BYTES_A_QUESTION = 100  # of a list that are read in the time that one question to its bytes takes
_STRETCH = 2048  # bytes that are searched from end to end
_MOST_MISSED = 1 << 14  # words of a list that are remembered as long as it is not read, those it lacks among them
_LONGEST = 128  # bytes of a line that tell it from all others
_DATA = os.path.join(os.path.dirname(__file__), "data")


def data_bytes(name: str) -> bytes:
    """The bytes of one data file. Raises `BrokenData` when the installation lacks it."""
    return _opened(name)[:]


def _opened(name: str) -> bytes | mmap:
    """One data file; a long one is mapped, since a run needs only a few stretches of most lists."""
    try:
        with open(os.path.join(_DATA, name), "rb") as file:
            long = os.fstat(file.fileno()).st_size > _SHORT
            return mmap(file.fileno(), 0, access=ACCESS_READ) if long else file.read()
    except OSError:
        raise BrokenData(name) from None


class WordFile:
    """Folded words, each with what the list says of it ("" where it only holds the word).

    Words are looked for in the bytes; a short list that is asked so often that reading it would have been quicker is
    read then.
    """

    __slots__ = ("_blob", "_fences", "_known", "_leading", "_patience", "_starts")

    def __init__(self, blob: bytes | mmap) -> None:
        self._blob = blob
        self._starts: list[int] = []
        self._fences: list[bytes] = []
        self._known: dict[str, str | None] = {}
        self._leading: dict[str, bool] = {}
        self._patience = 1 + len(blob) // _BYTES_A_QUESTION if len(blob) <= _SHORT else -1

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def get(self, word: str) -> str | None:
        """What the list says of the folded word, or None where it does not hold it."""
        known = self._known
        if word in known:
            return known[word]
        if self._patience and not self._is_read() and (end := self._after(word)):
            blob = self._blob
            held = blob[end : end + 1] in (b"\n", b"\t")
            known[word] = said = blob[end + 1 : blob.find(b"\n", end)].decode() if held else None
            return said
        if self._patience and len(self._known) < _MOST_MISSED:
            self._known[word] = None
        return self._known.get(word)

    def leads(self, word: str) -> bool:
        """Whether an entry is this folded word or begins with it and a space, so that more words are worth a look."""
        leading = self._leading
        if word in leading:
            return leading[word]
        if self._patience and not self._is_read() and (end := self._after(word)):
            leading[word] = leads = self._blob[end : end + 1] in (b"\n", b"\t", b" ")
            return leads
        return self._leading.get(word, False)

    def _is_read(self) -> bool:
        """Whether all entries are known; they are read when the patience for single questions ends."""
        if self._patience > 0:
            self._patience -= 1
            if not self._patience:
                self._read()
        return not self._patience

    def _read(self) -> None:
        whole = self._blob[:].decode()
        lines = whole.split("\n")
        if "\t" in whole:
            self._known = {word: said for word, _, said in [line.partition("\t") for line in lines if line]}
        else:
            self._known = dict.fromkeys(filter(None, lines), "")
        self._leading = dict.fromkeys(self._known, True)
        for word in self._known if " " in whole else ():
            at = word.find(" ")
            while at > 0:
                self._leading[word[:at]] = True
                at = word.find(" ", at + 1)

    def _after(self, word: str) -> int:
        """Where the first line that begins with the word goes on after it; 0 where none does."""
        wanted, blob = word.encode("utf-8", "surrogatepass"), self._blob
        size = len(wanted)
        if blob[:size] == wanted:
            return size
        if not self._fences:
            self._fence()
        fence = bisect_left(self._fences, wanted)
        first = self._starts[fence - 1 if fence else 0]
        at = blob[first : self._starts[fence] + size + 1].find(b"\n" + wanted)
        return first + at + 1 + size if at >= 0 else 0

    def _fence(self) -> None:
        """Note where the first line break of each stretch is, and how the line after it begins."""
        blob = self._blob
        breaks = [blob.find(b"\n", at) for at in range(_STRETCH, len(blob), _STRETCH)]
        self._starts = [0, *filter(lambda at: 0 <= at < len(blob) - 1, breaks)]
        self._fences = [b"", *[blob[at + 1 : at + _LONGEST] for at in self._starts[1:]]]
        self._starts.append(len(blob))


def is_irregular_verb(form: str) -> bool:
    """Whether a folded word is an irregular form of a word that mostly is a verb: "met", "sold"."""
    return any(base in words("verbs") for base in (words("forms").get(form) or "").split())


@cache
def entries(name: str) -> dict[str, str]:
    """All of the list `data/NAME.txt`, whose every line has one tab: what it says of each entry."""
    cells = data_bytes(f"{name}.txt").decode().replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=False))  # the last cell is what follows the last line: nothing


@cache
def words(name: str) -> WordFile:
    """The word list `data/NAME.txt`: english, given_names, surnames, places, occupations, …"""
    return WordFile(_opened(f"{name}.txt"))
