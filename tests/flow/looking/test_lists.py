from datetime import date
from decimal import Decimal

import pytest

from tests.flow.builder import amount, file, said
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.review import accept
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.keeping import link
from zakuro.flow.looking.lists import balance, pledges, show
from zakuro.model.acts import Term
from zakuro.model.errors import RefusedError

CHN = Word(party="CHN", filed_by="anna")
DAY = date(2026, 7, 1)


def names(books: Books, **asked: object) -> list[str]:
    return [listed.name for listed in pledges(books, DAY, **asked)]  # type: ignore[arg-type]


def test_pledges_come_in_order_with_their_figures(opened: Books) -> None:
    acts.report(opened, "P-3", CHN, receiver="KAZ", value=Decimal(200), on=date(2025, 9, 30))
    found = list(pledges(opened, DAY))
    assert [listed.name for listed in found] == ["P-1", "P-2", "P-3", "P-4", "P-5"]
    grant = found[2]
    assert (grant.givers, grant.receivers, grant.object) == ("CHN", "C5", "grant")
    assert (grant.standing, grant.word, grant.bases) == ("late", "reported only", "mandated")
    assert grant.due == date(2026, 1, 1)
    (figures,) = grant.amounts
    assert (figures.pledged, figures.reported, figures.confirmed) == (
        Decimal(1_500_000_000),
        Decimal(200),
        Decimal(0),
    )


def test_they_are_filtered_by_giver_receiver_standing_and_topic(opened: Books) -> None:
    assert names(opened, giver="CHN", standing_is="late") == ["P-3"]
    assert names(opened, giver="KAZ") == []
    assert names(opened, receiver="UZB") == ["P-1", "P-2", "P-3", "P-4", "P-5"]
    assert names(opened, receiver="AFG") == []
    assert names(opened, topic="training") == ["P-4"]
    assert names(opened, standing_is="behind") == ["P-4"]


def test_they_come_in_pages(opened: Books) -> None:
    assert names(opened, limit=2) == ["P-1", "P-2"]
    assert names(opened, limit=2, after=2) == ["P-3", "P-4"]
    assert names(opened, limit=1, receiver="KAZ", after=1) == ["P-2"]


def test_pages_hold_what_one_list_holds(books: Books) -> None:
    many = [said("pledge", f"pledge {n}", "support", None) for n in range(130)]
    file(books, many)
    with books.writing() as writer:
        for number in range(1, 131):
            accept(writer, f"D-1:s{number}", "anna")
    whole = names(books, limit=None)
    assert whole == [f"P-{n}" for n in range(1, 131)]
    assert names(books, limit=None, receiver="KAZ") == whole
    assert names(books, limit=120, receiver="KAZ") == whole[:120]


def test_each_givers_standing_is_its_own(books: Books) -> None:
    both = said("pledge", "hold a forum", "hold", "forum", givers=("CHN", "KAZ"), receivers=())
    file(books, [both])
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    acts.set_term(books, "P-1", CHN, term=Term(end_date=date(2026, 1, 1)))
    acts.report(books, "P-1", CHN, value=Decimal(1), on=date(2025, 12, 1))
    assert names(books, giver="CHN", standing_is="kept") == ["P-1"]
    assert names(books, giver="KAZ", standing_is="late") == ["P-1"]
    assert names(books, standing_is="late") == ["P-1"]


def test_show_gives_every_entry_and_account_and_why(opened: Books) -> None:
    acts.report(opened, "P-3", CHN, receiver="KAZ", value=Decimal(200), on=date(2025, 9, 30))
    shown = show(opened, "P-3", date(2025, 10, 1))
    assert [entry.kind for entry in shown.entries] == ["pledge", "report"]
    assert {account for _, account, _ in shown.accounts} == {
        "receivable:C5",
        "receivable:KAZ",
        "obligation:CHN",
        "in-transit:CHN→KAZ",
    }
    assert shown.state.standing == "behind"
    assert shown.state.why.startswith("200 of 1,500,000,000 CNY; ")
    assert shown.courses[0].state == shown.state
    with pytest.raises(RefusedError, match="no pledge P-9"):
        show(opened, "P-9", DAY)


def test_totals_count_parts_once(opened: Books) -> None:
    file(opened, [said("pledge", "a part", "provide", "grant", amount(500, "CNY"))])
    with opened.writing() as writer:
        accept(writer, "D-2:s1", "anna")
    both = {total.unit: total for total in balance(opened).totals}["CNY"]
    assert (both.pledges, both.pledged) == (2, Decimal(1_500_000_500))
    link(opened, "P-6", "P-3", filed_by="anna")
    once = {total.unit: total for total in balance(opened).totals}["CNY"]
    assert (once.pledges, once.pledged) == (1, Decimal(1_500_000_000))
    assert (once.trial, balance(opened).uneven) == (Decimal(0), ())
