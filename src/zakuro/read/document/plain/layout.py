"""Plain text and Markdown become blocks.

Two passes, both linear.  The first (`runs`) joins lines into runs; the second says what each run
is, looking one run ahead.  Both go by form alone: no language's words are known here.
"""

from __future__ import annotations

import re

from zakuro.read.document.block import Block
from zakuro.read.document.plain.lines import ends_open, is_wide, last_mark
from zakuro.read.document.plain.markers import Marker, marker_at
from zakuro.read.document.plain.outline import TITLE, Part, outlined
from zakuro.read.document.plain.runs import Joiner, Run

_LETTER = re.compile(r"[^\W\d_]")
_EMPHASIS = re.compile(r"(?:[*_\s]|<\w[^<>]*>)*")
_EMPHASIS_END = re.compile(r"(?:[*_\s]|</\w{1,10}>)*(?:[*_]|</\w{1,10}>)[:：]?\Z")
_CLOSING_HASHES = re.compile(r"[ \t]#+\Z")
_LONGEST_LABEL = 40
_LONGEST_HEADING = 120
_LONGEST_WIDE_HEADING = 64
_ENTRY = re.compile(r"[^\W\d_][^:：\n]{0,40}[:：][^\n]*\d")
"""A line with a label before a colon and a figure behind it."""
_LONGEST_CHAIN = 3
"""So many headings may follow one another: title, section, subsection."""
_SIGNS = frozenset("■□◆◇●○▶►▷◎★☆")
"""Bullets that stand before headings as well."""


def blocks_of(text: str, *, markdown: bool = False, matter: int = 0) -> tuple[Block, ...]:
    """The blocks of a text, in order, apart from each other.

    ``matter`` is where the front matter ends, which is a block of its own.
    """
    runs = Joiner(text, markdown=markdown, after=matter).runs()
    longest = _LONGEST_WIDE_HEADING if is_wide(text) else _LONGEST_HEADING
    short = [_is_short(text, run, longest) for run in runs]
    if not matter:
        return _told(text, runs, short)
    end = len(text[:matter].rstrip())
    lines = text.count("\n", 0, end) + 1
    return _told(text, runs, short, before=Part("boilerplate", 0, end, f"line=0,{lines}"))


def blocks_of_runs(text: str, runs: list[Run], *, bare: bool = False) -> tuple[Block, ...]:
    """The blocks of a text whose runs are known from its markup.

    There a short run is a heading by itself only where it is numbered or in bold print; in a
    ``bare`` text, which marks no heading, as in plain text.
    """
    longest = _LONGEST_WIDE_HEADING if is_wide(text) else _LONGEST_HEADING
    short = [(bare or run.marker is not None) and _is_short(text, run, longest) for run in runs]
    return _told(text, runs, short)


def _told(
    text: str, runs: list[Run], short: list[bool], before: Part | None = None
) -> tuple[Block, ...]:
    _tell_headings(text, runs, short)
    _tell_tail(text, runs, short)
    parts = [_part(text, run, first=index == 0) for index, run in enumerate(runs)]
    return outlined([before, *parts] if before else parts)


def _is_short(text: str, run: Run, longest: int) -> bool:
    """Whether a run could be a heading by itself: one short line, not ending as a sentence does."""
    return (
        run.kind is None
        and run.count == 1
        and run.end - run.start <= longest
        and ends_open(text, run.start, run.end)
        and _LETTER.search(text, run.start, run.end) is not None
    )


def _tell_headings(text: str, runs: list[Run], short: list[bool]) -> None:
    """Find the headings: short runs that something longer follows.

    Numbered runs are headings only one by one: two of them in a row are items of a list.
    """
    chain = 0
    following: Run | None = None
    for index in range(len(runs) - 1, -1, -1):
        run = runs[index]
        if run.kind is None:
            row = run.marker
            if row is not None and row.place is None and row.style not in _SIGNS:
                is_heading = False
            elif run.is_bold(text):
                is_heading = last_mark(text, run.start, run.end) not in ".。!！"
            else:
                is_heading = (
                    short[index]
                    and following is not None
                    and chain < _LONGEST_CHAIN
                    and _is_headed_by(run, following)
                    and not _is_listed(row, runs[index - 1] if index else None)
                    and not _is_entry(text, runs, index)
                )
            if is_heading:
                run.fix("heading", row.style if row else "")
        if run.kind == "heading":
            chain += 1
        elif run.kind != "boilerplate":
            chain = 0
        if run.kind != "boilerplate":
            following = run


def _is_headed_by(run: Run, following: Run) -> bool:
    """Whether a short run can be the heading of what follows it."""
    if following.kind not in (None, "item"):
        return following.kind in ("heading", "table-row")
    if following.marker is not None:
        return run.marker is None or run.marker.style != following.marker.style
    return following.end - following.start > run.end - run.start


def _is_listed(row: Marker | None, before: Run | None) -> bool:
    """Whether the run before has the same kind of mark, so that both are items."""
    other = before.marker if before is not None else None
    return row is not None and other is not None and row.style == other.style


def _is_entry(text: str, runs: list[Run], index: int) -> bool:
    """Whether a run is one of a row of lines with a label and a figure: Norway: 3 million."""
    beside = runs[max(0, index - 1) : index] + runs[index + 1 : index + 2]
    return _has_entry(text, runs[index]) and any(_has_entry(text, run) for run in beside)


def _has_entry(text: str, run: Run) -> bool:
    return _ENTRY.match(text, run.start, run.end) is not None


def _tell_tail(text: str, runs: list[Run], short: list[bool]) -> None:
    """Find the references at the foot: short lines at the very end, an address among them."""
    begin = len(runs)
    addressed = False
    while begin > 0:
        run = runs[begin - 1]
        if run.kind == "reference":
            addressed = True
        elif run.kind != "boilerplate" and (
            run.kind is not None
            or run.marker is not None
            or run.count > 1
            or not (short[begin - 1] or _is_label(text, run))
        ):
            break
        begin -= 1
    for run in runs[begin:] if addressed else ():
        if run.kind is None:
            run.fix("reference")


def _is_label(text: str, run: Run) -> bool:
    """Whether the run is a short line that ends with a colon."""
    return run.end - run.start <= _LONGEST_LABEL and last_mark(text, run.start, run.end) in ":："


def _part(text: str, run: Run, *, first: bool) -> Part:
    locator = run.locator or f"line={run.first.number},{run.last.number + 1}"
    if run.start >= run.end:  # a mark with nothing after it
        return Part("paragraph", run.first.start, run.first.end, locator)
    marker, start, end, style = run.marker, run.start, run.end, run.style
    if run.kind == "heading":
        start, end = _bare(text, start, end)
        if start > run.start and not style:
            style = text[run.start : start].strip()
        if marker is None and style:
            marker = marker_at(text, start, end)
            if marker is not None and marker.end < end:
                start = marker.end
                style = style if style.startswith("#") else f"{style}{marker.style}"
        elif first and marker is None and not style:
            style = TITLE
    elif marker is not None:
        style = marker.style
    kind = run.kind or ("paragraph" if marker is None else "item")
    number = marker.number if marker is not None else None
    return Part(kind, start, end, locator, style, number, run.first.indent)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The words of a heading without the marks of emphasis, or of rank, around them."""
    words = text[start:end]
    opening = _EMPHASIS.match(words)
    skipped = opening.end() if opening else 0
    if skipped:
        words = _EMPHASIS_END.sub("", words)
    words = _CLOSING_HASHES.sub("", words)
    bare = start + skipped, start + len(words)
    return bare if bare[0] < bare[1] else (start, end)
