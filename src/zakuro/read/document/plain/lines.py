"""Lines of plain text and Markdown, and whether they were wrapped to a width."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_SENTENCE_ENDS = frozenset(".!?…‥。．！？｡؟۔।")
_PAUSES = frozenset(":;,：；，、､")
_CLOSERS = frozenset("\"'”’»›」』）)]】》〉〕*_ \u00a0")
_QUOTED = re.compile(r"\A[>\s]+")
_WIDE = "\u2e80"
"""From this character on, characters are wide: two columns each."""
_NARROW = re.compile(f"[^{_WIDE}-\U0010ffff]+")
_SAMPLE = 10_000
_NARROW_LIMIT, _WIDE_LIMIT = 110, 56
"""Nobody wraps lines at more columns than this: longer lines are paragraphs."""
_NARROW_LEAST, _WIDE_LEAST = 36, 18
"""Nor at fewer: such lines are lists of names, verses, columns."""
_FULL = 0.85
"""A line is full when the next word would have brought it to this share of the width."""


class Line(NamedTuple):
    """One line that is not blank: its words are ``text[start:end]``.

    ``number`` counts from 0; ``indent`` is what stands before the words, ``trailing`` after them;
    ``gap`` tells that blank lines, or nothing, went before.
    """

    number: int
    start: int
    end: int
    indent: int
    trailing: int
    gap: bool


def lines_of(text: str, after: int, *, markdown: bool) -> list[Line]:
    """The lines from offset ``after`` on, without the marks of quotation in Markdown."""
    lines = []
    start, gap = after, True
    for number, raw in enumerate(text[after:].split("\n"), text.count("\n", 0, after)):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            first, length = start + indent, len(words)
            if markdown and words[0] == ">":
                words = _QUOTED.sub("", words)
                first, length = first + length - len(words), len(words)
            if words:
                trailing = len(raw) - indent - length
                lines.append(Line(number, first, first + length, indent, trailing, gap))
        gap = not words
        start += len(raw) + 1
    return lines


def is_wide(text: str) -> bool:
    """Whether a good part of the text is in wide characters, so that its lines are shorter."""
    sample = text[:_SAMPLE]
    return 3 * len(_NARROW.sub("", sample)) > len(sample)


def last_mark(text: str, start: int, end: int) -> str:
    """The last character of the words, closing quotation marks and brackets left aside."""
    while end > start and text[end - 1] in _CLOSERS:
        end -= 1
    return text[end - 1] if end > start else ""


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the words end as a sentence does."""
    return last_mark(text, start, end) in _SENTENCE_ENDS


def ends_open(text: str, start: int, end: int) -> bool:
    """Whether the words end as neither a sentence nor a clause does: as a heading does."""
    mark = last_mark(text, start, end)
    return mark not in _SENTENCE_ENDS and mark not in _PAUSES


class Wrapping:
    """The width that a text's lines are wrapped to; 0 when they are not."""

    def __init__(self, text: str, lines: list[Line], *, markdown: bool) -> None:
        self._text = text
        self.width = 0
        wide = is_wide(text)
        least = _WIDE_LEAST if wide else _NARROW_LEAST
        limit = _WIDE_LIMIT if wide else _NARROW_LIMIT
        # Nobody breaks an address: the lines that hold one tell nothing of the width.
        plain = [line for line in lines if text.find("://", line.start, line.end) < 0]
        widths = sorted(line.indent + line.end - line.start for line in plain)
        # One line in fifty may be longer: a row of a table, a heading.
        within = len(widths) - len(widths) // 50 - 1
        if within < 0 or widths[within] > limit:
            return
        width = widths[min(within, len(widths) * 19 // 20)]
        if width < least:
            return
        self.width = width
        full = unbroken = 0
        for line, following in pairwise(lines):
            if not following.gap and not ends_sentence(text, line.start, line.end):
                unbroken += 1
                full += self.is_full(line, following)
        if full < (1 if markdown else 3) or 2 * full < unbroken:
            self.width = 0

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word had no room in this line."""
        space = self._text.find(" ", following.start, following.end)
        if space >= 0:
            word = space - following.start
        elif self._text[following.start] >= _WIDE:
            word = 1
        else:
            word = following.end - following.start
        return line.indent + line.end - line.start + 1 + word >= _FULL * self.width
