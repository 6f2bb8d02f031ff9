from datetime import UTC, date, datetime
from decimal import Decimal
from typing import NamedTuple

import click
import pytest

from zakuro.cli.books.options import AMOUNT, DAY, person
from zakuro.flow.browsing.plain import plain_values
from zakuro.model.acts import Tolerances


@pytest.mark.parametrize(
    ("text", "value"),
    [("1500000000", "1500000000"), ("1_500_000", "1500000"), ("0.5", "0.5"), ("-3", "-3")],
)
def test_amounts(text: str, value: str) -> None:
    assert AMOUNT.convert(text, None, None) == Decimal(value)


@pytest.mark.parametrize("text", ["many", "1,5", "nan", "inf", ""])
def test_no_amounts(text: str) -> None:
    with pytest.raises(click.BadParameter):
        AMOUNT.convert(text, None, None)


def test_days_and_moments_are_days_in_utc() -> None:
    assert DAY.convert("2027-06-17", None, None) == date(2027, 6, 17)
    assert DAY.convert("2027-06-16T23:59:59", None, None) == date(2027, 6, 16)
    assert DAY.convert("2027-06-17T00:00:00", None, None) == date(2027, 6, 17)
    assert DAY.convert("2027-06-17T04:59:59+05:00", None, None) == date(2027, 6, 16)
    with pytest.raises(click.BadParameter, match="2025-06-17"):
        DAY.convert("17.6.2027", None, None)


class Pair(NamedTuple):
    first: Decimal
    second: object


def test_json_values_are_plain() -> None:
    value = Pair(Decimal("1E+3"), {"on": date(2025, 1, 2), "in": [Tolerances()]})
    assert plain_values(value) == {
        "first": "1000",
        "second": {
            "on": "2025-01-02",
            "in": [{"behind": "0.9", "about": "0.95", "lapsed_after": 365}],
        },
    }
    assert plain_values(datetime(2025, 1, 2, tzinfo=UTC)) == "2025-01-02T00:00:00+00:00"


def test_who_sits_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZAKURO_PERSON", "aliya")
    assert person() == "aliya"
    monkeypatch.delenv("ZAKURO_PERSON")
    monkeypatch.setenv("LOGNAME", "login")
    assert person() == "login"
