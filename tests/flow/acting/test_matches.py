from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from tests.flow.builder import amount, file, said
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.matches import Choice, Offered, accept_match, matches, refuse_match
from zakuro.flow.keeping.books import Books
from zakuro.ledger.balance import lines
from zakuro.model.errors import RefusedError

LATER = date(2025, 11, 2)


def grant(exact: str, *quantities: Any, speaker: str, to: str = "KAZ") -> Any:
    return said("result", exact, "provide", "grant", *quantities, receivers=(to,), speaker=speaker)


def offer(books: Books, result: Any) -> Offered:
    file(books, [result], published=LATER, language="ru")
    (found,) = matches(books)
    return found


def figures(books: Books) -> tuple[int, int]:
    (line,) = lines(books.account("P-3"))
    return int(line.in_transit - line.unreported), int(line.pledged - line.receivable)


def test_a_result_is_offered_and_nothing_is_posted(opened: Books) -> None:
    offered = offer(opened, grant("передано", amount(400, "CNY"), speaker="МИД (CHN)"))
    assert (offered.name, offered.match.pledge, offered.match.role) == ("D-2:s1", "P-3", "report")
    assert list(opened.journal.entries(kind="report")) == []


def test_a_result_of_the_same_document_is_not_held_against_its_pledges(opened: Books) -> None:
    assert list(matches(opened)) == []


def test_accepted_it_is_the_givers_attributed_report(opened: Books) -> None:
    offered = offer(opened, grant("передано", amount(400, "CNY"), speaker="МИД (CHN)"))
    entry = accept_match(opened, offered, "anna")
    assert (entry.kind, entry.author.party, entry.author.basis) == ("report", "CHN", "attributed")
    assert entry.body["source"]["statement"] == "D-2:s1"
    assert entry.body["on"] == "2025-11-02"
    assert figures(opened) == (400, 0)
    assert list(matches(opened)) == []


def test_a_receivers_word_confirms_the_open_report(opened: Books) -> None:
    acts.report(
        opened, "P-3", Word(party="CHN", filed_by="anna"), receiver="KAZ", value=Decimal(400),
        on=date(2025, 9, 30),
    )  # fmt: skip
    offered = offer(opened, grant("получено", amount(300, "CNY"), speaker="МИД (KAZ)"))
    entry = accept_match(opened, offered, "anna")
    assert (entry.kind, entry.author.party) == ("confirmation", "KAZ")
    assert figures(opened) == (100, 300)


def test_a_receivers_word_without_a_report_is_kept_too(opened: Books) -> None:
    offered = offer(opened, grant("получено", amount(300, "CNY"), speaker="МИД (KAZ)"))
    accept_match(opened, offered, "anna")
    assert figures(opened) == (-300, 300)


def test_a_third_sides_word_is_evidence_only(opened: Books) -> None:
    offered = offer(opened, grant("渡した", amount(300, "CNY"), speaker="外務省 (JPN)"))
    assert (offered.would.kind, offered.would.counted) == ("evidence", False)
    entry = accept_match(opened, offered, "anna")
    assert (entry.kind, entry.author.party) == ("evidence", None)
    assert figures(opened) == (0, 0)


def test_another_currency_waits_for_a_rate(opened: Books) -> None:
    offered = offer(opened, grant("передано", amount(60, "USD"), speaker="МИД (CHN)"))
    assert offered.would.asks == ("a rate from USD (--rate, --rate-source)",)
    with pytest.raises(RefusedError, match="--rate"):
        accept_match(opened, offered, "anna")
    choice = Choice(rate=Decimal("7.1"), rate_source="https://example.org/rates")
    entry = accept_match(opened, offered, "anna", choice)
    assert (entry.body["value"], entry.body["unit"]) == ("426", "CNY")
    assert entry.body["rate"]["value"] == "60"


def test_without_a_figure_the_reviewer_gives_it(opened: Books) -> None:
    offered = offer(opened, grant("передано всё", speaker="МИД (CHN)"))
    assert offered.would.asks == ("how much (--value)",)
    with pytest.raises(RefusedError, match="how much"):
        accept_match(opened, offered, "anna")
    accept_match(opened, offered, "anna", Choice(value=Decimal(70), receiver="UZB"))
    assert opened.account("P-3").balances["CNY", "in-transit:CHN→UZB"] == -70


