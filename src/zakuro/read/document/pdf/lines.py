"""The lines of a page in the order of reading: columns one after the other, tables row by row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from zakuro.read.document.pdf.segments import GAP, Line, Segment, box_of, together
from zakuro.read.document.pdf.tables import tabled

_LEAST_LINES = 3
"""A column has at least so many lines."""
_LEAST_WIDTH = 12
_PROSE_WIDTH = 25
"""So many letters a column's lines hold in the mean: where it is painted as a whole, and where it
is painted line by line with its neighbour, as rows of a table are."""
_APART = 1.2
"""Pieces further apart than so many heights of their letters may be of two columns."""
_SPREAD = 3.0
_ALIKE = 0.2
_WIDER = 1.6
"""What parts cells is so many times as wide as the spaces between words."""
_DEEPEST = 6


def lines_of(segments: list[Segment]) -> Iterator[Line]:
    """The lines of a page, in order of reading; ``segments`` are given in order of painting."""
    pieces: list[Segment] = []
    for segment in segments:
        last = pieces[-1] if pieces else segment
        gap = segment.left - last.right
        if pieces and abs(segment.bottom - last.bottom) < 0.5 and 0 < gap < _APART * segment.size:
            pieces[-1] = together((last, segment), f"{last.words} {segment.words}")
        else:
            pieces.append(segment)
    yield from _lines_of(pieces)


def _lines_of(segments: list[Segment], depth: int = 0) -> Iterator[Line]:
    """The lines of a region, in order of reading."""
    found = _columns(segments) if depth < _DEEPEST else None
    if found is None:
        yield from _rows(segments)
        return
    before, left, right, after = found
    yield from _rows(before)
    for column in (left, right):
        edges = min(piece.left for piece in column), max(piece.right for piece in column)
        for line in _lines_of(column, depth + 1):
            if line.left is None:
                line.left, line.right = edges
            yield line
    yield from _lines_of(after, depth)


def _columns(
    segments: list[Segment],
) -> tuple[list[Segment], list[Segment], list[Segment], list[Segment]] | None:
    """What stands above the first pair of columns, the pair, and what stands below."""
    if len(segments) < 2 * _LEAST_LINES:
        return None
    ordered = sorted(segments, key=lambda piece: piece.top)
    best: tuple[int, int, int, float] | None = None
    for x in _gutters(ordered):
        start = 0
        for end in range(len(ordered) + 1):
            if end == len(ordered) or ordered[end].left < x - 1 < x + 1 < ordered[end].right:
                if end - start >= 2 * _LEAST_LINES and (best is None or end - start > best[0]):
                    left = [piece for piece in ordered[start:end] if piece.right <= x + 1]
                    right = [piece for piece in ordered[start:end] if piece.right > x + 1]
                    if _are_columns(left, right):
                        best = end - start, start, end, x
                start = end + 1
    if best is None:
        return None
    _, start, end, x = best
    pair = ordered[start:end]
    left = [piece for piece in pair if piece.right <= x + 1]
    right = [piece for piece in pair if piece.right > x + 1]
    return ordered[:start], left, right, ordered[end:]


def _gutters(segments: list[Segment]) -> list[float]:
    """Where a column may begin: at the left edges that several pieces share."""
    edges: dict[int, int] = {}
    for piece in segments:
        place = round(piece.left / 3)
        edges[place] = edges.get(place, 0) + 1
    first = min(piece.left for piece in segments)
    shared = (place for place, count in edges.items() if count + edges.get(place + 1, 0) > 1)
    return [place * 3 - 3.5 for place in sorted(shared) if place * 3 - first > 30]


def _are_columns(left: list[Segment], right: list[Segment]) -> bool:
    """Whether two groups of pieces side by side are prose, to be read one after the other.

    A producer paints columns one after the other, and tables cell by cell; where it paints line
    by line, the length of the lines tells.
    """
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    overlap = min(left[-1].bottom, right[-1].bottom) - max(left[0].top, right[0].top)
    if overlap <= 0:
        return False
    order = sorted((piece.order, side) for side in (0, 1) for piece in (left, right)[side])
    turns = sum(one[1] != other[1] for one, other in pairwise(order))
    if turns == 1:
        return min(_width(left), _width(right)) >= _LEAST_WIDTH
    if turns < 1.2 * min(len(left), len(right)):
        return False  # cells of several lines, painted one after the other
    edge = max(piece.right for piece in left)
    reach = edge - 0.3 * (edge - min(piece.left for piece in left))
    full = sum(piece.right >= reach for piece in left)
    return min(_width(left), _width(right)) >= _PROSE_WIDTH and full >= 0.6 * len(left)


def _width(pieces: list[Segment]) -> float:
    """How many letters a line holds in the mean, wide ones counted twice."""
    letters = sum(1 + (letter >= "\u2e80") for piece in pieces for letter in piece.words)
    return letters / len(pieces)


def _rows(segments: list[Segment]) -> Iterator[Line]:
    """The lines of a region without columns, from top to bottom; tables as rows of cells."""
    if segments:
        segments = [part for piece in segments for part in piece.parts or (piece,)]
        left, _, right, _ = box_of(segments)
        yield from tabled([Line(_joined(band, left, right)) for band in _bands(segments)])


def _bands(segments: list[Segment]) -> list[list[Segment]]:
    """The pieces that stand at one height, band by band."""
    bands: list[list[Segment]] = []
    for piece in sorted(segments, key=lambda piece: piece.middle):
        near = bands and piece.middle - bands[-1][0].middle < 0.4 * min(
            piece.size, bands[-1][0].size
        )
        if near:
            bands[-1].append(piece)
        else:
            bands.append([piece])
    return [sorted(band, key=lambda piece: piece.left) for band in bands]


def _joined(band: list[Segment], left: float, right: float) -> list[Segment]:
    """The pieces of a band, those joined that only a space parts.

    In a line that was spread from edge to edge all spaces are alike, and none parts cells.
    """
    gaps = [after.left - before.right for before, after in pairwise(band)]
    size = max(piece.size for piece in band)
    space = max(piece.space for piece in band)
    ends = band[0].left - left < size and right - band[-1].right < _ALIKE * size
    spread = ends and gaps and max(gaps) - min([*gaps, space or max(gaps)]) < _ALIKE * size
    spread = spread and (space > 0 or max(gaps) < _SPREAD * size)
    limit = max(gaps) if spread else max(GAP * size, _WIDER * space)
    cells = [band[0]]
    for gap, piece in zip(gaps, band[1:], strict=True):
        if gap > limit:
            cells.append(piece)
        else:
            between = " " if gap > 0.15 * size else ""
            cells[-1] = together((cells[-1], piece), f"{cells[-1].words}{between}{piece.words}")
    return cells
