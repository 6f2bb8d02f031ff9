"""The map: the things that have a place, drawn, and the same as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.http import HttpRequest

from zakuro.flow.keeping.books import Books
from zakuro.flow.things import looking
from zakuro.flow.things.joint import thing
from zakuro.flow.things.views import called
from zakuro.portal.asked import Asked
from zakuro.portal.drawing.borders import arcs_of
from zakuro.portal.drawing.map import At, Shown, world_map
from zakuro.portal.kept import kept
from zakuro.portal.page import Page
from zakuro.portal.site import Site
from zakuro.words.catalogue import message
from zakuro.words.places import place_name


def on_map(site: Site, books: Books, asked: Asked, request: HttpRequest) -> Page:
    """Give the things with a place; ``?borders=1`` draws borders and coasts as well."""
    placed = kept(books, ("placed", asked.day), lambda: _placed(books, asked))
    borders = asked.query.get("borders") == "1"
    shown = [
        Shown(
            asked.address(f"things/{each['thing']}"),
            f"{each['thing']} {called(each['names'], asked.language)[0]}",
            tuple(
                point._replace(name=place_name(point.name, asked.language))
                for point in each["points"]
            ),
            each["route"],
        )
        for each in placed
    ]
    title = message(asked.language, "menu.map").text
    key = ("map", asked.language, asked.day, asked.given, borders and (site.borders or "own"))
    lines = arcs_of(site.borders) if borders else ()
    picture = kept(books, key, lambda: world_map(shown, title, borders=lines))
    rows = [
        {
            "thing": each["thing"],
            "sort": each["sort"],
            "name": called(each["names"], asked.language)[0],
            "state": each["state"],
            "route": each["route"],
            "place": place_name(point.name, asked.language),
            "north": point.north,
            "east": point.east,
        }
        for each in placed
        for point in each["points"]
    ]
    data: dict[str, Any] = {"things": placed, "borders": borders}
    if asked.form == "html":
        data |= {"picture": picture, "of": Path(site.borders).name}
    return Page("map.html", data, rows)


def _placed(books: Books, asked: Asked) -> list[dict[str, Any]]:
    """Give the things of which a place is known in degrees, with the points that are."""
    found = []
    for line in looking.things(books, asked.day):
        place = thing(books, line.name).place
        points = tuple(
            At(point.name, float(point.north), float(point.east))
            for point in (place.points if place else ())
            if point.north is not None and point.east is not None
        )
        if points:
            found.append(
                {
                    "thing": line.name,
                    "sort": line.sort,
                    "names": line.names,
                    "state": line.state,
                    "route": bool(place and place.route),
                    "points": points,
                }
            )
    return found
