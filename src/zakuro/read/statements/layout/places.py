"""Places: where a sentence stands in its block, and what of it is said."""

from __future__ import annotations

from zakuro.read.document.block import Block

_CLOSING = ")）]」』”»"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A sentence without the sign that ends it."""
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in _CLOSING:
        end -= 1
    return start, end


def place_of(block: Block, first: bool, last: bool) -> str:
    """Where a sentence stands in its block, as ``Context.place`` names it."""
    if not first:
        return "running"
    if block.kind == "item":
        return "item" if last else "opening"
    return "alone" if last else "running"
