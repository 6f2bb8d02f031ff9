import pytest

from bench.bench_ledger import measure


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_the_books_are_measured(engine: str) -> None:
    figures = measure(engine, 40, 2)
    assert len(figures) == 23
    assert all(value > 0 for value in figures.values())
