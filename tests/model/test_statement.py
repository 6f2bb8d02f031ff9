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


def test_what_a_result_and_a_part_say_survives() -> None:
    whole = Quantity(start=0, end=1, exact="a", unit="CNY", bound="exact", value=Decimal(3))
    part = Quantity(
        start=1, end=2, exact="b", unit="CNY", bound="exact", value=Decimal(1), part_of=0
    )
    reached = Quantity(
        start=1, end=2, exact="b", unit="{country}", bound="exact", value=Decimal(1), scope=True
    )
    told = statement(
        quantities=(whole, part, reached),
        confidence="0.95",
        phase="in use",
        counted_by="KAZ",
        method="customs",
        told_by="Ministry of Transport",
    )
    assert msgspec.json.decode(msgspec.json.encode(told), type=Statement) == told


@pytest.mark.parametrize("doubt", ["0.9", "1.01", "1", "0.955", ".95", "-0.50"])
def test_confidence_has_two_places(doubt: str) -> None:
    written = msgspec.json.encode({**msgspec.to_builtins(statement()), "confidence": doubt})
    with pytest.raises(msgspec.ValidationError, match="confidence"):
        msgspec.json.decode(written, type=Statement)


def test_a_statement_of_the_first_version_is_read() -> None:
    written = """{"id": "s1", "document": "00", "kind": "result", "start": 0, "end": 2,
        "exact": "ab", "givers": ["CHN"], "act": "provide", "quantities": [{"start": 0, "end": 1,
        "exact": "a", "unit": "CNY", "bound": "exact", "value": "5", "equivalent_of": "b"}],
        "rule": "pledge", "derivation": [{"role": "act", "start": 0, "end": 1, "exact": "a"}]}"""
    old = msgspec.json.decode(written, type=Statement)
    assert old.confidence is old.phase is old.counted_by is old.method is old.told_by is None
    assert [(q.part_of, q.scope) for q in old.quantities] == [(None, False)]
    again = msgspec.json.encode(old)
    assert msgspec.json.decode(again) == msgspec.json.decode(written)


def test_an_unknown_kind_is_refused() -> None:
    written = msgspec.json.encode({**msgspec.to_builtins(statement()), "kind": "wish"})
    with pytest.raises(msgspec.ValidationError, match="kind"):
        msgspec.json.decode(written, type=Statement)
