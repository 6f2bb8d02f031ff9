from datetime import date
from decimal import Decimal

import msgspec

from tests.ledger.builder import GROUPS
from zakuro.ledger.postings.opening import (
    is_scope,
    measures,
    open_pledge,
    open_questions,
)
from zakuro.model.acts import Measure
from zakuro.model.statement import Bound, Mark, Period, Quantity, Statement


def quantity(
    value: int | str | None,
    unit: str,
    *,
    bound: Bound = "exact",
    low: int | None = None,
    high: int | None = None,
    equivalent_of: str | None = None,
) -> Quantity:
    return Quantity(
        start=0,
        end=1,
        exact=f"{value} {unit}",
        unit=unit,
        bound=bound,
        value=None if value is None else Decimal(value),
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        equivalent_of=equivalent_of,
    )


def said(
    act: str | None,
    thing: str | None,
    *quantities: Quantity,
    givers: tuple[str, ...] = ("CHN",),
    receivers: tuple[str, ...] = ("C5",),
    parties: tuple[str, ...] = (),
    period: Period | None = None,
    roles: tuple[str, ...] = (),
) -> Statement:
    return Statement(
        id="s1",
        document="0" * 64,
        kind="pledge",
        start=0,
        end=1,
        exact="words",
        givers=givers,
        receivers=receivers,
        parties=parties,
        act=act,
        object=thing,
        quantities=quantities,
        period=period,
        derivation=tuple(Mark(role=role, start=0, end=1, exact="w") for role in roles),
    )


def brief(found: tuple[Measure, ...]) -> list[tuple[str, str, str]]:
    return [(str(measure.value), measure.unit, measure.rule) for measure in found]


def test_centres_in_three_fields_are_three_centres() -> None:
    found = measures(said("establish", "centre", quantity(3, "{field}")))
    assert brief(found) == [("3", "{centre}", "distributed")]


def test_one_platform() -> None:
    assert brief(measures(said("establish", "platform"))) == [("1", "{platform}", "single")]


def test_an_equivalent_adds_nothing() -> None:
    yuan = quantity(1_500_000_000, "CNY")
    dollars = quantity(208_000_000, "USD", bound="about", equivalent_of="1500000000 CNY")
    found = measures(said("provide", "grant", yuan, dollars))
    assert brief(found) == [("1500000000", "CNY", "stated")]


def test_a_part_of_a_whole_and_what_is_only_reached_add_nothing() -> None:
    whole = quantity(360_000_000_000, "CNY")
    part = msgspec.structs.replace(quantity(210_000_000_000, "CNY"), part_of=0)
    reached = msgspec.structs.replace(quantity(33, "{state}"), scope=True)
    found = measures(said("provide", "grant", whole, part, reached))
    assert brief(found) == [("360000000000", "CNY", "stated")]


def test_what_is_counted_is_the_measure() -> None:
    found = measures(said("provide", "training places", quantity(3000, "{place}")))
    assert brief(found) == [("3000", "{place}", "stated")]
    with_scope = said("build", "hospital", quantity(12, "{hospital}"), quantity(5, "{country}"))
    assert brief(measures(with_scope)) == [("12", "{hospital}", "stated")]


def test_a_scope_of_an_act_that_creates_nothing_is_no_measure() -> None:
    assert brief(measures(said("support", None, quantity(3, "{field}")))) == [
        ("1", "{support}", "act")
    ]
    assert brief(measures(said("provide", "grant", quantity(33, "{country}")))) == [
        ("1", "{provide}", "act")
    ]


def test_two_scopes_do_not_multiply() -> None:
    found = measures(said("establish", "centre", quantity(3, "{field}"), quantity(5, "{country}")))
    assert brief(found) == [("1", "{centre}", "single")]


def test_without_a_figure_one_unit_of_the_act() -> None:
    assert brief(measures(said("open", "centre"))) == [("1", "{open}", "act")]
    assert brief(measures(said("hold", "exercise"))) == [("1", "{hold}", "act")]
    in_fields = said("hold", "forum", quantity(2, "{region}"))
    assert brief(measures(in_fields)) == [("2", "{forum}", "distributed")]
    assert brief(measures(said("expand", "project"))) == [("1", "{expand}", "act")]
    assert brief(measures(said(None, None))) == [("1", "{pledge}", "act")]
    assert brief(measures(said("launch", "investment"))) == [("1", "{launch}", "act")]


def test_a_count_of_the_acts_own_object_is_no_scope() -> None:
    cities = quantity(10, "{city}")
    assert not is_scope(cities, "sister cities")
    assert is_scope(cities, "school")
    assert brief(measures(said("establish", "sister cities", cities))) == [
        ("10", "{city}", "stated")
    ]


def test_a_range_posts_its_low_end_and_keeps_both() -> None:
    (found,) = measures(said("provide", "loan", quantity(None, "USD", low=20, high=30)))
    assert (found.value, found.low, found.high) == (Decimal(20), Decimal(20), Decimal(30))


def test_of_amounts_of_one_unit_the_largest_counts_or_on_request_their_sum() -> None:
    separate = said("provide", "grant", quantity(10, "USD"), quantity(25, "USD"))
    assert brief(measures(separate)) == [("25", "USD", "stated")]
    assert brief(measures(separate, add_up=True)) == [("35", "USD", "stated")]
    parts = said("provide", None, quantity(360, "CNY"), quantity(210, "CNY"), quantity(150, "CNY"))
    assert brief(measures(parts)) == [("360", "CNY", "stated")]
    assert brief(measures(parts, add_up=True)) == [("360", "CNY", "stated")]
    ranges = said("provide", None, quantity(5, "USD"), quantity(None, "USD", low=2, high=3))
    (both,) = measures(ranges, add_up=True)
    assert (both.value, both.low, both.high) == (Decimal(7), Decimal(7), Decimal(8))


