"""What each piece of a text is: title, byline, paragraph, list of sources or page furniture."""

from __future__ import annotations

import re

from unami_cli.lexicon import DAY_NAMES, SHORT_WEEKDAYS, TIMES_OF_DAY, WEEKDAYS
from unami_cli.marks import GONE, blanked, unmarked
from unami_cli.model import Block, BlockKind, Credit, Sentence, Span
from unami_cli.patterns import pattern
from unami_cli.reading.byline import credits, sender
from unami_cli.reading.layout import Piece, ends_sentence, pieces
from unami_cli.reading.sentences import sentences, whole
from unami_cli.values import replace

_SOURCES = frozenset(
    ("source", "sources", "references", "sources and references", "notes and references", "bibliography", "works cited")
)
_TITLE_KEYS = frozenset(("title", "headline", "subject"))
_PEOPLE_KEYS = frozenset(("from", "author", "authors", "by", "sender"))
_DATE_KEYS = frozenset(("date", "sent", "published"))
_STAMP = DAY_NAMES.union(
    (day[:3] for day in WEEKDAYS),
    TIMES_OF_DAY,
    "date published updated posted last modified on at a.m. p.m. pst pdt et".split(),
)
_OF_A_DAY = DAY_NAMES | SHORT_WEEKDAYS | TIMES_OF_DAY | {"at"}
_REPLY = pattern(r"(?:(?:re|fwd?|aw|wg):\s*)+", re.IGNORECASE)
_ANSWERED = pattern(
    r"On\s(?=[^\n]{0,80}\d)[^\n<]{6,80}?(?:\d{1,2}[:.]\d{2}(?:[\s\u202f]?[AaPp]\.?[Mm]\.?)?|\d{4}),?\s"
    rf"(?P<who>[^\d\n<>,]{{2,60}}?),?[\s{GONE}]*(?:<[^>\n]*>[\s{GONE}]*)?wrote:"
)
"""What a mail says of the one that it answers: "On Tue, 4 May 2021 at 10:00, Ana Costa <ana@example.org> wrote:"."""
_LABELLED = pattern(r"[A-Z][\w .’'-]{0,40}:\s")
_PROSE_WORDS = 8  # and the end of a sentence make prose; less may be a heading, a label or a name
_HEAD, _TAIL = 6, 8
_LONGEST_TITLE = 250
_LONGEST_STAMP = 16  # words: two days with their times
_LABEL_WORDS = 2  # the name of a site or section ("World News") before the title is no longer


class Parts:
    """What the blocks of a text are, and its title, credits and sources; it grows piece by piece, in reading order."""

    def __init__(self, text: str, title: Piece | None) -> None:
        self.text = text
        self.title = Span(title.start, title.end) if title else None
        self.blocks: list[Block] = []
        self.byline: list[Credit] = []
        self.sources: list[Span] = []
        self.paragraphs = 0
        self.closed = False

    def add(self, kind: BlockKind, start: int, end: int) -> None:
        """Append a block; paragraphs are numbered and split into sentences here."""
        number = 0
        inner: tuple[Sentence, ...] = ()
        if kind is BlockKind.PARAGRAPH:
            self.paragraphs += 1
            number, inner = self.paragraphs, sentences(self.text, start, end, self.paragraphs)
        elif kind is not BlockKind.FURNITURE and kind is not BlockKind.SOURCES:
            inner = whole(start, end)
        self.blocks.append(Block(start, end, kind, number, inner))

    def credit(self, piece: Piece, people: tuple[Credit, ...]) -> None:
        """Append a byline and its people."""
        self.add(BlockKind.BYLINE, piece.start, piece.end)
        self.byline += people


def parts_of(text: str) -> Parts:
    """The blocks of a text in reading order. Total: any text has some."""
    every = pieces(text)
    chosen = _title(text, every)
    title = _without_site(text, every[chosen]) if chosen is not None else None
    parts = Parts(text, title)
    prose = [i for i, p in enumerate(every) if not p.key and _is_prose(text[p.start : p.end])]
    first_prose, last_prose = (prose[0], prose[-1]) if prose else (len(every), len(every))
    i = 0
    while i < len(every):
        piece = every[i]
        if i == chosen and title:
            _add_title(parts, piece, title)
        elif piece.key:
            _add_header(parts, piece)
        elif found := _list_of_sources(text, every, i):
            parts.add(BlockKind.SOURCES, piece.label, found[-1].end)
            parts.sources += found
            i += len(found) if found[0].start > piece.end else 0
        else:
            head, tail = i < max(_HEAD, first_prose), i > last_prose or i >= len(every) - _TAIL
            _add_piece(parts, piece, head=head, before_prose=i < first_prose, tail=tail)
        i += 1
    return parts


