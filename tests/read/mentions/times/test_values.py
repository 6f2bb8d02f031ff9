"""Times compare by what they mean."""

from __future__ import annotations

from decimal import Decimal

from zakuro.read.mentions.times.values import Length, Limited, Point, Rolling


def test_equal_words_mean_equal_times() -> None:
    two = Length(((Decimal(2), "year"),))
    assert Rolling(1, two) == Rolling(1, Length(((Decimal("2.0"), "year"),)))
    assert Limited("by", Point(year=2030)) != Limited("before", Point(year=2030))
    assert len({Point(year=2030), Point(year=2030), Point(year=2030, month=1)}) == 2
