"""What a seed looks like: its colour and mark by standing, its hatching by whose word it is."""

from __future__ import annotations

from typing import Literal, NamedTuple

from zakuro.portal.drawing.geometry import Point, figure

Mark = Literal[
    "tick", "tick and bar", "bar", "cross", "ring", "arrow", "lens", "pause", "question", "equals",
    "pale", "none", "dashed rim",
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


_EMPTY = Look("not-looked-at", "#ffffff", "#fffdfb", "#7a6a62", "dashed rim", dark=True)
LOOKS = {
    "kept": Look("kept", "#b3203f", "#7d0e2e", "#52041c", "tick"),
    "kept late": Look("kept-late", "#cf6f86", "#a8475f", "#6a2238", "tick and bar"),
    "on course": Look("on-course", "#ef8288", "#d5485b", "#9c2a3f"),
    "behind": Look("behind", "#ffd28c", "#eda13a", "#8a5200", "bar", dark=True),
    "late": Look("late", "#7a6fb8", "#45357f", "#231a4d", "cross"),
    "lapsed": Look("lapsed", "#cdd6cf", "#9fada3", "#56655b", "ring", dark=True),
    "withdrawn": Look("withdrawn", "#6a625e", "#2f2a28", "#120f0e", "arrow"),
    "ended by agreement": Look("ended-by-agreement", "#93b3a2", "#5f8070", "#37523f", "equals"),
    "suspended": Look("suspended", "#b3c3dc", "#7d93b8", "#43597f", "pause", dark=True),
    "not due": Look("not-due", "#fde9e6", "#f0c6c2", "#9c6460", "pale", dark=True),
    "names no day": Look("names-no-day", "#fffaf5", "#f4ece4", "#8a7a6c", "question", dark=True),
    "no report found": Look("no-report-found", "#f2eefa", "#d8d2ea", "#6a5a96", "lens", dark=True),
    "not looked at": _EMPTY,
}
"""The look of each standing, in the order in which the fruit and the tables show them."""


def look(standing: str, word: str = "") -> Look:
    """Give the look of a standing; what no party has said anything of is an empty seed."""
    if word in UNSEEN and standing in ("not due", "late", "lapsed"):
        return _EMPTY
    return LOOKS.get(standing, _EMPTY)


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
