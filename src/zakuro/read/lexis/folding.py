"""Folding: one form of a text to search in, and the way back to the original offsets.

The folded text is lower case, half width, with one space for every run of white space, a tab for
every tab (it parts the cells of a table, and nothing is read across it), and one apostrophe, one
hyphen and one quotation mark for their many shapes, Cyrillic е for ё, and one shape of each letter
that a language writes in several (traditional and simplified Chinese).  Each of its characters
stands for one character of the original (a run of white space for its first), so spans found in it
lead back exactly.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

_RUN = re.compile(r" {2,}")
_APOSTROPHES = "ʻʼ‘’´′＇"
_QUOTES = "“”„‟″＂"
_WIDE_SIGNS = frozenset(map(ord, "￠￡￥￦"))
_HYPHENS = "‐‑‒−－﹣"
_IO = "Ёё"
"""Written with its dots or without them, as the writer likes."""


class _Table(dict[int, str]):
    """The folded form of each character, worked out when it is first met.

    ``shapes`` are groups of letters with a space between them: the first stands for the others.
    """

    def __init__(self, shapes: str) -> None:
        super().__init__()
        for group in shapes.split():
            self.update(dict.fromkeys(map(ord, group[1:]), group[0]))

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if 0xFF01 <= code <= 0xFF5E or code in _WIDE_SIGNS:
            character = unicodedata.normalize("NFKC", character)
        for shapes, plain in ((_APOSTROPHES, "'"), (_QUOTES, '"'), (_HYPHENS, "-"), (_IO, "е")):
            if character in shapes:
                character = plain
        lower = character.lower()
        blank = character.isspace() and character != "\t"
        folded = " " if blank else lower if len(lower) == 1 else character
        self[code] = folded
        return folded


@cache
def _table(shapes: str) -> _Table:
    return _Table(shapes)


def fold(words: str, shapes: str = "") -> str:
    """The folded form of a short string, as the words of a pack are kept."""
    return _RUN.sub(" ", words.translate(_table(shapes)))


class Folded:
    """A folded text that knows where each of its characters stood in the original.

    With ``spans`` only these parts of the original are folded, in order, with a line break between
    any two, so that nothing is found across them.  ``shapes`` are those of the pack that is to read
    it.
    """

    __slots__ = ("_begins", "_shifts", "original", "text")

    def __init__(
        self, original: str, spans: Iterable[tuple[int, int]] | None = None, shapes: str = ""
    ) -> None:
        table = _table(shapes)
        self.original = original
        begins, shifts, parts = [0], [0], []
        length = 0
        for start, end in spans if spans is not None else ((0, len(original)),):
            if length:
                parts.append("\n")
                length += 1
            begins.append(length)
            shifts.append(start - length)
            piece = original[start:end]
            text = (
                piece.lower().translate(_ASCII_SPACE) if piece.isascii() else piece.translate(table)
            )
            last = 0
            for run in _RUN.finditer(text):
                stop = run.start() + 1
                parts.append(text[last:stop])
                length += stop - last
                last = run.end()
                begins.append(length)
                shifts.append(start + last - length)
            parts.append(text[last:])
            length += len(text) - last
        self._begins, self._shifts = begins, shifts
        self.text = "".join(parts)

    def start(self, offset: int) -> int:
        """Where the folded character at ``offset`` begins in the original."""
        return offset + self._shifts[bisect_right(self._begins, offset) - 1]

    def end(self, offset: int) -> int:
        """Where a folded span that ends before ``offset`` ends in the original."""
        return self.start(offset - 1) + 1 if offset else 0

    def span(self, start: int, end: int) -> tuple[int, int, str]:
        """Start, end and exact words, in the original, of a folded span."""
        begins, shifts = self._begins, self._shifts
        piece = bisect_right(begins, start) - 1
        first = start + shifts[piece]
        if piece + 1 < len(begins) and end > begins[piece + 1]:
            last = self.end(end)
        else:
            last = end + shifts[piece]
        return first, last, self.original[first:last]

    def exact(self, start: int, end: int) -> str:
        """The original words of a folded span."""
        return self.span(start, end)[2]


_ASCII_SPACE = {ord(c): " " for c in "\n\r\v\f\x1c\x1d\x1e\x1f"}
