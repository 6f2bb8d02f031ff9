import pytest

from tests.decide.entries import EN, EN2, HOUR, RU, RU2, SIX, Table, charter
from zakuro.decide.rules import rules_of
from zakuro.model.acts import Charter
from zakuro.model.decisions import (
    Alternative,
    Answer,
    Consultation,
    LanguageVersion,
    Objection,
    Office,
    Passage,
    Procedure,
    Revision,
    Tabling,
    Withdrawal,
)
from zakuro.model.errors import RefusedError


def test_a_draft_is_consulted_and_tabled_by_its_sponsor() -> None:
    table = Table()
    assert table.state == "draft"
    until = table.now + 50 * HOUR
    table.act("UZB", Consultation(version=1, asked=("TJK", "TKM"), until=until, question="so?"))
    assert table.state == "consulted"
    table.act("TJK", Answer(consultation=table.number, text="yes"))
    asked = table.decision.consultations[0]
    assert asked.unanswered == ["TKM"]
    assert asked.by == "UZB"
    with pytest.raises(RefusedError, match="Only UZB, its sponsor, can table"):
        table.act("KAZ", Tabling(version=1))
    table.act("UZB", Tabling(version=1))
    assert table.state == "tabled"
    with pytest.raises(RefusedError, match="is tabled already"):
        table.act("UZB", Tabling(version=1))


def test_a_later_answer_counts_and_may_come_late() -> None:
    table = Table()
    until = table.now + 2 * HOUR
    asked = table.act("UZB", Consultation(version=1, asked=("TJK",), until=until))
    table.act("TJK", Answer(consultation=asked, text="no"))
    table.act("TJK", Answer(consultation=asked, text="yes"), until + HOUR)
    number, time, found = table.decision.consultations[0].answers["TJK"]
    assert (number, time, found.text) == (table.number, until + HOUR, "yes")


def test_what_a_consultation_cannot_be() -> None:
    table = Table()
    later = table.now + 50 * HOUR
    for act, said in (
        (Consultation(version=1, asked=(), until=later), "Say who is asked"),
        (Consultation(version=1, asked=("USA",), until=later), "USA is no member"),
        (Consultation(version=1, asked=("TJK",), until=table.now + HOUR), "has passed"),
        (Answer(consultation=1, text="x"), "E-1 is no consultation on X-1"),
    ):
        with pytest.raises(RefusedError, match=said):
            table.act("UZB", act, table.now + HOUR)
        table.now -= HOUR
    with pytest.raises(RefusedError, match=r"Only sponsor and chair .UZB and KAZ. can consult"):
        table.act("TJK", Consultation(version=1, asked=("TKM",), until=later))
    asked = table.act("KAZ", Consultation(version=1, asked=("TKM",), until=later))
    with pytest.raises(RefusedError, match="TJK was not asked"):
        table.act("TJK", Answer(consultation=asked, text="x"))
    with pytest.raises(RefusedError, match="needs words"):
        table.act("TKM", Answer(consultation=asked, text=" "))


def test_a_language_is_added_once_to_the_same_version() -> None:
    table = Table()
    table.act("UZB", LanguageVersion(version=1, language="ru", sha256=RU))
    assert table.version == 1
    assert table.decision.version.texts == {"en": EN, "ru": RU}
    with pytest.raises(RefusedError, match="has its words in ru"):
        table.act("UZB", LanguageVersion(version=1, language="ru", sha256=RU2))
    with pytest.raises(RefusedError, match="Only sponsor and chair"):
        table.act("TJK", LanguageVersion(version=1, language="tg", sha256=RU2))


def test_with_its_last_language_a_tabled_text_is_clean() -> None:
    table = Table()
    table.act("UZB", Tabling(version=1))
    assert (table.state, table.decision.missing) == ("tabled", ["ru"])
    table.act("KAZ", LanguageVersion(version=1, language="ru", sha256=RU))
    assert (table.state, table.decision.missing) == ("clean", [])


