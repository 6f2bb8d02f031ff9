from datetime import datetime, timedelta

import pytest
from msgspec import structs

from tests.decide.entries import BEGUN, EN, EN2, HOUR, RU, RU2, SECOND, SIX, Table, charter
from zakuro.decide.rules import rules_of
from zakuro.model.acts import Reversal
from zakuro.model.decisions import (
    Abstention,
    Accession,
    Alternative,
    Attachment,
    Challenge,
    Consultation,
    LanguageVersion,
    Meeting,
    NonParticipation,
    Objection,
    Office,
    Passage,
    Receipt,
    Revision,
    Silence,
    Tabling,
    Withdrawal,
)
from zakuro.model.errors import RefusedError

WITHIN = Passage(start=10, end=26, exact="within two years")


def ready(**procedure: object) -> Table:
    return Table(charter(**procedure)).tabled().received()


def meeting(table: Table, *present: str, **fields: object) -> Meeting:
    given = {"version": table.version, "held": table.now, "present": present or SIX} | fields
    return Meeting(**given)  # type: ignore[arg-type]


# The boundaries that the rules name.


def test_an_objection_one_second_before_the_end_breaks() -> None:
    table = ready()
    until = table.silent()
    table.act("TKM", Objection(version=1, reason="the term"), until - SECOND)
    assert table.state == "broken"
    assert table.decision.state(until + HOUR) == "broken"
    period = table.decision.periods[-1]
    assert (period.end, period.ended) == ("objection", until - SECOND)


def test_an_objection_at_the_end_does_not_break() -> None:
    table = ready()
    until = table.silent()
    with pytest.raises(RefusedError, match=r"ended at .*; X-1 is adopted"):
        table.act("TKM", Objection(version=1), until)
    assert table.decision.state(until - timedelta(microseconds=1)) == "silence"
    assert table.decision.state(until) == "adopted"
    assert table.decision.adopted_at(until) == until
    assert table.decision.final_at(until) == until


def test_an_objection_a_microsecond_before_the_end_breaks() -> None:
    table = ready()
    until = table.silent()
    table.act("TKM", Objection(version=1), until - timedelta(microseconds=1))
    assert table.decision.state(until) == "broken"


def test_an_edit_after_the_opening_voids_the_period() -> None:
    table = ready()
    until = table.silent()
    table.act("UZB", Revision(version=1, texts={"en": EN2, "ru": RU2}))
    assert table.state == "clean"
    assert table.version == 2
    assert table.decision.periods[-1].end == "void"
    assert table.decision.state(until + HOUR) == "clean"
    assert len(table.decision.version.lacking(table.rules)) == 12


def test_a_reservation_adopts_with_the_attachment() -> None:
    table = ready()
    until = table.silent()
    table.act("TJK", Attachment(version=1, sort="reservation", text="not for transit"))
    table.act("KGZ", Attachment(version=1, sort="interpretation", text="as we read it"))
    assert table.decision.state(until) == "adopted"
    assert [(s.party, s.act, s.text) for s in table.decision.version.said] == [
        ("TJK", "reservation", "not for transit"),
        ("KGZ", "interpretation", "as we read it"),
    ]
    assert table.decision.bound(until) == SIX


def test_an_explanation_of_position_has_no_effect_and_may_come_later() -> None:
    table = ready()
    until = table.silent()
    table.act("TJK", Attachment(version=1, sort="explanation", text="why"))
    table.act("KGZ", Attachment(version=1, sort="explanation", text="why too"), until + HOUR)
    assert table.state == "adopted"
    with pytest.raises(RefusedError, match="is adopted: a reservation"):
        table.act("KGZ", Attachment(version=1, sort="reservation", text="late"))
    with pytest.raises(RefusedError, match="needs words"):
        table.act("KGZ", Attachment(version=1, sort="explanation", text=" "))


def test_fewer_than_two_thirds_present_decide_nothing() -> None:
    table = ready(quorum="2/3")
    table.act("KAZ", meeting(table, "KAZ", "KGZ", "TJK"))
    assert table.state == "clean"
    assert table.decision.meetings[-1].result == "no decision: 3 of 6 members present, 4 needed"
    table.act("KAZ", meeting(table, "KAZ", "KGZ", "TJK", "TKM"))
    assert table.state == "adopted"


