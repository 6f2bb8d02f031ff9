from datetime import date
from decimal import Decimal

import pytest

from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.sums.cells import read_rows
from zakuro.flow.sums.running import Sums, totals
from zakuro.model.errors import ZakuroError

CHN = Word(party="CHN", filed_by="anna")


def pledged(books: Books, on: date) -> int:
    found = totals(books.journal, "balance", "unit", on)
    return int(found["CNY"]["pledged"]) if "CNY" in found else 0


def test_a_sum_holds_from_its_day_on(opened: Books) -> None:
    assert pledged(opened, date(2025, 6, 16)) == 0
    whole = pledged(opened, date(2025, 6, 17))
    assert whole > 0
    for later in (date(2025, 6, 30), date(2025, 7, 1), date(2025, 12, 31), date(2026, 1, 1)):
        assert pledged(opened, later) == whole


@pytest.mark.parametrize("on", [date(2025, 9, 1), date(2025, 9, 30), date(2026, 1, 1)])
def test_deliveries_count_from_their_day_in_every_span(opened: Books, on: date) -> None:
    acts.report(opened, "P-3", CHN, receiver="KAZ", value=Decimal("0.5"), on=on)
    before = totals(opened.journal, "balance", "unit", date.fromordinal(on.toordinal() - 1))
    after = totals(opened.journal, "balance", "unit", on)
    assert "in_transit" not in before["CNY"]
    assert after["CNY"]["in_transit"] == Decimal("0.5")


def test_what_is_taken_off_leaves_no_row(opened: Books) -> None:
    sums = Sums(opened.charter.score)
    sums.take(read_rows(opened.journal, range(1, 9)), -1)
    with opened.journal.transaction() as transaction:
        sums.write(opened.journal, transaction)
    assert list(opened.journal.rows(tables.SUMS)) == []
    assert totals(opened.journal, "score", "all", date(2030, 1, 1)) == {}


def test_the_rows_of_a_sum_do_not_grow_with_the_pledges(opened: Books) -> None:
    sums = Sums({})
    sums.take(read_rows(opened.journal, [3]))
    once = len(sums.rows())
    sums.take(read_rows(opened.journal, [3]) * 9)
    assert len(sums.rows()) == once


@pytest.mark.parametrize("written", ["x", '{"pledged": "1/0"}', '{"pledged": "much"}', "[]"])
def test_figures_that_are_none_are_told(opened: Books, written: str) -> None:
    with opened.journal.transaction() as transaction:
        row = next(opened.journal.rows(tables.SUMS))
        transaction.upsert(tables.SUMS, [{**row, "figures": written}])
    with pytest.raises(ZakuroError, match="zakuro rebuild"):
        totals(opened.journal, "balance", "unit", date.fromisoformat(str(row["period"])))
