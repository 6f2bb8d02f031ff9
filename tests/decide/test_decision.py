from tests.decide.entries import BEGUN, EN, HOUR, RU, SIX, Table, charter
from zakuro.decide.decision import Bracket, Position, Version
from zakuro.decide.rules import rules_of
from zakuro.model.decisions import Consultation, Meeting, Objection, Passage, Tabling

VERSION = Version(number=1, texts={"en": EN, "ru": RU}, entry=1, time=BEGUN, by="UZB")


def test_who_lacks_what() -> None:
    table = Table().tabled().received(SIX[:-1])
    assert table.decision.version.lacking(table.rules) == [("CHN", "en"), ("CHN", "ru")]
    assert VERSION.texts == table.decision.version.texts


def test_a_bracket_knows_who_holds_what() -> None:
    own = Position("a0", "UZB", {"en": "x"}, 1, holders=["UZB"])
    other = Position("a1", "TKM", {"en": "y"}, 2)
    bracket = Bracket("b1", 1, {"en": Passage(start=0, end=1, exact="x")}, [own, other])
    assert bracket.is_open
    assert bracket.held == [own]
    assert bracket.held_by("UZB") is own
    assert bracket.held_by("TKM") is None
    assert bracket.position("a1") is other
    assert bracket.position("a2") is None
    bracket.overtaken = True
    assert not bracket.is_open
    bracket.overtaken, bracket.settled = False, "a0"
    assert not bracket.is_open


def test_nothing_is_final_or_binds_before_the_adoption() -> None:
    table = Table()
    now = table.now
    assert not table.decision.is_final(now)
    assert table.decision.bound(now) == ()
    assert table.decision.adopted_at(now) is None
    assert table.decision.period is None
    assert table.decision.challengeable_until(now) is None
    table.tabled().received()
    until = table.silent()
    assert table.decision.bound(until - HOUR) == ()
    assert not table.decision.is_final(until - HOUR)
    assert table.decision.is_final(until)
    assert table.decision.bound(until) == SIX


def test_where_it_stands_is_said_in_words() -> None:
    table = Table()
    assert table.decision.stands(table.now) == "X-1 is a draft"
    table.act("UZB", Consultation(version=1, asked=("TJK",), until=table.now + 9 * HOUR))
    assert table.decision.stands(table.now) == "X-1 is a draft"
    until = table.tabled().received().silent()
    assert table.decision.stands(table.now) == "X-1 is in silence"
    assert table.decision.stands(until) == "X-1 is adopted"


def test_the_rules_in_force_are_those_under_which_it_was_opened() -> None:
    table = Table().tabled().received()
    first = table.decision.rules
    later = rules_of(charter(quorum="1/2"))
    table.decision.rules = later
    assert table.decision.in_force is later
    table.silent()
    table.decision.rules = first
    assert table.decision.in_force is later
    table.act("TKM", Objection(version=1))
    assert table.decision.in_force is first
    table.act("UZB", Tabling(version=1))
    table.received()
    table.act("KAZ", Meeting(version=2, held=table.now, present=SIX))
    table.decision.rules = later
    assert table.decision.in_force is first