def test_abstainers_of_exactly_one_third_fail_it() -> None:
    table = ready(abstention="1/3")
    until = table.silent()
    table.act("TKM", Abstention(version=1, reason="neutral"))
    assert table.decision.state(until) == "adopted"
    assert table.decision.bound(until) == ("KAZ", "KGZ", "TJK", "UZB", "CHN")
    table.act("CHN", Abstention(version=1))
    assert table.decision.state(until) == "broken"
    assert table.decision.adopted_at(until) is None
    assert table.decision.bound(until) == ()
    table.act("UZB", Tabling(version=1), until + HOUR)
    assert (table.state, table.version) == ("clean", 2)


def test_who_does_not_take_part_is_not_bound_and_may_accede() -> None:
    table = ready(non_participation="1/2")
    until = table.silent()
    table.act("TKM", NonParticipation(version=1))
    with pytest.raises(RefusedError, match="not adopted"):
        table.act("TKM", Accession(version=1))
    assert "TKM" not in table.decision.bound(until)
    assert table.decision.unbound == ("TKM",)
    with pytest.raises(RefusedError, match="CHN did not stand aside"):
        table.act("CHN", Accession(version=1), until + HOUR)
    table.act("TKM", Accession(version=1), until + HOUR)
    assert "TKM" in table.decision.bound(table.now)
    with pytest.raises(RefusedError, match="acceded to X-1 already"):
        table.act("TKM", Accession(version=1))


# Silence.


def test_only_the_chair_opens_silence() -> None:
    table = ready()
    act = Silence(version=1, texts={"en": EN, "ru": RU}, until=table.now + 100 * HOUR)
    with pytest.raises(RefusedError, match="Only the chair, KAZ, can open silence; not UZB"):
        table.act("UZB", act)
    nobody = Table(charter(chair=Office()))
    with pytest.raises(RefusedError, match="the charter names none"):
        nobody.tabled().received().act("KAZ", act)


def test_silence_needs_every_receipt_in_every_working_language() -> None:
    table = Table().tabled().received(SIX[:-1])
    until = table.now + 100 * HOUR
    act = Silence(version=1, texts={"en": EN, "ru": RU}, until=until)
    with pytest.raises(RefusedError, match=r"missing: CHN \(en, ru\)"):
        table.act("KAZ", act)
    table.act("CHN", Receipt(version=1, languages=("ru",)))
    with pytest.raises(RefusedError, match=r"missing: CHN \(en\)"):
        table.act("KAZ", act)
    with pytest.raises(RefusedError, match="receipt of version 1 in ru already"):
        table.act("CHN", Receipt(version=1, languages=("ru",)))
    table.act("CHN", Receipt(version=1, languages=("en", "ru")))
    table.act("KAZ", act)
    assert table.state == "silence"


def test_silence_lasts_at_least_the_charters_hours() -> None:
    table = ready(minimum_hours=24)
    at = table.now + HOUR
    texts = {"en": EN, "ru": RU}
    with pytest.raises(RefusedError, match="at least 24 hours"):
        table.act("KAZ", Silence(version=1, texts=texts, until=at + 24 * HOUR - SECOND), at)
    table.act("KAZ", Silence(version=1, texts=texts, until=at + 24 * HOUR), at)
    assert table.state == "silence"


def test_silence_is_on_the_frozen_words() -> None:
    table = ready()
    with pytest.raises(RefusedError, match="not the words of version 1"):
        table.act("KAZ", Silence(version=1, texts={"en": EN}, until=table.now + 100 * HOUR))
    table.silent()
    with pytest.raises(RefusedError, match="is in silence: its words are frozen"):
        table.act("UZB", LanguageVersion(version=1, language="kk", sha256=EN))
    with pytest.raises(RefusedError, match="a receipt is of a text on the table"):
        table.act("KAZ", Receipt(version=1, languages=("en",)))


