from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from zakuro.words import figures
from zakuro.words.catalogue import LOCALES


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "CNY 1.5 billion"), ("ja", "CNY 15億"), ("zh", "CNY 15亿")],
)
def test_large_amounts_are_short(language: str, shown: str) -> None:
    assert figures.amount(language, Decimal(1_500_000_000), "CNY") == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1234567", "1,234,567"),
        ("1234000000", "1.234 billion"),
        ("999", "999"),
        ("0", "0"),
        ("0.50", "0.5"),
        ("-3", "-3"),
    ],
)
def test_a_number_loses_nothing(value: str, shown: str) -> None:
    assert figures.short("en", Decimal(value)) == shown


def test_units_are_named() -> None:
    assert figures.amount("en", Decimal(1), "{centre}") == "1 centre"
    assert (
        figures.amount("en", Decimal(3000), "{place}", bound="at-least") == "at least 3,000 places"
    )
    assert figures.amount("en", Decimal(2), "{gizmo}") == "2 × gizmo"
    assert figures.amount("en", Decimal(35), "%") == "35 %"
    assert figures.amount("en", Decimal(2), "USD/a") == "USD 2 a year"
    assert figures.amount("en", Decimal(5), "km") == "5 km"
    assert figures.is_act("{continue}")
    assert not figures.is_act("{centre}")


def test_only_all_of_it_is_a_hundred_percent() -> None:
    assert figures.percent("en", Decimal("0.999")) == "99%"
    assert figures.percent("en", Decimal(1)) == "100%"


def test_days_and_moments() -> None:
    assert figures.day("en", date(2026, 6, 30)) == "30 June 2026"
    assert figures.day("zh", date(2026, 6, 30)) == "2026年6月30日"
    assert figures.last_day(date(2026, 1, 1)) == date(2025, 12, 31)
    assert figures.month("en", date(2026, 1, 1)) == "Jan 2026"
    assert figures.moment("en", datetime(2026, 1, 2, 3, 4, tzinfo=UTC)) == "2 Jan 2026, 03:04 UTC"


@pytest.mark.parametrize("language", LOCALES)
def test_names_in_every_language(language: str) -> None:
    names = [figures.party(language, code) for code in ("CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB")]
    assert len(set(names)) == 6
    assert not {"CHN", "KAZ"} & set(names)
    assert figures.own_name(language) != language
    assert figures.language_name(language, "ja") != "ja"


def test_a_group_without_a_name_keeps_its_code() -> None:
    assert figures.party("ja", "AUKUS") == "AUKUS"


def test_a_span_is_said_by_years_and_months_where_it_is_whole_ones() -> None:
    days = date(2025, 6, 17), date(2026, 12, 31)
    assert " ".join(figures.span("en", *days).split()) == "17 Jun 2025 – 31 Dec 2026"
    assert " ".join(figures.span("zh", *days).split()) == "2025年6月17日 – 2026年12月31日"
    assert figures.span("en", date(2025, 1, 1), date(2025, 12, 31)) == "2025"
    assert figures.span("ru", date(2025, 1, 1), date(2027, 12, 31)) == "2025—2027"
    assert figures.span("en", date(2025, 6, 1), date(2025, 6, 30)) == "June 2025"
