"""What stands on a page of a PDF: pieces of lines, each with its box."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_SMALL = 0.8
"""Letters of less than this share of the height of those before them may stand raised."""
GAP = 0.7
"""Pieces further apart than so many heights of their letters may be cells, or columns."""
_BOLD = re.compile(r"bold|heavy|black|W[6-9]\b", re.I)
_HYPHEN = "\u0002"
"""How PDFium gives the hyphen of a word broken at the end of a line."""
RAISED, LOWERED = "\ue000", "\ue001"
"""Around letters that stand raised and small, as marks of notes do; taken out later."""


@dataclass(slots=True)
class Segment:
    """A piece of a line: its words and its box in points, from the page's upper left corner.

    ``size`` is the height of its letters, ``order`` its place in the order of painting, ``space``
    the widest space between its words; ``parts`` are the pieces that it was joined from,
    ``doubted`` its words that a recogniser of pictures doubts.
    """

    words: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    page: int
    order: int
    space: float = 0.0
    parts: tuple[Segment, ...] = ()
    doubted: tuple[tuple[str, str], ...] = ()

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Line:
    """One line to be read: one piece of prose, or the cells of a row.

    ``left`` and ``right`` are the edges of its column, None where that is as wide as the pages.
    """

    cells: list[Segment]
    left: float | None = None
    right: float | None = None

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The box around all its pieces: left, top, right, bottom."""
        return box_of([cell for cell in self.cells if cell.words])

    @property
    def size(self) -> float:
        """The height of its largest letters."""
        return max(cell.size for cell in self.cells)


def box_of(pieces: Sequence[Segment]) -> tuple[float, float, float, float]:
    """The box around pieces: left, top, right, bottom."""
    return (
        min(piece.left for piece in pieces),
        min(piece.top for piece in pieces),
        max(piece.right for piece in pieces),
        max(piece.bottom for piece in pieces),
    )


def together(pieces: Sequence[Segment], words: str) -> Segment:
    """Several pieces as one that says ``words``."""
    return Segment(
        words,
        *box_of(pieces),
        max(piece.size for piece in pieces),
        all(piece.bold for piece in pieces),
        pieces[0].page,
        min(piece.order for piece in pieces),
        max(piece.space for piece in pieces),
        tuple(part for piece in pieces for part in piece.parts or (piece,)),
        tuple(word for piece in pieces for word in piece.doubted),
    )


def segments_of(page: Any, number: int) -> tuple[list[Segment], float, float]:
    """The pieces of a page, in the order of painting, and the page's width and height."""
    text = page.get_textpage()
    try:
        gathered = _Gathering(page, text, number)
        for index in range(text.count_chars()):
            gathered.take(index)
        return gathered.finish(), gathered.width, gathered.height
    finally:
        text.close()


class _Gathering:
    """Letters are gathered into pieces as they are painted."""

    def __init__(self, page: Any, text: Any, number: int) -> None:
        self._raw = text.raw
        self._number = number
        self._turn = page.get_rotation()
        self.width, self.height = page.get_size()
        self._frame = page.get_cropbox()
        self._rect = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._print: tuple[Any, float, bool] = (None, 1.0, False)
        self._found: list[Segment] = []
        self._letters: list[str] = []
        self._left = self._right = self._base = self._size = self._widest = 0.0
        self._bold = True
        self._first = 0
        self._space = self._raised = False

    def take(self, index: int) -> None:
        """Take the next letter: it goes on with the piece, or begins another."""
        code = pdfium.FPDFText_GetUnicode(self._raw, index)
        letter = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if letter in "\r\n":
            self._end()
        elif letter.isspace() or code == 0:
            self._space = True
        elif letter in (_HYPHEN, "\ufffe"):
            self._letters.append("\u00ad")
        else:
            left, right, base = self._placed(index)
            size, bold = self._printed(index)
            if self._letters and not self._goes_on(left, base, size):
                self._end()
            self._add(letter, left, right, base, size, bold, index)

    def finish(self) -> list[Segment]:
        """All pieces of the page."""
        self._end()
        return self._found

    def _add(
        self, letter: str, left: float, right: float, base: float, size: float, bold: bool,
        index: int,
    ) -> None:  # fmt: skip
        if not self._letters:
            self._first, self._bold = index, True
            self._left, self._base, self._size, self._widest = left, base, size, 0.0
        else:
            raised = size < _SMALL * self._size and base < self._base - 0.15 * self._size
            if raised != self._raised:
                self._letters.append(RAISED if raised else LOWERED)
                self._raised = raised
            if self._space:
                self._widest = max(self._widest, left - self._right)
                wide = letter >= "\u2e80" and left - self._right > 0.7 * size
                self._letters.append("\u3000" if wide else " ")
            if size > self._size:
                self._base, self._size = base, size
        self._bold = self._bold and (bold or not letter.isalnum())
        self._space = False
        self._letters.append(letter)
        self._right = right

    def _placed(self, index: int) -> tuple[float, float, float]:
        """Where a letter begins, ends and stands, on the page as it is shown."""
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._raw, index, rect)
        pdfium.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        x0, y0, x1, y1 = self._frame
        if self._turn == 90:
            return rect.bottom - y0, rect.top - y0, self._x.value - x0
        if self._turn == 180:
            return x1 - rect.right, x1 - rect.left, self._y.value - y0
        if self._turn == 270:
            return y1 - rect.top, y1 - rect.bottom, x1 - self._x.value
        return rect.left - x0, rect.right - x0, y1 - self._y.value

    def _printed(self, index: int) -> tuple[float, bool]:
        """The height of a letter, and whether it is bold: equal in all of one text object."""
        thing = pdfium.FPDFText_GetTextObject(self._raw, index)
        key = ctypes.c_void_p.from_buffer(thing).value
        if key is None or key != self._print[0]:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
            scale = max(math.hypot(matrix.c, matrix.d), 0.01)
            size = pdfium.FPDFText_GetFontSize(self._raw, index) * scale
            self._print = key, max(size, 1.0), self._is_bold(index)
        return self._print[1:]

    def _goes_on(self, left: float, base: float, size: float) -> bool:
        height = max(self._size, size)
        gap = left - self._right
        return abs(base - self._base) < 0.5 * height and -0.6 * height < gap < GAP * height

    def _end(self) -> None:
        if self._raised:
            self._letters.append(LOWERED)
        words = "".join(self._letters).strip()
        if words.strip(f"{RAISED}{LOWERED}\u00ad"):
            top, bottom = self._base - 0.85 * self._size, self._base + 0.2 * self._size
            box = self._left, top, self._right, bottom
            self._found.append(
                Segment(
                    words, *box, self._size, self._bold, self._number, self._first, self._widest
                )
            )
        self._letters.clear()
        self._space = self._raised = False

    def _is_bold(self, index: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(self._raw, index, None, 0, None)
        name = ctypes.create_string_buffer(max(length, 1))
        pdfium.FPDFText_GetFontInfo(self._raw, index, name, length, None)
        heavy = pdfium.FPDFText_GetFontWeight(self._raw, index) >= 600
        return heavy or _BOLD.search(name.value.decode("utf-8", "replace")) is not None
