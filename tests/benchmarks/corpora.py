"""Turn corpora whose tokens are tagged into folders of texts that `weights.py` counts.

    corpora.py NAME FOLDER OUT        NAME is newswire, wikigold, uner, crossner or docred; FOLDER is a copy of its repository

The corpora are not kept here. Each is public: github.com/stanfordnlp/en-worldwide-newswire (the English Worldwide
Newswire), WikiGold (a file `wikigold.conll.txt`, CC BY 4.0), github.com/UniversalNER/UNER_English-EWT and
UNER_English-PUD (CC BY-SA 4.0), github.com/zliucr/CrossNER (MIT; its domains without `conll2003`),
github.com/tonytan48/Re-DocRED (MIT; `dev` and `test`).
A text is put together from its tokens, each name with its kind: person, body, place or thing. Nationalities are no names.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_KINDS = {
    **dict.fromkeys("person per politician scientist writer musicalartist researcher".split(), "person"),
    **dict.fromkeys(
        "organization organisation org politicalparty university band academicjournal magazine".split(), "body"
    ),
    **dict.fromkeys("location loc facility country".split(), "place"),
}
_NO_NAMES = frozenset(
    "norp date money time num o field task algorithm metrics discipline musicgenre literarygenre".split()
)
_TIGHT = re.compile(r"""[.,;:!?%)\]}…]+|['’]{1,2}(?:s|re|ve|ll|d|m|t)?|n['’]t|''""", re.IGNORECASE)
_OPENING = frozenset("([{$£€#“‘``")
_SENTENCES_A_PARAGRAPH = 4
_SENTENCES_A_TEXT = 12  # where a corpus does not tell which sentences make a text
_Sentence = list[tuple[str, str]]
"""Its words, each with its tag."""
_Name = tuple[int, int, str]


def _sentences(lines: Iterable[str], column: int, tag: int) -> Iterator[_Sentence]:
    """The tokens and tags of each sentence of a table, sentences parted by an empty line."""
    sentence: _Sentence = []
    for line in lines:
        cells = line.rstrip("\n").rstrip("\\").split("\t" if "\t" in line else " ")
        if len(cells) <= max(column, tag) or line.startswith("#"):
            if sentence and not line.startswith("#"):
                yield sentence
                sentence = []
            continue
        if cells[column]:
            sentence.append((cells[column], cells[tag]))
    if sentence:
        yield sentence


def _kind(tag: str) -> str | None:
    label = tag.partition("-")[2].casefold()
    return None if not label or label in _NO_NAMES else _KINDS.get(label, "thing")


def _text(sentences: Iterable[_Sentence], demonyms: frozenset[str]) -> tuple[str, list[_Name]]:
    """The words of some sentences as a text, and where its names stand, each with its kind."""
    text = ""
    names: list[_Name] = []
    for number, sentence in enumerate(sentences):
        text += ("\n\n" if number % _SENTENCES_A_PARAGRAPH == 0 else " ") if text else ""
        before, last, marks = "", None, 0
        for word, tag in sentence:
            marks += word == '"'
            opened = before in _OPENING or (before == '"' and marks % 2 > 0)
            closing = _TIGHT.fullmatch(word) or (word == '"' and marks % 2 == 0)
            text += word if not before or opened or closing else f" {word}"
            kind = _kind(tag)
            if kind and kind == last and tag[:1] in "IE":
                names[-1] = (names[-1][0], len(text), kind)
            elif kind:
                names.append((len(text) - len(word), len(text), kind))
            before, last = word, kind
    return text, [
        name for name in names if not (name[2] != "person" and text[name[0] : name[1]].casefold() in demonyms)
    ]


def _documents(path: Path) -> Iterator[tuple[str, list[_Sentence]]]:
    """The texts of DocRED, which gives for each entity the sentences and the bounds of its mentions."""
    for at, document in enumerate(json.loads(path.read_text("utf-8"))):
        tags = [["O"] * len(sentence) for sentence in document["sents"]]
        for mention in (mention for entity in document["vertexSet"] for mention in entity):
            (start, end), of = mention["pos"], tags[mention["sent_id"]]
            of[start:end] = [f"B-{mention['type']}", *[f"I-{mention['type']}"] * (end - start - 1)]
        yield f"{path.stem}-{at:04}", [list(zip(*of, strict=True)) for of in zip(document["sents"], tags, strict=True)]


def _texts(name: str, folder: Path) -> Iterator[tuple[str, list[_Sentence]]]:
    if name == "newswire":
        for path in sorted((folder / "processed_annotated").glob("*.tsv")):
            yield path.name.split(".")[0], list(_sentences(path.open(encoding="utf-8"), 0, 1))
        return
    if name == "docred":
        for path in sorted((folder / "data").glob("*_revised.json")):
            yield from _documents(path)
        return
    if name == "wikigold":
        files = [(path, 0, 1) for path in folder.glob("wikigold*.txt")]
    elif name == "uner":
        files = [(path, 1, 2) for path in sorted(folder.glob("*.iob2")) if "train" not in path.name]
    else:
        files = [(path, 0, 1) for path in sorted(folder.glob("ner_data/*/*.txt")) if path.parent.name != "conll2003"]
    for path, column, tag in files:
        every = list(_sentences(path.open(encoding="utf-8"), column, tag))
        for at in range(0, len(every), _SENTENCES_A_TEXT):
            yield f"{path.parent.name}-{path.stem}-{at:05}", every[at : at + _SENTENCES_A_TEXT]


def main() -> None:
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument("name", choices=["newswire", "wikigold", "uner", "crossner", "docred"])
    parse.add_argument("folder", type=Path)
    parse.add_argument("out", type=Path)
    args = parse.parse_args()
    listed = Path(__file__).parents[2] / "unami_cli" / "data" / "demonyms.txt"
    demonyms = frozenset(line.partition("\t")[0] for line in listed.read_text("utf-8").splitlines())
    args.out.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, sentences in _texts(args.name, args.folder):
        text, spans = _text(sentences, demonyms)
        (args.out / f"{name}.txt").write_text(text + "\n", "utf-8")
        (args.out / f"{name}.json").write_text(json.dumps({"spans": spans}), "utf-8")
        count += 1
    print(f"{args.out}: {count} texts")


if __name__ == "__main__":
    main()
