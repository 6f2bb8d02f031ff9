"""Reading for users."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from zakuro.flow.reading import freeze_and_read, mentions, read
from zakuro.model.errors import ZakuroError

TEXT = "China will provide 1.5 billion yuan in grants to Central Asia by 2026."


def test_a_reading_carries_the_text_its_source_and_its_day() -> None:
    document, reading = freeze_and_read(TEXT, published=date(2025, 6, 17), source="a.txt")
    assert (reading.text, reading.source) == (TEXT, "a.txt")
    assert reading.published == date(2025, 6, 17)
    assert reading.document == document.digest
    assert [statement.kind for statement in reading.statements] == ["pledge"]


def test_a_page_is_read_without_its_menus() -> None:
    page = f"<html><body><nav>We will win</nav><article><p>{TEXT}</p></article></body></html>"
    statements = read(page, language="en").statements
    assert [statement.exact for statement in statements] == [TEXT.rstrip(".")]


def test_mentions_are_the_outermost_unless_numbers_are_asked_for() -> None:
    assert [m.type for m in mentions(TEXT, language="en") if m.type != "party"] == [
        "money",
        "period",
    ]
    numbers = mentions(TEXT, language="en", types={"number"})
    assert "1500000000" in {str(m.value) for m in numbers}


def test_a_text_without_letters_asks_for_its_language() -> None:
    with pytest.raises(ZakuroError, match="--language"):
        read("123 456")


def test_a_day_may_be_given_in_words() -> None:
    text = "Peru will open a port next year."
    for day in (date(2026, 5, 1), "2026-05-01", datetime(2026, 5, 1, 9, 30)):
        assert read(text, language="en", published=day).published == date(2026, 5, 1)
    told = [m.edtf for m in mentions(text, language="en", reference="2026-05-01") if m.edtf]
    assert told == ["2027"]


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "", 20260501])
def test_what_is_no_day_is_told(day: str) -> None:
    with pytest.raises(ZakuroError, match=r"published=.* is no day; give a datetime\.date"):
        read(TEXT, published=day)
