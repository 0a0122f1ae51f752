"""A text checked against itself, the calendar and the register: tables of cases by kind, hits and near misses apart.

All texts are invented, but for the resolutions of the register.
"""

from __future__ import annotations

import pytest

from unami_cli import build, findings, read
from unami_cli.outcomes import Aspect, Outcome
from unami_cli.values import replace

Found = list[tuple[str, str]]


def found(*texts: str, kinds: str = "") -> Found:
    """Verdict and text of each finding, of some kinds alone where they are named."""
    table = build([read(text.encode(), id=f"a{number}") for number, text in enumerate(texts, 1)])
    return [(one.outcome.value, one.text) for one in findings(table) if not kinds or one.aspect.value in kinds.split()]


def verdicts(*texts: str, kinds: str = "") -> list[str]:
    return [verdict for verdict, _ in found(*texts, kinds=kinds)]


@pytest.mark.parametrize(
    ("text", "verdict", "said"),
    [
        ("They met on Saturday, December 13, 2025.", "ok", "“Saturday, December 13, 2025” is a Saturday."),
        (
            "They met on Sunday, December 13, 2025.",
            "contradiction",
            "“Sunday, December 13, 2025” is a Saturday, not a Sunday.",
        ),
        ("They met on Sat 13 Dec 2025.", "ok", "“Sat 13 Dec 2025” is a Saturday."),
        ("They met on Tuesday 29 February 2000.", "ok", "“Tuesday 29 February 2000” is a Tuesday."),
        (
            "They met on 13 December 2025 (Sunday).",
            "contradiction",
            "“13 December 2025 (Sunday)” is a Saturday, not a Sunday.",
        ),
        (
            "They met on 5 March 2024, a Monday.",
            "contradiction",
            "“5 March 2024, a Monday” is a Tuesday, not a Monday.",
        ),
        ("They met on 5 March 2024 (a Tuesday).", "ok", "“5 March 2024 (a Tuesday)” is a Tuesday."),
        (
            "They met on Wed., Sept. 11, 2001.",
            "contradiction",
            "“Wed., Sept. 11, 2001” is a Tuesday, not a Wednesday.",
        ),
        ("They met on Tues. 11 September 2001.", "ok", "“Tues. 11 September 2001” is a Tuesday."),
        ("They met on Monday 3 May.", "cannot tell", "The text leaves the year of “Monday 3 May” open."),
        (
            "They met on Monday 5 October 1582.",
            "cannot tell",
            "“Monday 5 October 1582” is a Tuesday, not a Monday, unless the old calendar is meant.",
        ),
    ],
)
def test_weekdays(text: str, verdict: str, said: str) -> None:
    assert found(text) == [(verdict, said)]


def test_a_weekday_is_held_against_the_year_that_the_context_gives() -> None:
    text = "They met on December 13, 2025. They meet again on {} December 15."
    assert found(text.format("Monday")) == [("ok", "“Monday December 15” is a Monday in 2025.")]
    assert found(text.format("Friday")) == [
        ("contradiction", "“Friday December 15” is a Monday in 2025, not a Friday.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They met on 13 December 2025.",
        "They met on Saturday.",
        "In the Sun, 3 May 2020, it said no.",
        "The Sun, 4 May 2021, wrote so.",
        "The Sun. 4 May 2021 was dry.",
        "On 5 March 2024, a Monday-night show began.",
        "On 5 March 2024 a Friday prayer was held.",
    ],
)
def test_no_weekday(text: str) -> None:
    assert verdicts(text, kinds="weekday") in ([], ["ok"])


STORY = """{head}

The Harbour Relief Agency (HRA) was established {begin} by the towns of the coast. Its budget was small.

Over its {span} of operation, HRA fed the port. The Harbour Relief Agency was dissolved {end} in Porto.
"""