def test_of_what_is_counted_one_is_entered_and_never_all(opened: Books) -> None:
    centre = said("result", "a centre has opened", "establish", "centre", speaker="МИД (CHN)",
                  topics=("education",))  # fmt: skip
    offered = offer(opened, centre)
    assert [ask.partition(" (")[0] for ask in offered.would.asks] == ["how far it has come"]
    with pytest.raises(RefusedError, match="--phase"):
        accept_match(opened, offered, "anna")
    would = offered.would
    assert (would.kind, would.value, would.unit, would.counted) == (
        "report", Decimal(1), "{centre}", True,
    )  # fmt: skip
    entry = accept_match(opened, offered, "anna", Choice(phase="opened"))
    assert (entry.body["value"], entry.body["receiver"]) == ("1", "C5")
    assert entry.body["phase"] == "opened"


def test_what_has_only_begun_is_no_delivery(opened: Books) -> None:
    begun = said("result", "work on a centre has begun", "establish", "centre",
                 speaker="МИД (CHN)", topics=("education",), phase="begun")  # fmt: skip
    offered = offer(opened, begun)
    assert (offered.would.kind, offered.would.asks) == ("evidence", ())
    entry = accept_match(opened, offered, "anna")
    assert (entry.kind, entry.body["text"]) == ("evidence", "begun")
    assert opened.account("P-1").deliveries == {}


def test_who_counts_a_figure_stands_with_it(opened: Books) -> None:
    counted = grant("передано", amount(400, "CNY"), speaker="МИД (CHN)")
    offered = offer(opened, msgspec.structs.replace(counted, counted_by="CHN", method="customs"))
    entry = accept_match(opened, offered, "anna")
    assert (entry.body["counted_by"], entry.body["method"]) == ("CHN", "customs")


def test_what_is_offered_is_the_very_entry_that_is_made(opened: Books) -> None:
    offered = offer(opened, grant("передано", amount(400, "CNY"), speaker="МИД (CHN)"))
    would = offered.would
    entry = accept_match(opened, offered, "anna")
    assert (would.kind, would.receiver, str(would.value), would.unit, str(would.on)) == (
        entry.kind, entry.body["receiver"], entry.body["value"], entry.body["unit"],
        entry.body["on"],
    )  # fmt: skip


def test_a_delivery_told_again_in_another_language_counts_once(opened: Books) -> None:
    russian = offer(opened, grant("передано", amount(400, "CNY"), speaker="МИД (CHN)"))
    first = accept_match(opened, russian, "anna")
    again = offer(opened, grant("已提供", amount(400, "CNY"), speaker="外交部 (CHN)"))
    assert (again.would.kind, again.would.of) == ("again", f"E-{first.number}")
    entry = accept_match(opened, again, "anna")
    assert (entry.kind, entry.body["entry"]) == ("evidence", first.number)
    assert figures(opened) == (400, 0)
    assert list(matches(opened)) == []


def test_or_twice_where_the_reviewer_says_it_is_another(opened: Books) -> None:
    for words in ("передано", "已提供"):
        found = offer(opened, grant(words, amount(400, "CNY"), speaker="МИД (CHN)"))
        accept_match(opened, found, "anna", Choice(again=True))
    assert figures(opened) == (800, 0)


def test_a_confirmation_told_again_counts_once(opened: Books) -> None:
    for words in ("получено", "收到"):
        found = offer(opened, grant(words, amount(300, "CNY"), speaker="МИД (KAZ)"))
        accept_match(opened, found, "anna")
    assert figures(opened) == (-300, 300)


def test_refused_it_is_not_offered_again(opened: Books) -> None:
    offered = offer(opened, grant("передано", amount(400, "CNY"), speaker="МИД (CHN)"))
    refuse_match(opened, offered.name, "another grant", "anna")
    assert list(matches(opened)) == []


def test_accepting_is_one_act_or_none(opened: Books) -> None:
    offered = offer(opened, grant("передано", amount(400, "CNY"), speaker="МИД (CHN)"))
    accept_match(opened, offered, "anna")
    size = opened.journal.size()
    with pytest.raises(RefusedError, match="reviewed already"):
        accept_match(opened, offered, "anna")
    assert opened.journal.size() == size
