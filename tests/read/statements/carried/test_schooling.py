"""Who goes to another state to be taught or healed gets that from it."""

from __future__ import annotations

import pytest

import zakuro


def sides(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = zakuro.read(text, language="en").statements[-1]
    assert found.act == "train"
    return tuple(found.givers), tuple(found.receivers)


@pytest.mark.parametrize(
    "text",
    [
        "Forty Zambian nurses will come to Japan for training.",
        "Forty nurses from Zambia will travel to Tokyo for summer courses.",
        "Next year 40 Zambian nurses will study at colleges in Japan.",
    ],
)
def test_who_takes_in_those_who_come_for_training_gives(text: str) -> None:
    assert sides(text) == (("JPN",), ("ZMB",))


def test_who_only_travels_is_taught_nothing() -> None:
    statements = zakuro.read("The president of Kenya went to Japan in May.", language="en")
    assert not [s for s in statements.statements if s.kind in ("pledge", "result")]
