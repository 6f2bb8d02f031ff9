"""Segments: the stretches of a sentence between its commas, semicolons and colons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_SIGNS = ",，;；:：|"
_PAIRS = {"(": ")", "（": "）", "《": "》", "〈": "〉", "[": "]"}


class Segment(NamedTuple):
    """A stretch between two signs, and the sign before it."""

    start: int
    end: int
    sign: str


def segments(text: str, start: int, end: int) -> Iterator[Segment]:
    """The segments of a sentence; signs in brackets and between figures part nothing."""
    begin, sign, closing = start, "", ""
    for place in range(start, end):
        character = text[place]
        if closing:
            if character == closing:
                closing = ""
        elif character in _PAIRS:
            closing = _PAIRS[character]
        elif character in _SIGNS and not _in_figures(text, place):
            if place > begin:
                yield Segment(begin, place, sign)
            begin, sign = place + 1, character
    if end > begin:
        yield Segment(begin, end, sign)


def _in_figures(text: str, place: int) -> bool:
    return text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