def asked(statement: Statement, *, each: bool = False, add_up: bool = False) -> list[str]:
    pledge = open_pledge(statement, "D-1:s1", groups=GROUPS, each=each, add_up=add_up)
    return [question.about for question in open_questions(statement, pledge, add_up=add_up)]


def test_what_must_be_answered_before_a_pledge_opens() -> None:
    money = quantity(10, "USD")
    assert asked(said("provide", "grant", money)) == []
    assert asked(said("provide", "grant", money, givers=())) == ["givers"]
    assert asked(said("provide", "grant", money, receivers=())) == ["receivers"]
    assert asked(said("establish", "centre", quantity(3, "{field}"), receivers=())) == ["receivers"]
    # What has no figure may be owed to everyone.
    assert asked(said("establish", "platform", receivers=())) == []


def test_who_gets_it_is_not_taken_for_who_promises() -> None:
    pledged = said(
        "provide", None, quantity(1, "USD"), givers=(), receivers=("LAO",), parties=("LAO",)
    )
    opened = open_pledge(pledged, "D-1:s1", groups=GROUPS)
    assert (opened.givers, opened.receivers) == ((), ("LAO",))
    met = said("hold", "summit", givers=(), receivers=(), parties=("CHN", "KAZ"))
    assert open_pledge(met, "D-1:s2", groups=GROUPS).givers == ("CHN", "KAZ")


def test_a_figure_that_several_promise_to_themselves_is_one_or_one_of_each() -> None:
    both = said("provide", None, quantity(10, "USD"), givers=("CHN", "KAZ"), receivers=())
    pledge = open_pledge(both, "D-1:s1", groups=GROUPS)
    (question,) = open_questions(both, pledge)
    assert (question.about, question.choices) == ("givers", ("together", "each"))
    assert "all owe 10 USD to all as one" in question.words
    told = open_pledge(both, "D-1:s1", groups=GROUPS, together=True)
    assert open_questions(both, told) == []
    assert open_questions(both, open_pledge(both, "D-1:s1", groups=GROUPS, each=True)) == []
    # What has no figure each owes to the other: a waiver of visas.
    assert asked(said("waive", "visa", givers=("CHN", "KAZ"), receivers=())) == []


def test_which_of_two_amounts_counts_is_asked_unless_one_is_the_sum() -> None:
    two = said("provide", "grant", quantity(1500, "USD"), quantity(400, "USD"))
    assert asked(two) == ["quantities"]
    assert asked(two, add_up=True) == []
    parts = said("provide", None, quantity(3, "USD"), quantity(2, "USD"), quantity(1, "USD"))
    assert asked(parts) == []
    twice = said("provide", None, quantity(3, "USD"), quantity(3, "USD"))
    assert asked(twice) == []


def test_each_needs_more_than_one_receiver() -> None:
    places = quantity(5, "{place}")
    assert asked(said("provide", None, places), each=True) == []
    assert asked(said("provide", None, places, receivers=("KAZ",)), each=True) == ["receivers"]
    assert asked(said("support", None, receivers=(), roles=("each",))) == ["receivers"]


def test_units_of_different_kinds_are_different_measures() -> None:
    found = measures(said("provide", None, quantity(10, "USD"), quantity(3, "{place}")))
    assert brief(found) == [("10", "USD", "stated"), ("3", "{place}", "stated")]


def test_a_pledge_carries_what_was_said() -> None:
    period = Period(
        edtf="2025",
        start_date=date(2025, 1, 1),
        end_date=date(2026, 1, 1),
        start=0,
        end=1,
        exact="this year",
    )
    statement = said("provide", "grant", quantity(5, "CNY"), period=period)
    opened = open_pledge(statement, "D-1:s1", groups=GROUPS, said_on=date(2025, 6, 17))
    assert opened.statement == "D-1:s1"
    assert opened.givers == ("CHN",)
    assert opened.term is not None
    assert (opened.term.edtf, opened.term.end_date) == ("2025", date(2026, 1, 1))
    assert not opened.reciprocal
    assert not opened.each


def test_each_and_reciprocal_are_seen() -> None:
    each = open_pledge(said("provide", "grant", roles=("each",)), "D-1:s1", groups=GROUPS)
    assert each.each
    both = open_pledge(
        said("hold", "forum", givers=("CHN", "KAZ"), receivers=()), "D-1:s1", groups=GROUPS
    )
    assert both.reciprocal
    sides = open_pledge(
        said("hold", "forum", givers=(), receivers=(), parties=("CHN", "KAZ")),
        "D-1:s1",
        groups=GROUPS,
    )
    assert sides.reciprocal
    assert sides.givers == ("CHN", "KAZ")
    same = open_pledge(
        said("hold", "forum", givers=("CHN", "C5"), receivers=("C5", "CHN")),
        "D-1:s1",
        groups=GROUPS,
    )
    assert same.reciprocal


def test_a_yearly_amount_over_whole_years_counts_in_all() -> None:
    def over(end: date) -> list[tuple[str, str, str]]:
        period = Period(
            edtf="x", start_date=date(2026, 1, 1), end_date=end, start=0, end=1, exact="x"
        )
        return brief(measures(said("provide", "grant", quantity(120, "USD/a"), period=period)))

    assert over(date(2029, 1, 1)) == [("360", "USD", "stated")]
    assert over(date(2027, 1, 1)) == [("120", "USD", "stated")]
    assert over(date(2027, 7, 1)) == [("120", "USD/a", "stated")]
    assert brief(measures(said("provide", "grant", quantity(120, "USD/a")))) == [
        ("120", "USD/a", "stated")
    ]
