"""The JSON schema of what pages give: records as plain values, as ``plain_values`` writes them."""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Hashable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

import msgspec

Schema = dict[str, Any]

_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    Decimal: {"type": "string", "format": "decimal"},
    Any: {},
    object: {},
}
_PLACE = "#/components/schemas/"


class Schemas:
    """The schemas of types, those with fields once each under their names."""

    def __init__(self) -> None:
        self.components: dict[str, Schema] = {}
        self._names: dict[Any, str] = {}

    def of(self, given: Any) -> Schema:
        """Give the schema of a type; TypeError for one that is not written as JSON."""
        if given is None:
            given = type(None)
        if isinstance(given, Hashable) and given in _PLAIN:
            return _PLAIN[given]
        origin, inside = get_origin(given), get_args(given)
        if origin is Literal:
            return {"enum": list(inside)}
        if origin is NotRequired or hasattr(given, "__metadata__"):
            return self.of(inside[0])
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(each) for each in inside]}
        if isinstance(origin, type):
            return self._of_many(origin, inside)
        if isinstance(given, type) and hasattr(given, "__annotations__"):
            return {"$ref": _PLACE + self._component(given)}
        raise TypeError(f"{given} is not written as JSON.")

    def _of_many(self, origin: type, inside: tuple[Any, ...]) -> Schema:
        if issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(inside[1])}
        if issubclass(origin, tuple) and inside[-1] is not Ellipsis:
            count = len(inside)
            each = [self.of(one) for one in inside]
            return {"type": "array", "prefixItems": each, "minItems": count, "maxItems": count}
        if issubclass(origin, Collection):
            return {"type": "array", "items": self.of(inside[0])}
        raise TypeError(f"{origin} is not written as JSON.")

    def _component(self, given: type) -> str:
        if given not in self._names:
            taken = set(self._names.values())
            whole = f"{given.__module__.rpartition('.')[2].title()}{given.__name__}"
            self._names[given] = name = whole if given.__name__ in taken else given.__name__
            self.components[name] = self._fields(given)
        return self._names[given]

    def _fields(self, given: type) -> Schema:
        hints = get_type_hints(given, include_extras=True)
        hints = {name: hint for name, hint in hints.items() if not name.startswith("_")}
        if issubclass(given, msgspec.Struct):
            hints = {name: hints[name] for name in given.__struct_fields__}
        found: Schema = {
            "type": "object",
            "properties": {name: self.of(hint) for name, hint in hints.items()},
            "required": [n for n, hint in hints.items() if get_origin(hint) is not NotRequired],
        }
        if says := _first_line(given):
            found["description"] = says
        return found


def _first_line(given: type | Callable[..., Any]) -> str:
    return (given.__doc__ or "").strip().partition("\n")[0]
