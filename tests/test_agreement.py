"""Whether two dates or figures say the same: at the precision of the coarser side, and never refuted by silence."""

from __future__ import annotations

import pytest

from unami_cli import Date, Fact, Figure, build, read
from unami_cli.checking.agreement import matters, of_dates, of_figures, opposites, same_unit
from unami_cli.outcomes import Verdict


def _fact(text: str) -> Fact:
    return build([read(text.encode())]).facts[0]


def _date(text: str) -> Date:
    return _fact(f"It happened {text}.").dates[0]


def _figure(text: str) -> Figure:
    return _fact(f"There were {text}.").figures[0]


@pytest.mark.parametrize(
    ("claimed", "told", "verdict"),
    [
        ("in 2003", "on August 14, 2003", "agrees"),
        ("on August 14, 2003", "in 2003", "agrees"),
        ("in 2004", "on August 14, 2003", "differs"),
        ("in May 2003", "on August 14, 2003", "differs"),
        ("in 2017", "since 2017", "agrees"),
        ("in 2016", "since 2017", "differs"),
        ("from 1998 to 2004", "in 2002", "absent"),
        ("between 1998 and 2004", "in 2002", "agrees"),
        ("in 2002", "from 1998 to 2004", "agrees"),
        ("from 1998 to 2004", "from May 1998 to 2004", "agrees"),
        ("from 1998 to 2004", "from 2001 to 2004", "differs"),
        ("on 14 August", "on 14 August 2003", "agrees"),
        ("on 15 August", "on 14 August 2003", "differs"),
        ("in 44 BC", "in 1944", "differs"),
    ],
)
def test_dates_agree_at_the_precision_of_the_coarser(claimed: str, told: str, verdict: str) -> None:
    assert of_dates(_date(claimed), _date(told)) == verdict


@pytest.mark.parametrize(
    ("claimed", "told", "verdict"),
    [
        ("more than 600 staff", "over 700 personnel", "agrees"),
        ("500 personnel", "over 700 personnel", "differs"),
        ("over 7,000 staff", "over 700 staff", "differs"),
        ("800 staff", "over 700 staff", "absent"),
        ("more than 800 staff", "over 700 staff", "absent"),
        ("fewer than 500 staff", "over 700 staff", "differs"),
        ("fewer than 900 staff", "over 700 staff", "absent"),
        ("fewer than 900 staff", "700 staff", "agrees"),
        ("up to 500 staff", "500 staff", "agrees"),
        ("up to 800 staff", "500 staff", "differs"),
        ("up to 400 staff", "500 staff", "differs"),
        ("40 per cent", "40.2 per cent", "agrees"),
        ("39 per cent", "40.2 per cent", "differs"),
        ("about 750 staff", "700 staff", "agrees"),
        ("about 300 staff", "700 staff", "differs"),
        ("20 years", "two decades", "agrees"),
        ("six votes", "6 votes", "agrees"),
        ("six votes", "7 votes", "differs"),
    ],
)
def test_figures_agree_by_comparator_and_unit(claimed: str, told: str, verdict: str) -> None:
    mine, theirs = _figure(claimed), _figure(told)
    assert same_unit(mine.unit, theirs.unit)
    assert of_figures(mine, theirs) == verdict


@pytest.mark.parametrize(
    ("claimed", "told", "verdict"),
    [
        ("half of the land", "30% of the land", "differs"),
        ("a third of the land", "33 per cent of the land", "agrees"),
        ("fewer than one in five", "19.3 per cent", "agrees"),
        ("more than half of the votes", "45 percent", "differs"),
        ("half a metre", "0.5 metres", "agrees"),
    ],
)
def test_parts_of_a_whole_agree_in_words_and_per_cent(claimed: str, told: str, verdict: str) -> None:
    assert of_figures(_figure(claimed), _figure(told)) == verdict


def test_what_is_counted_must_be_the_same() -> None:
    assert same_unit("people", "soldiers")
    assert same_unit("staff", "personnel")
    assert not same_unit("people", "houses")
    assert not same_unit("years", "personnel")
    assert same_unit("km/h", "kilometres per hour")
    assert same_unit("mph", "miles per hour")
    assert not same_unit("km", "km/h")


def test_deeds_have_two_sides() -> None:
    assert matters("established") & matters("set created") == {"+exist"}
    assert opposites(["+exist"]) <= matters("dissolved")
    assert Verdict.DIFFERS == "differs"
