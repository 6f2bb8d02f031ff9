from bench.bench_portal import PAGES, measure


def test_every_page_is_measured() -> None:
    found = measure("sqlite", 40, rounds=3)
    assert len(found) == len(PAGES) + 1
    assert all(0 <= median <= last for median, last in found.values())
