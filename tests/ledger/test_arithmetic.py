import decimal
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from tests.ledger.builder import Paper, pledge
from zakuro.ledger.arithmetic import in_units, plain, written
from zakuro.ledger.assessment.standing import intervals, standing
from zakuro.ledger.balance import lines
from zakuro.model.acts import Measure, Tolerances

LARGE = Decimal("987654321987654321.123456")


@pytest.fixture
def hostile() -> Iterator[None]:
    """A host program that wants six digits and stops at every rounding."""
    with decimal.localcontext() as context:
        context.prec = 6
        context.traps[decimal.Inexact] = True
        context.traps[decimal.Rounded] = True
        yield


@pytest.mark.usefixtures("hostile")
def test_what_the_host_sets_for_its_decimals_changes_nothing() -> None:
    paper = Paper(pledge(Measure(unit="CNY", value=LARGE)))
    report = paper.report("KAZ", Decimal("123456789.000001"))
    paper.confirm(report, Decimal("0.000001"))
    (line,) = lines(paper.account)
    assert str(line.obligation) == "987654321864197532.123455"
    assert str(line.in_transit) == "123456789.000000"
    assert str(line.receivable) == "987654321987654321.123455"
    assert line.trial == 0
    rules = Tolerances()
    assert standing(paper.account, date(2026, 6, 1), rules).standing == "behind"
    assert intervals(paper.account, rules)


def test_older_books_hold_what_no_door_would_take() -> None:
    paper = Paper()
    paper.report("KAZ", Decimal("1e-25"))
    paper.report("KAZ", Decimal("1e30"))
    (line,) = lines(paper.account)
    assert line.trial == 0
    assert standing(paper.account, date(2026, 6, 1), Tolerances()).standing == "kept"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1500000000", "1,500,000,000"),
        ("142000000.0", "142,000,000"),
        ("1E+3", "1,000"),
        ("90000000.000000", "90,000,000"),
        ("0.25", "0.25"),
        ("0.000001", "0.000001"),
        ("1E-25", "0"),
        ("-0", "0"),
        ("-12.50", "-12.5"),
    ],
)
def test_one_way_to_write_a_number(value: str, shown: str) -> None:
    assert plain(Decimal(value)) == shown


def test_entries_hold_numbers_without_exponent_and_empty_places() -> None:
    assert str(written(Decimal("1E+9"))) == "1000000000"
    assert str(written(Decimal("143.00"))) == "143"
    assert str(written(LARGE)) == str(LARGE)


def test_an_amount_at_a_rate_is_rounded_to_the_smallest_amount() -> None:
    assert in_units(Decimal(20), Decimal("7.15")) == Decimal(143)
    assert str(in_units(Decimal("0.01"), Decimal("0.00123456789"))) == "0.000012"
