"""What a block begins with that is no part of it: a dateline, or a label of what follows."""

from __future__ import annotations

import re

from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.draft import Raw

_LONGEST = 60
_BRACKETED = re.compile(
    r"\s*(?:\([^()\n]{2,40}\)|（[^（）\n]{2,40}）|【[^【】\n]{2,40}】|\[[^\[\]\n]{2,40}\])\s*"
)
_LEAD = re.compile(r"[\s\"]*\[[^\[\]\n]{2,200}:\s*\](?=.)\s*")
"""What an editor puts before an item: [Leaders agreed on these steps:]"""
_DASHED = re.compile(r"[^\n!?;:]{2,60}? [-–—] ")
_JOINED = re.compile(r"([^\n。、,!?;:「」—―–]{2,40})[—―–]{1,2}(?=[^\s—―–\d])")
"""A place with its day, or a word that closes it, before a dash without spaces."""
_SLASHED = re.compile(r"[^\n!?;:]{2,50}/[^/\n]{2,20}/\.?(?: [-–—])? ")
_WORD = re.compile(r"[^\W\d_]+")
# Emphasis of Markdown that closes within the block, with a full stop, colon or dash at its end,
# inside or right behind, or with nothing behind it at all.
_LABEL = re.compile(
    r"(?:</?u>|[*_\[])*(?P<mark>\*{1,3}|_{1,3})(?:</?u>)?(?P<words>[^*_\n]{1,160})(?P=mark)"
    r"(?:\]\([^)\s]*\))?(?P<behind>[*_ ]*[:.–—]?[*_]*)"
)
_CLOSING = ".:–—"


def dateline_end(
    folded: Folded, start: int, end: int, mentions: list[Raw], closing: tuple[str, ...]
) -> int:
    """Where the dateline ends that a paragraph begins with; ``start`` where it has none.

    It stands in brackets; or before a dash or an agency's name between slashes, with a day or all
    in capitals; or before one of the words that close it (``closing``) and a space.
    """
    text = folded.text
    found = _BRACKETED.match(text, start, end)
    if found is not None:
        stop = found.end()
        return stop if stop < end and not _goes_on(folded.exact(stop, stop + 1)) else start
    lead = _LEAD.match(text, start, end)
    if lead is not None:
        return lead.end()
    for word in closing:
        stop = text.find(f"{word} ", start, min(end, start + _LONGEST))
        if stop > start and any(m.end <= stop for m in mentions if m.type == "date"):
            return stop + len(word) + 1
    joined = _JOINED.match(text, start, end)
    if joined is not None:
        dated = any(
            start <= m.start and m.end <= joined.end() for m in mentions if m.type == "date"
        )
        if dated or text.endswith(closing or ("\0",), start, joined.end(1)):
            return joined.end()
    for pattern in (_SLASHED, _DASHED):
        found = pattern.match(text, start, end)
        if found is not None and _is_dateline(folded, start, found.end(), mentions):
            return found.end()
    return start


def _goes_on(sign: str) -> bool:
    """Whether what stands in brackets belongs to the sentence: [We will] train 40 judges."""
    return sign.islower() or sign == "…"


def _is_dateline(folded: Folded, start: int, end: int, mentions: list[Raw]) -> bool:
    """Whether all words of a stretch are capitals, or names beside a day."""
    days = [m for m in mentions if m.type == "date" and m.end <= end]
    words = [
        folded.exact(*found.span())
        for found in _WORD.finditer(folded.text, start, end)
        if not any(day.start <= found.start() < day.end for day in days)
    ]
    if not words:
        return False
    return all(word.isupper() for word in words) or (
        bool(days) and all(word[0].isupper() for word in words)
    )


def label_end(text: str, start: int, end: int) -> int:
    """Where the label ends that a block begins with; ``start`` where it has none."""
    if text[start] not in "*_[<":
        return start
    found = _LABEL.match(text, start, end)
    if found is None:
        return start
    words = found["words"].replace("</u>", "").rstrip()
    signed = words.endswith(tuple(_CLOSING)) or any(sign in found["behind"] for sign in _CLOSING)
    return found.end() if signed or found.end() >= end else start