def test_silence_needs_a_clean_text() -> None:
    table = Table()
    table.act("UZB", Tabling(version=1))
    assert table.state == "tabled"
    act = Silence(version=1, texts={"en": EN}, until=table.now + 100 * HOUR)
    with pytest.raises(RefusedError, match=r"X-1 is tabled \(no words in ru\)"):
        table.act("KAZ", act)
    words = Alternative(version=1, passages={"en": WITHIN}, words={"en": "by 2027"})
    table.act("TKM", words)
    with pytest.raises(RefusedError, match=r"X-1 is bracketed \(b1 open\)"):
        table.act("KAZ", act)
    with pytest.raises(RefusedError, match="X-1 is a draft"):
        Table().act("KAZ", act)


def test_the_bureau_is_asked_before_or_a_meeting_agrees() -> None:
    table = ready(bureau=("KAZ", "TKM", "UZB"))
    act = Silence(version=1, texts={"en": EN, "ru": RU}, until=table.now + 100 * HOUR)
    with pytest.raises(RefusedError, match="consult X-1 --ask TKM"):
        table.act("KAZ", act)
    by_when = table.now + 10 * HOUR
    table.act("KAZ", Consultation(version=1, asked=("TKM",), until=by_when))
    table.act("KAZ", act)
    assert table.state == "silence"
    other = ready(bureau=("TKM",), quorum="1/2")
    other.act("KAZ", meeting(other, *SIX[:3], objected=("KGZ",), purpose="silence"))
    with pytest.raises(RefusedError, match="The bureau is asked"):
        other.act("KAZ", act)
    other.act("KAZ", meeting(other, *SIX[:3], purpose="silence"))
    assert other.decision.meetings[-1].result == "agrees to silence"
    other.act("KAZ", act)
    assert other.state == "silence"


def test_a_broken_silence_is_not_mended_by_withdrawing() -> None:
    table = ready()
    until = table.silent()
    objection = table.act("TKM", Objection(version=1, reason="the term"))
    table.act("TKM", Reversal(entry=objection, reason="settled between us"))
    assert table.state == "broken"
    assert table.decision.state(until + HOUR) == "broken"
    assert table.decision.version.said[0].taken_back == table.number


def test_others_may_object_within_the_same_period() -> None:
    table = ready()
    until = table.silent()
    table.act("TKM", Objection(version=1))
    with pytest.raises(RefusedError, match="TKM has objected to version 1 already"):
        table.act("TKM", Objection(version=1))
    table.act("TJK", Objection(version=1), until - SECOND)
    assert list(table.decision.version.objections) == ["TKM", "TJK"]
    assert table.decision.periods[-1].end == "objection"
    with pytest.raises(RefusedError, match="ended at"):
        table.act("CHN", Objection(version=1), until)


def test_there_is_nothing_to_object_to_outside_silence() -> None:
    table = ready()
    with pytest.raises(RefusedError, match="there is no silence to break"):
        table.act("TKM", Objection(version=1))
    with pytest.raises(RefusedError, match=r"version 2 .* version 1 is the last"):
        table.act("TKM", Objection(version=2))


def test_after_a_new_version_the_old_period_is_over() -> None:
    table = ready()
    table.silent()
    table.act("UZB", Revision(version=1, texts={"en": EN2, "ru": RU2}))
    with pytest.raises(RefusedError, match="is clean: there is no silence"):
        table.act("TKM", Objection(version=2))


def test_other_words_in_silence_break_it() -> None:
    table = ready()
    table.silent()
    words = Alternative(version=1, passages={"en": WITHIN}, words={"en": "by 2027"}, reason="clear")
    table.act("TKM", words)
    assert table.state == "broken"
    assert table.decision.periods[-1].end == "amendment"
    said = table.decision.version.objections["TKM"]
    assert said.text == "proposes 'by 2027' for 'within two years': clear"
    assert table.decision.brackets == []


def test_withdrawing_in_silence_ends_it() -> None:
    table = ready()
    until = table.silent()
    table.act("UZB", Withdrawal())
    assert table.decision.periods[-1].end == "withdrawn"
    assert table.decision.state(until) == "withdrawn"


def test_the_rules_are_those_of_the_opening() -> None:
    from zakuro.decide.rules import rules_of

    table = ready(abstention="1/3")
    until = table.silent()
    table.decision.rules = rules_of(charter())
    table.act("TKM", Abstention(version=1))
    table.act("CHN", Abstention(version=1))
    assert table.decision.state(until) == "broken"
    smaller = ready()
    smaller.silent()
    smaller.decision.rules = rules_of(charter(observers=("JPN",)))
    with pytest.raises(RefusedError, match="JPN is an observer"):
        smaller.act("JPN", Objection(version=1))


