"""A text cut into pieces, so that statements which overlap or nest can be shown in it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zakuro.model.statement import Statement


class Piece(NamedTuple):
    """A stretch of text throughout which the same spans hold.

    ``statements`` are the indexes of the statements that cover it, the longest first; ``begin``
    and ``end`` of those that begin or end with it.  ``figure`` tells that it is part of a quantity
    or a period, ``marks`` of which statements it is one of the marks that made them.
    """

    start: int
    stop: int
    statements: tuple[int, ...]
    begin: tuple[int, ...]
    end: tuple[int, ...]
    figure: bool
    marks: tuple[int, ...]


def pieces(
    statements: tuple[Statement, ...], borders: Iterable[int], length: int
) -> Iterator[Piece]:
    """The pieces of a text of this length, cut at every span and at the given borders besides."""
    begins: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    ends: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for index, statement in enumerate(statements):
        figures = [*statement.quantities, *([statement.period] if statement.period else ())]
        spans = [("statement", statement), *(("figure", figure) for figure in figures)]
        for role, span in [*spans, *(("mark", mark) for mark in statement.derivation)]:
            if 0 <= span.start < span.end <= length:
                begins[span.start].append((role, index))
                ends[span.end].append((role, index))
    cuts = sorted({0, length, *begins, *ends, *(at for at in borders if 0 < at < length)})
    active: dict[str, defaultdict[int, int]] = {
        role: defaultdict(int) for role in ("statement", "figure", "mark")
    }
    for start, stop in itertools.pairwise(cuts):
        for change, spans_here in ((-1, ends[start]), (1, begins[start])):
            for role, index in spans_here:
                active[role][index] += change
                if not active[role][index]:
                    del active[role][index]
        yield Piece(
            start,
            stop,
            tuple(sorted(active["statement"], key=lambda at: _size(statements[at]), reverse=True)),
            tuple(index for role, index in begins[start] if role == "statement"),
            tuple(index for role, index in ends[stop] if role == "statement"),
            bool(active["figure"]),
            tuple(sorted(active["mark"])),
        )


def _size(statement: Statement) -> int:
    return statement.end - statement.start
