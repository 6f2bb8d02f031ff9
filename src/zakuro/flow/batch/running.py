"""Many documents read side by side, in the order in which they were given."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from datetime import date
from multiprocessing import get_context
from typing import NamedTuple, Protocol

import msgspec

from zakuro.flow.batch.sources import Source
from zakuro.flow.reading import read, surest
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Mention, Statement

_AHEAD = 3
"""So many groups for each worker are under way at once: more would only fill the memory."""


class Options(NamedTuple):
    """How each document is read; ``sure`` is the confidence from which statements are kept."""

    language: str | None = None
    published: date | None = None
    home: str | None = None
    least: str = "0.50"
    sure: str = "0"
    lenient: bool = False


class Outcome(msgspec.Struct, frozen=True):
    """What came of one document: its statements as lines of JSON, or why it was not read."""

    name: str
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    error: str | None = None


class Workers(Protocol):
    """What reads groups of documents side by side."""

    @property
    def count(self) -> int:
        """How many documents are read at once."""

    def submit(self, group: Sequence[Source], options: Options) -> Callable[[], list[Outcome]]:
        """Begin to read a group; what is given back waits for it."""


def line_of(record: Statement | Mention, source: str) -> str:
    """A record as one line of JSON that names its source."""
    return msgspec.json.encode({"source": source} | msgspec.to_builtins(record)).decode()


def read_group(group: Sequence[Source], options: Options) -> list[Outcome]:
    """Read documents one after the other; what is wrong with one stops no other."""
    return [_read_one(source, options) for source in group]


def _read_one(source: Source, options: Options) -> Outcome:
    try:
        reading = surest(
            read(
                source.content(), options.language, options.published, source.name, options.home,
                options.least, lenient=options.lenient,
            ),
            options.sure,
        )  # fmt: skip
    except ZakuroError as error:
        told = str(error)
        return Outcome(source.name, error=told if source.name in told else f"{source.name}: {told}")
    except MemoryError:
        return Outcome(source.name, error=f"{source.name}: too large for the memory; give a part")
    lines = tuple(line_of(statement, source.name) for statement in reading.statements)
    return Outcome(source.name, lines, reading.notes)


def outcomes(
    groups: Iterable[Sequence[Source]], options: Options, workers: Workers
) -> Iterator[list[Outcome]]:
    """What came of each group, in order, a bounded number of them under way."""
    waiting: deque[Callable[[], list[Outcome]]] = deque()
    for group in groups:
        waiting.append(workers.submit(group, options))
        if len(waiting) > _AHEAD * workers.count:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()


class Cores:
    """Processes of this machine, as many as it lets us use; one document alone needs none."""

    def __init__(self, count: int | None = None) -> None:
        self.count = count or len(os.sched_getaffinity(0))
        self._pool = self._new() if self.count > 1 else None

    def __enter__(self) -> Cores:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def submit(self, group: Sequence[Source], options: Options) -> Callable[[], list[Outcome]]:
        """Begin to read a group."""
        if self._pool is None:
            return lambda: read_group(group, options)
        pool = self._pool
        try:
            future = pool.submit(read_group, group, options)
        except BrokenProcessPool:
            self._pool = pool = self._new()
            future = pool.submit(read_group, group, options)
        return lambda: self._result(future, group, options)

    def _result(
        self, future: Future[list[Outcome]], group: Sequence[Source], options: Options
    ) -> list[Outcome]:
        try:
            return future.result()
        except BrokenProcessPool:
            # A process died: each document of what it held is read in one of its own.
            return [self._alone(source, options) for source in group]

    def _alone(self, source: Source, options: Options) -> Outcome:
        context = get_context("spawn")
        with suppress(BrokenProcessPool), ProcessPoolExecutor(1, mp_context=context) as pool:
            return pool.submit(read_group, [source], options).result()[0]
        told = f"{source.name}: reading it ended the process; give it in parts, or as plain text"
        return Outcome(source.name, error=told)

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.count, mp_context=get_context("spawn"))
