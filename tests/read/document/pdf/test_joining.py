import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.read.document.pdf.joining import joined, tidied


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("the coop-", "eration of", "the cooperation of"),
        ("the coop\u00ad", "eration of", "the cooperation of"),
        ("a long-", "term plan", "a long-term plan"),
        ("Касым-", "Жомарта", "Касым-Жомарта"),
        ("首脳は", "会合で", "首脳は会合で"),
        ("“全球门户", "”框架", "“全球门户”框架"),
        ("they", "met", "they met"),
        ("2024 -", "2025", "2024 - 2025"),
        ("the EU–", "Central Asia summit", "the EU–Central Asia summit"),
        ("the talks –", "and then", "the talks – and then"),
        ("", "met", "met"),
    ],
)
def test_two_lines_become_one(before: str, after: str, whole: str) -> None:
    assert joined(before, after, {"long-term"}) == whole


def test_spaces_between_figures_and_wide_letters_are_no_words() -> None:
    assert tidied("第 1 回、 5 億元と10 million dollars") == "第1回、5億元と10 million dollars"


@given(st.text("abcдя", min_size=1), st.text("abcдя", min_size=1))
def test_no_letter_is_lost(before: str, after: str) -> None:
    assert joined(before, after).replace(" ", "") == before + after