@pytest.mark.parametrize(
    ("begin", "end", "span", "verdict"),
    [
        ("on 14 August 2003", "on 31 December 2025", "22 years", "ok"),
        ("on 14 August 2003", "on 31 December 2025", "23 years", "ok"),
        ("on 14 August 2003", "on 31 December 2025", "two decades", "ok"),
        ("on 14 August 2003", "on 31 December 2025", "more than 20 years", "ok"),
        ("in 2003", "in 2025", "22 years", "ok"),
        ("on 14 August 2003", "on 31 December 2025", "31 years", "contradiction"),
        ("on 14 August 2003", "on 31 December 2025", "12 years", "contradiction"),
        ("on 14 August 2003", "on 31 December 2025", "more than 25 years", "contradiction"),
        ("on 1 March 2020", "on 1 July 2020", "four months", "ok"),
        ("on 1 March 2020", "on 1 July 2020", "nine months", "contradiction"),
        ("on 1 March 2020", "on 15 March 2020", "two weeks", "ok"),
    ],
)
def test_spans(begin: str, end: str, span: str, verdict: str) -> None:
    assert verdicts(STORY.format(head="The port", begin=begin, end=end, span=span), kinds="duration") == [verdict]


def test_a_headline_tells_the_span_of_what_the_story_ends() -> None:
    story = "UN Mission in Arland Ends {}-Year Chapter\n\nThe United Nations Mission for Arland (UNMA) was established on 14 August 2003. On 13 December 2025, they marked the conclusion of UNMA in Porto.\n"
    assert verdicts(story.format(22)) == ["ok"]
    assert verdicts(story.format(31)) == ["contradiction"]


