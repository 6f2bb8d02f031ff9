"""What a sentence leaves for those behind it, where adjuncts precede the predicate."""

from datetime import date

import zakuro
from zakuro.model.statement import Statement

DAY = date(2025, 6, 17)


def statements(text: str) -> tuple[Statement, ...]:
    return zakuro.read(text, language="zh", published=DAY, home="HKG").statements


def test_the_two_sides_are_home_and_whom_its_officials_met() -> None:
    text = "局长昨日率团访问利雅得，与沙特财政部官员会面。局长表示，双方将于下月正式签署协定。"
    (pledge,) = statements(text)
    assert pledge.givers == ("HKG", "SAU")


def test_what_hangs_on_a_condition_is_silent() -> None:
    assert not statements("如果条件允许，沙特将向也门提供200万美元。")
