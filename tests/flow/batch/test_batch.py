import json
from pathlib import Path

import pytest

from tests.flow.batch.test_running import written
from zakuro.flow.batch import batch as module
from zakuro.flow.batch.batch import run_batch
from zakuro.flow.batch.running import Cores, Options, Outcome
from zakuro.flow.batch.sources import Source
from zakuro.model.errors import ZakuroError


class StoppedError(Exception):
    """The user stops."""


class Told(list[Outcome]):
    """Hears of each document, and stops after ``most``."""

    def __init__(self, most: int = 99) -> None:
        super().__init__()
        self.most = most

    def __call__(self, outcome: Outcome) -> None:
        self.append(outcome)
        if len(self) == self.most:
            raise StoppedError


def names(output: Path) -> list[str]:
    lines = output.read_text(encoding="utf-8").splitlines()
    return [Path(json.loads(line)["source"]).name for line in lines]


def test_what_was_read_before_a_stop_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_GROUP", 2)
    (tmp_path / "in").mkdir()
    found = [*written(tmp_path / "in", 7), Source("bad.txt", str(tmp_path / "bad.txt"))]
    output = tmp_path / "a.jsonl"
    with Cores(1) as workers, pytest.raises(StoppedError):
        run_batch(found, output, Options("en"), workers, Told(5))
    assert not output.exists()
    kept = {file.name: file.stat().st_mtime_ns for file in (tmp_path / "a.jsonl.parts").iterdir()}
    assert "0000001.json" in kept
    told = Told()
    with Cores(1) as workers:
        original = workers.submit
        begun: list[str] = []

        def submit(group, options):  # type: ignore[no-untyped-def]
            begun.extend(source.name for source in group)
            return original(group, options)

        monkeypatch.setattr(workers, "submit", submit)
        assert run_batch(found, output, Options("en"), workers, told) == 1
    assert len(begun) == 2
    assert [outcome.name for outcome in told] == [source.name for source in found]
    assert names(output) == [f"{number:03}.txt" for number in range(7)]
    assert not (tmp_path / "a.jsonl.parts").exists()


def test_parts_of_another_batch_are_not_mixed_in(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    found = written(tmp_path / "in", 2)
    output = tmp_path / "a.jsonl"
    with Cores(1) as workers:
        with pytest.raises(StoppedError):
            run_batch(found, output, Options("en"), workers, Told(1))
        with pytest.raises(ZakuroError, match="parts of another batch"):
            run_batch(found, output, Options("en", sure="0.9"), workers, Told())
        with pytest.raises(ZakuroError, match="written over a document"):
            run_batch(found, Path(found[0].path), Options("en"), workers, Told())
