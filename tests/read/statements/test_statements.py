"""Statements: what one block hands on to the next."""

from __future__ import annotations

from datetime import date

import zakuro
from zakuro.model.statement import Statement

DAY = date(2025, 6, 17)


def read(text: str) -> list[Statement]:
    return list(zakuro.read(text, language="en", published=DAY).statements)


def test_a_heading_opens_the_list_below_it() -> None:
    text = "# Measures that Brazil will take\n\n- 20 schools in Kenya\n- 3 ports in Ghana"
    assert [(s.kind, s.givers) for s in read(text)] == [("pledge", ("BRA",))] * 2


def test_an_item_opens_a_list_of_its_own_and_gives_back_the_one_around_it() -> None:
    text = (
        "Brazil will take the following measures:\n"
        "1. send 500 doctors to Kenya\n"
        "2. the two sides are guided by these principles:\n"
        "   a) mutual respect\n"
        "   b) equality\n"
        "3. build 20 schools in Kenya\n"
    )
    assert [s.kind for s in read(text)] == ["pledge", "principle", "principle", "pledge"]


def test_the_time_of_an_opening_is_that_of_its_items_unless_they_have_their_own() -> None:
    text = "In 2027 Brazil will take these measures:\n- send 500 doctors\n- open two ports by 2030"
    assert [s.period and s.period.edtf for s in read(text)] == ["2027", "../2030"]


def test_a_report_without_anything_to_read_gives_nothing() -> None:
    assert read("...") == []
    assert zakuro.read("...", language="en").language == "en"
