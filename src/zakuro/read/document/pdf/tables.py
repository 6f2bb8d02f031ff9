"""Tables on a page: lines of cells that stand under each other become rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from zakuro.read.document.pdf.joining import joined
from zakuro.read.document.pdf.segments import Line, Segment, together
from zakuro.read.document.plain.markers import marker_at

_UNEVEN = 0.35
"""Gaps between lines that differ by so many heights of a letter part rows from lines in a cell."""
_EDGE = 2.0
"""Points by which the edges of one column may differ."""
_NEAR = 2.5
"""Lines further apart than so many heights of a letter are of two tables."""


def tabled(lines: list[Line]) -> Iterator[Line]:
    """The same lines; those of tables joined into rows, one cell for every column."""
    lines = [_without_mark(line) for line in lines]
    index = 0
    while index < len(lines):
        end = _end_of_table(lines, index)
        if end - index > 1:
            yield from _rows_of(lines[index:end])
        else:
            end = index + 1
            yield _one(lines[index])
        index = end


def _without_mark(line: Line) -> Line:
    """A line whose first cell is only the mark of an item is that item."""
    if len(line.cells) == 2:
        mark = line.cells[0].words
        for space in (" ", "\u3000"):
            found = marker_at(f"{mark}{space}x", 0, len(mark) + 2)
            if found is not None and found.end == len(mark) + 1:
                return _one(line)
    return line


def _one(line: Line) -> Line:
    """All cells of a line as one: side by side they are no table yet."""
    if len(line.cells) < 2:
        return line
    return Line([together(line.cells, " ".join(cell.words for cell in line.cells))])


def _end_of_table(lines: list[Line], start: int) -> int:
    """Where the table ends that begins at a line; the line itself where none does."""
    if len(lines[start].cells) < 2:
        return start
    columns = _spans(lines[start].cells)
    end, aligned = start + 1, False
    for index in range(start + 1, len(lines)):
        line, above = lines[index], lines[index - 1]
        if line.box[1] - above.box[3] > _NEAR * line.size:
            break
        merged = _merged(columns, line)
        if len(merged) < 2 or (len(line.cells) == 1 and len(merged) < len(columns)):
            break
        aligned = aligned or _are_aligned(lines[start:end], line)
        columns = merged
        end = index + 1
    return end if aligned else start


def _are_aligned(lines: list[Line], line: Line) -> bool:
    """Whether cells behind the first stand under each other, edge to edge.

    Right edges alone tell less: those of justified lines meet as well.
    """
    above = [cell for other in lines for cell in other.cells[1:]]
    right = sum(abs(cell.right - other.right) < _EDGE for cell in line.cells[1:] for other in above)
    return right > 1 or any(
        abs(cell.left - other.left) < _EDGE for cell in line.cells[1:] for other in above
    )


def _spans(cells: list[Segment]) -> list[tuple[float, float]]:
    return [(cell.left, cell.right) for cell in cells]


def _merged(columns: list[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """The columns, widened by the cells of one more line; what overlaps is one column."""
    merged: list[tuple[float, float]] = []
    for left, right in sorted([*columns, *_spans(line.cells)]):
        if merged and left < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], right)
        else:
            merged.append((left, right))
    return merged


def _rows_of(lines: list[Line]) -> Iterator[Line]:
    """The rows of a table: lines that stand closer than others belong to one row."""
    columns: list[tuple[float, float]] = []
    for line in lines:
        columns = _merged(columns, line)
    gaps = [(line.box[1] - above.box[3]) / max(line.size, 1) for above, line in pairwise(lines)]
    limit = (min(gaps) + max(gaps)) / 2 if max(gaps) - min(gaps) > _UNEVEN else min(gaps) - 1
    rows = [[lines[0]]]
    for gap, line in zip(gaps, lines[1:], strict=True):
        if gap > limit:
            rows.append([line])
        else:
            rows[-1].append(line)
    for row in rows:
        yield Line([_cell(row, column) for column in columns])


def _cell(row: list[Line], column: tuple[float, float]) -> Segment:
    """The cell of a row in a column: an empty one where nothing stands."""
    pieces = [
        cell
        for line in row
        for cell in line.cells
        if column[0] <= (cell.left + cell.right) / 2 <= column[1]
    ]
    if not pieces:
        first = row[0].cells[0]
        return Segment("", column[0], first.top, column[1], first.bottom, first.size, False,
                       first.page, first.order)  # fmt: skip
    words = ""
    for piece in pieces:
        words = joined(words, piece.words) if words else piece.words
    return together(pieces, words)