@pytest.mark.parametrize(
    "told",
    [
        "In its first 10 years of operation, HRA fed the port.",
        "After 10 years of operation, HRA moved to Porto.",
        "HRA had a two-year mandate.",
        "HRA works with the 31-year-old Port Mission.",
        "For 31 years, Ana Costa led HRA.",
        "HRA was not dissolved on 3 May 2001.",
    ],
)
def test_spans_of_something_else(told: str) -> None:
    story = "HRA was established on 14 August 2003. HRA was dissolved on 31 December 2025."
    assert verdicts(f"The Harbour Relief Agency (HRA) met. {story} {told}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 20 March 2023, the 20th anniversary of the 2003 invasion, they met.", ["ok"]),
        ("In 2023 it marked the twentieth anniversary of the 2003 invasion.", ["ok"]),
        ("In 2023 it marked the 30th anniversary of the 2003 invasion.", ["contradiction"]),
        ("In 1996 they planned a hall for the 100th anniversary of the 1918 revolt.", []),
        ("They marked the 30th anniversary of the 2003 invasion.", []),
        ("It covers the ten years from 2010 to 2020.", ["ok"]),
        ("He served for 12 years, from 2003 to 2010 and from 2012 to 2017.", []),
        ("It covers the nine years from 2010 to 2015.", ["contradiction"]),
        ("The 71-year-old served from 1981 to 1987.", []),
        ("There was one flood every four days between 1999 and 2003.", []),
        ("She served for seven years and 43 days between 1908 and 1915.", []),
        ("He spent two years there between 1990 and 1995.", ["cannot tell"]),
        ("The ten-year war (2010-2020) is over.", ["ok"]),
        ("The 22-year mission began in 2013 and ended in 2025.", ["contradiction"]),
        ("The 22-year mission began in 2003 and ended in 2025.", ["ok"]),
        ("The 24-month programme began in May 2020 and ended in May 2021.", ["contradiction"]),
        ("The three-day fair began in 2013 and ended in 2025.", []),  # it may be held each year
        ("The mission began in 2013 and ended in 2025 after 22 years.", ["contradiction"]),
        ("The mission ended after 22 years, in 2025. It was established in 2013.", ["contradiction"]),
        ("The mission ended after 22 years, in 2025. It was established in 2003.", ["ok"]),
        ("The mission fell ill after 22 years, in 2025. It was established in 2013.", []),
    ],
)
def test_anniversaries_and_stretches(text: str, expected: list[str]) -> None:
    assert verdicts(text, kinds="duration") == [each for each in expected if each]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He served from 2010 to 2005.", ["contradiction"]),
        ("She led it between May 2010 and June 2005.", ["contradiction"]),
        ("Zoe Costa (1987-1912) sang.", ["contradiction"]),
        ("He served from 2005 to 2010.", []),
        ("They moved the goal from 2030 to 2025.", []),
        ("The gap between 2010 and 2005 was small.", []),
        ("It ran from 20 December to 5 January.", []),
        ("HRA was founded in 1999. HRA was dissolved in 1987.", ["contradiction"]),
        ("HRA was founded in 1987. HRA was dissolved in 1999.", []),
        ("HRA was dissolved in 1987. HRA was founded again in 1999.", []),
        ("Ana Costa was born in 1960 and died in 1950.", ["contradiction"]),
        ("Ana Costa was born in 1950 and died in 1960.", []),
        ("The mission began on 3 May 2020 and ended on 2 April 2019.", ["contradiction"]),
        ("The mission began on 3 May 2020 and ended on 2 April 2021.", []),
        ("The mission, which began in 2020, ended in 2019.", ["contradiction"]),
        ("He was appointed in 2015 and served until 2012.", ["contradiction"]),
        ("He was appointed mayor in 2015 and resigned in 2012.", ["contradiction"]),
        ("He was appointed in 2015 and had served until 2012.", []),
        ("The firm opened a shop in 2015 and closed in 2012.", []),  # the shop opened
        ("The firm opened in 2015 and closed its mill in 2012.", []),  # the mill closed
        ("It met in 2015 and ended in 2012.", []),
    ],
)
def test_order(text: str, expected: list[str]) -> None:
    assert verdicts(f"The Harbour Relief Agency (HRA) met. {text}", kinds="order") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Security Council Resolution 1500 (2003) says so.", ["ok"]),
        ("Security Council Resolution 1500 (2004) says so.", ["contradiction"]),
        ("UN Security Council resolution 1590 of March 24, 2005, says so.", ["ok"]),
        ("UN Security Council resolution 1590 of March 24, 2007, says so.", ["contradiction"]),
        ("Security Council Resolution 1500, adopted on 14 August 2003, says so.", ["ok"]),
        ("Security Council Resolution 1500, adopted on 15 May 2003, says so.", ["contradiction"]),
        ("In 2004, the Security Council adopted Security Council resolution 1500.", ["contradiction"]),
        ("The UN Security Council adopted Resolution 1373 in 2002.", ["contradiction"]),
        ("The Security Council unanimously adopted Resolution 1373 in 2001.", ["ok"]),
        ("HRA was established on August 14, 2003, via Security Council Resolution 1500.", ["ok"]),
        ("HRA was established on August 14, 2004, via Security Council Resolution 1500.", ["contradiction"]),
        # What a resolution establishes may begin months later.
        ("HRA was established on March 1, 2004, by Security Council Resolution 1500.", ["cannot tell"]),
        # Whose resolution it is, is guessed: the Assembly has a 181 of 1947.
        ("The Security Council met. They cite resolution 181 (1947).", ["cannot tell"]),
        ("They cite Security Council resolutions 242 (1967) and 338 (1973).", ["ok", "ok"]),
        ("They cite Security Council resolutions 242 (1967) and 338 (1976).", ["contradiction", "ok"]),
        ("General Assembly resolution 181 (1947) says so.", []),
        ("In 2004, Security Council Resolution 1500 was cited.", []),
        ("Security Council Resolution 1500 was extended on 12 August 2004.", []),
        ("HRA was established by Security Council resolution 2100 on 25 April 2013.", ["ok"]),
        ("HRA was set up by Security Council resolution 2100 on 25 April 2014.", ["cannot tell"]),
        ("HRA was set up by Security Council resolution 2100 on 25 April 2012.", ["contradiction"]),
        ("Its mandate was extended by Security Council resolution 2100 on 25 April 2012.", ["contradiction"]),
        ("Its mandate was extended by Security Council resolution 2100 on 25 April 2014.", []),
        ("Its mandate was extended by resolution 2100 on 25 April 2012, the Security Council said.", ["cannot tell"]),
        ("In 2012 HRA met those named by Security Council resolution 2100.", []),
        ("Security Council Resolution 9999 ended the war.", ["cannot tell"]),
        ("General Assembly Resolution 9999 ended the war.", []),
        ("The Security Council met. Resolution 9999 ended the war.", []),
    ],
)
def test_register(text: str, expected: list[str]) -> None:
    assert verdicts(text, kinds="register") == expected


