"""What a measure gives, and when a figure has fallen.

A module ``bench/quality_<subject>.py`` has one function ``measure(shared: Path) -> list[Figure]``,
where ``shared`` is the directory of the data to measure against.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

FILE = Path(__file__).with_name("figures.json")
TOLERANCE = 0.5
"""By how much a figure may fall, in its own unit (percent figures: half a point)."""


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One measured figure.

    ``value`` is a percentage unless the name says otherwise ("… per 1,000 lines").  ``cases`` is
    how many cases it rests on.  ``constant`` is what the best constant answer would get (never a
    statement, always a pledge, the commonest type), so that a figure is not taken for more than
    it is.  ``floor`` is the least that is asked, or the most where ``better`` is "lower"; without
    one the figure is only watched.
    """

    name: str
    value: float
    cases: int
    constant: float
    floor: float | None = None
    better: Literal["higher", "lower"] = "higher"

    def fell_since(self, kept: Figure) -> bool:
        """Whether this figure is worse than the kept one by more than the tolerance."""
        loss = kept.value - self.value if self.better == "higher" else self.value - kept.value
        return loss > TOLERANCE

    def meets_floor(self) -> bool:
        """Whether the floor is reached; true where there is none."""
        if self.floor is None:
            return True
        return self.value >= self.floor if self.better == "higher" else self.value <= self.floor


def kept(path: Path = FILE) -> list[Figure]:
    """The figures kept in the repository."""
    return msgspec.json.decode(path.read_bytes(), type=list[Figure])


def keep(figures: list[Figure], path: Path = FILE) -> None:
    """Write the figures for the repository, one line each, so that a change shows as a line."""
    figures = msgspec.json.decode(msgspec.json.encode(figures), type=list[Figure])  # 95 is 95.0
    lines = ",\n".join(f"  {msgspec.json.encode(figure).decode()}" for figure in figures)
    path.write_text(f"[\n{lines}\n]\n" if lines else "[]\n", encoding="utf-8")


def faults(measured: list[Figure], before: list[Figure]) -> list[str]:
    """What is wrong with newly measured figures, in words; empty when nothing is."""
    found = []
    now = {figure.name: figure for figure in measured}
    if len(now) < len(measured):
        found.append("two figures have the same name")
    for old in before:
        figure = now.get(old.name)
        if figure is None:
            found.append(f"{old.name}: no longer measured (it was {old.value:g})")
        elif figure.fell_since(old):
            found.append(f"{old.name}: {figure.value:g}, it was {old.value:g}")
    known = {figure.name for figure in before}
    found.extend(
        f"{name}: measured but not kept; run: python -m bench.quality --update"
        for name in now.keys() - known
    )
    found.extend(
        f"{figure.name}: {figure.value:g}, floor {figure.floor:g}"
        for figure in measured
        if figure.floor is not None and not figure.meets_floor()
    )
    return sorted(found)
