"""Things in order, asked for by place."""

from __future__ import annotations

from zakuro.read.lexis.span_index import Layer
from zakuro.read.mentions.draft import Raw


def test_things_are_given_only_whole() -> None:
    things = [Raw("number", 0, 2), Raw("number", 5, 9), Raw("number", 10, 14)]
    layer = Layer(things)
    assert layer.between(0, 9) == things[:2]
    assert layer.between(1, 12) == things[1:2]


def test_a_place_is_inside_what_covers_it() -> None:
    layer = Layer([Raw("number", 5, 9)])
    assert layer.around(5)
    assert layer.around(8)
    assert not layer.around(9)
