from bench.bench_portal import PAGES, SEARCHES, measure
from zakuro.portal import kept


def test_every_page_and_search_is_measured_and_pages_are_kept_again() -> None:
    found = measure("sqlite", 40, rounds=3)
    addresses = {f"/en/{page}" for page in (*PAGES, *SEARCHES)}
    assert found.keys() == {"(one look-up)", *addresses}
    assert all(0 <= median <= last for median, last in found.values())
    assert kept.MOST > 0
