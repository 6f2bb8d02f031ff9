"""The C2SP tlog-tiles layout: which file holds which part of a log, and what stands in it."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from zakuro.journal.log.merkle import TILE_WIDTH
from zakuro.model.errors import ZakuroError

HASH_BYTES: Final = 32
_LENGTH: Final = struct.Struct(">H")


def tile_path(level: int | None, index: int, width: int) -> PurePosixPath:
    """Give the path of a tile of hashes, or with level None of a bundle of entries.

    The index is written in groups of three digits, all but the last behind an x; a tile that is
    not full says how many hashes it has: ``tile/0/x001/x234/067.p/8``.
    """
    digits = f"{index:03d}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[start : start + 3] for start in range(0, len(digits), 3)]
    parts = [f"x{group}" for group in groups[:-1]] + groups[-1:]
    if width < TILE_WIDTH:
        parts[-1] += ".p"
        parts.append(str(width))
    return PurePosixPath("tile", "entries" if level is None else str(level), *parts)


def pack_entries(entries: Iterable[bytes]) -> bytes:
    """Give a bundle: each entry behind its length in two bytes."""
    return b"".join(_LENGTH.pack(len(entry)) + entry for entry in entries)


def unpack_entries(bundle: bytes) -> list[bytes]:
    """Give the entries of a bundle; ZakuroError if it is cut off."""
    entries = []
    place = 0
    while place < len(bundle):
        start = place + _LENGTH.size
        if start > len(bundle):
            raise ZakuroError("The bundle of entries is cut off in a length.")
        (length,) = _LENGTH.unpack_from(bundle, place)
        place = start + length
        if place > len(bundle):
            raise ZakuroError("The bundle of entries is cut off in an entry.")
        entries.append(bundle[start:place])
    return entries


def pack_hashes(hashes: Iterable[bytes]) -> bytes:
    """Give a tile: its hashes one behind the other."""
    return b"".join(hashes)
