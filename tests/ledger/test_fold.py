from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec
import pytest

from tests.ledger.builder import Paper, pledge
from zakuro.ledger.fold import fold
from zakuro.model.acts import (
    Assessment,
    Evidence,
    Join,
    Link,
    Milestone,
    Term,
    TermSet,
    Unjoin,
    body_of,
)
from zakuro.model.entry import Author, Entry, Key
from zakuro.model.errors import RefusedError


def test_nothing_folds_to_nothing() -> None:
    assert fold([]) is None


def test_an_account_begins_with_its_opening() -> None:
    paper = Paper()
    paper.report("KAZ", 10)
    with pytest.raises(RefusedError, match="has not been opened"):
        fold(paper.entries[1:])


def test_the_same_entries_give_the_same_account() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    paper.confirm(report, 100)
    paper.dispute(report, 50)
    again = fold(paper.entries)
    assert again is not None
    assert again.balances == paper.account.balances
    assert again.postings == paper.account.postings


def test_a_statement_is_joined_once_and_a_wrong_join_undone() -> None:
    paper = Paper()
    join = paper.enter(Join(statement="D-2:s4"), None)
    assert [j.statement for j in paper.account.joins.values()] == ["D-2:s4"]
    with pytest.raises(RefusedError, match="D-2:s4 belongs to P-1 already"):
        paper.enter(Join(statement="D-2:s4"), None)
    with pytest.raises(RefusedError, match="D-1:s1 belongs to P-1 already"):
        paper.enter(Join(statement="D-1:s1"), None)
    paper.enter(Unjoin(entry=join, reason="another railway"), None)
    assert join in paper.account.reversals
    with pytest.raises(RefusedError, match="joins nothing"):
        paper.enter(Unjoin(entry=join, reason="again"), None)
    paper.enter(Join(statement="D-2:s4"), None)


def test_part_of_can_be_set_and_unset_and_is_not_itself() -> None:
    paper = Paper()
    paper.enter(Link(part_of="P-7"), None)
    assert paper.account.part_of == "P-7"
    paper.enter(Link(), None)
    assert paper.account.part_of is None
    with pytest.raises(RefusedError, match="part of itself"):
        paper.enter(Link(part_of="P-1"), None)


def test_only_a_giver_sets_milestones_and_terms() -> None:
    paper = Paper()
    mark = Milestone(on=date(2026, 1, 1), unit="CNY", value=Decimal(10))
    with pytest.raises(RefusedError, match=r"Only a giver of P-1 \(CHN\) can set a milestone; KAZ"):
        paper.enter(mark, "KAZ")
    with pytest.raises(RefusedError, match="by when it is due; nobody cannot"):
        paper.enter(TermSet(term=Term(end_date=date(2030, 1, 1))), None)
    with pytest.raises(RefusedError, match="above zero"):
        paper.enter(Milestone(on=date(2026, 1, 1), unit="CNY", value=Decimal(0)), "CHN")


def test_an_assessor_is_no_party_and_names_what_the_score_rests_on() -> None:
    paper = Paper()
    found = Assessment(party="CHN", value=1, evidence=("https://example.org",), on=date(2026, 1, 1))
    with pytest.raises(RefusedError, match="not as a party"):
        paper.enter(found, "CHN")
    with pytest.raises(RefusedError, match="give --evidence"):
        paper.enter(msgspec.structs.replace(found, evidence=()), None)
    with pytest.raises(RefusedError, match="KAZ promised nothing in P-1; its givers are CHN"):
        paper.enter(msgspec.structs.replace(found, party="KAZ"), None)
    paper.enter(msgspec.structs.replace(found, value=None, evidence=()), None)


def test_evidence_is_of_an_entry_of_the_pledge() -> None:
    paper = Paper()
    with pytest.raises(RefusedError, match="E-5 is no entry of P-1"):
        paper.enter(Evidence(entry=5, evidence=("x",)), None)
    with pytest.raises(RefusedError, match="what the evidence is"):
        paper.enter(Evidence(entry=1, evidence=()), None)
    paper.enter(Evidence(entry=1, evidence=("https://example.org",)), None)


def test_another_kind_is_no_act_on_a_pledge() -> None:
    paper = Paper()
    entry = Entry(
        number=2,
        time=datetime(2026, 1, 1, tzinfo=UTC),
        kind="key",
        subject="P-1",
        author=Author(filed_by="anna"),
        body=body_of(Key(public_key="x")),
    )
    with pytest.raises(RefusedError, match="A key is no act on a pledge"):
        fold([*paper.entries, entry])


@pytest.mark.parametrize(
    "term",
    [
        Term(start_date=date(2026, 1, 1)),
        Term(start_date=date(2026, 1, 1), end_date=date(2026, 1, 1)),
        Term(start_date=date(2026, 1, 2), end_date=date(2026, 1, 1)),
    ],
)
def test_a_term_ends_after_its_start(term: Term) -> None:
    paper = Paper(pledge(term=None))
    with pytest.raises(RefusedError, match="after its start"):
        paper.enter(TermSet(term=term), "CHN")
