from datetime import timedelta

import msgspec
import pytest

from tests.decide.entries import BEGUN, EN, HOUR, SECOND, Table, charter
from zakuro.decide.fold import apply, begin, fold
from zakuro.decide.rules import rules_of
from zakuro.model.acts import Charter, Evidence, body_of
from zakuro.model.decisions import Tabling, Text
from zakuro.model.entry import Author, Entry
from zakuro.model.errors import RefusedError

TEXT = Text(title="T", language="en", sha256=EN)


def chartered(number: int, rules: Charter) -> Entry:
    return Entry(
        number=number,
        time=BEGUN,
        kind="charter",
        subject="books",
        author=Author(filed_by="anna"),
        body=body_of(rules),
    )


def test_the_decision_follows_from_the_entries_alone() -> None:
    table = Table().tabled()
    entries = [chartered(0, charter()), *table.decision.entries.values()]
    assert fold(entries) == table.decision
    assert fold(entries[:1]) is None
    assert fold([]) is None


def test_a_charter_that_changes_changes_the_rules_from_then_on() -> None:
    table = Table()
    entries = [
        chartered(0, charter()),
        table.decision.opening,
        chartered(2, charter(bureau=("KAZ",))),
    ]
    found = fold(entries)
    assert found is not None
    assert found.rules.procedure.bureau == ("KAZ",)


def test_without_a_charter_nobody_is_a_member() -> None:
    with pytest.raises(RefusedError, match="UZB is no member"):
        fold([Table().decision.opening])


def test_nothing_is_done_on_a_text_not_begun() -> None:
    entry = Table().entry("UZB", Tabling(version=1))
    with pytest.raises(RefusedError, match="X-1 has not been begun"):
        fold([chartered(0, charter()), entry])


def test_no_act_is_older_than_the_one_before_it() -> None:
    table = Table()
    with pytest.raises(RefusedError, match="no act is older than the one before it"):
        table.act("UZB", Tabling(version=1), table.now - timedelta(microseconds=1))
    table.act("UZB", Tabling(version=1), BEGUN)
    assert table.state == "tabled"


def test_words_not_seen_are_not_acted_on() -> None:
    table = Table()
    with pytest.raises(RefusedError, match="version 2 of X-1, but version 1 is the last"):
        table.act("UZB", Tabling(version=2))


def test_other_acts_are_none_on_a_text() -> None:
    table = Table()
    with pytest.raises(RefusedError, match="A evidence is no act on a text"):
        table.act("UZB", Evidence(entry=1, evidence=("x",)))


def test_published_words_and_nobodys_words_decide_nothing() -> None:
    table = Table()
    table.number = 2
    for party, basis in (("UZB", "attributed"), (None, None)):
        entry = table.entry("UZB", Tabling(version=1), table.now + SECOND)
        entry = msgspec.structs.replace(
            entry,
            author=Author(filed_by="anna", party=party, basis=basis),  # type: ignore[arg-type]
        )
        with pytest.raises(RefusedError, match="a member's own act"):
            apply(table.decision, entry)
        opening = msgspec.structs.replace(table.decision.opening, author=entry.author)
        with pytest.raises(RefusedError, match="a member's own act"):
            begin(opening, rules_of(charter()))


def test_a_text_is_begun_by_a_member_with_a_title() -> None:
    table = Table()
    rules = rules_of(charter())
    with pytest.raises(RefusedError, match="USA is no member"):
        begin(table.entry("USA", TEXT), rules)
    with pytest.raises(RefusedError, match="needs a title"):
        begin(table.entry("UZB", msgspec.structs.replace(TEXT, title=" ")), rules)
    with pytest.raises(RefusedError, match="USA is no member"):
        begin(table.entry("UZB", msgspec.structs.replace(TEXT, concerns="USA")), rules)
    found = begin(table.entry("UZB", TEXT), rules)
    assert (found.sponsor, found.state(BEGUN), found.moved) == ("UZB", "draft", BEGUN)
    assert found.version.by == "UZB"
    assert list(found.entries) == [1]


def test_entries_are_kept_in_order() -> None:
    table = Table().tabled()
    assert list(table.decision.entries) == [1, 2, 3]
    assert table.decision.last.number == 3
    assert table.decision.last.time == BEGUN + 2 * HOUR
