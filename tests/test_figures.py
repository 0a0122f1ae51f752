"""Numbers that count or measure, and numbers that do not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unami_cli.extract.dates import find_dates
from unami_cli.extract.figures import find_figures
from unami_cli.model import Span
from unami_cli.reading import read_text
from unami_cli.table import build

Row = tuple[str, float, str | None, str]

# Each text, and every figure in it: its words, value, unit and comparator.
HITS: tuple[tuple[str, list[Row]], ...] = (
    ("a rate of negative 0.5 percent", [("negative 0.5 percent", -0.5, "percent", "=")]),
    ("18-to-24-year-olds", [("18", 18, "year", "="), ("24-year-olds", 24, "year", "=")]),
    (
        "Nine deaths—the most in years—26 cases and about 40 people—12 of them women—were told.",
        [
            ("Nine deaths", 9, "deaths", "="),
            ("26 cases", 26, "cases", "="),
            ("about 40 people", 40, "people", "~"),
            ("12 of them women", 12, "women", "="),
        ],
    ),
    ("A three–day, 26–mile march.", [("three–day", 3, "day", "="), ("26–mile", 26, "mile", "=")]),
    (
        "Two United States service members",
        [("Two United States service members", 2, "United States service members", "=")],
    ),
    (
        "13,000 false or misleading claims",
        [("13,000 false or misleading claims", 13000, "false or misleading claims", "=")],
    ),
    ("In 2020 40 people", [("40 people", 40, "people", "=")]),
    ("By May 2021 3.5 million had called", [("3.5 million", 3500000, None, "=")]),
    ("Anna 1,234\t45.6%", [("1,234", 1234, None, "="), ("45.6%", 45.6, "%", "=")]),
    ("2,50 euros", [("2,50 euros", 2.5, "euros", "=")]),
    ("2,5 million people", [("2,5 million people", 2500000, "people", "=")]),
    ("about 1,5 in all", [("about 1", 1, None, "~"), ("5", 5, None, "=")]),
    ("700 personnel and vehicles", [("700 personnel", 700, "personnel", "=")]),
    ("more than five million people", [("more than five million people", 5000000, "people", ">")]),
    ("over half a million Syrians", [("over half a million Syrians", 500000, "Syrians", ">")]),
    ("10 per cent of UN convoy requests", [("10 per cent", 10, "per cent", "=")]),
    ("over £1.1bn to vulnerable", [("over £1.1bn", 1100000000, "£", ">")]),
    ("up to $5 million for", [("up to $5 million", 5000000, "$", "<=")]),
    ("5 million dollars", [("5 million dollars", 5000000, "dollars", "=")]),
    ("US$5m", [("US$5m", 5000000, "US$", "=")]),
    ("EUR 5 million", [("EUR 5 million", 5000000, "EUR", "=")]),
    ("40 km (25 miles)", [("40 km", 40, "km", "="), ("25 miles", 25, "miles", "=")]),
    ("Smith, 34, said", [("34", 34, "years", "=")]),
    ("a 34-year-old man", [("34-year-old", 34, "year", "=")]),
    ("aged 34 and", [("34", 34, "years", "=")]),
    ("71 years old", [("71 years", 71, "years", "=")]),
    ("a 7.8-magnitude quake", [("7.8-magnitude", 7.8, "magnitude", "=")]),
    ("by 52 votes to 48", [("52 votes", 52, "votes", "="), ("48", 48, "votes", "=")]),
    ("two-thirds of members", [("two-thirds of members", 0.6666666666666666, "members", "=")]),
    ("It is done in 20 and 30 minutes", [("20", 20, "minutes", "="), ("30 minutes", 30, "minutes", "=")]),
    ("a quarter of the €75 million", [("a quarter", 0.25, "€", "="), ("€75 million", 75000000, "€", "=")]),
    ("The two met in May.", [("two", 2, None, "=")]),
    ("The fine of 12 euros stands.", [("12 euros", 12, "euros", "=")]),
    ("It cost 1.3 trillion won", [("1.3 trillion won", 1.3e12, "won", "=")]),
    ("Two earlier truces failed", [("Two earlier truces", 2, "truces", "=")]),
    ("Flights rose from 12 to 24", [("12", 12, "Flights", "="), ("24", 24, "Flights", "=")]),
    ("Teams from many towns came in groups of three", [("three", 3, "Teams", "=")]),
    ("Prices in shops rose from 12 to 24", [("12", 12, "Prices", "="), ("24", 24, "Prices", "=")]),
    ("Seven pilots flew; all seven are well", [("Seven pilots", 7, "pilots", "="), ("seven", 7, "pilots", "=")]),
    ("Seven pilots flew; on day 12 it rained", [("Seven pilots", 7, "pilots", "=")]),
    ("two-three days", [("two", 2, "days", "="), ("three days", 3, "days", "=")]),
    ("a five-four vote", [("five", 5, "vote", "="), ("four vote", 4, "vote", "=")]),
    ("won 10-15 seats", [("10", 10, "seats", "="), ("15 seats", 15, "seats", "=")]),
    ("a range of 5-22", [("5", 5, None, "="), ("22", 22, None, "=")]),
    ("3 coats at 300.000 VND", [("3 coats", 3, "coats", "="), ("300.000 VND", 300000, "VND", "=")]),
    ("sold for Rp 23.500", [("Rp 23.500", 23500, "Rp", "=")]),
    ("108.325 JPY", [("108.325 JPY", 108.325, "JPY", "=")]),
    ("a rate of 23.50 VND", [("23.50 VND", 23.5, "VND", "=")]),
    ("a quarter of the population", [("a quarter of the population", 0.25, "population", "=")]),
    ("one in five children", [("one in five children", 0.2, "children", "=")]),
    ("a dozen men", [("a dozen men", 12, "men", "=")]),
    ("two dozen men", [("two dozen men", 24, "men", "=")]),
    ("a six - member team", [("six - member", 6, "member", "=")]),
    ("cost NZ $ 26 million", [("NZ $ 26 million", 26000000, "NZ $", "=")]),
    ("20 + versions of it", [("20 + versions", 20, "versions", ">=")]),
    ("about a 20 minute walk", [("about a 20 minute", 20, "minute", "~")]),
    ("two small, old wooden boats", [("two small, old wooden boats", 2, "small, old wooden boats", "=")]),
    (
        "eight of the nation's 10 most populous states",
        [("eight", 8, "populous states", "="), ("10 most populous states", 10, "populous states", "=")],
    ),
    ("gave the UN $ 5 million", [("$ 5 million", 5000000, "$", "=")]),
    ("took 3, maybe more cars", [("3", 3, None, "=")]),
    ("5 + 6 dots", [("5", 5, None, "=")]),
    ("twenty-two years", [("twenty-two years", 22, "years", "=")]),
    ("one hundred and five men", [("one hundred and five men", 105, "men", "=")]),
    ("three and a half years", [("three and a half years", 3.5, "years", "=")]),
    ("a hundred men", [("a hundred men", 100, "men", "=")]),
    ("a million men", [("a million men", 1000000, "men", "=")]),
    ("63 nation coalition", [("63 nation", 63, "nation", "=")]),
    ("$100-million deal", [("$100-million", 100000000, "$", "=")]),
    ("816 000 t of wheat", [("816 000 t", 816000, "t", "=")]),
    ("1.234,5 km", [("1.234,5 km", 1234.5, "km", "=")]),
    ("3,000 to 5,000 people", [("3,000", 3000, "people", "="), ("5,000 people", 5000, "people", "=")]),
    ("10-15 per cent", [("10", 10, "per cent", "="), ("15 per cent", 15, "per cent", "=")]),
    ("$5-7 million", [("$5", 5000000, "$", "="), ("7 million", 7000000, "$", "=")]),
    ("one year later", [("one year", 1, "year", "=")]),
    ("one per cent of", [("one per cent", 1, "per cent", "=")]),
    ("5 or more people", [("5 or more people", 5, "people", ">=")]),
    ("40-plus countries", [("40-plus countries", 40, "countries", ">=")]),
    ("40+ countries", [("40+ countries", 40, "countries", ">=")]),
    ("fewer than 90 employees", [("fewer than 90 employees", 90, "employees", "<")]),
    ("not more than 40 fighters", [("not more than 40 fighters", 40, "fighters", "<=")]),
    ("about 50 or so men", [("about 50 or so men", 50, "men", "~")]),
    ("some 50 men", [("some 50 men", 50, "men", "~")]),
    ("28 people were killed and 40 wounded", [("28 people", 28, "people", "="), ("40 wounded", 40, "wounded", "=")]),
    ("killed 28 and wounded 40", [("28", 28, None, "="), ("40", 40, None, "=")]),
    ("twenty five men", [("twenty five men", 25, "men", "=")]),
    ("fifteen hundred men", [("fifteen hundred men", 1500, "men", "=")]),
    ("two or three days", [("two", 2, "days", "="), ("three days", 3, "days", "=")]),
    (
        "five-, six- and seven-year terms",
        [("five", 5, "year", "="), ("six", 6, "year", "="), ("seven-year", 7, "year", "=")],
    ),
    ("He was shot 3 times", [("3 times", 3, "times", "=")]),
    ("-5 degrees Celsius", [("-5 degrees Celsius", -5, "degrees Celsius", "=")]),
    ("minus 40C", [("minus 40C", -40, "C", "=")]),
    ("It was −5C overnight.", [("−5C", -5, "C", "=")]),
    ("Profits were -$3 million.", [("-$3 million", -3000000, "$", "=")]),
    ("temperatures of 40°C", [("40°C", 40, "°C", "=")]),
    ("5 x 10 m", [("5", 5, "m", "="), ("10 m", 10, "m", "=")]),
    ("Maria (47) said", [("47", 47, "years", "=")]),
    (
        "a 13-0 vote with 2 abstentions",
        [("13", 13, "vote", "="), ("0 vote", 0, "vote", "="), ("2 abstentions", 2, "abstentions", "=")],
    ),
    ("the two-state solution", [("two-state", 2, "state", "=")]),
    ("a 3-year, $20-million plan", [("3-year", 3, "year", "="), ("$20-million", 20000000, "$", "=")]),
    ("around 6,000 U.S. troops", [("around 6,000 U.S. troops", 6000, "U.S. troops", "~")]),
    ("five of the wounded", [("five of the wounded", 5, "wounded", "=")]),
    ("112 of the 340 buildings", [("112", 112, "buildings", "="), ("340 buildings", 340, "buildings", "=")]),
    ("the number of dead rose to 34", [("34", 34, "dead", "=")]),
    ("Rs 12 crore", [("Rs 12 crore", 120000000, "Rs", "=")]),
    ("Rs. 500", [("Rs. 500", 500, "Rs", "=")]),
    ("50,000 square kilometres", [("50,000 square kilometres", 50000, "square kilometres", "=")]),
    ("5.5 sq km", [("5.5 sq km", 5.5, "sq km", "=")]),
    ("80 km/h", [("80 km/h", 80, "km/h", "=")]),
    ("100 kilometres per hour", [("100 kilometres per hour", 100, "kilometres per hour", "=")]),
    ("It fell to -10C.", [("-10C", -10, "C", "=")]),
    ("5 litres per person", [("5 litres", 5, "litres", "=")]),
    ("1/3 of people", [("1/3 of people", 0.3333333333333333, "people", "=")]),
    ("2½ years", [("2½ years", 2.5, "years", "=")]),
    ("1,00,000 people", [("1,00,000 people", 100000, "people", "=")]),
    ("20,000-30,000 people", [("20,000", 20000, "people", "="), ("30,000 people", 30000, "people", "=")]),
    ("between 10 and 20 people", [("10", 10, "people", "="), ("20 people", 20, "people", "=")]),
    (
        "at least 12 people, including 4 children, died",
        [("at least 12 people", 12, "people", ">="), ("4 children", 4, "children", "=")],
    ),
    ("the first 100 days", [("100 days", 100, "days", "=")]),
    ("the last 3 years", [("3 years", 3, "years", "=")]),
    ("2 million-strong crowd", [("2 million-strong crowd", 2000000, "crowd", "=")]),
    ("the 10,000-strong force", [("10,000-strong force", 10000, "force", "=")]),
    ("six-month-old baby", [("six-month-old", 6, "month", "=")]),
    ("in 20 to 30 minutes", [("20", 20, "minutes", "="), ("30 minutes", 30, "minutes", "=")]),
    ("nearly two-thirds", [("nearly two-thirds", 0.6666666666666666, None, "~")]),
    ("3 percentage points", [("3 percentage points", 3, "percentage points", "=")]),
    ("two seconds later", [("two seconds", 2, "seconds", "=")]),
    ("€27.15 a share", [("€27.15", 27.15, "€", "=")]),
    ("5€", [("5€", 5, "€", "=")]),
    ("A$2.5 billion", [("A$2.5 billion", 2500000000, "A$", "=")]),
    ("100bn yen", [("100bn yen", 100000000000, "yen", "=")]),
    ("3.55m Euros and 5m yuan", [("3.55m Euros", 3550000, "Euros", "="), ("5m yuan", 5000000, "yuan", "=")]),
    ("20 years’ imprisonment", [("20 years", 20, "years", "=")]),
    ("an eight-hour, 300-km drive", [("eight-hour", 8, "hour", "="), ("300-km", 300, "km", "=")]),
    ("two women and three children", [("two women", 2, "women", "="), ("three children", 3, "children", "=")]),
    ("one million people", [("one million people", 1000000, "people", "=")]),
    ("a population of 1.4 billion", [("1.4 billion", 1400000000, None, "=")]),
    ("In Mosul 300 families fled", [("300 families", 300, "families", "=")]),
    ("Five soldiers died", [("Five soldiers", 5, "soldiers", "=")]),
    ("said. “Two of them fled", [("Two", 2, None, "=")]),
    ("10 times more", [("10 times", 10, "times", "=")]),
    ("£20m-£30m", [("£20m", 20000000, "£", "="), ("£30m", 30000000, "£", "=")]),
    ("$1.5 to $2 million", [("$1.5", 1500000, "$", "="), ("$2 million", 2000000, "$", "=")]),
    ("half of all women", [("half of all women", 0.5, "women", "=")]),
    ("more than half of them", [("more than half", 0.5, None, ">")]),
    ("half an hour", [("half an hour", 0.5, "hour", "=")]),
    ("two decades", [("two decades", 2, "decades", "=")]),
    ("450 kg (990 lb)", [("450 kg", 450, "kg", "="), ("990 lb", 990, "lb", "=")]),
    ("ten thousand five hundred men", [("ten thousand five hundred men", 10500, "men", "=")]),
    ("a thousand and one nights", [("a thousand and one nights", 1001, "nights", "=")]),
    ("three quarters of a million", [("three quarters of a million", 750000, None, "=")]),
    (
        "1.5 million-2 million people",
        [("1.5 million", 1500000, "people", "="), ("2 million people", 2000000, "people", "=")],
    ),
    ("no fewer than 25 UN aid workers", [("no fewer than 25 UN aid workers", 25, "UN aid workers", ">=")]),
    ("as many as 200 men", [("as many as 200 men", 200, "men", "<=")]),
    ("an estimated 500 men", [("an estimated 500 men", 500, "men", "~")]),
    ("guidance of $430-$455 million", [("$430", 430_000_000, "$", "="), ("$455 million", 455_000_000, "$", "=")]),
    ("About 3 in 10 of the 36 people", [("About 3 in 10", 0.3, "people", "~"), ("36 people", 36, "people", "=")]),
    ("380 billion US dollars", [("380 billion US dollars", 380_000_000_000, "US dollars", "=")]),
    ("2 car bombs exploded; the toll rose to 63", [("2 car bombs", 2, "car bombs", "="), ("63", 63, None, "=")]),
    ("in excess of 500 men", [("in excess of 500 men", 500, "men", ">")]),
)

NEAR_MISSES = (
    "Berg in 80 and 84, Dorn in 96.",
    "He fell foul of Dorn in ’91.",
    "The class of '69 left.",
    "police posts 542 and 543",
    "rooms 4 and 5",
    "dozens of men",
    "hundreds of thousands of men",
    "several hundred men",
    "one of the men",
    "one man said",
    "at 2.15pm and 10:30 and 6 p.m.",
    "at 0900 hours",
    "at 9 o’clock",
    "the A38 and Route 66, Flight MH17",
    "Article 51 of Chapter VII",
    "No. 10 said",
    "the Group of 77",
    "Radio 4 and Channel 4 said",
    "Apollo 11, Boeing 737 and F-16s",
    "an AK-47 and COVID-19",
    "the 93rd anniversary",
    "the twenty-first century",
    "in his mid-30s",
    "ring 1-800-555-1234 or (813) 529-0220",
    "see pages 12-15 of it",
    "the 1267 Committee and the 1718 Sanctions Committee met",
    "call +44 20 7946 0958",
    "version 2.0.1",
    "[3] It said",
    "1. The first",
    "(2) the second",
    "at 10 Downing Street",
    "in NY 10017",
    "24/7 service",
    "the 9/11 attacks",
    "more than double",
    "twice as many",
    "10th Mountain Division",
    "1st Lt. Smith",
    "5G networks",
    "a third person died",
    "a second man",
    "12 August",
    "Task Force 51 and Team 6",
    "Kurdistan24 reported",
    "Day 3 of",
    "the G20 and G-20",
    "section 5(2)",
    "paragraphs 4 and 5",
    "Resolution 1 of",
    "chapters 3 to 5",
    "Team USA won 3-1",
    "they lost 1-3 at home",
    "Act 1079 creates exceptions",
    "Arsenal 2-1 Chelsea: a late win",
    "Arsenal 1-2 Chelsea in May",
    "a one-two punch brought on by the storm",
    "a ratio of 1:5",
    "3x faster",
    "room 12",
    "page 3 of 12",
    "zero casualties",
    "half-brother",
    "the second half",
    "a decade ago",
    "on the 4th floor",
    "2017-01-13 2017 Honduras",
    "call 555 1234",
)

# Open on purpose: "items" counts as often as it numbers, and "ruling" looks like a verb.
KNOWN_WRONG: tuple[tuple[str, list[Row]], ...] = (
    ("items 3, 4 and 5 of the agenda", []),
    ("a 5-4 ruling", [("5", 5, "ruling", "="), ("4 ruling", 4, "ruling", "=")]),
)


def found(text: str) -> list[Row]:
    dates = find_dates(text, 0, len(text))
    return [(f.text, f.value, f.unit, f.comparator.value) for f in find_figures(text, 0, len(text), dates)]


@pytest.mark.parametrize(("text", "figures"), HITS)
def test_finds(text: str, figures: list[Row]) -> None:
    assert found(text) == figures


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "figures"), KNOWN_WRONG)
@pytest.mark.xfail(strict=True)
def test_known_wrong(text: str, figures: list[Row]) -> None:
    assert found(text) == figures


def test_whole_amounts_are_integers() -> None:
    (figure,) = find_figures("£1.1bn", 0, 6)
    assert figure.value == 1_100_000_000
    assert isinstance(figure.value, int)


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Two men. At least 28 people died. Four left."
    (figure,) = find_figures(text, 9, 33)
    assert (figure.start, figure.end, figure.text) == (9, 27, "At least 28 people")


def test_no_figure_starts_in_an_occupied_span() -> None:
    text = "Camp 7 holds 12 men."
    assert [f.value for f in find_figures(text, 0, len(text), [Span(0, 6)])] == [12]
    assert find_figures(text, 0, len(text), [Span(0, 20)]) == ()


PIECES = st.sampled_from(
    "1 2 5 14 100 1,000 1.5 816 000 3:2 one two twenty half a dozen hundred million third quarter more than at least up to "
    "people km % $ £ US$ Rs. °C per cent year old aged No. Article of and or - – / , . ( ) [ ] ’ s x + ½ \u00ad \n".split(
        " "
    )
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=25))
def test_is_total_and_its_spans_hold_their_words(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in pieces)
    figures = find_figures(text, 0, len(text), find_dates(text, 0, len(text)))
    for figure in figures:
        assert text[figure.start : figure.end] == figure.text != ""
    assert all(a.end <= b.start for a, b in pairwise(figures))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("She was 84.", "years"),
        ("Maria Lopez turned 40 on Monday.", "years"),
        ("It was 12 at noon.", None),
        ("The score was 84.", None),
    ],
)
def test_ages_after_a_verb(text: str, unit: str | None) -> None:
    assert [figure.unit for figure in find_figures(text, 0, len(text), ())] == [unit]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Six players came. Four of them were hurt.", ["players", "players"]),
        ("Six players came. The other two rested.", ["players", "players"]),
        ("Six players came.\n\nAll six of them were hurt.", ["players", "players"]),
        ("Six players came. It rained for four.", ["players", None]),
        ("Six miles on, it rained. Four of them were hurt.", ["miles", None]),
    ],
)
def test_a_number_counts_again_what_the_sentence_before_counted(text: str, units: list[str | None]) -> None:
    table = build([read_text(text)])
    assert [figure.unit for fact in table.facts for figure in fact.figures] == units
