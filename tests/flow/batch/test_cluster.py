"""Documents read on a real cluster: a scheduler and two workers in processes of their own."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.flow.batch.test_running import written
from zakuro.flow.batch.cluster import Cluster
from zakuro.flow.batch.running import Options, outcomes
from zakuro.model.errors import ZakuroError


@contextmanager
def started(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program of Dask, ended at the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_nothing_is_lost_or_doubled_when_a_worker_is_killed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    found = written(tmp_path / "in", 40)
    groups = [found[start : start + 2] for start in range(0, 40, 2)]
    place = tmp_path / "scheduler.json"
    worker = ("worker", "--scheduler-file", str(place), "--nthreads", "1", "--no-nanny",
              "--no-dashboard", "--local-directory", str(tmp_path))  # fmt: skip
    scheduler = ("scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(place))
    with started(*scheduler):
        until = time.monotonic() + 60
        while not place.exists() and time.monotonic() < until:
            time.sleep(0.1)
        address = json.loads(place.read_text(encoding="utf-8"))["address"]
        with started(*worker), started(*worker) as doomed, Cluster(address) as cluster:
            read = []
            for group in outcomes(groups, Options("en"), cluster):
                read += group
                if len(read) == 6:
                    doomed.kill()
    assert [outcome.name for outcome in read] == [source.name for source in found]
    assert all(len(outcome.lines) == 1 for outcome in read)


def test_where_no_scheduler_answers_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ZakuroError, match="no scheduler with workers answers there"):
        Cluster("nonsense://127.0.0.1:1")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ZakuroError, match=r'pip install "zakuro\[dask\]"'):
        Cluster("tcp://127.0.0.1:1")
