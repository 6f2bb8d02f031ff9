from datetime import date
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.model.statement import Mention, Period, Quantity, Statement


def statement(**more: object) -> Statement:
    needed = {"id": "s1", "document": "00", "kind": "pledge", "start": 0, "end": 2, "exact": "ab"}
    return Statement(**{**needed, **more})  # type: ignore[arg-type]


def test_what_is_empty_is_not_written() -> None:
    assert msgspec.to_builtins(statement()).keys() == {
        "id",
        "document",
        "kind",
        "start",
        "end",
        "exact",
    }


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_travels_as_a_string_and_unchanged(value: Decimal) -> None:
    mention = Mention(type="number", start=0, end=1, exact="1", value=value)
    written = msgspec.json.encode(mention)
    assert isinstance(msgspec.json.decode(written)["value"], str)
    assert msgspec.json.decode(written, type=Mention) == mention


def test_a_whole_statement_survives_the_way_there_and_back() -> None:
    whole = statement(
        givers=("CHN",),
        receivers=("C5",),
        quantities=(
            Quantity(start=0, end=1, exact="a", unit="CNY", bound="exact", value=Decimal("1.5e9")),
        ),
        period=Period(
            edtf="2025",
            start_date=date(2025, 1, 1),
            end_date=date(2026, 1, 1),
            start=1,
            end=2,
            exact="b",
        ),
        quoted=True,
    )
    assert msgspec.json.decode(msgspec.json.encode(whole), type=Statement) == whole


def test_an_unknown_kind_is_refused() -> None:
    written = msgspec.json.encode({**msgspec.to_builtins(statement()), "kind": "wish"})
    with pytest.raises(msgspec.ValidationError, match="kind"):
        msgspec.json.decode(written, type=Statement)
