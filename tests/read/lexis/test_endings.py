"""What the ends of words tell."""

from __future__ import annotations

import pytest

from zakuro.languages.load import load
from zakuro.read.lexis.endings import endings

JAPANESE = endings(load("ja"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("停戦が成れば、", True),
        ("停戦が成れば部隊を", True),
        ("外務省によれば、", False),
        ("外務省によれば、停戦が成れば、", True),
        ("守らなければならない", False),
    ],
)
def test_a_condition_is_told_from_a_source_and_a_duty(text: str, expected: bool) -> None:
    assert any(JAPANESE.conditions(text, 0, len(text))) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("輸出は5億元だった", True), ("輸出は伸びている", True), ("輸出は伸びなかった", False)],
)
def test_what_was_is_told_from_what_was_not(text: str, expected: bool) -> None:
    assert JAPANESE.was(text, 0, len(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("港を貸し付けると", True),
        ("港を検めること", True),
        ("港は重要になると", False),
        ("港", False),
    ],
)
def test_a_deed_is_told_from_a_state(text: str, expected: bool) -> None:
    assert JAPANESE.deed(text, 0, len(text)) is expected