def _add_title(parts: Parts, piece: Piece, title: Piece) -> None:
    parts.add(BlockKind.TITLE, title.start, title.end)
    if title.end < piece.end:  # the name of the site after the bar
        rest = parts.text[title.end : piece.end].lstrip()
        parts.add(BlockKind.FURNITURE, piece.end - len(rest), piece.end)


def _add_header(parts: Parts, piece: Piece) -> None:
    """A line of a mail's head; a second title is furniture."""
    key = piece.key if piece.start < piece.end else ""
    if key in _PEOPLE_KEYS:
        parts.credit(piece, sender(parts.text, piece.start, piece.end))
    elif key in _DATE_KEYS:
        parts.credit(piece, ())
    elif key == "source":
        parts.add(BlockKind.SOURCES, piece.label, piece.end)
        parts.sources.append(Span(piece.start, piece.end))
    else:
        parts.add(BlockKind.FURNITURE, piece.label, piece.end)


def _add_piece(parts: Parts, piece: Piece, *, head: bool, before_prose: bool, tail: bool) -> None:
    line = parts.text[piece.start : piece.end]
    if answered := _answered(line):
        start = piece.start + answered.start("who")
        parts.credit(piece, sender(parts.text, start, piece.start + answered.end("who")))
        return
    people = credits(parts.text, piece.start, piece.end) if _may_credit(line, head=head, tail=tail) else None
    if people is not None:
        parts.credit(piece, people)
    elif before_prose and _is_stamp(line):
        parts.credit(piece, ())
    elif _is_furniture(line) or (parts.title and _repeats_title(line, parts.text[parts.title.start : parts.title.end])):
        parts.add(BlockKind.FURNITURE, piece.label, piece.end)
        parts.closed = parts.closed or (parts.paragraphs > 0 and _closes_article(line))
    elif parts.closed and (line.endswith("?") or not _is_prose(line)):
        parts.add(BlockKind.FURNITURE, piece.label, piece.end)
    else:
        parts.closed = False
        parts.add(BlockKind.PARAGRAPH, piece.start, piece.end)


