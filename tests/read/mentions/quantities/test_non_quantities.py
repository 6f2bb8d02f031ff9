from __future__ import annotations

import pytest

import zakuro
from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.mentions import find
from zakuro.read.mentions.numbers import numerals
from zakuro.read.mentions.quantities.non_quantities import plain


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Article 3"),
        ("en", "resolution 2231"),
        ("en", "the G20"),
        ("en", "COVID-19"),
        ("en", "call 03-1234-5678"),
        ("en", "version 2.0.1"),
        ("en", "at 2:30"),
        ("en", "1. Trade"),
        ("en", "Before\n  (2) Transport"),
        ("en", "https://example.org/30%"),
        ("ja", "第3条"),
        ("ja", "G7"),
        ("ja", "1.貿易"),
        ("ja", "前\n2、交通"),
        ("ja", "統一する"),
    ],
)
def test_what_only_looks_like_a_number_is_left_alone(code: str, text: str) -> None:
    assert find(Folded(text), load(code)) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "1.5 is it"),
        ("en", "the price (25) rose"),
        ("en", "USD115"),
        ("en", "5k-20k"),
        ("ja", "5世帯"),
        ("ja", "5、6カ国"),
        ("ja", "1.5倍"),
    ],
)
def test_a_number_beside_such_marks_stays(code: str, text: str) -> None:
    assert find(Folded(text), load(code)) != []


@pytest.mark.parametrize(
    ("code", "text", "free"),
    [
        ("en", "which one is it", False),
        ("en", "one of them", False),
        ("en", "nearly one", True),
        ("en", "one third", True),
        ("ja", "東洋一です", False),
        ("ja", "答えは四です", True),
        ("ja", "五分の一終わる", True),
    ],
)
def test_a_bare_number_stands_free_or_is_part_of_a_word(code: str, text: str, free: bool) -> None:
    folded, pack = Folded(text), load(code)
    number = numerals.find(folded, pack)[0]
    assert plain(pack).stands_free(folded, number) is free


def test_a_year_after_the_name_of_a_law_is_one() -> None:
    pack, folded = load("en"), Folded("resolution 1973 and Act 2017")
    resolution, act = numerals.find(folded, pack)
    assert plain(pack).names_no_year(folded, resolution)
    assert not plain(pack).names_no_year(folded, act)


def test_the_word_year_makes_figures_a_year() -> None:
    found = zakuro.mentions("The year 2025 marks the end. Visa counted 2025 marks.", language="en")
    assert [(m.type, m.exact) for m in found if m.start < 20] == [("period", "The year 2025")]


def test_a_parted_time_of_day_and_a_road_are_no_numbers() -> None:
    assert zakuro.mentions("seen at 11 : 30 on the A82", language="en") == []
    assert zakuro.mentions("в 11 : 30 на трассе А82", language="ru") == []
    assert [m.exact for m in zakuro.mentions("a ratio of 3 : 1", language="en")] == ["3", "1"]
