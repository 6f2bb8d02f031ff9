"""Two versions compared by words, in scripts with and without spaces between them."""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex
from diff_match_patch import diff_match_patch

Op = Literal["same", "gone", "new"]
_OPS: dict[int, Op] = {0: "same", -1: "gone", 1: "new"}
_BOUNDARY = regex.compile(r"\b", flags=regex.WORD | regex.V1)
"""Where Unicode has a boundary of words."""


class Change(NamedTuple):
    """A stretch of words: in both texts, only in the old (gone), or only in the new one."""

    op: Op
    words: str


def compare(old: str, new: str) -> list[Change]:
    """Give the stretches of which two texts consist; ``same`` and ``gone`` make up the old one.

    Words are those of Unicode (UAX 29): a word between spaces, one sign of Chinese.  The result
    depends on the texts alone, and is found without a limit of time.
    """
    code = _Code()
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    found = differ.diff_main(code.write(old), code.write(new), checklines=False)
    differ.diff_cleanupSemantic(found)
    return [Change(_OPS[op], code.read(units)) for op, units in found]


class _Code:
    """Each word as one character, so that the comparison counts in words."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._words: dict[str, str] = {}

    def write(self, text: str) -> str:
        return "".join(self._code(word) for word in _BOUNDARY.split(text) if word)

    def _code(self, word: str) -> str:
        if word not in self._codes:
            self._codes[word] = code = chr(len(self._codes) + 1)
            self._words[code] = word
        return self._codes[word]

    def read(self, units: str) -> str:
        return "".join(self._words[unit] for unit in units)
