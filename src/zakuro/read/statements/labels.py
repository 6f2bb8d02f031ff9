"""Labels: emphasised words at the beginning of a block that name what follows."""

from __future__ import annotations

import re

# Emphasis of Markdown that closes within the block, with a full stop, colon or dash at its end,
# inside or right behind, or with nothing behind it at all.
_LABEL = re.compile(
    r"(?:</?u>|[*_\[])*(?P<mark>\*{1,3}|_{1,3})(?:</?u>)?(?P<words>[^*_\n]{1,160})(?P=mark)"
    r"(?:\]\([^)\s]*\))?(?P<behind>[*_ ]*[:.–—]?[*_]*)"
)
_SIGNS = ".:–—"


def label_end(text: str, start: int, end: int) -> int:
    """Where the label ends that a block begins with; ``start`` where it has none."""
    if text[start] not in "*_[<":
        return start
    found = _LABEL.match(text, start, end)
    if found is None:
        return start
    words = found["words"].replace("</u>", "").rstrip()
    signed = words.endswith(tuple(_SIGNS)) or any(sign in found["behind"] for sign in _SIGNS)
    return found.end() if signed or found.end() >= end else start
