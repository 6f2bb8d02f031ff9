"""Where documents are: files, folders, archives, the standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path, PurePath, PurePosixPath
from typing import BinaryIO, NamedTuple

from zakuro.model.errors import ZakuroError
from zakuro.read.document.formats import is_archive
from zakuro.read.document.package import LARGEST, Package, is_package

ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf", ".zip")
"""How the names end of what is read in a folder or an archive."""
INPUT = "-"
"""The name of the standard input."""


class Source(NamedTuple):
    """One document to be read.

    ``name`` is what errors and records call it, ``path`` its file, ``member`` its name in that
    archive.  ``place`` is where it stands below the folder or the archive that was given.
    ``trouble`` is why it cannot be read, known already; ``held`` what the standard input held.
    """

    name: str
    path: str
    member: str | None = None
    place: str = ""
    trouble: str | None = None
    held: bytes | None = None

    def content(self) -> bytes:
        """What it holds; ZakuroError where it cannot be read."""
        if self.trouble is not None:
            raise ZakuroError(self.trouble)
        if self.member is not None:
            archive = Package(self.held, INPUT) if self.held is not None else _archive(self.path)
            return archive.read(self.member)
        return self.held if self.held is not None else file_content(self.path)


def sources(paths: Iterable[str]) -> list[Source]:
    """The documents at these paths: of a folder and an archive all in them, by their names.

    What cannot be opened is a source as well, with its trouble, so that the others are read.
    """
    return [source for path in paths for source in _at(path)]


def source(path: str) -> Source:
    """The one document at a path; ZakuroError where there are several."""
    found = list(_at(path))
    if len(found) > 1:
        raise ZakuroError(f"{path}: {len(found)} documents; give one of them")
    return found[0]


def file_content(path: str) -> bytes:
    """What a file holds; ``-`` is the standard input.  ZakuroError if it cannot be read."""
    try:
        if path == INPUT:
            return _bounded(sys.stdin.buffer, "the standard input")
        with Path(path).open("rb") as file:
            return _bounded(file, _shown(path))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ZakuroError(
            f"{_shown(path)}: {reason}: give a file that can be read, or - for input"
        ) from error


def _bounded(file: BinaryIO, name: str) -> bytes:
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ZakuroError(
            f"{name}: more than {LARGEST // 1_000_000} MB: too large for one document; give it in"
            " parts"
        )
    return data


def _at(path: str) -> Iterator[Source]:
    folder = Path(path)
    try:
        if path == INPUT:
            yield from _held(file_content(INPUT))
        elif folder.is_dir():
            yield from _in_folder(folder)
        else:
            yield from _in_file(path, PurePath(path).name)
    except ZakuroError as error:
        yield Source(_shown(path), path, trouble=str(error))
    except (OSError, ValueError) as error:
        yield Source(_shown(path), path, trouble=f"{_shown(path)}: {error}")


def _in_folder(folder: Path) -> Iterator[Source]:
    """The documents of a folder and of those in it; what is hidden is left out."""
    named = (file for file in folder.rglob("*") if file.suffix.lower() in ENDINGS)
    placed = ((file.relative_to(folder), file) for file in named if not file.is_dir())
    found = [
        (place, file)
        for place, file in placed
        if not any(part.startswith(".") for part in place.parts)
    ]
    if not found:
        raise ZakuroError(
            f"{_shown(str(folder))}: no document in this folder: its files end in none of"
            f" {', '.join(ENDINGS)}"
        )
    for place, file in sorted(found):
        yield from _in_file(str(file), place.as_posix())


def _in_file(path: str, place: str) -> Iterator[Source]:
    """The document of a file, or those of an archive."""
    name = _shown(path)
    try:
        with Path(path).open("rb") as file:
            packed = Path(path).is_file() and is_package(file.read(4))
        if packed and is_archive(_archive(path)):
            yield from _members(_archive(path), Source(name, path, place=place))
            return
    except ZakuroError as error:
        yield Source(name, path, trouble=str(error))
        return
    except OSError:  # told when it is read
        pass
    yield Source(name, path, place=_shown(place))


def _held(content: bytes) -> Iterator[Source]:
    """The document, or the archive, on the standard input."""
    whole = Source(INPUT, INPUT, held=content)
    if is_package(content) and is_archive(archive := Package(content, INPUT)):
        yield from _members(archive, whole)
    else:
        yield whole


def _members(archive: Package, whole: Source) -> Iterator[Source]:
    """The documents of an archive, by their names; folders, hidden files and others left out."""
    names = [
        name
        for name in archive.names()
        if PurePosixPath(name).suffix.lower() in ENDINGS
        and not any(
            part.startswith((".", "__")) and part != ".." for part in PurePosixPath(name).parts
        )
    ]
    if not names:
        raise ZakuroError(
            f"{whole.name}: no document in this archive: its files end in none of"
            f" {', '.join(ENDINGS)}"
        )
    for name in sorted(names):
        parts = [part for part in PurePosixPath(name).parts if part not in ("/", "..")]
        place = "/".join([PurePosixPath(whole.place).stem, *parts] if whole.place else parts)
        yield whole._replace(name=_shown(f"{whole.name}/{name}"), member=name, place=_shown(place))


@lru_cache(maxsize=2)
def _archive(path: str) -> Package:
    """An archive, opened once for all that is in it."""
    return Package(path, _shown(path))


def _shown(name: str) -> str:
    """A name of bytes that are no text, as text."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
