from datetime import date
from pathlib import Path

import pytest

import zakuro
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Mark, Period, Quantity, Statement

EXAMPLES = Path(zakuro.__file__).parent / "examples"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_span_of_a_reading_holds_the_words_it_says(language: str) -> None:
    data = (EXAMPLES / f"astana-2025.{language}.txt").read_bytes()
    reading = zakuro.read(data, published=date(2025, 6, 17), source="astana.txt")
    assert (reading.language, reading.source) == (language, "astana.txt")
    assert reading.published == date(2025, 6, 17)
    assert reading.statements
    for statement in reading.statements:
        periods = [statement.period] if statement.period else []
        parts: list[Statement | Quantity | Mark | Period]
        parts = [statement, *statement.quantities, *statement.derivation, *periods]
        for part in parts:
            assert reading.text[part.start : part.end] == part.exact
    for mention in reading.mentions:
        assert reading.text[mention.start : mention.end] == mention.exact


def test_reading_twice_gives_the_same() -> None:
    data = (EXAMPLES / "astana-2025.en.txt").read_bytes()
    assert zakuro.read(data) == zakuro.read(data)


def test_mentions_are_chosen_by_type() -> None:
    text = "China will provide 1.5 billion yuan and 3,000 training places."
    money = zakuro.mentions(text, language="en", types={"money"})
    assert [mention.exact for mention in money] == ["1.5 billion yuan"]
    assert zakuro.mentions(text, language="en", types={"percent"}) == []


def test_an_unknown_language_is_refused_with_words() -> None:
    with pytest.raises(ZakuroError, match="xx"):
        zakuro.read("The leaders met.", language="xx")
