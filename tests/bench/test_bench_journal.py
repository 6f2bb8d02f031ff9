import pytest

from bench.bench_journal import BATCH, SINGLES, measure


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_the_journal_is_measured(engine: str) -> None:
    entries = BATCH + 100
    figures = measure(engine, entries)
    assert len(figures) == 16
    assert all(value > 0 for value in figures.values())
    # Entries of 300 bytes and more cannot take less on the disk.
    assert figures["bytes on disk per entry"] > 300
    assert SINGLES > 100
