"""Convex polygons cut, packed with points, divided among them, and rounded to pebbles."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence

Point = tuple[float, float]
Polygon = list[Point]

_NEAR = 1e-9
_FEW, _MANY_ROUNDS, _FEW_ROUNDS = 30, 60, 18
_FULLNESS = 0.74
_FLAT = 2.2


def cut(polygon: Sequence[Point], nx: float, ny: float, limit: float) -> Polygon:
    """Give the part of a convex polygon where ``nx·x + ny·y <= limit``."""
    kept: Polygon = []
    for a, b in zip(polygon, [*polygon[1:], *polygon[:1]], strict=True):
        da, db = nx * a[0] + ny * a[1] - limit, nx * b[0] + ny * b[1] - limit
        if da <= 0:
            kept.append(a)
        if da < 0 < db or db < 0 < da:
            part = da / (da - db)
            kept.append((a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part))
    return kept


def centroid(polygon: Sequence[Point]) -> Point:
    """Give the centre of gravity of a polygon."""
    area = x = y = 0.0
    for (ax, ay), (bx, by) in zip(polygon, [*polygon[1:], *polygon[:1]], strict=True):
        cross = ax * by - bx * ay
        area += cross
        x += (ax + bx) * cross
        y += (ay + by) * cross
    return (x / (3 * area), y / (3 * area)) if abs(area) > _NEAR else polygon[0]


def cells(polygon: Polygon, points: Sequence[Point], gap: float) -> list[Polygon]:
    """Divide a polygon among points, each getting what is nearest, ``gap`` kept at its sides."""
    found = []
    for x, y in points:
        cell = polygon
        for u, v in points:
            if (x, y) == (u, v) or not cell:
                continue
            dx, dy = u - x, v - y
            away = math.hypot(dx, dy)
            middle = (dx * (x + u) + dy * (y + v)) / 2 / away
            cell = cut(cell, dx / away, dy / away, middle - gap)
        found.append(cell)
    return found


def pack(polygon: Polygon, count: int, seed: str) -> list[Point]:
    """Give points spread evenly in a polygon; the same ones for the same ``seed``."""
    chance = random.Random(seed)  # noqa: S311 - a drawing, not a secret
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    points: list[Point] = []
    while len(points) < count:
        point = (chance.uniform(min(xs), max(xs)), chance.uniform(min(ys), max(ys)))
        if inside(polygon, point):
            points.append(point)
    for _ in range(_MANY_ROUNDS if count < _FEW else _FEW_ROUNDS):
        divided = cells(polygon, points, 0)
        points = [
            centroid(cell) if cell else point for cell, point in zip(divided, points, strict=True)
        ]
    return points


def inside(polygon: Sequence[Point], point: Point) -> bool:
    """Tell whether a point lies in a convex polygon whose corners go round clockwise on screen."""
    x, y = point
    return all(
        (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0
        for (ax, ay), (bx, by) in zip(polygon, [*polygon[1:], *polygon[:1]], strict=True)
    )


def clearance(polygon: Sequence[Point], centre: Point) -> float:
    """Give the distance from a point to the nearest longer side."""
    x, y = centre
    found = [
        abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / math.hypot(bx - ax, by - ay)
        for (ax, ay), (bx, by) in zip(polygon, [*polygon[1:], *polygon[:1]], strict=True)
        if math.hypot(bx - ax, by - ay) > 2
    ]
    return min(found, default=0.0)


def figure(value: float) -> str:
    """Give a coordinate with one decimal, or none where it is empty."""
    return f"{value:.1f}".removesuffix(".0")


def line(points: Sequence[Point]) -> str:
    """Give a closed path with straight sides."""
    return "M" + "L".join(f"{figure(x)} {figure(y)}" for x, y in points) + "Z"


def pebble(polygon: Sequence[Point]) -> str:
    """Give a closed path through the middle of every side, its corners pulled along the sides.

    It is written in steps from point to point, which is a third shorter.
    """
    corners = _corners(polygon)
    path, at = "", (0.0, 0.0)
    for a, b, c in zip(
        [*corners[-1:], *corners[:-1]], corners, [*corners[1:], *corners[:1]], strict=True
    ):
        start, end = _middle(a, b), _middle(b, c)
        first, second = _towards(start, b), _towards(end, b)
        if not path:
            path, at = f"M{figure(start[0])} {figure(start[1])}", _rounded(start)
        path += "c" + _steps(at, (first, second, end))
        at = _rounded(end)
    return f"{path}Z"


def _steps(at: Point, points: Iterable[Point]) -> str:
    """Write points as steps from one; a minus parts numbers as well as a space."""
    steps = (figure(to - of) for point in points for to, of in zip(point, at, strict=True))
    return " ".join("0" if step == "-0" else step for step in steps).replace(" -", "-")


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)


def _corners(polygon: Sequence[Point]) -> Polygon:
    """Leave out corners that lie almost on the line between their neighbours: sampled arcs."""
    kept = list(polygon)
    while len(kept) > 4:
        sizes = [
            _height(kept[place - 1], kept[place], kept[(place + 1) % len(kept)])
            for place in range(len(kept))
        ]
        smallest = min(range(len(kept)), key=sizes.__getitem__)
        if sizes[smallest] > _FLAT:
            break
        kept.pop(smallest)
    return kept


def _height(a: Point, b: Point, c: Point) -> float:
    base = math.hypot(c[0] - a[0], c[1] - a[1]) or 1
    return abs((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / base


def _middle(a: Point, b: Point) -> Point:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


def _towards(start: Point, end: Point) -> Point:
    return (start[0] + (end[0] - start[0]) * _FULLNESS, start[1] + (end[1] - start[1]) * _FULLNESS)
