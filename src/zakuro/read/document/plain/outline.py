"""Which headings a block stands under, and how deep an item lies in its list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from zakuro.read.document.block import Block, BlockKind

TITLE = "title"


class Part(NamedTuple):
    """A block in the making.

    ``style`` tells headings of equal rank by their looks ("#2" is a second-level heading wherever
    it stands, "1." a numbered one), and for items the mark.  ``number`` is that of the mark.
    """

    kind: BlockKind
    start: int
    end: int
    locator: str
    style: str = ""
    number: int | None = None
    indent: int = 0


def outlined(parts: Sequence[Part]) -> tuple[Block, ...]:
    """The blocks, each with its level and the headings above it.

    Headings of one look have one rank.  A look that is new stands below the one before it, except
    where a row of numbered headings does not go on after it: then it stands beside them.
    """
    goes_on = _rows_that_go_on(parts)
    headings: list[tuple[str, int, int | None]] = []  # look, index, number
    items: list[tuple[int, str]] = []  # indent, look
    below: set[tuple[str, str]] = set()  # a look, and one that it has stood below
    path: tuple[int, ...] = ()
    blocks = []
    for index, part in enumerate(parts):
        level = 0
        if part.kind == "heading":
            _step_back(headings, part.style, goes_on, below)
            if headings:
                below.add((part.style, headings[-1][0]))
            path = tuple(place for _, place, _ in headings)
            headings.append((part.style, index, part.number))
            level = _explicit(part.style) or len(headings)
            items.clear()
        elif part.kind == "item":
            level = _depth(items, part)
        elif part.kind != "boilerplate":
            items.clear()
        blocks.append(
            Block(
                kind=part.kind,
                start=part.start,
                end=part.end,
                level=level,
                number=part.number,
                path=path,
                locator=part.locator,
            )
        )
        if part.kind == "heading":
            path = (*path, index)
    return tuple(blocks)


def _explicit(style: str) -> int:
    """The rank that a heading's markup gives; 0 where it gives none."""
    return int(style[1:]) if style.startswith("#") else 0


def _step_back(
    headings: list[tuple[str, int, int | None]],
    style: str,
    goes_on: set[tuple[str, int]],
    below: set[tuple[str, str]],
) -> None:
    """Leave the headings that do not stand above a new one of this look."""
    if rank := _explicit(style):
        while headings and (_explicit(headings[-1][0]) or rank) >= rank:
            headings.pop()
        return
    for place, (look, _, _) in enumerate(headings):
        if look == style:
            del headings[place:]
            return
    while headings:
        look, index, number = headings[-1]
        if number is None or (look, index) in goes_on or (style, look) in below:
            return
        headings.pop()


def _rows_that_go_on(parts: Sequence[Part]) -> set[tuple[str, int]]:
    """The numbered headings after which a later one of the same look has the next number."""
    latest: dict[str, tuple[int, int]] = {}
    found = set()
    for index, part in enumerate(parts):
        if part.kind == "heading" and part.number is not None:
            place, number = latest.get(part.style, (-1, -1))
            if number + 1 == part.number:
                found.add((part.style, place))
            latest[part.style] = (index, part.number)
    return found


def _depth(items: list[tuple[int, str]], part: Part) -> int:
    """How deep an item lies: by its indentation, and by its mark where that is the same."""
    here = (part.indent, part.style)
    if here in items:
        del items[items.index(here) + 1 :]
        return len(items)
    while items and items[-1][0] > part.indent:
        items.pop()
    items.append(here)
    return len(items)
