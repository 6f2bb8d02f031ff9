from datetime import date
from decimal import Decimal

import msgspec
import pytest

from tests.ledger.builder import SAID, Paper, pledge
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.voices import found, independent, is_independent, parties, through_another
from zakuro.model.acts import Acknowledgement, Evidence, Reply
from zakuro.model.errors import RefusedError
from zakuro.model.source import Publisher, publisher

XINHUA = publisher("Xinhua", "state agency of CHN")
KAZINFORM = publisher("Kazinform", "state agency of KAZ")
AUDITOR = publisher("An auditor", "private")
BANK = publisher("A bank", "international organisation")


def account() -> PledgeAccount:
    return Paper().account


def evidence(who: Publisher | None, value: int | None = None) -> Evidence:
    return Evidence(
        entry=1,
        evidence=("https://example.org",),
        publisher=who,
        value=None if value is None else Decimal(value),
        unit=None if value is None else "CNY",
    )


def test_all_who_promise_and_are_promised() -> None:
    assert parties(account()) == ("CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB")


@pytest.mark.parametrize(
    ("party", "by", "said"),
    [
        ("KAZ", XINHUA, "KAZ as told by Xinhua, state agency of the giver CHN"),
        ("CHN", KAZINFORM, "CHN as told by Kazinform, state agency of the receiver KAZ"),
        ("KGZ", KAZINFORM, "KGZ as told by Kazinform, state agency of the receiver KAZ"),
        ("CHN", XINHUA, None),
        ("C5", KAZINFORM, None),
        ("KAZ", AUDITOR, None),
        ("KAZ", publisher("TASS", "state agency of RUS"), None),
        ("KAZ", publisher("Free", "opposition of CHN"), None),
        ("KAZ", publisher("A paper", "private in CHN"), None),
        ("KAZ", None, None),
        (None, XINHUA, None),
    ],
)
def test_a_word_that_comes_through_another_side(
    party: str | None, by: Publisher | None, said: str | None
) -> None:
    assert through_another(account(), party, by) == said


@pytest.mark.parametrize(
    ("by", "independent"),
    [
        (AUDITOR, True),
        (BANK, True),
        (publisher("TASS", "state agency of RUS"), True),
        (XINHUA, False),
        (KAZINFORM, False),
        (publisher("Free", "opposition of CHN"), False),
        (publisher("A paper", "private in CHN"), False),
        (publisher("Who"), False),
        (None, False),
    ],
)
def test_who_is_independent(by: Publisher | None, independent: bool) -> None:
    assert is_independent(account(), by) is independent


def test_independent_evidence_moves_nothing_and_is_not_added_up() -> None:
    paper = Paper()
    before = paper.balances()
    first = paper.enter(evidence(AUDITOR, 100), None)
    paper.enter(evidence(BANK, 90), None)
    paper.enter(evidence(AUDITOR, 120), None)
    paper.enter(evidence(XINHUA), None)
    paper.enter(evidence(None), None)
    assert found(paper.account, "CNY") == (Decimal(120), Decimal(90))
    assert found(paper.account, "USD") == ()
    assert len(independent(paper.account)) == 3
    paper.reverse(first, None)
    assert len(independent(paper.account)) == 2
    assert (paper.balances(), paper.account.moves()) == (before, [])


def test_a_reply_takes_nothing_away() -> None:
    paper = Paper()
    number = paper.report("KAZ", 100)
    before = paper.balances()
    paper.enter(Reply(entry=number, text="It was 90.", on=SAID), "AFG")
    assert paper.balances() == before
    assert [reply.text for reply in paper.account.replies.values()] == ["It was 90."]


def test_a_reply_answers_an_entry_with_words_of_a_party() -> None:
    paper = Paper()
    for act, party, said in (
        (Reply(entry=7, text="No.", on=SAID), "AFG", "E-7 is no entry of P-1"),
        (Reply(entry=1, text=" ", on=SAID), "AFG", "needs its words"),
        (Reply(entry=1, text="No.", on=SAID), None, "word of a party"),
    ):
        with pytest.raises(RefusedError, match=said):
            paper.enter(act, party)


def test_a_receiver_acknowledges_and_nothing_moves() -> None:
    paper = Paper(pledge(receivers=("KAZ",)))
    before = paper.balances()
    number = paper.enter(Acknowledgement(on=SAID, text="We welcome it."), "KAZ")
    assert (paper.balances(), paper.account.moves()) == (before, [])
    with pytest.raises(RefusedError, match=r"Only a receiver of P-1 \(KAZ\).*UZB can reply"):
        paper.enter(Acknowledgement(on=SAID), "UZB")
    paper.reverse(number, "KAZ")
    assert number in paper.account.reversals


def test_what_is_found_later_is_not_known_before() -> None:
    paper = Paper()
    later = evidence(BANK, 90)
    paper.enter(msgspec.structs.replace(evidence(AUDITOR, 100), on=date(2026, 3, 1)), None)
    paper.enter(msgspec.structs.replace(later, on=None), None, date(2026, 5, 1))
    assert found(paper.account, "CNY", date(2026, 2, 28)) == ()
    assert found(paper.account, "CNY", date(2026, 3, 1)) == (Decimal(100),)
    assert found(paper.account, "CNY", date(2026, 4, 30)) == (Decimal(100),)
    assert found(paper.account, "CNY", date(2026, 5, 1)) == (Decimal(100), Decimal(90))
    assert [len(independent(paper.account, date(2026, month, 2))) for month in (2, 3, 5)] == [
        0,
        1,
        2,
    ]
