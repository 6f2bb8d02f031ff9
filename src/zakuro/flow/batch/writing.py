"""Files written whole or not at all, and never over what is read."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from zakuro.model.errors import ZakuroError


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file beside its place, then put it there: a reader never sees half of it.

    What is no regular file (a pipe, a device) is written to as it is.  ZakuroError where the
    system refuses, with the file.
    """
    pieces = (content,) if isinstance(content, bytes) else content
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                device.writelines(pieces)
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".zakuro-", delete=False) as file:
            try:
                file.writelines(pieces)
                file.flush()
                Path(file.name).chmod(_mode(path))
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise ZakuroError(f"Cannot write {path}: {error.strerror or error}.") from error


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, or those that a new file gets."""
    if path.is_file():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def check_places(inputs: Iterable[str], outputs: Iterable[tuple[str, Path]]) -> None:
    """Refuse to write over what is read, two results to one place, or where no file can be.

    ``outputs`` are the places, each with the name of what goes there.  To be called before
    anything is read.  Raises ZakuroError.
    """
    taken: dict[Path, str] = {}
    read = {_real(path) for path in inputs}
    for name, place in outputs:
        real = _real(place)
        if real in read:
            raise ZakuroError(f"{place}: would be written over a document that is read")
        if real in taken:
            raise ZakuroError(
                f"{place}: would hold both {taken[real]} and {name}; write them to two places"
            )
        taken[real] = name
        if place.is_dir():
            raise ZakuroError(f"{place}: a folder; give a file to write to")
        parent = next(above for above in place.parents if above.exists())
        if not parent.is_dir():
            raise ZakuroError(f"{place}: {parent} is no folder")


def _real(path: str | Path) -> Path:
    """A file's own place, whatever it was called."""
    found = Path(path)
    try:
        return found.resolve()
    except (OSError, RuntimeError):  # a link to itself
        return found.absolute()
