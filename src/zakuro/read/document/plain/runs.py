"""Lines are joined into runs: each run will be one block."""

from __future__ import annotations

import re
from itertools import pairwise

from zakuro.read.document.block import BlockKind
from zakuro.read.document.plain.lines import Line, Wrapping, ends_open, ends_sentence, lines_of
from zakuro.read.document.plain.markers import Marker, marker_at

_WORD = re.compile(r"[^\W_]")
_HASHES = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_BOLD = re.compile(
    r"(?:(\*\*\*|\*\*|___|__)(?=[^\s*_])(?:(?!\1).)+\1"
    r"|<(u|b|strong|span)\b(?:(?!</\2>).)+</\2>)[:：]?\Z",
    re.S,
)
_CLOSING = re.compile(r"(?:</\w{1,10}>|[*_])+\Z")
_UNDERLINE = re.compile(r"(?:=+|-+)\Z")
_BAR = re.compile(r"[ \t]\|[ \t]|｜")
_ADDRESS = re.compile(r"<?(?:https?://\S+|(?:[\w-]+\.)+[a-z]{2,24}(?:/\S*)?)>?\Z", re.I)
_LETTERS: dict[tuple[str, int | None], int] = {
    (f"{case}.", digit): ord(letter) - ord("A") + 1
    for letter, digit in (("I", 1), ("V", 5), ("X", 10))
    for case in "Ii"
}
_LONGEST_ADDRESS = 2000
_LEAST_WRAPPED = 40
"""Shorter lines are not wrapped for their length, in a text that is not wrapped as a whole."""


class Run:
    """Lines that belong together.  ``kind`` is set where the form alone tells it."""

    __slots__ = (
        "closed",
        "count",
        "end",
        "first",
        "kind",
        "last",
        "locator",
        "marker",
        "start",
        "style",
    )

    def __init__(self, line: Line, marker: Marker | None = None, locator: str = "") -> None:
        self.first = self.last = line
        self.count = 1
        self.start = marker.end if marker else line.start
        self.end = line.end
        self.marker = marker
        self.kind: BlockKind | None = None
        self.closed = False
        self.style = ""
        self.locator = locator

    def extend(self, line: Line) -> None:
        """Take in one more line."""
        if self.start >= self.end:  # a mark that stood alone on its line
            self.start = line.start
        self.last = line
        self.end = line.end
        self.count += 1

    def fix(self, kind: BlockKind, style: str = "") -> None:
        """Say what this run is; nothing is joined to it any more."""
        self.kind = kind
        self.style = style
        self.closed = True

    def is_bold(self, text: str) -> bool:
        """Whether all of it is one piece of bold or underlined print."""
        begins = text.startswith(("*", "_", "<"), self.start)
        return begins and _BOLD.match(text, self.start, self.end) is not None


def _barred(text: str, lines: list[Line]) -> frozenset[int]:
    """Where the lines begin that bars part into cells: as many as in a line beside them."""
    if "|" not in text and "｜" not in text:
        return frozenset()
    bars = [len(_BAR.findall(text, line.start, line.end)) for line in lines]
    barred: set[int] = set()
    for (above, line), (count, same) in zip(pairwise(lines), pairwise(bars), strict=True):
        if count and count == same and not line.gap:
            barred.update((above.start, line.start))
    return frozenset(barred)


