"""A batch: many documents into one file, in parts that are kept until all are there."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import mkdtemp

import msgspec

from zakuro.flow.batch.running import Options, Outcome, Workers, outcomes
from zakuro.flow.batch.sources import Source
from zakuro.flow.batch.tables import check_ending, write_table
from zakuro.flow.batch.writing import check_places, write_whole
from zakuro.model.errors import ZakuroError

_GROUP = 16
"""So many documents make a part."""


class _Part(msgspec.Struct, frozen=True):
    """What a part says beside its lines: the documents, with what is wrong with each."""

    outcomes: tuple[Outcome, ...]


def run_batch(
    sources: Sequence[Source],
    output: Path,
    options: Options,
    workers: Workers,
    told: Callable[[Outcome], None],
) -> int:
    """Read all sources into ``output``; how many could not be read.

    ``told`` hears of each document, in order.  What was read before a stop is not read again: the
    parts lie in a folder beside the output until that is written.  Raises ZakuroError where the
    output would go over a document, or parts of another batch lie there.
    """
    check_places([source.path for source in sources], [("the result", output)])
    check_ending(output)
    special = output.exists() and not output.is_file()  # a pipe, a device
    folder = Path(mkdtemp()) if special else output.with_name(f"{output.name}.parts")
    _begin(folder, _plan(sources, options), output)
    groups = [sources[start : start + _GROUP] for start in range(0, len(sources), _GROUP)]
    failed = 0
    missing = (group for index, group in enumerate(groups) if not _place(folder, index)[1].exists())
    fresh = outcomes(missing, options, workers)
    for index in range(len(groups)):
        for outcome in _outcomes(folder, index, fresh):
            failed += outcome.error is not None
            told(outcome)
    write_table(output, [_place(folder, index)[0] for index in range(len(groups))])
    shutil.rmtree(folder)
    return failed


def _outcomes(folder: Path, index: int, fresh: Iterator[list[Outcome]]) -> tuple[Outcome, ...]:
    """What came of a part: as it was kept, or read now and kept."""
    lines, about = _place(folder, index)
    if about.exists():
        return msgspec.json.decode(about.read_bytes(), type=_Part).outcomes
    found = next(fresh)
    write_whole(lines, (f"{line}\n".encode() for outcome in found for line in outcome.lines))
    kept = tuple(msgspec.structs.replace(outcome, lines=()) for outcome in found)
    write_whole(about, msgspec.json.encode(_Part(kept)))  # last: it says that the part is whole
    return kept


def _place(folder: Path, index: int) -> tuple[Path, Path]:
    return folder / f"{index:07}.jsonl", folder / f"{index:07}.json"


def _plan(sources: Sequence[Source], options: Options) -> bytes:
    """What the batch is of: other documents, or read otherwise, are another batch."""
    digest = hashlib.sha256(repr(options).encode())
    for source in sources:
        file = Path(source.path)
        size = len(source.held) if source.held is not None else 0
        if source.held is None and file.is_file():
            status = file.stat()
            size = status.st_size + status.st_mtime_ns
        digest.update(f"{source.name}\0{size}\n".encode())
    return digest.hexdigest().encode()


def _begin(folder: Path, plan: bytes, output: Path) -> None:
    """Make the folder of parts, or go on in it."""
    kept = folder / "plan"
    if kept.exists() and kept.read_bytes() != plan:
        raise ZakuroError(
            f"{folder}: holds parts of another batch, of other documents or options; remove it, or"
            f" give another place than {output}"
        )
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise ZakuroError(f"{output}: cannot be written: {error.strerror}") from error
    write_whole(kept, plan)
