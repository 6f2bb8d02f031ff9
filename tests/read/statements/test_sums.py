"""Sums of which only the figure is said."""

from __future__ import annotations

import pytest

import zakuro


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (
            "Корея выделит Чаду 40 млн долларов, из них 12 млн — в этом году.",
            [("40000000", "USD"), ("12000000", "USD")],
        ),
        ("Корея выделит Чаду 40 млн евро. Ещё 15 миллионов поступит в мае.", [("15000000", "EUR")]),
        (
            "Korea will give Chad 40 million dollars, 12 million of it in May.",
            [("12000000", "USD")],
        ),
        ("Корея даст Чаду 5 млн евро и 2 млн доз вакцины.", [("2000000", "{dose}")]),
    ],
)
def test_a_bare_sum_is_in_the_currency_told_last(text: str, amounts: list[tuple[str, str]]) -> None:
    language = "en" if text.isascii() else "ru"
    statements = zakuro.read(text, language=language).statements
    read = [(str(q.value), q.unit) for s in statements for q in s.quantities]
    assert set(amounts) <= set(read)
