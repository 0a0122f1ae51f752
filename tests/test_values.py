"""Values: records with slots that are compared by their fields."""

import pickle

import pytest

from unami_cli.model import Mention, Span
from unami_cli.reading import read_text
from unami_cli.table import FactTable, build
from unami_cli.values import Value, replace


class Point(Value):
    x: int
    y: int = 0


class Place(Point):
    name: str = ""


def test_fields_come_by_place_by_name_or_from_defaults() -> None:
    assert (Place(1).y, Place(1, name="a").name, Place(1, 2, "b").name) == (0, "a", "b")
    assert Place._fields == ("x", "y", "name")


@pytest.mark.parametrize("values", [{}, {"x": 1, "z": 2}, {"y": 2}])
def test_a_value_that_lacks_or_does_not_know_a_field_is_refused(values: dict[str, int]) -> None:
    with pytest.raises(TypeError):
        Point(**values)


def test_more_values_than_fields_are_refused() -> None:
    with pytest.raises(TypeError, match="takes x, y"):
        Point(1, 2, 3)  # type: ignore[call-arg]


def test_values_are_equal_by_class_and_fields_and_have_no_room_for_more() -> None:
    assert Point(1, 2) == Point(1, 2) != Point(2, 1)
    assert Point(1) != Place(1)
    assert len({Point(1), Point(1), Place(1)}) == 2
    assert not hasattr(Point(1), "__dict__")


def test_a_class_below_one_that_fills_its_slots_by_hand_fills_all_of_its_own() -> None:
    assert (Mention(1, 2, "a1", 3).paragraph, Span(1, 2)) == (3, Span(start=1, end=2))


def test_replacing_makes_another_value_and_knows_its_fields() -> None:
    point = Place(1, 2, "a")
    assert (replace(point, y=3), point.y) == (Place(1, 3, "a"), 2)
    with pytest.raises(TypeError):
        replace(point, z=3)


def test_values_match_by_place_print_and_pickle() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
    assert repr(Place(1)) == "Place(x=1, y=0, name='')"
    assert pickle.loads(pickle.dumps(Place(1, 2))) == Place(1, 2)  # noqa: S301


def test_a_built_table_equals_the_plain_table_of_its_columns() -> None:
    table = build([read_text("On 3 May 2020, Foreign Minister Ana Costa met 40 envoys in Oslo.")])
    plain = FactTable(table.articles, table.people, table.resolutions, table.organizations, table.facts)
    assert table == plain
    assert table != FactTable(table.articles)