@pytest.mark.parametrize(
    ("date", "said"),
    [
        (
            "on 1 January 2013",
            "“1 January 2013” has the year of Resolution 2100, 2013; the register does not hold its day.",
        ),
        ("in 2013", "“2013” is when Resolution 2100 was adopted, according to the register."),
    ],
)
def test_the_register_is_credited_with_what_it_holds(date: str, said: str) -> None:
    assert found(f"Security Council resolution 2100 was adopted {date}.") == [("ok", said)]


TWICE = [
    # The same words, another number.
    (
        "The flood in Porto destroyed 40 houses near the river.",
        "Near the river, the flood destroyed {} houses in Porto.",
        "40",
    ),
    (
        "Rebels killed 70 members of the Aru tribe in the valley.",
        "Reports say rebels killed {} members of the Aru tribe in the valley.",
        "70",
    ),
]


@pytest.mark.parametrize(("first", "second", "value"), TWICE)
def test_figures_told_twice(first: str, second: str, value: str) -> None:
    assert verdicts(f"{first} It rained. {second.format(value)}", kinds="twice") == ["ok"]
    assert verdicts(f"{first} It rained. {second.format(95)}", kinds="twice") == ["contradiction"]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("The fund was founded in {}.", ["contradiction"]),
        ("The fund met in {}.", []),  # it may have met twice
        ("Ana Costa was born on 31 October {} in Oslo.", ["contradiction"]),  # and is told once
    ],
)
def test_what_is_done_once_in_few_words(told: str, found: list[str]) -> None:
    assert verdicts(f"{told.format(1950)} It rained. {told.format(1952)}", kinds="twice") == found


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Ana Costa was mayor from 2014 to 2020.", "Ana Costa was mayor from 2012 to 2020.", ["contradiction"]),
        ("Ana Costa was mayor from 2014 to 2020.", "Ana Costa was mayor from 2006 to 2010.", []),  # she was it twice
        ("Ana Costa was mayor from 2014 to 2020.", "Rui Prado was mayor from 2012 to 2020.", []),
        ("Ana Costa was mayor from 2014 to 2020.", "Ana Costa was judge from 2012 to 2020.", []),
    ],
)
def test_overlapping_stretches_of_one_thing(first: str, second: str, expected: list[str]) -> None:
    assert verdicts(f"{first} It rained. {second}", kinds="twice") == expected


