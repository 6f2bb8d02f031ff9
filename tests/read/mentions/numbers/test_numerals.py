"""Numbers: written in every way a pack knows they are read back; where they stand is exact."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.written import DRAWS, Writer, numbers
from zakuro.languages.load import codes, load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.numbers.numerals import Number, find

WRITERS = {code: Writer(load(code)) for code in codes()}


def read(code: str, text: str) -> list[tuple[str, Decimal]]:
    folded = Folded(text)
    return [
        (folded.exact(number.start, number.end), number.value)
        for number in find(folded, load(code))
    ]


@settings(max_examples=DRAWS)
@given(st.sampled_from(codes()).flatmap(lambda c: st.tuples(st.just(c), numbers(WRITERS[c]))))
def test_a_value_written_in_any_way_is_read_back(drawn: tuple[str, tuple[str, Decimal]]) -> None:
    code, (written, value) = drawn
    assert read(code, written) == [(written, value)]


BEFORE = ["", "x: ", "「", "é́ ", "🍎 ", "\n\n  "]


@settings(max_examples=DRAWS // 4)
@given(
    st.sampled_from(codes()).flatmap(lambda c: st.tuples(st.just(c), numbers(WRITERS[c]))),
    st.sampled_from(BEFORE),
)
def test_the_place_of_a_number_is_exact_among_any_characters(
    drawn: tuple[str, tuple[str, Decimal]], before: str
) -> None:
    code, (written, value) = drawn
    assert read(code, f"{before}{written} 🍎") == [(written, value)]


@given(st.text("0123456789,.-/ 〇一二十百千万億兆と分の半andonehalftw", max_size=40))
def test_numbers_never_overlap_and_stand_in_order(text: str) -> None:
    for code in codes():
        found = find(Folded(text), load(code))
        assert all(0 <= number.start < number.end <= len(text) for number in found)
        assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "one hundred and sixteen", "116"),
        ("en", "one and a half million", "1500000"),
        ("en", "twenty and three fifths", "20.6"),
        ("en", "two million and three fifths", "2600000"),
        ("en", "one hundred thirty-fifths", "2.85714285714286"),
        ("en", "one out of three", "0.333333333333333"),
        ("en", "nine point nought four", "9.04"),
        ("en", "three hundred and two dozens", "324"),
        ("en", "12,34,567.89", "1234567.89"),
        ("ja", "二十五分の二十", "0.8"),
        ("ja", "五十五兆一十二億四万五千二", "55001200045002"),
        ("ja", "二・五のマイナス一乗", "0.4"),
        ("ja", "五十ダース", "600"),
        ("ja", "百三十と五分の二", "130.4"),
    ],
)
def test_what_is_put_together_is_one_number(code: str, text: str, expected: str) -> None:
    assert read(code, text) == [(text, Decimal(expected))]


@pytest.mark.parametrize(
    ("code", "text", "parts"),
    [
        ("en", "3 hundred and 2 hundred", ["3 hundred", "2 hundred"]),
        ("en", "4000 3 hundred", ["4000", "3 hundred"]),
        ("en", "7 million and 1 billion", ["7 million", "1 billion"]),
        ("en", "1.7 million four", ["1.7 million", "four"]),
        ("ja", "四千と三百二十一", ["四千", "三百二十一"]),
        ("ja", "二三千", ["二三千"]),
    ],
)
def test_what_does_not_fit_is_another_number(code: str, text: str, parts: list[str]) -> None:
    assert [words for words, _ in read(code, text)] == parts


def test_a_number_tells_how_it_is_written() -> None:
    folded = Folded("2025 and 2,025, twenty-first, 百余万")
    year, grouped, ordinal = find(folded, load("en"))
    assert (year.whole, grouped.whole, year.words) == (True, False, False)
    assert (ordinal.ordinal, ordinal.words) == (True, True)
    assert ordinal.value == 21
    (vague,) = find(Folded("500余り万"), load("ja"))
    assert vague.vague
    assert vague.scale == 10_000


def test_words_that_hold_a_numeral_are_none() -> None:
    assert read("ja", "一方、唯一の国は四国だ") == []
    assert read("ja", "二十分の一") == [("二十分の一", Decimal("0.05"))]
    assert read("en", "first of all, they met one another") == []


def test_a_number_is_a_plain_record() -> None:
    assert Number(0, 1, Decimal(1)) == Number(0, 1, Decimal(1))


def test_several_hundreds_are_no_hundred_but_hundred_twenty_is_one_number() -> None:
    english = load("en")
    assert find(Folded("Hundreds of people"), english) == []
    assert [n.value for n in find(Folded("Hundred people"), english)] == [100]
    assert [n.value for n in find(Folded("hundred twenty million"), english)] == [120_000_000]
    assert [n.value for n in find(Folded("сотни людей"), load("ru"))] == []
