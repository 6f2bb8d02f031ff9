from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from tests.decide.entries import SIX, charter
from zakuro.decide.rules import holder, problems, require_member, rules_of
from zakuro.model.acts import Charter
from zakuro.model.decisions import Office, Procedure
from zakuro.model.errors import RefusedError


def test_an_office_turns_by_months() -> None:
    office = Office(order=("KAZ", "KGZ", "TJK"), since=date(2026, 1, 31), months=6)
    assert [
        holder(office, day)
        for day in (
            date(2020, 1, 1),
            date(2026, 1, 31),
            date(2026, 7, 30),
            date(2026, 7, 31),
            date(2027, 1, 30),
            date(2027, 1, 31),
            date(2027, 7, 31),
        )
    ] == ["KAZ", "KAZ", "KAZ", "KGZ", "KGZ", "TJK", "KAZ"]


def test_an_office_that_does_not_turn_and_one_of_nobody() -> None:
    assert holder(Office(order=("KAZ", "KGZ")), date(2030, 1, 1)) == "KAZ"
    assert holder(Office(order=("KAZ", "KGZ"), since=date(2026, 1, 1)), date(2030, 1, 1)) == "KAZ"
    assert holder(Office(), date(2030, 1, 1)) is None


def test_the_chair_turns_at_midnight_of_utc() -> None:
    office = Office(order=("KAZ", "KGZ"), since=date(2026, 1, 1), months=1)
    rules = rules_of(charter(chair=office))
    almaty = datetime.fromisoformat("2026-02-01T04:59:59+05:00")
    assert rules.chair(almaty) == "KAZ"
    assert rules.chair(almaty + timedelta(seconds=1)) == "KGZ"


def test_members_are_those_of_groups_each_once() -> None:
    rules = rules_of(Charter(members=("CHN", "C5", "KAZ"), groups={"C5": ("KAZ", "KGZ")}))
    assert rules.members == ("CHN", "KAZ", "KGZ")


def test_options_are_off_and_the_minimum_is_72_hours() -> None:
    rules = rules_of(Charter(members=SIX))
    assert rules.quorum == 1
    assert rules.abstention is None
    assert rules.non_participation is None
    assert not rules.procedure.minus_one
    assert rules.shortest == timedelta(hours=72)
    assert rules.days_to_challenge == timedelta(days=10)
    assert rules.chair(datetime(2026, 1, 1, tzinfo=UTC)) is None


def test_so_many_abstaining_or_out_leave_no_decision() -> None:
    rules = rules_of(charter(abstention="1/3", non_participation="1/2"))
    assert rules.abstention == Fraction(1, 3)
    assert rules.fails(["KAZ"], ["KGZ", "TJK"]) is None
    assert rules.fails(["KAZ", "KGZ"], []) == "2 of 6 members abstain; 1/3 or more fail it"
    found = rules.fails([], ["KAZ", "KGZ", "TJK"])
    assert found == "3 of 6 members do not take part; 1/2 or more fail it"
    assert rules_of(charter()).fails(SIX, SIX) is None


@pytest.mark.parametrize(
    ("procedure", "said"),
    [
        ({"chair": Office(order=("USA",))}, "chair.order: USA is no member"),
        ({"bureau": ("KAZ", "USA")}, "bureau: USA is no member"),
        ({"zones": {"USA": "UTC"}}, "zones: USA is no member"),
        ({"zones": {"KAZ": "Asia/Nowhere"}}, "'Asia/Nowhere' is no time zone"),
        ({"observers": ("KAZ",)}, "KAZ is a member, and no observer"),
        ({"chair": Office(order=("KAZ",), months=6)}, "needs since"),
        ({"chair": Office(order=("KAZ",), months=-1, since=date(2026, 1, 1))}, "months above 0"),
        ({"minimum_hours": 0}, "at least 1"),
        ({"challenge_days": 0}, "at least 1"),
        ({"quorum": "two thirds"}, "quorum: 'two thirds' is no share"),
        ({"abstention": "0"}, "abstention: '0' is no share"),
        ({"abstention": "4/3"}, "'4/3' is no share"),
        ({"non_participation": "1/0"}, "'1/0' is no share"),
    ],
)
def test_what_a_charter_cannot_say(procedure: dict[str, object], said: str) -> None:
    found = list(problems(charter(**procedure)))
    assert len(found) == 1
    assert said in found[0]


def test_what_a_charter_can_say() -> None:
    good = {
        "chair": Office(order=SIX, months=1, since=date(2026, 1, 1)),
        "minimum_hours": 1,
        "challenge_days": 1,
        "quorum": "1",
        "abstention": "1/3",
        "zones": {"KAZ": "Asia/Almaty", "JPN": "Asia/Tokyo"},
        "observers": ("JPN",),
    }
    assert list(problems(charter(**good))) == []
    assert list(problems(Charter())) == []


def test_only_members_act() -> None:
    rules = rules_of(Charter(members=SIX, procedure=Procedure(observers=("JPN",))))
    assert require_member(rules, "KAZ", "object") == "KAZ"
    with pytest.raises(RefusedError, match="JPN is an observer: only members object"):
        require_member(rules, "JPN", "object")
    with pytest.raises(RefusedError, match="AFG is no member"):
        require_member(rules, "AFG", "object")
    with pytest.raises(RefusedError, match="say for which member"):
        require_member(rules, None, "object")
    with pytest.raises(RefusedError, match="names none"):
        require_member(rules_of(Charter()), "KAZ", "object")


def test_only_members_count_towards_the_share_that_fails() -> None:
    rules = rules_of(charter(abstention="1/3"))
    assert rules.fails(("TKM", "FRA"), ()) is None
    assert rules.fails(("TKM", "TJK"), ()) == "2 of 6 members abstain; 1/3 or more fail it"


def test_an_office_of_a_month_that_began_on_its_last_day() -> None:
    office = Office(order=("KAZ", "KGZ", "TJK"), since=date(2026, 1, 31), months=1)
    days = (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 30))
    assert [holder(office, day) for day in days] == ["KAZ", "KGZ", "TJK", "TJK"]