def _may_credit(line: str, *, head: bool, tail: bool) -> bool:
    """A bare "By …" stands at the head or the end, "—Jane Doe" at the end; "Photo: …" may stand anywhere."""
    if line.startswith(("—", "–")):
        return tail
    return head or tail or line[:1] in "([" or not line[:3].casefold().startswith(("by ", "fro"))


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence rather than a heading, a label or a name."""
    return ends_sentence(line) and len(line[:400].split()) >= _PROSE_WORDS


def is_date(line: str) -> bool:
    """Whether a line is a day and its time and nothing else: "Friday, July 21, 2017", "Mon, 3 May 2021 10:00 +0000"."""
    words = [word.strip(".,()") for word in line.casefold().replace(",", " ").split()]
    several = len(words) > 1 or line.count("-") == 2
    told = (word in _OF_A_DAY or word[:1].isdigit() or (word[:1] in "+-" and word[1:].isdigit()) for word in words)
    return several and any(map(str.isdigit, line)) and all(told)


def _answered(line: str) -> re.Match[str] | None:
    return _ANSWERED.fullmatch(blanked(line)) if line.endswith("wrote:") else None


def names_nobody(line: str) -> bool:
    """Whether the words of a line of the head are not names, but for those that it credits."""
    return is_date(line) or _answered(line) is not None


def is_stamp(line: str) -> bool:
    """Whether a line says when the text was published and names nobody: "Updated 15:02, 17 March 2016"."""
    return is_date(line) or (_is_stamp(line) and " by " not in line.casefold() and _answered(line) is None)


def _is_stamp(line: str) -> bool:
    """Whether a line says when the text was published and little else: "Updated 15:02, 17 March 2016"."""
    if line.startswith("|"):
        return False  # a row of a table
    words = [word for word in line.casefold().replace(",", " ").split() if word[0].isalnum()]
    dates = sum(word.strip(":|()-") in _STAMP or word[0].isdigit() for word in words)
    if words and line.endswith(".") and words[0] not in _STAMP and not words[0][0].isdigit():
        return False  # a short sentence: "She left on 3 May 2020."
    if len(words) == 1:
        return words[0][0].isdigit() and any(words[0].count(sign) == 2 for sign in "-/.")
    return 2 <= len(words) <= _LONGEST_STAMP and 5 * dates >= 3 * len(words) and any(c.isdigit() for c in line)


def _title(text: str, every: tuple[Piece, ...]) -> int | None:
    """Which piece is the title: the first headline before any prose, unless a longer one follows a mere label."""
    for i, piece in enumerate(every):
        if piece.key in _TITLE_KEYS and piece.start < piece.end:
            return i
    best: int | None = None
    first = next((i for i, piece in enumerate(every) if not piece.key), len(every))
    for i, piece in enumerate(every[first : first + _HEAD], first):
        line = text[piece.start : piece.end]
        if piece.key or credits(text, piece.start, piece.end) is not None or _is_stamp(line) or _is_furniture(line):
            continue
        if not _is_headline(line) or (piece.item and best is None) or len(every) == 1:
            break
        words = len(line.split())
        if best is None or words >= 5:
            best = i
        if words > _LABEL_WORDS:
            break
    return best


def _is_headline(line: str) -> bool:
    words = line[: _LONGEST_TITLE + 1].split()
    if len(line) > _LONGEST_TITLE or not 1 <= len(words) <= 32 or not any(map(str.isalpha, line)):
        return False
    bare = line.rstrip("\"'”’»)]*_")
    if bare.endswith((".", ":", ";", ",", "…")) or line[0].islower() or line.startswith(("http", "www.", "|")):
        return False
    question = bare.endswith(("?", "!"))
    return not (question and (_LABELLED.match(line) or line[0] in '"“' or len(words) > 16))


def _without_site(text: str, piece: Piece) -> Piece:
    """The title without "| Name of the site" and without a mail's "Re:"."""
    start, end = piece.start, piece.end
    reply = _REPLY.match(text, start, end) if piece.key else None
    if reply and reply.end() < end:
        start = reply.end()
    name, bar, site = text[start:end].rpartition(" | ")
    if bar and len(name.split()) >= 3 and len(site.split()) <= 5:
        end = start + len(name.rstrip())
    return replace(piece, start=start, end=end)


def _list_of_sources(text: str, every: tuple[Piece, ...], i: int) -> list[Span]:
    """The sources that are listed under a heading at `i`, or after its colon; none when it is not such a heading."""
    piece = every[i]
    heading, _, line = text[piece.start : piece.end].partition(":")
    if heading.strip().casefold() not in _SOURCES:
        return []
    if line := line.strip():
        short = len(line.split()) <= 12 and not _is_prose(line)
        return _split(text, piece.end - len(line), piece.end) if short else []
    found: list[Span] = []
    marked = i + 1 < len(every) and every[i + 1].item
    for item in every[i + 1 :]:
        line = text[item.start : item.end]
        unfit = not item.item if marked else _is_prose(line) or _is_furniture(line) or len(line.split()) > 12
        if unfit or item.heading:
            break
        found.append(Span(item.start, item.end))
    return found


def _split(text: str, start: int, end: int) -> list[Span]:
    """The names in "Reuters, UN News; AP", each without white space and a closing dot."""
    parts = re.finditer(r"[^,;]+", text[start:end])
    spans = ((start + m.start() + len(m[0]) - len(m[0].lstrip()), m[0].strip(" \t\n.")) for m in parts)
    return [Span(first, first + len(name)) for first, name in spans if name]


# ---- page furniture: counters, sharing, subscriptions, legal lines, links to other pages -----------------------------


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in listed.split("|"))


_ALONE = frozenset(
    _phrases("""
    for immediate release | for release | press release | media release | news release
    | ad | advert | promoted | comment | comments | share | shares | print | email | e-mail | save | tweet | facebook
    | twitter | whatsapp | linkedin | telegram | reddit | pinterest | link copied | menu | search | close | home
    | login | log in | sign in | register | top | next | previous | related | recommended | trending | trending now
    | latest news | top stories | show more | load more | more | listen | watch | live | gallery | video | loading
    | loading… | loading... | newsletter | newsletters | accept | accept all | reject all | i agree | continue
    | end of article | ends | end | report an error | report this ad | send feedback | feedback | tags | topics
    | file photo | embed | transcript | download | previous post | next post | reply | follow | following
    | around the web | from the web | editors' picks | editor's picks | editor’s picks | via email | -30- | ###""")
)
"""Lines that are furniture when nothing else stands in them, in lower case."""

