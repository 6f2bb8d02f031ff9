"""Segments of a sentence: parted by its signs, not by those in brackets or figures."""

from hypothesis import given
from hypothesis import strategies as st

from zakuro.read.lexis.segments import segments


def words(text: str) -> list[str]:
    return [text[one.start : one.end] for one in segments(text, 0, len(text))]


def test_commas_semicolons_and_colons_part_a_sentence() -> None:
    assert words("中方表示,愿合作;并将投资:十亿") == ["中方表示", "愿合作", "并将投资", "十亿"]


def test_signs_in_brackets_and_between_figures_part_nothing() -> None:
    assert words("签署《计划,纲要》(草案,二稿)") == ["签署《计划,纲要》(草案,二稿)"]
    assert words("提供3,000个名额") == ["提供3,000个名额"]


def test_each_segment_knows_the_sign_before_it() -> None:
    text = "甲,乙;丙"
    assert [one.sign for one in segments(text, 0, len(text))] == ["", ",", ";"]


@given(st.text(alphabet="中方,;:()1 ", max_size=40))
def test_segments_stand_in_order_and_lose_only_signs(text: str) -> None:
    place = 0
    for one in segments(text, 0, len(text)):
        assert place <= one.start < one.end <= len(text)
        assert set(text[place : one.start]) <= set(",;:")
        place = one.end
    assert set(text[place:]) <= set(",;:")
