"""Whom a text is about gets what it says is given."""

from __future__ import annotations

import pytest

import zakuro


def sides(text: str, home: str | None = None) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    made = zakuro.read(text, "en", home=home).statements
    return [(s.givers, s.receivers) for s in made if s.kind in ("pledge", "result")]


def test_who_begins_no_sentence_gets() -> None:
    text = (
        "Leaders spoke of the crisis in Haiti.\n\nBenin will send 2,000 soldiers. "
        "Chile has pledged 3 million dollars."
    )
    assert sides(text) == [(("BEN",), ("HTI",)), (("CHL",), ("HTI",))]


def test_home_gets_from_others_where_the_text_is_about_it() -> None:
    text = "Fiji's capital is dry. Last week help came.\n\nNew Zealand will pay for new mains."
    assert sides(text, "FJI") == [(("NZL",), ("FJI",))]


@pytest.mark.parametrize(
    "text",
    [
        "The roads of Kenya are bad.\n\nKenya will give 45 million dollars of its own.",
        "The roads of Kenya are bad.\n\nPeru agreed to hold a summit.",
    ],
)
def test_nobody_gets_what_is_no_gift_to_them(text: str) -> None:
    assert [receivers for _, receivers in sides(text)] == [()]


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("India will set up a clinic in Suva.", "IND", (("IND",), ("FJI",))),
        ("The wells of Lusaka are dry.\n\nPeru will send 40 pumps.", None, (("PER",), ("ZMB",))),
        ("The wells of Lusaka are dry.\n\nPeru will send 40 pumps.", "ZMB", (("PER",), ("ZMB",))),
        ("A summit in Lusaka spoke of rain.\n\nPeru will send 40 pumps.", None, (("PER",), ())),
    ],
)
def test_a_city_tells_whose_a_thing_is(
    text: str, home: str | None, expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    assert sides(text, home) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "展览开幕。挪威将提供300万美元。瑞典将捐赠20顶帐篷。"),
        ("en", "It rained. The Netherlands will pay 5 million euros. Peru will give 300 tents."),
    ],
)
def test_who_begins_a_sentence_is_not_whom_the_text_is_about(language: str, text: str) -> None:
    pledges = [s for s in zakuro.read(text, language=language).statements if s.kind == "pledge"]
    assert len(pledges) == 2
    assert [pledge.receivers for pledge in pledges] == [(), ()]
