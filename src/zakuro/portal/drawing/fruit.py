"""A pomegranate cut open: a chamber for each group, a seed for each pledge, ripest outermost."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple

from zakuro.portal.drawing.geometry import (
    Point,
    Polygon,
    cells,
    centroid,
    clearance,
    cut,
    figure,
    line,
    pack,
    pebble,
)
from zakuro.portal.drawing.seeds import LOOKS, Look, is_dashed, look, mark

CENTRE_X, CENTRE_Y, RADIUS = 250, 276, 214
CORE, MEMBRANE, GAP, PITH, RIND = 26, 9, 2.2, 31, 23
FEWEST = 18
"""With fewer pledges than this some hollows stay empty, so that seeds do not become slices."""
MOST = 240
"""With more pledges than this a seed stands for several."""
LETTER = 8.5
"""How wide a letter of a name on the rind is; a wide one counts twice."""
_NARROWEST = 0.045
_WIDEST = math.pi * 0.9
_CRACKED = "disputed"


class Seed(NamedTuple):
    """One pledge: where its link leads, what it is called, and how it stands."""

    address: str
    title: str
    standing: str
    word: str


class Chamber(NamedTuple):
    """A group of pledges by one theme."""

    name: str
    seeds: tuple[Seed, ...]


def each_stands_for(count: int) -> int:
    """Give how many pledges one seed stands for."""
    return max(1, math.ceil(count / MOST))


def fruit(chambers: Sequence[Chamber], title: str) -> str:
    """Draw the fruit; every seed is a link with a name."""
    return _fruit(tuple(chambers), title)


@lru_cache(maxsize=64)
def _fruit(chambers: tuple[Chamber, ...], title: str) -> str:
    total = sum(len(chamber.seeds) for chamber in chambers)
    per = each_stands_for(total)
    shares = [max(len(chamber.seeds) / max(total, 1), _NARROWEST) for chamber in chambers]
    drawn = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 500" class="fruit" role="group"'
        f' aria-labelledby="fruit-title"><title id="fruit-title">{escape(title)}</title>',
        _definitions(),
        _skin(),
    ]
    start = -math.pi / 2
    labels = []
    for chamber, share in zip(chambers, shares, strict=True):
        end = start + 2 * math.pi * share / sum(shares)
        # A chamber wider than a half is no convex shape: it is walled off into several.
        walls = math.ceil((end - start) / _WIDEST)
        for wall in range(walls):
            seeds = chamber.seeds[::per][wall::walls]
            hollows = max(len(seeds), math.ceil(len(seeds) * FEWEST * per / max(total, 1)))
            first, last = (start + (end - start) * (wall + step) / walls for step in (0, 1))
            drawn.append(_chamber(chamber.name, seeds, hollows, first, last))
        if _fits(chamber.name, end - start):
            labels.append((chamber.name, (start + end) / 2))
        start = end
    drawn.append(_labels(labels))
    return "".join(drawn) + "</svg>"


def _outline(angle: float, radius: float) -> Point:
    """A pomegranate is a little six-sided, and a little broader than high."""
    six = 1 + 0.014 * math.cos(6 * angle)
    return (
        CENTRE_X + radius * six * 1.02 * math.cos(angle),
        CENTRE_Y + radius * six * 0.985 * math.sin(angle),
    )


def _ring(radius: float, count: int = 90) -> Polygon:
    return [_outline(2 * math.pi * place / count, radius) for place in range(count)]


def _hollow(start: float, end: float, inset: float) -> Polygon:
    polygon = _ring(RADIUS - PITH - inset, 120)
    for angle, side in ((start, 1), (end, -1)):
        nx, ny = side * math.sin(angle), -side * math.cos(angle)
        polygon = cut(polygon, nx, ny, nx * CENTRE_X + ny * CENTRE_Y - MEMBRANE / 2 - inset)
    middle = (start + end) / 2
    nx, ny = -math.cos(middle), -math.sin(middle)
    return cut(polygon, nx, ny, nx * CENTRE_X + ny * CENTRE_Y - CORE - inset)


def _definitions() -> str:
    gradients = "".join(
        f'<radialGradient id="f-{each.css}" cx=".38" cy=".3" r=".78">'
        f'<stop offset="0" stop-color="{each.light}"/><stop offset=".62" stop-color="{each.main}"/>'
        f'<stop offset="1" stop-color="{each.rim}" stop-opacity="{_depth(each)}"/></radialGradient>'
        for each in LOOKS.values()
    )
    return (
        f"<defs>{gradients}{_shines()}"
        '<radialGradient id="f-rind" cx=".36" cy=".26" r=".86">'
        '<stop offset="0" stop-color="#cf4348"/><stop offset=".45" stop-color="#b8263c"/>'
        '<stop offset="1" stop-color="#7a0f2b"/></radialGradient>'
        '<radialGradient id="f-pith" cx=".5" cy=".5" r=".5"><stop offset="0" stop-color="#fff6e6"/>'
        '<stop offset=".78" stop-color="#fdebd0"/><stop offset="1" stop-color="#f3d3ae"/>'
        '</radialGradient><pattern id="f-hatch" width="5" height="5" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><path d="M0 0V5" stroke="#fff" stroke-width="2.1"'
        ' opacity=".8"/></pattern></defs>'
    )


def _shines() -> str:
    """The light on a seed, drawn once for all: brighter on pale ones."""
    return "".join(
        f'<ellipse id="{name}" rx="1" ry=".58" transform="rotate(-28)" fill="#fff"'
        f' opacity="{opacity}"/>'
        for name, opacity in (("f-shine", ".9"), ("f-gleam", ".55"))
    )


def _depth(seen: Look) -> str:
    return ".12" if seen.mark == "dashed rim" else ".3" if seen.dark else "1"


def _skin() -> str:
    top = f"translate({CENTRE_X} {CENTRE_Y - RADIUS * 0.985:.1f})"
    return (
        f'<g aria-hidden="true"><g transform="{top}">'
        '<path d="M-25-6C-33-28-36-44-31-62-19-53-10-40-7-22H7C10-40 19-53 31-62 36-44 33-28 25-6Z"'
        ' fill="#7a1030"/><path d="M-46 18C-32 8-29-3-33-14-38-27-49-37-65-43-45-46-28-37-18-21'
        "-14-34-8-46 1-57 9-45 15-34 18-21 28-37 45-46 65-43 49-37 38-27 33-14 29-3 32 8 46 18Z"
        '" fill="url(#f-rind)"/></g>'
        f'<path d="{line(_ring(RADIUS))}" fill="url(#f-rind)"/>'
        f'<path d="{line(_ring(RADIUS - RIND))}" fill="#f4c9a6"/>'
        f'<path d="{line(_ring(RADIUS - RIND - 2))}" fill="url(#f-pith)"/></g>'
    )


def _chamber(name: str, seeds: Sequence[Seed], hollows: int, start: float, end: float) -> str:
    back = line(_hollow(start, end, 0))
    drawn = (
        f'<path aria-hidden="true" d="{back}" fill="#eeb7a0" stroke="#eeb7a0" stroke-width="5"'
        ' stroke-linejoin="round"/>'
    )
    if not seeds:
        return drawn
    polygon = _hollow(start, end, 1.2)
    points = pack(polygon, hollows, name)
    points.sort(key=lambda point: -math.hypot(point[0] - CENTRE_X, point[1] - CENTRE_Y))
    shapes = cells(polygon, points, GAP / 2)
    empty = "".join(pebble(cell) for cell in shapes[len(seeds) :] if cell)
    drawn += f'<path aria-hidden="true" fill="#ecc0aa" d="{empty}"/>' if empty else ""
    order = list(LOOKS)
    ripest = sorted(
        seeds, key=lambda seed: order.index(seed.standing) if seed.standing in order else len(order)
    )
    items = "".join(_seed(seed, cell) for seed, cell in zip(ripest, shapes, strict=False))
    return (
        f'{drawn}<g role="list" aria-label="{escape(name)}" stroke-linecap="round"'
        f' stroke-linejoin="round" stroke-width="1.1">{items}</g>'
    )


def _seed(seed: Seed, cell: Polygon) -> str:
    seen, path, centre = look(seed.standing), pebble(cell), centroid(cell)
    size = clearance(cell, centre)
    dashes = ' stroke-dasharray="3 2.4"' if is_dashed(seed.standing, seed.word) else ""
    body = f'<path class="pip" d="{path}" fill="url(#f-{seen.css})" stroke="{seen.rim}"{dashes}/>'
    if seed.word == "reported only":
        body += f'<path d="{path}" fill="url(#f-hatch)"/>'
    x, y = centre[0] - size * 0.34, centre[1] - size * 0.42
    shine = "f-shine" if seen.mark in ("pale", "question", "dashed rim") else "f-gleam"
    place = f"translate({figure(x)} {figure(y)})scale({figure(size * 0.26)})"
    body += f'<use href="#{shine}" transform="{place}"/>'
    drawn = (
        _crack(centre, size)
        if seed.word == _CRACKED
        else mark(seen.mark, centre, max(3.6, min(8.5, size * 0.45)))
    )
    if drawn:
        ink = "#4a2c00" if seen.dark else "#fff"
        body += f'<path d="{drawn}" fill="none" stroke="{ink}" stroke-width="2.2"/>'
    return (
        f'<g role="listitem"><a href="{escape(seed.address)}">'
        f"<title>{escape(seed.title)}</title>{body}</a></g>"
    )


def _crack(centre: Point, size: float) -> str:
    """A disputed seed is cracked, along the line from the core."""
    x, y = centre
    along = math.atan2(y - CENTRE_Y, x - CENTRE_X)
    ux, uy, e = math.cos(along), math.sin(along), size * 0.92
    corners = [(-e, 0), (-e * 0.4, e * 0.26), (-e * 0.1, -e * 0.22), (e * 0.35, e * 0.24), (e, 0)]
    return "M" + "L".join(
        f"{figure(x + p * ux - q * uy)} {figure(y + p * uy + q * ux)}" for p, q in corners
    )


def _fits(name: str, angle: float) -> bool:
    """Say whether a name has room on the rind; what has none is told by its seeds."""
    wide = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in name)
    return wide * LETTER <= angle * RADIUS


def _labels(labels: Sequence[tuple[str, float]]) -> str:
    return '<g aria-hidden="true">' + "".join(_label_parts(labels)) + "</g>"


def _label_parts(labels: Sequence[tuple[str, float]]) -> Iterator[str]:
    for place, (name, middle) in enumerate(labels):
        low = math.sin(middle) > 0.12
        radius = RADIUS - RIND * (0.35 if low else 0.68)
        first, last = (middle + 1, middle - 1) if low else (middle - 1, middle + 1)
        points = [_outline(first + (last - first) * step / 24, radius) for step in range(25)]
        path = line(points).removesuffix("Z")
        yield (
            f'<path id="f-n{place}" fill="none" d="{path}"/>'
            '<text class="rind" text-anchor="middle" fill="#fff">'
            f'<textPath href="#f-n{place}" startOffset="50%">{escape(name)}</textPath></text>'
        )
