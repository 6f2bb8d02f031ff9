from datetime import date

import pytest

from tests.things.builder import Paper, item, told
from zakuro.model.errors import RefusedError
from zakuro.model.things import Naming, Place, Point, State

BEGUN, LATER, OPENED = date(2024, 12, 27), date(2025, 4, 29), date(2026, 1, 5)


def test_names_are_kept_when_they_change() -> None:
    paper = Paper()
    paper.put(Naming(language="ru", name="Дорога"))
    paper.put(Naming(language="en", name="The railway"))
    assert paper.thing.names == {"en": "The railway", "ru": "Дорога"}
    assert paper.thing.former_names == (("en", "X"),)


def test_the_state_is_that_of_the_day() -> None:
    paper = Paper()
    paper.put(told("opened", OPENED), "CHN")
    paper.put(told("begun", BEGUN), "CHN")
    thing = paper.thing
    assert thing.state(date(2024, 12, 26)) is None
    assert [thing.state(day).state.state for day in (BEGUN, LATER, OPENED)] == [  # type: ignore[union-attr]
        "begun",
        "begun",
        "opened",
    ]


def test_a_state_of_two_days_is_a_disagreement_and_one_taken_back_is_none() -> None:
    paper = Paper()
    paper.put(told("begun", BEGUN), "CHN")
    other = paper.put(told("begun", LATER), "KGZ")
    (found,) = paper.thing.disagreements()
    assert [each.entry.author.party for each in found] == ["CHN", "KGZ"]
    paper.take_back(other, "KGZ")
    assert paper.thing.disagreements() == []
    assert paper.thing.state(OPENED).state == State(  # type: ignore[union-attr]
        state="begun", since=BEGUN, source=told("begun", BEGUN).source
    )


def test_items_keep_their_place_when_one_is_taken_back() -> None:
    paper = Paper("charter")
    first = paper.put(item("value", "respect", number=1))
    paper.put(item("value", "trust", number=2))
    paper.take_back(first)
    assert [each.name for each in paper.thing.held()] == ["T-1:i2"]
    assert paper.thing.item(2).item.names == {"en": "trust"}
    with pytest.raises(RefusedError, match="has no item 1; it has T-1:i2"):
        paper.thing.item(1)


def test_the_last_place_counts_and_falls_back_when_it_is_taken_back() -> None:
    paper = Paper()
    paper.put(Place(points=(Point(name="Kashgar"),)))
    second = paper.put(Place(points=(Point(name="Kashgar"), Point(name="Andijan")), route=True))
    assert paper.thing.place is not None
    assert paper.thing.place.route
    paper.take_back(second)
    assert paper.thing.place.points == (Point(name="Kashgar"),)
