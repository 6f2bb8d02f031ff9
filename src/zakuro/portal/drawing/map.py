"""The map: things as points and routes on a plain ground, borders only where they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import NamedTuple

from zakuro.portal.drawing.borders import Arc

WIDTH, LOWEST, HIGHEST, EDGE = 960.0, 360.0, 640.0, 90.0
NARROWEST = 0.04
"""What the map shows at least, in radians: about 250 km, also of a single place."""
STEP, TURN = 15.0, 1.2
"""Marks of one place stand so far apart; a border bends where it has gone so far."""
LETTER, LINE = 8.2, 17.0
NARROW = 0x2E7F
"""How wide a letter of a name is at most, and how high a line, to keep names apart;
letters behind ``NARROW`` take the room of two."""


ON_ROUTE = 4.0
"""How far apart a route is looked at, to keep names off it."""

Box = tuple[float, float, float, float]


class At(NamedTuple):
    """A named point, in degrees north and east."""

    name: str
    north: float
    east: float


class Shown(NamedTuple):
    """A thing on the map: where its mark leads, what it is called, and its points."""

    address: str
    title: str
    points: tuple[At, ...]
    route: bool


class View(NamedTuple):
    """The part of the world that is shown: its centre, what a radian measures, and its corner."""

    north: float
    east: float
    scale: float
    left: float
    top: float
    height: float

    def place(self, north: float, east: float) -> tuple[float, float]:
        """Give where a point lies on the picture."""
        x, y = _project(north, east, self.north, self.east)
        return (x * self.scale + self.left, self.top - y * self.scale)


def _project(north: float, east: float, about_north: float, about_east: float) -> tuple[float, ...]:
    """Project degrees by Lambert's azimuthal equal-area projection about a centre, in radians."""
    lat, lon, lat0 = radians(north), radians(east - about_east), radians(about_north)
    far = 1 + sin(lat0) * sin(lat) + cos(lat0) * cos(lat) * cos(lon)
    k = sqrt(2 / max(far, 1e-9))
    return (
        k * cos(lat) * sin(lon),
        k * (cos(lat0) * sin(lat) - sin(lat0) * cos(lat) * cos(lon)),
    )


def _centre(points: Sequence[At]) -> tuple[float, float]:
    """Give the middle of points on the globe, in degrees."""
    x = sum(cos(radians(each.north)) * cos(radians(each.east)) for each in points)
    y = sum(cos(radians(each.north)) * sin(radians(each.east)) for each in points)
    z = sum(sin(radians(each.north)) for each in points)
    length = sqrt(x * x + y * y + z * z) or 1.0
    return degrees(asin(z / length)), degrees(atan2(y, x))


def view_of(points: Sequence[At]) -> View:
    """Give the part of the world that holds some points, with room about them."""
    north, east = _centre(points)
    placed = [_project(each.north, each.east, north, east) for each in points]
    xs, ys = [each[0] for each in placed], [each[1] for each in placed]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    room = WIDTH - 2 * EDGE
    scale = room / max(wide, NARROWEST, high * room / (HIGHEST - 2 * EDGE))
    height = min(max(high * scale + 2 * EDGE, LOWEST), HIGHEST)
    left = WIDTH / 2 - (max(xs) + min(xs)) / 2 * scale
    return View(north, east, scale, left, height / 2 + (max(ys) + min(ys)) / 2 * scale, height)


def world_map(things: Iterable[Shown], title: str, *, borders: Iterable[Arc] = ()) -> str:
    """Draw things that have a place; empty where none has.

    Marks of one place stand side by side, and each name stands once, where there is room for it.
    """
    shown = [each for each in things if each.points]
    if not shown:
        return ""
    view = view_of([point for each in shown for point in each.points])
    taken: dict[tuple[float, float], int] = {}
    drawn = [_lines(view, borders)] if borders else []
    drawn += [_thing(view, each, taken) for each in sorted(shown, key=lambda each: not each.route)]
    drawn += _names(view, shown, taken)
    return (
        f'<svg class="map" viewBox="0 0 {WIDTH:.0f} {view.height:.0f}" role="group"'
        f' aria-label="{escape(title)}">{"".join(drawn)}</svg>'
    )


