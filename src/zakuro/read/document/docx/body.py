"""The words of a Word document: paragraphs, items, rows of tables, notes at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from zakuro.read.document.block import BlockKind
from zakuro.read.document.docx.numbering import Numbering, W, value
from zakuro.read.document.docx.styles import Styles
from zakuro.read.document.plain.writer import Writer

_LONGEST_BOLD_HEADING = 120
_CONTAINERS = frozenset(
    f"{W}{name}" for name in "sdt sdtContent ins moveTo smartTag customXml body".split()
)
_SKIPPED = frozenset(
    f"{W}{name}"
    for name in "del moveFrom delText instrText rt rPr pPr footnoteReference endnoteReference"
    " annotationRef fldChar txbxContent".split()
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_WHITE = re.compile(r"[ \t\n\r\f\u00a0]+")
_BREAKS = frozenset(f"{W}{name}" for name in ("br", "cr"))


class Body:
    """Writes what a document's elements say."""

    def __init__(self, writer: Writer, styles: Styles, numbering: Numbering) -> None:
        self._writer = writer
        self._styles = styles
        self._numbering = numbering

    def write(self, root: Any, path: str) -> None:
        """Write all paragraphs and tables below an element, in order."""
        counts: dict[str, int] = {}
        for element in root.iterchildren():
            name = _name(element)
            counts[name] = counts.get(name, 0) + 1
            here = f"{path}/w:{name}[{counts[name]}]"
            if element.tag == f"{W}p":
                self._paragraph(element, here)
            elif element.tag == f"{W}tbl":
                self._table(element, here)
            elif element.tag in _CONTAINERS:
                self.write(element, here)

    def write_notes(self, root: Any, sort: str) -> None:
        """Keep the notes of a part for the end."""
        for note in root.iterchildren(f"{W}{sort}"):
            if note.get(f"{W}type") in (None, "normal"):
                words = " ".join(filter(None, map(words_of, note.iter(f"{W}p"))))
                if words:
                    self._writer.note(words, f"{sort}={note.get(f'{W}id')}")

    def _paragraph(self, paragraph: Any, path: str) -> None:
        words = words_of(paragraph)
        boxes = [
            box
            for box in paragraph.iter(f"{W}txbxContent")
            if not any(
                above.tag in _SKIPPED
                for above in takewhile(lambda above: above is not paragraph, box.iterancestors())
            )
        ]
        if words:
            self._said(paragraph, words, path)
        for place, box in enumerate(boxes, 1):
            self.write(box, f"{path}/w:txbxContent[{place}]")

    def _said(self, paragraph: Any, words: str, path: str) -> None:
        styled = self._styles.of(paragraph)
        kind: BlockKind | None = None
        style = ""
        label = self._numbering.label(styled.list, styled.level) if styled.list else None
        if styled.contents:
            kind = "boilerplate"
        elif styled.rank:
            kind, style = "heading", f"#{styled.rank}"
        elif len(words) <= _LONGEST_BOLD_HEADING and self._styles.is_bold(paragraph):
            kind, style = "heading", "**"
        elif label is not None and label.style:
            kind = "item"
        if label is not None and label.style:
            shown = f"{label.style} "
            words = shown + words
            bare = "".join(c for c in label.style if not c.isalnum()) if label.number else "•"
            label = label._replace(style=f"list {styled.level} {bare}", end=len(shown))
        else:
            label = None
        self._writer.line(
            words, path, kind=kind, style=style, depth=styled.level if label else 0, label=label
        )

    def _table(self, table: Any, path: str) -> None:
        """Write a table row by row; cells that hold paragraphs of their own as paragraphs."""
        for place, row in enumerate(table.iter(f"{W}tr"), 1):
            if next(row.iterancestors(f"{W}tbl")) is not table:
                continue  # the row of a table within
            cells = list(_cells(row))
            tall = any(
                cell.find(f".//{W}tbl") is not None
                or sum(1 for p in cell.iter(f"{W}p") if words_of(p)) > 1
                for cell, _ in cells
            )
            here = f"{path}/w:tr[{place}]"
            if tall or len(cells) < 2:
                for number, (cell, _) in enumerate(cells, 1):
                    self.write(cell, f"{here}/w:tc[{number}]")
                continue
            words = "\t".join(
                "\t".join([" ".join(filter(None, map(words_of, cell.iter(f"{W}p")))), *[""] * span])
                for cell, span in cells
            ).rstrip("\t")
            if words.strip("\t"):
                self._writer.line(words, here, kind="table-row")


def _cells(row: Any) -> Iterator[tuple[Any, int]]:
    """The cells of a row, each with how many more columns it spans."""
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is row:
            properties = cell.find(f"{W}tcPr")
            span = value(properties, "gridSpan") if properties is not None else ""
            yield cell, min(int(span), 64) - 1 if span.isdecimal() and int(span) else 0


def words_of(paragraph: Any) -> str:
    """The words of a paragraph as they are shown; what was struck out is not."""
    pieces: list[str] = []
    _gather(paragraph, pieces)
    return _WHITE.sub(" ", "".join(pieces)).strip()


def _gather(element: Any, pieces: list[str]) -> None:
    stack = [element]
    while stack:
        here = stack.pop()
        if here.tag in _SKIPPED or not isinstance(here.tag, str):
            continue
        if here.tag == f"{W}t":
            pieces.append(here.text or "")
        elif here.tag in _BREAKS or here.tag in (f"{W}tab", f"{W}ptab"):
            pieces.append(" ")
        elif here.tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif here.tag == f"{W}r" and _is_hidden(here):
            continue
        else:
            stack.extend(reversed(list(here)))


def _is_hidden(run: Any) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    vanish = properties.find(f"{W}vanish")
    return vanish is not None and vanish.get(f"{W}val", "1") not in ("0", "false")


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
