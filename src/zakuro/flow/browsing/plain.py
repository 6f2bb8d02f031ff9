"""Records as plain JSON values, for everyone who writes them down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec


def plain_values(value: Any) -> Any:
    """Give plain JSON values: records by their fields, decimals and days as strings."""
    if isinstance(value, msgspec.Struct):
        value = msgspec.structs.asdict(value)
    elif hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, Mapping):
        return {str(name): plain_values(field) for name, field in value.items()}
    if isinstance(value, list | tuple):
        return [plain_values(field) for field in value]
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value
