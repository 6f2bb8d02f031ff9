import pytest

from bench.bench_ledger import FILTERS, SUMS, measure


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_the_books_are_measured(engine: str) -> None:
    figures = measure(engine, 40, 2)
    assert figures["inbox of a party, rows"] > 0
    assert figures["inbox of a party, look-ups of its rows"] > 0
    counted = {name for name in figures if name.endswith("look-ups")}
    assert len(counted) == len(FILTERS) + len(SUMS)
    assert all(value > 0 for value in figures.values())