_FORWARDED = frozenset(("forwarded message", "begin forwarded message", "original message", "forwarded by"))
"""The same above a mail that was passed on, often between dashes."""

_MUTT = ("forwarded message from ", "end forwarded message")
"""How such lines begin in mutt."""

_COMMANDS = _phrases("""
    did you find | found an error | found a mistake | spotted an error | spotted a mistake | notice an error
    | see an error | we will consider your comments | your comments will be | read more | read also | also read
    | read next | read full | read the full article | read our | see also: | see more | follow us | follow our
    | follow @ | follow the writer | follow the author | follow him on | follow her on | follow them on | like us on
    | find us on | join us on | join our | join the conversation | subscribe | sign up | register now | click here
    | click to | click on the | tap here | all rights reserved | copyright © | copyright (c) | copyright 1
    | copyright 2 | (c) 1 | (c) 2 | we use cookies | this site uses cookies | this website uses cookies
    | by continuing to | by clicking | by using this | by subscribing | accept cookies | manage cookies | skip to
    | skip advertisement | jump to | print this | email this | share this | share on | share via | share article
    | tweet this | play video | watch live: | listen to this | listen now | download the | download our
    | download this | get the app | get our | get the latest | get all the | get your | receive daily | receive our
    | receive the latest | enter your email | your email address | please enter your | please enable
    | please sign in | please log in | please subscribe | enable javascript | javascript is | article continues
    | join now | renew now | choose a $ | choose a plan | choose a subscription | choose your plan
    | choose your subscription | already subscribed | start your free trial | start your subscription
    | to continue reading | to keep reading | to read the rest | to read the full | to read this article
    | story continues | continue reading | scroll down | view comments | add a comment | add your comment
    | leave a comment | leave a reply | post a comment | post your comment | be the first to comment | log in to
    | login to | sign in to | already a subscriber | support our journalism | support independent | become a member
    | become a supporter | buy a copy | sent from my | get outlook for
    | got a story | got a tip | got a news tip | have a story | have a tip
    | do you have a story | have something to say | contact us | contact the newsdesk | let us know in the comments
    | our standards: | copy link | back to top | this article originally | this article was originally
    | this story was originally | this post was originally | this article was amended | originally published
    | don't miss | don’t miss | in case you missed | unsubscribe | view this email | view in browser
    | estimated reading time | reading time:""")
"""How lines that address the visitor of a page begin, however long they are."""

_HEADINGS = _phrases("""
    advertisement | sponsored | promoted content | more: | more on | more from | more stories | more news | related:
    | related articles | related stories | related topics | related reading | related coverage | related content
    | related news | related links | recommended: | recommended for | cookie | cookies | tags: | tag: | topics: | topic:
    | filed under | posted in | categories: | category: | keywords: | labels: | last updated | last modified
    | last edited | updated: | photo: | photos: | photo credit | photo courtesy | image: | images: | image credit
    | image source | image copyright | image caption | media caption | picture: | picture credit | photograph:
    | getty images | watch: | watch more | listen: | view all | show all | see all | load all | view gallery
    | view original | show comments
    | post comment | no comments | comments are | comments ( | comments off | donate | send us | tell us
    | what do you think | terms of | terms and conditions | privacy policy | privacy notice | disclaimer | about us
    | about the author | return to | this article was | this story was | this post was | republished | reprinted
    | trending: | most read | most popular | most viewed | you may also | you might also | up next | next article
    | previous article | next: | previous: | permalink | short link | short url | opens in | external link
    | time to read | select language | choose language | translate this | powered by | get breaking""")
"""How lines of furniture that are not sentences begin; a sentence may begin so, too."""

