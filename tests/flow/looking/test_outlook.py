from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.flow.builder import SAID, TWO_YEARS, amount, books_at, file, said
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.review import accept
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.keeping import link
from zakuro.flow.looking.outlook import known, outlook, size, years
from zakuro.model.errors import RefusedError

ON = date(2026, 6, 1)
CHINA = Word(party="CHN", filed_by="anna")


@pytest.fixture
def many(new_place: Callable[[], str]) -> Iterator[Books]:
    """Books of sixteen like pledges: ten kept within a year, four only begun, two silent."""
    with books_at(new_place()) as books:
        statements = [
            said(
                "pledge",
                f"{number} hundred training places over the next two years",
                "provide",
                "training places",
                amount(100, "{place}"),
                receivers=("KAZ",),
                period=TWO_YEARS,
                strength="commits",
                topics=("training",),
            )
            for number in range(16)
        ]
        file(books, statements)
        with books.writing() as writer:
            for number in range(1, 17):
                accept(writer, f"D-1:s{number}", "anna", anew=True)
        for number in range(1, 15):
            acts.report(
                books,
                f"P-{number}",
                CHINA,
                value=Decimal(100 if number <= 10 else 10),
                unit="{place}",
                on=SAID + timedelta(days=20 * number),
            )
        yield books


def test_what_became_of_the_others(many: Books) -> None:
    found = outlook(many, "P-11", ON)
    assert found.name == "P-11"
    ahead = found.outlook
    (measure,) = ahead.measures
    assert (measure.run.done, measure.run.due) == (Decimal(10), Decimal(100))
    assert measure.why == "one delivery"
    assert measure.expected is not None
    assert [like.by for like in ahead.like] == ["", "giver", "topic", "size"]
    assert ahead.likelihood is None
    assert ahead.why == "too few"


def test_a_silent_pledge_is_asked_from_its_beginning(many: Books) -> None:
    assert outlook(many, "P-15", ON).outlook.why == "too few"
    late = outlook(many, "P-15", date(2028, 1, 1)).outlook
    assert late.why == "too few"


def test_nobody_is_a_case_of_whom_nothing_is_known(many: Books) -> None:
    listed = known(many, ON)
    cases = [one.case for one in listed]
    assert [case is None for case in cases] == [False] * 14 + [True] * 2
    assert [case.ended for case in cases if case] == [True] * 10 + [False] * 4
    assert cases[0] is not None
    assert cases[0].followed == 20
    assert cases[0].marks["size"] == {"{place} 1e2"}
    assert [one.promise.over for one in listed] == ["kept"] * 10 + [""] * 6


def test_as_of_a_day_only_what_was_known_then(many: Books) -> None:
    ended = [one.case.ended for one in known(many, SAID + timedelta(days=90)) if one.case]
    assert ended == [True] * 4
    assert known(many, SAID - timedelta(days=1)) == []


def test_what_is_kept_or_not_yet_said_has_no_outlook(many: Books) -> None:
    assert outlook(many, "P-1", ON).outlook.why == "kept"
    before = outlook(many, "P-1", SAID - timedelta(days=1)).outlook
    assert (before.why, before.measures) == ("not said", ())
    with pytest.raises(RefusedError, match="P-99"):
        outlook(many, "P-99", ON)


def test_on_the_day_it_is_said_it_is_looked_out_for(many: Books) -> None:
    assert len(outlook(many, "P-16", SAID).outlook.measures) == 1


def test_what_is_part_of_another_is_over_not_unsaid(many: Books) -> None:
    link(many, "P-16", "P-15", filed_by="anna")
    assert outlook(many, "P-16", ON).outlook.why == "ended"
    assert outlook(many, "P-16", SAID - timedelta(days=1)).outlook.why == "not said"


def test_what_is_confirmed_came_once(many: Books) -> None:
    kazakhstan = Word(party="KAZ", filed_by="anna")
    told = acts.report(many, "P-15", CHINA, value=Decimal(10), on=SAID + timedelta(days=30))
    acts.confirm(many, f"E-{told.number}", kazakhstan, on=SAID + timedelta(days=40))
    (found,) = outlook(many, "P-15", ON).outlook.measures
    assert found.run.deliveries == 1


def test_all_that_are_due_in_a_year(many: Books) -> None:
    (total,) = years(many, ON)
    assert (total.year, total.pledges, total.kept, total.over) == (2027, 16, 10, 0)
    assert total.asked + total.unsaid == 6


@pytest.mark.parametrize(
    ("value", "shown"), [("1500000000", "CNY 1e9"), ("0.5", "CNY 1e-1"), ("0", "CNY")]
)
def test_sizes_are_powers_of_ten(value: str, shown: str) -> None:
    assert size("CNY", Decimal(value)) == shown
