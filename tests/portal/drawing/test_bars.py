from decimal import Decimal

from lxml import etree

from zakuro.portal.drawing.bars import WIDTH, bar


def _widths(*figures: int) -> dict[str, float]:
    parts = (Decimal(figures[0]), Decimal(figures[1]), Decimal(figures[2]), Decimal(figures[3]))
    drawn = etree.fromstring(bar("a < b", *parts))
    assert drawn.get("aria-label") == "a < b"
    return {each.get("class"): float(each.get("width")) for each in drawn}


def test_parts_are_as_wide_as_they_are_large() -> None:
    found = _widths(1500, 600, 300, 50)
    assert found["b-confirmed"] == WIDTH * 600 / 1500
    assert found["b-reported"] == WIDTH * 300 / 1500


def test_what_is_nothing_is_not_drawn() -> None:
    assert list(_widths(10, 0, 0, 0)) == ["b-rest"]
    assert list(_widths(0, 0, 0, 0)) == ["b-rest"]


def test_more_than_promised_fills_the_bar() -> None:
    assert _widths(10, 30, 0, 0)["b-confirmed"] == WIDTH
