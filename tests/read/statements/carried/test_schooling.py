"""Who goes to another state to be taught or healed gets that from it."""

from __future__ import annotations

import pytest

import zakuro


def sides(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = zakuro.read(text, language="en").statements[-1]
    assert found.act == "train"
    return tuple(found.givers), tuple(found.receivers)


@pytest.mark.parametrize(
    "text",
    [
        "Forty Zambian nurses will come to Japan for training.",
        "Forty nurses from Zambia will travel to Tokyo for summer courses.",
        "Next year 40 Zambian nurses will study at colleges in Japan.",
        "Forty Zambian nurses will go to Japan for a year's training.",
        "Forty nurses from Zambia will travel to Japan for a six-week course.",
    ],
)
def test_who_takes_in_those_who_come_for_training_gives(text: str) -> None:
    assert sides(text) == (("JPN",), ("ZMB",))


def test_who_only_travels_is_taught_nothing() -> None:
    statements = zakuro.read("The president of Kenya went to Japan in May.", language="en")
    assert not [s for s in statements.statements if s.kind in ("pledge", "result")]


@pytest.mark.parametrize(
    "text",
    [
        "Japan's team will travel to Kenya for training.",
        "Japanese soldiers will travel to Kenya for training.",
        "20 soldiers will travel to Kenya for training.",
        "20 soldiers will go to Kenya for two months of training.",
        "The president of Zambia will travel to Japan for medical treatment.",
        "The minister of Zambia will travel to Japan for a workshop.",
    ],
)
def test_who_travels_uncounted_is_promised_nothing(text: str) -> None:
    statements = zakuro.read(text, language="en").statements
    assert not [s for s in statements if s.kind in ("pledge", "result")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Japan's team will travel to Kenya for training."),
        ("ja", "日本の代表チームは合宿のためケニアを訪れる。"),
        ("ru", "Сборная Японии поедет в Кению на тренировку."),
        ("zh", "日本队将前往肯尼亚训练。"),
        ("kk", "Жапония құрамасы жаттығу үшін Кенияға барады."),
    ],
)
def test_where_a_team_goes_nobody_has_promised_to_train_it(language: str, text: str) -> None:
    statements = zakuro.read(text, language=language).statements
    assert not [s for s in statements if "KEN" in s.givers or "JPN" in s.receivers]
