"""Folding keeps the way back to the original."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zakuro.read.lexis.folding import Folded, fold


def test_case_width_and_white_space_fold() -> None:
    assert fold("Ｇ７\u3000and\n  THE ‘Quad’") == "g7 and the 'quad'"


def test_a_span_leads_back_over_runs_of_white_space() -> None:
    folded = Folded("We  will\n\n build １０ roads")
    start = folded.text.index("build")
    assert folded.exact(start, start + len("build 10")) == "build １０"


def test_parts_are_folded_apart() -> None:
    original = "# Title\nText"
    folded = Folded(original, [(2, 7), (8, 12)])
    assert folded.text == "title\ntext"
    assert folded.exact(6, 10) == "Text"


def test_a_letter_of_several_shapes_folds_to_the_first_of_its_group() -> None:
    shapes = "万萬 发發髮"
    folded = Folded("發展萬人, ＡＢ", shapes=shapes)
    assert folded.text == fold("发展万人, ab", shapes) == "发展万人, ab"
    assert folded.exact(0, 3) == "發展萬"
    assert fold("發展萬人") == "發展萬人"


@given(st.text(max_size=60))
def test_every_folded_character_stands_for_one_of_the_original(text: str) -> None:
    folded = Folded(text)
    places = [folded.start(offset) for offset in range(len(folded.text))]
    assert places == sorted(set(places))
    assert all(fold(text[place]) == folded.text[i] for i, place in enumerate(places))
