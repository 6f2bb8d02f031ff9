"""Items inherit from the sentence that opens their list."""

from __future__ import annotations

import zakuro


def kinds(text: str) -> list[tuple[str, str]]:
    return [(s.kind, s.exact) for s in zakuro.read(text, language="en").statements]


def test_items_take_the_kind_of_their_opening_and_the_opening_none() -> None:
    assert kinds("The two sides will:\n\n- open a port;\n- build a road.") == [
        ("pledge", "open a port"),
        ("pledge", "build a road"),
    ]


def test_an_item_that_is_a_whole_sentence_keeps_its_own_kind() -> None:
    text = "The two sides will:\n\n- open a port;\n- Peru built a road in 2019."
    assert kinds(text) == [("pledge", "open a port"), ("result", "Peru built a road in 2019")]


def test_an_item_of_others_promises_nothing() -> None:
    text = "The two sides will:\n\n- open a port;\n- A bank provided a loan of 5 million dollars."
    assert [kind for kind in kinds(text) if kind[0] == "pledge"] == [("pledge", "open a port")]


def test_nouns_tell_what_items_are() -> None:
    text = "Our work follows these principles:\n\n- equality;\n- openness."
    assert kinds(text) == [("principle", "equality"), ("principle", "openness")]


def test_a_list_ends_with_its_section() -> None:
    text = "# One\n\nThe two sides will:\n\n- open a port.\n\n# Two\n\n- harbour dues"
    assert ("pledge", "harbour dues") not in kinds(text)
