from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.flow.builder import SAID, amount, said, within
from tests.things.builder import Paper, item
from zakuro.model.things import Tie
from zakuro.things.told import Context, Figure, claimed, figures_of, in_order, next_due

CONTEXT = Context("D-1:s6", SAID, "en", "Xi Jinping (CHN)", "A paper (private)")


def figure(
    value: int | None, on: date | None = SAID, unit: str = "{platform}", **fields: str
) -> Figure:
    return Figure(
        on, None if value is None else Decimal(value), None, None, unit, "exact",
        fields.get("change", ""), "", "said", "CHN", "", "", "D-1:s1", "", "en",
    )  # fmt: skip


def test_figures_say_who_says_them_and_of_which_day() -> None:
    year = within("2024", date(2024, 1, 1), date(2025, 1, 1))
    found = said(
        "result",
        "1.2 million crossings in 2024",
        None,
        None,
        amount(1_200_000, "{crossing}", bound="at-least"),
        period=year,
        counted_by="KAZ",
    )
    (one,) = figures_of(found, Tie(to="D-1:s6"), CONTEXT)
    assert (one.on, one.value, one.bound) == (date(2024, 12, 31), Decimal(1_200_000), "at-least")
    assert (one.said_by, one.counted_by, one.place) == ("Xi Jinping (CHN)", "KAZ", "D-1:s6")
    assert one.period == "2024"


def test_a_period_that_runs_on_is_told_as_of_the_day_of_the_paper() -> None:
    ahead = within("2030", date(2030, 1, 1), date(2031, 1, 1))
    found = said("result", "x", None, None, amount(1, "{x}"), period=ahead)
    (one,) = figures_of(found, Tie(to="D-1:s6"), CONTEXT)
    assert one.on == SAID


def test_a_restated_amount_and_other_units_are_left_out() -> None:
    found = said(
        "result", "1.5bn yuan (208m dollars) in 3 fields", None, None,
        amount(1_500_000_000, "CNY"),
        amount(208_000_000, "USD", bound="about", equivalent_of="1.5bn yuan"),
    )  # fmt: skip
    assert [one.unit for one in figures_of(found, Tie(to="D-1:s6"), CONTEXT)] == ["CNY"]
    assert figures_of(found, Tie(to="D-1:s6", unit="{x}"), CONTEXT) == []


def test_a_thing_that_counts_in_a_unit_is_told_in_it() -> None:
    found = said(
        "result", "94.8bn dollars, up 6 %, with 5 countries", None, None,
        amount(94, "USD"), amount(6, "%"), amount(5, "{country}"),
    )  # fmt: skip
    tie = Tie(to="D-1:s6")
    assert [one.unit for one in figures_of(found, tie, CONTEXT, "USD")] == ["USD", "%"]
    assert len(figures_of(found, Tie(to="D-1:s6"), CONTEXT, "{x}")) == 1
    other = said("result", "5 countries", None, None, amount(5, "{country}"))
    assert len(figures_of(other, tie, CONTEXT, "USD")) == 1
    assert figures_of(other, Tie(to="D-1:s6", item=1), CONTEXT, "USD") == []


def test_what_the_tie_claims_stands_alone() -> None:
    found = said("result", "13 of 20", None, None, amount(13, "{x}"), amount(20, "{x}"))
    tie = Tie(to="D-1:s6", value=Decimal(13), unit="{platform}")
    assert [(one.value, one.unit) for one in figures_of(found, tie, CONTEXT)] == [
        (Decimal(13), "{platform}")
    ]


def test_thirteen_claimed_nine_named() -> None:
    paper = Paper("register", unit="{platform}")
    for number in range(9):
        paper.put(item("member", f"platform {number}"))
    series = in_order(
        [
            figure(13),
            figure(12, date(2025, 4, 1)),
            figure(5, unit="{x}"),
            figure(2, change="increase"),
        ]
    )
    found = claimed(series, "{platform}", paper.thing.held())
    assert found.last is not None
    assert (found.last.value, found.named) == (Decimal(13), 9)
    delivered = figure(20, date(2026, 2, 1))._replace(by="reported")
    assert claimed((*series, delivered), "{platform}", []).last == found.last
    grew_to = figure(14, date(2026, 1, 1), change="to")
    assert claimed((*series, grew_to), "{platform}", []) == (grew_to, 0)
    assert claimed((), None, []) == (None, 0)


def test_the_next_meeting_of_a_series() -> None:
    paper = Paper("summit series")
    paper.put(item("meeting", "first", on=date(2023, 5, 18)))
    paper.put(item("meeting", "third", due=date(2027, 12, 31)))
    paper.put(item("meeting", "of no day"))
    held = paper.thing.held()
    assert [next_due(held, day) and next_due(held, day).name for day in (SAID,)] == ["T-1:i2"]  # type: ignore[union-attr]
    assert next_due(held, date(2028, 1, 1)) is None
    first = next_due(held, date(2023, 5, 18))
    assert first is not None
    assert first.name == "T-1:i1"


@given(st.lists(st.one_of(st.none(), st.dates()), max_size=8))
def test_a_series_goes_by_its_days(days: list[date | None]) -> None:
    found = in_order([figure(1, day) for day in days])
    assert sorted(days, key=lambda day: day or date.min) == [one.on for one in found]