def test_two_ages_of_one_person() -> None:
    told = "Ana Costa, {}, spoke in Oslo. It rained. Ana Costa, {}, left."
    assert found(told.format(45, 46)) == [("contradiction", "Ana Costa is “45” and “46” years old.")]
    assert found(told.format(45, 45)) == []
    assert found("Ana Costa, 45, spoke in Oslo.", "Ana Costa, 46, spoke in Oslo.", kinds="age") == []


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Ana Costa, 47, lives in Oslo. In 2010 Ana Costa, 33, moved to Porto.", []),
        ("In 2010 Ana Costa, 33, moved to Porto. In 2010 Ana Costa, 35, sang.", ["contradiction"]),
        ("OSLO, 3 May 2024 - Ana Costa, 47, left. Ana Costa, 49, sang.", ["contradiction"]),
    ],
)
def test_an_age_is_one_of_its_year(told: str, found: list[str]) -> None:
    assert verdicts(told, kinds="twice") == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Costa, who was born on 4 May 1950, died on 3 June 2020 at the age of 80.", ["contradiction"]),
        ("Ana Costa, who was born on 4 May 1950, died on 3 June 2020 at the age of 70.", []),
        ("Ana Costa, who was born on 4 July 1950, died on 3 June 2020 aged 70.", ["contradiction"]),
        ("Ana Costa, who was born in 1950, died in 2020 aged 69.", []),
        ("Ana Costa was born in 1950. She sang. Ana Costa died in 2020 aged 60.", ["contradiction"]),
        ("Singer Ana Costa (1950-2020) died aged 60 in Porto.", ["contradiction"]),
        ("Singer Ana Costa (1950-2020) died aged 70 in Porto.", []),
        ("Queen Ana Costa (1950-2020) died aged 91 in Porto.", ["cannot tell"]),  # the years may be those of a reign
        ("Singer Ana Costa (1950-2020) left school at the age of 16.", []),
        ("Ana Costa died on Monday aged 66. She was 67 and had been ill for years.", ["contradiction"]),
        ("Ana Costa died on Monday aged 66. She was 66 and had been ill for years.", []),
        ("Ana Costa died on Monday aged 66. She was 27 when she moved to Porto.", []),
        ("Ana Costa, 47, was born in Porto in 1963 and became minister in 2024.", ["contradiction"]),
        ("Ana Costa, 47, was born in Porto in 1963 and became minister in 2004.", []),
        ("Ana Costa, 47, was born in Porto in 1963 and will become minister in 2024.", []),
        ("OSLO, 3 May 2024 - Ana Costa, 47, left. Ana Costa was born in 1963.", ["contradiction"]),
        ("OSLO, 3 May 2024 - Ana Costa, 47, left. Ana Costa was born in 1977.", []),
        ("OSLO, 3 May 2024 - In 2010 Ana Costa, 33, left. Ana Costa was born in 1977.", []),
    ],
)
def test_ages_fit_birth_and_death(text: str, expected: list[str]) -> None:
    assert verdicts(text, kinds="duration twice") == expected


def test_two_bounds_do_not_agree() -> None:
    first, second = "{} people died in the fire in Porto.", "In the fire in Porto, {} people died."
    for bounds, expected in (
        (("At least 23", "at least 31"), ["cannot tell"]),
        (("At least 23", "more than 31"), ["cannot tell"]),
        (("At least 23", "at least 23"), ["ok"]),
        (("23", "31"), ["contradiction"]),
    ):
        assert verdicts(f"{first} It rained. {second}".format(*bounds), kinds="twice") == expected
    assert verdicts(first.format("At least 23"), second.format("at least 31")) == ["cannot tell"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "The ministry raised spending on schools to $12 million.",
            "The ministry raised spending on health to $15 million.",
            [],
        ),
        (
            "The ministry raised spending on schools to $12 million.",
            "The ministry raised spending to $15 million.",
            ["contradiction"],
        ),
        ("Last year the firm made a profit of $12 million.", "This year the firm made a profit of $15 million.", []),
        ("The firm made a profit of $12 million.", "This year the firm made a profit of $15 million.", ["cannot tell"]),
        ("On Monday the fire in Porto killed 12 people.", "On Friday the fire in Porto killed 15 people.", []),
        ("On Monday the fire in Porto killed 12 people.", "The fire in Porto killed 15 people.", ["contradiction"]),
        ("In 2019 the fire killed 12 people.", "In 2020 another fire killed 15 people.", []),
        (
            "The new firm will have 212 ships and a dock in Porto.",
            "The new firm will have 221 ships.",
            ["contradiction"],
        ),
        ("The new firm will have 212 ships in Porto.", "The new firm will have 221 ships in Oslo.", []),
        ("The new firm sold 212 ships in May 2020.", "The new firm sold 221 ships in June 2020.", []),
        ("It has sold 212 ships and a dock in Porto.", "It has sold 221 ships.", []),
        ("A fire killed 12 people in Porto.", "Another fire killed 15 people in Porto.", []),
        ("In 2019 the fire killed 12 people.", "In 2020 a fire killed 12 people.", ["cannot tell"]),
        (
            "An explosion killed 12 people in Porto.",
            "The police said the explosion killed 15 people.",
            ["contradiction"],
        ),
        ("The blast killed 12 people, police said.", "The Red Cross said the blast killed 15 people.", ["cannot tell"]),
    ],
)
def test_another_thing_or_another_time(first: str, second: str, expected: list[str]) -> None:
    assert verdicts(f"{first} It rained. {second}", kinds="twice") == expected


