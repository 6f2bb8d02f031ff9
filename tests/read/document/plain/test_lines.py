import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.read.document.plain.lines import Wrapping, ends_open, ends_sentence, is_wide, lines_of

PROSE = (
    "The six members met in the capital and agreed that the centres will open within two years. "
    "They asked the secretariat to report on the progress of every project at the next meeting. "
    "The host offered training places for officials of all members, and the others thanked it. "
)


def width(text: str, *, markdown: bool = False) -> int:
    return Wrapping(text, lines_of(text, 0, markdown=markdown), markdown=markdown).width


@given(st.text(st.sampled_from("ab \n\t\u3000>-。")), st.booleans())
def test_lines_hold_every_character_that_is_not_white(text: str, markdown: bool) -> None:
    lines = lines_of(text, 0, markdown=markdown)
    held = "".join(text[line.start : line.end] for line in lines)
    dropped = str.maketrans("", "", " \n\t\u3000" + (">" if markdown else ""))
    assert held.translate(dropped) == text.translate(dropped)
    assert all(text[line.start].strip() and text[line.end - 1].strip() for line in lines)
    assert [line.number for line in lines] == sorted({line.number for line in lines})


@pytest.mark.parametrize("columns", [60, 72, 80, 100])
def test_prose_wrapped_to_a_width_shows_it(columns: int) -> None:
    measured = width("\n".join(textwrap.wrap(PROSE * 3, columns)))
    assert 0.9 * columns <= measured <= columns


def test_one_line_for_each_paragraph_is_not_wrapped() -> None:
    assert width("\n".join([PROSE] * 8)) == 0
    assert width("Trade\nEnergy\nWater\nSecurity\nCulture\nTourism") == 0


def test_wide_text_wraps_at_fewer_characters() -> None:
    text = "首脳会合は三つの協力センターを設けることを決め来年までに報告するとした" * 5
    assert is_wide(text)
    assert width("\n".join(textwrap.wrap(text, 36))) == 36
    assert not is_wide(PROSE)


@pytest.mark.parametrize(
    "words", ["It met.", "会合した。", "“It met.”", "「会合した。」", "Why?", "*It met.*"]
)
def test_sentences_end(words: str) -> None:
    assert ends_sentence(words, 0, len(words))
    assert not ends_open(words, 0, len(words))


@pytest.mark.parametrize("words", ["Trade and energy", "「満開のザクロ」", "Trade (goods)"])
def test_headings_end_open(words: str) -> None:
    assert ends_open(words, 0, len(words))


@pytest.mark.parametrize("words", ["They agreed to:", "次のとおり：", "trade;", "Dear colleagues,"])
def test_clauses_end_neither_way(words: str) -> None:
    assert not ends_open(words, 0, len(words))
    assert not ends_sentence(words, 0, len(words))
