"""Processes are killed while they write, on both engines: nothing acknowledged may be lost."""

import random
import subprocess
import sys
import time

from tests.journal.writer import GROUP, STATE
from zakuro.journal import Journal, open_journal, verify

ROUNDS = 12
WRITES = 1000


def test_kill_at_any_moment_loses_nothing_and_leaves_no_half(journal: Journal, place: str) -> None:
    with journal.transaction() as tx:
        tx.build_tables([STATE])
    journal.close()
    moments = random.Random(20250617)
    written = 0
    for _ in range(ROUNDS):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.journal.writer", place, "w", "1000000"],
            stdout=subprocess.PIPE,
            text=True,
        ) as writer:
            assert writer.stdout is not None
            wanted = moments.randrange(WRITES // ROUNDS, 2 * WRITES // ROUNDS)
            lines = [writer.stdout.readline() for _ in range(wanted)]
            time.sleep(moments.uniform(0, 0.003))
            writer.kill()
            lines += writer.stdout.readlines()
        # A last line may have been cut off in the pipe.
        last = int([line for line in lines if line.endswith("\n")][-1].split()[-1])
        written += len(lines)
        with open_journal(place, wait=60) as survivor:
            # PostgreSQL may still be finishing what the dead process had sent: the lock of the
            # next transaction waits for that.
            with survivor.transaction() as tx:
                size = tx.size
            assert size >= last
            assert size % GROUP == 0
            assert list(survivor.rows(STATE)) == [{"writer": "w", "size": size}]
            found = verify(survivor)
            assert found.faults == ()
            assert found.head.size == size
    assert written >= WRITES
