"""Where words of a PDF stand, as a picture: a strip of the page with the words marked."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the page's upper left corner."""

_DOTS = 130
_POINTS = 72
_AROUND = 14.0
"""Points of the page that are shown around the block."""
_QUALITY = 60
_PLACE = re.compile(r"page=(\d+)&viewrect=([\d.]+),([\d.]+),([\d.]+),([\d.]+)")


class Wanted(NamedTuple):
    """Words of a block: the block's locator, and the words."""

    locator: str
    words: str


class Picture(NamedTuple):
    """A strip of a page as WebP, its size in points, and the boxes of the words within it."""

    page: int
    data: bytes
    width: float
    height: float
    marks: tuple[Box, ...]


def pictures(data: bytes, wanted: Mapping[str, Wanted]) -> dict[str, Picture]:
    """The picture of each piece of words, by its key; none for a block without a place.

    Where the words are not found as letters, as on a page that is a picture, the whole block is
    marked.  ``data`` is a PDF that was read before.
    """
    by_page: dict[int, list[tuple[str, str, Box]]] = {}
    for key, each in wanted.items():
        if found := _PLACE.fullmatch(each.locator):
            left, top, wide, high = (float(figure) for figure in found.groups()[1:])
            box = left, top, left + wide, top + high
            by_page.setdefault(int(found[1]), []).append((key, each.words, box))
    made: dict[str, Picture] = {}
    document = pypdfium2.PdfDocument(data)
    try:
        for number, places in by_page.items():
            page = document[number - 1]
            try:
                made.update(_of_page(page, number, places))
            finally:
                page.close()
    finally:
        document.close()
    return made


def _of_page(
    page: Any, number: int, places: list[tuple[str, str, Box]]
) -> Iterator[tuple[str, Picture]]:
    drawn = page.render(scale=_DOTS / _POINTS).to_pil()
    letters = _Letters(page)
    width, height = page.get_size()
    for key, words, box in places:
        marks = letters.boxes(words, box) or (box,)
        x0 = max(min(mark[0] for mark in (*marks, box)) - _AROUND, 0)
        y0 = max(min(mark[1] for mark in marks) - _AROUND, 0)
        x1 = min(max(mark[2] for mark in (*marks, box)) + _AROUND, width)
        y1 = min(max(mark[3] for mark in marks) + _AROUND, height)
        scale = drawn.width / width
        strip = drawn.crop(tuple(round(side * scale) for side in (x0, y0, x1, y1)))
        file = io.BytesIO()
        strip.save(file, "WEBP", quality=_QUALITY)
        within = tuple(
            (left - x0, top - y0, right - x0, bottom - y0) for left, top, right, bottom in marks
        )
        yield key, Picture(number, file.getvalue(), x1 - x0, y1 - y0, within)


class _Letters:
    """The letters of a page, spaces left out, with the box of each."""

    def __init__(self, page: Any) -> None:
        self.letters = ""
        self._boxes: list[Box] = []
        if page.get_rotation():
            return  # their boxes are told as if it were not turned
        left, _, _, top = page.get_cropbox()
        text = page.get_textpage()
        try:
            for index in range(text.count_chars()):
                code = pdfium.FPDFText_GetUnicode(text.raw, index)
                if code < 0x110000 and (letter := chr(code)).isalnum():
                    x0, y0, x1, y1 = text.get_charbox(index, loose=True)
                    self.letters += letter
                    self._boxes.append((x0 - left, top - y1, x1 - left, top - y0))
        finally:
            text.close()

    def boxes(self, words: str, block: Box) -> tuple[Box, ...]:
        """Where words stand, line by line, at the place of their block; empty if not found."""
        sought = "".join(letter for letter in words if letter.isalnum())
        if not sought:
            return ()
        at = self.letters.find(sought)
        while at >= 0 and self._boxes[at][3] < block[1]:
            at = self.letters.find(sought, at + 1)
        if at < 0:
            return ()
        lines: list[Box] = []
        for left, top, right, bottom in self._boxes[at : at + len(sought)]:
            if lines and top < lines[-1][3] and lines[-1][1] < bottom and left > lines[-1][0]:
                x0, y0, x1, y1 = lines[-1]
                lines[-1] = min(x0, left), min(y0, top), max(x1, right), max(y1, bottom)
            else:
                lines.append((left, top, right, bottom))
        return tuple(lines)
