"""What stands on every page and is no part of the text: running heads, numbers of pages."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from zakuro.read.document.pdf.segments import Line, Segment

_EDGE = 3
"""So many lines from the upper and the lower edge are looked at."""
_SHARE = 0.4
"""On this share of the pages a line must come again: odd and even pages have heads of their own."""
_NEAR = 12.0
"""Points by which a running head may lie higher or lower from page to page."""
_FIGURES = re.compile(r"\d+|\b[ivxl]+\b")
_NUMBER = re.compile(r"[\W_]*(\d{1,4})[\W_]*\Z")
_MARK = re.compile(r"[(（\[]?(\d{1,3}|[*†‡]{1,3}|※\d?)[)）\].]?\s*(?=\S)")
_SMALL = 0.93
"""Notes at the foot are in letters of at most this share of the text's height."""
_TALLEST = 0.5


class Page(NamedTuple):
    """The pieces on a page of ``width`` by ``height`` points."""

    segments: list[Segment]
    width: float
    height: float


def without_furniture(pages: list[Page]) -> list[list[Segment]]:
    """The pieces of each page, without what stands at its edges on page after page."""
    edges = [_edges(page) for page in pages]
    seen: Counter[tuple[str, str, int]] = Counter()
    for edge in edges:
        keys = {key for side in edge for key, _ in side}
        seen.update({(side, words, place + d) for side, words, place in keys for d in (-1, 0, 1)})
    least = max(2, _SHARE * len(pages))
    kept = []
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True), 1):
        dropped: set[int] = set()
        for side in edge:
            for (where, words, place), pieces in side:
                alone = _NUMBER.match(" ".join(piece.words for piece in pieces))
                numbered = alone is not None and int(alone[1]) == number and where == "foot"
                if seen[where, words, place] < least and not numbered:
                    break
                dropped |= {id(piece) for piece in pieces}
        kept.append([piece for piece in page.segments if id(piece) not in dropped])
    return kept


def _edges(page: Page) -> list[list[tuple[tuple[str, str, int], list[Segment]]]]:
    """The outermost lines at the head and the foot, each with what it is known again by."""
    found = []
    for side in ("head", "foot"):
        ordered = sorted(page.segments, key=lambda piece: piece.middle, reverse=side == "foot")
        bands: list[list[Segment]] = []
        for piece in ordered:
            if bands and abs(piece.middle - bands[-1][0].middle) < 0.4 * piece.size:
                bands[-1].append(piece)
            elif len(bands) == _EDGE:
                break
            else:
                bands.append([piece])
        keyed = []
        for band in bands:
            band.sort(key=lambda piece: piece.left)
            words = _FIGURES.sub("#", " ".join(piece.words for piece in band).lower())
            keyed.append(((side, words, round(band[0].middle / _NEAR)), band))
        found.append(keyed)
    return found


def notes_apart(lines: list[Line], body: float, height: float) -> tuple[list[Line], list[Line]]:
    """The lines of a page without the notes at the foot of its columns, and these.

    ``body`` is the height of the text's letters: notes are smaller, at the foot, and begin with a
    mark.
    """
    text: list[Line] = []
    notes: list[Line] = []
    end = len(lines)
    while end:
        start = end
        column = lines[end - 1].left
        while start and lines[start - 1].left == column:
            start -= 1
        first = end
        while first > start and lines[first - 1].size <= _SMALL * body:
            first -= 1
        while first < end and not (
            _MARK.match(lines[first].cells[0].words.lstrip("\ue000"))
            and lines[first].box[1] > _TALLEST * height
        ):
            first += 1
        text[:0] = lines[start:first]
        notes[:0] = lines[first:end]
        end = start
    return text, notes


def mark_of(words: str) -> str | None:
    """The mark that a note begins with."""
    found = _MARK.match(words.replace("\ue000", "").replace("\ue001", ""))
    return found[1] if found else None
