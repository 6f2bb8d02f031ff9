import re

import pytest

from zakuro.portal.drawing.borders import arcs_of
from zakuro.portal.drawing.map import HIGHEST, LOWEST, WIDTH, At, Shown, view_of, world_map

XIAN, KASHGAR, ANDIJAN = (
    At("Xi'an", 34.34, 108.94),
    At("Kashgar", 39.47, 75.99),
    At("A", 40.8, 72.3),
)
RAILWAY = Shown("/en/things/T-6", "T-6 <railway>", (KASHGAR, ANDIJAN), route=True)
OFFICE = Shown("/en/things/T-5", "T-5 office", (XIAN,), route=False)


def test_points_and_routes_are_links_with_names() -> None:
    drawn = world_map([OFFICE, RAILWAY], "Map")
    assert drawn.count("<a ") == 2
    assert 'aria-label="T-6 &lt;railway&gt;"' in drawn
    assert drawn.count('class="m-route"') == 1
    assert "m-border" not in drawn
    assert "Xi&#x27;an</text>" in drawn
    assert world_map([], "Map") == ""


@pytest.mark.parametrize(
    "points",
    [
        (XIAN,),
        (XIAN, KASHGAR),
        (At("N", 80, 10), At("S", -80, 12)),
        (At("Fiji", -17, 179), At("Samoa", -14, -172)),
    ],
)
def test_every_point_lies_on_the_picture_and_north_is_above(points: tuple[At, ...]) -> None:
    view = view_of(points)
    assert LOWEST <= view.height <= HIGHEST
    for each in points:
        x, y = view.place(each.north, each.east)
        assert 0 < x < WIDTH
        assert 0 < y < view.height
        assert view.place(each.north + 1, each.east)[1] < y


def test_things_of_one_place_stand_side_by_side_under_one_name() -> None:
    drawn = world_map([OFFICE, OFFICE._replace(address="/en/things/T-9")], "Map")
    assert len(set(re.findall(r'cx="([\d.]+)"', drawn))) == 2
    assert drawn.count("</text>") == 1


def test_borders_are_drawn_only_where_asked_for_and_stay_on_the_picture() -> None:
    drawn = world_map([OFFICE, RAILWAY], "Map", borders=arcs_of())
    found = re.search(r'class="m-border" d="([^"]+)"', drawn)
    assert found is not None
    assert len(found[1]) > 5000
    assert all(-41 < float(x) < WIDTH + 41 for x in re.findall(r"[ML](-?\d+),", found[1]))


def test_a_name_keeps_off_a_route_where_there_is_room() -> None:
    east = At("Here", 40.0, 60.0)
    drawn = world_map(
        [Shown("/en/things/T-1", "T-1", (east, At("There", 40.0, 80.0)), route=True)], "Map"
    )
    assert re.search(r'text-anchor="end"[^>]*>Here</text>', drawn)
