"""The Merkle tree of RFC 6962: hashes, proofs, and their verification.

Leaves are hashed with a 0x00 byte before them and interior nodes with 0x01, so that no interior
node can be passed off as an entry (the second-preimage attack).  The tree is kept in *tiles*: of
the hashes above the leaves only every eighth level is stored, one hash for each 256 of the level
below, when those are complete; all others are computed from at most 255 stored ones a level.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Final

from zakuro.model.errors import ZakuroError

TILE_HEIGHT: Final = 8
TILE_WIDTH: Final = 1 << TILE_HEIGHT
EMPTY_ROOT: Final = sha256(b"").digest()

ReadHashes = Callable[[int, int, int], Sequence[bytes]]
"""Gives the stored hashes of one tile level from one position up to another (half-open)."""


def leaf_hash(entry: bytes) -> bytes:
    """Hash the bytes of one entry as a leaf."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees into their parent."""
    return sha256(b"\x01" + left + right).digest()


def root_of(hashes: Sequence[bytes]) -> bytes:
    """Give the Merkle tree hash over complete subtrees of one size, taken as leaves."""
    level = list(hashes)
    if not level:
        return EMPTY_ROOT
    while len(level) > 1:
        last = [level[-1]] if len(level) % 2 else []
        pairs = zip(level[0::2], level[1::2], strict=False)
        level = [sha256(b"\x01" + left + right).digest() for left, right in pairs] + last
    return level[0]


class TileTree:
    """A growing tree that remembers only its unfinished tiles: at most 255 hashes a level."""

    def __init__(self) -> None:
        self.size = 0
        self._open: list[list[bytes]] = [[]]

    def push(self, leaf: bytes) -> list[tuple[int, int, list[bytes]]]:
        """Add a leaf hash; give the tiles it completed as (level, index, its 256 hashes)."""
        self.size += 1
        completed = []
        level, position = 0, self.size
        self._open[0].append(leaf)
        while len(self._open[level]) == TILE_WIDTH:
            tile = self._open[level]
            position //= TILE_WIDTH
            completed.append((level, position - 1, tile))
            self._open[level] = []
            level += 1
            if level == len(self._open):
                self._open.append([])
            self._open[level].append(root_of(tile))
        return completed

    def unfinished(self) -> list[tuple[int, int, list[bytes]]]:
        """Give the tiles not yet full, as (level, index, hashes), without empty ones."""
        return [
            (level, self.size >> (TILE_HEIGHT * (level + 1)), hashes)
            for level, hashes in enumerate(self._open)
            if hashes
        ]

    def root(self) -> bytes:
        """Give the root of all leaves pushed so far."""

        def read(level: int, start: int, end: int) -> Sequence[bytes]:
            first = (self.size >> (TILE_HEIGHT * (level + 1))) * TILE_WIDTH
            return self._open[level][start - first : end - first]

        return range_root(read, 0, self.size)


def range_root(read: ReadHashes, start: int, end: int) -> bytes:
    """Give MTH(D[start:end]) of RFC 6962 for a range that is a subtree of the log."""
    if start == end:
        return EMPTY_ROOT
    peaks = []
    while start < end:
        # The largest complete subtree that begins here; the ranges of RFC 6962 are aligned so
        # that it always exists.
        height = (end - start).bit_length() - 1
        level = height // TILE_HEIGHT
        shift = level * TILE_HEIGHT
        after = start + (1 << height)
        peaks.append(root_of(read(level, start >> shift, after >> shift)))
        start = after
    root = peaks.pop()
    while peaks:
        root = node_hash(peaks.pop(), root)
    return root


def inclusion_proof(read: ReadHashes, index: int, size: int) -> list[bytes]:
    """Give the path from the leaf at ``index`` (from 0) to the root of the first ``size`` leaves.

    RFC 6962, 2.1.1.  ZakuroError if the leaf is not among them.
    """
    if not 0 <= index < size:
        raise ZakuroError(f"A log of {size} entries has no entry at index {index}.")
    start, end = 0, size
    siblings = []
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            siblings.append((middle, end))
            end = middle
        else:
            siblings.append((start, middle))
            start = middle
    return [range_root(read, *sibling) for sibling in reversed(siblings)]


def consistency_proof(read: ReadHashes, old: int, new: int) -> list[bytes]:
    """Give the proof that the first ``old`` of ``new`` leaves are those of the earlier log.

    RFC 6962, 2.1.2.  ZakuroError unless 0 <= old <= new.
    """
    if not 0 <= old <= new:
        raise ZakuroError(f"A log of {new} entries cannot have grown from one of {old}.")
    if old in (0, new):
        return []
    start, end = 0, new
    whole = True
    ranges = []
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
            whole = False
    if not whole:
        ranges.append((start, end))
    return [range_root(read, *part) for part in reversed(ranges)]


def _split(count: int) -> int:
    """Give the largest power of two below ``count``."""
    return int(1 << ((count - 1).bit_length() - 1))


def check_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> None:
    """Verify an inclusion proof for a leaf hash; ZakuroError if it proves nothing.

    The algorithm is that of RFC 9162, 2.1.3.2.
    """
    failed = ZakuroError(
        f"The proof does not show that entry {index + 1} stands in the log of {size} entries "
        f"with root {root.hex()}."
    )
    if not 0 <= index < size:
        raise failed
    first, last = index, size - 1
    computed = leaf
    for sibling in proof:
        if last == 0:
            raise failed
        if first & 1 or first == last:
            computed = node_hash(sibling, computed)
            while not first & 1 and first:
                first >>= 1
                last >>= 1
        else:
            computed = node_hash(computed, sibling)
        first >>= 1
        last >>= 1
    if last or computed != root:
        raise failed


def check_consistency(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> None:
    """Verify that the log of ``new`` leaves extends the log of ``old``; ZakuroError if not.

    The algorithm is that of RFC 9162, 2.1.4.2; the empty log is extended by every log.
    """
    failed = ZakuroError(
        f"The log of {new} entries with root {new_root.hex()} does not extend the log of {old} "
        f"entries with root {old_root.hex()}: one of the two was changed or forked."
    )
    if not 0 <= old <= new:
        raise failed
    if old in (0, new):
        if proof or old_root != (new_root if old == new else EMPTY_ROOT):
            raise failed
        return
    path = list(proof)
    if old & (old - 1) == 0:
        path.insert(0, old_root)
    if not path:
        raise failed
    first, last = old - 1, new - 1
    while first & 1:
        first >>= 1
        last >>= 1
    computed_old = computed_new = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise failed
        if first & 1 or first == last:
            computed_old = node_hash(sibling, computed_old)
            computed_new = node_hash(sibling, computed_new)
            while not first & 1 and first:
                first >>= 1
                last >>= 1
        else:
            computed_new = node_hash(computed_new, sibling)
        first >>= 1
        last >>= 1
    if last or computed_old != old_root or computed_new != new_root:
        raise failed
