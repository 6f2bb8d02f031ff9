"""Borders and coasts as lines: those of Natural Earth that come along, or of another map."""

from __future__ import annotations

import gzip
import json
import zlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from zakuro.model.errors import ZakuroError

Arc = tuple[tuple[float, float], ...]
"""A line: its points in degrees north and east."""

_GZIP = b"\x1f\x8b"
_OWN = files("zakuro.portal.drawing") / "borders.json.gz"


@cache
def arcs_of(place: str = "") -> tuple[Arc, ...]:
    """Give the arcs of a TopoJSON file, packed by gzip or not; without a place, Natural Earth's.

    ZakuroError for what is no such file.
    """
    try:
        written = Path(place).read_bytes() if place else _OWN.read_bytes()
        given = json.loads(gzip.decompress(written) if written.startswith(_GZIP) else written)
        return tuple(_arc(steps, given.get("transform")) for steps in given["arcs"])
    except OSError as error:
        raise ZakuroError(f"Cannot read the map {place}: {error.strerror or error}.") from None
    except (ValueError, KeyError, TypeError, AttributeError, EOFError, zlib.error):
        raise ZakuroError(
            f"{place} is no TopoJSON: a map of borders is a JSON object with 'arcs' (and "
            "'transform' where they are steps), in degrees of longitude and latitude."
        ) from None


def _arc(steps: list[list[float]], transform: dict[str, Any] | None) -> Arc:
    """Give the points of an arc: as they stand, or step by step where there is a transform."""
    if transform is None:
        return tuple((north, east) for east, north, *_ in steps)
    (by_x, by_y), (from_x, from_y) = transform["scale"], transform["translate"]
    x = y = 0.0
    points = []
    for dx, dy, *_ in steps:
        x, y = x + dx, y + dy
        points.append((y * by_y + from_y, x * by_x + from_x))
    return tuple(points)