def _thing(view: View, thing: Shown, taken: dict[tuple[float, float], int]) -> str:
    """Draw a thing as one link: its route, and a mark at each of its points."""
    places = [view.place(each.north, each.east) for each in thing.points]
    drawn = []
    if thing.route and len(places) > 1:
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        drawn.append(f'<polyline points="{line}" class="m-reach"/>')
        drawn.append(f'<polyline points="{line}" class="m-route"/>')
    for x, y in places:
        before = 0
        if not thing.route:
            at = (round(x), round(y))
            before = taken.get(at, 0)
            taken[at] = before + 1
        size = 3.5 if thing.route else 6.5
        drawn.append(
            f'<circle cx="{x + before * STEP:.1f}" cy="{y:.1f}" r="{size}" class="m-point"/>'
        )
    said = escape(thing.title)
    return (
        f'<a href="{escape(thing.address)}" aria-label="{said}"><title>{said}</title>'
        f"{''.join(drawn)}</a>"
    )


def _names(
    view: View, shown: Sequence[Shown], taken: dict[tuple[float, float], int]
) -> Iterator[str]:
    """Give the names of places: right, left, below or above, where none is covered.

    A name stands across a route only where there is no room beside it.
    """
    boxes = [
        (x - 6, y - 6, x + 6 + max(taken.get((round(x), round(y)), 1) - 1, 0) * STEP, y + 6)
        for one in shown
        for x, y in (view.place(each.north, each.east) for each in one.points)
    ]
    routes = [box for one in shown if one.route for box in _along(view, one.points)]
    points = {(each.name, each.north, each.east): each for one in shown for each in one.points}
    for each in points.values():
        x, y = view.place(each.north, each.east)
        marks = max(taken.get((round(x), round(y)), 1) - 1, 0) * STEP
        wide = sum(LETTER * (1 + (ord(letter) > NARROW)) for letter in each.name)
        free: list[tuple[bool, str, float, float, Box]] = []
        for anchor, dx, dy in (
            ("start", 11 + marks, 5),
            ("end", -11, 5),
            ("middle", marks / 2, 23),
            ("middle", marks / 2, -13),
        ):
            begin = x + dx - (0 if anchor == "start" else wide if anchor == "end" else wide / 2)
            box = (begin, y + dy - LINE + 4, begin + wide, y + dy + 4)
            inside = box[0] > 0 and box[2] < WIDTH and box[1] > 0 and box[3] < view.height
            if inside and not any(_meet(box, other) for other in boxes):
                crossed = any(_meet(box, other) for other in routes)
                free.append((crossed, anchor, x + dx, y + dy, box))
        if free:
            _, anchor, at, down, box = min(free, key=lambda one: one[0])
            boxes.append(box)
            yield (
                f'<text x="{at:.1f}" y="{down:.1f}" text-anchor="{anchor}"'
                f' aria-hidden="true">{escape(each.name)}</text>'
            )


def _along(view: View, points: Sequence[At]) -> Iterator[Box]:
    """Give a chain of small boxes that a route goes through."""
    placed = [view.place(each.north, each.east) for each in points]
    for (x, y), (to_x, to_y) in pairwise(placed):
        steps = max(int(hypot(to_x - x, to_y - y) / ON_ROUTE), 1)
        for step in range(steps + 1):
            at, down = x + (to_x - x) * step / steps, y + (to_y - y) * step / steps
            yield (at - 1, down - 1, at + 1, down + 1)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _lines(view: View, borders: Iterable[Arc]) -> str:
    """Draw the borders and coasts in view as one path."""
    drawn = []
    for arc in borders:
        placed: list[tuple[float, float]] = []
        for north, east in arc:
            if (at := _in_view(view, north, east)) is None:
                drawn += _path(placed)
                placed = []
            elif not placed or hypot(at[0] - placed[-1][0], at[1] - placed[-1][1]) > TURN:
                placed.append(at)
        drawn += _path(placed)
    return f'<path class="m-border" d="{"".join(drawn)}"/>'


def _in_view(view: View, north: float, east: float) -> tuple[float, float] | None:
    """Give where a point lies if that is on the picture or near it; None for elsewhere."""
    x, y = view.place(north, east)
    near = -40 < x < WIDTH + 40 and -40 < y < view.height + 40
    return (x, y) if near else None


def _path(placed: Sequence[tuple[float, float]]) -> list[str]:
    if len(placed) < 2:
        return []
    return ["M" + "L".join(f"{x:.0f},{y:.0f}" for x, y in placed)]
