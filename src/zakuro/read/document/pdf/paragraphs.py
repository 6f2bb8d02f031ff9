"""Lines in the order of reading are joined into paragraphs, and written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from zakuro.read.document.pdf.joining import joined, tidied
from zakuro.read.document.pdf.segments import LOWERED, RAISED, Line
from zakuro.read.document.plain.lines import ends_sentence
from zakuro.read.document.plain.markers import Marker, marker_at
from zakuro.read.document.plain.writer import Writer

_LARGER = 1.08
"""Letters so many times as high as those of the text make a heading."""
_LONGEST_HEADING = 200
_LONGEST_BOLD_HEADING = 120
_HEADING_PITCH = 2.2
"""Lines of one heading are at most so many heights of its letters apart."""
_ALIKE = 0.08
_NEAR_EDGE = 6.0
_INDENT = 0.6
"""A line that stands so many heights further in begins a paragraph."""
_RANKS = 6
_LIST_MARKS = ":;：；"
# What cannot be parted at a line's end: a word, a wide letter with what may not begin a line.
_FIRST = re.compile(
    r"[\u2e80-\U0010ffff]?[、。，．」』）】ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ！？：；・]+"
    r"|[^\s\u2e80-\U0010ffff]+|."
)
_LETTERED = re.compile(r"\A([ア-ン一二三四五六七八九十]) (?=\S)")
"""A letter that marks an item stands a wide space apart."""
_RAISED = re.compile(f"{RAISED}(.*?){LOWERED}")


class Measure(NamedTuple):
    """What the text of a document is like: the height of its letters, the distance of its lines.

    ``left`` and ``right`` are its outermost edges, ``headings`` the heights of larger letters.
    """

    body: float
    pitch: float
    left: float
    right: float
    headings: tuple[float, ...]
    compounds: frozenset[str]


def edge(pages: list[list[Line]]) -> None:
    """Give lines the edges of a column of other pages, where their page fills only one."""
    known = {(line.left, line.right) for page in pages for line in page}
    columns = [(left, right) for left, right in known if left is not None and right is not None]
    for page in pages:
        wide = [line for line in page if line.left is None]
        if not wide or not columns:
            continue
        left, right = min(line.box[0] for line in wide), max(line.box[2] for line in wide)
        for column in columns:
            if abs(column[0] - left) < _NEAR_EDGE and right < column[1] + _NEAR_EDGE:
                for line in wide:
                    line.left, line.right = column
                break


def measured(pages: list[list[Line]]) -> Measure:
    """The measure of a document's lines."""
    sizes: Counter[float] = Counter()
    pitches: Counter[float] = Counter()
    words: set[str] = set()
    lines = [line for page in pages for line in page]
    for line in lines:
        for cell in line.cells:
            sizes[round(cell.size * 4) / 4] += len(cell.words)
            words.update(re.findall(r"[^\W\d_]+-[^\W\d_]+", cell.words.lower()))
    for page in pages:
        for above, line in pairwise(page):
            distance = (line.box[1] - above.box[1]) / max(line.size, 1)
            if 0.5 < distance < 3 and abs(above.size - line.size) < _ALIKE * line.size:
                pitches[round(distance * 20) / 20] += 1
    body = sizes.most_common(1)[0][0] if sizes else 1.0
    larger = sorted((size for size in sizes if size > _LARGER * body), reverse=True)
    return Measure(
        body,
        pitches.most_common(1)[0][0] if pitches else 1.0,
        min((line.box[0] for line in lines), default=0.0),
        max((line.box[2] for line in lines), default=0.0),
        tuple(larger[:_RANKS]),
        frozenset(words),
    )


class Paragraph:
    """Lines that belong together."""

    def __init__(self, line: Line) -> None:
        self.lines = [line]
        self.words = line.cells[0].words
        self.marker = _marker(self.words)

    @property
    def last(self) -> Line:
        """Its last line so far."""
        return self.lines[-1]

    @property
    def doubted(self) -> list[tuple[str, str]]:
        """Its words that a recogniser of pictures doubts, in order, with how sure it is."""
        return [word for line in self.lines for cell in line.cells for word in cell.doubted]

    @property
    def locator(self) -> str:
        """Its page and its box there, as RFC 8118 writes them; of several pages the first."""
        page = self.lines[0].cells[0].page
        boxes = [line.box for line in self.lines if line.cells[0].page == page]
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
        return (
            f"page={page}&viewrect={left:.0f},{top:.0f},"
            f"{max(right - left, 1):.0f},{max(bottom - top, 1):.0f}"
        )


