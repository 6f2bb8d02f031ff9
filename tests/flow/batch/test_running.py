import os
from pathlib import Path

import msgspec
import pytest

from zakuro.flow.batch import running
from zakuro.flow.batch.running import Cores, Options, Outcome, line_of, outcomes, read_group
from zakuro.flow.batch.sources import Source, sources
from zakuro.flow.reading import read

PROMISE = "China will build {} schools in Kenya."


def written(folder: Path, count: int) -> list[Source]:
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(PROMISE.format(number + 2), encoding="utf-8")
    return sources([str(folder)])


def test_a_line_names_its_source() -> None:
    statement = read(PROMISE.format(2)).statements[0]
    line = msgspec.json.decode(line_of(statement, "a.txt"))
    assert (line["source"], line["kind"], line["givers"]) == ("a.txt", "pledge", ["CHN"])


def test_what_is_wrong_with_one_stops_no_other(tmp_path: Path) -> None:
    found = written(tmp_path, 2)
    bad = Source("bad.txt", str(tmp_path / "bad.txt"))
    one, none, other = read_group([found[0], bad, found[1]], Options(language="en"))
    assert len(one.lines) == len(other.lines) == 1
    assert none.error is not None
    assert "bad.txt: No such file" in none.error


def test_only_what_is_sure_is_kept(tmp_path: Path) -> None:
    (one,) = read_group(written(tmp_path, 1), Options(language="en", sure="1"))
    assert one.lines == ()


@pytest.mark.parametrize("count", [1, 2])
def test_the_order_is_kept_over_the_cores(tmp_path: Path, count: int) -> None:
    found = written(tmp_path, 9)
    groups = [found[start : start + 2] for start in range(0, 9, 2)]
    with Cores(count) as workers:
        read_over = [o for group in outcomes(groups, Options("en"), workers) for o in group]
    assert [outcome.name for outcome in read_over] == [source.name for source in found]
    assert all(len(outcome.lines) == 1 for outcome in read_over)


def test_a_document_that_ends_its_process_is_told_and_the_others_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = written(tmp_path, 3)
    monkeypatch.setattr(running, "read_group", fatal)
    with Cores(2) as workers:
        (group,) = outcomes([found], Options("en"), workers)
    assert [outcome.error is None for outcome in group] == [True, False, True]
    assert "001.txt: reading it ended the process" in str(group[1].error)


def fatal(group: list[Source], options: Options) -> list[Outcome]:
    """Reads, but for the second document, over which the process ends at once."""
    if any(source.path.endswith("001.txt") for source in group):
        os._exit(3)
    return read_group(group, options)
