"""The language of a text."""

from __future__ import annotations

import pytest

from zakuro.model.errors import ZakuroError
from zakuro.read.lexis.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The two sides will open a joint seed laboratory in the spring.", "en"),
        ("両国は来年、共同の種子研究所を開設することで合意した。", "ja"),
    ],
)
def test_the_language_is_told(text: str, code: str) -> None:
    assert detect(text) == code


def test_a_text_without_letters_asks_for_its_language() -> None:
    with pytest.raises(ZakuroError, match="--language"):
        detect("12 345 %")
