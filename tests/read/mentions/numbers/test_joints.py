from __future__ import annotations

from decimal import Decimal

import pytest

from zakuro.languages.load import load
from zakuro.read.mentions.numbers.cardinals import Number
from zakuro.read.mentions.numbers.joints import joints


@pytest.mark.parametrize(
    ("code", "gap", "role"),
    [
        ("en", " ", "join"),
        ("en", "-", "join"),
        ("en", " and ", "add"),
        ("en", " point ", "point"),
        ("en", " and a ", "mixed"),
        ("en", " out of ", "over"),
        ("ja", "", "join"),
        ("ja", "分の", "under"),
        ("ja", "・", "point"),
        ("ja", "余り", "vague"),
    ],
)
def test_what_stands_between_two_pieces_has_its_roles(code: str, gap: str, role: str) -> None:
    assert role in joints(load(code)).gap(gap)


def test_other_words_are_no_joint() -> None:
    assert joints(load("en")).gap(" of the ") == frozenset()
    assert joints(load("en")).gap("and") == frozenset()


def test_a_hyphen_after_a_letter_or_a_figure_is_no_sign() -> None:
    rules = joints(load("en"))
    assert rules.sign("-5", 1) == (0, -1)
    assert rules.sign("(-5)", 2) == (1, -1)
    assert rules.sign("minus 5", 6) == (0, -1)
    assert rules.sign("a-5", 2) is None
    assert rules.sign("3-5", 2) is None
    assert rules.sign("15 -20", 4) is None
    assert joints(load("ja")).sign("は-5", 2) == (1, -1)


def test_a_minus_behind_a_word_is_a_dash() -> None:
    rules = joints(load("en"))
    assert rules.is_dash("total cost -5 million", 11)
    assert not rules.is_dash("it was -5 million", 7)
    assert not rules.is_dash("-5 million", 0)


@pytest.mark.parametrize(
    ("text", "left", "right", "divides"),
    [
        ("3/4", (0, 1, 3), (2, 3, 4), True),
        ("2025/26", (0, 4, 2025), (5, 7, 26), False),
        ("1/2/3", (0, 1, 1), (2, 3, 2), False),
        ("one out of three", (0, 3, 1), (11, 16, 3), True),
        ("five out of three", (0, 4, 5), (12, 17, 3), False),
    ],
)
def test_only_what_is_no_date_and_no_count_is_divided(
    text: str, left: tuple[int, int, int], right: tuple[int, int, int], divides: bool
) -> None:
    first, second = (
        Number(start, end, Decimal(value), whole=True) for start, end, value in (left, right)
    )
    assert joints(load("en")).divides(text, first, second) is divides


def test_characters_read_by_position_become_figures() -> None:
    assert joints(load("ja")).digits("二〇二五") == "2025"