class Joiner:
    """Joins the lines of one text into runs."""

    def __init__(self, text: str, *, markdown: bool, after: int = 0) -> None:
        self.text = text
        self.markdown = markdown
        self.lines = lines_of(text, after, markdown=markdown)
        self.wrapping = Wrapping(text, self.lines, markdown=markdown)
        self._places: dict[str, int] = {}
        self._runs: list[Run] = []
        self._barred = _barred(text, self.lines)

    def runs(self) -> list[Run]:
        """All runs, in order."""
        for line in self.lines:
            before = self._runs[-1] if self._runs else None
            if before is not None and before.closed:
                before = None
            if before is not None and line.gap:
                if self._is_broken(before, line):
                    before.extend(line)
                    continue
                before = None
            if not self._take_special(line, before):
                self._take(line, before)
        return self._runs

    def _take(self, line: Line, before: Run | None) -> None:
        marker = marker_at(self.text, line.start, line.end)
        if marker is not None:
            marker = self._in_its_row(marker)
        if before is not None and (
            self._continues(before, line)
            if marker is None
            else not self._interrupts(before, line, marker)
        ):
            before.extend(line)
            return
        if marker is not None and marker.place is not None:
            self._places[marker.style] = marker.place
        run = Run(line, marker)
        self._runs.append(run)
        if run.start < run.end and run.is_bold(self.text):
            run.closed = True

    def _take_special(self, line: Line, before: Run | None) -> bool:
        """Take a line whose form alone tells what it is."""
        text, start, end = self.text, line.start, line.end
        first = text[start]
        if first.isalnum():
            if text.find(" ", start, end) < 0 and self._is_address(start, end):
                self._fixed(line, "reference")
            elif self._has_cells(start, end):
                self._fixed(line, "table-row")
            else:
                return False
        elif before is not None and _CLOSING.match(text, start, end):
            before.extend(line)
        elif _WORD.search(text, start, end) is None:
            if before is not None and before.count == 1 and _UNDERLINE.match(text, start, end):
                before.fix("heading", "#1" if first == "=" else "#2")
            self._fixed(line, "boilerplate")
        elif first == "#" and (hashes := _HASHES.match(text, start, end)):
            run = self._fixed(line, "heading", f"#{len(hashes[1])}")
            run.start = hashes.end()
        elif first == "<" and text.startswith("<!--", start):
            self._fixed(line, "boilerplate")
        elif first == "<" and self._is_address(start, end):
            self._fixed(line, "reference")
        elif (first == "|" and text[end - 1] == "|") or self._has_cells(start, end):
            self._fixed(line, "table-row")
        else:
            return False
        return True

    def _has_cells(self, start: int, end: int) -> bool:
        """Whether bars or tabs part the line, not counting a tab after a mark."""
        if start in self._barred:
            return True
        if self.text.find("\t", start, end) < 0:
            return False
        marker = marker_at(self.text, start, end)
        return self.text.find("\t", marker.end if marker else start, end) >= 0

    def _fixed(self, line: Line, kind: BlockKind, style: str = "") -> Run:
        run = Run(line)
        run.fix(kind, style)
        self._runs.append(run)
        return run

    def _is_address(self, start: int, end: int) -> bool:
        return (
            end - start <= _LONGEST_ADDRESS
            and self.text.find(".", start, end) >= 0
            and _ADDRESS.match(self.text, start, end) is not None
            and marker_at(self.text, start, end) is None  # "1.Trade"
        )

    def _in_its_row(self, marker: Marker) -> Marker | None:
        """The mark, unless it is an initial: "A." begins a row, "J." must follow "I."."""
        if marker.style not in ("A.", "I.", "a.", "i."):
            return marker
        if letter := _LETTERS.get((marker.style, marker.place)):
            # I, V and X are Roman digits, but not in a row of letters.
            style = "A." if marker.style == "I." else "a."
            if self._places.get(style) == letter - 1:
                return Marker(style, None, letter, marker.end)
        goes_on = marker.place in (1, self._places.get(marker.style, 0) + 1)
        return marker if goes_on else None

    def _interrupts(self, before: Run, line: Line, marker: Marker) -> bool:
        """Whether a mark begins an item although no blank line stands before it.

        In wrapped prose "… until June" may go on with "30. The": a line that is full, and not at
        the end of a sentence, goes on.
        """
        row = before.marker
        if row is not None and row.style == marker.style:
            return marker.place is None or marker.place == self._places[marker.style] + 1
        last = before.last
        return (
            not self.wrapping.width
            or not ends_open(self.text, last.start, last.end)
            or not self.wrapping.is_full(last, line)
        )

    def _is_broken(self, run: Run, line: Line) -> bool:
        """Whether a blank line cuts a sentence in two, as where a page ended."""
        last = run.last
        return (
            run.marker is None
            and last.end - last.start >= _LEAST_WRAPPED
            and self.text[line.start].islower()
            and ends_open(self.text, last.start, last.end)
            and marker_at(self.text, line.start, line.end) is None
        )

    def _continues(self, run: Run, line: Line) -> bool:
        """Whether a line without a mark goes on with the run."""
        if run.start >= run.end:
            return True
        hanging = line.indent - run.first.indent
        if run.marker is not None and (hanging > 1 or (hanging == 1 and self.wrapping.width > 0)):
            return True
        if self.wrapping.width:
            return self._is_wrapped(run, line)
        last = run.last
        return (
            self.text[line.start].islower()
            and last.end - last.start >= _LEAST_WRAPPED
            and ends_open(self.text, last.start, last.end)
        )

    def _is_wrapped(self, run: Run, line: Line) -> bool:
        """Whether, in a text that is wrapped to a width, the line goes on with the run."""
        text, last = self.text, run.last
        lower = text[line.start].islower()
        if self.markdown:
            if last.trailing > 1 and not lower:  # a hard break
                return False
        elif run.marker is None and line.indent > last.indent:  # a paragraph's first line
            return False
        if self.wrapping.is_full(last, line):
            return not _BOLD.match(text, line.start, line.end)
        if ends_sentence(text, last.start, last.end):
            return False
        return lower or last.trailing == 1 or run.count > 1 or self.markdown
