"""Where a sentence stands, and what of it is said."""

from __future__ import annotations

import pytest

from zakuro.read.document.block import Block
from zakuro.read.statements.layout.places import place_of, trimmed


@pytest.mark.parametrize(
    ("kind", "first", "last", "place"),
    [
        ("item", True, True, "item"),
        ("item", True, False, "opening"),
        ("paragraph", True, True, "alone"),
        ("paragraph", True, False, "running"),
        ("item", False, True, "running"),
    ],
)
def test_places(kind: str, first: bool, last: bool, place: str) -> None:
    block = Block(kind=kind, start=0, end=9)  # type: ignore[arg-type]
    assert place_of(block, first, last) == place


def test_the_sign_that_ends_a_sentence_is_not_said() -> None:
    assert trimmed("We build. ", 0, 10) == (0, 8)
    assert trimmed("We build (now).", 0, 15) == (0, 14)
