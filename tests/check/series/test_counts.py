from decimal import Decimal

from zakuro.check.series.counts import counts_of
from zakuro.model.source import Point


def _point(reporter: str, partner: str, value: int, indicator: str = "trade") -> Point:
    return Point(
        indicator=indicator,
        reporter=reporter,
        partner=partner,
        period="2024",
        value=Decimal(value),
        unit="USD",
    )


def test_trade_is_exports_and_imports() -> None:
    points = [_point("KAZ", "CHN", 3, "exports"), _point("KAZ", "CHN", 4, "imports")]
    (count,), missing = counts_of(points, "trade", "CHN", "KAZ")
    assert count.figures == {"2024": Decimal(7)}
    assert missing == ["CHN's own figures of its trade with KAZ"]
    assert counts_of(points[:1], "trade", "CHN", "KAZ")[0] == []


def test_a_group_is_the_sum_of_its_members() -> None:
    members = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    points = [_point("CHN", member, 10) for member in members]
    (count,), _ = counts_of(points, "trade", "CHN", "C5")
    assert (count.reporter, count.figures) == ("CHN", {"2024": Decimal(50)})
    (lacking,), _ = counts_of(points[:4], "trade", "CHN", "C5")
    assert (lacking.figures, lacking.lacks) == ({}, {"2024": ["CHN counting UZB"]})


def test_a_group_s_own_series_goes_first() -> None:
    points = [_point("CHN", "C5", 7), _point("CHN", "KAZ", 3)]
    (count,), _ = counts_of(points, "trade", "CHN", "C5")
    assert count.figures == {"2024": Decimal(7)}
