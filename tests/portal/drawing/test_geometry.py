import math

from hypothesis import given
from hypothesis import strategies as st

from zakuro.portal.drawing import geometry

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]


def _area(polygon: geometry.Polygon) -> float:
    pairs = zip(polygon, [*polygon[1:], *polygon[:1]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


@given(st.floats(-20, 20), st.floats(0, math.tau))
def test_two_halves_make_the_whole(limit: float, angle: float) -> None:
    nx, ny = math.cos(angle), math.sin(angle)
    one = geometry.cut(SQUARE, nx, ny, limit)
    other = geometry.cut(SQUARE, -nx, -ny, -limit)
    assert math.isclose(_area(one) + _area(other), 100, abs_tol=1e-6)


def test_cells_fill_a_polygon_without_overlap() -> None:
    points = geometry.pack(SQUARE, 7, "seed")
    assert points == geometry.pack(SQUARE, 7, "seed")
    assert all(geometry.inside(SQUARE, point) for point in points)
    cells = geometry.cells(SQUARE, points, 0)
    assert math.isclose(sum(map(_area, cells)), 100, abs_tol=1e-6)
    assert all(geometry.inside(cell, point) for cell, point in zip(cells, points, strict=True))


def test_centres_and_paths() -> None:
    assert geometry.centroid(SQUARE) == (5, 5)
    assert geometry.clearance(SQUARE, (5, 4)) == 4
    assert geometry.line(SQUARE) == "M0 0L10 0L10 10L0 10Z"
    assert geometry.pebble(SQUARE).startswith("M0 5c0-3.7")
    assert geometry.figure(2.04) == "2"
