"""A folder of files that is made anew again and again: only what changed is written."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import msgspec

from zakuro.model.errors import ZakuroError

MANIFEST = "zakuro-site.json"
"""The list of the files that were written, by which a folder is known again."""
_PARTIAL = f"{MANIFEST}.partial"
"""What is being written; only what is whole gets its name."""


class Folder:
    """The files of a site; ``files``, ``written`` and ``removed`` say how many there are so far.

    A folder that was left half made, by an error, by hand or by a loss of power, is known again
    and made whole.
    """

    def __init__(self, place: Path) -> None:
        """Know a folder again; ZakuroError for one that holds something else."""
        self.written = 0
        self.removed = 0
        self._place = place
        self._before = _listed(place)
        self._made: dict[str, str] = {}

    @property
    def files(self) -> int:
        """How many files the site has."""
        return len(self._made)

    def put(self, name: str, body: bytes) -> None:
        """Give the folder a file; one that stands there already is left as it is."""
        if not self._before and not self._made:
            # Whatever ends this, a folder that was begun is known again.
            self._list({})
        digest = sha256(body).hexdigest()
        if self._before.get(name) != digest or not (self._place / name).is_file():
            self._write(name, body)
            self.written += 1
        self._made[name] = digest

    def finish(self) -> None:
        """Remove what is no more, and list what there is."""
        for name in self._before.keys() - self._made.keys():
            place = self._place / name
            try:
                if place.is_file():
                    place.unlink()
                    self.removed += 1
            except OSError as error:
                raise _not_written(place, error) from None
        self._list(self._made)

    def leave(self) -> None:
        """List what was written so far, so that the next time goes on from there."""
        if self._made:
            self._list(self._before | self._made)

    def _list(self, files: dict[str, str]) -> None:
        listed = msgspec.json.format(msgspec.json.encode(files, order="sorted"), indent=1)
        self._write(MANIFEST, listed)

    def _write(self, name: str, body: bytes) -> None:
        """Write a file whole or not at all."""
        place, partial = self._place / name, self._place / _PARTIAL
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(body)
            partial.replace(place)
        except OSError as error:
            raise _not_written(place, error) from None


def _not_written(place: Path, error: OSError) -> ZakuroError:
    return ZakuroError(f"Cannot write {place}: {error.strerror}.")


def _listed(folder: Path) -> dict[str, str]:
    """Give the files that were written last time, by hash."""
    if not folder.exists() or all(each.name == _PARTIAL for each in folder.iterdir()):
        return {}
    place = folder / MANIFEST
    if not place.is_file():
        raise ZakuroError(
            f"{folder} holds something that `zakuro publish` did not write: give an empty folder."
        )
    try:
        return msgspec.json.decode(place.read_bytes(), type=dict[str, str])
    except msgspec.DecodeError as error:
        raise ZakuroError(f"{place} cannot be read ({error}): give an empty folder.") from None
