"""Lines of a page become paragraphs: words broken at line ends are made whole."""

from __future__ import annotations

import re
from collections.abc import Collection

_WIDE = "\u2e80"
_HYPHENS = "-\u2010\u00ad"
_GLUED = "\u2013\u2014/"
"""After these, where no space is before them, none is behind."""
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_NARROW_IN_WIDE = re.compile(
    r"(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]) (?=\d)"
    r"|(?<=\d) (?=[\u3041-\u9fff\uf900-\ufaff])"
)


def joined(before: str, after: str, compounds: Collection[str] = ()) -> str:
    """The words of two lines as one.

    Wide letters meet others without a space; a hyphen at the end of a line is dropped before a
    small letter, unless it is one of the ``compounds`` that the document writes with a hyphen.
    """
    if not before or not after:
        return before + after
    if before[-1] in _HYPHENS and len(before) > 1 and before[-2].isalpha():
        first = _FIRST_WORD.match(after)
        last = _LAST_WORD.search(before, 0, len(before) - 1)
        whole = f"{last[0]}-{first[0]}".lower() if first and last else ""
        if whole and after[0].islower():
            return f"{before[:-1]}{'-' if whole in compounds else ''}{after}"
        return f"{before[:-1]}-{after}"
    if before[-1] in _GLUED and len(before) > 1 and before[-2].isalnum():
        return before + after
    if before[-1] >= _WIDE or after[0] >= _WIDE:
        return before + after
    return f"{before} {after}"


def tidied(words: str) -> str:
    """Words without soft hyphens, and without the spaces set between figures and wide letters."""
    return _NARROW_IN_WIDE.sub("", words.replace("\u00ad", ""))
