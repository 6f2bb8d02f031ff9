from __future__ import annotations

from decimal import Decimal

import pytest

from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.numbers.cardinals import Cardinals, room_of
from zakuro.read.mentions.numbers.joints import joints
from zakuro.read.mentions.numbers.tokens import Token, tokens


def walk(code: str, text: str) -> Cardinals:
    pack = load(code)
    return Cardinals(joints(pack), text, tokens(pack).find(Folded(text)))


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "twenty-one trillion three hundred", 21_000_000_000_300),
        ("en", "a hundred thousand", 100_000),
        ("ja", "十億六万五百六", 1_000_060_506),
        ("ja", "一万億", 1_000_000_000_000),
        ("ja", "5万4千6百", 54_600),
    ],
)
def test_a_scale_multiplies_what_is_smaller_and_adds_to_what_is_larger(
    code: str, text: str, value: int
) -> None:
    walked = walk(code, text)
    index, number, _ = walked.cardinal(0)
    assert number is not None
    assert (number.start, number.end, number.value) == (0, len(text), Decimal(value))
    assert index == len(walked.pieces)


def test_a_walk_can_be_stopped() -> None:
    index, number, last = walk("en", "three hundred thousand").cardinal(0, 2)
    assert number is not None
    assert (index, number.value, last) == (2, Decimal(300), Decimal(100))


def test_a_scale_alone_is_a_number_only_where_the_pack_says_so() -> None:
    assert walk("en", "million people").cardinal(0)[1] is None
    assert walk("ja", "万").cardinal(0)[1] is None
    hundred = walk("ja", "百").cardinal(0)[1]
    assert hundred is not None
    assert hundred.value == 100


def test_room_is_the_last_place_that_is_not_zero() -> None:
    assert room_of(Token(0, 6, "word", Decimal(20))) == 10
    assert room_of(Token(0, 6, "word", Decimal(7))) == 1
    assert room_of(Token(0, 4, "figures", Decimal(4000))) == 1
