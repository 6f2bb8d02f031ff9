from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple, NotRequired, TypedDict

import pytest

from zakuro.model.statement import Record
from zakuro.portal.api.schemas import Schemas


class Part(NamedTuple):
    """A part."""

    size: Decimal


class Whole(Record, frozen=True, kw_only=True):
    """A whole of parts.

    And more.
    """

    parts: tuple[Part, ...]
    pair: tuple[str, int]
    first: date | None
    kind: Literal["a", "b"]
    rest: dict[str, Any]


class Loose(TypedDict):
    there: bool
    perhaps: NotRequired[int]


def test_records_are_described_by_their_fields() -> None:
    schemas = Schemas()
    assert schemas.of(list[Whole]) == {
        "type": "array", "items": {"$ref": "#/components/schemas/Whole"},
    }  # fmt: skip
    whole = schemas.components["Whole"]
    assert whole["description"] == "A whole of parts."
    assert whole["required"] == ["parts", "pair", "first", "kind", "rest"]
    assert whole["properties"] == {
        "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
        "pair": {
            "type": "array",
            "prefixItems": [{"type": "string"}, {"type": "integer"}],
            "minItems": 2,
            "maxItems": 2,
        },
        "first": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
        "kind": {"enum": ["a", "b"]},
        "rest": {"type": "object", "additionalProperties": {}},
    }
    assert schemas.components["Part"]["properties"] == {
        "size": {"type": "string", "format": "decimal"}
    }


def test_what_need_not_be_there_is_not_required() -> None:
    schemas = Schemas()
    schemas.of(Loose)
    assert schemas.components["Loose"]["required"] == ["there"]


def test_two_of_one_name_stay_apart() -> None:
    other = type("Part", (Part,), {"__module__": "somewhere.else"})
    schemas = Schemas()
    assert schemas.of(Part) != schemas.of(other)


@pytest.mark.parametrize("given", [print, type[int]])
def test_what_is_no_data_is_refused(given: object) -> None:
    with pytest.raises(TypeError, match="not written as JSON"):
        Schemas().of(given)
