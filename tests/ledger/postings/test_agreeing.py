"""Changes of a pledge: both agree, or the giver alone takes it back; every account by name."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.ledger.builder import Paper, pledge
from zakuro.ledger.assessment.standing import intervals, standing
from zakuro.ledger.balance import lines
from zakuro.model.acts import Term, Tolerances
from zakuro.model.changes import Agreement, Change, Withdrawal
from zakuro.model.errors import RefusedError

RULES = Tolerances()
PROPOSED, AGREED = date(2026, 1, 10), date(2026, 2, 1)
END = date(2027, 6, 17)
DAY = timedelta(days=1)


def two(done: int = 0) -> Paper:
    paper = Paper(pledge(receivers=("KAZ",)), door=True)
    if done:
        paper.report("KAZ", done)
    return paper


def agreed(paper: Paper, change: Change, **fields: object) -> int:
    act = Agreement(change=change, **fields)  # type: ignore[arg-type]
    number = paper.enter(act, "CHN", on=PROPOSED)
    paper.enter(Agreement(accepts=number), "KAZ", on=AGREED)
    return number


def where(paper: Paper, on: date) -> str:
    return standing(paper.account, on, RULES).standing


def test_a_proposal_alone_changes_nothing() -> None:
    paper = two()
    paper.enter(Agreement(change="reduce", value=Decimal(1), unit="CNY"), "CHN", on=PROPOSED)
    assert paper.balances() == {"obligation:CHN": -1000, "receivable:KAZ": 1000}
    with pytest.raises(RefusedError, match="CHN has agreed to that already"):
        paper.enter(Agreement(accepts=2), "CHN", on=AGREED)


def test_both_reduce_and_both_versions_show() -> None:
    paper = two(600)
    agreed(paper, "reduce", value=Decimal(600), unit="CNY")
    assert paper.balances() == {"in-transit:CHN→KAZ": -600, "receivable:KAZ": 600}
    (before,), (now,) = lines(paper.account, AGREED - DAY), lines(paper.account, AGREED)
    assert [int(f) for f in before[2:]] == [1000, 0, 400, 600, 0, 0, 1000, 0]
    assert [int(f) for f in now[2:]] == [1000, 400, 0, 600, 0, 0, 600, 0]
    assert where(paper, AGREED - DAY) == "on course"
    assert where(paper, AGREED) == "kept"
    assert intervals(paper.account, RULES)[-1].changes == (
        "reduced to 600 CNY by agreement of 2026-02-01 (E-3)",
    )


def test_no_less_than_was_reported_and_no_more_than_is_owed() -> None:
    paper = two(600)
    for value, why in ((599, "600 CNY are reported already"), (1000, "stands at 1,000"), (0, "ab")):
        with pytest.raises(RefusedError, match=why):
            agreed(paper, "reduce", value=Decimal(value), unit="CNY")
    with pytest.raises(RefusedError, match="not counted in USD"):
        agreed(paper, "reduce", value=Decimal(1), unit="USD")
    with pytest.raises(RefusedError, match="to how much"):
        agreed(paper, "reduce")


def test_what_is_reported_between_proposal_and_agreement_counts() -> None:
    paper = two()
    act = Agreement(change="reduce", value=Decimal(500), unit="CNY")
    number = paper.enter(act, "CHN", on=PROPOSED)
    paper.report("KAZ", 600)
    with pytest.raises(RefusedError, match="600 CNY are reported already"):
        paper.enter(Agreement(accepts=number), "KAZ", on=AGREED)


def test_both_prolong() -> None:
    paper = two(10)
    agreed(paper, "prolong", until=date(2028, 12, 31))
    assert paper.account.term(AGREED - DAY) == Term(
        start_date=date(2025, 6, 17), end_date=END, edtf="2025-06-17/2027-06-17"
    )
    assert where(paper, END) == where(paper, date(2028, 12, 31)) == "behind"
    assert where(paper, date(2029, 1, 1)) == "late"
    with pytest.raises(RefusedError, match="prolong it to a later day"):
        agreed(paper, "prolong", until=date(2028, 12, 30))


def test_both_suspend_and_resume() -> None:
    paper = two(10)
    agreed(paper, "suspend", until=date(2026, 6, 30))
    assert where(paper, AGREED - DAY) == "behind"
    assert where(paper, AGREED) == where(paper, date(2026, 6, 30)) == "suspended"
    assert where(paper, date(2026, 7, 1)) == "behind"
    for_good = two(10)
    agreed(for_good, "suspend")
    assert where(for_good, date(2030, 1, 1)) == "suspended"
    agreed(for_good, "resume")
    assert where(for_good, AGREED) == "behind"


def test_both_end_it_and_what_is_open_is_owed_no_more() -> None:
    paper = Paper(pledge(receivers=("KAZ", "UZB")))
    paper.allot("KAZ", 300)
    paper.report("KAZ", 100)
    assert paper.balances() == {
        "obligation:CHN": -900,
        "in-transit:CHN→KAZ": -100,
        "receivable:KAZ": 300,
        "receivable:KAZ+UZB": 700,
    }
    number = paper.enter(Agreement(change="end"), "CHN", on=PROPOSED)
    paper.enter(Agreement(accepts=number), "KAZ", on=PROPOSED)
    assert where(paper, AGREED) == "behind"
    paper.enter(Agreement(accepts=number), "UZB", on=AGREED)
    assert paper.balances() == {"in-transit:CHN→KAZ": -100, "receivable:KAZ": 100}
    assert where(paper, AGREED - DAY) == "behind"
    assert where(paper, END + 1000 * DAY) == "ended by agreement"
    with pytest.raises(RefusedError, match="has ended by agreement"):
        paper.enter(Agreement(change="resume"), "CHN", on=AGREED)


def test_both_replace_it() -> None:
    paper = two()
    with pytest.raises(RefusedError, match="by which other pledge"):
        agreed(paper, "replace", by="P-1")
    agreed(paper, "replace", by="P-7")
    assert paper.balances() == {}
    assert intervals(paper.account, RULES)[-1].changes == (
        "replaced by P-7 by agreement of 2026-02-01 (E-2)",
    )


def test_only_giver_and_receiver_agree_and_only_to_what_is_proposed() -> None:
    paper = two()
    with pytest.raises(RefusedError, match=r"Only giver and receiver of P-1 \(CHN, KAZ\)"):
        paper.enter(Agreement(change="end"), "UZB", on=PROPOSED)
    with pytest.raises(RefusedError, match="proposes nothing"):
        paper.enter(Agreement(accepts=1), "KAZ", on=PROPOSED)
    with pytest.raises(RefusedError, match="one of both"):
        paper.enter(Agreement(), "KAZ", on=PROPOSED)
    number = agreed(paper, "suspend")
    with pytest.raises(RefusedError, match="in force since 2026-02-01 already"):
        paper.enter(Agreement(accepts=number), "KAZ", on=AGREED)
    nobody = Paper(pledge(receivers=()))
    with pytest.raises(RefusedError, match="names nobody to whom it is owed"):
        nobody.enter(Agreement(change="end"), "CHN", on=PROPOSED)


def test_a_side_takes_its_word_back_until_all_have_agreed() -> None:
    paper = Paper(pledge(receivers=("KAZ", "UZB")))
    number = paper.enter(Agreement(change="end"), "CHN", on=PROPOSED)
    accepted = paper.enter(Agreement(accepts=number), "KAZ", on=PROPOSED)
    paper.reverse(accepted, "KAZ")
    accepted = paper.enter(Agreement(accepts=number), "KAZ", on=AGREED)
    last = paper.enter(Agreement(accepts=number), "UZB", on=AGREED)
    for entry, party in ((number, "CHN"), (accepted, "KAZ"), (last, "UZB")):
        with pytest.raises(RefusedError, match="agreed by all sides since 2026-02-01"):
            paper.reverse(entry, party)
    other = two()
    number = other.enter(Agreement(change="end"), "CHN", on=PROPOSED)
    other.reverse(number, "CHN")
    with pytest.raises(RefusedError, match="proposes nothing"):
        other.enter(Agreement(accepts=number), "KAZ", on=AGREED)


def test_the_giver_alone_withdraws_and_nothing_is_released() -> None:
    paper = two(10)
    with pytest.raises(RefusedError, match=r"Only a giver of P-1 \(CHN\) can withdraw it; KAZ"):
        paper.enter(Withdrawal(reason="x"), "KAZ", on=AGREED)
    with pytest.raises(RefusedError, match="needs its reason"):
        paper.enter(Withdrawal(reason=" "), "CHN", on=AGREED)
    number = paper.enter(Withdrawal(reason="no budget"), "CHN", on=AGREED)
    assert paper.balances()["obligation:CHN"] == -990
    assert where(paper, AGREED - DAY) == "behind"
    assert where(paper, AGREED) == where(paper, date(2031, 1, 1)) == "withdrawn"
    assert standing(paper.account, AGREED, RULES).why.endswith(f"since {AGREED}")
    with pytest.raises(RefusedError, match="has withdrawn P-1 already"):
        paper.enter(Withdrawal(reason="x"), "CHN", on=AGREED)
    paper.reverse(number, "CHN")
    assert where(paper, AGREED) == "behind"


def test_the_giver_alone_lets_it_rest_and_its_time_runs_on() -> None:
    paper = two(300)
    number = paper.enter(Withdrawal(reason="no budget", for_now=True), "CHN", on=AGREED)
    assert where(paper, AGREED - DAY) == "on course"
    assert where(paper, AGREED) == where(paper, END - DAY) == "suspended by giver"
    assert standing(paper.account, AGREED, RULES).why.endswith(f"since {AGREED}")
    assert where(paper, END) == "late"
    resumed = paper.enter(Agreement(change="resume"), "CHN", on=AGREED + 9 * DAY)
    assert where(paper, AGREED + 8 * DAY) == "suspended by giver"
    assert where(paper, AGREED + 9 * DAY) == "on course"
    paper.reverse(resumed, "CHN")
    paper.enter(Withdrawal(reason="no budget at all"), "CHN", on=AGREED + 20 * DAY)
    assert where(paper, AGREED + 19 * DAY) == "suspended by giver"
    assert where(paper, AGREED + 20 * DAY) == "withdrawn"
    paper.reverse(number, "CHN")
    assert where(paper, AGREED + 19 * DAY) == "behind"


def test_a_rest_up_to_a_day_is_over_after_it() -> None:
    paper = two(300)
    until = AGREED + 10 * DAY
    paper.enter(Withdrawal(reason="floods", for_now=True, until=until), "CHN", on=AGREED)
    assert [where(paper, until), where(paper, until + DAY)] == ["suspended by giver", "on course"]
    for act in (
        Withdrawal(reason="x", until=until),
        Withdrawal(reason="x", for_now=True, until=PROPOSED),
    ):
        with pytest.raises(RefusedError, match="--until is the last day"):
            paper.enter(act, "CHN", on=AGREED)


def test_what_was_kept_before_stays_kept() -> None:
    paper = two(1000)
    paper.enter(Withdrawal(reason="x"), "CHN", on=AGREED)
    assert where(paper, END) == "kept"


def test_each_giver_withdraws_for_itself() -> None:
    paper = Paper(pledge(givers=("CHN", "KAZ"), receivers=(), reciprocal=True))
    paper.enter(Withdrawal(reason="x"), "CHN", on=AGREED)
    assert standing(paper.account, AGREED, RULES, "CHN").standing == "withdrawn"
    assert standing(paper.account, AGREED, RULES, "KAZ").standing == "not due"
