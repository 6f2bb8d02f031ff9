from datetime import timedelta

from tests.decide.entries import EN2, HOUR, RU, SIX, Table, charter
from zakuro.decide.outcome import Step, reason, steps
from zakuro.decide.rules import rules_of
from zakuro.model.acts import Charter
from zakuro.model.decisions import (
    Abstention,
    Accession,
    Alternative,
    Answer,
    Challenge,
    Consultation,
    LanguageVersion,
    Meeting,
    NonParticipation,
    Objection,
    Passage,
    Settlement,
    Tabling,
    Withdrawal,
)

WITHIN = Passage(start=10, end=26, exact="within two years")


def told(table: Table) -> list[tuple[str, str, str]]:
    return [(s.party, s.duty, s.act) for s in steps(table.decision, table.now)]


def test_a_draft_waits_for_its_sponsor_and_who_was_asked() -> None:
    table = Table()
    assert told(table) == [("UZB", "asked", "table")]
    assert reason(table.decision, table.now) == "version 1 is its sponsor's"
    until = table.now + 9 * HOUR
    asked = table.act("UZB", Consultation(version=1, asked=("TJK", "TKM"), until=until))
    table.act("TJK", Answer(consultation=asked, text="yes"))
    assert steps(table.decision, table.now)[0] == Step(
        "TKM", "asked", "answer", "asked by UZB", until
    )
    assert told(table) == [("TKM", "asked", "answer"), ("UZB", "asked", "table")]
    table.now = until
    assert told(table) == [("UZB", "asked", "table")]


def test_on_the_table_receipts_languages_and_brackets_wait() -> None:
    table = Table()
    table.act("UZB", Tabling(version=1))
    assert [s for s in told(table) if s[2] == "receipt"] == [(m, "asked", "receipt") for m in SIX]
    assert told(table)[-1] == ("UZB", "asked", "add a language")
    assert reason(table.decision, table.now) == "no words in ru"
    assert steps(table.decision, table.now)[0].why == "no receipt of version 1 in en"
    table.act("TKM", Alternative(version=1, passages={"en": WITHIN}, words={"en": "by 2027"}))
    assert [s for s in told(table) if s[2] == "settle"] == [
        ("UZB", "asked", "settle"),
        ("TKM", "asked", "settle"),
    ]
    assert reason(table.decision, table.now) == "b1: a0 held by UZB, a1 held by TKM"
    assert "add a language" not in {s[2] for s in told(table)}
    table.act("UZB", Settlement(version=1, bracket="b1", alternative="a1", texts={"en": EN2}))
    table.act("UZB", LanguageVersion(version=2, language="ru", sha256=RU))
    assert reason(table.decision, table.now).startswith("receipts missing of KAZ, KGZ")


def test_a_clean_text_that_everybody_has_waits_for_the_chair() -> None:
    table = Table().tabled().received()
    assert told(table) == [("KAZ", "asked", "open silence")]
    assert reason(table.decision, table.now) == "every member has it"


def test_in_silence_members_may_object_until_its_end() -> None:
    table = Table().tabled().received()
    until = table.silent()
    assert [(s.party, s.until) for s in steps(table.decision, table.now)] == [
        (member, until) for member in SIX
    ]
    assert reason(table.decision, table.now).endswith("unless a member objects before")
    assert told(Table()) != told(table)
    table.now = until
    assert told(table) == [("KAZ", "asked", "announce")]
    assert reason(table.decision, until).startswith("nobody objected before 2026-12-0")
    meeting = Meeting(version=1, held=until, present=SIX, purpose="announce")
    table.act("KAZ", meeting)
    assert told(table) == []


def test_a_broken_text_waits_for_its_sponsor() -> None:
    table = Table().tabled().received()
    table.silent()
    table.act("TKM", Objection(version=1))
    table.act("CHN", Objection(version=1))
    assert told(table) == [("UZB", "asked", "table")]
    why = reason(table.decision, table.now)
    assert why.startswith("TKM objected at 2026-")
    assert "; CHN objected at" in why


def test_one_that_objected_in_vain_is_not_told_again() -> None:
    table = Table(charter(minus_one=True), concerns="TKM").tabled().received()
    table.silent()
    table.act("TKM", Objection(version=1))
    assert ("TKM", "may", "object") not in told(table)
    assert ("CHN", "may", "object") in told(table)


def test_so_many_abstentions_are_the_reason() -> None:
    table = Table(charter(abstention="1/6")).tabled().received()
    until = table.silent()
    table.act("TKM", Abstention(version=1))
    table.now = until
    assert reason(table.decision, until) == ("1 of 6 members abstain; 1/6 or more fail it")
    assert told(table) == [("UZB", "asked", "table")]


def test_after_a_meeting_the_absent_may_challenge_and_who_is_out_accede() -> None:
    table = Table(charter(quorum="2/3", non_participation="1/2")).tabled().received()
    table.act("TJK", NonParticipation(version=1))
    table.act("KAZ", Meeting(version=1, held=table.now, present=SIX[:5]))
    until = table.now + timedelta(days=10)
    assert told(table) == [("CHN", "may", "challenge"), ("TJK", "may", "accede")]
    why = reason(table.decision, table.now)
    assert why.startswith("by a meeting, with KAZ, KGZ, TJK, TKM, UZB present; CHN may challenge")
    table.act("TJK", Accession(version=1))
    assert told(table) == [("CHN", "may", "challenge")]
    assert reason(table.decision, until) == "by a meeting, with KAZ, KGZ, TJK, TKM, UZB present"
    table.act("CHN", Challenge(version=1))
    assert told(table) == [("UZB", "asked", "table")]
    assert "CHN challenged at" in reason(table.decision, table.now)


def test_withdrawn_waits_for_nobody() -> None:
    table = Table()
    until = table.now + 99 * HOUR
    table.act("UZB", Consultation(version=1, asked=("TJK",), until=until))
    table.act("UZB", Withdrawal(reason="merged"))
    assert told(table) == []
    assert reason(table.decision, table.now) == "merged"
    other = Table()
    other.act("UZB", Withdrawal())
    assert reason(other.decision, other.now) == "withdrawn by its sponsor"


def test_a_draft_that_nobody_owns_waits_for_nobody() -> None:
    table = Table()
    table.decision.rules = rules_of(Charter(members=("KAZ",)))
    assert table.decision.owner(table.now) is None
    assert told(table) == []


def test_who_is_spared_is_not_passed_over() -> None:
    table = Table(charter(minus_one=True), concerns="TKM").tabled().received()
    until = table.silent()
    assert table.decision.spared is None
    table.act("TKM", Objection(version=1, reason="it is about me"))
    assert table.decision.spared == "TKM"
    assert "unless another member objects before; TKM, whom it concerns, has" in reason(
        table.decision, table.now
    )
    assert reason(table.decision, until).startswith("nobody but TKM, whom it concerns, objected")
    met = Table(charter(minus_one=True), concerns="TKM").tabled().received()
    act = Meeting(version=1, held=met.now, present=SIX, objected=("TKM",))
    met.act("KAZ", act)
    assert reason(met.decision, met.now).endswith("nobody but TKM, whom it concerns, objected")


def test_nobody_is_spared_where_the_charter_does_not_say_so() -> None:
    table = Table(concerns="TKM").tabled().received()
    table.silent()
    table.act("TKM", Objection(version=1))
    assert table.decision.spared is None
    assert table.state == "broken"
