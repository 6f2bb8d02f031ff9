from datetime import date
from decimal import Decimal

from lxml import etree

from zakuro.flow.browsing.progress import Progress, Reached
from zakuro.portal.drawing.chart import Told, chart

TOLD = Told("title", "description", "expected 10", "reported 6", "confirmed 4", "due < 2026")


def _drawn(until: date, end: date | None) -> etree._Element:
    start = date(2025, 1, 1)
    shown = Progress(
        unit="CNY",
        pledged=Decimal(10),
        start=start,
        until=until,
        end=end,
        steps=(Reached(date(2025, 5, 1), Decimal(6), Decimal(4)),),
        expected=((start, Decimal(0)), (end, Decimal(10))) if end else (),
        by_milestones=False,
    )
    return etree.fromstring(chart(shown, TOLD, str, date.isoformat))


def _texts(drawn: etree._Element) -> list[str]:
    return [each.text for each in drawn.iter() if each.text]


def test_a_chart_names_its_lines_and_has_a_description() -> None:
    drawn = _drawn(date(2026, 6, 1), date(2026, 1, 1))
    assert {"title", "description", "expected 10", "reported 6", "confirmed 4"} <= set(
        _texts(drawn)
    )
    assert "due < 2026" in _texts(drawn)


def test_without_a_day_nothing_is_expected() -> None:
    assert "expected 10" not in _texts(_drawn(date(2026, 6, 1), None))


def test_long_and_short_times_have_a_handful_of_ticks() -> None:
    for until in (date(2025, 1, 1), date(2025, 9, 1), date(2060, 1, 1)):
        days = [text for text in _texts(_drawn(until, None)) if text[:2] == "20" and "-" in text]
        assert len(days) <= 8
