"""What a seed looks like: its colour and mark by standing, its hatching by whose word it is."""

from __future__ import annotations

from typing import Literal, NamedTuple

from zakuro.portal.drawing.geometry import Point, figure

Mark = Literal["tick", "bar", "cross", "ring", "dot", "arrow", "none", "dashed"]


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


_UNSEEN = Look("unknown", "#ffffff", "#fffdfb", "#7a6a62", "dashed", dark=True)
LOOKS = {
    "kept": Look("kept", "#b3203f", "#7d0e2e", "#52041c", "tick"),
    "kept late": Look("keptlate", "#a8505f", "#7b3342", "#4c1320", "tick"),
    "on course": Look("course", "#ef8288", "#d5485b", "#9c2a3f"),
    "behind": Look("behind", "#ffd28c", "#eda13a", "#8a5200", "bar", dark=True),
    "late": Look("late", "#7a6fb8", "#45357f", "#231a4d", "cross"),
    "lapsed": Look("lapsed", "#cdd6cf", "#9fada3", "#56655b", "ring", dark=True),
    "not due": Look("notdue", "#fde9e6", "#f0c6c2", "#9c6460", dark=True),
}
"""The look of each standing, in the order in which the fruit and the tables show them."""


def look(standing: str, word: str = "") -> Look:
    """Give the look of a standing; what nobody has looked at is an empty seed."""
    if standing in ("not due", "late", "lapsed") and word == "not yet looked at":
        return _UNSEEN
    return LOOKS.get(standing, _UNSEEN)


def colour(css: str) -> str:
    """Give the colour of the middle of a seed."""
    return next((each.main for each in LOOKS.values() if each.css == css), _UNSEEN.main)


_STROKES: dict[Mark, tuple[tuple[str, float, float], ...]] = {
    "tick": (("M", -0.75, 0), ("l", 0.55, 0.6), ("l", 0.95, -1.2)),
    "cross": (("M", -0.6, -0.6), ("l", 1.2, 1.2), ("m", 0, -1.2), ("l", -1.2, 1.2)),
    "bar": (("M", -0.8, 0), ("l", 1.6, 0)),
    "ring": (
        ("M", 0, -0.6), ("l", 0.6, 0.6), ("l", -0.6, 0.6), ("l", -0.6, -0.6), ("l", 0.6, -0.6),
    ),
    "dot": (("M", 0, 0), ("l", 0.02, 0)),
    "arrow": (("M", -0.7, 0), ("l", 1.4, 0), ("l", -0.5, -0.5), ("m", 0.5, 0.5), ("l", -0.5, 0.5)),
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


def drop(standing: str, word: str) -> str:
    """Give a single seed, to stand before a word; its name is the word beside it."""
    seen = look(standing, word)
    ink = "seed-dark" if seen.dark else "seed-light"
    body = f'<path d="{_DROP}" class="seed-body s-{seen.css}"/>'
    if word == "reported only":
        body += f'<path d="{_DROP}" class="seed-hatch"/>'
    if word == "disputed":
        body += f'<path d="M3 9l4 2.5 2-3.5 3 4 3-2" class="seed-mark {ink}"/>'
    elif path := mark(seen.mark, (9, 11), 5.2):
        body += f'<path d="{path}" class="seed-mark {ink}"/>'
    return f'<svg class="seed" viewBox="0 0 18 20" aria-hidden="true">{body}</svg>'
