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


def test_whom_the_title_says_to_get_gets_before_who_is_named_first() -> None:
    title = "Norway lends 12 million dollars to help Chad mend its wells"
    assert sides(f"{title}\n\nRain came. Kenya will send 20 lorries.", "PER")[-1] == (
        ("KEN",),
        ("TCD",),
    )


def test_talks_of_home_and_another_are_about_that_other() -> None:
    text = "Встреча министров Чили и Перу\n\nПеру отменит запрет на чилийские фрукты в 2026 году."
    (pledge,) = zakuro.read(text, "ru", home="CHL").statements
    assert (pledge.givers, pledge.receivers) == (("PER",), ("CHL",))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "智利总统讲话\n\n挪威答应为我们建设3所学校。"),
        ("ru", "Интервью посла Чили\n\nНорвегия передаст нам 3 катера в 2026 году."),
        ("kk", "Чили елшісінің сұхбаты\n\nНорвегия 2026 жылы бізге 3 кеме береді."),
    ],
)
def test_what_another_gives_to_us_who_speaks_gets(language: str, text: str) -> None:
    (pledge,) = zakuro.read(text, language, home="ARM").statements
    assert (pledge.givers, pledge.receivers) == (("NOR",), ("CHL",))


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
