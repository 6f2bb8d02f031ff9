"""Segments: the stretches of a sentence between its commas, semicolons and colons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PAIRS = {"(": ")", "（": "）", "《": "》", "〈": "〉", "[": "]"}
_CLOSING = frozenset(_PAIRS.values())
_SIGNS = re.compile(r"[,，;；:：|(（《〈\[)）》〉\]]")


class Segment(NamedTuple):
    """A stretch between two signs, and the sign before it."""

    start: int
    end: int
    sign: str


def segments(text: str, start: int, end: int) -> Iterator[Segment]:
    """The segments of a sentence; signs in brackets and between figures part nothing."""
    begin, sign, closing = start, "", ""
    for found in _SIGNS.finditer(text, start, end):
        character = found[0]
        if closing:
            closing = "" if character == closing else closing
        elif character in _PAIRS:
            closing = _PAIRS[character]
        elif character not in _CLOSING and not _in_figures(text, found.start()):
            if found.start() > begin:
                yield Segment(begin, found.start(), sign)
            begin, sign = found.end(), character
    if end > begin:
        yield Segment(begin, end, sign)


def _in_figures(text: str, place: int) -> bool:
    return text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
