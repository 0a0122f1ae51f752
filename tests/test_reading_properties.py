"""What holds of every text: reading never fails, and every span says what it is."""

from time import process_time
from timeit import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unami_cli.model import Article, BlockKind, Span
from unami_cli.reading import read_text
from unami_cli.reading.words import words_in

_PIECES = st.sampled_from(
    """Mission ends in Iraq|By Jane Doe|Edited by: Ana Ruiz and Li Na|Sources|• Reuters|- UN News|2 Views|Advertisement|> |
    |# Heading|Subject: Mission|From: Jane Doe|Date: 14 August 2003|He said: “It is over.|They left.” The U.S. stayed... |
    |Gen. Al-Hussein’s 1.5 km|\u200b|\u00ad|\ufeff|[3]|[a](http://x.org)|**|"\"\"|?|!|…| | |\t|\u00a0|(|)|;|—|a.m. |\ud800|\x0c
    |The mission closed its office in the capital on Monday, officials|1. |Mission ends in Ir... | Site|\U0001f600|جورج""".split("|")
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(_PIECES, st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"])), max_size=60).map("".join),
)
_UNSEEN = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def _ordered(spans: list[Span], start: int, end: int) -> None:
    for span in spans:
        assert start <= span.start < span.end <= end
        start = span.end


def _check(article: Article) -> None:
    text = article.text
    _ordered(list(article.blocks), 0, len(text))
    _ordered(list(article.byline), 0, len(text))
    _ordered(list(article.sources), 0, len(text))
    assert all(text[c.start : c.end] == c.text for c in article.byline)
    numbers = [b.number for b in article.blocks if b.kind is BlockKind.PARAGRAPH]
    assert numbers == list(range(1, len(numbers) + 1))
    for block in article.blocks:
        _ordered(list(block.sentences), block.start, block.end)
        for sentence in block.sentences:
            assert sentence.paragraph == block.number
            words = words_in(text, sentence.start, sentence.end)
            _ordered([Span(start, words.end(i)) for i, start in enumerate(words.starts)], sentence.start, sentence.end)
            assert all(text.startswith(word.text, start) for start, word in zip(words.starts, words, strict=True))


@given(_TEXTS)
def test_every_span_is_in_order_and_verbatim(text: str) -> None:
    _check(read_text(text))


@given(_TEXTS)
def test_sentences_cover_title_byline_and_paragraphs(text: str) -> None:
    for block in read_text(text).blocks:
        if block.kind in {BlockKind.FURNITURE, BlockKind.SOURCES}:
            assert block.sentences == ()
            continue
        covered = {i for s in block.sentences for i in range(s.start, s.end)}
        left = {text[i] for i in range(block.start, block.end) if i not in covered}
        assert all(c.isspace() or c in _UNSEEN or c == ">" for c in left)


@given(_TEXTS)
def test_blocks_cover_every_letter(text: str) -> None:
    covered = {i for b in read_text(text).blocks for i in range(b.start, b.end)}
    # Outside blocks stand only the marks of lists and headings, numbers of items, and the names of mail headers.
    left = "".join(text[i] for i in range(len(text)) if i not in covered)
    words = {w.casefold() for w in left.replace(":", " ").split() if w.isalpha()}
    assert words <= {"subject", "from", "date", "re", "fwd"}


@pytest.mark.parametrize(
    "unit", ["A. ", '". ', "By A B, ", "> ", "[", "x" * 5 + "\n", "\u200b", "Is it?” A a ", " " * 9 + "\n", "1. "]
)
def test_long_texts_take_linear_time(unit: str) -> None:
    def seconds(times: int) -> float:
        """The least processor time of three, without the garbage of other tests."""
        text = unit * times
        return min(repeat(lambda: read_text(text), timer=process_time, repeat=3, number=1))

    # Sixteen times the text takes far less than 256 times as long; 48 leaves room for a machine that slows down.
    assert seconds(4_000) < 48 * seconds(250) + 0.02
