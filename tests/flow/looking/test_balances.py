from datetime import date
from decimal import Decimal

from tests.flow.builder import amount, file, said
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.review import accept
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.keeping import link
from zakuro.flow.looking.balances import balance
from zakuro.flow.looking.lists import pledges
from zakuro.flow.sums.cells import read_rows
from zakuro.flow.sums.running import Sums

DAY = date(2026, 7, 1)
CHN = Word(party="CHN", filed_by="anna")


def test_totals_count_parts_once(opened: Books) -> None:
    file(opened, [said("pledge", "a part", "provide", "grant", amount(500, "CNY"))])
    with opened.writing() as writer:
        accept(writer, "D-2:s1", "anna")
    both = {total.unit: total for total in balance(opened, DAY).totals}["CNY"]
    assert (both.pledges, both.pledged) == (2, Decimal(1_500_000_500))
    link(opened, "P-6", "P-3", filed_by="anna")
    once = {total.unit: total for total in balance(opened, DAY).totals}["CNY"]
    assert (once.pledges, once.pledged) == (1, Decimal(1_500_000_000))
    assert (once.trial, balance(opened, DAY).uneven) == (Decimal(0), ())


def test_totals_are_of_one_day_and_what_was_taken_back_is_in_none(opened: Books) -> None:
    acts.report(opened, "P-3", CHN, receiver="KAZ", value=Decimal(200), on=date(2025, 9, 30))
    by_day = {
        on: {total.unit: total for total in balance(opened, on).totals}
        for on in (date(2025, 6, 16), date(2025, 9, 29), date(2025, 9, 30))
    }
    assert by_day[date(2025, 6, 16)] == {}
    assert by_day[date(2025, 9, 29)]["CNY"].in_transit == 0
    assert by_day[date(2025, 9, 30)]["CNY"].in_transit == 200
    opening = opened.account("P-2").opening.number
    acts.reverse(opened, f"E-{opening}", reason="read wrongly", filed_by="anna")
    assert "{platform}" not in {total.unit for total in balance(opened, DAY).totals}


def test_what_came_on_one_pledge_without_a_report_hides_nothing_missing_on_another(
    opened: Books,
) -> None:
    file(opened, [said("pledge", "another grant", "provide", "grant", amount(500, "CNY"))])
    with opened.writing() as writer:
        accept(writer, "D-2:s1", "anna")
    on, day = date(2025, 9, 30), date(2025, 10, 1)
    acts.report(opened, "P-3", CHN, receiver="KAZ", value=Decimal(200), on=on)
    acts.receive(opened, "P-6", Word(party="UZB", filed_by="anna"), value=Decimal(200), on=on)
    (total,) = [total for total in balance(opened, day).totals if total.unit == "CNY"]
    assert (total.in_transit, total.unreported) == (Decimal(200), Decimal(200))
    (listed,) = pledges(opened, day, names=["P-6"])
    assert [listed.amounts[0].in_transit, listed.amounts[0].unreported] == [0, 200]


def test_what_is_not_even_is_named(opened: Books) -> None:
    (row,) = opened.journal.rows(tables.LINES, [("number", "=", 3)])
    with opened.journal.transaction() as transaction:
        sums = Sums(opened.charter.score)
        sums.take(read_rows(opened.journal, [3]), -1)
        transaction.upsert(tables.LINES, [{**row, "trial": "5"}])
        sums.take(read_rows(opened.journal, [3]))
        sums.write(opened.journal, transaction)
    found = balance(opened, DAY)
    assert found.uneven == (("P-3", "CNY", Decimal(5)),)
    assert {total.unit: total.trial for total in found.totals}["CNY"] == 5
