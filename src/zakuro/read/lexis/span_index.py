"""Things found in a text, kept in order, to be asked for by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """Anything that stands between two offsets of the folded text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


Thing = TypeVar("Thing", bound=Placed)


class Layer(Generic[Thing]):
    """Things in order of their beginnings."""

    def __init__(self, things: list[Thing]) -> None:
        self.things = things
        self._starts = [thing.start for thing in things]

    def between(self, start: int, end: int) -> list[Thing]:
        """The things that begin and end between two offsets."""
        things = self.things
        i = bisect_left(self._starts, start)
        j = bisect_left(self._starts, end)
        while j > i and things[j - 1].end > end:
            j -= 1
        return things[i:j]

    def around(self, offset: int) -> bool:
        """Whether a thing begins at or before an offset and ends behind it."""
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and self.things[i].end > offset
