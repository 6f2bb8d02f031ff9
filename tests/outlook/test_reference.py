from zakuro.outlook.reference import SOURCE, reference
from zakuro.outlook.survival import chance


def test_the_table_holds_the_records_counted() -> None:
    whole, health = reference().curves(frozenset({"12220"}))
    assert whole.followed(0) == 3066
    assert 100 < health.followed(0) < 1000
    assert "AidData" in SOURCE


def test_it_says_how_many_ended_within_some_years() -> None:
    found = chance(reference().curves(frozenset({"120"})), -1, 5)
    assert found is not None
    assert 600 < found.range.low < found.range.mean < found.range.high < 850


def test_a_sector_that_it_lacks_leans_on_all() -> None:
    chain = reference().curves(frozenset({"999"}))
    found, whole = chance(chain, -1, 5), chance(chain[:1], -1, 5)
    assert found is not None
    assert whole is not None
    assert abs(found.range.mean - whole.range.mean) < 30
