"""What a sentence gives to judge its predicates by."""

from __future__ import annotations

import pytest

from tests.read.clauses.clauses_of import kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("塞方酒吧收入增长3%。", []),  # a figure that no states share
        ("中塞贸易增长3%。", ["result grown"]),
        ("塞方出资3亿元。", ["pledge told"]),  # nothing tells that it is past
        ("塞方2020年出资3亿元。", ["result told"]),
        ("塞中两国建交以来，往来频繁。", []),
        ("某银行将出资。", []),  # of whom nothing is known
    ],
)
def test_what_is_known_of_a_sentence(text: str, expected: list[str]) -> None:
    assert kinds(text, "zh") == expected
