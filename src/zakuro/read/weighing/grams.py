"""Character n-grams of a text, hashed into buckets; names and figures stand as signs.

What a sentence promises must not hang on who is named in it or how much: each party, amount and
time counts as one sign of its type.  All n-grams of a part are hashed at once, so that the weights
of any span are a difference of two running sums.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

BUCKETS = 1 << 15
SPACED, UNSPACED = (3, 4, 5), (1, 2, 3)
"""The lengths of n-grams, where words are parted by spaces and where they are not."""

_PRIME = np.uint32(16_777_619)
_MIX = np.uint32(2_654_435_761)
_SIGNS = {"party": 1, "person": 2, "self": 3, "money": 4, "count": 5, "time": 6, "number": 7}
"""The sign that stands for what was named or measured: a character that no text holds."""

Integers = NDArray[np.int64]


class Grams:
    """The n-grams of a text: ``rows[n][i]`` is the bucket of the n-gram at the i-th kept sign."""

    def __init__(self, text: str, masked: Iterable[tuple[int, int, str]], spaced: bool) -> None:
        codes = np.frombuffer(text.encode("utf-32-le"), dtype="<u4").astype(np.uint32)
        kept = np.ones(len(codes), dtype=bool)
        for start, end, sign in masked:
            kept[start + 1 : end] = False
            codes[start] = _SIGNS[sign]
        self._before = np.concatenate(([0], np.cumsum(kept)))
        signs = codes[kept]
        self.rows: dict[int, Integers] = {}
        rolled = np.zeros(len(signs), dtype=np.uint32)
        sizes = SPACED if spaced else UNSPACED
        for size in range(1, max(sizes) + 1):
            rolled = rolled[: len(signs) - size + 1] * _PRIME + signs[size - 1 :]
            if size in sizes:
                mixed = (rolled + np.uint32(size)) * _MIX
                self.rows[size] = (mixed >> np.uint32(17)).astype(np.int64)

    def within(self, start: int, end: int) -> Integers:
        """The buckets of the n-grams between two offsets of the text, one for each n-gram."""
        first, last = self.place(start), self.place(end)
        return np.concatenate(
            [row[first : max(first, last - size + 1)] for size, row in self.rows.items()]
        )

    def place(self, offset: int) -> int:
        """How many signs are kept before an offset of the text."""
        return int(self._before[offset])
