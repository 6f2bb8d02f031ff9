from datetime import date
from decimal import Decimal

from zakuro.flow.acting import acts
from zakuro.flow.browsing.progress import answers, progress
from zakuro.flow.keeping.books import Books

CHINA, KAZAKHSTAN = (acts.Word(party=party, filed_by="anna") for party in ("CHN", "KAZ"))
ON = date(2026, 6, 30)
ALL = Decimal(1_500_000_000)


def _told(books: Books) -> str:
    entry = acts.report(
        books, "P-3", CHINA, receiver="KAZ", value=Decimal(400), on=date(2025, 9, 1), unit="CNY"
    )
    return f"E-{entry.number}"


def test_a_pledge_over_time(opened: Books) -> None:
    rules = opened.charter.tolerances
    assert progress(opened.account("P-3"), "CNY", ON, rules) is None
    report = _told(opened)
    acts.confirm(opened, report, KAZAKHSTAN, value=Decimal(300), on=date(2025, 10, 1))
    found = progress(opened.account("P-3"), "CNY", ON, rules)
    assert found is not None
    assert found.pledged == ALL
    assert [tuple(step) for step in found.steps] == [
        (date(2025, 9, 1), 400, 0),
        (date(2025, 10, 1), 400, 300),
    ]
    assert found.end == date(2026, 1, 1)
    assert found.expected[0][1] == 0
    assert found.expected[-1][1] == ALL
    before = progress(opened.account("P-3"), "CNY", date(2025, 9, 15), rules)
    assert before is not None
    assert len(before.steps) == 1


def test_the_line_runs_to_its_end_only_once_that_is_near(opened: Books) -> None:
    _told(opened)
    account, rules = opened.account("P-3"), opened.charter.tolerances
    ends = {}
    for on in (date(2025, 9, 2), date(2025, 12, 15), ON):
        found = progress(account, "CNY", on, rules)
        assert found is not None
        ends[on] = found.expected[-1][0]
    end = date(2026, 1, 1)
    assert ends == {date(2025, 9, 2): date(2025, 9, 2), date(2025, 12, 15): end, ON: ON}


def test_every_receiver_is_listed_with_its_answer(opened: Books) -> None:
    report = _told(opened)
    acts.confirm(opened, report, KAZAKHSTAN, value=Decimal(300), on=date(2025, 10, 1))
    acts.dispute(opened, report, KAZAKHSTAN, value=Decimal(100), reason="less came")
    found = {each.receiver: each for each in answers(opened.account("P-3"), ON)}
    assert list(found) == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
    assert [found["KAZ"].reported, found["KAZ"].confirmed, found["KAZ"].disputed] == [400, 300, 100]
    assert found["KAZ"].unanswered == 0
    assert found["KAZ"].reasons == ("less came",)
    assert found["UZB"].reported == 0


def test_what_came_without_a_report_is_told_of_who_received_it(opened: Books) -> None:
    acts.receive(opened, "P-3", KAZAKHSTAN, value=Decimal(250), on=date(2025, 9, 1))
    found = {each.receiver: each for each in answers(opened.account("P-3"), ON)}
    assert [found["KAZ"].reported, found["KAZ"].unreported, found["UZB"].unreported] == [0, 250, 0]
    acts.report(
        opened, "P-3", CHINA, receiver="KAZ", value=Decimal(100), on=date(2025, 9, 2), unit="CNY"
    )
    found = {each.receiver: each for each in answers(opened.account("P-3"), ON)}
    assert [found["KAZ"].reported, found["KAZ"].unreported] == [100, 150]


def test_what_went_to_a_group_stands_under_its_name(opened: Books) -> None:
    acts.report(opened, "P-3", CHINA, receiver="C5", value=Decimal(500), on=date(2025, 9, 1))
    found = {each.receiver: each for each in answers(opened.account("P-3"), ON)}
    assert found["C5"].reported == 500
    assert found["C5"].unanswered == 500


def test_of_several_counts_one_is_told_and_drawn(opened: Books) -> None:
    days = (date(2025, 9, 1), date(2025, 10, 1))
    for value, whose, on in zip((400, 300), ("customs", "statistics"), days, strict=True):
        acts.report(
            opened, "P-3", CHINA, receiver="KAZ", value=Decimal(value), on=on, unit="CNY",
            circumstances=acts.Circumstances(counted_by=whose),
        )  # fmt: skip
    account = opened.account("P-3")
    found = progress(account, "CNY", ON, opened.charter.tolerances)
    assert found is not None
    assert [tuple(step) for step in found.steps] == [(days[0], 400, 0), (days[1], 300, 0)]
    assert next(e.reported for e in answers(account, ON) if e.receiver == "KAZ") == 300
