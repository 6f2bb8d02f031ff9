"""Text written line by line, one run each, where a file's markup tells what belongs together."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from zakuro.model.statement import Doubt
from zakuro.read.document.block import Block, BlockKind
from zakuro.read.document.plain.layout import blocks_of_runs
from zakuro.read.document.plain.lines import Line
from zakuro.read.document.plain.markers import Marker, marker_at
from zakuro.read.document.plain.runs import Run

Doubted = tuple[str, str]
"""A word, and the confidence of who recognised it, from ``0.00`` to ``1.00``."""


class Writer:
    """Lines in the order of reading; notes at the foot stand behind all others.

    ``doubts`` are the doubted words of the lines written so far, where they stand.
    """

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._lines: list[str] = []
        self._notes: list[tuple[str, str, Sequence[Doubted]]] = []
        self._length = 0
        self.doubts: list[Doubt] = []

    def line(
        self,
        words: str,
        locator: str,
        *,
        kind: BlockKind | None = None,
        style: str = "",
        depth: int = 0,
        label: Marker | None = None,
        doubted: Sequence[Doubted] = (),
    ) -> None:
        """Write one line; ``kind`` and ``style`` where the markup tells what it is.

        ``label`` is the mark that the line begins with (its ``end`` counts in the line), where the
        markup gave it; else a mark is looked for.  ``doubted`` are words of it, in order, of which
        a recogniser was not sure.
        """
        start = self._length
        self._lines.append(words)
        self._length += len(words) + 1
        line = Line(len(self._lines) - 1, start, start + len(words), depth, 0, gap=True)
        marker = label or marker_at(words, 0, len(words))
        if marker is not None:
            marker = marker._replace(end=start + marker.end) if marker.end < len(words) else None
        run = Run(line, marker, locator=locator)
        if kind is not None:
            run.fix(kind, style)
        self._runs.append(run)
        place = 0
        for word, confidence in doubted:
            found = words.find(word, place)
            if found >= 0:  # a word broken at the end of a line is whole here
                place = found + len(word)
                self.doubts.append(
                    Doubt(start=start + found, end=start + place, confidence=confidence)
                )

    def note(self, words: str, locator: str, doubted: Sequence[Doubted] = ()) -> None:
        """Keep a note at the foot for the end, so that it parts no sentence of the text."""
        self._notes.append((words, locator, doubted))

    def finish(self, *, bare: bool = False) -> tuple[str, tuple[Block, ...]]:
        """The text of all lines, and its blocks.

        Where the markup names no heading, or is ``bare`` of what would name all of them, short
        lines are tried as headings, as in plain text.
        """
        body = len(self._runs)
        bare = bare or all(run.kind != "heading" for run in self._runs)
        for words, locator, doubted in self._notes:
            self.line(words, locator, kind="paragraph", doubted=doubted)
        text = "\n".join(self._lines)
        blocks = blocks_of_runs(text, self._runs, bare=bare)
        apart = (msgspec.structs.replace(block, path=()) for block in blocks[body:])
        return text, (*blocks[:body], *apart)
