"""The log as files that anyone can check: writing them (``export_log``) and checking them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from zakuro.journal.books import Head, Journal
from zakuro.journal.log.canonical import decode_entry
from zakuro.journal.log.checkpoint import read_checkpoint, sign_checkpoint, verifier_key
from zakuro.journal.log.merkle import TILE_HEIGHT, TILE_WIDTH, TileTree, leaf_hash
from zakuro.journal.log.tiles import pack_entries, pack_hashes, tile_path, unpack_entries
from zakuro.journal.reading import entry_rows, read_hashes
from zakuro.model.errors import ZakuroError

_CHECKPOINT = "checkpoint"


def export_log(journal: Journal, directory: Path, key: Ed25519PrivateKey) -> Head:
    """Write the log into a directory in the tlog-tiles layout; give the head it states.

    A directory that holds an earlier state of the same log is continued: full tiles are never
    written again.  The checkpoint comes last, so that whoever reads in between finds a whole log.
    ZakuroError, and nothing written, if the directory holds another log or a longer one.
    """
    head = journal.head()
    before = _published(journal, directory, key)
    try:
        for level in range(_levels(head.size)):
            _write_hashes(journal, directory, level, before, head.size)
        _write_entries(journal, directory, before, head.size)
        _write(directory / _CHECKPOINT, sign_checkpoint(journal.books, head, key).encode())
        _remove_filled(directory, before, head.size)
    except OSError as error:
        raise ZakuroError(
            f"Cannot write the log to {directory}: {error.strerror} ({error.filename})."
        ) from None
    return head


def _published(journal: Journal, directory: Path, key: Ed25519PrivateKey) -> int:
    """Give how many entries the directory holds already; refuse one that holds another log."""
    try:
        note = (directory / _CHECKPOINT).read_text(encoding="utf-8")
    except FileNotFoundError:
        return 0
    except (OSError, UnicodeDecodeError) as error:
        raise ZakuroError(f"Cannot read the checkpoint in {directory}: {error}.") from None
    published = read_checkpoint(note, verifier_key(journal.books, key))
    if published.size > journal.size() or journal.head(published.size) != published:
        raise ZakuroError(
            f"{directory} holds a log of {published.size} entries that these books do not "
            "continue: one of the two was changed. Verify both; export to an empty directory."
        )
    return published.size


def _levels(size: int) -> int:
    """Give how many levels of tiles a log has."""
    return max(1, -(-size.bit_length() // TILE_HEIGHT))


def _write_hashes(journal: Journal, directory: Path, level: int, before: int, size: int) -> None:
    shift = TILE_HEIGHT * level
    count = size >> shift
    for start in range((before >> shift) // TILE_WIDTH * TILE_WIDTH, count, TILE_WIDTH):
        hashes = read_hashes(journal.engine, level, start, min(start + TILE_WIDTH, count))
        path = tile_path(level, start // TILE_WIDTH, len(hashes))
        _write(directory / path, pack_hashes(hashes))


def _write_entries(journal: Journal, directory: Path, before: int, size: int) -> None:
    for start in range(before // TILE_WIDTH * TILE_WIDTH, size, TILE_WIDTH):
        through = min(start + TILE_WIDTH, size)
        rows = entry_rows(journal.engine, after=start, through=through)
        path = tile_path(None, start // TILE_WIDTH, through - start)
        _write(directory / path, pack_entries(row[4].encode() for row in rows))


def _write(path: Path, content: bytes) -> None:
    """Write a file so that it is never seen half written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".new")
    partial.write_bytes(content)
    os.replace(partial, path)  # noqa: PTH105


def _remove_filled(directory: Path, before: int, size: int) -> None:
    """Remove the unfinished tiles of the last state that stand there in full by now."""
    for level in (None, *range(_levels(before))):
        shift = TILE_HEIGHT * (level or 0)
        index, width = divmod(before >> shift, TILE_WIDTH)
        if width and (size >> shift) // TILE_WIDTH > index:
            shutil.rmtree((directory / tile_path(level, index, width)).parent)


def verify_log(directory: Path, key_line: str, earlier: Head | None = None) -> Head:
    """Check a log from its files alone: every entry, every tile, the root, the signature.

    ``key_line`` is the log's verifier key.  With an ``earlier`` head the log must also continue
    that one.  Gives the head; ZakuroError says which file is wrong.
    """
    head = read_checkpoint(_read(directory / _CHECKPOINT).decode("utf-8", "replace"), key_line)
    if earlier is not None and earlier.size > head.size:
        raise ZakuroError(
            f"The log in {directory} has {head.size} entries; it had {earlier.size} before."
        )
    tree = TileTree()
    _check_earlier(tree, earlier)
    for start in range(0, head.size, TILE_WIDTH):
        width = min(TILE_WIDTH, head.size - start)
        path = directory / tile_path(None, start // TILE_WIDTH, width)
        entries = unpack_entries(_read(path))
        if len(entries) != width:
            raise ZakuroError(f"{path} holds {len(entries)} entries; it must hold {width}.")
        for entry in entries:
            if decode_entry(entry).number != tree.size + 1:
                raise ZakuroError(f"{path} has another entry in the place of {tree.size + 1}.")
            for tile in tree.push(leaf_hash(entry)):
                _check_tile(directory, *tile)
            _check_earlier(tree, earlier)
    for tile in tree.unfinished():
        _check_tile(directory, *tile)
    if tree.root().hex() != head.root:
        raise ZakuroError(
            f"The entries in {directory} do not make the root that its checkpoint states."
        )
    return head


def _check_earlier(tree: TileTree, earlier: Head | None) -> None:
    if earlier and tree.size == earlier.size and tree.root().hex() != earlier.root:
        raise ZakuroError(
            f"The log is not the one that had {earlier.size} entries and the root "
            f"{earlier.root}: it was changed or forked."
        )


def _check_tile(directory: Path, level: int, index: int, hashes: list[bytes]) -> None:
    path = directory / tile_path(level, index, len(hashes))
    if _read(path) != pack_hashes(hashes):
        raise ZakuroError(f"{path} does not hold the hashes of the log's entries.")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ZakuroError(f"The log lacks {path}: {error.strerror}.") from None
