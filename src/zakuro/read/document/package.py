"""ZIP packages, opened within bounds: archives of documents, and office documents."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from zakuro.model.errors import ZakuroError

LARGEST = 200_000_000
"""Bytes of the largest document that is opened."""
_MOST_MEMBERS = 100_000
_MOST_GROWTH = 200
"""A member that grows so many times over is made to fill the memory (text grows 3 to 20 times)."""
_GROWN = 10_000_000
"""Below this size, growth does no harm."""
MAGIC = b"PK\x03\x04"
_EMPTY = b"PK\x05\x06"


class Package:
    """A ZIP archive in memory or in a file; every member is bounded in size.

    ``name`` is what errors call it.  Raises ZakuroError for what is cut off or no ZIP.
    """

    def __init__(self, data: bytes | str, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
            raise ZakuroError(
                f"{name}: a ZIP archive that is damaged or cut off ({error}); fetch it anew"
            ) from error
        members = self._zip.infolist()
        packed = sum(member.compress_size for member in members)
        size = self._size()
        if len(members) > _MOST_MEMBERS:
            raise ZakuroError(
                f"{name}: {len(members)} files in one archive, at most {_MOST_MEMBERS} are opened;"
                " unpack it and give the folder"
            )
        if packed > size:  # its members lie over each other
            raise ZakuroError(
                f"{name}: a ZIP archive whose files overlap, made to grow without end; not opened"
            )
        self._members = {member.filename: member for member in members if not member.is_dir()}

    def names(self) -> Iterator[str]:
        """The names of the files in it, in the archive's order."""
        yield from self._members

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def read(self, member: str) -> bytes:
        """What a file in it holds; ZakuroError if it is locked, damaged or too large."""
        entry = self._members[member]
        where = f"{self.name}/{member}"
        if entry.flag_bits & 1:
            raise ZakuroError(f"{where}: locked with a password; unpack it and give the file")
        grown = entry.file_size > _GROWN
        if entry.file_size > LARGEST or (
            grown and entry.file_size > _MOST_GROWTH * max(entry.compress_size, 1)
        ):
            raise ZakuroError(
                f"{where}: {entry.file_size:,} bytes packed into {entry.compress_size:,}: too large"
                " to open; unpack it and give a part"
            )
        try:
            with self._zip.open(entry) as file:
                # What the archive says of a size may be wrong: no more than that is read.
                data = file.read(entry.file_size + 1)
        except (
            zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError
        ) as error:  # fmt: skip
            raise ZakuroError(f"{where}: damaged ({error}); fetch the archive anew") from error
        if len(data) > entry.file_size:
            raise ZakuroError(f"{where}: larger than its archive says; fetch the archive anew")
        return data

    def _size(self) -> int:
        return self._zip.fp.seek(0, io.SEEK_END) if self._zip.fp else 0


def is_package(data: bytes) -> bool:
    """Whether bytes begin as a ZIP archive does."""
    return data.startswith((MAGIC, _EMPTY))