def test_no_language_is_added_while_words_are_contested() -> None:
    table = Table()
    table.act("UZB", Tabling(version=1))
    passage = Passage(start=0, end=3, exact="The")
    table.act("TKM", Alternative(version=1, passages={"en": passage}, words={"en": "A"}))
    with pytest.raises(RefusedError, match=r"contested .b1."):
        table.act("UZB", LanguageVersion(version=1, language="ru", sha256=RU))


def test_a_revision_is_a_new_version_and_overtakes_brackets() -> None:
    table = Table()
    table.act("UZB", Revision(version=1, texts={"en": EN2}))
    assert (table.state, table.version) == ("draft", 2)
    table.act("UZB", Tabling(version=2))
    passage = Passage(start=0, end=3, exact="The")
    table.act("TKM", Alternative(version=2, passages={"en": passage}, words={"en": "A"}))
    assert table.state == "bracketed"
    table.act("KAZ", Revision(version=2, texts={"en": EN, "ru": RU}))
    assert (table.state, table.version) == ("clean", 3)
    assert table.decision.brackets[0].overtaken
    assert table.decision.version.by == "KAZ"


def test_what_a_revision_cannot_be() -> None:
    table = Table()
    with pytest.raises(RefusedError, match="words in at least one language"):
        table.act("UZB", Revision(version=1, texts={}))
    with pytest.raises(RefusedError, match="nothing would be new"):
        table.act("UZB", Revision(version=1, texts={"en": EN}))
    with pytest.raises(RefusedError, match="any member can `zakuro text propose`"):
        table.act("TJK", Revision(version=1, texts={"en": EN2}))


@pytest.mark.parametrize("again", [Tabling(version=1), Revision(version=1, texts={"en": EN2})])
def test_a_broken_text_returns_as_a_new_version(again: Tabling | Revision) -> None:
    table = Table().tabled().received()
    table.silent()
    table.act("TKM", Objection(version=1))
    table.act("UZB", again)
    assert table.version == 2
    assert table.state in ("tabled", "clean")
    assert table.decision.version.receipts == {}
    assert table.decision.version.objections == {}


def test_withdrawn_is_final() -> None:
    table = Table().tabled()
    with pytest.raises(RefusedError, match="Only UZB, its sponsor, can withdraw"):
        table.act("KAZ", Withdrawal())
    table.act("UZB", Withdrawal(reason="merged", into="X-2"))
    assert table.state == "withdrawn"
    assert table.decision.final_at(table.now) == table.now
    assert table.decision.withdrawal == Withdrawal(reason="merged", into="X-2")
    until = table.now + 9 * HOUR
    for act in (
        Withdrawal(),
        Revision(version=1, texts={"en": EN2}),
        Consultation(version=1, asked=("TJK",), until=until),
    ):
        with pytest.raises(RefusedError, match="X-1 is withdrawn: another text can be begun"):
            table.act("UZB", act)
    with pytest.raises(RefusedError, match="is withdrawn already"):
        table.act("UZB", Tabling(version=1))
    with pytest.raises(RefusedError, match="its words are frozen"):
        table.act("UZB", LanguageVersion(version=1, language="kk", sha256=RU))


def test_the_chair_stands_in_for_a_sponsor_that_left() -> None:
    table = Table()
    rest = tuple(member for member in SIX if member != "UZB")
    office = Procedure(chair=Office(order=("KAZ",)))
    table.decision.rules = rules_of(Charter(members=rest, procedure=office))
    assert table.decision.owner(table.now) == "KAZ"
    table.act("KAZ", Tabling(version=1))
    assert table.state == "clean"


def test_without_working_languages_the_texts_own_are_received() -> None:
    table = Table(Charter(members=SIX, procedure=charter().procedure))
    table.act("UZB", Tabling(version=1))
    assert table.state == "clean"
    assert table.decision.version.lacking(table.rules) == [(m, "en") for m in SIX]
