from datetime import date

import pytest

from zakuro.flow.keeping.books import Books
from zakuro.flow.publishing.asking import (
    check_text,
    day_of,
    list_pledges,
    read_text,
    search_words,
    show_pledge,
    span,
)
from zakuro.model.errors import ZakuroError

ON = date(2026, 6, 30)


def test_every_answer_names_its_words(opened: Books) -> None:
    found = list_pledges(opened, ON, giver="CHN")
    assert [each["name"] for each in found["pledges"]] == [f"P-{n}" for n in range(1, 6)]
    for each in found["pledges"]:
        text = opened.journal.blob(
            next(opened.journal.entries(kind="document")).body["sha256"]
        ).decode()
        place = each["span"]
        assert text[place["start"] : place["end"]] == place["exact"] == each["words"]
    assert found["more_after"] is None
    assert show_pledge(opened, "P-3", ON)["entries"][0]["span"]["statement"] == "D-1:s3"
    assert span(opened, "D-1:s1")["language"] == "en"
    assert search_words(opened, "grants")["places"][0]["name"] == "P-3"


def test_texts_are_read_and_checked_without_books() -> None:
    text = "Japan will provide 500 million dollars to Kenya by 2027."
    (statement,) = read_text(text, "en", ON)["statements"]
    assert text[statement["start"] : statement["end"]] == statement["exact"]
    assert check_text(text, "en", ON)["in_all"] >= 0


def test_what_is_asked_wrongly_is_said(opened: Books) -> None:
    assert day_of("") is None
    assert day_of("2026-06-30") == ON
    for wrong in (
        lambda: day_of("soon"),
        lambda: list_pledges(opened, ON, standing="splendid"),
        lambda: list_pledges(opened, ON, topic="magic"),
        lambda: list_pledges(opened, ON, summit="nowhere"),
        lambda: show_pledge(opened, "P-99", ON),
    ):
        with pytest.raises(ZakuroError):
            wrong()