def test_two_texts_may_tell_of_two_fires() -> None:
    told = "In {} a fire in Oslo killed 12 people."
    assert "contradiction" not in verdicts(told.format(2019), told.format(2020))


def test_what_is_found_in_one_text_does_not_depend_on_others() -> None:
    text = (
        "The flood in Porto destroyed 40 houses near the river. Near the river, the flood destroyed {} houses in Porto."
    )
    others = [
        f"Mill {number} by the river has {number} houses, a flood wall and a gate in Porto." for number in range(60)
    ]
    for value in (40, 95):
        alone = found(text.format(value), kinds="twice")
        assert alone
        assert set(alone) <= set(found(text.format(value), *others, kinds="twice"))


def test_what_two_texts_tell_word_for_word_is_no_finding() -> None:
    text = "The flood in Porto destroyed 40 houses near the river in 2020."
    assert found(text, text) == []
    other = "In 2020, near the river, the flood destroyed 40 houses in Porto."
    assert len(found(f"{text} {other}", f"{text} {other}")) == 1


def test_files_of_one_name_are_told_apart() -> None:
    texts = (
        "The flood in Porto destroyed 40 houses near the river in 2020.",
        "In 2020, the flood in Porto destroyed 95 houses near the river.",
    )
    table = build([replace(read(text.encode(), id=f"a{at}"), path=f"{at}/may.txt") for at, text in enumerate(texts)])
    (one,) = findings(table)
    assert one.text == "“40 houses” in 0/may.txt and “95 houses” in 1/may.txt are given for the same thing."


def test_about_so_many_is_no_contradiction() -> None:
    told = "The flood in Porto destroyed {} houses near the river. It rained. Near the river, the flood destroyed {} houses."
    assert verdicts(told.format("about 40", 45), kinds="twice") == ["cannot tell"]


def test_only_a_round_figure_is_another_one() -> None:
    told = "The flood in Porto destroyed {} houses near the river. It rained. Near the river, the flood destroyed {} houses."
    assert verdicts(told.format(76, 79), kinds="twice") == ["contradiction"]
    assert verdicts(told.format("14,486", "14,500"), kinds="twice") == ["ok"]


def test_a_headline_and_its_story() -> None:
    story = "Rebels of the north imprisoned {} farmers\n\nRebels of the north, who hold most of the hills, have imprisoned twelve farmers aboard a river ship for weeks.\n"
    assert verdicts(story.format(12), kinds="twice") == ["ok"]
    assert verdicts(story.format(15), kinds="twice") == ["contradiction"]


def test_a_short_headline_is_asked_about() -> None:
    story = "Hats sell for £{}\n\nFour of the hats of the band on the cover of the record have sold for £110 in an auction.\n"
    assert verdicts(story.format(950), kinds="twice") == []
    story = story.replace("Hats sell", "Band hats sell")
    assert verdicts(story.format(950), kinds="twice") == ["cannot tell"]


