"""Shapes over classes of atoms: what they match, and what is wrong with a shape."""

from __future__ import annotations

from typing import Any

import pytest

from zakuro.model.errors import ZakuroError
from zakuro.read.mentions.times.shapes import BREAK, Atom, Layer, Signs

KNOWN = {"day", "month", "year", "of", "in", "a-time"}


def reduce(shapes: list[str], kinds: str) -> list[tuple[int, int, Any]]:
    """Each word of ``kinds`` is the class of one atom, one character wide; | is a break."""
    signs = Signs()
    atoms = [
        Atom(n, n + 1, BREAK, {}) if kind == "|" else Atom(n, n + 1, signs.sign([kind]), {kind: n})
        for n, kind in enumerate(kinds.split())
    ]
    made = Layer(shapes, signs, KNOWN).reduce(
        atoms, lambda action, filled: {"a-time": (action, [slot for slot, _ in filled])}
    )
    return [(a.start, a.end, a.values["a-time"]) for a in made if "a-time" in a.values]


def test_the_longest_shape_is_taken() -> None:
    shapes = ["short: day month", "long: day month year", "none: month"]
    assert reduce(shapes, "day month year") == [(0, 3, ("long", ["day", "month", "year"]))]
    assert reduce(shapes, "day month | year") == [(0, 2, ("short", ["day", "month"]))]


def test_optional_slots_and_groups() -> None:
    shape = ["point: day month [of? year]"]
    assert reduce(shape, "day month of year")[0][1] == 4
    assert reduce(shape, "day month of")[0][1] == 2


def test_what_stands_around_stays_outside() -> None:
    assert reduce(["point: (in) month"], "in month") == [(1, 2, ("point", ["month"]))]
    assert reduce(["point: (in) month"], "month") == []
    assert reduce(["point: month -of"], "month of") == []
    assert reduce(["point: month -of"], "month year") == [(0, 1, ("point", ["month"]))]


def test_a_shape_that_composes_nothing_gives_way() -> None:
    signs = Signs()
    atoms = [Atom(0, 1, signs.sign(["day"]), {"day": 1})]
    assert Layer(["point: day"], signs, KNOWN).reduce(atoms, lambda _a, _f: None) == atoms


@pytest.mark.parametrize(
    ("shape", "says"),
    [
        ("day month", "action: slot"),
        ("point: day moon", "'moon'"),
        ("point: [day", "not closed"),
        ("point: day ]", "not opened"),
    ],
)
def test_a_faulty_shape_is_refused(shape: str, says: str) -> None:
    with pytest.raises(ZakuroError, match=says):
        Layer([shape], Signs(), KNOWN)