def test_one_that_joined_after_the_opening_has_no_objection_in_it() -> None:
    from zakuro.decide.rules import rules_of
    from zakuro.model.acts import Charter

    table = ready()
    table.silent()
    table.decision.rules = rules_of(Charter(members=(*SIX, "JPN")))
    with pytest.raises(RefusedError, match="no member when this silence was opened"):
        table.act("JPN", Objection(version=1))


# Options.


def test_abstention_and_non_participation_are_off() -> None:
    table = ready()
    with pytest.raises(RefusedError, match="knows no abstention"):
        table.act("TKM", Abstention(version=1))
    with pytest.raises(RefusedError, match="knows no non-participation"):
        table.act("TKM", NonParticipation(version=1))


def test_a_member_abstains_or_stands_aside_once_and_takes_it_back() -> None:
    table = ready(abstention="1/2", non_participation="1/2")
    first = table.act("TKM", Abstention(version=1))
    with pytest.raises(RefusedError, match=f"abstained from version 1 already .E-{first}."):
        table.act("TKM", NonParticipation(version=1))
    table.act("TKM", Reversal(entry=first, reason="thought again"))
    second = table.act("TKM", NonParticipation(version=1))
    with pytest.raises(RefusedError, match="stood aside from version 1 already"):
        table.act("TKM", Abstention(version=1))
    with pytest.raises(RefusedError, match=f"E-{second} is nothing that CHN said"):
        table.act("CHN", Reversal(entry=second, reason="not mine"))
    until = table.silent()
    with pytest.raises(RefusedError, match="X-1 is adopted, with E-"):
        table.act("TKM", Reversal(entry=second, reason="late"), until)
    with pytest.raises(RefusedError, match="is adopted: an abstention"):
        table.act("CHN", Abstention(version=1), until)


def test_who_stood_aside_takes_part_again_after_taking_it_back() -> None:
    table = ready(non_participation="1/2")
    aside = table.act("TKM", NonParticipation(version=1))
    table.act("TJK", NonParticipation(version=1))
    table.act("TKM", Reversal(entry=aside, reason="thought again"))
    assert list(table.decision.version.out) == ["TJK"]
    until = table.silent()
    assert table.decision.unbound == ("TJK",)
    assert "TKM" in table.decision.bound(until)


def test_all_out_bind_nobody_and_so_decide_nothing() -> None:
    table = ready(non_participation="1")
    until = table.silent()
    for member in SIX:
        table.act(member, NonParticipation(version=1))
    assert table.decision.state(until) == "broken"


def test_consensus_minus_one_spares_the_member_concerned() -> None:
    table = Table(charter(minus_one=True), concerns="TKM").tabled().received()
    until = table.silent()
    table.act("TKM", Objection(version=1))
    assert table.state == "silence"
    assert table.decision.state(until) == "adopted"
    table.act("CHN", Objection(version=1))
    assert table.decision.state(until) == "broken"
    off = Table(charter(), concerns="TKM").tabled().received()
    off.silent()
    off.act("TKM", Objection(version=1))
    assert off.state == "broken"


# Meetings.


def test_without_the_option_a_meeting_needs_everybody() -> None:
    table = ready()
    table.act("KAZ", meeting(table, *SIX[:-1]))
    assert table.decision.meetings[-1].result == "no decision: 5 of 6 members present, 6 needed"
    table.act("KAZ", meeting(table))
    assert table.state == "adopted"
    assert table.decision.is_final(table.now)
    assert table.decision.final_at(table.now) == table.decision.adopted_at(table.now) == table.now


def test_a_meeting_binds_those_who_were_members_then() -> None:
    from zakuro.decide.rules import rules_of
    from zakuro.model.acts import Charter

    table = ready(abstention="1/2")
    table.act("TKM", Abstention(version=1))
    table.act("KAZ", meeting(table))
    table.decision.rules = rules_of(Charter(members=(*SIX, "JPN")))
    assert table.decision.bound(table.now) == ("KAZ", "KGZ", "TJK", "UZB", "CHN")


