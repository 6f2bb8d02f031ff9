"""Measure the journal: how fast it grows, how fast it is checked, how much room it takes.

python -m bench.bench_journal                       100,000 entries on each engine
python -m bench.bench_journal --entries 1000000
python -m bench.bench_journal --engine sqlite

Each engine runs in a process of its own, so that the memory measured is that engine's.  Single
durable writes stand beside a probe of the same run that writes and syncs a file: that is the
disk's own rate.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from tests.postgresql import running_server
from zakuro.journal import (
    Journal,
    backup,
    create_journal,
    export_log,
    generate_key,
    prove,
    verify,
    verify_log,
)
from zakuro.journal.log.checkpoint import verifier_key
from zakuro.model.entry import Author, Draft

BOOKS = "example.org/bench"
BATCH = 10_000
SINGLES = 1000
NOW = datetime(2025, 6, 17, 12, tzinfo=UTC)
PER_PLEDGE = 10
"""Entries on one subject, as of a pledge that is reported and confirmed a few times."""


def draft(number: int) -> Draft:
    """An entry as reports have them: some 420 bytes of canonical JSON."""
    return Draft(
        kind=("report", "confirmation")[number % 2],
        subject=f"P-{number // PER_PLEDGE + 1}",
        author=Author(filed_by="secretariat", party="CHN", basis="mandated"),
        body={
            "measure": 1,
            "to": "KAZ",
            "value": str(100_000 + number),
            "unit": "CNY",
            "on": "2025-09-30",
            "evidence": [f"https://example.org/reports/{number}"],
            "note": "援助を提供した。 Қаражат аударылды.",
        },
    )


def timed(action: Callable[[], object]) -> float:
    """Seconds that an action takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def fsync_rate(directory: Path) -> float:
    """Writes of one page a second when each is synced: what the disk itself can do."""
    path = directory / "probe"
    with path.open("wb", buffering=0) as probe:

        def write() -> None:
            for _ in range(SINGLES):
                probe.write(bytes(4096))
                os.fdatasync(probe.fileno())

        seconds = timed(write)
    path.unlink()
    return SINGLES / seconds


def fill(journal: Journal, entries: int) -> list[float]:
    """Enter in batches; give the seconds of each."""

    def batch(start: int) -> None:
        with journal.transaction() as tx:
            for number in range(start, min(start + BATCH, entries)):
                tx.append(draft(number), NOW)

    return [timed(lambda start=start: batch(start)) for start in range(0, entries, BATCH)]  # type: ignore[misc]


def write_singles(journal: Journal) -> None:
    for number in range(SINGLES):
        with journal.transaction() as tx:
            tx.append(draft(number), NOW)


def size_on_disk(journal: Journal, directory: Path) -> int:
    if journal.engine.dialect == "postgresql":
        return int(journal.engine.run("SELECT pg_database_size(current_database())")[0][0])
    return sum(path.stat().st_size for path in directory.glob("books.db*"))


def peak_memory() -> float:
    """Megabytes at the highest."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(engine: str, entries: int) -> dict[str, float]:
    """Run everything on one engine; give the figures by name."""
    figures: dict[str, float] = {}
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if engine == "sqlite":
            place = str(directory / "books.db")
        else:
            server = stack.enter_context(running_server())
            place = server.url(server.new_database())
        journal = stack.enter_context(create_journal(place, books=BOOKS))
        seconds = fill(journal, entries)
        figures["bulk entries/s"] = entries / sum(seconds)
        tenth = max(1, len(seconds) // 10)
        figures["last tenth's time per first's"] = sum(seconds[-tenth:]) / sum(seconds[:tenth])
        figures["bytes on disk per entry"] = size_on_disk(journal, directory) / entries
        probe = fsync_rate(directory)
        singles = SINGLES / timed(lambda: write_singles(journal))
        figures["single durable writes/s"] = singles
        figures["synced page writes/s (probe)"] = (probe + fsync_rate(directory)) / 2
        figures["single writes per probe"] = singles / figures["synced page writes/s (probe)"]
        middle = f"P-{entries // PER_PLEDGE // 2}"
        figures["last_on, ms"] = 1000 * timed(lambda: journal.last_on(middle))
        figures["entries of one subject, ms"] = 1000 * timed(
            lambda: list(journal.entries(subject=middle))
        )
        figures["head, ms"] = 1000 * timed(journal.head)
        figures["prove, ms"] = 1000 * timed(lambda: prove(journal, entries // 3))
        figures["memory after writing, MB"] = peak_memory()
        found = verify(journal, heads=[journal.head()])
        if found.faults:
            raise RuntimeError(found.faults[0])
        figures["verify, s"] = timed(lambda: verify(journal))
        key = generate_key()
        log = directory / "log"
        figures["export_log, s"] = timed(lambda: export_log(journal, log, key))
        figures["verify_log, s"] = timed(lambda: verify_log(log, verifier_key(BOOKS, key)))
        figures["backup, s"] = timed(lambda: backup(journal, directory / "backup.db"))
        figures["memory at most, MB"] = peak_memory()
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.bench_journal", description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], action="append")
    options = parser.parse_args()
    for engine in options.engine or ["sqlite", "postgresql"]:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            figures = pool.apply(measure, (engine, options.entries))
        print(f"{engine}, {options.entries:,} entries")
        for name, value in figures.items():
            print(f"  {name:<32}{value:>12,.2f}")
        print(json.dumps({"engine": engine, "entries": options.entries, **figures}))


if __name__ == "__main__":
    main()