@pytest.mark.parametrize(
    "second",
    [
        "Near the river, the flood destroyed another 95 houses in Porto.",
        "Near the river, the flood destroyed 95 houses in Lagos.",
        "Near the river, the flood in Porto destroyed 95 bridges.",
        "In 2019, the flood in Porto had destroyed 95 houses near the river.",
        "Near the river, the flood in Porto might destroy 95 houses.",
        "The flood in Porto destroyed over 30 houses near the river.",
        "The town built 95 houses after the flood.",
        "Near the river, the flood in Porto destroyed 95 houses and 12 houses of the poor.",
    ],
)
def test_figures_of_something_else(second: str) -> None:
    assert "contradiction" not in verdicts(
        f"In 2020, the flood in Porto destroyed 40 houses near the river. It rained. {second}", kinds="twice"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HRA was founded in 1999. HRA was founded in 1987.", ["contradiction"]),
        ("HRA was founded in 1999. HRA was founded on 3 May 1999.", []),
        ("HRA was founded in 1999. HRA was reformed in 2005.", []),
        ("HRA was founded in 1999. “HRA was founded in 2005,” Ana Costa claimed.", []),
        ("HRA was founded in 1999. An office of HRA was founded in 2005.", []),
    ],
)
def test_dates_of_what_is_done_once(text: str, expected: list[str]) -> None:
    assert verdicts(f"The Harbour Relief Agency (HRA) met. {text}", kinds="twice") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arland Prime Minister Ana Costa spoke. Arland Prime Minister Rui Prado left.", ["cannot tell"]),
        ("Arland Prime Minister Ana Costa spoke. Former Arland Prime Minister Rui Prado left.", []),
        ("Foreign Secretary Ana Costa spoke. Senator Rui Prado and Senator Ana Lopes left.", []),
    ],
)
def test_two_holders_of_one_office(text: str, expected: list[str]) -> None:
    assert verdicts(text, kinds="twice") == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("António Guterres", "António Gutteres", ["cannot tell"]),
        ("Mohamed Hussein", "Muhammad Hussain", ["cannot tell"]),
        ("Maria Costa", "Mario Costa", []),
        ("George H. W. Bush", "George W. Bush", []),
        ("Jon Prado", "Jan Prado", []),
        ("António Guterres", "António Costa", []),
    ],
)
def test_spellings(one: str, other: str, expected: list[str]) -> None:
    assert verdicts(f"Minister {one} spoke. Minister {other} left.", kinds="spelling") == expected


def test_two_articles_are_held_against_each_other() -> None:
    first = "The flood in Porto destroyed 40 houses near the river in 2020."
    second = "In 2020, near the river, the flood destroyed {} houses in Porto."
    assert found(first, second.format(40)) == [("ok", "“40 houses” in a1 and “40 houses” in a2 agree.")]
    said = found(first, second.format(95), kinds="twice")
    assert said == [("contradiction", "“40 houses” in a1 and “95 houses” in a2 are given for the same thing.")]
    assert verdicts("Senator Ana Costa spoke.", "Minister Ana Costa spoke.") == []


def test_contradictions_come_first_and_each_once() -> None:
    text = "They met on Saturday, December 13, 2025. They met on Monday 3 May. They met on Sunday, December 13, 2025."
    assert verdicts(text) == ["contradiction", "cannot tell", "ok"]
    assert verdicts(f"{text} {text}") == ["contradiction", "cannot tell", "ok"]


def test_nothing_comes_of_nothing() -> None:
    assert findings(build([])) == ()
    assert verdicts("It rained.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It sank on 31 June 2024.", ["“31 June 2024” is not a date: that month has 30 days."]),
        ("It sank on February 29, 2023.", ["“February 29, 2023” is not a date: that month has 28 days."]),
        ("It sank on the 32nd of May 2020.", ["“32nd of May 2020” is not a date: that month has 31 days."]),
        ("It sank on Feb. 30, 2020.", ["“Feb. 30, 2020” is not a date: that month has 29 days."]),
        ("It sank on 31 Sept. 2020.", ["“31 Sept. 2020” is not a date: that month has 30 days."]),
        ("It sank on 2020-02-30.", ["“2020-02-30” is not a date: that month has 29 days."]),
        ("It sank on 31.06.2020.", ["“31.06.2020” is not a date: that month has 30 days."]),
        ("It sank on 2020-02-29, or on 06/31/2020, says file 2020-13-45.", []),
        ("It sank on 29 February 2024.", []),
        ("In June 40 people came, and 31 March was dry.", []),
        ("The 45 May Street house and the 99 March marches stayed.", []),
        ("Section 45 May 2020 was long.", []),
    ],
)
def test_days_that_no_calendar_has(text: str, found: list[str]) -> None:
    table = build([read(text.encode())])
    assert [one.text for one in findings(table) if one.aspect is Aspect.DAY] == found


def test_a_day_of_an_old_calendar_is_left_open() -> None:
    (one,) = findings(build([read(b"Sweden had a 30 February 1712.")]))
    assert (one.aspect, one.outcome) == (Aspect.DAY, Outcome.OPEN)