def paragraphs_of(lines: list[Line], measure: Measure) -> Iterator[Paragraph]:
    """The lines joined into paragraphs; a row of a table stands alone."""
    before: Paragraph | None = None
    for line in lines:
        if before is not None and _goes_on(before, line, measure):
            before.words = joined(before.words, line.cells[0].words, measure.compounds)
            before.lines.append(line)
            continue
        if before is not None:
            yield before
        before = Paragraph(line)
    if before is not None:
        yield before


def _goes_on(before: Paragraph, line: Line, measure: Measure) -> bool:
    last = before.last
    if len(line.cells) > 1 or len(last.cells) > 1:
        return False
    here, above = line.cells[0], last.cells[0]
    if abs(here.size - above.size) > _ALIKE * above.size or here.bold != above.bold:
        return False
    apart = here.page != above.page or line.left != last.left or here.top < above.top
    near = (here.top - above.top) / above.size <= 1.25 * measure.pitch + 0.05
    larger = above.size > _LARGER * measure.body
    marked = _marker(here.words) is not None
    full = _is_full(last, line, measure)
    if larger or here.bold:
        near = near or (full and here.top - above.top < _HEADING_PITCH * above.size)
        return not apart and near and not (marked and before.marker is not None)
    is_open = not ends_sentence(before.words, 0, len(before.words))
    if apart:
        return full and is_open and not marked
    if not near or (marked and not (full and is_open and before.words[-1] not in _LIST_MARKS)):
        return False
    if marked and before.marker is not None and before.marker.style == _style(here.words):
        return False
    if before.marker is None and here.left - above.left > _INDENT * above.size:
        return False
    return full or (is_open and here.words[0].islower())


def _is_full(last: Line, line: Line, measure: Measure) -> bool:
    """Whether the first word of a line had no room in the line before it."""
    right = measure.right if last.right is None else last.right
    cell = line.cells[0]
    found = _FIRST.match(cell.words)
    first = _columns(found[0]) if found else 1
    wide = max(cell.words[0], last.cells[0].words[-1]) >= "\u2e80"
    # A sentence that is not at its end goes on, if letters were let hang over the edge elsewhere.
    is_open = not ends_sentence(last.cells[0].words, 0, len(last.cells[0].words))
    spared = (2.0 if wide and is_open else 0.5 if wide else 0.25) * last.size
    width = (cell.right - cell.left) / max(_columns(cell.words), 1)
    return last.box[2] + (first + (0 if wide else 1)) * width >= right - spared


def _columns(words: str) -> int:
    return sum(1 + (letter >= "\u2e80") for letter in words)


def _marker(words: str) -> Marker | None:
    words = _LETTERED.sub("\\1\u3000", words)
    found = marker_at(words, 0, len(words)) if words else None
    return found if found is not None and found.end < len(words) else None


def _style(words: str) -> str:
    found = _marker(words)
    return found.style if found else ""


def write(
    paragraphs: Iterator[Paragraph], writer: Writer, measure: Measure, marks: Collection[str]
) -> None:
    """Write paragraphs: larger and bold print as headings, cells as rows.

    ``marks`` are those of the notes at the foot: raised in the text, they are left out.
    """
    for paragraph in paragraphs:
        line, doubted = paragraph.lines[0], paragraph.doubted
        if len(line.cells) > 1:
            row = "\t".join(_shown(cell.words, marks) for cell in line.cells).rstrip("\t")
            writer.line(row, paragraph.locator, kind="table-row", doubted=doubted)
            continue
        words = _shown(paragraph.words, marks)
        if not words:
            continue
        if line.size > _LARGER * measure.body and len(words) <= _LONGEST_HEADING:
            nearest = min(measure.headings, key=lambda size: abs(size - line.size), default=0.0)
            rank = measure.headings.index(nearest) + 1 if nearest else 1
            writer.line(words, paragraph.locator, kind="heading", style=f"#{rank}", doubted=doubted)
        elif (
            line.cells[0].bold
            and len(words) <= _LONGEST_BOLD_HEADING
            and not ends_sentence(words, 0, len(words))
        ):
            writer.line(words, paragraph.locator, kind="heading", style="**", doubted=doubted)
        else:
            writer.line(words, paragraph.locator, doubted=doubted)


def write_notes(paragraphs: Iterator[Paragraph], writer: Writer) -> None:
    """Keep the notes at the foot for the end."""
    for paragraph in paragraphs:
        writer.note(_shown(paragraph.words, ()), paragraph.locator, paragraph.doubted)


def _shown(words: str, marks: Collection[str]) -> str:
    """Words without the raised marks of notes."""
    bare = _RAISED.sub(lambda found: "" if found[1].strip("()[] ") in marks else found[1], words)
    return tidied(_LETTERED.sub("\\1\u3000", bare)).strip()
