from datetime import date

import msgspec
import pytest

from tests.ledger.builder import GROUPS
from tests.ledger.postings.test_opening import quantity, said
from zakuro.ledger.postings.opening import open_pledge
from zakuro.ledger.postings.sameness import givers_key, may_say_again, sameness, says_again
from zakuro.model.acts import Pledge, Term
from zakuro.model.statement import Period


def grant(thing: str = "grant", value: int = 15, on: date | None = date(2025, 6, 17)) -> Pledge:
    statement = said("provide", thing, quantity(value, "CNY"))
    return open_pledge(statement, "D-1:s1", groups=GROUPS, said_on=on)


def test_what_says_a_pledge_again() -> None:
    assert says_again(grant(), grant(on=date(2025, 7, 18)))
    assert says_again(grant(), grant("assistance"))
    assert not says_again(grant(), grant("loan"))
    assert not says_again(grant(), grant(value=16))
    assert not says_again(grant(), grant(on=date(2025, 7, 19)))
    assert not says_again(grant(), grant(on=None))


def test_of_pledges_without_a_figure_nobody_can_be_certain() -> None:
    vague = open_pledge(said("support", "grant"), "D-1:s1", groups=GROUPS, said_on=date(2025, 1, 1))
    assert sameness(vague) == ""
    assert not says_again(vague, vague)


def test_periods_that_do_not_meet_are_of_two_promises() -> None:
    def until(year: int) -> Pledge:
        period = Period(
            edtf=str(year),
            start_date=date(year, 1, 1),
            end_date=date(year + 1, 1, 1),
            start=0,
            end=1,
            exact=str(year),
        )
        statement = said("provide", "grant", quantity(5, "CNY"), period=period)
        return open_pledge(statement, "D-1:s1", groups=GROUPS, said_on=date(2025, 6, 17))

    assert says_again(until(2026), until(2026))
    assert not says_again(until(2026), until(2027))
    assert not says_again(until(2026), grant(value=5))


def test_receivers_may_be_left_unsaid_by_one() -> None:
    silent = open_pledge(
        said("provide", "grant", quantity(15, "CNY"), receivers=()),
        "D-2:s1",
        groups=GROUPS,
        said_on=date(2025, 6, 17),
    )
    other = open_pledge(
        said("provide", "grant", quantity(15, "CNY"), receivers=("KAZ",)),
        "D-2:s1",
        groups=GROUPS,
        said_on=date(2025, 6, 17),
    )
    assert says_again(grant(), silent)
    assert says_again(silent, other)
    assert not says_again(grant(), other)


def test_single_things_must_share_a_topic() -> None:
    def platform(*topics: str) -> Pledge:
        statement = msgspec.structs.replace(said("establish", "platform"), topics=topics)
        return open_pledge(statement, "D-1:s1", groups=GROUPS, said_on=date(2025, 6, 17))

    assert says_again(platform("trade"), platform("trade", "finance"))
    assert not says_again(platform("trade"), platform("energy"))
    assert not says_again(platform(), platform())


EXERCISES = Pledge(
    statement="D-1:s26",
    givers=("CHN",),
    receivers=("C5",),
    act="increase",
    object="exercise",
    said_on=date(2025, 6, 17),
    occasion="Astana 2025",
    number=3,
    groups={"C5": GROUPS["C5"]},
)
AGAIN = msgspec.structs.replace(EXERCISES, statement="D-2:s26", act="hold")


def test_what_may_be_one_promise_in_two_tellings() -> None:
    assert may_say_again(EXERCISES, AGAIN)
    assert not says_again(EXERCISES, AGAIN)
    by_topic = {"object": None, "number": None, "topics": ("security",)}
    first = msgspec.structs.replace(EXERCISES, **by_topic)
    assert may_say_again(first, msgspec.structs.replace(AGAIN, **by_topic))
    by_point = msgspec.structs.replace(AGAIN, object="centre")
    assert may_say_again(EXERCISES, by_point)


@pytest.mark.parametrize(
    "other",
    [
        {"givers": ("JPN",)},
        {"receivers": ("KAZ",)},
        {"act": "modernise"},
        {"object": "centre", "number": 4},
        {"said_on": date(2025, 7, 19), "occasion": "Another"},
        {"said_on": None, "occasion": None},
    ],
)
def test_what_is_another_promise(other: dict[str, object]) -> None:
    assert not may_say_again(EXERCISES, msgspec.structs.replace(AGAIN, **other))


def test_one_occasion_holds_longer_than_a_month() -> None:
    assert may_say_again(EXERCISES, msgspec.structs.replace(AGAIN, said_on=date(2026, 1, 1)))


def test_amounts_and_periods_speak_against_one_promise() -> None:
    assert not may_say_again(grant(), grant("loan"))
    assert not may_say_again(grant(), grant(value=16))
    ending = [Term(start_date=date(y, 1, 1), end_date=date(y + 1, 1, 1)) for y in (2025, 2026)]
    first, second = (msgspec.structs.replace(EXERCISES, term=term) for term in ending)
    assert not may_say_again(first, second)
    assert may_say_again(first, AGAIN)


def test_who_promises_is_one_key_in_any_order() -> None:
    both = msgspec.structs.replace(EXERCISES, givers=("KAZ", "CHN"))
    assert givers_key(both) == "CHN KAZ"


def test_the_same_thing_without_a_topic_may_be_one_promise() -> None:
    one = msgspec.structs.replace(grant(), topics=(), number=None, objects=())
    assert may_say_again(one, one)
    thing = msgspec.structs.replace(one, object=None, objects=("grant",))
    assert may_say_again(one, thing)
    assert not may_say_again(one, msgspec.structs.replace(one, object=None))
