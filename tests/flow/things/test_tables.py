from datetime import date
from typing import Any

import pytest

from tests.flow.things.builder import charter, chinese, railway
from zakuro.flow.keeping import tables as all_tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.checking import check_tables
from zakuro.flow.things import entering, tables
from zakuro.flow.things.followed.proposals import take_up


def rows(books: Books) -> dict[str, list[dict[str, Any]]]:
    return {table.name: list(books.journal.rows(table)) for table in all_tables.TABLES}


@pytest.fixture
def kept(told: Books) -> Books:
    """Books with a row in each of the tables of things."""
    railway(told)
    charter(told)
    names = {"zh": "铁路", "ky": "темир жол"}
    entering.rename(told, "T-1", names, filed_by="anna")
    entering.open_thing(told, "centre", {"zh": "中心", "en": "centre"}, filed_by="anna")
    entering.tie(told, "T-1", "P-2", filed_by="anna")
    for day in (date(2024, 12, 27), date(2025, 4, 29)):
        entering.set_state(told, "T-1", "begun", filed_by="anna", since=day, word=chinese())
    entering.set_parent(told, "T-1", "T-2", filed_by="anna")
    take_up(told, "D-2:s1", "pledged", filed_by="anna", by="P-1")
    entering.untie(told, "T-1", "P-2", reason="another", filed_by="anna")
    return told


def test_rebuilt_tables_are_the_tables_kept(kept: Books) -> None:
    before = rows(kept)
    assert all(before[table.name] for table in (*tables.OF_THINGS, tables.UPTAKES))
    assert [row["until"] for row in before["thing_states"]] == ["2025-04-29", "9999-12-31"]
    kept.rebuild()
    assert rows(kept) == before


def test_the_check_compares_them_too(kept: Books) -> None:
    assert check_tables(kept.journal, kept.charter) == ((), ())
    with kept.journal.transaction() as transaction:
        row = next(kept.journal.rows(tables.THINGS))
        transaction.upsert(tables.THINGS, [{**row, "sort": "corridor"}])
        transaction.delete(tables.UPTAKES)
    assert check_tables(kept.journal, kept.charter).faults == (
        "The table things says of T-1: sort 'corridor'; by the entries it is 'project'.",
        f"The table uptakes lacks D-2, place 1, entry {kept.journal.last_on('D-2:s1').number}.",  # type: ignore[union-attr]
    )


def test_a_thing_is_numbered() -> None:
    assert tables.numbered("T-12") == 12