def test_an_objection_in_a_meeting_stops_it() -> None:
    table = ready()
    table.act("KAZ", meeting(table, objected=("TKM", "CHN")))
    assert table.state == "clean"
    assert table.decision.meetings[-1].result == "no decision: TKM, CHN objected"
    spared = Table(charter(minus_one=True), concerns="TKM").tabled().received()
    spared.act("KAZ", meeting(spared, objected=("TKM",)))
    assert spared.state == "adopted"


def test_abstainers_count_in_a_meeting() -> None:
    table = ready(abstention="1/3")
    table.act("TKM", Abstention(version=1))
    table.act("CHN", Abstention(version=1))
    table.act("KAZ", meeting(table))
    assert table.state == "clean"
    assert "2 of 6 members abstain" in table.decision.meetings[-1].result


def test_who_was_absent_challenges_within_the_days() -> None:
    table = ready(quorum="2/3", challenge_days=5)
    table.act("KAZ", meeting(table, *SIX[:5]))
    adopted = table.now
    until = adopted + timedelta(days=5)
    decision = table.decision
    assert decision.challengeable_until(until - SECOND) == until
    assert decision.challengeable_until(until) is None
    assert not decision.is_final(until - SECOND)
    assert decision.final_at(until) == until
    with pytest.raises(RefusedError, match="KAZ was present"):
        table.act("KAZ", Challenge(version=1))
    with pytest.raises(RefusedError, match="days to challenge X-1 are over"):
        table.act("CHN", Challenge(version=1), until)
    with pytest.raises(RefusedError, match="X-1 is adopted"):
        table.act("UZB", Withdrawal())
    table.act("CHN", Challenge(version=1, reason="not asked"), until - SECOND)
    assert table.state == "challenged"
    table.act("UZB", Tabling(version=1))
    assert (table.state, table.version) == ("clean", 2)


def test_only_a_meetings_decision_is_challenged() -> None:
    table = ready()
    until = table.silent()
    with pytest.raises(RefusedError, match="only what a meeting decided"):
        table.act("CHN", Challenge(version=1), until)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"present": ()}, "Say who was present"),
        ({"present": ("KAZ", "USA")}, "USA is no member"),
        ({"present": ("KAZ",), "objected": ("TKM",)}, "TKM objected without being present"),
        ({"held": BEGUN + 1000 * HOUR}, "still to come"),
        ({"held": BEGUN - SECOND}, "made after the meeting"),
        ({"purpose": "announce"}, "nothing to announce"),
    ],
)
def test_meetings_that_cannot_have_been(fields: dict[str, object], said: str) -> None:
    table = ready()
    with pytest.raises(RefusedError, match=said):
        table.act("KAZ", meeting(table, **fields))
    with pytest.raises(RefusedError, match="Only the chair, KAZ, can record"):
        table.act("UZB", meeting(table))


def test_a_meeting_needs_a_clean_text_and_every_receipt() -> None:
    table = Table().tabled()
    with pytest.raises(RefusedError, match="decision needs every member's receipt"):
        table.act("KAZ", meeting(table))
    draft = Table()
    with pytest.raises(RefusedError, match="needs a clean text; X-1 is a draft"):
        draft.act("KAZ", meeting(draft))
    with pytest.raises(RefusedError, match="agrees to silence on a text on the table"):
        draft.act("KAZ", meeting(draft, purpose="silence"))


def test_a_meeting_is_not_of_words_made_after_it() -> None:
    table = ready()
    before: datetime = table.now
    table.act("UZB", Revision(version=1, texts={"en": EN2, "ru": RU2}))
    table.received()
    with pytest.raises(RefusedError, match="Version 2 was made after the meeting"):
        table.act("KAZ", meeting(table, held=before))


def test_what_silence_adopted_is_announced() -> None:
    table = ready()
    until = table.silent()
    with pytest.raises(RefusedError, match="adoption came after the meeting"):
        table.act("KAZ", meeting(table, held=until - SECOND, purpose="announce"), until + HOUR)
    table.act("KAZ", meeting(table, held=until, purpose="announce"), until + HOUR)
    assert table.decision.meetings[-1].result == "announced"
    assert table.state == "adopted"
    other = ready()
    other.act("KAZ", meeting(other))
    with pytest.raises(RefusedError, match="adopted at a meeting, which announced it"):
        other.act("KAZ", meeting(other, purpose="announce"))


