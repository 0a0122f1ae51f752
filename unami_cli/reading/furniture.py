"""What a page adds around an article: counters, sharing, subscriptions, legal lines, links to other pages."""

from __future__ import annotations

import re

from unami_cli.patterns import pattern
from unami_cli.reading.layout import ends_sentence

PROSE_WORDS = 8
"""So many words and the end of a sentence make prose; less may be a heading, a label or a name."""


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in listed.split("|"))


_ALONE = frozenset(
    _phrases("""
    ad | advert | promoted | comment | comments | share | shares | print | email | e-mail | save | tweet | facebook
    | twitter | whatsapp | linkedin | telegram | reddit | pinterest | link copied | menu | search | close | home
    | login | log in | sign in | register | top | next | previous | related | recommended | trending | trending now
    | latest news | top stories | show more | load more | more | listen | watch | live | gallery | video | loading
    | loading… | loading... | newsletter | newsletters | accept | accept all | reject all | i agree | continue
    | end of article | ends | end | report an error | report this ad | send feedback | feedback | tags | topics
    | file photo | embed | transcript | download | previous post | next post | reply | follow | following
    | around the web | from the web | editors' picks | editor's picks | editor’s picks | via email | -30- | ###""")
)
"""Lines that are furniture when nothing else stands in them, in lower case."""

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
    | story continues | continue reading | scroll down | view comments | add a comment | add your comment
    | leave a comment | leave a reply | post a comment | post your comment | be the first to comment | log in to
    | login to | sign in to | already a subscriber | support our journalism | support independent | become a member
    | become a supporter | buy a copy | got a story | got a tip | got a news tip | have a story | have a tip
    | do you have a story | have something to say | contact us | contact the newsdesk | let us know in the comments
    | our standards: | copy link | back to top | this article originally | this article was originally
    | this story was originally | this post was originally | this article was amended | originally published
    | don't miss | don’t miss | in case you missed | unsubscribe | view this email | view in browser
    | estimated reading time | reading time:""")
"""How lines begin that speak to the visitor of a page, however long they are."""

_HEADINGS = _phrases("""
    advertisement | sponsored | promoted content | more: | more on | more from | more stories | more news | related:
    | related articles | related stories | related topics | related reading | related coverage | related content
    | related news | related links | recommended: | recommended for | cookie | cookies | tags: | tag: | topics: | topic:
    | filed under | posted in | categories: | category: | keywords: | labels: | last updated | last modified
    | last edited | updated: | photo: | photos: | photo credit | photo courtesy | image: | images: | image credit
    | image source | image copyright | image caption | media caption | picture: | picture credit | photograph:
    | getty images | watch: | watch more | listen: | view all | view gallery | view original | show comments
    | post comment | no comments | comments are | comments ( | comments off | donate | send us | tell us
    | what do you think | terms of | terms and conditions | privacy policy | privacy notice | disclaimer | about us
    | about the author | return to | this article was | this story was | this post was | republished | reprinted
    | trending: | most read | most popular | most viewed | you may also | you might also | up next | next article
    | previous article | next: | previous: | permalink | short link | short url | opens in | external link
    | time to read | select language | choose language | translate this | powered by | get breaking""")
"""How lines of furniture begin that are no sentences; a sentence may begin so, too."""

_CLOSING = (
    "did you find", "found a", "spotted a", "we will consider", "related", "recommended", "more from", "more stories",
    "more news", "most read", "most popular", "most viewed", "trending", "you may also", "you might also", "comments",
    "view comments", "leave a", "top stories", "latest news", "around the web", "from the web", "about the author",
    "read next", "up next", "editor", "more on this story", "©", "all rights reserved", "copyright", "subscribe",
    "tags", "topics", "filed under", "share this", "follow us",
)  # fmt: skip
_COUNTER = pattern(
    r"""(?:\D{0,12}\s)? \d[\d.,]*\s?[km]? (?:\s|[ ]?[·|]\s)? \+?
    (?:views?|comments?|shares?|likes?|retweets?|repl(?:y|ies)|reads?|claps?|votes?|followers|reading\snow|reactions?
      |responses?|min(?:ute)?s?[\s-]read|photos|images|ratings?|downloads|visits|hits|people\sreading)
    (?:[ ]?[·|,:]?[ ].{0,20})? \Z""",
    re.VERBOSE,
)
_SHORT, _LONGEST = 90, 300
_TRIM = " \t[]()•*_:>»"


def is_furniture(line: str) -> bool:
    """Whether a line, taken for itself, is page furniture by what it says or how it is made."""
    low = line.strip(_TRIM).casefold()
    if low in _ALONE or not any(map(str.isalnum, low)):
        return True
    if len(line) > _LONGEST:
        return False
    if _begins(low, _COMMANDS) or line.startswith("©") or (line.startswith("![") and line.endswith(")")):
        return True
    prose = ends_sentence(line) and len(line.split()) >= PROSE_WORDS
    if _begins(low, _HEADINGS):
        return not prose
    return len(line) <= _SHORT and (bool(_COUNTER.match(low)) or _is_navigation(line))


def _begins(low: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands at the beginning, as whole words."""
    if not low.startswith(phrases):
        return False
    return any(low.startswith(phrase) and not low[len(phrase) : len(phrase) + 1].isalpha() for phrase in phrases)


def closes_article(line: str) -> bool:
    """Whether short lines after this piece of furniture are furniture, too: other headlines, names of sections."""
    low = line.strip(_TRIM).casefold()
    return low.startswith(_CLOSING) or low in {"read more", "read also", "also read", "see also", "read next", "more"}


def repeats_title(line: str, title: str) -> bool:
    """Whether a line is the article's title again, perhaps cut off, perhaps followed by the name of the site."""
    rest = line.strip()
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
    if any(c.isdigit() for c in line) or line.endswith((".", "!", "?", ":", ";", ",", "”", '"')):
        return False
    crumbs = [part.split() for sign in ("›", "»", " > ", " | ", " / ") if sign in line for part in line.split(sign)]
    if not crumbs or any(len(words) > 3 for words in crumbs):
        return False
    return any(sign in line for sign in ("›", "»", " > ")) or len(crumbs) > 2