_CLOSING = (
    "did you find", "found a", "spotted a", "we will consider", "related", "recommended", "more from", "more stories",
    "more news", "most read", "most popular", "most viewed", "trending", "you may also", "you might also", "comments",
    "view comments", "leave a", "top stories", "latest news", "around the web", "from the web", "about the author",
    "read next", "up next", "editor", "more on this story", "©", "all rights reserved", "copyright", "subscribe",
    "tags", "topics", "filed under", "share this", "follow us",
)  # fmt: skip
_ALSO = frozenset(("read more", "read also", "also read", "see also", "read next", "more"))
_SIGNATURE = "--"
"""The line above the signature of a mail."""
_COUNTED = frozenset(
    _phrases("""
    view | views | comment | comments | share | shares | like | likes | retweet | retweets | reply | replies | read
    | reads | clap | claps | vote | votes | followers | reading now | reaction | reactions | response | responses
    | min read | mins read | minute read | minutes read | photos | images | rating | ratings | downloads | visits
    | hits | people reading""")
)
"""What a page counts of its visitors."""
_DEFINED = pattern(r"\[[^\]\n]{1,80}\]: *<?(?:https?:|/|\#|www\.)")
"""The address that a Markdown text keeps for a link elsewhere in it."""
_MOST_BEFORE, _MOST_BEHIND = 12, 20  # characters beside such a count
_PARTING = str.maketrans("·|+-,:", "      ")
_SHORT_LINE, _LONG_LINE = 90, 300
_TRIM = " \t[]()•*_:>»"


def _is_furniture(line: str) -> bool:
    """Whether a line, taken by itself, is page furniture by what it says or how it is made."""
    low = line.strip(_TRIM).casefold()
    if low in _ALONE or low.strip("- ") in _FORWARDED or not any(map(str.isalnum, low)):
        return True
    if line.startswith("---") and low.strip("- ").startswith(_MUTT):
        return True
    if line.startswith("[") and _DEFINED.match(line):
        return True
    if len(line) > _LONG_LINE:
        return False
    if _begins(low, _COMMANDS) or line.startswith("©") or (line.startswith("![") and line.endswith(")")):
        return True
    if _begins(low, _HEADINGS):
        return not _is_prose(line)
    if len(line) > _SHORT_LINE:
        return False
    return _is_counter(low) if any(map(str.isdigit, low)) else _is_navigation(line)


def _is_counter(low: str) -> bool:
    """Whether a line says how often the page was read or shared and little else: "2 views", "Share · 1.2k likes"."""
    words = low.translate(_PARTING).split()
    at = next((i for i, word in enumerate(words) if word[0].isdigit()), len(words))
    size = next((n for n in (1, 2) if " ".join(words[at + 1 : at + 1 + n]) in _COUNTED), 0)
    before, behind = " ".join(words[:at]), " ".join(words[at + 1 + size :])
    return size > 0 and len(before) <= _MOST_BEFORE and len(behind) <= _MOST_BEHIND


def _begins(low: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands at the beginning, as whole words."""
    if not low.startswith(phrases):
        return False
    return any(low.startswith(phrase) and not low[len(phrase) : len(phrase) + 1].isalpha() for phrase in phrases)


def _closes_article(line: str) -> bool:
    """Whether short lines after this piece of furniture are furniture, too: other headlines, names of sections."""
    low = line.strip(_TRIM).casefold()
    return line == _SIGNATURE or low.startswith(_CLOSING) or low in _ALSO


def _repeats_title(line: str, title: str) -> bool:
    """Whether a line is the article's title again, perhaps cut off, perhaps followed by the name of the site."""
    rest, title = unmarked(line).strip(), unmarked(title)
    told = title.rstrip(" .…")
    if len(told) >= 4 and rest[:4].casefold() != told[:4].casefold():
        return False
    for separator in (" | ", " – ", " — ", " - ", " · ", " :: ", " « ", " » "):
        rest = rest.partition(separator)[0] if len(rest.partition(separator)[0]) >= 12 else rest
    shown = rest.rstrip(" .…")
    if not shown or not title:
        return False
    return shown.casefold() == title.rstrip(" .…").casefold() or (
        len(shown) >= 12 and rest.endswith(("...", "…")) and title.casefold().startswith(shown.casefold())
    )


def _is_navigation(line: str) -> bool:
    """Whether a line is a bread crumb ("News › Middle East") or a row of links ("World | Sport | Weather")."""
    if line.endswith((".", "!", "?", ":", ";", ",", "”", '"')):
        return False
    crumbs = [part.split() for sign in ("›", "»", " > ", " | ", " / ") if sign in line for part in line.split(sign)]
    if not crumbs or any(len(words) > 3 for words in crumbs):
        return False
    return any(sign in line for sign in ("›", "»", " > ")) or len(crumbs) > 2
