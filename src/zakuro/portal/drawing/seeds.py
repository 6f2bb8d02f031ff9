"""What a seed looks like: its colour and mark by standing, its hatching by whose word it is."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from zakuro.model import vocabulary
from zakuro.portal.drawing.geometry import Point, figure

Mark = Literal[
    "tick", "tick and bar", "bar", "cross", "ring", "arrow", "lens", "pause", "upright", "question",
    "equals", "pale", "none", "dashed rim",
]  # fmt: skip
UNSEEN = ("not reported",)
"""The words for what no party has said anything of."""


class Look(NamedTuple):
    """How a standing is shown: ``css`` names its colour in the style sheet.

    ``light``, ``main`` and ``rim`` are the seed's colours; ``dark`` marks are for light seeds.
    """

    css: str
    light: str
    main: str
    rim: str
    mark: Mark = "none"
    dark: bool = False


_ORDER = (
    "kept", "kept late", "on course", "behind", "late", "lapsed", "withdrawn",
    "ended by agreement", "suspended", "suspended by giver", "not due", "names no day",
    "no report found", "not looked at",
)  # fmt: skip
_BRIGHT = 140


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(colour: str, other: str, share: float) -> str:
    """Give a colour with a share of another in it."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _looks() -> dict[str, Look]:
    known = vocabulary.standings()
    return {
        code: Look(
            css=code.replace(" ", "-"),
            light=mixed(known[code].colour, "#ffffff", 0.38),
            main=known[code].colour,
            rim=mixed(known[code].colour, "#1a1010", 0.5),
            mark=cast("Mark", known[code].mark),
            dark=sum(_parts(known[code].colour)) / 3 > _BRIGHT,
        )
        for code in (*_ORDER, *(code for code in known if code not in _ORDER))
    }


LOOKS = _looks()
"""The look of each standing of the vocabulary, in the order in which pages show them."""


def look(standing: str) -> Look:
    """Give the look of a standing."""
    return LOOKS[standing]


_STROKES: dict[Mark, tuple[tuple[str, float, float], ...]] = {
    "tick": (("M", -0.75, 0), ("l", 0.55, 0.6), ("l", 0.95, -1.2)),
    "tick and bar": (
        ("M", -0.75, -0.3), ("l", 0.55, 0.6), ("l", 0.95, -1.2), ("m", -1.4, 1.9), ("l", 1.3, 0),
    ),
    "cross": (("M", -0.6, -0.6), ("l", 1.2, 1.2), ("m", 0, -1.2), ("l", -1.2, 1.2)),
    "bar": (("M", -0.8, 0), ("l", 1.6, 0)),
    "ring": (
        ("M", 0, -0.6), ("l", 0.6, 0.6), ("l", -0.6, 0.6), ("l", -0.6, -0.6), ("l", 0.6, -0.6),
    ),
    "arrow": (("M", 0.7, 0), ("l", -1.4, 0), ("l", 0.5, -0.5), ("m", -0.5, 0.5), ("l", 0.5, 0.5)),
    "lens": (
        ("M", -0.2, -0.7), ("l", 0.5, 0.5), ("l", -0.5, 0.5), ("l", -0.5, -0.5), ("l", 0.5, -0.5),
        ("m", 0.3, 0.8), ("l", 0.6, 0.6),
    ),
    "pause": (("M", -0.35, -0.6), ("l", 0, 1.2), ("m", 0.7, -1.2), ("l", 0, 1.2)),
    "upright": (("M", 0, -0.65), ("l", 0, 1.3)),
    "question": (
        ("M", -0.45, -0.45), ("l", 0.45, -0.35), ("l", 0.45, 0.4), ("l", -0.45, 0.4),
        ("l", 0, 0.25), ("m", 0, 0.45), ("l", 0.02, 0),
    ),
    "equals": (("M", -0.6, -0.3), ("l", 1.2, 0), ("m", -1.2, 0.65), ("l", 1.2, 0)),
}  # fmt: skip
"""The strokes of each mark, in units of its size, the first from the centre of the seed."""


def mark(kind: Mark, centre: Point, size: float) -> str:
    """Give the path of a standing's mark around a point; empty where it has none."""
    path = ""
    for command, dx, dy in _STROKES.get(kind, ()):
        x, y = (centre[0], centre[1]) if command == "M" else (0, 0)
        path += f"{command}{figure(x + dx * size)} {figure(y + dy * size)}"
    return path


_DROP = (
    "M9 1.2C13.4 3.4 17 8 16.6 12.4 16.2 16.6 13 18.8 9 18.8S1.8 16.6 1.4 12.4C1 8 4.6 3.4 9 1.2Z"
)


def is_dashed(standing: str, word: str) -> bool:
    """Tell whether a seed's rim is dashed: no party has said anything, or nobody has looked."""
    return word in UNSEEN or LOOKS[standing].mark == "dashed rim"


def drop(standing: str, word: str) -> str:
    """Give a single seed, to stand before a word; its name is the word beside it."""
    seen = look(standing)
    ink = "seed-dark" if seen.dark else "seed-light"
    rim = " seed-dashed" if is_dashed(standing, word) else ""
    body = f'<path d="{_DROP}" class="seed-body s-{seen.css}{rim}"/>'
    if word == "reported only":
        body += f'<path d="{_DROP}" class="seed-hatch"/>'
    if word == "disputed":
        body += f'<path d="M3 9l4 2.5 2-3.5 3 4 3-2" class="seed-mark {ink}"/>'
    elif path := mark(seen.mark, (9, 11), 5.2):
        body += f'<path d="{path}" class="seed-mark {ink}"/>'
    return f'<svg class="seed" viewBox="0 0 18 20" aria-hidden="true">{body}</svg>'