@pytest.mark.parametrize("languages", [(), ("de",), ("en", "de")])
def test_a_receipt_is_of_words_that_are_there(languages: tuple[str, ...]) -> None:
    table = Table().tabled()
    with pytest.raises(RefusedError, match="has words in en, ru"):
        table.act("KAZ", Receipt(version=1, languages=languages))


def test_a_draft_is_not_received_and_has_no_position_to_explain() -> None:
    table = Table()
    with pytest.raises(RefusedError, match="is a draft: a receipt"):
        table.act("KAZ", Receipt(version=1, languages=("en",)))
    with pytest.raises(RefusedError, match="no position to explain"):
        table.act("KAZ", Attachment(version=1, sort="explanation", text="why"))
    with pytest.raises(RefusedError, match="is a draft: a reservation"):
        table.act("KAZ", Attachment(version=1, sort="reservation", text="not"))


def struck_out(table: Table, party: str) -> None:
    """The charter is changed: a member is one no more, and France is."""
    members = (*(member for member in SIX if member != party), "FRA")
    table.decision.rules = rules_of(structs.replace(charter(), members=members))


def test_who_is_struck_out_in_a_silence_still_decides_on_what_would_bind_it() -> None:
    table = ready(abstention="1/2", non_participation="1/2")
    until = table.silent()
    struck_out(table, "TKM")
    assert "TKM" in table.decision.bound(until)
    table.act("TKM", Attachment(version=1, sort="reservation", text="not here"))
    own = table.act("TKM", Abstention(version=1))
    table.act("TKM", Reversal(entry=own, reason="rather not"))
    table.act("TKM", NonParticipation(version=1))
    with pytest.raises(RefusedError, match="FRA was no member when this silence was opened"):
        table.act("FRA", Objection(version=1))
    table.act("TKM", Objection(version=1, reason="unheard"))
    assert table.state == "broken"
    table.act("TJK", Objection(version=1))
    table.act("UZB", Tabling(version=1))
    table.act("FRA", Receipt(version=2, languages=("en", "ru")))
    with pytest.raises(RefusedError, match="TKM is no member of these books"):
        table.act("TKM", Attachment(version=2, sort="reservation", text="not here"))


def test_the_first_to_object_may_be_struck_out_and_the_second_too() -> None:
    table = ready()
    table.silent()
    struck_out(table, "TKM")
    table.act("TJK", Objection(version=1))
    table.act("TKM", Objection(version=1))
    assert list(table.decision.version.objections) == ["TJK", "TKM"]
    with pytest.raises(RefusedError, match="USA is no member of these books"):
        table.act("USA", Objection(version=1))


def test_who_is_struck_out_after_a_meeting_without_it_still_challenges() -> None:
    table = ready(quorum="1/2")
    table.act("KAZ", meeting(table, "KAZ", "UZB", "CHN"))
    struck_out(table, "TKM")
    assert "TKM" in table.decision.bound(table.now)
    table.act("TKM", Challenge(version=1))
    assert table.state == "challenged"


def test_other_words_of_who_is_struck_out_break_a_silence() -> None:
    table = ready()
    table.silent()
    struck_out(table, "TKM")
    table.act("TKM", Alternative(version=1, passages={"en": WITHIN}, words={"en": "by 2027"}))
    assert table.decision.periods[-1].end == "amendment"


def test_the_shortest_silence_is_told_with_the_time_that_it_takes_to_ask_again() -> None:
    table = ready()
    with pytest.raises(RefusedError, match="at least 72 hours") as refused:
        table.silent(hours=71)
    told = datetime.fromisoformat(str(refused.value).split("--until ")[1].split(" ")[0])
    assert told - table.now == timedelta(hours=72, minutes=10)
    texts = dict(table.decision.version.texts)
    later = table.now + timedelta(minutes=9, seconds=59)
    table.act("KAZ", Silence(version=1, texts=texts, until=told), later)
    assert table.state == "silence"
